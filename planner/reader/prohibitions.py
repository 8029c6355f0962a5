"""What answers must never do: a `policy` item each, with the thing itself as its detail."""

from planner.claims import FORBIDDEN
from planner.reader.draft import Draft
from planner.reader.features import sentence_features
from planner.reader.layout import Document
from planner.reader.learned import classifier
from planner.reader.lexicon.manners import (
    DONE_NEVER,
    FORBIDDEN_ACTS,
    FORBIDDEN_TOPICS,
    FORBIDDING,
    MODEL,
    NOT_POLICY,
    OF_DATA,
    REFUSING,
)
from planner.reader.patterns import Hit, Lexicon
from planner.reader.words import word_set
from training.spec.words import DEFAULT_WEIGHTS

_FORBID = Lexicon({"never": FORBIDDING, "refuse": REFUSING})
_TABOO = Lexicon({
    "taboo": """
        is|are|remain|remains|stay|stays taboo|forbidden|verboten|prohibited|banned; is|are|remain|stay off limits; is|are out of bounds;
        : never|taboo|forbidden|off; is|are a no go; is|are none of its business
    """,
})  # fmt: skip
SOUNDS = 0.35
"""Probability from which on a topic is one that rules are about."""
_SKIPPED = word_set(
    "ever be also should it may can must simply just to any in under again at all up from about itself on"
)
_TOLD = word_set("has have had ive weve theyve was were hat haben did could")
"""In front of "never" they tell what was, and forbid nothing: "messages it has never seen"."""
_STRONG = word_set(
    "must may should shall never mustnt shouldnt no nobody forbidden darf nunca niemals jamais mai nooit"
)
_ABROAD = word_set(
    "server servern serveurs servidores servers daten donnees datos dados dati gegevens haus verlassen sortir salir sair uscire "
    "verlaten kosten couter costar custar costare mehr plus mas mais piu meer inventer inventar erfinden inventare verzinnen "
    "euro euros"
)
_POINTING = word_set("that this it those these such them do so")
_ENDS = word_set("but because since so instead otherwise unless though although if whatever")
_BORDERS = word_set(", ; : ( ) | . - and but")
LONGEST = 24
"""Words of a detail."""


def read_prohibitions(draft: Draft) -> None:
    """ "It must never give legal advice": an item `policy` with what is forbidden as its detail."""
    document = draft.document
    details: set[str] = set()
    done = -1
    for hit in sorted([*_FORBID.find(document), *_TABOO.find(document)], key=lambda h: h.first):
        if hit.first <= done or hit.first in draft.used or document.norm(hit.first - 1) in _TOLD:
            continue
        span = _forbidden(document, hit)
        if span is None or any(
            i in draft.used and document.tokens[i].kind in ("share", "duration") for i in range(span[0], span[1] + 1)
        ):
            continue
        detail = document.quote(*span)
        if not detail or detail in details:
            continue
        details.add(detail)
        # "discuss politics or recommend competitors" is one rule
        draft.claim(
            "rubric",
            {"criterion": "policy", "weight": DEFAULT_WEIGHTS["policy"], "detail": detail},
            min(hit.first, span[0]),
            max(hit.last, span[1]),
            FORBIDDEN,
        )
        done = max(hit.last, span[1])


def _forbidden(document: Document, hit: Hit) -> tuple[int, int] | None:
    """First and last token of what is forbidden, or None where nothing is, or not to the model."""
    first, last = document.sentences[document.tokens[hit.first].sentence]
    if document.block_of[hit.first].kind == "heading":
        return None
    if hit.concept == "taboo":
        return _taboo(document, hit, first, last)
    begin = hit.last + 1
    if document.norm(hit.last) == ":":  # "two no-gos: …"
        listed = begin < last and not OF_DATA & set(document.norms(begin, last))
        return (begin, _end(document, begin, last, listed=True)) if listed else None
    while begin < last and document.norm(begin) in _SKIPPED:
        begin += 1
    if (
        begin < last
        and document.norm(begin) in ("do", "be", "done", "happen", ":")
        and ":" in document.norms(begin, begin + 2)
    ):
        begin = (
            next(k for k in range(begin, begin + 2) if document.norm(k) == ":") + 1
        )  # "one thing it must never do: …"
        return (begin, _end(document, begin, last, listed=True)) if begin < last else None
    if begin < last and document.tokens[begin].kind in ("punct", "op"):
        begin = last  # nothing follows
    if begin < last and _pointing(document, begin, last):
        return _pointed_at(document, hit, first) if hit.concept == "refuse" else None
    if begin >= last:
        return (
            _pointed_at(document, hit, first) if hit.concept == "refuse" and _of_model(document, hit, first) else None
        )
    end = _end(document, begin, last)
    if not (_refused if hit.concept == "refuse" else _ruled_out)(document, hit, first, begin, last):
        return None
    if OF_DATA & set(document.norms(begin, end + 1)) and not FORBIDDEN_TOPICS & set(document.norms(begin, end + 1)):
        return None
    if document.norm(begin) in DONE_NEVER and document.norm(hit.first - 1) in word_set("is are be"):
        subject = _clause(document, hit.first, first)
        return (subject, end) if subject < hit.first - 1 else None  # "a promise of money is never made"
    return begin, end


def _taboo(document: Document, hit: Hit, first: int, last: int) -> tuple[int, int] | None:
    """ "Prices are taboo for the bot", "jokes about the mayor: never": what stands before is ruled out."""
    begin = _clause(document, hit.first, first)
    words = set(document.norms(begin, hit.first))
    if (
        not words - MODEL - _EMPTY - _POINTING
        or OF_DATA & words
        or any(t.kind == "path" for t in document.tokens[begin : hit.first])
    ):
        return None
    to_model = bool(MODEL & set(document.norms(hit.last + 1, last)))
    sounds = classifier("criterion").probabilities(sentence_features(document.tokens[begin : hit.first]))
    return (begin, hit.first - 1) if to_model or FORBIDDEN_TOPICS & words or sounds["policy"] >= SOUNDS else None


def _ruled_out(document: Document, hit: Hit, first: int, begin: int, last: int) -> bool:
    """Whether what begins at a token is an act that the model is told never to do, or a topic without a verb."""
    verb, lead = document.norm(begin), document.norms(hit.first, hit.last + 1)
    if _topic(document, lead, begin, last):
        return True
    if _ABROAD & set(document.norms(first, last)) or (
        verb in NOT_POLICY and not _guesses_at(document, verb, begin, last)
    ):
        return False
    if verb in ("make", "makes") and "up" in document.norms(begin, begin + 5):
        return False
    if document.tokens[begin].kind != "word":
        return False
    to_model = _of_model(document, hit, first)
    if verb == "use":
        return to_model is not False and bool(
            word_set("slang words word emoji emojis jargon names abbreviations language swear")
            & set(document.norms(begin, last))
        )
    if verb in DONE_NEVER and document.norm(hit.first - 1) in word_set("is are be"):
        return True
    if len(lead) == 1 and lead[0] in ("no", "not", "nor", "dont", "doesnt", "wont", "avoid"):
        return verb in FORBIDDEN_ACTS and to_model is True and document.norm(hit.first - 1) not in _TOLD
    if lead in (["do", "not"], ["does", "not"], ["should", "not"], ["shouldnt"]):
        return verb in FORBIDDEN_ACTS and to_model is True
    if to_model is False:
        return False
    if to_model or (lead[0] in word_set("darf nunca niemals jamais nooit ne no") and len(lead) > 1):
        return bool(_STRONG & set(lead) or verb in FORBIDDEN_ACTS) and not verb.endswith("ed")
    return verb in FORBIDDEN_ACTS  # "Never promise a date"


def _guesses_at(document: Document, verb: str, begin: int, last: int) -> bool:
    """ "Guess a date" rules out something; "guess" alone is about inventing."""
    return (
        verb in ("guess", "guesses", "guessing")
        and begin + 2 < last
        and document.norm(begin + 1) in ("a", "an", "the", "any", "at")
    )


def _topic(document: Document, lead: list[str], begin: int, last: int) -> bool:
    """ "No legal advice", "no medical diagnoses": a topic ruled out without a verb."""
    if lead not in (
        ["no"],
        ["never"],
        ["keine"],
        ["kein"],
        ["nothing", "about"],
        ["no", "advice", "on"],
        ["never", "any"],
    ):
        return False
    words = document.norms(begin, min(last, begin + 4))
    return bool(FORBIDDEN_TOPICS & set(words)) and not {"data", "files"} & set(words)


def _refused(document: Document, hit: Hit, first: int, begin: int, last: int) -> bool:
    """Whether it is the model that is to refuse, decline or stay out of something."""
    if document.norm(begin) in NOT_POLICY and _of_model(document, hit, first) is not True:
        return False
    return _of_model(document, hit, first) is True or (
        hit.first <= first + 1 and bool(FORBIDDEN_TOPICS & set(document.norms(begin, last)))
    )


def _of_model(document: Document, hit: Hit, first: int) -> bool | None:
    """Whether the clause is about the model or its answers; None where it names nobody ("Never …", "and must not …")."""
    begin = _clause(document, hit.first, first)
    words = set(document.norms(begin, hit.last + 1))
    if (MODEL - _PERSONS) & words or (_PERSONS & words and _MODAL & words):
        return True
    if _PERSONS & words and word_set("model bot assistant chatbot") & set(
        document.norms(hit.last + 1, document.sentences[document.tokens[hit.first].sentence][1])
    ):
        return True  # "She never mentions weight, so neither must the model"
    spoken = [w for w in document.norms(begin, hit.first) if w not in _EMPTY]
    if spoken:
        return False
    if begin > first and MODEL & set(document.norms(first, begin)):
        return True  # "it must be polite and must not leak"
    if any(word in document.frame(hit.first) for word in _FRAMES):
        return True
    return None


_PERSONS = word_set("he she er sie il elle ella el hij zij they")
_MODAL = word_set("must may should shall can mustnt shouldnt allowed forbidden darf soll doit debe deve moet mag")
_EMPTY = word_set(
    "and but or also please then so oh yes one thing rule above all most importantly important must may should shall can is are "
    "never ever what under in no by on at absolutely strictly really that"
)
_FRAMES = (
    "never", "must not", "forbidden", "rules", "policy", "don't", "not allowed", "taboo", "no-go", "limits of", "behaviour",
    "behavior", "guardrail", "tone", "conditions", "must hold",
)  # fmt: skip


def _clause(document: Document, i: int, first: int) -> int:
    """Where the clause of token i begins."""
    return next((k + 1 for k in range(i - 1, first - 1, -1) if document.norm(k) in _BORDERS), first)


def _pointing(document: Document, begin: int, last: int) -> bool:
    rest = document.norms(begin, last)
    words = [w for w in rest if w not in (".", "!", "?", ",")]
    return bool(words) and set(words) <= _POINTING


def _pointed_at(document: Document, hit: Hit, first: int) -> tuple[int, int] | None:
    """What was named before: "Politics? It has to stay out of that.", "if someone asks for a diagnosis it has to say no"."""
    asked = next(
        (k for k in range(first, hit.first) if document.norm(k) in word_set("ask asks asked wants want inquires")), None
    )
    if asked is not None:
        begin = asked + 1 + (document.norm(asked + 1) in ("for", "about", "after", "whether"))
        end = next(
            (k - 1 for k in range(begin, hit.first) if document.norm(k) == "," or document.norm(k) in MODEL),
            hit.first - 1,
        )
        return (begin, end) if end >= begin else None
    begin = _clause(document, hit.first, first)
    model = next((k for k in range(begin + 1, hit.first) if document.norm(k) in MODEL), None)
    if model is not None and document.tokens[model - 1].kind == "word" and document.norm(begin) not in _EMPTY:
        return begin, model - 1  # "questions about wages it has to turn down"
    before = document.sentences.get(document.tokens[first].sentence - 1)
    if before is None or before[1] - before[0] > 8 or _of_model(document, hit, first) is False:
        return None
    end = before[1] - 1
    while end > before[0] and document.tokens[end].kind == "punct":
        end -= 1
    return before[0], end


def _end(document: Document, begin: int, last: int, *, listed: bool = False) -> int:
    """Last token of what begins at `begin`: up to the end of its clause, over the commas of a list."""
    stop = begin
    while stop < last and document.norm(stop) not in _ENDS | {"(", "|"}:
        mark = document.norm(stop)
        if document.tokens[stop].kind == "punct" and mark not in (",", "/"):
            break
        goes_on = (
            document.norm(stop + 1) in ("or", "nor", "not", "and") or listed or _list_goes_on(document, stop, last)
        )
        if mark == "," and not goes_on:
            break
        stop += 1
    end = min(max(begin, stop - 1), begin + LONGEST)
    while end > begin and document.norm(end) in (",", "and", "or"):
        end -= 1
    return end


def _list_goes_on(document: Document, comma: int, last: int) -> bool:
    following = document.norms(comma + 1, min(last, comma + 7))
    return any(w in ("or", "nor") for w in following) and not word_set("it we the that for and") & set(following[:1])
