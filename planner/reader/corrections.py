"""Slips mended on the spot: "20, no, 30 trials", "eighty five no make that eighty eight percent"."""

from planner.reader.layout import Document
from planner.reader.patterns import Lexicon
from planner.reader.words import word_set

_CUES = Lexicon({
    "correction": """
        no ,; no make that|it; make that|it; no wait; wait no; no sorry; sorry; i mean; i meant; rather;
        or rather; hang on; hold on; correction; scratch that; strike that; or better say; no , sorry;
        actually; no ... no; ah no; eh no; nah; uh no; sorry i|thats|make|no|not; um no; er no; oh wait; oops; nein; non; pardon; besser gesagt;
        plutot; mejor dicho; , no; no , make; wait; better; no thats; , no , lets|make|say|better|rather|i; lets say|make; well; typo; , well ,
    """,
    "instead": """
        instead of ?the; rather than; in place of; not; up from; down from; anstatt; statt; au lieu de;
        en vez de; invece di; in plaats van; replaces; instead of the old; used to be
    """,
    "concession": """
        fine|ok|okay|alright|agreed|deal|settled ,|.|then|:|- ; let us|lets settle|agree on; all right ,|then; wait ,|.|-|; hold on; on second thought*;
        thinking about it; changed my mind; changed our minds; after all; in the end; final answer|decision|version|number ?:; final :; compromise;
        hm|hmm|hm, ,|.|-|no; no wait; better ,|still|yet; come to think of it; finally; we decided|agreed|settled on; decision: ; actually ,|no|make|take|only|just;
        einverstanden; doch lieber; d accord ,|pour; de acuerdo
    """,
})  # fmt: skip
_NUMBERS = frozenset(("share", "num", "money", "duration", "gpu_hours", "params", "memory", "date"))

REACH = 60
"""Tokens that a figure and the one that takes its place later in the turn may stand apart."""


def mask_corrected(document: Document) -> None:
    """Masks each number that is taken back in the same breath, and the old one in "93% instead of 90"."""
    tokens = document.tokens
    numbers = [i for i, t in enumerate(tokens) if t.kind in _NUMBERS and not t.masked]
    _mask_conceded(document, numbers)
    for old in numbers:  # "ninety seven percent no ninety eight percent"
        between = next((k for k in range(old + 1, old + 4) if document.norm(k) not in _MUTTERED), old)
        if between in numbers and "no" in document.norms(old + 1, between) and _alike(document, old, between):
            take_back(document, old, between)
    for hit in _CUES.find(document):
        if hit.concept == "concession":
            continue
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
            document.norms(hit.first, hit.last + 1) not in (["better"], ["well"])
            and document.norms(hit.first, hit.last + 1) != ["actually"]
            and document.norms(hit.first, hit.last + 1) != ["rather"]
            and (
                document.norms(hit.first, hit.last + 1) != ["sorry"]
                or hit.first == document.sentences[tokens[hit.first].sentence][0]
            )
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
        take_back(document, old, new)


def take_back(document: Document, old: int, new: int) -> None:
    """The new figure holds. Where it has no unit of its own the old one goes on with its value: "8 GPU hours *80"."""
    tokens = document.tokens
    follows = tokens[new + 1] if new + 1 < len(tokens) and tokens[new + 1].sentence == tokens[new].sentence else None
    bare = tokens[new].kind == "num" and (follows is None or follows.kind != "word" or follows.norm in _LOOSE)
    named = tokens[old].kind != "num" or (
        old + 1 < len(tokens) and tokens[old + 1].kind == "word" and document.norm(old + 1) not in _LOOSE
    )
    if not bare or not named:
        tokens[old].masked, tokens[old].mark = True, "corrected"
        return
    one, figure = tokens[old], float(tokens[new].value)
    scale = float(one.value) / one.raw if one.raw else 1.0
    one.value, one.raw, one.until = figure * scale, figure, tokens[new].end
    tokens[new].masked, tokens[new].mark = True, "corrects"


_LOOSE = word_set("if and or so because since then lol sorry max tops please pls dot typo the i we that is new")
_MUTTERED = word_set("no um uh er oh sorry wait ah")


def _alike(document: Document, old: int, new: int) -> bool:
    one, two = document.tokens[old], document.tokens[new]
    return one.kind == two.kind or "num" in (one.kind, two.kind)


def _mask_conceded(document: Document, numbers: list[int]) -> None:
    """ "8 trials ... hm, fine, 4 trials": where a figure of the same thing follows a word of giving way, it holds."""
    tokens = document.tokens
    cues = [h.first for h in _CUES.find(document) if h.concept == "concession"]
    latest: dict[tuple[str, str], int] = {}
    for i in numbers:
        counted = _counted(document, i)
        if counted is None:
            continue
        old = latest.get(counted)
        latest[counted] = i
        if old is None or i - old > REACH or not any(old < cue < i for cue in cues):
            continue
        if document.block_of[old] is document.block_of[i] or document.block_of[i].kind == "text":
            tokens[old].masked, tokens[old].mark = True, "corrected"


_CONDITIONS = word_set("when whenever where each with from that than then were")


def _counted(document: Document, i: int) -> tuple[str, str] | None:
    """What a number is a number of: its unit, or the word behind it."""
    token = document.tokens[i]
    if token.kind in ("money", "gpu_hours", "params"):
        return token.kind, ""
    word = document.norm(i + 1)
    if (
        token.kind != "num"
        or token.signed
        or word in _CONDITIONS
        or i + 1 >= len(document.tokens)
        or document.tokens[i + 1].sentence != token.sentence
    ):
        return None
    return (token.kind, word.rstrip("s")) if document.tokens[i + 1].kind == "word" and len(word) > 3 else None
