"""Whatever a server does wrong, the built-in reading stands, in time, and the reply says so in one plain sentence."""

import logging
import socket
import threading
import time
from typing import Any

import pytest

from planner.llm.patience import PAUSE_SECONDS, Patience
from tests.planner import chat_server as faults
from tests.planner.chat_server import serving
from tests.planner.test_llm_reader import GERMAN, INVENTED, KINDS, START, read, reading

FAULTS = [
    pytest.param("nonsense", "gave no usable answer", id="never in form"),
    pytest.param({"goal": "yes"}, "gave no usable answer", id="another form"),
    pytest.param(faults.status(500), "is out of order (error 500)", id="out of order"),
    pytest.param(faults.status(503), "is out of order (error 503)", id="overloaded"),
    pytest.param(faults.status(401), "does not take the key", id="a wrong key"),
    pytest.param(faults.status(404), "does not know the model", id="an unknown model"),
    pytest.param(faults.status(429), "too many requests", id="too many requests, no word on when"),
    pytest.param(faults.status(429, Retry_After="3000"), "too many requests", id="too many requests, for an hour"),
    pytest.param(faults.no_choices, "gave no usable answer", id="no choices"),
    pytest.param(faults.cut_off('{"is_goal": true, "cla'), "broke off before", id="cut off"),
    pytest.param(faults.breaks_off, "broke off", id="the connection breaks off"),
    pytest.param(faults.raw(b"<html><body>Sorry!</body></html>", "text/html"), "gave no usable answer", id="a page instead"),
    pytest.param(faults.raw(b"[1, 2"), "gave no usable answer", id="broken JSON around it"),
    pytest.param(faults.raw(b"null"), "gave no usable answer", id="null"),
    pytest.param(faults.raw(b""), "gave no usable answer", id="nothing"),
    pytest.param(faults.raw(b"[" * 100_000), "gave no usable answer", id="a bottomless answer"),
    pytest.param(faults.endless, "far too much", id="an endless answer"),
    pytest.param(faults.raw(b"\x1f\x8b" + b"0" * 50, Content_Encoding="gzip"), "far too much", id="packed"),
]  # fmt: skip


@KINDS
@pytest.mark.parametrize(("answer", "says"), FAULTS)
def test_the_built_in_reading_stands_and_the_reply_says_why(kind: str, answer: Any, says: str) -> None:
    with serving(answer) as server:
        found, note = read(server.url, kind=kind)
    assert found == START
    assert says in note
    assert note.endswith("so I read your words with the built-in reader alone.")
    assert "secret" not in note
    assert "Traceback" not in note


@KINDS
@pytest.mark.parametrize("answer", [faults.hangs, faults.drips], ids=["silent", "dripping"])
def test_one_deadline_holds_over_everything(kind: str, answer: Any) -> None:
    with serving(answer) as server:
        began = time.monotonic()
        found, note = read(server.url, kind=kind, ATELIER_LLM_SECONDS="0.3")
        took = time.monotonic() - began
    assert found == START
    assert "did not answer within 0.3 seconds" in note
    assert took < 3.0  # with the libraries, which are loaded before the clock runs


def test_what_was_read_before_the_deadline_is_kept() -> None:
    with serving(reading(INVENTED, GERMAN), faults.hangs) as server:
        found, note = read(server.url, ATELIER_LLM_SECONDS="0.6")
    assert [one.path for one in found.claims] == ["task", "languages"]
    assert "without ground" in note


@KINDS
def test_a_server_that_is_not_there(kind: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    found, note = read(f"http://127.0.0.1:{port}", kind=kind)
    assert found == START
    assert "can't be reached" in note


@KINDS
def test_a_server_that_asks_to_wait_is_given_the_time_that_there_is(kind: str) -> None:
    with serving(faults.status(429, Retry_After="0.1"), reading(GERMAN)) as server:
        found, note = read(server.url, kind=kind)
    assert found.claims[-1].value == "de"
    assert note == ""
    assert len(server.asked) == 2


@KINDS
@pytest.mark.parametrize("code", [301, 302, 307, 308])
def test_words_go_to_the_one_address_and_no_redirect_carries_them_on(kind: str, code: int) -> None:
    with serving(reading(GERMAN)) as elsewhere:
        with serving(faults.status(code, Location=f"{elsewhere.url}/v1/chat/completions")) as server:
            found, note = read(server.url, kind=kind)
        assert elsewhere.asked == []
    assert found == START
    assert "sends elsewhere" in note


@KINDS
@pytest.mark.parametrize("allow", ["", "127.0.0.1"])
def test_no_proxy_stands_between_where_words_must_stay(kind: str, allow: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(reading()) as proxy, serving(reading(GERMAN)) as server:
        for name in ("http_proxy", "HTTP_PROXY", "ALL_PROXY", "all_proxy"):
            monkeypatch.setenv(name, proxy.url)
        monkeypatch.delenv("no_proxy", raising=False)
        monkeypatch.delenv("NO_PROXY", raising=False)
        found, note = read(server.url, kind=kind, ATELIER_LLM_ALLOW=allow)
        assert proxy.asked == []
    assert (found.claims[-1].value, note) == ("de", "")


@KINDS
def test_a_server_that_failed_is_left_alone_for_a_while(kind: str) -> None:
    now = [0.0]
    patience = Patience(clock=lambda: now[0])
    with serving(faults.status(500), reading(GERMAN)) as server:
        read(server.url, kind=kind, patience=patience)
        found, note = read(server.url, kind=kind, patience=patience)
        assert (found, len(server.asked)) == (START, 1)
        assert "failed a moment ago" in note
        now[0] = PAUSE_SECONDS + 1
        found, note = read(server.url, kind=kind, patience=patience)
    assert (found.claims[-1].value, note) == ("de", "")


@KINDS
def test_the_key_is_in_no_log_and_no_remark(kind: str, caplog: pytest.LogCaptureFixture) -> None:
    key = "sk-very-secret-0815"
    with caplog.at_level(logging.DEBUG), serving(faults.raw(key.encode()), faults.status(401)) as server:
        for _ in range(2):
            _, note = read(server.url, kind=kind, MISTRAL_API_KEY=key, ATELIER_LLM_KEY=key)
            assert key not in note
    assert len(server.asked) > 1
    assert key not in caplog.text
    assert "We need a bot" not in caplog.text


def test_what_the_environment_says_for_other_services_is_not_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("OPENAI_API_KEY", "OPENAI_ORG_ID", "OPENAI_PROJECT_ID", "OPENAI_BASE_URL"):
        monkeypatch.setenv(name, "https://of-another-service.example")
    with serving(reading(GERMAN)) as server:
        read(server.url)
    assert "of-another-service" not in str(server.asked[0])


def test_readings_at_the_same_time_do_not_mix() -> None:
    found: dict[str, Any] = {}
    with serving(reading(GERMAN)) as server:

        def one(words: str) -> None:
            found[words] = read(server.url, turns=[words])[0]

        threads = [threading.Thread(target=one, args=(f"A bot in German, please, number {i}.",)) for i in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert all(one.claims[-1].value == "de" for one in found.values())
    assert len(found) == 4


def test_it_reads_inside_a_running_event_loop_too() -> None:
    import asyncio

    async def front() -> Any:
        with serving(reading(GERMAN)) as server:
            return read(server.url)

    found, note = asyncio.run(front())
    assert (found.claims[-1].value, note) == ("de", "")
