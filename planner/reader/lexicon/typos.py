"""Long words that decide something, and their mistypings: one letter missing, doubled, wrong or swapped."""

from functools import lru_cache

WORDS: tuple[str, ...] = (
    "accuracy", "accurate", "correctly", "hallucinate", "hallucination", "hallucinations", "classification", "classify",
    "classifier", "summarise", "summarize", "summaries", "summary", "summarization", "translate", "translation", "translator",
    "extraction", "extract", "chatbot", "assistant", "customers", "customer", "employees", "documents", "parameters",
    "languages", "language", "deadline", "budget", "latency", "seconds", "minutes", "percent", "precision", "perplexity",
    "reinforcement", "learning", "preference", "training", "finetune", "experts", "mixture", "architecture", "vocabulary",
    "terminology", "retrain", "synthetic", "duplicates", "redact", "anonymise", "anonymize", "passwords", "personal",
    "overnight", "tomorrow", "wednesday", "thursday", "saturday", "tuesday", "february", "january", "september", "october",
    "november", "december", "english", "german", "french", "spanish", "portuguese", "italian", "japanese", "chinese",
    "kubernetes", "cluster", "endpoint", "evaluation", "validation", "holdout", "questions", "answers", "conversations",
    "transcripts", "categories", "category", "monthly", "quarterly", "manuals", "handbook", "support", "helpdesk", "thousand",
    "hundred", "million", "billion", "maximum", "minimum", "policy", "invented", "attached", "trials", "support",
)  # fmt: skip

_KNOWN = frozenset(WORDS) | frozenset(
    "accurately classified classifiers translated translations summarised summarized summer costumer costumers extracts extracted "
    "budgets documented parameter policies police polity assistants customise learned learnings leaning earning language's "
    "trails trains training's tutorial minute second questioned answer answers' reserved precise precisely support's "
    "supports supported supporter attaches attach invents invent duplicate duplicated redacts redacted expert preferences "
    "preferred categorise latent percents manual trial minimums invested contracts deadlines endpoints handbooks draining "
    "straining raining customer's personnel persons hundreds millions billions thousands".split()
)


@lru_cache(maxsize=1)
def _mistypings() -> dict[str, str]:
    table: dict[str, str] = {}
    for word in WORDS:
        if len(word) < 7:
            continue
        for shorter in _deletions(word):
            table.setdefault(shorter, word)
    return table


def _deletions(word: str) -> set[str]:
    # the last letter is no slip: "document" is not a mistyped "documents"
    return {word[:i] + word[i + 1 :] for i in range(1, len(word) - 1)}


@lru_cache(maxsize=8192)
def mend(word: str) -> str:
    """The word meant, where `word` is one slip of the finger away from a long word of the list; else `word` itself.

    The first letter must be right: people rarely miss it, and it keeps "raining" from being "training".
    """
    if len(word) < 6 or word in _KNOWN or not word.isalpha():
        return word
    table = _mistypings()
    if word in table:  # a letter is missing
        return table[word]
    for shorter in _deletions(word):
        if (
            shorter in _KNOWN and len(shorter) >= 7 and not word.endswith(("s", "d", "r", "n", "e"))
        ):  # a letter too many
            return shorter
        right = table.get(shorter)  # a letter wrong or two swapped
        if right is not None and len(right) == len(word) and len(word) >= 8 and _swapped(word, right):
            return right
    return word


def _swapped(one: str, other: str) -> bool:
    at = [i for i, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    return len(at) == 2 and at[1] == at[0] + 1 and one[at[0]] == other[at[1]] and one[at[1]] == other[at[0]]
