"""How much of the data is kept aside to judge the result."""

from planner.reader.comparators import Comparators
from planner.reader.draft import Draft
from planner.reader.kept_aside import is_of_others, weigh_shares
from planner.reader.patterns import Lexicon
from planner.reader.senses import Senses
from planner.reader.words import word_set

_ASIDE = Lexicon({
    "holdout": """
        kept|keeping|keep ... for ..... test*|exam*|check*|evaluat*|judg*; not|dont|never show|give|shown|see|sees; test ?it with those|them|these;
        holdout; hold out; held out; holdback; hold|holds|holding|held back;
        keep|keeps|kept|keeping|set|sets|setting|put|puts|putting|lay|leave ..... aside|away|apart|back;
        reserve|reserved|reserves|reserving; test set; test split; validation; evaluation; eval;
        for ?the|a|later|our|final testing|test|exam|examination|check|checking|evaluation|validation; unseen;
        never seen|sees|trained; hide|hidden; withhold|withheld; test share; test portion; zuruckhalt*;
        zuruckgehalten; zuruckleg*; beiseite; fur ?den|die test*|prufung|auswertung;
        mettre|mettez|garder|gardez|reserver|reservez ... cote|test|evaluation; reserv*; apart*;
        separ* ... prueba*|teste|test; metti|mettere|tenere|tieni da parte; opzij; achterhouden; apart houden;
        para ?la|o|a|las evaluac*|avaliac*|prueba|pruebas|teste|testes;
        keep ... for ?the|a|later|final test*|evaluat*|exam|check*; train ?test split
    """,
    "not": "evaluation ... hours; test environment; quarantine",
})  # fmt: skip


def read_holdout(draft: Draft, comparators: Comparators, senses: Senses) -> None:
    _split(draft)
    if draft.value("data.holdout") is None:
        _by_phrase(draft)
    if draft.value("data.holdout") is None:
        _held_part(draft)
    if draft.value("data.holdout") is None:
        weigh_shares(draft, comparators, senses)


def _by_phrase(draft: Draft) -> None:
    document = draft.document
    best: tuple[float, int, int, int] | None = None
    sure: list[tuple[float, int, int, int]] = []
    for hit in _ASIDE.find(document):
        if hit.concept == "not":
            continue
        sentence = document.tokens[hit.first].sentence
        keyed = document.norm(hit.first) in ("holdout",) and document.norm(hit.last + 1) in ("=", ":")
        strong = document.norm(hit.first) not in word_set("evaluation eval validation for unseen test para fur")
        for i in range(*document.sentences[sentence]):
            token = document.tokens[i]
            numeric = (
                token.kind == "num"
                and not token.mark
                and (0 < float(token.value) < 0.6 or (keyed and 1 <= float(token.value) <= 50))
            )
            if not draft.free(i) or not (token.kind == "share" or numeric) or is_of_others(document, i):
                continue
            if document.norm(i - 1) in ("=", ">=", "<=", "<", ">") and not hit.first <= i - 2 <= hit.last:
                continue
            floor = {"least", "over", "above", "minimum", ">=", "exceed", "than"} & set(document.norms(i - 3, i))
            if floor and not hit.first <= i <= hit.last:
                continue  # "right at least 85% of the time on messages it has never seen"
            cost = min(document.distance(hit.first, i), document.distance(hit.last, i)) + (0 if strong else 0.5)
            if hit.first <= i <= hit.last:
                cost = 0.0
            if (
                cost < (3.0 if strong else 1.7)
                and (best is None or cost < best[0])
                and float(token.value) <= 1
                and not (numeric and not keyed and cost > 1)
            ):
                best = (cost, i, hit.first, hit.last)
            if (
                strong
                and cost < 1.0
                and token.kind == "share"
                and float(token.value) <= 1
                and not any(s[1] == i for s in sure)
            ):
                sure.append((cost, i, hit.first, hit.last))
    if best is None:
        return
    for other in sure:
        apart = document.tokens[other[1]].sentence != document.tokens[best[1]].sentence
        if (
            apart
            and draft.free(other[1])
            and document.norm(other[2]).startswith(("hold", "keep", "set", "put", "reserve"))
        ):
            _claim(draft, other)  # a second, different share is a dispute
    _claim(draft, best)


def _claim(draft: Draft, found: tuple[float, int, int, int]) -> None:
    document = draft.document
    _, i, first, last = found
    value = float(document.tokens[i].value)
    if document.tokens[i].kind == "num" and value >= 1:
        value /= 100
    draft.set("data.holdout", round(value, 6), min(i, first), max(i, last))
    draft.use(i, *range(first, last + 1))


_SPLIT = Lexicon(
    {
        "split": "<num> / <num> split; split ... <num> / <num>; split of <num> / <num>; <num> : <num> split",
        "rest": "train*|learn*|use|teach|learning ... <share> ..... rest|remaining|remainder|others; <share> for|to ?the train*|learn* ..... rest|remaining|remainder|others",
    }
)
_PARTS = {
    "half": 2,
    "third": 3,
    "quarter": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
    "twelfth": 12,
    "twentieth": 20,
}


def _held_part(draft: Draft) -> None:
    """ "The held-out eighth", "on the tenth that is kept back"."""
    document = draft.document
    for i, token in enumerate(document.tokens):
        part = _PARTS.get(token.norm)
        if part is None or token.kind not in ("word", "ordinal") or not draft.free(i):
            continue
        ahead, behind = document.norms(i - 3, i), document.norms(i + 1, i + 6)
        held = (
            ahead[-2:] == ["held", "out"]
            or ahead[-1:] in (["heldout"], ["unseen"], ["reserved"], ["withheld"])
            or ahead[-2:] == ["held", "back"]
        )
        later = ahead[-1:] in (["the"], ["a"], ["last"]) and {"held", "kept", "reserved", "unseen", "off"} & set(behind)
        if held or (later and word_set("out back aside away limits for unseen") & set(behind)):
            draft.set("data.holdout", round(1 / part, 6), max(0, i - 2), i)
            draft.use(i)
            return


_JUDGE = frozenset(
    "judge judging test check checking evaluate measure measuring testing evaluation exam judged tested checked grade grading".split()
)


def _split(draft: Draft) -> None:
    """ "An 85/15 split", "train on 90% and judge it with the rest": what is left of the training share."""
    document = draft.document
    for hit in _SPLIT.find(document):
        figures = [i for i in range(hit.first, hit.last + 1) if document.tokens[i].kind in ("num", "share")]
        if any(not draft.free(i) for i in figures):
            continue
        values = [float(document.tokens[i].value) for i in figures]
        first, last = document.sentences[document.tokens[hit.first].sentence]
        if hit.concept == "split" and abs(sum(values) - 100) < 1e-9:
            held = min(values) / 100
        elif (
            hit.concept == "rest"
            and len(values) == 1
            and values[0] >= 0.5
            and _JUDGE & set(document.norms(first, last))
        ):
            held = round(1 - values[0], 6)
        else:
            continue
        draft.set("data.holdout", held, hit.first, hit.last, "what is left of the share for training")
        draft.use(*figures)
        return
