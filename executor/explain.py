"""Why a field of the spec, or a setting of a stage, has its value."""

from typing import Any

from pydantic import BaseModel, ConfigDict

from executor.stage import WHY, StageSpec
from training.spec import Plan, Problem

PRICED = ("wall_clock_hours", "gpu_hours", "peak_memory_gb", "disk_gb", "cost")


class Explanation(BaseModel):
    """One value with where it comes from."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    field: str
    """With dots: `model.base` of the spec, or `sft.learning_rate` of a stage."""
    value: Any
    source: str
    """`request`, `data`, `hardware`, `rule` or `default`."""
    why: str
    quote: str | None = None

    def sentence(self) -> str:
        """`data.holdout = 0.1 (default): …`"""
        quote = f' You wrote: "{self.quote}".' if self.quote else ""
        return f"{self.field} = {self.value} ({self.source}): {self.why}{quote}"


def explain(plan: Plan, stages: list[StageSpec], field: str | None = None) -> list[Explanation]:
    """Every value whose name is or begins with `field`, the spec's first.

    Args:
        field: with dots or as a JSON pointer; None for all.
    Raises: Problem where nothing is called so.
    """
    found = [*_of_spec(plan), *_of_stages(stages), *_of_estimate(plan)]
    if field is None:
        return found
    wanted = field.strip("/").replace("/", ".")
    chosen = [item for item in found if item.field == wanted or item.field.startswith(f"{wanted}.")]
    if not chosen:  # the last part alone, where people know a setting by its own name
        chosen = [item for item in found if item.field.rpartition(".")[2] == wanted]
    if not chosen:
        names = sorted({item.field.split(".")[0] for item in found})
        raise Problem(f"This run has no field called {field}.", next_step=f"Ask for one of {', '.join(names)}.")
    return chosen


def _of_spec(plan: Plan) -> list[Explanation]:
    spec = plan.spec.model_dump(mode="json") if plan.spec is not None else {}
    return [
        Explanation(
            field=pointer.strip("/").replace("/", "."),
            value=_at(spec, pointer),
            source=origin.source,
            why=origin.why,
            quote=origin.quote,
        )
        for pointer, origin in plan.provenance.items()
    ]


def _of_stages(stages: list[StageSpec]) -> list[Explanation]:
    return [
        Explanation(field=f"{stage.name}.{name}", value=stage.settings.get(name), source="rule", why=why)
        for stage in stages
        for name, why in stage.settings.get(WHY, {}).items()
    ]


def _of_estimate(plan: Plan) -> list[Explanation]:
    """The price, with what it was computed from."""
    figures = plan.estimate.model_dump(mode="json", include=set(PRICED))
    figures["cost"] = f"{figures['cost']['amount']:g} {figures['cost']['currency']}"
    return [
        Explanation(field=f"estimate.{name}", value=figures[name], source="rule", why=plan.estimate.basis)
        for name in PRICED
        if plan.estimate.basis
    ]


def _at(tree: Any, pointer: str) -> Any:
    for part in pointer.strip("/").split("/"):
        if isinstance(tree, list):
            tree = tree[int(part)] if part.isdigit() and int(part) < len(tree) else None
        elif isinstance(tree, dict):
            tree = tree.get(part)
        else:
            return None
    return tree
