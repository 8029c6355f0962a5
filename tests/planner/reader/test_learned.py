"""The learned part of the reader: what it was trained on fits what is shipped, and it has a say where words are new."""

from datetime import date

import pytest

from planner.reader.features import sentence_features
from planner.reader.layout import read_document
from planner.reader.learned import classifier
from planner.reader.pieces import pieces, vocabulary
from training.spec import words


def sounds(text: str) -> str:
    found = classifier("task").probabilities(sentence_features(read_document(text, 0, date(2026, 1, 1)).tokens))
    assert sum(found.values()) == pytest.approx(1.0)
    return max(found, key=lambda label: found[label])


def test_every_task_is_among_the_classes() -> None:
    assert set(words.Task.__args__) <= set(classifier("task").labels)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Distil three-hour hearings into half a page for the deputies.", "summarization"),
        ("Out of each delivery note I want the pallet count and the lot numbers.", "extraction"),
        ("Turn our Polish recipes into good Romanian.", "translation"),
        ("Which of our nine desks should a message land on?", "classification"),
        ("Good evening, is anybody there?", "not_a_goal"),
    ],
)
def test_sentences_that_are_in_no_lexicon(text: str, label: str) -> None:
    assert sounds(text) == label


def test_words_are_cut_into_known_pieces() -> None:
    names = list(vocabulary())
    assert next(names[piece] for piece in pieces("harbourmasters")) in ("harbour", "harbourmaster")
    assert pieces("☃") == ()
    assert pieces("a" * 500) == ()
