"""Parts of a request that only tell how things are, or that are said to be none of the work."""

from planner.reader.layout import Document

_UNDER = (
    "background", "nice to know", "situation", "who we are", "about us", "history", "why", "context", "ausgangslage", "non-goal",
    "non goal", "nongoal", "not part of", "out of scope", "do not act", "don't act", "for information", "information only", "fyi",
    "not in scope", "not wanted", "for your information", "contexte", "hintergrund",
)  # fmt: skip


_UNWANTED = (
    "not needed", "not wanted", "no need", "non-goal", "non goal", "out of scope", "not required", "unnecessary", "not part of",
    "do without", "don't need", "not necessary", "won't need", "not asked for", "leave out", "skip",
)  # fmt: skip


def unwanted(document: Document, i: int) -> bool:
    """Whether token `i` stands under a heading or label that rules out what follows."""
    frame = document.frame(i)
    return any(words in frame for words in _UNWANTED)


def aside(document: Document, i: int) -> bool:
    """Whether token `i` stands under such a heading or label."""
    frame = f"{document.frame(i)} {_run_in(document, i)}"
    return any(words in frame for words in _UNDER)


def _run_in(document: Document, i: int) -> str:
    """A heading that opens the paragraph of token `i` as a sentence of its own: "**Background.** 14 interpreters …"."""
    block, sentence = document.block_of[i], document.tokens[i].sentence
    first = sentence
    for earlier in range(sentence, max(-1, sentence - _BACK), -1):
        if earlier not in document.sentences or document.block_of[document.sentences[earlier][0]] is not block:
            break
        first = earlier
    low, high = document.sentences.get(first, (i, i))
    return " ".join(document.norms(low, high)) if first != sentence and high - low <= 4 else ""


_BACK = 8
"""Sentences that such a heading may stand before."""
