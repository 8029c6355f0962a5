"""The first half of the page: how it went. Headline, conditions, contenders, answers, advice."""

from executor.report import words
from executor.report.escape import lines, text
from executor.report.facts import RunFacts
from executor.report.svg import Bar, against_threshold, bars
from training.spec import Contender, Graded, Interval
from training.spec.words import LOWER_IS_BETTER

PANELS = ("accuracy", "hallucination_rate", "bits_per_character", "policy_violation_rate", "latency_p50_seconds")
"""Metrics worth a chart, most telling first."""


def section(anchor: str, title: str, body: str, lead: str = "") -> str:
    """One part of the page; nothing where there is nothing to say."""
    if not body:
        return ""
    said = f'<p class="lead">{text(lead)}</p>' if lead else ""
    return f'<section id="{anchor}"><h2>{text(title)}</h2>{said}{body}</section>'


def table(head: list[str], rows: list[str], kind: str = "") -> str:
    """Rows are finished `<tr>`s; a head that begins with `#` is for figures and stands on the right."""
    cells = "".join(
        f'<th class="n">{text(name[1:])}</th>' if name.startswith("#") else f"<th>{text(name)}</th>" for name in head
    )
    return (
        f'<div class="scroll"><table class="{kind}"><thead><tr>{cells}</tr></thead><tbody>{"".join(rows)}</tbody>'
        "</table></div>"
    )


def figure_cell(metric: str, measured: Interval | None) -> str:
    """`86.7%` with its interval in quiet type."""
    if measured is None:
        return '<span class="within">–</span>'
    return f"{text(words.figure(metric, measured.value))} <span class='within'>{text(words.spread(metric, measured))}</span>"


def head(facts: RunFacts) -> str:
    verdict = facts.verdict
    if verdict.passed:
        pill = ("passed", "All conditions met" if verdict.gates else "Done")
    else:
        outcomes = {gate.outcome for gate in verdict.gates}
        unsure = outcomes <= {"passed", "too_few_to_tell"} and bool(outcomes)
        pill = ("too_few_to_tell", "Not proven") if unsure else ("missed", "Not every condition met")
    goal = facts.plan.spec.goal if facts.plan.spec else None
    said = f'<p class="goal">{text(goal)}</p>' if goal else ""
    return (
        f'<header><p class="over"><strong>{text(facts.name)}</strong><span>{text(facts.finished)}</span>'
        f'<span class="pill {pill[0]}">{pill[1]}</span></p>'
        f"<h1>{text(verdict.headline)}</h1>{said}{_key_figures(facts)}</header>"
    )


def _key_figures(facts: RunFacts) -> str:
    items: list[str] = []
    metric = words.main_metric(facts)
    for one in facts.verdict.contenders:
        if metric and metric in one.metrics and len(items) < 3:
            measured = one.metrics[metric]
            name = words.contender_name(one.name)
            kind = ' class="ours"' if one.name == "customized" else ""
            items.append(
                f"<div{kind}><dt>{text(name)}, {text(words.metric_name(metric).lower())}</dt>"
                f"<dd>{text(words.figure(metric, measured.value))}"
                f'<span class="range">{text(words.spread(metric, measured))}</span></dd></div>'
            )
    gates = facts.verdict.gates
    if gates:
        met = sum(gate.outcome == "passed" for gate in gates)
        items.append(
            f'<div><dt>Conditions met</dt><dd>{met} of {len(gates)}<span class="range">&nbsp;</span></dd></div>'
        )
    cost = words.estimate_rows(facts)[1][3]
    items.append(
        f"<div><dt>Took</dt><dd>{text(words.seconds(facts.seconds))}"
        f'<span class="range">{text("cost " + cost if cost != "not priced" else facts.hardware)}</span></dd></div>'
    )
    return f'<dl class="key">{"".join(items)}</dl>'


def gates(facts: RunFacts) -> str:
    if not facts.verdict.gates:
        return section("conditions", "Conditions", "<p>No condition was set, so none could be missed.</p>")
    rows = []
    for gate in facts.verdict.gates:
        asked = words.condition(gate.metric, gate.op, gate.threshold, gate.against)
        name, _, bound = asked.partition(": ")
        chart = ""
        if gate.measured is not None:
            chart = against_threshold(
                gate.measured.value,
                gate.measured.low,
                gate.measured.high,
                gate.threshold,
                upwards=gate.op in (">=", ">"),
                kind=gate.outcome,
                share=gate.metric in words.RATES,
                label=gate.sentence,
            )
        rows.append(
            f'<tr class="joined"><td><b>{text(name)}</b><br>{text(bound)}</td>'
            f'<td class="nowrap">{figure_cell(gate.metric, gate.measured)}</td><td class="range">{chart}</td>'
            f'<td><span class="pill {gate.outcome}">{text(words.OUTCOMES[gate.outcome])}</span></td></tr>'
            f'<tr class="sentence"><td colspan="4">{text(gate.sentence)}</td></tr>'
        )
    lead = (
        "Each figure has its 95% interval. A condition counts as met only where the whole interval lies on the good side, "
        "shaded here: evidence, not luck."
    )
    return section("conditions", "Conditions", table(["asked", "measured", "", ""], rows, "gates"), lead)


def contenders(facts: RunFacts) -> str:
    all_of_them = facts.verdict.contenders
    if not all_of_them:
        return ""
    charts = []
    shown = [metric for metric in PANELS if sum(metric in one.metrics for one in all_of_them) > 1][:3]
    for number, metric in enumerate(shown):
        those = [one for one in all_of_them if metric in one.metrics]
        chart = _chart(metric, those)
        charts.append(chart if number == 0 else f"<div>{chart}</div>")
    body = charts[0] if charts else ""
    if len(charts) > 1:
        body += f'<div class="panels">{"".join(charts[1:])}</div>'
    rows = [
        f"<tr><td>{text(words.metric_name(metric))}</td>"
        + "".join(
            f'<td class="nowrap{" us" if one.name == "customized" else ""}">{figure_cell(metric, one.metrics.get(metric))}</td>'
            for one in all_of_them
        )
        + "</tr>"
        for metric in words.metrics_of(all_of_them)
    ]
    body += "<h3>All figures</h3>"
    names = [words.contender_name(one.name) for one in all_of_them]
    body += table(["", *names], rows, "many" if len(names) > 3 else "")
    who = "".join(f"<li>{text(words.contender_name(one.name))}: {text(one.what)}</li>" for one in all_of_them)
    body += f'<ul class="plain small" style="margin-top:16px">{who}</ul>'
    return section("side-by-side", "Side by side", body, "All on the same held-out questions, in the same run.")


def _chart(metric: str, those: list[Contender]) -> str:
    items = [
        Bar(
            words.contender_name(one.name),
            one.metrics[metric].value,
            one.metrics[metric].low,
            one.metrics[metric].high,
            words.figure(metric, one.metrics[metric].value),
            one.name == "customized",
        )
        for one in those
    ]
    lower = metric in LOWER_IS_BETTER or metric.endswith("bits_per_character")
    top = 1.0 if metric == "accuracy" else None
    name = words.metric_name(metric)
    n = max(one.metrics[metric].n for one in those)
    said = f"{'lower' if lower else 'higher'} is better; 95% intervals, n = {n:,}"
    return f"<figure><figcaption><b>{text(name)}</b>, {said}</figcaption>{bars(items, name, top=top)}</figure>"


def sources(facts: RunFacts) -> str:
    ours = next((one for one in facts.verdict.contenders if one.name == "customized"), None)
    if ours is None or not ours.by_source:
        return ""
    metrics = [
        metric for metric in words.metrics_of([ours]) if any(metric in found for found in ours.by_source.values())
    ]
    metrics = [metric for metric in metrics if metric in words.RATES][:4]
    rows = [
        f"<tr><td class='field'>{text(source)}</td>"
        + "".join(f'<td class="nowrap">{figure_cell(metric, found.get(metric))}</td>' for metric in metrics)
        + f'<td class="n">{max((one.n for one in found.values()), default=0):,}</td></tr>'
        for source, found in ours.by_source.items()
    ]
    head_row = ["file", *(words.metric_name(metric).lower() for metric in metrics), "#questions"]
    return section("by-file", "By file", table(head_row, rows), "The customized model’s figures for each test file.")


def answers(facts: RunFacts) -> str:
    verdict = facts.verdict
    columns = [
        f"<div><h3>{title}</h3>{''.join(map(_card, graded))}</div>"
        for title, graded in (("Right", verdict.right_examples), ("Wrong", verdict.wrong_examples))
        if graded
    ]
    body = f'<div class="answers">{"".join(columns)}</div>' if columns else ""
    if verdict.confusions:
        most = max(one.times for one in verdict.confusions)
        rows = [
            f'<tr><td>{text(one.meant)}</td><td>{text(one.said)}</td><td class="n">{one.times:,}</td>'
            f'<td style="width:30%"><span class="meter" style="width:{100 * one.times / most:.0f}%"></span></td></tr>'
            for one in verdict.confusions
        ]
        body += "<h3>Most confused</h3>" + table(["right would be", "it said", "#times", ""], rows)
    return section(
        "answers", "Answers to look at", body, "Questions that the model had never seen, and what it made of them."
    )


def _card(one: Graded) -> str:
    same = one.answer.strip() == one.reference.strip()
    parts = [f"<dt>it said</dt><dd>{lines(one.answer) or '<i>nothing</i>'}</dd>"]
    if not same:
        parts.append(f"<dt>you had</dt><dd>{lines(one.reference)}</dd>")
    if one.why:
        parts.append(f'<dt>wrong</dt><dd class="why">{text(one.why)}</dd>')
    return f'<div class="card"><p class="q">{lines(one.prompt)}</p><dl>{"".join(parts)}</dl></div>'


def advice(facts: RunFacts) -> str:
    items = "".join(f"<li>{text(line)}</li>" for line in facts.verdict.advice)
    return section("advice", "What would help", f'<ol class="advice">{items}</ol>' if items else "")


def notes(facts: RunFacts) -> str:
    said = [*facts.verdict.notes, *facts.plan.warnings]
    items = "".join(f"<li>{text(line)}</li>" for line in said)
    return section("notes", "To be read with this", f'<ul class="plain">{items}</ul>' if items else "")
