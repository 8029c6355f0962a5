"""Whether a sum is the price or the size of something else than the work: "the fence cost 3,000 euros", "refunds up to 50 euros"."""

from planner.reader.comparators import Comparators
from planner.reader.layout import Document
from planner.reader.words import word_set

_VERBS = word_set("cost costs is are was were fetch fetches makes earns took takes brings brought")
_ARTICLES = word_set("the a an our my their each every this his her your that one some")
_WORK = word_set(
    "training run it this that whole thing project model job everything all experiment lot work budget limit cap ceiling total sum "
    "amount maximum max money cost costs price bill spend spending machine compute gpu bot what which allowance grant fund kitty "
    "most top end rest share ours mine tuning computing bottom line undertaking exercise affair attempt figure number we i"
)
_SPENDING = word_set(
    "costs expenses funds spends euros dollars pounds francs less means goes us trials hours gpus days always this is was as has does gpus runs"
)


def of_something_else(document: Document, i: int, comparators: Comparators) -> bool:
    """Whether the words in front of the sum at token `i` say so."""
    first, _ = document.sentences[document.tokens[i].sentence]
    comparison = comparators.of(i)
    ahead = min(i, comparison.first) if comparison is not None else i
    return _priced(document, first, i) or (comparison is not None and _sized(document, first, ahead))


def _priced(document: Document, first: int, i: int) -> bool:
    """ "The fence cost 3,000 euros": an article, a thing that is none of the work, a verb without "may" or "must"."""
    verb = i - 1
    if verb <= first or document.norm(verb) not in _VERBS:
        return False
    thing = document.norm(verb - 1)
    articles = _ARTICLES & set(document.norms(max(first, verb - 4), verb - 1))
    return (
        bool(articles)
        and document.tokens[verb - 1].kind == "word"
        and thing not in _WORK
        and len(thing) > 2
        and not (_WORK & set(document.norms(max(first, verb - 4), verb)))
    )


def _sized(document: Document, first: int, at: int) -> bool:
    """ "Refunds up to 50 euros": things that are counted by their sum stand right before the bound."""
    thing = document.norm(at - 1) if at > first else ""
    return (
        len(thing) > 4
        and thing.endswith("s")
        and not thing.endswith("ss")
        and thing not in _SPENDING
        and at - 1 - first <= 4
    )
