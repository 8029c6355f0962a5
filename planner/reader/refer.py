"""Later turns and the files known from earlier: "use new.csv instead", "only a.csv", a part without its file."""

from typing import Any

from planner.claims import Claim
from planner.reader.draft import Draft
from planner.reader.layout import Document
from planner.reader.state import State
from planner.reader.words import word_set

_ONLY = word_set("only just solely alone nur seulement solo")


def refer_to_files(draft: Draft, state: State, claims: list[Claim], *, later: bool) -> list[Claim]:
    """The claims of a turn with parts given to the files that they speak of; may take files out of the state."""
    document = draft.document
    kept: list[Claim] = []
    sources = state.items("data.sources")
    for claim in claims:
        if claim.path == "data.sources" and claim.value.get("path") is None:
            kept += _parts_of(document, claim, sources)
        else:
            kept.append(claim)
    if not later:
        return kept
    words = set(document.norms(0, len(document.tokens)))
    named = [c for c in kept if c.path == "data.sources"]
    fresh = [c for c in named if not any(_same(c.value, s.value) for s in sources)]
    if fresh and "instead" in words and not draft.left_out:
        roles = {c.value.get("role") for c in fresh}
        for source in sources:
            if not any(_same(c.value, source.value) for c in named) and (
                len(sources) == 1 or source.value.get("role") in roles
            ):
                state.leave_out(_out(source, document))
    if named and words & _ONLY and _only_files(document, named) and not any("include" in c.value for c in named):
        for source in sources:
            if not any(_same(c.value, source.value) for c in named):
                state.leave_out(_out(source, document))
    return kept


def _only_files(document: Document, named: list[Claim]) -> bool:
    for claim in named:
        at = next(
            (i for i, t in enumerate(document.tokens) if t.kind == "path" and str(t.value) == claim.value["path"]), None
        )
        if at is not None and _ONLY & set(document.norms(at - 4, at + 4)):
            return True
    return False


def _out(source: Claim, document: Document) -> Claim:
    words = document.quote(0, len(document.tokens) - 1)
    return Claim(path="data.sources", value=source.value["path"], quote=words, turn=document.turn)


def _parts_of(document: Document, claim: Claim, sources: list[Claim]) -> list[Claim]:
    """An "exclude" or "include" without a file: of the file that the sentence hints at, else of all."""
    words = [t.norm for t in document.tokens if t.kind == "word" and len(t.norm) > 2]
    hinted = [
        s
        for s in sources
        if any(
            w in str(s.value["path"]).lower()
            or w == str(s.value.get("role"))
            or w.rstrip("s") + "s" == str(s.value.get("role"))
            for w in words
            if w not in ("the", "and", "all", "file")
        )
    ]
    changes: dict[str, Any] = {k: v for k, v in claim.value.items() if k != "path"}
    return [
        claim.model_copy(update={"value": {"path": s.value["path"], **changes}})
        for s in hinted or [s for s in sources if s.value.get("role") != "tests"] or sources
    ]


def _same(one: dict[str, Any], two: dict[str, Any]) -> bool:
    return str(one.get("path")).rstrip("/").lower() == str(two.get("path")).rstrip("/").lower()
