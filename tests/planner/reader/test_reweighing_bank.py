"""Score cards changed by later turns: by factors, by the old figure, by words for one of their items."""

import pytest

from tests.planner.reader.reading import read_turns

BANK: list[tuple[str, tuple[str, ...], dict[str, float]]] = [
    ("correct 1, explains too long -0.4, wrong layout -0.2", ("take the layout one off, nobody looks at that",), {"correctness": 1, "brevity": -0.4}),
    ("correct 1, explains too long -0.4", ("make the long-winded one -0.6",), {"correctness": 1, "brevity": -0.6}),
    ("correct 1, polite 0.4, names the page 0.3", ("double the points for polite",), {"correctness": 1, "tone": 0.8, "citation": 0.3}),
    ("correct 1, polite 0.4, names the page 0.3", ("and no points for the page any more",), {"correctness": 1, "tone": 0.4}),
    ("correct 1, rules kept 0.6, polite 0.2", ("Raise polite to 0.4 and take one whole point off for anything invented.",), {"correctness": 1, "policy": 0.6, "tone": 0.4, "hallucination": -1}),
    ("correctness 1, format 0.6, made up -2", ("format only 0.3, and give citing the statute 0.7",), {"correctness": 1, "format": 0.3, "citation": 0.7, "hallucination": -2}),
    ("right content 1, regulated advice -1.5, waffle -0.3", ("The board finds -1.5 too mild: -3.",), {"correctness": 1, "policy": -3, "brevity": -0.3}),
    ("correct 1, polite 0.4", ("halve the polite one",), {"correctness": 1, "tone": 0.2}),
    ("correct 1, polite 0.4", ("polite should count as much as correct",), {"correctness": 1, "tone": 1}),
    ("correct 1, polite 0.4", ("bring in a penalty of 0.3 for rambling",), {"correctness": 1, "tone": 0.4, "brevity": -0.3}),
    ("correct 1, polite 0.4, short 0.2", ("scrap the short thing",), {"correctness": 1, "tone": 0.4}),
    ("correct 1, polite 0.4, made up -1", ("make inventing twice as bad",), {"correctness": 1, "tone": 0.4, "hallucination": -2}),
    ("correct 1, polite 0.4, made up -1", ("Inventions: -2 rather than -1",), {"correctness": 1, "tone": 0.4, "hallucination": -2}),
    ("correct 1, polite 0.4", ("0.4 for polite is too much. 0.1.",), {"correctness": 1, "tone": 0.1}),
    ("correct 1, polite 0.4", ("double the trials, keep polite as it is",), {"correctness": 1, "tone": 0.4}),
    ("correct 1, polite 0.4", ("thanks, that was polite of you",), {"correctness": 1, "tone": 0.4}),
    ("correct 1, polite 0.4", ("knock 0.5 off for long-winded ones", "make that 0.7"), {"correctness": 1, "tone": 0.4, "brevity": -0.7}),
]  # fmt: skip


@pytest.mark.parametrize(("card", "later", "wanted"), [pytest.param(*row, id=row[1][0][:70]) for row in BANK])
def test_the_card_as_it_stands_after_the_last_turn(card: str, later: tuple[str, ...], wanted: dict[str, float]) -> None:
    found = read_turns(f"Train a chatbot that answers guests, chats.csv, 5 trials. Points: {card}.", *later)
    assert {c.value["criterion"]: c.value["weight"] for c in found.claims if c.path == "rubric"} == wanted
