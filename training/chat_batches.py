"""Conversations as batches: what is learned from each, in which order, and with which small changes."""

import math
from typing import Any

import numpy as np

from training.examples import as_dicts
from training.measure import pad_right
from training.progress import Progress, silent
from training.spec import Message, Problem
from training.stepwise import Batch, chance

Row = tuple[list[int], list[int]]
"""Token ids, and labels: the same ids where the model is to learn to write them, -100 elsewhere."""

SORTED_AT_ONCE = 16
"""Batches that are sorted by length together: rows of like length share a batch, so little of it is filling,
and what is shuffled is still nearly everything."""
ENCODED_AT_ONCE = 1000


def encode(
    tokenizer: Any, chats: list[list[Message]], max_length: int, *, progress: Progress = silent
) -> tuple[list[Row], int]:
    """Conversations as rows; only what the assistant says is labelled.

    Returns: the rows, and how many were cut. A conversation that is too long loses its beginning, so the last
    question and its answer stay.
    Raises: Problem where the template can't show these conversations.
    """
    rows: list[Row] = []
    cut = 0
    marked = "generation %}" in (tokenizer.chat_template or "")
    for begin in range(0, len(chats), ENCODED_AT_ONCE):
        part = [as_dicts(chat) for chat in chats[begin : begin + ENCODED_AT_ONCE]]
        for ids, spoken in _marked(tokenizer, part) if marked else _by_prefix(tokenizer, part):
            labels = [token if said else -100 for token, said in zip(ids, spoken, strict=True)]
            if len(ids) > max_length:
                cut += 1
                ids, labels = ids[-max_length:], labels[-max_length:]
            rows.append((ids, labels))
        progress(begin + len(part), len(chats), "Preparing the examples.", {})
    return rows, cut


def _marked(tokenizer: Any, chats: list[list[dict[str, str]]]) -> list[tuple[list[int], list[int]]]:
    shown = tokenizer.apply_chat_template(chats, return_assistant_tokens_mask=True, return_dict=True)
    return list(zip(shown["input_ids"], shown["assistant_masks"], strict=True))


def _by_prefix(tokenizer: Any, chats: list[list[dict[str, str]]]) -> list[tuple[list[int], list[int]]]:
    """For templates that don't mark what the assistant says: the last answer is what the prompt is not."""
    result = []
    for chat in chats:
        try:
            whole = tokenizer.apply_chat_template(chat, tokenize=False)
            prompt = tokenizer.apply_chat_template(chat[:-1], tokenize=False, add_generation_prompt=True)
        except Exception as error:  # templates raise errors of their own kinds
            raise Problem(
                f"The base model's chat template can't show one of your conversations: {error}",
                next_step="Choose another base model, or leave out system messages.",
            ) from error
        if not whole.startswith(prompt):
            raise Problem(
                "The base model's chat template doesn't tell where an answer begins.",
                next_step="Choose another base model.",
            )
        before = tokenizer(prompt, add_special_tokens=False)["input_ids"]
        after = tokenizer(whole[len(prompt) :], add_special_tokens=False)["input_ids"]
        result.append((before + after, [0] * len(before) + [1] * len(after)))
    return result


class ChatBatches:
    """All micro-batches of a training; number k is always the same, whatever was made before."""

    def __init__(
        self,
        rows: list[Row],
        *,
        lower_rows: list[Row] | None = None,
        epochs: float,
        batch_size: int,
        accumulate: int = 1,
        seed: int,
        never_changed: set[int],
        prompt_loss: float = 0.0,
        word_dropout: float = 0.0,
        lower_case: float = 0.0,
    ) -> None:
        """
        Args:
            lower_rows: the same conversations with the user's words in lower case.
            epochs: passes over the rows, possibly a fraction.
            accumulate: micro-batches that make a step.
            never_changed: tokens that word dropout leaves alone (markers of turns).
            prompt_loss: share of rows, chosen anew each time, in which the user's words are learned too.
            word_dropout: share of the user's tokens that are left out, chosen anew each time.
            lower_case: share of rows that are shown in lower case, chosen anew each time.
        """
        self._rows, self._lower = rows, lower_rows
        self._batch_size, self._accumulate = batch_size, accumulate
        self._seed = seed
        self._never_changed = np.array(sorted(never_changed), dtype=np.int64)
        self._prompt_loss, self._word_dropout, self._lower_case = prompt_loss, word_dropout, lower_case
        self._steps_a_pass = math.ceil(len(rows) / batch_size)
        self.steps = max(1, round(epochs * self._steps_a_pass))
        self._pass_made: tuple[int, list[np.ndarray]] | None = None

    def __len__(self) -> int:
        return self.steps * self._accumulate

    def __getitem__(self, index: int) -> Batch:
        import torch

        step, part = divmod(index, self._accumulate)
        members = self._step_rows(step)[part :: self._accumulate]
        if len(members) == 0:  # a last, short step has fewer rows than parts: learn nothing from a copy
            members = self._step_rows(step)[:1]
            ids, labels = pad_right([(self._rows[members[0]][0], [-100] * len(self._rows[members[0]][0]))])
        else:
            random = np.random.default_rng(chance(self._seed, "changes", index))
            ids, labels = pad_right([self._changed(int(member), random) for member in members])
        # Filling stands on the right, where a causal model never looks: position ids in place of a mask let the
        # attention take its fast causal path.
        positions = torch.arange(ids.shape[1]).expand(ids.shape[0], -1)
        return {"input_ids": ids, "labels": labels, "position_ids": positions}

    def _step_rows(self, step: int) -> np.ndarray:
        number, place = divmod(step, self._steps_a_pass)
        if self._pass_made is None or self._pass_made[0] != number:
            self._pass_made = (number, self._order(number))
        return self._pass_made[1][place]

    def _order(self, number: int) -> list[np.ndarray]:
        random = np.random.default_rng(chance(self._seed, "order", number))
        order = random.permutation(len(self._rows))
        lengths = np.array([len(self._rows[row][0]) for row in order])
        steps: list[np.ndarray] = []
        window = SORTED_AT_ONCE * self._batch_size
        for begin in range(0, len(order), window):
            part = order[begin : begin + window][np.argsort(lengths[begin : begin + window], kind="stable")]
            steps += [part[at : at + self._batch_size] for at in range(0, len(part), self._batch_size)]
        return [steps[place] for place in random.permutation(len(steps))]

    def _changed(self, member: int, random: np.random.Generator) -> Row:
        """One row with this showing's changes; always draws the same numbers, so settings don't shift each other."""
        lower, learn_prompt, strength = random.random(3)
        source = self._lower if self._lower is not None and lower < self._lower_case else self._rows
        ids, answers = source[member]
        labels = ids if learn_prompt < self._prompt_loss else answers
        if self._word_dropout <= 0:
            return ids, labels
        tokens = np.array(ids)
        may_go = (np.array(answers) == -100) & ~np.isin(tokens, self._never_changed)
        # The rate differs between showings, from none to double: the model must also know the text as it is.
        keep = ~(may_go & (random.random(len(tokens)) < 2 * strength * self._word_dropout))
        return tokens[keep].tolist(), np.array(labels)[keep].tolist()
