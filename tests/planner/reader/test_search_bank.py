"""How many attempts, over which settings, in many mouths; other counts stay out."""

from typing import Any

import pytest

from tests.planner.reader.settings_bank import faults


def trials(number: int) -> dict[str, Any]:
    return {"search.trials": number}


def over(**parameters: list[float]) -> dict[str, Any]:
    return {"search.parameters": parameters}


BANK: list[tuple[str, dict[str, Any]]] = [
    ("One run, no fiddling with settings.", trials(1)),
    ("don't look further than six variants", trials(6)),
    ("10 experiments", trials(10)),
    ("five configs at most", trials(5)),
    ("Try a dozen settings.", trials(12)),
    ("Search over 40 trials.", trials(40)),
    ("trials=25", trials(25)),
    ("n_trials: 30", trials(30)),
    ("trials: 8", trials(8)),
    ("| trials | 16 |\n|---|---|\n| holdout | 10% |", trials(16)),
    ("- 20 trials\n- keep the best", trials(20)),
    ("You can have fifteen attempts at finding good settings.", trials(15)),
    ("Have three goes at it and keep the best one.", trials(3)),
    ("Please try out no more than 7 different configurations.", trials(7)),
    ("Compare four variants and give me the best.", trials(4)),
    ("Run the search with 50 tries.", trials(50)),
    ("up to 24 hyperparameter combinations", trials(24)),
    ("Test at most nine combinations of settings.", trials(9)),
    ("no hyperparameter search", trials(1)),
    ("We don't want any tuning of hyperparameters.", trials(1)),
    ("Just train it once.", trials(1)),
    ("a single run will do", trials(1)),
    ("No sweeps please.", trials(1)),
    ("Standard settings are fine, no search needed.", trials(1)),
    ("Don't experiment around, use the defaults.", trials(1)),
    ("Skip the hyperparameter search.", trials(1)),
    ("20, no, 30 trials", trials(30)),
    ("The search may try 12 versions.", trials(12)),
    ("pick the best out of ten runs", trials(10)),
    ("I'd like you to make 6 training runs and take the winner.", trials(6)),
    ("Höchstens 10 Versuche.", trials(10)),
    ("20 essais au maximum", trials(20)),
    ("rank 8/16/32 and learning rate 5e-5..3e-4", over(lora_r=[8, 16, 32], learning_rate=[5e-5, 3e-4])),
    ("my mate swears by a learning rate of 2e-4 so use that", over(learning_rate=[2e-4])),
    ("Try learning rates from 1e-5 to 2e-4.", over(learning_rate=[1e-5, 2e-4])),
    ("learning rate 1e-4, three epochs", over(learning_rate=[1e-4], num_train_epochs=[3])),
    ("lr in [1e-5, 5e-5, 1e-4], 12 trials", over(learning_rate=[1e-5, 5e-5, 1e-4]) | trials(12)),
    ("Use 2 epochs.", over(num_train_epochs=[2])),
    ("batch size 16 or 32", over(per_device_train_batch_size=[16, 32])),
    ("Search lora rank between 8 and 64 and dropout 0 to 0.1", over(lora_r=[8, 64], lora_dropout=[0, 0.1]) | {"model.adapter": "lora"}),
    ("vary the learning rate (1e-5, 3e-5) and epochs (1, 2, 3)", over(learning_rate=[1e-5, 3e-5], num_train_epochs=[1, 2, 3])),
    # others
    ("We ran three experiments last year and they failed.", {}),
    ("The clinic runs 12 clinical trials.", {}),
    ("Customers get a 30 day free trial.", {}),
    ("We have six variants of the sofa.", {}),
    ("After three failed attempts the account is locked.", {}),
    ("Our team has run this shop for 10 years.", {}),
    ("There are five settings on the dial.", {}),
    ("The bus makes 14 runs a day.", {}),
    ("We make 40 different combinations of toppings.", {}),
    ("The quiz goes over four rounds.", {}),
    ("They usually solve it at the second attempt.", {}),
    ("In 3 tries the courier leaves a card.", {}),
    ("Interest rates of 3 to 4 percent are in the documents.", {}),
    # more mouths
    ("At most 18 runs of the search.", trials(18)),
    ("Limit the sweep to 14 configurations.", trials(14)),
    ("search budget: 22 trials", trials(22)),
    ("You may try eight different settings, not more.", trials(8)),
    ("Optuna, 60 trials", trials(60)),
    ("Only one attempt, we have nobody who could compare many.", trials(1)),
    ("Please do it in one go, there is no time for trying out.", trials(1)),
    ("Up to twenty-four experiments may be tried.", trials(24)),
    ("Make 3 versions and tell me which is best.", trials(3)),
    ("keep it to a dozen trials", trials(12)),
    ("try a handful of settings, say five", trials(5)),
    ("hyperparameter search: 30 attempts", trials(30)),
    ("hyperparameter search: off", trials(1)),
    ("search: none", trials(1)),
    ("a single training run, no search", trials(1)),
    ("We trust the defaults, don't tune anything.", trials(1)),
    ("Train one time only.", trials(1)),
    ("Not more than ten tries, please.", trials(10)),
    ("4 trials max", trials(4)),
    ("do 16 search runs", trials(16)),
    ("It should test 20 combinations of learning rate and rank.", trials(20)),
    ("learning_rate=3e-5", over(learning_rate=[3e-5])),
    ("epochs: 4", over(num_train_epochs=[4])),
    ("lora_r: 16, lora_alpha: 32", over(lora_r=[16], lora_alpha=[32]) | {"model.adapter": "lora"}),
    ("The learning rate should be somewhere between 5e-6 and 5e-5.", over(learning_rate=[5e-6, 5e-5])),
    ("Try batch sizes of 8, 16 and 32.", over(per_device_train_batch_size=[8, 16, 32])),
    ("Train for five epochs.", over(num_train_epochs=[5])),
    ("weight decay 0.01", over(weight_decay=[0.01])),
    ("warmup ratio 0.03 or 0.1", over(warmup_ratio=[0.03, 0.1])),
    ("beta of 0.1 for the preference step", over(beta=[0.1])),
    ("rank sixteen", over(lora_r=[16])),
    ("We had 5 attempts at a chatbot before and all failed.", {}),
    ("Our chef does 3 versions of the soup.", {}),
    ("The driver makes two attempts to deliver.", {}),
    ("The heating has 4 settings.", {}),
    ("There were ten candidates for the job.", {}),
    ("The temperature in the hall is 18 degrees.", {}),
    ("We do 40 runs a season up the mountain.", {}),
    ("It ranks 3 answers.", {}),
    ("The batch size of our brewery is 500 litres.", {}),
    ("Their rank is 3 or 4 in the league.", {}),
    ("Six experiments with mice are in the reports.", {}),
]  # fmt: skip


@pytest.mark.parametrize(("words", "wanted"), [pytest.param(*pair, id=pair[0][:90]) for pair in BANK])
def test_the_words_settle(words: str, wanted: dict[str, Any]) -> None:
    assert faults(words, wanted) == []
