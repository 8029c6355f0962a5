"""How much a small model is disturbed while it learns, so that it learns the rule and not the examples by heart."""

from executor.rules.chosen import Chosen

GIST_TASKS = frozenset({"classification", "support_chat", "document_qa"})
"""Tasks in which a question says the same thing in many ways, so most of its words may go missing. In the others
each word can change what is right: "jump twice" is not "jump", and a summary lacks what was left out."""
FEW = 100_000
"""Examples from which on each is shown so seldom that nothing can be learned by heart."""


def word_dropout(task: str | None, examples: int, *, from_scratch: bool) -> Chosen:
    """Share of the user's words that are left out, others each time; the answer stays.

    Iyyer et al. 2015, "Deep unordered composition", https://aclanthology.org/P15-1162. Measured with 0.64 million
    weights on 8,277 messages of 77 classes, together with `dropout`: loss on validation answers 0.31 to 0.24.
    """
    if not from_scratch:
        return Chosen(0.0, "a base that can read is disturbed enough by learning little.")
    if task not in GIST_TASKS:
        return Chosen(0.0, "in this task each word can change what is right.")
    if examples >= FEW:
        return Chosen(0.0, "there are so many examples that none is learned by heart.")
    return Chosen(
        0.15, "about a seventh of a question's words go missing each time, so that no single one is relied on."
    )


def fold_case(task: str | None) -> Chosen:
    """Whether a model from scratch may read users in lower case; `base` still refuses where answers copy capitals.

    Measured with 0.64 million weights on 8,277 messages of 77 classes: loss on validation answers 0.24 to 0.20.
    """
    if task in GIST_TASKS:
        return Chosen(True, "HELLO, Hello and hello are one word to a reader, and shall be one to a small model.")
    return Chosen(False, "in this task a capital letter can change what is right.")


def pretrain_dropout(repeats: float, *, from_scratch: bool) -> Chosen:
    """Share that is dropped while texts are read: where they are read again and again, they'd be learned by heart."""
    if from_scratch and repeats > 1:
        return Chosen(
            0.1, f"the texts are read {repeats:.3g} times; a tenth is dropped, or they'd be learned by heart."
        )
    return Chosen(0.0, "no text is read so often that it could be learned by heart.")


def dropout(task: str | None, examples: int, *, from_scratch: bool) -> Chosen:
    """Share of what each block of the network says that is dropped while it learns.

    Srivastava et al. 2014, https://jmlr.org/papers/v15/srivastava14a.html
    """
    if from_scratch and task in GIST_TASKS and examples < FEW:
        return Chosen(
            0.1, "few examples are shown many times; a tenth is dropped, so that they aren't learned by heart."
        )
    return Chosen(
        0.0, "nothing is dropped: the right answer hangs on every part of the question, or the base is finished."
    )
