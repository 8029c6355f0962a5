"""How many attempts the search for good settings makes, and over which of the trainer's arguments."""

from typing import Any

from planner.reader.comparators import Comparators
from planner.reader.draft import Draft
from planner.reader.negation import negated
from planner.reader.patterns import Lexicon
from planner.reader.senses import Senses
from planner.reader.words import word_set

_TRIALS = Lexicon({
    "trials": """
        trial; trials; attempt; attempts; tries; experiments; configurations; configs; settings; runs;
        search runs; sweep*; hyperparameter combinations; combinations; variants; goes; rounds; versuche;
        versuch; essais; intentos; ensayos; pruebas; tentativas; tentativi; prove; pogingen; search.trials;
        shots; candidates; training runs; hyperparameter runs|settings|sets;
        different settings|configurations|setups|runs; setups; tries with
    """,
    "not": """
        clinical trial; free trial; the trial; a trial; trial with; trial period; trial run; trial version;
        experiments were; test runs; failed attempts; login attempts; trial balance; rounds of golf;
        production runs; delivery attempts; runs per; three tries; settings page; candidates for; applied;
        job candidates
    """,
})  # fmt: skip
_ONCE = Lexicon(
    {
        "1": """
            no search; no hyperparameter ?search|tuning|sweep; no sweep*; no tuning of;
            without ?any|a hyperparameter ?search|tuning; no searching; one attempt ?only|is;
            one|single|only run ?only|is; just once; train ?it once; single run; one run; one go; one shot;
            single attempt; one try; single trial; dont search|sweep|tune; no trials; no optuna;
            first attempt|try|run ... enough; kein* suche; nur ein versuch; nur einmal; un seul essai;
            un solo intento; uma so tentativa; un solo tentativo; no grid search; no experimenting;
            no fiddling
        """
    }
)
_ARGUMENTS: dict[str, str] = {
    "learning_rate": """
        learning rate; learning_rate; lr; learning rates
    """, "num_train_epochs": """
        epochs; epoch; num_train_epochs
    """, "per_device_train_batch_size": """
        batch size; batch_size; per_device_train_batch_size
    """,
    "lora_r": """
        lora rank; lora_r; rank; lora r
    """, "lora_alpha": "lora alpha; lora_alpha", "lora_dropout": "lora dropout", "weight_decay": "weight decay; weight_decay", "warmup_ratio": """
        warmup; warmup ratio; warmup_ratio
    """, "num_generations": "num_generations; generations per prompt",
    "beta": """
        beta; kl beta; kl coefficient
    """, "temperature": "temperature", "max_length": """
        max length; max_length; sequence length; context length
    """,
}  # fmt: skip
_PARAMETERS = Lexicon(_ARGUMENTS)


def read_search(draft: Draft, comparators: Comparators, senses: Senses) -> None:
    document = draft.document
    hits = _TRIALS.find(document)
    outs = [h for h in hits if h.concept == "not"]
    for hit in hits:
        if hit.concept == "not" or (
            any(o.first <= hit.first <= o.last for o in outs) and not _number_near(draft, hit.first, hit.last)
        ):
            continue
        i = _number_near(draft, hit.first, hit.last)
        word = document.norm(hit.last)
        if i is None:
            continue
        value = float(document.tokens[i].value)
        if not value.is_integer() or not 1 <= value <= 100000 or document.tokens[i].mark:
            continue
        if (
            word
            in word_set(
                "runs rounds goes candidates prove pruebas settings configs variants experiments "
                "tries attempts combinations setups configurations attempt"
            )
            and comparators.of(i) is None
            and not _about_search(draft, hit.first, hit.last, i)
        ):
            continue
        if word not in ("trials", "trial") and senses.of(i).get("none", 0.0) > 0.6 and comparators.of(i) is None:
            continue  # "five settings on the dial"
        comparison = comparators.of(i)
        low, high = min(i, hit.first), max(i, hit.last)
        if comparison is not None:
            low, high = min(low, comparison.first), max(high, comparison.last)
        draft.set("search.trials", int(value), low, high)
        draft.use(i)
    if draft.value("search.trials") is None:
        for hit in _ONCE.find(document):
            words = document.norms(hit.first, hit.last + 1)
            if "once" in words and not {"train", "just"} & set(words):
                continue
            draft.set("search.trials", 1, hit.first, hit.last, "one attempt means no search")
            break
    _parameters(draft)


def _number_near(draft: Draft, first: int, last: int) -> int | None:
    """The number in front ("20 trials", "10 search trials") or behind ("trials: 20", "trials=16")."""
    document = draft.document
    if (
        document.norm(last + 1) == "="
        and last + 2 < len(document.tokens)
        and document.tokens[last + 2].kind == "num"
        and draft.free(last + 2)
    ):
        return last + 2
    for i in (first - 1, first - 2, first - 3):
        if (
            i >= 0
            and document.tokens[i].kind == "num"
            and document.tokens[i].sentence == document.tokens[first].sentence
        ):
            between = document.norms(i + 1, first)
            if draft.free(i) and not {",", "and", ":", "for", "of"} & set(between) - (
                {"of"} if between == ["of"] else set()
            ):
                return i
            break
        if i >= 0 and document.tokens[i].kind == "punct":
            break
    after = document.norm(last + 1)
    if (
        after in (":", "=", "|", "<=")
        or (after in ("to", "at", "is", "are") and document.norm(last) in ("trials", "trial"))
    ) and last + 2 < len(document.tokens):
        for i in range(last + 2, min(last + 6, len(document.tokens))):
            if (
                document.tokens[i].sentence == document.tokens[last].sentence
                and document.tokens[i].kind == "num"
                and draft.free(i)
            ):
                return i
            if document.tokens[i].kind == "punct" and document.norm(i) not in ("[", "|"):
                break
    if (
        document.norm(last) in ("trials", "trial")
        and last + 1 < len(document.tokens)
        and document.tokens[last + 1].kind == "num"
        and document.tokens[last + 1].sentence == document.tokens[last].sentence
        and draft.free(last + 1)
        and last + 2 >= document.sentences[document.tokens[last].sentence][1]
    ):
        return last + 1
    return None


def _about_search(draft: Draft, first: int, last: int, i: int) -> bool:
    document = draft.document
    low, high = document.sentences[document.tokens[first].sentence]
    words = set(document.norms(low, high))
    if (
        word_set(
            "search sweep hyperparameter hyperparameters optuna tuning different settings try "
            "tries attempts attempt budget best quick training"
        )
        & words
    ):
        return not {"login", "delivery", "calls", "failed"} & words
    block = document.block_of[first]
    return any(w in block.heading for w in ("search", "train", "tuning", "resource", "how"))


def _parameters(draft: Draft) -> None:
    """ "Learning rate between 1e-5 and 1e-4", "lora rank 8, 16 or 32", "a learning rate of 2e-4"."""
    document = draft.document
    found: dict[str, list[Any]] = {}
    spans: list[int] = []
    for hit in _PARAMETERS.find(document):
        _, high = document.sentences[document.tokens[hit.first].sentence]
        numbers: list[float] = []
        end = hit.last
        for i in range(hit.last + 1, min(high, hit.last + 16)):
            token = document.tokens[i]
            if token.kind == "num" and draft.free(i):
                numbers += [token.low, float(token.value)] if token.low is not None else [float(token.value)]
                end = i
            elif token.kind == "points" and draft.free(i):
                numbers.append(float(token.value))
                end = i
            elif token.norm not in _BETWEEN and not (token.kind == "punct" and token.norm in ("..", "...")):
                break
        before = document.tokens[hit.first - 1] if hit.first else None
        if not numbers and before is not None and before.kind == "num" and draft.free(hit.first - 1):
            numbers, spans = [float(before.value)], [*spans, hit.first - 1]  # "three epochs"
        if numbers and not negated(document, hit.first, hit.last):
            found[hit.concept] = [int(n) if float(n).is_integer() else n for n in numbers]
            spans += [hit.first, end]
    if found:
        draft.set("search.parameters", found, min(spans), max(spans))


_BETWEEN = word_set("between and or from to , - in of [ ( either : = over range e is at somewhere around / .. a about")
