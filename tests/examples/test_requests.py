"""The requests of the examples: their paths exist, and each sample request has a plan to be expected of it."""

import json
import re
from pathlib import Path
from typing import Any, get_args

import pytest
from pydantic import BaseModel

from training.spec import TrainingSpec


@pytest.mark.parametrize("example", ["petrel_ferries", "returns_desk"])
def test_every_path_in_a_request_exists_beside_it(examples: Path, example: str) -> None:
    folder = examples / example
    text = (folder / "request.md").read_text(encoding="utf-8")
    paths = [name for name in re.findall(r"`([^`]+)`", text) if "/" in name]
    assert len(paths) >= 2
    assert [path for path in paths if not (folder / path).exists()] == []
    for file in re.findall(r"\b\w+\.(?:md|csv|jsonl)\b", text):
        assert list(folder.rglob(file)), file


@pytest.fixture(scope="module")
def cases(examples: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (examples / "requests/cases.jsonl").read_text(encoding="utf-8").splitlines()]


def test_each_sample_request_has_a_case_and_a_line_in_the_readme(examples: Path, cases: list[dict[str, Any]]) -> None:
    files = {path.name for path in (examples / "requests").glob("*.md")} - {"README.md"}
    assert len(files) == 10
    assert {case["request"] for case in cases} == files
    readme = (examples / "requests/README.md").read_text(encoding="utf-8")
    stated = dict(re.findall(r"^\| `([\w.]+)` \|.*?\| `(\w+)` \|", readme, re.M))
    assert stated == {case["request"]: case["expect"]["status"][0] for case in cases}


def test_what_is_expected_is_in_the_words_of_the_contract(cases: list[dict[str, Any]]) -> None:
    for case in cases:
        expect = case["expect"]
        for path, wanted in expect.get("fields", {}).items():
            field = type_at(path)
            if isinstance(wanted, str | int | float) and field in (str, int, float, bool):
                assert isinstance(wanted, int | float if field is float else field), path
        for path, items in expect.get("lists", {}).items():
            part = type_at(path)
            assert isinstance(part, type)
            assert issubclass(part, BaseModel)
            assert {name for item in items for name in item} - {"optional", "absent"} <= set(part.model_fields), path


def type_at(path: str) -> Any:
    """The type of the spec's field at a dotted path, null and list taken off."""
    current: Any = TrainingSpec
    for name in path.split("."):
        assert name in current.model_fields, path
        current = current.model_fields[name].annotation
        while (arguments := [part for part in get_args(current) if part is not type(None)]) and len(arguments) == 1:
            current = arguments[0]
    return current


def test_files_and_figures_that_are_expected_stand_in_the_request(examples: Path, cases: list[dict[str, Any]]) -> None:
    for case in cases:
        text = (examples / "requests" / case["request"]).read_text(encoding="utf-8")
        for source in case["expect"].get("lists", {}).get("data.sources", []):
            path = source["path"] if isinstance(source["path"], str) else source["path"]["contains"]
            assert path.strip("/") in text, (case["request"], path)
        for name in case["files"]:
            assert name in text
