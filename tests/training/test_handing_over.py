"""Stage `package` and the answerer: what the user takes away is the model that was trained."""

import json
import re
import shutil
from pathlib import Path

import pytest
from colours import colour_chats

from training.answerer import Answerer
from training.examples import conversations
from training.package import package
from training.progress import silent
from training.sft import train_sft
from training.spec import Message, Problem

pytestmark = pytest.mark.slow
SETTINGS = {"epochs": 12.0, "batch_size": 16, "max_length": 64, "learning_rate": 5e-3, "seed": 0}


@pytest.fixture(scope="module")
def taught(split: Path, scratch: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("sft")
    train_sft(SETTINGS, scratch / "model", split / "train.jsonl", split / "validation.jsonl", out, silent)
    return out


@pytest.fixture(scope="module")
def packed(split: Path, scratch: Path, taught: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict]:
    out = tmp_path_factory.mktemp("package")
    settings = {"name": "colour-clerk", "formats": ["safetensors", "gguf"]}
    return out, package(settings, {"split": split, "base": scratch, "sft": taught}, out, silent)


def test_the_folder_is_proven_to_be_the_trained_model(packed: tuple[Path, dict]) -> None:
    assert packed[1]["parity_prompts"] > 0
    assert packed[1]["parity_difference"] < 1e-4


def test_plain_transformers_opens_it_and_it_answers(packed: tuple[Path, dict], split: Path) -> None:
    answerer = Answerer(packed[0] / "model", max_new_tokens=16)
    chats = conversations(split / "heldout.jsonl")
    answers = answerer.answer([chat[:-1] for chat in chats])
    right = sum(answer.text == chat[-1].content for answer, chat in zip(answers, chats, strict=True))
    assert right >= 0.9 * len(chats)
    assert all(answer.seconds > 0 for answer in answers)


def test_a_batch_answers_as_single_questions_do(packed: tuple[Path, dict], split: Path) -> None:
    answerer = Answerer(packed[0] / "model", max_new_tokens=16)
    asked = [chat[:-1] for chat in conversations(split / "heldout.jsonl")[:12]]
    asked[3] = [*asked[4], Message(role="assistant", content="it is red ."), *asked[5]]  # a longer one
    together = [answer.text for answer in answerer.answer(asked)]
    assert together == [answerer.answer([one])[0].text for one in asked]


def test_no_question_no_answer(packed: tuple[Path, dict]) -> None:
    assert Answerer(packed[0] / "model").answer([]) == []


def test_a_question_longer_than_the_context_is_still_answered(packed: tuple[Path, dict]) -> None:
    question = [Message(role="user", content="the door is red . " * 200)]
    assert len(Answerer(packed[0] / "model", max_new_tokens=16).answer([question])) == 1


def test_the_card_tells_what_it_is_and_its_code_runs(packed: tuple[Path, dict], capsys: pytest.CaptureFixture) -> None:
    card = (packed[0] / "model" / "README.md").read_text(encoding="utf-8")
    assert card.startswith("---\n")
    assert "# colour-clerk" in card
    assert "| conversations to learn from | 200 |" in card
    assert "gguf" in card
    code = re.search(r"```python\n(.*?)```", card, re.DOTALL)[1]
    assert len(code.strip().splitlines()) <= 5
    asked = colour_chats(1, seed=99)[0].messages
    code = code.replace('"."', repr(str(packed[0] / "model"))).replace("Hello!", asked[0].content)
    exec(compile(code, "README.md", "exec"), {})
    assert capsys.readouterr().out.strip().splitlines()[-1] == asked[1].content


def test_a_format_that_cannot_be_made_is_said_and_not_faked(packed: tuple[Path, dict]) -> None:
    assert packed[1]["formats"] == ["safetensors"]
    assert packed[1]["not_in_this_version"] == ["gguf"]
    assert not list((packed[0] / "model").glob("*.gguf"))


def test_a_folder_that_is_not_the_trained_model_is_not_handed_out(
    split: Path, scratch: Path, taught: Path, tmp_path: Path
) -> None:
    spoilt = tmp_path / "sft"
    shutil.copytree(taught, spoilt)
    shutil.copy(scratch / "model" / "model.safetensors", spoilt / "model" / "model.safetensors")
    with pytest.raises(Problem, match="differs"):
        package(
            {"name": "x", "formats": []}, {"split": split, "base": scratch, "sft": spoilt}, tmp_path / "out", silent
        )
    assert not (tmp_path / "out" / "model").exists()


def test_another_template_is_noticed(split: Path, scratch: Path, taught: Path, tmp_path: Path) -> None:
    spoilt = tmp_path / "sft"
    shutil.copytree(taught, spoilt)
    template = spoilt / "model" / "chat_template.jinja"
    template.write_text(template.read_text().replace("'\\n<|im_start|>assistant\\n'", "'<|im_start|>assistant\\n'"))
    with pytest.raises(Problem, match="other tokens"):
        package(
            {"name": "x", "formats": []}, {"split": split, "base": scratch, "sft": spoilt}, tmp_path / "out", silent
        )


def test_an_unfinished_training_is_not_packed(split: Path, scratch: Path, tmp_path: Path) -> None:
    with pytest.raises(Problem, match="no finished model"):
        package({}, {"split": split, "base": scratch, "sft": tmp_path}, tmp_path / "out", silent)


def test_a_folder_without_a_model_is_refused_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "config.json").write_text(json.dumps({}))
    with pytest.raises(Problem, match="can't be opened"):
        Answerer(tmp_path)
