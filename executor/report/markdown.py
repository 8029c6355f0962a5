"""The report as Markdown: for a terminal, a repository, a chat. Data stands in it as text, never as markup."""

import re

from executor.report import words
from executor.report.facts import RunFacts
from executor.report.use import python_snippet, remake_sentence
from training.spec import Graded


def markdown(facts: RunFacts) -> str:
    """The whole report."""
    parts = [_top(facts), _gates(facts), _contenders(facts), _sources(facts), _examples(facts), _advice(facts)]
    parts += [_use(facts), _effort(facts), _search(facts), _data(facts), _plan(facts), _notes(facts), _record(facts)]
    return "\n\n".join(part for part in parts if part) + "\n"


def safe(text: object) -> str:
    """Untrusted text in one line in which nothing is markup: no link, image, heading, HTML or table cell."""
    line = re.sub(r"\s+", " ", str(text)).strip()
    line = re.sub(r"([\\`*_{}\[\]<>|#~!])", r"\\\1", line)
    return line.replace("://", ":&#47;&#47;")


def table(head: list[str], rows: list[list[str]]) -> str:
    lines = [" | ".join(head), " | ".join("---" for _ in head), *(" | ".join(row) for row in rows)]
    return "\n".join(f"| {line} |" for line in lines)


def _top(facts: RunFacts) -> str:
    goal = f"\n\n*{safe(facts.plan.spec.goal)}*" if facts.plan.spec and facts.plan.spec.goal else ""
    return f"# {safe(facts.name)}\n\n**{safe(facts.verdict.headline)}**{goal}"


def _gates(facts: RunFacts) -> str:
    if not facts.verdict.gates:
        return "## Conditions\n\nNo condition was set, so none could be missed."
    rows = []
    for gate in facts.verdict.gates:
        measured = words.interval(gate.metric, gate.measured) if gate.measured else "–"
        asked = words.condition(gate.metric, gate.op, gate.threshold, gate.against)
        rows.append([safe(asked), measured, f"**{words.OUTCOMES[gate.outcome]}**", safe(gate.sentence)])
    head = ["asked", "measured (95% interval)", "outcome", "in words"]
    return "## Conditions\n\n" + table(head, rows)


def _contenders(facts: RunFacts) -> str:
    contenders = facts.verdict.contenders
    if not contenders:
        return ""
    rows = [
        [
            words.metric_name(metric),
            *(
                words.interval(metric, one.metrics[metric]) if metric in one.metrics else "–"
                for one in contenders
            ),
        ]
        for metric in words.metrics_of(contenders)
    ]  # fmt: skip
    who = "\n".join(f"- {safe(words.contender_name(one.name))}: {safe(one.what)}" for one in contenders)
    head = ["", *(safe(words.contender_name(one.name)) for one in contenders)]
    return f"## Side by side\n\nAll on the same held-out questions, in the same run.\n\n{table(head, rows)}\n\n{who}"


def _sources(facts: RunFacts) -> str:
    ours = next((one for one in facts.verdict.contenders if one.name == "customized"), None)
    if ours is None or not ours.by_source:
        return ""
    rows = [
        [safe(source), words.interval("accuracy", found["accuracy"]), str(found["accuracy"].n)]
        for source, found in ours.by_source.items()
        if "accuracy" in found
    ]
    return "## By file\n\n" + table(["file", "right", "questions"], rows)


def _examples(facts: RunFacts) -> str:
    verdict = facts.verdict
    parts = []
    for title, graded in (("Right", verdict.right_examples), ("Wrong", verdict.wrong_examples)):
        if graded:
            parts.append(f"## {title}, some examples\n\n" + "\n\n".join(map(_example, graded)))
    if verdict.confusions:
        rows = [[safe(one.meant), safe(one.said), str(one.times)] for one in verdict.confusions]
        parts.append("## Most confused\n\n" + table(["right would be", "it said", "times"], rows))
    return "\n\n".join(parts)


def _example(one: Graded) -> str:
    lines = [f"> {safe(_cut(one.prompt))}", "", f"- it said: {safe(_cut(one.answer)) or '(nothing)'}"]
    if one.answer.strip() != one.reference.strip():
        lines.append(f"- you had: {safe(_cut(one.reference))}")
    if one.why:
        lines.append(f"- wrong because: {safe(one.why)}")
    return "\n".join(lines)


def _cut(text: str, most: int = 600) -> str:
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def _advice(facts: RunFacts) -> str:
    if not facts.verdict.advice:
        return ""
    return "## What would help\n\n" + "\n".join(f"{n}. {safe(line)}" for n, line in enumerate(facts.verdict.advice, 1))


def _use(facts: RunFacts) -> str:
    parts = ["## Use it"]
    parts += [f"{safe(name)}:\n\n{_code(command, 'sh')}" for name, command in facts.commands.items()]
    if "model" in facts.paths:
        parts.append(f"In Python, from this folder:\n\n{_code(python_snippet(facts.paths['model']), 'python')}")
    return "\n\n".join([*parts, remake_sentence(facts)])


def _code(source: str, language: str) -> str:
    """A code block that its content can't end: the fence is longer than any run of back-ticks inside."""
    longest = max((len(run) for run in re.findall(r"`+", source)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}{language}\n{source}\n{fence}"


def _data(facts: RunFacts) -> str:
    data = facts.data
    lines = [f"{data.read:,} records were read, {data.kept:,} kept and {sum(data.dropped.values()):,} left out."]
    for reason, count in words.most(data.dropped):
        shown = "; ".join(map(safe, data.dropped_examples.get(reason, [])))
        lines.append(f"- {count:,}: {words.DROPPED.get(reason, safe(reason))}" + (f" ({shown})" if shown else ""))
    if data.redactions:
        lines.append(f"\nMasked before anything was learned: {safe(words.masked(data.redactions))}.")
    lines += [f"- not read: {safe(line)}" for line in data.unreadable]
    parts = [f"{data.train:,} conversations to learn from", f"{data.validation:,} to choose settings by"]
    parts.append(f"{data.heldout:,} held out and never trained on")
    if data.passages_train or data.passages_heldout:
        parts.append(f"{data.passages_train:,} passages to read and {data.passages_heldout:,} held out")
    lines.append("\nThat gave " + words.joined(parts) + ".")
    if data.removed_from_train:
        lines.append(f"\n{data.removed_from_train:,} more stood in the test files too and were taken out of training.")
    return "## The data\n\n" + "\n".join(lines)


def _search(facts: RunFacts) -> str:
    if not facts.trials:
        return ""
    rows = [
        [
            str(trial.number),
            f"{trial.value:.4g}" if trial.value is not None else "–",
            safe(trial.state),
            str(trial.steps),
            safe(words.plain(trial.params)),
        ]
        for trial in facts.trials
    ]
    return "## The search\n\n" + table(["trial", "validation loss", "state", "steps", "settings"], rows)


def _effort(facts: RunFacts) -> str:
    rows = [list(row) for row in words.estimate_rows(facts)]
    steps = [
        [words.STAGES.get(one.name, safe(one.name)), words.seconds(one.seconds), safe(one.state)]
        for one in facts.stages
    ]
    limit = words.budget_sentence(facts)
    parts = ["## Time and cost", *([limit] if limit else []), table(["", "estimated", "range", "actual"], rows)]
    if facts.plan.estimate.basis:
        parts.append(f"The estimate was computed from: {safe(facts.plan.estimate.basis)}")
    if steps:
        parts.append(table(["step", "took", ""], steps))
    return "\n\n".join(parts)


def _plan(facts: RunFacts) -> str:
    rows = [
        [f"`{safe(field)}`", safe(value), source, safe(why)] for field, value, source, why in words.plan_rows(facts)
    ]
    return "## The plan, and why\n\n" + table(["field", "value", "from", "why"], rows) if rows else ""


def _notes(facts: RunFacts) -> str:
    notes = [*facts.verdict.notes, *facts.plan.warnings]
    return "## To be read with this\n\n" + "\n".join(f"- {safe(note)}" for note in notes) if notes else ""


def _record(facts: RunFacts) -> str:
    versions = ", ".join(f"{safe(name)} {safe(version)}" for name, version in facts.versions.items())
    lines = [
        f"- run {safe(facts.run_id)}, from {safe(facts.started)} to {safe(facts.finished)}, seed {facts.seed}",
        f"- machine: {safe(facts.hardware)}" if facts.hardware else "",
        f"- plan: {facts.spec_hash}" if facts.spec_hash else "",
        f"- versions: {versions}" if versions else "",
        *(f"- {safe(name)}: {safe(path)}" for name, path in facts.paths.items()),
    ]
    return "## For the record\n\n" + "\n".join(line for line in lines if line)
