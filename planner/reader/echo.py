"""What is in force named by the user's own words for it: "the parsing limit" after "99% of the output must parse"."""

from collections.abc import Iterable

from planner.claims import Claim
from planner.reader.lexicon.changing import LIGHT
from planner.reader.state import State
from planner.reader.tokens import fold
from planner.reader.words import word_set

STEM = 4
"""First letters that two forms of a word share ("parse", "parsing")."""
_KINDS = word_set(
    "limit rule gate condition requirement target threshold thing part penalty cap criterion item point points weight score answer "
    "answers must model should with least most under within data file files questions customers people percent hours days euros "
    "trials words their them what when from have into that this please wants need keep make take drop forget remove more less than"
)


def echoed(words: Iterable[str], state: State, paths: tuple[str, ...]) -> Claim | None:
    """The one claim under `paths` whose quote or detail shares a telling word with these; None where none or several do.

    Args:
        words: folded, as tokens have them.
    """
    said = {word[:STEM] for word in words if _tells(word)}
    if not said:
        return None
    meant = [c for c in state.claims if c.path.startswith(paths) and said & _stems(c)]
    return meant[0] if len(meant) == 1 else None


def _stems(claim: Claim) -> set[str]:
    detail = str(claim.value.get("detail") or "") if isinstance(claim.value, dict) else ""
    return {word[:STEM] for word in fold(f"{claim.quote} {detail}").replace("-", " ").split() if _tells(word)}


def _tells(word: str) -> bool:
    return len(word) >= STEM and word.isalpha() and word not in LIGHT and word not in _KINDS
