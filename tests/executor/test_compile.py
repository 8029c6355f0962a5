"""A plan becomes stages: which ones, with which settings, and why."""

from typing import Any

import pytest

from executor.circumstances import Circumstances, Counts, Sizes
from executor.compile import compile_plan
from executor.explain import explain
from executor.machine import Machine
from executor.stage import StageSpec, stage_keys
from training.spec import Plan, Problem, Provenance, TrainingSpec
from training.spec.spec import Budget, Cleaning, Compute, Data, Model, Search

LAPTOP = Circumstances(root="/data", machine=Machine(name="laptop", cpus=2, memory_gb=16), files=[])
TICKETS = Counts(conversations=Sizes(n=2000, characters=2000 * 300, long=900), passages=Sizes())
HANDBOOK = Counts(passages=Sizes(n=500, characters=1_500_000, long=3000))
BOTH = Counts(conversations=TICKETS.conversations, passages=HANDBOOK.passages)


def plan(**fields: Any) -> Plan:
    spec = {"name": "desk", "task": "support_chat", "stages": ["pretrain", "sft"]} | fields
    return Plan(status="ready", spec=TrainingSpec(**spec))


def compiled(counts: Counts | None = BOTH, **fields: Any) -> dict[str, StageSpec]:
    return {stage.name: stage for stage in compile_plan(plan(**fields), LAPTOP, counts)}


@pytest.mark.parametrize(
    ("fields", "counts", "names"),
    [
        pytest.param({}, BOTH, "clean split base pretrain sft package judge", id="a small model from scratch"),
        pytest.param({"stages": ["sft"]}, TICKETS, "clean split base sft package judge", id="a finished base"),
        pytest.param(
            {"stages": ["pretrain"]}, HANDBOOK, "clean split base pretrain package judge", id="documents only"
        ),
        pytest.param(
            {"search": Search(trials=8)}, BOTH, "clean split base pretrain search sft package judge", id="with a search"
        ),
        pytest.param(
            {"stages": ["pretrain"], "search": Search(trials=8)},
            HANDBOOK,
            "clean split base pretrain package judge",
            id="nothing to search without fine-tuning",
        ),
    ],
)
def test_the_stages_follow_from_the_spec(fields: dict[str, Any], counts: Counts, names: str) -> None:
    stages = compile_plan(plan(**fields), LAPTOP, counts)
    assert [stage.name for stage in stages] == names.split()
    seen: set[str] = set()
    for stage in stages:
        assert set(stage.needs) <= seen
        seen.add(stage.name)


def test_every_chosen_setting_says_why() -> None:
    for stage in compiled(search=Search(trials=8)).values():
        why = stage.settings.get("why", {})
        assert set(why) <= set(stage.settings)
        assert all(reason.endswith(".") for reason in why.values())
    assert {"epochs", "batch_size", "learning_rate", "max_length"} <= set(compiled()["sft"].settings["why"])


@pytest.mark.parametrize(
    ("stage", "setting", "less", "more"),
    [
        pytest.param(
            "sft", "epochs",
            {"budget": Budget(wall_clock_hours=0.05)}, {"budget": Budget(wall_clock_hours=2)},
            id="less time, fewer passes",
        ),
        pytest.param(
            "pretrain", "learning_rate",
            {"model": Model(parameters=50_000_000)}, {"model": Model(parameters=1_000_000)},
            id="larger models learn in smaller steps",
        ),
        pytest.param(
            "base", "vocabulary_size",
            {"model": Model(parameters=200_000)}, {"model": Model(parameters=20_000_000)},
            id="a tiny model has a tiny vocabulary",
        ),
    ],
)  # fmt: skip
def test_rules(stage: str, setting: str, less: dict[str, Any], more: dict[str, Any]) -> None:
    assert compiled(**less)[stage].settings[setting] < compiled(**more)[stage].settings[setting]


def test_few_examples_are_shown_more_often() -> None:
    few = Counts(conversations=Sizes(n=100, characters=30_000, long=900))
    many = Counts(conversations=Sizes(n=20_000, characters=6_000_000, long=900))
    assert compiled(few)["sft"].settings["epochs"] > compiled(many)["sft"].settings["epochs"]
    assert compiled(few)["sft"].settings["batch_size"] < compiled(many)["sft"].settings["batch_size"]


def test_a_trial_looks_after_its_warm_up() -> None:
    for trials in (2, 8, 40):
        settings = compiled(search=Search(trials=trials))["search"].settings
        assert settings["trial_share"] / 3 > settings["sft"]["warmup_ratio"]
        assert settings["sft"] == {k: v for k, v in compiled()["sft"].settings.items() if k != "why"}


@pytest.mark.parametrize(
    ("fields", "counts", "words"),
    [
        pytest.param({"stages": ["sft", "rl"]}, BOTH, "reinforcement learning", id="no other method is slipped in"),
        pytest.param({"compute": Compute(where="ray")}, BOTH, "ray", id="nor another place"),
        pytest.param({"stages": ["sft"]}, HANDBOOK, "no questions with answers are left", id="nothing to learn from"),
        pytest.param({"stages": ["pretrain"]}, Counts(), "no text is left", id="nothing to read"),
        pytest.param({"stages": []}, BOTH, "nothing to train", id="nothing to do"),
        pytest.param({"search": Search(trials=2, parameters={"warp": [1, 9]})}, BOTH, "warp", id="unknown setting"),
    ],
)
def test_what_can_not_be_done_is_refused(fields: dict[str, Any], counts: Counts, words: str) -> None:
    with pytest.raises(Problem, match=words):
        compiled(counts, **fields)


def keys(**fields: Any) -> dict[str, str]:
    stages = compile_plan(plan(**fields), LAPTOP, BOTH)
    return stage_keys(stages, {stage.function: "1" for stage in stages})


@pytest.mark.parametrize(
    ("edit", "first_touched"),
    [
        pytest.param({"data": Data(cleaning=Cleaning(pii="drop"))}, "clean", id="cleaning changes everything"),
        pytest.param({"data": Data(holdout=0.2)}, "split", id="another split"),
        pytest.param({"model": Model(parameters=2_000_000)}, "base", id="another size"),
        pytest.param({"goal": "Be kind."}, "judge", id="what only the judge reads"),
    ],
)
def test_an_edit_changes_the_keys_from_where_it_matters(edit: dict[str, Any], first_touched: str) -> None:
    before, after = keys(), keys(**edit)
    order = list(before)
    touched = [name for name in order if before[name] != after[name]]
    assert touched == order[order.index(first_touched) :]


def test_new_code_or_new_files_make_new_keys_and_new_reasons_do_not() -> None:
    stages = compile_plan(plan(), LAPTOP, BOTH)
    versions = {stage.function: "1" for stage in stages}
    before = stage_keys(stages, versions)
    newer = stage_keys(stages, versions | {"training.pretrain:pretrain": "2"})
    assert [name for name in before if before[name] != newer[name]] == ["pretrain", "sft", "package", "judge"]
    reworded = [stage.model_copy(update={"settings": stage.settings | {"why": {}}}) for stage in stages]
    assert stage_keys(reworded, versions) == before
    stages[0] = stages[0].model_copy(update={"inputs_fingerprint": "other files"})
    assert all(before[name] != key for name, key in stage_keys(stages, versions).items())


def test_explain_answers_from_the_plan_and_from_the_rules() -> None:
    known = plan().model_copy(
        update={"provenance": {"/data/holdout": Provenance(source="request", why="As asked.", quote="hold out 10%")}}
    )
    stages = compile_plan(known, LAPTOP, BOTH)
    (holdout,) = explain(known, stages, "data.holdout")
    assert (holdout.value, holdout.source, holdout.quote) == (0.1, "request", "hold out 10%")
    assert {item.field for item in explain(known, stages, "learning_rate")} == {
        "pretrain.learning_rate",
        "sft.learning_rate",
    }
    assert all(item.field.startswith("sft.") for item in explain(known, stages, "sft"))
    with pytest.raises(Problem, match="colour"):
        explain(known, stages, "colour")
