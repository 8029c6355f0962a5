"""Near-duplicates: MinHash-LSH finds candidates, a comparison word by word decides.

Broder 1997 for MinHash; rensa computes and indexes it. Overlap alone would take "does the 5 pm boat run" for a copy
of "does the 6 pm boat run": what differs must be slips of the keys, greetings, footers or a few words left out.
"""

import re
from collections import Counter
from difflib import SequenceMatcher
from typing import NamedTuple

from training.data.normal import grams, normal

PERMUTATIONS = 80
BANDS = 16
"""16 bands of 5: a pair with overlap 0.8 is found with probability 0.998, with 0.5 in 40 of 100 cases."""
MIN_GRAMS = 8
MIN_OVERLAP = 0.6
SEED = 42
MAX_WORDS = 600
"""Longer texts are compared by overlap and numbers alone."""

_GREETING = re.compile(
    r"^\s*(?:(?:hi|hiya|hello|hey|dear|greetings|good (?:day|morning|afternoon|evening)|hallo|hola|bonjour|guten (?:tag|morgen)|quick question|a question|just a question|excuse me)\b"
    r"(?:[ ,]+(?:there|all|team|everyone|sir|madam|or|you|folks|again|support|\w+ team|\w+ \w+ team|\[NAME_\d+\]|[A-Z]\w+(?: [A-Z]\w+)?))?\s*[,!.:\n-]+\s*)+",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"(?:[\s.!?,;\n-]|^)+(?:(?:many |with )?(?:kind|best|warm)(?:est)? (?:regards|wishes)|regards|cheers|thanks(?: (?:again|a lot|in advance|so much|for your help))?|thank you(?: (?:very much|in advance|so much|again|for your help))?|"
    r"many thanks|please|urgent|yours (?:sincerely|truly|faithfully)|sincerely|best|thx|gracias|danke|merci|sent from my \w+|get outlook for \w+|"
    r"(?:\(c\)|©|copyright)[^\n]{0,80}|[^\n.]{0,60}all rights reserved)(?:[\s,]+(?:\[NAME_\d+\]|[A-Z]\w+(?: [A-Z]\w+)?))?[\s.!,-]*$",
    re.IGNORECASE,
)
_CLOSING_HINT = re.compile(
    r"regards|wishes|cheers|thank|please|urgent|yours|sincerely|best|thx|gracias|danke|merci|sent from|get outlook|rights reserved|\(c\)|©|copyright",
    re.IGNORECASE,
)
_NEGATIONS = frozenset(
    "not no never none without cannot cant wont dont doesnt didnt isnt arent wasnt werent shouldnt couldnt wouldnt unable nicht kein keine nie sin nunca jamais pas non un".split()
)
SMALL = frozenset(
    """a an the and or but to of in on at for with by is are was were be been am i me my we our you your he she it its they them this that these those
    there here do does did have has had will would can could should may please just so very also then than as if up out about into over really
    actually some any all much more der die das ein eine und ist zu el la los las un una y de en que le les et""".split()
)
_SHORTHAND = {
    "u": "you",
    "ur": "your",
    "r": "are",
    "pls": "please",
    "plz": "please",
    "thx": "thanks",
    "teh": "the",
    "im": "i am",
    "ive": "i have",
    "whats": "what is",
}
_NUMBER = re.compile(r"\d+(?:\x01\d+)*")


class Prepared(NamedTuple):
    """A text made ready for comparison."""

    words: list[str]
    numbers: list[str]
    grams: set[str]


def core(text: str) -> str:
    """Without greeting, farewell and footer, line by line; the text itself where nothing would be left.

    None of them changes anything of what is said.
    """
    lines = text.split("\n") if len(text) < 4000 else [text]
    kept = "\n".join(map(_line_core, lines)) if len(lines) < 20 else _line_core(text)
    return kept if len(kept.strip()) >= 12 else text


def _line_core(text: str) -> str:
    greeting = _GREETING.match(text[:200])
    stripped = text[greeting.end() :] if greeting else text
    for _ in range(3 if _CLOSING_HINT.search(stripped[-160:]) else 0):
        # Only the end is searched: a farewell is short, and a search of a whole book for one is not.
        body, end = stripped[:-160], stripped[-160:]
        shorter = body + _CLOSING.sub("", end, count=1)
        if shorter == stripped:
            break
        stripped = shorter
    return stripped


def prepare(text: str) -> Prepared:
    """`text` as written; its core is what is compared."""
    flat = normal(core(text))
    words = [_SHORTHAND.get(word, word) for word in flat.split()]
    return Prepared(words, _NUMBER.findall(flat), grams(" ".join(words)))


def is_prose(words: list[str]) -> bool:
    """Whether small words are among these: an answer in sentences, and no class, number or code."""
    return sum(word in SMALL for word in words) >= 0.12 * len(words) and len(words) > 3


class Vocabulary:
    """Words met so far: one that stands in several records is no slip of the keys."""

    LIMIT = 400_000

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()

    def add(self, words: list[str]) -> None:
        if len(self.counts) < self.LIMIT:
            self.counts.update(set(words))

    def are_two_words(self, a: str, b: str) -> bool:
        """Whether both stand in several records, and neither is rare beside the other as a slip is."""
        rare, common = sorted((self.counts[a], self.counts[b]))
        swapped = len(a) == len(b) and sorted(a) == sorted(b)
        return rare >= 3 and rare > (0.2 if swapped else 0.04) * common


def overlap(a: set[str], b: set[str]) -> float:
    """Jaccard index."""
    if not a or not b:
        return float(a == b)
    common = len(a & b)
    return common / (len(a) + len(b) - common)


def same_but_for_slips(a: Prepared, b: Prepared, vocabulary: Vocabulary | None = None, *, strict: bool = False) -> bool:
    """Whether one text is the other with slips, a footer, or a few words more or less; numbers and negations must agree.

    Args:
        strict: no word more or less, but for small ones.
    """
    if a.words == b.words:
        return True
    short, long = (a, b) if len(a.words) <= len(b.words) else (b, a)
    if not short.words or (not _within(short.numbers, long.numbers) and not _within(long.numbers, short.numbers)):
        return False
    shared = len(a.grams & b.grams)
    smaller = min(len(a.grams), len(b.grams)) or 1
    jaccard = shared / (len(a.grams) + len(b.grams) - shared or 1)
    if jaccard < MIN_OVERLAP and (shared < 0.93 * smaller or len(short.words) < 0.5 * len(long.words)):
        return False
    if len(long.words) > MAX_WORDS:
        return jaccard >= 0.8
    if not _may_be_slips(short.words, long.words, vocabulary):
        return False
    return _few_words_differ(short.words, long.words, vocabulary, strict)


def _within(few: list[str], many: list[str]) -> bool:
    """Whether `few` come in this order among `many`."""
    rest = iter(many)
    return all(number in rest for number in few)


def _may_be_slips(a: list[str], b: list[str], vocabulary: Vocabulary | None) -> bool:
    """A cheap look at the words that only one side has, before they are lined up."""
    size = len(b)
    if size >= 50:
        return True
    only_a, only_b = Counter(a) - Counter(b), Counter(b) - Counter(a)
    left = [word for word in only_a if word not in SMALL]
    right = [word for word in only_b if word not in SMALL]
    if not left or not right:
        return len(right or left) <= 0.2 * size + 4
    return (len(left) <= 0.25 * size + 1 and any(_is_slip(x, y, vocabulary) for x in left for y in right)) or "".join(
        left
    ) == "".join(right)


def _few_words_differ(a: list[str], b: list[str], vocabulary: Vocabulary | None, strict: bool) -> bool:
    substituted = slips = 0
    added = 0.0
    size = max(len(a), len(b))
    for kind, a1, a2, b1, b2 in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        old, new = a[a1:a2], b[b1:b2]
        # What was put before or behind a whole text ("Was this helpful? Yes / No") does not negate it.
        outside = kind == "insert" and len(new) >= 3 and (a1 in (0, len(a))) and size >= 20
        if _NEGATIONS & set(old) != _NEGATIONS & set(new) and not outside:
            return False
        if kind == "replace":
            left, right = _without_slips(old, new, vocabulary)
            slips += len(old) - len(left)
            content_left = [word for word in left if word not in SMALL]
            content_right = [word for word in right if word not in SMALL]
            if left and right and (content_left or content_right):
                substituted += max(1, min(len(content_left), len(content_right)))  # "and" for "after" counts as well
                added += abs(len(left) - len(right))
            else:
                added += 0.5 * min(len(left), len(right)) + len(content_left or content_right)
                added += 0.5 * (abs(len(left) - len(right)) - len(content_left or content_right))
        else:
            added += sum(0.5 if word in SMALL else 1.0 for word in old or new)
    if substituted > (0.04 * size if size >= 50 and not strict else 0) or slips > max(1, 0.25 * size):
        return False
    if strict:
        return added <= 0.5
    return added <= (0.2 * size if size >= 24 else 0.12 * size if size >= 9 else 0)


def _without_slips(old: list[str], new: list[str], vocabulary: Vocabulary | None) -> tuple[list[str], list[str]]:
    """The words of both sides that are not the same word mistyped."""
    if "".join(old) == "".join(new):
        return [], []  # a space more or less
    left, right = [], list(new)
    for word in old:
        match = next((other for other in right if _is_slip(word, other, vocabulary)), None)
        if match is None:
            left.append(word)
        else:
            right.remove(match)
    return left, right


def _is_slip(a: str, b: str, vocabulary: Vocabulary | None) -> bool:
    if any(character.isdigit() for character in a + b):
        return False
    if vocabulary is not None and vocabulary.are_two_words(a, b):
        return False
    if a[0] != b[0] and sorted(a[:2]) != sorted(b[:2]):
        return False  # slips seldom touch the first letter; other words (northern, southern) often differ in it
    size = min(len(a), len(b))
    allowed = 1 if size <= 7 else 2
    return size >= 3 and distance(a, b, allowed) <= allowed


def distance(a: str, b: str, most: int) -> int:
    """Edits and swaps of neighbours from one word to the other (Damerau 1964); stops counting above `most`."""
    if abs(len(a) - len(b)) > most:
        return most + 1
    before, row = [0] * (len(b) + 1), list(range(len(b) + 1))
    for i, x in enumerate(a, start=1):
        earlier, before, row = before, row, [i] + [0] * len(b)
        for j, y in enumerate(b, start=1):
            row[j] = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                row[j] = min(row[j], earlier[j - 2] + 1)
        if min(row) > most:
            return most + 1
    return row[-1]


class Index:
    """Signatures of what was kept, by number; asks for candidates that may be copies."""

    def __init__(self) -> None:
        from rensa import RMinHashLSH

        self._lsh = RMinHashLSH(MIN_OVERLAP, PERMUTATIONS, BANDS)

    @staticmethod
    def signature(shingles: set[str], only_with: str = "") -> object | None:
        """Null for texts too short to have a meaningful overlap.

        Args:
            only_with: an answer or class that must be the same; no other record is ever a candidate then.
        """
        from rensa import RMinHash

        if len(shingles) < MIN_GRAMS:
            return None
        sketch = RMinHash(PERMUTATIONS, SEED)
        sketch.update([only_with + gram for gram in shingles] if only_with else list(shingles))
        return sketch

    def candidates(self, sketch: object) -> list[int]:
        return sorted(self._lsh.query(sketch))

    def add(self, number: int, sketch: object) -> None:
        self._lsh.insert(number, sketch)
