"""Criteria weighed against each other without points: "twice as important as", "counts double compared to"."""

from planner.reader.criteria import Spoken, criterion_of
from planner.reader.draft import Draft
from planner.reader.layout import Document
from planner.reader.patterns import Hit, Lexicon
from planner.reader.words import word_set
from training.spec.words import DEFAULT_WEIGHTS, OTHER_WEIGHT

_RATIO = Lexicon({
    "2": """
        twice|double|doubly as important|much|heavily|heavy|bad|valuable|severe|strongly|highly ... as;
        two times as important|much|heavily|heavy|bad ... as; twice|double what|that; twice the weight|importance|value of;
        double the weight|importance of|that; is worth twice|two; weighs|weigh|counts|count|matters|matter ... twice|double ... as|than;
        weighs|weigh|counts|count|matters|matter ... double compared|against|next to|of|over; 2 x as important|much as;
        doppelt so wichtig|schwer wie; deux fois plus important* que; dos veces mas importante que; due volte piu importante;
        duas vezes mais importante; twee keer|maal zo belangrijk als; times two ... compared
    """,
    "3": """
        three times|thrice as important|much|heavily|heavy|bad|valuable ... as; three times the weight|importance of;
        triple the weight|importance|that of; weighs|weigh|counts|count|matters|matter ... three times|thrice|triple ... as|than|compared|of;
        dreimal so wichtig|schwer wie; trois fois plus important* que; tres veces mas importante que;
        tre volte piu importante; tres vezes mais importante; drie keer|maal zo belangrijk als
    """,
    "0.5": """
        half as important|much|heavily|heavy|bad|valuable ... as; half the weight|importance|value|that of; half what;
        weighs|weigh|counts|count|matters|matter ... half ... as|of; halb so wichtig|schwer wie; deux fois moins important* que;
        la mitad de importante que; half that of; meta da importancia; half zo belangrijk als
    """,
})  # fmt: skip
_POINTING = word_set("that this it those these them former latter")
_BORDERS = word_set(", ; : . ( )")


def read_ratios(draft: Draft) -> bool:
    """ "Correctness is twice as important as tone": twice the other's weight."""
    document, made = draft.document, False
    for ratio in _RATIO.find(document):
        one, two = _compared(document, ratio)
        if one is None or two is None or one.criterion == two.criterion:
            continue
        factor = float(ratio.concept)
        known = {c.value["criterion"]: c.value["weight"] for c in draft.items("rubric")}
        said = _said_elsewhere(document, ratio, two)
        if two.criterion in known or said is not None:
            base = float(known[two.criterion] if said is None else said)
            lead = base * factor
        elif one.criterion in ("correctness", "hallucination"):
            lead = DEFAULT_WEIGHTS[one.criterion]
            base = lead / factor
        else:
            base = DEFAULT_WEIGHTS.get(two.criterion, OTHER_WEIGHT)
            lead = base * factor
        bad = "bad" in document.norms(ratio.first, ratio.last + 1)
        for spoken, weight in ((one, lead), (two, base)):
            negative = bad or spoken.criterion in ("hallucination", "latency")
            if spoken.criterion not in known and not (spoken is two and said is not None):
                item: dict[str, object] = {
                    "criterion": spoken.criterion,
                    "weight": round(-abs(weight) if negative else abs(weight), 6),
                }
                if spoken.criterion in ("policy", "terminology"):
                    item["detail"] = document.quote(spoken.first, spoken.last)
                draft.claim(
                    "rubric",
                    item,
                    min(one.first, ratio.first, two.first),
                    max(one.last, two.last, ratio.last),
                    document.quote(ratio.first, ratio.last),
                )
            draft.use(*range(spoken.first, spoken.last + 1))
        draft.use(*range(ratio.first, ratio.last + 1))
        made = True
    return made


def _compared(document: Document, ratio: Hit) -> tuple[Spoken | None, Spoken | None]:
    """What stands on either side; where the right one only points, what was said before the left."""
    first, last = document.sentences[document.tokens[ratio.first].sentence]
    begin = next((k + 1 for k in range(ratio.first - 1, first - 1, -1) if document.norm(k) in _BORDERS), first)
    end = next((k for k in range(ratio.last + 1, last) if document.norm(k) in _BORDERS | {"and", "but"}), last)
    one = criterion_of(document, begin, ratio.first) or criterion_of(document, first, ratio.first)
    behind = document.norms(ratio.last + 1, end)
    if behind and set(behind) <= _POINTING:
        end = begin - 1 if begin > first else begin
        before = criterion_of(document, first, end) if begin > first else None
        sentence = document.sentences.get(document.tokens[first].sentence - 1)
        return one, before or (criterion_of(document, *sentence) if sentence else None)
    return one, criterion_of(document, ratio.last + 1, end, without=frozenset((one.criterion,)) if one else frozenset())


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
