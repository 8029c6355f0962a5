"""Two readings become one, and where they differ on what matters the user is asked.

Silence is no disagreement: what only one reader found is taken, as far as the guard let it through. Equal values, spellings
of one path and lists of which one holds the other are no disagreement either. Where the built-in reader saw that a later
turn changed or took back a value, a model's older reading of it is out of date. What is left is a doubt if the field
matters; elsewhere the built-in reader's value stands.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from planner.claims import Claim, Doubt, Wishes
from planner.doubts import chosen, question
from planner.facts import LISTS
from planner.llm.form import Reading
from planner.llm.same import equal, key_of, overlap, parts, path_of, refined, same, same_figure, together
from planner.reader import read_steps
from planner.surveyed import folded
from training.spec import Answer

MATTERS = (
    "task", "budget", "privacy.egress", "model.base", "model.architecture", "model.experts", "data.cleaning.pii",
    "languages", "stages", "gates", "data.sources",
)  # fmt: skip
SAFE: dict[str, tuple[Any, ...]] = {"privacy.egress": (False,), "data.cleaning.pii": ("redact", "drop")}
"""Values that need no permission. A model alone can't give it: the user is asked, and until then the safe one holds."""
ANSWERED = "your answer to my question."
LONGEST = 300


def agreed(built_in: Wishes, reading: Reading, turns: Sequence[str], *, files: Sequence[str], today: date) -> Wishes:
    """The wishes with what the model adds, and the doubts that are to be asked about."""
    if not _is_goal(built_in, reading):
        return built_in.model_copy(update={"is_goal": False, "claims": [], "disputes": []})
    merger = _Merger(built_in, turns, files, today)
    for claim in reading.accepted:
        for one in parts(claim):
            if not merger.is_settled(one):
                merger.take(one)
    merger.compare_sets()
    return merger.wishes(reading)


def _is_goal(built_in: Wishes, reading: Reading) -> bool:
    """Words ask for a model where both readers say so. The built-in one alone is believed if it found something to plan
    with, as a question costs less than a shrug; the model alone if it found what the task is."""
    if built_in.is_goal == reading.is_goal:
        return built_in.is_goal
    if built_in.is_goal:
        return bool(built_in.claims)
    return any(claim.path == "task" for claim in reading.accepted)


class _Merger:
    """The built-in claims, changed claim by claim by what the model read."""

    def __init__(self, built_in: Wishes, turns: Sequence[str], files: Sequence[str], today: date) -> None:
        self._built_in, self._turns = built_in, turns
        self._claims = [one for claim in built_in.claims for one in parts(claim)]
        self._doubts: list[Doubt] = []
        self._sets: dict[str, list[Claim]] = {}
        self._added: list[Claim] = []
        self._answers: list[Answer] = []
        self._steps = read_steps(list(turns), files=list(files), today=today) if len(turns) > 1 else []
        steps = self._steps
        anew = [i for i in range(1, len(steps)) if steps[i - 1].is_goal and steps[i].goal != steps[i - 1].goal]
        self._goal_began = anew[-1] if anew else 0
        self._keys = [{key_of(one) for claim in step.claims for one in parts(claim)} for step in self._steps]

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
            if any(folded(str(one.value)).casefold() == path_of(claim) for one in gone):
                return True
        unclear = wishes.unclear_language
        if claim.path == "languages" and unclear is not None and overlap(claim, unclear):
            return True
        last = len(self._turns) - 1
        if last and claim.turn == last and wishes.intent in ("why", "what_if"):  # it only asks
            return True
        if claim.turn < self._goal_began:  # an earlier goal; what still holds of it the built-in reader has kept
            return True
        # The built-in reader read it in its turn, and a later turn took it back.
        then = self._keys[claim.turn] if claim.turn < len(self._keys) else set()
        return key_of(claim) in then and key_of(claim) not in {key_of(one) for one in self._claims}

    def take(self, claim: Claim) -> None:
        """Adds a claim, drops it as known, or notes that it is in doubt."""
        if claim.path in ("languages", "stages", "delivery.formats"):
            self._sets.setdefault(claim.path, []).append(claim)
            return
        mine = self._counterpart(claim)
        if mine is None:
            if not any(same_figure(one, claim) for one in self._claims):
                self._add_or_ask(claim)
        elif claim.path == "data.sources" and (more := refined(mine, claim)) is not None:
            self._claims[self._claims.index(mine)] = more
        elif not equal(mine, claim) and mine.turn <= claim.turn and claim.path.startswith(MATTERS):
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
                self._ask(together(mine), together(theirs))

    def wishes(self, reading: Reading) -> Wishes:
        built_in = self._built_in
        last = len(self._turns) - 1
        later = sorted({one.path for one in self._added if one.turn == last}) if last else []
        answered = [one for one in self._answers if one.turn == last]
        changed = {one.path for one in self._claims if one.why == ANSWERED and one.turn == last}
        unclear = built_in.unclear_language
        update: dict[str, Any] = {
            "is_goal": True,
            "goal": built_in.goal or _goal(reading),
            "claims": self._claims,
            "doubts": self._doubts,
            "answers": self._answers,
            "changed": sorted({*built_in.changed, *later, *changed}),
            "unclear_language": None if any(one.path == "languages" for one in self._claims) else unclear,
        }
        if not built_in.is_goal:
            update["intent"] = "goal"
        elif answered:  # a yes to a question is none to the plan it leads to
            update["intent"] = "answer"
        elif later and built_in.intent == "chat":
            update["intent"] = "change"
        return built_in.model_copy(update=update)

    def _counterpart(self, claim: Claim) -> Claim | None:
        """The claim of the same thing that stands already; null where nothing was said of it."""
        known = [one for one in self._claims if one.path == claim.path]
        if claim.path not in LISTS or claim.path == "data.cleaning.languages":
            return known[0] if known else None
        alike = [one for one in known if key_of(one) == key_of(claim)]
        touching = [one for one in known if overlap(one, claim)]
        if claim.path == "gates":
            # Two measures of one thing are two conditions, unless they rest on the same words.
            alike = [one for one in alike if one in touching or one.value.get("metric") == claim.value.get("metric")]
            touching = [one for one in touching if same(one.value.get("value"), claim.value.get("value"))]
        elif claim.path == "data.sources":
            # A file that the words name is one more; one that they only mean may be the other.
            named = str(claim.value.get("path")).casefold() in claim.quote.casefold()
            touching = [] if named else touching
        else:
            touching = [] if key_of(claim)[1] else touching
            touching += [one for one in self._claims if one.path == "gates" and overlap(one, claim)]
        first = [one for one in alike if equal(one, claim)] + [one for one in alike if overlap(one, claim)]
        return next(iter([*first, *alike, *touching]), None)

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
        doubt = Doubt(field=first.path, quote=other.quote, readings=[first.value, second.value])
        asked = self._asked_after(doubt, first, second)
        if asked is None:
            if doubt not in self._doubts:
                self._doubts.append(doubt)
            self._put(mine, first)
            return
        words = self._turns[asked + 1]
        choice = chosen(doubt, words)
        told = {"quote": words.strip() or first.quote, "turn": asked + 1, "why": ANSWERED}
        meant = (first, second)[choice].model_copy(update=told) if choice is not None else first
        self._put(mine, meant)
        if choice is not None or self._steps[asked + 1].intent == "approval":
            short = " ".join(words.split())[:LONGEST]
            said = question(doubt).question
            self._answers.append(Answer(field=doubt.field, question=said, answer=short, turn=asked + 1))

    def _asked_after(self, doubt: Doubt, first: Claim, second: Claim) -> int | None:
        """The turn after which the doubt was asked about; null where it is to be asked now."""
        last, latest = len(self._turns) - 1, max(first.turn, second.turn)
        if latest < last:
            return latest
        # What one reader takes from the last turn may be the answer to this very question.
        answers = min(first.turn, second.turn) < last and chosen(doubt, self._turns[last]) is not None
        return last - 1 if answers else None

    def _put(self, old: Claim, new: Claim) -> None:
        """What is meant in the place of what was read; of a list of words each is a claim of its own."""
        if old not in self._claims and new.value == old.value and new.path in SAFE:
            return  # nobody said it: it is the default
        whole = isinstance(new.value, list) and new.path in LISTS
        gone = [one for one in self._claims if (one.path == old.path if whole else one == old)]
        at = self._claims.index(gone[0]) if gone else len(self._claims)
        kept = [one for one in self._claims if one not in gone]
        items = [new.model_copy(update={"value": value}) for value in new.value] if whole else [new]
        if whole and new.why != ANSWERED:
            known = {str(one.value): one for one in gone}
            items = [known.get(str(one.value), one) for one in items]
        self._claims = [*kept[:at], *items, *kept[at:]]


def _within(path: str, outer: str) -> bool:
    return path == outer or path.startswith(f"{outer}.")


def _goal(reading: Reading) -> str:
    """The words that say what the model is for."""
    task = next((claim for claim in reading.accepted if claim.path == "task"), None)
    return " ".join(task.quote.split())[:220] if task else ""
