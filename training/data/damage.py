"""Whether a record is damaged, repairable, or not worth learning from; with the reason in plain words."""

import re
from collections import Counter
from functools import lru_cache
from typing import NamedTuple

CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f\ufff9-\ufffb]|\x1b(?!\[)")
_INVISIBLE = re.compile(r"[\u200b\u2060\ufeff\u00ad]")
_ANSI = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")
_SUSPECT = re.compile(
    r"[\x80-\x9f\u00c2\u00c3\u00c4\u00c5\u00e2\u0192\u201a\u00d0\u00d1\u00e3\u0102\u013d\ufffd\u00ef\u02c6\u00f0\u00d8\u00d9\u00ce\u00cf]"
)
_TOKEN = re.compile(r"\S+")
_LETTER_RUN = re.compile(r"[^\W\d_]+")
_MIXED = re.compile(r"[a-z][A-Z]|[A-Za-z]\d[A-Za-z]")
_BASE64 = re.compile(r"(?:[A-Za-z0-9+/]{60,}\s*){4,}")


class Verdict(NamedTuple):
    """`reason` is empty for a sound text."""

    reason: str
    detail: str


SOUND = Verdict("", "")


def repaired(text: str) -> tuple[str, int]:
    """The text with wrongly decoded characters mended and stray control characters gone; and how many of those there were."""
    controls = 0
    if "\x1b" in text:
        text = _ANSI.sub("", text)
    if not text.isascii():
        text = _INVISIBLE.sub("", text)
    if CONTROLS.search(text):
        text, controls = CONTROLS.subn("", text)
    if not text.isascii() and _SUSPECT.search(text):
        import ftfy

        for _ in range(3):
            mended = ftfy.fix_encoding(text)
            if mended == text:
                break
            text = mended
    return text, controls


def damaged(text: str, controls: int, original: str) -> Verdict:
    """Whether a text (after repair) is garbled beyond use."""
    size = len(original)
    if controls and size and (controls / size > 0.02 or controls > 40):
        return Verdict("corrupted", f"{controls} control characters in {size} characters of text")
    lost = text.count("\ufffd")
    if lost and (lost / len(text) > 0.02 or (lost >= 3 and lost / len(text) > 0.004)):
        return Verdict("corrupted", f"{lost} characters that could not be decoded")
    if len(text) < 24:
        return SOUND
    if not text.isascii() and _still_mojibake(text):
        return Verdict("corrupted", "text in a wrong encoding that can't be mended")
    return _noise(text)


def _still_mojibake(text: str) -> bool:
    if not _SUSPECT.search(text):
        return False
    import ftfy.badness

    return ftfy.badness.badness(text) >= max(3, len(text) // 150)


def _noise(text: str) -> Verdict:
    head = text[:6000]
    tokens = _TOKEN.findall(head)
    if len(tokens) >= 16:
        word, most = Counter(token.lower() for token in tokens).most_common(1)[0]
        plain = word.strip(".,!?;:'\"").isalpha() or not any(c.isalnum() for c in word)
        if most > 0.6 * len(tokens) and plain and not re.fullmatch(r"[|+=\-_#*.:]+", word):
            return Verdict("corrupted", f"the word “{word[:20]}” over and over")
        if _loops(tokens):
            return Verdict("corrupted", "the same few words over and over")
    squeezed = re.sub(r"\s+", "", head)
    if len(squeezed) >= 24:
        character, most = Counter(squeezed).most_common(1)[0]
        if most > (0.7 if character.isalpha() else 0.95) * len(squeezed):
            return Verdict("corrupted", f"the character “{character}” over and over")
    if _BASE64.search(head) and len(_BASE64.sub("", head)) < 0.4 * len(head):
        return Verdict("corrupted", "encoded binary data, not text")
    if _keyboard_noise(head, tokens):
        return Verdict("corrupted", "random characters")
    return SOUND


def _loops(tokens: list[str]) -> bool:
    """A phrase of two to eight words that makes up nearly all of a text."""
    if len(tokens) < 24:
        return False
    plain = [token.lower() for token in tokens]
    if sum("_" in token or not token.strip(".,!?;:").isalpha() for token in plain) > 0.3 * len(plain):
        return False  # code, tables and action sequences repeat by nature
    for size in range(2, 9):
        same = sum(plain[i] == plain[i + size] for i in range(len(plain) - size))
        if same > 0.92 * (len(plain) - size):
            return True
    return False


@lru_cache(maxsize=200_000)
def _is_odd(word: str) -> bool:
    """No vowel, or letters that no language puts together."""
    return not re.search(r"[aeiouyáéíóúàèìòùäöüåøæâêîôûãõıęąěů]", word) or bool(
        re.search(r"[bcdfghjklmnpqrstvwxz]{6,}", word)
    )


def _keyboard_noise(text: str, tokens: list[str]) -> bool:
    if len(text) < 40:
        return False
    letters = sum(map(str.isalpha, text))
    if not text.isascii() and sum(c > "\u02af" for c in text) > 0.3 * len(text):
        return False  # other scripts have no vowels of ours
    if letters + sum(map(str.isspace, text)) < 0.45 * len(text) and not re.search(r"[|{}<>=;]", text):
        digits = sum(map(str.isdigit, text))
        return digits < 0.4 * len(text) and len(set(text)) > 20
    words = [word.lower() for word in _LETTER_RUN.findall(text) if len(word) >= 5]
    if len(words) >= 5:
        odd = sum(map(_is_odd, words))
        if odd <= 0.25 * len(words):
            return False
        mixed = sum(bool(_MIXED.search(token)) for token in tokens)
        return odd > 0.5 * len(words) or (mixed > 0.6 * len(tokens) and not re.search(r"[(){}=;]", text))
    return False


_PLACEHOLDERS = re.compile(
    r"^(?:lorem ipsum\b.*|test(?:ing)?(?:[ ,.]*test(?:ing)?)*\W*\d*|asdf\w*|qwert\w*|n/?a|null|none|nan|undefined|tbd|todo|xxx+|\W+|foo|foo ?bar|deleted|\[(?:deleted|removed)\]|#\w+[!?]?)$",
    re.IGNORECASE | re.DOTALL,
)
_NAVIGATION = re.compile(
    r"\b(?:accept (?:all )?cookies|cookie (?:policy|settings)|privacy policy|terms (?:of (?:use|service)|and conditions)|all rights reserved|skip to (?:main )?content|subscribe to our newsletter|sign in|log ?in|sign up|javascript (?:is )?(?:disabled|required)|share on (?:facebook|twitter)|back to top|site ?map|enable javascript)\b",
    re.IGNORECASE,
)


def poor(text: str, *, passage: bool) -> Verdict:
    """Whether a sound text has nothing to teach; `passage` is true for running text."""
    stripped = text.strip()
    if _PLACEHOLDERS.match(stripped) and (passage or len(stripped) > 1):
        return Verdict("low_quality", "a placeholder, no content")
    if passage and len(stripped) < 600:
        hits = len(_NAVIGATION.findall(stripped))
        words = len(stripped.split())
        if hits >= 3 and words < 25 * hits:
            return Verdict("low_quality", "navigation or legal small print, no content")
    if passage and len(stripped) > 60 and sum(map(str.isalpha, stripped[:3000])) < 0.1 * min(len(stripped), 3000):
        return Verdict("low_quality", "figures and signs, no words")
    if passage and stripped.isascii() and len(stripped) < 10 and len(stripped.split()) < 3:
        return Verdict("low_quality", "too short to learn from")
    return SOUND
