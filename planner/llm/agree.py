"""Two readings become one, and where they differ on what matters the user is asked.

Silence is no disagreement: what only one reader found is taken, as far as the guard let it through. Equal values, spellings
of one path and lists of which one holds the other are no disagreement either. Where the built-in reader saw that a later
turn changed or took back a value, a model's older reading of it is out of date. What is left is a doubt if the field
matters; elsewhere the built-in reader's value stands.
"""

import math
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Any

from planner.claims import Claim, Doubt, Wishes
from planner.doubts import chosen
from planner.facts import LISTS
from planner.facts import WHOLE as WHOLE_FIELDS
from planner.llm.form import Reading
from planner.surveyed import folded

MATTERS = (
    "task", "budget", "privacy.egress", "model.base", "model.architecture", "model.experts", "data.cleaning.pii",
    "languages", "stages", "gates", "data.sources",
)  # fmt: skip
SAFE: dict[str, tuple[Any, ...]] = {"privacy.egress": (False,), "data.cleaning.pii": ("redact", "drop")}
"""Values that need no permission. Any other needs two readers who agree, or the user's word; until then the safe one holds."""
_RIGHT = ("accuracy", "pass_rate", "exact_match")
"""Ways to measure how many answers are right; which of them is meant, words seldom say."""


def agreed(built_in: Wishes, reading: Reading, turns: Sequence[str], *, files: Sequence[str], today: date) -> Wishes:
    """The wishes with what the model adds, and the doubts that are to be asked about."""
    if not _is_goal(built_in, reading):
        return built_in.model_copy(update={"is_goal": False, "claims": [], "disputes": []})
    merger = _Merger(built_in, turns, files, today)
    for claim in reading.accepted:
        for one in _leaves(claim):
            if not merger.is_settled(one):
                merger.take(one)
    merger.compare_sets()
    return merger.wishes(reading)


def _is_goal(built_in: Wishes, reading: Reading) -> bool:
    """Words ask for a model where both say so; where one does, if it also found what the model is for."""
    if built_in.is_goal == reading.is_goal:
        return built_in.is_goal
    claims = built_in.claims if built_in.is_goal else reading.accepted
    return any(claim.path == "task" for claim in claims)


class _Merger:
    """The built-in claims, changed claim by claim by what the model read."""

    def __init__(self, built_in: Wishes, turns: Sequence[str], files: Sequence[str], today: date) -> None:
        self._built_in, self._turns = built_in, turns
        self._claims = [one for claim in built_in.claims for one in _leaves(claim)]
        self._doubts: list[Doubt] = []
        self._sets: dict[str, list[Claim]] = {}
        self._added: list[Claim] = []
        self._steps = _keys_after_each_turn(turns, files, today) if len(turns) > 1 else []

    def is_settled(self, claim: Claim) -> bool:
        """Whether the words have decided on it otherwise already, so that the model's claim says nothing."""
        wishes = self._built_in
        fields = [*(field for one in wishes.disputes for field in one.fields)]
        fields += [one.path for one in wishes.claims if one.value is None]
        if any(_within(claim.path, field) or _within(field, claim.path) for field in fields):
            return True
        if any((one.path, one.value) == (claim.path, claim.value) for one in wishes.ruled_out):
            return True
        if claim.path == "data.sources":
            gone = [*wishes.left_out, *wishes.unreachable]
            if any(folded(str(one.value)).casefold() == _path(claim) for one in gone):
                return True
        unclear = wishes.unclear_language
        if claim.path == "languages" and unclear is not None and _overlap(claim, unclear):
            return True
        # The built-in reader read it in its turn, and a later turn took it back.
        step = self._steps[claim.turn] if claim.turn < len(self._steps) else set()
        return _key(claim) in step and _key(claim) not in {_key(one) for one in self._claims}

    def take(self, claim: Claim) -> None:
        """Adds a claim, drops it as known, or notes that it is in doubt."""
        if claim.path in ("languages", "stages", "delivery.formats"):
            self._sets.setdefault(claim.path, []).append(claim)
            return
        mine = self._counterpart(claim)
        if mine is None:
            self._add_or_ask(claim)
        elif claim.path == "data.sources" and (more := _refined(mine, claim)) is not None:
            self._claims[self._claims.index(mine)] = more
        elif not _equal(mine, claim) and mine.turn <= claim.turn and claim.path.startswith(MATTERS):
            self._ask(mine, claim)

    def compare_sets(self) -> None:
        """Lists of words: the wider one holds; where each has what the other lacks, it is a doubt."""
        for path, theirs in self._sets.items():
            mine = [one for one in self._claims if one.path == path]
            missing = {str(one.value) for one in mine} - {str(one.value) for one in theirs}
            extra = [one for one in theirs if str(one.value) not in {str(known.value) for known in mine}]
            if not extra:
                continue
            if not missing or path not in MATTERS:
                self._add(*{str(one.value): one for one in extra}.values())
            elif max(one.turn for one in mine) <= max(one.turn for one in theirs):
                self._ask(_together(mine), _together(theirs))

    def wishes(self, reading: Reading) -> Wishes:
        built_in = self._built_in
        last = len(self._turns) - 1
        later = sorted({one.path for one in self._added if one.turn == last}) if last else []
        unclear = built_in.unclear_language
        update: dict[str, Any] = {
            "is_goal": True,
            "goal": built_in.goal or _goal(reading),
            "claims": self._claims,
            "doubts": self._doubts,
            "changed": sorted({*built_in.changed, *later}),
            "unclear_language": None if any(one.path == "languages" for one in self._claims) else unclear,
        }
        if not built_in.is_goal:
            update["intent"] = "goal"
        elif later and built_in.intent == "chat":
            update["intent"] = "change"
        return built_in.model_copy(update=update)

    def _counterpart(self, claim: Claim) -> Claim | None:
        """The claim of the same thing that stands already; null where nothing was said of it."""
        same = [one for one in self._claims if one.path == claim.path]
        if claim.path not in LISTS or claim.path == "data.cleaning.languages":
            return same[0] if same else None
        alike = [one for one in same if _key(one) == _key(claim)]
        # The same words, read as something else.
        touching = [one for one in same if _overlap(one, claim) and (claim.path != "rubric" or not _key(claim)[1])]
        if claim.path == "rubric":
            touching += [one for one in self._claims if one.path == "gates" and _overlap(one, claim)]
        found = [*[one for one in alike if _equal(one, claim)], *[one for one in alike if _overlap(one, claim)]]
        return next(iter([*found, *alike, *touching]), None)

    def _add_or_ask(self, claim: Claim) -> None:
        safe = SAFE.get(claim.path)
        if safe is not None and claim.value not in safe:
            self._ask(claim.model_copy(update={"value": safe[0], "why": "the careful reading of it."}), claim)
        else:
            self._add(claim)

    def _add(self, *claims: Claim) -> None:
        self._claims += claims
        self._added += claims

    def _ask(self, mine: Claim, other: Claim) -> None:
        """A doubt about the words of the last turn is asked about; one about earlier words was, and is settled by what
        was said next: one of the readings, or else the first, which was recommended."""
        first, second = mine, other
        safe = SAFE.get(mine.path)
        if safe is not None and mine.value not in safe and other.value in safe:
            first, second = other, mine
        turn = max(first.turn, second.turn)
        doubt = Doubt(field=first.path, quote=other.quote, readings=[first.value, second.value])
        if turn == len(self._turns) - 1 and not self._answers_itself(doubt, first, second):
            self._put(mine, first)
            if doubt not in self._doubts:
                self._doubts.append(doubt)
            return
        asked_after = min(first.turn, second.turn) if turn == len(self._turns) - 1 else turn
        answer = self._turns[asked_after + 1] if asked_after + 1 < len(self._turns) else ""
        choice = chosen(doubt, answer)
        if choice is None:
            self._put(mine, first)
            return
        told = {"quote": answer.strip() or first.quote, "turn": asked_after + 1, "why": "your answer to my question."}
        self._put(mine, (first, second)[choice].model_copy(update=told))

    def _answers_itself(self, doubt: Doubt, first: Claim, second: Claim) -> bool:
        """Whether the last turn is the answer to this very question, asked after the turn before."""
        return min(first.turn, second.turn) < len(self._turns) - 1 and chosen(doubt, self._turns[-1]) is not None

    def _put(self, old: Claim, new: Claim) -> None:
        """What is meant in the place of what was read; of a list of words each is a claim of its own."""
        whole = isinstance(new.value, list) and new.path in LISTS
        gone = [one for one in self._claims if (one.path == old.path if whole else one == old)]
        at = self._claims.index(gone[0]) if gone else len(self._claims)
        kept = [one for one in self._claims if one not in gone]
        items = [new.model_copy(update={"value": value}) for value in new.value] if whole else [new]
        if whole and new.why != "your answer to my question.":
            known = {str(one.value): one for one in gone}
            items = [known.get(str(one.value), one) for one in items]
        self._claims = [*kept[:at], *items, *kept[at:]]


def _keys_after_each_turn(turns: Sequence[str], files: Sequence[str], today: date) -> list[set[tuple[str, str]]]:
    from planner.reader import read_steps

    steps = read_steps(list(turns), files=list(files), today=today)
    return [{_key(one) for claim in step.claims for one in _leaves(claim)} for step in steps]


def _leaves(claim: Claim) -> Iterator[Claim]:
    """An object's parts as claims of their own; items of lists stay whole."""
    many = isinstance(claim.value, dict) and bool(claim.value)
    if not many or claim.path in LISTS or claim.path in WHOLE_FIELDS:
        if isinstance(claim.value, list) and claim.path in LISTS and claim.path != "data.cleaning.languages":
            yield from (claim.model_copy(update={"value": value}) for value in claim.value)
        else:
            yield claim
        return
    for key, value in claim.value.items():
        if value is not None:
            yield claim.model_copy(update={"path": f"{claim.path}.{key}", "value": value})


def _key(claim: Claim) -> tuple[str, str]:
    """What a claim is about: the field, and of a list which of its items."""
    value = claim.value
    if claim.path == "gates":
        metric = str(value.get("metric"))
        kind = "right" if metric in _RIGHT else "latency" if metric.startswith("latency") else metric
        return "gates", f"{kind} {value.get('against') or ''}"
    if claim.path == "rubric":
        criterion = str(value.get("criterion"))
        return "rubric", "" if criterion in ("policy", "custom") else criterion
    if claim.path == "data.sources":
        return "data.sources", _path(claim).rpartition("/")[2]
    return claim.path, str(value) if claim.path in LISTS else ""


def _equal(one: Claim, other: Claim) -> bool:
    """Whether two claims of the same thing say the same of it, as far as it matters."""
    if one.path == "rubric":
        return True
    if one.path == "gates":
        up = {str(claim.value.get("op"))[:1] for claim in (one, other)}
        return _key(one) == _key(other) and len(up) == 1 and _same(one.value.get("value"), other.value.get("value"))
    if one.path == "data.sources":
        if _key(one) != _key(other):
            return False
        return all(
            one.value.get(key) in (None, other.value.get(key)) or other.value.get(key) is None
            for key in ("role", "since", "until")
        )
    if one.path == "model.base":
        first, second = (_letters(claim.value) for claim in (one, other))
        return first in second or second in first
    return _same(one.value, other.value)


def _same(one: Any, other: Any) -> bool:
    if isinstance(one, bool) or isinstance(other, bool):
        return bool(one is other)
    if isinstance(one, int | float) and isinstance(other, int | float):
        return math.isclose(one, other, rel_tol=1e-6)
    if isinstance(one, str) and isinstance(other, str):
        return one.casefold() == other.casefold()
    return bool(one == other)


def _refined(mine: Claim, other: Claim) -> Claim | None:
    """The same file with what the built-in reader left open of it; null where nothing is added, or they differ."""
    if not _equal(mine, other):
        return None
    more = {
        key: other.value[key] for key in ("role", "since", "until") if other.value.get(key) and not mine.value.get(key)
    }
    return other.model_copy(update={"value": {**mine.value, **more}}) if more else None


def _together(claims: list[Claim]) -> Claim:
    """Several items of a list as one claim of them all."""
    latest = max(claims, key=lambda one: one.turn)
    return latest.model_copy(update={"value": list(dict.fromkeys(one.value for one in claims))})


def _overlap(one: Claim, other: Claim) -> bool:
    """Whether two claims rest on the same words."""
    return bool(one.quote and other.quote) and (one.quote in other.quote or other.quote in one.quote)


def _within(path: str, outer: str) -> bool:
    return path == outer or path.startswith(f"{outer}.")


def _path(claim: Claim) -> str:
    return folded(str(claim.value.get("path", ""))).casefold()


_letters: Callable[[Any], str] = lambda value: "".join(c for c in str(value).casefold() if c.isalnum())  # noqa: E731


def _goal(reading: Reading) -> str:
    """The words that say what the model is for."""
    task = next((claim for claim in reading.accepted if claim.path == "task"), None)
    return " ".join(task.quote.split())[:220] if task else ""
