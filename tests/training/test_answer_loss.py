"""Looking at answers only gives the loss that the model itself would give."""

import pytest
import torch
from transformers import AutoModelForCausalLM

from training.answer_loss import labelled_loss
from training.shape import scratch_config, shape_for


def batch() -> dict[str, torch.Tensor]:
    generator = torch.Generator().manual_seed(1)
    ids = torch.randint(0, 96, (4, 12), generator=generator)
    labels = torch.full_like(ids, -100)
    labels[0, 3:6], labels[1, 7:], labels[3, 1:2] = ids[0, 3:6], ids[1, 7:], ids[3, 1:2]
    return {"input_ids": ids, "labels": labels, "position_ids": torch.arange(12).expand(4, -1)}


@pytest.mark.parametrize("experts", [None, 4], ids=["dense", "a mixture of experts"])
def test_it_is_the_models_own_loss(experts: int | None) -> None:
    torch.manual_seed(0)
    config = scratch_config(shape_for(60_000, 96), vocabulary_size=96, context_length=32, experts=experts)
    model = AutoModelForCausalLM.from_config(config)
    inputs = batch()
    theirs = model(**inputs, use_cache=False).loss
    theirs.backward()
    expected = model.model.embed_tokens.weight.grad.clone()
    model.zero_grad()
    ours = labelled_loss(model, inputs)
    ours.backward()
    torch.testing.assert_close(ours, theirs)
    torch.testing.assert_close(model.model.embed_tokens.weight.grad, expected)


def test_micro_batches_add_up_to_the_whole() -> None:
    torch.manual_seed(0)
    config = scratch_config(shape_for(60_000, 96), vocabulary_size=96, context_length=32)
    model, inputs = AutoModelForCausalLM.from_config(config), batch()
    parts = [{name: value[rows] for name, value in inputs.items()} for rows in (slice(0, 1), slice(1, 4))]
    items = int((inputs["labels"] != -100).sum())
    total = sum(labelled_loss(model, part, items=items) for part in parts)
    torch.testing.assert_close(total, labelled_loss(model, inputs))


def test_smoothing_keeps_the_model_from_being_too_sure() -> None:
    torch.manual_seed(0)
    config = scratch_config(shape_for(60_000, 96), vocabulary_size=96, context_length=32)
    model, inputs = AutoModelForCausalLM.from_config(config), batch()
    assert labelled_loss(model, inputs, label_smoothing=0.2) != labelled_loss(model, inputs)


def test_a_batch_without_answers_teaches_nothing() -> None:
    config = scratch_config(shape_for(60_000, 96), vocabulary_size=96, context_length=32)
    model, inputs = AutoModelForCausalLM.from_config(config), batch()
    inputs["labels"] = torch.full_like(inputs["labels"], -100)
    loss = labelled_loss(model, inputs)
    loss.backward()
    assert loss.item() == 0.0
    assert all(weight.grad is None or not weight.grad.any() for weight in model.parameters())
