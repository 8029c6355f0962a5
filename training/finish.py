"""The last act of every training: the model as a folder that is there whole or not at all."""

import os
import shutil
from pathlib import Path
from typing import Any

from training.adapter import merged

OWN_RESULT = "trained.json"
"""What a training came to, in its folder. The executor has a result.json of its own there."""


def save_model(model: Any, tokenizer: Any, folder: Path) -> None:
    """Merges an adapter, and saves weights, tokenizer and settings for generating; replaces what is there."""
    model = merged(model)
    # Only training needs it; a model that is used drops nothing.
    model.config.attention_dropout = 0.0
    model.config.use_cache = True
    aside = folder.with_name(folder.name + ".writing")
    shutil.rmtree(aside, ignore_errors=True)
    model.save_pretrained(aside)
    tokenizer.save_pretrained(aside)
    shutil.rmtree(folder, ignore_errors=True)
    os.replace(aside, folder)
