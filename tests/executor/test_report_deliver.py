"""A finished run becomes a report and a model folder, also where it is killed in between and done again."""

import json
import struct
from pathlib import Path
from typing import Any

import pytest
from made_up_run import made_up_run
from tiny_runs import TINY, ready_plan

from executor.circumstances import Circumstances, Counts
from executor.deliver import deliver, place_model
from executor.report import RunFacts
from executor.report.gather import data_facts, parameters_of, stage_facts, trial_facts
from executor.run import Executor
from executor.stage import StageSpec
from training.spec import Plan, Problem, Verdict


def _jsonl(path: Path, records: list[dict[str, Any]]) -> None:
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")


def _weights(path: Path) -> None:
    head = json.dumps({"a": {"dtype": "F32", "shape": [3, 4], "data_offsets": [0, 48]}, "__metadata__": {}}).encode()
    path.write_bytes(struct.pack("<Q", len(head)) + head + bytes(48))


@pytest.fixture
def folders(tmp_path: Path) -> dict[str, Path]:
    """What the stages of a small run leave behind."""
    found = {name: tmp_path / "made" / name for name in ("clean", "split", "search", "sft", "package", "judge")}
    for folder in found.values():
        folder.mkdir(parents=True)
    kept = {
        "source": "a.csv",
        "index": 0,
        "line": 2,
        "role": "chats",
        "redactions": [{"kind": "email"}, {"kind": "phone"}],
    }
    _jsonl(found["clean"] / "kept.jsonl", [kept, kept | {"index": 1, "redactions": []}])
    _jsonl(
        found["clean"] / "dropped.jsonl",
        [
            {"source": "a.csv", "index": 2, "line": 4, "reason": "exact_duplicate", "duplicate_of": {"source": "a.csv", "index": 0}},
            {"source": "b.pdf", "index": 0, "line": None, "reason": "unreadable", "duplicate_of": None, "detail": "no text in it"},
        ],
    )  # fmt: skip
    _jsonl(found["split"] / "train.jsonl", [{}, {}, {}])
    _jsonl(found["split"] / "heldout.jsonl", [{}])
    (found["split"] / "result.json").write_text(json.dumps({"figures": {"taken_out": 1, "taken_out_nearly": 1}}))
    trial = {
        "number": 0,
        "state": "complete",
        "params": {"learning_rate": 0.1},
        "value": 0.5,
        "step": 6,
        "total_steps": 20,
    }
    (found["search"] / "trials.json").write_text(json.dumps([trial]))
    curve = [{"step": 1.0, "loss": 2.0}, {"step": 2, "loss": 1.0}, {"step": 2, "eval_loss": 1.5}]
    (found["sft"] / "result.json").write_text(json.dumps({"figures": {"curve": curve}, "settings": {"epochs": 2}}))
    model = found["package"] / "model"
    model.mkdir()
    _weights(model / "model.safetensors")
    (model / "config.json").write_text("{}")
    (model / "large.bin").write_bytes(bytes((1 << 20) + 1))
    (model / "README.md").write_text("---\nlicense: other\n---\n# crew desk\n\nA model.\n")
    verdict = made_up_run().verdict
    (found["judge"] / "verdict.json").write_text(verdict.model_dump_json())
    _jsonl(found["judge"] / "graded.jsonl", [{"contender": "customized"}])
    return found


@pytest.fixture
def executor(tmp_path: Path) -> Executor:
    return Executor(tmp_path / "home", compiler=_one_stage)


def _one_stage(plan: Plan, found: Circumstances, counts: Counts | None = None) -> list[StageSpec]:
    return [StageSpec(name="only", settings={"label": "only", "steps": 1}, function=f"{TINY}:count")]


def _deliver(executor: Executor, run_id: str, folders: dict[str, Path]) -> int:
    found = Circumstances.model_validate(executor.store.run(run_id).circumstances)
    return deliver(executor, run_id, executor.store.plan(run_id), found, folders)


def _contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_run_gets_its_reports_and_its_model(executor: Executor, folders: dict[str, Path]) -> None:
    run_id = executor.start(ready_plan(), request=["Make us a bot."])
    assert _deliver(executor, run_id, folders) == 3
    folder = executor.folder(run_id)
    assert {path.name for path in folder.iterdir()} == {
        "plan.json", "request.md", "report.html", "report.md", "report.json", "graded.jsonl", "model",
    }  # fmt: skip
    facts = RunFacts.model_validate_json((folder / "report.json").read_text())
    assert facts.parameters == 12
    assert facts.request == ["Make us a bot."]
    assert facts.trials[0].total_steps == 20
    assert executor.status(run_id).report_html is not None
    assert executor.status(run_id).model is not None


def test_the_exit_code_is_the_verdicts(executor: Executor, folders: dict[str, Path]) -> None:
    run_id = executor.start(ready_plan())
    verdict = made_up_run().verdict.model_copy(update={"passed": True})
    (folders["judge"] / "verdict.json").write_text(verdict.model_dump_json())
    assert _deliver(executor, run_id, folders) == 0


def test_without_a_verdict_nothing_is_claimed(executor: Executor, folders: dict[str, Path]) -> None:
    (folders["judge"] / "verdict.json").unlink()
    run_id = executor.start(ready_plan())
    with pytest.raises(Problem, match="no verdict"):
        _deliver(executor, run_id, folders)
    assert not (executor.folder(run_id) / "report.html").exists()


def test_the_model_card_gains_the_verdict_once(executor: Executor, folders: dict[str, Path]) -> None:
    run_id = executor.start(ready_plan())
    _deliver(executor, run_id, folders)
    _deliver(executor, run_id, folders)
    card = (executor.folder(run_id) / "model" / "README.md").read_text()
    assert card.startswith("---\nlicense: other\n---\n# crew desk")
    assert card.count("## Evaluation") == 1
    assert "86.7% (80.5 to 91.2)" in card
    assert "bicycle" not in card, "no question of a user may travel with the model"
    assert "Evaluation" not in (folders["package"] / "model" / "README.md").read_text(), (
        "the stage's own stays as it was"
    )


def test_a_user_who_edits_a_config_does_not_edit_the_stage(executor: Executor, folders: dict[str, Path]) -> None:
    run_id = executor.start(ready_plan())
    _deliver(executor, run_id, folders)
    (executor.folder(run_id) / "model" / "config.json").write_text('{"edited": true}')
    assert (folders["package"] / "model" / "config.json").read_text() == "{}"
    large = executor.folder(run_id) / "model" / "large.bin"
    assert large.stat().st_ino == (folders["package"] / "model" / "large.bin").stat().st_ino, "large files are shared"


@pytest.mark.parametrize("at", range(1, 12))
def test_killed_at_any_rename_or_copy_it_comes_to_the_same(
    at: int, executor: Executor, folders: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    import os
    import shutil

    run_id = executor.start(ready_plan())
    clock = executor.store.clock()
    executor.store.clock = lambda: clock
    _deliver(executor, run_id, folders)
    whole = _contents(executor.folder(run_id))
    steps = 0

    class Killed(BaseException):
        pass

    def dying(call: Any) -> Any:
        def wrapped(*args: Any, **kwargs: Any) -> Any:
            nonlocal steps
            steps += 1
            if steps == at:
                raise Killed
            return call(*args, **kwargs)

        return wrapped

    with monkeypatch.context() as patch:
        for module, name in ((os, "replace"), (os, "link"), (shutil, "copyfile"), (shutil, "rmtree")):
            patch.setattr(module, name, dying(getattr(module, name)))
        with pytest.raises(Killed):
            _deliver(executor, run_id, folders)
    assert _deliver(executor, run_id, folders) == 3
    assert _contents(executor.folder(run_id)) == whole


def test_a_link_in_the_package_leads_nowhere(tmp_path: Path) -> None:
    packaged = tmp_path / "package"
    packaged.mkdir()
    (tmp_path / "secret").write_text("x")
    (packaged / "stray.txt").symlink_to(tmp_path / "secret")
    place_model(packaged, tmp_path / "model", made_up_run())
    assert [path.name for path in (tmp_path / "model").iterdir()] == ["README.md"]


def test_data_is_counted_from_the_records_themselves(folders: dict[str, Path]) -> None:
    found = data_facts(folders)
    assert (found.read, found.kept, found.dropped) == (4, 2, {"exact_duplicate": 1, "unreadable": 1})
    assert found.redactions == {"email": 1, "phone": 1}
    assert found.by_source["a.csv"] == {"read": 3, "kept": 2, "dropped": 1}
    assert found.dropped_examples["exact_duplicate"] == ["a.csv, line 4: like a.csv, record 0"]
    assert found.unreadable == ["b.pdf: no text in it"]
    assert (found.train, found.heldout, found.validation, found.removed_from_train) == (3, 1, 0, 2)


def test_curves_and_trials_come_from_the_stages(folders: dict[str, Path]) -> None:
    sft = next(stage for stage in stage_facts(folders, {"sft": 4.0}, {"sft": "reused"}) if stage.name == "sft")
    assert [(point.step, point.loss) for point in sft.curve] == [(1, 2.0), (2, 1.0)]
    assert [(point.step, point.loss) for point in sft.validation_curve] == [(2, 1.5)]
    assert (sft.seconds, sft.state, "curve" in sft.figures) == (4.0, "reused", False)
    assert trial_facts(folders)[0].params == {"learning_rate": 0.1}
    assert trial_facts({}) == []


def test_a_stage_without_a_curve_of_its_own_has_that_of_its_progress(tmp_path: Path) -> None:
    lines = [
        {"done": 1, "figures": {"loss": 3.0}},
        {"done": 2, "figures": {"loss": 2.9}},
        {"done": 2, "figures": {"loss": 2.0}},  # after a resume the step is done again
    ]
    _jsonl(tmp_path / "curve.jsonl", lines)
    with (tmp_path / "curve.jsonl").open("a") as torn:
        torn.write('{"done": 3, "fig')
    (stage,) = stage_facts({"pretrain": tmp_path}, {}, {})
    assert [(point.step, point.loss) for point in stage.curve] == [(1, 3.0), (2, 2.0)]


def test_parameters_are_counted_from_the_weights(tmp_path: Path) -> None:
    assert parameters_of(tmp_path) is None
    _weights(tmp_path / "model.safetensors")
    assert parameters_of(tmp_path) == 12


def test_the_report_keeps_what_the_judge_said(executor: Executor, folders: dict[str, Path]) -> None:
    run_id = executor.start(ready_plan())
    _deliver(executor, run_id, folders)
    said = Verdict.model_validate_json((folders["judge"] / "verdict.json").read_text())
    assert RunFacts.model_validate_json((executor.folder(run_id) / "report.json").read_text()).verdict == said
