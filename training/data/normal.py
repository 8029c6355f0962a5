"""Texts made comparable: what differs only in case, spaces or punctuation becomes the same."""

import hashlib
import re
import unicodedata

_PUNCTUATION = dict.fromkeys(
    (
        code
        for code in (*range(0x3100), *range(0xFE10, 0xFF66))
        if unicodedata.category(chr(code)).startswith("P") and chr(code) not in "%#@&*_"
    ),
    " ",
)
"""All punctuation but what changes meaning (`C#`, `5%`)."""
_BETWEEN_DIGITS = re.compile(r"(?<=\d)[.,:](?=\d)|(?<![\w])-(?=\d)")
_INSIDE_WORD = re.compile(r"(?<=[^\W\d_])['’\-](?=[^\W\d_])")
_BETWEEN_WORDS = re.compile(r"(?<!\d) | (?!\d)")
_A_DIGIT = re.compile(r"\d")
GRAM = 5
MAX_COMPARED = 60_000
"""Characters of a text that near-duplicates are told by."""


def normal(text: str) -> str:
    """Lower case, no punctuation, single spaces. `don't` and `dont` are one; `1.5` and `15` stay two."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
    text = _INSIDE_WORD.sub("", text.casefold())
    if _A_DIGIT.search(text):
        text = _BETWEEN_DIGITS.sub("\x01", text)
    return " ".join(text.translate(_PUNCTUATION).split())


def key(*texts: str) -> bytes:
    """16 bytes that stand for the words of the texts: case, spaces and punctuation don't count."""
    digest = hashlib.blake2b(digest_size=16)
    for text in texts:
        digest.update((_worded(text) or text.strip()).encode("utf-8", errors="surrogatepass"))
        digest.update(b"\x00")
    return digest.digest()


def _worded(text: str) -> str:
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
    text = text.casefold()
    if _A_DIGIT.search(text):
        text = _BETWEEN_DIGITS.sub("\x01", text)
    return " ".join(text.translate(_PUNCTUATION).split())


LONG = 60
"""Characters above which a lost decimal point is damage to a copy and not another number."""


def loose_key(*texts: str) -> bytes:
    """As `key`, and `topup`, `top-up` and `top up` are one as well."""
    digest = hashlib.blake2b(digest_size=16)
    for text in texts:
        worded = _worded(text)
        if len(worded) > LONG:
            worded = worded.replace("\x01", "")
        flat = _BETWEEN_WORDS.sub("", worded) if _A_DIGIT.search(worded) else worded.replace(" ", "")
        digest.update((flat or text.strip()).encode("utf-8", errors="surrogatepass"))
        digest.update(b"\x00")
    return digest.digest()


def grams(text: str) -> set[str]:
    """Runs of five characters of a normal text."""
    text = text[:MAX_COMPARED]
    if len(text) <= GRAM:
        return {text} if text else set()
    return {text[i : i + GRAM] for i in range(len(text) - GRAM + 1)}
