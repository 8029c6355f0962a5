"""Dense or a mixture of experts, and how many of them."""

from planner.reader.draft import Draft
from planner.reader.layout import Document
from planner.reader.negation import negated
from planner.reader.patterns import Lexicon
from planner.reader.words import word_set

_SHAPE = Lexicon({
    "moe": """
        mixture of experts; mixture of specialists; moe; sparse model; expert model;
        experts ... routing|router|routed|one per|each; specialists ... one|inside|single|same model|door|roof;
        sparse ?: ?model ?with <num>; <num> experts|specialists; experts|specialists|expert|specialist ... one for each|every;
        one expert|specialist ?each per|for; an expert|specialist per|for each|every;
        expert|specialist sub models|parts|networks; each with its own expert|specialist; melange d experts;
        mezcla de expertos; mistura de especialistas; mixtur*; mengsel van experts; miscela di esperti;
        experten|spezialisten ... modell; routed to ?the right expert|specialist; experts=<num>; gated experts;
        head|heads|room|rooms|brain|brains|part|parts|branch|branches|specialist|expert|someone ..... sends|send|sent|routes|routed|directs|directed|passes|passed|picks|goes ..... question|questions|request|requests|text|it|right|proper|one|whichever;
        one model ..... inside|within ..... specialist|expert|head|part|someone|brain each|for;
        each|every specialist|expert|head|room|part|brain ..... one model|porter|door|router|dispatcher;
        separate|own specialist|expert|head|brain for each|every;
        porter|dispatcher|router|gate|switchboard ..... right|proper|correct room|head|specialist|expert|one|part;
        switch transformer; sparse experts; sparse mixture; specialists ... routing;
        team of specialists inside; own expert|specialist;
        several|different|separate experts|specialists ... one model|roof|door; mixed experts
    """,
    "dense": """
        dense model; dense; ordinary dense; plain model; plain ?single model; simple model; one plain model;
        architecture=dense; ordinary model please; normal model; single network of ?the usual kind; usual kind of model|network; monolithic; single dense; conventional model
    """,
})  # fmt: skip

_PLAIN = Lexicon(
    {
        "dense": "a|the|one plain|ordinary|normal|regular|usual|simple|single one|model|network ?is|will|would|does; ordinary|plain one"
    }
)
"""What a later turn says instead of a mixture."""

_EXPERTS = Lexicon({
    "experts": """
        experts; specialists; expert; specialist; expert|specialist models|networks|blocks; experten;
        spezialisten; fachleute ... modell; expertos; especialistas; specialisti; esperti; sub models;
        submodels; num_experts; model.experts
    """,
    "people": """
        our|the|two|three|of|medical|domain|subject|human|in house experts; expert panel;
        experts say|said|agree|rate*|label*|wrote|answered|checked; team of ... experts;
        specialists from|in our; our specialists; expert on duty; agree with our experts; specialist team;
        experts who; specialist doctor*; experts at; our expert
    """,
})  # fmt: skip

_IN_ALL = Lexicon(
    {
        "count": """
    <num> in all|total; <num> altogether|overall; <num> of them; so <num>; that makes <num>;
    <num> rooms|heads|brains|parts|branches|areas|departments|sections|trades|lines|desks
"""
    }
)


def read_shape(draft: Draft) -> None:
    document = draft.document
    people = [h for h in _EXPERTS.find(document) if h.concept == "people"]
    for hit in _SHAPE.find(document):
        if any(document.tokens[k].masked for k in range(hit.first, hit.last + 1)):
            continue
        if (
            any(p.first <= hit.last and hit.first <= p.last for p in people)
            and hit.concept == "moe"
            and "mixture" not in document.norms(hit.first, hit.last + 1)
        ):
            continue
        concept = hit.concept
        if negated(document, hit.first, hit.last):
            concept = "dense" if concept == "moe" else "moe"
            if hit.concept == "dense":
                continue
        if concept == "moe" and not _about_model(draft, hit.first, hit.last):
            continue
        draft.set("model.architecture", concept, hit.first, hit.last)
        if concept == "moe":
            _experts(draft, hit.first, hit.last)
    if document.turn and draft.value("model.architecture") is None:
        for hit in _PLAIN.find(document):
            if not negated(document, hit.first, hit.last, reach=2, after=False) or document.norm(0) == "no":
                draft.set("model.architecture", "dense", hit.first, hit.last, "a plain model is a dense one")
    moe = draft.value("model.architecture") == "moe"
    for hit in _EXPERTS.find(document):
        if hit.concept != "experts" or any(p.first <= hit.first <= p.last for p in people):
            continue
        if (
            document.norm(hit.last + 1) in ("=", ":")
            and document.tokens[min(hit.last + 2, len(document.tokens) - 1)].kind == "num"
        ):
            _set_experts(draft, hit.last + 2, hit.first, hit.last + 2)
            if not moe:
                draft.set("model.architecture", "moe", hit.first, hit.last + 2, "experts make it a mixture of experts")
            return
        if moe and draft.value("model.experts") is None:
            _experts(draft, hit.first, hit.last)
        elif (
            moe
            and hit.first
            and document.tokens[hit.first - 1].kind == "num"
            and draft.free(hit.first - 1)
            and float(document.tokens[hit.first - 1].value).is_integer()
            and 2 <= float(document.tokens[hit.first - 1].value) <= 1024
            and not _FORMER & set(document.norms(hit.first - 5, hit.first - 1))
        ):
            _set_experts(draft, hit.first - 1, hit.first - 1, hit.last)


_FORMER = word_set("used had tried last attempt earlier former previous than was were once instead")


def _about_model(draft: Draft, first: int, last: int) -> bool:
    document = draft.document
    words = document.norms(first, last + 1)
    if word_set("mixture moe sparse melange mezcla mistura mengsel miscela gated") & set(words):
        return True
    low, high = document.sentences[document.tokens[first].sentence]
    return bool(
        word_set(
            "model inside one routing router route routes routed architecture goes door each per "
            "roof dispatch dispatches switch picks with"
        )
        & set(document.norms(low, high))
    )


def _experts(draft: Draft, first: int, last: int) -> None:
    document = draft.document
    if draft.value("model.experts") is not None:
        return
    low, high = document.sentences[document.tokens[first].sentence]
    best = None
    for hit in _EXPERTS.find(document):
        if hit.concept != "experts" or not (low <= hit.first < high):
            continue
        for i in range(hit.first - 1, max(low - 1, hit.first - 4), -1):
            token = document.tokens[i]
            if (
                token.kind == "num"
                and draft.free(i)
                and float(token.value).is_integer()
                and 2 <= float(token.value) <= 1024
            ):
                best = (i, hit.last)
                break
            if token.kind == "punct":
                break
        if (
            best is None
            and document.norm(hit.last + 1) in (":", "=", "(")
            and hit.last + 2 < high
            and document.tokens[hit.last + 2].kind == "num"
            and 2 <= float(document.tokens[hit.last + 2].value) <= 1024
        ):
            best = (hit.last + 2, hit.last + 2)
        if best:
            break
    if (
        best is None
        and first > low
        and document.tokens[first - 1].kind == "num"
        and 2 <= float(document.tokens[first - 1].value) <= 256
    ):
        best = (first - 1, last)
    if best:
        _set_experts(draft, best[0], best[0], best[1])
    else:
        _listed_experts(draft, first, last)


def read_experts_in_all(draft: Draft) -> None:
    """ "One expert per region, five in all": the number stands apart from the word; or their names are listed."""
    document = draft.document
    if draft.value("model.architecture") != "moe" or draft.value("model.experts") is not None:
        return
    shape = next(c for c in draft.items("model.architecture") if c.value == "moe")
    at = next((t.sentence for t in document.tokens if t.start >= document.text.find(shape.quote)), 0)
    for hit in _IN_ALL.find(document):
        i = next(k for k in range(hit.first, hit.last + 1) if document.tokens[k].kind == "num")
        near = abs(document.tokens[i].sentence - at) <= 1
        if near and draft.free(i) and 2 <= float(document.tokens[i].value) <= 1024 and not document.tokens[i].mark:
            _set_experts(draft, i, hit.first, hit.last)
            return
    if (counted := _counted_before(draft, at, shape.quote)) is not None:
        _set_experts(draft, counted[0], counted[0], counted[1])
        return
    for sentence in (at, at - 1):
        span = document.sentences.get(sentence)
        named = _named_after_colon(document, *span) if span else None
        if named is not None:
            draft.set("model.experts", named[0], named[1], named[2], "counted from the list")
            return


_EACH = word_set("each every per one")
_NOT_COUNTED = word_set(
    "years year days weeks months hours minutes people percent euros times pages examples rows examples customers users"
)


def _counted_before(draft: Draft, at: int, quote: str) -> tuple[int, int] | None:
    """ "Five institutes, one model: an expert for each of them": (number, last token of what it counts)."""
    document = draft.document
    first, last = document.sentences[at]
    if not _EACH & set(document.norms(first, last)):
        return None
    for sentence in (at, at - 1, at - 2):
        low, high = document.sentences.get(sentence, (0, 0))
        for i in range(low, high):
            token = document.tokens[i]
            counts = (
                token.kind == "num"
                and draft.free(i)
                and float(token.value).is_integer()
                and 2 <= float(token.value) <= 64
            )
            noun = next((k for k in (i + 1, i + 2, i + 3) if k < high and _plural(document.norm(k))), None)
            if counts and not token.mark and noun is not None and document.norm(noun) not in _NOT_COUNTED:
                return i, noun
    return None


def _plural(word: str) -> bool:
    return word in ("people", "children") or (len(word) > 3 and word.endswith("s") and not word.endswith("ss"))


def _named_after_colon(document: Document, first: int, last: int) -> tuple[int, int, int] | None:
    """(how many, first, last token) of a list behind a colon: "the right head: concrete, steelwork and timber"."""
    colon = next((k for k in range(first, last) if document.norm(k) == ":"), None)
    if colon is None:
        return None
    items, words = 0, 0
    for k in range(colon + 1, last):
        word = document.norm(k)
        if word in (",", "and", "or", "&"):
            items, words = items + (words > 0), 0
        elif document.tokens[k].kind == "word":
            words += 1
            if words > 3:
                return None
        else:
            break
    items += words > 0
    return (items, colon + 1, last - 1 - (document.tokens[last - 1].kind == "punct")) if items >= 2 else None


def _set_experts(draft: Draft, i: int, first: int, last: int) -> None:
    value = float(draft.document.tokens[i].value)
    if value.is_integer() and value >= 2:
        draft.set("model.experts", int(value), first, last)
        draft.use(i)


def _listed_experts(draft: Draft, first: int, last: int) -> None:
    """ "One specialist each for billing, tech and returns": as many as are named."""
    document = draft.document
    _, high = document.sentences[document.tokens[first].sentence]
    words = document.norms(first, last + 1)
    if "for" not in words and document.norm(last + 1) != "for" and "each" not in words:
        return
    if {"each", "every", "them"} & set(document.norms(last + 1, last + 3)) and "each" not in words:
        return  # of those that were counted before
    start = last + 1 + (document.norm(last + 1) in ("for", "each"))
    if document.norm(start) in ("for", "of"):
        start += 1
    if document.norm(start) in ("each", "every", "them", "any"):
        return  # of those that were counted before
    if words[-1:] in (["each"], ["every"]) and document.norm(last + 1) != "for":
        return
    items, i, length = 1, start, 0
    while (i < high and document.tokens[i].kind == "word") or (i < high and document.norm(i) == ","):
        if document.norm(i) == ",":
            if (
                document.norm(i + 1) in word_set("all with but behind one so which in inside within under that each")
                and document.norm(i + 1) != "one"
            ):
                break
            items += 1
            length = 0
            if document.norm(i + 1) == "and":
                i += 1
        elif document.norm(i) in ("and", "und", "et", "y", "e"):
            items += 1
            length = 0
        elif document.norm(i) in word_set("behind in inside with under all on within so that"):
            break
        else:
            length += 1
            if length > 4:
                break
        i += 1
    if items >= 2 and i > start:
        draft.set("model.experts", items, first, i - 1, "counted from the list")
