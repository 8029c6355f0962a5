"""A later turn that states another goal: whether it does, and which limits it takes along."""

from planner.claims import Claim
from planner.reader.draft import Draft
from planner.reader.layout import Document
from planner.reader.lexicon.turns import ANEW, CARRY, CARRY_ALL, CARRY_SCOPE
from planner.reader.patterns import Lexicon
from planner.reader.sounds import ASIDE, sounds_of_whole
from planner.reader.state import State
from planner.reader.words import word_set

_ANEW, _CARRY = Lexicon({"anew": ANEW}), Lexicon({"carry": CARRY})
_WIDE = word_set("limit limits cap caps ceiling")
_COUNTED = word_set("task languages budget.deadline data.sources rubric name privacy.egress")
GOAL = 2.3
HELD = 2.0
"""What it weighs that material is said to lie somewhere, though nobody can get at it."""
"""Evidence from which on words ask for a model."""


def asks_for_model(draft: Draft) -> bool:
    """Whether the words want a model to be made; a task and figures count less in what sounds like something else."""
    task = draft.value("task") is not None
    settings = sum(1 for c in draft.claims if c.path not in _COUNTED)
    sounds = sounds_of_whole(draft.document)
    other = sounds.get("not_a_goal", 0.0)
    certain = 1.0 - sum(sounds[kind] for kind in ASIDE) if sounds else 0.0
    evidence = (1.5 + certain if task else 0.0) * (1 - other) + 0.8 * min(settings, 3) * max(0.0, 1 - 2 * other)
    evidence += 2.0 * sounds.get("vague", 0.0) + (HELD if draft.unreachable and other < 0.5 else 0.0)
    return draft.goal_score + evidence >= GOAL


def states_new_goal(draft: Draft, state: State) -> bool:
    """Whether a later turn states another goal rather than changing the one at hand."""
    task = draft.value("task")
    cue = _ANEW.first(draft.document) is not None
    sources = draft.items("data.sources")
    # a task that two or three words bring up by the way is no new goal
    weighty = draft.task_scores.get(task, 9.0) >= 3.0 if task else False
    if cue and (weighty or sources) and draft.goal_score >= 1.5:
        return True
    known = {str(c.value["path"]).lower() for c in state.items("data.sources")}
    fresh = {str(c.value.get("path")).lower() for c in sources if c.value.get("path")} - known
    return bool(
        weighty
        and task != state.value("task")
        and state.value("task")
        and fresh
        and draft.goal_score >= 4.5
        and len(draft.document.tokens) > 12
        and known
    )


def carried(document: Document, state: State) -> State:
    """What the user says holds for the new goal too; nothing else does."""
    scopes: set[str] = set()
    for hit in _CARRY.find(document):
        words = document.norms(hit.first, hit.last + 1)
        if {"no", "not", "nothing", "dont", "none"} & set(document.norms(hit.first - 2, hit.first)):
            continue
        if {"new", "different", "open", "gone"} & set(document.norms(hit.last + 1, hit.last + 4)):
            continue  # "everything else is new"
        if document.norm(hit.first - 1) in CARRY_SCOPE:
            words = [document.norm(hit.first - 1), *words]  # "the money limit as before"
        narrow = [k for k, w in enumerate(words) if w in CARRY_SCOPE and w not in _WIDE]
        named = [
            CARRY_SCOPE[w]
            for k, w in enumerate(words)
            if w in CARRY_SCOPE and not (w in _WIDE and narrow and k - 1 in narrow)
        ]
        if document.norm(hit.last + 1) in ("on", "for", "of") and words[-1] in _WIDE:
            behind = next((w for w in document.norms(hit.last + 2, hit.last + 4) if w in CARRY_SCOPE), None)
            named = [CARRY_SCOPE[behind]] if behind else named  # "the same limit on money"
        for direction in (1, -1):  # "privacy and budget as before", "same budget, machine and trials"
            at = hit.last + 1 if direction > 0 else hit.first - 1
            while (
                document.norm(at) in word_set("and , & same the our number of gpu -")
                or document.norm(at) in CARRY_SCOPE
            ):
                if document.norm(at) in CARRY_SCOPE and document.norm(at) not in _WIDE:
                    named.append(CARRY_SCOPE[document.norm(at)])
                at += direction
        for scope in named or [CARRY_ALL]:
            scopes.update(scope)
    same_files = any("data.sources" in scope for scope in scopes)
    kept = State(started=True, left_out=[*state.left_out, *([] if same_files else _not_for_this(document, state))])
    for claim in state.claims:
        if any(claim.path == s or (s.endswith(".") and claim.path.startswith(s)) for s in scopes):
            kept.claims.append(claim)
    return kept


def _not_for_this(document: Document, state: State) -> list[Claim]:
    """Files of the goal before: attached as they are, they are not for the new one unless it names them."""
    words = document.quote(0, len(document.tokens) - 1)[:300]
    return [
        Claim(path="data.sources", value=c.value["path"], quote=words, turn=document.turn)
        for c in state.items("data.sources")
    ]
