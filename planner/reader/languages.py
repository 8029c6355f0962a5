"""Which languages the model must serve, and which the data is cleaned to."""

from bisect import bisect_left

from planner.claims import Claim
from planner.reader.draft import Draft
from planner.reader.layout import Document
from planner.reader.lexicon.languages import CODES, NAMES, NOT_A_LANGUAGE
from planner.reader.negation import negated
from planner.reader.patterns import Lexicon
from planner.reader.words import word_set

_CLEAN = Lexicon({
    "out": """
        throw|throws|toss|kick|leave|filter|sort|weed|take ... out; drop|drops; remove*; delete*; discard*;
        goes|go out; everything|anything|all|whatever ... not; only|just keep|use|take|the|train|learn;
        keep only|just; exclude*; ignore*; skip*; other languages; not in; foreign language;
        languages other than; that is|isnt|arent|are not; which is|isnt not; nothing but; raus; aussortier*;
        whatever isnt; without the; non; strip*; purge*; get rid; except
    """,
})  # fmt: skip
_SAME = Lexicon(
    {
        "unclear": """
            our customers|users|guests|clients|patients|readers|peoples|visitors|buyers|tenants languages|language;
            the|their|its native|local|own|mother language|languages|tongue; the languages of|they|we|spoken;
            local language|languages; the customers|users|guests|visitors language|languages;
            several|many|multiple|all|various|different|some|other|foreign|two|three|four|more|<num> other ?foreign languages;
            their languages; multilingual; into ?a foreign|other|another|the languages|language;
            language of ?the|our|their customer*|country|guest*|user*|market; target language*; main languages;
            export languages; neighbours language; languages of ?our export; every language; common languages;
            the usual languages; which ?target language|languages; what ?target language|languages;
            language|languages ... later|undecided|open|announce*|tba|tbd|decided
        """
    }
)
_FROM = Lexicon({"pair": "from <lang> to|into <lang>"})
_LANG_CUES = frozenset(
    """
        language languages in into english answer answers speak speaks spoken write writes written languages:
        only lang langs bilingual trilingual support sprache sprachen langue langues idioma idiomas lingua
        lingue taal talen
    """.split()
)


def read_languages(draft: Draft) -> None:
    document = draft.document
    found = named_languages(document)
    cues = [h.first for h in _CLEAN.find(document)]
    served: list[tuple[str, int]] = []
    cleaned: list[tuple[str, int, int]] = []
    for i, code in found:
        first, last = document.sentences[document.tokens[i].sentence]
        if _cleans(document, i, first, last, cues):
            cleaned.append((code, i, next(iter(_between(cues, first, i + 1)), i)))
            continue
        if _lies_about(document, i, first, last):
            continue
        if _not_wanted(draft, i):
            continue
        served.append((code, i))
    served = _without_slips(document, served)
    if cleaned:
        codes = list(dict.fromkeys(code for code, _, _ in cleaned))
        low, high = min(start for *_, start in cleaned), max(i for _, i, _ in cleaned)
        draft.set("data.cleaning.languages", codes, low, high)
    if len(served) > 1:
        served = _without_sources(draft, served)
    _claim_served(draft, served, cleaned)
    if not cleaned and len({code for code, _ in served}) <= 1:
        for hit in _SAME.find(document, masked=True):  # "Which languages? No clue yet."
            if not negated(document, hit.first, hit.last) and (
                not served
                or {"into", "translate", "translator", "translation", "export"}
                & set(document.norms(0, len(document.tokens)))
            ):
                draft.unclear_language = Claim(
                    path="languages", value=None, quote=document.quote(hit.first, hit.last), turn=document.turn
                )
                break


_SLIPS = Lexicon({"slip": """
    scratch|strike|forget that; no , ?make|rather|better|sorry|i|wait; no make|wait|sorry|rather; sorry; i mean|meant; make that; or rather; correction; wait;
    hang|hold on; actually; on second thoughts|thought
"""})  # fmt: skip


def _without_slips(document: Document, served: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """ "In German. No, scratch that, English": a language that is taken back in the same breath is not served."""
    slips = _SLIPS.find(document) if len(served) > 1 else []
    kept = []
    for place, (code, i) in enumerate(served):
        after = served[place + 1][1] if place + 1 < len(served) else -1
        between = document.norms(i + 1, after)
        slipped = i < after <= i + 8 and any(i < h.first and h.last < after for h in slips)
        if not slipped or {"and", "also", "too", "plus"} & set(between):
            kept.append((code, i))
    return kept


def _claim_served(draft: Draft, served: list[tuple[str, int]], cleaned: list[tuple[str, int, int]]) -> None:
    document = draft.document
    first_in_turn: dict[str, int] = {}
    for code, i in served:
        first_in_turn.setdefault(code, i)
    for code, i in first_in_turn.items():
        draft.claim("languages", code, i, i)
    if not first_in_turn and cleaned:
        for code, i, start in cleaned:
            if not any(c.value == code for c in draft.items("languages")):
                draft.claim("languages", code, start, i, "the data is cleaned to this language, so the model serves it")
    everything = document.norms(0, len(document.tokens))
    if {"only", "just", "instead"} & set(everything) and document.turn and served:
        i = served[0][1]
        if {"only", "just"} & set(document.norms(i - 4, i + 3)):
            draft.replaces.add("languages")
    if word_set("also too add plus additionally well and as") & set(everything):
        draft.adds.add("languages")


def named_languages(document: Document) -> list[tuple[int, str]]:
    found: list[tuple[int, str]] = []
    for i, token in enumerate(document.tokens):
        if token.masked:
            continue
        if token.kind == "word" and token.norm in NAMES:
            following = document.norm(i + 1)
            capital = document.text[token.start : token.start + 1].isupper()
            chained = (
                following in ("and", "or", ",")
                and document.norm(i + 2) in NAMES
                and document.norm(i + 3) in NOT_A_LANGUAGE["after"]
            )
            if (
                chained
                or following in NOT_A_LANGUAGE["after"]
                or (token.norm in NOT_A_LANGUAGE["alone"] and not capital and not _by_itself(document, i))
            ):
                continue
            if token.norm in ("bahasa", "la") or (token.norm in ("polish", "latin", "real") and not capital):
                continue
            if token.norm == "italien" and document.language == "de":
                continue
            if (
                following in ("and", ",", "or")
                and document.norm(i + 2) in NAMES
                and document.norm(i + 3) in ("market", "markets", "customers", "law")
            ):
                pass
            found.append((i, NAMES[token.norm]))
        elif token.kind == "word" and token.norm in CODES and _coded(document, i):
            found.append((i, token.norm))
    return found


def _by_itself(document: Document, i: int) -> bool:
    """ "short version, danish." says the language; "danish pastry" does not."""
    marks = (",", ".", ";", "(", ")", "", "in", "only", "and", "!")
    return document.norm(i - 1) in marks and document.norm(i + 1) in marks and document.norm(i) in _TONGUES_ONLY


_TONGUES_ONLY = word_set("danish irish turkish finnish basque")


def _coded(document: Document, i: int) -> bool:
    """ISO codes count only in lists such as "lang=en", "[en, ja]", "langs: de/fr", "EN, FR and DE"."""
    before = document.norms(i - 20, i)
    token = document.tokens[i]
    everyday = token.norm in word_set("no it is am he be hi us id") and document.text[token.start : token.end].islower()
    if (
        word_set("lang langs languages language locale locales") & set(before)
        and set(before[-2:]) & word_set("= : [ , / and + lang langs languages in &")
        and not (everyday and not {"=", ":", "["} & set(before[-4:]) and document.norm(i - 2) not in CODES)
    ):
        return True
    upper = document.text[token.start : token.end].isupper() and token.end - token.start == 2
    around = [document.norm(i - 2), document.norm(i + 2)]
    joined = document.norm(i - 1) in (",", "/", "and", "+", "&") or document.norm(i + 1) in word_set(", / and + & ->")
    risky = token.norm in word_set("it is no am us hr id be")
    return (
        upper
        and joined
        and any(a in CODES or a in NAMES for a in around)
        and not (risky and not any(a in CODES and a not in ("it", "hr", "id") for a in around))
    )


def _between(places: list[int], first: int, last: int) -> list[int]:
    """Those of `places`, in their order, that lie at first..last-1."""
    return places[bisect_left(places, first) : bisect_left(places, last)]


def _cleans(document: Document, i: int, first: int, last: int, cues: list[int]) -> bool:
    """ "Throw out all that is not Spanish", "whatever is not German goes out", "keep only English records"."""
    words = document.norms(first, last)
    near = _between(cues, max(first, i - 9), min(last, i + 10))
    if not near:
        return False
    negative = {"not", "isnt", "arent", "non", "other"} & set(document.norms(max(first, i - 5), i))
    out = word_set(
        "throw out thrown kicked dropped drop drops remove removed delete discard exclude "
        "excluded ignore skip goes go filter leave raus strip purge kick toss"
    ) & set(words)
    data = word_set(
        "records record rows row texts documents data ones files tickets chats mails messages "
        "emails entries lines letters examples anything everything whatever reviews "
        "conversations posts reports material"
    ) & set(words)
    if negative and out:
        return True
    ahead = document.norms(max(first, i - 6), i)
    if not {"only", "just"} & set(ahead) and not {"only", "just"} & set(document.norms(i + 1, i + 3)):
        return False  # "there are some in German: keep only the English ones"
    return bool(
        {"keep", "only"} <= set(words) and data and not {"answer", "answers", "speak", "reply"} & set(words)
    ) or bool(
        {"only", "just"} & set(words)
        and data
        and {"use", "keep", "take", "train", "learn"} & set(words)
        and not {"answer", "answers", "reply", "replies"} & set(words)
    )


def _lies_about(document: Document, i: int, first: int, last: int) -> bool:
    """ "There are some in German": a language that the data has, in a sentence that keeps another one."""
    ahead = document.norms(first, i)
    return bool({"there", "some", "few", "contains", "mixed"} & set(ahead)) and bool(
        {"keep", "only", "drop", "throw", "ignore", "skip", "remove"} & set(document.norms(i, last))
    )


def _not_wanted(draft: Draft, i: int) -> bool:
    document = draft.document
    following, before = document.norms(i + 1, i + 7), document.norms(i - 5, i)
    if negated(document, i, i, reach=4, after=False) and "only" not in before:
        if document.turn:
            draft.withdrawn.append(("languages", NAMES.get(document.norm(i), document.norm(i)), document.quote(i, i)))
        return True
    if (
        following[:2] == ["can", "wait"]
        or (following[:1] == ["out"] and {"take", "leave", "throw", "kick"} & set(before[-3:]))
        or following[:2]
        in (
            ["comes", "out"],
            ["goes", "out"],
            ["is", "out"],
            ["isnt", "needed"],
            ["is", "not"],
            ["later"],
            ["drops", "out"],
            ["no", "longer"],
            ["is", "no"],
            ["not", "needed"],
            ["can", "go"],
            ["goes"],
            ["can", "come"],
        )
        or word_set("drop skip remove forget leave without") & set(before[-3:])
    ) and "not" not in before:
        draft.withdrawn.append(("languages", NAMES.get(document.norm(i), document.norm(i)), document.quote(i, i)))
        return True
    # "this note in English", "written in English for the supplier"
    if before[-2:-1] in (["note"], ["memo"], ["mail"], ["email"], ["letter"], ["spec"], ["brief"]) and before[-1:] == [
        "in"
    ]:
        return True
    if before[-2:] == ["written", "in"] and following[:1] == ["for"]:
        return True
    # "my English is bad", "sorry for my English", "English isn't my first language"
    return bool(
        word_set("my bad poor sorry excuse pardon") & set(before[-3:])
        or {"teacher", "lessons", "course", "mistakes"} & set(following[:2])
    )


def _without_sources(draft: Draft, served: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """In "from English into Polish" and where the texts are "in English", the languages translated into come first;
    both sides stay, for the model reads one and writes the other."""
    return served
