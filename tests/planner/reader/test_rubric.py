"""What answers are scored on: points, ratios, orders, wishes and bans."""

from typing import Any

import pytest

from tests.planner.reader.reading import read_turns

REST = "Train a chatbot for our customers on chats.csv. "
"""Stands in front of each, so that there is a goal."""
WORDS: list[tuple[str, Any]] = [
    (
        "Score right answers with 1, politeness with 0.3 and citing the source with 0.4.",
        [("citation", 0.4), ("correctness", 1.0), ("tone", 0.3)],
    ),
    (
        "Rubric: correctness 1, brand wording 0.5, slow answers -0.5, inventions -1.",
        [("correctness", 1.0), ("hallucination", -1.0), ("latency", -0.5), ("terminology", 0.5)],
    ),
    (
        "Being right matters most, then sounding friendly, then brevity.",
        [("brevity", 0.3), ("correctness", 1.0), ("tone", 0.5)],
    ),
    (
        "First priority is correctness, second is naming the source, third is tone, fourth is brevity.",
        [("brevity", 0.2), ("citation", 0.5), ("correctness", 1.0), ("tone", 0.3)],
    ),
    ("Friendliness is half as important as correctness.", [("correctness", 1.0), ("tone", 0.5)]),
    ("Making something up is twice as bad as being slow.", [("hallucination", -1.0), ("latency", -0.5)]),
    ("Answers must be short and polite.", [("brevity", 0.5), ("tone", 0.5)]),
    ("It must never promise refunds.", [("policy", 0.3)]),
    ("Under no circumstances should it discuss politics or religion.", [("policy", 0.3)]),
    ("It should refuse to talk about competitors.", [("policy", 0.3)]),
    ("Please no legal advice.", [("policy", 0.3)]),
    ("It has to quote the paragraph it relies on.", [("citation", 0.5)]),
    ("Every answer must come with the page it is taken from.", [("citation", 0.5)]),
    ("Use our product names, not the generic ones.", [("terminology", 0.5)]),
    ("It must stick to our glossary.", [("terminology", 0.5)]),
    ("It tends to make things up, that has to stop.", [("hallucination", -1.0)]),
    ("It must not make things up.", [("hallucination", -1.0)]),
    ("No hallucinations please.", [("hallucination", -1.0)]),
    ("Better admit it doesn't know than guess.", [("hallucination", -1.0)]),
    ("Weights: correctness 70 %, tone 30 %.", [("correctness", 0.7), ("tone", 0.3)]),
    (
        "Reward +1 for a correct answer, -1 for a made-up one, +0.2 if it is short.",
        [("brevity", 0.2), ("correctness", 1.0), ("hallucination", -1.0)],
    ),
    (
        "2 points for the right solution, 1 point for kindness, minus 1 for jargon nobody understands.",
        [("correctness", 2.0), ("terminology", -1.0), ("tone", 1.0)],
    ),
    ("Take off 0.4 whenever it is rude.", [("tone", -0.4)]),
    ("Answers drag on today, they should be crisp.", [("brevity", 0.5)]),
    ("It should be formal, we say Sie to our clients.", [("tone", 0.5)]),
    ("Answers should be quick, customers hate waiting.", [("latency", -0.5)]),
    ("Our old bot was rude.", []),
    ("We are a friendly team of 12.", []),
    ("The brief is short because I have no time.", []),
]


@pytest.mark.parametrize(("words", "wanted"), [pytest.param(*pair, id=pair[0][:90]) for pair in WORDS])
def test_the_words_settle(words: str, wanted: Any) -> None:
    wishes = read_turns(REST + words)
    values = [c.value for c in wishes.claims if c.path == "rubric" or c.path.startswith("rubric.")]
    assert (sorted((item["criterion"], item["weight"]) for item in values)) == wanted
    assert not wishes.disputes
