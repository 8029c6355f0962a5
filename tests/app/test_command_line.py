"""What is typed wrong ends in one clear sentence and the contract's exit code; nothing heavy is loaded for it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.app.conftest import Atelier

HEAVY = ("torch", "transformers", "gradio", "trl", "datasets", "langgraph", "pandas", "sklearn")


@pytest.mark.parametrize(
    "arguments",
    [["--help"], ["plan", "A bot that answers our customers' questions about tea, from faq.csv."]],
    ids=["help", "plan"],
)
def test_help_and_plan_load_nothing_heavy(arguments: list[str], tmp_path: Path) -> None:
    code = (
        f"import sys; sys.argv = ['atelier', *{arguments!r}]\n"
        "from app.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        f"print('LOADED', [name for name in {HEAVY!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=tmp_path, timeout=60)
    assert "LOADED []" in done.stdout, done.stdout[-500:] + done.stderr[-500:]


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        pytest.param(["statu"], 2, "Did you mean 'status'", id="a mistyped command"),
        pytest.param(["plan"], 2, "There is no request", id="no request"),
        pytest.param(["plan", "wishes.md"], 2, "wishes.md is not there", id="a request file that is missing"),
        pytest.param(["plan", "A bot.", "--data", "gone"], 2, "gone is not there", id="data that is missing"),
        pytest.param(["run", ""], 2, "no words", id="an empty request"),
        pytest.param(["report", "nothing"], 2, "no run called nothing", id="a run that never was"),
        pytest.param(["resume", "nothing"], 2, "no run called nothing", id="resume of a run that never was"),
        pytest.param(["cancel", "nothing"], 2, "no run called nothing", id="cancel of a run that never was"),
        pytest.param(["ask", "nothing", "hi"], 2, "no run called nothing", id="ask a run that never was"),
        pytest.param(["data", "clean", "gone", "out"], 2, "gone is not there", id="clean a folder that is missing"),
        pytest.param(["data", "clean", ".", "out"], 2, "lies inside", id="clean into the folder itself"),
        pytest.param(["plan", "--jsonl", "gone.jsonl"], 2, "gone.jsonl", id="many requests from a missing file"),
    ],
)
def test_bad_input_is_one_sentence_and_exit_code_2(
    atelier: Atelier, arguments: list[str], code: int, sentence: str
) -> None:
    said = atelier(*arguments)
    assert said.code == code
    assert sentence in said.err
    assert "Traceback" not in said.err + said.out
    assert len(said.err.splitlines()) <= 2


def test_a_file_that_is_no_request_is_told_from_one(atelier: Atelier, tmp_path: Path) -> None:
    (tmp_path / "rows.csv").write_text("question,answer\na,b\n")
    said = atelier("plan", "rows.csv")
    assert said.code == 2
    assert "--data rows.csv" in said.err


def test_a_binary_request_file_is_refused(atelier: Atelier, tmp_path: Path) -> None:
    (tmp_path / "wish.md").write_bytes(bytes(range(128, 256)) * 20)
    said = atelier("plan", "wish.md")
    assert said.code == 2
    assert "not a text file" in said.err


def test_without_runs_status_says_so(atelier: Atelier) -> None:
    said = atelier("status")
    assert said.code == 0
    assert "Nothing has been run here yet" in said.out


def test_a_line_of_many_that_is_wrong_is_named_and_the_others_are_planned(atelier: Atelier, tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text(
        '{"id": "a", "turns": ["hello"]}\nnot json\n{"id": "c", "turns": "x"}\n{"id": "d", "turns": ["hi"]}\n'
    )
    said = atelier("plan", "--jsonl", "in.jsonl")
    assert said.code == 2
    assert "Line 2" in said.err
    lines = [json.loads(line) for line in said.out.splitlines()]
    assert [line["id"] for line in lines] == ["a", None, "c", "d"]
    assert [("plan" in line, "error" in line) for line in lines] == [
        (True, False),
        (False, True),
        (False, True),
        (True, False),
    ]


def test_half_a_character_in_a_line_is_no_fault(atelier: Atelier, tmp_path: Path) -> None:
    line = r'{"id": "1", "turns": ["Build a chatbot \ud83d for our shop from chats.csv \u0000"], "files": []}'
    (tmp_path / "many.jsonl").write_text(line + "\n")
    said = atelier("plan", "--jsonl", "many.jsonl")
    assert said.code == 0, said.err
    assert "\ud83d" in json.loads(said.out)["plan"]["spec"]["goal"]
