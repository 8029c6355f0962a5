"""Whether a phrase that is taken or left out is a part of the data, or a wish about the model, the work, its languages."""

from planner.reader.layout import Document
from planner.reader.lexicon.data_days import POINTED
from planner.reader.lexicon.languages import NAMES
from planner.reader.lexicon.parts import CLEANED, MARKS, NOT_PARTS, OF_RECORDS
from planner.reader.mention import Mention
from planner.reader.near_data import just_named, near_files, right_behind, under_data
from planner.reader.patterns import Hit, Lexicon
from planner.reader.phrases import LEADING, VERBS
from planner.reader.tokens import Token
from planner.reader.words import word_set

POINTED_DAYS = Lexicon(POINTED)
"""Words that point back at a day: what they bound is no part but a stretch of time."""
_WEAK = word_set(
    "no not without minus drop forget avoid dont never bez sin sem zonder ohne leave ditch nothing none menos"
)
"""Words of everyday: cues only beside a file or for what is plainly a part of one."""
_SUBJECTS = word_set(
    "it model bot chatbot assistant agent answers answer reply replies summary summaries output texts system nobody everybody somebody"
)
_LEARNS = word_set(
    "learn learns learned train trained training read include included see use used touch look take data in there"
)
_UNITS_OF_A_FIRM = word_set(
    "branch branches office unit team department desk site plant shop client clients market folder"
)
_TAKES = word_set("take read learn include keep")
BLANK = word_set("one ones older newer other others them it those these this that thing things some more many all")
PLACED = word_set("folder subfolder directory section chapter part tab sheet channel module appendix annex")
_IMPERATIVES = word_set(
    "leave leaves drop forget avoid ditch skip ignore omit exclude keep take use pick limit restrict"
)
_BEFORE_VERBS = word_set(
    "please and but to then also just or you we it should must can may pls not never only i lets could would will kindly better the so now always exclude"
)
_ANSWERED = word_set(
    "text answer answers reply replies response responses solution solutions output outputs question questions label labels"
)
_EXAMS = word_set("exam exams acceptance evaluation questions set")
DATES = word_set("before older newer after since until prior later earlier than last past younger")
UNITS = word_set("money share gpu_hours duration params memory model points")


def of_language(document: Document, low: int, high: int) -> bool:
    """ "The Dutch chats", "mails in Dutch", and not "invoices of the Dutch branch"."""
    return any(
        document.norm(k) in NAMES
        and (document.norm(k - 1) == "in" or document.norm(k + 1) in OF_RECORDS or high - low < 2)
        for k in range(low, high + 1)
        if document.norm(k + 1) not in _UNITS_OF_A_FIRM
    )


def is_part(document: Document, hit: Hit, low: int, high: int, lead: set[str], mentions: list[Mention]) -> bool:
    tokens = document.tokens
    words = set(document.norms(low, high + 1))
    first, last = document.sentences[tokens[hit.first].sentence]
    sentence = set(document.norms(first, last))
    if words & NOT_PARTS and not words & PLACED:
        return False
    if (
        hit.concept == "off"
        and document.norms(hit.last + 1, hit.last + 2) == ["for"]
        and _SUBJECTS & set(document.norms(hit.last + 2, hit.last + 4))
    ):
        return False  # "off limits for it"
    if hit.concept in ("off", "back") and document.norm(low) in ("nothing", "none", "nobody", "no"):
        return False  # "nothing in this mail is confidential"
    if any(tokens[i].kind in UNITS for i in range(low, high + 1)) or any(
        tokens[i].masked for i in range(low, high + 1)
    ):
        return False
    if sentence & CLEANED and words & {"one", "it", "them", "any"}:
        return False  # "drop every letter with one in it"
    if sentence & CLEANED and words <= OF_RECORDS | MARKS | LEADING:
        return False
    if words & word_set("private sensitive personal") and words & word_set("data details information"):
        return False
    if words & CLEANED or (sentence & CLEANED and hit.concept in ("back", "off")):
        return False
    if (
        "your" in words
        or words
        <= BLANK
        | word_set("they we he she text texts prose tasks plain year month week day first second third last file one")
        or (document.norm(low) in DATES and not any(tokens[i].kind == "date" for i in range(low, high + 1)))
    ):
        return False  # "no small talk in your reply", "not after all"
    if document.norm(hit.first) == "forget" and not words & PLACED:
        return False  # what was wanted before
    if words & set(NAMES) and len(words - LEADING) <= 3:
        return False  # "only the English ones": a matter of cleaning
    if {"test", "tests", "tested", "testing"} & words and sentence & word_set(
        "learned train trained training learn share"
    ):
        return False
    if (
        {"test", "exam", "acceptance", "evaluation"} & words
        and words & _EXAMS
        and sentence & word_set("training train learned learns trains examples")
    ):
        return False  # a matter of keeping the test apart
    if any(
        tokens[i].kind == "path" and ("." in str(tokens[i].value).rsplit("/", 1)[-1] or any(m.i == i for m in mentions))
        for i in range(low, high + 1)
    ):
        return False  # a file as a whole
    ahead = document.norm(hit.first - 1) if hit.first > first else ""
    if (
        document.norm(hit.first) in _IMPERATIVES
        and ahead not in _BEFORE_VERBS
        and (ahead.endswith("s") or ahead in ("people", "staff", "who", "that", "they"))
    ):
        return False  # "customers leave us reviews"
    if document.norm(hit.first) in ("without", "no") and words & _ANSWERED:
        return False  # prompts
    dated = any(tokens[i].kind == "date" or a_year(tokens[i]) for i in range(low, min(high + 4, last)))
    if hit.concept == "alone" and any(tokens[i].kind == "path" for i in range(low, high + 1)):
        return False  # "/scans is for the archive only"
    if any(low - 2 <= h.first <= high for h in POINTED_DAYS.find(document)):
        return False  # "shots from that day on"
    if dated and (
        (DATES | {"dated", "from", "up"})
        & (words | set(document.norms(hit.first, low)) | set(document.norms(high + 1, high + 3)))
        or hit.concept in ("only", "alone")
    ):
        return False  # a matter of dates
    if _of_behaviour(document, hit, first, sentence):
        return False
    if document.norm(low) in ("mark", "flag", "find", "detect", "spot", "tell", "say"):
        return False  # tasks
    start = tokens[low].start
    marked = document.text[max(0, start - 1)] in "\"“'`*„«‘" or any(
        c in document.text[start : tokens[high].end] for c in '"“`*_/'
    )
    named = marked or any(
        document.text[tokens[i].start].isupper() and i > first + 1
        for i in range(low, high + 1)
        if tokens[i].kind == "word"
    )
    of_records = bool(words & OF_RECORDS) or document.norm(high + 1) in OF_RECORDS
    beside = any(m.window[0] <= hit.first <= m.window[1] for m in mentions)
    near = beside or near_files(document, hit, mentions) or under_data(document, hit.first)
    if not mentions and not document.turn:
        return False
    word = document.norm(hit.first)
    plain = of_records or named or bool((words | lead | set(document.norms(hit.last + 1, low))) & MARKS)
    if hit.concept == "out":
        weak = hit.last == hit.first and word in _WEAK and document.norm(high + 1) not in ("out", "away", "aside")
        if weak and word == "no" and near and of_records and last - first <= 8 and not sentence & VERBS:
            return True  # "no newsletters please"
        if weak and word in ("no", "not", "dont", "never"):
            return beside and (plain or right_behind(document, hit, mentions))
        said = set(document.norms(hit.last + 1, low))
        if weak and said & {"what", "anything", "everything", "whatever"} and said & MARKS:
            return near
        if weak:
            return near and (of_records or (plain and (beside or marked)))
        if word in ("not", "dont", "never", "does") and document.norm(low) in word_set("like as too so only more than"):
            return False
        return near and (plain or beside or word not in _WEAK or bool(sentence & _LEARNS) or dated)
    if hit.concept == "only":
        if document.norms(hit.first, hit.last + 1) == ["just"] and not beside:
            return False  # "legal just saw that"
        if ahead in _SUBJECTS:
            return False  # "answers only from the documents"
        whole = bool((words | set(document.norms(hit.first, low))) & MARKS) or named
        taken = (
            bool(_TAKES & set(document.norms(hit.first, hit.last + 1)))
            and just_named(document, hit, mentions)
            and document.norm(high).endswith("s")
        )
        plainly = of_records or whole or taken or right_behind(document, hit, mentions)
        return near and plainly and not _purpose(document, hit)
    if hit.concept == "alone":
        if hit.last + 1 < last and document.tokens[hit.last + 1].kind != "punct":
            return False
        return near and plain and bool(beside or sentence & (_LEARNS | OF_RECORDS)) and not _purpose(document, hit)
    if document.norms(hit.last, hit.last + 2) == ["out", "of"]:
        return False  # "out of the question"
    if hit.concept == "back" and hit.first - first >= 3 and not plain:  # "indexes are clutter, cut them"
        said = set(document.norms(high + 1, hit.first))
        return (
            just_named(document, hit, mentions)
            and document.norm(high).endswith("s")
            and bool(said & {"are", "is", "were"})
        )
    return near and (plain or (hit.concept == "off" and beside))


def a_year(token: Token) -> bool:
    return (
        token.kind == "num" and token.end - token.start == 4 and 1900 <= float(token.value) <= 2100 and not token.mark
    )


def _of_behaviour(document: Document, hit: Hit, first: int, sentence: set[str]) -> bool:
    """Whether the sentence says how the model shall behave rather than what it learns from."""
    ahead = document.norms(first, hit.first)
    subject = next((k for k, word in enumerate(ahead) if word in _SUBJECTS), None)
    if subject is None:
        return False
    learns = _LEARNS & set(ahead[subject:] + document.norms(hit.first, hit.last + 1))
    if hit.concept in ("off", "back", "alone") and subject > 0:
        return False
    return not learns and bool(
        word_set("must should may can shall will never doesnt has needs ought would speaks talks")
        & set(ahead[subject:] + document.norms(hit.first, hit.first + 2))
    )


def _purpose(document: Document, hit: Hit) -> bool:
    """ "Only for the exam", "only if it beats": no part."""
    return document.norm(hit.last + 1) in word_set(
        "for if when to until after one two three at as because via through once"
    )
