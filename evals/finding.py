"""How well plain search finds the right page: the figure to hold against a model that is asked from memory.

What the right page is, is known in one of three ways, the surest first: the answer stands in it word for word;
it is the page that shares most words with the answer; or, where there are no questions at all, it is the page
from which the heading was taken that is asked for.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from evals.baselines.retrieval import (
    Search,
    document_of,
    documents_with,
    letters,
    passage_entries,
    question_of,
    ranks,
    without_questions,
)
from evals.graders.words import content_stems, words
from evals.heldout import Heldout, reference_of
from evals.metrics import mean_interval
from training.spec import Example, Interval

COVERED, NEARLY_BEST = 0.6, 0.15
"""A page is taken for the right one if it has this share of the answer's content words, and hardly less than the
best page. On 100 questions whose right pages people had marked, this found a page for 90 and the marked one for
82 of them; search came to 0.69 first and 0.92 among five by it, to 0.72 and 0.92 by the marks."""
MOST_HEADINGS = 500
ENOUGH_QUESTIONS = 30
_HEADING = re.compile(r"^#{1,6}[ \t]+(.+?)[ \t]*#*$", re.MULTILINE)


class Found(NamedTuple):
    figures: dict[str, Interval]
    """`rank_1`, `top_5` and `mrr`; empty where no right page is known."""
    note: str
    """What they were measured on, for the report."""


def held_in(heldout: Heldout) -> dict[str, set[str]]:
    """Example to the documents in which its answer stands word for word."""
    documents = {name: letters(text) for name, text in heldout.documents().items()}
    return {example.id: documents_with(reference_of(example), documents) for example in heldout.examples}


def how_well_search_finds(heldout: Heldout, holding: dict[str, set[str]], *, seed: int) -> Found:
    """Over all documents, held out or not: what is looked for may stand anywhere.

    Args:
        holding: what `held_in` found.
    """
    passages = [*heldout.passages_train, *heldout.passages_heldout]
    if not passages:
        return Found({}, "")
    if not heldout.examples:
        return _by_headings(passages, seed)
    queries = {example.id: question_of(example.messages[:-1]) for example in heldout.examples}
    search = Search(passage_entries(_without(passages, {letters(query) for query in queries.values()})))
    right = {name: held for name, held in holding.items() if held}
    sure = len(right)
    if sure < len(queries) / 2:
        right |= _alike(heldout, search, set(queries) - set(right))
    if not right:
        return Found({}, "")
    figures = _figures(search, [queries[name] for name in right], list(right.values()), seed)
    note = f"How well search finds the right page was measured on {len(right):,} questions, over all documents, with lines "
    note += "that repeat a question taken out. "
    if sure == len(right):
        note += "The right page is the one in which the answer stands word for word."
    else:
        note += (
            f"For {len(right) - sure:,} of them the right page was taken to be the one that shares most words with the "
        )
        note += "answer, so those figures are approximate."
    return Found(figures, note)


def _alike(heldout: Heldout, search: Search, names: set[str]) -> dict[str, set[str]]:
    """Example to the documents that share most words with its answer, where they share enough."""
    stems = {name: set(content_stems(text)) for name, text in heldout.documents().items()}
    found = {}
    for example in heldout.examples:
        wanted = set(content_stems(reference_of(example)))
        if example.id not in names or len(wanted) < 3:
            continue
        near = {name: len(wanted & stems[name]) / len(wanted) for name in search.documents(reference_of(example), k=2)}
        least = max([COVERED, *(share - NEARLY_BEST for share in near.values())])
        held = {name for name, share in near.items() if share >= least}
        if held:
            found[example.id] = held
    return found


def _by_headings(passages: Sequence[Example], seed: int) -> Found:
    """Without questions: the documents' own headings are asked, and taken out of what is searched.

    Headings that are questions, where there are enough of them; else the first heading of each document.
    """
    asked: dict[str, set[str]] = {}
    first: dict[str, set[str]] = {}
    known: set[str] = set()
    for passage in passages:
        document = document_of(passage)
        for heading in _HEADING.findall(passage.text or ""):
            if len(words(heading)) < 3:
                continue
            if heading.endswith("?"):
                asked.setdefault(heading, set()).add(document)
            if document not in known:
                first.setdefault(heading, set()).add(document)
            known.add(document)
    queries = asked if len(asked) >= ENOUGH_QUESTIONS else first
    if not queries:
        return Found({}, "")
    chosen = sorted(queries)
    if len(chosen) > MOST_HEADINGS:
        places = np.random.default_rng(seed).choice(len(chosen), size=MOST_HEADINGS, replace=False)
        chosen = [chosen[place] for place in sorted(places)]
    search = Search(passage_entries(_without(passages, {letters(query) for query in chosen})))
    kind = "headings that are questions" if queries is asked else "the pages’ own titles"
    note = (
        f"As there were no questions to ask, search was asked {len(chosen):,} headings ({kind}) and had to find the page "
        "that each was taken from, with the heading taken out."
    )
    return Found(_figures(search, chosen, [queries[query] for query in chosen], seed), note)


def _without(passages: Sequence[Example], lines: set[str]) -> list[Example]:
    """Passages without the lines that would give the answer away; `lines` as `letters` has them."""
    return [passage.model_copy(update={"text": without_questions(passage.text or "", lines)}) for passage in passages]


def _figures(search: Search, queries: Sequence[str], right: Sequence[set[str]], seed: int) -> dict[str, Interval]:
    found = ranks(search, queries, [held.__contains__ for held in right])
    return {
        "rank_1": mean_interval(found.first, seed=seed),
        "top_5": mean_interval(found.among_five, seed=seed),
        "mrr": mean_interval(found.reciprocal, seed=seed),
    }
