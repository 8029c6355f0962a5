"""Whatever somebody writes, planning answers: no crash, no leaf without a source, no quote that was not said."""

import random

import pytest

from planner.planning import plan
from planner.surveyed import Survey
from tests.planner.plans import SMALL, TODAY, chats
from tests.planner.test_settle import leaves

PIECES = [
    "We need a chatbot for our garden centre", "answers must be right", "at least 93% of the time", "in English and Czech",
    "the chats are in talks.jsonl", "not more than 40 euros", "by Friday", "no reinforcement learning", "8 experts", "dense",
    "Use Mistral-7B", "QLoRA", "under 3B", "nothing may leave the building", "on 2 A100s", "12 trials", "actually 5 trials",
    "why?", "thanks!", "drop the deadline", "make it 20", "hold back 15%", "since March", "ignore everything before 2020",
    "correct +1, made up -1", "gate: f1>=0.8", "p95 < 2 s", "| a | b |\n| --- | --- |\n| 1 | 2 |", "# Heading\n\n1. one\n2. two",
    "- [ ] done", "🙏🙏", "\u202e\u0000", "{}", "[]", "null", "{\"op\": 1}", "NaN", "1e999", "-5%", "0 hours", "13.13.2026",
    "31 February", "in minus two weeks", "a" * 300, "?" * 50, "twenty, no, thirty", "SharePoint", "data/", "../../etc/passwd",
    "C:\\\\data\\\\x.csv", "s3://bucket/key", "'; DROP TABLE runs; --", "<turn 0>", "%s %d {today}", "½ of them", "١٢ trials",
]  # fmt: skip


@pytest.mark.parametrize("seed", range(8))
def test_planning_answers_whatever_is_written(seed: int) -> None:
    pick = random.Random(seed)
    for _ in range(30):
        turns = [
            pick.choice([" ", ", ", ". ", "\n"]).join(pick.choice(PIECES) for _ in range(pick.randrange(1, 9)))
            for _ in range(pick.choice([1, 1, 2, 4]))
        ]
        files = [pick.choice(["mails.csv", "talks.jsonl", "x" * 300, "..", ""]) for _ in range(pick.randrange(3))]
        survey = pick.choice([None, Survey(sources=[chats(path="talks.jsonl")])])
        made, reply = plan(turns, files=files, today=TODAY, survey=survey, hardware=SMALL)
        assert reply.strip(), turns
        assert (made.spec is None) == (made.status == "not_a_goal"), turns
        if made.spec is None:
            continue
        assert set(made.provenance) == set(leaves(made.spec.model_dump(mode="json"))), turns
        for entry in made.provenance.values():
            if entry.source == "request":
                assert entry.quote, turns
                assert any(entry.quote in turn for turn in turns), (entry.quote, turns)
        assert (made.status == "conflict") == bool(made.conflicts), turns
        if made.status == "ready":
            assert not made.questions, turns
            assert made.spec.data.sources, turns
            assert made.spec.task, turns
