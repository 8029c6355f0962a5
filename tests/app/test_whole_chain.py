"""From words to a verdict, as a user does it; killed at four places it comes to the same verdict."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("whole_chain"), pytest.mark.timeout(900)]

EXAMPLE = Path(__file__).parents[2] / "examples" / "returns_desk"
REQUEST = """I want a chatbot that answers the questions of our customers about returns, as in data/questions.csv.
Our words are in data/glossary.md. Being right counts 1, using our words 0.5 (we say "store credit" and never "voucher").
Keep 20% of the questions aside for the test; at least 50% of those must be answered right. It must beat plain search.
Train it from scratch on this machine, try 3 settings. It may take 30 minutes."""
KILLED_IN = ("clean", "pretrain", "search", "judge")


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("chain")
    shutil.copytree(EXAMPLE / "data", folder / "data")
    (folder / "request.md").write_text(REQUEST)
    return folder


def start(place: Path, home: str, *arguments: str) -> subprocess.Popen[str]:
    environment = os.environ | {"ATELIER_HOME": str(place / home), "COLUMNS": "160", "OMP_NUM_THREADS": "1"}
    return subprocess.Popen(
        [sys.executable, "-P", "-m", "app.cli", *arguments],
        cwd=place,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


@pytest.fixture(scope="module")
def unkilled(place: Path) -> dict[str, Any]:
    process = start(place, "unkilled", "run", "request.md", "--yes", "--json")
    out, err = process.communicate(timeout=800)
    assert process.returncode in (0, 3), err[-2000:]
    return dict(json.loads(out))


def test_a_run_ends_in_a_verdict_a_report_and_a_model(unkilled: dict[str, Any]) -> None:
    assert unkilled["state"] == "done"
    assert (unkilled["exit_code"] == 0) is unkilled["verdict"]["passed"]
    names = [contender["name"] for contender in unkilled["verdict"]["contenders"]]
    assert names[:3] == ["customized", "base", "retrieval"]
    for kind in ("html", "md", "json"):
        assert Path(unkilled["report"][kind]).stat().st_size > 1000
    gates = unkilled["verdict"]["gates"]
    assert {gate["metric"] for gate in gates} == {"accuracy", "win_rate"}
    assert all(gate["measured"] is not None for gate in gates)


def test_fine_tuning_taught_it_something(unkilled: dict[str, Any]) -> None:
    # The base of a model from scratch has read the same talks already; only the teaching is compared.
    customized = unkilled["verdict"]["contenders"][0]["metrics"]
    assert customized["win_rate_against_base"]["low"] > 0.5


def test_the_model_folder_loads_with_plain_transformers(unkilled: dict[str, Any]) -> None:
    script = (
        "import sys; from transformers import AutoModelForCausalLM, AutoTokenizer\n"
        "t = AutoTokenizer.from_pretrained(sys.argv[1]); m = AutoModelForCausalLM.from_pretrained(sys.argv[1])\n"
        "i = t.apply_chat_template([{'role': 'user', 'content': 'how long may I send a lamp back?'}],"
        " add_generation_prompt=True, return_tensors='pt', return_dict=True)\n"
        "o = m.generate(**i, max_new_tokens=60)\n"
        "print(t.decode(o[0, i['input_ids'].shape[1]:], skip_special_tokens=True))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, unkilled["model"]], capture_output=True, text=True, timeout=120, check=True
    )
    assert len(done.stdout.split()) >= 3


def test_status_report_explain_and_ask_speak_of_it(unkilled: dict[str, Any], place: Path) -> None:
    run = unkilled["run"]
    for arguments, expected in (
        (("status",), run),
        (("status", run, "--json"), '"state": "done"'),
        (("report", run), unkilled["verdict"]["headline"][:20]),
        (("explain", run, "data.holdout"), "0.2"),
        (("explain", run, "sft.learning_rate"), "sft.learning_rate ="),
        (("ask", run, "how long may I send a lamp back?"), ""),
    ):
        process = start(place, "unkilled", *arguments)
        out, err = process.communicate(timeout=120)
        assert process.returncode == 0, err
        assert expected in out
        assert out.strip()


def test_killed_at_four_places_it_comes_to_the_same_verdict(unkilled: dict[str, Any], place: Path) -> None:
    process = start(place, "killed", "run", "request.md", "--yes", "--json")
    run = ""
    for stage in KILLED_IN:
        run = kill_inside(process, place / "killed", stage)
        process = start(place, "killed", "resume", run, "--json")
    out, err = process.communicate(timeout=800)
    assert process.returncode == unkilled["exit_code"], err[-2000:]
    assert findings(json.loads(out)) == findings(unkilled)
    # Nothing that was complete was done twice: each stage has one folder, and none is left half-made.
    folders = [path.name for path in (place / "killed" / "stages").iterdir() if path.name[0] != "."]
    assert len(folders) == len({name.partition("-")[0] for name in folders}) == 8


def kill_inside(process: subprocess.Popen[str], home: Path, stage: str) -> str:
    """SIGKILL to the worker while `stage` is under way; returns the run's id."""
    from executor.run import Executor

    until = time.monotonic() + 400
    while time.monotonic() < until:
        assert process.poll() is None, f"it ended before {stage}: {process.communicate()[1][-2000:]}"
        if (home / "atelier.db").exists():
            for status in Executor(home).statuses():
                current = status.current
                if current is not None and current.name == stage and inside(home, stage, current.done):
                    os.kill(process.pid, signal.SIGKILL)
                    process.communicate()
                    return status.id
        time.sleep(0.05)
    raise AssertionError(f"{stage} never began")


def inside(home: Path, stage: str, done: int) -> bool:
    """Under way far enough that something could be lost."""
    if stage == "clean":  # over in a second: anything of it on disk will do
        return any(home.glob(f"stages/{stage}-*.partial"))
    if stage == "search":
        return any(home.glob("stages/search-*.partial/trials/001"))
    return done > 0


def findings(ended: dict[str, Any]) -> dict[str, Any]:
    """What a verdict says, without what depends on the clock."""
    verdict = ended["verdict"]
    return {
        "passed": verdict["passed"],
        "gates": [(gate["metric"], gate["outcome"], gate["measured"]) for gate in verdict["gates"]],
        "metrics": {
            one["name"]: {name: figure for name, figure in one["metrics"].items() if "latency" not in name}
            for one in verdict["contenders"]
        },
        "wrong": [one["answer"] for one in verdict["wrong_examples"]],
    }
