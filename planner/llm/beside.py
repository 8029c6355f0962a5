"""Both readers on the same words: the built-in one always, a language model where one is set and may be asked."""

import os
from collections.abc import Mapping, Sequence
from datetime import date

from planner.claims import Wishes
from planner.llm.agree import agreed
from planner.llm.faults import told
from planner.llm.form import AGAINST, Reading, Words
from planner.llm.patience import PATIENCE, Patience
from planner.llm.prompt import messages
from planner.llm.settings import Server, server_from
from training.spec import Problem

MOST_TOLD = 3


def read_beside(
    built_in: Wishes,
    turns: Sequence[str],
    *,
    files: Sequence[str],
    today: date,
    environment: Mapping[str, str] | None = None,
    patience: Patience = PATIENCE,
) -> tuple[Wishes, str]:
    """The two readings as one, and a remark for the user (mostly empty).

    Whatever a setting, a server, a network or a model does wrong, the built-in reading stands, and the remark says so.
    """
    try:
        server = server_from(os.environ if environment is None else environment)
    except Problem as fault:
        return built_in, f"{fault} I read your words with the built-in reader alone."
    if server is None:
        return built_in, ""
    permitted = any(claim.path == "privacy.egress" and claim.value is True for claim in built_in.claims)
    if not permitted and not server.keeps_words_here:
        return built_in, (
            "I read your words with the built-in reader alone: the language model that is set up runs elsewhere, and "
            "nothing leaves your machines unless you allow it."
        )
    if patience.paused(server):
        return built_in, (
            f"The language model at {server.host} failed a moment ago, so I read your words with the built-in reader alone."
        )
    words = Words(turns, files, today)
    try:
        reading = _reading(server, words, proxies=permitted, patience=patience)
    except Exception as fault:  # a server may fail in any way; the request is read all the same
        patience.failed(server)
        return built_in, told(fault, server)
    wishes = agreed(built_in, reading, turns, files=files, today=today)
    return wishes, _refusals(reading)


def _reading(server: Server, words: Words, *, proxies: bool, patience: Patience) -> Reading:
    """What the model reads; where some of it was refused to the end, the best that it gave, without that.

    Raises: whatever went wrong, where there is no reading at all.
    """
    asked = messages(words.turns, words.files, words.today)
    question = (server, tuple(one["content"] for one in asked))
    kept = patience.kept(question)
    if isinstance(kept, Reading):
        return kept
    from planner.llm.client import ask_model  # late: the client libraries take a second to load

    before = AGAINST.set(words)
    try:
        reading = ask_model(server, asked, proxies=proxies, patience=patience)
    except Exception:
        if words.best is None:
            raise
        reading = words.best
    finally:
        AGAINST.reset(before)
    if words.best is not None and len(words.best.accepted) > len(reading.accepted):
        reading = words.best  # told of one bad claim it dropped good ones too
    patience.keep(server, question, reading)
    return reading


def _refusals(reading: Reading) -> str:
    if not reading.refused:
        return ""
    more = len(reading.refused) - MOST_TOLD
    shown = "; ".join(reading.refused[:MOST_TOLD]) + (f"; and {more} more" if more > 0 else "")
    return f"I left out what the language model read into your words without ground: {shown}."
