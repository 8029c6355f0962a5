"""Files that were measured one by one become the sources of a plan: a folder of one kind stays one source."""

import json
import re
import struct
from collections.abc import Callable, Sequence
from pathlib import Path, PurePosixPath

from planner.surveyed import FoundModel, LeftOut, SurveyedSource

DESCRIBES = re.compile(
    r"^(?:readme|licen[cs]e|copying|notice|source|sources|citation|changelog|contributing|authors|manifest)"
    r"(?:[-_.][\w-]*)*$",
    re.IGNORECASE,
)
"""Files that speak of a folder rather than being a part of what it holds."""
MOST_SINGLE_PAGES = 8
"""More pages than this directly in a mixed folder become one source instead of one each."""
SMALL_LIST_BYTES = 200_000


def beginning(folder: str) -> str:
    """What the paths below a folder begin with; those below the working folder begin with nothing."""
    plain = folder.rstrip("/")
    return "" if plain in ("", ".") else f"{plain}/"


def grouped(
    folder: str, measured: Sequence[SurveyedSource], merge: Callable[[str, list[SurveyedSource]], SurveyedSource]
) -> list[SurveyedSource]:
    """The sources of a folder.

    Args:
        folder: its path as the user gave it.
        measured: its files, their paths below `folder`.
        merge: puts several files of one kind together under a path.
    """
    if not measured:
        return []
    roles = {item.role for item in measured}
    if len(roles) == 1 and "tests" not in roles:
        return [merge(folder, list(measured))]
    if "images" in roles and roles <= {"images", "labels", "instructions", "documents", "prompts"}:
        # Pictures and the file or files with their texts belong together.
        return [merge(folder, list(measured)).model_copy(update={"role": "images"})]
    here: list[SurveyedSource] = []
    below: dict[str, list[SurveyedSource]] = {}
    prefix = beginning(folder)
    for item in measured:
        inside, slash, _ = item.path.removeprefix(prefix).partition("/")
        if slash:
            below.setdefault(inside, []).append(item)
        else:
            here.append(item)
    found = [source for name, items in below.items() for source in grouped(prefix + name, items, merge)]
    pages = [item for item in here if item.role in ("documents", "code")]
    if len(pages) > MOST_SINGLE_PAGES:
        # One source that leaves the folder's other files to their own.
        one = merge(folder, pages)
        others = list(below) + [PurePosixPath(item.path).name for item in here if item not in pages]
        found.append(one.model_copy(update={"exclude": [*one.exclude, *others]}))
        here = [item for item in here if item not in pages]
    return sorted([*found, *here], key=lambda source: source.path)


def describing(folder: str, measured: Sequence[SurveyedSource]) -> list[LeftOut]:
    """Files at the top of a folder that only describe it, where it holds something else too."""
    prefix = beginning(folder)
    top = [item for item in measured if "/" not in item.path.removeprefix(prefix)]
    about = [
        item
        for item in top
        if item.role in (None, "documents") and DESCRIBES.match(PurePosixPath(item.path).stem.removesuffix(".txt"))
    ]
    if len(about) == len(measured) or any(item.role == "code" for item in measured):
        return []  # there is nothing else; or a code base, whose README is a part of it
    return [LeftOut(path=item.path, why="it describes the data and teaches nothing") for item in about]


def class_lists(measured: Sequence[SurveyedSource], root: Path) -> list[LeftOut]:
    """Files that only list the names of the classes that a table beside them uses."""
    names = {label for item in measured if item.role in ("labels", "tests") for label in item.classes}
    found = []
    for item in measured:
        path = root / item.path
        if not names or not item.path.endswith(".json") or path.stat().st_size > SMALL_LIST_BYTES:
            continue
        try:
            listed = json.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            continue
        values = list(listed) if isinstance(listed, dict) else listed
        if not isinstance(values, list) or not values or not all(isinstance(value, str) for value in values):
            continue
        if len(names & set(values)) >= 0.8 * len(values):
            found.append(LeftOut(path=item.path, why="it lists the names of the classes"))
    return found


def found_model(path: str, root: Path) -> FoundModel | None:
    """A folder with a model that training can start from: in the transformers layout, or as llama2.c writes it."""
    folder = root / Path(path).expanduser()
    if not folder.is_dir():
        return None
    weights = sorted(folder.glob("*.safetensors"))
    if (folder / "config.json").is_file():
        return FoundModel(path=path, bytes=sum(file.stat().st_size for file in weights)) if weights else None
    vocabularies = sorted(folder.glob("tok*.bin"))
    plain = [file for file in sorted(folder.glob("*.bin")) if file not in vocabularies]
    if vocabularies and plain and _is_llama2c(plain[0]):
        # Its numbers take four bytes each; sizes here are told in the two bytes of bf16.
        return FoundModel(path=path, bytes=plain[0].stat().st_size // 2)
    return None


def _is_llama2c(path: Path) -> bool:
    """Whether a file begins with the seven whole numbers of the llama2.c format, in their bounds."""
    with path.open("rb") as file:
        head = file.read(28)
    if len(head) < 28:
        return False
    width, hidden, layers, heads, kv_heads, vocabulary, context = struct.unpack("<7i", head)
    return bool(
        0 < width <= 65536 and 0 < hidden <= 1 << 20 and 0 < layers <= 1024 and 0 < heads <= 1024
        and 0 < kv_heads <= heads and 0 < abs(vocabulary) <= 1 << 24 and 0 < context <= 1 << 24
    )  # fmt: skip
