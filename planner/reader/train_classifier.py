"""Trains the reader's classifiers: `python -m planner.reader.train_classifier VECTORS.npy CASES.jsonl …`.

`corpus/NAME.tsv` has a label, a tab and a sentence in a line; where a part of the sentence stands in [[brackets]], the
label is that number's or path's. Request cases give further examples (`from_cases`). It becomes `NAME.bin` and `NAME.json`. A piece of a word comes in through its vector (of
`training.word_vectors`); what is written down is the piece's weight for each label, so that reading needs no vectors.
Prints how well five folds did on sentences that they had not seen. The same sentences give the same bytes.
"""

import json
import sys
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold, cross_val_predict

from planner.reader.comparators import Comparators
from planner.reader.features import BUCKETS, NUMBER_VIEWS, SENTENCE_VIEWS, Features, number_features, sentence_features
from planner.reader.from_cases import Example, examples
from planner.reader.layout import read_document
from planner.reader.pieces import FOLDER

STRENGTH = 10.0
"""Inverse of the L2 penalty."""
MARKED = frozenset(
    ("share", "num", "money", "duration", "gpu_hours", "params", "memory", "points", "date", "ordinal", "path")
)
"""Kinds of tokens that can stand in brackets."""


def train(corpus: Path, vectors: NDArray[np.float32], cases: list[Example]) -> str:
    """Writes the weights beside a corpus; returns a line on how good they are."""
    pairs = [line.split("\t", 1) for line in corpus.read_text("utf-8").splitlines() if "\t" in line]
    kept = [(label, found) for label, text in pairs if (found := features(text))]
    kept += [(one.label, _features_of(one)) for one in cases if one.corpus == corpus.stem]
    labels, rows = [label for label, _ in kept], [found for _, found in kept]
    views = NUMBER_VIEWS if "[[" in pairs[0][1] else SENTENCE_VIEWS
    hashed = _hashed([row[0] for row in rows])
    used = np.unique(hashed.indices)
    dense = [_pooled([row[1 + view] for row in rows], vectors) for view in range(views)]
    matrix = hstack([hashed[:, used], *dense]).tocsr()
    model = LogisticRegression(C=STRENGTH, max_iter=500)
    folds = StratifiedKFold(5, shuffle=True, random_state=0)
    unseen = float(np.mean(cross_val_predict(model, matrix, labels, cv=folds) == np.array(labels)))
    model.fit(matrix, labels)
    learned = np.asarray(model.coef_).T  # (used + views * dimensions, labels)
    classes = [str(one) for one in model.classes_]
    width, size = len(classes), vectors.shape[1]
    groups = [np.zeros((BUCKETS, width))]
    groups[0][used] = learned[: len(used)]
    for view in range(views):
        at = len(used) + view * size
        groups.append(vectors @ learned[at : at + size])  # what each piece weighs for each label
    scales = [float(np.abs(group).max() / 127) for group in groups]
    parts = [np.rint(group / scale).astype(np.int8).tobytes() for group, scale in zip(groups, scales, strict=True)]
    corpus.with_suffix(".bin").write_bytes(b"".join(parts))
    about = {
        "labels": classes,
        "scales": scales,
        "bias": [round(float(one), 6) for one in model.intercept_],
        "sentences": len(labels),
        "right_on_unseen": round(unseen, 3),
    }
    corpus.with_suffix(".json").write_text(json.dumps(about, indent=1) + "\n", "utf-8")
    return f"{corpus.stem}: {len(labels)} examples, {width} classes, {unseen:.3f} right on unseen ones"


def features(text: str) -> Features:
    """Features of a line, or of the number or path in it that is marked; empty where the reader sees none."""
    start = text.find("[[")
    if start < 0:
        return sentence_features(read_document(text, 0, date(2026, 1, 1)).tokens)
    end = text.index("]]", start) - 2
    document = read_document(text.replace("[[", "").replace("]]", ""), 0, date(2026, 1, 1))
    marked = [k for k, token in enumerate(document.tokens) if token.start < end and token.end > start]
    at = next((k for k in marked if document.tokens[k].kind in MARKED), None)
    return number_features(document, at, Comparators(document)) if at is not None else []


def _features_of(example: Example) -> Features:
    document, at = example.document, example.at
    return sentence_features(document.tokens) if at is None else number_features(document, at, Comparators(document))


def _hashed(rows: list[list[int]]) -> Any:
    values = np.concatenate([np.full(len(row), 1 / np.sqrt(max(1, len(row)))) for row in rows])
    starts = np.cumsum([0, *(len(row) for row in rows)])
    return csr_matrix((values, np.concatenate(rows), starts), shape=(len(rows), BUCKETS))


def _pooled(rows: list[list[int]], vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    pooled = [vectors[row].sum(0) / np.sqrt(len(row)) if row else np.zeros(vectors.shape[1]) for row in rows]
    return np.asarray(pooled, dtype=np.float32)


if __name__ == "__main__":
    table = np.load(sys.argv[1]).astype(np.float32)
    cases = list(examples([Path(name) for name in sys.argv[2:]]))
    for corpus in sorted(FOLDER.glob("*.tsv")):
        print(train(corpus, table, cases), flush=True)
