"""Stage `sft`: a task that the start fails is learned; stopped or killed, it ends with the same bits."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from colours import split_folder, weights

from training.progress import Stopped, silent
from training.sft import SftResult, train_sft
from training.spec import Problem

SETTINGS = {
    "epochs": 16.0,
    "batch_size": 16,
    "max_length": 64,
    "learning_rate": 8e-3,
    "seed": 0,
    "dropout": 0.02,
    "word_dropout": 0.01,
    "prompt_loss": 0.1,
}


def teach(split: Path, start: Path, out: Path, progress: object = silent, **more: object) -> SftResult:
    until = more.pop("until_step", None)
    files = split / "train.jsonl", split / "validation.jsonl"
    return train_sft(SETTINGS | more, start / "model", *files, out, progress, until_step=until)


@pytest.fixture(scope="module")
def taught(split: Path, scratch: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, SftResult]:
    out = tmp_path_factory.mktemp("sft")
    return out, teach(split, scratch, out)


@pytest.mark.slow
def test_it_learns_what_the_start_cannot_do(
    taught: tuple[Path, SftResult], split: Path, scratch: Path, tmp_path: Path
) -> None:
    before = teach(split, scratch, tmp_path, until_step=1)
    assert before.eval_exact < 0.1
    assert taught[1].eval_exact > 0.9
    assert taught[1].eval_loss < 0.3 * before.eval_loss


@pytest.mark.slow
def test_a_search_trial_is_the_beginning_of_the_full_run(
    taught: tuple[Path, SftResult], split: Path, scratch: Path, tmp_path: Path
) -> None:
    for step in (1, 7, 40):
        assert teach(split, scratch, tmp_path, until_step=step).step == step
    assert teach(split, scratch, tmp_path) == taught[1]
    assert weights(tmp_path / "model") == weights(taught[0] / "model")


@pytest.mark.slow
def test_a_stop_from_progress_loses_nothing(
    taught: tuple[Path, SftResult], split: Path, scratch: Path, tmp_path: Path
) -> None:
    def stop(done: int, total: int, message: str, figures: dict[str, float]) -> None:
        if message.startswith("Teaching") and done >= 11:
            raise Stopped("enough")

    with pytest.raises(Stopped):
        teach(split, scratch, tmp_path, stop)
    teach(split, scratch, tmp_path)
    assert weights(tmp_path / "model") == weights(taught[0] / "model")


@pytest.mark.slow
def test_a_killed_training_ends_with_the_same_weights(
    taught: tuple[Path, SftResult], split: Path, scratch: Path, tmp_path: Path
) -> None:
    job = tmp_path / "job.json"
    often = SETTINGS | {"checkpoint_every_seconds": 0.05}
    job.write_text(json.dumps([often, str(scratch / "model"), str(split), str(tmp_path / "out")]))
    code = (
        "import json, sys; from pathlib import Path; from training.sft import train_sft; from training.progress import silent\n"
        "s, start, split, out = json.load(open(sys.argv[1])); split = Path(split)\n"
        "train_sft(s, Path(start), split / 'train.jsonl', split / 'validation.jsonl', Path(out), silent)"
    )
    root = Path(__file__).parents[2]
    child = subprocess.Popen(
        [sys.executable, "-c", code, str(job)], cwd=root, env=os.environ | {"OMP_NUM_THREADS": "1"}
    )
    checkpoints = tmp_path / "out" / "checkpoints"
    until = time.monotonic() + 120
    while child.poll() is None and not list(checkpoints.glob("checkpoint-*")) and time.monotonic() < until:
        time.sleep(0.01)
    child.send_signal(signal.SIGKILL)
    child.wait()
    assert not (tmp_path / "out" / "model").exists(), "it was killed too late to test anything"
    assert list(checkpoints.glob("checkpoint-*"))
    teach(split, scratch, tmp_path / "out")
    assert weights(tmp_path / "out" / "model") == weights(taught[0] / "model")


@pytest.mark.slow
def test_an_adapter_learns_and_is_merged(split: Path, taught: tuple[Path, SftResult], tmp_path: Path) -> None:
    """From a model that knows the task in another seed's words: an adapter alone moves it on."""
    other = split_folder(tmp_path / "split", seed=50)
    result = teach(other, taught[0], tmp_path / "out", adapter="lora", lora_r=4, epochs=1)
    assert result.figures["trained_parameters"] < 0.6 * result.figures["parameters"]
    assert result.eval_exact > 0.9
    assert not (tmp_path / "out" / "model" / "adapter_config.json").exists()
    assert weights(tmp_path / "out" / "model") != weights(taught[0] / "model")


def test_documents_alone_are_refused_with_a_next_step(scratch: Path, tmp_path: Path) -> None:
    split = split_folder(tmp_path / "split", chats=0)
    with pytest.raises(Problem, match="no conversations") as refused:
        teach(split, scratch, tmp_path / "out")
    assert refused.value.next_step


@pytest.mark.slow
def test_an_adapter_that_is_not_here_is_refused(split: Path, scratch: Path, tmp_path: Path) -> None:
    with pytest.raises(Problem, match="qlora"):
        teach(split, scratch, tmp_path, adapter="qlora")
