"""Conditions for the finished model, in the words of people who never say "metric"."""

from typing import Any

import pytest

from tests.planner.reader.reading import read_turns

REST = "Train a chatbot for our customers on chats.csv. "
"""Stands in front of each, so that there is a goal."""
WORDS: list[tuple[str, Any]] = [
    ("Nine answers in ten must be right.", [("accuracy", ">=", 0.9)]),
    ("We need 95 out of every 100 answers correct.", [("accuracy", ">=", 0.95)]),
    ("It may be wrong in at most one case in twenty.", [("accuracy", ">=", 0.95)]),
    ("Error rate below 4 percent.", [("accuracy", ">", 0.96)]),
    ("Less than 1% made-up answers.", [("hallucination_rate", "<", 0.01)]),
    ("Fewer than 5 in 1,000 answers may be invented.", [("hallucination_rate", "<", 0.005)]),
    ("It must pass 45 of our 50 acceptance tests.", [("pass_rate", ">=", 0.9)]),
    ("The pass rate on our acceptance tests has to be 90% or higher.", [("pass_rate", ">=", 0.9)]),
    ("It has to be better than our current bot.", [("win_rate", ">", 0.5, "current")]),
    (
        "Our testers must prefer it over the old bot two times out of three.",
        [("win_rate", ">=", 0.666666667, "current")],
    ),
    ("It must beat plain document search in 60% of cases.", [("win_rate", ">=", 0.6, "retrieval")]),
    ("Reply in under two seconds on average.", [("latency_p50_seconds", "<", 2.0)]),
    ("Nobody should wait longer than 4 seconds for an answer.", [("latency_p95_seconds", "<=", 4.0)]),
    ("p50 <= 800ms, p95 <= 2s", [("latency_p50_seconds", "<=", 0.8), ("latency_p95_seconds", "<=", 2.0)]),
    ("Accuracy: 92,5 %", [("accuracy", ">=", 0.925)]),
    (
        "At least 9 in 10 right and at most 1 in 100 invented.",
        [("accuracy", ">=", 0.9), ("hallucination_rate", "<=", 0.01)],
    ),
    (
        "ROUGE-L above 0.45 and no more than 2% invented facts.",
        [("hallucination_rate", "<=", 0.02), ("rouge_l", ">", 0.45)],
    ),
    ("99.9% of the outputs must parse as JSON.", [("format_valid_rate", ">=", 0.999)]),
    ("The rules may be broken at most once in a thousand answers.", [("policy_violation_rate", "<=", 0.001)]),
    ("It must not breach our guidelines in more than 0.5% of answers.", [("policy_violation_rate", "<=", 0.005)]),
    ("Tool calls should succeed 98 times out of 100.", [("tool_success_rate", ">=", 0.98)]),
    ("An F1 of at least .85 is required.", [("f1", ">=", 0.85)]),
    ("Minimum accuracy 88%, we have 81% today.", [("accuracy", ">=", 0.88)]),
    ("Humans get 94%; the model needs 90%.", [("accuracy", ">=", 0.9)]),
    ("Perplexity must fall under 15.", [("perplexity", "<", 15.0)]),
    ("The average reward on the held-out chats must be 0.75 at least.", [("reward", ">=", 0.75)]),
    ("It has to score 80 percent on the exam.", [("accuracy", ">=", 0.8)]),
    ("I'd be happy with three quarters of the answers being right.", [("accuracy", ">=", 0.75)]),
    ("We ship 98% of parcels within 2 days.", []),
    ("Our team answers 80% of the mails within 4 hours.", []),
    ("70% of our customers come back.", []),
]


@pytest.mark.parametrize(("words", "wanted"), [pytest.param(*pair, id=pair[0][:90]) for pair in WORDS])
def test_the_words_settle(words: str, wanted: Any) -> None:
    wishes = read_turns(REST + words)
    values = [c.value for c in wishes.claims if c.path == "gates" or c.path.startswith("gates.")]
    assert (
        [tuple(v for v in (g["metric"], g["op"], g["value"], g.get("against")) if v is not None) for g in values]
    ) == wanted
    assert not wishes.disputes
