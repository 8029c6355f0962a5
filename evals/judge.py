"""The judge: loads the finished model as a user would, asks it what it has never seen, and says how it did.

Beside it, on the same questions and in the same run: the model as it was before, plain search, and for classes
the plain methods of the textbooks. Every answer is on disk before the next batch is asked, so a killed judge
goes on and comes to the same verdict.
"""

import json
import os
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from evals.advice import advise, confusions
from evals.answering import Journal, Model, Said, answer_all, single_latencies
from evals.baselines.plain import WHAT, plain_methods
from evals.baselines.retrieval import (
    Search,
    conversation_entries,
    documents_with,
    letters,
    passage_entries,
    question_of,
    ranks,
    without_questions,
)
from evals.gate import Counts, judge_gate
from evals.graders.policy import APPROXIMATION
from evals.headline import headline, rivals
from evals.heldout import MAX_EXAMPLES, Heldout, read_heldout, reference_of, shared_context
from evals.language_fit import Fit, general_texts, heldout_texts, measure
from evals.loading import load_model, token_counter
from evals.metrics import Paired, bounded, mean_interval, paired
from evals.scoring import Scored, Scoring, by_source, metrics
from training.progress import Progress
from training.spec import Contender, GateVerdict, Graded, Interval, TrainingSpec, Verdict

OPPONENTS = ("base", "retrieval")
EXAMPLES_SHOWN = 6
PARTIAL = "graded.partial.jsonl"


def judge(settings: dict[str, Any], inputs: dict[str, Path], out: Path, progress: Progress) -> dict[str, Any]:
    """The stage: writes verdict.json (`Verdict`) and graded.jsonl (every answer of every contender).

    Args:
        settings: `spec`, `seed`, and optionally `max_examples`.
        inputs: folders `split`, `package` and `base` (each of the last two with a `model/`), and, where there was
            one, `pretrain`; `general`, a file or folder of everyday text, to measure what was forgotten.
    Returns: the main figures, `passed` and the headline.
    Raises: Problem where the packaged model can't be loaded.
    """
    spec = TrainingSpec.model_validate(settings["spec"])
    seed = int(settings.get("seed") or 0)
    most = int(settings.get("max_examples") or MAX_EXAMPLES)
    heldout = read_heldout(inputs["split"], max_examples=most, seed=seed)
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
        self.documents = {name: letters(text) for name, text in heldout.documents().items()}
        self.holding = {
            example.id: documents_with(reference_of(example), self.documents) for example in heldout.examples
        }
        self.scoring = Scoring(spec, shared_context(spec, heldout), self._known_passages())
        self.scored: dict[str, Scored] = {}
        self.figures: dict[str, dict[str, Interval]] = {}
        self.what: dict[str, str] = {}

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
        self._general_notes()
        measured = bool(contenders and contenders[0].metrics)
        verdict = Verdict(
            passed=measured and all(gate.outcome == "passed" for gate in gates),
            headline=headline(contenders, gates, standing, what=self._read_what),
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
        texts, self._read_what = heldout_texts(self.heldout.passages_heldout, examples)
        base, what = self._base_folder()
        folders = {"customized": (self.inputs["package"] / "model", "The finished model, loaded from its package.")}
        if base is not None:
            folders["base"] = (base, what)
        for name, (folder, sentence) in folders.items():
            load = _once(partial(load_model, folder, references))
            said = answer_all(name, load, examples, self.journal, self.progress)
            latencies = single_latencies(name, load, examples, self.journal, self.progress) if examples else []
            self._add(name, sentence, Scored(self.scoring.grade(examples, said), latencies))
            fit = self._fit(name, load, folder, texts)
            if fit is not None:
                self.figures[name] |= {"bits_per_character": fit.bits_per_character, "perplexity": fit.perplexity}
            if "general" in self.inputs:
                general = self._fit(name, load, folder, general_texts(self.inputs["general"]))
                if general is not None:
                    self.figures[name]["general_bits_per_character"] = general.bits_per_character

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
        entries = conversation_entries(self.heldout.train) + passage_entries(self.heldout.passages_train)
        examples = self.heldout.examples
        if not entries or not examples:
            return
        search = Search(entries)
        queries = [question_of(example.messages[:-1]) for example in examples]
        said = []
        for number, query in enumerate(queries):
            if number % 100 == 0:
                self.progress(number, len(queries), "Asking plain search", {})
            said.append(Said(search.answer(query), 0.0))
        what = "Plain search (BM25) over the same training data: the answer of the most similar old question"
        what += ", or the fitting sentences of the best passage." if self.heldout.passages_train else "."
        self._add("retrieval", what, Scored(self.scoring.grade(examples, said), []))
        self.figures["retrieval"] |= self._how_well_search_finds(queries)

    def _how_well_search_finds(self, queries: Sequence[str]) -> dict[str, Interval]:
        """Rank figures, for the questions whose answer stands word for word in some document."""
        known = [place for place, example in enumerate(self.heldout.examples) if self.holding[example.id]]
        if not known:
            return {}
        questions = {letters(queries[place]) for place in known}
        passages = [
            passage.model_copy(update={"text": without_questions(passage.text or "", questions)})
            for passage in (*self.heldout.passages_train, *self.heldout.passages_heldout)
        ]
        search = Search(passage_entries(passages))
        right = [self.holding[self.heldout.examples[place].id].__contains__ for place in known]
        found = ranks(search, [queries[place] for place in known], right)
        self.notes.append(
            f"How well search finds the right page was measured on the {len(known):,} questions whose answer stands word for "
            "word in a document, over all documents, with lines that repeat a question taken out."
        )
        return {
            "rank_1": mean_interval(found.first, seed=self.seed),
            "top_5": mean_interval(found.among_five, seed=self.seed),
            "mrr": mean_interval(found.reciprocal, seed=self.seed),
        }

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
                self.figures["customized"][f"win_rate_against_{name}"] = found[name].win_rate
        return found

    def _gate(self, number: int, comparisons: dict[str, Paired]) -> GateVerdict:
        gate = (self.spec.gates or [])[number]
        metric = gate.metric or ""
        figures = self.figures["customized"]
        if metric == "win_rate":
            comparison = comparisons.get(gate.against or "base")
            if comparison is None:
                return judge_gate(gate, None, why_not=self._why_no_opponent(gate.against))
            counts = Counts(comparison.wins, comparison.ties, comparison.losses)
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
                metrics=self.figures[name],
                by_source=by_source(self.scoring, scored, self.heldout.examples, seed=self.seed),
            )
            for name, scored in self.scored.items()
        ]

    def _general_notes(self) -> None:
        heldout = self.heldout
        if heldout.available > len(heldout.examples):
            self.notes.append(
                f"{len(heldout.examples):,} of {heldout.available:,} held-out examples were asked: a random sample, the same in every run."
            )
        if self.scoring.ungraded:
            names = " and ".join(dict.fromkeys(self.scoring.ungraded))
            self.notes.append(f"Nobody here can judge {names} without guessing, so the reward leaves it out.")
        if any(name.startswith("policy") for name in self.scoring.graders):
            self.notes.append(APPROXIMATION)
        if any(item.criterion == "terminology" for item in self.spec.rubric or []) and not self.scoring.context.terms:
            self.notes.append(
                "No list of house terms was found in the wishes or the documents, so terms were not judged."
            )
        if self.spec.task == "code" and heldout.examples:
            self.notes.append(
                "Code was compared with the reference and not run, so working code in other words counts as wrong."
            )
        if "perplexity" in self.figures.get("customized", {}):
            self.notes.append(
                f"Perplexity is per token of the model’s own vocabulary, on the {self._read_what}; "
                "bits per character can be compared between models."
            )
        self._forgetting()

    def _forgetting(self) -> None:
        ours = self.figures.get("customized", {}).get("general_bits_per_character")
        theirs = self.figures.get("base", {}).get("general_bits_per_character")
        if ours is None or theirs is None:
            return
        change = 100 * (ours.value / theirs.value - 1)
        if ours.value <= theirs.value:
            said = f"has forgotten nothing: {ours.value:.2f} bits per character, the base has {theirs.value:.2f}"
        else:
            said = f"has forgotten some: {ours.value:.2f} bits per character against {theirs.value:.2f}, {change:.0f}% more"
        self.notes.append(f"On everyday text the customized model {said}.")

    def _lines(self) -> list[str]:
        lines = []
        for name, scored in self.scored.items():
            for one, example in zip(scored.graded, self.heldout.examples, strict=True):
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
        kinds.setdefault(
            "is not in the right answer"
            if "is not in the right answer" in one.why
            else "missing"
            if "missing" in one.why
            else one.why,
            one,
        )
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
