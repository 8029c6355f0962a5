"""Weights and order of the criteria, changed later: "make tone 0.2", "put short in front of the page thing"."""

from planner.claims import Claim
from planner.reader.criteria import named_criteria
from planner.reader.echo import echoed
from planner.reader.field_names import fields_named
from planner.reader.layout import Document
from planner.reader.patterns import Hit, Lexicon
from planner.reader.rescaling import rescale
from planner.reader.state import State
from planner.reader.words import word_set

_ORDER = Lexicon({
    "before": "in front of; before; ahead of; above; over; higher|further up than; more important than; outranks; prior to; vor; avant",
    "behind": "behind; after; below; lower than; less important than; beneath; hinter; nach; apres",
    "swap": "swap; exchange; switch; swapped; change places; trade places; the other way round|around; tausch*",
    "first": "first; on|to|at ?the top; comes|come first; most important; number one; top priority; to the front; zuerst",
    "last": "last; at|to ?the end|bottom; least important; comes|come last; zuletzt; lowest priority",
})  # fmt: skip
_LINKS = word_set(
    "is be should must to at with gets get worth counts count weighs a of : = up down only for on the just now , ( points weight "
    "smaller bigger larger higher lower value score by as from makes make has have -> goes"
)
LARGEST = 100


def reweigh(document: Document, state: State) -> list[Claim]:
    """Claims for criteria in force or added that the turn gives another weight or place; masks the numbers."""
    known = {str(c.value["criterion"]): c for c in state.items("rubric")}
    if not known:
        return []
    names = _criteria(document, state)
    words = set(document.norms(0, len(document.tokens)))
    if len(names) >= 3 and {"new", "scorecard", "replace", "instead"} & words:
        return []  # a scorecard of its own
    return [*_weights(document, names, known), *_places(document, names, known)]


def rescaled(document: Document, state: State) -> list[Claim]:
    """Claims for criteria in force whose weights the turn multiplies or names by their old figure."""
    known = {str(c.value["criterion"]): c for c in state.items("rubric")}
    return rescale(document, _criteria(document, state), known) if known else []


def _criteria(document: Document, state: State) -> list[Hit]:
    """Criteria named in the turn, by their names or by the user's own words for them, in order."""
    named = [Hit(h.concept.removeprefix("rubric."), h.first, h.last) for h in fields_named(document) if h.concept.startswith("rubric.")]  # fmt: skip
    taken = {k for h in named for k in range(h.first, h.last + 1)}
    others = [h for h in named_criteria(document) if not taken & set(range(h.first, h.last + 1))]
    taken |= {k for h in others for k in range(h.first, h.last + 1)}
    own = [
        Hit(str(claim.value["criterion"]), k, k)
        for k, token in enumerate(document.tokens)
        if k not in taken and token.kind == "word" and (claim := echoed([token.norm], state, ("rubric",))) is not None
    ]
    hits = sorted(named + others + own, key=lambda h: h.first)
    return [h for k, h in enumerate(hits) if not (k and _object_of(document, hits[k - 1], h))]


def _object_of(document: Document, hit: Hit, following: Hit) -> bool:
    """Whether a criterion's word is only what another one is done to ("making up a rule")."""
    between = document.norms(hit.last + 1, following.first)
    return hit.concept == "hallucination" and len(between) <= 1 and set(between) <= {"a", "an", "the", "any"}


def _weights(document: Document, names: list[Hit], known: dict[str, Claim]) -> list[Claim]:
    made: list[Claim] = []
    for at, name in enumerate(names):
        following = names[at + 1].first if at + 1 < len(names) else len(document.tokens)
        i = _number_behind(document, name.last, following)
        if i is None and not (at and names[at - 1].first > name.first - 3):
            i = name.first - 1 - (document.norm(name.first - 1) in ("for", "on", "to"))
            i = i if i >= 0 and _may_weigh(document, i) and document.norm(name.first - 1) in ("for", "on") else None
        if i is None:
            continue
        token = document.tokens[i]
        old = known.get(name.concept)
        weight = float(token.value)
        added = word_set("add plus also and gets with worth weight points new") & set(
            document.norms(name.first - 4, i + 3)
        )
        if old is None and not added:
            continue
        if old is not None and float(old.value.get("weight") or 0) < 0 < weight and not token.signed:
            weight = -weight  # a penalty stays one
        token.masked, token.mark = True, "weight"
        item = {**(old.value if old else {"criterion": name.concept}), "weight": weight}
        quote = document.quote(min(i, name.first), max(i, name.last))
        made.append(Claim(path="rubric", value=item, quote=quote, turn=document.turn))
    if made:
        document.found.clear()
    return made


def _number_behind(document: Document, last: int, following: int) -> int | None:
    for i in range(last + 1, min(last + 6, following)):
        if document.tokens[i].sentence != document.tokens[last].sentence:
            return None
        if _may_weigh(document, i):
            return i
        if document.norm(i) not in _LINKS and not document.tokens[i].masked:
            return None
    return None


def _may_weigh(document: Document, i: int) -> bool:
    token = document.tokens[i]
    pronoun = token.norm == "one" and not document.norm(i + 1).startswith(("point", "mark", "credit"))
    return (
        not pronoun  # "the long-winded one"
        and token.kind in ("num", "points", "share")
        and not (token.masked or token.mark)
        and token.value is not None
        and abs(float(token.value)) <= LARGEST
        and document.norm(i - 1) not in word_set("> < >= <= least most than")
    )


def _places(document: Document, names: list[Hit], known: dict[str, Claim]) -> list[Claim]:
    """Another order: the weights stay where they are in the row, the criteria change their places."""
    ranked = sorted(
        (c for c in known.values() if float(c.value.get("weight") or 0) > 0), key=lambda c: -float(c.value["weight"])
    )
    row = [str(c.value["criterion"]) for c in ranked]
    before = list(row)
    quote: tuple[int, int] | None = None
    for hit in _ORDER.find(document):
        sentence = document.tokens[hit.first].sentence
        mine = [n for n in names if n.concept in row and document.tokens[n.first].sentence == sentence]
        one = next((n for n in reversed(mine) if n.last < hit.first), None)
        two = next((n for n in mine if n.first > hit.last), None)
        if hit.concept == "swap" and len(mine) >= 2:
            a, b = row.index(mine[0].concept), row.index(mine[1].concept)
            row[a], row[b] = row[b], row[a]
        elif hit.concept in ("before", "behind") and one and two and one.concept != two.concept:
            row.remove(one.concept)
            row.insert(row.index(two.concept) + (hit.concept == "behind"), one.concept)
        elif hit.concept in ("first", "last") and (one or two) and hit.first - (one or hit).last <= 5:
            moved = (one or two or hit).concept
            row.remove(moved)
            row.insert(0 if hit.concept == "first" else len(row), moved)
        else:
            continue
        low = min(n.first for n in (one, two, hit) if n is not None)
        quote = (low, max(n.last for n in (one, two, hit) if n is not None))
    if row == before or quote is None:
        return []
    for k in range(quote[0], quote[1] + 1):
        document.tokens[k].masked, document.tokens[k].mark = True, "order"
    document.found.clear()
    made = []
    for claim, criterion in zip(ranked, row, strict=True):
        old = known[criterion]
        value = {**old.value, "weight": claim.value["weight"]}
        if value != old.value:
            words = document.quote(*quote)
            made.append(
                Claim(path="rubric", value=value, quote=words, turn=document.turn, why="in the order that was given")
            )
    return made
