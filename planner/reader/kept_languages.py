"""Which languages of the data are kept: what is thrown out for its language, and what alone stays."""

from itertools import pairwise

from planner.reader.draft import Draft
from planner.reader.handling import acts_on
from planner.reader.languages import named_languages
from planner.reader.layout import Document
from planner.reader.lexicon.handling import HOLDERS
from planner.reader.patterns import Lexicon, within
from planner.reader.words import word_set

_OTHERS = Lexicon(
    {
        "others": """
            other|another|foreign ?<word> language|languages|tongue|tongues; languages|language other than; other <word>; none of these|those|our ?<num> languages; neither of these|those languages; the|all ?the rest|remainder; others; everything|all|anything but|except ?the <word>; everything|anything|all|whatever else;
            not|isnt|arent|neither ?written ?in <word>; non <word>; no <word>; anderen sprachen; autres langues; otras lenguas; otros idiomas
        """
    }
)
_RECORDS = HOLDERS | word_set(
    "ones rest everything anything whatever data segments strings material else others one language languages those all parts utterances speech content corpus transcriptions"
)
_ONLY = word_set("only just solely alone exclusively nothing nur")
_STAYS = word_set("keep keeps kept stay stays remain remains use take train learn count counts wanted included rows")
_SPEAKS = word_set("answer answers reply replies respond speak speaks write writes talk talks translate")
_CLEANS = word_set("clean cleaning filter filtering keep data preprocessing cleanup hygiene rows")


def read_kept_languages(draft: Draft) -> None:
    """Claims `data.cleaning.languages` where the plain phrases of `languages` found nothing."""
    if draft.value("data.cleaning.languages") is not None:
        return
    document = draft.document
    named = named_languages(document)
    others = _OTHERS.find(document)
    for _, (first, last) in document.sentences.items():
        keyed = document.norm(first) in ("language", "languages", "lang", "langs") and document.norm(first + 1) in (
            ":",
            "=",
        )
        here = [(i, code) for i, code in named if first <= i < last]
        mine = within(others, first, last)
        if keyed and here and _CLEANS & set(document.frame(first).replace(":", " ").split()):
            _claim(draft, [code for _, code in here], [i for i, _ in here], first, last)
            return
        words = document.norms(first, last)
        if not (here or mine) or document.tokens[first].masked or not (_RECORDS & set(words)):
            continue
        acts = [a for a in acts_on(document, [], first, last) if not a.denied]
        gone = [a for a in acts if a.kind == "out"]
        only = [code for i, code in here if _alone(document, i, first, last)]
        if (
            only
            and not _SPEAKS & set(words)
            and (gone or _STAYS & set(words) or _CLEANS & set(document.frame(first).replace(":", " ").split()))
        ):
            _claim(draft, only, [i for i, _ in here], first, last)
        elif mine and gone:
            about = [h for h in mine if _of_languages(document, h.first, h.last, here, first)]
            kept = [code for _, code in here] or _before(document, named, first) or _served(draft)
            if about and kept:
                _claim(draft, kept, [i for i, _ in here], first, last)
        elif here and gone and not mine:
            low, high = _piece(document, gone[0].first, [i for i, _ in here])
            out = {code for i, code in here if low <= i < high and _of_records(document, i)}
            stay = [
                code
                for i, code in here
                if code not in out and _of_records(document, i) and any(a.kind == "keep" for a in acts)
            ]
            kept = stay or [code for code in _served(draft) if code not in out]
            if kept and out:
                _claim(draft, kept, [i for i, _ in here], first, last)
        if draft.value("data.cleaning.languages") is not None:
            return


def _alone(document: Document, i: int, first: int, last: int) -> bool:
    """Whether the language at token i is named as the only one, or in a list of those that alone are."""
    ahead = document.norms(max(first, i - 6), i)
    for k in range(len(ahead) - 1, -1, -1):
        if ahead[k] in _ONLY and not (ahead[k] == "nothing" and "but" not in ahead[k:]):
            return not {",", "not", "other"} & set(ahead[k:]) or "and" in ahead[k:]
        if ahead[k] in (".", ";", ":", "(", "-"):
            break
    behind = document.norms(i + 1, min(last, i + 4))
    return (
        bool(behind)
        and bool({"only", "alone"} & set(behind))
        and (behind[0] in ("only", "alone") or behind[0] in _RECORDS or behind[0] in ("and", ","))
    )


def _of_languages(document: Document, low: int, high: int, here: list[tuple[int, str]], first: int) -> bool:
    """ "Other" what: languages, or records in a sentence (or behind one) that names languages."""
    words = set(document.norms(low, high + 1))
    if document.norm(high + 1) == "of":
        return False  # "the rest of the team"
    if {"language", "languages", "tongue", "tongues", "sprachen", "langues", "lenguas", "idiomas"} & words:
        return True
    if words & {"not", "isnt", "arent", "neither", "non", "no", "but", "except"}:
        return any(low <= i <= high for i, _ in here)
    before = document.sentences.get(document.tokens[first].sentence - 1)
    speaks = set(document.norms(first, low)) | (set(document.norms(*before)) if before else set())
    return bool(here) or bool(speaks & word_set("language languages english german french spanish dutch"))


def _before(document: Document, named: list[tuple[int, str]], first: int) -> list[str]:
    """Languages of the sentence before, where this one only says what becomes of the rest."""
    sentence = document.tokens[first].sentence
    return [
        code
        for i, code in named
        if document.tokens[i].sentence == sentence - 1 and document.block_of[i] is document.block_of[first]
    ]


def _served(draft: Draft) -> list[str]:
    return [str(c.value) for c in draft.items("languages")]


def _piece(document: Document, at: int, places: list[int]) -> tuple[int, int]:
    """The stretch between commas that token `at` stands in, or the last one before it that names a language."""
    first, last = document.sentences[document.tokens[at].sentence]
    commas = [
        first - 1,
        *(
            k
            for k in range(first, last)
            if document.norm(k) in (",", ":", "(", "-") and document.norm(k + 2) not in ("and", "or")
        ),
        last,
    ]
    pieces = [(a + 1, b) for a, b in pairwise(commas) if a + 1 <= at]
    return next((p for p in reversed(pieces) if any(p[0] <= i < p[1] for i in places)), (first, last))


def _of_records(document: Document, i: int) -> bool:
    """ "Norwegian paragraphs", "what came in Dutch": records, not what the model shall speak."""
    if document.norm(i - 1) == "in":
        return bool((_RECORDS | {"what"}) & set(document.norms(i - 4, i - 1)))
    return document.norm(i + 1) in _RECORDS or (
        document.norm(i + 1) in ("and", "or", ",") and document.norm(i + 3) in _RECORDS
    )


def _claim(draft: Draft, codes: list[str], places: list[int], first: int, last: int) -> None:
    low, high = (min(places), max(places)) if places else (first, last - 1)
    kept = list(dict.fromkeys(codes))
    document = draft.document
    thrown = {code for i, code in named_languages(document) if first <= i < last} - set(kept)
    elsewhere = {code for i, code in named_languages(document) if not first <= i < last}
    draft.claims = [c for c in draft.claims if c.path != "languages" or c.value not in thrown - elsewhere]
    draft.set("data.cleaning.languages", kept, max(first, min(low, high)), max(low, min(high + 3, last - 1)))
    if not draft.items("languages"):
        for code in kept:
            draft.claim("languages", code, low, high, "the data is cleaned to this language, so the model serves it")
