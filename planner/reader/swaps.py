"""One thing for another: "replace German by French", "lora -> qlora", "switch from Ray to Kubernetes"."""

from collections.abc import Iterator

from planner.claims import Claim
from planner.reader.layout import Document
from planner.reader.lexicon.turns import WITHDRAW
from planner.reader.patterns import Lexicon
from planner.reader.state import LISTS, State
from planner.reader.words import word_set

_SWAP = Lexicon({
    "swap": """
        replace|replaces|swap|exchange|change|switch|substitute ..... by|with|for|against|through|to|into; switch|change|move|go from ..... to;
        ersetze* ..... durch; tausche ..... gegen; remplace* ..... par; reemplaza* ..... por; sostitui* ..... con; vervang* ..... door
    """,
})  # fmt: skip
_GONE = Lexicon({
    "gone": """
        is|are ?all ?now ?too ?currently gone|full|taken|busy|unavailable|expensive|dear|slow|big|booked|occupied|broken|down|old|outdated;
        isnt|arent available|free|possible|there; is|are not available|free|possible; got|was|were taken|cancelled|sold
    """,
})  # fmt: skip
_ARROW = ("->", "=>")
_SINGLE = word_set(
    "model.adapter model.base model.architecture compute.where compute.gpu compute.region data.cleaning.pii"
)
_ITEMS = ("languages", "delivery.formats")
_WITHDRAW = Lexicon(WITHDRAW)
_DROPS = word_set(
    "drop drops scratch scrap remove delete skip ditch omit forget cancel lose strike leave take abandon without"
)
_LINKS = word_set("the and , or our also out")
_IDLE = word_set("the a an our my from by with for to and instead of please in")


def swap_out(document: Document, state: State) -> list[tuple[str, object, str]]:
    """Items of lists that give way, as (path, item, quote); masks the words that name what gives way."""
    gone: list[tuple[str, object, str]] = []
    for first, last in _giving_way(document):
        words = {w for w in document.norms(first, last + 1) if len(w) > 2} - _IDLE
        for claim in state.claims:
            if claim.path not in LISTS | _SINGLE or claim.path in ("gates", "rubric", "data.sources"):
                continue
            if words & _spoken(claim) or {w.rstrip("s") for w in words} & _spoken(claim):
                if claim.path in LISTS:
                    gone.append((claim.path, claim.value, document.quote(first, last)))
                for k in range(first, last + 1):
                    document.tokens[k].masked, document.tokens[k].mark = True, "swapped"
    for first, last in _dropped(document):
        for claim in state.claims:
            if claim.path in _ITEMS and document.norm(last) in _spoken(claim):
                gone.append((claim.path, claim.value, document.quote(first, last)))
                document.tokens[last].masked, document.tokens[last].mark = True, "dropped"
    if gone:
        document.found.clear()
    return gone


def _dropped(document: Document) -> Iterator[tuple[int, int]]:
    """A verb of leaving off and the word behind it, with others joined by "and"."""
    for i, token in enumerate(document.tokens):
        if (
            token.norm in ("out", "off", "away")
            and i
            and document.norm(i + 1) in ("", ",", ".", "!", "and", "please", "-")
        ):
            yield i - 1, i - 1  # "French out, Italian in"
    for hit in _WITHDRAW.find(document):
        if hit.concept != "front" or document.norm(hit.first) not in _DROPS:
            continue
        if {"dont", "not", "never"} & set(document.norms(hit.first - 2, hit.first)):
            continue
        for k in range(hit.last + 1, min(hit.last + 6, len(document.tokens))):
            if document.tokens[k].kind != "word" and document.norm(k) != ",":
                break
            if document.norm(k) not in _LINKS:
                yield hit.first, k
                if document.norm(k + 1) not in _LINKS:
                    break


def _spoken(claim: Claim) -> set[str]:
    said = claim.quote.casefold().replace(",", " ").replace(".", " ").split()
    return {*said, str(claim.value).casefold()} - _IDLE


def _giving_way(document: Document) -> Iterator[tuple[int, int]]:
    """First and last token of what gives way."""
    for hit in _SWAP.find(document):
        between = document.norms(hit.first + 1, hit.last)
        start = hit.first + 1 + (between[:1] == ["from"])
        if hit.last - start >= 1 and hit.last - start <= 5:
            yield start, hit.last - 1
    for hit in _GONE.find(document):
        if hit.first and document.tokens[hit.first - 1].sentence == document.tokens[hit.first].sentence:
            yield hit.first - 1, hit.first - 1  # "the H100s are gone"
    for i, token in enumerate(document.tokens):
        if token.norm in _ARROW and i and document.tokens[i - 1].kind in ("word", "model"):
            yield i - 1, i - 1
