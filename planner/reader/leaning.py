"""What a later turn says by leaning on what is in force, read before the fields' own readers see its figures."""

from planner.claims import Claim
from planner.reader.differences import shift
from planner.reader.exchanges import exchange
from planner.reader.file_hints import files_taken
from planner.reader.layout import Document
from planner.reader.resetting import reset
from planner.reader.restepping import restep
from planner.reader.restoring import mask_restored
from planner.reader.reviving import revive
from planner.reader.reweighing import rescaled, reweigh
from planner.reader.slots import slots_of
from planner.reader.state import State
from planner.reader.swaps import swap_out
from planner.reader.withdrawing import Withdrawal, withdrawals

LONGEST_QUOTE = 300
"""Characters of a turn that stand as the evidence for a file that it takes out."""


def lean(document: Document, state: State, history: list[State]) -> tuple[list[Claim], list[Withdrawal]]:
    """Claims for figures raised, lowered, exchanged or weighed anew, and what is taken back; masks what it reads."""
    claims = rescaled(document, state)
    claims += revive(document, state, history) + restep(document, state) + shift(document, slots_of(state))
    claims += exchange(document, slots_of(state), {f for d in state.disputes for f in d.fields})
    claims += reset(document, slots_of(state))
    claims += reweigh(document, state)
    mask_restored(document, history)
    words = document.text if len(document.text) <= LONGEST_QUOTE else document.text[:LONGEST_QUOTE]
    gone = [Withdrawal("data.sources", words, item=s.value["path"]) for s in files_taken(document, state)]
    gone += [Withdrawal(path, quote, item=item) for path, item, quote in swap_out(document, state)]
    return claims, gone + withdrawals(document, state, slots_of(state))
