"""Which parts of the data are taken or left out: "everything but the HR folder", "only what is marked approved".

A cue says in which way, and where the part stands: behind it ("leave out the jokes"), before it ("the jokes stay out"),
or earlier, when the cue only points back ("the jokes are ours, leave them"). What is found is a part if it stands where
data is spoken of and says nothing of how the model shall behave.
"""

from dataclasses import dataclass
from typing import Literal

from planner.reader.draft import Draft
from planner.reader.layout import Document
from planner.reader.lexicon.data_days import POINTED
from planner.reader.lexicon.languages import NAMES
from planner.reader.lexicon.parts import CLEANED, CUES, MARKS, NOT_PARTS, OF_RECORDS
from planner.reader.mention import Mention
from planner.reader.part_phrases import left_out_by, marked, part_phrases
from planner.reader.patterns import Hit, Lexicon
from planner.reader.phrases import LEADING, VERBS, phrase_of, trimmed
from planner.reader.tokens import Token
from planner.reader.words import word_set

_CUES, _POINTED = Lexicon(CUES), Lexicon(POINTED)
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
_TAKES = word_set("take read learn include keep")
_BLANK = word_set("one ones older newer other others them it those these this that thing things some more many all")
_PLACES = word_set("folder subfolder directory section chapter part tab sheet channel module appendix annex")
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
_DATES = word_set("before older newer after since until prior later earlier than last past younger")
_UNITS = word_set("money share gpu_hours duration params memory model points")


@dataclass(frozen=True)
class Part:
    """A phrase, tokens low..high, with the tokens of its cue."""

    key: Literal["include", "exclude"]
    low: int
    high: int
    cue: Hit


def find_parts(draft: Draft, mentions: list[Mention]) -> list[Part]:
    """All parts that the turn speaks of, in order."""
    document = draft.document
    hits = _CUES.find(document)
    parts: list[Part] = []
    for hit in sorted(hits, key=lambda h: (h.first, -h.last)):
        if any(document.tokens[k].masked or k in draft.used for k in range(hit.first, hit.last + 1)):
            continue
        if any(p.low <= hit.first <= p.high or p.cue.first <= hit.first <= p.cue.last for p in parts):
            continue
        whole = phrase_of(document, hit)
        span = trimmed(document, *whole) if whole is not None else None
        if whole is None or span is None or any(not draft.free(i) for i in range(span[0], span[1] + 1)):
            continue
        if _is_part(document, hit, *span, set(document.norms(whole[0], span[0])), mentions):
            key: Literal["include", "exclude"] = "include" if hit.concept in ("only", "alone") else "exclude"
            parts.append(Part(key, *span, hit))
    parts += _by_phrase(draft, mentions, parts)
    return [p for k, p in enumerate(parts) if not any(o.low <= p.high and p.low <= o.high for o in parts[:k])]


def _by_phrase(draft: Draft, mentions: list[Mention], known: list[Part]) -> list[Part]:
    """Parts that name themselves plainly, whatever the words that leave them out."""
    document = draft.document
    found: list[Part] = []
    for low, high, head in part_phrases(document) if mentions or document.turn else ():
        if any((p.low <= high and low <= p.high) or p.cue.first <= low <= p.cue.last for p in known):
            continue
        kinds = {document.tokens[k].kind for k in range(low, high + 1)}
        if kinds & (_UNITS | {"path"}) or any(not draft.free(k) for k in range(low, high + 1)):
            continue
        hit = left_out_by(document, low, high)
        span = trimmed(document, low, high)
        if hit is None or span is None or any(k in draft.used for k in range(hit.first, hit.last + 1)):
            continue
        words, own = set(document.norms(span[0], span[1] + 1)), set(document.norms(low, head + 1))
        dated = words & _DATES and any(
            document.tokens[k].kind in ("date", "duration") for k in range(low, min(high + 3, len(document.tokens)))
        )
        if dated or words <= _DATES | _BLANK or words & word_set("language languages"):
            continue  # a matter of dates, or of languages
        about_data = (
            _near_files(document, hit, mentions)
            or _under_data(document, low)
            or _same_section(document, low, mentions)
            or any(_shared(m, document.norms(low, high + 1)) >= 1 for m in mentions)
        )
        named = any(marked(document, k) for k in range(low, high + 1))
        if (
            about_data
            and (named or own & _PLACES or not own & (NOT_PARTS - OF_RECORDS))
            and not words & CLEANED
            and not words & set(NAMES)
            and "your" not in words
        ):
            found.append(Part("exclude", *span, Hit("off", hit.first, hit.last)))
    return found


def _same_section(document: Document, i: int, mentions: list[Mention]) -> bool:
    """Whether a file is named under the same heading."""
    heading = document.block_of[i].heading
    return any(document.block_of[m.i].heading == heading and m.i < i for m in mentions) and (
        heading != "" or len(mentions) == 1
    )


def place_parts(draft: Draft, mentions: list[Mention], parts: list[Part]) -> None:
    """Gives each part to the files that it is said of; without one it is a claim on what was named before."""
    document = draft.document
    for part in parts:
        phrase = " ".join(document.quote(part.low, part.high).split()).strip(" \"'“”„*`,")
        low, high = min(part.cue.first, part.low), max(part.cue.last, part.high)
        targets = _targets(document, mentions, part)
        for mention in targets:
            known = mention.item.setdefault(part.key, [])
            if phrase not in known:
                known.append(phrase)
                mention.spans += [low, high]
        if not targets and document.turn:
            draft.claim("data.sources", {"path": None, part.key: [phrase]}, low, high)
        draft.use(*range(part.low, part.high + 1))


def _is_part(document: Document, hit: Hit, low: int, high: int, lead: set[str], mentions: list[Mention]) -> bool:
    tokens = document.tokens
    words = set(document.norms(low, high + 1))
    first, last = document.sentences[tokens[hit.first].sentence]
    sentence = set(document.norms(first, last))
    if words & NOT_PARTS and not words & _PLACES:
        return False
    if any(tokens[i].kind in _UNITS for i in range(low, high + 1)) or any(
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
        or words <= _BLANK | word_set("they we he she text texts prose tasks plain")
        or (document.norm(low) in _DATES and not any(tokens[i].kind == "date" for i in range(low, high + 1)))
    ):
        return False  # "no small talk in your reply", "not after all"
    if document.norm(hit.first) == "forget" and not words & _PLACES:
        return False  # what was wanted before
    if words & set(NAMES) and len(words - LEADING) <= 3:
        return False  # "only the English ones": a matter of cleaning
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
    dated = any(tokens[i].kind == "date" or _year(tokens[i]) for i in range(low, min(high + 4, last)))
    if any(low <= h.first <= high for h in _POINTED.find(document)):
        return False  # "shots from that day on"
    if dated and (
        (_DATES | {"dated", "from", "up"})
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
    near = beside or _near_files(document, hit, mentions) or _under_data(document, hit.first)
    if not mentions and not document.turn:
        return False
    word = document.norm(hit.first)
    plain = of_records or named or bool((words | lead | set(document.norms(hit.last + 1, low))) & MARKS)
    if hit.concept == "out":
        weak = hit.last == hit.first and word in _WEAK and document.norm(high + 1) not in ("out", "away", "aside")
        if weak and word == "no" and near and of_records and last - first <= 8 and not sentence & VERBS:
            return True  # "no newsletters please"
        if weak and word in ("no", "not", "dont", "never"):
            return beside and (plain or _right_behind(document, hit, mentions))
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
            and _just_named(document, hit, mentions)
            and document.norm(high).endswith("s")
        )
        plainly = of_records or whole or taken or _right_behind(document, hit, mentions)
        return near and plainly and not _purpose(document, hit)
    if hit.concept == "alone":
        if hit.last + 1 < last and document.tokens[hit.last + 1].kind != "punct":
            return False
        return near and plain and bool(beside or sentence & (_LEARNS | OF_RECORDS)) and not _purpose(document, hit)
    if document.norms(hit.last, hit.last + 2) == ["out", "of"]:
        return False  # "out of the question"
    return near and (plain or (hit.concept == "off" and beside))


def _year(token: Token) -> bool:
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


def _near_files(document: Document, hit: Hit, mentions: list[Mention]) -> bool:
    """Whether a file was named in the sentence, or not long before."""
    sentence = document.tokens[hit.first].sentence
    return any(
        0
        <= sentence - document.tokens[m.i].sentence
        <= (3 if document.block_of[m.i] is document.block_of[hit.first] else 2)
        for m in mentions
    ) or bool(document.turn)


def _under_data(document: Document, i: int) -> bool:
    frame = set(document.frame(i).replace(":", " ").split())
    return bool(
        word_set(
            "data input inputs source sources material materials corpus learns learn training stuff files exclude include skip"
        )
        & frame
    )


def _right_behind(document: Document, hit: Hit, mentions: list[Mention]) -> bool:
    """ "plants.csv, only …", "chats.jsonl (not …": the cue follows a file with no more than a mark between."""
    return any(
        0 < hit.first - m.i <= 2 and all(document.tokens[k].kind == "punct" for k in range(m.i + 1, hit.first))
        for m in mentions
    )


def _just_named(document: Document, hit: Hit, mentions: list[Mention]) -> bool:
    """Whether a file was named in the sentence or the one before."""
    sentence = document.tokens[hit.first].sentence
    return any(0 <= sentence - document.tokens[m.i].sentence <= 1 for m in mentions)


def _purpose(document: Document, hit: Hit) -> bool:
    """ "Only for the exam", "only if it beats": no part."""
    return document.norm(hit.last + 1) in word_set(
        "for if when to until after one two three at as because via through once"
    )


def _targets(document: Document, mentions: list[Mention], part: Part) -> list[Mention]:
    """The files that a part is said of: by window, by their own names, by what they hold, by nearness."""
    at = part.cue.first
    inside = [m for m in mentions if m.window[0] <= at <= m.window[1]]
    sentence = document.tokens[at].sentence
    first, last = document.sentences[sentence]
    words = [w for k, w in enumerate(document.norms(first, last)) if not any(m.i == first + k for m in mentions)]
    if inside:
        return [min(inside, key=lambda m: abs(m.i - at))]
    named = max(mentions, key=lambda m: _shared(m, words), default=None)
    if named is not None and _shared(named, words) > 0:
        return [named]
    usable = [m for m in mentions if m.item.get("role") != "tests"] or mentions
    before = [m for m in usable if m.i < at]
    return (
        [before[-1]]
        if before and sentence - document.tokens[before[-1].i].sentence <= 3
        else usable[:1]
        if len(usable) == 1
        else usable
    )


def _shared(mention: Mention, words: list[str]) -> float:
    """How much of a file's own name, ending or use the words repeat."""
    name = mention.path.lower().rstrip("/").rsplit("/", 1)[-1]
    stem, _, ending = name.partition(".")
    pieces = [p for p in stem.replace("-", "_").split("_") if len(p) > 3]
    hits = sum(any(p[:6] == w[:6] for w in words if len(w) > 3) for p in pieces)
    role = str(mention.item.get("role", ""))
    return (
        hits
        + 0.5 * (bool(ending) and ending in words)
        + 0.4 * (len(role) > 3 and any(role.rstrip("s") == w.rstrip("s") for w in words))
    )
