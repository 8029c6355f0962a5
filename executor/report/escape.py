"""Untrusted text on its way into HTML: shown as it is, never obeyed."""

import html
import re

# Control characters, and the marks that turn the direction of what follows: text must not hide or reorder its
# surroundings. Lone surrogates can't be written as UTF-8.
_UNSHOWN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def text(value: object) -> str:
    """For use between tags and inside double-quoted attributes."""
    return html.escape(_UNSHOWN.sub("�", str(value)), quote=True)


def lines(value: object, *, most: int = 900) -> str:
    """A text of several lines, cut where it is very long."""
    whole = str(value).strip()
    if len(whole) > most:
        whole = whole[: most - 1].rstrip() + "…"
    return text(whole).replace("\n", "<br>")
