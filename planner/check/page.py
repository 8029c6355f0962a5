"""docs/checks.md: every check with a request that it speaks up at, and what it then says. `python -m planner.check.page`."""

from pathlib import Path

from planner.check.examples import Example, examples
from planner.check.finding import Finding

PAGE = Path(__file__).parents[2] / "docs" / "checks.md"
CHAPTERS = {
    "data": "The data must be there, be of the right kind, and be enough",
    "stages": "Each step needs data of a fitting kind",
    "model": "The model must be possible",
    "gates": "A condition must be able to be met, and to be measured",
    "limits": "Time, money, machines and privacy must agree",
    "dates": "Dates must lie in the right order",
}
INTRODUCTION = """# What a plan is checked for

{count} truths hold between the fields of a plan, or between a field and the data. Each is a pure function in
`planner/check/`. A **conflict** stops the plan until somebody decides; a **warning** is told and the plan goes on.

Below is for each a request that it speaks up at, and what it then says: real output, made by
`python -m planner.check.page` from `planner/check/examples.toml`, which also has a request that differs little and is
fine. `tests/planner/test_check_examples.py` runs both through the planner and holds this page against them.
"""


def page() -> str:
    """The whole page as Markdown."""
    found = examples()
    parts = [INTRODUCTION.format(count=len(found))]
    for module, title in CHAPTERS.items():
        parts.append(f"## {title}\n")
        for example in found:
            if example.check.__module__.rpartition(".")[2] == module:
                parts.append(_entry(example))
    return "\n".join(parts)


def _entry(example: Example) -> str:
    name = example.name.replace("_", " ")
    attached = f" (attached: {', '.join(example.say.files)})" if example.say.files else " (nothing attached)"
    said = example.say.findings(example.check)
    kind, text = (_told(said[0])) if said else ("conflict", _by_reader(example))
    return f"**{name}** ({kind})\n\n> {example.say.words}{attached}\n\n{text}\n"


def _told(finding: Finding) -> tuple[str, str]:
    return finding.kind, f"{finding.problem} *{finding.suggestion}*" if finding.suggestion else finding.problem


def _by_reader(example: Example) -> str:
    one = example.say.plan().conflicts[0]
    return f"{one.problem} *{one.suggestion}*"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
