"""The model card: what the model is, what it learned from, how to use it, and what it is not good for."""

import json
from typing import Any, NamedTuple

USE = """\
from transformers import pipeline
folder = "."  # where this file is
model = pipeline("text-generation", folder)
answer = model([{"role": "user", "content": "Hello!"}], max_new_tokens=200, return_full_text=False)
print(answer[0]["generated_text"])
"""
SHOWN = ("epochs", "learning_rate", "batch_size", "batch_tokens", "max_length", "context_length", "adapter", "seed")


class CardFacts(NamedTuple):
    name: str
    base: str
    base_kind: str
    license: str | None
    """Of the base, as its own card states it."""
    parameters: int
    context_length: int
    languages: list[str]
    counts: dict[str, int]
    """File of the split to its number of examples."""
    trained: dict[str, dict[str, Any]]
    """Stage to its settings."""
    figures: dict[str, dict[str, Any]]
    """Stage to what it measured."""
    formats: list[str]
    missing: list[str]
    """Formats that were asked for and can't be made yet."""
    tuned: bool
    """Whether it was taught to answer, not only to read."""


def model_card(facts: CardFacts) -> str:
    """Markdown with the front matter that model hubs read."""
    scratch = facts.base_kind == "scratch"
    parts = [
        _front_matter(facts, scratch),
        f"# {facts.name}\n",
        _what_it_is(facts, scratch),
        "## Use it\n",
        f"```python\n{USE}```\n",
        _formats(facts),
        "## What it learned from\n",
        _data(facts),
        "## How it was trained\n",
        *[_stage(stage, settings, facts.figures.get(stage, {})) for stage, settings in facts.trained.items()],
        "## Limits\n",
        _limits(facts, scratch),
        "## Licence\n",
        _license(facts, scratch),
    ]
    return "\n".join(part for part in parts if part)


def _front_matter(facts: CardFacts, scratch: bool) -> str:
    lines = ["---", "library_name: transformers", "pipeline_tag: text-generation"]
    lines.append(f"license: {facts.license}" if facts.license else "license: other")
    if facts.languages:
        lines += ["language:", *[f"- {code}" for code in facts.languages]]
    if facts.base_kind == "hub":
        lines.append(f"base_model: {json.dumps(facts.base)}")
    lines += ["tags:", "- atelier", *(["- trained-from-scratch"] if scratch else []), "---\n"]
    return "\n".join(lines)


def _what_it_is(facts: CardFacts, scratch: bool) -> str:
    size = (
        f"{facts.parameters / 1e6:.3g} million weights" if facts.parameters >= 1e6 else f"{facts.parameters:,} weights"
    )
    origin = "trained from scratch" if scratch else f"made out of {facts.base}"
    work = "It answers in the manner of the conversations below." if facts.tuned else "It goes on with a text."
    return f"A language model of {size}, {origin}, that reads up to {facts.context_length} tokens at once. {work}\n"


def _formats(facts: CardFacts) -> str:
    lines = []
    if "vllm" in facts.formats:
        lines.append("vLLM serves this folder as it is: `vllm serve .`\n")
    if facts.missing:
        lines.append(f"Not in this version of Atelier, so not in this folder: {', '.join(facts.missing)}.\n")
    return "\n".join(lines)


def _data(facts: CardFacts) -> str:
    counts = facts.counts
    rows = [
        ("conversations to learn from", counts.get("train", 0)),
        ("conversations to choose settings by", counts.get("validation", 0)),
        ("conversations set aside for the judge", counts.get("heldout", 0)),
        ("passages to read", counts.get("passages_train", 0)),
        ("passages set aside for the judge", counts.get("passages_heldout", 0)),
    ]
    return "\n".join(["| what | number |", "| --- | ---: |", *[f"| {what} | {n:,} |" for what, n in rows if n]]) + "\n"


def _stage(stage: str, settings: dict[str, Any], figures: dict[str, Any]) -> str:
    title = {"pretrain": "Reading (`pretrain`)", "sft": "Learning to answer (`sft`)"}.get(stage, stage)
    told = ", ".join(f"`{name}` {settings[name]}" for name in SHOWN if name in settings)
    lines = [f"**{title}**: {told}."]
    if figures.get("total_steps"):
        lines.append(f"{figures['total_steps']:,} steps.")
    if figures.get("bits_per_character") is not None:
        lines.append(
            f"Bits per character of text that it had not seen: {figures['bits_per_character_before']:.2f} before, "
            f"{figures['bits_per_character']:.2f} after."
        )
    if stage == "sft" and figures.get("eval_loss") is not None:
        lines.append(f"Loss on validation answers: {figures['eval_loss']:.3f} nats a token.")
    return " ".join(lines) + "\n"


def _limits(facts: CardFacts, scratch: bool) -> str:
    lines = [
        "- It was judged on questions like those that it learned from. Asked about anything else, it will still "
        "answer, and may well be wrong.",
        "- It can state things that are false. Where an answer matters, let a person read it.",
    ]
    if scratch:
        lines.append("- It knows nothing but the data above: no general knowledge, no other languages.")
    return "\n".join(lines) + "\n"


def _license(facts: CardFacts, scratch: bool) -> str:
    if scratch:
        return "The weights come from your own data alone; under which terms you pass them on is yours to say.\n"
    if facts.license:
        return (
            f"The base model's licence is `{facts.license}`; it holds for this model too. Your data may add limits.\n"
        )
    return "The base model's card states no licence. Find out under which terms it may be used before you share this.\n"
