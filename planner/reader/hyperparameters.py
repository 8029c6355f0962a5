"""Values of the trainer's arguments that the words name: "learning rate between 1e-5 and 1e-4", "rank 8, 16 or 32"."""

from typing import Any

from planner.reader.draft import Draft
from planner.reader.layout import Document
from planner.reader.lexicon.searching import ARGUMENTS
from planner.reader.negation import negated
from planner.reader.patterns import Lexicon
from planner.reader.words import word_set

_ARGUMENTS = Lexicon(ARGUMENTS)
_BETWEEN = word_set(
    "between and or from to , - in of [ ( either : = over range e is at somewhere around / .. a about should be set only values sizes like say"
)
_PLAUSIBLE: dict[str, tuple[float, float]] = {
    "learning_rate": (1e-8, 0.1), "num_train_epochs": (0.1, 100), "per_device_train_batch_size": (1, 4096), "lora_r": (1, 1024),
    "lora_alpha": (1, 2048), "lora_dropout": (0, 0.9), "weight_decay": (0, 1), "warmup_ratio": (0, 0.5), "num_generations": (2, 128),
    "beta": (0, 5), "temperature": (0, 2), "max_length": (32, 2e6), "gradient_accumulation_steps": (1, 1024),
}  # fmt: skip
"""Outside of these a number is of something else: 18 degrees, a batch of 500 litres."""
_LOOSE = word_set("rank ranks r alpha dropout beta temperature warmup epoch lr")
"""Names that are also words of everyday: they count beside another setting, a word of training, or one for choosing."""
_TRAINING = word_set(
    "lora learning rate lr epochs epoch batch adapter adapters train training tune tuning search try vary sweep trials trial grid "
    "hyperparameter hyperparameters weight decay qlora dpo grpo reward preference generations sampling step settings"
)


def read_hyperparameters(draft: Draft) -> None:
    document = draft.document
    found: dict[str, list[Any]] = {}
    spans: list[int] = []
    hits = _ARGUMENTS.find(document)
    begins = {hit.first for hit in hits}
    for hit in hits:
        if negated(document, hit.first, hit.last, reach=4, after=False) or _everyday(document, hit.first, hit.last):
            continue
        numbers, end = _behind(draft, hit.last, begins)
        start = hit.first
        if not numbers and hit.first and document.tokens[hit.first - 1].kind == "num" and draft.free(hit.first - 1):
            start, end = hit.first - 1, hit.last  # "three epochs"
            token = document.tokens[start]
            numbers = [float(token.value)] if token.low is None else [token.low, float(token.value)]
        low, high = _PLAUSIBLE[hit.concept]
        if not numbers or any(not low <= number <= high for number in numbers) or hit.concept in found:
            continue
        if document.norm(end + 1) in word_set("litres degrees points percent people questions in the league"):
            continue
        found[hit.concept] = [int(n) if float(n).is_integer() else n for n in numbers]
        spans += [start, end]
        draft.use(*(k for k in range(start, end + 1) if document.tokens[k].kind in ("num", "points")))
    if found:
        draft.set("search.parameters", found, min(spans), max(spans))


def _behind(draft: Draft, last: int, begins: set[int]) -> tuple[list[float], int]:
    """The numbers that follow a name, and the last token of them."""
    document = draft.document
    high = document.sentences[document.tokens[last].sentence][1]
    numbers: list[float] = []
    end = last
    for i in range(last + 1, min(high, last + 18)):
        token = document.tokens[i]
        if token.kind in ("num", "points") and draft.free(i):
            if i + 1 in begins and numbers and document.norm(i - 1) not in ("or", "to", "/"):
                break  # "learning rate 1e-4, three epochs"
            if i + 1 in begins and not numbers and document.norm(i - 1) in (",", "and"):
                break
            numbers += [token.low, float(token.value)] if token.low is not None else [float(token.value)]
            end = i
        elif token.norm not in _BETWEEN and not (token.kind == "punct" and token.norm in ("..", "...", "…")):
            break
    return numbers, end


def _everyday(document: Document, first: int, last: int) -> bool:
    """Whether a name that is also a plain word stands among plain words ("the temperature in the hall")."""
    if first != last or document.norm(first) not in _LOOSE:
        return False
    low, high = document.sentences[document.tokens[first].sentence]
    words = set(document.norms(max(0, low - 12), first)) | set(document.norms(last + 1, high))
    if document.norm(first) in ("r", "alpha") and document.norm(last + 1) not in ("=", ":", "of", "between"):
        return True
    if document.norm(last + 1) in ("=", ":"):
        return False
    return not _TRAINING & words and high - low > 6
