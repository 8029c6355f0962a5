"""What a reader must know beside the figures: what was left out, what is approximate, what was not measured."""

from evals.graders.policy import APPROXIMATION
from evals.heldout import Heldout
from evals.scoring import Scoring
from training.spec import Interval, TrainingSpec


def notes_on(
    spec: TrainingSpec,
    heldout: Heldout,
    scoring: Scoring,
    figures: dict[str, dict[str, Interval]],
    *,
    what_was_read: str,
) -> list[str]:
    """Notes that follow from what was asked and found.

    Args:
        figures: contender to its metrics.
        what_was_read: "pages set aside" or "held-out answers".
    """
    notes = []
    if heldout.available > len(heldout.examples):
        notes.append(
            f"{len(heldout.examples):,} of {heldout.available:,} held-out examples were asked: a random sample, the same "
            "in every run."
        )
    if scoring.ungraded:
        names = " and ".join(dict.fromkeys(scoring.ungraded))
        notes.append(f"Nobody here can judge {names} without guessing, so the reward leaves it out.")
    if any(name.startswith("policy") for name in scoring.graders):
        notes.append(APPROXIMATION)
    if any(item.criterion == "terminology" for item in spec.rubric or []) and not scoring.context.terms:
        notes.append("No list of house terms was found in the wishes or the documents, so terms were not judged.")
    if spec.task == "code" and heldout.examples:
        notes.append(
            "Code was compared with the reference and not run, so working code in other words counts as wrong."
        )
    if "perplexity" in figures.get("customized", {}):
        notes.append(
            f"Perplexity is per token of the model’s own vocabulary, on the {what_was_read}; "
            "bits per character can be compared between models."
        )
    return notes + _forgetting(figures)


def _forgetting(figures: dict[str, dict[str, Interval]]) -> list[str]:
    ours = figures.get("customized", {}).get("general_bits_per_character")
    theirs = figures.get("base", {}).get("general_bits_per_character")
    if ours is None or theirs is None:
        return []
    change = 100 * (ours.value / theirs.value - 1)
    if ours.value <= theirs.value:
        said = f"has forgotten nothing: {ours.value:.2f} bits per character, the base has {theirs.value:.2f}"
    else:
        said = (
            f"has forgotten some: {ours.value:.2f} bits per character against {theirs.value:.2f} of the base, "
            f"{change:.0f}% more"
        )
    return [f"On text of the kind that the base writes by itself, the customized model {said}."]
