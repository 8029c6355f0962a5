"""Stage `base`: the model that training starts from, saved as a folder that plain transformers opens."""

import json
import os
from pathlib import Path
from typing import Any

from training.capitals import copies_capitals
from training.examples import conversations, passages
from training.progress import Progress
from training.spec import Problem

BASE_INFO = "base.json"
"""Beside the model: what it is, for later stages and the model card."""
DEFAULT_PARAMETERS, DEFAULT_CONTEXT = 1_000_000, 256


def base(settings: dict[str, Any], inputs: dict[str, Path], out: Path, progress: Progress) -> dict[str, Any]:
    """Makes `out/model`.

    Args:
        settings: {base: "scratch", a folder or a hub id; parameters, vocabulary_size, context_length: for a model
            from scratch; fold_case: whether it may read what users say in lower case; architecture: "dense" or
            "moe", experts; seed}.
        inputs: {split}: the texts that the vocabulary of a model from scratch is made from.
    Returns: {kind, name, parameters, vocabulary, context_length, license}
    Raises: Problem where the base can't be found or read.
    """
    wanted = str(settings.get("base") or "scratch")
    progress(0, 3, "Loading the libraries.", {})
    import torch

    from training.quiet import quiet_libraries

    quiet_libraries()
    torch.manual_seed(int(settings.get("seed") or 0))
    if wanted == "scratch":
        model, tokenizer, info = _from_scratch(settings, inputs["split"], progress)
    else:
        if settings.get("architecture") == "moe":
            raise Problem(
                "A mixture of experts can be made from scratch, but not out of an existing base yet.",
                next_step="Use `scratch` as the base, or ask for a dense model.",
            )
        model, tokenizer, info = _existing(wanted, progress)
    progress(2, 3, "Saving the base model.", {})
    _match(model, tokenizer)
    folder = out / "model"
    model.save_pretrained(folder)
    tokenizer.save_pretrained(folder)
    if info["kind"] != "scratch":
        from training.own_words import OWN_WORDS, own_words

        progress(2, 3, "Letting the base model speak, to know later what it has forgotten.", {})
        spoken = own_words(model, tokenizer, int(settings.get("seed") or 0))
        (out / OWN_WORDS).write_text("\n\n".join(spoken), encoding="utf-8")
    info["parameters"] = sum(weight.numel() for weight in model.parameters())
    info["vocabulary"] = len(tokenizer)
    info["context_length"] = int(getattr(model.config, "max_position_embeddings", 0) or 0)
    (out / BASE_INFO).write_text(json.dumps(info, indent=1, sort_keys=True), encoding="utf-8")
    progress(3, 3, "The base model is ready.", {})
    return info


def _from_scratch(settings: dict[str, Any], split: Path, progress: Progress) -> tuple[Any, Any, dict[str, Any]]:
    from transformers import AutoModelForCausalLM

    from training.shape import scratch_config, shape_for
    from training.tokenizer import train_tokenizer, vocabulary_for

    texts = passages(split / "passages_train.jsonl")
    chats = conversations(split / "train.jsonl")
    fold_case = bool(settings.get("fold_case")) and not copies_capitals(chats)
    for turn in (turn for chat in chats for turn in chat):
        texts.append(turn.content.lower() if fold_case and turn.role != "assistant" else turn.content)
    if not texts:
        raise Problem(
            "There is no text to make a vocabulary from.",
            next_step="Give documents or conversations to learn from, or name a base model.",
        )
    characters = sum(map(len, texts))
    size = int(settings.get("vocabulary_size") or vocabulary_for(characters))
    context_length = int(settings.get("context_length") or DEFAULT_CONTEXT)
    progress(1, 3, f"Making a vocabulary of up to {size} tokens.", {})
    tokenizer = train_tokenizer(texts, size, context_length=context_length, fold_case=fold_case)
    entries = -(-len(tokenizer) // 32) * 32  # matrix products like multiples of 32; the extra rows are never used
    parameters = int(settings.get("parameters") or DEFAULT_PARAMETERS)
    experts = int(settings.get("experts") or 4) if settings.get("architecture") == "moe" else None
    config = scratch_config(
        shape_for(parameters, entries, experts), vocabulary_size=entries, context_length=context_length, experts=experts
    )
    model = AutoModelForCausalLM.from_config(config)
    return model, tokenizer, {"kind": "scratch", "name": "scratch", "license": None, "folds_case": fold_case}


def _existing(wanted: str, progress: Progress) -> tuple[Any, Any, dict[str, Any]]:
    from transformers import AutoModelForCausalLM, AutoTokenizer

    from training.llama2c import find_llama2c, load_llama2c
    from training.tokenizer import add_chat

    folder = Path(wanted).expanduser()
    progress(1, 3, f"Opening {folder.name if folder.is_dir() else wanted}.", {})
    if folder.is_dir() and (found := find_llama2c(folder)):
        model, tokenizer = load_llama2c(*found)
        kind = "llama2.c"
    else:
        looks_local = folder.is_dir() or wanted.startswith((".", "/", "~")) or wanted.count("/") > 1
        if looks_local and not (folder / "config.json").is_file():
            raise Problem(
                f"The base model `{wanted}` is not a folder with a model in it.",
                next_step="Name a folder that holds config.json and model.safetensors, a model's id, or `scratch`.",
            )
        try:
            tokenizer = AutoTokenizer.from_pretrained(wanted, trust_remote_code=False)
            # Weights are trained in full precision; lower precision is a matter of the calculation.
            model = AutoModelForCausalLM.from_pretrained(
                wanted, trust_remote_code=False, use_safetensors=True, dtype="float32"
            )
        except (OSError, ValueError, KeyError) as error:
            raise _cannot_open(wanted, looks_local, error) from error
        kind = "folder" if looks_local else "hub"
    before = len(tokenizer)
    add_chat(tokenizer)
    info = {"kind": kind, "name": wanted if kind == "hub" else folder.name, "license": _license(folder, wanted, kind)}
    if len(tokenizer) > model.get_input_embeddings().num_embeddings:
        # New markers start at the mean of what is there, so that they neither shout nor vanish.
        model.resize_token_embeddings(len(tokenizer), mean_resizing=True)
    info["added_tokens"] = len(tokenizer) - before
    return model, tokenizer, info


def _cannot_open(wanted: str, looks_local: bool, error: Exception) -> Problem:
    text = str(error)
    if "trust_remote_code" in text:
        return Problem(
            f"The base model `{wanted}` wants to run code of its own, which Atelier never allows.",
            next_step="Choose a model that plain transformers can open.",
        )
    if "safetensors" in text:
        return Problem(
            f"The base model `{wanted}` has no weights in the safetensors format, the only one that is safe to open.",
            next_step="Convert it to safetensors, or choose another base.",
        )
    if looks_local:
        return Problem(
            f"The base model in `{wanted}` can't be read: {text.splitlines()[0]}",
            next_step="Check that the folder has config.json, model.safetensors and the tokenizer's files.",
        )
    offline = os.environ.get("HF_HUB_OFFLINE") or "couldn't connect" in text.lower() or "connection" in text.lower()
    reason = "is not on this machine, and the hub can't be reached" if offline else "was not found on the hub"
    return Problem(
        f"The base model `{wanted}` {reason}.",
        next_step="Download it to a folder and name the folder, or use `scratch` for a small model of your own.",
    )


def _license(folder: Path, wanted: str, kind: str) -> str | None:
    """The licence that the base's card states; null where it states none."""
    card = folder / "README.md"
    if kind == "hub":
        from huggingface_hub import try_to_load_from_cache

        cached = try_to_load_from_cache(wanted, "README.md")
        card = Path(cached) if isinstance(cached, str) else card
    if not card.is_file():
        return None
    for line in card.read_text(encoding="utf-8", errors="replace").splitlines()[:60]:
        if line.lower().startswith("license:"):
            return line.split(":", 1)[1].strip() or None
    return None


def _match(model: Any, tokenizer: Any) -> None:
    """Tells the model which tokens begin, end and fill, so that plain `generate` stops where an answer stops."""
    for name in ("bos_token_id", "eos_token_id", "pad_token_id"):
        value = getattr(tokenizer, name)
        if value is not None:
            setattr(model.config, name, value)
            setattr(model.generation_config, name, value)
    model.generation_config.do_sample = False
