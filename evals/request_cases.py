"""How well requests are understood: cases of what people type, beside what the plan must say.

    python -m evals.request_cases evals/conversations/*.jsonl [--misses 10]

A case is a line with `id`, `turns`, `files`, `today` (the contract's section 3) and `expect`:
`status` (the acceptable ones), `fields` (path -> value or matcher), `lists` (path -> items, each a partial object),
`questions` and `conflicts` (fields that must be named). Matchers: `{"any_of": […]}`, `{"set": […]}`,
`{"contains": "…"}`, `{"starts": […]}`, `{"null": true}`. A list's item may be `"optional": true` (may be there) or
`"absent": true` (must not be); an item of the plan that matches none and comes from the request counts as made up.
What a case does not name is free.

Figures: F1 over all fields (a wrong value is one false positive and one false negative), share of cases with nothing
wrong, share with the right status, and whether every quote and every leaf of the spec can be accounted for.
"""

import argparse
import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

_MATCHERS = ("any_of", "set", "contains", "starts", "null")
_MARKS = ("optional", "absent")
NO_PLAN: dict[str, Any] = {"status": "none"}
"""In the place of a plan that could not be made: everything that is wanted is missed."""


class Tally(NamedTuple):
    """What one case came to."""

    status: bool
    counts: Counter[tuple[str, str]]
    """(right, made up or missed; top-level field) -> how often."""
    misses: list[str]
    """What is wrong, a line each; empty where nothing is."""


class Figures(NamedTuple):
    """Of a set of cases; shares of 1."""

    cases: int
    precision: float
    recall: float
    f1: float
    nothing_wrong: float
    status_right: float
    by_field: dict[str, float]
    """Top-level field -> F1."""
    by_status: dict[str, tuple[int, int]]
    """Wanted status -> (right, all)."""


def holds(wanted: Any, value: Any) -> bool:
    """Whether a value of the plan is what a case wants: a plain value, or one of the matchers."""
    if isinstance(wanted, dict) and len(wanted) == 1 and next(iter(wanted)) in _MATCHERS:
        return _matches(*next(iter(wanted.items())), value)
    if isinstance(wanted, dict):
        return isinstance(value, dict) and all(holds(w, value.get(k)) for k, w in wanted.items() if k not in _MARKS)
    if wanted is None:
        return value in (None, [], {})
    if isinstance(wanted, list):
        return isinstance(value, list) and len(value) == len(wanted) and all(map(holds, wanted, value))
    if _number(wanted):
        # Within 1 %; a rate within 0.001, since 0.99 and 0.999 are far apart.
        room = 0.001 if 0 < abs(wanted) < 1 else 0.01 * abs(wanted)
        return _number(value) and abs(value - wanted) <= room + 1e-12
    if isinstance(wanted, str):
        return isinstance(value, str) and _folded(wanted) == _folded(value)
    return value is wanted


def _matches(kind: str, wanted: Any, value: Any) -> bool:
    if kind == "any_of":
        return any(holds(one, value) for one in wanted)
    if kind == "null":
        return (value in (None, [], {})) is bool(wanted)
    if kind == "contains":
        items = value if isinstance(value, list) else [value]
        return any(isinstance(item, str) and wanted.casefold() in item.casefold() for item in items)
    items = value if isinstance(value, list) else []
    if kind == "set":
        return {_folded(one) for one in wanted} == {_folded(one) for one in items}
    return len(items) >= len(wanted) and all(map(holds, wanted, items))


def _number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _folded(value: Any) -> str:
    text = value if isinstance(value, str) else json.dumps(value, sort_keys=True, default=str)
    return text.strip().rstrip("/").casefold() or text.strip()


def tally(case: dict[str, Any], plan: dict[str, Any]) -> Tally:
    """One case against the plan that was made of it, a JSON object of the contract's section 2."""
    expect, spec = case["expect"], plan.get("spec")
    counts: Counter[tuple[str, str]] = Counter()
    misses: list[str] = []
    status = plan["status"] in expect["status"]
    if not status:
        misses.append(f"status: want {' or '.join(expect['status'])}, got {plan['status']}")
    for path, wanted in expect.get("fields", {}).items():
        value, field = _at(spec, path), path.split(".")[0]
        if spec is not None and holds(wanted, value):
            counts["right", field] += 1
        else:
            counts["missed", field] += 1
            counts["made up", field] += value not in (None, [], {})
            misses.append(f"{path}: want {_shown(wanted)}, got {_shown(value)}")
    for path, items in expect.get("lists", {}).items():
        misses += _tally_list(path, items, _at(spec, path) or [], plan.get("provenance") or {}, counts)
    return Tally(status, counts, [*misses, *_named(expect, plan), *_unaccounted(case, plan)])


def _tally_list(
    path: str,
    wanted: list[dict[str, Any]],
    got: list[Any],
    provenance: dict[str, Any],
    counts: Counter[tuple[str, str]],
) -> list[str]:
    field, misses = path.split(".")[0], []
    due = sorted((one for one in wanted if not one.get("absent")), key=lambda one: bool(one.get("optional")))
    found = _paired(due, got)
    for i, one in enumerate(due):
        if i in found.values():
            counts["right", field] += 1
        elif not one.get("optional"):
            counts["missed", field] += 1
            misses.append(f"{path}: missing {_shown(one)}")
    for k, item in enumerate(got):
        pointer = f"/{path.replace('.', '/')}/{k}"
        if any(holds(one, item) for one in wanted if one.get("absent")):
            counts["made up", field] += 1
            misses.append(f"{path}: must not be there: {_shown(item)}")
        elif k not in found and any(_source(leaf, provenance) == "request" for leaf in _leaves(item, pointer)):
            counts["made up", field] += 1
            misses.append(f"{path}: made up {_shown(item)}")
    return misses


def _paired(wanted: list[dict[str, Any]], got: list[Any]) -> dict[int, int]:
    """Index in `got` -> index in `wanted`: the most items that can each have a match of their own (augmenting paths)."""
    taken: dict[int, int] = {}

    def place(i: int, seen: set[int]) -> bool:
        for k, item in enumerate(got):
            if k not in seen and holds(wanted[i], item):
                seen.add(k)
                if k not in taken or place(taken[k], seen):
                    taken[k] = i
                    return True
        return False

    for i in range(len(wanted)):
        place(i, set())
    return taken


def _named(expect: dict[str, Any], plan: dict[str, Any]) -> list[str]:
    """What should have been asked, said or found impossible, and was not."""
    misses = []
    asked = [question["field"] for question in plan.get("questions") or []]
    if (wanted := expect.get("questions")) is not None:
        others = [field for field in asked if not any(_touches(one, field) for one in wanted)]
        if len(others) > 2 or not all(any(_touches(one, field) for field in asked) for one in wanted):
            misses.append(f"questions: want {_shown(wanted)}, got {_shown(asked)}")
    disputed = [field for conflict in plan.get("conflicts") or [] for field in conflict["fields"]]
    wanted = expect.get("conflicts")
    if wanted is not None and not any(_touches(one, field) for one in wanted for field in disputed):
        misses.append(f"conflicts: want one of {_shown(wanted)}, got {_shown(disputed)}")
    return misses


def _touches(wanted: Any, field: str) -> bool:
    if isinstance(wanted, dict):
        return any(_touches(one, field) for one in wanted["any_of"])
    return field == wanted or field.startswith(f"{wanted}.")


def _unaccounted(case: dict[str, Any], plan: dict[str, Any]) -> list[str]:
    """Quotes that nobody said, and values of the spec that can't say where they come from."""
    spec, provenance = plan.get("spec"), plan.get("provenance") or {}
    misses = [
        f"provenance {pointer}: quote {_shown(entry.get('quote'))} does not stand in the words"
        for pointer, entry in provenance.items()
        if entry["source"] == "request" and not any((entry.get("quote") or "\0") in turn for turn in case["turns"])
    ]
    bare = [leaf for leaf in _leaves(spec, "") if _source(leaf, provenance) is None] if spec is not None else []
    return [*misses, *(f"provenance: no entry for {leaf}" for leaf in bare)]


def _at(value: Any, path: str) -> Any:
    for step in path.split("."):
        value = value.get(step) if isinstance(value, dict) else None
    return value


def _leaves(value: Any, pointer: str) -> Iterator[str]:
    children = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    if not value or not isinstance(value, dict | list):
        yield pointer
    for key, child in children:
        yield from _leaves(child, f"{pointer}/{str(key).replace('~', '~0').replace('/', '~1')}")


def _source(pointer: str, provenance: dict[str, Any]) -> str | None:
    """What stands at a pointer or, failing that, at the nearest thing around it."""
    while pointer:
        if pointer in provenance:
            return str(provenance[pointer]["source"])
        pointer = pointer.rpartition("/")[0]
    return None


def _shown(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, default=str)


def figures(cases: Sequence[dict[str, Any]], tallies: Sequence[Tally]) -> Figures:
    """All cases together."""
    counts = sum((one.counts for one in tallies), Counter[tuple[str, str]]())

    def measured(field: str | None) -> tuple[float, float, float]:
        right, made_up, missed = (
            sum(n for (k, f), n in counts.items() if k == kind and field in (None, f))
            for kind in ("right", "made up", "missed")
        )
        return (
            right / max(1, right + made_up),
            right / max(1, right + missed),
            2 * right / max(1, 2 * right + made_up + missed),
        )

    by_status: dict[str, tuple[int, int]] = {}
    for case, one in zip(cases, tallies, strict=True):
        right, whole = by_status.get(kind := "/".join(case["expect"]["status"]), (0, 0))
        by_status[kind] = (right + one.status, whole + 1)
    return Figures(
        len(cases),
        *measured(None),
        sum(not one.misses for one in tallies) / max(1, len(tallies)),
        sum(one.status for one in tallies) / max(1, len(tallies)),
        {field: measured(field)[2] for field in sorted({field for _, field in counts})},
        by_status,
    )


def read_cases(paths: Sequence[Path]) -> list[dict[str, Any]]:
    """The cases of some files, in their order."""
    return [json.loads(line) for path in paths for line in path.read_text("utf-8").splitlines() if line.strip()]


def planned_by_command(cases: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """What `atelier plan --jsonl` makes of the cases: one plan each, in their order."""
    lines = "\n".join(json.dumps({k: case[k] for k in ("id", "turns", "files", "today")}) for case in cases)
    command = [str(Path(sys.executable).parent / "atelier"), "plan", "--jsonl", "-"]
    done = subprocess.run(command, input=lines, capture_output=True, text=True, check=False)
    return [json.loads(line).get("plan") or NO_PLAN for line in done.stdout.splitlines()]


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("cases", nargs="+", type=Path)
    parser.add_argument("--misses", type=int, default=0, metavar="N", help="what is wrong in the first N cases")
    options = parser.parse_args(arguments)
    cases = read_cases(options.cases)
    tallies = [tally(case, plan) for case, plan in zip(cases, planned_by_command(cases), strict=True)]
    found = figures(cases, tallies)
    print(f"{found.cases} cases, F1 {found.f1:.3f} (precision {found.precision:.3f}, recall {found.recall:.3f})")
    print(f"nothing wrong {found.nothing_wrong:.3f}, status right {found.status_right:.3f}")
    print(", ".join(f"{kind} {right} of {whole}" for kind, (right, whole) in sorted(found.by_status.items())))
    print(", ".join(f"{field} {value:.3f}" for field, value in found.by_field.items()))
    for case, one in [(c, t) for c, t in zip(cases, tallies, strict=True) if t.misses][: options.misses]:
        print(f"\n{case['id']}", *one.misses, sep="\n  ")


if __name__ == "__main__":
    main()
