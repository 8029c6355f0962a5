"""Examples that are to be generated, in many mouths; other counts stay out."""

from typing import Any

import pytest

from tests.planner.reader.settings_bank import faults


def more(number: int) -> dict[str, Any]:
    return {"data.synthetic.examples": number}


BANK: list[tuple[str, dict[str, Any]]] = [
    ("generate 3,000 additional ones", more(3000)),
    ("think up fifteen hundred more of that kind", more(1500)),
    ("Please make up another 500 examples.", more(500)),
    ("There are too few, so invent 2k similar questions.", more(2000)),
    ("synthetic examples: 800", more(800)),
    ("synthetic=1200", more(1200)),
    ("data.synthetic.examples=600", more(600)),
    ("| synthetic data | 5,000 examples |\n|---|---|\n| trials | 4 |", more(5000) | {"search.trials": 4}),
    ("Top it up with 250 made-up conversations.", more(250)),
    ("Write two thousand extra question-answer pairs yourself.", more(2000)),
    ("Since we only have 90, add 400 artificial ones.", more(400)),
    ("You may produce up to 1,000 training examples on your own.", more(1000)),
    ("Another thousand generated ones would help.", more(1000)),
    ("Fill up with 700 synthetic samples.", more(700)),
    ("Let the machine write 350 more mails in the same style.", more(350)),
    ("It's thin. Double it: 600 invented tickets on top.", more(600)),
    ("Augment the set by 1500 paraphrases.", more(1500)),
    ("Erzeuge 2000 zusätzliche Beispiele.", more(2000)),
    ("Génère 500 exemples de plus.", more(500)),
    ("Come up with three hundred further cases.", more(300)),
    ("Enlarge the data with 900 imagined dialogues.", more(900)),
    ("extra training examples to generate: 450", more(450)),
    ("Generate no more than 200 examples.", more(200)),
    # others
    ("Don't make anything up, no synthetic data.", {}),
    ("No made-up examples.", {}),
    ("It must never invent prices.", {}),
    ("We generate 3,000 tickets a month.", {}),
    ("Our writers produce 500 texts a year.", {}),
    ("There are 4,000 more in the archive.", {}),
    ("We make 200 extra cakes at Christmas.", {}),
    ("It should write 3 more sentences than the old one.", {}),
    ("We sell synthetic fibres, 900 kinds.", {}),
    ("The generator produces 500 kW.", {}),
]  # fmt: skip


@pytest.mark.parametrize(("words", "wanted"), [pytest.param(*pair, id=pair[0][:90]) for pair in BANK])
def test_the_words_settle(words: str, wanted: dict[str, Any]) -> None:
    assert faults(words, wanted) == []
