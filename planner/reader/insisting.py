"""Two people who want opposite things, and both insist: no correction, so nobody but the user can settle it.

In one breath the later of two statements corrects the earlier one ("mask the names. No, keep them"). It does not where
both are said to hold ("both are final"), or where each is put as a must. So where words insist, every sentence is read
by itself, and opposite values of one field are a dispute.
"""

import re

from planner.claims import Claim, Dispute
from planner.reader.cleaning import read_cleaning
from planner.reader.comparators import Comparators
from planner.reader.draft import Draft
from planner.reader.extras import read_synthetic
from planner.reader.holdout import read_holdout
from planner.reader.layout import Document, read_document
from planner.reader.privacy import read_privacy
from planner.reader.senses import Senses

_BOTH = re.compile(
    r"(?i)\bboth\s(?:\w+\s){0,3}?(?:are|is|must|have|hold|stand|apply|papers|rules|count)\b|\bboth[.!]|\b(?:equally|also)\s+(?:binding|mandatory)\b"
    r"|\b(?:no|without)\s+(?:discussion|exceptions?|debate|compromise|ifs)\b|\bnot\s+(?:up\s+for\s+(?:discussion|debate)|negotiable|open\s+to)\b"
    r"|\b(?:non[ -]?negotiable|hard\s+requirement|must\s+be\s+observed\s+as\s+well|exactly\s+so|neither\s+(?:is|of)\b.{0,20}\bnegotiable)"
)
_MUST = re.compile(
    r"(?i)\b(?:must|has\s+to|have\s+to|may\s+not|mustn'?t|insists?|under\s+no\s+circumstances|every\s+single|shall)\b"
)
_CORRECTS = re.compile(
    r"(?i)\b(?:actually|instead|rather|sorry|scrap|correction|second\s+thoughts?|changed\s+my\s+mind|no\s+wait|make\s+that|forget)\b"
)
_NONE_ASIDE = re.compile(
    r"(?i)\b(?:nothing|none|no\s+\w+|not\s+(?:a\s+single\s+)?one)\b[^.;]{0,25}\b(?:held|set|kept|put|laid|hold|keep)\s+(?:back|aside|apart|out|away)\b"
    r"|\b(?:all|every(?:thing|\s+single)?)\b[^.;]{0,30}\b(?:goes|go|must\s+go|used|has\s+to\s+go)\s+(?:into|in|for)\s+(?:the\s+)?training\b"
    r"|\b(?:no|without\s+an?)\s+(?:test|hold-?out)\s+(?:set|split|part)\b"
)
_NONE_MADE = re.compile(
    r"(?i)\b(?:no|not\s+an?y?|never|nothing)\b[^.;]{0,25}\b(?:machine[ -]generated|machine[ -]made|synthetic|artificial|invented|generated|made[ -]up)\b"
)
_LONGEST = 400
"""Letters of a sentence that is read by itself."""
_KEPT = "keep"
_PLAIN = {
    "data.cleaning.pii": "personal data is to be taken out, and it is to stay in",
    "data.cleaning.secrets": "secrets are to be taken out, and they are to stay in",
    "data.holdout": "a part of the data is to be held back for the test, and all of it is to be trained on",
    "privacy.egress": "no data may leave your machines, and data is to be sent to others",
    "data.synthetic.examples": "examples are to be generated, and no generated example may be trained on",
}
_CLOSEST = {
    "data.cleaning.pii": "Say which of the two holds; masking keeps the records and hides the names.",
    "data.cleaning.secrets": "Say which of the two holds; masking keeps the records and hides the secrets.",
    "data.holdout": "Say which of the two holds; without a part held back nobody can tell how good it is.",
    "privacy.egress": "Say which of the two holds; the safe one is that nothing leaves.",
    "data.synthetic.examples": "Say which of the two holds.",
}


def read_insisting(draft: Draft, earlier: list[Claim]) -> None:
    """Adds a dispute for each field for which opposite things are insisted on, in this turn or beside an earlier one."""
    document = draft.document
    strong = _BOTH.search(document.text) is not None
    if not strong and _MUST.search(document.text) is None:
        return
    said: dict[str, list[tuple[str, str]]] = {}
    if strong:
        for claim in earlier:
            if claim.path in _PLAIN:
                said.setdefault(claim.path, []).append((_side(claim.path, claim.value), claim.quote))
    for text in _sentences(document):
        for path, side in _read(text, document):
            if path in said and _CORRECTS.search(text) is not None:
                said.pop(path)
            elif strong or path in ("data.holdout", "data.synthetic.examples"):
                said.setdefault(path, []).append((side, text))
    disputed = {field for one in draft.disputes for field in one.fields}
    for path, sides in said.items():
        if len({side for side, _ in sides}) > 1 and path not in disputed:
            first = sides[0]
            other = next(one for one in sides if one[0] != first[0])
            draft.disputes.append(
                Dispute(
                    fields=[path],
                    problem=f"Two things that can't both be had: {_PLAIN[path]}.",
                    suggestion=_CLOSEST[path],
                    quotes=[first[1], other[1]],
                )
            )


def _sentences(document: Document) -> list[str]:
    texts = []
    for first, last in document.sentences.values():
        if last - first >= 3 and not all(token.mark for token in document.tokens[first:last]):
            text = document.quote(first, last - 1)
            if len(text) <= _LONGEST:
                texts.append(text)
    return texts


def _read(text: str, document: Document) -> list[tuple[str, str]]:
    """(Field, side that is taken) of one sentence."""
    alone = Draft(read_document(text, document.turn, document.today, ()))
    comparators = Comparators(alone.document)
    read_synthetic(alone)
    read_holdout(alone, comparators, Senses(alone.document, comparators))
    read_cleaning(alone)
    read_privacy(alone)
    found = {claim.path: _side(claim.path, claim.value) for claim in alone.claims if claim.path in _PLAIN}
    if _NONE_ASIDE.search(text):
        found["data.holdout"] = "none"
    if _NONE_MADE.search(text):
        found["data.synthetic.examples"] = "none"
    return list(found.items())


def _side(path: str, value: object) -> str:
    if path in ("data.cleaning.pii", "data.cleaning.secrets"):
        return "in" if value == _KEPT else "out"
    if path == "privacy.egress":
        return "out" if value else "in"
    return "some" if value else "none"
