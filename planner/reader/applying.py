"""One turn's draft put into what is in force: what it sets, changes, takes back and disputes."""

import re

from planner.claims import Claim, Dispute
from planner.reader.comparators import Comparators
from planner.reader.disputes import doubles
from planner.reader.draft import Draft
from planner.reader.followup import read_followup, unplaced
from planner.reader.layout import Document
from planner.reader.outside import outside_help
from planner.reader.refer import refer_to_files
from planner.reader.restoring import restore
from planner.reader.slots import NUMBERS
from planner.reader.state import LISTS, State, item_key
from planner.reader.taking_out import withdraw
from planner.reader.wishes import USUAL
from planner.reader.words import word_set


def apply_first(draft: Draft, state: State) -> None:
    """The turns up to the goal: what they ask for and rule out."""
    claims, disputes = doubles(draft.claims)
    disputes += _taken_both_ways(draft, claims)
    for path, key, quote in draft.withdrawn:
        withdraw(state, path, key, quote, draft.document.turn)
    _put(draft, state, refer_to_files(draft, state, claims, later=False))
    _settle(draft, state, disputes)


def apply_later(draft: Draft, state: State, history: list[State], leaning: list[Claim]) -> bool:
    """A turn after the goal; whether it undid the last change.

    Args:
        history: the states before each change, oldest first.
        leaning: claims for figures that lean on earlier ones (`leaning.lean`).
    """
    document = draft.document
    claims, disputes = doubles(_newer(draft.claims, state))
    undone = restore(document, state, history, [*claims, *leaning])
    for path, key, quote in draft.withdrawn:
        withdraw(state, path, key, quote, document.turn)
    if state.value("task") is not None and not _changes_task(draft):
        claims = [c for c in claims if c.path != "task"]
    weighed = {c.value["criterion"] for c in state.items("rubric")}
    claims = [c for c in claims if not (c.path == "rubric" and c.why == USUAL and c.value["criterion"] in weighed)]
    claims = refer_to_files(draft, state, claims, later=True)
    whole = {"instead", "new", "scorecard", "replace"} & set(document.norms(0, len(document.tokens)))
    if sum(c.path == "rubric" for c in claims) >= 3 and whole:
        state.drop("rubric")
    comparators = Comparators(document)
    claims = [_same_strictness(c, state, document, comparators) if c.path == "gates" else c for c in claims]
    claims = [_rollout(c, state) if c.path == "delivery.rollout" else c for c in claims]
    disputes += outside_help(document, state, claims)
    if disputes:
        claims = [
            c
            for c in claims
            if not (c.path == "privacy.egress" and any("privacy.egress" in d.fields for d in disputes))
        ]
    _put(draft, state, claims)
    for claim in leaning:
        _put_over(state, claim)
    for claim in read_followup(draft, state, comparators, leaning):
        _put_over(state, claim)
    state.unplaced = [document.quote(i, i) for i in unplaced(draft)]
    _settle(draft, state, disputes, keep=("privacy.egress",))
    return undone


def _newer(claims: list[Claim], state: State) -> list[Claim]:
    """Where a turn names the value in force beside another one ("eu-west-1 is full, take eu-north-1") the other holds."""
    kept = []
    for claim in claims:
        others = [c for c in claims if c.path == claim.path and c.value != claim.value]
        if claim.path in LISTS or not others or claim.value != state.value(claim.path):
            kept.append(claim)
    return kept


def _put(draft: Draft, state: State, claims: list[Claim]) -> None:
    for path in draft.replaces:
        state.drop(path)
    for claim in claims:
        if claim.path == "model.architecture" and claim.value == "dense":
            state.drop("model.experts")  # a change of shape takes the number of experts along
    for claim in claims:
        state.put(_whole_cost(claim, state))


def _whole_cost(claim: Claim, state: State) -> Claim:
    """A new amount, or currency, of a sum in force."""
    old = state.value("budget.cost")
    if not claim.path.startswith("budget.cost.") or not isinstance(old, dict):
        return claim
    part = claim.path.rpartition(".")[2]
    return claim.model_copy(update={"path": "budget.cost", "value": {**old, part: claim.value}})


def _settle(draft: Draft, state: State, disputes: list[Dispute], keep: tuple[str, ...] = ()) -> None:
    for dispute in disputes:
        state.settle(*dispute.fields)
        state.claims = [c for c in state.claims if c.path not in dispute.fields or c.path in keep]
    told = [field for d in disputes for field in d.fields]
    said = [d for d in draft.disputes if not any(one.startswith(field) for field in told for one in d.fields)]
    state.disputes += disputes + said
    if draft.unreachable:
        state.unreachable = draft.unreachable
    if draft.unclear_language is not None:
        state.unclear_language = draft.unclear_language
    for claim in draft.left_out:
        state.leave_out(claim)
    state.started = True


def _put_over(state: State, claim: Claim) -> None:
    """A figure in the place of one in force; a cost stands either whole or as amount and currency."""
    if claim.path.startswith("budget.cost."):
        state.claims = [c for c in state.claims if c.path != "budget.cost"]
    elif claim.path == "budget.cost":
        state.claims = [c for c in state.claims if not c.path.startswith("budget.cost.")]
    state.put(claim, over=True)


def _same_strictness(claim: Claim, state: State, document: Document, comparators: Comparators) -> Claim:
    """A gate said anew without "under" or "at most" keeps the operator that it had."""
    old = next((c for c in state.items("gates") if item_key(c) == item_key(claim)), None)
    if old is None or old.value["op"] == claim.value["op"]:
        return claim
    start = document.text.find(claim.quote)
    said = [
        comparators.of(i)
        for i, token in enumerate(document.tokens)
        if token.kind in NUMBERS and start <= token.start < start + len(claim.quote)
    ]
    if any(one is not None and not one.weak for one in said):
        return claim
    return claim.model_copy(update={"value": {**claim.value, "op": old.value["op"]}})


def _rollout(claim: Claim, state: State) -> Claim:
    """ "Begin with 2% rather" changes the first step; the later ones stay."""
    old = state.value("delivery.rollout")
    steps = [step for step in claim.value if step < 100] if isinstance(claim.value, list) else []
    if not isinstance(old, list) or len(old) < 2 or len(steps) != 1 or _to_the_end(claim):
        return claim
    return claim.model_copy(update={"value": [steps[0], *(step for step in old[1:] if step > steps[0])]})


def _to_the_end(claim: Claim) -> bool:
    """Whether the words say all steps, up to everyone: "10/100", and not "1%, leave the rest as it is"."""
    return len(claim.value) > 1 and re.search(r"100|\b(?:all|every\w*)\b", claim.quote) is not None


def _taken_both_ways(draft: Draft, claims: list[Claim]) -> list[Dispute]:
    """What one and the same turn asks for and rules out ("no generated examples" and "generate 500")."""
    found: list[Dispute] = []
    for path, key, quote in draft.withdrawn:
        asked = next((c for c in claims if c.path == path or c.path.startswith(f"{path}.")), None)
        if key is None and asked is not None and path == "data.synthetic":
            found.append(
                Dispute(
                    fields=[path],
                    problem="The request both asks for generated examples and rules them out.",
                    suggestion="Say whether examples may be generated.",
                    quotes=[asked.quote, quote],
                )
            )
    return found


def _changes_task(draft: Draft) -> bool:
    """Whether a later turn means to change what the model is for; customers come up in many a sentence."""
    words = set(draft.document.norms(0, len(draft.document.tokens)))
    cue = word_set("actually instead rather no not change task goal should now") & words
    return bool(cue) and max(draft.task_scores.values(), default=9.0) >= 3.4
