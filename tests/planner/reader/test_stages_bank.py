"""Which kinds of training are asked for or ruled out, said in many ways; and what only sounds so."""

import pytest

from tests.planner.reader.reading import read_turns

GOAL = "Train a chatbot for our customers on chats.csv. "
BANK: list[tuple[str, list[str]]] = [
    ("SFT, then DPO, then GRPO.", ["sft", "preference", "rl"]),
    ("Continued pretraining, then supervised fine-tuning. Nothing after that.", ["pretrain", "sft"]),
    ("it should first soak up the manuals, then learn from the pairs", ["pretrain", "sft"]),
    ("first imitation of the letters, thereafter learning from preferences", ["sft", "preference"]),
    ("Finish off with RL.", ["sft", "rl"]),
    ("After that a round of RL with the reward below.", ["sft", "rl"]),
    ("Let it practise after the first training and be rewarded whenever its figure agrees.", ["sft", "rl"]),
    ("Reward it for correct totals once it has seen the examples.", ["sft", "rl"]),
    ("Reinforcement learning is not only allowed, it is what we want.", ["sft", "rl"]),
    ("After SFT comes RL, which should not run more than a day.", ["sft", "rl"]),
    # ruled out
    ("Reinforcement learning is not wished.", []),
    ("R4. Reinforcement learning is not to be used.", []),
    ("Reinforcement learning isn't wanted.", []),
    ("reinforcement learning will not be necessary", []),
    ("RL was discussed and not wanted.", []),
    ("There shall be no reinforcement stage.", []),
    ("The reinforcement thing you can leave out.", []),
    ("I don't want any of that reinforcement business.", []),
    ("Out of scope: RL, preference tuning.", []),
    ("Preference tuning: no.", []),
    ("We don't do DPO here.", []),
    ("We skip preference learning; RL comes after SFT.", ["sft", "rl"]),
]


@pytest.mark.parametrize(("words", "wanted"), [pytest.param(*case, id=case[0][:90]) for case in BANK])
def test_the_words_ask_for(words: str, wanted: list[str]) -> None:
    wishes = read_turns(GOAL + words)
    assert [c.value for c in wishes.claims if c.path == "stages"] == wanted


def test_what_stands_under_a_heading_of_refusals_is_refused() -> None:
    wishes = read_turns(f"{GOAL}\n\n## Non-goals\n- generated data\n- reinforcement learning or preference tuning\n")
    assert not [c for c in wishes.claims if c.path == "stages"]
