"""What a model may be compared with: the model it starts from, a search, what is in use now.

Some are named by words that stand for nothing else ("the base model"). Others only by their place: what a model is to be
"better than" is in use now, be it "the regex router", "our macros" or "Tekla", a bot that was spoken of before.
"""

from planner.reader.layout import Document
from planner.reader.lexicon.quality import OPPONENTS
from planner.reader.patterns import Hit, Lexicon, covered
from planner.reader.words import word_set

_OPPONENTS = Lexicon(OPPONENTS)
_UNTOUCHED = word_set(
    "untrained untuned untouched unmodified unadapted unchanged unaltered original raw plain stock vanilla naked bare pristine "
    "generic factory base ordinary foundation pretrained starting"
)
_MODELS = word_set(
    "model models llama qwen mistral gemma phi falcon mixtral smollm granite olmo deepseek checkpoint weights llm version one "
    "itself"
)
_SYSTEMS = word_set(
    "bot chatbot router engine script scripts macro macros template templates rules regex regexes classifier tagger sorter system "
    "tool software vendor vendors provider agency supplier product solution app algorithm heuristic heuristics excel spreadsheet "
    "service plugin assistant program programme workflow pipeline filter translator matcher ruleset machine package faq formula "
    "wizard autoresponder baseline copilot library keywords decision"
)
_BEHIND = word_set(
    "than over against beat beats beating outperform outperforms outdo outdoes with to of surpass surpasses trump trumps vs versus compared"
)
_AGAINST = word_set("than over against vs versus")
_ENDS = word_set(", . ; : | ( ) ! ? and in at by on for when if before")
_FAMILIES = ("llama", "qwen", "mistral", "gemma", "mixtral", "smollm")
_REACH = 7
_PEOPLE = word_set(
    "human humans people person staff clerk clerks colleague colleagues expert experts trainee interns student"
)


def opponents(document: Document) -> list[Hit]:
    """All that a model may be compared with, by words that stand for it wherever they are."""
    known: list[Hit] | None = document.found.get("opponents")
    if known is None:
        hits = _OPPONENTS.find(document)
        known = covered(hits, [h for h in hits if h.concept == "none"])
        known = [*(h for h in known if h.concept != "none"), *_untouched(document)]
        document.found["opponents"] = known
    return known


def _untouched(document: Document) -> list[Hit]:
    """ "The untouched model", "plain Qwen", "the original Llama"."""
    found = []
    for i, token in enumerate(document.tokens):
        if token.norm not in _UNTOUCHED or token.masked:
            continue
        for k in range(i + 1, min(i + 4, len(document.tokens))):
            other = document.tokens[k]
            if other.sentence != token.sentence or other.kind == "punct":
                break
            if other.kind == "model" or other.norm in _MODELS or other.norm.startswith(_FAMILIES):
                found.append(Hit("base", i, k))
                break
    return found


def compared_with(document: Document, verb: Hit) -> Hit | None:
    """What stands behind the verb of a comparison and is in use now, though no word says so."""
    _, last = document.sentences[document.tokens[verb.first].sentence]
    near, far = range(verb.first, min(verb.last + 4, last)), range(verb.first, min(verb.last + 9, last))
    begin = next((k + 1 for k in far if document.norm(k) in _AGAINST), None)
    begin = begin or next((k + 1 for k in near if document.norm(k) in _BEHIND), None)
    if begin is None or (document.norm(verb.first) == "prefer" and document.norm(verb.first - 1) in ("i", "we", "you")):
        return None
    for k in range(begin, min(begin + _REACH, last)):
        token = document.tokens[k]
        if token.norm in _ENDS or token.norm in _PEOPLE:
            return None
        if token.kind == "model" or token.norm.startswith(_FAMILIES):
            return Hit("base", k, k)
        if token.norm in _SYSTEMS or _named_as_system(document, k):
            return Hit("current", begin, k)
    return None


def _named_as_system(document: Document, i: int) -> bool:
    """Whether a name was given to a bot or a tool elsewhere: 'a keyword bot ("Tekla")'."""
    name = document.tokens[i]
    written = document.text[name.start : name.start + 1]
    if name.kind not in ("word", "other") or not written.isupper():
        return False
    systems, named = _places(document)
    places = [k for k in named.get(name.norm, ()) if k != i]
    return any(abs(k - s) <= 4 and document.tokens[k].sentence == document.tokens[s].sentence for k in places[:20] for s in systems[:50])  # fmt: skip


def _places(document: Document) -> tuple[list[int], dict[str, list[int]]]:
    """Where systems are spoken of, and where each word stands."""
    known: tuple[list[int], dict[str, list[int]]] | None = document.found.get("systems")
    if known is None:
        systems: list[int] = []
        words: dict[str, list[int]] = {}
        for k, token in enumerate(document.tokens):
            if token.norm in _SYSTEMS:
                systems.append(k)
            words.setdefault(token.norm, []).append(k)
        known = document.found["systems"] = (systems, words)
    return known
