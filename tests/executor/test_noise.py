"""A question may lose words where its gist decides, and none where each word counts."""

import pytest

from executor.rules.noise import dropout, fold_case, pretrain_dropout, word_dropout


@pytest.mark.parametrize("task", ["classification", "support_chat", "document_qa"])
def test_a_small_new_model_is_kept_from_learning_by_heart(task: str) -> None:
    assert 0 < word_dropout(task, 2000, from_scratch=True).value < 0.3
    assert 0 < dropout(task, 2000, from_scratch=True).value < 0.3


@pytest.mark.parametrize("task", ["translation", "code", "extraction", "reasoning", "tool_use", "summarization"])
def test_no_word_is_left_out_where_each_counts(task: str) -> None:
    assert word_dropout(task, 2000, from_scratch=True).value == 0


def test_a_finished_base_and_plenty_of_examples_need_no_noise() -> None:
    assert word_dropout("classification", 2000, from_scratch=False).value == 0
    assert dropout("classification", 2000, from_scratch=False).value == 0
    assert word_dropout("classification", 1_000_000, from_scratch=True).value == 0


def test_each_choice_has_a_reason() -> None:
    for task in ("classification", "code"):
        assert word_dropout(task, 10, from_scratch=True).why
        assert dropout(task, 10, from_scratch=True).why


def test_capitals_are_kept_where_they_can_matter() -> None:
    assert fold_case("support_chat").value
    assert not fold_case("code").value
    assert not fold_case(None).value


def test_text_that_is_read_once_needs_no_dropout() -> None:
    assert pretrain_dropout(1.0, from_scratch=True).value == 0
    assert pretrain_dropout(4.0, from_scratch=True).value > 0
    assert pretrain_dropout(4.0, from_scratch=False).value == 0
