"""The second half of the page: how it was made, what it cost, and what to do with it."""

import math
from collections.abc import Sequence
from typing import Any

from executor.report import words
from executor.report.escape import lines, text
from executor.report.facts import RunFacts, StageFacts, TrialFacts
from executor.report.html_verdict import section, table
from executor.report.svg import Axis, curves, parallel, stack
from executor.report.use import python_snippet, remake_sentence

MOST_TRIALS = 60
MOST_SOURCES = 25


def use(facts: RunFacts) -> str:
    remake = {name: command for name, command in facts.commands.items() if name == "Make it again"}
    now = {name: command for name, command in facts.commands.items() if name not in remake}
    body = _commands(now)
    if "model" in facts.paths:
        size = f"{facts.parameters:,} parameters. " if facts.parameters else ""
        body += (
            f'<h3>In Python</h3><p class="small" style="margin-bottom:10px">{size}The folder '
            f'<span class="field">{text(facts.paths["model"])}</span> beside this report loads with plain transformers.</p>'
            f"<pre>{text(python_snippet(facts.paths['model']))}</pre>"
        )
    if remake:
        body += f"<h3>Make it again</h3>{_commands(remake, named=False)}"
    body += f'<p class="small" style="margin-top:10px">{text(remake_sentence(facts))}</p>'
    return section("use", "Use it", body)


def _commands(commands: dict[str, str], *, named: bool = True) -> str:
    if not named:
        return "".join(f'<pre class="command">{text(command)}</pre>' for command in commands.values())
    items = "".join(f"<dt>{text(name)}</dt><dd><pre>{text(command)}</pre></dd>" for name, command in commands.items())
    return f'<dl class="do">{items}</dl>' if items else ""


def effort(facts: RunFacts) -> str:
    rows = [
        f'<tr><td>{text(what)}</td><td class="n">{text(guess)}</td><td class="n within">{text(spread)}</td>'
        f'<td class="n us">{text(actual)}</td></tr>'
        for what, guess, spread, actual in words.estimate_rows(facts)
    ]
    limit = words.budget_sentence(facts)
    body = table(["", "#estimated", "#likely range", "#actual"], rows)
    if facts.plan.estimate.basis:
        body += f'<p class="small" style="margin-top:10px">The estimate was computed from: {text(facts.plan.estimate.basis)}</p>'
    longest = max((stage.seconds for stage in facts.stages), default=0.0) or 1.0
    steps = [
        f"<tr><td>{text(words.STAGES.get(one.name, one.name))}</td>"
        f'<td style="width:42%"><span class="meter" style="width:{100 * one.seconds / longest:.1f}%"></span></td>'
        f'<td class="n">{text(words.seconds(one.seconds))}</td>'
        f'<td class="within">{"already there" if one.state == "reused" else ""}</td></tr>'
        for one in facts.stages
    ]
    if steps:
        body += "<h3>Step by step</h3>" + table(["", "", "#took", ""], steps)
    return section("cost", "Time and cost", body, limit)


def learning(facts: RunFacts) -> str:
    drawn = [stage for stage in facts.stages if len(stage.curve) > 1 or len(stage.validation_curve) > 1]
    body = ""
    if drawn:
        legend = '<span class="key-line"><i></i>training</span>'
        if any(stage.validation_curve for stage in drawn):
            legend += '<span class="key-line"><i class="warm"></i>validation, never trained on</span>'
        body += f'<p class="small">Loss, lower is better. {legend}</p><div class="panels">'
        body += "".join(map(_curve, drawn)) + "</div>"
    if facts.trials:
        body += _trials(facts.trials[:MOST_TRIALS])
    return section("learning", "How it learned", body)


def _curve(stage: StageFacts) -> str:
    name = words.STAGES.get(stage.name, stage.name)
    return f"<figure><figcaption><b>{text(name)}</b></figcaption>{curves(stage.curve, stage.validation_curve, f'Loss: {name}')}</figure>"


def _trials(trials: Sequence[TrialFacts]) -> str:
    complete = [trial for trial in trials if trial.state == "complete" and trial.value is not None]
    best = min(complete, key=lambda trial: (trial.value or 0.0, trial.number), default=None)
    pruned = sum(trial.state == "pruned" for trial in trials)
    names = list(dict.fromkeys(name for trial in trials for name in trial.params))
    said = f"{len(trials)} settings were tried" if len(trials) > 1 else "One setting was tried"
    if pruned:
        said += f"; {pruned} of them given up early, because others did clearly better at that point"
    said += "."
    legend = '<span class="key-line"><i class="warm"></i>best, trained to the end</span><span class="key-line"><i></i>finished</span>'
    legend += '<span class="key-line"><i class="dashed"></i>given up early</span>'
    body = f'<h3>The search for good settings</h3><p class="small">{said} {legend}</p>'
    axes = [axis for axis in (_axis(name, [trial.params.get(name) for trial in trials]) for name in names) if axis]
    losses = _axis("validation loss", [trial.value for trial in trials], best_is_low=True)
    if axes and losses and len(trials) > 1:
        kinds = ["best" if trial is best else trial.state for trial in trials]
        known = ("pruned", "failed", "running", "complete", "best")
        drawn = parallel([*axes[:6], losses], [kind if kind in known else "failed" for kind in kinds], "The trials")
        body += f'<figure class="scroll wide">{drawn}</figure>'
    rows = [
        f'<tr class="{"best" if trial is best else "dim" if trial.state == "pruned" else ""}"><td class="n">{trial.number}</td>'
        f'<td class="n">{text(f"{trial.value:.4g}" if trial.value is not None else "–")}</td>'
        f"<td>{text(words.TRIALS.get(trial.state, trial.state))}{', best' if trial is best else ''}</td>"
        f'<td class="n">{trial.steps:,}{f" of {trial.total_steps:,}" if trial.total_steps else ""}</td>'
        + "".join(f'<td class="n">{text(words.setting(trial.params.get(name)))}</td>' for name in names)
        + "</tr>"
        for trial in trials
    ]
    head = ["#trial", "#validation loss", "", "#steps", *(f"#{name.replace('_', ' ')}" for name in names)]
    return body + '<div style="margin-top:14px">' + table(head, rows) + "</div>"


def _axis(name: str, values: Sequence[Any], *, best_is_low: bool = False) -> Axis | None:
    """Values as places from 0 to 1, on a logarithmic scale where they span more than a factor of eight.

    Null where there is nothing to tell apart. Where low is best, it is drawn at the top.
    """
    label = name.replace("_", " ")
    if any(isinstance(value, str | bool) for value in values):
        kinds = sorted({str(value) for value in values})
        if len(kinds) < 2:
            return None
        places = [kinds.index(str(value)) / (len(kinds) - 1) for value in values]
        return Axis(label, places, kinds[0], kinds[-1])
    numbers = [float(value) if isinstance(value, int | float) else math.nan for value in values]
    finite = [number for number in numbers if math.isfinite(number)]
    if not finite or min(finite) == max(finite):
        return None
    low, high = min(finite), max(finite)
    if low > 0 and high / low > 8:
        places = [
            (math.log(n) - math.log(low)) / (math.log(high) - math.log(low)) if n > 0 else math.nan for n in numbers
        ]
    else:
        places = [(n - low) / (high - low) for n in numbers]
    if best_is_low:
        return Axis(label, [1 - place for place in places], words.setting(high), words.setting(low))
    return Axis(label, places, words.setting(low), words.setting(high))


def data(facts: RunFacts) -> str:
    found = facts.data
    if not found.read and not found.train and not found.passages_train:
        return ""
    left_out = sum(found.dropped.values())
    body = ""
    if found.read:
        legend = f'<span class="key-line"><i class="block"></i>{found.kept:,} kept</span>'
        legend += f'<span class="key-line"><i class="block other"></i>{left_out:,} left out</span>'
        bar = stack([(found.kept, "kept"), (left_out, "dropped")], "Records kept and left out")
        body += f"<figure><figcaption><b>{found.read:,} records read</b> {legend}</figcaption>{bar}</figure>"
    split = [
        (found.train, "train", "", "to learn from"),
        (found.validation, "validation", "warm", "to choose settings by"),
        (found.heldout, "heldout", "good", "held out, never trained on"),
    ]
    if any(amount for amount, *_ in split):
        legend = "".join(
            f'<span class="key-line"><i class="block {colour}"></i>{amount:,} {said}</span>'
            for amount, _, colour, said in split
        )
        bar = stack([(amount, kind) for amount, kind, *_ in split], "Conversations by use")
        body += f"<figure><figcaption><b>Conversations</b> {legend}</figcaption>{bar}</figure>"
    if found.passages_train or found.passages_heldout:
        body += (
            f'<p class="small" style="margin-top:14px">Besides, {found.passages_train:,} passages of your documents to read and '
            f"{found.passages_heldout:,} held out.</p>"
        )
    if found.removed_from_train:
        body += (
            f'<p class="small">{found.removed_from_train:,} examples stood in the test files too and were taken out of '
            "training.</p>"
        )
    body += _left_out(facts) + _masked(facts) + _files(facts)
    return section("data", "The data", body)


def _left_out(facts: RunFacts) -> str:
    found = facts.data
    if not found.dropped:
        return ""
    rows = [
        f'<tr><td class="n">{count:,}</td><td>{text(words.DROPPED.get(reason, reason.replace("_", " ")))}</td>'
        f"<td class='small'>{'<br>'.join(lines(line, most=220) for line in found.dropped_examples.get(reason, []))}</td></tr>"
        for reason, count in words.most(found.dropped)
    ]
    return "<h3>Left out, and why</h3>" + table(["#records", "why", "for example"], rows)


def _masked(facts: RunFacts) -> str:
    if not facts.data.redactions:
        return ""
    return f"<h3>Masked before anything was learned</h3><p>{text(words.masked(facts.data.redactions))}.</p>"


def _files(facts: RunFacts) -> str:
    found = facts.data
    body = ""
    if found.unreadable:
        items = "".join(f"<li>{text(line)}</li>" for line in found.unreadable)
        body += f'<h3>Files that could not be read</h3><ul class="plain">{items}</ul>'
    if len(found.by_source) > 1:
        largest = sorted(found.by_source.items(), key=lambda pair: (-pair[1].get("read", 0), pair[0]))
        rows = [
            f'<tr><td class="field">{text(source)}</td>'
            + "".join(f'<td class="n">{counts.get(kind, 0):,}</td>' for kind in ("read", "kept", "dropped"))
            + "</tr>"
            for source, counts in largest[:MOST_SOURCES]
        ]
        more = len(largest) - len(rows)
        body += "<h3>By file</h3>" + table(["file", "#read", "#kept", "#left out"], rows)
        body += f'<p class="small" style="margin-top:8px">and {more:,} more files.</p>' if more > 0 else ""
    return body


def plan(facts: RunFacts) -> str:
    said = "".join(f"<blockquote class='quote'>{lines(turn, most=3000)}</blockquote>" for turn in facts.request)
    body = f'<h3>What you asked for</h3><div style="margin-bottom:22px">{said}</div>' if said else ""
    rows = [
        (
            source,
            f'<tr><td class="field">{text(field)}</td><td>{text(value)}</td><td>{text(source)}</td><td>{lines(why)}</td></tr>',
        )
        for field, value, source, why in words.plan_rows(facts)
    ]
    head = ["field", "value", "from", "why"]
    chosen = [row for source, row in rows if source != words.ORIGINS["default"]]
    defaults = [row for source, row in rows if source == words.ORIGINS["default"]]
    if chosen:
        body += table(head, chosen, "plan")
    if defaults:
        summary = f"{len(defaults)} more, at their defaults"
        body += f"<details><summary>{summary}</summary>{table(head, defaults, 'plan')}</details>"
    settings = [
        f'<tr><td class="field">{text(name)}</td><td>{text(value)}</td><td>{text(why)}</td></tr>'
        for name, value, why in words.setting_rows(facts)
    ]
    if settings:
        inner = table(["setting", "value", "why"], settings, "settings")
        body += f"<details><summary>How each step was set</summary>{inner}</details>"
    lead = "Every value, where it comes from and why. Your own words stand in quotation marks."
    return section("plan", "The plan, and why", body, lead if rows else "")


def record(facts: RunFacts) -> str:
    parts = [
        f"Run {text(facts.run_id)}, {text(facts.started)} to {text(facts.finished)}, seed {facts.seed}",
        text(facts.hardware),
        f"plan {text(facts.spec_hash)}" if facts.spec_hash else "",
        ", ".join(f"{text(name)} {text(version)}" for name, version in facts.versions.items()),
    ]
    files = ", ".join(f"{text(name)}: {text(path)}" for name, path in facts.paths.items())
    return f"<footer><p>{' · '.join(part for part in parts if part)}</p><p>{files}</p></footer>"
