"""Many conversations at once in one process: each has its own words, files, plan and yes."""

import asyncio
import sqlite3
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from app.talk import Talk
from executor.checkpoints import KEPT_DAYS, open_checkpoints
from executor.store import Store
from training.spec import Problem, spec_hash

MANY = 200


def converse(n: int, checkpoints: Any, home: Path, root: Path) -> dict[str, Any]:
    """A whole conversation about things of its own: begun, changed, approved, each turn in a `Talk` of its own."""
    name = f"desk-{n:03}"
    Talk(home, root=root, files=[f"tickets_{n}.csv"], talk_id=name, checkpoints=checkpoints).say(
        f"Answer our customers the way we did in tickets_{n}.csv. At least {50 + n % 45}% must be right, "
        f"for at most {100 + n} euros."
    )
    changed = Talk(home, root=root, talk_id=name, checkpoints=checkpoints).say(f"Make it {2 + n % 60} trials.")
    assert changed.plan.spec is not None
    last = Talk(home, root=root, talk_id=name, checkpoints=checkpoints)
    approved = last.approve(spec_hash(changed.plan.spec))
    return {"n": n, "turns": last.turns, "plan": last.planned().plan, "approved": approved}


def check(said: dict[str, Any]) -> None:
    n, spec = said["n"], said["plan"].spec
    assert said["approved"], n
    assert len(said["turns"]) == 2, n
    assert f"tickets_{n}.csv" in said["turns"][0], n
    assert [source.path for source in spec.data.sources] == [f"tickets_{n}.csv"], n
    assert [gate.value for gate in spec.gates] == [(50 + n % 45) / 100], n
    assert spec.budget.cost.amount == 100 + n, n
    assert spec.search.trials == 2 + n % 60, n


@pytest.mark.slow
def test_200_conversations_in_threads_are_not_mixed_up(tmp_path: Path) -> None:
    home = tmp_path / "home"
    checkpoints = open_checkpoints(home)
    with ThreadPoolExecutor(MANY) as pool:
        for said in pool.map(lambda n: converse(n, checkpoints, home, tmp_path), range(MANY)):
            check(said)
    checkpoints.close()


def test_conversations_of_an_event_loop_beside_a_writing_store(tmp_path: Path) -> None:
    """As a web front holds them, while a worker of another connection keeps writing to the same file."""
    home = tmp_path / "home"
    checkpoints, store = open_checkpoints(home), Store(home)

    async def all_of_them() -> list[dict[str, Any]]:
        talks = [asyncio.to_thread(converse, n, checkpoints, home, tmp_path) for n in range(24)]
        writing = asyncio.to_thread(lambda: [store.record("-", "note", {"n": n}) for n in range(300)])
        return (await asyncio.gather(writing, *talks))[1:]

    for said in asyncio.run(all_of_them()):
        check(said)
    assert len(store.events()) == 300
    checkpoints.close()


def test_a_button_pressed_by_two_at_once_is_one_yes(tmp_path: Path) -> None:
    home = tmp_path / "home"
    checkpoints = open_checkpoints(home)
    first = Talk(home, root=tmp_path, talk_id="desk", checkpoints=checkpoints)
    plan = first.say("Answer our customers the way we did in chats.csv. 8 of 10 answers must be right.").plan
    assert plan.spec is not None
    seen = spec_hash(plan.spec)
    talks = [Talk(home, root=tmp_path, talk_id="desk", checkpoints=checkpoints) for _ in range(8)]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(lambda talk: talk.approve(seen), talks)) == [True] * 8
    assert len(first.turns) == 1
    checkpoints.close()


def test_words_said_at_once_are_all_kept(tmp_path: Path) -> None:
    home = tmp_path / "home"
    checkpoints = open_checkpoints(home)
    talk = Talk(home, root=tmp_path, talk_id="desk", checkpoints=checkpoints)
    talk.say("Answer our customers the way we did in chats.csv. 8 of 10 answers must be right.")
    said = [f"Make it {n} trials." for n in range(2, 10)]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda w: Talk(home, root=tmp_path, talk_id="desk", checkpoints=checkpoints).say(w), said))
    assert sorted(talk.turns[1:]) == sorted(said)
    checkpoints.close()


def test_a_conversation_keeps_one_checkpoint(tmp_path: Path) -> None:
    """Each holds the whole conversation, so keeping all would grow with the square of its turns."""
    talk = Talk(tmp_path / "home", root=tmp_path)
    talk.say("Answer our customers the way we did in chats.csv.")
    for n in range(4):
        talk.say(f"Make it {n + 2} trials.")
    talk.close()
    with sqlite3.connect(tmp_path / "home" / "atelier.db") as database:
        assert database.execute("SELECT count(*) FROM checkpoints").fetchone() == (1,)


def test_old_conversations_are_forgotten_and_young_ones_kept(tmp_path: Path) -> None:
    home = tmp_path / "home"
    checkpoints = open_checkpoints(home)
    for name in ("one", "two"):
        Talk(home, root=tmp_path, talk_id=name, checkpoints=checkpoints).say("Answer our customers like in chats.csv.")
    assert checkpoints.forget() == []
    later = time.time() + 86_400 * (KEPT_DAYS - 1)
    assert checkpoints.forget(now=later) == []
    assert checkpoints.forget(now=later + 2 * 86_400) == ["one", "two"]
    assert Talk(home, root=tmp_path, talk_id="one", checkpoints=checkpoints).turns == []
    checkpoints.close()


@pytest.mark.parametrize(
    ("url", "says"),
    [
        pytest.param("postgres://me:topsecret@127.0.0.1:9/none", "can't be opened", id="nobody listens"),
        pytest.param("postgresql+psycopg2://me:topsecret@127.0.0.1:9/none", "can't be opened", id="another driver"),
        pytest.param("mysql://me:topsecret@somewhere/none", "which Atelier can't use", id="another kind"),
        pytest.param("topsecret", "is not the URL", id="no URL"),
    ],
)
def test_a_database_that_cant_be_used_is_a_clear_problem(url: str, says: str, tmp_path: Path) -> None:
    for opens in (open_checkpoints, Store):
        with pytest.raises(Problem, match=says) as raised:
            opens(tmp_path, url)
        assert "topsecret" not in str(raised.value)
        assert raised.value.next_step


def test_a_url_of_sqlite_moves_conversations_and_store_together(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'elsewhere.db'}"
    checkpoints = open_checkpoints(tmp_path / "home", url)
    Talk(tmp_path / "home", root=tmp_path, talk_id="desk", checkpoints=checkpoints).say("Answer customers, chats.csv.")
    Store(tmp_path / "home", url).close()
    checkpoints.close()
    with sqlite3.connect(tmp_path / "elsewhere.db") as database:
        assert database.execute("SELECT count(*) FROM checkpoints").fetchone() == (1,)
        assert database.execute("SELECT count(*) FROM runs").fetchone() == (0,)
