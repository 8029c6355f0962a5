"""What a conversation comes to, flat: a line a figure, so that what a turn must leave alone can be held against it."""

from typing import Any

from planner.claims import Wishes

Digest = dict[str, Any]
_SETS = ("languages", "stages", "delivery.formats")


def digest(wishes: Wishes) -> Digest:
    """`gates.accuracy` -> ">= 0.9", `rubric.tone` -> weight, `sources` -> paths, single fields as they are."""
    flat: Digest = {}
    for claim in wishes.claims:
        value = claim.value
        if claim.path in _SETS:
            flat.setdefault(claim.path, set()).add(value)
        elif claim.path == "data.sources":
            flat.setdefault("sources", set()).add(value["path"])
            for key in ("role", "include", "exclude", "since", "until"):
                if value.get(key):
                    flat[f"{key} of {value['path']}"] = value[key]
        elif claim.path == "gates":
            against = f" {value['against']}" if value.get("against") else ""
            flat[f"gates.{value['metric']}"] = f"{value['op']} {value['value']:g}{against}"
        elif claim.path == "rubric":
            name = f"rubric.{value['criterion']}"
            flat[name] = (flat[name], value.get("weight")) if name in flat else value.get("weight")
        elif isinstance(value, dict):
            flat.update({f"{claim.path}.{key}": inner for key, inner in value.items() if inner is not None})
        elif value is not None:
            flat[claim.path] = value
    if wishes.disputes:
        flat["disputed"] = {name for dispute in wishes.disputes for name in dispute.fields}
    return flat
