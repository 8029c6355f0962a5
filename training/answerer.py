"""A finished model that answers: loaded from its folder as a user would load it, and nothing else."""

import time
from pathlib import Path
from typing import Any, NamedTuple

from training.examples import as_dicts
from training.spec import Message, Problem

AT_ONCE = 64
"""Questions that are answered together; they are sorted by length, so little of a batch is filling."""


class Answer(NamedTuple):
    text: str
    seconds: float
    """Its share of the wall-clock time of those that were answered together."""


class Answerer:
    """Answers conversations, most likely token first, until the model ends its turn."""

    def __init__(self, folder: Path | str, *, max_new_tokens: int = 256) -> None:
        """
        Raises: Problem where the folder holds no model that plain transformers opens.
        """
        import torch
        from transformers import AutoModelForCausalLM, AutoTokenizer

        from training.precision import use_physical_cores
        from training.quiet import quiet_libraries

        quiet_libraries()
        use_physical_cores()
        try:
            self.tokenizer: Any = AutoTokenizer.from_pretrained(folder)
            self.model: Any = AutoModelForCausalLM.from_pretrained(folder)
        except (OSError, ValueError, KeyError) as error:
            raise Problem(
                f"The model in {folder} can't be opened: {str(error).splitlines()[0]}",
                next_step="Run the package step again, or name a folder with config.json and model.safetensors in it.",
            ) from error
        if self.tokenizer.chat_template is None:
            raise Problem(
                f"The model in {folder} has no chat template, so it doesn't know how a question looks.",
                next_step="Package it again: the package step adds the template.",
            )
        self.device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
        self.model.to(self.device).eval()
        self.max_new_tokens = max_new_tokens

    def answer(self, conversations: list[list[Message]]) -> list[Answer]:
        """One answer to each conversation, in order; a conversation ends with the user's question.

        A question that does not fit into the model's context loses its beginning.
        """
        prompts = self._prompts(conversations)
        by_length = sorted(range(len(prompts)), key=lambda number: len(prompts[number]))
        answers: list[Answer | None] = [None] * len(prompts)
        for begin in range(0, len(by_length), AT_ONCE):
            batch = by_length[begin : begin + AT_ONCE]
            for number, answer in zip(batch, self._answer_batch([prompts[number] for number in batch]), strict=True):
                answers[number] = answer
        return [answer for answer in answers if answer is not None]

    def bits_per_character(self, texts: list[str]) -> float:
        """How well the model foretells texts, over all of them together; not a number where they are empty."""
        from training.measure import bits_per_character

        return bits_per_character(self.model, self.tokenizer, texts)

    def _prompts(self, conversations: list[list[Message]]) -> list[list[int]]:
        if not conversations:
            return []
        try:
            shown = self.tokenizer.apply_chat_template(
                [as_dicts(messages) for messages in conversations], add_generation_prompt=True, return_dict=True
            )
        except Exception as error:  # templates raise errors of their own kinds
            raise Problem(
                f"The model's chat template can't show this conversation: {error}",
                next_step="Leave out system messages, and let user and assistant take turns.",
            ) from error
        context = int(getattr(self.model.config, "max_position_embeddings", 0) or 0)
        room = max(1, context - min(self.max_new_tokens, context // 2)) if context else 0
        return [[int(token) for token in ids][-room:] for ids in shown["input_ids"]]

    def _answer_batch(self, prompts: list[list[int]]) -> list[Answer]:
        import torch

        began = time.perf_counter()
        longest = max(map(len, prompts))
        filling = self.tokenizer.pad_token_id
        if filling is None:
            filling = self.tokenizer.eos_token_id or 0
        ids = torch.full((len(prompts), longest), int(filling), dtype=torch.long)
        mask = torch.zeros((len(prompts), longest), dtype=torch.long)
        for row, prompt in enumerate(prompts):
            ids[row, longest - len(prompt) :] = torch.tensor(prompt)
            mask[row, longest - len(prompt) :] = 1
        context = int(getattr(self.model.config, "max_position_embeddings", 0) or 0)
        most = max(1, min(self.max_new_tokens, context - longest)) if context else self.max_new_tokens
        with torch.inference_mode():
            written = self.model.generate(
                input_ids=ids.to(self.device),
                attention_mask=mask.to(self.device),
                max_new_tokens=most,
                do_sample=False,
                num_beams=1,
                pad_token_id=int(filling),
            )
        texts = self.tokenizer.batch_decode(written[:, longest:], skip_special_tokens=True)
        seconds = (time.perf_counter() - began) / len(prompts)
        return [Answer(text.strip(), seconds) for text in texts]
