"""How many GPUs where the number stands apart from their name: "H100 cards, four of them", "a pair of L4s", "use one only"."""

from planner.reader.draft import Draft
from planner.reader.layout import Document
from planner.reader.patterns import Lexicon
from planner.reader.words import word_set

_SETS = {"pair": 2, "couple": 2, "duo": 2, "dual": 2, "twin": 2, "both": 2, "trio": 3, "triple": 3, "quad": 4, "quartet": 4, "octet": 8, "brace": 2}  # fmt: skip
_LINKS = word_set("of our the nvidia geforce rtx tesla spare old new big used")
_ONLY = Lexicon(
    {
        "one": """
            use|take|want|need|request|have|give ... one only; only|just|use one ?of ?them ?is|works|runs|free|left|ours|alive|available; so|therefore just|only|simply ?just one;
            one ?of ?them only|alone; just the one; has|have|is died|dead|broken|failed|gone|dying ... one; one ?is left|remains|remaining; so one
        """
    }
)


def counted_as_set(document: Document, first: int) -> tuple[float | None, int | None]:
    """The number that a word for several in front of token `first` stands for, and its place."""
    for i in range(first - 1, max(-1, first - 4), -1):
        word = document.norm(i)
        if word in _SETS and document.tokens[i].sentence == document.tokens[first].sentence:
            return float(_SETS[word]), i
        if word not in _LINKS:
            break
    return None, None


def times_nodes(draft: Draft, count: float, at: int) -> tuple[float, int]:
    """ "Two nodes of eight H200": sixteen, counted from the first number."""
    document = draft.document
    place = at - 1
    while document.norm(place) in word_set("of with each with having holding x × * , has have at"):
        place -= 1
    if (
        place < 1
        or document.norm(place) not in _NODES
        or document.tokens[place].sentence != document.tokens[at].sentence
    ):
        return count, at
    nodes = document.tokens[place - 1]
    if nodes.kind != "num" or not draft.free(place - 1) or not 1 < float(nodes.value) <= 10_000:
        return count, at
    draft.use(at)
    return count * float(nodes.value), place - 1


_NODES = word_set("nodes servers machines boxes hosts workstations computers racks rigs")


def counted_behind(draft: Draft, last: int) -> tuple[float | None, int | None]:
    """ "H100 cards, four of them"."""
    document = draft.document
    place = last + 1
    while document.norm(place) in word_set("cards card gpus gpu boards accelerators , ( - and please"):
        place += 1
    if place >= len(document.tokens) or document.tokens[place].sentence != document.tokens[last].sentence:
        return None, None
    token = document.tokens[place]
    parted = place > last + 1 and document.norm(place - 1) in (",", "(", "-")
    if token.kind != "num" or not draft.free(place) or not parted or not 0 < float(token.value) <= 1000:
        return None, None
    of_them = document.norms(place + 1, place + 3) in (["of", "them"], ["of", "these"], ["of", "those"])
    return (
        (float(token.value), place)
        if of_them or document.norm(place + 1) in word_set("pieces cards gpus units in-all")
        else (None, None)
    )


def cut_down(draft: Draft) -> None:
    """ "Two cards are there, but use one only": of several, one is meant."""
    document = draft.document
    claim = next((c for c in draft.claims if c.path == "compute.gpus" and c.value > 1), None)
    if claim is None:
        return
    begin = document.text.find(claim.quote)
    at = next((i for i, t in enumerate(document.tokens) if t.start >= begin), 0)
    for hit in _ONLY.find(document):
        if at < hit.first <= at + 20 and document.tokens[hit.first].sentence - document.tokens[at].sentence <= 1:
            draft.claims.remove(claim)
            draft.set("compute.gpus", 1, hit.first, hit.last, "of those that there are, one")
            return
