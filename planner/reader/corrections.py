"""Slips mended on the spot: "20, no, 30 trials", "eighty five no make that eighty eight percent"."""

from planner.reader.layout import Document
from planner.reader.patterns import Lexicon
from planner.reader.words import word_set

_CUES = Lexicon({
    "correction": """
        no ,; no make that|it; make that|it; no wait; wait no; no sorry; sorry; i mean; i meant; rather;
        or rather; hang on; hold on; correction; scratch that; strike that; or better say; no , sorry;
        actually; no ... no; ah no; uh no; um no; er no; oh wait; oops; nein; non; pardon; besser gesagt;
        plutot; mejor dicho; , no; no , make; wait; better; no thats
    """,
    "instead": """
        instead of ?the; rather than; in place of; not; up from; down from; anstatt; statt; au lieu de;
        en vez de; invece di; in plaats van; replaces; instead of the old; used to be
    """,
})  # fmt: skip
_NUMBERS = frozenset(("share", "num", "money", "duration", "gpu_hours", "params", "memory", "date"))


def mask_corrected(document: Document) -> None:
    """Masks each number that is taken back in the same breath, and the old one in "93% instead of 90"."""
    tokens = document.tokens
    numbers = [i for i, t in enumerate(tokens) if t.kind in _NUMBERS and not t.masked]
    for hit in _CUES.find(document):
        earlier = [i for i in numbers if i < hit.first]
        later = [i for i in numbers if i > hit.last]
        if hit.concept == "instead":
            if (
                later
                and later[0] - hit.last <= 3
                and ((earlier and hit.first - earlier[-1] <= 7) or tokens[hit.first].norm != "not")
            ):
                old, new = later[0], (earlier[-1] if earlier else None)
                if tokens[hit.first].norm == "not" and (
                    new is None or not _alike(document, old, new) or tokens[old].sentence != tokens[new].sentence
                ):
                    continue
                if tokens[hit.first].norm == "not" and document.norm(hit.last + 1) in word_set(
                    "more less over under above below a one"
                ):
                    continue
                tokens[old].masked, tokens[old].mark = True, "instead of"
            continue
        if not earlier or not later:
            continue
        old, new = earlier[-1], later[0]
        if (
            document.norms(hit.first, hit.last + 1) == ["no", ","]
            and tokens[hit.first - 1].kind != "punct"
            and tokens[hit.first].sentence == tokens[hit.first - 1].sentence
        ):
            continue
        strong = (
            document.norms(hit.first, hit.last + 1) != ["better"]
            and document.norms(hit.first, hit.last + 1) != ["actually"]
            and document.norms(hit.first, hit.last + 1) != ["rather"]
            and document.norms(hit.first, hit.last + 1) != ["sorry"]
            and document.norms(hit.first, hit.last + 1) != [",", "no"]
            and document.norms(hit.first, hit.last + 1) != ["no"]
        )
        near = hit.first - old <= 5 and new - hit.last <= (7 if strong else 3)
        if document.block_of[old] is not document.block_of[new] and document.block_of[old].kind in ("bullet", "row"):
            continue
        if not near or not _alike(document, old, new) or abs(tokens[old].sentence - tokens[new].sentence) > 1:
            continue
        if tokens[old].sentence != tokens[new].sentence and not strong:
            continue
        tokens[old].masked, tokens[old].mark = True, "corrected"


def _alike(document: Document, old: int, new: int) -> bool:
    one, two = document.tokens[old], document.tokens[new]
    return one.kind == two.kind or "num" in (one.kind, two.kind)
