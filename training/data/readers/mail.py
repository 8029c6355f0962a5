"""E-mail: single messages and mailboxes, through the standard library's parser."""

import email
import email.policy
import re
import tempfile
from collections.abc import Iterator
from email.message import EmailMessage
from typing import BinaryIO

from training.data.readers.web import html_text
from training.data.record import Raw

MAX_MESSAGE = 16 << 20


def read_eml(file: BinaryIO) -> Iterator[Raw]:
    """One message."""
    yield _raw(0, 1, file.read(MAX_MESSAGE))


def read_mbox(file: BinaryIO) -> Iterator[Raw]:
    """A record a message; messages begin at lines `From `, as RFC 4155 has it."""
    index, start, number = 0, 1, 0
    with tempfile.SpooledTemporaryFile(max_size=MAX_MESSAGE) as held:
        blank = True
        for line in file:
            number += 1
            if line.startswith(b"From ") and blank:
                if held.tell():
                    held.seek(0)
                    yield _raw(index, start, held.read(MAX_MESSAGE))
                    index += 1
                    held.seek(0)
                    held.truncate()
                start = number
                continue
            blank = line.strip() == b""
            held.write(re.sub(rb"^>(>*From )", rb"\1", line))
        if held.tell():
            held.seek(0)
            yield _raw(index, start, held.read(MAX_MESSAGE))


def _raw(index: int, line: int, data: bytes) -> Raw:
    message = email.message_from_bytes(data, policy=email.policy.default)
    assert isinstance(message, EmailMessage)  # the default policy's class
    try:
        fields = {name: str(message[name] or "").strip() for name in ("subject", "from", "to", "date")}
        text = _body(message)
    except (ValueError, LookupError, KeyError, AttributeError, IndexError, TypeError) as error:
        return Raw(index, line, None, "corrupted", f"an e-mail that can't be parsed ({type(error).__name__})")
    if not any(fields.values()) and not message.is_multipart():
        return Raw(index, line, None, "corrupted", "an e-mail without a header")
    return Raw(index, line, {name: value for name, value in fields.items() if value} | {"text": text})


def _body(message: EmailMessage) -> str:
    part = message.get_body(preferencelist=("plain", "html"))
    if part is None:
        return ""
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    charset = part.get_content_charset() or "utf-8"
    try:
        text = data.decode(charset, errors="replace")
    except LookupError:
        text = data.decode("utf-8", errors="replace")
    return html_text(text) if part.get_content_subtype() == "html" else text.replace("\r\n", "\n").strip()
