"""One setting chooses the model; words go only to this machine, or where the owner allowed it by name."""

from typing import Any

import pytest

from planner.llm import read_beside
from planner.llm.form import Reading
from planner.llm.patience import Patience
from planner.llm.settings import Server, server_from
from tests.planner.plans import TODAY, claim, wishes
from training.spec import Problem

KEY = {"MISTRAL_API_KEY": "sk-1", "ATELIER_LLM_KEY": "sk-2"}


@pytest.mark.parametrize(
    ("settings", "kind", "url", "model", "key"),
    [
        pytest.param({"MISTRAL_API_KEY": "sk-1"}, "mistral", "https://api.mistral.ai", "mistral-small-latest", "sk-1", id="a key alone"),
        pytest.param({**KEY, "ATELIER_LLM": "mistral:ministral-8b"}, "mistral", "https://api.mistral.ai", "ministral-8b", "sk-1", id="another model"),
        pytest.param({**KEY, "ATELIER_LLM": "mistral:http://gate:81#m"}, "mistral", "http://gate:81", "m", "sk-1", id="another address"),
        pytest.param({**KEY, "ATELIER_LLM": "openai:http://127.0.0.1:11434/v1#qwen3:8b"}, "openai", "http://127.0.0.1:11434/v1", "qwen3:8b", "sk-2", id="a server here"),
        pytest.param({"ATELIER_LLM": "openai:https://gate/v1beta/openai/#m"}, "openai", "https://gate/v1beta/openai", "m", "none", id="another path"),
        pytest.param({"ATELIER_LLM": "http://localhost:8000"}, "openai", "http://localhost:8000/v1", "default", "none", id="an address alone"),
    ],
)  # fmt: skip
def test_one_setting_chooses(settings: dict[str, str], kind: str, url: str, model: str, key: str) -> None:
    server = server_from(settings)
    assert server is not None
    assert (server.kind, server.url, server.model, server.key.get_secret_value()) == (kind, url, model, key)
    assert "sk-" not in f"{server!r} {server}"


@pytest.mark.parametrize("settings", [{}, {"ATELIER_LLM": "off", **KEY}, {"ATELIER_LLM_KEY": "sk-2"}])
def test_no_model_is_asked_unless_one_is_set(settings: dict[str, str]) -> None:
    assert server_from(settings) is None


@pytest.mark.parametrize(
    "settings",
    [
        {"ATELIER_LLM": "mistral"},
        {"ATELIER_LLM": "gemini:sk-oops"},
        {"ATELIER_LLM": "openai:"},
        {"ATELIER_LLM": "openai:localhost:8000"},
        {"ATELIER_LLM": "openai:http://"},
        {"ATELIER_LLM": "openai:http://host:port/v1"},
        {"ATELIER_LLM": "openai:http://[::1/v1"},
        {"ATELIER_LLM": "openai:http://me:sk-oops@127.0.0.1/v1"},
        {"ATELIER_LLM": "openai:http://127.0.0.1/v1?key=sk-oops"},
        {"ATELIER_LLM": "openai:http://127.0.0.1\\@example.com/v1"},
        {"ATELIER_LLM": "http://localhost", "ATELIER_LLM_SECONDS": "soon"},
        {"ATELIER_LLM": "http://localhost", "ATELIER_LLM_SECONDS": "nan"},
    ],
)
def test_a_setting_that_cannot_be_read_is_said_without_repeating_it(settings: dict[str, str]) -> None:
    with pytest.raises(Problem) as problem:
        server_from(settings)
    assert problem.value.next_step
    assert "oops" not in str(problem.value)
    start = wishes(("task", "writing"))
    found, note = read_beside(start, ["words"], files=[], today=TODAY, environment=settings)
    assert found == start
    assert "built-in reader alone" in note


@pytest.mark.parametrize(
    ("url", "allow", "stays"),
    [
        ("http://localhost:8000", "", True),
        ("http://127.0.0.1", "", True),
        ("http://127.8.9.1:1", "", True),
        ("http://[::1]:8000", "", True),
        ("http://127.0.0.1.example.com", "", False),
        ("http://localhost.example.com", "", False),
        ("http://192.168.0.7:8000", "", False),
        ("http://10.0.0.1", "", False),
        ("http://0.0.0.0:8000", "", False),
        ("http://llm.local", "", False),
        ("https://api.mistral.ai", "", False),
        ("http://192.168.0.7:8000", "gpu.lan, 192.168.0.7", True),
        ("http://192.168.0.7:8000", "192.168.0.7:8000", True),
        ("http://192.168.0.7:8000", "192.168.0.7:9000", False),
        ("http://192.168.0.77", "192.168.0.7", False),
        ("http://GPU.lan", "gpu.LAN", True),
        ("http://gpu.lan.example.com", "gpu.lan", False),
        ("http://[fe80::7]:80", "[fe80::7]:80", True),
    ],
)
def test_words_stay_here_or_go_where_the_owner_allowed(url: str, allow: str, stays: bool) -> None:
    server = server_from({"ATELIER_LLM": f"openai:{url}#m", "ATELIER_LLM_ALLOW": allow})
    assert server is not None
    assert server.keeps_words_here is stays


def test_nothing_is_asked_elsewhere_without_permission(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def ask(server: Server, *_: Any, **__: Any) -> Reading:
        asked.append(server.host)
        return Reading(is_goal=True, claims=[])

    monkeypatch.setattr("planner.llm.client.ask_model", ask)
    settings = {"MISTRAL_API_KEY": "sk-1"}
    start = wishes(("task", "writing"))
    found, note = read_beside(start, ["a bot"], files=[], today=TODAY, environment=settings, patience=Patience())
    assert (found, asked) == (start, [])
    assert "nothing leaves your machines" in note
    forbidden = wishes(("task", "writing"), ("privacy.egress", False))
    assert read_beside(forbidden, ["a bot"], files=[], today=TODAY, environment=settings)[0] == forbidden
    assert asked == []
    permitted = start.model_copy(update={"claims": [*start.claims, claim("privacy.egress", True)]})
    read_beside(permitted, ["a bot"], files=[], today=TODAY, environment=settings, patience=Patience())
    assert asked == ["api.mistral.ai"]
