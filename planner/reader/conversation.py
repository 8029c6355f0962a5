"""The turns of a conversation merged: later ones answer, change, withdraw, restore, or start anew."""

from collections.abc import Iterator
from datetime import date

from planner.claims import Claim, Dispute, Intent, Wishes
from planner.reader.applying import apply_first, apply_later
from planner.reader.comparators import Comparators
from planner.reader.disputes import cross, doubles
from planner.reader.draft import Draft
from planner.reader.exchanges import spoken_again
from planner.reader.field_names import fields_named, speaks_of
from planner.reader.followup import read_followup
from planner.reader.insisting import read_insisting
from planner.reader.intent import asked_about, intent_of
from planner.reader.layout import Document, read_document
from planner.reader.leaning import lean
from planner.reader.lexicon.turns import DO_THAT
from planner.reader.new_goal import asks_for_model, carried, states_new_goal
from planner.reader.patterns import Lexicon
from planner.reader.questions import mask_questions
from planner.reader.slots import slots_of
from planner.reader.state import State
from planner.reader.taking_out import withdraw
from planner.reader.turn import read_fields
from planner.reader.withdrawing import Withdrawal

_DO_THAT = Lexicon({"do that": DO_THAT})
_SHORT = 12
"""Words of a turn that only says "do that"."""


def read_conversation(turns: list[str], files: tuple[str, ...], today: date) -> Iterator[Wishes]:
    """What is asked for after each of the turns; `planner.reader.read` says what comes in and out."""
    state = State()
    history: list[State] = []  # before each change
    supposed: list[Claim] = []  # what the last turn only supposed
    goal_seen = False
    for number, text in enumerate(turns):
        document, asks, supposes = _document(text, number, today, files)
        before = state.copy()
        undone, state.unplaced = False, []
        draft: Draft | None = None
        if goal_seen:
            leaning, withdrawn = lean(document, state, history)
            draft = read_fields(document, today, state.value("task"))
            read_insisting(draft, state.claims)
            if asks_for_model(draft) and states_new_goal(draft, state):
                document, asks, supposes = _document(text, number, today, files)
                state, goal_seen, history, draft = carried(document, state), False, [], None
            else:
                draft.claims = [c for c in draft.claims if not _of_a_file_taken(c, withdrawn)]
                for one in withdrawn:
                    withdraw(state, one.path, one.item, one.quote, number, one.step)
                if supposed and len(document.tokens) <= _SHORT and _DO_THAT.first(document) is not None:
                    leaning += supposed
                undone = apply_later(draft, state, history, leaning)
        if draft is None:
            draft = read_fields(document, today, state.value("task"))
            read_insisting(draft, [])
            apply_first(draft, state)
        is_goal = asks_for_model(draft)
        changed = _changed_paths(before, state)
        if goal_seen:
            intent = intent_of(document, changes=_differs(before, state), asks=asks, supposes=supposes)
            if changed and not undone:
                history.append(before)
            if not is_goal and intent == "change" and _answers(before, state):
                intent = "answer"
        else:
            intent = "goal" if is_goal else intent_of(document, changes=False, asks=asks, supposes=supposes)
            if is_goal:
                goal_seen, state.goal = True, _sentence(draft)
        state.topic = _topic(document, before, state)
        wishes = _wishes(state, intent, today, goal_seen=goal_seen, changed=changed if number else [])
        supposed = _supposed(text, number, today, files, state, history) if intent == "what_if" else []
        if intent in ("why", "what_if"):
            wishes = wishes.model_copy(update={"asked_about": asked_about(document), "what_if": supposed})
        yield wishes


def _document(text: str, turn: int, today: date, files: tuple[str, ...]) -> tuple[Document, bool, bool]:
    """A turn with what it only asks masked; whether it asks, and whether it supposes."""
    document = read_document(text, turn, today, files)
    asks, supposes = mask_questions(document)
    document.found.clear()
    return document, asks, supposes


def _wishes(state: State, intent: Intent, today: date, *, goal_seen: bool, changed: list[str]) -> Wishes:
    claims = state.in_order()
    has_data = any(c.path == "data.sources" for c in claims)
    speaks = any(c.path == "languages" for c in claims)
    return Wishes(
        is_goal=goal_seen,
        goal=state.goal,
        claims=claims if goal_seen else [],
        disputes=[*state.disputes, *_new(cross(claims, today), state.disputes)] if goal_seen else [],
        left_out=list(state.left_out),
        ruled_out=list(state.ruled_out),
        unreachable=[] if has_data else list(state.unreachable),
        unclear_language=None if speaks else state.unclear_language,
        intent=intent,
        unplaced=list(state.unplaced),
        changed=changed,
    )


def _of_a_file_taken(claim: Claim, withdrawn: list[Withdrawal]) -> bool:
    return claim.path == "data.sources" and any(
        one.path == "data.sources" and one.item == claim.value.get("path") for one in withdrawn
    )


def _topic(document: Document, before: State, state: State) -> str:
    """The figure that a turn spoke of last, by its name or because it changed it."""
    known = {s.name: s for s in slots_of(state)}
    old = {s.name: s.value for s in slots_of(before)}
    moved = [name for name, slot in known.items() if old.get(name) != slot.value]
    if moved:
        return moved[0] if len(moved) == 1 else ""
    named = [
        h.concept for h in fields_named(document, masked=True) if any(speaks_of(h.concept, name) for name in known)
    ]
    spoken = [slot.name for slot in spoken_again(document, slots_of(state), masked=True).values()]
    return (named or spoken)[-1] if (named or spoken) and document.turn else before.topic


def _differs(one: State, two: State) -> bool:
    return bool(_changed_paths(one, two)) or len(one.left_out) != len(two.left_out)


def _changed_paths(one: State, two: State) -> list[str]:
    before = {(c.path, str(c.value)) for c in one.claims}
    after = {(c.path, str(c.value)) for c in two.claims}
    paths = sorted({path for path, _ in before ^ after})
    settled = {f for d in one.disputes for f in d.fields} ^ {f for d in two.disputes for f in d.fields}
    return sorted({*paths, *settled})


def _answers(before: State, after: State) -> bool:
    """Whether the turn fills what was open rather than changing what was said."""
    had = {c.path for c in before.claims}
    new = [c for c in after.claims if c not in before.claims]
    return (
        bool(new)
        and all(c.path not in had for c in new)
        and any(c.path in ("data.sources", "task", "languages") for c in new)
    )


def _new(disputes: list[Dispute], known: list[Dispute]) -> list[Dispute]:
    return [d for d in disputes if not any(set(d.fields) & set(k.fields) and d.fields != ["gates"] for k in known)]


def _supposed(
    text: str, number: int, today: date, files: tuple[str, ...], state: State, history: list[State]
) -> list[Claim]:
    """What a "what if" would change."""
    document = read_document(text, number, today, files)
    leaning, _ = lean(document, state, history)
    draft = read_fields(document, today, state.value("task"))
    claims, _ = doubles(draft.claims)
    return [*claims, *leaning, *read_followup(draft, state, Comparators(document), leaning)]


def _sentence(draft: Draft) -> str:
    """The sentence that says most of what is wanted, in the user's own words."""
    document = draft.document
    task = next((c for c in draft.claims if c.path == "task"), None)
    sentence = 0
    if task is not None:
        at = document.text.find(task.quote)
        sentence = next((t.sentence for t in document.tokens if t.start >= at), 0)
    if sentence not in document.sentences:
        return ""
    first, last = document.sentences[sentence]
    text = " ".join(document.quote(first, last - 1).split()).strip(" #*>-|")
    return text if len(text) <= 220 else text[:217].rsplit(" ", 1)[0] + "…"
