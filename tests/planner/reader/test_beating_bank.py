"""Better than what: the model it started from, a search, what is in use now, whatever these are called."""

import pytest

from tests.planner.reader.test_gates_bank import Gate, conditions

BASE, NOW = [("win_rate", ">", 0.5, "base")], [("win_rate", ">", 0.5, "current")]
BANK: list[tuple[str, str, list[Gate]]] = [
    ("chat", "If it doesn't beat the untuned model we won't use it.", BASE),
    ("chat", "If testers don't prefer it to the vanilla model, forget it.", BASE),
    ("chat", "It has to be preferred over whatever the untouched model writes in 3 out of 4 cases, minimum.", [("win_rate", ">=", 0.75, "base")]),
    ("chat", "Read blind, her vote has to go to it rather than to the raw model most of the time, i.e. in more than 55 %.", [("win_rate", ">", 0.55, "base")]),
    ("write", "It is good when supervisors choose its drafts over those of the original Llama at least 7 times in 10.", [("win_rate", ">=", 0.7, "base")]),
    ("chat", 'Today a keyword bot ("Tekla") does it. Ours must beat Tekla in direct comparison in at least 70 %.', [("win_rate", ">=", 0.7, "current")]),
    ("sort", "It has to be better than the regex router in head-to-head, obviously.", NOW),
    ("chat", "And it has to beat the template system we're running today.", NOW),
    ("chat", "It should win 60% of duels against stock Mistral.", [("win_rate", ">=", 0.6, "base")]),
    ("chat", "Judges must like ours better than plain Qwen in 2 of 3 pairs.", [("win_rate", ">=", 0.66667, "base")]),
    ("chat", "It goes live only if it does better than our macros.", NOW),
    ("chat", "We want it to come out ahead of the old rule engine in 65 of 100 side-by-sides.", [("win_rate", ">=", 0.65, "current")]),
    ("chat", "At least 55 of 100 raters pick it over the vendor's bot.", [("win_rate", ">=", 0.55, "current")]),
    ("chat", "It must be no worse than our present bot.", [("win_rate", ">=", 0.5, "current")]),
    ("chat", "Against the bare model it ought to win four duels in five.", [("win_rate", ">=", 0.8, "base")]),
    ("chat", "Unless our testers favour it over the script in 60 % of pairs, we stay with the script.", [("win_rate", ">=", 0.6, "current")]),
    ("chat", "Gate: > 58 % preferred to Gemma as downloaded.", [("win_rate", ">", 0.58, "base")]),
    ("chat", "win rate vs the template library > 0.6", [("win_rate", ">", 0.6, "current")]),
    ("chat", "3 in 5 blind votes have to fall to ours, against the one we have.", [("win_rate", ">=", 0.6, "current")]),
    ("chat", "- better than the answering service, and clearly\n- in Polish", NOW),
    ("chat", "| requirement |\n|---|\n| In a blind comparison it is better than the document search we have |", [("win_rate", ">", 0.5, "retrieval")]),
    ("chat", "Beat the baseline or go home.", BASE),
    ("chat", "If it is not clearly better than Zendesk's bot, which we pay for now, there is no point.", NOW),
    ("chat", "I'm 90% sure this is the right file.", []),
    ("chat", "Our team beats everyone in the regional league.", []),
    ("chat", "We prefer Tuesday to Monday for calls.", []),
    ("chat", "It must sort better than a human does.", []),
    ("chat", "Our old bot was better than the one before it.", []),
    ("chat", "I prefer the colour blue over the bot icon.", []),
    ("chat", "Nothing beats the system of colours that my aunt uses.", []),
    ("chat", "The vendor's tool is worse than our macros.", []),
]  # fmt: skip


@pytest.mark.parametrize(("goal", "words", "wanted"), [pytest.param(*row, id=row[1][:90]) for row in BANK])
def test_it_is_to_be_better_than_something(goal: str, words: str, wanted: list[Gate]) -> None:
    assert conditions(goal, words) == sorted(wanted)
