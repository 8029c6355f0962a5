"""Number words become numbers: "two hundred and fifty", "three fifty", "1.5 million", "zweihundert"."""

from planner.reader.lexicon.calendar import MONTHS
from planner.reader.lexicon.numerals import AND, ORDINALS, SCALES, UNITS, compound
from planner.reader.tokens import LARGEST, Token
from planner.reader.words import word_set


def join_numbers(tokens: list[Token], language: str) -> list[Token]:
    """The same tokens, each run of number words and digits as one `num` token."""
    units, scales, links = dict(UNITS["en"]), dict(SCALES["en"]), set(AND["en"])
    if language != "en":
        units.update(UNITS[language])
        scales.update(SCALES[language])
        links |= AND[language]
    joined: list[Token] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        end, value = _run(tokens, at, units, scales, links, language)
        if end > at and value in (20, 30) and end == at + 1 and _makes_ordinal(tokens, end):
            day = value + ORDINALS[tokens[end].norm]  # "the twenty-first"
            joined.append(
                Token(
                    token.start, tokens[end].end, f"{token.norm} {tokens[end].norm}", "ordinal", day, glued=token.glued
                )
            )
            at = end + 1
            continue
        if end > at:
            span = Token(token.start, tokens[end - 1].end, " ".join(t.norm for t in tokens[at:end]), "num", value)
            span.signed, span.glued, span.mark = token.signed, token.glued, token.mark
            joined.append(span)
            at = end
            continue
        if token.kind == "word" and token.norm in ORDINALS:
            token.value = ORDINALS[token.norm]
        joined.append(token)
        at += 1
    return joined


def _makes_ordinal(tokens: list[Token], at: int) -> bool:
    """Whether "first" … "ninth" behind "twenty" counts days; "twenty second" are seconds, unless "of May" follows."""
    if at >= len(tokens) or not 1 <= ORDINALS.get(tokens[at].norm, 0) <= 9:
        return False
    follows = tokens[at + 1].norm if at + 1 < len(tokens) else ""
    return tokens[at].norm not in ("second", "third", "fourth") or follows == "of" or follows in MONTHS


def _unit(token: Token, units: dict[str, float], language: str) -> float | None:
    if token.kind != "word":
        return None
    return units.get(token.norm, compound(token.norm, language))


def _run(
    tokens: list[Token], at: int, units: dict[str, float], scales: dict[str, float], links: set[str], language: str
) -> tuple[int, float]:
    """(end, value) of the number that begins at `at`; end == at where there is none."""
    token = tokens[at]
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if token.kind == "num":
        if following is not None and following.kind == "word" and following.norm in scales and not token.mark:
            if following.norm in ("cent", "cents", "mille", "mil") and language == "en":
                return at, 0.0
            return at + 2, round(float(token.value) * scales[following.norm], 6)
        return at, 0.0
    if token.kind != "word":
        return at, 0.0
    value, total, place, seen = 0.0, 0.0, at, False
    last = 0.0
    if token.norm in word_set("a an ein eine un une una uma um een"):
        # "a hundred", "a dozen": only in front of a scale
        if (
            following is None
            or following.kind != "word"
            or following.norm not in scales
            or following.norm in ("mil", "bn")
        ):
            return at, 0.0
        value, place, seen, last = 1.0, at + 1, True, 1.0
    while place < len(tokens):
        word = tokens[place]
        number = _unit(word, units, language)
        if number is not None:
            if seen and last and not _may_follow(last, number):
                if _spoken_hundreds(value, number) and total == 0:  # "three fifty" is 350
                    value, last, place = value * 100 + number, number, place + 1
                    continue
                break
            value, last, seen, place = value + number, number, True, place + 1
        elif word.kind == "word" and word.norm in scales and (seen or language != "en" or word.norm == "hundred"):
            scale = scales[word.norm]
            if scale == 1e2 or scale == 12.0:
                value = (value or 1.0) * scale
            elif 0 < total < scale:  # "two thousand million"
                total, value = (total + value) * scale, 0.0
            else:
                total, value = total + (value or 1.0) * scale, 0.0
            last, seen, place = scale, True, place + 1
        elif word.kind == "word" and word.norm in links and seen and last >= 20:
            after = _unit(tokens[place + 1], units, language) if place + 1 < len(tokens) else None
            if after is None or not (0 < after < last):
                break
            place += 1
        elif (
            word.norm == "point"
            and seen
            and place + 1 < len(tokens)
            and (tenth := _unit(tokens[place + 1], units, language)) is not None
            and tenth < 10
        ):  # "ninety-nine point five"
            digits, place = 0.1, place + 1
            while place < len(tokens) and (digit := _unit(tokens[place], units, language)) is not None and digit < 10:
                value, digits, place = value + digit * digits, digits / 10, place + 1
            last = 0.0
            break
        else:
            break
    if not seen:
        return at, 0.0
    # "no one", "one specialist each": a lone "one" counts, but never where it stands for a thing
    if (
        place == at + 1
        and token.norm in word_set("one un une uno um uma null een eins once due")
        and (
            at > 0
            and tokens[at - 1].norm
            in word_set("no this that which the any another each every last next old new only other right better")
            and token.norm in ("one", "once")
            and not _portion(tokens, at)
        )
    ):
        return at, 0.0
    if place == at + 1 and token.norm in word_set("un une uno um uma een"):
        return at, 0.0
    return (place, total + value) if total + value < LARGEST else (at, 0.0)


def _portion(tokens: list[Token], at: int) -> bool:
    """ "Only one time of 25", "only one in fifty": it counts."""
    return any(
        tokens[k].norm in ("of", "in", "out", "from", "per") and tokens[k + 1].kind == "num"
        for k in range(at + 1, min(at + 4, len(tokens) - 1))
    )


def _may_follow(last: float, number: float) -> bool:
    return (20 <= last < 100 and number < 10) or (last >= 100 and number < last)


def _spoken_hundreds(value: float, number: float) -> bool:
    return 1 <= value < 10 and 20 <= number < 100 and number % 10 == 0
