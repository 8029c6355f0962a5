"""What a base says of its own accord: text to measure later how much of what it knew it has forgotten.

No general corpus is shipped and none may be fetched, and a base's training data is rarely known. But what a model
writes from nothing is drawn from what it has learned, so its likelihood under the trained model tells what is lost
(pseudo-rehearsal, Robins 1995, https://doi.org/10.1080/09540099550039318).
"""

from typing import Any

OWN_WORDS = "own_words.txt"
"""Beside the base's model: what it wrote, texts parted by an empty line."""
TEXTS, TOKENS = 48, 192
LARGE = 100_000_000
"""Parameters from which a CPU would write too long: it writes less."""


def own_words(model: Any, tokenizer: Any, seed: int) -> list[str]:
    """Texts that the model writes from nothing, sampled at temperature 1; the same for the same seed."""
    import torch

    from training.tokenizer import text_separator

    model.eval()
    torch.manual_seed(seed)
    on_cpu = next(model.parameters()).device.type == "cpu"
    small = on_cpu and sum(weight.numel() for weight in model.parameters()) > LARGE
    begin = torch.full((TEXTS // 4 if small else TEXTS, 1), text_separator(tokenizer), device=model.device)
    with torch.no_grad():
        written = model.generate(
            input_ids=begin,
            attention_mask=torch.ones_like(begin),
            do_sample=True,
            temperature=1.0,
            top_k=50,
            max_new_tokens=TOKENS // 2 if small else TOKENS,
            pad_token_id=tokenizer.pad_token_id if tokenizer.pad_token_id is not None else text_separator(tokenizer),
        )
    texts = tokenizer.batch_decode(written[:, 1:], skip_special_tokens=True)
    return [" ".join(text.split()) for text in texts if text.strip()]
