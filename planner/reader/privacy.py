"""Whether data or prompts may leave the user's machines.

Three things make a statement: an act that takes data out or a place outside, or a place inside where it stays; whose
act it is (data's or a machine's, not a guest's who leaves the car park); and whether the clause allows or forbids it.
"""

from planner.reader.clauses import clause_of
from planner.reader.draft import Draft
from planner.reader.layout import Document
from planner.reader.lexicon.egress import BRANDS, FORBIDS, FOREIGN, PERMITS, WORDS
from planner.reader.patterns import Hit, Lexicon
from planner.reader.words import word_set

_WORDS, _FOREIGN = Lexicon(WORDS), Lexicon(FOREIGN)
_MOODS = Lexicon({"permit": PERMITS, "forbid": FORBIDS})
_DATA = word_set(
    "data text texts record records recordings file files document documents letter letters chat chats mail mails email emails "
    "prompt prompts sample samples message messages material information byte bytes line lines everything all nothing it "
    "they them this that none anything papers notes conversations tickets reports images photos scans content archive "
    "transcripts calls rows entries what cases forms examples contents stuff uploading processing sending hosting training"
)
_PEOPLE = word_set(
    "guest guests customer customers people person staff employees employee visitors visitor passengers tenants tenant "
    "client clients child children pupils student students patient patients member members luggage car cars everybody we i you he she"
)
_USES = word_set(
    "use using rent run train host upload call let take go put process send share hand work judge label generate ask"
)
_TRANSFERS = word_set(
    "send sends sending sent share shared sharing hand handed handing transfer give given giving pass passed forward"
)
_WORKS = word_set("read write check label judge grade generate score make rewrite do help review rate answer sort mark")
_BRANDS = frozenset((*BRANDS.split("|"), "mistral", "mistrals", "google", "googles"))
_MODALS = word_set("may can could must should will shall is are goes leaves")
_OWN = word_set("hosted online remote commercial public")
_TALKS = word_set("recommend recommends mention mentions suggest refer advise promise talk comment name answer")
_VAGUE = word_set("it they them all everything what this that nothing none anything")
_OPENS = word_set("may can must not never no please uploading hosting fine ok travel sending sharing upload share")
_NOT_PLACES = word_set(
    "product products customers sky software offering telephony storage links link partners appearance temperature"
)


def read_privacy(draft: Draft) -> None:
    document = draft.document
    said: dict[bool, tuple[int, int]] = {}
    for hit in _FOREIGN.find(document):
        said.setdefault(hit.concept == "yes" and False not in said, (hit.first, hit.last))
    hits = _WORDS.find(document)
    moods = _MOODS.find(document)
    for hit in hits:
        if hit.concept == "act":
            continue
        found = _allowed(document, hits, moods, hit)
        if found is not None:
            said.setdefault(found[0], (found[1], found[2]))
    for allowed, (first, last) in said.items():
        draft.set("privacy.egress", allowed, first, last)


def _allowed(document: Document, hits: list[Hit], moods: list[Hit], hit: Hit) -> tuple[bool, int, int] | None:
    """What is said of one hit, with the tokens that say it; None where it says nothing of data leaving."""
    low, high = clause_of(document, hit.first)
    if document.norm(low) in _MODALS:  # "nothing - no text, no prompt - may leave our network"
        low = document.sentences[document.tokens[low].sentence][0]
    high = max(high, hit.last + 1)
    words = set(document.norms(low, high))
    keyed = _keyed(document, hit)
    if keyed is not None:
        return keyed
    if any(document.tokens[k].masked for k in range(hit.first, hit.last + 1)):
        return None
    if document.norm(hit.last + 1) in _NOT_PLACES:
        return None
    if hit.concept == "outside" and (
        _topic(document, low, hit.first)
        or (document.norm(hit.first) in _OWN and document.norm(hit.first - 1) in ("our", "my", "the", "your"))
    ):
        return None
    inside_clause = [m for m in moods if low <= m.first and m.last < high]
    permits = [m for m in inside_clause if m.concept == "permit"]
    forbids = [
        m
        for m in inside_clause
        if m.concept == "forbid" and not any(p.first <= m.first and m.last <= p.last for p in permits)
    ]
    acts = [h for h in hits if h.concept == "act" and low <= h.first and h.last < high]
    whose = bool(words & _DATA) or not words & _PEOPLE
    if hit.concept == "inside":
        if any(
            p.last > p.first and {"stay", "remain", "be"} & set(document.norms(p.first, p.last + 1)) for p in permits
        ):
            return True, low, high - 1
        free = [f for f in forbids if not hit.first <= f.first <= hit.last and f.last < hit.first]
        if free and not {"nothing", "nowhere", "no", "nobody", "without"} & set(
            document.norms(free[0].first, free[0].last + 1)
        ):
            return None
        if not (words & _DATA or hit.last - hit.first <= 2 or words & word_set("only must has have should needs own")):
            return None
        return False, low, high - 1
    if hit.concept in ("out", "outside") and _by_people(document, low, hit.first, words):
        return None
    if hit.concept == "out" and not words & _DATA and document.norm(low) not in _OPENS:
        return None
    if hit.concept == "outside":
        first = document.norm(hit.first)
        vague = (
            first in word_set("anywhere elsewhere wherever outside abroad overseas hub the") and hit.last == hit.first
        )
        moved = {document.norm(a.first) for a in acts}
        if vague and not (
            moved
            & (
                _TRANSFERS
                | word_set(
                    "upload uploaded go goes process processed put copy copied store stored get gets see sees stay stays connected connection link generate write label judge grade"
                )
            )
        ):
            return None
        if not whose and not moved:
            return None
        if _their_own_act(document, hit, low, high, words):
            return None
    if forbids:
        return False, low, high - 1
    if permits and document.norm(hit.first) != "nothing":
        return True, low, high - 1
    if hit.concept == "outside" and _told(document, low, hit.first, acts):
        return True, low, high - 1
    if hit.concept == "outside" and (document.norms(hit.first, hit.last + 2)[-1:] == ["please"]):
        return True, low, high - 1
    return None


def _their_own_act(document: Document, hit: Hit, low: int, high: int, words: set[str]) -> bool:
    """ "External suppliers can ask the bot about invoices": outsiders do something that is none of our data's way."""
    if document.norms(low, hit.first) not in ([], ["the"], ["our"], ["all"], ["any"]) or words & (_DATA - _VAGUE):
        return False
    behind = document.norms(hit.last + 1, high)
    marker = next((k for k, word in enumerate(behind) if word in ("may", "can", "could", "to")), None)
    if marker is None or marker > 4 or marker + 1 >= len(behind):
        return False
    return behind[marker + 1] not in (_WORKS | _USES | _TRANSFERS) - {"ask"} | word_set(
        "be see process store access handle receive get have touch view learn"
    )


def _by_people(document: Document, low: int, at: int, words: set[str]) -> bool:
    """Whether it is guests or staff who leave, upload or share, not data that leaves."""
    ahead = set(document.norms(low, at))
    if set(document.norms(at, at + 3)) & _PEOPLE and not words & (_DATA - _VAGUE):
        return True  # "it must not send people away"
    if words & _TALKS and not words & (_DATA - _VAGUE):
        return True
    return bool(ahead & _PEOPLE - word_set("we i you")) and not ahead & (_DATA - _VAGUE)


def _topic(document: Document, low: int, at: int) -> bool:
    """Whether the place is only what is talked about ("questions on our cloud", "explain OpenAI")."""
    ahead = document.norms(max(low, at - 6), at)
    return bool(word_set("about regarding explain explains explaining") & set(ahead)) or (
        bool({"questions", "question"} & set(ahead)) and "on" in ahead
    )


def _acts(document: Document, at: int) -> bool:
    """Whether a service is said to work on the data: "have the ChatGPT API read them", "OpenAI's API checks each"."""
    behind = document.norms(at + 1, at + 6)
    works = next((k for k, word in enumerate(behind) if word.rstrip("s") in _WORKS), None)
    return works is not None and not word_set("was were used had did already to") & set(behind[:works])


def _told(document: Document, low: int, at: int, acts: list[Hit]) -> bool:
    """Whether the clause tells to do it ("rent what you need on AWS", "train it in the cloud")."""
    if document.norm(at) in _BRANDS and _acts(document, at):
        return True
    verbs = [a.first for a in acts if document.norm(a.first) in _USES]
    return any(
        not word_set("we they i he she was were our customers people currently used already not")
        & set(document.norms(low, verb))
        for verb in verbs
    )


def _keyed(document: Document, hit: Hit) -> tuple[bool, int, int] | None:
    """ "egress: no", "| may data leave our network? | yes |", "cloud = ok"."""
    tokens = document.tokens
    for at in range(hit.last + 1, min(hit.last + 5, len(tokens))):
        if document.norm(at) in ("=", ":", "|", "?") and document.block_of[at] is document.block_of[hit.first]:
            for value in (at + 1, at + 2):
                word = document.norm(value)
                if word in word_set("yes true ok okay allowed fine permitted on y ja oui si sim 1"):
                    return True, hit.first, value
                if word in word_set("no false forbidden never none off n nein non nao 0 not"):
                    return False, hit.first, value
            return None
    return None
