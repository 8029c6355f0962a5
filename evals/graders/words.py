"""Words of a text in a form that can be compared: spelling, endings and filler evened out.

Sources: Porter, An algorithm for suffix stripping (1980), steps 1a to 1c and 5a, for the endings; the usual
stop word lists, cut down to words that carry no fact. Words of denial are no stop words here.
"""

import re
import unicodedata
from functools import lru_cache

_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'"})
_WORD = re.compile(r"[^\W_]+(?:'[^\W\d_]+)?|€|\$|£|%")
_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"'”’)\]]*\s+(?=\S)|\n+")

STOP_WORDS = frozenset(
    # English
    "a an the and or but if then so as of at by for from in into on onto to up with about over under between "
    "i me my we us our ours you your yours he him his she her hers it its they them their theirs this that these "
    "those there here is am are was were be been being have has had having do does did doing will would shall "
    "should may might must can could what which who whom whose when where why how all any both each such own same "
    "than too very just also please thank thanks hello hi dear yes "
    # German
    "der die das den dem des ein eine einen einem einer eines und oder aber wenn dann als von am an im in auf zu zum "
    "zur mit bei für ich mir mich wir uns unser sie ihr ihre ihnen er es ist sind war waren sein haben hat wird werden "
    "bitte danke auch dass wie was wer wo "
    # Spanish
    "el la los las un una unos unas y o pero si de del al en con por para que se su sus es son era fue ser ha han hay "
    "yo me mi nos usted gracias "
    # French
    "le les une des et ou mais du au aux dans sur avec pour par ce cette ces il elle ils elles nous vous est sont "
    "était être avoir merci".split()
)

NEGATIONS = frozenset(
    "not no never cannot nor neither none nothing nobody nowhere without "
    "nicht kein keine keinen keinem keiner nie niemals ohne weder "
    "nunca jamás ningún ninguna ninguno sin tampoco "
    "pas jamais aucun aucune sans".split()
)


@lru_cache(maxsize=4096)
def even(text: str) -> str:
    """Same characters for the same thing: NFKC, straight apostrophes, lower case, contractions spelled out."""
    text = unicodedata.normalize("NFKC", text).translate(_APOSTROPHES).casefold()
    text = re.sub(r"\b(ca|wo|sha)n't\b", lambda m: {"ca": "can", "wo": "will", "sha": "shall"}[m[1]] + " not", text)
    text = re.sub(r"(?<=[a-z])n't\b", " not", text)
    return re.sub(r"\bcannot\b", "can not", text)


def words(text: str) -> list[str]:
    """All words in order, lower case; signs of money and percent count as words."""
    return _WORD.findall(even(text))


def sentences(text: str) -> list[str]:
    """Sentences and lines, as written. "3.80 metres" is not cut: a full stop ends one only before a space."""
    return [part.strip() for part in _SENTENCE_END.split(text) if part.strip()]


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """`charges`, `charged` and `charging` become one."""
    word = word.removesuffix("'s").replace("'", "")
    if len(word) <= 3 or not word.isalpha():
        return word
    if word.endswith("sses"):
        word = word[:-2]
    elif word.endswith("ies") and len(word) > 4:
        word = word[:-3] + "y"
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    for ending in ("ing", "ed"):
        root = word.removesuffix(ending)
        if root != word and len(root) >= 3 and re.search("[aeiouy]", root):
            doubled = len(root) > 3 and root[-1] == root[-2] and root[-1] not in "lsz"
            word = root[:-1] if doubled else root
            break
    if word.endswith("y") and len(word) > 3:
        word = word[:-1] + "i"
    return word.removesuffix("e") if len(word) > 4 else word


def content_stems(text: str) -> list[str]:
    """Stems of the words that carry meaning, in order, repeats kept. Falls back to all words where none does."""
    return list(_content_stems(text))


@lru_cache(maxsize=4096)  # several graders look at the same answer
def _content_stems(text: str) -> tuple[str, ...]:
    all_words = words(text)
    kept = tuple(stem(word) for word in all_words if word not in STOP_WORDS and word not in NEGATIONS)
    return kept or tuple(stem(word) for word in all_words)
