"""What answers must never do: a `policy` item each, with the thing itself as its detail."""

from planner.claims import FORBIDDEN
from planner.reader.addressee import clause_of, of_model
from planner.reader.criteria import criterion_of
from planner.reader.draft import Draft
from planner.reader.layout import Document
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
from planner.reader.orders import told_to, topic
from planner.reader.patterns import Hit, Lexicon
from planner.reader.pointed_bans import TABOO, pointed_at, pointing, taboo
from planner.reader.words import word_set
from training.spec.words import DEFAULT_WEIGHTS

_FORBID = Lexicon({"never": FORBIDDING, "refuse": REFUSING})
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
_ENDS = word_set("but because since so instead otherwise unless though although if whatever")
LONGEST = 24
"""Words of a detail."""


def read_prohibitions(draft: Draft) -> None:
    """ "It must never give legal advice": an item `policy` with what is forbidden as its detail."""
    document = draft.document
    details: set[str] = set()
    done = -1
    for hit in sorted([*_FORBID.find(document), *TABOO.find(document)], key=lambda h: h.first):
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
        return taboo(document, hit, first, last)
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
    if document.norm(begin) == ",":  # "it mustn't, for heaven's sake, tell …"
        begin = next((k + 1 for k in range(begin + 1, min(begin + 7, last)) if document.norm(k) == ","), begin)
    if begin < last and document.tokens[begin].kind in ("punct", "op"):
        begin = last  # nothing follows
    if begin < last and pointing(document, begin, last):
        return pointed_at(document, hit, first) if hit.concept == "refuse" else None
    if begin >= last:
        return pointed_at(document, hit, first) if hit.concept == "refuse" and of_model(document, hit, first) else None
    end = _end(document, begin, last)
    if not (_refused if hit.concept == "refuse" else _ruled_out)(document, hit, first, begin, last):
        return None
    let_it = document.norms(hit.first, hit.last + 1)[-2:] == ["let", "it"]
    if (
        not let_it
        and OF_DATA & set(document.norms(begin, end + 1))
        and not FORBIDDEN_TOPICS & set(document.norms(begin, end + 1))
    ):
        return None
    passive = document.norm(hit.first - 1) in word_set("is are be") or document.norm(hit.last) == "be"
    if document.norm(begin) in DONE_NEVER and passive:
        subject = clause_of(document, hit.first, first)
        return (
            (subject, end) if subject < hit.first - (document.norm(hit.last) != "be") else None
        )  # "a promise of money is never made"
    return begin, end


def _ruled_out(document: Document, hit: Hit, first: int, begin: int, last: int) -> bool:
    """Whether what begins at a token is an act that the model is told never to do, or a topic without a verb."""
    verb, lead = document.norm(begin), document.norms(hit.first, hit.last + 1)
    if topic(document, hit, begin, last):
        return True
    if lead[-1] in ("about", "on", "for") and lead[0] in _SILENT and last - begin <= 9:
        return document.norm(hit.first - 1) not in _IS and of_model(document, hit, first) is not False
    if _ABROAD & set(document.norms(first, last)) or (
        verb in NOT_POLICY and not _guesses_at(document, verb, begin, last)
    ):
        return False
    if verb in ("make", "makes") and "up" in document.norms(begin, begin + 5):
        return False
    if document.tokens[begin].kind != "word":
        return False
    if "be" in document.norms(hit.last, begin) and _is_manner(document, begin, last):
        return False  # "never be rude" is about the tone
    to_model = of_model(document, hit, first)
    if verb in ("have", "has") and document.norm(begin + 1).endswith(("n", "d")):
        return False  # "questions that it must never have seen"
    if lead[0] in ("cant", "cannot"):
        return to_model is True and verb in _SPOKEN
    if "want" in lead:
        return bool(MODEL & set(lead)) and not verb.endswith("ed")
    if lead[0] in ("nobody", "noone"):
        return bool(MODEL & set(document.norms(begin, last)))
    if lead[0] == "never" and to_model is None and told_to(document, hit, first, begin, last):
        return True
    if verb == "use":
        return to_model is not False and bool(
            word_set("slang words word emoji emojis jargon names abbreviations language swear")
            & set(document.norms(begin, last))
        )
    if verb in DONE_NEVER and (document.norm(hit.first - 1) in word_set("is are be") or lead[-1] == "be"):
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


_SILENT = word_set("nothing not word say says keep keeps stay stays zero no")
_IS = word_set("is its are was were thats theres be s")
_SPOKEN = word_set(
    "talk discuss promise recommend advise disclose reveal mention prescribe diagnose gossip comment quote"
)


def _is_manner(document: Document, begin: int, last: int) -> bool:
    spoken = criterion_of(document, begin, min(last, begin + 4))
    return spoken is not None and spoken.named and spoken.criterion in ("tone", "brevity", "latency", "format")


def _guesses_at(document: Document, verb: str, begin: int, last: int) -> bool:
    """ "Guess a date" rules out something; "guess" alone is about inventing."""
    return (
        verb in ("guess", "guesses", "guessing")
        and begin + 2 < last
        and document.norm(begin + 1) in ("a", "an", "the", "any", "at")
    )


def _refused(document: Document, hit: Hit, first: int, begin: int, last: int) -> bool:
    """Whether it is the model that is to refuse, decline or stay out of something."""
    if document.norm(begin) in NOT_POLICY and of_model(document, hit, first) is not True:
        return False
    return of_model(document, hit, first) is True or (
        hit.first <= first + 1 and bool(FORBIDDEN_TOPICS & set(document.norms(begin, last)))
    )


def _end(document: Document, begin: int, last: int, *, listed: bool = False) -> int:
    """Last token of what begins at `begin`: up to the end of its clause, over the commas of a list."""
    stop = begin
    while stop < last and document.norm(stop) not in _ENDS | {"(", "|"}:
        mark = document.norm(stop)
        if document.tokens[stop].kind == "punct" and mark not in (",", "/"):
            break
        goes_on = (
            document.norm(stop + 1) in ("or", "nor", "not", "and") or listed or _list_goes_on(document, stop, last)
        ) and not _says_else(document, stop, last)
        if mark == "," and not goes_on:
            break
        stop += 1
    end = min(max(begin, stop - 1), begin + LONGEST)
    while end > begin and document.norm(end) in (",", "and", "or"):
        end -= 1
    return end


def _says_else(document: Document, comma: int, last: int) -> bool:
    """Whether a clause of its own follows: "…, and 93 in a hundred replies have to be right"."""
    ahead = document.tokens[comma + 1 : min(last, comma + 8)]
    return any(t.kind in ("share", "duration", "money") or t.norm in _MODALS for t in ahead)


_MODALS = word_set("must should shall needs it we i they")


def _list_goes_on(document: Document, comma: int, last: int) -> bool:
    following = document.norms(comma + 1, min(last, comma + 7))
    return any(w in ("or", "nor") for w in following) and not word_set("it we the that for and") & set(following[:1])
