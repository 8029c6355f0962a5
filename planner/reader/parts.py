"""Which parts of the data are taken or left out: "everything but the HR folder", "only what is marked approved".

A cue says in which way, and where the part stands: behind it ("leave out the jokes"), before it ("the jokes stay out"),
or earlier, when the cue only points back ("the jokes are ours, leave them"). What is found is a part if it stands where
data is spoken of and says nothing of how the model shall behave.
"""

from dataclasses import dataclass
from typing import Literal

from planner.reader.draft import Draft
from planner.reader.layout import Document
from planner.reader.lexicon.parts import CLEANED, CUES, NOT_PARTS, OF_RECORDS
from planner.reader.mention import Mention
from planner.reader.near_data import near_files, same_section, under_data
from planner.reader.part_or_wish import BLANK, DATES, PLACED, POINTED_DAYS, UNITS, is_part, of_language
from planner.reader.part_phrases import left_out_by, marked, part_phrases
from planner.reader.patterns import Hit, Lexicon
from planner.reader.phrases import phrase_of, trimmed
from planner.reader.words import word_set

_CUES = Lexicon(CUES)


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
        if is_part(document, hit, *span, set(document.norms(whole[0], span[0])), mentions):
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
        if kinds & (UNITS | {"path"}) or any(not draft.free(k) for k in range(low, high + 1)):
            continue
        hit = left_out_by(document, low, high)
        span = trimmed(document, low, high)
        if hit is None or span is None or any(k in draft.used for k in range(hit.first, hit.last + 1)):
            continue
        words, own = set(document.norms(span[0], span[1] + 1)), set(document.norms(low, head + 1))
        dated = words & DATES and any(
            document.tokens[k].kind in ("date", "duration") for k in range(low, min(high + 3, len(document.tokens)))
        )
        dated = dated or any(low <= h.first <= high for h in POINTED_DAYS.find(document))
        if dated or words <= DATES | BLANK or words & word_set("language languages"):
            continue  # a matter of dates, or of languages
        about_data = (
            near_files(document, hit, mentions)
            or under_data(document, low)
            or same_section(document, low, mentions)
            or any(_shared(m, document.norms(low, high + 1)) >= 1 for m in mentions)
        )
        named = any(marked(document, k) for k in range(low, high + 1))
        if (
            about_data
            and (named or own & PLACED or not own & (NOT_PARTS - OF_RECORDS))
            and not words & CLEANED
            and not of_language(document, low, high)
            and "your" not in words
        ):
            found.append(Part("exclude", *span, Hit("off", hit.first, hit.last)))
    return found


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


def _targets(document: Document, mentions: list[Mention], part: Part) -> list[Mention]:
    """The files that a part is said of: by window, by their own names, by what they hold, by nearness."""
    at = part.cue.first
    inside = [m for m in mentions if m.window[0] <= at <= m.window[1]]
    sentence = document.tokens[at].sentence
    first, last = document.sentences[sentence]
    words = [w for k, w in enumerate(document.norms(first, last)) if not any(m.i == first + k for m in mentions)]
    ended = [m for m in mentions if m.path.rsplit(".", 1)[-1].lower() in words and "." in m.path]
    if len(ended) == 1 and len(mentions) > 1:
        return ended  # "in the jsonl there are also …"
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
