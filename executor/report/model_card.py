"""The evaluation section of a model card: what was measured, for whoever gets the folder without the report."""

from executor.report import words
from executor.report.facts import RunFacts
from executor.report.markdown import safe, table

HEADING = "## Evaluation"


def with_evaluation(card: str, facts: RunFacts) -> str:
    """A model card with the verdict at its end; a section of that name that was there is replaced."""
    before = card.split(f"\n{HEADING}\n")[0].rstrip()
    if not before:
        before = f"# {safe(facts.name)}"
    return f"{before}\n\n{evaluation(facts)}\n"


def evaluation(facts: RunFacts) -> str:
    """Headline, conditions and contenders. No question or answer stands in it: a model folder is passed around."""
    verdict = facts.verdict
    parts = [HEADING, f"**{safe(verdict.headline)}**"]
    if verdict.gates:
        parts.append("\n".join(f"- {words.OUTCOMES[gate.outcome]}: {safe(gate.sentence)}" for gate in verdict.gates))
    if verdict.contenders:
        rows = [
            [
                words.metric_name(metric),
                *(
                    words.interval(metric, one.metrics[metric]) if metric in one.metrics else "–"
                    for one in verdict.contenders
                ),
            ]
            for metric in words.metrics_of(verdict.contenders)
        ]
        parts.append(table(["", *(safe(words.contender_name(one.name)) for one in verdict.contenders)], rows))
        parts.append("Figures with their 95% interval, all on the same held-out examples.")
    if verdict.notes:
        parts.append("\n".join(f"- {safe(note)}" for note in verdict.notes))
    parts.append(
        f"Judged from this folder on {safe(facts.finished)}, run {safe(facts.run_id)}, {safe(facts.hardware)}."
    )
    return "\n\n".join(parts)
