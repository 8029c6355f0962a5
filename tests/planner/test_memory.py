"""The memory formula against figures that others have published, and its own laws."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.memory import cards_needed, largest_parameters, memory_on_a_card_gb, training_memory_gb

FACTORY = "LLaMA-Factory README, table of hardware requirements"
PUBLISHED = [
    # parameters, adapter, GB, source
    (7e9, "none", 120, FACTORY),
    (7e9, "none", 112, "ZeRO, section 3.1: 16 bytes a parameter, without activations"),
    (13e9, "none", 240, FACTORY),
    (70e9, "none", 1200, FACTORY),
    (7e9, "lora", 16, FACTORY),
    (13e9, "lora", 32, FACTORY),
    (70e9, "lora", 160, FACTORY),
    (7.7e9, "lora", 21.5, "Qwen-7B, docs on fine-tuning, 1,024 tokens on an A100"),
    (7.7e9, "lora", 23.8, "Qwen-7B, docs on fine-tuning, 2,048 tokens on an A100"),
    (8.03e9, "lora", 17.4, "torchtune README, Llama 3.1 8B on an RTX 4090 (16.2 GiB)"),
    (8.03e9, "qlora", 7.9, "torchtune README, Llama 3.1 8B on an RTX 4090 (7.4 GiB)"),
    (7e9, "qlora", 6, FACTORY),
    (13e9, "qlora", 12, FACTORY),
    (70e9, "qlora", 48, FACTORY),
    (65e9, "qlora", 41, "QLoRA, Dettmers et al. 2023: 65B fits a card of 48 GB"),
]


@pytest.mark.parametrize(("parameters", "adapter", "gigabytes", "source"), PUBLISHED, ids=[row[3] for row in PUBLISHED])
def test_the_formula_agrees_with_what_was_published(
    parameters: float, adapter: str, gigabytes: float, source: str
) -> None:
    assert training_memory_gb(parameters, adapter) == pytest.approx(gigabytes, rel=0.25), source


def test_the_formula_is_right_on_average() -> None:
    errors = [abs(training_memory_gb(n, adapter) / gb - 1) for n, adapter, gb, _ in PUBLISHED]
    assert sum(errors) / len(errors) < 0.1


def test_qlora_of_65_billion_fits_one_card_of_48_gb_and_lora_of_70_billion_needs_several() -> None:
    assert cards_needed(65e9, "qlora", 48) == 1
    assert cards_needed(70.6e9, "lora", 80) == 3
    assert cards_needed(70.6e9, "none", 80) in range(15, 18)
    assert cards_needed(70.6e9, "none", 8) is None, "what is kept for the way back fills such a card by itself"


sizes = st.floats(1e5, 1e12)
adapters = st.sampled_from(["none", "lora", "qlora"])


@given(sizes, adapters, st.integers(1, 64))
def test_more_cards_hold_less_each_and_more_together(parameters: float, adapter: str, cards: int) -> None:
    assert memory_on_a_card_gb(parameters, adapter, cards + 1) < memory_on_a_card_gb(parameters, adapter, cards)
    assert training_memory_gb(parameters, adapter, cards + 1) > training_memory_gb(parameters, adapter, cards)


@given(sizes, adapters, st.floats(4, 300))
def test_the_number_of_cards_is_the_fewest_that_hold_it(parameters: float, adapter: str, card_gb: float) -> None:
    needed = cards_needed(parameters, adapter, card_gb)
    if needed is not None:
        assert memory_on_a_card_gb(parameters, adapter, needed) <= card_gb * 1.000001
        assert needed == 1 or memory_on_a_card_gb(parameters, adapter, needed - 1) > card_gb * 0.999999


@given(adapters, st.floats(4, 300), st.integers(1, 16))
def test_what_is_said_to_fit_fits(adapter: str, card_gb: float, cards: int) -> None:
    largest = largest_parameters(adapter, card_gb, cards)
    assert memory_on_a_card_gb(largest, adapter, cards) <= card_gb
    assert memory_on_a_card_gb(largest * 1.01, adapter, cards) > card_gb


@given(sizes)
def test_an_adapter_takes_less(parameters: float) -> None:
    assert (
        training_memory_gb(parameters, "qlora")
        < training_memory_gb(parameters, "lora")
        < training_memory_gb(parameters, "none")
    )
