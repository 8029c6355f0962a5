"""What is learned from a conversation: the answer, and nothing that the user says."""

from pathlib import Path

import pytest
from transformers import AutoTokenizer

from training.chat_batches import ChatBatches, encode
from training.examples import conversations


@pytest.fixture
def tokenizer(scratch: Path) -> object:
    return AutoTokenizer.from_pretrained(scratch / "model")


def rows_of(split: Path, tokenizer: object) -> list:
    return encode(tokenizer, conversations(split / "train.jsonl"), 128)[0]


def test_only_the_answer_and_its_end_are_learned(split: Path, tokenizer: object) -> None:
    chat = conversations(split / "train.jsonl")[0]
    ids, labels = encode(tokenizer, [chat], 128)[0][0]
    learned = [label for label in labels if label != -100]
    assert tokenizer.decode(learned) == chat[-1].content + "<|im_end|>"
    assert [one for one, label in zip(ids, labels, strict=True) if label != -100] == learned


def test_a_conversation_that_is_too_long_keeps_its_end(split: Path, tokenizer: object) -> None:
    chat = conversations(split / "train.jsonl")[0]
    (ids, _labels), cut = encode(tokenizer, [chat], 9)[0][0], encode(tokenizer, [chat], 9)[1]
    assert cut == 1
    assert len(ids) == 9
    assert tokenizer.decode(ids).endswith("<|im_end|>")


def test_each_row_comes_once_a_pass(split: Path, tokenizer: object) -> None:
    rows = rows_of(split, tokenizer)
    batches = ChatBatches(rows, epochs=1, batch_size=16, accumulate=2, seed=0, never_changed=set())
    count = sum(batches[index]["input_ids"].shape[0] for index in range(len(batches)))
    assert count == len(rows)


def test_word_dropout_leaves_answers_and_markers_alone(split: Path, tokenizer: object) -> None:
    rows = rows_of(split, tokenizer)
    markers = set(tokenizer.all_special_ids)
    batches = ChatBatches(rows, epochs=1, batch_size=200, seed=0, never_changed=markers, word_dropout=0.4)
    plain = ChatBatches(rows, epochs=1, batch_size=200, seed=0, never_changed=markers)
    changed, whole = batches[0], plain[0]
    assert (changed["labels"] != -100).sum() == (whole["labels"] != -100).sum()
    for marker in markers - {tokenizer.pad_token_id}:
        assert (changed["input_ids"] == marker).sum() == (whole["input_ids"] == marker).sum()
    assert (changed["input_ids"] != 0).sum() < 0.95 * (whole["input_ids"] != 0).sum()
