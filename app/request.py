"""What the user asks for, from the command line: a sentence, a file with words in it, or standard input."""

import os
import sys
from pathlib import Path
from typing import NamedTuple

from training.spec import Problem

WORD_FILES = (".md", ".txt", ".markdown")
LONGEST = 1_000_000
"""Characters of a request; nobody writes more, but somebody names the wrong file."""


class Request(NamedTuple):
    """The words, and the folder that relative paths in them start from."""

    text: str
    root: Path


def read_request(argument: str) -> Request:
    """The words behind the REQUEST argument.

    Raises: Problem where it names a file that is not there, is empty, or is no text.
    """
    if argument == "-":
        return Request(_words(sys.stdin.read(), "standard input"), Path.cwd())
    path = Path(argument).expanduser()
    looks_like_a_file = path.suffix.lower() in WORD_FILES and len(argument.split()) == 1
    if looks_like_a_file or _is_file(path):
        if not _is_file(path):
            what = "a folder" if path.is_dir() else "not there"
            raise Problem(
                f"The request file {argument} is {what}.", next_step="Name a file with your words in it, or quote them."
            )
        if path.suffix.lower() not in WORD_FILES:
            raise Problem(
                f"{argument} is a file, but not one with a request in it.",
                next_step=f"Say in words what you need and add `--data {argument}`.",
            )
        try:
            text = path.read_text(encoding="utf-8-sig")
        except UnicodeDecodeError as fault:
            raise Problem(f"{argument} is not a text file.", next_step="Save the request as plain text.") from fault
        except OSError as fault:
            raise Problem(f"{argument} can't be read: {fault.strerror}.", next_step="Check its permissions.") from fault
        return Request(_words(text, argument), path.absolute().parent)
    return Request(_words(argument, "the request"), Path.cwd())


def data_paths(given: list[str], root: Path) -> list[str]:
    """`--data` values as the plan names them: typed in the working folder, meant from `root`.

    Raises: Problem where one is not there.
    """
    paths = []
    for value in given:
        place = Path(value).expanduser()
        if not place.exists():
            raise Problem(f"The data {value} is not there.", next_step="Check the path after `--data`.")
        same = place.is_absolute() or root == Path.cwd()
        paths.append(value if same else _from(root, place.absolute()))
    return paths


def _from(root: Path, place: Path) -> str:
    return os.path.relpath(place, root) if place.is_relative_to(root) else str(place)


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a sentence is longer than a file's name may be
        return False


def _words(text: str, where: str) -> str:
    if not text.strip():
        raise Problem(f"There are no words in {where}.", next_step="Say in a sentence what the model should do.")
    if len(text) > LONGEST:
        raise Problem(
            f"{where} has {len(text):,} characters: that is data rather than a request.",
            next_step="Say in words what you need and name the file with `--data`.",
        )
    return text
