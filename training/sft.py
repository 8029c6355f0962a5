"""Stage `sft`: teaches a model to answer as in the conversations, with TRL's SFTTrainer."""

import json
import shutil
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict

from training.examples import conversations
from training.finish import OWN_RESULT
from training.progress import Progress
from training.spec import Message, Problem

DEFAULTS: dict[str, Any] = {
    "learning_rate": 1e-3,
    "weight_decay": 0.01,
    "warmup_ratio": 0.1,
    "epochs": 10.0,
    "batch_size": 32,
    "max_length": 256,
    "adapter": "none",
    "lora_r": 16,
    "seed": 0,
    "precision": "auto",
    "max_grad_norm": 1.0,
    "label_smoothing": 0.0,
    "dropout": 0.0,
    "attention_dropout": 0.0,
    "prompt_loss": 0.0,
    "word_dropout": 0.0,
    "lower_case": 0.0,
    "checkpoint_every_seconds": 30.0,
}
VALIDATION_LIMIT = 600
"""Validation examples that are looked at: enough to tell two settings apart, few enough to cost little."""


class SftResult(BaseModel):
    """How a training, or the beginning of one, went."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    eval_loss: float
    """Mean nats an answer token, on the validation examples."""
    eval_exact: float
    """Share of the validation answers that the model would write letter for letter."""
    step: int
    total_steps: int
    curve: list[dict[str, float]]
    """{step, loss} and {step, eval_loss, eval_exact}."""
    figures: dict[str, float] = {}


def sft(settings: dict[str, Any], inputs: dict[str, Path], out: Path, progress: Progress) -> dict[str, Any]:
    """The stage: from `pretrain` where there is one, else from `base`; writes `out/model` and `out/curve.json`."""
    start = inputs.get("pretrain") or inputs["base"]
    result = train_sft(
        settings,
        start / "model",
        inputs["split"] / "train.jsonl",
        inputs["split"] / "validation.jsonl",
        out,
        progress,
    )
    return {**result.model_dump(exclude={"curve", "figures"}), **result.figures}


def train_sft(
    settings: dict[str, Any],
    start: Path,
    train: Path,
    validation: Path,
    out: Path,
    progress: Progress,
    *,
    until_step: int | None = None,
) -> SftResult:
    """Trains to the end, or stops early with a checkpoint from which a later call goes on exactly.

    The learning rate's course is laid over the full length, so a stopped training is the beginning of the whole
    one. Called again on the same `out` (or a copy of it) with the same settings, start and data, it goes on from
    the last checkpoint; the end result has the same weights as without the stop, bit for bit on a CPU.

    Args:
        settings: see `DEFAULTS`; unknown names are ignored. `stop_at_step` means the same as `until_step`.
        start: folder of the model to begin with.
        train, validation: files of `Example` lines.
        out: holds checkpoints on the way; `model` and `curve.json` at the end.
        until_step: stop after this step of the full length; null goes to the end.
    Raises: Problem for data or settings that can't be trained with; Stopped where `progress` ends the work, after
        a checkpoint was written.
    """
    told = {**DEFAULTS, **{name: value for name, value in settings.items() if value is not None}}
    if until_step is None and told.get("stop_at_step"):
        until_step = int(told["stop_at_step"])
    from training.stepwise import checkpoint_to_resume, files_identity

    identity = {
        "settings": {name: told[name] for name in sorted(DEFAULTS) if name != "checkpoint_every_seconds"},
        "start": files_identity(start),
        "data": files_identity(train, validation),
    }
    out.mkdir(parents=True, exist_ok=True)
    resume = checkpoint_to_resume(out, identity, not_after=until_step)
    finished = out / OWN_RESULT
    if finished.is_file() and (out / "model").is_dir():
        return SftResult.model_validate_json(finished.read_text(encoding="utf-8"))
    chats = conversations(train)
    if not chats:
        raise Problem(
            "There are no conversations to learn from.",
            next_step="Give chats, questions with answers, or texts with labels; documents alone can be read, "
            "but they hold no answers.",
        )
    return _Training(told, start, out, progress, until_step, resume).run(chats, conversations(validation))


class _Training:
    """One call of `train_sft`, from loading to saving."""

    def __init__(
        self,
        told: dict[str, Any],
        start: Path,
        out: Path,
        progress: Progress,
        until_step: int | None,
        resume: Path | None,
    ) -> None:
        self.told, self.start, self.out, self.progress = told, start, out, progress
        self.until_step, self.resume = until_step, resume

    def run(self, chats: list[list[Message]], validation: list[list[Message]]) -> SftResult:
        import torch
        from transformers import AutoModelForCausalLM, AutoTokenizer

        from training.chat_batches import ChatBatches, encode
        from training.dropout import dropout_while_training
        from training.measure import answer_loss
        from training.precision import precision_for, tokens_at_once, use_physical_cores
        from training.quiet import quiet_libraries
        from training.stepwise import CHECKPOINTS, Steering

        quiet_libraries()
        use_physical_cores()
        told = self.told
        seed = int(told["seed"])
        torch.manual_seed(seed)
        tokenizer = AutoTokenizer.from_pretrained(self.start)
        model = AutoModelForCausalLM.from_pretrained(
            self.start, dtype=torch.float32, attention_dropout=float(told["attention_dropout"])
        )
        parameters = sum(weight.numel() for weight in model.parameters())
        max_length = min(int(told["max_length"]), int(getattr(model.config, "max_position_embeddings", 1 << 20)))
        rows, cut = encode(tokenizer, chats, max_length, progress=self._quietly)
        lower_rows = None
        if told["lower_case"] > 0:
            lower_rows, _ = encode(tokenizer, [_lower(chat) for chat in chats], max_length, progress=self._quietly)
        if not any(label != -100 for _, labels in rows for label in labels):
            raise Problem(
                "After cutting to the model's context no answer is left to learn.",
                next_step="Use a model with a longer context, or shorter conversations.",
            )
        checks = _some(validation) if validation else []
        check_rows, _ = encode(tokenizer, checks, max_length)
        batch_size = max(1, min(int(told["batch_size"]), len(rows)))
        longest = max(len(ids) for ids, _ in rows)
        accumulate = min(batch_size, -(-batch_size * longest // tokens_at_once()))
        batches = ChatBatches(
            rows,
            lower_rows=lower_rows,
            epochs=float(told["epochs"]),
            batch_size=batch_size,
            accumulate=accumulate,
            seed=seed,
            never_changed=set(tokenizer.all_special_ids) | set(tokenizer("\n", add_special_tokens=False)["input_ids"]),
            prompt_loss=float(told["prompt_loss"]),
            word_dropout=float(told["word_dropout"]),
            lower_case=float(told["lower_case"]),
        )
        precision = precision_for(str(told["precision"]), parameters=parameters)
        trainer = self._trainer(model, tokenizer, batches.steps, accumulate, precision)
        trainer.take_steps(batches, self.out / CHECKPOINTS, seed)
        steering = Steering(
            trainer,
            self.progress,
            doing="Teaching it to answer.",
            until_step=self.until_step,
            checkpoint_every_seconds=float(told["checkpoint_every_seconds"]),
            # A trial is a beginning, not a whole training: the search counts its time.
            limit_seconds=told.get("seconds") if self.until_step is None else None,
            resumed_from=self.resume,
        )
        trainer.add_callback(steering)
        with dropout_while_training(trainer.model, float(told["dropout"])):
            trainer.train(resume_from_checkpoint=str(self.resume) if self.resume else None)
        if steering.stopped is not None:
            raise steering.stopped
        step = int(trainer.state.global_step)
        device_model = trainer.accelerator.unwrap_model(trainer.model)
        eval_loss, eval_exact = answer_loss(device_model, check_rows or rows[:VALIDATION_LIMIT], progress=self._quietly)
        curve = [*steering.curve, {"step": step, "eval_loss": eval_loss, "eval_exact": eval_exact}]
        result = SftResult(
            eval_loss=eval_loss,
            eval_exact=eval_exact,
            step=step,
            total_steps=batches.steps,
            curve=curve,
            figures={
                "examples": len(rows),
                "validation_examples": len(check_rows),
                "cut_examples": cut,
                "ended_early": float(steering.ended_early),
                "parameters": parameters,
                "trained_parameters": sum(w.numel() for w in trainer.model.parameters() if w.requires_grad),
            },
        )
        if step >= batches.steps or steering.ended_early:
            self._finish(device_model, tokenizer, result, checks or chats)
        return result

    def _trainer(self, model: Any, tokenizer: Any, steps: int, accumulate: int, precision: str) -> Any:
        from datasets import Dataset
        from trl import SFTConfig, SFTTrainer

        from training.adapter import adapter_config
        from training.answer_loss import labelled_loss
        from training.arguments import shared_arguments
        from training.stepwise import Stepwise

        told = self.told
        smoothing = float(told["label_smoothing"])

        class ChatTrainer(Stepwise, SFTTrainer):
            """TRL's trainer, with batches made by number, and a loss that looks at answers only."""

            def compute_loss(
                self, model: Any, inputs: Any, return_outputs: bool = False, num_items_in_batch: Any = None
            ) -> Any:
                loss = labelled_loss(model, inputs, items=num_items_in_batch, label_smoothing=smoothing)
                return (loss, {}) if return_outputs else loss

        arguments = SFTConfig(
            **shared_arguments(told, self.out, steps=steps, accumulate=accumulate, precision=precision),
            max_length=None,
            packing=False,
            dataset_kwargs={"skip_prepare_dataset": True},
        )
        # The trainer wants a dataset for its bookkeeping; what it trains on are our batches (see Stepwise).
        placeholder = Dataset.from_dict({"input_ids": [[0]], "labels": [[0]]})
        return ChatTrainer(
            model=model,
            args=arguments,
            train_dataset=placeholder,
            data_collator=lambda rows: rows[0],
            processing_class=tokenizer,
            peft_config=adapter_config(str(told["adapter"]), int(told["lora_r"])),
        )

    def _finish(self, model: Any, tokenizer: Any, result: SftResult, checks: list[list[Message]]) -> None:
        from training.finish import save_model
        from training.parity import record

        record(model, tokenizer, checks, [], self.out)
        save_model(model, tokenizer, self.out / "model")
        (self.out / "curve.json").write_text(json.dumps(result.curve), encoding="utf-8")
        (self.out / OWN_RESULT).write_text(result.model_dump_json(), encoding="utf-8")
        shutil.rmtree(self.out / "checkpoints", ignore_errors=True)

    def _quietly(self, done: int, total: int, message: str = "", figures: dict[str, float] | None = None) -> None:
        """Passes on side work: it may be stopped, but does not move the bar."""
        self.progress(0, 1, message, {})


def _lower(chat: list[Message]) -> list[Message]:
    return [
        message.model_copy(update={"content": message.content.lower()}) if message.role == "user" else message
        for message in chat
    ]


def _some(chats: list[list[Message]]) -> list[list[Message]]:
    """At most VALIDATION_LIMIT of them, evenly spread over the file."""
    every = max(1, -(-len(chats) // VALIDATION_LIMIT))
    return chats[::every]
