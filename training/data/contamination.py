"""What stands in the held-out part, or nearly so, must not be trained on.

A training record is contaminated when it is a test question, contains one, or shares nearly all its words with one.
Long test texts are found by their runs of 13 words, as GPT-3's authors did (Brown et al. 2020, appendix C).
"""

import re

from training.data.content import Content
from training.data.near import Index, Prepared, is_prose, prepare, same_but_for_slips
from training.data.normal import key, normal

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+|\n+")
RUN = 13
MOST_CANDIDATES = 60
MIN_WORDS = 5
"""A shorter test question stands in many innocent texts; it must be met as a whole."""
MIN_RUN_SHARE = 0.3
"""Share of a long test text's runs that a training text must have."""


class HeldOut:
    """Everything that the model will be tested on, ready to be looked up."""

    def __init__(self) -> None:
        self.keys: dict[bytes, tuple[str, int]] = {}
        self.questions: dict[int, dict[str, tuple[str, int]]] = {}
        """Number of words to question to where it stands."""
        self.runs: dict[str, list[int]] = {}
        self.run_counts: list[int] = []
        self.where: list[tuple[str, int]] = []
        self.prepared: list[Prepared] = []
        self._index: Index | None = None

    def __bool__(self) -> bool:
        return bool(self.keys)

    def add(self, content: Content, source: str, index: int) -> None:
        """Take in one test: its question, and its answer where that is long enough to be told."""
        place = (source, index)
        long_answer = len(content.answered.split()) >= RUN + 5 and is_prose(normal(content.answered).split())
        for text in (content.asked, content.answered if long_answer else ""):
            flat = normal(text)
            if not flat:
                continue
            self.keys.setdefault(key(text), place)
            words = flat.split()
            if MIN_WORDS <= len(words) < 2 * RUN and len(flat) >= 20:
                self.questions.setdefault(len(words), {}).setdefault(flat, place)
            number = len(self.where)
            self.where.append(place)
            runs = (
                {" ".join(words[i : i + RUN]) for i in range(0, len(words) - RUN + 1)}
                if len(words) >= 2 * RUN
                else set()
            )
            for run in sorted(runs):
                self.runs.setdefault(run, []).append(number)
            self.run_counts.append(len(runs))
            ready = prepare(text)
            self.prepared.append(ready)
            answer = normal(content.answered).split()
            told = " ".join(answer) if text is content.asked and answer and not is_prose(answer) else ""
            if len(words) >= MIN_WORDS and (sketch := Index.signature(ready.grams, told)) is not None:
                self._index = self._index or Index()
                self._index.add(number, sketch)

    def met_in(self, content: Content, *, near: bool = True) -> tuple[str, tuple[str, int]] | None:
        """(how, where the test stands) for a training record that gives a test away; null for the others."""
        if not self.keys:
            return None
        turns = dict.fromkeys([content.asked, *(content.asked.split("\n") if content.answered else ()), content.whole])
        for text in turns:
            if text and (found := self.keys.get(key(text))):
                return "it is the test itself", found
        for text in dict.fromkeys((content.asked, content.answered)):
            if not text:
                continue
            # In running text a question is found wherever it stands. A command of a few words may stand inside a
            # longer one without giving anything away, so in talks it must be a sentence of its own.
            if found := self._contained(normal(text).split()) if not content.answered else self._a_sentence(text):
                return "a test question stands in it", found
            if found := self._shared(normal(text).split()):
                return "a test's text stands in it", found
        return self._near(content) if near else None

    def _contained(self, words: list[str]) -> tuple[str, int] | None:
        for size in sorted(self.questions):
            if size > len(words):
                break
            wanted = self.questions[size]
            for i in range(len(words) - size + 1):
                if (found := wanted.get(" ".join(words[i : i + size]))) is not None:
                    return found
        return None

    def _a_sentence(self, text: str) -> tuple[str, int] | None:
        for sentence in _SENTENCE_END.split(text[:50_000]):
            flat = normal(sentence)
            if found := self.questions.get(flat.count(" ") + 1, {}).get(flat):
                return found
        return None

    def _shared(self, words: list[str]) -> tuple[str, int] | None:
        if not self.runs or len(words) < RUN:
            return None
        hits: dict[int, int] = {}
        for run in {" ".join(words[i : i + RUN]) for i in range(len(words) - RUN + 1)}:
            for number in self.runs.get(run, ()):
                hits[number] = hits.get(number, 0) + 1
        for number in sorted(hits):
            if hits[number] >= max(2, MIN_RUN_SHARE * self.run_counts[number]):
                return self.where[number]
        return None

    def _near(self, content: Content) -> tuple[str, tuple[str, int]] | None:
        if self._index is None:
            return None
        answer = normal(content.answered)
        for text in dict.fromkeys((content.asked, content.answered if len(content.answered.split()) > RUN else "")):
            ready = prepare(text) if text else None
            if ready is None or len(ready.words) < MIN_WORDS:
                continue
            # Nearly the same question with another class, number or command for an answer gives nothing away.
            told = answer if text is content.asked and answer and not is_prose(answer.split()) else ""
            if (sketch := Index.signature(ready.grams, told)) is None:
                continue
            for number in self._index.candidates(sketch)[:MOST_CANDIDATES]:
                if same_but_for_slips(ready, self.prepared[number], strict=len(ready.words) < 12):
                    return "nearly a test", self.where[number]
        return None
