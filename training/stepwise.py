"""Training that can be stopped at any step and goes on as if nothing had happened.

Every batch is a function of its number, and so is the chance in a step (dropout): nothing depends on what
happened before but weights and optimizer, which a checkpoint holds. On a CPU a resumed run ends with the same
bits as an unbroken one.
"""

import hashlib
import json
import os
import shutil
import time
from pathlib import Path
from typing import Any, Protocol

import torch
from torch.utils.data import DataLoader, Dataset
from transformers import TrainerCallback, TrainerControl, TrainerState, TrainingArguments
from transformers.trainer_callback import PrinterCallback, ProgressCallback

from training.landing import Clock
from training.progress import Progress, Stopped

CHECKPOINTS = "checkpoints"
KEPT = 2
"""Checkpoints that are kept: the newest, and the one before in case the newest is unreadable."""
IDENTITY, CURVE, TIME = "identity.json", "curve.json", "time.json"
PROGRESS_EVERY_SECONDS = 0.3

Batch = dict[str, torch.Tensor]


class Batches(Protocol):
    """The micro-batches of a whole training, in order; (rows, length) tensors by the model's argument names."""

    def __len__(self) -> int: ...
    def __getitem__(self, index: int) -> Batch: ...


class _ByNumber(Dataset[Batch]):
    def __init__(self, batches: Batches) -> None:
        self._batches = batches

    def __len__(self) -> int:
        return len(self._batches)

    def __getitem__(self, index: int) -> Batch:
        return self._batches[index]


class Stepwise:
    """Goes before a transformers or TRL trainer in the bases of a class: `class Ours(Stepwise, SFTTrainer)`."""

    def take_steps(self: Any, batches: Batches, folder: Path, seed: int) -> None:
        """Says what to train on; call before `train`.

        Args:
            batches: `max_steps` x `gradient_accumulation_steps` of them.
            folder: where checkpoints go.
        """
        self._batches, self._folder, self._step_seed = batches, folder, seed
        self._micro_step = 0
        self.losses: list[torch.Tensor] = []
        self.tokens_seen = 0
        self.remove_callback(PrinterCallback)
        self.remove_callback(ProgressCallback)

    def get_train_dataloader(self: Any) -> DataLoader[Batch]:
        # A batch is ready as it comes, so the loader takes one "row" at a time and hands it on as it is.
        loader = DataLoader(_ByNumber(self._batches), batch_size=1, shuffle=False, collate_fn=lambda rows: rows[0])
        return self.accelerator.prepare(loader)

    def training_step(self: Any, model: Any, inputs: Batch, num_items_in_batch: Any = None) -> torch.Tensor:
        part = self._micro_step % self.args.gradient_accumulation_steps
        number = self.state.global_step * self.args.gradient_accumulation_steps + part
        torch.manual_seed(chance(self._step_seed, "step", number))
        self._micro_step += 1
        self.tokens_seen += inputs["input_ids"].numel()
        loss = super().training_step(model, inputs, num_items_in_batch)
        self.losses.append(loss.detach())
        return loss

    def _get_output_dir(self: Any, trial: Any) -> str:
        return str(self._folder / "writing")

    def _save_checkpoint(self: Any, model: Any, trial: Any) -> None:
        """Written aside and renamed, so that a checkpoint is there whole or not at all."""
        shutil.rmtree(self._folder / "writing", ignore_errors=True)
        super()._save_checkpoint(model, trial)
        name = f"checkpoint-{self.state.global_step}"
        written, final = self._folder / "writing" / name, self._folder / name
        (written / TIME).write_text(json.dumps(self.clock.keep()), encoding="utf-8")
        (written / CURVE).write_text(json.dumps(self.curve_so_far()), encoding="utf-8")
        shutil.rmtree(final, ignore_errors=True)
        _sync_folder(written)
        os.replace(written, final)
        for old in checkpoints(self._folder)[KEPT:]:
            shutil.rmtree(old, ignore_errors=True)

    def create_model_card(self: Any, *_: Any, **__: Any) -> None:
        """Checkpoints need no card; the packaged model gets ours."""


class Steering(TrainerCallback):
    """Tells how far the training is, writes checkpoints now and then, and stops where it is told to."""

    def __init__(
        self,
        trainer: Any,
        progress: Progress,
        *,
        doing: str,
        until_step: int | None = None,
        checkpoint_every_seconds: float = 30.0,
        limit_seconds: float | None = None,
        resumed_from: Path | None = None,
    ) -> None:
        """
        Args:
            until_step: stop after this step with a checkpoint, to go on another time; null to go to the end.
            limit_seconds: what the whole training may take; it lands early where it would take longer.
            resumed_from: the checkpoint that an earlier part of the same training left.
        """
        self.stopped: Stopped | None = None
        self.ended_early = False
        """It landed: this is the end of the training, though not of its plan."""
        curve = json.loads((resumed_from / CURVE).read_text(encoding="utf-8")) if resumed_from else []
        kept = resumed_from / TIME if resumed_from else None
        trainer.clock = Clock(limit_seconds, json.loads(kept.read_text()) if kept and kept.is_file() else None)
        self.curve: list[dict[str, float]] = list(curve)
        self._trainer, self._progress, self._doing = trainer, progress, doing
        self._until_step, self._every = until_step, checkpoint_every_seconds
        now = time.monotonic()
        self._last_saved, self._last_told, self._last_tokens = now, now, 0
        trainer.curve_so_far = lambda: self.curve

    def on_train_begin(
        self, args: TrainingArguments, state: TrainerState, control: TrainerControl, **_: Any
    ) -> TrainerControl:
        self._tell(state)
        return self._steer(state, control)

    def on_substep_end(
        self, args: TrainingArguments, state: TrainerState, control: TrainerControl, **_: Any
    ) -> TrainerControl:
        if time.monotonic() - self._last_told >= 1.0:
            self._tell(state)
        return control

    def on_step_end(
        self, args: TrainingArguments, state: TrainerState, control: TrainerControl, **_: Any
    ) -> TrainerControl:
        now, last = time.monotonic(), state.global_step >= state.max_steps
        point_due = state.global_step % max(1, state.max_steps // 200) == 0
        if point_due and self._trainer.losses:
            self._add_point(state)
        if now - self._last_told >= PROGRESS_EVERY_SECONDS or last:
            self._tell(state)
        self._land(state, control)
        return self._steer(state, control)

    def _land(self, state: TrainerState, control: TrainerControl) -> None:
        landing = self._trainer.clock.after_step(state.global_step, state.max_steps)
        if landing is None:
            return
        # The scheduler has just set the next step's rate from its own course; the descent is laid over it.
        for group in self._trainer.optimizer.param_groups:
            group["lr"] *= landing.factor(state.global_step)
        if state.global_step >= landing.end:
            self.ended_early = state.global_step < state.max_steps
            control.should_training_stop = True

    def _steer(self, state: TrainerState, control: TrainerControl) -> TrainerControl:
        if self._until_step is not None and state.global_step >= self._until_step:
            control.should_training_stop = True
        if self.stopped is not None:
            control.should_training_stop = True
        due = time.monotonic() - self._last_saved >= self._every
        unfinished = state.global_step < state.max_steps and not self.ended_early
        if unfinished and state.global_step > 0 and (due or control.should_training_stop):
            control.should_save = True
            self._last_saved = time.monotonic()
        return control

    def _add_point(self, state: TrainerState) -> None:
        losses = self._trainer.losses
        # A micro-batch gives its share of a step's loss, so a step's loss is their sum.
        parts = self._trainer.args.gradient_accumulation_steps
        self.curve.append({"step": state.global_step, "loss": float(torch.stack(losses).sum()) * parts / len(losses)})
        losses.clear()

    def _tell(self, state: TrainerState) -> None:
        now = time.monotonic()
        figures: dict[str, float] = {}
        recent = self._trainer.losses or []
        if recent:
            parts = self._trainer.args.gradient_accumulation_steps
            figures["loss"] = float(torch.stack(recent[-16 * parts :]).mean()) * parts
        elif self.curve:
            figures["loss"] = self.curve[-1].get("loss", 0.0)
        tokens = self._trainer.tokens_seen - self._last_tokens
        if tokens and now > self._last_told:
            figures["tokens_per_second"] = round(tokens / (now - self._last_told))
        self._last_told, self._last_tokens = now, self._trainer.tokens_seen
        try:
            self._progress(state.global_step, state.max_steps, self._doing, figures)
        except Stopped as stop:
            self.stopped = stop


def chance(*parts: Any) -> int:
    """A seed made from what it is for: 63 bits, the same on every machine."""
    digest = hashlib.sha256(json.dumps([str(part) for part in parts]).encode()).digest()
    return int.from_bytes(digest[:8], "big") >> 1


def checkpoints(folder: Path) -> list[Path]:
    """Whole checkpoints, newest first."""
    found = [path for path in folder.glob("checkpoint-*") if (path / CURVE).is_file()]
    return sorted(found, key=lambda path: int(path.name.rsplit("-", 1)[1]), reverse=True)


def step_of(checkpoint: Path) -> int:
    return int(checkpoint.name.rsplit("-", 1)[1])


def checkpoint_to_resume(out: Path, identity: dict[str, Any], *, not_after: int | None = None) -> Path | None:
    """The newest checkpoint of the same training, or null to begin at the beginning.

    Checkpoints of another training (other settings, start or data) are removed: to go on from them would make a
    model that no plan describes.
    """
    folder = out / CHECKPOINTS
    stamp = out / IDENTITY
    text = json.dumps(identity, indent=1, sort_keys=True)
    if not stamp.is_file() or stamp.read_text(encoding="utf-8") != text:
        shutil.rmtree(folder, ignore_errors=True)
        shutil.rmtree(out / "model", ignore_errors=True)
        folder.mkdir(parents=True, exist_ok=True)
        aside = stamp.with_suffix(".tmp")
        aside.write_text(text, encoding="utf-8")
        os.replace(aside, stamp)
    folder.mkdir(parents=True, exist_ok=True)
    shutil.rmtree(folder / "writing", ignore_errors=True)
    usable = [path for path in checkpoints(folder) if not_after is None or step_of(path) <= not_after]
    return usable[0] if usable else None


def files_identity(*paths: Path) -> str:
    """A hash over files, or over the weights in a folder: whole where small, both ends where large."""
    digest = hashlib.sha256()
    for path in paths:
        files = sorted(path.glob("*.safetensors")) if path.is_dir() else [path]
        for file in files:
            if not file.is_file():
                continue
            size = file.stat().st_size
            digest.update(f"{file.name} {size}\n".encode())
            with file.open("rb") as handle:
                digest.update(handle.read(1 << 24))
                if size > 1 << 25:
                    handle.seek(-(1 << 24), os.SEEK_END)
                digest.update(handle.read(1 << 24))
    return digest.hexdigest()


def _sync_folder(folder: Path) -> None:
    for path in [*folder.iterdir(), folder]:
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
