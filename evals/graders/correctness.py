"""Is the answer right? The grader behind `accuracy` and `pass_rate`: 1 or 0, by rules that can be read.

A closed answer (label, code, number, action sequence) must match the reference. A free one must carry
the reference's facts, bring none of its own, not say the opposite, and speak of the same thing: the share of
content words in common, `SAME_THING`, was set by the table of gold answers and tempting wrong ones in
`tests/evals/test_correctness.py`. On that table gold answers lie at 0.67 and above, wrong ones that pass every
other rule (another matter in similar words) at 0.55 and below. The words of the house that are in every
answer are weighed down first (see `word_weights.py`), or a common farewell would make strangers alike.

It can err: a right answer in wholly other words is called wrong, a wrong one that differs in one plain
word ("from the date of delivery" for "purchase") may be called right. The report shows answers of both kinds to look at.
"""

import re
from collections.abc import Sequence

from evals.graders.exact_match import normal
from evals.graders.f1 import precision, weighted_f1
from evals.graders.facts import Fact, agree, facts, in_one_spelling, names, quoted
from evals.graders.format_valid import parse, wants_json, without_fence
from evals.graders.grader import Context
from evals.graders.order import other_way_round
from evals.graders.polarity import says_the_opposite
from evals.graders.words import content_stems, even, words

SAME_THING = 0.60
"""Least F1 of content words."""
SHORT, ALL_OF_IT = 0.40, 0.80
"""An answer of fewer words passes from this F1 on where this share of its own words stands in the reference."""
COMMON = 0.25
"""A name that weighs less than this stands in so many answers that it tells nothing."""
CLOSED_TASKS = frozenset({"classification"})
_FINAL_ANSWER = re.compile(r"####\s*(.+?)\s*$", re.MULTILINE)


def correctness(prompt: str, answer: str, reference: str, context: Context) -> float:
    """1 where the answer is right, else 0."""
    return float(why_wrong(prompt, answer, reference, context) == "")


def why_wrong(prompt: str, answer: str, reference: str, context: Context) -> str:
    """The first thing that is wrong with an answer, in a few plain words; empty where it is right."""
    if not answer.strip():
        return "no answer"
    if is_closed(reference, context):
        if _same_closed(answer, reference):
            return ""
        if not context.labels:
            return "not the same"
        return "another class" if normal(answer) in {normal(label) for label in context.labels} else "no class at all"
    if wants_json(reference, context):
        return (
            "" if _even_json(parse(without_fence(answer))) == _even_json(parse(reference)) else "other fields or values"
        )
    final = _FINAL_ANSWER.search(reference)
    if final:
        return "" if _final(answer) == _final(reference) else "another result"
    return _why_wrong_free(prompt, answer, reference, context)


def is_closed(reference: str, context: Context) -> bool:
    """Whether there is one right wording: a label, a code, a number, a sequence of codes."""
    if context.task in CLOSED_TASKS or reference in context.labels:
        return True
    tokens = reference.split()
    if not tokens:
        return False
    coded = sum(bool(re.fullmatch(r"[A-Z0-9_<>()\[\]{}.,:;+\-*/=]+|\w*_\w*", token)) for token in tokens)
    if coded == len(tokens):
        return True
    return len(tokens) <= 3 and not re.search(r"[.!?]$", reference.strip())


def _same_closed(answer: str, reference: str) -> bool:
    if normal(answer) == normal(reference):
        return True
    ours, theirs = facts(reference), facts(answer)
    # "31 euros" is "€31": one fact on either side and no other words.
    bare = len(ours) == len(theirs) == 1 and len(words(reference)) <= 2 and len(words(answer)) <= 3
    return bare and agree(ours[0], theirs[0])


def _final(text: str) -> str:
    marked = _FINAL_ANSWER.search(text)
    numbers = [fact for fact in facts(marked[1] if marked else text) if fact.kind == "number"]
    if marked and not numbers:
        return normal(marked[1])
    return numbers[-1].value if numbers else ""


def _even_json(value: object) -> object:
    if isinstance(value, dict):
        return {normal(str(key)): _even_json(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_even_json(inner) for inner in value]
    if isinstance(value, str):
        return normal(value)
    return value if value is None or isinstance(value, bool) else float(str(value))


def _why_wrong_free(prompt: str, answer: str, reference: str, context: Context) -> str:
    if normal(answer) == normal(reference):
        return ""
    meant, said, asked = facts(reference), facts(answer), facts(prompt)
    for fact in meant:
        if fact.sure and not any(agree(fact, other) for other in said):
            return f"“{fact.shown}” is missing"
    for fact in said:
        if fact.sure and not any(agree(fact, other) for other in (*meant, *asked)):
            return f"“{fact.shown}” is not in the right answer"
    if _swapped(answer, said, reference, meant):
        return "the figures belong to other things"
    said_evened, meant_evened = even(answer), even(reference)
    for name in quoted(reference):
        if name not in said_evened:
            return f"“{name}” is missing"
    for term in context.terms:
        right = even(term.use)
        if (
            right in meant_evened
            and right not in said_evened
            and any(_stands(even(wrong), said_evened) for wrong in term.instead_of)
        ):
            return f"does not say “{term.use}”"
    reason = _other_name(answer, reference, prompt, context)
    if reason:
        return reason
    if says_the_opposite(answer, reference):
        return "says the opposite"
    if other_way_round(answer, reference):
        return "the other way round"
    if not _same_thing(answer, reference, context):
        return "speaks of something else"
    return ""


def _same_thing(answer: str, reference: str, context: Context) -> bool:
    said, meant = in_one_spelling(answer), in_one_spelling(reference)
    if weighted_f1(said, meant, context) >= SAME_THING:
        return True
    # "Two years from the purchase": short, and all of it stands in the reference.
    return weighted_f1(said, meant, context) >= SHORT and precision(said, meant, context) >= ALL_OF_IT


def _stands(phrase: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", text) is not None


def _other_name(answer: str, reference: str, prompt: str, context: Context) -> str:
    """A name of the reference is missing and another one, which the reference does not have, stands there."""
    in_reference, in_answer = set(content_stems(reference)), set(content_stems(answer))
    missing = {name for name in names(reference) if name not in in_answer and context.weight(name) >= COMMON}
    added = {name for name in names(answer) if name not in in_reference and context.weight(name) >= COMMON}
    if missing and added:
        return "another name"
    if added - set(content_stems(prompt)) and not names(reference):
        return "" if len(added) > 3 else "a name that nobody spoke of"
    return ""


def _swapped(answer: str, said: Sequence[Fact], reference: str, meant: Sequence[Fact]) -> bool:
    """The same figures, but given to other things: "adults 6, children 12" for "adults 12, children 6".

    Each figure's own words are those between the one before and itself. Two figures are swapped where each
    shares words with the other's place and none with its own.
    """
    ours, theirs = _own_words(reference, meant), _own_words(answer, said)
    shared = [value for value in ours if value in theirs]
    for number, one in enumerate(shared):
        for other in shared[number + 1 :]:
            crossed = (ours[one] & theirs[other]) - ours[other] and (ours[other] & theirs[one]) - ours[one]
            kept = (ours[one] & theirs[one]) - ours[other] or (ours[other] & theirs[other]) - ours[one]
            if crossed and not kept:
                return True
    return False


def _own_words(text: str, found: Sequence[Fact]) -> dict[tuple[str, str], set[str]]:
    """(kind, value) to the stems before it, for facts that stand there once."""
    evened = even(text)
    own: dict[tuple[str, str], set[str]] = {}
    again: set[tuple[str, str]] = set()
    begin = 0
    for fact in found:
        key = (fact.kind, fact.value)
        if key in own:
            again.add(key)
        own[key] = set(content_stems(evened[begin : fact.at]))
        begin = fact.at
    return {key: stems for key, stems in own.items() if key not in again}
