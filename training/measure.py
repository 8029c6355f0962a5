"""How well a model foretells texts and answers, without letting it write."""

import math
from typing import Any

import torch

from training.progress import Progress, silent
from training.tokenizer import text_separator

LOGITS_AT_ONCE = 16_000_000
"""Numbers in the largest table of logits that is made at a time (64 MB)."""


@torch.no_grad()
def text_nats(
    model: Any, tokenizer: Any, texts: list[str], *, window: int | None = None, progress: Progress = silent
) -> list[tuple[float, int]]:
    """For each text the negative log-likelihood in nats, and the number of its tokens.

    Texts longer than the model's context are read in windows that overlap by half, so that no token but the
    first few is foretold from nothing.

    Args:
        window: tokens at once; null for the model's context length (at most 1024).
    """
    model.eval()
    context = int(getattr(model.config, "max_position_embeddings", 0) or 1024)
    window = min(window or 1024, context)
    start = text_separator(tokenizer)
    pieces: list[tuple[int, list[int], int]] = []  # text's number, tokens, how many at the front only give context
    for number, ids in enumerate(_encode(tokenizer, texts)):
        ids = [start, *ids]
        position = 1
        while position < len(ids):
            begin = 0 if position == 1 else position - window // 2
            end = min(len(ids), begin + window)
            pieces.append((number, ids[begin:end], position - begin))
            position = end
    totals = [[0.0, 0] for _ in texts]
    device = next(model.parameters()).device
    pieces.sort(key=lambda piece: len(piece[1]))
    entries = int(model.config.vocab_size)
    begin = 0
    while begin < len(pieces):
        rows = max(1, LOGITS_AT_ONCE // (entries * window))
        # The longest comes last in a sorted batch, so its length tells how many fit.
        batch = pieces[begin : begin + rows]
        length = len(batch[-1][1])
        ids = torch.zeros((len(batch), length), dtype=torch.long)
        for row, (_, tokens, _) in enumerate(batch):
            ids[row, : len(tokens)] = torch.tensor(tokens)
        # Filling stands on the right, where a causal model never looks: no mask is needed.
        logits = model(input_ids=ids.to(device), use_cache=False).logits[:, :-1].float()
        nats = torch.nn.functional.cross_entropy(
            logits.reshape(-1, logits.shape[-1]), ids[:, 1:].reshape(-1).to(device), reduction="none"
        )
        nats = nats.view(len(batch), length - 1).cpu()
        for row, (number, tokens, given) in enumerate(batch):
            totals[number][0] += float(nats[row, given - 1 : len(tokens) - 1].double().sum())
            totals[number][1] += len(tokens) - given
        begin += len(batch)
        progress(begin, len(pieces), "Reading held-out text.", {})
    return [(nats, int(count)) for nats, count in totals]


def bits_per_character(
    model: Any, tokenizer: Any, texts: list[str], *, window: int | None = None, progress: Progress = silent
) -> float:
    """Over all texts together. Bits a character, not a token: two vocabularies can be compared by it."""
    characters = sum(map(len, texts))
    if not characters:
        return math.nan
    return sum(nats for nats, _ in text_nats(model, tokenizer, texts, window=window, progress=progress)) / (
        math.log(2) * characters
    )


@torch.no_grad()
def answer_loss(
    model: Any, rows: list[tuple[list[int], list[int]]], *, progress: Progress = silent
) -> tuple[float, float]:
    """How well a model foretells the reference answers.

    Args:
        rows: token ids and labels (-100 where nothing is asked) of conversations.
    Returns: mean nats an answer token, and the share of answers whose every token is the model's first choice:
        exactly those that it would write itself, letter for letter.
    """
    model.eval()
    device = next(model.parameters()).device
    entries = int(model.config.vocab_size)
    ordered = sorted(rows, key=lambda row: len(row[0]))
    nats, tokens, exact, begin = 0.0, 0, 0, 0
    while begin < len(ordered):
        count = max(1, min(64, LOGITS_AT_ONCE // (entries * len(ordered[min(begin + 63, len(ordered) - 1)][0]))))
        batch = ordered[begin : begin + count]
        ids, labels = pad_right(batch)
        logits = model(input_ids=ids.to(device), use_cache=False).logits[:, :-1].float()
        wanted = labels[:, 1:].to(device)
        each = torch.nn.functional.cross_entropy(logits.transpose(1, 2), wanted, reduction="none", ignore_index=-100)
        asked = wanted != -100
        nats += float(each.double().sum())
        tokens += int(asked.sum())
        exact += int(((logits.argmax(-1) == wanted) | ~asked).all(-1).sum())
        begin += len(batch)
        progress(begin, len(ordered), "Checking on validation examples.", {})
    return nats / max(1, tokens), exact / max(1, len(ordered))


def pad_right(rows: list[tuple[list[int], list[int]]]) -> tuple[torch.Tensor, torch.Tensor]:
    """Returns: ids and labels, both (rows, longest), filled with 0 and -100."""
    longest = max(len(ids) for ids, _ in rows)
    ids = torch.zeros((len(rows), longest), dtype=torch.long)
    labels = torch.full((len(rows), longest), -100, dtype=torch.long)
    for number, (tokens, wanted) in enumerate(rows):
        ids[number, : len(tokens)] = torch.tensor(tokens)
        labels[number, : len(wanted)] = torch.tensor(wanted)
    return ids, labels


def _encode(tokenizer: Any, texts: list[str]) -> list[list[int]]:
    if not texts:
        return []
    return list(tokenizer(texts, add_special_tokens=False)["input_ids"])
