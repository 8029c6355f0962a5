"""A gate opens on evidence: the whole interval must lie on the good side."""

import pytest

from evals.gate import Counts, judge_gate, outcome
from training.spec import Interval
from training.spec.spec import Gate


def _interval(low: float, high: float) -> Interval:
    return Interval(value=(low + high) / 2, low=low, high=high, n=100)


@pytest.mark.parametrize(
    ("op", "low", "high", "result"),
    [
        pytest.param(">=", 0.80, 0.90, "passed", id="at least: touches from above"),
        pytest.param(">=", 0.79, 0.90, "too_few_to_tell", id="at least: reaches across"),
        pytest.param(">=", 0.60, 0.80, "too_few_to_tell", id="at least: touches from below"),
        pytest.param(">=", 0.60, 0.79, "missed", id="at least: all below"),
        pytest.param(">", 0.80, 0.90, "too_few_to_tell", id="more than: touching is not more"),
        pytest.param(">", 0.81, 0.90, "passed", id="more than: above"),
        pytest.param(">", 0.60, 0.80, "missed", id="more than: at most there"),
        pytest.param("<=", 0.70, 0.80, "passed", id="at most: touches from below"),
        pytest.param("<=", 0.70, 0.81, "too_few_to_tell", id="at most: reaches across"),
        pytest.param("<=", 0.81, 0.90, "missed", id="at most: all above"),
        pytest.param("<", 0.70, 0.79, "passed", id="less than: below"),
        pytest.param("<", 0.80, 0.90, "missed", id="less than: at least there"),
    ],
)
def test_the_interval_decides(op: str, low: float, high: float, result: str) -> None:
    assert outcome(op, 0.8, _interval(low, high)) == result


def test_no_evidence_is_no_pass() -> None:
    assert outcome(">=", 0.0, None) == "not_measured"
    found = judge_gate(Gate(metric="accuracy", op=">=", value=0.8), None, why_not="there is no held-out question")
    assert found.outcome == "not_measured"
    assert (
        found.sentence
        == "Share right: not measured, because there is no held-out question; so “at least 80%” is not met."
    )


@pytest.mark.parametrize(
    ("gate", "interval", "sentence"),
    [
        (
            Gate(metric="accuracy", op=">=", value=0.8),
            Interval(value=0.91, low=0.838, high=0.952, n=100),
            "Right in 91 of 100 held-out answers: 91.0% (83.8 to 95.2), so “at least 80%” is met.",
        ),
        (
            Gate(metric="hallucination_rate", op="<=", value=0.055),
            Interval(value=0.05, low=0.022, high=0.112, n=100),
            "Something made up in 5 of 100 answers: 5.0% (2.2 to 11.2), so “at most 5.5%” can’t be told from luck with so "
            "few examples, and does not count as met.",
        ),
        (
            Gate(metric="latency_p95_seconds", op="<", value=0.05),
            Interval(value=0.3, low=0.25, high=0.4, n=64),
            "95 of 100 answers come within 0.30 s (0.25 to 0.4 s), over 64 single requests, so “less than 50 ms” is not met.",
        ),
        (
            Gate(metric="perplexity", op="<=", value=12),
            Interval(value=9.3, low=8.8, high=9.9, n=40),
            "Perplexity over 40 held-out examples: 9.3 (8.8 to 9.9), so “at most 12” is met.",
        ),
    ],
)
def test_the_verdict_is_one_plain_sentence(gate: Gate, interval: Interval, sentence: str) -> None:
    assert judge_gate(gate, interval).sentence == sentence


def test_a_comparison_tells_wins_ties_and_losses() -> None:
    found = judge_gate(
        Gate(metric="win_rate", op=">", value=0.5, against="retrieval"), _interval(0.55, 0.7), counts=Counts(40, 50, 10)
    )
    assert found.sentence.startswith(
        "Against plain search over the same data: better in 40, as good in 50, worse in 10 of 100 answers"
    )
