"""Is the model on disk the one that was trained? Compared on a few prompts: their token ids, and what comes next.

"Good in training, bad after export" has few causes (adapter merged wrongly, a head that was not saved, another
template), and each shows here, long before a user meets it.
"""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from training.examples import as_dicts
from training.spec import Message, Problem

REFERENCE = "parity.json"
PROMPTS, ENTRIES = 6, 32
"""Prompts that are compared, and entries of the vocabulary, spread over it."""
TOLERANCE = 1e-3
"""In logits. A merged adapter adds in another order than a separate one, which costs some 1e-5."""


def record(model: Any, tokenizer: Any, chats: Sequence[list[Message]], texts: Sequence[str], out: Path) -> None:
    """Writes what the trainer's own model makes of a few prompts.

    Args:
        model: as it was trained, before it is merged or saved.
        chats, texts: what to take prompts from: conversations first, texts where there are none.
    """
    prompts = [as_dicts(chat[:-1]) for chat in chats[:PROMPTS]] or [text[:400] for text in texts[:PROMPTS]]
    seen = [_look(model, tokenizer, prompt) | {"prompt": prompt} for prompt in prompts]
    (out / REFERENCE).write_text(json.dumps(seen, ensure_ascii=False), encoding="utf-8")


def check(folder: Path, reference: Path) -> dict[str, float]:
    """Loads the folder as its user will and looks at the same prompts.

    Returns: {prompts, largest_difference} in logits; no prompts where no reference was written.
    Raises: Problem where ids or logits are not the trainer's.
    """
    if not reference.is_file():
        return {"prompts": 0.0, "largest_difference": 0.0}
    from transformers import AutoModelForCausalLM, AutoTokenizer

    tokenizer = AutoTokenizer.from_pretrained(folder)
    model = AutoModelForCausalLM.from_pretrained(folder)
    model.eval()
    seen = json.loads(reference.read_text(encoding="utf-8"))
    largest = 0.0
    for before in seen:
        now = _look(model, tokenizer, before["prompt"])
        if now["ids"] != before["ids"]:
            raise _broken("turns a question into other tokens than in training")
        largest = max([largest, *(abs(a - b) for a, b in zip(now["logits"], before["logits"], strict=True))])
    if not largest <= TOLERANCE:  # also where it is not a number
        raise _broken(f"differs from the trained one by up to {largest:.3g} in its logits")
    return {"prompts": float(len(seen)), "largest_difference": largest}


def _look(model: Any, tokenizer: Any, prompt: Any) -> dict[str, Any]:
    import torch

    if isinstance(prompt, str):
        ids = tokenizer(prompt)["input_ids"]
    else:
        ids = tokenizer.apply_chat_template(prompt, add_generation_prompt=True, return_dict=True)["input_ids"]
    context = int(getattr(model.config, "max_position_embeddings", 0) or len(ids))
    ids = [int(token) for token in ids][-context:]
    model.eval()
    with torch.no_grad():
        table = model(input_ids=torch.tensor([ids], device=next(model.parameters()).device), use_cache=False).logits
    last = table[0, -1].float().cpu()
    step = max(1, len(last) // ENTRIES)
    return {"ids": ids, "logits": [float(value) for value in last[::step][:ENTRIES]]}


def _broken(what: str) -> Problem:
    return Problem(
        f"The packaged model {what}, so it is not handed out.",
        next_step="This is a fault of the program: run the package step again, and report it if it stays.",
        exit_code=1,
    )
