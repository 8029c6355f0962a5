"""What went wrong with a server, in one plain sentence: no traceback, no key, nothing that the server wrote."""

from collections.abc import Iterator

from planner.llm.settings import Server


class MovedAway(Exception):
    """The server sends elsewhere; words go only where the owner sent them."""


class TooMuch(Exception):
    """The answer is longer than any reading."""


def told(fault: BaseException, server: Server) -> str:
    """The remark that a user reads."""
    return f"The language model at {server.host} {_what(fault, server)}, so I read your words with the built-in reader alone."


def _what(fault: BaseException, server: Server) -> str:
    chain = list(causes(fault))
    names = {type(one).__name__ for one in chain}
    status = status_of(fault)
    if any(isinstance(one, MovedAway) for one in chain) or (status is not None and 300 <= status < 400):
        return "sends elsewhere, which I don't follow"
    if any(isinstance(one, TooMuch) for one in chain):
        return "answered with far too much"
    if any(isinstance(one, TimeoutError) for one in chain) or names & {
        "ReadTimeout",
        "ConnectTimeout",
        "APITimeoutError",
    }:
        return f"did not answer within {server.seconds:g} seconds"
    if status in (401, 403):
        return "does not take the key"
    if status == 429:
        return "has too many requests at the moment"
    if status == 404:
        return f"does not know the model “{server.model}”, or not at this address"
    if status is not None and status >= 400:
        return f"is out of order (error {status})"
    if names & {"ConnectError", "ReadError", "RemoteProtocolError", "APIConnectionError", "WriteError"}:
        return "can't be reached, or broke off"
    if "IncompleteOutputException" in names:
        return "broke off before its answer was complete"
    return "gave no usable answer"


def status_of(fault: BaseException) -> int | None:
    """The HTTP status in what was raised, by either client library; null where there is none."""
    for one in causes(fault):
        status = getattr(one, "status_code", None)
        if isinstance(status, int):
            return status
    return None


def retry_after(fault: BaseException) -> float | None:
    """Seconds that the server asks to wait; null where it names none (a date counts as none)."""
    for one in causes(fault):
        response = getattr(one, "response", None) or getattr(one, "raw_response", None)
        text = getattr(response, "headers", {}).get("retry-after", "") if response is not None else ""
        try:
            seconds = float(text)
        except ValueError:
            continue
        return seconds if 0 <= seconds < 3600 else None
    return None


def causes(fault: BaseException) -> Iterator[BaseException]:
    """A fault and what led to it, outermost first."""
    seen: set[int] = set()
    current: BaseException | None = fault
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        yield current
        current = current.__cause__ or current.__context__
