"""What one person says against another: a dispute where both insist, a correction where the later one mends the earlier."""

from datetime import date

import pytest

from planner.reader import read

BOOKING = "A classifier for our booking mails, mails.csv has mail and class. "

BOTH: list[tuple[str, str]] = [
    ("Finance: a fifth is put aside for the exam. Sales: every single mail must go into training, none may be set aside.", "data.holdout"),
    ("Hold back 15%. And nothing may be held back, the boss insists; both are binding.", "data.holdout"),
    ("Personal data must be removed. The works council says names have to stay as they are. No discussion on either.", "data.cleaning.pii"),
    ("Names get masked. Names must be kept, too. Both rules stand.", "data.cleaning.pii"),
    ("Generate 500 more examples. No synthetic examples may be used, without exception.", "data.synthetic.examples"),
    ("None of it leaves our building. Let OpenAI check every mail. Both are final.", "privacy.egress"),
]  # fmt: skip
MENDED: list[str] = [
    "Hold back 15%. No wait, nothing must be held back.",
    "Mask the names. Actually they must stay as they are.",
    "Names of customers must be masked. The names of our authors may stay.",
    "It must never name a customer. Names in the mails are masked.",
    "Nothing may leave the building. It must not mention Claude.",
    "Every single mail has to be sorted. A tenth is held back for the test.",
    "Both clerks sort mails. A tenth is held back.",
]


@pytest.mark.parametrize(("words", "field"), BOTH)
def test_where_both_insist_nobody_but_the_user_can_settle_it(words: str, field: str) -> None:
    found = read([BOOKING + words], files=["mails.csv"], today=date(2026, 11, 25))
    assert [one.fields for one in found.disputes] in ([[field]], [[field.removesuffix(".examples")]])


@pytest.mark.parametrize("words", MENDED)
def test_what_is_mended_or_goes_together_is_no_dispute(words: str) -> None:
    found = read([BOOKING + words], files=["mails.csv"], today=date(2026, 11, 25))
    assert [one.fields for one in found.disputes] == []


def test_an_earlier_turn_can_be_insisted_on() -> None:
    turns = [
        BOOKING + "Names have to be masked.",
        "10 trials",
        "Ida insists that names must stay as they are. And masked too, both.",
    ]
    found = read(turns, files=["mails.csv"], today=date(2026, 11, 25))
    assert [one.fields for one in found.disputes] == [["data.cleaning.pii"]]


def test_a_later_wish_is_a_change() -> None:
    turns = [BOOKING + "Names have to be masked.", "The names must stay in after all."]
    found = read(turns, files=["mails.csv"], today=date(2026, 11, 25))
    assert [one.fields for one in found.disputes] == []


OF_THE_TEXTS = [
    "A translator for product texts. texts.csv, they are Swedish.",
    "We have 5,000 legal opinions, all in French, opinions.jsonl. A translation model please.",
    "subtitles.jsonl holds the Czech subtitles. Foreign viewers complain, so train a translation model.",
    "The input is Italian. We want it translated. in.jsonl",
    "Machine translation of Hungarian tenders for our buyers, tenders.jsonl",
    "We need a translation model, pages.jsonl, English only.",
]
WANTED = [
    ("A translator for our leaflets into Danish. pairs.csv", "da"),
    ("Translate our letters to Turkish, letters.jsonl", "tr"),
    ("Need a translator to put recipes in Greek. recipes.jsonl", "el"),
    ("Norwegian translation of our catalogue, catalogue.csv", "no"),
    ("Machine translation for our catalogue, catalogue.csv, must be good Norwegian.", "no"),
]


@pytest.mark.parametrize("words", OF_THE_TEXTS)
def test_a_language_of_the_texts_is_no_target(words: str) -> None:
    found = read([words], files=[], today=date(2026, 11, 25))
    assert found.unclear_language is not None
    assert [c.value for c in found.claims if c.path == "languages"] == []


@pytest.mark.parametrize(("words", "language"), WANTED)
def test_a_language_that_is_wanted_is_the_target(words: str, language: str) -> None:
    found = read([words], files=[], today=date(2026, 11, 25))
    assert [c.value for c in found.claims if c.path == "languages"] == [language]
