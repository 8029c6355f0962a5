"""Texts packed into blocks of one length, so that no calculation goes into filling, and none sees its neighbour."""

import bisect
import math

import numpy as np

from training.stepwise import Batch, chance


def pieces_of(texts: list[list[int]], block_length: int) -> list[list[int]]:
    """Texts as token sequences that fit into a block.

    What is longer than a block goes on in further pieces, which repeat the last token of the one before: it is
    read there, and not learned again. A text of one token has nothing to foretell and is left out.
    """
    pieces = []
    for ids in texts:
        for begin in range(0, len(ids) - 1, block_length - 1):
            pieces.append(ids[begin : begin + block_length])
    return pieces


def fit_into_blocks(lengths: list[int], block_length: int) -> list[list[int]]:
    """Which pieces share a block: longest first, each into the fullest block that has room (best-fit decreasing).

    The number of blocks depends on the lengths alone, so every pass over shuffled pieces has as many steps.

    Args:
        lengths: of the pieces, each at most `block_length`.
    Returns: blocks as lists of piece numbers.
    """
    blocks: list[list[int]] = []
    with_room: dict[int, list[int]] = {}  # room left to the blocks that have it
    rooms: list[int] = []  # sorted
    for piece in sorted(range(len(lengths)), key=lambda number: -lengths[number]):
        length = lengths[piece]
        place = bisect.bisect_left(rooms, length)
        if place == len(rooms):
            block, room = len(blocks), block_length
            blocks.append([])
        else:
            room = rooms[place]
            block = with_room[room].pop()
            if not with_room[room]:
                del with_room[room], rooms[place]
        blocks[block].append(piece)
        left = room - length
        if left > 0:
            if left not in with_room:
                bisect.insort(rooms, left)
                with_room[left] = []
            with_room[left].append(block)
    return blocks


class PackedBatches:
    """All micro-batches of a pretraining; number k is always the same, whatever was made before."""

    def __init__(
        self,
        pieces: list[list[int]],
        *,
        block_length: int,
        epochs: float,
        blocks_a_step: int,
        accumulate: int,
        seed: int,
    ) -> None:
        """
        Args:
            epochs: passes over the text, possibly a fraction.
            blocks_a_step: blocks that one step of the optimizer learns from.
            accumulate: micro-batches that make a step.
        """
        self._pieces, self._block_length = pieces, block_length
        self._accumulate, self._seed = accumulate, seed
        self._blocks_a_pass = len(fit_into_blocks([len(piece) for piece in pieces], block_length))
        self._blocks_a_step = min(blocks_a_step, self._blocks_a_pass)
        self._steps_a_pass = math.ceil(self._blocks_a_pass / self._blocks_a_step)
        self.steps = max(1, round(epochs * self._steps_a_pass))
        self._pass_made: tuple[int, list[list[int]]] | None = None

    def __len__(self) -> int:
        return self.steps * self._accumulate

    def __getitem__(self, index: int) -> Batch:
        import torch

        step, part = divmod(index, self._accumulate)
        number, place = divmod(step, self._steps_a_pass)
        blocks = self._blocks(number)[place * self._blocks_a_step : (place + 1) * self._blocks_a_step]
        mine = blocks[part :: self._accumulate] or [[]]  # a last, short step may have nothing for this part
        width = max(1, max(sum(len(self._pieces[piece]) for piece in block) for block in mine))
        ids = torch.zeros((len(mine), width), dtype=torch.long)
        labels = torch.full((len(mine), width), -100, dtype=torch.long)
        positions = torch.zeros((len(mine), width), dtype=torch.long)
        for row, block in enumerate(mine):
            at = 0
            for piece in block:
                tokens = torch.tensor(self._pieces[piece])
                end = at + len(tokens)
                ids[row, at:end] = tokens
                labels[row, at + 1 : end] = tokens[1:]  # the first token would be foretold from the neighbour
                # Positions that start again tell transformers where a text begins: it attends to no other.
                positions[row, at:end] = torch.arange(len(tokens))
                at = end
            positions[row, at:] = torch.arange(width - at)
        return {"input_ids": ids, "labels": labels, "position_ids": positions}

    def _blocks(self, number: int) -> list[list[int]]:
        """A pass: pieces of one length change places, and blocks come in another order."""
        if self._pass_made is None or self._pass_made[0] != number:
            random = np.random.default_rng(chance(self._seed, "pack", number))
            order = [int(piece) for piece in random.permutation(len(self._pieces))]
            blocks = fit_into_blocks([len(self._pieces[piece]) for piece in order], self._block_length)
            shuffled = random.permutation(len(blocks))
            self._pass_made = (number, [[order[piece] for piece in blocks[block]] for block in shuffled])
        return self._pass_made[1]
