"""Small pieces of language that several views share."""

STAGES = {
    "clean": "Cleaning the data",
    "split": "Setting test questions aside",
    "base": "Making the base model ready",
    "pretrain": "Reading your texts (pretraining)",
    "search": "Trying settings (search)",
    "sft": "Learning to answer (fine-tuning)",
    "package": "Packing the model",
    "judge": "Judging the result",
}


def stage_title(name: str) -> str:
    return STAGES.get(name, name.replace("_", " ").capitalize())


def duration(seconds: float) -> str:
    """`42 s`, `3 min 05 s`, `2 h 10 min`."""
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{whole // 60} min {whole % 60:02} s"
    return f"{whole // 3600} h {whole % 3600 // 60:02} min"


def share(value: float) -> str:
    """A rate as people say it: `83.4 %`."""
    return f"{100 * value:.1f} %"


RATES = frozenset(
    {
        "accuracy",
        "pass_rate",
        "exact_match",
        "f1",
        "rouge_l",
        "hallucination_rate",
        "policy_violation_rate",
        "format_valid_rate",
        "tool_success_rate",
        "win_rate",
    }
)


def figure(metric: str, value: float) -> str:
    """A metric's value in its own unit."""
    if metric in RATES:
        return share(value)
    if metric.endswith("_seconds"):
        return f"{value:.2f} s"
    return f"{value:.3g}"
