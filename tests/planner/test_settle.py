"""How open fields are filled: by the words, then data, hardware and rules; and each leaf says by which."""

from datetime import date
from typing import Any

import pytest

from planner.hardware import CachedModel, Hardware
from planner.planning import plan
from planner.surveyed import FoundModel, LeftOut, Survey, SurveyedSource
from tests.planner.plans import SMALL, TODAY, chats, claim, labels, pages, planned, wishes
from training.spec import Plan, TrainingSpec

TESTS = SurveyedSource(path="test.csv", role="tests", why_role="its name says so", rows=300, characters=20_000)


def spec_of(made: Plan) -> TrainingSpec:
    assert made.spec is not None
    return made.spec


def leaves(value: Any, pointer: str = "") -> list[str]:
    if isinstance(value, dict) and value:
        return [leaf for key, part in value.items() for leaf in leaves(part, f"{pointer}/{key}")]
    if isinstance(value, list) and value:
        return [leaf for i, part in enumerate(value) for leaf in leaves(part, f"{pointer}/{i}")]
    return [pointer]


EVERYTHING: list[tuple[str, Any]] = [
    ("task", "support_chat"),
    ("languages", "en"),
    ("data.sources", {"path": "chats.jsonl", "role": "chats", "since": "2025-01-01", "exclude": ["German"]}),
    ("data.synthetic.examples", 50),
    ("rubric", {"criterion": "correctness"}),
    ("rubric", {"criterion": "policy", "weight": 0.3, "detail": "never give legal advice"}),
    ("gates", {"metric": "accuracy", "op": ">=", "value": 0.8}),
    ("gates", {"metric": "win_rate", "op": ">", "value": 0.5, "against": "base"}),
    ("budget.cost", {"amount": 0, "currency": "EUR"}),
    ("budget.wall_clock_hours", 0.1667),
    ("search.parameters", {"learning_rate": [1e-4, 1e-3]}),
    ("monitoring.retrain_when", {"metric": "accuracy", "op": "<", "value": 0.7}),
    ("monitoring.every_days", 30),
    ("delivery.formats", "ollama"),
    ("delivery.rollout", [5, 100]),
]


@pytest.mark.parametrize("claims", [[], EVERYTHING], ids=["nothing asked", "everything asked"])
def test_every_leaf_of_the_spec_says_where_it_comes_from(claims: list[tuple[str, Any]]) -> None:
    made = planned(*claims)
    assert set(made.provenance) == set(leaves(spec_of(made).model_dump(mode="json")))
    assert all(entry.why for entry in made.provenance.values())
    for pointer, entry in made.provenance.items():
        assert (entry.source == "request") == (entry.quote is not None), pointer


def test_a_conflict_keeps_every_leaf_explained() -> None:
    made = planned(*EVERYTHING, ("budget.deadline", "2020-01-01"))
    assert made.status == "conflict"
    assert set(made.provenance) == set(leaves(spec_of(made).model_dump(mode="json")))


def test_nothing_that_nobody_asked_for_claims_to_be_asked_for() -> None:
    made = planned()
    assert {entry.source for entry in made.provenance.values()} <= {"data", "hardware", "rule", "default"}
    assert spec_of(made).gates == []
    assert spec_of(made).rubric == []


def test_the_words_go_before_every_rule() -> None:
    made = planned(("data.holdout", 0.12), ("search.trials", 3), ("model.adapter", "lora"), ("stages", "sft"))
    spec = spec_of(made)
    assert (spec.data.holdout, spec.search.trials, spec.model.adapter, spec.stages) == (0.12, 3, "lora", ["sft"])
    assert made.provenance["/data/holdout"].quote == "these words"


def test_a_criterion_without_a_number_weighs_what_the_contract_says() -> None:
    rubric = spec_of(planned(*[("rubric", {"criterion": c}) for c in ("correctness", "hallucination", "tone")])).rubric
    assert [item.weight for item in rubric or []] == [1.0, -1.0, 0.5]


@pytest.mark.parametrize(
    ("sources", "task"),
    [
        pytest.param([labels()], "classification", id="labels are to be told apart"),
        pytest.param([chats()], "support_chat", id="conversations are answered"),
        pytest.param([pages()], "document_qa", id="pages are asked about"),
        pytest.param([pages(), chats()], "support_chat", id="conversations beside pages"),
        pytest.param([SurveyedSource(path="src", role="code", rows=9, characters=9000)], "code", id="code"),
    ],
)
def test_the_data_tells_the_task_where_the_words_do_not(sources: list[SurveyedSource], task: str) -> None:
    made = planned(sources=sources)
    assert spec_of(made).task == task
    assert made.provenance["/task"].source == "data"


@pytest.mark.parametrize(
    ("sources", "stages"),
    [
        pytest.param([pages()], ["pretrain"], id="pages are read"),
        pytest.param([chats()], ["sft"], id="examples alone are read while they are answered"),
        pytest.param([pages(), chats()], ["pretrain", "sft"], id="both"),
    ],
)
def test_steps_follow_from_the_data(sources: list[SurveyedSource], stages: list[str]) -> None:
    assert spec_of(planned(sources=sources)).stages == stages


def test_answers_for_a_base_that_can_read_need_fine_tuning_only() -> None:
    assert spec_of(planned(("model.base", "mistral-7b"))).stages == ["sft"]


def test_rewards_come_in_only_where_they_are_asked_for() -> None:
    rubric = ("rubric", {"criterion": "correctness", "weight": 1})
    assert "rl" not in (spec_of(planned(rubric)).stages or [])
    assert spec_of(planned(rubric, ("stages", "sft"), ("stages", "rl"))).stages == ["sft", "rl"]


def test_no_rule_brings_in_what_the_words_rule_out() -> None:
    without = planned(sources=[pages(), chats()], ruled_out=[claim("stages", "pretrain")])
    assert spec_of(without).stages == ["sft"]
    nothing = planned(sources=[pages()], ruled_out=[claim("stages", "pretrain"), claim("stages", "sft")])
    assert nothing.status == "conflict"
    assert nothing.conflicts[0].fields == ["stages"]


@pytest.mark.parametrize(
    ("claims", "path", "task"),
    [
        pytest.param([("model.base", "scratch")], "corpus.txt", "domain_language", id="a model that only reads"),
        pytest.param([("rubric", {"criterion": "correctness"})], "export.json", "support_chat", id="right answers"),
        pytest.param([("search.trials", 3)], "export.json", None, id="nothing that tells it"),
        pytest.param(
            [("data.sources", {"path": "notes.docx", "role": "documents"})], "notes.docx", None, id="a name alone"
        ),
    ],
)
def test_a_task_that_no_word_names_is_told_from_the_others(claims: list[Any], path: str, task: str | None) -> None:
    assert spec_of(planned(*claims, files=[path], sources=[])).task == task


def test_a_test_file_is_the_test_and_nothing_is_held_out_beside_it() -> None:
    made = planned(sources=[labels(), TESTS])
    assert spec_of(made).data.holdout == 0.0
    assert "test.csv" in made.provenance["/data/holdout"].why


@pytest.mark.parametrize(("rows", "share"), [(300, 0.2), (1500, 0.1)])
def test_of_few_examples_a_larger_share_is_held_out(rows: int, share: float) -> None:
    assert spec_of(planned(sources=[chats(rows)])).data.holdout == share


def test_repeats_that_look_meant_are_kept() -> None:
    spec = spec_of(planned(sources=[chats(14670, most_repeated=1466, duplicates=1465)]))
    assert spec.data.cleaning.exact_dedup is False
    assert spec.data.cleaning.near_dedup is False


@pytest.mark.parametrize(("most", "kept"), [(1466, True), (40, False), (300, False)])
def test_an_accident_is_not_taken_for_weighting(most: int, kept: bool) -> None:
    spec = spec_of(planned(sources=[chats(14670, most_repeated=most)]))
    assert (spec.data.cleaning.exact_dedup is False) is kept


def test_languages_come_from_the_data_where_no_words_name_them() -> None:
    made = planned(sources=[chats(languages={"en": 0.7, "de": 0.25, "es": 0.05})])
    assert spec_of(made).languages == ["en", "de"]
    assert made.provenance["/languages/0"].source == "data"


# ------------------------------------------------------------------ sources


def test_a_file_keeps_the_words_spelling_and_gets_its_role_from_its_columns() -> None:
    made = planned(("data.sources", {"path": "./chats.jsonl"}))
    source = (spec_of(made).data.sources or [])[0]
    assert (source.path, source.role) == ("./chats.jsonl", "chats")
    assert made.provenance["/data/sources/0/path"].source == "request"
    assert made.provenance["/data/sources/0/role"].source == "data"


def test_a_file_attached_under_a_longer_path_is_found_by_its_name() -> None:
    made = planned(("data.sources", {"path": "chats.jsonl"}), sources=[chats(path="exports/2026/chats.jsonl")])
    source = (spec_of(made).data.sources or [])[0]
    assert source.path == "exports/2026/chats.jsonl"
    assert "chats.jsonl" in made.provenance["/data/sources/0/path"].why


def test_an_attached_file_that_no_words_name_comes_from_the_data() -> None:
    made = planned(("data.sources", {"path": "chats.jsonl"}), sources=[chats(), pages()])
    assert [item.path for item in spec_of(made).data.sources or []] == ["chats.jsonl", "pages"]
    assert made.provenance["/data/sources/1/path"].source == "data"


def test_an_attached_file_that_the_words_rule_out_is_no_source() -> None:
    ruled_out = claim("data.sources", "payroll.xlsx")
    made = planned(files=["payroll.xlsx", "chats.jsonl"], left_out=[ruled_out])
    assert [item.path for item in spec_of(made).data.sources or []] == ["chats.jsonl"]


def test_files_that_are_not_here_are_planned_with_by_their_names() -> None:
    made = planned(("task", "support_chat"), files=["mails.jsonl", "handbook.pdf"], sources=[])
    found = [(item.path, item.role) for item in spec_of(made).data.sources or []]
    assert found == [("mails.jsonl", "chats"), ("handbook.pdf", "documents")]
    assert made.status == "ready"


def test_a_folder_of_the_words_becomes_its_train_and_test_files() -> None:
    train, test = labels(path="bank/train.csv"), TESTS.model_copy(update={"path": "bank/test.csv"})
    made = planned(("data.sources", {"path": "bank/", "role": "labels"}), sources=[train, test])
    assert [(item.path, item.role) for item in spec_of(made).data.sources or []] == [
        ("bank/train.csv", "labels"),
        ("bank/test.csv", "tests"),
    ]


@pytest.mark.parametrize(
    ("asked", "held", "role"),
    [
        pytest.param("chats", "instructions", "instructions", id="columns tell questions with answers from talks"),
        pytest.param("labels", "tests", "tests", id="a file that is plainly a test stays one"),
        pytest.param("tests", "labels", "tests", id="what is kept for the test is for the user to say"),
        pytest.param("documents", "instructions", "documents", id="what is to be read as text is"),
    ],
)
def test_words_and_columns_settle_a_role_together(asked: str, held: str, role: str) -> None:
    named = SurveyedSource(path="x.csv", role=held, rows=500, characters=50_000)  # type: ignore[arg-type]
    made = planned(("data.sources", {"path": "x.csv", "role": asked}), sources=[named, chats()])
    assert (spec_of(made).data.sources or [])[0].role == role


def test_a_readme_is_named_as_not_learned_from() -> None:
    survey = Survey(sources=[chats()], left_out=[LeftOut(path="data/README.md", why="it describes the data")])
    assert any("README.md" in text for text in planned(survey=survey).warnings)


# ------------------------------------------------------------------ model

CACHE = Hardware(
    cpus=16,
    memory_gb=64,
    gpus=1,
    gpu="a100",
    gpu_memory_gb=40,
    models=[
        CachedModel(id="HuggingFaceTB/SmolLM2-135M", bytes=270_000_000),
        CachedModel(id="HuggingFaceTB/SmolLM2-1.7B", bytes=3_400_000_000),
        CachedModel(id="meta-llama/Llama-3.3-70B-Instruct", bytes=141_000_000_000),
    ],
)


def test_without_a_base_within_reach_a_small_model_starts_from_scratch() -> None:
    made = planned()
    assert spec_of(made).model.base == "scratch"
    assert made.provenance["/model/base"].source == "hardware"


def test_the_largest_cached_base_that_fits_is_taken() -> None:
    assert spec_of(planned(hardware=CACHE)).model.base == "HuggingFaceTB/SmolLM2-1.7B"


def test_a_short_name_finds_the_model_on_this_machine() -> None:
    assert spec_of(planned(("model.base", "smollm2-1.7b"), hardware=CACHE)).model.base == "HuggingFaceTB/SmolLM2-1.7B"
    assert spec_of(planned(("model.base", "mistral-7b"), hardware=CACHE)).model.base == "mistral-7b"


def test_a_cap_leaves_larger_bases_out() -> None:
    capped = planned(("model.max_parameters", 5e8), hardware=CACHE)
    assert spec_of(capped).model.base == "HuggingFaceTB/SmolLM2-135M"


def test_a_model_among_the_files_is_the_base() -> None:
    survey = Survey(sources=[pages()], models=[FoundModel(path="models/stories", bytes=1_000_000)])
    made = planned(survey=survey)
    assert spec_of(made).model.base == "models/stories"
    assert made.provenance["/model/base"].source == "data"


def test_few_examples_lead_to_an_adapter_on_a_large_base() -> None:
    made = planned(("model.base", "mistral-7b"), sources=[labels(400)])
    assert spec_of(made).model.adapter == "lora"
    assert "400" in made.provenance["/model/adapter"].why


@pytest.mark.parametrize(
    ("hours", "characters", "least", "most"),
    [
        pytest.param(0.1667, 600_000, 5e5, 2e6, id="ten minutes for three hundred pages"),
        pytest.param(8.0, 100_000_000, 1.5e6, 5e6, id="a night for a library"),
        pytest.param(1.0, 600_000, 1e6, 1e6, id="an hour for little text makes no larger model"),
    ],
)
def test_a_model_from_scratch_is_as_large_as_text_and_time_allow(
    hours: float, characters: int, least: float, most: float
) -> None:
    made = planned(("budget.wall_clock_hours", hours), sources=[chats(2000, characters=characters)])
    assert least <= (spec_of(made).model.parameters or 0) <= most


def test_a_cap_holds_for_a_model_from_scratch() -> None:
    made = planned(("model.max_parameters", 300_000), ("model.base", "scratch"))
    assert spec_of(made).model.parameters == 300_000


def test_experts_make_a_mixture() -> None:
    spec = spec_of(planned(("model.experts", 6)))
    assert (spec.model.architecture, spec.model.experts) == ("moe", 6)


def test_six_settings_are_tried_on_a_small_model_and_one_on_a_large() -> None:
    assert spec_of(planned()).search.trials == 6
    assert spec_of(planned(("model.base", "mistral-7b"))).search.trials == 1
    assert spec_of(planned(("budget.wall_clock_hours", 0.05))).search.trials == 1


def test_formats_that_a_named_one_needs_are_added() -> None:
    made = planned(("delivery.formats", "ollama"))
    assert spec_of(made).delivery.formats == ["ollama", "safetensors", "gguf"]
    assert made.provenance["/delivery/formats/0"].source == "request"
    assert made.provenance["/delivery/formats/1"].source == "rule"


def test_a_name_is_made_from_the_goal() -> None:
    made = planned(goal="Please build us a model that sorts our complaint letters.")
    assert spec_of(made).name == "sorts-complaint-letters-support"


def test_the_same_request_gives_the_same_plan() -> None:
    first = plan(["x"], today=TODAY, survey=Survey(sources=[chats()]), hardware=SMALL, wishes=wishes(*EVERYTHING))
    second = plan(
        ["x"], today=date(2026, 11, 22), survey=Survey(sources=[chats()]), hardware=SMALL, wishes=wishes(*EVERYTHING)
    )
    assert first == second
