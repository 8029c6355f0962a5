"""What the model and its goal are called."""

import re
import unicodedata

from planner.chosen import Chosen
from planner.facts import Facts

_EMPTY = frozenset(
    "a an and any are as at be bot but by can could do for from get give has have hello hey hi i in into is it its let "
    "like make me model my need of on one or our please pls s small some that the them this to train tune fine up us "
    "want was we what which will with would you your build create dear help thanks new there here so good day".split()
)
WORDS, CHARACTERS = 4, 40


def name(facts: Facts) -> Chosen:
    """A slug: a name of the words' own, else the goal's first telling words, else the task."""
    asked = facts.claim("name")
    if asked is not None and asked.value:
        return Chosen(slug(str(asked.value)), asked.why or "you named it.", "request", asked.quote)
    goal = facts.wishes.goal or ""
    telling = [word for word in slug(goal, 400).split("-") if word and word not in _EMPTY and not word.isdigit()]
    text = slug(" ".join(telling[:WORDS]))
    task = (facts.known.get("task") or "model").replace("_", "-")
    return Chosen(text or f"own-{task}", "made from the goal, as you gave no name.")


def goal(facts: Facts) -> Chosen:
    """One sentence in the words of the request."""
    claim = facts.claim("goal")
    if claim is not None and claim.value:
        return Chosen(claim.value, claim.why or "your own words.", "request", claim.quote)
    return Chosen(facts.wishes.goal or None, "the request in one sentence.")


def slug(text: str, longest: int = CHARACTERS) -> str:
    """`Clausula Sevilla!` -> `clausula-sevilla`; cut at a word's end."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    joined = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    return joined if len(joined) <= longest else joined[: longest + 1].rpartition("-")[0] or joined[:longest]
