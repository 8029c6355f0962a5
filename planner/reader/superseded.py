"""Wishes that are told and no longer hold: an earlier draft's, a rejected proposal, what somebody wanted at first.

Only the clause that tells of them is left out; what holds stands in the clause beside it.
"""

import re
from bisect import bisect_left

from planner.reader.layout import Document

_CLAUSE = re.compile(r"[^.;\n()]+")
_WISHED = r"wanted|asked|proposed|suggested|preferred|planned|had\s+in\s+mind|thought\s+of"
_FIRST = r"at\s+first|first|originally|initially"
_TOLD = re.compile(
    rf"(?i)\b(?:{_WISHED})\b.*\b(?:{_FIRST})\b|\b(?:{_FIRST})\s+(?:{_WISHED})\b"
    r"|\bproposal\s+(?:of|for|to)\b.*\b(?:no\s+majority|rejected|fell|voted\s+down|turned\s+down|failed)\b"
)
"""A clause that as a whole tells of what does not hold."""
_OLDER = re.compile(
    r"(?i)\b(?:replac\w+|supersed\w+)\s+(?:the\s+)?(?:old\s+)?(?:version|draft|issue|rfc|spec|v)\s?\d"
    r"|\b(?:draft|version|v)\s?\d+\s+(?:said|had|asked|wanted|spoke)\b"
)
"""From here on the clause tells of an older paper."""
_REJECTED = re.compile(r"\.?\s{0,9}(?:Rejected|Voted\s+down|Turned\s+down|Abandoned|Dropped)\b")
_SETTLED = re.compile(r"(?i)\b(?:we|they|he|she|it)\s+(?:settled|decided|agreed|went)\b")
LONGEST = 400
"""Letters of a clause; what is longer tells of more than one thing."""


def mask_superseded(document: Document) -> None:
    """Masks the tokens of clauses that tell of what no longer holds."""
    text, starts = document.text, [token.start for token in document.tokens]
    goes_on = False  # into brackets: "supersedes RFC 12 (which wanted a 70B model)"
    for clause in _CLAUSE.finditer(text):
        start, end = clause.span()
        in_brackets = goes_on and text[start - 1 : start] == "("
        goes_on = False
        if end - start > LONGEST or _SETTLED.search(text, start, end):
            continue
        older = _OLDER.search(text, start, end)
        if older is not None:
            start, goes_on = older.start(), True
        elif not (in_brackets or _TOLD.search(text, start, end) or _REJECTED.match(text, end)):
            continue
        for token in document.tokens[bisect_left(starts, start) : bisect_left(starts, end)]:
            if token.kind != "path":
                token.masked, token.mark = True, "superseded"
