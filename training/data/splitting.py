"""The split: what is learned from, what guides the training, and what it is judged on.

Deterministic by the seed and blind to the order of files: everything is drawn by a hash. Nothing of one group
stands on two sides; acceptance tests are never learned from, and what repeats one is taken out.
"""

import hashlib
import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from training.data.content import content_of
from training.data.examples_of import examples_of
from training.data.groups import grouped
from training.data.normal import key
from training.data.passages import passages
from training.spec import Example, Problem

VALIDATION_SHARE, VALIDATION_MOST = 0.1, 600
PASSAGES_SHARE = 0.1
FEW_DOCUMENTS = 8
"""With fewer documents than this a share of the passages is held out, not whole documents."""
FILES = ("train.jsonl", "validation.jsonl", "heldout.jsonl", "passages_train.jsonl", "passages_heldout.jsonl")
_TEXTS = frozenset({"documents", "code"})


def split(cleaned: Path, out: Path, *, holdout: float, seed: int, task: str) -> dict[str, Any]:
    """Read `cleaned/kept.jsonl`, write the five files of examples to `out`; returns what went where.

    Args:
        holdout: share of the conversations that is judged on, unless tests of the user's own are as many.
        task: `classification` is split label by label.
    Raises: Problem where there is no cleaned data.
    """
    kept = Path(cleaned) / "kept.jsonl"
    if not kept.is_file():
        raise Problem("There is no cleaned data to split.", next_step="Run the cleaning step first.")
    tests, talks, texts, passed_over = _read(kept)
    taken_out = _taken_out(cleaned)
    test_keys = {key(content_of(row, row["reads"]).asked): row for row in tests}
    learned, repeats = [], []
    for row in talks:
        (repeats if key(content_of(row, row["reads"]).asked) in test_keys else learned).append(row)
    heldout_rows, train_rows, validation_rows = _three_ways(learned, len(tests), holdout, seed, task)
    files: dict[str, list[Example]] = {
        "heldout.jsonl": [e for row in tests for e in examples_of(row, f"test-{row['source']}#{row['index']}")[-1:]],
        "train.jsonl": [e for row, group in train_rows for e in examples_of(row, group)],
        "validation.jsonl": [e for row, group in validation_rows for e in examples_of(row, group)],
    }
    files["heldout.jsonl"] += [e for row, group in heldout_rows for e in examples_of(row, group)]
    files["passages_train.jsonl"], files["passages_heldout.jsonl"] = _passages(texts, seed, holdout)
    out.mkdir(parents=True, exist_ok=True)
    for name in FILES:
        _write(out / name, files[name])
    places = [f"{row['source']}, {_place(row)}" for row in repeats] + [where for where, exact in taken_out if exact]
    return {
        "train": len(files["train.jsonl"]),
        "validation": len(files["validation.jsonl"]),
        "heldout": len(files["heldout.jsonl"]),
        "tests": len(tests),
        "passages_train": len(files["passages_train.jsonl"]),
        "passages_heldout": len(files["passages_heldout.jsonl"]),
        **passed_over,
        "taken_out": len(places),
        "taken_out_nearly": sum(not exact for _, exact in taken_out),
        "taken_out_where": places[:100],
        "labels": dict(sorted(Counter(e.messages[-1].content for e in files["train.jsonl"]).items()))
        if task == "classification"
        else {},
    }


def _place(row: dict[str, Any]) -> str:
    return f"line {row['line']}" if row["line"] is not None else f"record {row['index']}"


def _read(kept: Path) -> tuple[list[dict[str, Any]], list[dict[str, Any]], list[dict[str, Any]], dict[str, int]]:
    """(tests, talks with an answer, texts, how many were passed over and why)."""
    tests: list[dict[str, Any]] = []
    talks: list[dict[str, Any]] = []
    texts: list[dict[str, Any]] = []
    unanswered = unwanted = 0
    with kept.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            content = content_of(row, row["reads"])
            if row["role"] in _TEXTS or (row["role"] == "chats" and not content.answered):
                texts.append(row)
            elif "score" in row["reads"] and _is_bad(row):
                unwanted += 1
            elif not content.answered.strip() or not content.asked.strip():
                unanswered += 1
            else:
                (tests if row["role"] == "tests" else talks).append(row)
    return tests, talks, texts, {"unanswered": unanswered, "judged_bad": unwanted}


def _is_bad(row: dict[str, Any]) -> bool:
    """Whether someone judged the answer bad: it is compared with, never imitated."""
    return str(row.get(row["reads"]["score"])).lower() in (
        "false",
        "0",
        "0.0",
        "-1",
        "-1.0",
        "bad",
        "down",
        "no",
        "wrong",
    )


def _taken_out(cleaned: Path) -> list[tuple[str, bool]]:
    """What cleaning took out as contaminated: where it stands, and whether it is a test to the letter."""
    path = Path(cleaned) / "dropped.jsonl"
    if not path.is_file():
        return []
    found = []
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if row["reason"] == "contaminated":
                found.append((f"{row['source']}, {_place(row)}", row["detail"].startswith("it is the test itself")))
    return found


def _drawn(seed: int, *names: object) -> bytes:
    """A place in a fixed random order."""
    return hashlib.blake2b(repr((seed, *names)).encode("utf-8", errors="surrogatepass"), digest_size=12).digest()


_Grouped = list[tuple[dict[str, Any], str]]


def _three_ways(
    rows: list[dict[str, Any]], tests: int, holdout: float, seed: int, task: str
) -> tuple[_Grouped, _Grouped, _Grouped]:
    """(held out, train, validation), each row with its group."""
    contents = [content_of(row, row["reads"]) for row in rows]
    found = grouped([content.asked for content in contents], [row.get("group") for row in rows])
    names = [f"g-{rows[first]['source']}#{rows[first]['index']}" for first in found]
    # Tests of the user's own are what counts; where they are few, a share of the talks is held out beside them.
    share = 0.0 if tests and tests >= holdout * len(rows) else holdout
    strata = [
        content.answered if task == "classification" or "label" in row["reads"] else row["source"]
        for row, content in zip(rows, contents, strict=True)
    ]
    members: dict[str, list[int]] = {}
    for number, name in enumerate(names):
        members.setdefault(name, []).append(number)
    order = sorted(members, key=lambda name: _drawn(seed, name))
    heldout = _fill(order, members, strata, share)
    left = [name for name in order if name not in heldout]
    remaining = sum(len(members[name]) for name in left)
    validation_share = min(VALIDATION_SHARE, VALIDATION_MOST / remaining) if remaining >= 10 else 0.0
    validation = _fill(left[::-1], members, strata, validation_share)
    sides: tuple[_Grouped, _Grouped, _Grouped] = ([], [], [])
    for row, name in zip(rows, names, strict=True):
        sides[0 if name in heldout else 2 if name in validation else 1].append((row, name))
    return sides


def _fill(order: list[str], members: dict[str, list[int]], strata: list[str], share: float) -> set[str]:
    """Groups whose members make up `share` of each stratum, in the order drawn."""
    if share <= 0:
        return set()
    sizes = Counter(strata[number] for name in order for number in members[name])
    # What the rounding of many small strata would lose or add is carried on to the next.
    quota: dict[str, int] = {}
    carried = 0.0
    for stratum in sorted(sizes):
        exact = share * sizes[stratum] + carried
        quota[stratum] = min(int(exact + 0.5), sizes[stratum] - 1)
        carried = exact - quota[stratum] if abs(exact - quota[stratum]) < 1 else 0.0
    chosen: set[str] = set()
    for name in order:
        wanted = Counter(strata[number] for number in members[name])
        if all(quota[stratum] >= count for stratum, count in wanted.items()):
            chosen.add(name)
            for stratum, count in wanted.items():
                quota[stratum] -= count
    return chosen


def _passages(texts: list[dict[str, Any]], seed: int, holdout: float) -> tuple[list[Example], list[Example]]:
    """(train, held out) passages of all documents; whole documents are held out where there are enough of them."""
    documents: dict[str, list[Example]] = {}
    for row in _tables_joined(texts):
        name = f"{row['source']}#{row['index']}"
        content = content_of(row, row["reads"])
        title = str(row.get(row["reads"].get("title", ""), "") or "")
        parts = passages(content.whole, title) if row["role"] != "code" else list(_code_parts(content.whole))
        documents[name] = [
            Example(
                id=f"{name}/{number}",
                source=row["source"],
                line=row["line"],
                role=row["role"],
                group=name,
                text=part,
                language=row["language"],
            )
            for number, part in enumerate(parts, start=1)
        ]
    every = [example for name in documents for example in documents[name]]
    if holdout <= 0 or len(every) < 4:
        return every, []
    wanted = max(1, round(PASSAGES_SHARE * len(every)))
    if len(documents) < FEW_DOCUMENTS:
        start = int.from_bytes(_drawn(seed, "passages"), "big") % (len(every) - wanted + 1)
        held = {example.id for example in every[start : start + wanted]}
        return [e for e in every if e.id not in held], [e for e in every if e.id in held]
    chosen: set[str] = set()
    taken = 0
    for name in sorted(documents, key=lambda name: _drawn(seed, name)):
        if taken < wanted and taken + len(documents[name]) <= 1.3 * wanted:
            chosen.add(name)
            taken += len(documents[name])
    return [e for e in every if e.group not in chosen], [e for e in every if e.group in chosen]


def _tables_joined(texts: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Rows of facts (a price list) become one document a file: alone they say nothing."""
    tables: dict[str, list[dict[str, Any]]] = {}
    for row in texts:
        if row["reads"]:
            yield row
        else:
            tables.setdefault(row["source"], []).append(row)
    for rows in tables.values():
        yield rows[0] | {"reads": {"text": "text"}, "text": "\n\n".join(content_of(row, {}).whole for row in rows)}


def _code_parts(text: str, most: int = 3000) -> Iterator[str]:
    """A source file in runs of whole lines, cut at blank lines where there are some."""
    held: list[str] = []
    size = 0
    for line in text.split("\n"):
        if size + len(line) > most and held and (not line.strip() or size > 1.5 * most):
            yield "\n".join(held)
            held, size = [], 0
        held.append(line)
        size += len(line) + 1
    if any(line.strip() for line in held):
        yield "\n".join(held)


def _write(path: Path, examples: Iterable[Example]) -> None:
    """Written aside and renamed, so that a kill leaves no half file."""
    aside = path.with_name(f".{path.name}.partial")
    with aside.open("w", encoding="utf-8", newline="\n") as file:
        for example in examples:
            file.write(example.model_dump_json() + "\n")
    os.replace(aside, path)
