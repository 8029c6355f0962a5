"""Keeps libraries from talking over our own progress."""

import logging
import os
import warnings


def quiet_libraries() -> None:
    """Call before the first use of transformers or TRL. Errors still get through."""
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")
    os.environ.setdefault("HF_HUB_DISABLE_PROGRESS_BARS", "1")
    os.environ.setdefault("TRL_EXPERIMENTAL_SILENCE", "1")
    from transformers.utils import logging as transformers_logging

    transformers_logging.set_verbosity_error()
    transformers_logging.disable_progress_bar()
    logging.getLogger("trl").setLevel(logging.ERROR)
    # transformers renames gradient_checkpointing while TRL still uses the old name; nothing a user can act on.
    warnings.filterwarnings("ignore", message=".*gradient_checkpointing.*")
    warnings.filterwarnings("ignore", category=FutureWarning, module="trl.*")
