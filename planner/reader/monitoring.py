"""When the model is to be trained again: at an interval, or when a figure slips."""

from planner.claims import Dispute
from planner.reader.comparators import Comparators
from planner.reader.draft import Draft
from planner.reader.layout import Document
from planner.reader.lexicon.people import PUBLIC, STAFF
from planner.reader.negation import negated
from planner.reader.patterns import Hit, Lexicon
from planner.reader.senses import Senses
from planner.reader.slipping import SLIP, read_slip
from planner.reader.words import word_set

_AGAIN = Lexicon({
    "retrain": """
        retrain*; re train*; train|trained|trains|learn|fit|tune ... again|anew|afresh; refresh* ... model|it;
        refresh it; keep|keeps ... fresh|current; keep|keeps ... up to date; new training; new round of training; learn|learns ... from ?the new|latest|fresh|recent;
        update the model|bot|classifier|assistant; refresh*; relearn*; re learn*; fresh training;
        new training run; neu trainier*; nachtrainier*; neu antrainiert; reentren*; reentrain*; retreina*;
        reaprend*; reentra*; riaddestr*; hertrain*; opnieuw train*; retrain_when; retrain when; every_days;
        tune it up; retune*; re tune*; rebuilt; retraining; brush up; top up the training; re run the training;
        rerun ?the training; train|trains|tune|fit it|model|them new|newly;
        train|trains|trained|learn|teach ... once more; train|trains|trained|learn|teach ... over again; taught again|anew; train|trains|trained ?it once per|a|every|each; train|trains|trained ?it every|each|monthly|weekly|quarterly|yearly;
        fresh|new|another ?round|run|lap ?of training|learning|fitting; catch|catches up; training again|anew;
        start|kick|starts|kicks|trigger* ... training; next training; update|updates it; bring|brings|brought ... up to date;
        feed it ... new|latest|fresh; it gets ... new|latest|fresh ... learn; renew*; repeat|redo|rerun the|its ?whole training|learning;
        back to school
    """,
})  # fmt: skip
_EVERY = Lexicon({
    "1": "daily; every day|night; nightly; each day|night; taglich; once a day",
    "7": """
        weekly; every week; once a week; each week; wochentlich; cada semana; chaque semaine; ogni settimana;
        elke week; every|each monday|tuesday|wednesday|thursday|friday|saturday|sunday|weekend; per week;
        every <date>; toutes les semaines
    """,
    "14": """
        fortnightly; every fortnight; biweekly; every other|second week; once a fortnight; each fortnight;
        alle zwei wochen; every two weeks; every 2 weeks; every|each second|other|2nd monday|tuesday|wednesday|thursday|friday|saturday|sunday|weekend;
        every second|other <date>
    """,
    "30": """
        monthly; every month; once a month; each month; monatlich; chaque mois; tous les mois; cada mes;
        mensual*; mensuel*; mensal*; mensil*; ogni mese; elke maand; maandelijks; per month;
        every calendar month
    """,
    "60": "bimonthly; every other|second month",
    "90": """
        quarterly; every quarter; once a quarter; each quarter; per quarter; vierteljahrlich; trimestral*;
        trimestriel*; trimestral*; elk kwartaal; every three months; four times a year; chaque trimestre;
        cada trimestre; quartalsweise
    """,
    "182": "every|each spring and autumn|fall; every|each summer and winter; half yearly; twice a year; every six months; every half year; semi annual*; biannual*",
    "365": "yearly; annual|annually; every year; once a year; each year; every|each spring|summer|autumn|fall|winter|january|season",
})  # fmt: skip
_OF_IT = word_set("it model bot assistant chatbot classifier system tool that this")
_PEOPLE = (STAFF | PUBLIC | word_set("dogs horses drivers crews newcomers beginners hires")) - word_set(
    "we us our everyone"
)
_ITS_OWN = word_set("must has have needs should shall required gate")
"""Words of a sentence that asks for something of its own."""


def read_monitoring(draft: Draft, comparators: Comparators, senses: Senses) -> None:
    """Claims for `monitoring`; takes the figures that later trainings wait for away from the conditions."""
    document = draft.document
    never: tuple[int, int] | None = None
    for hit in _AGAIN.find(document):
        first, last = document.sentences[document.tokens[hit.first].sentence]
        if _of_others(document, hit, first, last):
            continue
        if negated(document, hit.first, hit.last) or (
            document.norm(last - 1) == "?" and document.norm(last) in ("no", "nope", "never")
        ):
            draft.withdrawn.append(("monitoring", None, document.quote(hit.first, hit.last)))
            never = (hit.first, hit.last)
            for i in range(first, last):
                draft.use(i)
            continue
        first, last = _reach(document, senses, first, last)
        read_slip(draft, comparators, senses, (first, last), hit)
        _every(draft, first, last)
    asked = next((c for c in draft.claims if c.path.startswith("monitoring")), None)
    if never is not None and asked is not None and not document.turn:
        draft.disputes.append(Dispute(
            fields=["monitoring"], problem="The request both asks for retraining and rules it out.",
            suggestion="Say whether the model is to be trained again later, and when.", quotes=[asked.quote, document.quote(*never)],
        ))  # fmt: skip


def _of_others(document: Document, hit: Hit, first: int, last: int) -> bool:
    """Whether people are trained, or a page is refreshed."""
    words = set(document.norms(first, last))
    when = (SLIP | {"every", "weekly", "monthly", "quarterly", "daily"}) & words
    if document.norm(hit.first).startswith("refresh") and not (when and (hit.first == first or _OF_IT & words)):
        return True
    behind = set(document.norms(hit.first, hit.last + 4))
    return bool(_PEOPLE & behind) and not _OF_IT & behind


def _reach(document: Document, senses: Senses, first: int, last: int) -> tuple[int, int]:
    """The sentence, with the one before or after it that holds the condition alone ("Below 90%? Retrain.")."""
    before = document.sentences.get(document.tokens[first].sentence - 1)
    after = document.sentences.get(document.tokens[first].sentence + 1)
    if (
        before
        and SLIP & set(document.norms(*before))
        and ((last - first <= 5 and document.norm(first - 1) in ("?", ";", ".")) or document.norm(first - 1) == ";")
    ):
        first = before[0]
    if after and document.block_of[after[0]] is document.block_of[first]:
        words = set(document.norms(*after))
        opens = set(document.norms(after[0], after[0] + 3)) & word_set(
            "if when once whenever should otherwise else every or as"
        )
        waits = any(
            senses.of(i).get("retrain_value", 0.0) > 0.5 for i in range(*after) if document.tokens[i].kind == "share"
        )
        if (opens or waits or (last - first <= 5 and "every" in words)) and not _ITS_OWN & words:
            last = after[1]
    return first, last


def _every(draft: Draft, first: int, last: int) -> None:
    """Claims the interval: the first that is named, or the one that takes its place ("each quarter... no, each month")."""
    document = draft.document
    found = sorted([*_durations(draft, first, last), *_phrases(document, first, last)], key=lambda one: one[1])
    if not found:
        return
    chosen = found[0]
    for one in found[1:]:
        if _MENDED & set(document.norms(chosen[2] + 1, one[1])):
            chosen = one
    days, low, high, why = chosen
    draft.set("monitoring.every_days", days, low, high, why)
    for _, low, high, _ in found:
        draft.use(*range(low, high + 1))


_MENDED = word_set("say no not sorry rather wait better make instead correction meant")


def _durations(draft: Draft, first: int, last: int) -> list[tuple[float, int, int, str]]:
    """Intervals with a number: days, first and last token, why."""
    document = draft.document
    found = []
    for i in range(first, last):
        token, before = document.tokens[i], document.norm(i - 1)
        if not draft.free(i):
            continue
        if token.kind == "duration" and before in _EACH and token.value >= DAY:
            if before == "of" and not document.norm(i - 2).startswith(("interval", "cycle", "rhythm", "distance")):
                continue
            found.append((round(token.value / DAY, 4), i - 1, i, ""))
        elif token.kind == "duration" and before in ("once", "twice"):
            found.append((token.value / DAY / (2 if before == "twice" else 1), i - 1, i, ""))
        elif token.kind == "num" and document.norms(i - 3, i) == ["every", "days", "="]:
            found.append((float(token.value), i - 3, i, ""))
    return found


DAY = 86400
_EACH = word_set("every each of alle tous toutes cada ogni elke per les : = after")


def _phrases(document: Document, first: int, last: int) -> list[tuple[float, int, int, str]]:
    """Intervals in words: "monthly", "every second Monday"."""
    found = []
    for hit in _EVERY.find(document):
        if not (first <= hit.first and hit.last < last):
            continue
        dated = document.norm(hit.first) == "every" and document.tokens[hit.last].kind == "date"
        if hit.concept == "7" and dated and "day" not in document.norm(hit.last):
            continue
        found.append((float(hit.concept), hit.first, hit.last, f"that is every {hit.concept} days"))
    return found
