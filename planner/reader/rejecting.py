"""What is said of a result that nobody wants: "is useless", "we won't use it". Then its opposite is asked for."""

from planner.reader.layout import Document
from planner.reader.patterns import Lexicon

_REJECTED = Lexicon({
    "rejected": """
        useless; worthless; unacceptable; unusable; intolerable; no|not good|use|help|go; not acceptable|enough|allowed;
        reject*; wont; will not; wouldnt; would not; dont; do not; cant|cannot live|accept|use|have; too much|many|low|little;
        fail|fails|failed; dealbreaker; deal breaker; out of the question; forget it; forget about; send* ... back;
        stop|stops at once|it|immediately; would|will stop; shut|switch|switched|take ... off|down; scrap*; pull the plug; no interest; no point; no deal; never go*; doesnt|dont|wont|isnt|not|never|no go|goes|going ?it live|out|online|on|ahead; stays|stay|remains off|out|down|offline|dark; a no; is out; disqualif*; not good
    """,
})  # fmt: skip


def rejected(document: Document, i: int) -> bool:
    """Whether the sentence of token i, or the one behind it, turns down what token i says."""
    sentence = document.tokens[i].sentence
    return any(
        document.tokens[hit.first].sentence == sentence or 0 < document.tokens[hit.first].sentence - sentence <= 1
        for hit in _REJECTED.find(document)
        if hit.first > i or document.tokens[hit.first].sentence == sentence
    )
