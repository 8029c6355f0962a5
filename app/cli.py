"""`atelier`: the command line. Each command is thin; nothing heavy is imported before one needs it."""

import json
import sys
import time
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console

from app.home import home_folder
from training.spec.problem import Problem

app = typer.Typer(
    name="atelier",
    help="Plain English to a customized model: planned, priced, trained, judged and reported on your own machine.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
data_app = typer.Typer(help="Work with data alone.", no_args_is_help=True, rich_markup_mode=None)
app.add_typer(data_app, name="data")

out = Console()
"""What was asked for."""
err = Console(stderr=True)
"""Progress and faults: standard output stays clean for `--json`."""

DataOption = Annotated[list[str] | None, typer.Option("--data", help="A file or folder to learn from; repeatable.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Print one JSON object and nothing else.")]
RunArgument = Annotated[str, typer.Argument(metavar="RUN", help="The run's id, the beginning of it, or `last`.")]
REQUEST_HELP = "A sentence, a .md or .txt file with your words, or - for standard input."


@app.command()
def plan(
    request: Annotated[str | None, typer.Argument(metavar="REQUEST", help=REQUEST_HELP)] = None,
    data: DataOption = None,
    jsonl: Annotated[Path | None, typer.Option(help="Plan many: a request a line in, a plan a line out.")] = None,
    json_: JsonOption = False,
) -> None:
    """Turn plain English into a plan. Trains nothing."""
    if jsonl is not None:
        raise typer.Exit(_plan_many(jsonl))
    if request is None:
        raise Problem("There is no request.", next_step='Say what you need: `atelier plan "…" --data FOLDER`.')
    planned, _ = _plan(request, data)
    if json_:
        _print_json(planned.plan.to_json())
    else:
        from app.terminal.plan_view import show_plan

        show_plan(planned.plan, planned.reply, out)
    raise typer.Exit(_plan_code(planned.plan.status))


@app.command()
def run(
    request: Annotated[str, typer.Argument(metavar="REQUEST", help=REQUEST_HELP)],
    data: DataOption = None,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Approve the plan without being asked.")] = False,
    json_: JsonOption = False,
) -> None:
    """Plan, show the plan, wait for your approval, train, judge and report."""
    from app.run_command import run_request

    raise typer.Exit(run_request(request, data or [], yes=yes, as_json=json_, out=out, err=err))


@app.command()
def status(
    run: Annotated[str | None, typer.Argument(metavar="RUN", help="Default: all runs.")] = None,
    json_: JsonOption = False,
) -> None:
    """Say what is going on."""
    from app.terminal.status_view import show_run, show_runs

    assistant = _assistant()
    if run is None:
        runs = assistant.statuses()
        if json_:
            _print_json({"runs": [one.to_json() for one in runs]})
        else:
            show_runs(runs, out)
    elif json_:
        _print_json(assistant.status(run).to_json())
    else:
        show_run(assistant.status(run), out)


@app.command()
def report(run: RunArgument, json_: JsonOption = False) -> None:
    """Say how a run went."""
    finished = _assistant().report(run)
    assert finished.report_json is not None
    if json_:
        out.out(finished.report_json.read_text(encoding="utf-8").rstrip(), highlight=False)
        return
    if finished.report_md is not None:
        from rich.markdown import Markdown

        out.print(Markdown(finished.report_md.read_text(encoding="utf-8")))
    if finished.report_html is not None:
        out.print(f"\nWith pictures: {finished.report_html}", highlight=False, soft_wrap=True)


@app.command()
def explain(
    run: RunArgument,
    field: Annotated[str | None, typer.Argument(metavar="FIELD", help="Such as model.base; default: all.")] = None,
    json_: JsonOption = False,
) -> None:
    """Say why a field has its value."""
    found = _assistant().explain(run, field)
    if json_:
        _print_json({"fields": [one.model_dump(mode="json") for one in found]})
        return
    for one in found:
        out.print(one.sentence(), markup=False, highlight=False, soft_wrap=True)


@app.command()
def resume(run: RunArgument, json_: JsonOption = False) -> None:
    """Go on with a run after any interruption."""
    from app.run_command import work_on

    assistant = _assistant()
    run_id = assistant.status(run).id
    raise typer.Exit(work_on(assistant, run_id, as_json=json_, out=out, err=err))


@app.command()
def cancel(run: RunArgument) -> None:
    """Stop a run cleanly and keep what was made."""
    assistant = _assistant()
    run_id = assistant.status(run).id
    assistant.cancel(run_id)
    out.print(f"Run {run_id} is stopping; what was made is kept. `atelier resume {run_id}` goes on.", highlight=False)


@app.command()
def ask(run: RunArgument, prompt: Annotated[str, typer.Argument(metavar="PROMPT")], json_: JsonOption = False) -> None:
    """Ask the finished model something."""
    answer = _assistant().ask(run, prompt)
    if json_:
        _print_json({"run": run, "prompt": prompt, "answer": answer})
    else:
        out.out(answer, highlight=False)


@data_app.command("clean")
def data_clean(
    source: Annotated[Path, typer.Argument(metavar="IN", help="A file, or a folder of mixed files.")],
    target: Annotated[Path, typer.Argument(metavar="OUT", help="A folder for kept, dropped and report.")],
    language: Annotated[list[str] | None, typer.Option(help="Keep this language (ISO 639-1); repeatable.")] = None,
    pii: Annotated[str, typer.Option(help="Personal data: keep, redact or drop.")] = "redact",
    secrets: Annotated[str, typer.Option(help="Passwords and keys: redact or drop.")] = "redact",
    against: Annotated[list[Path] | None, typer.Option(help="Held-out file; what stands in it is dropped.")] = None,
    json_: JsonOption = False,
) -> None:
    """Clean a folder as training would: repeats, broken records, private data."""
    from app.clean_command import clean_command

    report = clean_command(source, target, language or [], pii, secrets, against or [], err=err)
    if json_:
        _print_json(report)
    else:
        from app.terminal.clean_view import show_clean

        show_clean(report, target, out)


# -------------------------------------------------------------------- behind the commands


def _assistant() -> Any:
    from app.assistant import Assistant

    return Assistant(home_folder())


def _plan(request: str, data: list[str] | None) -> tuple[Any, Any]:
    from app.request import data_paths, read_request

    asked = read_request(request)
    planned = _assistant().plan([asked.text], data=data_paths(data or [], asked.root), root=asked.root, strict=True)
    return planned, asked


def _plan_code(plan_status: str) -> int:
    return {"ready": 0, "needs_answers": 4, "conflict": 4, "not_a_goal": 2}[plan_status]


def _plan_many(path: Path) -> int:
    """A line out for every line in, in their order; one that can't be planned says why, and the rest go on."""
    from app.assistant import plan_line

    assistant, code = _assistant(), 0
    try:
        lines = sys.stdin if str(path) == "-" else path.open(encoding="utf-8")
    except OSError as fault:
        raise Problem(f"The file {path} can't be read: {fault.strerror}.", next_step="Check the path.") from fault
    with lines:
        for number, text in enumerate(lines, 1):
            if not text.strip():
                continue
            began = time.perf_counter()
            try:
                answer = plan_line(text, assistant)
            except Exception as fault:
                answer = _failed_line(number, path, text, fault)
                code = 1 if code == 1 or not isinstance(fault, Problem) else 2
            answer["ms"] = round(1000 * (time.perf_counter() - began), 3)
            sys.stdout.write(json.dumps(answer, ensure_ascii=False) + "\n")
            sys.stdout.flush()
    return code


def _failed_line(number: int, path: Path, text: str, fault: Exception) -> dict[str, Any]:
    """What is written in the place of a plan, and said on standard error."""
    from app.terminal.faults import say_problem, say_unexpected

    if isinstance(fault, Problem):
        said = Problem(f"Line {number} of {path}: {fault.problem}", next_step=fault.next_step)
        say_problem(said, err)
    else:
        said = Problem(f"Line {number} of {path} met an unexpected fault.", next_step="The other lines are planned.")
        say_unexpected(fault, err)
    try:
        name = json.loads(text)["id"]
    except (ValueError, TypeError, KeyError):
        name = None
    return {"id": name, "error": {"problem": said.problem, "next_step": said.next_step}}


def _print_json(value: Any) -> None:
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")


def main() -> None:
    """The console script. Every fault ends in one clear sentence and the contract's exit code."""
    from typer.exceptions import Abort, TyperException

    from app.terminal.faults import say_problem, say_unexpected

    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # half a character is written as JSON writes it: \ud83d
            stream.reconfigure(errors="backslashreplace")
    try:
        code = app(standalone_mode=False)
    except Problem as fault:
        code = say_problem(fault, err)
    except TyperException as fault:
        code = _say_usage(fault)
    except (Abort, KeyboardInterrupt):
        err.print("Stopped.")
        code = 5
    except BrokenPipeError:
        code = 0  # the reader of our output had enough
    except Exception as fault:
        code = say_unexpected(fault, err)
    sys.exit(code if isinstance(code, int) else 0)


def _say_usage(fault: Any) -> int:
    """A mistyped command. `atelier` alone is no mistake: its help has been shown."""
    from app.terminal.faults import say_problem

    message = fault.format_message() if hasattr(fault, "format_message") else str(fault)
    if type(fault).__name__ == "NoArgsIsHelpError":
        out.print(message, markup=False, highlight=False)
        return 2
    return say_problem(Problem(message, next_step="`atelier --help` shows what there is."), err)


if __name__ == "__main__":
    main()
