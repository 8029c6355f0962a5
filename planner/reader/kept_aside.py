"""A share that is kept aside for judging, where no plain phrase says so: what it sounds like and what is done with it,
weighed together.
"""

from planner.reader.comparators import Comparators
from planner.reader.draft import Draft
from planner.reader.layout import Document
from planner.reader.lexicon.handling import HOLDERS
from planner.reader.patterns import Lexicon, within
from planner.reader.senses import Senses
from planner.reader.words import word_set

_CUES = Lexicon(
    {
        "purpose": """
            for|to|as|serves|serve|by|with|in ?the|a|our|your ?final|later|last|own test*|exam*|check*|control*|evaluat*|judg*|measur*|assess*|grad*|validat*|verif*|scor*|acceptance|benchmark*|those|them|these; examine|test|judge|measure|check ?it on|with|by; exam
        """,
        "aside": """
            keep|keeps|kept|put|puts|set|sets|hold|holds|held|leave|leaves|lock|locks|locked|park|parks|parked|stash|sequester*|reserve*|withhold*|withheld|retain*|spare|save|saved|lay|laid|hide|hidden|store|stored|split|carve ?... ?away|aside|out|back|off|apart; goes|go|lands in|into ?the|a drawer|vault|safe|locker; held out|back; retained; unseen
        """,
        "unseen": """
            never|not|dont|doesnt|isnt|arent|mustnt|hasnt|no|without ... train|trained|training|learn|learned|learns|learning|see|sees|seen|shown|show|touch; off limits|bounds ?for training|learning; out of ?the training|learning; unseen; untouched; out of sight
        """,
    }
)
_WEIGHTS = {"purpose": 1.0, "aside": 1.2, "unseen": 1.2}
_DATA = HOLDERS | word_set(
    "data corpus dataset problems dossiers material set file collection archive pictures cases tasks exercises words questions it them issues judgments bulletins"
)
_OTHER = word_set(
    "profit profits visitors customers users people staff callers budget money salary readers pupils students guests patients drivers turnover revenue points score time traffic vote votes shares couples farmers agents foremen underwriters"
)
ENOUGH = 2.2
LEAST = 0.005
"""What is less is one record, not a share for the test."""


def weigh_shares(draft: Draft, comparators: Comparators, senses: Senses) -> None:
    document = draft.document
    best: tuple[float, int, int, int] | None = None
    for i, token in enumerate(document.tokens):
        if token.kind != "share" or not draft.free(i) or token.signed or not LEAST <= float(token.value) <= 0.5:
            continue
        comparison = comparators.of(i)
        weight = 3.0 * senses.of(i).get("holdout", 0.0) - (
            2.0 if comparison is not None and not comparison.weak else 0.0
        )
        low = high = i
        first, last = document.sentences[token.sentence]
        found: set[str] = set()
        for hit in within(_CUES.find(document), first, last):
            if hit.concept not in found and not _parted(document, hit.first, i):
                found.add(hit.concept)
                weight += _WEIGHTS[hit.concept]
                low, high = min(low, hit.first), max(high, hit.last)
        if not found:
            continue
        behind = document.norms(i + 1, i + 5)
        spoken = (
            {*behind, *document.norms(i, i + 1)}
            if behind[:1] in (["of"], ["from"], ["in"])
            else set(document.norms(i + 1, i + 2))
        )
        weight += 0.6 * bool(_DATA & spoken) - 3.0 * is_of_others(document, i)
        weight += 0.8 * bool(
            document.norm(i - 1) == "("
            and word_set("held retained kept unseen reserved") & set(document.norms(i - 5, i))
        )
        if weight >= ENOUGH and (best is None or weight > best[0]):
            best = (weight, i, low, high)
    if best is not None:
        draft.set("data.holdout", round(float(document.tokens[best[1]].value), 6), best[2], best[3])
        draft.use(best[1])


def is_of_others(document: Document, i: int) -> bool:
    """Whether the share at token i is one of people or of money, not of data."""
    behind = set(document.norms(i + 1, i + 6))
    return bool(_OTHER & behind) and not _DATA & (behind - {"it", "them"})


def _parted(document: Document, one: int, two: int) -> bool:
    """Whether another figure stands between two tokens."""
    low, high = min(one, two), max(one, two)
    return any(document.tokens[k].kind in ("share", "num", "money", "duration") for k in range(low + 1, high))
