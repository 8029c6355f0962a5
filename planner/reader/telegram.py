"""Sentences that name hardly anything but figures: "400 euros, 20 GPU hours, 2 days, by Friday"."""

from planner.reader.layout import Document
from planner.reader.words import word_set

_LINKS = word_set(
    "and or plus with in for of the a an to until till by before max up at most around about not more than und bis et y e "
    "please pls only total altogether per maximum minimum tops latest later no"
)
FEWEST = 4
"""Tokens up to which a sentence is taken for one, whatever its words are."""


def telegraphic(document: Document, i: int) -> bool:
    """Whether the sentence of token i is one."""
    first, last = document.sentences[document.tokens[i].sentence]
    if last - first <= FEWEST:
        return True
    return all(t.kind != "word" or t.norm in _LINKS for t in document.tokens[first:last])
