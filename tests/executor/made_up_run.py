"""A finished run, made up whole: what a support lead of an invented ferry line would read."""

import math
import random

from executor.report import CurvePoint, DataFacts, RunFacts, StageFacts, TrialFacts
from executor.report.use import next_commands
from training.spec import (
    Confusion,
    Contender,
    Estimate,
    GateVerdict,
    Graded,
    Interval,
    Money,
    Plan,
    Provenance,
    TrainingSpec,
    Verdict,
    spec_hash,
)
from training.spec.spec import Budget, Data, Gate, Model, RubricItem, Search, Source

REQUEST = (
    "I want a chatbot that answers our customers the way we do: in English, brief and friendly, with the right figure "
    "in it. Leave out policy_manual_2023.md, it no longer holds. Keep 12% of the talks away from the training to test "
    "it. It has to be right at least 80% of the time on those, beat plain search, and make something up in at most 5% "
    "of its answers. Try at least 6 settings. It must be done in 5 minutes."
)


def made_up_run(*, classes: bool = False) -> RunFacts:
    """All parts of a report filled in; `classes` adds the plain methods and confusions of a classification."""
    plan = _plan()
    return RunFacts(
        run_id="crew-desk-4f1a",
        name="crew desk",
        plan=plan,
        verdict=_verdict(classes),
        stages=_stages(),
        trials=_trials(),
        data=_data(),
        seconds=263.0,
        peak_memory_gb=1.4,
        disk_gb=0.21,
        started="2026-11-24 17:10",
        finished="2026-11-24 17:15",
        hardware="2 processor cores, 24 GB memory, no GPU",
        versions={"atelier": "0.1.0", "torch": "2.13.0", "transformers": "5.23.0", "trl": "1.16.0", "optuna": "5.0.0"},
        seed=0,
        spec_hash=spec_hash(plan.spec) if plan.spec else "",
        parameters=1_312_000,
        request=[REQUEST],
        paths={"model": "model", "report": "report.html", "every answer with its scores": "graded.jsonl"},
        commands=next_commands(
            "crew-desk-4f1a", plan, request_file=".atelier/runs/crew-desk-4f1a/request.md", root="/home/ada/petrel"
        ),
    )


def _plan() -> Plan:
    sources = [
        Source(path="data/conversations.jsonl", role="chats"),
        Source(path="data/tickets.csv", role="chats"),
        Source(path="data/help_centre", role="documents"),
        Source(path="data/policies", role="documents", exclude=["policy_manual_2023.md"]),
    ]
    spec = TrainingSpec(
        name="crew desk",
        goal="Answer Petrel Ferries’ customers in English, briefly and with the right figure.",
        task="support_chat",
        languages=["en"],
        data=Data(sources=sources, holdout=0.12),
        model=Model(base="scratch", parameters=1_300_000),
        stages=["pretrain", "sft"],
        rubric=[
            RubricItem(criterion="correctness", weight=1.0),
            RubricItem(criterion="terminology", weight=0.5, detail="a “sailing credit”, never a “voucher”"),
            RubricItem(criterion="hallucination", weight=-1.0),
        ],
        gates=[
            Gate(metric="accuracy", op=">=", value=0.8),
            Gate(metric="win_rate", op=">", value=0.5, against="retrieval"),
            Gate(metric="hallucination_rate", op="<=", value=0.05),
            Gate(metric="latency_p95_seconds", op="<=", value=1.0),
        ],
        search=Search(trials=6),
        budget=Budget(wall_clock_hours=0.0833),
    )
    said = {
        "/goal": "answers our customers the way we do: in English, brief and friendly",
        "/languages/0": "in English",
        "/data/sources/3/exclude/0": "Leave out policy_manual_2023.md",
        "/data/holdout": "Keep 12% of the talks away",
        "/gates/0/value": "at least 80% of the time",
        "/gates/1/against": "beat plain search",
        "/gates/2/value": "at most 5%",
        "/search/trials": "Try at least 6 settings",
        "/budget/wall_clock_hours": "done in 5 minutes",
    }
    whys = {
        "/task": ("data", "the files are chats between customers and staff, and help pages."),
        "/data/sources/0/role": ("data", "1,214 records with a customer’s and an agent’s turns."),
        "/data/cleaning/pii": ("default", "personal data is masked unless you say otherwise."),
        "/model/base": ("hardware", "no model that fits is on this machine, so a small one is trained from scratch."),
        "/model/parameters": ("rule", "what two cores can train in five minutes on 0.9 MB of text."),
        "/stages/0": ("rule", "there are documents to read first."),
        "/stages/1": ("rule", "there are conversations to learn answers from."),
        "/rubric/0/weight": ("rule", "correctness weighs 1 where nothing else is said."),
    }
    provenance = {
        pointer: Provenance(source="request", why="you said so.", quote=quote) for pointer, quote in said.items()
    } | {pointer: Provenance(source=source, why=why) for pointer, (source, why) in whys.items()}  # type: ignore[arg-type]
    estimate = Estimate(
        wall_clock_hours=0.075,
        peak_memory_gb=1.6,
        cost=Money(amount=0.0, currency="EUR"),
        disk_gb=0.3,
        low={"wall_clock_hours": 0.055, "peak_memory_gb": 1.1},
        high={"wall_clock_hours": 0.083, "peak_memory_gb": 2.2},
        basis="1.3 million parameters, 2.4 million tokens, 40 billion operations a second measured on this machine.",
    )
    warnings = ["A model this small repeats what it has been taught; it does not reason about new cases."]
    return Plan(status="ready", spec=spec, provenance=provenance, estimate=estimate, warnings=warnings)


def _share(value: float, low: float, high: float, n: int = 158) -> Interval:
    return Interval(value=value, low=low, high=high, n=n)


def _verdict(classes: bool) -> Verdict:
    right = _share(0.867, 0.805, 0.912)
    gates = [
        GateVerdict(
            metric="accuracy", op=">=", threshold=0.8, against=None, outcome="passed", measured=right,
            sentence="Right in 137 of 158 held-out answers: 86.7% (80.5 to 91.2), so “at least 80%” is met.",
        ),
        GateVerdict(
            metric="win_rate", op=">", threshold=0.5, against="retrieval", outcome="passed",
            measured=_share(0.614, 0.552, 0.673),
            sentence="Against plain search over the same data: better in 47, as good in 100, worse in 11 of 158 answers, "
            "a win rate of 61.4% (55.2 to 67.3), so “more than 50%” is met.",
        ),
        GateVerdict(
            metric="hallucination_rate", op="<=", threshold=0.05, against=None, outcome="too_few_to_tell",
            measured=_share(0.038, 0.018, 0.081),
            sentence="Something made up in 6 of 158 answers: 3.8% (1.8 to 8.1), so “at most 5%” can’t be told from luck "
            "with so few examples, and does not count as met.",
        ),
        GateVerdict(
            metric="latency_p95_seconds", op="<=", threshold=1.0, against=None, outcome="passed",
            measured=_share(0.31, 0.28, 0.36, 64),
            sentence="95 of 100 answers come within 0.31 s (0.28 to 0.36 s), over 64 single requests, so “at most 1.00 s” "
            "is met.",
        ),
    ]  # fmt: skip
    contenders = [
        Contender(
            name="customized",
            what="The finished model, loaded from its package.",
            metrics={
                "accuracy": right,
                "exact_match": _share(0.56, 0.481, 0.635),
                "f1": _share(0.84, 0.80, 0.88),
                "hallucination_rate": _share(0.038, 0.018, 0.081),
                "terminology": _share(0.91, 0.83, 0.96, 61),
                "bits_per_character": _share(1.62, 1.55, 1.70, 21),
                "latency_p50_seconds": _share(0.19, 0.18, 0.21, 64),
                "latency_p95_seconds": _share(0.31, 0.28, 0.36, 64),
                "win_rate_against_base": _share(0.92, 0.88, 0.95),
                "win_rate_against_retrieval": _share(0.614, 0.552, 0.673),
            },
            by_source={
                "data/conversations.jsonl": {"accuracy": _share(0.89, 0.82, 0.94, 110)},
                "data/tickets.csv": {"accuracy": _share(0.81, 0.68, 0.90, 48)},
            },
        ),
        Contender(
            name="base",
            what="The same small model after it had read your texts, before it was taught with your examples.",
            metrics={
                "accuracy": _share(0.019, 0.006, 0.054),
                "hallucination_rate": _share(0.31, 0.24, 0.39),
                "bits_per_character": _share(1.79, 1.70, 1.88, 21),
            },
        ),
        Contender(
            name="retrieval",
            what="Plain search (BM25) over the same training data: the answer of the most similar old question.",
            metrics={
                "accuracy": _share(0.639, 0.562, 0.710),
                "hallucination_rate": _share(0.19, 0.137, 0.259),
                "rank_1": _share(0.61, 0.48, 0.73, 61),
                "top_5": _share(0.90, 0.80, 0.95, 61),
            },
        ),
    ]
    if classes:
        contenders.append(
            Contender(
                name="tfidf_logistic_regression",
                what="TF-IDF word counts and logistic regression, trained on the same examples.",
                metrics={"accuracy": _share(0.80, 0.73, 0.85)},
            )
        )
    return Verdict(
        passed=False,
        headline="Right in 137 of 158 answers to questions that it had not seen (86.7%, 80.5 to 91.2); of 4 conditions "
        "3 are met, 1 not proven with so few examples.",
        gates=gates,
        contenders=contenders,
        right_examples=_right(),
        wrong_examples=_wrong(),
        advice=[
            "Set aside more questions for testing: with some 1,400 of them (now 158) the open conditions could be decided.",
            "Let prices, times and other figures come from search or a table: 9 of 21 wrong answers have a wrong or "
            "missing one, and a small model mixes up figures first.",
            "For questions of fact about your documents, let search find the passage and have a model answer from it: "
            "search has the right page among its first five for 90% of the questions, while the model alone is right in "
            "87%. A model remembers how your texts sound far better than what they say.",
        ],
        notes=["Policy is judged by an approximation; look at the examples."],
        confusions=[Confusion(meant="refund", said="sailing credit", times=4), Confusion(meant="dog", said="cat", times=2)]
        if classes
        else [],
    )  # fmt: skip


def _graded(prompt: str, reference: str, answer: str, why: str = "") -> Graded:
    return Graded(
        id=f"data/conversations.jsonl#{len(prompt)}",
        prompt=prompt,
        reference=reference,
        answer=answer,
        scores={"correct": float(not why)},
        seconds=0.2,
        why=why,
    )


def _right() -> list[Graded]:
    dogs = "Yes. Dogs travel free on all routes. On the night sailing to Skarra please book a pet cabin."
    return [
        _graded("Can I bring my dog on the night boat to Skarra?", dogs, dogs),
        _graded(
            "when do we have to be there with the camper, 2.10 m high",
            "Please check in 45 minutes before sailing. Vehicles up to 2.20 metres count as cars.",
            "Check-in is 45 minutes before sailing. Up to 2.20 metres you travel as a car.",
        ),
        _graded(
            "I missed the 8:15 this morning. Is my ticket lost?",
            "No. A Flex ticket is good for any sailing within 7 days. A Saver ticket gives you a sailing credit of 50%.",
            "No. Your Flex ticket is good for any sailing within 7 days; a Saver ticket gives a sailing credit of 50%.",
        ),
    ]


def _wrong() -> list[Graded]:
    return [
        _graded(
            "How much is a bicycle to Little Tern?",
            "A bicycle costs €6 each way to Little Tern.",
            "A bicycle costs €9 each way to Wexholm.",
            "“€6” is missing",
        ),
        _graded(
            "Do you sail on Christmas Day?",
            "No, we don’t sail on 25 December. The last boat leaves on 24 December at 14:00.",
            "Yes, we sail on 25 December. The last boat leaves on 24 December at 14:00.",
            "says the opposite",
        ),
        _graded(
            "Can someone else use my Petrel Pass?",
            "The Petrel Pass is personal. You can move it to another name once for €15.",
            "You can bring a pram on board free of charge.",
            "“€15” is missing",
        ),
    ]


def _stages() -> list[StageFacts]:
    chance = random.Random(3)

    def curve(steps: int, high: float, low: float, speed: float) -> list[CurvePoint]:
        return [
            CurvePoint(
                step=step,
                loss=low + (high - low) * math.exp(-speed * step / steps) * (1 + 0.05 * chance.gauss(0, 1)),
            )
            for step in range(5, steps + 1, max(1, steps // 90))
        ]

    learned = [CurvePoint(step=step, loss=0.42 + 2.3 * math.exp(-4.4 * step / 460)) for step in (46, 138, 276, 460)]
    return [
        StageFacts(name="clean", seconds=6.2),
        StageFacts(name="split", seconds=0.4),
        StageFacts(name="base", seconds=3.1, state="reused"),
        StageFacts(name="pretrain", seconds=61.0, curve=curve(310, 8.1, 2.4, 4.5)),
        StageFacts(
            name="search",
            seconds=92.0,
            settings={"trials": 7, "why": {"trials": "the plan asks for 7.", "trial_share": "a third of a full run."}},
        ),
        StageFacts(name="sft", seconds=71.0, curve=curve(460, 3.2, 0.28, 5.0), validation_curve=learned),
        StageFacts(name="package", seconds=1.4),
        StageFacts(name="judge", seconds=28.0, figures={"examples": 158}),
    ]


def _trials() -> list[TrialFacts]:
    rows = [
        ("complete", 0.731, 180, 1.0e-3, 16, 0.01), ("pruned", 1.302, 60, 2.1e-4, 8, 0.04),
        ("complete", 0.655, 180, 2.2e-3, 16, 0.002), ("pruned", 1.118, 60, 4.0e-4, 32, 0.01),
        ("complete", 0.612, 180, 2.9e-3, 8, 0.02), ("pruned", 0.994, 60, 5.6e-3, 32, 0.001),
        ("complete", 0.668, 180, 2.4e-3, 8, 0.07),
    ]  # fmt: skip
    return [
        TrialFacts(
            number=number,
            state=state,
            value=value,
            steps=steps,
            total_steps=460,
            params={"learning_rate": rate, "batch_size": batch, "weight_decay": decay},
        )
        for number, (state, value, steps, rate, batch, decay) in enumerate(rows)
    ]


def _data() -> DataFacts:
    return DataFacts(
        read=1_742,
        kept=1_371,
        dropped={"exact_duplicate": 141, "near_duplicate": 118, "wrong_language": 84, "corrupted": 23, "low_quality": 5},
        dropped_examples={
            "exact_duplicate": ["data/tickets.csv, line 88: like data/conversations.jsonl, record 12"],
            "near_duplicate": ["data/conversations.jsonl, line 431: like data/conversations.jsonl, record 77"],
            "wrong_language": ["data/tickets.csv, line 19: German", "data/tickets.csv, line 240: Spanish"],
            "corrupted": ["data/export_broken.csv, line 3: a quotation mark is not closed"],
        },
        redactions={"email": 212, "phone": 96, "card": 31, "name": 14},
        by_source={
            "data/conversations.jsonl": {"read": 1214, "kept": 960, "dropped": 254},
            "data/tickets.csv": {"read": 471, "kept": 360, "dropped": 111},
            "data/help_centre": {"read": 57, "kept": 51, "dropped": 6},
        },
        unreadable=["data/policies/scan.pdf: no text in it"],
        train=1_040,
        validation=120,
        heldout=158,
        passages_train=188,
        passages_heldout=21,
        removed_from_train=2,
    )  # fmt: skip
