"""Other steps for a roll-out that is in force: "make that three steps: 5 percent, 30 percent, all"."""

import itertools

from planner.claims import Claim
from planner.reader.layout import Document
from planner.reader.state import State
from planner.reader.words import word_set

_BETWEEN = word_set(", then and -> / - to later after that next followed by at last finally > & + percent the of")
_ELSE = word_set("else other stays stay remains is as unchanged the of")
_EVERYBODY = word_set("everyone everybody all everywhere everything rest alle tous todos tutti iedereen others")


def restep(document: Document, state: State) -> list[Claim]:
    """A claim where the turn gives rising shares in a row; masks them."""
    if not isinstance(state.value("delivery.rollout"), list):
        return []
    tokens = document.tokens
    for first, last in document.sentences.values():
        shares = [i for i in range(first, last) if tokens[i].kind == "share" and not tokens[i].masked]
        values = [round(float(tokens[i].value) * 100, 4) for i in shares]
        if not shares or values != sorted(set(values)):
            continue
        if any(not set(document.norms(a + 1, b)) <= _BETWEEN for a, b in itertools.pairwise(shares)):
            continue
        end = shares[-1]
        for i in range(end + 1, min(end + 6, last)):
            if document.norm(i) in _EVERYBODY and values[-1] < 100 and document.norm(i + 1) not in _ELSE:
                values.append(100.0)
                end = i
            elif document.norm(i) not in _BETWEEN:
                break
        if len(values) < 2 or (len(shares) < 2 and end == shares[-1]):
            continue
        for i in range(shares[0], end + 1):
            tokens[i].masked, tokens[i].mark = True, "steps"
        document.found.clear()
        steps = [int(v) if v.is_integer() else v for v in values]
        return [Claim(path="delivery.rollout", value=steps, quote=document.quote(shares[0], end), turn=document.turn)]
    return []
