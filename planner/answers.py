"""Questions that were asked and what was said to them: "yes" takes what was recommended, and both are written down."""

from collections.abc import Callable, Sequence

from planner.claims import Claim, Wishes
from training.spec import Answer, Question

LONGEST = 300


def answered(
    steps: Sequence[Wishes], turns: Sequence[str], questions_after: Callable[[Wishes], list[Question]]
) -> tuple[list[Claim], list[Answer]]:
    """What "yes" accepted on the way, as claims, and every question with its answer.

    Args:
        steps: what is asked for after each turn.
        turns: the words of each.
        questions_after: what such wishes leave open.
    """
    accepted: list[Claim] = []
    record: list[Answer] = []
    open_before: list[Question] = []
    for number, (step, words) in enumerate(zip(steps, turns, strict=True)):
        if step.intent == "approval" and step.is_goal:
            accepted += [
                Claim(
                    path=question.field,
                    value=question.accepts,
                    quote=words.strip() or words,
                    turn=number,
                    why=f"you said yes to what I recommended: {question.recommended}",
                )
                for question in open_before
                if question.accepts is not None
            ]
        open_now = questions_after(with_accepted(step, accepted)) if step.is_goal else []
        still = {question.field for question in open_now}
        record += [
            Answer(field=one.field, question=one.question, answer=_short(words), turn=number)
            for one in open_before
            if one.field not in still
        ]
        open_before = open_now
    return accepted, record


def with_accepted(wishes: Wishes, accepted: Sequence[Claim]) -> Wishes:
    """The wishes with what was accepted; what the words themselves say of a field goes before it."""
    said = {claim.path for claim in wishes.claims}
    added = [claim for claim in accepted if claim.path not in said]
    if not added:
        return wishes
    unclear = None if any(claim.path == "languages" for claim in added) else wishes.unclear_language
    return wishes.model_copy(update={"claims": [*wishes.claims, *added], "unclear_language": unclear})


def _short(words: str) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= LONGEST else plain[: LONGEST - 1] + "…"
