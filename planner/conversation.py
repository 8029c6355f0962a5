"""Planning at the edge: reads the words, measures the files that are here, looks at the machine, and plans.

`planner.plan` is pure; this is where disks and machines are met.
"""

from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path

from planner.claims import Wishes
from planner.hardware import Hardware, this_hardware
from planner.planning import plan
from planner.surveyed import Survey, folded
from training.spec import Plan, Problem


def plan_conversation(
    turns: Sequence[str],
    *,
    files: Sequence[str] = (),
    root: Path | None = None,
    today: date | None = None,
    ignore: Path | None = None,
    hardware: Hardware | None = None,
    strict: bool = False,
) -> tuple[Plan, str]:
    """The plan after the last turn and the reply, for this machine and the files that are here.

    Args:
        files: attached files and folders; they need not exist.
        root: where relative paths start; default the working folder.
        today: what "by Friday" is counted from.
        ignore: a folder whose files are never measured (where runs are kept).
        hardware: what to cut the plan to; default this machine.
        strict: data that can't be used at all is bad input, rather than a conflict of the plan.
    Raises: Problem (exit code 2) with `strict`, where nothing of the attached data can be read.
    """
    root, today = root or Path.cwd(), today or date.today()
    wishes, note = read_words(turns, files=files, today=today)
    measured = survey_of(wishes, files=files, root=root, ignore=ignore) if wishes.is_goal else None
    if measured is not None and strict:
        refuse_unusable(measured)
    here = hardware or (_this_hardware() if wishes.is_goal else Hardware())
    made, reply = plan(turns, files=files, today=today, survey=measured, hardware=here, wishes=wishes)
    return made, f"{reply}\n\n{note}" if note else reply


def refuse_unusable(measured: Survey) -> None:
    """Raises: Problem (exit code 2) where nothing of the attached data can be read."""
    if measured.flaws and not measured.sources:
        raise Problem(measured.flaws[0].problem, next_step=measured.flaws[0].next_step)


def read_words(turns: Sequence[str], *, files: Sequence[str], today: date) -> tuple[Wishes, str]:
    """What the words ask for, and a remark for the user on how they were read (mostly empty)."""
    import os

    from planner.reader import read

    built_in = read(list(turns), files=list(files), today=today)
    if not (os.environ.get("MISTRAL_API_KEY") or os.environ.get("ATELIER_LLM")):
        return built_in, ""
    from planner.llm import read_beside

    return read_beside(built_in, list(turns), files=list(files), today=today)


def survey_of(wishes: Wishes, *, files: Sequence[str], root: Path, ignore: Path | None = None) -> Survey:
    """Measures what is attached and what the words name, as far as it is here."""
    paths = named_paths(wishes, files)
    attached = {folded(file) for file in files if file.strip()}
    here = [path for path in paths if _exists(path, root) and (folded(path) in attached or not _holds(path, root))]
    if not here:
        return Survey(root=str(root))
    from planner.survey import survey  # late: readers of files are loaded only where there are files

    return survey(here, root, ignore=ignore)


def named_paths(wishes: Wishes, files: Sequence[str]) -> list[str]:
    """Attached paths, then those that the words name; each place once."""
    paths = list(files)
    for claim in wishes.claims:
        if claim.path == "data.sources" and isinstance(claim.value, dict) and claim.value.get("path"):
            paths.append(str(claim.value["path"]))
        elif claim.path == "model.base" and isinstance(claim.value, str) and "/" in claim.value:
            paths.append(claim.value)
    unique: dict[str, str] = {}
    for path in paths:
        if path.strip():
            unique.setdefault(folded(path), path)
    return list(unique.values())


def _exists(path: str, root: Path) -> bool:
    try:
        return (root / Path(path).expanduser()).exists()
    except (OSError, ValueError):  # a name that no file can have
        return False


def _holds(path: str, root: Path) -> bool:
    """Whether a place holds the working folder: a slash in the words must not have the whole disk measured."""
    place = (root / Path(path).expanduser()).resolve()
    return place != root.resolve() and root.resolve().is_relative_to(place)


@cache
def _this_hardware() -> Hardware:
    return this_hardware()
