"""Exactly the reference, but for spaces, case, a final full stop and marks around it."""

import re

from evals.graders.grader import Context
from evals.graders.words import even


def exact_match(prompt: str, answer: str, reference: str, context: Context) -> float:
    return float(normal(answer) == normal(reference))


def normal(text: str) -> str:
    """`"Card_Arrival". ` and `card_arrival` are one. Inner marks stay: in a code they are the answer."""
    text = re.sub(r"\s+", " ", even(text)).strip()
    for _ in range(2):  # the full stop may stand inside the marks or behind them
        text = text.strip("\"'“”«»*`").strip()
        text = text.removesuffix(".").rstrip()
    return text
