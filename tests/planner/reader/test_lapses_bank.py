"""Small ceilings for lapses, figures of errors turned round, exactness, and figures that tell of the present."""

import pytest

from tests.planner.reader.reading import read_turns
from tests.planner.reader.test_gates_bank import Gate, conditions

BANK: list[tuple[str, str, list[Gate]]] = [
    ("pull", "94 percent or more must agree exactly with the correct JSON.", [("exact_match", ">=", 0.94)]),
    ("pull", "JSON parses in over 99.8% of cases, and 92% or better agree with the clerk exactly.", [("exact_match", ">=", 0.92), ("format_valid_rate", ">", 0.998)]),
    ("pull", "We'd be happy if 96 receipts in a hundred came out precisely as typed.", [("exact_match", ">=", 0.96)]),
    ("pull", "(c) all four fields exactly as filed in over 78% of notes", [("exact_match", ">", 0.78)]),
    ("pull", "For 9 bills in 10 the output is identical with what the clerk keyed.", [("exact_match", ">=", 0.9)]),
    ("pull", "At least 90% right, that's exactly what we need.", [("accuracy", ">=", 0.9)]),
    ("write", "In 88 of 100 drafts there is no error.", [("accuracy", ">=", 0.88)]),
    ("write", "No errors in 95 % of drafts, please.", [("accuracy", ">=", 0.95)]),
    ("write", "No more than 3 % errors.", [("accuracy", ">=", 0.97)]),
    ("write", "Errors in no more than 4 of 100.", [("accuracy", ">=", 0.96)]),
    ("chat", "It must never issue a voucher; more than 2 breaches in 1,000 and it doesn't go live.", [("policy_violation_rate", "<=", 0.002)]),
    ("write", "Naming an individual as the culprit is forbidden, and no more than 1 draft in 250 may do so anyway.", [("policy_violation_rate", "<=", 0.004)]),
    ("chat", "Deleting anything without asking first: at most once in a thousand runs.", [("policy_violation_rate", "<=", 0.001)]),
    ("write", "It gives away the ending in no more than 2 of 100 texts.", [("policy_violation_rate", "<=", 0.02)]),
    ("chat", "At most 3 in 1000 answers may talk someone into a loan.", [("policy_violation_rate", "<=", 0.003)]),
    ("sort", "Today a regex file of 1,900 lines does it, with 74 % accuracy. We need 92 % accuracy.", [("accuracy", ">=", 0.92)]),
    ("sort", "Currently people get it right 80 % of the time. Make it 92 %.", [("accuracy", ">=", 0.92)]),
    ("sort", "Now I want at least 90 % right.", [("accuracy", ">=", 0.9)]),
    ("chat", "Fewer than one reply in fifty may be nonsense.", [("accuracy", ">", 0.98)]),
    ("chat", "1 wrong dose in 500 is already too many.", [("accuracy", ">", 0.998)]),
    ("pull", "The output must parse in all but 1 of 200 cases.", [("format_valid_rate", ">=", 0.995)]),
    ("chat", "if less than 85% are right im not putting it online", [("accuracy", ">=", 0.85)]),
    ("chat", "It counts as done once 180 of our 200 sample questions get the right reply.", [("accuracy", ">=", 0.9)]),
    ("chat", "We will accept the Model if it attains an accuracy of not less than ninety-three per cent (93%).", [("accuracy", ">=", 0.93)]),
    ("chat", "p95 latency under 800 ms, p50 under 300.", [("latency_p50_seconds", "<", 0.3), ("latency_p95_seconds", "<", 0.8)]),
    ("chat", "Quality bar: EM >= 80, F1 >= 0.9.", [("exact_match", ">=", 0.8), ("f1", ">=", 0.9)]),
    ("chat", "At most 5% of the tickets are about cards.", []),
    ("chat", "No more than 2% of the rows are in Spanish.", []),
    ("chat", "We keep at most 5% for testing.", []),
    ("chat", "Less than 1% of customers come back.", []),
    ("chat", "Today the hotline loses 12 % of the callers.", []),
]  # fmt: skip


@pytest.mark.parametrize(("goal", "words", "wanted"), [pytest.param(*row, id=row[1][:90]) for row in BANK])
def test_the_condition_behind_the_figure(goal: str, words: str, wanted: list[Gate]) -> None:
    assert conditions(goal, words) == sorted(wanted)


def test_a_table_of_thresholds_is_no_table_of_old_figures() -> None:
    table = "| Measure | Threshold |\n|---|---|\n| ROUGE-L | >= 0.41 |\n| hallucinations | < 1.5 % |"
    assert conditions("sum", table) == [("hallucination_rate", "<", 0.015), ("rouge_l", ">=", 0.41)]


def test_what_is_without_error_may_slip() -> None:
    goal = "Drafts our replies from letters.jsonl."
    found = read_turns(
        f"{goal} When the share of the drafts without error falls below 0.85 then it has to learn again."
    )
    assert [c.value for c in found.claims if c.path == "monitoring.retrain_when"] == [
        {"metric": "accuracy", "op": "<", "value": 0.85}
    ]


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("It should be retrained each quarter of a year... no, each month, let's say 30 days.", 30),
        ("Retrain every 30 days, no, make that every 45 days.", 45),
        ("Retrain monthly, and every week we get new mails.", 30),
        ("Refresh it every second Monday.", 14),
        ("Train it again each spring, so once a year.", 365),
    ],
)
def test_the_interval_that_holds(words: str, days: float) -> None:
    found = read_turns(f"Train a chatbot that answers guests, chats.csv. {words}")
    assert [c.value for c in found.claims if c.path == "monitoring.every_days"] == [days]
