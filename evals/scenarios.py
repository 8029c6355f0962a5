"""Real requests on real data, from the words to the verdict, and the page of results that they make.

    python -m evals.scenarios --data ../shared/data [--only bank_desk] [--write docs/results.md]

Runs `atelier run --yes --json` as a user would, one scenario after another, and keeps each report. Without
`--write` the page goes to standard output. Nothing on the page is typed by hand: it is made from the reports.
"""

import argparse
import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any, NamedTuple


class Scenario(NamedTuple):
    name: str
    title: str
    request: str
    """In words, or a file of the project that holds them."""
    data: tuple[str, ...]
    """Below the data folder."""
    bar: str
    """What a plain method reaches, as measured by whoever prepared the data."""


SCENARIOS = (
    Scenario(
        "ferries",
        "The demo: an invented ferry line's support desk (1,541 records with planted faults)",
        "examples/petrel_ferries/request.md",
        (),
        "right at least 80%, better than the untouched base, better than plain search",
    ),
    Scenario(
        "bank_desk",
        "D1, bank desk (banking77)",
        "We answer customers of an online bank. I want a small model that tells which of our 77 topics a message "
        "belongs to. It has to be right at least 85 % of the time on messages it has never seen and run on our own "
        "laptops.",
        ("banking77",),
        "TF-IDF with logistic regression 0.894, nearest neighbour 0.737, a plain 0.7M-parameter loop 0.822",
    ),
    Scenario(
        "handbook",
        "D2, handbook (18F handbook, starting from a 260k-parameter model of children's stories)",
        "Here is our employee handbook. New people should be able to ask it anything. Nothing may leave our machines.",
        ("handbook_18f", "stories260k"),
        "BM25 to the right page: rank 1 0.36, top 5 0.64; bits a character at least 15 % below the untouched base",
    ),
    Scenario(
        "robot_commands",
        "D3, robot commands (SCAN, simple split)",
        "Turn commands like 'jump twice and walk left' into our action codes. Exactly right or it is useless. "
        "+1 for exact, -0.5 for an unknown code, -1 for more than 50 codes.",
        ("scan/tasks_train_simple.txt.gz", "scan/tasks_test_simple.txt.gz"),
        "one plain loop, 0.25M parameters, 4 minutes: exact 0.933",
    ),
    Scenario(
        "robot_commands_jump",
        "D3, robot commands (SCAN, a verb that training shows only by itself)",
        "Turn commands like 'jump twice and walk left' into our action codes. Exactly right or it is useless. "
        "+1 for exact, -0.5 for an unknown code, -1 for more than 50 codes.",
        ("scan/tasks_train_addprim_jump.txt.gz", "scan/tasks_test_addprim_jump.txt.gz"),
        "the same plain loop: exact 0.000; the report should say so plainly",
    ),
)
SHOWN = ("accuracy", "exact_match", "bits_per_character", "rank_1", "top_5")


def run(scenario: Scenario, data: Path, home: Path) -> dict[str, Any]:
    """Run one scenario; returns its report.json with `wall_seconds` and `exit_code` added."""
    paths = [argument for part in scenario.data for argument in ("--data", str(data / part))]
    command = [sys.executable, "-m", "app.cli", "run", scenario.request, *paths, "--yes", "--json"]
    began = time.monotonic()
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, env=_environment(home))
    ended = json.loads(done.stdout)
    if not ended.get("report") or not ended["report"]["json"]:
        raise SystemExit(f"{scenario.name} has no report: {ended.get('problem') or ended.get('reply')}")
    report: dict[str, Any] = json.loads(Path(ended["report"]["json"]).read_text(encoding="utf-8"))
    report |= {"wall_seconds": time.monotonic() - began, "exit_code": done.returncode}
    return report


def _environment(home: Path) -> dict[str, str]:
    import os

    return os.environ | {"ATELIER_HOME": str(home)}


def section(scenario: Scenario, report: dict[str, Any], data_name: str) -> str:
    """A scenario's part of the page, in Markdown."""
    verdict = report["verdict"]
    paths = " ".join(f"--data {data_name}/{part}" for part in scenario.data)
    lines = [
        f"## {scenario.title}",
        "",
        f"> {scenario.request}" if scenario.data else f"Request: [{scenario.request}](../{scenario.request})",
        "",
        f"**{verdict['headline']}**",
        "",
        f"Bar to beat: {scenario.bar}. Took {report['wall_seconds'] / 60:.1f} minutes in all, exit code "
        f"{report['exit_code']}; {report['parameters'] or 0:,} parameters.",
        "",
    ]
    known = {metric for one in verdict["contenders"] for metric in one["metrics"]}
    metrics = [metric for metric in SHOWN if metric in known]
    if metrics:
        lines += ["| contender | " + " | ".join(metrics) + " |", "| --- |" + " --- |" * len(metrics)]
        for one in verdict["contenders"]:
            cells = [_cell(one["metrics"].get(metric)) for metric in metrics]
            lines.append(f"| {one['name'].replace('_', ' ')} | " + " | ".join(cells) + " |")
        lines.append("")
    lines += [f"- {gate['sentence']}" for gate in verdict["gates"]]
    lines += [f"- {note}" for note in verdict["notes"]]
    request = f'"{scenario.request}"' if scenario.data else scenario.request
    lines += ["", "```", " ".join(["atelier run", request, *([paths] if paths else []), "--yes"]), "```", ""]
    return "\n".join(lines)


def _cell(interval: dict[str, Any] | None) -> str:
    if interval is None:
        return "–"
    return f"{interval['value']:.3f} ({interval['low']:.3f}–{interval['high']:.3f}, n={interval['n']})"


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="folder that holds banking77, handbook_18f, scan …")
    parser.add_argument("--only", action="append", choices=[one.name for one in SCENARIOS])
    parser.add_argument("--home", type=Path, default=Path(".atelier"))
    parser.add_argument("--reports", type=Path, default=Path(".atelier/scenarios"), help="where reports are kept")
    parser.add_argument("--page-only", action="store_true", help="run nothing; the page from the kept reports")
    parser.add_argument("--write", type=Path, help="the page; scenarios that were not run now keep their last report")
    told = parser.parse_args()
    told.reports.mkdir(parents=True, exist_ok=True)
    for scenario in SCENARIOS:
        if not told.page_only and (not told.only or scenario.name in told.only):
            report = run(scenario, told.data, told.home)
            (told.reports / f"{scenario.name}.json").write_text(json.dumps(report), encoding="utf-8")
            sys.stderr.write(f"{scenario.name}: {report['verdict']['headline']}\n")
    parts = [_HEAD]
    for scenario in SCENARIOS:
        kept = told.reports / f"{scenario.name}.json"
        if kept.is_file():
            parts.append(section(scenario, json.loads(kept.read_text(encoding="utf-8")), str(told.data)))
    page = "\n".join(parts)
    if told.write:
        told.write.write_text(page, encoding="utf-8")
    else:
        sys.stdout.write(page)


_HEAD = """# Results

Each table is made from a run's own report by `python -m evals.scenarios --data ../shared/data --write docs/results.md`
(two CPU cores, no GPU, no key, no hub). Figures come with their 95 % interval and the number of questions. All
contenders of a table answered the same questions in the same run.
"""


if __name__ == "__main__":
    main()
