"""Numbers with their units: shares, money, times, GPU-hours, sizes; in words or digits, as people dress them."""

from dataclasses import replace

from planner.reader.lexicon import units
from planner.reader.lexicon.hardware import GPU, LINES
from planner.reader.lexicon.money import DOLLARS, PREFIXES, currency_of
from planner.reader.lexicon.numerals import FRACTIONS
from planner.reader.tokens import Token
from planner.reader.words import word_set

_ARTICLES = ("a", "an", "one", "eine", "einen", "einer", "ein", "une", "un", "una", "uma", "een")
_BECOMES = word_set("is are stays stay goes go gets get must should has have shall will may remains be")
_KEPT_ASIDE = word_set(
    "aside back away apart test testing exam examination hidden unseen evaluation kept held reserved check"
)
_ROUND = frozenset(
    (
        4,
        5,
        8,
        10,
        20,
        25,
        30,
        40,
        50,
        60,
        80,
        100,
        120,
        150,
        200,
        250,
        300,
        400,
        500,
        600,
        800,
        1000,
        2000,
        2500,
        5000,
        10000,
        100000,
        1000000,
    )
)
_SINGLE_UNITS = frozenset(
    "second hour day week month year quarter fortnight minute night weekend stunde tag woche heure jour semaine hora dia "
    "semana ora giorno settimana uur dag sekunde seconde segundo secondo minuto minuten".split()
)


def join_quantities(tokens: list[Token]) -> list[Token]:
    """The same tokens, each number with its unit as one token of kind share, money, duration, gpu_hours, params,
    memory or num. `value` is in the spec's unit (a share 0..1, seconds, GPU-hours, parameters, GB)."""
    tokens = _said_once(tokens)
    joined: list[Token] = []
    at = 0
    while at < len(tokens):
        end, made = _quantity(tokens, at, joined[-1] if joined else None)
        if made is None:
            joined.append(tokens[at])
            at += 1
            continue
        if made.start < tokens[at].start:  # took the currency in front
            while joined and joined[-1].start >= made.start:
                joined.pop()
        joined.append(made)
        at = end
    return joined


_AFTER_POINTS = word_set(". , ; ) | for if when points point") | {""}


def _said_once(tokens: list[Token]) -> list[Token]:
    """ "Three (3) seconds": a number that is said twice is one token, so that its unit stands beside it."""
    said: list[Token] = []
    at = 0
    while at < len(tokens):
        twice = (
            [_norm(tokens, at + 1), _norm(tokens, at + 3)] == ["(", ")"]
            and _is_num(tokens, at)
            and _is_num(tokens, at + 2)
            and tokens[at].value == tokens[at + 2].value
        )
        said.append(_span(tokens, at, at + 4, "num", float(tokens[at].value)) if twice else tokens[at])
        at += 4 if twice else 1
    return said


def _norm(tokens: list[Token], at: int) -> str:
    return tokens[at].norm if 0 <= at < len(tokens) else ""


def _is_num(tokens: list[Token], at: int) -> bool:
    return 0 <= at < len(tokens) and tokens[at].kind == "num"


def _span(tokens: list[Token], at: int, end: int, kind: str, value: float, **more: object) -> Token:
    first, last = tokens[at], tokens[end - 1]
    made = Token(first.start, last.end, " ".join(t.norm for t in tokens[at:end]), kind, value, glued=first.glued)
    made.signed = first.signed
    return replace(made, **more)  # type: ignore[arg-type]


def _quantity(tokens: list[Token], at: int, before: Token | None) -> tuple[int, Token | None]:
    token = tokens[at]
    if token.kind == "word":
        return _in_words(tokens, at)
    if token.kind == "op" and currency_of(token.norm) and _is_num(tokens, at + 1):
        return _money(tokens, at, at + 1, currency_of(token.norm) or "")
    if token.kind != "num":
        return at, None
    low, place = None, at
    if (
        _is_num(tokens, at + 2)
        and _norm(tokens, at + 1) in word_set("- – to bis a or")
        and (
            tokens[at + 2].value > token.value
            and not (_norm(tokens, at + 1) in ("or", "a") and not _has_unit(tokens, at + 3))
        )
    ):
        low, place = float(token.value), at + 2
    number = tokens[place]
    end, made = _with_unit(tokens, at, place, number, before)
    if made is not None:
        made.low = low if made.raw is None else (low if made.kind != "share" else (low or 0) / 100 or None)
        return end, made
    if low is not None and _norm(tokens, at + 1) in ("-", "–"):
        made = _span(tokens, at, place + 1, "num", float(number.value), low=low, mark=number.mark)
        return place + 1, made
    return at, None


def _has_unit(tokens: list[Token], at: int) -> bool:
    word = _norm(tokens, at)
    return word in units.SECONDS or word in units.PERCENT or bool(currency_of(word)) or word in units.GIGABYTES


def _in_words(tokens: list[Token], at: int) -> tuple[int, Token | None]:
    """ "half a second", "a quarter", "two thirds" begin with a word; "a day and a half", "every tenth"."""
    word, after = tokens[at].norm, _norm(tokens, at + 1)
    if word == "half" and _is_num(tokens, at + 1) and after.startswith(("a ", "one ")):
        number = replace(tokens[at + 1], value=float(tokens[at + 1].value) / 2, start=tokens[at].start)
        rest = [number, *tokens[at + 2 : at + 8]]
        taken, made = _with_unit(rest, 0, 0, number, None)
        return (at + 1 + taken, made) if made is not None else (at + 2, number)
    if word in ("half",) and after == "a" and _norm(tokens, at + 2) in ("point", "mark"):
        return at + 3, _span(tokens, at, at + 3, "num", 0.5, unit="point")
    if word in word_set("half halbe halben media meia mezza demi") or (
        word == "quarter"
        and after == "of"
        and _norm(tokens, at + 2) in ("a", "an")
        and _norm(tokens, at + 3) in ("second", "hour", "million")
    ):
        value = 0.5 if word != "quarter" else 0.25
        percent = _percent_of(tokens, at + 1)
        if percent:
            return percent, _span(tokens, at, percent, "share", value / 100, raw=value)
        place = at + 1 + (after == "of" and word == "quarter")
        place += _norm(tokens, place) in ("a", "an")
        unit = _norm(tokens, place)
        if unit in units.SECONDS:
            return place + 1, _span(
                tokens, at, place + 1, "duration", value * units.SECONDS[unit], raw=value, unit=unit
            )
        if unit in ("million", "billion", "thousand"):
            scale = {"million": 1e6, "billion": 1e9, "thousand": 1e3}[unit]
            return _after_number(tokens, at, place + 1, value * scale)
        if unit == "dozen":
            return _after_number(tokens, at, place + 1, 6.0)
        if (word == "half" and after in ("of", "the", "a")) or (
            word == "half" and _norm(tokens, at - 1) not in ("a", "one")
        ):
            return at + 1, _span(tokens, at, at + 1, "share", 0.5, raw=50.0)
        return at, None
    if (
        word in word_set("every each jeder jede jedes jeden")
        and after in FRACTIONS
        and after not in ("half", "second", "quarter", "third")
    ):
        return at + 2, _span(tokens, at, at + 2, "share", FRACTIONS[after], raw=FRACTIONS[after] * 100, unit="every")
    if (
        word in ("every", "each")
        and at + 1 < len(tokens)
        and tokens[at + 1].kind == "ordinal"
        and tokens[at + 1].value > 1
    ):
        return at + 2, _span(
            tokens, at, at + 2, "share", 1 / tokens[at + 1].value, raw=100 / tokens[at + 1].value, unit="every"
        )
    if (
        word in _ARTICLES
        and after in FRACTIONS
        and after not in ("half", "second", "quarter")
        and _norm(tokens, at + 2) in ("of", "is", "for", "as", "aside", "away", ",", ".", "")
    ):
        percent = _percent_of(tokens, at + 2) if _norm(tokens, at + 2) == "of" else 0
        if percent:
            return percent, _span(tokens, at, percent, "share", FRACTIONS[after] / 100, raw=FRACTIONS[after])
        return at + 2, _span(tokens, at, at + 2, "share", FRACTIONS[after], raw=FRACTIONS[after] * 100)
    if word in _ARTICLES and after == "quarter" and _norm(tokens, at + 2) in ("of", "aside", "away", "for", "back"):
        return at + 2, _span(tokens, at, at + 2, "share", 0.25, raw=25.0)
    if (
        word in _ARTICLES
        and after in FRACTIONS
        and _norm(tokens, at + 2) in _BECOMES
        and _KEPT_ASIDE & {_norm(tokens, k) for k in range(at + 3, min(at + 9, len(tokens)))}
    ):  # "a fifth stays aside", and not "a fifth is that …"
        return at + 2, _span(tokens, at, at + 2, "share", FRACTIONS[after], raw=FRACTIONS[after] * 100)
    if word in _ARTICLES and after in _SINGLE_UNITS:
        seconds, end = units.SECONDS[after], at + 2
        if [_norm(tokens, end + k) for k in range(3)] == ["and", "a", "half"]:
            seconds, end = seconds * 1.5, end + 3
        return end, _span(tokens, at, end, "duration", seconds, raw=1.0, unit=after)
    if word in _ARTICLES and after == "couple" and _norm(tokens, at + 2) == "of":
        return _after_number(tokens, at, at + 3, 2.0)
    if word in ("a", "one") and after == "hundred" and _norm(tokens, at + 2) in units.PERCENT:
        return at + 3, _span(tokens, at, at + 3, "share", 1.0, raw=100.0)
    if word in ("once", "twice") and after == "in":
        place = at + 2 + (_norm(tokens, at + 2) in ("every", "each", "a"))
        if _is_num(tokens, place) and float(tokens[place].value) in _ROUND:
            times = 1 if word == "once" else 2
            return place + 1, _span(
                tokens, at, place + 1, "share", times / float(tokens[place].value), raw=float(times)
            )
    if (
        word in _ARTICLES
        and after in ("quarter", "third", "fifth", "tenth")
        and _norm(tokens, at - 1) in word_set("then to later next and with at")
        and _norm(tokens, at + 2) in (",", ".", "", "then", "and")
    ):
        return at + 2, _span(tokens, at, at + 2, "share", FRACTIONS[after], raw=FRACTIONS[after] * 100)
    if word in ("full", "half") and after in ("marks", "mark", "points") and _norm(tokens, at - 1) not in _ARTICLES:
        return at + 2, _span(tokens, at, at + 2, "num", 1.0 if word == "full" else 0.5, unit="point")
    if word in _ARTICLES and (
        after in ("point", "mark") or (after == "full" and _norm(tokens, at + 2) in ("point", "mark"))
    ):
        return at + 2 + (after == "full"), _span(tokens, at, at + 2 + (after == "full"), "num", 1.0, unit="point")
    if word == "half" and after == "a" and _norm(tokens, at + 2) in ("point", "mark"):
        return at + 3, _span(tokens, at, at + 3, "num", 0.5, unit="point")
    told = at == 0 or _norm(tokens, at - 1) in (":", "=", ",", ";", "|", "-")
    if word == "plus" and _is_num(tokens, at + 1) and told and _norm(tokens, at + 2) in _AFTER_POINTS:
        return at + 2, _span(tokens, at, at + 2, "num", float(tokens[at + 1].value), signed=True)
    if word == "minus" and _is_num(tokens, at + 1) and not tokens[at + 1].signed:
        halves = [_norm(tokens, at + 2 + k) for k in range(3)] == ["and", "a", "half"]
        end = at + 2 + 3 * halves
        if _norm(tokens, end) in units.PERCENT:
            value = -float(tokens[at + 1].value)
            return end + 1, _span(tokens, at, end + 1, "share", value / 100, raw=value, signed=True)
        return end, _span(tokens, at, end, "num", -float(tokens[at + 1].value) - 0.5 * halves, signed=True)
    if len(word) == 3 and currency_of(word) and _is_num(tokens, at + 1):
        return _money(tokens, at, at + 1, currency_of(word) or "")
    if word in DOLLARS and after == "$" and tokens[at + 1].glued and _is_num(tokens, at + 2):
        return _money(tokens, at, at + 2, DOLLARS[word])
    place = at + 1 + (after in (".", ":") and word in ("rs", "fr"))
    if word in PREFIXES and _is_num(tokens, place) and not _has_unit(tokens, place + 1):
        return _money(tokens, at, place, PREFIXES[word])
    return at, None


def _percent_of(tokens: list[Token], at: int) -> int:
    """End of the "a percent" or "of one percent" that begins at `at`; 0 where there is none."""
    place = at + (_norm(tokens, at) == "of")
    place += _norm(tokens, place) in _ARTICLES
    if _norm(tokens, place) in units.PERCENT:
        return place + 1
    return place + 2 if (_norm(tokens, place), _norm(tokens, place + 1)) in units.PERCENT_PAIRS else 0


def _after_number(tokens: list[Token], at: int, end: int, value: float) -> tuple[int, Token | None]:
    """A number made of words before `end`, with the unit that may follow."""
    number = _span(tokens, at, end, "num", value)
    rest = [number, *tokens[end : end + 6]]
    taken, made = _with_unit(rest, 0, 0, number, None)
    return (end + taken - 1, made) if made is not None else (end, number)


_NORTH = {
    "nors": "NOK", "norw": "NOK", "oslo": "NOK", "berg": "NOK", "tron": "NOK", "sven": "SEK", "swed": "SEK", "stoc": "SEK", "gote": "SEK",
    "malm": "SEK", "dans": "DKK", "dani": "DKK", "denm": "DKK", "danm": "DKK", "cope": "DKK", "kobe": "DKK", "aarh": "DKK", "icel": "ISK",
}  # fmt: skip


def _crowns(tokens: list[Token], at: int) -> str:
    """Whose crowns "3.000 kr" are, by the country, city or language that is named nearby; else none's."""
    near = sorted(range(max(0, at - 40), min(len(tokens), at + 40)), key=lambda k: abs(k - at))
    return next((_NORTH[tokens[k].norm[:4]] for k in near if tokens[k].norm[:4] in _NORTH), "")


def _money(tokens: list[Token], at: int, number: int, currency: str) -> tuple[int, Token]:
    end = number + 1
    value = float(tokens[number].value)
    low = None
    if _norm(tokens, end) in ("-", "–", "to") and _is_num(tokens, end + 1):
        low, value, end = value, float(tokens[end + 1].value), end + 2
    elif _norm(tokens, end) in ("-", "to") and currency_of(_norm(tokens, end + 1)) and _is_num(tokens, end + 2):
        low, value, end = value, float(tokens[end + 2].value), end + 3
    if currency_of(_norm(tokens, end)) == currency:  # "€500 EUR"
        end += 1
    return end, _span(tokens, at, end, "money", abs(value), unit=currency, raw=value, low=low)


def _with_unit(
    tokens: list[Token], at: int, place: int, number: Token, before: Token | None
) -> tuple[int, Token | None]:
    value, end = float(number.value), place + 1
    word, after, third = _norm(tokens, end), _norm(tokens, end + 1), _norm(tokens, end + 2)
    if word == "and" and after in ("a", "one") and third == "half":
        value, end = value + 0.5, end + 3
        word, after, third = _norm(tokens, end), _norm(tokens, end + 1), _norm(tokens, end + 2)
        if word in ("thousand", "million", "billion"):
            value *= {"thousand": 1e3, "million": 1e6, "billion": 1e9}[word]
            end += 1
            word, after, third = _norm(tokens, end), _norm(tokens, end + 1), _norm(tokens, end + 2)
    # shares
    if word in units.PERCENT:
        if third in ("point", "points") or after in ("point", "points"):
            return end + 2, _span(tokens, at, end + 2, "points", value / 100, raw=value)
        return end + 1, _span(tokens, at, end + 1, "share", value / 100, raw=value)
    if (word, after) in units.PERCENT_PAIRS:
        return end + 2, _span(tokens, at, end + 2, "share", value / 100, raw=value)
    if word in ("‰", "promille") or (word, after) in (("per", "mille"), ("per", "thousand"), ("pro", "mille")):
        last = end + 1 + (word in ("per", "pro"))
        return last, _span(tokens, at, last, "share", value / 1000, raw=value)
    if word in FRACTIONS and word.endswith("s") and 0 < value < 20:
        return end + 1, _span(tokens, at, end + 1, "share", value * FRACTIONS[word], raw=value * FRACTIONS[word] * 100)
    if value == 1 and word in FRACTIONS and word not in ("second",):
        return end + 1, _span(tokens, at, end + 1, "share", FRACTIONS[word], raw=FRACTIONS[word] * 100)
    ratio = _ratio(tokens, at, end, value)
    if ratio is not None:
        return ratio
    # money
    if word == "," and after == "currency" and third in (":", "=") and currency_of(_norm(tokens, end + 3)):
        return end + 4, _span(tokens, at, end + 4, "money", value, unit=currency_of(_norm(tokens, end + 3)), raw=value)
    code = currency_of(word)
    if (
        code
        and not (word in ("rs", "sek", "won", "r") and word not in ("sek",))
        and not (word == "sek" and number.mark == "")
    ):
        return end + 1, _span(tokens, at, end + 1, "money", value, unit=code, raw=value)
    if word in ("kr", "kroner") and (code := _crowns(tokens, at)):
        return end + 1, _span(tokens, at, end + 1, "money", value, unit=code, raw=value)
    if word == "sek":
        return end + 1, _span(tokens, at, end + 1, "money" if value >= 60 else "duration", value, unit="SEK", raw=value)
    if word in ("k", "tsd", "t") and (code := currency_of(after)):  # "2 k€"
        return end + 2, _span(tokens, at, end + 2, "money", value * 1000, unit=code, raw=value)
    if word == "in" and (code := currency_of(after)) and after not in ("real",):  # "900 in euros"
        return end + 2, _span(tokens, at, end + 2, "money", value, unit=code, raw=value)
    if word in (",", ".") and after in ("-", "–", "--") and (code := currency_of(third)):  # "300,- €"
        return end + 3, _span(tokens, at, end + 3, "money", value, unit=code, raw=value)
    code = currency_of(after, word)
    if code and word in word_set(
        "us american canadian australian singapore swiss czech danish swedish norwegian "
        "mexican british aussie argentine chilean colombian hong new"
    ):
        return end + 2, _span(tokens, at, end + 2, "money", value, unit=code, raw=value)
    if (word, after) in (("new", "zealand"), ("hong", "kong")) and (code := currency_of(third, after)):
        return end + 3, _span(tokens, at, end + 3, "money", value, unit=code, raw=value)
    # GPU-hours and times
    if word in units.GPU_WORDS and after in word_set("hours hour h hrs hr stunden std"):
        return end + 2, _span(tokens, at, end + 2, "gpu_hours", value, raw=value, unit="h")
    if word in units.GPU_WORDS and after in ("days", "day"):
        return end + 2, _span(tokens, at, end + 2, "gpu_hours", value * 24, raw=value, unit="days")
    if word in ("gpuh", "gpuhours", "gpuhrs"):
        return end + 1, _span(tokens, at, end + 1, "gpu_hours", value, raw=value, unit="h")
    if word in word_set("stunden hours hour hrs h heures horas ore uur hr") and _gpu_follows(tokens, end + 1):
        return _gpu_follows(tokens, end + 1), _span(
            tokens, at, _gpu_follows(tokens, end + 1), "gpu_hours", value, raw=value, unit="h"
        )
    if (
        word in ("hours", "hour", "h", "hrs")
        and after == "of"
        and GPU.match(third)
        and third not in LINES
        and _norm(tokens, end + 3) in ("time", "compute", "use")
    ):
        return end + 1, _span(tokens, at, end + 1, "gpu_hours", value, raw=value, unit="h")  # "30 hours of A100 time"
    if word in word_set("full working whole business straight clock calendar wall more") and after in units.SECONDS:
        end, word = end + 1, after
    if word in units.SECONDS and not (word in ("s", "d", "h", "min") and number.mark) and word != "go":
        seconds = value * units.SECONDS[word]
        if [_norm(tokens, end + 1 + k) for k in range(3)] == ["and", "a", "half"]:
            seconds, end = seconds + units.SECONDS[word] / 2, end + 3
        return end + 1, _span(tokens, at, end + 1, "duration", seconds, raw=value, unit=word)
    # sizes
    if word in units.GIGABYTES and not (word == "go" and not tokens[end].glued):
        return end + 1, _span(tokens, at, end + 1, "memory", value * units.GIGABYTES[word], raw=value, unit=word)
    if word in units.PARAMETERS and value >= 1e5:
        return end + 1, _span(tokens, at, end + 1, "params", value, raw=value)
    if word in ("of", "de", "di") and after in units.PARAMETERS and value >= 1e5:
        return end + 2, _span(tokens, at, end + 2, "params", value, raw=value)
    if number.mark in ("B", "b", "bn") and before is not None and not currency_of(before.norm):
        return end, _span(tokens, at, end, "params", value, raw=value)
    if end > place + 2 and value > number.value + 1:  # "two and a half thousand" of whatever was named before
        return end, _span(tokens, at, end, "num", value)
    return at, None


def _gpu_follows(tokens: list[Token], at: int) -> int:
    """ "40 hours of GPU time", "40 hours on the GPU": where that ends; 0 where it isn't so."""
    place = at
    while _norm(tokens, place) in word_set("of de on the our total a"):
        place += 1
    if place > at and _norm(tokens, place) in ("gpu", "gpus") and _norm(tokens, at) in ("of", "de"):
        return place + 1 + (_norm(tokens, place + 1) in ("time", "compute", "use"))
    if _norm(tokens, at) == "gpu" and _norm(tokens, at + 1) in ("time", "", ",", ".", ";", "max", "maximum"):
        return at + 1 + (_norm(tokens, at + 1) == "time")
    return 0


def _whole(tokens: list[Token], at: int) -> float | None:
    """What something is a part of: a number, also "every hundred"."""
    if _is_num(tokens, at):
        return float(tokens[at].value)
    return {"hundred": 100.0, "thousand": 1000.0, "dozen": 12.0}.get(_norm(tokens, at))


_NOUN_STOPS = frozenset("and or but is are was at than to for with , . ; : ( ) the most least not no".split())


_COMPARED = word_set(
    "pairs duels comparisons matches rounds raters judges reviewers testers editors readers experts votes cases answers replies drafts checks"
)


def _ratio(tokens: list[Token], at: int, end: int, value: float) -> tuple[int, Token] | None:
    """ "95 out of 100", "1 draft in 200", "six times out of ten", "one chat in ten", "9/10"."""
    if value < 0:
        return None
    for nouns in range(3):
        place = end + nouns
        if nouns and (
            place - 1 >= len(tokens)
            or tokens[place - 1].kind != "word"
            or tokens[place - 1].norm in _NOUN_STOPS
            or tokens[place - 1].norm in units.SECONDS
            or GPU.match(tokens[place - 1].norm)  # "8 A100s of 80 GB"
        ):
            return None
        link = _norm(tokens, place)
        times = nouns == 1 and tokens[place - 1].norm in ("times", "time", "cases") and link == "over"
        if link not in units.OF and link not in ("from", "on") and not times:
            continue
        place += 1
        if link == "out" or (link == "de" and _norm(tokens, place) == "cada"):
            place += 1
        while _norm(tokens, place) in word_set("every each the any cada our all de these those"):
            place += 1
        whole = _whole(tokens, place)
        if whole is None:
            continue
        if any(GPU.match(_norm(tokens, place + k)) for k in (1, 2)) or _norm(tokens, place + 1) in units.GIGABYTES:
            return None  # "two nodes of eight H200", "4 of the 48 GB cards"
        if not float(value).is_integer() and whole not in (100.0, 1000.0):
            return None
        if (
            not (whole > 0 and (value <= whole or (link in ("out", "outta") and value < 2 * whole)))
            or not whole.is_integer()
            or (value == whole and link not in ("out", "outta"))
        ):
            return None
        named = not nouns and (
            (link == "of" and _norm(tokens, place - 1) in word_set("the our these those"))
            or (link in ("of", "in") and whole > 2 and _norm(tokens, place + 1) in _COMPARED)
        )
        if whole not in _ROUND and not (link in ("out", "outta") or whole % 100 == 0 or named):
            return None
        if link in word_set("per su / de em en op auf aus dans") and whole not in _ROUND:
            return None
        if _norm(tokens, place + 1) in ("hours", "minutes", "days", "weeks") and link == "in":
            return None
        if link in ("from", "on") and (
            whole not in (10.0, 20.0, 50.0, 100.0, 200.0, 500.0, 1000.0)
            or (nouns and value * 2 < whole and value > 1)
            or _norm(tokens, place + 1) in ("to", "until")
            or _norm(tokens, place + 1) in units.SECONDS
            or (link == "on" and _norm(tokens, place + 1).endswith("s"))
        ):
            return None
        if link in ("of", "in", "per") and (1900 < whole < 2100 and whole != 2000):
            return None
        end = place + 1
        if link == "in" and tokens[place + 1 : place + 2] and currency_of(_norm(tokens, place + 1)):
            return None
        return end, _span(tokens, at, end, "share", value / whole, raw=value)
    return None
