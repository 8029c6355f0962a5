"""What the user's files hold, for planning: measured, put together into sources, and told apart from what is none.

What stands in a file is data: it is counted here and never becomes something that was asked for.
"""

import os
from collections.abc import Sequence
from pathlib import Path

from planner.expand import beginning, class_lists, describing, found_model, grouped
from planner.surveyed import Flaw, FoundModel, LeftOut, Survey, SurveyedSource, folded
from training.data import FileMeasure, measure

LABELS_SHOWN = 400
SURE = 0.25
"""A role that is told with less than this is no basis for a plan."""


def survey(paths: Sequence[str], root: Path, *, ignore: Path | None = None) -> Survey:
    """Measure files and folders.

    Args:
        paths: as the user gave them; relative ones start at `root`.
        ignore: a folder that is never looked into (where runs are kept).
    """
    sources: dict[str, SurveyedSource] = {}
    models: list[FoundModel] = []
    left_out: list[LeftOut] = []
    flaws: list[Flaw] = []
    # A folder comes before a file in it, so that a file named beside its folder is not taken twice.
    for path in paths:
        place = root / Path(path).expanduser()
        if not place.exists():
            flaws.append(_missing(path, place))
            continue
        model = found_model(path, root)
        if model is not None:
            models.append(model)
            continue
        found, out, broken = _of_path(path, place, root, ignore)
        left_out += out
        flaws += broken
        for source in found:
            sources.setdefault(folded(source.path), source)
    return Survey(
        sources=_without_covered(list(sources.values())),
        models=models,
        left_out=_unique(left_out),
        flaws=flaws,
        given=list(paths),
        root=str(root),
    )


def _of_path(
    path: str, place: Path, root: Path, ignore: Path | None
) -> tuple[list[SurveyedSource], list[LeftOut], list[Flaw]]:
    measured = [_named(item, path, place, root) for item in measure([place.absolute()], root)]
    if ignore is not None:
        inside = _relative(ignore, place)
        measured = [item for item in measured if inside is None or not _below(item.path, path, inside)]
    if place.is_dir() and not measured:
        return [], [], [Flaw(path=path, problem=f"The folder {path} is empty.", next_step="Put your files into it.")]
    readable = [item for item in measured if not item.unreadable or item.format == "picture"]
    broken = [item for item in measured if item not in readable]
    if not readable:
        return [], [], [_nothing_readable(path, broken, place)]
    sources = [_source(item) for item in readable]
    if not place.is_dir():
        return [merged(path, sources)], [], []
    out = describing(path, sources)
    about = {item.path for item in out}
    rest = [source for source in sources if source.path not in about]
    lists = class_lists(rest, root)
    out += lists
    rest = [source for source in rest if source.path not in {item.path for item in lists}]
    if any(source.role for source in rest):
        out += [LeftOut(path=s.path, why="there is no running text in it") for s in rest if s.role is None]
        rest = [source for source in rest if source.role is not None]
    out += [LeftOut(path=item.path, why=item.unreadable) for item in broken]
    found = grouped(path, rest, merged)
    # What is left out of a folder that stays one source must be left out of that source too.
    found = [_excluding(source, out) for source in found]
    return found, out, []


def merged(path: str, parts: list[SurveyedSource]) -> SurveyedSource:
    """Several files of one folder or archive as one source, under the folder's path."""
    if len(parts) == 1:
        return parts[0].model_copy(update={"path": path})
    rows = sum(part.rows for part in parts)
    weight = {role: sum(p.characters + 1 for p in parts if p.role == role) for role in {p.role for p in parts}}
    role = max(weight, key=lambda name: (weight[name], str(name)))
    leading = max((part for part in parts if part.role == role), key=lambda part: part.characters)
    languages: dict[str, float] = {}
    classes: dict[str, int] = {}
    sensitive: dict[str, int] = {}
    told = sum(part.rows for part in parts if part.languages)
    for part in parts:
        for code, share in part.languages.items():
            languages[code] = languages.get(code, 0.0) + share * part.rows / max(1, told)
        for label, count in part.classes.items():
            classes[label] = classes.get(label, 0) + count
        for kind, count in part.sensitive.items():
            sensitive[kind] = sensitive.get(kind, 0) + count
    days = [day for part in parts for day in (part.first_date, part.last_date) if day]
    kinds = f"{len(parts)} files; {leading.why_role}" if leading.why_role else f"{len(parts)} files"
    return SurveyedSource(
        path=path,
        role=role,
        why_role=kinds,
        files=len(parts),
        names=sorted({part.path.rpartition("/")[2] for part in parts}),
        rows=rows,
        characters=sum(part.characters for part in parts),
        columns=leading.columns,
        languages={code: round(share, 3) for code, share in sorted(languages.items(), key=lambda item: -item[1])},
        classes=dict(sorted(classes.items(), key=lambda item: (-item[1], item[0]))[:LABELS_SHOWN]),
        duplicates=sum(part.duplicates for part in parts),
        most_repeated=max(part.most_repeated for part in parts),
        checkable=all(part.checkable for part in parts),
        sensitive=sensitive,
        first_date=min(days, default=None),
        last_date=max(days, default=None),
        broken=sum(part.broken for part in parts),
    )


def _source(item: FileMeasure) -> SurveyedSource:
    return SurveyedSource(
        path=item.path,
        role=item.role if item.confidence >= SURE or item.role == "images" else None,
        why_role=f"{item.why}." if item.why and not item.why.endswith(".") else item.why,
        rows=item.rows or (1 if item.role == "images" else 0),
        characters=item.characters,
        columns=item.columns,
        languages=item.languages,
        classes=item.labels,
        duplicates=item.exact_duplicates,
        most_repeated=max(1, round(item.largest_repeat * item.rows)),
        checkable=item.answers_checkable,
        sensitive=item.sensitive,
        first_date=item.first_day,
        last_date=item.last_day,
        broken=item.broken,
    )


def _named(item: FileMeasure, path: str, place: Path, root: Path) -> FileMeasure:
    """A measure under the path that the user gave: measures are named from the root, or from the folder itself."""
    inside = _relative(place, root)
    start = path.rstrip("/")
    if place.is_dir():
        prefix = "" if inside is None else "" if inside == "." else f"{inside}/"
        below = item.path.removeprefix(prefix)
        # `.` and the root itself are named by what lies in them.
        return item.model_copy(update={"path": below if start in (".", "") else f"{start}/{below}"})
    own = place.name if inside is None else inside
    return item.model_copy(update={"path": start + item.path.removeprefix(own)})


def _relative(place: Path, root: Path) -> str | None:
    try:
        return Path(os.path.abspath(place)).relative_to(os.path.abspath(root)).as_posix()
    except ValueError:
        return None


def _below(item: str, path: str, inside: str) -> bool:
    rest = item.removeprefix(beginning(path))
    return inside == "." or rest == inside or rest.startswith(f"{inside}/")


def _excluding(source: SurveyedSource, out: list[LeftOut]) -> SurveyedSource:
    prefix = beginning(source.path)
    names = [item.path.removeprefix(prefix) for item in out if item.path.startswith(prefix)]
    return source.model_copy(update={"exclude": [*source.exclude, *names]}) if names else source


def _without_covered(sources: list[SurveyedSource]) -> list[SurveyedSource]:
    """A file that was named beside a folder that holds it stays; the folder's one source then leaves it out."""
    found = []
    for source in sources:
        prefix = folded(source.path) + "/"
        inside = [folded(other.path).removeprefix(prefix) for other in sources if folded(other.path).startswith(prefix)]
        extra = [name for name in inside if name not in source.exclude]
        found.append(source.model_copy(update={"exclude": [*source.exclude, *extra]}) if extra else source)
    return found


def _unique(items: list[LeftOut]) -> list[LeftOut]:
    return list({item.path: item for item in items}.values())


def _missing(path: str, place: Path) -> Flaw:
    near = sorted(other.name for other in place.parent.glob("*") if other.stem.lower() == place.stem.lower())
    hint = f"Did you mean {near[0]}?" if near else "Check the path, or attach the file."
    return Flaw(path=path, problem=f"There is no file or folder {path}.", next_step=hint)


def _nothing_readable(path: str, broken: list[FileMeasure], place: Path) -> Flaw:
    reason = broken[0].unreadable
    if place.is_dir():
        return Flaw(
            path=path,
            problem=f"Nothing in the folder {path} can be read, such as {broken[0].path} ({reason}).",
            next_step="Give text, tables, JSON, PDF or Office files.",
        )
    advice = "Export it again as a plain table or text." if "csv" in path or "tsv" in path else "Save it as text."
    return Flaw(path=path, problem=f"{path} can't be read: {reason}.", next_step=advice)
