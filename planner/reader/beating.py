"""Better than something: who the opponent is, and "must beat X", which needs no number."""

from planner.reader.draft import Draft
from planner.reader.layout import Document
from planner.reader.lexicon.manners import MODEL
from planner.reader.negation import negated
from planner.reader.opponents import compared_with, opponents
from planner.reader.patterns import Hit
from planner.reader.rejecting import rejected
from planner.reader.words import word_set

_OVER = word_set("over to against above before rather")
_WISH = word_set(
    "must should has have need needs want to only if unless shall soll muss doit debe deve moet please gate : when once"
)


def opponent_of(document: Document, sentence: int, hit: Hit) -> Hit | None:
    """The opponent named nearest behind the verb; else in the sentence, or in the one before ("win against it")."""
    found = opponents(document)
    here = [
        o for o in found if document.tokens[o.first].sentence == sentence and not (hit.first <= o.first <= hit.last)
    ]
    if here:
        return min(here, key=lambda o: (o.first < hit.first, document.distance(hit.last, o.first), -(o.last - o.first)))
    placed = compared_with(document, hit)
    if placed is not None:
        return placed
    before = [o for o in found if 0 < sentence - document.tokens[o.first].sentence <= 2]
    return before[-1] if before else None


def read_beating(draft: Draft, hits: list[Hit]) -> None:
    """ "Must beat X" without a number is a win rate above one half."""
    document = draft.document
    if any(c.path == "gates" and c.value["metric"] == "win_rate" for c in draft.claims):
        return
    claimed: set[str] = set()
    for hit in hits:
        if hit.concept != "win_rate" or not draft.free(hit.first):
            continue
        words = document.norms(hit.first, hit.last + 1)
        first, last = document.sentences[document.tokens[hit.first].sentence]
        equal = words[:3] == ["as", "good", "as"] or "worse" in words
        if "worse" not in words and negated(document, hit.first, hit.last) and not _or_else(document, hit, first):
            continue
        preferred = words[0].startswith(("prefer", "favour", "favor", "pick", "cho")) and not (
            _OVER & set(document.norms(hit.first, hit.last + 3))
        )
        if preferred or words[0].startswith("top") or (words[0] in ("wins", "win") and len(words) == 1):
            continue
        beaten = _beaten(document, hit, last)
        if not beaten:
            continue
        ahead = set(document.norms(first, hit.first))
        listed = document.block_of[hit.first].kind in ("row", "bullet")
        if not (_WISH | MODEL) & ahead and hit.first - first > 2 and not listed:
            continue
        for opponent in beaten:
            if opponent.concept in claimed:
                continue
            claimed.add(opponent.concept)
            draft.claim(
                "gates",
                {"metric": "win_rate", "op": ">=" if equal else ">", "value": 0.5, "against": opponent.concept},
                hit.first,
                opponent.last,
                "beating something means winning more than half of the comparisons",
            )
            draft.use(*range(hit.first, opponent.last + 1))


def _beaten(document: Document, hit: Hit, last: int) -> list[Hit]:
    """Who stands behind the verb: the nearest, and those that an "and" or a comma adds to it."""
    found: list[Hit] = []
    for other in sorted(opponents(document), key=lambda o: o.first):
        if not hit.first < other.first < last:
            continue
        if not found:
            if other.first - hit.last <= 7:
                found.append(other)
            continue
        between = document.norms(found[-1].last + 1, other.first)
        if len(between) <= 4 and set(between) & {"and", ",", "und", "et", "y", "e", "en"}:
            found.append(other)
        elif other.first > found[-1].last:
            break
    placed = None if found else compared_with(document, hit)
    return [placed] if placed is not None else found


def _or_else(document: Document, hit: Hit, first: int) -> bool:
    """ "If it doesn't beat X we won't use it": what is turned down is that it does not."""
    return bool(_IF & set(document.norms(first, hit.first))) and rejected(document, hit.last)


_IF = word_set("if when should unless as where")
