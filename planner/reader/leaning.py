"""What a later turn says by leaning on what is in force, read before the fields' own readers see its figures."""

from planner.claims import Claim
from planner.reader.differences import shift
from planner.reader.exchanges import exchange
from planner.reader.layout import Document
from planner.reader.reweighing import reweigh
from planner.reader.slots import slots_of
from planner.reader.state import State
from planner.reader.withdrawing import Withdrawal, withdrawals


def lean(document: Document, state: State) -> tuple[list[Claim], list[Withdrawal]]:
    """Claims for figures raised, lowered, exchanged or weighed anew, and what is taken back; masks what it reads."""
    claims = shift(document, slots_of(state))
    claims += reweigh(document, state)
    claims += exchange(document, slots_of(state), {f for d in state.disputes for f in d.fields})
    return claims, withdrawals(document, state, slots_of(state))
