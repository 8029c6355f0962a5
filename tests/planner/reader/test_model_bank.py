"""The model itself: base, size, shape, adapter, new words, in many mouths."""

from typing import Any

import pytest

from tests.planner.reader.settings_bank import faults


def model(**parts: Any) -> dict[str, Any]:
    return {f"model.{name}": value for name, value in parts.items()}


BANK: list[tuple[str, dict[str, Any]]] = [
    ("one specialist each for billing, repairs, sales and complaints, all in one model", model(architecture="moe", experts=4)),
    ("One expert per department: cardiology, surgery and paediatrics.", model(architecture="moe", experts=3)),
    ("a mixture of experts, five of them", model(architecture="moe", experts=5)),
    ("MoE with 8 experts", model(architecture="moe", experts=8)),
    ("architecture: moe, experts: 6", model(architecture="moe", experts=6)),
    ("We want six specialists inside one model, with a router.", model(architecture="moe", experts=6)),
    ("An expert for each of our four brands, and something that picks the right one.", model(architecture="moe", experts=4)),
    ("Mixture of experts please, one for law, one for tax and one for pensions.", model(architecture="moe", experts=3)),
    ("normal dense model", model(architecture="dense")),
    ("A plain dense one will do.", model(architecture="dense")),
    ("No mixture of experts.", model(architecture="dense")),
    ("no MoE, keep it simple", model(architecture="dense")),
    ("architecture=dense", model(architecture="dense")),
    ("just an ordinary model, nothing with experts inside", model(architecture="dense")),
    ("all weights this time … draft 1 said LoRA, ignore that", model(adapter="none")),
    ("no parameter of the basic model may be changed, use LoRA", model(adapter="lora")),
    ("LoRA is enough.", model(adapter="lora")),
    ("adapter: qlora", model(adapter="qlora")),
    ("adapter=none", model(adapter="none")),
    ("Please use QLoRA, memory is tight.", model(adapter="qlora")),
    ("4-bit LoRA", model(adapter="qlora")),
    ("Train the full model, not just an adapter.", model(adapter="none")),
    ("Full fine-tuning.", model(adapter="none")),
    ("every weight should be trained", model(adapter="none")),
    ("Leave the base as it is and train a small add-on layer on top.", model(adapter="lora")),
    ("I've read LoRA is bad at this, so don't.", model(adapter="none")),
    ("only a low-rank adapter", model(adapter="lora")),
    ("Gemma-2-2B is cute, start from that.", model(base="Gemma-2-2B")),
    ("Take Qwen2.5-7B-Instruct as the base.", model(base="Qwen2.5-7B-Instruct")),
    ("base: mistralai/Mistral-7B-v0.3", model(base="mistralai/Mistral-7B-v0.3")),
    ("model.base=meta-llama/Llama-3.1-8B", model(base="meta-llama/Llama-3.1-8B")),
    ("We'd like to build on Llama 3.2 3B.", model(base="Llama-3.2-3B")),
    ("not Llama-3.1-8B but Mistral-7B-v0.3", model(base="Mistral-7B-v0.3")),
    ("Start from zero, no pretrained stuff.", model(base="scratch")),
    ("Train it from scratch.", model(base="scratch")),
    ("Use Phi-3-mini, we tried Llama-2-7B before and it was poor.", model(base="Phi-3-mini")),
    ("SmolLM2-360M", model(base="SmolLM2-360M")),
    ("It has to beat GPT-4, which we use today.", {}),
    ("at most 3 billion parameters", model(max_parameters=3e9)),
    ("not bigger than 7B", model(max_parameters=7e9)),
    ("a small model, about 1.5B", model(max_parameters=1.5e9)),
    ("something around the 8B mark", model(max_parameters=8e9)),
    ("max_parameters: 4e9", model(max_parameters=4e9)),
    ("size <= 500M", model(max_parameters=5e8)),
    ("Below half a billion parameters.", model(max_parameters=5e8)),
    ("| size | up to 3B |\n|---|---|\n| type | dense |", model(max_parameters=3e9, architecture="dense")),
    ("Two billion weights is plenty.", model(max_parameters=2e9)),
    ("nothing over 13B please", model(max_parameters=13e9)),
    ("a 7B model", model(max_parameters=7e9)),
    ("1B max, it has to fit on a phone", model(max_parameters=1e9)),
    ("Add our part names to the vocabulary.", model(vocabulary="extend")),
    ("Give it own tokens for our product codes.", model(vocabulary="extend")),
    ("Leave the tokenizer alone.", model(vocabulary="keep")),
    ("vocabulary: extend", model(vocabulary="extend")),
    ("Our dialect words should be single tokens.", model(vocabulary="extend")),
    ("Don't touch the vocabulary.", model(vocabulary="keep")),
    # others
    ("Our experts answer 40 questions a day.", {}),
    ("A specialist for heating and one for plumbing work with us.", {}),
    ("We're six specialists in the office.", {}),
    ("The market is worth 7 billion dollars.", {}),
    ("The fog is dense here in November.", {}),
    ("The power adapter of the lamp is often asked for.", {}),
    ("We have 2B pencils and 4B pencils.", {}),
    ("Our vocabulary is a bit old-fashioned.", {}),
    ("We started from nothing in 1988.", {}),
    ("The answers were written with GPT-4.", {}),
    ("New cars are our business: model 3 and model Y.", {}),
]  # fmt: skip


@pytest.mark.parametrize(("words", "wanted"), [pytest.param(*pair, id=pair[0][:90]) for pair in BANK])
def test_the_words_settle(words: str, wanted: dict[str, Any]) -> None:
    assert faults(words, wanted) == []
