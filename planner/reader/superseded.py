"""Wishes that are told and no longer hold: an earlier draft's, a rejected proposal, what somebody wanted at first.

Only the clause that tells of them is left out; what holds stands in the clause beside it.
"""

import re

from planner.reader.layout import Document

_DEAD = re.compile(
    r"""(?ix)
    [^.;\n()]{0,160}\b(?:wanted|asked\s+for|proposed|suggested|preferred|planned|had\s+in\s+mind|thought\s+of)\b[^.;\n()]{0,120}
        (?:\bat\s+first\b|\bfirst\b|\boriginally\b|\binitially\b)[^.;\n()]{0,60}
  | [^.;\n()]{0,100}\b(?:at\s+first|first|originally|initially)\s+(?:wanted|asked|proposed|suggested|preferred|planned)\b[^.;\n()]{0,120}
  | (?:replac\w+|supersed\w+)\s+(?:the\s+)?(?:old\s+)?(?:version|draft|issue|rfc|spec|v)\s?\d[^.,;\n()]{0,20}(?:\([^)\n]{0,140}\)|,[^.;\n)]{0,120})?
  | (?:draft|version|v)\s?\d+\s+(?:said|had|asked|wanted|spoke)\b[^.;\n()]{0,80}
  | [^.;\n()]{0,120}\bproposal\s+(?:of|for|to)\b[^.;\n]{0,80}\b(?:no\s+majority|rejected|fell|voted\s+down|turned\s+down|failed)\b[^.;\n]{0,30}
  | [^.;\n()]{0,160}(?=\.?\s*(?:Rejected|Voted\s+down|Turned\s+down|Abandoned|Dropped)\b)
    """
)
_TAKES_BACK = re.compile(r"(?i)^[^.;\n]*\b(?:we|they|he|she|it)\s+(?:settled|decided|agreed|went)\b")


def mask_superseded(document: Document) -> None:
    """Masks the tokens of clauses that tell of what no longer holds."""
    if not re.search(
        r"(?i)first|original|initial|replac|supersed|draft|version|proposal|rejected|voted|dropped|abandoned",
        document.text,
    ):
        return
    for found in _DEAD.finditer(document.text):
        start, end = found.span()
        text = found.group()
        if not text.strip() or _TAKES_BACK.match(text):
            continue
        if found.start() == found.end():
            continue
        for token in document.tokens:
            if start <= token.start < end and token.kind != "path":
                token.masked, token.mark = True, "superseded"
