"""Stage `base`: a model from scratch, a folder of the user's, or a llama2.c file; else a clear refusal."""

from pathlib import Path

import pytest
import torch
from transformers import AutoModelForCausalLM, AutoTokenizer

from training.bases import base
from training.measure import bits_per_character
from training.progress import silent
from training.shape import scratch_config, shape_for
from training.spec import Problem

STORIES = Path(__file__).parents[2].parent / "shared" / "data" / "stories260k"


def test_a_model_from_scratch_has_the_size_that_was_asked_for(scratch: Path) -> None:
    model = AutoModelForCausalLM.from_pretrained(scratch / "model")
    assert sum(weight.numel() for weight in model.parameters()) == pytest.approx(120_000, rel=0.1)


@pytest.mark.parametrize("experts", [None, 4], ids=["dense", "a mixture of experts"])
@pytest.mark.parametrize("parameters", [300_000, 1_000_000, 3_000_000, 30_000_000])
def test_a_model_comes_near_the_size_asked_for_and_never_above(parameters: int, experts: int | None) -> None:
    shape = shape_for(parameters, 1024, experts)
    config = scratch_config(shape, vocabulary_size=1024, context_length=64, experts=experts)
    with torch.device("meta"):
        model = AutoModelForCausalLM.from_config(config)
    model.tie_weights()
    assert model.num_parameters() == shape.parameters
    assert 0.7 * parameters < shape.parameters <= parameters


def test_the_same_seed_makes_the_same_model(split: Path, tmp_path: Path) -> None:
    settings = {"base": "scratch", "parameters": 50_000, "context_length": 64, "seed": 4}
    for name in ("one", "two"):
        base(settings, {"split": split}, tmp_path / name, silent)
    files = [(tmp_path / name / "model" / "model.safetensors").read_bytes() for name in ("one", "two")]
    assert files[0] == files[1]


def test_a_folder_of_the_users_is_opened(scratch: Path, split: Path, tmp_path: Path) -> None:
    info = base({"base": str(scratch / "model")}, {"split": split}, tmp_path, silent)
    assert info["kind"] == "folder"
    assert info["added_tokens"] == 0
    assert (tmp_path / "own_words.txt").read_text().strip(), "what it may forget is kept"


@pytest.mark.skipif(not STORIES.is_dir(), reason="the stories260k model is not beside this repository")
def test_a_llama2c_base_reads_its_stories_and_can_hold_a_conversation(tmp_path: Path) -> None:
    info = base({"base": str(STORIES)}, {}, tmp_path, silent)
    assert info["kind"] == "llama2.c"
    model = AutoModelForCausalLM.from_pretrained(tmp_path / "model")
    tokenizer = AutoTokenizer.from_pretrained(tmp_path / "model")
    story = "Once upon a time, there was a little girl named Lily. She loved to play outside in the park."
    assert bits_per_character(model, tokenizer, [story]) < 1.3
    assert bits_per_character(model, tokenizer, [story[::-1]]) > 3.0
    prompt = tokenizer.apply_chat_template(
        [{"role": "user", "content": "Hi"}], tokenize=False, add_generation_prompt=True
    )
    assert prompt.endswith("assistant\n")


def test_a_mixture_of_experts_is_made(split: Path, tmp_path: Path) -> None:
    settings = {"base": "scratch", "parameters": 100_000, "architecture": "moe", "experts": 2, "context_length": 64}
    base(settings, {"split": split}, tmp_path, silent)
    assert AutoModelForCausalLM.from_pretrained(tmp_path / "model").config.num_local_experts == 2


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        pytest.param("./no_such_folder", "is not a folder with a model", id="a folder that is not there"),
        pytest.param("nobody/no-such-model-here", "can't be reached", id="a hub id without a hub"),
    ],
)
def test_a_base_that_cannot_be_had_is_refused(
    wanted: str, said: str, split: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_OFFLINE", True)
    with pytest.raises(Problem, match=said) as refused:
        base({"base": wanted}, {"split": split}, tmp_path, silent)
    assert refused.value.next_step
