"""What is known of base models by the names that people use."""

import re

import pytest

from planner.catalogue import catalogue, is_closed, is_path, known_base, parameters_of
from planner.hardware import cached_models
from tests.planner.test_survey import write


@pytest.mark.parametrize(
    ("said", "id"),
    [
        ("Mistral-7B", "mistralai/Mistral-7B-v0.3"),
        ("mistral 7b", "mistralai/Mistral-7B-v0.3"),
        ("Qwen/Qwen3-8B", "Qwen/Qwen3-8B"),
        ("Qwen2.5-Coder-7B-Instruct", "Qwen/Qwen2.5-Coder-7B"),
        ("Llama-3.1-8B", "meta-llama/Llama-3.1-8B"),
        ("meta-llama/Llama-3.1-8B-Instruct", "meta-llama/Llama-3.1-8B"),
        ("Gemma-2-9B", "google/gemma-2-9b"),
        ("Mixtral", "mistralai/Mixtral-8x7B-v0.1"),
        ("SmolLM2-135M", "HuggingFaceTB/SmolLM2-135M"),
        ("Ministral-8B", "mistralai/Ministral-8B-Instruct-2410"),
    ],
)
def test_a_base_is_known_by_what_people_call_it(said: str, id: str) -> None:
    found = known_base(said)
    assert found is not None
    assert found.id == id


def test_a_name_that_is_in_no_catalogue_is_not_guessed_at() -> None:
    assert known_base("our-own-model") is None
    assert parameters_of("our-own-model") is None


@pytest.mark.parametrize(
    ("name", "parameters"),
    [("some-13B-chat", 13e9), ("tiny-350M", 350e6), ("frog-1.5b", 1.5e9), ("zoo-8x22B", 146e9), ("v2.1-beta", None)],
)
def test_a_size_can_be_read_out_of_a_name(name: str, parameters: float | None) -> None:
    assert parameters_of(name) == (pytest.approx(parameters, rel=0.03) if parameters else None)


def test_each_size_agrees_with_its_own_name() -> None:
    for base in catalogue():
        size = re.search(r"(?<![x\d.])(\d+(?:\.\d+)?)([BM])(?![a-z])", base.id.rpartition("/")[2], re.IGNORECASE)
        if size and "x" not in base.id.lower().partition("mixtral")[2]:
            said = float(size[1]) * (1e9 if size[2].lower() == "b" else 1e6)
            assert base.parameters == pytest.approx(said, rel=0.5 if "OLMo" in base.id else 0.31), base.id


@pytest.mark.parametrize(
    ("name", "closed"),
    [("gpt-4o", True), ("claude-sonnet", True), ("gemini-2.5-flash", True), ("gpt-oss-20b", False), ("gemma-3-4b", False),
     ("gpt2", False)],
)  # fmt: skip
def test_models_whose_weights_nobody_has_are_told_from_open_ones(name: str, closed: bool) -> None:
    assert is_closed(name) is closed


@pytest.mark.parametrize(
    ("name", "path"),
    [("models/own/", True), ("/srv/models/x", True), ("./base", True), ("Qwen/Qwen3-8B", False), ("mistral-7b", False)],
)
def test_a_folder_is_told_from_a_models_id(name: str, path: bool) -> None:
    assert is_path(name) is path


def test_a_cached_model_counts_only_when_all_of_it_is_there(tmp_path: object) -> None:
    from pathlib import Path

    cache = Path(str(tmp_path))
    whole = cache / "models--org--whole/snapshots/abc"
    for name in ("config.json", "tokenizer.json", "model.safetensors"):
        write(whole / name, "x" * 10)
    half = cache / "models--org--half/snapshots/abc"
    write(half / "config.json", "{}")
    write(cache / "models--org--pickled/snapshots/abc/pytorch_model.bin", "x")
    assert [model.id for model in cached_models(cache)] == ["org/whole"]
