"""Asks a model for a reading, over the real client libraries, and gives up in time.

One deadline holds over everything: connecting, waiting, trying another way, asking again. Words go to the one address
that was set and nowhere else: no redirect is followed, and no proxy of the environment stands between where the words
must stay.
"""

import asyncio
import logging
import ssl
import threading
from collections.abc import AsyncIterator, Callable, Coroutine
from concurrent.futures import Future
from contextvars import copy_context
from functools import cache
from typing import Any, TypeVar

from planner.llm.faults import MovedAway, TooMuch, retry_after, status_of
from planner.llm.form import Reading
from planner.llm.patience import PATIENCE, Patience
from planner.llm.settings import Server

RETRIES = 2
"""How often a model is told what is wrong with its answer."""
WAITS = 3
"""How often a server's "wait a moment" is heeded."""
MOST_BYTES = 2_000_000
"""Of an answer; a reading has some thousand."""
GRACE_SECONDS = 1.0
"""A name look-up can't be broken off; beyond this it is left behind."""
LIMITS = {"temperature": 0.0, "max_tokens": 4000}
"""Eighty claims fit. Said expressly, as some servers stop after a few hundred tokens by themselves (transformers serve)."""
_REFUSED = (400, 404, 415, 422, 501)
"""What servers answer to a way of asking that they don't know."""
T = TypeVar("T")


def ask_model(
    server: Server, messages: list[dict[str, str]], *, proxies: bool = True, patience: Patience = PATIENCE
) -> Reading:
    """One reading that fits the form and passes the guard; instructor asks again where it does not.

    Asks with a JSON schema, and where the server refuses that with a tool call, in words alone, and without limits.

    Args:
        proxies: whether a proxy of the environment may stand between; never for a server on this machine.
    Raises: whatever the server, the network or the model did; `faults.told` puts it into words.
    """
    _load(server)
    http = _http_client(proxies=proxies and not server.on_this_machine)

    async def work() -> Reading:
        async with http:
            return await _first_way_that_works(server, messages, http, patience)

    return _within(server.seconds, work)


async def _first_way_that_works(
    server: Server, messages: list[dict[str, str]], http: Any, patience: Patience
) -> Reading:
    from instructor import Mode

    ways: list[tuple[Mode, dict[str, Any]]] = [
        (Mode.JSON_SCHEMA, LIMITS),
        (Mode.TOOLS, LIMITS),
        (Mode.MD_JSON, LIMITS),
        (Mode.JSON_SCHEMA, {}),  # some models take no temperature, some servers no number of tokens
    ]
    first = patience.way(server)
    for number, (mode, limits) in enumerate(ways[first:], start=first):
        try:
            reading = await _heeding_waits(_create(server, http, mode), server, messages, limits)
        except Exception as fault:
            if status_of(fault) not in _REFUSED or number == len(ways) - 1:
                raise
        else:
            patience.works(server, number)
            return reading
    raise AssertionError("the last way either answers or raises")


async def _heeding_waits(
    create: Any, server: Server, messages: list[dict[str, str]], limits: dict[str, Any]
) -> Reading:
    """Asks; where there are too many requests, waits as long as the server says. The deadline is kept by the caller."""
    for attempt in range(WAITS + 1):
        try:
            # Instructor writes its reminders into the list.
            answer = await create(
                model=server.model,
                messages=[dict(one) for one in messages],
                response_model=Reading,
                max_retries=RETRIES,
                **limits,
            )
        except Exception as fault:
            wait = retry_after(fault)
            if status_of(fault) != 429 or wait is None or wait > server.seconds or attempt == WAITS:
                raise
            await asyncio.sleep(wait)
        else:
            assert isinstance(answer, Reading)
            return answer
    raise AssertionError("the last attempt either answers or raises")


def _create(server: Server, http: Any, mode: Any) -> Any:
    """Instructor's `create` over the client library of this kind of server."""
    import instructor

    key = server.key.get_secret_value()
    if server.kind == "mistral":
        import httpx2
        from mistralai.client import Mistral

        mistral = Mistral(
            api_key=key,
            server_url=server.url,
            client=httpx2.Client(verify=_certificates()),  # never asked; its own would read the authorities again
            async_client=http,
            timeout_ms=int(server.seconds * 1000),
            debug_logger=_Silent(),
        )
        return instructor.from_mistral(mistral, mode=mode, use_async=True).chat.completions.create
    from openai import AsyncOpenAI, Omit

    # Organization and project of OpenAI's own service, from the environment, are no business of another server.
    nobody: Any = {"OpenAI-Organization": Omit(), "OpenAI-Project": Omit()}
    openai = AsyncOpenAI(
        base_url=server.url,
        api_key=key,
        timeout=server.seconds,
        max_retries=0,
        http_client=http,
        default_headers=nobody,
    )
    return instructor.from_openai(openai, mode=mode).chat.completions.create


def _http_client(*, proxies: bool) -> Any:
    """An HTTP client that goes to one address and reads only so much."""
    import httpx2

    async def bounded(response: httpx2.Response) -> None:
        if response.is_redirect:
            raise MovedAway("a redirect")
        if response.headers.get("content-encoding", "identity") != "identity":
            raise TooMuch("packed, although it was asked for plain")  # what unpacks to gigabytes
        response.stream = _Bounded(response.stream)

    class _Bounded(httpx2.AsyncByteStream):
        def __init__(self, stream: Any) -> None:
            self._stream = stream

        async def __aiter__(self) -> AsyncIterator[bytes]:
            read = 0
            async for chunk in self._stream:
                read += len(chunk)
                if read > MOST_BYTES:
                    raise TooMuch(f"more than {MOST_BYTES} bytes")
                yield chunk

        async def aclose(self) -> None:
            await self._stream.aclose()

    # With a transport of its own no proxy is taken from the environment; certificates of an own authority still are.
    transport = None if proxies else httpx2.AsyncHTTPTransport(verify=_certificates())
    return httpx2.AsyncClient(
        transport=transport,
        verify=_certificates(),
        follow_redirects=False,
        event_hooks={"response": [bounded]},
        headers={"Accept-Encoding": "identity"},
    )


@cache
def _certificates() -> ssl.SSLContext:
    """Once for the process: reading all authorities takes longer than all else here."""
    import httpx2

    return httpx2.create_ssl_context()


def _within(seconds: float, work: Callable[[], Coroutine[Any, Any, T]]) -> T:
    """What the work gives, or TimeoutError at the deadline, whatever it was waiting for.

    In a thread of its own, as the caller may be inside an event loop already.
    """
    result: Future[T] = Future()

    async def bounded() -> T:
        async with asyncio.timeout(seconds):
            return await work()

    def run() -> None:
        try:
            result.set_result(asyncio.run(bounded()))
        except BaseException as fault:
            result.set_exception(fault)

    threading.Thread(target=copy_context().run, args=(run,), name="reading", daemon=True).start()
    return result.result(timeout=seconds + GRACE_SECONDS)


class _Silent:
    def debug(self, *_: Any, **__: Any) -> None:
        """Says nothing: a request holds the user's words, and its headers the key."""


def _load(server: Server) -> None:
    """The libraries, before the clock runs: the first time they take a second. No line of theirs reaches a log: they
    repeat what a server says, and servers repeat keys and words."""
    import instructor  # noqa: F401
    import openai.resources.chat  # noqa: F401

    if server.kind == "mistral":
        import mistralai.client.chat
        import mistralai.extra  # noqa: F401
    for name in ("instructor", "openai", "httpx", "httpx2", "httpcore2"):
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
