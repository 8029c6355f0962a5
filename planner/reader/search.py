"""How many attempts the search for good settings makes; `hyperparameters` reads over which settings.

Each counted attempt is weighed by its noun, its limit, the words around it, where it stands, and what the trained model
makes of it.
"""

import math

from planner.reader.comparators import Comparators
from planner.reader.draft import Draft
from planner.reader.hyperparameters import read_hyperparameters
from planner.reader.layout import Document
from planner.reader.lexicon.searching import ATTEMPTS, ONCE, SEARCHING
from planner.reader.negation import negated
from planner.reader.patterns import Hit, Lexicon
from planner.reader.senses import Senses
from planner.reader.telegram import telegraphic
from planner.reader.words import word_set

_ATTEMPTS, _ONCE, _SEARCHING = Lexicon(ATTEMPTS), Lexicon({"1": ONCE}), Lexicon({"search": SEARCHING})
_FAR = 14
"""Tokens of a long breath within which words say that a count is of something else."""
ENOUGH = 0.85
"""Weight from which on a count is that of the trials."""
_ABOUT = word_set(
    "search sweep sweeps hyperparameter hyperparameters optuna tuning different settings try tries attempts attempt budget best "
    "quick training tried compare winner look explore test learning rank configurations trials good"
)
_ACTS = word_set(
    "try make do run have take allow may use compare test limit up keep explore look go give need want please"
)
_RULED_OUT = word_set("skip drop no without forget dont not never spare omit avoid cancel unnecessary scrap")


def read_search(draft: Draft, comparators: Comparators, senses: Senses) -> None:
    document = draft.document
    hits = _ATTEMPTS.find(document)
    others = [hit for hit in hits if hit.concept == "other"]
    for hit in hits:
        if hit.concept == "other" or (i := _number_near(draft, hit.first, hit.last)) is None:
            continue
        token = document.tokens[i]
        value = float(token.value)
        if not value.is_integer() or not 1 <= value <= 100000 or token.mark or draft.value("search.trials") == value:
            continue
        if _weigh(draft, hit, others, i, comparators, senses) < ENOUGH:
            continue
        comparison = comparators.of(i)
        low, high = min(i, hit.first), max(i, hit.last)
        if comparison is not None:
            low, high = min(low, comparison.first), max(high, comparison.last)
        draft.set("search.trials", int(value), low, high)
        draft.use(i)
    if draft.value("search.trials") is None:
        _once(draft)
    read_hyperparameters(draft)


def _weigh(draft: Draft, hit: Hit, others: list[Hit], i: int, comparators: Comparators, senses: Senses) -> float:
    document = draft.document
    first, last = document.sentences[document.tokens[hit.first].sentence]
    words = set(document.norms(first, last))
    comparison = comparators.of(i)
    weight = {"sure": 1.1, "likely": 0.8}.get(hit.concept, 0.55)
    if comparison is not None and comparison.op in ("<=", "<"):
        weight += 0.5
    about = _ABOUT & words - set(document.norms(hit.first, hit.last + 1))
    weight += 0.4 * bool(about) + 0.2 * (len(about) > 1) + 0.2 * bool(_ACTS & set(document.norms(max(first, i - 5), i)))
    block = document.block_of[hit.first]
    weight += 0.4 * any(
        word in f"{block.heading} {block.lead}"
        for word in ("search", "train", "tuning", "resource", "how", "budget", "limit")
    )
    weight += 0.6 * telegraphic(document, i)
    weight += 0.6 * (_beside_settings(document, i) and not about)
    if any(first <= other.first < last and abs(other.first - i) <= _FAR for other in others):
        weight -= 1.1
    chance = min(max(senses.of(i).get("trials", 0.0), 1e-4), 1 - 1e-4)
    heard = min(max(0.3 * (math.log(chance / (1 - chance)) + 0.9), -0.9), 0.9)
    floor = -0.1 if hit.concept == "sure" or telegraphic(document, i) else -0.3 if about or comparison else -0.9
    return weight + max(heard, floor)


_SETTINGS = word_set(
    "lora qlora adapter adapters gguf safetensors ollama vllm dense moe epochs kubernetes ray gpus gpu a100 h100"
)


def _beside_settings(document: Document, i: int) -> bool:
    """Whether a count is an item of a list of settings: "LoRA, eight runs, 20 GPU hours"."""
    first, last = document.sentences[document.tokens[i].sentence]
    low = next(
        (k for k in range(i, first - 1, -1) if document.norm(k) in (",", "|", "-", "&", "and", "+", "*")), first - 1
    )
    high = next(
        (k for k in range(i, last) if document.tokens[k].kind == "punct" or document.norm(k) in ("&", "and")), last
    )
    kinds = {document.tokens[k].kind for k in range(first, last)}
    settings = bool(_SETTINGS & set(document.norms(first, last))) or bool({"gpu_hours", "params", "model"} & kinds)
    return settings and i - low <= 3 and high - i <= 3


_GOES_ON = word_set("may can must should shall could takes lasts costs needs should is that which of")


def _once(draft: Draft) -> None:
    """ "Just train it once", "no hyperparameter search", "don't tune anything"."""
    document = draft.document
    for hit in _ONCE.find(document):
        words = document.norms(hit.first, hit.last + 1)
        if "once" in words and not {"train", "just", "only"} & set(words):
            continue
        if words[-1:] in (["run"], ["go"], ["attempt"], ["try"], ["shot"]) and _of_others(document, hit):
            continue
        if words[0] in ("a", "an") and document.norm(hit.last + 1) in _GOES_ON:
            continue  # "a run may take two days": each of them
        draft.set("search.trials", 1, hit.first, hit.last, "one attempt means no search")
        return
    for hit in _SEARCHING.find(document):
        ahead = document.norms(
            max(document.sentences[document.tokens[hit.first].sentence][0], hit.first - 4), hit.first
        )
        plain = document.norm(hit.first) in ("search", "searches", "searching", "experiment", "trials", "suche")
        if plain and not (_ABOUT - {"search"}) & set(ahead) and not telegraphic(document, hit.first) and len(ahead) > 2:
            continue
        if (_RULED_OUT & set(ahead) and negated(document, hit.first, hit.last, reach=4)) or ahead[-1:] in (
            ["skip"],
            ["drop"],
            ["no"],
        ):
            if plain and document.norm(hit.last + 1) in word_set("engine results bar box function page index terms"):
                continue
            low = next(
                k for k in range(hit.first - 1, -1, -1) if document.norm(k) in _RULED_OUT or k == hit.first - len(ahead)
            )
            draft.set("search.trials", 1, low, hit.last, "no search means one attempt")
            return


def _of_others(document: Document, hit: Hit) -> bool:
    """ "The bus makes one run a day"."""
    words = set(document.norms(*document.sentences[document.tokens[hit.first].sentence]))
    return bool(word_set("bus driver courier day week ski pupils customers guests") & words) and not _ABOUT & words


def _number_near(draft: Draft, first: int, last: int) -> int | None:
    """The number in front ("20 trials", "10 search trials") or behind ("trials: 20", "to 14 configurations")."""
    document = draft.document
    tokens = document.tokens
    sentence = tokens[first].sentence
    for i in range(first, last + 1):
        if tokens[i].kind == "num" and draft.free(i):
            return i
    for i in (first - 1, first - 2, first - 3, first - 4):
        if i < 0 or tokens[i].sentence != sentence or (tokens[i].kind == "punct" and tokens[i].norm != "-"):
            break
        if tokens[i].kind == "num":
            between = set(document.norms(i + 1, first))
            if draft.free(i) and not word_set("and : for to in with") & between:
                return i
            break
    after = document.norm(last + 1)
    if after in (":", "=", "|", "<=", ",") or (
        after in ("to", "at", "is", "are") and document.norm(last) in ("trials", "trial")
    ):
        for i in range(last + 2, min(last + 6, len(tokens))):
            if tokens[i].sentence != sentence or (tokens[i].kind == "punct" and tokens[i].norm not in ("[", "|")):
                break
            if tokens[i].kind == "num" and draft.free(i):
                return i if after != "," or document.norm(i - 1) in ("say", "maybe", "perhaps", "about") else None
    ends = last + 2 >= document.sentences[sentence][1]
    if document.norm(last) in ("trials", "trial") and last + 1 < len(tokens) and tokens[last + 1].sentence == sentence:
        return last + 1 if tokens[last + 1].kind == "num" and draft.free(last + 1) and ends else None
    return None
