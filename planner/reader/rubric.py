"""What answers are scored on, where the words give no points: "friendly and short", "never promise a refund"."""

from planner.claims import FORBIDDEN
from planner.reader.draft import Draft
from planner.reader.layout import Document
from planner.reader.lexicon.manners import FORBIDDEN_ACTS, FORBIDDING, NOT_POLICY, WISHES
from planner.reader.lexicon.quality import BAD
from planner.reader.negation import negated
from planner.reader.patterns import Hit, Lexicon
from planner.reader.words import word_set
from training.spec.words import DEFAULT_WEIGHTS, OTHER_WEIGHT

_WISHES = Lexicon(WISHES)
_FORBID = Lexicon({"never": FORBIDDING})
_STORY = Lexicon({
    # said of something else than the model to come
    "story": """
        was; were; had; did; used to; stopped; because it; our customers|guests|people|users|staff are;
        at the moment; currently; nowadays; the old|previous|current|existing bot|one|model|system|tool;
        generic models; ordinary models; so far; we are; i am; i m; we re; friendly greetings; kind regards;
        best regards; warm regards; friendly regards; short notice; short on|of; in short; short version*;
        shortly; short time; a short while; kind of; some kind; this kind; any kind; what kind; all kinds;
        two kinds; kinds of; customers are; our team is; our teams; brief me; in brief; be brief; to be brief;
        brief for|from; debrief; training brief; this brief; the brief; short term; cut short;
        short form|forms|message|messages; short news; short descriptions; short summary|summaries;
        formal letter*; formal complaint*; formal request|approval; warm up; house warming; style guide|sheet;
        open source; open sources; data source*; source code; source text|language; source and target;
        sources of ?data; warm thanks; a short; very short; short call|meeting
    """,
})  # fmt: skip


def read_rubric(draft: Draft, numbered: bool) -> None:
    """Wishes and prohibitions as items of `rubric`; where there are points (`numbered`), only prohibitions."""
    _wishes(draft, numbered)
    _prohibitions(draft, numbered)


def _has(draft: Draft, criterion: str) -> bool:
    return any(c.value["criterion"] == criterion for c in draft.items("rubric"))


def _wishes(draft: Draft, numbered: bool) -> None:
    """A scorecard is complete; beside a mere ratio or order of criteria a ban on inventing still counts."""
    document = draft.document
    pointed = numbered and any(any(ch.isdigit() for ch in c.quote) for c in draft.items("rubric"))
    if pointed:
        return
    story = _STORY.find(document)
    for hit in _WISHES.find(document):
        if not draft.free(hit.first) or not draft.free(hit.last) or _has(draft, hit.concept):
            continue
        if document.block_of[hit.first].kind == "heading" or (numbered and hit.concept != "hallucination"):
            continue
        words = document.norms(hit.first, hit.last + 1)
        denied = negated(document, hit.first, hit.last, reach=4)
        inner = word_set("no not never without dont doesnt") & set(words)
        if hit.concept == "hallucination" and not (
            inner
            or denied
            or word_set(
                "stop worst only stick sticks rather nothing unforgivable unacceptable keep keeps "
                "avoid zero ne nao non nichts niets keine nie mustnt cant shouldnt say says admit "
                "admits tell tells"
            )
            & set(words)
        ):
            continue
        if (
            hit.concept == "hallucination"
            and word_set("say says tell tells only keep keeps stick") & set(words)
            and not _about_model(document, hit)
        ):
            continue
        if denied and hit.concept not in ("hallucination", "latency") and not inner and not (set(words) & BAD):
            continue
        if hit.concept in word_set("tone brevity terminology citation latency correctness format") and any(
            document.tokens[s.first].sentence == document.tokens[hit.first].sentence
            and min(document.distance(s.first, hit.first), document.distance(s.last, hit.first)) < 0.75
            and not (hit.first <= s.first and s.last <= hit.last and s.first != hit.first)
            for s in story
        ):
            continue
        if hit.concept in ("correctness", "format", "latency", "terminology") and not _demanded(document, hit):
            continue
        weight = DEFAULT_WEIGHTS.get(hit.concept, OTHER_WEIGHT)
        item: dict[str, object] = {"criterion": hit.concept, "weight": weight}
        if hit.concept == "terminology":
            item["detail"] = document.quote(hit.first, hit.last)
        draft.claim("rubric", item, hit.first, hit.last, "no weight was named, so it has the usual one")
        draft.use(*range(hit.first, hit.last + 1))


def _about_model(document: Document, hit: Hit) -> bool:
    first, _ = document.sentences[document.tokens[hit.first].sentence]
    return bool(
        word_set("it should must answer answers assistant bot model has") & set(document.norms(first, hit.last + 1))
    )


def _demanded(document: Document, hit: Hit) -> bool:
    """Whether the sentence asks for it rather than tells of it."""
    first, last = document.sentences[document.tokens[hit.first].sentence]
    words = set(document.norms(first, last))
    return (
        bool(
            word_set(
                "must should has have need needs please want always important matters keep use uses "
                "stick sticks counts importantly only expect shall soll muss nobody never dont"
            )
            & words
        )
        and not {"because", "complain", "complained", "complains"} & words
    )


def _prohibitions(draft: Draft, numbered: bool) -> None:
    """ "It must never give legal advice": an item `policy` with what is forbidden as its detail."""
    document = draft.document
    details: set[str] = set()
    end_of_last = -1
    for hit in _FORBID.find(document):
        if hit.first <= end_of_last or document.tokens[hit.first].masked or hit.first in draft.used:
            continue
        sentence = document.tokens[hit.first].sentence
        first, last = document.sentences[sentence]
        begin = hit.last + 1
        while (
            begin < last
            and document.norm(begin)
            in word_set("ever be also should it may can must simply just to any in under give giving")
            and document.norm(begin) not in ("give", "giving")
        ):
            begin += 1
        if begin >= last or document.norm(hit.first - 1) in _TOLD:
            continue
        verb = document.norm(begin)
        lead = document.norms(hit.first, hit.last + 1)
        refuses = bool(
            word_set("refuse refuses refusing decline declines away clear avoid avoids steer") & set(lead)
        ) or lead[0] in word_set("refuse decline avoid say nothing hands")
        ruled = _ruled_topic(document, hit, begin, last)
        free = verb not in FORBIDDEN_ACTS
        if (
            document.language != "en"
            and lead[0] in word_set("darf ne no nao non mag nunca niemals nooit jamais")
            and len(lead) >= (1 if lead[0] in ("nunca", "niemals", "nooit", "jamais") else 2)
            and not _ABROAD & set(document.norms(first, last))
        ):
            ruled = True
        if (
            not refuses
            and not ruled
            and free
            and not (
                document.tokens[begin].kind == "word"
                and lead[0] in word_set("must may should shall never under mustnt is not")
                and len(lead) + (lead[0] in ("never", "mustnt")) >= 2
                and _subject(document, hit, first)
                and not _OTHERS & set(document.norms(max(first, hit.first - 3), hit.first))
                and not document.tokens[begin].norm.endswith(("ed", "ing"))
            )
        ):
            continue
        if verb in NOT_POLICY and not (refuses and _about_model(document, hit)):
            continue
        if verb == "use" and not _about_model_use(document, begin, last):
            continue
        if (
            lead in (["no"], ["not"], ["dont"], ["do", "not"], ["nor"], ["wont"], ["doesnt"], ["does", "not"])
            and not ruled
            and not _subject(document, hit, first)
        ):
            continue
        if verb in ("make", "makes") and "up" in document.norms(begin, begin + 5):
            continue
        if verb in word_set(
            "touch use include set change write call make price book order delete execute"
        ) and not _subject(document, hit, first):
            continue
        if refuses and not _about_model(document, hit) and not _subject(document, hit, first):
            continue
        stop = begin
        while (
            stop < last
            and not (document.tokens[stop].kind == "punct" and document.norm(stop) not in (",", "/", "|"))
            and document.norm(stop) not in ("but", "because", "since", "so", "instead")
        ):
            if (
                document.norm(stop) == ","
                and document.norm(stop + 1) not in ("or", "nor", "not", "and")
                and not _list_goes_on(document, stop, last)
            ):
                break
            stop += 1
        stop = max(begin, stop - 1)
        if stop < begin or stop - begin > 24:
            stop = min(stop, begin + 24)
        if any(i in draft.used and document.tokens[i].kind in ("share", "duration") for i in range(begin, stop + 1)):
            continue
        detail = document.quote(begin, stop)
        if not detail or detail in details or document.block_of[begin].kind == "heading":
            continue
        if {"training", "trained", "train"} & set(document.norms(begin, stop + 1)):
            continue
        details.add(detail)
        # "discuss politics or recommend competitors" is one rule; a scorecard's own policy item keeps its weight
        draft.claim(
            "rubric",
            {"criterion": "policy", "weight": DEFAULT_WEIGHTS["policy"], "detail": detail},
            min(hit.first, begin),
            stop,
            FORBIDDEN,
        )
        end_of_last = stop


def _ruled_topic(document: Document, hit: Hit, begin: int, last: int) -> bool:
    """ "No legal advice", "no medical diagnoses": a topic ruled out without a verb."""
    if document.norms(hit.first, hit.last + 1) not in (
        ["no"],
        ["never"],
        ["keine"],
        ["nothing", "about"],
        ["no", "advice", "on"],
        ["kein"],
    ):
        return False
    words = document.norms(begin, min(last, begin + 4))
    return any(
        w
        in word_set(
            "advice diagnosis diagnoses recommendations promises opinions politics prognosis "
            "commitments guarantees discounts swearing gossip rechtsberatung"
        )
        for w in words
    ) and not {"data", "files"} & set(words)


def _subject(document: Document, hit: Hit, first: int) -> bool:
    """Whether the model is what must not do it ("it", "the bot", or a list under a heading about rules)."""
    words = document.norms(max(first, hit.first - 8), hit.first)

    if (
        hit.last - hit.first >= 1
        and document.norm(hit.first) in ("must", "may", "should", "shall")
        and not _OTHERS & set(words)
    ):
        return True  # "must be polite and must not leak": the model is what the sentence is about
    if word_set(
        "it bot assistant model chatbot answers replies agent system he she tutor thing helper copilot ai they drafts"
    ) & set(words):
        return True
    return any(
        w in document.frame(hit.first)
        for w in (
            "never",
            "must not",
            "forbidden",
            "rules",
            "policy",
            "don't",
            "not allowed",
            "taboo",
            "no-go",
            "limits of",
            "behaviour",
            "behavior",
            "guardrail",
            "tone",
        )
    )


_ABROAD = frozenset(
    """
        server servern serveurs servidores servers daten donnees datos dados dati gegevens haus verlassen
        sortir salir sair uscire verlaten kosten couter costar custar costare mehr plus mas mais piu meer
        inventer inventar erfinden inventare verzinnen euro euros
    """.split()
)
_TOLD = word_set("has have had ive weve theyve was were hat haben")
"""In front of "never" they tell what was, and forbid nothing: "messages it has never seen"."""
_OTHERS = frozenset(
    """
        we our they data records training people employees staff nothing patients names files model-size money
        budget cost it's team i you letters documents customers guests
    """.split()
)


def _about_model_use(document: Document, begin: int, last: int) -> bool:
    return bool(
        word_set("slang words word emoji emojis jargon names abbreviations language swear")
        & set(document.norms(begin, last))
    )


def _list_goes_on(document: Document, comma: int, last: int) -> bool:
    following = document.norms(comma + 1, min(last, comma + 7))
    return any(w in ("or", "nor") for w in following) and not word_set("it we the that for and") & set(following[:1])
