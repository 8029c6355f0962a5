"""Stage `pretrain`: reading makes a model better at the user's words; a stop costs nothing."""

import json
from pathlib import Path

import pytest
from colours import curve, split_folder, weights

from training.pretrain import pretrain
from training.progress import Stopped, silent
from training.spec import Problem

SETTINGS = {"epochs": 6.0, "batch_tokens": 512, "context_length": 128, "learning_rate": 3e-3, "seed": 0}


@pytest.fixture(scope="module")
def read(split: Path, scratch: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict]:
    out = tmp_path_factory.mktemp("pretrain")
    return out, pretrain(SETTINGS, {"split": split, "base": scratch}, out, silent)


@pytest.mark.slow
def test_reading_lowers_the_loss_and_the_bits_on_text_not_seen(read: tuple[Path, dict]) -> None:
    out, figures = read
    losses = [point["loss"] for point in curve(out) if "loss" in point]
    assert losses[-1] < 0.6 * losses[0]
    assert figures["bits_per_character"] < 0.6 * figures["bits_per_character_before"]
    assert figures["step"] == figures["total_steps"]


@pytest.mark.slow
def test_a_stop_and_a_resume_give_the_same_weights(
    read: tuple[Path, dict], split: Path, scratch: Path, tmp_path: Path
) -> None:
    def stop(done: int, total: int, message: str, figures: dict[str, float]) -> None:
        if message.startswith("Reading") and done >= 5:
            raise Stopped("enough")

    with pytest.raises(Stopped):
        pretrain(SETTINGS, {"split": split, "base": scratch}, tmp_path, stop)
    assert not (tmp_path / "model").exists()
    assert list((tmp_path / "checkpoints").glob("checkpoint-*"))
    figures = pretrain(SETTINGS, {"split": split, "base": scratch}, tmp_path, silent)
    assert weights(tmp_path / "model") == weights(read[0] / "model")
    assert figures == read[1]


@pytest.mark.slow
def test_a_finished_reading_is_not_done_again(read: tuple[Path, dict], split: Path, scratch: Path) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("it is done")

    assert pretrain(SETTINGS, {"split": split, "base": scratch}, read[0], refuse) == read[1]


@pytest.mark.slow
def test_other_settings_begin_anew(read: tuple[Path, dict], split: Path, scratch: Path, tmp_path: Path) -> None:
    def stop(done: int, total: int, message: str, figures: dict[str, float]) -> None:
        if message.startswith("Reading") and done >= 3:
            raise Stopped("enough")

    with pytest.raises(Stopped):
        pretrain(SETTINGS | {"seed": 9}, {"split": split, "base": scratch}, tmp_path, stop)
    pretrain(SETTINGS, {"split": split, "base": scratch}, tmp_path, silent)
    assert weights(tmp_path / "model") == weights(read[0] / "model")


@pytest.mark.slow
def test_documents_alone_can_be_read(scratch: Path, tmp_path: Path) -> None:
    split = split_folder(tmp_path / "split", chats=0)
    figures = pretrain(SETTINGS | {"epochs": 1}, {"split": split, "base": scratch}, tmp_path / "out", silent)
    assert figures["conversations"] == 0
    assert figures["texts"] == 60


@pytest.mark.slow
def test_a_base_that_can_read_is_not_told_the_conversations(split: Path, scratch: Path, tmp_path: Path) -> None:
    base = tmp_path / "base"
    base.mkdir()
    (base / "model").symlink_to(scratch / "model")
    (base / "base.json").write_text(json.dumps({"kind": "folder"}))
    figures = pretrain(
        SETTINGS | {"epochs": 1, "adapter": "lora"}, {"split": split, "base": base}, tmp_path / "out", silent
    )
    assert figures["conversations"] == 0
    assert "lora" not in " ".join(path.name for path in (tmp_path / "out" / "model").iterdir())


def test_nothing_to_read_is_refused_with_a_next_step(scratch: Path, tmp_path: Path) -> None:
    split = split_folder(tmp_path / "split", chats=0, passages=0)
    with pytest.raises(Problem) as refused:
        pretrain(SETTINGS, {"split": split, "base": scratch}, tmp_path / "out", silent)
    assert "no text to read" in refused.value.problem
    assert refused.value.next_step
