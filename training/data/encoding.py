"""Bytes to text: which encoding a file is in, told from a sample; and whether it is text at all."""

import codecs
import unicodedata

SAMPLE = 1 << 17
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_NOT_IN_TEXT = frozenset({"Cn", "Co", "Cs"})


class NotText(ValueError):
    """The bytes are no text in any encoding that we know."""


def encoding_of(sample: bytes) -> str:
    """Name of the encoding that the first bytes of a file are in.

    Raises: NotText, with a reason in plain words.
    """
    for bom, name in _BOMS:
        if sample.startswith(bom):
            return _checked(sample, name)
    if b"\x00" in sample:
        if not sample.strip(b"\x00"):
            raise NotText("the file holds nothing but zero bytes")
        even, odd = sample[0::2].count(0), sample[1::2].count(0)
        half = max(1, len(sample) // 2)
        if odd > 0.3 * half and even < 0.05 * half:
            return _checked(sample, "utf-16-le")
        if even > 0.3 * half and odd < 0.05 * half:
            return _checked(sample, "utf-16-be")
        if sample.count(0) > 0.002 * len(sample) + 8:
            raise NotText("binary data, not text")
    try:
        codecs.getincrementaldecoder("utf-8")().decode(sample)
        return _checked(sample, "utf-8")
    except UnicodeDecodeError:
        pass
    good, bad = _utf8_evidence(sample)
    if good >= 2 * bad or (bad <= 0.0005 * len(sample) and good >= bad):
        return _checked(sample, "utf-8")
    return _checked(sample, _legacy(sample))


def _utf8_evidence(sample: bytes) -> tuple[int, int]:
    """Characters beyond ASCII that are well-formed UTF-8, and bytes that are not."""
    text = sample.decode("utf-8", errors="replace")
    bad = text.count("\ufffd")
    return sum(character > "\x7f" for character in text) - bad, bad


def _legacy(sample: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(sample[:16384]).best()
    name = best.encoding if best else "cp1252"
    # A short sample of western text looks like many code pages at once; cp1252 is by far the most common.
    if name in {
        "latin_1",
        "iso8859_1",
        "cp1250",
        "cp1257",
        "iso8859_15",
        "mac_roman",
        "cp858",
        "cp850",
        "cp437",
        "hp_roman8",
    }:
        name = "cp1252"
    return name


def _checked(sample: bytes, encoding: str) -> str:
    text = sample.decode(encoding, errors="replace")
    if not text:
        return encoding
    odd = sum(
        1
        for character in text[:20000]
        if (character < " " and character not in "\t\n\r\f\x1b")
        or character == "\ufffd"
        or (character > "\x7f" and unicodedata.category(character) in _NOT_IN_TEXT)
    )
    # A few stray control characters are damage inside a text; a twelfth of all is another kind of file.
    if odd > 0.12 * min(len(text), 20000) and odd > 4:
        raise NotText("binary data, not text")
    if encoding.startswith("utf-16") and _scripts(text) > 5:
        raise NotText("binary data, not text")
    return encoding


def _scripts(text: str) -> int:
    """How many writing systems one text mixes; noise read as UTF-16 has dozens."""
    names = (unicodedata.name(c, "? ").split(" ")[0] for c in text[:2000] if c > "\x7f" and c.isalpha())
    return len(set(names))
