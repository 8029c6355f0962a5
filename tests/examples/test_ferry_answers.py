"""The ferry company's answers can be told right from wrong, and its questions are neither trivial nor hopeless."""

import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from types import ModuleType

import pytest

from evals.graders.correctness import why_wrong
from evals.graders.grader import Context
from evals.graders.terminology import merge, terms_from_tables
from evals.graders.word_weights import word_weights


def wordings(answer: str, choice: re.Pattern[str]) -> Iterator[str]:
    """Every way in which the crew desk may put an answer."""
    options = [match.split("|") for match in choice.findall(answer)]
    for chosen in product(*options):
        words = iter(chosen)
        yield choice.sub(lambda _, words=words: next(words), answer)


@pytest.fixture(scope="module")
def context(ferries: Path, measure_ferries: ModuleType) -> Context:
    talks = measure_ferries.clean_talks(ferries)
    terms = merge(terms_from_tables((ferries / "data/glossary.md").read_text(encoding="utf-8")))
    return Context(task="support_chat", terms=terms, word_weights=word_weights(talk.reply for talk in talks))


def test_an_answer_in_other_words_of_the_house_is_right(make_ferries: ModuleType, context: Context) -> None:
    for topic in make_ferries.topics():
        for answer in topic.answers.values():
            ways = [f"{way} Fair winds, Petrel Ferries" for way in wordings(answer, make_ferries.talk.CHOICE)]
            for said, meant in product(ways, ways):
                assert why_wrong("", f"Happy to help. {said}", meant, context) == "", (said, meant)


def test_the_answer_to_another_question_is_wrong(make_ferries: ModuleType, context: Context) -> None:
    first = [
        f"{next(wordings(answer, make_ferries.talk.CHOICE))} Fair winds, Petrel Ferries"
        for topic in make_ferries.topics()
        for answer in topic.answers.values()
    ]
    for said, meant in product(first, first):
        assert said == meant or why_wrong("", said, meant, context) != "", (said, meant)


def test_the_documents_state_every_figure_of_the_answers(make_ferries: ModuleType) -> None:
    figures = re.compile(r"\d(?:[\d.:]*\d)?")
    for topic in make_ferries.topics():
        for answer in topic.answers.values():
            assert set(figures.findall(answer)) <= set(figures.findall(topic.help)), topic.id


def test_answers_use_the_house_terms(make_ferries: ModuleType) -> None:
    avoided = [word for term in make_ferries.read("glossary")["term"] for word in term["never"]]
    for topic in make_ferries.topics():
        for answer in topic.answers.values():
            assert not [word for word in avoided if re.search(rf"\b{word}s?\b", answer, re.I)], answer


def test_search_is_often_misled_and_there_is_enough_to_learn(ferries: Path, measure_ferries: ModuleType) -> None:
    figures = [measure_ferries.measure(measure_ferries.clean_talks(ferries), seed) for seed in range(3)]
    means = [sum(values) / len(figures) for values in zip(*figures, strict=True)]
    _, search, classifier, topic_and_slot, seen = means
    assert 0.5 <= search <= 0.75
    assert classifier >= 0.85
    assert topic_and_slot >= 0.95
    assert seen <= 0.03
