"""Sentences that only ask or wonder: "why LoRA?", "what if we took 50?", "I wonder what 40 trials would cost"."""

from planner.reader.layout import Document
from planner.reader.patterns import Lexicon
from planner.reader.words import word_set

_OPENERS = word_set(
    "and but so ok okay hm hmm oh ah btw also , thanks - by the way just one question : wait und et y quick no right fine "
    "good great i see curious out of curiosity e sorry well hey then now yes @"
)
_ASKING = word_set(
    "why how what whats who when where which does is are did do was were will would warum wie was wer wann wo pourquoi "
    "comment que quoi quel quelle por como perche come waarom hoe wat wie has have whose"
)
_ALWAYS = word_set("why warum pourquoi waarom wieso weshalb whats")
_REQUESTS = frozenset(
    tuple(pair.split())
    for pair in (
        "how about; what about; is it; do it; do the; do not; would you; will you; do a; which is; que el; what we; what i; "
        "where the; when the; when we; when it; how we; what the; will be; was ich; was wir; come on; have the; have a; "
        "have it; what matters"
    ).split("; ")
)
_LATER = frozenset(
    tuple(pair.split())
    for pair in "is it;do you;do we;are you;is that;can i;can it;could it;does it;could one".split(";")
)
_ORDERS = word_set("make change use add drop please run try")
_WONDER = Lexicon({
    "wonder": """
        i|we|he|she|they wonder|wonders|wondered; wondering; i|we d|would like|love to know; curious what|whether|how|if;
        asks|asked|asking ?me|us ?about whether|if|what|how|why|when; want|wants to know|understand;
        tell me what|how|why|whether ... would|is|does|means; not sure what|how|whether ... means;
        i dont understand; explain; no idea what ... means; frage mich; je me demande; me pregunto
    """,
    "suppose": "suppose; supposing; hypothetically; imagine; assuming; in theory; angenommen; supposons; supongamos",
})  # fmt: skip


def mask_questions(document: Document) -> tuple[bool, bool]:
    """Masks sentences that only ask.

    Returns: (whether some sentence asks, whether it asks what would be).
    """
    asks = supposes = False
    told = {document.tokens[h.first].sentence: h.concept for h in _WONDER.find(document)} if document.turn else {}
    for sentence, (first, last) in document.sentences.items():
        kind = _kind(document, first, last, told.get(sentence))
        if not kind:
            continue
        asks = True
        supposes |= kind == "what if"
        for i in range(first, last):
            document.tokens[i].masked, document.tokens[i].mark = True, kind
    return asks, supposes


def _kind(document: Document, first: int, last: int, told: str | None) -> str:
    words = document.norms(first, last)
    start = next((k for k, word in enumerate(words) if word not in _OPENERS), len(words))
    if ":" in words[:3] and document.tokens[first].kind in ("word", "mention"):
        start = max(start, words.index(":") + 1)  # who speaks
    head = tuple(words[start : start + 2])
    ends = words[-1:] == ["?"] or "?" in words[-3:]
    if _supposes(head, words[start:], ends) and (document.turn > 0 or head == ("what", "if")):
        return "what if"
    if told == "suppose" and document.turn and (ends or words[start : start + 1] == ["suppose"]):
        return "what if"
    if told == "wonder" and not _ORDERS - {"add"} & set(words[start : start + 3]):
        return "question"
    if not head:
        return ""
    if (
        document.turn == 0
        and head[0] in word_set("is are will would do does which has have")
        and head != ("is", "there")
    ):
        return ""
    asking = head[0] in _ASKING and head not in _REQUESTS and (ends or head[0] in _ALWAYS)
    later = document.turn > 0 and ends and (head[0] == "is" or (head in _LATER and not _ORDERS & set(words)))
    return "question" if asking or later or head == ("how", "come") else ""


def _supposes(head: tuple[str, ...], words: list[str], ends: bool) -> bool:
    return (
        head in (("what", "if"), ("what", "would"), ("et", "si"), ("was", "ware"), ("e", "se"))
        or (ends and head[:1] in (("if",), ("suppose",), ("imagine",)))
        or (ends and head[:1] == ("would",) and head != ("would", "you"))
        or (ends and "if" in words and bool(head) and head[0] in word_set("how what would could will does do is can"))
    )
