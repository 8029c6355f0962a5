"""Fields that a later turn takes back: "drop the latency rule", "money is no object", "the 300 euros can go"."""

from dataclasses import dataclass
from typing import Any

from planner.reader.echo import echoed
from planner.reader.exchanges import spoken_again
from planner.reader.field_names import fields_named
from planner.reader.layout import Document
from planner.reader.lexicon.turns import NO_LIMIT, WITHDRAW
from planner.reader.patterns import Hit, Lexicon
from planner.reader.slots import NUMBERS, Slot
from planner.reader.state import State
from planner.reader.taking_out import holds
from planner.reader.words import word_set

_WITHDRAW, _NO_LIMIT = Lexicon(WITHDRAW), Lexicon(NO_LIMIT)
_TIME = ("budget.wall_clock_hours", "budget.deadline")
_ELSEWHERE = word_set("data.sources task languages compute.where compute.gpu compute.gpus privacy.egress")
"""Fields with words of their own for what is no longer wanted."""
_SAID_BY_READERS = (
    "model.adapter", "model.architecture", "model.vocabulary", "search.", "data.cleaning", "data.synthetic", "delivery.",
    "monitoring", "stages",
)  # fmt: skip
"""Fields whose readers make a value of "no" ("no LoRA", "no search"): their words stay unmasked."""
_INSTEAD = {
    "budget.wall_clock_hours": ("budget.deadline", "budget.gpu_hours"), "budget.deadline": ("budget.wall_clock_hours",),
    "budget.cost": ("budget.gpu_hours",), "gates.accuracy": ("gates.pass_rate",), "gates.pass_rate": ("gates.accuracy",),
}  # fmt: skip
"""What is meant where the field that is named has no value."""
_GENERIC = word_set(
    "cost costs money date size speed name base search format steps step cards card ray machine location comparison points "
    "weights requirements conditions refresh gate trial experts architecture due right correct layout amount memory dense spend"
)
_LIMITS = word_set(
    "limit rule gate condition requirement target threshold thing part penalty cap criterion item demand bit clause one"
)
_ENDS = word_set("and but to for from by so because since in of on with is are it that make set use add")
_DROPS = word_set("drop remove delete scrap skip ditch lift omit strike forget")
_ALSO_CHANGE = word_set("lift lifts cut take takes relax loosen")
_VERBS = word_set("generate retrain search sweep redact roll hold keep cite invent generieren")
_LINKS = word_set("and or nor , the our any all both / & + either also")
_BETWEEN = word_set(", to for from by below above ; : - but not") - {","}


@dataclass(frozen=True, slots=True)
class Withdrawal:
    path: str
    """A field, or `gates.accuracy`, `rubric.tone`."""
    quote: str
    step: int | None = None
    """Of a roll-out: the one step that falls away."""
    item: Any = None
    """Of a list: the one item that falls away."""


def withdrawals(document: Document, state: State, slots: list[Slot]) -> list[Withdrawal]:
    """What the turn takes back of what is in force; masks the words, so that no field reads them as something else."""
    found: list[tuple[Withdrawal, int, int]] = [*_without_limit(document, state)]
    hits = _WITHDRAW.find(document)
    names = [h for h in fields_named(document) if h.concept not in _ELSEWHERE]
    for hit in hits:
        if hit.concept == "front" and _withdraws(document, hit):
            for name in _in_front(document, hit, names):
                found += _taken(document, state, name, min(hit.first, name.first), name.last)
            if not any(
                w.quote.startswith(document.quote(hit.first, hit.first)) and first == hit.first for w, first, _ in found
            ):
                found += _echoed(document, state, hit)
            for name in _meant_by_it(document, hit, names):
                found += _taken(document, state, name, name.first, hit.last + 1)
        elif hit.concept == "behind":
            behind = _behind(document, hit, names)
            for name in behind:
                found += _taken(document, state, name, name.first, hit.last)
            if not behind:
                found += _echoed(document, state, hit)
        elif hit.concept == "permitted":
            found += [one for one in _echoed(document, state, hit) if one[0].path == "rubric.policy"]
        elif hit.concept == "nothing" and document.norm(hit.first - 1) in (":", "=", "->", "to", "is"):
            for name in names:
                if name.last == hit.first - 2:
                    found += _taken(document, state, name, name.first, hit.last)
    for i, slot in spoken_again(document, slots).items():
        span = _figure_taken(document, i, hits)
        if span is not None:
            step = slot.key if isinstance(slot.key, int) else None
            found.append((Withdrawal(slot.name, document.quote(*span), step), *span))
    for taken, first, last in found:
        if taken.path.startswith(_SAID_BY_READERS):
            continue
        for k in range(first, last + 1):
            document.tokens[k].masked, document.tokens[k].mark = True, "withdrawn"
    if found:
        document.found.clear()
    return [w for w, _, _ in found]


def _without_limit(document: Document, state: State) -> list[tuple[Withdrawal, int, int]]:
    made = []
    for hit in _NO_LIMIT.find(document):
        if {"but", "dont", "not"} & set(document.norms(hit.first - 2, hit.first)):
            continue
        if any(name.first < hit.first <= name.last for name in fields_named(document)):
            continue  # "the response time doesn't matter"
        for path in _TIME if hit.concept == "time" else (hit.concept,):
            if holds(state, path):
                made.append((Withdrawal(path, document.quote(hit.first, hit.last)), hit.first, hit.last))
    return made


def _withdraws(document: Document, hit: Hit) -> bool:
    """Whether a verb or "no" in front is not itself denied ("don't drop") and means leaving something off."""
    before, words = set(document.norms(hit.first - 3, hit.first)), document.norms(hit.first, hit.last + 1)
    _, last = document.sentences[document.tokens[hit.first].sentence]
    if {"dont", "not", "never", "cannot", "cant", "nicht"} & before and not {"dont", "not", "no"} & set(words):
        return False
    if words[0] in ("take", "takes") and len(words) == 1:
        return bool({"out", "away", "off"} & set(document.norms(hit.last, hit.last + 8)))
    if words[-1] in ("dont", "not", "never") and len(words) <= 2:
        return document.norm(hit.last + 1) in _VERBS
    if words == ["any"]:
        return bool(
            word_set("ok okay fine good do goes works acceptable allowed") & set(document.norms(hit.last, last))
        )
    if words == ["no"]:
        return document.norm(hit.last + 1) not in word_set(", make more less longer later wait sorry . !")
    return True


def _in_front(document: Document, hit: Hit, names: list[Hit]) -> list[Hit]:
    """Names behind a verb of leaving off, the first within five words, others joined by "and", "or", "nor"."""
    _, last = document.sentences[document.tokens[hit.first].sentence]
    chain: list[Hit] = []
    end = hit.last
    for name in names:
        if name.first < hit.first or name.last >= last or name.last <= end:
            continue
        between = document.norms(end + 1, name.first) if name.first > end else []
        if chain and not (set(between) <= _LINKS and between):
            if {"for", "on", "of"} & set(between) and len(between) <= 3 and chain[-1].concept in ("rubric", "gates"):
                chain[-1], end = name, name.last  # "points for brevity"
                continue
            break
        if not chain and (
            len(between) > 5
            or _BETWEEN & set(between)
            or ("," in between and not {"and", "or"} & set(between))
            or any(t.kind in ("path", "share", "duration", "money") for t in document.tokens[end + 1 : name.first])
        ):
            break
        chain.append(name)
        end = name.last
    if document.norm(hit.first) in _ALSO_CHANGE and any(t.kind in NUMBERS for t in document.tokens[end + 1 : last]):
        return []  # "lift the F1 a little, say 0.82"
    return [n for n in chain if not _gets_figure(document, n, last) and _plain(document, n)]


def _meant_by_it(document: Document, hit: Hit, names: list[Hit]) -> list[Hit]:
    """ "The friendliness is not that important, drop it": the name that stands before."""
    if document.norm(hit.first) not in _DROPS or document.norm(hit.last + 1) not in ("it", "that", "them", "this"):
        return []
    if document.norm(hit.last + 2) not in word_set(", . ! then please again and") | {""}:
        return []
    sentence = document.tokens[hit.first].sentence
    before = [n for n in names if n.last < hit.first and sentence - document.tokens[n.first].sentence <= 1]
    return before[-1:]


def _behind(document: Document, hit: Hit, names: list[Hit]) -> list[Hit]:
    """Names in front of what is said of them ("… no longer applies"), the nearest within two words."""
    first, _ = document.sentences[document.tokens[hit.first].sentence]
    chain: list[Hit] = []
    start = hit.first
    for name in reversed(names):
        if name.last >= start or name.first < first:
            continue
        between = document.norms(name.last + 1, start)
        if chain and not (set(between) <= _LINKS and between):
            break
        if not chain and (len(between) > 2 or {",", ".", ":"} & set(between)):
            break
        chain.append(name)
        start = name.first
    return [n for n in chain if _plain(document, n) or n.first == first or len(chain) > 1]


def _plain(document: Document, name: Hit) -> bool:
    """Whether a word that is also something else stands as the name of a field."""
    words = document.norms(name.first, name.last + 1)
    if name.concept.startswith("data.cleaning.") and words[-1].startswith("duplicate"):
        return False
    if len(words) == 1 and words[0] in _GENERIC:
        return document.norm(name.first - 1) in word_set("the that our this no any my nor neither")
    return not (words[-1:] == ["search"] and document.norm(name.last + 1) in ("engine", "results"))


def _gets_figure(document: Document, name: Hit, last: int) -> bool:
    """Whether a figure follows ("cut the budget to 200"): a change then."""
    following = document.tokens[name.last + 1 : min(last, name.last + 5)]
    led = [t.norm for t in following[:2]]
    return any(t.kind in NUMBERS or t.mark == "difference" for t in following) and bool(
        word_set("to by : = from at is in down up of") & set(led)
    )


def _echoed(document: Document, state: State, hit: Hit) -> list[tuple[Withdrawal, int, int]]:
    """ "The parsing limit can go": a field by the user's own words for it."""
    first, last = document.sentences[document.tokens[hit.first].sentence]
    span = (
        range(hit.last + 1, min(hit.last + 6, last))
        if hit.concept == "front"
        else range(hit.first - 1, max(first, hit.first - 5) - 1, -1)
    )
    words: list[int] = []
    for k in span:
        if document.tokens[k].kind != "word" or document.norm(k) in _ENDS:
            break
        words.append(k)
    if not words:
        return []
    norms = [document.norm(k) for k in words]
    limited = bool(_LIMITS & set(norms))
    claim = echoed(
        norms, state, ("gates", "rubric", "budget", "monitoring", "data.holdout") if limited else ("rubric",)
    )
    if claim is None:
        return []
    low, high = min(hit.first, *words), max(hit.last, *words)
    name = f"{claim.path}.{claim.value['metric']}" if claim.path == "gates" else claim.path
    name = f"{claim.path}.{claim.value['criterion']}" if claim.path == "rubric" else name
    return [(Withdrawal(name, document.quote(low, high)), low, high)]


def _figure_taken(document: Document, i: int, hits: list[Hit]) -> tuple[int, int] | None:
    sentence = document.tokens[i].sentence
    for hit in hits:
        if document.tokens[hit.first].sentence != sentence:
            continue
        if hit.concept == "front" and hit.last < i and _withdraws(document, hit):
            between = document.norms(hit.last + 1, i)
            if len(between) <= 3 and set(between) <= word_set("the our those these under below than of be within at limit rule cap that"):  # fmt: skip
                return hit.first, i
        elif hit.concept == "behind" and 0 < hit.first - i <= 3 and "," not in document.norms(i, hit.first):
            return i, hit.last
    return None


def _taken(document: Document, state: State, name: Hit, first: int, last: int) -> list[tuple[Withdrawal, int, int]]:
    path = next((p for p in (name.concept, *_INSTEAD.get(name.concept, ())) if holds(state, p)), None)
    if path is None and name.concept not in ("monitoring", "data.synthetic"):
        return []
    return [(Withdrawal(path or name.concept, document.quote(first, last)), first, last)]
