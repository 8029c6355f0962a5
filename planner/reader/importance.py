"""Criteria without points: "twice as important as", "most important first"."""

from planner.reader.draft import Draft
from planner.reader.layout import Document
from planner.reader.lexicon.quality import RUBRIC
from planner.reader.patterns import Hit, Lexicon, around
from planner.reader.words import word_set
from training.spec.words import DEFAULT_WEIGHTS, OTHER_WEIGHT

CRITERIA = Lexicon(RUBRIC)

_RATIO = Lexicon({
    "2": """
        twice as important as; twice as much as; counts|weighs|matters double|twice; double the weight of;
        double that of; twice the weight of; two times as important as; twice as bad as;
        doubly as important as; doppelt so wichtig wie; deux fois plus important* que;
        dos veces mas importante que; twice as heavily as; is worth twice; is worth two; twice that of;
        counts|count|weigh|weighs|matters|matter ... twice|double as ?much|heavily|as ?as
    """,
    "3": """
        three times as important as; three times as much as; three times the weight of; triple the weight of;
        counts|weighs three times as much|heavily as; three times as bad as; dreimal so wichtig wie;
        trois fois plus important* que; tres veces mas importante que; thrice as
    """,
    "0.5": """
        half as important as; half as much as; half the weight of; half as bad as;
        counts|weighs half as much|heavily as; halb so wichtig wie; deux fois moins important* que;
        la mitad de importante que; half that of
    """,
})  # fmt: skip

_ORDER = Lexicon(
    {
        "order": """
            most important*; in ?this order ?of; order of importance|priority; comes first; above all;
            first of all; first and foremost; priority; priorities; matters most; most of all; rank*;
            am wichtigsten; le plus important; lo mas importante; o mais importante; in descending order;
            top priority; number one; comes|come before everything
        """
    }
)


def sift(document: Document, hits: list[Hit]) -> list[Hit]:
    return [
        h
        for h in hits
        if not any(
            o is not h and o.first <= h.first and h.last <= o.last and (o.last - o.first) > (h.last - h.first)
            for o in around(hits, h)
        )
        and not (
            h.concept == "correctness"
            and document.norm(h.first) == "right"
            and document.norm(h.first + 1) in word_set("here now away one tool tone names words format")
        )
    ]


def read_ratios(draft: Draft) -> bool:
    """ "Correctness is twice as important as tone": twice the other's weight."""
    document, made = draft.document, False
    hits = sift(document, CRITERIA.find(document))
    for ratio in _RATIO.find(document):
        sentence = document.tokens[ratio.first].sentence
        before = [h for h in hits if document.tokens[h.first].sentence == sentence and h.last < ratio.first]
        after = [h for h in hits if document.tokens[h.first].sentence == sentence and h.first > ratio.last]
        if not before or not after:
            continue
        one, two = before[-1] if len(before) == 1 else min(before, key=lambda h: ratio.first - h.last), after[0]
        if one.concept == two.concept:
            continue
        factor = float(ratio.concept)
        known = {c.value["criterion"]: c.value["weight"] for c in draft.items("rubric")}
        if two.concept in known:
            lead, base = round(known[two.concept] * factor, 6), known[two.concept]
        elif one.concept in ("correctness", "hallucination"):
            lead = DEFAULT_WEIGHTS[one.concept]
            base = lead / factor
        else:
            base = DEFAULT_WEIGHTS.get(two.concept, OTHER_WEIGHT)
            lead = base * factor
        sign_one = -1.0 if one.concept in ("hallucination", "latency") else 1.0
        sign_two = -1.0 if two.concept in ("hallucination", "latency") else 1.0
        words = document.norms(ratio.first, ratio.last + 1)
        if "bad" in words:
            sign_one = sign_two = -1.0
        values = {one.concept: sign_one * abs(lead), two.concept: sign_two * abs(base)}
        for concept, hit in ((one.concept, one), (two.concept, two)):
            if concept not in known:
                draft.claim(
                    "rubric",
                    {"criterion": concept, "weight": round(values[concept], 6)},
                    min(one.first, ratio.first),
                    max(two.last, ratio.last),
                    document.quote(ratio.first, ratio.last),
                )
            draft.use(*range(hit.first, hit.last + 1))
        draft.use(*range(ratio.first, ratio.last + 1))
        made = True
    return made


def read_order(draft: Draft) -> bool:
    """ "Most important is X, then Y, then Z": 1.0, 0.5, 0.3, then 0.2."""
    document = draft.document
    hits = sift(document, CRITERIA.find(document))
    for frame in _ORDER.find(document):
        first, last = document.sentences[document.tokens[frame.first].sentence]
        named: list[Hit] = []
        for hit in hits:
            if first <= hit.first < last and draft.free(hit.first) and hit.concept not in {h.concept for h in named}:
                named.append(hit)
        words = document.norms(first, last)
        if document.norm(last - 1) == ":" or (
            len(named) < 2
            and document.norm(last)
            and document.block_of[first].kind == "text"
            and document.norm(last - 1) == ":"
        ):
            named = []
            for _, (low, high) in document.sentences.items():
                if low >= last and document.block_of[low].kind == "bullet":
                    own = next((h for h in hits if low <= h.first < high), None)
                    if own is not None and own.concept not in {h.concept for h in named}:
                        named.append(own)
        chained = (
            ({"first", "order"} & set(document.norms(frame.first, frame.last + 3)) and ":" in words)
            or word_set("then followed after next second lastly finally before third order last >") & set(words)
            or document.norm(last - 1) == ":"
        )
        if len(named) < 2 or not chained:
            continue
        weights = [1.0, 0.5, 0.3]
        for rank, hit in enumerate(named):
            weight = weights[rank] if rank < 3 else 0.2
            if hit.concept in ("hallucination", "latency"):
                weight = DEFAULT_WEIGHTS[hit.concept]
            draft.claim(
                "rubric",
                {"criterion": hit.concept, "weight": weight},
                min(hit.first, frame.first),
                max(hit.last, frame.last),
                "in the order that was given",
            )
            draft.use(*range(hit.first, hit.last + 1))
        return True
    return False
