"""Who does what to whom: "from Lyon to Geneva" is not "from Geneva to Lyon", though the words are the same."""

from evals.graders.words import NEGATIONS, STOP_WORDS, stem, words

BETWEEN = 3
"""Words that may stand between the two."""
_ARTICLES = frozenset("a an the der die das den dem ein eine einen el la los las un una le les une".split())
_BOTH_WAYS = frozenset("and or und oder y o et ou with mit con avec near beside plus versus as well".split())

Triple = tuple[str, tuple[str, ...], str]


def other_way_round(answer: str, reference: str) -> bool:
    """Whether two things of the reference change places in the answer, with the same words between them."""
    meant, said = _triples(reference), _triples(answer)
    return any((b, between, a) in said and (b, between, a) not in meant for a, between, b in meant - said)


def _triples(text: str) -> set[Triple]:
    """(thing, words between, thing): the words must say a relation, and not just list."""
    found = [word for word in words(text) if word not in _ARTICLES]
    triples: set[Triple] = set()
    for place, first in enumerate(found):
        if not _is_thing(first):
            continue
        for gap in range(1, BETWEEN + 1):
            if place + gap + 1 >= len(found):
                break
            last, between = found[place + gap + 1], tuple(found[place + 1 : place + gap + 1])
            if _is_thing(last) and last != first and not set(between) <= _BOTH_WAYS:
                triples.add((stem(first), between, stem(last)))
    return triples


def _is_thing(word: str) -> bool:
    return word not in STOP_WORDS and word not in NEGATIONS
