"""What the words near a file weigh for each use: single words little, words that belong together much.

A question alone says nothing; with an answer it is an example to learn from, with "nobody answered" something to
practise on, with a pile it went to a label, and two answers with a verdict are a preference.
"""

from collections.abc import Callable

from planner.reader.layout import Document
from planner.reader.lexicon.roles import USES
from planner.reader.patterns import Hit, Lexicon
from planner.reader.words import word_set

_USES = Lexicon(USES)
_SINGLE = (("talk", "chats", 2.5), ("reading", "documents", 2.2), ("program", "code", 2.2), ("picture", "images", 2.7))
"""Concept, role, weight of kinds of things that one word names."""
_JOINS = word_set("and & + with / , plus -> next beside und et y e en to by und | ; for together alongside")
_FROM = word_set("from of on using with in out into at under by through via")
_GOALS = word_set(
    "model bot chatbot assistant train build engine tool helper want classifier tagger sorter translator summarizer summariser agent"
)
_ANSWERS = word_set("answer answers answered answering respond reply replies quote drawn it them")
_READ = word_set("ocr ocrd transcribed searchable")
_RATES = word_set("rate rates score")
_BACK = 5
"""Tokens before a file that still describe it in a sentence that says what the model is for."""


def evidence_of(document: Document, at: int, window: tuple[int, int], aside: set[int]) -> dict[str, float]:
    """Role -> weight, by the words of the window of tokens around the file named at token `at`, but for those `aside`."""
    low, high = _description(document, at, window), window[1]
    found: dict[str, list[Hit]] = {}
    for hit in _USES.find(document):
        if low <= hit.first and hit.last <= high and not hit.first <= at <= hit.last and hit.first not in aside:
            found.setdefault(hit.concept, []).append(hit)
    scores: dict[str, float] = {}

    def add(role: str, weight: float) -> None:
        scores[role] = max(scores.get(role, 0.0), weight)

    inputs, outputs = found.get("input", []), found.get("output", [])
    if inputs and outputs and not _same(inputs, outputs):
        add("instructions", 4.0 if _joined(document, inputs, outputs) else 3.2)
    elif outputs:
        add("instructions", 1.4)
    if "example" in found:
        add("instructions", 2.4)
    if "class" in found:
        add("labels", 1.6)
        if inputs or "sorted" in found:
            add("labels", 3.0 if not outputs else 2.2)
    if "sorted" in found:
        add("labels", 2.6)
    if "contrast" in found:
        add("preferences", 4.4)
    if word_set("dpo orpo kto ipo simpo") & set(document.norms(at - 3, at)) and document.norm(at - 1) in (
        "with",
        "on",
        "from",
        "over",
        "using",
        ":",
    ):
        add("preferences", 4.4)
    _verdicts(document, found, add)
    if "exam" in found and not any(document.tokens[k].kind == "share" for k in range(low, high + 1)):
        # a share of a file may be kept for the test, the file is not
        add("tests", 2.2 + 0.5 * (len(found["exam"]) > 1))
    if "untrained" in found:
        add("tests", 3.6 if "exam" in found else 2.4)
    if any(_no_questions(document, hit) for hit in inputs):
        found.pop("unanswered", None)  # "no questions and no answers": texts
        add("documents", 2.6)
        scores.pop("instructions", None)
    found["unanswered"] = [
        h
        for h in found.get("unanswered", [])
        if document.norm(h.first - 1) not in ("answer", "answers", "answering", "takes")
    ]
    if not found["unanswered"]:
        found.pop("unanswered")  # "it answers only questions about the flat"
    if "unanswered" in found:
        add("prompts", 3.9 if inputs else 3.0)
    if "practice" in found:
        add("prompts", 4.2 if "unanswered" in found else 2.6)
    if "unanswered" in found or any(0 < at - hit.last <= 6 for hit in found.get("reward", [])):
        add("prompts", 1.3)
    if _READ & set(document.norms(low, high + 1)):
        found.pop("picture", None)  # "scanned and read by OCR": texts by now
    for concept, role, weight in _SINGLE:
        if concept in found:
            first = any(_right_after(document, at, hit) for hit in found[concept])
            add(role, weight + 0.3 * min(2, len(found[concept]) - 1) + (1.2 if first else 0.0))
    return scores


def _right_after(document: Document, at: int, hit: Hit) -> bool:
    """ "calls.csv: phone calls", "| calls.csv | phone calls, typed up |": what stands first behind a file is its kind."""
    between = document.tokens[at + 1 : hit.first]
    behind = document.tokens[hit.last + 1] if hit.last + 1 < len(document.tokens) else None
    return (
        0 < len(between) <= 4
        and between[0].kind == "punct"
        and all(
            t.kind in ("punct", "num", "share") or t.norm in ("our", "the", "all", "of", "old", "past") for t in between
        )
        and (behind is None or behind.kind == "punct" or behind.sentence != document.tokens[hit.last].sentence)
    )


def _verdicts(document: Document, found: dict[str, list[Hit]], add: Callable[[str, float], None]) -> None:
    # "a win rate above 60%" is a wish, not a column
    verdicts = [h for h in found.get("verdict", []) if document.norm(h.last + 1) not in _RATES]
    if not verdicts:
        return
    add("preferences", 1.7)
    if len({document.norm(h.first) for h in verdicts}) > 1:
        add("preferences", 3.3)
    if "two" in found and not _same(verdicts, found["two"]):
        add("preferences", 4.4 if _joined(document, found.get("input", []), found.get("output", [])) else 3.8)


def _description(document: Document, at: int, window: tuple[int, int]) -> int:
    """Where the words begin that describe the file: what a goal's sentence says first is about the model."""
    low = window[0]
    first, _ = document.sentences[document.tokens[at].sentence]
    ahead = document.norms(max(low, first), at)
    answered = [k for k, word in enumerate(ahead) if word == "from" and _ANSWERS & set(ahead[max(0, k - 4) : k])]
    if answered:
        return max(low, first) + answered[-1]
    if not _GOALS & set(ahead) or not _FROM & set(ahead):
        return low
    places = [k for k, word in enumerate(ahead) if word in _FROM]
    cut = places[-1]
    if ahead[cut] in ("in", "at", "under"):  # "from the texts in exhibits/", "our old chats in b.csv"
        cut = max([k for k in places[:-1] if cut - k <= _BACK + 1], default=cut - _BACK)
    return max(low, max(low, first) + cut)


def _joined(document: Document, inputs: list[Hit], outputs: list[Hit]) -> bool:
    """Whether what goes in and what comes out stand side by side: "brief + what we sent"."""
    return any(
        0 < two.first - one.last <= 5 and _JOINS & set(document.norms(one.last + 1, two.first + 1))
        for one in inputs
        for two in outputs
    )


def _no_questions(document: Document, hit: Hit) -> bool:
    return document.norm(hit.first - 1) in ("no", "without", "any") and document.norm(hit.first) in (
        "question",
        "questions",
    )


def _same(one: list[Hit], two: list[Hit]) -> bool:
    """Whether all hits of both are one and the same words."""
    return {(h.first, h.last) for h in one} == {(h.first, h.last) for h in two} and len(one) == 1
