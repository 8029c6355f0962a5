"""Questions about words that two readers understand differently: both readings in plain words, and the answer to them."""

import re
from typing import Any

from planner.claims import Doubt
from planner.propose import TASKS
from planner.replies import describe
from planner.words import day, hours, languages, listed, number
from training.spec import Question
from training.spec.spec import Gate

_PLAIN: dict[tuple[str, Any], str] = {
    ("privacy.egress", True): "data and prompts may leave your machines",
    ("privacy.egress", False): "nothing leaves your machines",
    ("data.cleaning.pii", "keep"): "personal data stays in",
    ("data.cleaning.pii", "redact"): "personal data is masked",
    ("data.cleaning.pii", "drop"): "records with personal data are dropped",
    ("model.base", "scratch"): "start from nothing, without a base model",
    ("model.architecture", "dense"): "one model in one piece",
    ("model.architecture", "moe"): "a mixture of experts",
}
_ORDINALS = (
    {"first", "1", "1st", "a", "former", "one"},
    {"second", "2", "2nd", "b", "latter", "two", "other"},
)
_SMALL = frozenset(
    "the i mean want please it is that reading option take use with of to and or a an in at as for".split()
)


def question(doubt: Doubt) -> Question:
    """Which of the two is meant; the first is recommended, and is what a yes takes."""
    options = [plain(doubt.field, value) for value in doubt.readings]
    return Question(
        field=doubt.field,
        question=f"I can read “{_short(doubt.quote)}” in two ways: {options[0]}; or: {options[1]}. Which do you mean?",
        recommended=f"{options[0]}.",
        options=options,
        accepts=doubt.readings[0],
    )


def chosen(doubt: Doubt, answer: str) -> int | None:
    """Which reading an answer takes: by the words that only one of them has, or as the first or second.

    Null where the answer takes neither; a yes takes the recommended one, which needs no telling.
    """
    said = set(_words(answer))
    if not said:
        return None
    words = [set(_words(plain(doubt.field, value))) for value in doubt.readings]
    own = [words[0] - words[1], words[1] - words[0]]
    share = [len(one & said) / len(one) if one else 0.0 for one in own]
    for i in (0, 1):
        if share[i] >= 0.5 and share[i] > share[1 - i]:
            return i
    rest = said - _SMALL
    named = [i for i in (0, 1) if rest and rest <= _ORDINALS[i]]
    return named[0] if len(named) == 1 else None


def plain(field: str, value: Any) -> str:
    """A reading as one would say it."""
    if (field, value if isinstance(value, str | bool) else None) in _PLAIN:
        return _PLAIN[field, value]
    if field == "task":
        return f"a model that {TASKS.get(str(value), str(value))}"
    if field == "languages":
        return languages([str(one) for one in value])
    if field == "stages":
        return listed([describe.shown(one) for one in value], last="then")
    if field == "gates":
        return describe.gate(Gate.model_validate({"op": None, "value": None, "metric": None, **value}))
    if field == "data.sources":
        role = describe.ROLES.get(str(value.get("role")), "")
        limits = [
            f"{word} {day(value[key])}" for key, word in (("since", "from"), ("until", "up to")) if value.get(key)
        ]
        return ", ".join([f"`{value['path']}`{f' as {role}' if role else ''}", *limits])
    if field == "budget.wall_clock_hours":
        return f"at most {hours(value)}"
    if field == "budget.gpu_hours":
        return f"at most {value:g} GPU-hours"
    if field == "budget.cost.amount":
        return f"at most {number(value)}"
    if field == "budget.deadline":
        return f"done by {day(value)}"
    if field == "model.base":
        return f"start from {value}"
    if field == "model.experts":
        return f"{value} experts"
    return describe.shown(value)


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+(?:[.,]\d+)?", text.casefold())


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 90 else text[:87] + "…"
