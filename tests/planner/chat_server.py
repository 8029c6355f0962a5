"""A real HTTP server on this machine that speaks chat-completions, and fails in the ways that servers fail.

It answers in the way that it was asked: as content where a JSON schema or nothing was sent, as a tool call where tools
were. Answers are given one after the other, the last one again and again; an answer is what the model says (an object, or
text as it is), or a `Fault`.
"""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


class ChatServer:
    """`asked` keeps every request that came in: its path, headers and body."""

    def __init__(self, answers: list[Any], refuses: tuple[str, ...]) -> None:
        self.answers, self.refuses = answers, refuses
        self.asked: list[dict[str, Any]] = []
        self.url = ""
        self.over = threading.Event()
        """Set when the test ends, so that nothing that hangs outlives it."""

    def next(self) -> Any:
        return self.answers[min(len(self.asked), len(self.answers)) - 1]


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # or a second answer on the same connection comes 40 ms late
    chat: ChatServer

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.chat.asked.append({"url": self.path, "headers": dict(self.headers), **body})
        if any(name in body for name in self.chat.refuses):
            self.send(400, {"error": {"message": f"unknown parameter: {self.chat.refuses}", "type": "invalid"}})
            return
        answer = self.chat.next()
        if callable(answer):
            answer(self)
        else:
            self.send(200, completion(answer, body))

    def send(self, status: int, body: Any, **headers: str) -> None:
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        self.send_response(status)
        for name, value in {"Content-Type": "application/json", **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: Any) -> None:
        pass


Fault = Callable[[Handler], None]


def completion(answer: Any, asked: dict[str, Any], finish: str = "stop") -> dict[str, Any]:
    """What a server sends around what its model says."""
    text = answer if isinstance(answer, str) else json.dumps(answer)
    message: dict[str, Any] = {"role": "assistant", "content": text}
    if "tools" in asked and not isinstance(answer, str):
        name = asked["tools"][0]["function"]["name"]
        call = {"id": "call_1", "type": "function", "function": {"name": name, "arguments": text}}
        message, finish = {"role": "assistant", "content": None, "tool_calls": [call]}, "tool_calls"
    return {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 1,
        "model": asked.get("model", "m"),
        "choices": [{"index": 0, "message": message, "finish_reason": finish}],
        "usage": {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2},
    }


def status(code: int, **headers: str) -> Fault:
    return lambda handler: handler.send(code, {"error": {"message": "out of order, sk-secret-key"}}, **headers)


def raw(body: bytes, content_type: str = "application/json", **headers: str) -> Fault:
    return lambda handler: handler.send(200, body, Content_Type=content_type, **headers)


def cut_off(answer: str) -> Fault:
    """The model ran out of tokens."""
    return lambda handler: handler.send(200, completion(answer, {}, finish="length"))


def no_choices(handler: Handler) -> None:
    handler.send(200, {**completion("", {}), "choices": []})


def hangs(handler: Handler) -> None:
    """Takes the request and says nothing."""
    handler.chat.over.wait(20)
    handler.close_connection = True


def drips(handler: Handler) -> None:
    """A byte every now and then: no single wait is long, and the end never comes."""
    handler.send_response(200)
    handler.send_header("Content-Type", "application/json")
    handler.send_header("Content-Length", "100000")
    handler.end_headers()
    try:
        while not handler.chat.over.wait(0.02):
            handler.wfile.write(b" ")
            handler.wfile.flush()
    except OSError:
        pass
    handler.close_connection = True


def breaks_off(handler: Handler) -> None:
    """Half an answer, and the connection is gone."""
    handler.send_response(200)
    handler.send_header("Content-Length", "5000")
    handler.end_headers()
    handler.wfile.write(b'{"choices": [{"mess')
    handler.wfile.flush()
    handler.close_connection = True


def endless(handler: Handler) -> None:
    """Far more than any reading, without saying how much."""
    handler.send_response(200)
    handler.send_header("Content-Type", "application/json")
    handler.send_header("Transfer-Encoding", "chunked")
    handler.end_headers()
    try:
        while not handler.chat.over.is_set():
            handler.wfile.write(b"10000\r\n" + b" " * 0x10000 + b"\r\n")
    except OSError:
        pass
    handler.close_connection = True


@contextmanager
def serving(*answers: Any, refuses: tuple[str, ...] = ()) -> Iterator[ChatServer]:
    """The server while the block runs.

    Args:
        refuses: parameters that it answers with 400, as servers do that know no JSON schemas, or no tools.
    """
    chat = ChatServer(list(answers), refuses)
    handler = type("HandlerOfThisTest", (Handler,), {"chat": chat})
    web = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    web.daemon_threads = True
    threading.Thread(target=web.serve_forever, args=(0.01,), daemon=True).start()
    chat.url = f"http://127.0.0.1:{web.server_address[1]}"
    try:
        yield chat
    finally:
        chat.over.set()
        web.shutdown()
        web.server_close()
