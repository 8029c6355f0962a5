"""Reads a model in the llama2.c format (`version 0`) as a Llama: Karpathy's stories260K is one.

Format: 7 little-endian int32 (dim, hidden_dim, n_layers, n_heads, n_kv_heads, vocab_size, seq_len), then float32
weights in a fixed order. Source: https://github.com/karpathy/llama2.c, `run.c`.
"""

import struct
from pathlib import Path
from typing import Any

import numpy as np
import torch
from tokenizers import AddedToken, Tokenizer, decoders, models, normalizers
from transformers import LlamaConfig, LlamaForCausalLM, PreTrainedTokenizerFast

from training.spec import Problem

HEADER = struct.Struct("<7i")


def find_llama2c(folder: Path) -> tuple[Path, Path] | None:
    """Weights and vocabulary of a llama2.c folder; null where it is none: no config.json, and such a pair of files."""
    if (folder / "config.json").exists():
        return None
    vocabularies = sorted(folder.glob("tok*.bin"))
    weights = sorted(path for path in folder.glob("*.bin") if path not in vocabularies)
    return (weights[0], vocabularies[0]) if weights and vocabularies else None


def load_llama2c(weights: Path, vocabulary: Path) -> tuple[LlamaForCausalLM, PreTrainedTokenizerFast]:
    """Raises: Problem where the file's length doesn't fit its header."""
    model = _model(weights)
    return model, _tokenizer(vocabulary, model.config.vocab_size, model.config.max_position_embeddings)


def _model(path: Path) -> LlamaForCausalLM:
    raw = path.read_bytes()
    if len(raw) < HEADER.size:
        raise _broken(path)
    dim, hidden, layers, heads, kv_heads, vocab, context = HEADER.unpack_from(raw)
    if min(dim, hidden, layers, heads, kv_heads, context) <= 0 or vocab == 0 or dim % heads or heads % kv_heads:
        raise _broken(path)
    tied, vocab = vocab > 0, abs(vocab)
    values = np.frombuffer(raw, dtype="<f4", offset=HEADER.size, count=(len(raw) - HEADER.size) // 4)
    head_dim, position = dim // heads, 0

    def take(*shape: int) -> torch.Tensor:
        nonlocal position
        count = int(np.prod(shape))
        if position + count > values.size:
            raise _broken(path)
        part = values[position : position + count].reshape(shape)
        position += count
        return torch.from_numpy(part.astype(np.float32))

    kv = kv_heads * head_dim
    embeddings = take(vocab, dim)
    stacks = {
        "input_layernorm": take(layers, dim),
        "self_attn.q_proj": take(layers, dim, dim),
        "self_attn.k_proj": take(layers, kv, dim),
        "self_attn.v_proj": take(layers, kv, dim),
        "self_attn.o_proj": take(layers, dim, dim),
        "post_attention_layernorm": take(layers, dim),
        "mlp.gate_proj": take(layers, hidden, dim),
        "mlp.down_proj": take(layers, dim, hidden),
        "mlp.up_proj": take(layers, hidden, dim),
    }
    state = {"model.embed_tokens.weight": embeddings, "model.norm.weight": take(dim)}
    for name, stack in stacks.items():
        for layer in range(layers):
            weight = stack[layer]
            if name.endswith("q_proj"):
                weight = _halves_rotated(weight, heads)
            elif name.endswith("k_proj"):
                weight = _halves_rotated(weight, kv_heads)
            state[f"model.layers.{layer}.{name}.weight"] = weight.contiguous()
    if tied:
        state["lm_head.weight"] = embeddings
    else:
        take(context, head_dim // 2), take(context, head_dim // 2)  # tables of the rotation, not weights
        state["lm_head.weight"] = take(vocab, dim)

    config = LlamaConfig(
        vocab_size=vocab,
        hidden_size=dim,
        intermediate_size=hidden,
        num_hidden_layers=layers,
        num_attention_heads=heads,
        num_key_value_heads=kv_heads,
        head_dim=head_dim,
        max_position_embeddings=context,
        rms_norm_eps=1e-5,
        tie_word_embeddings=tied,
        bos_token_id=1,
        eos_token_id=2,
    )
    model = LlamaForCausalLM(config)
    model.load_state_dict(state)
    return model


def _halves_rotated(weight: torch.Tensor, heads: int) -> torch.Tensor:
    """From rotation of neighbours (x0 with x1) to rotation of halves (x0 with x_{d/2}), as transformers does it.

    Args:
        weight: (heads * head_dim, dim).
    """
    rows, dim = weight.shape
    return weight.view(heads, rows // heads // 2, 2, dim).transpose(1, 2).reshape(rows, dim)


def _tokenizer(path: Path, vocabulary_size: int, context_length: int) -> PreTrainedTokenizerFast:
    """The same pieces as BPE: sentencepiece merges the pair whose joined piece scores best, so every way to
    cut a piece in two is a merge, in the order of the scores."""
    pieces = _pieces(path, vocabulary_size)
    texts: list[str] = []
    for index, (_, piece) in enumerate(pieces):
        # ids 0-2 are markers and 3-258 stand for bytes that no piece has.
        texts.append(piece.decode("utf-8", errors="replace") if index < 259 else piece.decode("utf-8"))
    texts[:3] = ["<unk>", "<s>", "</s>"]
    texts[3:259] = [f"<0x{byte:02X}>" for byte in range(256)]
    texts = [text.replace(" ", "▁") if index >= 259 else text for index, text in enumerate(texts)]
    ids = {text: index for index, text in enumerate(texts)}
    merges: list[tuple[str, str]] = []
    for index in sorted(range(259, len(pieces)), key=lambda index: (-pieces[index][0], index)):
        text = texts[index]
        merges += [
            (text[:cut], text[cut:])
            for cut in range(1, len(text))
            if ids.get(text[:cut], 0) >= 259 and ids.get(text[cut:], 0) >= 259
        ]
    tokenizer = Tokenizer(models.BPE(vocab=ids, merges=merges, unk_token="<unk>", fuse_unk=True, byte_fallback=True))
    tokenizer.normalizer = normalizers.Sequence([normalizers.Prepend("▁"), normalizers.Replace(" ", "▁")])
    tokenizer.decoder = decoders.Sequence(
        [
            decoders.Replace("▁", " "),
            decoders.ByteFallback(),
            decoders.Fuse(),
            decoders.Strip(content=" ", left=1),
        ]
    )
    special = [AddedToken(text, special=True, normalized=False) for text in ("<unk>", "<s>", "</s>")]
    tokenizer.add_special_tokens(special)
    return PreTrainedTokenizerFast(
        tokenizer_object=tokenizer,
        model_max_length=context_length,
        unk_token="<unk>",
        bos_token="<s>",
        eos_token="</s>",
        clean_up_tokenization_spaces=False,
    )


def _pieces(path: Path, count: int) -> list[tuple[float, bytes]]:
    raw, position, pieces = path.read_bytes(), 4, []
    for _ in range(count):
        if position + 8 > len(raw):
            raise _broken(path)
        score, length = struct.unpack_from("<fi", raw, position)
        pieces.append((score, raw[position + 8 : position + 8 + length]))
        position += 8 + length
    return pieces


def _broken(path: Path) -> Problem:
    return Problem(
        f"{path.name} is not a whole model in the llama2.c format.",
        next_step="Copy the file again, or name another base model.",
    )


def describe(folder: Path) -> dict[str, Any]:
    """Where a converted base came from, for the model card."""
    found = find_llama2c(folder)
    assert found is not None
    return {"format": "llama2.c", "files": [path.name for path in found]}
