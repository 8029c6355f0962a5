"""What a later turn brings back: "undo that", "put the latency rule back in", "the original date"."""

from planner.claims import Claim
from planner.reader.field_names import fields_named
from planner.reader.layout import Document
from planner.reader.lexicon.turns import RESTORE, UNDO
from planner.reader.patterns import Hit, Lexicon
from planner.reader.state import State

_RESTORE, _UNDO = Lexicon({"restore": RESTORE}), Lexicon({"undo": UNDO})
_TOGETHER = (("model.architecture", "model.experts"), ("budget.cost", "budget.cost.amount", "budget.cost.currency"))
"""Fields that only make sense together."""


def restore(document: Document, state: State, history: list[State], claims: list[Claim]) -> bool:
    """Brings back what the turn asks for; whether the whole last change was undone.

    Args:
        history: the states before each change, oldest first; what is undone is taken off.
        claims: what the turn asks for besides; a field that it sets is not restored.
    """
    if not history:
        return False
    undo = next((h for h in _UNDO.find(document, masked=True) if _said(document, h)), None)
    if undo is not None:
        named = _named(document, undo)
        if named and any(claim.path in named for claim in claims):
            return False  # "revert the adapter to LoRA" says what it is to be
        if not (named and _bring_back(state, history, named, claims, earliest=False)):
            state.__dict__.update(history.pop().copy().__dict__)
            return True
        return False
    hit = next((h for h in _RESTORE.find(document, masked=True) if _said(document, h)), None)
    if hit is None:
        return False
    words = document.norms(*document.sentences[document.tokens[hit.first].sentence])
    named = _named(document, hit) or _last_withdrawn(document, hit, history, state)
    earliest = bool({"original", "first", "beginning", "originally", "initially"} & set(words))
    _bring_back(state, history, named, claims, earliest=earliest)
    if not named and not claims and len(words) <= 12 and {"restore", "undo", "revert", "back", "before"} & set(words):
        if any(t.kind in ("num", "share", "money", "duration", "date") for t in document.tokens):
            return False
        state.__dict__.update(history.pop().copy().__dict__)
        return True
    return False


def mask_restored(document: Document, history: list[State]) -> None:
    """Names of gates and criteria that are brought back are no wishes of their own."""
    hits = [*_RESTORE.find(document), *_UNDO.find(document)] if history else []
    if not hits:
        return
    sentences = {document.tokens[h.first].sentence for h in hits}
    for name in fields_named(document):
        if name.concept.startswith(("gates", "rubric")) and document.tokens[name.first].sentence in sentences:
            for k in range(name.first, name.last + 1):
                document.tokens[k].masked, document.tokens[k].mark = True, "restored"
    document.found.clear()


def _last_withdrawn(document: Document, hit: Hit, history: list[State], state: State) -> list[str]:
    """ "She wants it back": what was taken back last."""
    if not {"it", "that", "them", "this", "one"} & set(document.norms(hit.first - 1, hit.last + 1)):
        return []
    there = {_name(c) for c in state.claims}
    for earlier in reversed(history):
        gone = [_name(c) for c in earlier.claims if _name(c) not in there]
        if gone:
            return gone
    return []


def _name(claim: Claim) -> str:
    if claim.path == "gates":
        return f"gates.{claim.value['metric']}"
    return f"rubric.{claim.value['criterion']}" if claim.path == "rubric" else claim.path


def _said(document: Document, hit: Hit) -> bool:
    """Whether the words are said, not only asked, quoted or taken back."""
    return all(not t.masked or t.mark == "restored" for t in document.tokens[hit.first : hit.last + 1])


def _named(document: Document, hit: Hit) -> list[str]:
    sentence = document.tokens[hit.first].sentence
    return [f.concept for f in fields_named(document, masked=True) if document.tokens[f.first].sentence == sentence]


def _bring_back(state: State, history: list[State], named: list[str], claims: list[Claim], *, earliest: bool) -> bool:
    """Gives each named field the value that it had before it was last (or first) changed; whether one had one."""
    own = {c.path for c in claims}
    done = False
    for name in named:
        paths = next((group for group in _TOGETHER if name in group), (name,))
        if own & set(paths):
            continue
        now = [c for p in paths for c in _of(state, p)]
        for earlier in history if earliest else reversed(history):
            then = [c for p in paths for c in _of(earlier, p)]
            if then and [c.value for c in then] != [c.value for c in now]:
                state.claims = [c for c in state.claims if c not in now]
                for claim in then:
                    state.put(claim)
                done = True
                break
    return done


def _of(state: State, name: str) -> list[Claim]:
    """Claims in force of a field, or of a gate or criterion by its name."""
    head, _, tail = name.partition(".")
    if head == "gates" and tail:
        return [c for c in state.items("gates") if str(c.value.get("metric")).startswith(tail)]
    if head == "rubric" and tail:
        return [c for c in state.items("rubric") if c.value.get("criterion") == tail]
    return [c for c in state.claims if c.path == name or c.path.startswith(name + ".")]
