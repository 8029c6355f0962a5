"""Texts share blocks without seeing each other, and nothing is lost."""

import pytest
import torch

from training.packing import PackedBatches, fit_into_blocks, pieces_of


def tiny_model() -> torch.nn.Module:
    from transformers import LlamaConfig, LlamaForCausalLM

    torch.manual_seed(0)
    config = LlamaConfig(
        vocab_size=50,
        hidden_size=32,
        intermediate_size=64,
        num_hidden_layers=2,
        num_attention_heads=2,
        max_position_embeddings=64,
        initializer_range=0.4,
    )
    return LlamaForCausalLM(config).eval()


def texts(count: int) -> list[list[int]]:
    generator = torch.Generator().manual_seed(3)
    lengths = torch.randint(3, 20, (count,), generator=generator).tolist()
    return [torch.randint(1, 50, (length,), generator=generator).tolist() for length in lengths]


def test_a_packed_text_is_read_as_if_it_stood_alone() -> None:
    model, pieces = tiny_model(), texts(6)
    batches = PackedBatches(pieces, block_length=64, epochs=1, blocks_a_step=2, accumulate=1, seed=0)
    alone = {tuple(piece): model(input_ids=torch.tensor([piece]), use_cache=False).logits[0] for piece in pieces}
    found = 0
    for index in range(len(batches)):
        batch = batches[index]
        logits = model(input_ids=batch["input_ids"], position_ids=batch["position_ids"], use_cache=False).logits
        for row in range(len(logits)):
            starts = [at for at, place in enumerate(batch["position_ids"][row].tolist()) if place == 0]
            for begin, end in zip(starts, [*starts[1:], logits.shape[1]], strict=True):
                piece = tuple(batch["input_ids"][row, begin:end].tolist())
                if piece in alone:
                    torch.testing.assert_close(logits[row, begin:end], alone[piece], atol=1e-4, rtol=1e-4)
                    found += 1
    assert found == len(pieces)


def test_changing_a_neighbour_changes_no_loss() -> None:
    """The check above, from the other side: with the trainer's own arguments, gradients included."""
    model = tiny_model()
    one, other, third = [7, 8, 9, 10], [11, 12, 13], [31, 32, 33]
    gradients = []
    for neighbour in (other, third):
        batch = PackedBatches([one, neighbour], block_length=64, epochs=1, blocks_a_step=1, accumulate=1, seed=0)[0]
        labels = batch["labels"].clone()
        own = torch.isin(labels, torch.tensor(one))
        labels[~own] = -100
        model.zero_grad()
        model(
            input_ids=batch["input_ids"], position_ids=batch["position_ids"], labels=labels, use_cache=False
        ).loss.backward()
        gradients.append(model.model.layers[0].mlp.up_proj.weight.grad.clone())
    torch.testing.assert_close(gradients[0], gradients[1], atol=1e-5, rtol=1e-3)


def test_each_token_is_learned_exactly_once_a_pass() -> None:
    pieces = pieces_of([list(range(1, 40)), [41, 42], [45]], 16)
    batches = PackedBatches(pieces, block_length=16, epochs=1, blocks_a_step=2, accumulate=2, seed=0)
    learned = sorted(token for index in range(len(batches)) for token in batches[index]["labels"].flatten().tolist())
    assert [token for token in learned if token >= 0] == [*range(2, 40), 42]


def test_the_first_token_of_a_text_is_not_foretold_from_its_neighbour() -> None:
    batch = PackedBatches(texts(8), block_length=64, epochs=1, blocks_a_step=8, accumulate=1, seed=0)[0]
    assert (batch["labels"][batch["position_ids"] == 0] == -100).all()


def test_blocks_are_nearly_full_and_never_too_long() -> None:
    lengths = [len(text) for text in texts(300)]
    blocks = fit_into_blocks(lengths, 64)
    filled = [sum(lengths[piece] for piece in block) for block in blocks]
    assert sorted(piece for block in blocks for piece in block) == list(range(300))
    assert max(filled) <= 64
    assert sum(filled) / (64 * len(blocks)) > 0.97


@pytest.mark.parametrize("epochs", [0.5, 1.0, 2.5])
def test_a_batch_is_a_function_of_its_number(epochs: float) -> None:
    def make() -> PackedBatches:
        return PackedBatches(texts(40), block_length=32, epochs=epochs, blocks_a_step=3, accumulate=2, seed=5)

    forwards, backwards = make(), make()
    there = [forwards[index] for index in range(len(forwards))]
    back = [backwards[index] for index in reversed(range(len(backwards)))][::-1]
    for one, other in zip(there, back, strict=True):
        assert all(torch.equal(one[name], other[name]) for name in one)


def test_passes_differ() -> None:
    batches = PackedBatches(texts(40), block_length=32, epochs=2, blocks_a_step=100, accumulate=1, seed=5)
    assert len(batches) == 2
    assert not torch.equal(batches[0]["input_ids"], batches[1]["input_ids"])
