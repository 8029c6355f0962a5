"""The one vocabulary: what passes between the packages. Imports pydantic and nothing else."""

from training.spec.example import Confusion, Contender, Example, GateVerdict, Graded, Interval, Message, Verdict
from training.spec.plan import Answer, Conflict, Estimate, Money, Plan, Provenance, Question, spec_hash
from training.spec.problem import Problem, SpecProblem
from training.spec.spec import TrainingSpec

__all__ = [
    "Answer", "Conflict", "Confusion", "Contender", "Estimate", "Example", "GateVerdict", "Graded", "Interval", "Message", "Money",
    "Plan", "Problem", "Provenance", "Question", "SpecProblem", "TrainingSpec", "Verdict", "spec_hash",
]  # fmt: skip
