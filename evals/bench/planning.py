"""How long planning takes and how much memory: one request, many, a very long one; and a turn of a kept conversation.

    python -m evals.bench.planning

Writes `results/planning.json` and `planning.md` beside this file. Seconds depend on the machine and on who else
uses it, so each figure stands beside a peer that does the same work in the same run, and their ratio is what to
compare between machines:

- a process of `atelier plan` beside one that only loads pydantic and typer, which any command line of this kind does;
- a conversation kept on disk beside the same one kept in memory by langgraph's own saver;
- 200 kB of text beside one pass of Python's `re` over it for words and numbers.
"""

import asyncio
import json
import os
import platform
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import Any

REQUEST = (
    "Hi! We get about 3,400 tickets a week and my team can't keep up. I'd like a chatbot that answers customers the "
    "way our best agents do. The past conversations are in tickets.csv. At least 92% of its answers should be right, "
    "answers within 2 seconds, and the training must not cost more than two hundred euros. Nothing may leave our servers."
)
CHANGES = ["Make it 12 trials.", "At least 90% is enough.", "Drop the latency rule.", "At most 150 euros."]
DENSE = (
    "At least 95% of answers right, no more than 2 seconds p95, Mistral-7B with LoRA, 12 trials, €200 by Friday, "
    "correctness 1.0, tone 0.3, from chats.jsonl since March. "
)
LONG = 200_000
MANY = 1_000
TALKS = 200
TODAY = date(2026, 11, 22)
RESULTS = Path(__file__).parent / "results"


def seconds(work: Callable[[], Any], times: int) -> list[float]:
    """Wall seconds of each of `times` calls, in order."""
    took = []
    for _ in range(times):
        began = time.perf_counter()
        work()
        took.append(time.perf_counter() - began)
    return took


def summary(took: Sequence[float]) -> dict[str, float]:
    """Median, 95th percentile and greatest, in milliseconds."""
    ordered = sorted(took)
    return {
        "n": len(ordered),
        "median_ms": round(1e3 * statistics.median(ordered), 2),
        "p95_ms": round(1e3 * ordered[min(len(ordered) - 1, int(0.95 * len(ordered)))], 2),
        "max_ms": round(1e3 * ordered[-1], 2),
    }


def of_processes() -> dict[str, Any]:
    """A whole process of `atelier plan`, and one that only loads what its command line stands on."""
    with tempfile.TemporaryDirectory() as folder:
        environment = os.environ | {"ATELIER_HOME": folder, "PYTHONDONTWRITEBYTECODE": ""}

        def run(*command: str) -> None:
            subprocess.run([sys.executable, *command], env=environment, cwd=folder, check=True, capture_output=True)

        run("-P", "-m", "app.cli", "plan", REQUEST, "--json")  # the first one compiles
        ours, peer = [], []
        for _ in range(7):  # by turns, so that a busy moment meets both
            ours += seconds(lambda: run("-P", "-m", "app.cli", "plan", REQUEST, "--json"), 1)
            peer += seconds(lambda: run("-c", "import typer, pydantic"), 1)
        program = "import resource,subprocess,sys;subprocess.run(sys.argv[1:],check=True,capture_output=True);print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
        command = [sys.executable, "-P", "-m", "app.cli", "plan", REQUEST, "--json"]
        peak = subprocess.run(
            [sys.executable, "-c", program, *command], env=environment, cwd=folder, check=True, capture_output=True
        )
    return {
        "plan": summary(ours),
        "peer": summary(peer),
        "ratio": round(statistics.median(ours) / statistics.median(peer), 2),
        "peak_mb": round(int(peak.stdout) / 1024, 1),
    }


def of_calls() -> dict[str, Any]:
    """Planning inside a process: one request, many different ones, and 200 kB."""
    from planner.hardware import Hardware
    from planner.planning import plan

    def planned(text: str) -> None:
        plan([text], today=TODAY, survey=None, hardware=Hardware())

    first = seconds(lambda: planned(REQUEST), 1)
    single = summary(seconds(lambda: planned(REQUEST), 100))
    many = [REQUEST.replace("3,400", str(n)).replace("92%", f"{50 + n % 50}%") for n in range(MANY)]
    began = time.perf_counter()
    for text in many:
        planned(text)
    batch = time.perf_counter() - began
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    texts = {
        "the same dense request again and again": DENSE * (LONG // len(DENSE)),
        "a request, then prose": f"{REQUEST} {prose()}"[:LONG],
        "a request, then figures without end": (REQUEST + " ".join(str(n) for n in range(LONG)))[:LONG],
        "no word at all": "([{|\"'" * (LONG // 6),
    }
    long = {}
    for name, text in texts.items():
        ours = min(seconds(lambda text=text: planned(text), 3))  # type: ignore[misc]
        peer = min(seconds(lambda text=text: re.findall(r"\w+|[\d.,]+|\S", text), 3))  # type: ignore[misc]
        long[name] = {"seconds": round(ours, 3), "peer_seconds": round(peer, 4), "ratio": round(ours / peer)}
    return {
        "first_ms": round(1e3 * first[0], 1),
        "single": single,
        "batch": {"requests": MANY, "seconds": round(batch, 2), "a_second": round(MANY / batch)},
        "long": long,
        "peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1),
        "peak_before_long_mb": round(before / 1024, 1),
    }


def prose() -> str:
    """200 kB of sentences that are all different and ask for nothing."""
    who = "The gardener|My neighbour|An old sailor|The baker|Our postman|A tall stranger|The twin|Somebody".split("|")
    does = "walks past|looks at|paints|forgets|remembers|repairs|photographs|describes".split("|")
    what = "the harbour|a wooden boat|the lighthouse|an empty street|the bridge|a quiet garden|the clock".split("|")
    when = "in the morning|after the rain|without a word|on the way home|as always|with great care".split("|")
    kinds = [f"{a} {b} {c} {d}" for a in who for b in does for c in what for d in when]
    return " ".join(f"{kinds[n]}, and {kinds[-n % 997].lower()}." for n in range(len(kinds)))


def of_turns() -> dict[str, Any]:
    """The same conversations kept in memory, in SQLite and, where a server is named, in PostgreSQL."""
    from langgraph.checkpoint.memory import InMemorySaver

    from executor.checkpoints import open_checkpoints

    places: dict[str, list[float]] = {"memory": [], "sqlite": []}
    url = os.environ.get("ATELIER_DATABASE_URL")
    with tempfile.TemporaryDirectory() as folder:
        durable = open_checkpoints(Path(folder) / "home")
        savers: dict[str, Any] = {"memory": InMemorySaver(), "sqlite": durable.saver}
        if url:
            savers["postgres"], places["postgres"] = open_checkpoints(Path(folder), url).saver, []
        for n in range(12):
            for name, saver in savers.items():
                places[name] += _conversed(saver, f"bench-{os.getpid()}-{n}")
        durable.close()
    memory = statistics.median(places["memory"])
    found: dict[str, Any] = {name: summary(took) for name, took in places.items()}
    for name in places:
        if name != "memory":
            found[f"{name}_to_memory"] = round(statistics.median(places[name]) / memory, 2)
    return found


def _conversed(saver: Any, thread: str) -> list[float]:
    from langgraph.types import Command

    from planner.graph import conversation
    from planner.hardware import Hardware

    graph = conversation(saver, hardware=Hardware(), today=lambda: TODAY)
    where: Any = {"configurable": {"thread_id": thread}}
    took = seconds(lambda: graph.invoke({"turns": [REQUEST], "files": []}, where, durability="sync"), 1)
    for words in CHANGES:
        took += seconds(lambda words=words: graph.invoke(Command(resume=words), where, durability="sync"), 1)  # type: ignore[misc]
    return took


def of_many_talks() -> dict[str, Any]:
    """200 conversations at once in one process, as a front's threads have them; each turn's time from asked to answered."""
    from app.talk import Talk
    from executor.checkpoints import open_checkpoints

    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        checkpoints = open_checkpoints(home)

        def converse(n: int) -> list[float]:
            talk = Talk(home, root=Path(folder), talk_id=f"talk-{n}", checkpoints=checkpoints)
            return [seconds(lambda w=words: talk.say(w), 1)[0] for words in (REQUEST, *CHANGES[:2])]  # type: ignore[misc]

        async def all_at_once() -> list[list[float]]:
            loop = asyncio.get_running_loop()
            with ThreadPoolExecutor(TALKS) as pool:
                return await asyncio.gather(*(loop.run_in_executor(pool, converse, n) for n in range(TALKS)))

        began = time.perf_counter()
        took = [one for talk in asyncio.run(all_at_once()) for one in talk]
        whole = time.perf_counter() - began
        alone = summary([one for n in range(TALKS, TALKS + 10) for one in converse(n)])
        size = (home / "atelier.db").stat().st_size
        checkpoints.close()
    return {
        "conversations": TALKS,
        "turns": len(took),
        "seconds": round(whole, 2),
        "turns_a_second": round(len(took) / whole, 1),
        "turn": summary(took),
        "turn_alone": alone,
        "database_kb_a_conversation": round(size / 1024 / (TALKS + 10), 1),
    }


def main() -> None:
    os.environ.pop("MISTRAL_API_KEY", None)
    os.environ.pop("ATELIER_LLM_URL", None)
    found = {
        "machine": {
            "processor": platform.processor() or platform.machine(),
            "cores": os.cpu_count(),
            "python": platform.python_version(),
        },
        "process": of_processes(),
        "calls": of_calls(),
        "turns": of_turns(),
        "talks": of_many_talks(),
    }
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / "planning.json").write_text(json.dumps(found, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    (RESULTS / "planning.md").write_text(page(found), encoding="utf-8")
    print(page(found))


def page(found: dict[str, Any]) -> str:
    """The figures as a page to read."""
    process, calls, turns, talks = (found[name] for name in ("process", "calls", "turns", "talks"))
    rows = [
        ("`atelier plan` as a process, median", f"{process['plan']['median_ms']:.0f} ms", f"{process['ratio']} × loading typer and pydantic"),
        ("its greatest memory", f"{process['peak_mb']:.0f} MB", ""),
        ("a plan inside a process, median (95%)", f"{calls['single']['median_ms']:.1f} ms ({calls['single']['p95_ms']:.1f})", ""),
        (f"{calls['batch']['requests']:,} different requests", f"{calls['batch']['seconds']} s", f"{calls['batch']['a_second']} a second"),
        *(
            (f"200 kB: {name}", f"{one['seconds']:.2f} s", f"{one['ratio']} × one `re.findall` over it")
            for name, one in calls["long"].items()
        ),
        ("greatest memory after all of these", f"{calls['peak_mb']:.0f} MB", f"{calls['peak_before_long_mb']:.0f} before the long ones"),
        ("a turn of a conversation kept in memory, median", f"{turns['memory']['median_ms']:.1f} ms", ""),
        *(
            (f"the same kept in {label}", f"{turns[name]['median_ms']:.1f} ms", f"{turns[f'{name}_to_memory']} × memory")
            for name, label in (("sqlite", "SQLite"), ("postgres", "PostgreSQL"))
            if name in turns
        ),
        (f"{talks['conversations']} conversations at once, {talks['turns']} turns", f"{talks['seconds']} s", f"{talks['turns_a_second']} turns a second"),
        ("a turn while 200 are at it, median (95%)", f"{talks['turn']['median_ms']:.0f} ms ({talks['turn']['p95_ms']:.0f})", f"{talks['turn_alone']['median_ms']:.0f} ms alone"),
        ("disk a conversation", f"{talks['database_kb_a_conversation']:.0f} kB", ""),
    ]  # fmt: skip
    table = "\n".join(f"| {what} | {value} | {beside} |" for what, value, beside in rows)
    machine = found["machine"]
    return (
        "# Planning: time and memory\n\n"
        f"Made by `python -m evals.bench.planning` on {machine['cores']} cores ({machine['processor']}, Python "
        f"{machine['python']}). Seconds depend on the machine; the ratios say more.\n\n"
        f"| what | figure | beside it |\n| --- | --- | --- |\n{table}\n"
    )


if __name__ == "__main__":
    main()
