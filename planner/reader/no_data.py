"""Files that are named and are no data: what is written, settings, the name of the request itself."""

import re

from planner.reader.layout import Document
from planner.reader.words import word_set

_WRITE_TO = word_set("save saves saved export write store put output place copy deliver dump exported written")
_KEYS_TO = word_set("output dir out checkpoints artifacts results checkpoint outdir")
_WRITTEN = word_set(
    "the a model models adapter adapters weights checkpoint checkpoints it them result results final trained report reports log logs everything all "
    "finished merged output outputs artifacts files gguf safetensors file and best new tuned please whole that this thing"
)
"""What is written somewhere, and words beside it."""
_TOOLS = re.compile(
    r"(?i)^(?:.*/)?(?:requirements.*\.txt|docker-?compose.*|dockerfile|license(?:\.\w+)?|readme\.\w+|.*\.ya?ml|.*/bin/?|/tmp/.*|.*/\.\w+)$"
)


def is_tool(document: Document, i: int, before: list[str]) -> bool:
    """A file of the work rather than of the data: settings, a registry's key, a scratch disk."""
    named = _TOOLS.match(str(document.tokens[i].value)) is not None
    said = word_set(
        "settings config configuration licence license key mount scratch deploy serve defined installed image python venv unclear repo details background see"
    )
    return named and bool(said & set(document.norms(*document.sentences[document.tokens[i].sentence])))


def is_title(document: Document, i: int) -> bool:
    """ "# goal.md (written by agent 2)": the name of the request itself."""
    return document.block_of[i].kind == "heading" and i <= 2


def is_output(document: Document, i: int, before: list[str]) -> bool:
    """ "Save the model to /srv/out", "output_dir=/srv/out": a place that is written to."""
    if before[-1:] in ([":"], ["="]) and _KEYS_TO & set(before[-3:-1]) and not word_set("held hold data") & set(before):
        return True
    if before[-1:] not in (["to"], ["into"], ["in"], ["under"], ["as"], ["at"], ["on"]) or {
        "is",
        "are",
        "from",
        "learn",
        "train",
    } & set(before):
        return False
    verb = next((k for k in range(len(before) - 2, -1, -1) if before[k] in _WRITE_TO), None)
    return verb is not None and set(before[verb + 1 : -1]) <= _WRITTEN
