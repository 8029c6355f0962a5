"""Which languages of the data are kept."""

from typing import Any

import pytest

from tests.planner.reader.reading import read_turns

REST = "Train a chatbot for our customers on chats.csv. "
"""Stands in front of each, so that there is a goal."""
WORDS: list[tuple[str, Any]] = [
    ("Keep only English chats.", ["en"]),
    ("Ignore everything that is not Dutch.", ["nl"]),
    ("Only train on the Spanish ones.", ["es"]),
    ("Drop the records in other languages than French.", ["fr"]),
    ("Use just the Polish conversations.", ["pl"]),
    ("Non-English tickets go out.", ["en"]),
    ("Only French ones stay, the Dutch and English cards you can remove.", ["fr"]),
    ("The notices are Portuguese or Spanish, records in any other language you delete.", ["pt", "es"]),
    ("exact repeats out, english rows only", ["en"]),
    ("Conversations in Danish to be removed, only Kiswahili remains.", ["sw"]),
    ("The review is Vietnamese and some English, other language please delete.", ["vi", "en"]),
    ("It answers in German and Polish. Everything in other languages than our two: out.", ["de", "pl"]),
    ("Text which is not in Romanian shall be discarded.", ["ro"]),
    ("comments come in english and japanese. the rest = throw away", ["en", "ja"]),
    ("Mails are in German and in French, the few italian ones you can throw away.", ["de", "fr"]),
    ("It answers in Northern Sami. Norwegian and Swedish paragraphs that slipped in have to go.", ["se"]),
    ("Whatever came in Hungarian is to be left out, the model answers in Slovak.", ["sk"]),
    ("If a ticket isn't in Czech, it's out.", ["cs"]),
    ("We need Catalan and Spanish; toss whatever else is in there.", ["ca", "es"]),
    ("It should answer in English only.", []),
    ("Our staff speak Dutch; the rest of the team is in Berlin and can be ignored.", []),
    ("Reply in French, never in English.", []),
    ("Only English speakers write to us.", []),
]


@pytest.mark.parametrize(("words", "wanted"), [pytest.param(*pair, id=pair[0][:90]) for pair in WORDS])
def test_the_words_settle(words: str, wanted: Any) -> None:
    wishes = read_turns(REST + words)
    values = [
        c.value
        for c in wishes.claims
        if c.path == "data.cleaning.languages" or c.path.startswith("data.cleaning.languages.")
    ]
    assert (values[0] if len(values) == 1 else values) == wanted
    assert not wishes.disputes
