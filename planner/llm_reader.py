"""A language model reads beside the built-in reader: it may add what the words say, and never what they do not.

Used only where a key or a server is set. Without permission to let words leave the machine, only a server on this
machine is asked. Whatever goes wrong, the built-in reading stands and the user is told.
"""

import json
import os
import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field

from planner.claims import Claim, Wishes
from planner.facts import LISTS
from planner.guard import refusal

SECONDS = 60.0
RETRIES = 2
MISTRAL_MODEL = "mistral-small-latest"
LOOPBACK = ("localhost", "127.0.0.1", "::1")
PROMPT = Path(__file__).resolve().parent.parent / "prompts" / "read_request.md"


class ReadClaim(BaseModel):
    """One field that the conversation settles."""

    model_config = ConfigDict(extra="forbid", use_attribute_docstrings=True)

    path: str
    """Field of the plan, with dots."""
    value: str
    """Its value as JSON text."""
    quote: str
    """Copied letter for letter from the conversation."""


class Reading(BaseModel):
    """What the conversation asks for."""

    model_config = ConfigDict(extra="forbid", use_attribute_docstrings=True)

    is_goal: bool
    """Whether somebody wants a model to be made."""
    claims: list[ReadClaim] = Field(max_length=80)


class Server(BaseModel):
    """Which model is asked, and where."""

    model_config = ConfigDict(frozen=True)

    kind: str
    """`openai` for any compatible server, `mistral` for Mistral's own."""
    url: str | None
    model: str
    key: str = Field(repr=False)

    @property
    def on_this_machine(self) -> bool:
        return self.url is not None and (urlsplit(self.url).hostname or "") in LOOPBACK


def server_from(environment: dict[str, str]) -> Server | None:
    """The server that the settings name: ATELIER_LLM_URL goes before MISTRAL_API_KEY."""
    model = environment.get("ATELIER_LLM_MODEL", "")
    if environment.get("ATELIER_LLM_URL"):
        key = environment.get("ATELIER_LLM_KEY") or "none"
        return Server(kind="openai", url=environment["ATELIER_LLM_URL"], model=model or "default", key=key)
    if environment.get("MISTRAL_API_KEY"):
        url = environment.get("ATELIER_MISTRAL_URL")
        return Server(kind="mistral", url=url, model=model or MISTRAL_MODEL, key=environment["MISTRAL_API_KEY"])
    return None


def read_beside(
    built_in: Wishes,
    turns: Sequence[str],
    *,
    files: Sequence[str],
    today: date,
    environment: dict[str, str] | None = None,
) -> tuple[Wishes, str]:
    """The built-in reading with what a language model adds to it, and a remark for the user.

    The built-in reader's claims stay. A model's claim is added where it is for a field that the built-in reader left
    open, its quote stands in the words, and its numbers stand in its quote.
    """
    server = server_from(dict(os.environ) if environment is None else environment)
    if server is None:
        return built_in, ""
    allowed = any(claim.path == "privacy.egress" and claim.value is True for claim in built_in.claims)
    if not allowed and not server.on_this_machine:
        return built_in, (
            "I read your words with the built-in reader: the language model that is set up runs elsewhere, and nothing "
            "leaves your machines unless you allow it."
        )
    try:
        reading = ask_model(server, _prompt(turns, files, today))
    except Exception as fault:  # whatever a server, a network or a model does wrong, the request is still read
        return built_in, (
            f"The language model at {server.url or 'Mistral'} gave no usable reading ({type(fault).__name__}), so I used "
            "the built-in reader alone."
        )
    return merged(built_in, reading, turns)


def merged(built_in: Wishes, reading: Reading, turns: Sequence[str]) -> tuple[Wishes, str]:
    """The two readings as one, and what was refused."""
    known = {claim.path for claim in built_in.claims}
    added: list[Claim] = []
    refused: list[str] = []
    for one in reading.claims if reading.is_goal or built_in.is_goal else []:
        try:
            value = json.loads(one.value)
        except json.JSONDecodeError:
            value = one.value
        turn = next((i for i, text in enumerate(turns) if one.quote and one.quote in text), 0)
        claim = Claim(path=one.path, value=value, quote=one.quote, turn=turn, why="read by a model.", reader="model")
        if not _is_field(one.path) or _covered(one.path, known):
            continue
        reason = refusal(claim, turns)
        if reason is None:
            added.append(claim)
        else:
            refused.append(f"{one.path}: {reason}")
    claims = [*built_in.claims, *added]
    is_goal = built_in.is_goal or (reading.is_goal and any(claim.path == "task" for claim in claims))
    note = (
        f"A language model's reading was refused where it had no ground: {'; '.join(refused[:3])}." if refused else ""
    )
    return built_in.model_copy(update={"claims": claims, "is_goal": is_goal}), note


def ask_model(server: Server, prompt: str) -> Reading:
    """One structured answer; instructor asks again where it does not fit the form."""
    import instructor

    messages: list[Any] = [{"role": "user", "content": prompt}]
    if server.kind == "mistral":
        from mistralai.client import Mistral

        arguments: dict[str, Any] = {"api_key": server.key, "timeout_ms": int(SECONDS * 1000)}
        if server.url:
            arguments["server_url"] = server.url
        client: Any = instructor.from_mistral(Mistral(**arguments), mode=instructor.Mode.JSON_SCHEMA)
    else:
        from openai import DefaultHttpxClient, OpenAI

        url = (server.url or "").rstrip("/")
        url = url if url.endswith("/v1") else f"{url}/v1"
        # A proxy of the environment would carry words that must stay here past this machine.
        http = DefaultHttpxClient(trust_env=not server.on_this_machine)
        openai = OpenAI(base_url=url, api_key=server.key, timeout=SECONDS, max_retries=0, http_client=http)
        client = instructor.from_openai(openai, mode=instructor.Mode.JSON_SCHEMA)
    answer = client.chat.completions.create(
        model=server.model, messages=messages, response_model=Reading, max_retries=RETRIES, temperature=0.0
    )
    return Reading.model_validate(answer.model_dump())


def _prompt(turns: Sequence[str], files: Sequence[str], today: date) -> str:
    said = "\n\n".join(f"<turn {i}>\n{text}\n</turn {i}>" for i, text in enumerate(turns))
    values = {"today": today.isoformat(), "files": ", ".join(files) or "none", "turns": said}
    # One pass, and no formatting: the user's words may hold braces and even these very names.
    return re.sub(r"\{(today|files|turns)\}", lambda name: values[name[1]], PROMPT.read_text(encoding="utf-8"))


def _covered(path: str, known: set[str]) -> bool:
    """Whether the built-in reader has said something of this field, or of the object round it, already."""
    return path in known or any(path.startswith(f"{one}.") or one.startswith(f"{path}.") for one in known)


def _is_field(path: str) -> bool:
    from planner.settle import ORDER

    fields = {one for one, _, _ in ORDER} | LISTS
    objects = ("data.synthetic", "budget.cost", "monitoring", "monitoring.retrain_when")
    return path in fields or any(path == one or path.startswith(f"{one}.") for one in objects)
