"""Is something made up? Figures, addresses, codes and names that stand in no text the answer may draw on."""

from evals.graders.correctness import COMMON
from evals.graders.exact_match import normal
from evals.graders.facts import agree, facts, names
from evals.graders.grader import Context
from evals.graders.words import content_stems


def hallucination(prompt: str, answer: str, reference: str, context: Context) -> float:
    """1 where nothing is made up, else 0.

    Looks at what can be checked: numbers, times, links and codes, and capitalised names. A false sentence
    out of true words is not seen here; correctness sees it. A wrong figure that is right for another question
    counts as made up: for the one who asked it is.
    """
    return float(not made_up(prompt, answer, reference, context))


def made_up(prompt: str, answer: str, reference: str, context: Context) -> list[str]:
    """What stands nowhere else, in the order of the answer: figures as they are written, then names."""
    if normal(answer) == normal(reference):
        return []  # what stands in the right answer is not made up
    invented = [fact for fact in facts(answer) if fact.sure]
    strange = sorted(name for name in names(answer) if context.weight(name) >= COMMON)
    for text in (prompt, reference, context.passage):  # the passage last: it is long, and seldom needed
        if invented:
            invented = [fact for fact in invented if not any(agree(fact, other) for other in facts(text))]
        if strange:
            known = set(content_stems(text))
            strange = [name for name in strange if name not in known]
    return [fact.shown for fact in invented] + strange
