"""What would help, most useful first: each line from something that was seen in the answers."""

import math
from collections import Counter
from collections.abc import Sequence

from evals.graders.exact_match import normal
from evals.graders.words import content_stems
from evals.headline import SPOKEN, Rival
from evals.metrics import Z
from evals.scoring import Scoring
from training.spec import Confusion, Contender, Example, GateVerdict, Graded, Verdict

MOST = 6
WEAK = 0.5
"""Below this share right a model is no use, and small mendings won't help."""

__all__ = ["Verdict", "advise", "confusions"]


def confusions(graded: Sequence[Graded], known: frozenset[str], *, most: int = 10) -> list[Confusion]:
    """Which classes are taken for which, most frequent first. What is no class at all is named so."""
    classes = {normal(label): label for label in [*sorted(known), *(one.reference for one in graded)]}
    pairs = Counter(
        (one.reference, classes.get(normal(one.answer), "(no class)")) for one in graded if not one.scores["correct"]
    )
    ordered = sorted(pairs.items(), key=lambda pair: (-pair[1], pair[0]))
    return [Confusion(meant=meant, said=said, times=times) for (meant, said), times in ordered[:most]]


def advise(
    scoring: Scoring,
    graded: Sequence[Graded],
    contenders: Sequence[Contender],
    gates: Sequence[GateVerdict],
    standing: Sequence[Rival],
    confused: Sequence[Confusion],
    train: Sequence[Example],
) -> list[str]:
    """Sentences with the figure that each rests on."""
    lines = [
        *_use_the_better_one(standing),
        *_documents(scoring, contenders),
        *_too_few(gates),
        *_more_of_the_confused(confused, graded),
        *_rare_answers(scoring, graded, train),
        *_wrong_figures(graded),
        *_weak(scoring, graded, train),
        *_unmeasured(gates),
    ]
    return lines[:MOST]


def _use_the_better_one(standing: Sequence[Rival]) -> list[str]:
    for rival in standing:
        if rival.better:
            who = SPOKEN.get(rival.name, rival.name).rstrip(",")
            if rival.name == "base":
                return [
                    "Keep the base model: training on these examples made it worse. A lower learning rate or more examples may help."
                ]
            return [
                f"Use {who} for now: it is right more often ({rival.theirs:.1%} against {rival.ours:.1%}), costs next to nothing and is easy to correct."
            ]
    return []


def _documents(scoring: Scoring, contenders: Sequence[Contender]) -> list[str]:
    figures = {one.name: one.metrics for one in contenders}
    found = figures.get("retrieval", {}).get("top_5")
    if found is None:
        return []
    right = figures.get("customized", {}).get("accuracy")
    if right is not None and found.low <= right.high:
        return []  # not measured to be better
    ours = f", while the model alone is right in {right.value:.0%}" if right else ""
    return [
        f"For questions of fact about your documents, let search find the passage and have a model answer from it: search has "
        f"the right page among its first five for {found.value:.0%} of the questions{ours}. A model remembers how your texts "
        "sound far better than what they say."
    ]


def _too_few(gates: Sequence[GateVerdict]) -> list[str]:
    needed = 0
    for gate in gates:
        if gate.outcome != "too_few_to_tell" or gate.measured is None or not 0 <= gate.measured.value <= 1:
            continue
        gap = abs(gate.measured.value - gate.threshold)
        if gap < 0.005:
            continue  # on the very edge no number of examples tells
        spread = max(gate.measured.value * (1 - gate.measured.value), 0.01)
        if gate.metric == "win_rate":  # what its own interval says of the spread
            spread = ((gate.measured.high - gate.measured.low) / (2 * Z)) ** 2 * gate.measured.n
        needed = max(needed, math.ceil(1.1 * spread * (Z / gap) ** 2))
    few = [gate for gate in gates if gate.outcome == "too_few_to_tell"]
    if not few:
        return []
    have = max((gate.measured.n for gate in few if gate.measured), default=0)
    if needed > have:
        return [
            f"Set aside more questions for testing: with some {_round_up(needed):,} of them (now {have:,}) the open conditions could be decided."
        ]
    return ["The figure lies so close to what was asked that only very many more test questions would decide it."]


def _round_up(n: int) -> int:
    step = 10 ** max(0, len(str(n)) - 2)
    return int(math.ceil(n / step) * step)


def _more_of_the_confused(confused: Sequence[Confusion], graded: Sequence[Graded]) -> list[str]:
    wrong = sum(not one.scores["correct"] for one in graded)
    worst = [one for one in confused if one.times >= 2 and one.said != "(no class)"][:3]
    if not worst:
        return []
    pairs = "; ".join(f"“{one.meant}” taken for “{one.said}” {one.times} times" for one in worst)
    share = sum(one.times for one in worst) / max(1, wrong)
    return [f"Add examples of the classes that are confused, or merge them: {pairs} ({share:.0%} of all mistakes)."]


def _rare_answers(scoring: Scoring, graded: Sequence[Graded], train: Sequence[Example]) -> list[str]:
    """Wrong where training had next to nothing like the right answer?"""
    if scoring.spec.task == "classification":
        counts = Counter(example.messages[-1].content for example in train)
        wrong = [one for one in graded if not one.scores["correct"]]
        rare = [one for one in wrong if counts[one.reference] < 20]
        if wrong and len(rare) >= 0.3 * len(wrong) and len(rare) >= 3:
            names = ", ".join(f"“{name}”" for name in dict.fromkeys(one.reference for one in rare[:3]))
            return [
                f"Give the small classes more examples: {len(rare)} of {len(wrong)} mistakes are in classes with fewer than 20 ({names} …)."
            ]
        return []
    known = [frozenset(content_stems(example.messages[-1].content)) for example in train]
    if not known or len(graded) * len(known) > 5_000_000:
        return []
    wrong = [one for one in graded if not one.scores["correct"]]
    strange = [one for one in wrong if _like(frozenset(content_stems(one.reference)), known) < 3]
    if len(strange) >= max(3, 0.3 * len(wrong)):
        return [
            f"Add examples where there are hardly any: {len(strange)} of {len(wrong)} wrong answers are to questions whose right "
            "answer stands fewer than three times in the training data."
        ]
    return []


def _like(stems: frozenset[str], known: Sequence[frozenset[str]]) -> int:
    return sum(len(stems & other) >= 0.6 * max(1, len(stems | other)) for other in known)


def _wrong_figures(graded: Sequence[Graded]) -> list[str]:
    wrong = [one for one in graded if one.why]
    figures = [
        one
        for one in wrong
        if any(sign in one.why for sign in ("is missing", "is not in the right answer", "figures belong"))
    ]
    if len(figures) >= max(3, 0.4 * len(wrong)):
        return [
            f"Let prices, times and other figures come from search or a table: {len(figures)} of {len(wrong)} wrong answers have a "
            "wrong or missing one, and a small model mixes up figures first."
        ]
    return []


def _weak(scoring: Scoring, graded: Sequence[Graded], train: Sequence[Example]) -> list[str]:
    if not graded or sum(one.scores["correct"] for one in graded) >= WEAK * len(graded):
        return []
    lines = []
    if (scoring.spec.model.base or "scratch") == "scratch":
        lines.append(
            "Start from a trained model instead of from scratch: one that can already read needs far fewer examples."
        )
    if len(train) < 500:
        lines.append(
            f"Collect more examples: {len(train):,} are few to learn from; some hundreds for each kind of question are a good start."
        )
    lines.append(
        "Allow more time or a larger model; the search over settings helps only once the model can do the task at all."
    )
    return lines


def _unmeasured(gates: Sequence[GateVerdict]) -> list[str]:
    if any(gate.outcome == "not_measured" for gate in gates):
        return [
            "Give the data that a condition needs in order to be measured, or drop it: what can't be measured never counts as met."
        ]
    return []
