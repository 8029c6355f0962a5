"""Whether words stand where data is spoken of: by a file, behind one, under a heading that names data."""

from planner.reader.layout import Document
from planner.reader.mention import Mention
from planner.reader.patterns import Hit
from planner.reader.words import word_set


def same_section(document: Document, i: int, mentions: list[Mention]) -> bool:
    """Whether a file is named under the same heading."""
    heading = document.block_of[i].heading
    return any(document.block_of[m.i].heading == heading and m.i < i for m in mentions) and (
        heading != "" or len(mentions) == 1
    )


def near_files(document: Document, hit: Hit, mentions: list[Mention]) -> bool:
    """Whether a file was named in the sentence, or not long before."""
    sentence = document.tokens[hit.first].sentence
    return any(
        0
        <= sentence - document.tokens[m.i].sentence
        <= (3 if document.block_of[m.i] is document.block_of[hit.first] else 2)
        for m in mentions
    ) or bool(document.turn)


def under_data(document: Document, i: int) -> bool:
    frame = set(document.frame(i).replace(":", " ").split())
    return bool(
        word_set(
            "data input inputs source sources material materials corpus learns learn training stuff files exclude include skip"
        )
        & frame
    )


def right_behind(document: Document, hit: Hit, mentions: list[Mention]) -> bool:
    """ "plants.csv, only …", "chats.jsonl (not …": the cue follows a file with no more than a mark between."""
    return any(
        0 < hit.first - m.i <= 2 and all(document.tokens[k].kind == "punct" for k in range(m.i + 1, hit.first))
        for m in mentions
    )


def just_named(document: Document, hit: Hit, mentions: list[Mention]) -> bool:
    """Whether a file was named in the sentence or the one before."""
    sentence = document.tokens[hit.first].sentence
    return any(0 <= sentence - document.tokens[m.i].sentence <= 1 for m in mentions)
