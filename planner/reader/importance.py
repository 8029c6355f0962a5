"""Criteria weighed against each other without points: "twice as important as", "counts double compared to"."""

from typing import NamedTuple

from planner.reader.criteria import Spoken, criterion_of
from planner.reader.draft import Draft
from planner.reader.layout import Document
from planner.reader.patterns import Hit, Lexicon
from planner.reader.words import word_set
from training.spec.words import DEFAULT_WEIGHTS, OTHER_WEIGHT

_RATIO = Lexicon({
    "2": """
        twice|double ?of ?what ?that|this|it ,|.|and; twice|double of|as ?much|many that|this|it; double|twice the|its weight|points|that;
        twice|double|doubly as important|much|heavily|heavy|bad|valuable|severe|strongly|highly ... as;
        two times as important|much|heavily|heavy|bad ... as; twice|double what|that; twice the weight|importance|value of;
        double the weight|importance of|that; is worth twice|two; weighs|weigh|counts|count|matters|matter ... twice|double ... as|than;
        weighs|weigh|counts|count|matters|matter ... double compared|against|next to|of|over; 2 x as important|much as;
        doppelt so wichtig|schwer wie; deux fois plus important* que; dos veces mas importante que; due volte piu importante;
        duas vezes mais importante; twee keer|maal zo belangrijk als; times two ... compared
    """,
    "3": """
        three times|thrice|triple ?of ?what that|this|it; three times|triple the points of;
        three times|thrice as important|much|heavily|heavy|bad|valuable ... as; three times the weight|importance of;
        triple the weight|importance|that of; weighs|weigh|counts|count|matters|matter ... three times|thrice|triple ... as|than|compared|of;
        dreimal so wichtig|schwer wie; trois fois plus important* que; tres veces mas importante que;
        tre volte piu importante; tres vezes mais importante; drie keer|maal zo belangrijk als
    """,
    "0.333333": """
        three times less important|much|heavily ... than|as; three times|thrice less than; a third of that|what; a third as important|much ... as;
        counts|count|weighs|weigh|matters|matter three times|thrice less ... than|as
    """,
    "0.5": """
        twice|two times less than; twice|two times less important|much|heavily ... than|as;
        half ?of that|this|it; half as many|much ,|.|and|as; half the points of;
        half as important|much|heavily|heavy|bad|valuable ... as; half the weight|importance|value|that of; half what;
        weighs|weigh|counts|count|matters|matter ... half ... as|of; halb so wichtig|schwer wie; deux fois moins important* que;
        la mitad de importante que; half that of; half|halb ?of what; meta da importancia; half zo belangrijk als
    """,
})  # fmt: skip
_POINTING = word_set("that this it those these them former latter")
_BORDERS = word_set(", ; : . ( )")


MOST = 40
"""Ratios of one turn; whoever writes more repeats one."""


class Ratio(NamedTuple):
    """One thing is to count a number of times what another counts."""

    words: Hit
    one: Spoken
    two: Spoken | None
    """None where the words only point to what was weighed before: "three times that"."""


def find_ratios(draft: Draft) -> list[Ratio]:
    """The ratios in the words; takes their words, so that no factor is read as a weight."""
    document = draft.document
    found = []
    for words in _RATIO.find(document):
        if float(words.concept) > 1 and "less" in document.norms(words.first, words.last + 1):
            continue  # "three times less" is a third
        one, two = _compared(document, words)
        if one is None or (two is not None and one.criterion == two.criterion):
            continue
        if (
            two is None
            and not _POINTING & set(document.norms(words.first, words.last + 2))
            and not _alone(document, words)
        ):
            continue
        found.append(Ratio(words, one, two))
        if len(found) == MOST:
            break
        draft.use(*range(words.first, words.last + 1))
    return found


def settle_ratios(draft: Draft, ratios: list[Ratio]) -> bool:
    """ "Correctness is twice as important as tone": twice the other's weight, be it said or the usual one."""
    document, made = draft.document, False
    for words, one, two in ratios:
        factor = float(words.concept)
        known = {c.value["criterion"]: c.value["weight"] for c in draft.items("rubric")}
        if one.criterion in known:
            continue
        before = None if two is not None else _weighed_before(draft, words)
        if two is None and before is None:
            continue
        said = before if two is None else _said_elsewhere(document, words, two)
        if two is None or two.criterion in known or said is not None:
            base = float(known[two.criterion] if said is None and two is not None else said or 0.0)
            lead = base * factor
        elif one.criterion in ("correctness", "hallucination"):
            lead = DEFAULT_WEIGHTS[one.criterion]
            base = lead / factor
        else:
            base = DEFAULT_WEIGHTS.get(two.criterion, OTHER_WEIGHT)
            lead = base * factor
        bad = "bad" in document.norms(words.first, words.last + 1)
        for spoken, weight in ((one, lead), (two, base)):
            if spoken is None or spoken.criterion in known or (spoken is two and said is not None):
                continue
            negative = bad or spoken.criterion in ("hallucination", "latency")
            item: dict[str, object] = {
                "criterion": spoken.criterion,
                "weight": round(-abs(weight) if negative else abs(weight), 6),
            }
            if spoken.criterion in ("policy", "terminology"):
                item["detail"] = document.quote(spoken.first, spoken.last)
            spans = [one.first, one.last, words.first, words.last, *((two.first, two.last) if two else ())]
            draft.claim("rubric", item, min(spans), max(spans), document.quote(words.first, words.last))
            draft.use(*range(spoken.first, spoken.last + 1))
        made = True
    return made


def _alone(document: Document, words: Hit) -> bool:
    """Whether nothing follows that the factor is of: "short ones half as many"."""
    return document.tokens[words.last].kind == "punct" or document.norm(words.last) == "and"


def _weighed_before(draft: Draft, words: Hit) -> float | None:
    """The weight of the item that was named last before a ratio."""
    start = draft.document.tokens[words.first].start
    places = [(draft.document.text.rfind(c.quote, 0, start), float(c.value["weight"])) for c in draft.items("rubric")]
    last = max(places, default=(-1, 0.0))
    return last[1] if last[0] >= 0 else None


def _compared(document: Document, ratio: Hit) -> tuple[Spoken | None, Spoken | None]:
    """What stands on either side; where the right one only points, what was said before the left."""
    first, last = document.sentences[document.tokens[ratio.first].sentence]
    begin = next((k + 1 for k in range(ratio.first - 1, first - 1, -1) if document.norm(k) in _BORDERS), first)
    end = next((k for k in range(ratio.last + 1, last) if document.norm(k) in _BORDERS | {"and", "but"}), last)
    joined = next((k + 1 for k in range(ratio.first - 1, begin - 1, -1) if document.norm(k) == "and"), begin)
    one = next(
        (s for low in (joined, begin, first) if (s := criterion_of(document, low, ratio.first)) is not None), None
    )
    opening = document.norms(ratio.last + 1, min(ratio.last + 4, end))
    low = ratio.last + 1 + (opening.index("as") + 1 if "as" in opening else 0)  # "counts half as | much as that"
    behind = document.norms(low, end)
    if behind and set(behind) <= _POINTING:
        end = begin - 1 if begin > first else begin
        before = criterion_of(document, first, end) if begin > first else None
        sentence = document.sentences.get(document.tokens[first].sentence - 1)
        return one, before or (criterion_of(document, *sentence) if sentence else None)
    return one, criterion_of(document, low, end, without=frozenset((one.criterion,)) if one else frozenset())


def _said_elsewhere(document: Document, ratio: Hit, two: Spoken) -> float | None:
    """A weight that the words behind give the other one: "twice as much as tone; tone gets 0.3"."""
    sentence = document.tokens[ratio.first].sentence
    for beside in (sentence, sentence + 1):
        span = document.sentences.get(beside)
        if span is None:
            continue
        for i in range(max(span[0], ratio.last + 1), span[1]):
            token = document.tokens[i]
            if token.kind == "num" and token.norm != "one" and not token.mark and 0 < abs(float(token.value)) <= 10:
                spoken = criterion_of(document, max(span[0], ratio.last + 1), i)
                if spoken is not None and spoken.criterion == two.criterion:
                    return float(token.value)
    return None
