"""All graders by name, and which of them serves which criterion of a rubric."""

from evals.graders.brevity import brevity
from evals.graders.citation import citation
from evals.graders.correctness import correctness
from evals.graders.custom import custom
from evals.graders.exact_match import exact_match
from evals.graders.f1 import f1
from evals.graders.format_valid import format_valid
from evals.graders.grader import Grader
from evals.graders.hallucination import hallucination
from evals.graders.policy import policy
from evals.graders.rouge_l import rouge_l
from evals.graders.terminology import terminology

GRADERS: dict[str, Grader] = {
    "correct": correctness,
    "exact_match": exact_match,
    "f1": f1,
    "rouge_l": rouge_l,
    "hallucination": hallucination,
    "terminology": terminology,
    "policy": policy,
    "format": format_valid,
    "brevity": brevity,
    "citation": citation,
    "custom": custom,
}

ALWAYS = ("correct", "exact_match", "f1", "rouge_l", "hallucination")
"""What every answer is graded by, whatever the rubric says."""

FOR_CRITERION: dict[str, str] = {
    "correctness": "correct",
    "hallucination": "hallucination",
    "terminology": "terminology",
    "policy": "policy",
    "format": "format",
    "brevity": "brevity",
    "citation": "citation",
    "custom": "custom",
}
"""Criterion to grader. `latency` is measured and not graded; `tone` and `tool_use` have no grader that could
be trusted without a model as judge, so they get no verdict and the report says so."""
