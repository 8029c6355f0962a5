"""A condition out of a figure and its measure: which way it limits, and what is said by its opposite."""

from planner.reader.beating import opponent_of
from planner.reader.draft import Draft
from planner.reader.figures import Figure, demanded
from planner.reader.layout import Document
from planner.reader.lexicon.quality import HIGHER
from planner.reader.patterns import Hit
from planner.reader.rejecting import rejected
from planner.reader.words import word_set

_OPPOSITE = {">": "<=", ">=": "<", "<": ">=", "<=": ">"}
_MIRRORED = {">": "<", ">=": "<=", "<": ">", "<=": ">="}
_COUNTERED = frozenset(("pass_rate", "exact_match", "format_valid_rate", "tool_success_rate"))
"""Measures whose failures are counted as readily as their successes."""
MANY = 0.5


def claim_gate(draft: Draft, figure: Figure, hit: Hit) -> bool:
    """Claims a condition; whether the figure makes one of that measure."""
    document, token = draft.document, draft.document.tokens[figure.i]
    measure, value = hit.concept, float(token.value)
    if token.kind == "num" and value > 1 and measure not in ("perplexity", "reward"):
        value /= 100
    if token.kind == "share" and document.norms(figure.i - 2, figure.i) == ["all", "but"]:
        value = round(1 - value, 9)  # "all but 1 of 200"
    if measure == "reward" and token.kind == "num" and value > 10:
        value /= 100
    if (
        measure == "accuracy"
        and document.norms(hit.first, hit.last + 1) == ["success", "rate"]
        and draft.value("task") == "tool_use"
    ):
        measure = "tool_success_rate"
    way = _way(document, figure, measure, value)
    if way is None:
        return False
    measure, op, value = way
    item: dict[str, object] = {"metric": measure, "op": op, "value": round(value, 9)}
    spans = [hit.first, hit.last, figure.i] + ([token.whole] if token.whole is not None else [])
    if figure.comparison is not None:
        spans += [figure.comparison.first, figure.comparison.last]
    if measure == "win_rate":
        opponent = opponent_of(document, token.sentence, hit)
        if opponent is None and not any(document.norm(k).startswith("win") for k in range(hit.first, hit.last + 1)):
            return False
        item["against"] = opponent.concept if opponent else None
        if opponent and document.tokens[opponent.first].sentence == token.sentence:
            spans += [opponent.first, opponent.last]
    draft.claim("gates", item, min(spans), max(spans))
    return True


def _way(document: Document, figure: Figure, measure: str, value: float) -> tuple[str, str, float] | None:
    """(measure, op, value) as the spec says it, or None where the figure asks for nothing."""
    higher = measure in HIGHER
    usual = ">=" if higher else "<="
    op = figure.comparison.op if figure.comparison is not None else usual
    if op == "better":
        op = usual
    if figure.comparison is None and not higher and value < MANY and rejected(document, figure.i):
        op = "<"  # "1 wrong dose in 500 is already too many"
    against = op in (("<", "<=") if higher else (">", ">="))
    share = document.tokens[figure.i].kind == "share"
    if against and measure in _COUNTERED and value < MANY:
        return measure, _MIRRORED[op], round(1 - value, 9)  # "broken JSON in at most 1 %"
    if against and (rejected(document, figure.i) or (not higher and _denied(document, figure.i))):
        op, against = _OPPOSITE[op], False
    if measure == "error":
        if share and value > MANY and (against or figure.comparison is None or op in (">=", ">")):
            return "accuracy", op if against else ">=", value  # "95 % without a mistake"
        if against:
            return None
        return "accuracy", _MIRRORED[op], round(1 - value, 9)
    if not higher and share and value > MANY:
        # "99% free of made-up facts" limits the opposite
        return measure, _MIRRORED[op] if against else "<=", round(1 - value, 9)
    if against and higher and measure != "win_rate":
        return (measure, ">=", value) if value >= MANY or measure in ("reward", "f1", "rouge_l") else None
    # "must be at least 5 %" of something bad is kept as it is said: the plan asks about it
    return None if against and not demanded(document, figure.i) else (measure, op, value)


def _denied(document: Document, i: int) -> bool:
    """ "Shall not break the rules in more than one answer per thousand"."""
    first, _ = document.sentences[document.tokens[i].sentence]
    return bool(_NOT & set(document.norms(first, i)))


_NOT = word_set(
    "not never no nobody dont doesnt mustnt shouldnt cant cannot wont nicht nie kein pas jamais no nunca nao non"
)
