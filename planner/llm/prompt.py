"""What a model is shown: the rules and the fields of the spec, then the user's words as they are.

File names are the only thing of the files that is shown, as data; nothing that stands in a file is.
"""

import hashlib
import json
import re
from collections.abc import Sequence
from datetime import date
from importlib.resources import files as resources

from planner.llm.fields import described

MOST_FILES, LONGEST_NAME = 100, 200


def messages(turns: Sequence[str], files: Sequence[str], today: date) -> list[dict[str, str]]:
    """The rules as the system's message, the conversation as the user's."""
    rules, _, conversation = _text().partition("\n---\n")
    mark = _mark(turns)
    said = "\n".join(f"{mark} turn {i + 1} of {len(turns)}\n{text}\n{mark} end" for i, text in enumerate(turns))
    names = [_name(one) for one in files[:MOST_FILES]]
    shown = json.dumps(names, ensure_ascii=False)
    values = {"today": today.isoformat(), "files": shown, "turns": said, "mark": mark, "fields": described()}
    return [
        {"role": "system", "content": _filled(rules, values)},
        {"role": "user", "content": _filled(conversation, values)},
    ]


def _filled(text: str, values: dict[str, str]) -> str:
    """In one pass, and without formatting: the user's words may hold braces, and even these very names."""
    return re.sub(r"\{(" + "|".join(values) + r")\}", lambda name: values[name[1]], text)


def _mark(turns: Sequence[str]) -> str:
    """A line that no turn can hold unless it was written for it: the words decide it, so equal words stay equal."""
    return f"#{hashlib.sha256(json.dumps(list(turns)).encode()).hexdigest()[:10]}"


def _name(file: str) -> str:
    return "".join(character if character.isprintable() else " " for character in file)[:LONGEST_NAME]


def _text() -> str:
    return resources("prompts").joinpath("read_request.md").read_text(encoding="utf-8")
