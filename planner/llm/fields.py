"""The fields that words can settle, taken from the spec itself, so that no list of them can grow old.

`FIELDS` serves the prompt (what may be claimed, in which words) and the form (whether a claimed value is possible).
"""

from collections.abc import Iterator
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel, TypeAdapter, ValidationError

from planner.facts import LISTS
from training.spec import TrainingSpec

NOT_ASKED = frozenset({"version", "goal", "model.parameters"})
"""What the planner sets by itself."""
WHOLE = frozenset({"budget.cost", "monitoring.retrain_when"})
"""Objects that are claimed as one value."""
EMPTIED = frozenset({"monitoring", "data.synthetic", "budget.cost"})
"""Objects that words may rule out: null."""


class Field(NamedTuple):
    path: str
    type: Any
    """Of one claim's value: of an item, where the field is a list whose items are claims of their own."""
    words: str
    """The possible values, as the prompt lists them."""
    about: str
    """The spec's own sentence on it, or nothing."""
    many: bool


@cache
def fields() -> dict[str, Field]:
    """Path to field, in the order of the spec."""
    return {one.path: one for one in _walk(TrainingSpec, "")}


def value_fault(path: str, value: Any) -> str | None:
    """Why a value can't stand in a field, in a sentence for the model; null where it can."""
    if value is None and path in EMPTIED:
        return None
    field = fields().get(path)
    if field is None:
        parent = path.rpartition(".")[0]
        if parent in WHOLE and parent in fields():
            return value_fault(parent, {path.rpartition(".")[2]: value})
        return "there is no such field"
    model = _model(field.type)
    try:
        if model is None:
            TypeAdapter(field.type).validate_python(value)
        else:
            if not isinstance(value, dict):
                return f"the value must be an object with {', '.join(model.model_fields)}"
            # Words may settle some keys of an item and leave the others open.
            model.model_validate(
                {**{key: None for key, one in model.model_fields.items() if one.is_required()}, **value}
            )
    except (ValidationError, RecursionError) as fault:
        told = fault.errors()[0]["msg"] if isinstance(fault, ValidationError) else "too deep"
        return f"the value is not possible: {told}; possible is {field.words}"
    if value in (None, "", {}, []) or (model is not None and "path" in model.model_fields and not value.get("path")):
        return "the value is empty"
    if path in ("languages", "data.cleaning.languages") and not _is_code(value):
        return "a language is two lower-case letters (ISO 639-1)"
    return None


def described() -> str:
    """The list of fields for the prompt, a line each."""
    lines = []
    for one in fields().values():
        each = " (one claim for each)" if one.many else ""
        about = f": {one.about}" if one.about else ""
        lines.append(f"- `{one.path}`{each} = {one.words}{about}")
    return "\n".join(lines)


def _walk(model: type[BaseModel], prefix: str) -> Iterator[Field]:
    for name, info in model.model_fields.items():
        path = f"{prefix}{name}"
        if path in NOT_ASKED:
            continue
        kind = _without_none(info.annotation)
        inner = _model(kind)
        about = " ".join((info.description or "").split())
        if inner is not None and path not in WHOLE:
            yield from _walk(inner, f"{path}.")
        elif get_origin(kind) is list and path in LISTS and path != "data.cleaning.languages":
            item = get_args(kind)[0]
            yield Field(path, item, _words(item), about or _summary(item), True)
        else:
            bounded = Annotated[(info.annotation, *info.metadata)] if info.metadata else info.annotation
            yield Field(path, bounded, _words(kind), about or _summary(kind), False)


def _words(kind: Any) -> str:
    """`one of a, b, c`, `number`, `{path: text, …}`."""
    kind = _without_none(kind)
    if get_origin(kind) is Literal:
        return " | ".join(str(one) for one in get_args(kind))
    model = _model(kind)
    if model is not None:
        return "{" + "; ".join(f"{key}: {_words(one.annotation)}" for key, one in model.model_fields.items()) + "}"
    if get_origin(kind) is list:
        return f"list of {_words(get_args(kind)[0])}"
    if get_origin(kind) is dict:
        return f"object: {_words(get_args(kind)[0])} to {_words(get_args(kind)[1])}"
    if get_origin(kind) in (Union, UnionType):
        return " or ".join(dict.fromkeys(_words(one) for one in get_args(kind)))
    return {bool: "true | false", int: "whole number", float: "number", str: "text"}.get(kind, "YYYY-MM-DD")


def _without_none(kind: Any) -> Any:
    if get_origin(kind) in (Union, UnionType):
        rest = [one for one in get_args(kind) if one is not type(None)]
        return rest[0] if len(rest) == 1 else Union[tuple(rest)]  # noqa: UP007
    return kind


def _model(kind: Any) -> type[BaseModel] | None:
    kind = _without_none(kind)
    return kind if isinstance(kind, type) and issubclass(kind, BaseModel) else None


def _summary(kind: Any) -> str:
    model = _model(kind)
    return " ".join((model.__doc__ or "").split()) if model is not None else ""


def _is_code(value: Any) -> bool:
    codes = value if isinstance(value, list) else [value]
    return all(isinstance(one, str) and len(one) == 2 and one.isalpha() and one.islower() for one in codes)
