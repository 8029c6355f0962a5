"""The judge: loads the finished model as a user would, asks it what it has never seen, and says how it did.

Beside it, on the same questions and in the same run: the model as it was before, plain search, and for classes
the plain methods of the textbooks. Every answer is on disk before the next batch is asked, so a killed judge
goes on and comes to the same verdict.
"""

import json
import os
import re
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from evals.advice import advise, confusions
from evals.answering import (
    MOST_SINGLE_REQUESTS,
    SINGLE_REQUESTS,
    Journal,
    Model,
    Said,
    answer_all,
    single_latencies,
)
from evals.baselines.plain import WHAT, plain_methods
from evals.baselines.retrieval import Search, conversation_entries, passage_entries, question_of
from evals.finding import held_in, how_well_search_finds
from evals.gate import Counts, judge_gate
from evals.headline import headline, rivals
from evals.heldout import Heldout, read_heldout, reference_of, shared_context
from evals.language_fit import FEWEST, Fit, bits_saved, general_texts, heldout_texts, measure
from evals.loading import load_model, token_counter
from evals.metrics import Paired, bounded, paired
from evals.notes import notes_on
from evals.scoring import Scored, Scoring, by_source, metrics
from training.own_words import OWN_WORDS
from training.progress import Progress
from training.spec import Contender, GateVerdict, Graded, Interval, TrainingSpec, Verdict

OPPONENTS = ("base", "retrieval")
EXAMPLES_SHOWN = 6
PARTIAL = "graded.partial.jsonl"


def judge(settings: dict[str, Any], inputs: dict[str, Path], out: Path, progress: Progress) -> dict[str, Any]:
    """The stage: writes verdict.json (`Verdict`) and graded.jsonl (every answer of every contender).

    Args:
        settings: `spec`, `seed`, and optionally `max_examples` and `general`: the path of a file or folder of
            everyday text, to measure what was forgotten.
        inputs: folders `split`, `package` and `base` (each of the last two with a `model/`), and, where there was
            one, `pretrain`; `general` may come here too.
    Returns: the main figures, `passed` and the headline.
    Raises: Problem where the packaged model can't be loaded.
    """
    spec = TrainingSpec.model_validate(settings["spec"])
    seed = int(settings.get("seed") or 0)
    most = settings.get("max_examples")
    heldout = read_heldout(inputs["split"], max_examples=int(most) if most else None, seed=seed)
    if settings.get("general"):
        inputs = {"general": Path(settings["general"]), **inputs}
    elif (inputs["base"] / OWN_WORDS).is_file():
        inputs = {"general": inputs["base"] / OWN_WORDS, **inputs}
    out.mkdir(parents=True, exist_ok=True)
    court = _Court(spec, heldout, inputs, Journal(out / PARTIAL), progress, seed)
    verdict, graded = court.verdict()
    _write(out / "graded.jsonl", "".join(line + "\n" for line in graded))
    _write(out / "verdict.json", verdict.model_dump_json(indent=1) + "\n")
    customized = verdict.contenders[0].metrics if verdict.contenders else {}
    return {
        "passed": verdict.passed,
        "headline": verdict.headline,
        "examples": len(heldout.examples),
        **{name: interval.value for name, interval in customized.items()},
    }


def _write(path: Path, text: str) -> None:
    aside = path.with_suffix(".tmp")
    aside.write_text(text, encoding="utf-8")
    os.replace(aside, path)


class _Court:
    """One judging: what is asked, who answers, and what was found so far."""

    def __init__(
        self,
        spec: TrainingSpec,
        heldout: Heldout,
        inputs: dict[str, Path],
        journal: Journal,
        progress: Progress,
        seed: int,
    ) -> None:
        self.spec, self.heldout, self.inputs = spec, heldout, inputs
        self.journal, self.progress, self.seed = journal, progress, seed
        self.notes: list[str] = []
        self.holding = held_in(heldout)
        self.scoring = Scoring(spec, shared_context(spec, heldout), self._known_passages())
        self.scored: dict[str, Scored] = {}
        self.figures: dict[str, dict[str, Interval]] = {}
        self.what: dict[str, str] = {}
        self.fits: dict[str, Fit] = {}

    def verdict(self) -> tuple[Verdict, list[str]]:
        """The verdict, and the lines of graded.jsonl."""
        self._hear_models()
        self._hear_search()
        if self.spec.task == "classification":
            self._hear_plain_methods()
        comparisons = self._compare()
        gates = [self._gate(gate_number, comparisons) for gate_number in range(len(self.spec.gates or []))]
        contenders = self._contenders()
        correct = {
            name: [one.scores["correct"] for one in scored.graded]
            for name, scored in self.scored.items()
            if scored.graded
        }
        standing = rivals(correct)
        ours = self.scored["customized"].graded
        confused = confusions(ours, self.scoring.context.labels) if self.spec.task == "classification" else []
        self.notes += notes_on(self.spec, self.heldout, self.scoring, self.figures, what_was_read=self._read_what)
        measured = bool(contenders and contenders[0].metrics)
        verdict = Verdict(
            passed=measured and all(gate.outcome == "passed" for gate in gates),
            headline=headline(
                contenders, gates, standing, what=self._read_what, reading_first=self.spec.stages == ["pretrain"]
            ),
            gates=gates,
            contenders=contenders,
            right_examples=_shown([one for one in ours if one.scores["correct"]]),
            wrong_examples=_shown([one for one in ours if not one.scores["correct"]]),
            advice=advise(self.scoring, ours, contenders, gates, standing, confused, self.heldout.train),
            notes=self.notes,
            confusions=confused,
        )
        return verdict, list(self._lines())

    # ---------------------------------------------------------------- who answers

    def _hear_models(self) -> None:
        examples = self.heldout.examples
        references = [reference_of(example) for example in examples]
        texts, self._read_what = heldout_texts(
            self.heldout.passages_heldout,
            examples,
            answers_too=any(gate.metric == "perplexity" for gate in self.spec.gates or []),
        )
        base, what = self._base_folder()
        folders = {"customized": (self.inputs["package"] / "model", "The finished model, loaded from its package.")}
        if base is not None:
            folders["base"] = (base, what)
        for name, (folder, sentence) in folders.items():
            load = _once(partial(load_model, folder, references))
            said = answer_all(name, load, examples, self.journal, self.progress)
            self._add(name, sentence, Scored(self.scoring.grade(examples, said), self._timed(name, load)))
            fit = self._fit(name, load, folder, texts)
            if fit is not None:
                self.fits[name] = fit
                self.figures[name] |= {"bits_per_character": fit.bits_per_character, "perplexity": fit.perplexity}
            if "general" in self.inputs:
                general = self._fit(name, load, folder, general_texts(self.inputs["general"]))
                if general is not None:
                    self.figures[name]["general_bits_per_character"] = general.bits_per_character
        if {"customized", "base"} <= set(self.fits):
            saved = bits_saved(self.fits["customized"], self.fits["base"], seed=self.seed)
            self.figures["customized"]["bits_saved_against_base"] = saved

    def _timed(self, name: str, load: Callable[[], Model]) -> list[float]:
        """Seconds of single requests: enough for a 95th percentile where somebody asks for one, else a few.

        The base model is timed only where speed is part of the reward that the two are compared by.
        """
        rewarded = any(item.criterion == "latency" for item in self.spec.rubric or [])
        asked = any((gate.metric or "").startswith("latency") for gate in self.spec.gates or [])
        if not self.heldout.examples or (name != "customized" and not rewarded):
            return []
        most = MOST_SINGLE_REQUESTS if asked and name == "customized" else SINGLE_REQUESTS
        return single_latencies(name, load, self.heldout.examples, self.journal, self.progress, most=most)

    def _fit(self, name: str, load: Callable[[], Model], folder: Path, texts: Sequence[tuple[str, str]]) -> Fit | None:
        if not texts:
            return None
        return measure(name, load, token_counter(folder), texts, self.journal, self.progress, seed=self.seed)

    def _base_folder(self) -> tuple[Path | None, str]:
        """The model before it saw the user's examples, and what it is in a sentence."""
        scratch = (self.spec.model.base or "scratch") == "scratch"
        tuned = "sft" in (self.spec.stages or [])
        if not scratch:
            folder = self.inputs["base"] / "model"
            return folder, f"{self.spec.model.base} as it came, before it saw your data."
        if "pretrain" in self.inputs and tuned:
            folder = self.inputs["pretrain"] / "model"
            return folder, "The same small model after it had read your texts, before it was taught with your examples."
        folder = self.inputs["base"] / "model"
        if not folder.exists():
            return None, ""
        self.notes.append(
            "The model was trained from scratch, so its “base” is the same model with random weights: to beat it says little."
        )
        return folder, "The same model with random starting weights: it has learned nothing yet."

    def _hear_search(self) -> None:
        heldout, examples = self.heldout, self.heldout.examples
        entries = conversation_entries(heldout.train) + passage_entries(heldout.passages_train)
        if not entries:
            return
        what = "Plain search (BM25) over the same training data: "
        if examples:
            search = Search(entries)
            said = []
            for number, example in enumerate(examples):
                if number % 100 == 0:
                    self.progress(number, len(examples), "Asking plain search", {})
                said.append(Said(search.answer(question_of(example.messages[:-1])), 0.0))
            what += "the answer of the most similar old question"
            what += ", or the fitting sentences of the best passage." if heldout.passages_train else "."
            self._add("retrieval", what, Scored(self.scoring.grade(examples, said), []))
        found = how_well_search_finds(heldout, self.holding, seed=self.seed)
        if found.figures:
            if not examples:
                self._add("retrieval", "Plain search (BM25) over your documents.", Scored([], []))
            self.figures["retrieval"] |= found.figures
            self.notes.append(found.note)

    def _hear_plain_methods(self) -> None:
        examples, train = self.heldout.examples, self.heldout.train
        if not examples or not train:
            return
        self.progress(0, 1, "Training the plain methods", {})
        labels = [reference_of(example) for example in train]
        methods = plain_methods([question_of(one.messages[:-1]) for one in train], labels, seed=self.seed)
        queries = [question_of(example.messages[:-1]) for example in examples]
        for name, classify in methods.items():
            said = [Said(label, 0.0) for label in classify(queries)]
            self._add(name, WHAT[name], Scored(self.scoring.grade(examples, said), []))

    def _add(self, name: str, what: str, scored: Scored) -> None:
        self.scored[name], self.what[name] = scored, what
        self.figures[name] = metrics(self.scoring, scored, self.heldout.examples, seed=self.seed)

    def _known_passages(self) -> dict[str, str]:
        """Example to the documents that hold its answer: an answer may draw on all of them."""
        texts = self.heldout.documents()
        return {name: "\n".join(texts[one] for one in sorted(held)) for name, held in self.holding.items() if held}

    # ---------------------------------------------------------------- what is found

    def _compare(self) -> dict[str, Paired]:
        ours = [one.scores["correct"] for one in self.scored["customized"].graded]
        found = {}
        for name in OPPONENTS:
            if ours and name in self.scored:
                theirs = [one.scores["correct"] for one in self.scored[name].graded]
                found[name] = paired(ours, theirs)
        if not ours and {"customized", "base"} <= set(self.fits):
            # Nothing to answer: the one that needs fewer bits for a page is better on it.
            found["base"] = paired(*([-bits for bits in self.fits[name].bits] for name in ("customized", "base")))
        for name, comparison in found.items():
            self.figures["customized"][f"win_rate_against_{name}"] = comparison.win_rate
        return found

    def _gate(self, number: int, comparisons: dict[str, Paired]) -> GateVerdict:
        gate = (self.spec.gates or [])[number]
        metric = gate.metric or ""
        figures = self.figures["customized"]
        if metric == "win_rate":
            comparison = comparisons.get(gate.against or "base")
            if comparison is None:
                return judge_gate(gate, None, why_not=self._why_no_opponent(gate.against))
            counts = Counts(
                comparison.wins, comparison.ties, comparison.losses, "answers" if self.heldout.examples else "pages"
            )
            return judge_gate(gate, comparison.win_rate, counts=counts)
        interval = figures.get(metric)
        if interval is None:
            return judge_gate(gate, None, why_not=self._why_not(metric))
        subject = ""
        if metric == "pass_rate" and not self.heldout.tests:
            subject = "Right in {k} of {n} held-out answers, as no acceptance tests were given"
        if metric == "latency_p95_seconds" and not bounded(interval.n, 0.95):
            self.notes.append(
                f"The upper end of the 95th percentile rests on {interval.n} requests only and is approximate."
            )
        return judge_gate(gate, interval, subject=subject)

    def _why_no_opponent(self, against: str | None) -> str:
        if not self.heldout.examples:
            return "there is no held-out question"
        if against == "current":
            return "no model in service was given"
        if against == "retrieval":
            return "there is no training data to search in"
        return "there is no earlier model to compare with"

    def _why_not(self, metric: str) -> str:
        if metric == "perplexity":
            return f"fewer than {FEWEST} texts were held out to read"
        if not self.heldout.examples:
            return "there is no held-out question"
        return {
            "format_valid_rate": "no held-out answer says which format is valid",
            "tool_success_rate": "the held-out examples have no tool calls",
            "reward": "the rubric has nothing that can be computed",
        }.get(metric, "nothing in this run measures it")

    def _contenders(self) -> list[Contender]:
        return [
            Contender(
                name=name,
                what=self.what[name],
                # Without acceptance tests a gate may fall back on the held-out answers and says so; a table can't.
                metrics={
                    metric: interval
                    for metric, interval in self.figures[name].items()
                    if metric != "pass_rate" or self.heldout.tests
                },
                by_source=by_source(self.scoring, scored, self.heldout.examples, seed=self.seed),
            )
            for name, scored in self.scored.items()
        ]

    def _lines(self) -> list[str]:
        lines = []
        for name, scored in self.scored.items():
            # Search may have been asked for pages only.
            for one, example in zip(scored.graded, self.heldout.examples if scored.graded else [], strict=True):
                entry = {
                    "contender": name,
                    "source": example.source,
                    "line": example.line,
                    **one.model_dump(mode="json"),
                }
                lines.append(json.dumps(entry, ensure_ascii=False))
        return lines


def _shown(graded: Sequence[Graded]) -> list[Graded]:
    """A few to look at: first one of each kind of mistake, then others, spread over the file."""
    kinds: dict[str, Graded] = {}
    for one in graded:
        # “€6” is missing, “€9” is missing: one kind
        kinds.setdefault(re.sub(r"“[^”]*”", "", one.why), one)
    chosen = list(kinds.values())[:EXAMPLES_SHOWN]
    rest = [one for one in graded if one not in chosen]
    step = max(1, len(rest) // EXAMPLES_SHOWN)
    return (chosen + rest[::step])[:EXAMPLES_SHOWN]


def _once(load: Callable[[], Model]) -> Callable[[], Model]:
    made: list[Model] = []

    def loaded() -> Model:
        if not made:
            made.append(load())
        return made[0]

    return loaded
