"""A conversation whose process is killed goes on in another one: nothing is asked twice, no yes is stretched."""

import os
import random
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from app.talk import Talk
from tests.app.postgres import postgres_server
from training.spec import Problem, spec_hash

READY = "Answer our customers the way we did in chats.csv. 8 of 10 answers must be right."
OPEN = "Build us a bot that answers our customers."

CHILD = """
import os, signal, sys
from pathlib import Path
import app.talk, planner.graph
from training.spec import spec_hash

home, talk_id, where, *words = sys.argv[1:]
talk = app.talk.Talk(Path(home), root=Path.cwd(), talk_id=talk_id)
for said in words[:-1]:
    talk.say(said)
if where != "waiting":
    module, name = where.split(":")
    setattr({"talk": app.talk, "graph": planner.graph}[module], name, lambda *a, **k: os.kill(os.getpid(), signal.SIGKILL))
planned = talk.say(words[-1])
print(planned.plan.status, spec_hash(planned.plan.spec) if planned.plan.spec else "-", flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with postgres_server() as url:
        yield url


@pytest.fixture(params=["sqlite", "postgres"])
def place(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with data, whose conversations are kept in SQLite or in PostgreSQL."""
    if request.param == "postgres":
        monkeypatch.setenv("ATELIER_DATABASE_URL", request.getfixturevalue("server"))
    else:
        monkeypatch.delenv("ATELIER_DATABASE_URL", raising=False)
    rows = "".join(f"how long is tea {i} brewed?,Tea {i} is brewed for {i % 7 + 1} minutes.\n" for i in range(200))
    (tmp_path / "chats.csv").write_text("question,answer\n" + rows)
    return tmp_path


def killed(place: Path, talk_id: str, where: str, *words: str) -> str:
    """What a process said before it was killed: while it waited, or at a place inside a node."""
    command = [sys.executable, "-c", CHILD, str(place / "home"), talk_id, where, *words]
    root = str(Path(__file__).resolve().parents[2])
    done = subprocess.run(
        command, cwd=place, env=os.environ | {"PYTHONPATH": root}, capture_output=True, text=True, timeout=60
    )
    assert done.returncode == -signal.SIGKILL, done.stderr
    return done.stdout.strip()


def reopened(place: Path, talk_id: str) -> Talk:
    return Talk(place / "home", root=place, talk_id=talk_id)


def name_of(place: Path) -> str:
    return f"talk-{place.name}"


def test_killed_while_it_waits_for_a_yes(place: Path) -> None:
    status, hashed = killed(place, name_of(place), "waiting", READY).split()
    talk = reopened(place, name_of(place))
    planned = talk.planned()
    assert (planned.plan.status, spec_hash(planned.plan.spec)) == (status, hashed)
    assert talk.turns == [READY]
    assert talk.approve(hashed)
    assert talk.approved == hashed
    talk.close()


def test_killed_while_it_waits_for_an_answer(place: Path) -> None:
    assert killed(place, name_of(place), "waiting", OPEN).startswith("needs_answers")
    talk = reopened(place, name_of(place))
    planned = talk.say("The old chats are in chats.csv")
    assert planned.plan.status == "ready"
    assert talk.turns == [OPEN, "The old chats are in chats.csv"]
    talk.close()


@pytest.mark.parametrize(
    "where",
    [
        pytest.param("talk:read_words", id="while it read"),
        pytest.param("talk:survey_of", id="while it measured files"),
        pytest.param("graph:plan", id="while it planned"),
        pytest.param("talk:Planned", id="before it could reply"),
    ],
)
def test_killed_in_the_middle_of_a_turn(place: Path, where: str) -> None:
    """What was said is not lost, and the plan is the one that an undisturbed process makes."""
    assert killed(place, name_of(place), where, READY, "Make it 12 trials.") == ""
    talk = reopened(place, name_of(place))
    planned = talk.planned()
    assert talk.turns == [READY, "Make it 12 trials."]
    undisturbed = Talk(place / "home", root=place)
    undisturbed.say(READY)
    assert planned.plan == undisturbed.say("Make it 12 trials.").plan
    assert planned.plan.spec is not None
    assert planned.plan.spec.search.trials == 12
    talk.close()
    undisturbed.close()


def test_killed_in_its_very_first_turn(place: Path) -> None:
    assert killed(place, name_of(place), "graph:plan", READY) == ""
    talk = reopened(place, name_of(place))
    assert talk.planned().plan.status == "ready"
    assert talk.turns == [READY]
    talk.close()


TALKER = """
import sys
from pathlib import Path
from app.talk import Talk

home, talk_id, *words = sys.argv[1:]
talk = Talk(Path(home), root=Path.cwd(), talk_id=talk_id)
print("begins", flush=True)
for said in words:
    talk.say(said)
    print(said, flush=True)
"""


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(8))
def test_killed_at_any_moment(place: Path, seed: int) -> None:
    """What was answered stays answered, at most the words of that moment are missing, and the rest can follow."""
    words = [READY, *(f"Make it {n} trials." for n in range(3, 12))]
    command = [sys.executable, "-c", TALKER, str(place / "home"), name_of(place), *words]
    root = str(Path(__file__).resolve().parents[2])
    process = subprocess.Popen(
        command, cwd=place, env=os.environ | {"PYTHONPATH": root}, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "begins\n"
    with suppress(subprocess.TimeoutExpired):
        process.wait(timeout=random.Random(seed).uniform(0.0, 0.7))
    process.kill()
    answered = process.communicate()[0].splitlines()
    talk = reopened(place, name_of(place))
    with suppress(Problem):  # killed before the first words were written down
        talk.planned()
    kept = talk.turns
    assert kept == words[: len(kept)]
    assert len(answered) <= len(kept) <= len(answered) + 1
    for said in words[len(kept) :]:
        talk.say(said)
    spec = talk.planned().plan.spec
    assert spec is not None
    assert spec.search.trials == 11
    assert talk.turns == words
    talk.close()


def test_a_yes_is_for_the_plan_that_was_seen(place: Path) -> None:
    _, first = killed(place, name_of(place), "waiting", READY).split()
    other = reopened(place, name_of(place))
    changed = other.say("Make it 12 trials.")
    assert changed.plan.spec is not None
    second = spec_hash(changed.plan.spec)
    talk = reopened(place, name_of(place))
    assert not talk.approve(first), "another front has changed the plan since"
    assert talk.approved is None
    assert talk.approve(second)
    edited = talk.say("Make it 5 trials.")
    assert talk.approved is None, "an edited plan needs a new yes"
    assert edited.plan.status == "ready"
    assert not talk.approve(second)
    assert talk.approve()
    talk.close()
    other.close()


def test_a_yes_twice_is_one_yes(place: Path) -> None:
    _, seen = killed(place, name_of(place), "waiting", READY).split()
    one, two = reopened(place, name_of(place)), reopened(place, name_of(place))
    assert one.approve(seen)
    assert two.approve(seen)
    assert one.turns == two.turns == [READY]
    one.close()
    two.close()


def test_a_yes_to_a_question_answers_nothing(place: Path) -> None:
    talk = reopened(place, name_of(place))
    assert talk.say(OPEN).plan.status == "needs_answers"
    assert not talk.approve()
    assert talk.turns == [OPEN]
    talk.close()


def test_data_that_cant_be_read_is_told_and_the_conversation_goes_on(place: Path) -> None:
    (place / "empty.csv").write_text("")
    talk = Talk(place / "home", root=place, files=["empty.csv"], talk_id=name_of(place))
    with pytest.raises(Problem):
        talk.say("Answer our customers like in the file.")
    planned = reopened(place, name_of(place))
    with pytest.raises(Problem):
        planned.planned()
    (place / "empty.csv").write_text((place / "chats.csv").read_text())
    assert planned.say("It has something in it now.").plan.spec is not None
    assert len(planned.turns) == 2
    talk.close()
    planned.close()


def test_a_file_can_be_attached_to_an_answer(place: Path) -> None:
    talk = reopened(place, name_of(place))
    assert talk.say(OPEN).plan.status == "needs_answers"
    planned = reopened(place, name_of(place)).say("Here they are.", files=["chats.csv"])
    assert planned.plan.spec is not None
    assert [source.path for source in planned.plan.spec.data.sources] == ["chats.csv"]
    assert planned.plan.spec.data.sources[0].role
    talk.close()


def test_what_no_database_takes_is_said_all_the_same(place: Path) -> None:
    talk = reopened(place, name_of(place))
    assert talk.say(f"{READY} \ud83d \0 \u202e").plan.status == "ready"
    assert "\0" not in talk.turns[0]
    talk.close()


def test_a_conversation_that_never_was_is_not_begun_in_silence(place: Path) -> None:
    talk = reopened(place, "talk-unheard-of")
    with pytest.raises(Problem, match="no conversation"):
        talk.planned()
    talk.close()
