"""Stage `package`: the folder that a user takes away, proven to be the model that was trained."""

import json
import shutil
from pathlib import Path
from typing import Any

from training.examples import read_examples
from training.finish import OWN_RESULT
from training.model_card import CardFacts, model_card
from training.progress import Progress
from training.spec import Problem

FROM_THE_FOLDER = frozenset({"safetensors", "vllm"})
"""Formats that the folder itself serves: vLLM opens safetensors."""


def package(settings: dict[str, Any], inputs: dict[str, Path], out: Path, progress: Progress) -> dict[str, Any]:
    """Makes `out/model`: weights, config, tokenizer with its chat template, generation settings and model card.

    Args:
        settings: {name, formats}.
        inputs: {split, base, and the stage that made the model: sft, pretrain, or base itself}.
    Returns: {formats, not_in_this_version, bytes, parameters, parity_prompts, parity_difference}
    Raises: Problem where there is no finished model, or where the folder is not the model that was trained.
    """
    from training.quiet import quiet_libraries

    quiet_libraries()
    stage = next((name for name in ("sft", "pretrain", "base") if name in inputs), None)
    finished = inputs[stage] if stage else None
    if stage is None or finished is None or not (finished / "model" / "config.json").is_file():
        raise Problem("There is no finished model to package.", next_step="Resume the run, so that training ends.")
    name = str(settings.get("name") or "model")
    asked = list(settings.get("formats") or ["safetensors"])
    missing = [one for one in asked if one not in FROM_THE_FOLDER]
    progress(0, 3, "Copying the model.", {})
    folder, aside = out / "model", out / "model.writing"
    shutil.rmtree(aside, ignore_errors=True)
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(finished / "model", aside)
    facts = _facts(name, stage, inputs, asked, missing)
    (aside / "README.md").write_text(model_card(facts), encoding="utf-8")
    progress(1, 3, "Opening it as a user will.", {})
    from training.parity import REFERENCE, check

    parity = check(aside, finished / REFERENCE)
    _check_settings(aside)
    aside.replace(folder)
    progress(3, 3, "The model is packed.", {})
    return {
        "formats": [one for one in asked if one in FROM_THE_FOLDER] or ["safetensors"],
        "not_in_this_version": missing,
        "bytes": sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()),
        "parameters": facts.parameters,
        "parity_prompts": int(parity["prompts"]),
        "parity_difference": parity["largest_difference"],
    }


def _check_settings(folder: Path) -> None:
    """A folder without these loads, and then answers in the wrong form or never ends."""
    from transformers import AutoTokenizer, GenerationConfig

    tokenizer = AutoTokenizer.from_pretrained(folder)
    ends = GenerationConfig.from_pretrained(folder).eos_token_id
    if tokenizer.chat_template is None or ends is None:
        lacking = "chat template" if tokenizer.chat_template is None else "token that ends an answer"
        raise Problem(
            f"The trained model has no {lacking}, so it could not be used.",
            next_step="Choose a base model whose tokenizer has one.",
            exit_code=1,
        )


def _facts(name: str, stage: str, inputs: dict[str, Path], asked: list[str], missing: list[str]) -> CardFacts:
    base = _json(inputs["base"] / "base.json")
    trained = {
        one: _json(inputs[one] / "identity.json").get("settings", {}) for one in ("pretrain", "sft") if one in inputs
    }
    figures = {one: _json(inputs[one] / OWN_RESULT) for one in ("pretrain", "sft") if one in inputs}
    split = inputs["split"]
    languages: dict[str, int] = {}
    counts = {}
    for file in ("train", "validation", "heldout", "passages_train", "passages_heldout"):
        counts[file] = 0
        for example in read_examples(split / f"{file}.jsonl"):
            counts[file] += 1
            if example.language and file in ("train", "passages_train"):
                languages[example.language] = languages.get(example.language, 0) + 1
    total = sum(languages.values())
    return CardFacts(
        name=name,
        base=str(base.get("name") or "scratch"),
        base_kind=str(base.get("kind") or "scratch"),
        license=base.get("license"),
        parameters=int(base.get("parameters") or 0),
        context_length=int(base.get("context_length") or 0),
        # A stray foreign word or a wrong guess makes no language that the model speaks.
        languages=sorted(code for code, count in languages.items() if count >= 0.02 * total),
        counts=counts,
        trained=trained,
        figures=figures,
        formats=asked,
        missing=missing,
        tuned=stage == "sft",
    )


def _json(path: Path) -> dict[str, Any]:
    return dict(json.loads(path.read_text(encoding="utf-8"))) if path.is_file() else {}
