"""Checkable facts in a text: numbers with their units, times, dates, addresses, codes, names, quoted words.

A right answer may be worded freely; its figures may not. Covers English well, German, Spanish and French in
digits; number words in English only.
"""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Literal, NamedTuple

from evals.graders.words import STOP_WORDS, even, stem

Kind = Literal["number", "time", "month", "link", "code"]


class Fact(NamedTuple):
    kind: Kind
    value: str
    """In one spelling: `3.8`, `22:30`, `1`, `help@example.com`, `pf-12345`."""
    unit: str = ""
    """In one spelling, empty where none is written: `minute`, `eur`, `%`."""
    at: int = 0
    """Where it begins in the evened text."""
    shown: str = ""
    """As it stands there, for people."""
    sure: bool = True
    """False for "a week" and "one week", which may be a figure and may be a way of speaking."""


_UNITS = {
    "%": "% percent prozent pct", "eur": "€ eur euro euros", "usd": "$ usd dollar dollars", "gbp": "£ gbp pound pounds",
    "chf": "chf franken", "cent": "cent cents", "second": "s sec secs second seconds sekunde sekunden",
    "minute": "min mins minute minutes minuten minutos", "hour": "h hr hrs hour hours stunde stunden hora horas heure heures",
    "day": "day days tag tage tagen día días dia dias jour jours", "week": "week weeks woche wochen semana semanas semaine semaines",
    "month": "month months monat monate monaten mes meses mois", "year": "year years jahr jahre jahren año años an ans",
    "kg": "kg kilo kilos kilogram kilograms", "g": "g gram grams", "km": "km kilometre kilometres kilometer kilometers",
    "m": "m metre metres meter meters metros mètres", "cm": "cm centimetre centimetres centimeter centimeters zentimeter",
    "mm": "mm millimetre millimetres", "mile": "mile miles", "lb": "lb lbs", "foot": "ft foot feet", "inch": "inch inches", "oz": "oz ounce ounces", "l": "l litre litres liter liters", "kwh": "kwh",
    "mb": "mb", "gb": "gb", "tb": "tb", "°c": "°c",
}  # fmt: skip
_UNIT_OF = {word: unit for unit, spellings in _UNITS.items() for word in spellings.split()}
_MONTHS = {
    name: str(number)
    for number, names in enumerate(
        ("january jan januar enero janvier", "february feb februar febrero février", "march mar märz marzo mars",
         "april apr abril avril", "may mai mayo", "june jun juni junio juin", "july jul juli julio juillet",
         "august aug agosto août", "september sep sept septiembre septembre", "october oct oktober octubre octobre",
         "november nov noviembre novembre", "december dec dezember diciembre décembre"), 1)
    for name in names.split()
}  # fmt: skip
# These are ordinary words too; they are months only beside a number.
_SHY_MONTHS = frozenset({"may", "mar", "mars", "march", "sep", "jan", "dec", "mai", "jun", "apr", "nov", "oct", "feb"})
_SPELLED = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen twenty".split()
    )
} | {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100}

_LINK = re.compile(r"https?://[^\s<>()\"']+|www\.[^\s<>()\"']+|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64})+|\b[\w-]{1,64}\.(?:com|org|net|io|gov|eu|de|es|fr|uk)(?:/[^\s<>()\"']*)?\b")  # fmt: skip
_ISO_DATE = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")
_CLOCK = re.compile(r"\b([01]?\d|2[0-4])[:h]([0-5]\d)(?:\s*(am|pm|a\.m\.|p\.m\.))?|\b(\d{1,2})\s*(am|pm|a\.m\.|p\.m\.)(?!\w)|\b(\d{1,2})\.([0-5]\d)\s*uhr|\b(\d{1,2})\s*(?:uhr|o'clock)\b")  # fmt: skip
_CODE = re.compile(r"\b(?=[\w-]{0,64}\d)(?=[\w-]{0,64}[a-z])[a-z0-9]+(?:[-_][a-z0-9]+)*\b")
_GLUED = re.compile(r"^(\d+(?:[.,]\d+)?)([^\W\d_]+)$")
_NUMBER = re.compile(r"(?<![\w.,])(?:([€$£]|eur|usd|gbp|chf)\s*)?(\d{1,3}(?:[ ,'\u202f\u00a0]\d{3})+(?:\.\d+)?|\d+(?:[.,]\d+)*)(?:[\s-]*(?:(?:working|business|full|whole|more|further|extra|calendar)\s+)?([€$£%]|°c|[^\W\d_]+))?")  # fmt: skip
_SPELLED_NUMBER = re.compile(
    rf"\b(an?|{'|'.join(_SPELLED)})\b(?:[\s-]+(?:(?:working|business|full|whole|more|further|extra|calendar)\s+)?([^\W\d_]+))?"
)


@lru_cache(maxsize=4096)  # several graders look at the same answer
def facts(text: str) -> tuple[Fact, ...]:
    """All facts in order of their place; repeats kept."""
    left = even(text)
    found: list[Fact] = []

    def take(pattern: re.Pattern[str], make: Callable[[re.Match[str]], list[Fact]]) -> None:
        # An empty list leaves the text for the next pattern.
        nonlocal left
        for match in list(pattern.finditer(left)):
            made = make(match)
            if made:
                found.extend(fact._replace(at=match.start(), shown=match[0].strip()) for fact in made)
                # Blanked, so that no later pattern reads it again and all places stay where they are.
                left = left[: match.start()] + " " * len(match[0]) + left[match.end() :]

    take(
        _LINK,
        lambda m: [Fact("link", m[0].rstrip(".,;:!?").removeprefix("https://").removeprefix("http://").rstrip("/"))],
    )
    take(_ISO_DATE, lambda m: [Fact("number", _plain(m[1])), Fact("month", _plain(m[2])), Fact("number", _plain(m[3]))])
    take(_CLOCK, _clock)
    take(re.compile(r"\b(?:12\s+)?(noon|midnight)\b"), lambda m: [Fact("time", "12:00" if m[1] == "noon" else "00:00")])
    take(_CODE, _code)
    take(re.compile(r"[^\W\d_]+"), lambda m: _month(m, left))
    take(_NUMBER, _number)
    take(_SPELLED_NUMBER, _spelled)
    return tuple(sorted(found, key=lambda fact: fact.at))


def _plain(number: str) -> str:
    """`3.80`, `3,8` and `03.8` are one; `1,000` and `1 000` are a thousand."""
    number = re.sub(r"[ '\u202f\u00a0]", "", number)
    if re.fullmatch(r"\d{1,3}(,\d{3})+(\.\d+)?", number) and not number.startswith("0"):
        number = number.replace(",", "")
    number = number.replace(",", ".")
    if number.count(".") > 1:
        return number  # a version or a German 1.000.000: compared as it is written
    whole, _, part = number.partition(".")
    part = part.rstrip("0")
    return (whole.lstrip("0") or "0") + (f".{part}" if part else "")


def _clock(match: re.Match[str]) -> list[Fact]:
    hour = int(match[1] or match[4] or match[6] or match[8])
    minute = int(match[2] or match[7] or 0)
    half = (match[3] or match[5] or "").replace(".", "")
    if hour > 24 or (half and hour > 12):
        return []
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return [Fact("time", f"{hour % 24:02}:{minute:02}")]


def _code(match: re.Match[str]) -> list[Fact]:
    glued = _GLUED.match(match[0])
    if glued and glued[2] in _UNIT_OF:
        return [Fact("number", _plain(glued[1]), _UNIT_OF[glued[2]])]
    if glued and glued[2] in ("st", "nd", "rd", "th"):
        return [Fact("number", _plain(glued[1]))]
    first, _, rest = match[0].partition("-")
    if first.isdigit() and rest.isalpha():  # "20-minute", "7-seater": a number before a word
        return [Fact("number", _plain(first), _UNIT_OF.get(rest, ""))]
    return [Fact("code", match[0])]


def _month(match: re.Match[str], text: str) -> list[Fact]:
    number = _MONTHS.get(match[0])
    if number is None:
        return []
    if match[0] in _SHY_MONTHS:
        before, after = text[max(0, match.start() - 8) : match.start()], text[match.end() : match.end() + 6]
        beside = re.search(r"\d(?:st|nd|rd|th|\.)?(?: of)? $", before) or re.match(r"\.? \d{1,4}\b(?![.:,]\d)", after)
        if not beside and not re.search(r"\b(?:in|since|until|till|from|by|of|im|seit|bis|en|desde) $", before):
            return []
    return [Fact("month", number)]


def _number(match: re.Match[str]) -> list[Fact]:
    unit = _UNIT_OF.get(match[1] or "", "") or _UNIT_OF.get(match[3] or "", "")
    return [Fact("number", _plain(match[2].rstrip(".,")), unit)]


def _spelled(match: re.Match[str]) -> list[Fact]:
    unit = _UNIT_OF.get(match[2] or "", "")
    if match[1] in ("a", "an", "one"):
        return [Fact("number", "1", unit, sure=False)] if unit else []
    if match[1] in ("hundred", "zero") and not unit:
        return []  # "a hundred times": words more often than figures
    return [Fact("number", str(_SPELLED[match[1]]), unit)]


def agree(one: Fact, other: Fact) -> bool:
    """The same fact; an unwritten unit agrees with any, and "at 9" with 9:00."""
    if {one.kind, other.kind} == {"time", "number"}:
        time, number = (one, other) if one.kind == "time" else (other, one)
        hour, _, minute = time.value.partition(":")
        if minute != "00" or not number.value.isdigit():
            return False
        same = int(number.value) == int(hour)
        return same if number.unit == "hour" else not number.unit and (same or int(number.value) == int(hour) % 12)
    return (
        one.kind == other.kind
        and one.value == other.value
        and (not one.unit or not other.unit or one.unit == other.unit)
    )


def in_one_spelling(text: str) -> str:
    """The evened text with every fact in its one spelling, so that "€12" and "twelve euros" share their words."""
    evened = even(text)
    parts, begin = [], 0
    for fact in facts(text):
        parts += [evened[begin : fact.at], f" {fact.value} {_SPOKEN_UNIT.get(fact.unit, fact.unit)} "]
        begin = fact.at + len(fact.shown)
    return "".join(parts) + evened[begin:]


_SPOKEN_UNIT = {"%": "percent", "eur": "euro", "usd": "dollar", "gbp": "pound"}
_GERMAN = frozenset("der die das und ist nicht sie ein eine für mit auf wir den dem im können bitte".split())


_NO_NAMES = STOP_WORDS | frozenset(_MONTHS) | frozenset(_UNIT_OF)


def names(text: str) -> set[str]:
    """Capitalised words inside sentences, as stems: products, places, ticket kinds.

    Empty in German, where every noun has a capital, and where most words have one (a title, or shouting).
    """
    found: set[str] = set()
    inside = capitals = 0
    low_words = even(text).split()
    if sum(word in _GERMAN for word in low_words) > 0.1 * len(low_words):
        return found
    for sentence in re.split(r"(?<=[.!?:;…])\s+|\n+|[\"“”«»]", text):
        for word in re.findall(r"[^\W_][\w'’-]*", sentence)[1:]:
            inside += 1
            if word[0].isupper() and not re.match(r"I(?:['’]\w+)?$", word):
                capitals += 1
                low = even(word)
                if not any(letter.isdigit() for letter in low) and low not in _NO_NAMES:
                    found.add(stem(low))
    return found if capitals <= 0.6 * inside or capitals <= 2 else set()


def quoted(text: str) -> set[str]:
    """Menu names and the like: up to five words in quotation marks, bold or code marks; evened."""
    marks = re.findall(r"[“\"«]([^“”\"«»\n]{2,60})[”\"»]|\*\*([^*\n]{2,60})\*\*|`([^`\n]{2,60})`", text)
    inner = [next(part for part in groups if part).strip(" .,:;!?") for groups in marks]
    return {even(part) for part in inner if 0 < len(part.split()) <= 5}
