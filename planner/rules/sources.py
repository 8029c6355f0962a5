"""Where the data is: what the words name, completed by what was measured, and the attached files beside it."""

from typing import Any

from planner.chosen import Chosen, default, measured, said
from planner.claims import Claim
from planner.facts import Facts
from planner.surveyed import SurveyedSource, folded

_KEYS = ("role", "include", "exclude", "since", "until")
_OPEN: dict[str, Any] = {"role": None, "include": [], "exclude": [], "since": None, "until": None}
_EXTENSIONS = {
    "documents": {"pdf", "doc", "docx", "odt", "md", "rst", "html", "htm", "pptx", "ppt", "rtf", "epub", "tex"},
    "images": {"png", "jpg", "jpeg", "webp", "gif", "bmp", "tif", "tiff"},
    "code": {"py", "ts", "js", "go", "java", "c", "cpp", "rs", "cob", "cbl", "sql", "ipynb", "cs", "rb", "php"},
}
_TASK_ROLES = {
    "classification": "labels", "support_chat": "chats", "code": "code", "image_text": "images",
    "domain_language": "documents",
}  # fmt: skip
_BY_COLUMNS = {"chats", "instructions", "labels", "preferences"}
"""Roles that columns tell apart; people call all of them tickets, chats or examples."""
_TABLES = {"csv", "tsv", "jsonl", "json", "xlsx", "xls", "parquet", "ndjson"}


def sources(facts: Facts) -> Chosen:
    """Every place to learn from or be judged on, in the order of the words; then what was attached and not named."""
    items: list[tuple[dict[str, Any], dict[str, Chosen]]] = []
    taken: set[str] = set()
    models = {folded(model.path) for model in facts.survey.models}
    for claim in _merged(facts.claims("data.sources")):
        if folded(claim.value["path"]) in models:
            continue  # a model to start from, and no text to learn from
        found = facts.survey.named(claim.value["path"])
        found = [item for item in found if not _withdrawn(item.path, facts)] or found
        taken |= {item.path for item in found}
        items.extend(_from_words(claim, found, facts))
    named = {folded(claim.value["path"]) for claim in facts.claims("data.sources")}
    for source in facts.survey.sources:
        if source.path not in taken and not _withdrawn(source.path, facts):
            items.append(_from_survey(source))
            taken.add(source.path)
    for file in facts.files:
        here = facts.survey.named(file)
        known = folded(file) in named or any(folded(file).endswith("/" + name) for name in named)
        if known or here or _withdrawn(file, facts) or folded(file) in map(folded, facts.survey.given):
            continue
        items.append(_attached(file))
    parts = {f"/{i}{key}": reason for i, (_, reasons) in enumerate(items) for key, reason in reasons.items()}
    return Chosen([value for value, _ in items], "no data is known yet.", "default", parts=parts)


def roles(facts: Facts) -> Chosen:
    """The same list with a role for each: where neither words nor columns say, the file's kind and the task do."""
    current = facts.sources
    values, parts = [], {}
    for i, source in enumerate(current):
        if source.get("role"):
            values.append(source)
            continue
        role, why = _guessed_role(source["path"], facts.known.get("task"))
        values.append({**source, "role": role})
        parts[f"/{i}/role"] = Chosen(None, why, "rule" if role else "default")
    return Chosen(values, "", parts=parts)


def _merged(claims: list[Claim]) -> list[Claim]:
    """One claim a path: what several sentences say of one file belongs together."""
    merged: dict[str, Claim] = {}
    for claim in claims:
        if not isinstance(claim.value, dict) or not claim.value.get("path"):
            continue
        key = folded(str(claim.value["path"]))
        roles = {one.value.get("role") for one in (claim, merged.get(key, claim))} - {None}
        if len(roles) > 1 and "tests" in roles:
            merged[f"{key} {claim.value['role']}"] = (
                claim  # to learn from and to test on: the check says that it can't be
            )
        elif key in merged:
            merged[key] = merged[key].model_copy(update={"value": {**merged[key].value, **claim.value}})
        else:
            merged[key] = claim
    return list(merged.values())


def _from_words(
    claim: Claim, found: list[SurveyedSource], facts: Facts
) -> list[tuple[dict[str, Any], dict[str, Chosen]]]:
    because = said(claim).because()
    base = {key: claim.value.get(key) for key in _KEYS}
    asked = {f"/{key}": because for key in _KEYS if claim.value.get(key) not in (None, [], "")}
    if not found:
        value = {"path": claim.value["path"], **{k: v if v is not None else _OPEN[k] for k, v in base.items()}}
        return [(value, {"": default(None, "not asked for."), "/path": because, **asked})]
    items = []
    out = [one for one in facts.wishes.left_out if isinstance(one.value, str)]
    for source in found:
        path, where = _path(claim.value["path"], source, len(found) == 1, facts)
        value = {"path": path, **{k: v if v is not None else _OPEN[k] for k, v in base.items()}}
        reasons: dict[str, Chosen] = {"": default(None, "not asked for."), **asked}
        reasons["/path"] = because if where is None else measured(None, where)
        if source.role and _knows_better(source, base["role"], len(found), facts):
            value["role"], reasons["/role"] = source.role, measured(None, source.why_role or "its content shows it.")
        if source.exclude:
            value["exclude"] = [*(base["exclude"] or []), *source.exclude]
            reasons.setdefault("/exclude", measured(None, "these files describe the folder and teach nothing."))
        for one in out:
            name = folded(one.value).rpartition("/")[2]
            if name in map(folded, source.names) and one.value not in (value["exclude"] or []):
                value["exclude"] = [*(value["exclude"] or []), one.value]
                reasons["/exclude"] = said(one).because()
        items.append((value, reasons))
    return items


def _knows_better(source: SurveyedSource, asked: str | None, of: int, facts: Facts) -> bool:
    """Whether a file's own columns say better what it is used as than the words do."""
    if not asked or of > 1:
        return True  # the words say what a folder is, and not what each of its files is
    if asked in ("tests", "prompts"):
        return False  # what to keep for the test is for the user to say
    if source.role == "tests":
        return any(other.role != "tests" for other in facts.survey.sources)  # something is left to learn from
    return asked in _BY_COLUMNS and source.role in _BY_COLUMNS


def _path(named: str, source: SurveyedSource, alone: bool, facts: Facts) -> tuple[str, str | None]:
    """The path for the spec, and why where it is not the words' own."""
    if folded(source.path) == folded(named):
        return named, None
    if alone and folded(source.path).startswith(folded(named) + "/"):
        return source.path, f"the one file to learn from in {named}."
    if folded(source.path).endswith("/" + folded(named)):
        return source.path, f"the request calls it {named}; it was attached under this path."
    return source.path, f"stands in {named}."


def _from_survey(source: SurveyedSource) -> tuple[dict[str, Any], dict[str, Chosen]]:
    value = {"path": source.path, **_OPEN, "role": source.role, "exclude": list(source.exclude)}
    reasons = {"": default(None, "not asked for."), "/path": measured(None, "attached; the words do not name it.")}
    if source.role:
        reasons["/role"] = measured(None, source.why_role or "its content shows it.")
    if source.exclude:
        reasons["/exclude"] = measured(None, "these files describe the folder and teach nothing.")
    return value, reasons


def _attached(file: str) -> tuple[dict[str, Any], dict[str, Chosen]]:
    reasons = {"": default(None, "not asked for."), "/path": measured(None, "attached; the words do not name it.")}
    return {"path": file, **_OPEN}, reasons


def _withdrawn(path: str, facts: Facts) -> bool:
    """Whether the words say not to use an attached file."""
    ruled_out = [folded(str(claim.value)) for claim in facts.wishes.left_out]
    return any(folded(path) == name or folded(path).endswith("/" + name) for name in ruled_out)


def _guessed_role(path: str, task: str | None) -> tuple[str | None, str]:
    extension = folded(path).rpartition("/")[2].rpartition(".")
    kind = extension[2].lower() if extension[0] else ""
    for role, kinds in _EXTENSIONS.items():
        if kind in kinds:
            return role, f"files of the kind .{kind} are read as {role}."
    if kind in _TABLES:
        role = _TASK_ROLES.get(task or "", "instructions")
        role = "instructions" if role in ("documents", "code", "images") else role
        return role, f"a table for the task {task or 'at hand'}; its columns are read when the file is here."
    if task in _TASK_ROLES and kind != "txt":
        return _TASK_ROLES[task], f"what the task {task} learns from, until the files have been read."
    if kind in ("txt", "zip", "gz") or not kind:
        role = "chats" if task == "support_chat" and kind == "txt" else "documents"
        return role, "text that is read as a whole, until the files have been read."
    return None, "neither the words nor the file's name say what it is used as."
