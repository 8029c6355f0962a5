"""Does the answer speak the house's language? Its own terms where they fit, never the words it avoids."""

import re

from evals.graders.grader import Context, Term
from evals.graders.words import even, stem, words


def terminology(prompt: str, answer: str, reference: str, context: Context) -> float | None:
    """Share of the house terms of the reference that the answer uses; 0 where it uses a word the house avoids.

    Null where there is no list of terms, or neither answer nor reference touches it. An avoided word
    that the reference itself uses is forgiven.
    """
    if not context.terms:
        return None
    said, meant = _spaced(answer), _spaced(reference)
    required = [term for term in context.terms if _has(meant, term.use)]
    avoided = [word for term in context.terms for word in term.instead_of if _has(said, word) and not _has(meant, word)]
    # "boarding pass" is avoided, but "Petrel Pass" may be a term that contains an avoided word.
    avoided = [word for word in avoided if _has(_without_terms(said, context.terms), word)]
    if avoided:
        return 0.0
    if not required:
        return None
    return sum(_has(said, term.use) for term in required) / len(required)


def _spaced(text: str) -> str:
    return " " + " ".join(stem(word) for word in words(text)) + " "


def _has(spaced: str, phrase: str) -> bool:
    return _spaced(phrase) in spaced


def _without_terms(spaced: str, terms: tuple[Term, ...]) -> str:
    for term in sorted(terms, key=lambda term: -len(term.use)):
        spaced = spaced.replace(_spaced(term.use), "  ")
    return spaced


_HOUSE = re.compile(r"\b(we (say|use|write)|say|use|preferred|house term|our term|term|wir sagen|decimos)\b")
_AVOID = re.compile(r"\b(not|n't|avoid|never|instead of|forbidden|don.?t|nicht|statt|evitar|no decimos)\b")


def terms_from_tables(text: str) -> list[Term]:
    """House terms out of Markdown tables with a column "we say" and a column "we do not say" (or like them)."""
    found: list[Term] = []
    rows = [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in text.splitlines() if "|" in line]
    use = avoid = None
    for cells in rows:
        heads = [even(cell) for cell in cells]
        avoids = [place for place, head in enumerate(heads) if _AVOID.search(head) and len(head) < 40]
        uses = [
            place for place, head in enumerate(heads) if place not in avoids and _HOUSE.search(head) and len(head) < 40
        ]
        if uses and avoids:
            use, avoid = uses[0], avoids[0]
        elif use is not None and avoid is not None and len(cells) > max(use, avoid):
            if set(cells[use]) <= set("-: ") or not cells[use]:
                continue
            others = tuple(part.strip(' "“”*`') for part in re.split(r"[,;/]", cells[avoid]) if part.strip(' -–"“”*`'))
            found.append(Term(use=cells[use].strip('"“”*` '), instead_of=others))
    return found


_QUOTED = r"[\"“«']([^\"“”«»\n]{2,50})[\"”»']"
_NEVER = re.compile(rf"{_QUOTED}\s*[,;(]?\s*(?:and |but )?(?:never|not|instead of|rather than|nicht|statt)\s+(?:an?\s+|the\s+|say\s+)*{_QUOTED}", re.IGNORECASE)  # fmt: skip


def terms_from_words(detail: str) -> list[Term]:
    """House terms out of a wish in words: `a "sailing credit", never a "voucher"`."""
    return [Term(use=match[1], instead_of=(match[2],)) for match in _NEVER.finditer(detail)]


def merge(terms: list[Term]) -> tuple[Term, ...]:
    """One entry a term, the avoided words of all its mentions together."""
    merged: dict[str, Term] = {}
    for term in terms:
        key = even(term.use)
        earlier = merged.get(key)
        others = tuple(dict.fromkeys([*(earlier.instead_of if earlier else ()), *term.instead_of]))
        merged[key] = Term(use=earlier.use if earlier else term.use, instead_of=others)
    return tuple(merged.values())
