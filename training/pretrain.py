"""Stage `pretrain`: the model reads the user's texts, to know their words before it is taught to answer."""

import json
import shutil
from pathlib import Path
from typing import Any

from training.examples import as_dicts, conversations, passages
from training.finish import OWN_RESULT
from training.progress import Progress
from training.spec import Message, Problem

DEFAULTS: dict[str, Any] = {
    "learning_rate": 1e-3,
    "weight_decay": 0.01,
    "warmup_ratio": 0.05,
    "epochs": 2.0,
    "batch_tokens": 8192,
    "context_length": 256,
    "adapter": "none",
    "lora_r": 16,
    "dropout": 0.0,
    "max_grad_norm": 1.0,
    "precision": "auto",
    "seed": 0,
    "checkpoint_every_seconds": 30.0,
}
MEASURED_CHARACTERS = 100_000
"""Of held-out text, to see what reading has done: enough for two digits of bits per character."""


def pretrain(settings: dict[str, Any], inputs: dict[str, Path], out: Path, progress: Progress) -> dict[str, Any]:
    """Writes `out/model` and `out/curve.json`.

    A base that can read is told the documents alone. A model from scratch reads the conversations too, in the
    form in which it will meet them later: they are most of what it will ever know.

    Called again on the same `out` it goes on from the last checkpoint, to the same weights as without the stop,
    bit for bit on a CPU.

    Args:
        settings: see `DEFAULTS`; unknown names are ignored.
        inputs: {split, base}.
    Returns: {step, total_steps, tokens, bits_per_character_before, bits_per_character, ...}
    Raises: Problem where there is nothing to read; Stopped where `progress` ends the work, after a checkpoint.
    """
    from training.stepwise import checkpoint_to_resume, files_identity

    told = {**DEFAULTS, **{name: value for name, value in settings.items() if value is not None}}
    split, start = inputs["split"], inputs["base"] / "model"
    files = [split / name for name in ("passages_train.jsonl", "train.jsonl", "passages_heldout.jsonl")]
    identity = {
        "settings": {name: told[name] for name in sorted(DEFAULTS) if name != "checkpoint_every_seconds"},
        "start": files_identity(start),
        "data": files_identity(*files),
    }
    out.mkdir(parents=True, exist_ok=True)
    resume = checkpoint_to_resume(out, identity)
    finished = out / OWN_RESULT
    if finished.is_file() and (out / "model").is_dir():
        return dict(json.loads(finished.read_text(encoding="utf-8")))
    texts = passages(split / "passages_train.jsonl")
    chats = conversations(split / "train.jsonl") if _from_scratch(inputs["base"]) else []
    if not texts and not chats:
        raise Problem(
            "There is no text to read: pretraining needs documents.",
            next_step="Give documents to learn from, or ask for fine-tuning alone.",
        )
    heldout = _some_text(split)
    return _Reading(told, start, out, progress, resume).run(texts, chats, heldout)


class _Reading:
    """One call of `pretrain`, from loading to saving."""

    def __init__(self, told: dict[str, Any], start: Path, out: Path, progress: Progress, resume: Path | None) -> None:
        self.told, self.start, self.out, self.progress, self.resume = told, start, out, progress, resume

    def run(self, texts: list[str], chats: list[list[Message]], heldout: list[str]) -> dict[str, Any]:
        import torch
        from transformers import AutoModelForCausalLM, AutoTokenizer

        from training.dropout import dropout_while_training
        from training.finish import save_model
        from training.measure import bits_per_character
        from training.packing import PackedBatches, pieces_of
        from training.parity import record
        from training.precision import precision_for, tokens_at_once, use_physical_cores
        from training.quiet import quiet_libraries
        from training.stepwise import CHECKPOINTS, Steering

        quiet_libraries()
        use_physical_cores()
        told, seed = self.told, int(self.told["seed"])
        torch.manual_seed(seed)
        tokenizer = AutoTokenizer.from_pretrained(self.start)
        model = AutoModelForCausalLM.from_pretrained(self.start, dtype=torch.float32)
        parameters = sum(weight.numel() for weight in model.parameters())
        block_length = min(int(told["context_length"]), int(getattr(model.config, "max_position_embeddings", 1 << 20)))
        self._quietly(0, 1, "Preparing the texts.")
        sequences = _encoded(tokenizer, texts, chats)
        pieces = pieces_of(sequences, block_length)
        if not pieces:
            raise Problem("The texts to read are empty.", next_step="Give documents that have text in them.")
        blocks_a_step = max(1, round(int(told["batch_tokens"]) / block_length))
        accumulate = min(blocks_a_step, -(-blocks_a_step * block_length // tokens_at_once()))
        batches = PackedBatches(
            pieces,
            block_length=block_length,
            epochs=float(told["epochs"]),
            blocks_a_step=blocks_a_step,
            accumulate=accumulate,
            seed=seed,
        )
        before = self._before(model, tokenizer, heldout)
        precision = precision_for(str(told["precision"]), parameters=parameters)
        trainer = self._trainer(model, tokenizer, batches.steps, accumulate, precision)
        trainer.take_steps(batches, self.out / CHECKPOINTS, seed)
        steering = Steering(
            trainer,
            self.progress,
            doing="Reading your texts.",
            checkpoint_every_seconds=float(told["checkpoint_every_seconds"]),
            limit_seconds=told.get("seconds"),
            resumed_from=self.resume,
        )
        trainer.add_callback(steering)
        with dropout_while_training(trainer.model, float(told["dropout"])):
            trainer.train(resume_from_checkpoint=str(self.resume) if self.resume else None)
        if steering.stopped is not None:
            raise steering.stopped
        trained = trainer.accelerator.unwrap_model(trainer.model)
        after = bits_per_character(trained, tokenizer, heldout, progress=self._quietly) if heldout else None
        record(trained, tokenizer, [], heldout or texts, self.out)
        save_model(trained, tokenizer, self.out / "model")
        (self.out / "curve.json").write_text(
            json.dumps([*steering.curve, {"step": int(trainer.state.global_step), "bits_per_character": after}]),
            encoding="utf-8",
        )
        figures = {
            "step": int(trainer.state.global_step),
            "total_steps": batches.steps,
            "ended_early": steering.ended_early,
            "texts": len(texts),
            "conversations": len(chats),
            "tokens": sum(len(ids) for ids in sequences),
            "parameters": parameters,
            "bits_per_character_before": before,
            "bits_per_character": after,
        }
        (self.out / OWN_RESULT).write_text(json.dumps(figures), encoding="utf-8")
        shutil.rmtree(self.out / CHECKPOINTS, ignore_errors=True)
        return figures

    def _before(self, model: Any, tokenizer: Any, heldout: list[str]) -> float | None:
        """Measured once, though a training may be entered several times."""
        from training.measure import bits_per_character

        if not heldout:
            return None
        known = self.out / "before.json"
        if self.resume and known.is_file():
            return float(json.loads(known.read_text(encoding="utf-8")))
        value = bits_per_character(model, tokenizer, heldout, progress=self._quietly)
        known.write_text(json.dumps(value), encoding="utf-8")
        return value

    def _trainer(self, model: Any, tokenizer: Any, steps: int, accumulate: int, precision: str) -> Any:
        from datasets import Dataset
        from transformers import Trainer, TrainingArguments

        from training.adapter import adapter_config
        from training.arguments import shared_arguments
        from training.stepwise import Stepwise

        class TextTrainer(Stepwise, Trainer):
            """The transformers trainer, with batches made by number."""

        adapter = adapter_config(str(self.told["adapter"]), int(self.told["lora_r"]))
        if adapter is not None:
            from peft import get_peft_model

            model = get_peft_model(model, adapter)
        shared = shared_arguments(self.told, self.out, steps=steps, accumulate=accumulate, precision=precision)
        # With a cache transformers would not look for texts that share a block, and they would read each other.
        arguments = TrainingArguments(**shared, use_cache=False)
        placeholder = Dataset.from_dict({"input_ids": [[0]], "labels": [[0]]})
        return TextTrainer(
            model=model,
            args=arguments,
            train_dataset=placeholder,
            data_collator=lambda rows: rows[0],
            processing_class=tokenizer,
        )

    def _quietly(self, done: int, total: int, message: str = "", figures: dict[str, float] | None = None) -> None:
        """Passes on side work: it may be stopped, but does not move the bar."""
        self.progress(0, 1, message, {})


def _from_scratch(base: Path) -> bool:
    from training.bases import BASE_INFO

    info = base / BASE_INFO
    return info.is_file() and json.loads(info.read_text(encoding="utf-8")).get("kind") == "scratch"


def _encoded(tokenizer: Any, texts: list[str], chats: list[list[Message]]) -> list[list[int]]:
    """Texts after a separator, as they are measured; conversations as the template shows them."""
    from training.tokenizer import text_separator

    separator = text_separator(tokenizer)
    encoded = tokenizer(texts, add_special_tokens=False)["input_ids"] if texts else []
    sequences = [[separator, *ids] for ids in encoded]
    if chats:
        shown = tokenizer.apply_chat_template([as_dicts(chat) for chat in chats], return_dict=True)
        sequences += [list(ids) for ids in shown["input_ids"]]
    return sequences


def _some_text(split: Path) -> list[str]:
    """Text that is not learned from, spread over what there is: passages, or the words of validation examples."""
    texts = passages(split / "passages_heldout.jsonl")
    if not texts:
        chats = conversations(split / "validation.jsonl")
        texts = ["\n".join(message.content for message in chat) for chat in chats]
    every = max(1, -(-sum(map(len, texts)) // MEASURED_CHARACTERS))
    return texts[::every]
