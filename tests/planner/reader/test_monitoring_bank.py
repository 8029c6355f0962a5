"""When it is to be trained again: at an interval, or when a figure slips; and what is no such wish."""

from typing import Any

import pytest

from tests.planner.reader.reading import claimed, read_turns

GOAL = "Train a chatbot that answers our customers' questions, chats.csv has the chats. "
When = tuple[str, str, float] | None
BANK: list[tuple[str, When, float | None]] = [
    ("Retrain it every month.", None, 30),
    ("Please train it anew each quarter.", None, 90),
    ("We would like it refreshed with the new chats every two weeks.", None, 14),
    ("retrain: weekly", None, 7),
    ("Every 10 days it should learn from the latest chats.", None, 10),
    ("It shall be re-trained every 45 days.", None, 45),
    ("Once a year a new training is fine.", None, 365),
    ("retrain every 6 months", None, 180),
    ("A fresh training run each Monday, please.", None, 7),
    ("Train it again at the start of every month.", None, 30),
    ("Training again every night.", None, 1),
    ("monitoring: retrain every 30 days", None, 30),
    ("We want to retrain twice a year.", None, 182),
    ("Alle 3 Monate neu trainieren.", None, 90),
    ("Réentraîner tous les mois.", None, 30),
    ("Reentrenar cada 60 días.", None, 60),
    ("Train it again as soon as fewer than 85% of its answers are right.", ("accuracy", "<", 0.85), None),
    ("If accuracy drops below 0.9, retrain.", ("accuracy", "<", 0.9), None),
    ("Retrain when more than 2 % of the answers are made up.", ("hallucination_rate", ">", 0.02), None),
    ("Should the share of right answers sink under 88 percent, train it again.", ("accuracy", "<", 0.88), None),
    ("Once the error rate climbs over 6%, it needs a new training.", ("accuracy", "<", 0.94), None),
    ("As soon as hallucinations exceed 3 %, a new round of training is due.", ("hallucination_rate", ">", 0.03), None),
    ("Below 90% correct? Retrain.", ("accuracy", "<", 0.9), None),
    ("When it gets less than 8 in 10 right, train it afresh.", ("accuracy", "<", 0.8), None),
    ("retrain_when: accuracy < 0.85", ("accuracy", "<", 0.85), None),
    ("Keep an eye on it: if the pass rate falls under 80 % learn again from the new chats.", ("pass_rate", "<", 0.8), None),
    ("If the F1 slips under .8, kick off the training again.", ("f1", "<", 0.8), None),
    ("It has to be trained again whenever p95 goes above 4 seconds.", ("latency_p95_seconds", ">", 4.0), None),
    ("Watch for policy breaches; above 0.5 % of answers, retrain.", ("policy_violation_rate", ">", 0.005), None),
    ("If its win rate against the current bot goes under 50%, train again.", ("win_rate", "<", 0.5), None),
    ("Retrain monthly, or as soon as accuracy is under 87 %.", ("accuracy", "<", 0.87), 30),
    ("Retrain every quarter and whenever more than 1 in 20 answers is wrong.", ("accuracy", "<", 0.95), 90),
    ("When quality goes down to less than 80 percent right answers we train it again; otherwise once a year.", ("accuracy", "<", 0.8), 365),
    ("Falls die Trefferquote unter 90 % sinkt, bitte neu trainieren.", ("accuracy", "<", 0.9), None),
    ("Si la exactitud baja del 85 %, hay que reentrenarlo.", ("accuracy", "<", 0.85), None),
    ("Later, if the right answers get fewer than 82 in 100, have it learn again.", ("accuracy", "<", 0.82), None),
    # no such wish
    ("No retraining needed.", None, None),
    ("We retrain our staff every year.", None, None),
    ("Our price list changes every month.", None, None),
    ("The team meets every Monday.", None, None),
    ("We update the manual once a quarter.", None, None),
    ("Every week we get 300 new tickets.", None, None),
    ("Don't retrain it by itself, we will ask.", None, None),
    ("The trainer comes every two weeks.", None, None),
    ("I send a report every month.", None, None),
    # other voices
    ('Have it trained afresh every spring and autumn, say every 182 days.', None, 182),
    ('Every fortnight it gets the new tickets to learn from.', None, 14),
    ('Retraining: quarterly.', None, 90),
    ('Should it ever answer less than 8 of 10 questions right, train it once more.', ('accuracy', '<', 0.8), None),
    ('If invented facts go beyond 2 percent it goes back to school.', ('hallucination_rate', '>', 0.02), None),
    ('As soon as the success rate is lower than 85 % we want it retrained automatically.', ('accuracy', '<', 0.85), None),
    ('Renew the model monthly with the latest chats.', None, 30),
    ('It shall be trained again after each 90 days of use.', None, 90),
    ('When p95 climbs over 3 seconds: retrain.', ('latency_p95_seconds', '>', 3.0), None),
    ('Repeat the training every 60 days.', None, 60),
    ('Our trainees rotate every three months.', None, None),
    ('The website is refreshed every week.', None, None),
    ('We never want it retrained.', None, None),
    ('Once trained, leave it as it is.', None, None),
    ('The board reviews the figures every quarter.', None, None),
    # more voices
    ('Train it anew when fewer than 4 of 5 answers are right.', ('accuracy', '<', 0.8), None),
    ('The model is to be retrained at intervals of 90 days.', None, 90),
    ('Retraining trigger: accuracy under 0.85.', ('accuracy', '<', 0.85), None),
    ('Once the right answers drop to under 80%, give it another round of training.', ('accuracy', '<', 0.8), None),
    ('Update it with the new cases at the end of each quarter.', None, 90),
    ('If the F1 sinks below 0.75 it must be taught again.', ('f1', '<', 0.75), None),
    ('Every 4 weeks a refresh of the model, please.', None, 28),
    ('monthly retrain', None, 30),
    ('Keep it current: new training every half year.', None, 182),
    ('When users start waiting more than 5 seconds at p95, retrain it.', ('latency_p95_seconds', '>', 5.0), None),
    ('Our price list is updated every month.', None, None),
    ('Every year we train two apprentices.', None, None),
    ("A retraining isn't planned.", None, None),
]  # fmt: skip


@pytest.mark.parametrize(("words", "when", "days"), [pytest.param(*row, id=row[0][:90]) for row in BANK])
def test_it_is_trained_again_as_the_words_say(words: str, when: When, days: float | None) -> None:
    wishes = read_turns(GOAL + words)
    found: Any = claimed(wishes, "monitoring.retrain_when")
    assert (found and (found["metric"], found["op"], round(found["value"], 5))) == when
    assert (
        claimed(wishes, "monitoring.every_days") == pytest.approx(days, rel=0.01)  # half a year has 182 or 183 days
        if days
        else claimed(wishes, "monitoring.every_days") is None
    )
    assert not [c for c in wishes.claims if c.path == "gates"]
