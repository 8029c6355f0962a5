"""Weights told by other weights, and orders of importance under all kinds of titles."""

import pytest

from tests.planner.reader.reading import read_turns

GOAL = "Train a chatbot that answers our guests' questions, chats.csv has the chats."
BANK: list[tuple[str, list[tuple[str, float]]]] = [
    ("\n\n- correct facts are the main thing\n- style counts half as much as that", [("correctness", 1), ("tone", 0.5)]),
    (" Correctness is worth 1, formal tone 0.3, and legal terminology twice as much as tone. Made up out of thin air: minus 2.", [("correctness", 1), ("hallucination", -2), ("terminology", 0.6), ("tone", 0.3)]),
    (" The order of importance: 1. it is correct, 2. it uses the terms of the manual, 3. it is brief.", [("brevity", 0.3), ("correctness", 1), ("terminology", 0.5)]),
    (" Tone is worth 0.4 and correctness three times that.", [("correctness", 1.2), ("tone", 0.4)]),
    (" Being right gets 1, being short half of that.", [("brevity", 0.5), ("correctness", 1)]),
    (" Right answers 2 points, polite ones half as many.", [("correctness", 2), ("tone", 1)]),
    (" Scoring: brevity 0.2, tone double.", [("brevity", 0.2), ("tone", 0.4)]),
    (" In order: (1) it's correct (2) it's friendly (3) it's short.", [("brevity", 0.3), ("correctness", 1), ("tone", 0.5)]),
    (" What matters: 1) correct facts; 2) our terms; 3) safety rules.", [("correctness", 1), ("policy", 0.3), ("terminology", 0.5)]),
    ("\n\n## Importance, top down\n1. the step is correct\n2. it uses our equipment names\n3. it keeps to the safety rules for masts", [("correctness", 1), ("policy", 0.3), ("terminology", 0.5)]),
    ("\n\nWhat we value (highest on top):\n- correct\n- our words\n- calm", [("correctness", 1), ("terminology", 0.5), ("tone", 0.3)]),
    ("\n\n| Rank | Criterion |\n|---|---|\n| 1 | correctness |\n| 2 | citation |\n| 3 | tone |", [("citation", 0.5), ("correctness", 1), ("tone", 0.3)]),
    (" Reward: +1 when the final figure is right, -0.3 when it waffles.", [("brevity", -0.3), ("correctness", 1)]),
    (" Give it one point for a right answer and take off half a point if it rambles on.", [("brevity", -0.5), ("correctness", 1)]),
    (" Politeness matters, but three times less than correctness.", [("correctness", 1), ("tone", 0.333333)]),
    (" The tone weighs half what the facts weigh.", [("correctness", 1), ("tone", 0.5)]),
    ("\n\n# Scoring\n1. Correct figures (40 points)\n2. Tone (30 points)\n3. Layout (20 points)\n4. Brevity (10 points)", [("brevity", 0.1), ("correctness", 0.4), ("format", 0.2), ("tone", 0.3)]),
    ("\n\nReward shaping:\n* right amount: +1\n* right addressee: +0.5\n* takes more than 3 s: -0.2", [("correctness", 1), ("custom", 0.5), ("latency", -0.2)]),
    (" We have 3 points on the agenda and 2 of them are about tone.", []),
    (" Our hotel scores 8.9 on the portals for friendliness.", []),
    (" The importance of this project is high for us, we are calm and correct people.", []),
    (" Half of that house is empty.", []),
    (" Last year we sold twice as much as that.", []),
]  # fmt: skip


@pytest.mark.parametrize(("words", "wanted"), [pytest.param(*row, id=row[0].strip()[:80]) for row in BANK])
def test_weights_by_other_weights_and_by_their_order(words: str, wanted: list[tuple[str, float]]) -> None:
    found = [c.value for c in read_turns(GOAL + words).claims if c.path == "rubric"]
    assert sorted((r["criterion"], r["weight"]) for r in found) == wanted
