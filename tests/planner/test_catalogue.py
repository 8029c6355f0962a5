"""What is known of base models by the names that people use."""

import re

import pytest

from planner.catalogue import Base, catalogue, is_closed, is_path, known_base, parameters_of
from planner.hardware import Hardware, cached_models
from planner.memory import memory_on_a_card_gb
from planner.words import LANGUAGES
from tests.planner.plans import planned
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


ISO = frozenset(LANGUAGES) | {"oc", "sh", "ms", "lo", "my", "km", "tl"}
FAMILIES = (
    "mistral-7b", "ministral-3b", "ministral-3-8b", "mistral-nemo", "mistral-small", "mixtral-8x7b", "mixtral-8x22b",
    "codestral", "pixtral-12b", "Qwen2.5-0.5B", "Qwen2.5-7B", "Qwen2.5-72B", "Qwen2.5-Coder-1.5B", "Qwen2.5-VL-7B-Instruct",
    "Qwen3-0.6B", "Qwen3-4B", "Qwen3-14B", "Qwen3-30B-A3B", "Llama-3.1-8B", "Llama-3.1-70B", "Llama-3.2-1B", "Llama-3.3-70B",
    "SmolLM2-135M", "SmolLM2-1.7B", "SmolLM3", "gemma-3-4b", "gemma-3-27b", "phi-4", "phi-4-mini", "olmo-2-7b", "granite-8b",
    "eurollm-9b", "salamandra-7b", "teuken-7b", "gpt-oss-20b", "smolvlm",
)  # fmt: skip


@pytest.mark.parametrize("name", FAMILIES)
def test_the_well_known_families_are_in_it(name: str) -> None:
    assert known_base(name) is not None


def test_each_entry_is_whole_and_says_where_it_comes_from() -> None:
    for base in catalogue():
        assert base.source.startswith("https://"), base.id
        assert base.context >= 1024, base.id
        assert base.licence, base.id
        assert base.languages, base.id
        assert set(base.languages) <= ISO | {"*"}, base.id
        assert base.active is None or base.active < base.parameters, base.id
        assert base.weights_gb == pytest.approx(2 * base.parameters / 1e9), base.id


def test_no_name_means_two_models() -> None:
    owners: dict[str, set[str]] = {}
    for base in catalogue():
        for name in (base.id.rpartition("/")[2], *base.also):
            owners.setdefault(name.lower(), set()).add(base.id)
    assert [name for name, ids in owners.items() if len(ids) > 1] == []


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


GPU = Hardware(cpus=16, memory_gb=128, gpus=1, gpu="h100", gpu_memory_gb=80)


def why_scratch(*claims: tuple[str, object], hardware: Hardware = GPU) -> str:
    made = planned(*claims, hardware=hardware)
    assert made.spec is not None
    assert made.spec.model.base == "scratch"
    return made.provenance["/model/base"].why


def named_in(why: str) -> Base:
    return next(base for base in catalogue() if base.id in why)


def test_nothing_within_reach_is_said_and_what_would_fit_is_named() -> None:
    why = why_scratch()
    assert "no base model is on this machine" in why
    best = named_in(why)
    assert best.licence in ("Apache-2.0", "MIT")
    assert memory_on_a_card_gb(best.parameters, "lora") <= 80


def test_what_would_fit_keeps_to_the_cap_the_languages_and_the_machine() -> None:
    assert named_in(why_scratch(("model.max_parameters", 3e9))).parameters <= 3e9 * 1.05
    assert named_in(why_scratch(("languages", "mt"))).serves(["mt"])
    small = named_in(why_scratch(hardware=GPU.model_copy(update={"gpu_memory_gb": 12.0})))
    assert memory_on_a_card_gb(small.parameters, "lora") <= 12


def test_a_machine_for_which_every_base_is_too_slow_gets_no_such_hint() -> None:
    assert "would fit" not in why_scratch(hardware=Hardware(cpus=1, memory_gb=2))
