"""Plain search (BM25) over the same data: the answer of the most similar old question, or the best passage.

Source: Robertson and Zaragoza, The Probabilistic Relevance Framework: BM25 and Beyond (2009),
https://doi.org/10.1561/1500000019; computed by bm25s, https://github.com/xhluca/bm25s. Words are stemmed and
filler is left out, as in the graders.
"""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

import bm25s
import numpy as np

from evals.graders.words import content_stems, even, sentences, words
from training.spec import Example, Message

WINDOW = 3
"""Sentences of a passage that are given as the answer."""


class Entry(NamedTuple):
    """One thing that search can find."""

    found_by: str
    """What the query is compared with: the old question, or the passage itself."""
    answer: str
    document: str
    """Which file or record it is part of."""
    passage: bool


class Hit(NamedTuple):
    entry: Entry
    score: float


class Search:
    """A BM25 index. Equal scores keep the order of the entries, so that two runs find the same."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self.entries = [entry for entry in entries if words(entry.found_by)]
        self._index = bm25s.BM25() if self.entries else None
        if self._index is not None:
            self._index.index([content_stems(entry.found_by) for entry in self.entries], show_progress=False)

    def find(self, query: str, k: int = 1) -> list[Hit]:
        """The k best, best first; empty where nothing shares a word with the query."""
        if self._index is None:
            return []
        known = self._index.vocab_dict
        tokens = [stem for stem in content_stems(query) if stem in known]
        if not tokens:
            return []
        scores = np.asarray(self._index.get_scores(tokens))
        best = np.argsort(-scores, kind="stable")[:k]
        return [Hit(self.entries[i], float(scores[i])) for i in best if scores[i] > 0]

    def answer(self, query: str) -> str:
        """What a search box would show first: an old answer as it is, or the fitting sentences of a passage."""
        hits = self.find(query)
        if not hits:
            return ""
        entry = hits[0].entry
        return best_window(query, entry.answer) if entry.passage else entry.answer

    def documents(self, query: str, k: int = 5) -> list[str]:
        """The k best documents, each by its best entry."""
        ranked: dict[str, None] = {}
        for hit in self.find(query, k=len(self.entries)):
            ranked.setdefault(hit.entry.document)
            if len(ranked) == k:
                break
        return list(ranked)


def question_of(messages: Sequence[Message]) -> str:
    """What the customer said, all turns together: the last one alone may be "and for a dog?"."""
    said = [message.content for message in messages if message.role == "user"]
    return "\n".join(said) if said else "\n".join(message.content for message in messages)


def conversation_entries(examples: Sequence[Example]) -> list[Entry]:
    """Old questions that lead to their answers."""
    return [
        Entry(question_of(example.messages[:-1]), example.messages[-1].content, example.id, False)
        for example in examples
        if example.messages
    ]


def passage_entries(passages: Sequence[Example]) -> list[Entry]:
    """Passages that are found by their own words."""
    return [Entry(passage.text, passage.text, document_of(passage), True) for passage in passages if passage.text]


def document_of(passage: Example) -> str:
    """`source#index`: the record that a passage is a part of."""
    match = re.match(r"(.*?#\d+)", passage.id)
    return match[1] if match else passage.source


def best_window(query: str, passage: str) -> str:
    """The run of up to `WINDOW` sentences that shares most of the query's words, the first of equal ones."""
    parts = sentences(passage)
    asked = set(content_stems(query))
    overlap = [len(asked & set(content_stems(part))) for part in parts]
    if len(parts) <= WINDOW:
        return " ".join(parts)
    starts = range(len(parts) - WINDOW + 1)
    begin = max(starts, key=lambda start: (sum(overlap[start : start + WINDOW]), -start))
    return " ".join(parts[begin : begin + WINDOW])


class Ranks(NamedTuple):
    """How well search finds the right document, a value each question: 0 where it is not among the first ten."""

    reciprocal: list[float]
    first: list[float]
    among_five: list[float]


def ranks(search: Search, queries: Sequence[str], right: Sequence[Callable[[str], bool]]) -> Ranks:
    """Look each query up; `right[i](document)` says whether a document holds the answer of query i."""
    reciprocal = []
    for query, is_right in zip(queries, right, strict=True):
        found = search.documents(query, k=10)
        place = next((number for number, document in enumerate(found, 1) if is_right(document)), 0)
        reciprocal.append(1 / place if place else 0.0)
    return Ranks(reciprocal, [float(r == 1) for r in reciprocal], [float(r >= 0.2) for r in reciprocal])


def documents_with(text: str, documents: dict[str, str]) -> set[str]:
    """Documents in which a reference stands, all of it or its first 80 letters and digits.

    Args:
        documents: name to `letters` of the whole document.
    """
    wanted = letters(text)[:80]
    return {name for name, content in documents.items() if wanted in content} if len(wanted) >= 20 else set()


def letters(text: str) -> str:
    """Letters and digits alone: line breaks, bold marks and links change in cleaning, these do not."""
    return re.sub(r"[\W_]+", "", even(text))


def without_questions(text: str, questions: set[str]) -> str:
    """A passage without the lines that are questions of the test: a heading must not give its section away.

    Args:
        questions: `letters` of each.
    """
    return "\n".join(line for line in text.splitlines() if letters(line) not in questions)
