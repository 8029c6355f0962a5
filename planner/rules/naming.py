"""What the model and its goal are called."""

import re
import unicodedata
from pathlib import PurePosixPath

from planner.chosen import Chosen
from planner.facts import Facts

_EMPTY = frozenset(
    "a able about after all also an and any anybody anyone anything are as ask at away be because before bot build but by "
    "can could create dear do does else every everybody everyone everything fine for from get give good had has have "
    "having hello help here hey hi how i if in into is it its just keep let like make many may me might model more most "
    "much must my need needs new no not of off on one only or other our ours out over own people please pls really s "
    "say says shall should show small so some somebody something system than thanks that the their them then there "
    "these they thing things this those through to tool train tune tuned up us use used using very want wants was way we "
    "well were what when where which while who whole why will wish with without would yes you your yours today year "
    "week month say tell language llm ai least right correct answers answered percent max min maximum minimum under over "
    "below above always never every each people someone somebody files file data folder based "
    "english german french spanish brief friendly goal task finetune finetuning kind spec train job target request intent called named customers customer help helps helper assistant model models chatbot".split()
)
WORDS, CHARACTERS = 3, 40
_SHORT = {
    "support_chat": "support", "document_qa": "answers", "code": "code", "classification": "classifier",
    "extraction": "extractor", "summarization": "summaries", "translation": "translator", "reasoning": "solver",
    "tool_use": "tools", "writing": "writer", "domain_language": "language", "image_text": "captions",
}  # fmt: skip


def name(facts: Facts) -> Chosen:
    """A slug: a name of the words' own, else the goal's first telling words, else the task."""
    asked = facts.claim("name")
    if asked is not None and asked.value:
        return Chosen(slug(str(asked.value)), asked.why or "you named it.", "request", asked.quote)
    goal = facts.wishes.goal or ""
    telling = [
        word for word in slug(goal, 400).split("-") if len(word) > 2 and word not in _EMPTY and not word.isdigit()
    ]
    kind = _SHORT.get(facts.known.get("task") or "", "model")
    first = [word for word in telling if not kind.startswith(word[:5])][:WORDS]
    if len(first) < 2 and facts.sources:
        place = next((file for file in facts.files if file.strip("./")), facts.sources[0]["path"])
        first = [slug(PurePosixPath(place).name.partition(".")[0], 20), *first]
    return Chosen(
        slug(" ".join(dict.fromkeys([*first, kind]))), "made from the goal and the task, as you gave no name."
    )


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
