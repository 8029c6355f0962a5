"""Hours on the clock that a run may take; opening hours, waits and courses stay out.

Each stretch of time is weighed by its limit, the words around it, where it stands, and what the trained model makes of it.
"""

import math

from planner.reader.asides import aside
from planner.reader.comparators import Comparators
from planner.reader.draft import Draft
from planner.reader.layout import Document
from planner.reader.lexicon.clock import CLOCK, OTHER_TIMES, OVERNIGHT
from planner.reader.negation import negated
from planner.reader.patterns import Hit, Lexicon
from planner.reader.senses import Senses
from planner.reader.telegram import telegraphic
from planner.reader.words import word_set

_TIME = Lexicon({"clock": CLOCK, "other": OTHER_TIMES})
_OVERNIGHT = Lexicon(OVERNIGHT)
_KEY = Lexicon(
    {
        "key": "wall_clock_hours; wall clock hours; wallclock hours; wall_clock_h; hours ?of wall clock; hours on the clock; clock hours; max_hours; time_limit_hours; hours"
    }
)
ENOUGH, SURE = 0.95, 1.25
"""Weight from which on a time is the run's; by its words alone, so that its sound has little say."""
_FRAMES = word_set(
    "budget resource resources limit limits compute hardware machine money training constraint constraints restriction restrictions runtime time clock"
)
_HOURS = word_set("h hr hrs hour hours stunden std heures horas ore uur uren stunde")
_SHORT = _HOURS | word_set("day days d tag tage tagen jour jours dia dias giorno giorni dag dagen")
_LONG = word_set("month months monate year years mois meses quarter quarters")
_MACHINE = word_set("machine server cluster gpu gpus card cards box node rig computer train training run job model")
_STARTS = word_set("start starting started launch launching kickoff begin beginning begun submitting submission go")
_SKIPPED = word_set("ago old later before after earlier per")


def read_clock(draft: Draft, comparators: Comparators, senses: Senses) -> None:
    document = draft.document
    _keyed(draft)
    hits = _TIME.find(document)
    cued = [hit for hit in hits if hit.concept == "clock"]
    for i, token in enumerate(document.tokens):
        if token.kind != "duration" or not draft.free(i) or (token.value < 900 and not _short_run(document, i)):
            continue
        if document.norm(i - 1) in ("every", "each", "per", "last", "past") or (
            document.norm(i + 1) in _SKIPPED and not _from_the_start(document, i)
        ):
            continue
        comparison = comparators.of(i)
        bound = comparison is not None and comparison.op in ("<=", "<")
        weight, low, high = _weigh(document, hits, i)
        if comparison is not None and bound:
            weight += 0.4 if comparison.weak else 0.8
            low, high = min(low, comparison.first), max(high, comparison.last)
        firm = comparison is not None and bound and not comparison.weak
        spoken_against = any(
            hit.concept == "other" and document.tokens[hit.first].sentence == token.sentence for hit in hits
        )
        if (bound and token.value < 900) or (firm and token.unit in _SHORT and not spoken_against):
            weight = max(weight, SURE)  # "two days at most"; minutes only came here by the words of a run
        kinds = {other.kind for other in document.tokens[slice(*document.sentences[token.sentence])]}
        told = telegraphic(document, i) or weight >= SURE
        if telegraphic(document, i) and kinds & {"money", "gpu_hours"}:
            weight += 1.3
        if document.norm(i - 1) == "(" and i - 2 in draft.used and document.tokens[i - 2].kind == "duration":
            weight = max(weight, SURE)  # "one working day (8 h)"
        heard = _heard(senses, i)
        if document.turn and weight <= 0.2:  # "make it 60 hours" is for what is in force, whatever it sounds like
            heard = min(heard, 0.3)
        weight += max(heard, -0.3 if told else -1.0)
        if weight < ENOUGH or _of_rollout(draft, token.sentence):
            continue
        before = next((c for c in draft.items("budget.wall_clock_hours") if c.quote in _said_before(document, i)), None)
        if before is not None:  # "a weekend, say 54 hours" puts it exactly; "two days and two nights" says it twice
            if token.unit.startswith("night"):
                continue
            draft.claims.remove(before)
        draft.set("budget.wall_clock_hours", round(float(token.value) / 3600, 4), low, high)
        draft.use(i)
    if draft.value("budget.wall_clock_hours") is None:
        _overnight(draft, cued)


def _from_the_start(document: Document, i: int) -> bool:
    """ "Three days after the start it must be through"."""
    return document.norm(i + 1) == "after" and bool(_STARTS & set(document.norms(i + 2, i + 5)))


def _weigh(document: Document, hits: list[Hit], i: int) -> tuple[float, int, int]:
    """Weight, and the first and last token of the words that say it."""
    token = document.tokens[i]
    clock, other, low, high = 9.0, 9.0, i, i
    for hit in hits:
        if document.tokens[hit.first].sentence != token.sentence or (hit.first == hit.last == i):
            continue
        inside = hit.first <= i <= hit.last
        apart = 0.1 if inside else min(document.distance(hit.first, i), document.distance(hit.last, i))
        if hit.concept == "other":
            other = min(other, apart)
        elif apart < clock:
            clock = apart
            if apart < 2:
                low, high = min(low, hit.first), max(high, hit.last)
    weight = -1.2 if aside(document, i) else 0.0
    if clock < 2.4:
        weight += 1.4 - 0.4 * clock
    if other < 1.5:
        weight -= 1.6 - 0.7 * other
    if _FRAMES & set(document.frame(i).replace(":", " ").split()):
        weight += 0.7
    weight += 0.2 if token.unit in _HOURS else -0.6 if token.unit in _LONG else 0.0
    if _MACHINE & set(document.norms(*document.sentences[token.sentence])):
        weight += 0.2
    return weight, low, high


def _heard(senses: Senses, i: int) -> float:
    """What the trained model adds or takes, -1..1."""
    chance = min(max(senses.of(i).get("wall_clock", 0.0), 1e-4), 1 - 1e-4)
    return min(max(0.35 * (math.log(chance / (1 - chance)) + 0.9), -1.0), 1.0)


def _keyed(draft: Draft) -> None:
    """ "wall_clock_hours = 5", a table's row "hours on the clock | 24"."""
    document = draft.document
    for hit in _KEY.find(document):
        i = hit.last + 2
        words = document.norms(hit.first, hit.last + 1)
        opens = hit.first == document.sentences[document.tokens[hit.first].sentence][0] or document.norm(
            hit.first - 1
        ) in ("|", ",", "-")
        if document.norm(i - 1) not in ("=", ":", "|") or i >= len(document.tokens) or not opens:
            continue
        if words == ["hours"] and not _FRAMES & set(document.frame(i).split()):
            continue
        token = document.tokens[i]
        if token.kind == "num" and draft.free(i) and 0 < float(token.value) <= 10_000:
            draft.set("budget.wall_clock_hours", float(token.value), hit.first, i)
            draft.use(i)


def _overnight(draft: Draft, cued: list[Hit]) -> None:
    """ "Let it run overnight", "all weekend": a night is 12 hours, a weekend 48."""
    document = draft.document
    for hit in _OVERNIGHT.find(document):
        span = range(hit.first, hit.last + 1)
        if any(k in draft.used for k in span) or negated(document, hit.first, hit.last, reach=3):
            continue
        sentence = document.tokens[hit.first].sentence
        words = set(document.norms(*document.sentences[sentence]))
        works = bool(_WORKS & words) or any(
            document.tokens[c.first].sentence == sentence and (c.last < hit.first or c.first > hit.last) for c in cued
        )
        said = document.norms(hit.first, hit.last + 1)
        first, last = document.sentences[sentence]
        works = works or bool(
            document.turn and last - first <= 8 and {"make", "instead", "rather", "then", "take"} & words
        )
        if _OTHERS & words and not _WORKS & words:
            continue
        if ("night" in said or "weekend" in said) and not works and said[0] not in ("has", "have", "gets"):
            continue
        why = "overnight counts as 12 hours" if hit.concept == "12" else "a weekend counts as 48 hours"
        draft.set("budget.wall_clock_hours", float(hit.concept), hit.first, hit.last, why)
        return


_WORKS = word_set(
    "train training run machine gpu finish let take trained done server compute job cluster work it finished"
)
_OTHERS = word_set(
    "batch guests sailing delivery delivered mails arrive come ship shift open stay parking shipping emails messages requests "
    "bus buses train-service opening bookings people porter nurse nurses"
)


def _of_rollout(draft: Draft, sentence: int) -> bool:
    """Whether the sentence tells of a roll-out, whose weeks are no time on a machine."""
    document = draft.document
    quotes = [claim.quote for claim in draft.items("delivery.rollout")]
    first, last = document.sentences[sentence]
    return any(quote in document.quote(first, last - 1) for quote in quotes)


def _said_before(document: Document, i: int) -> str:
    """The words of the sentence in front of token i."""
    first, _ = document.sentences[document.tokens[i].sentence]
    return document.text[document.tokens[first].start : document.tokens[i].start]


_ANSWERS = word_set("answer answers reply replies respond response wait waits call letter question")


def _short_run(document: Document, i: int) -> bool:
    """Minutes can bound a run too, where the words speak of what it may take and not of answers."""
    token = document.tokens[i]
    words = set(document.norms(*document.sentences[token.sentence]))
    framed = any(word in document.frame(i) for word in ("may take", "budget", "limit", "resource", "time", "cost"))
    trains = word_set("train training run tune tuning finish finished") & words
    return token.unit.startswith("min") and not _ANSWERS & words and bool(framed or trains)
