"""Earlier figures taken up again by their value: "back to 20", "hm, 95% was better"."""

from planner.claims import Claim
from planner.reader.field_names import speaks_of
from planner.reader.fitting import counts_something_else, names_near
from planner.reader.layout import Document
from planner.reader.slots import NUMBERS, slots_of
from planner.reader.state import State
from planner.reader.words import word_set

_CUES = word_set(
    "back better again after original old previous earlier was were before first return revert zuruck retour volver"
)


def revive(document: Document, state: State, history: list[State]) -> list[Claim]:
    """Claims as they stood before a change, where the turn names a figure of then; masks it."""
    now = {s.name: s.value for s in slots_of(state)}
    then = [s for earlier in reversed(history) for s in slots_of(earlier) if now.get(s.name) != s.value]
    made: list[Claim] = []
    for i, token in enumerate(document.tokens if then else []):
        if token.masked or token.kind not in NUMBERS or token.low is not None:
            continue
        first, last = document.sentences[token.sentence]
        if not _CUES & set(document.norms(first, last)):
            continue
        near = names_near(document, i)
        for slot in then:
            number = slot.number(token)
            if number is None or abs(number - slot.value) > 1e-9 * max(1.0, abs(slot.value)) or slot.unit == "weight":
                continue
            if (near and not any(speaks_of(h.concept, slot.name) for h in near)) or (
                token.kind == "num" and counts_something_else(document, i, [slot])
            ):
                continue
            words = document.quote(max(first, i - 3), min(last - 1, i + 2))
            made.append(slot.claim.model_copy(update={"quote": words, "turn": document.turn}))
            token.masked, token.mark = True, "revived"
            break
    if made:
        document.found.clear()
    return made
