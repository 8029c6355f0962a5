"""What is asked: everything, or a sample that is the same in every run; and what graders may know."""

from pathlib import Path

import pytest
from made_up_split import all_chats, chat, page, spec, write_split

from evals.heldout import MAX_EXAMPLES, MAX_SHORT, prompt_of, read_heldout, shared_context
from training.spec import Message, Problem
from training.spec.spec import RubricItem


def test_long_answers_are_sampled_and_short_ones_asked_in_larger_numbers(tmp_path: Path) -> None:
    long = [chat(str(n), f"Question {n}?", f"An answer of some length, to question number {n}.") for n in range(1200)]
    short = [chat(str(n), f"Message {n}", "label") for n in range(4500)]
    assert len(read_heldout(write_split(tmp_path / "a", heldout=long)).examples) == MAX_EXAMPLES
    found = read_heldout(write_split(tmp_path / "b", heldout=short))
    assert (len(found.examples), found.available) == (MAX_SHORT, 4500)
    assert found.examples == read_heldout(tmp_path / "b").examples
    assert found.examples != read_heldout(tmp_path / "b", seed=1).examples


def test_two_questions_of_one_id_are_told_apart(tmp_path: Path) -> None:
    twice = [chat("1", "First?", "One thing."), chat("1", "Second?", "Another thing.")]
    assert len({one.id for one in read_heldout(write_split(tmp_path, heldout=twice)).examples}) == 2


def test_a_question_without_an_answer_is_not_asked(tmp_path: Path) -> None:
    empty = chat("1", "Hello?", " ")
    assert read_heldout(write_split(tmp_path, heldout=[empty])).examples == []


def test_a_broken_line_is_named(tmp_path: Path) -> None:
    write_split(tmp_path, heldout=all_chats()[:2])
    with (tmp_path / "heldout.jsonl").open("a") as file:
        file.write("{torn")
    with pytest.raises(Problem, match="Line 3 of heldout"):
        read_heldout(tmp_path)


def test_several_turns_keep_their_speakers() -> None:
    one = chat("1", "Hi", "Bye")
    turns = [Message(role="user", content="Hi"), Message(role="assistant", content="Yes?"), *one.messages]
    assert prompt_of(one) == "Hi"
    assert prompt_of(one.model_copy(update={"messages": turns})) == "User: Hi\nAssistant: Yes?\nUser: Hi"


def test_graders_know_the_house_from_what_was_learned_and_never_from_what_is_asked(tmp_path: Path) -> None:
    words = page("glossary", "| We say | We don't say |\n|---|---|\n| plant pass | voucher |")
    more = words.model_copy(update={"id": "glossary.md#0/1", "text": "| herb spiral | herb snail |\n"})
    split = write_split(
        tmp_path,
        train=[chat(str(n), "Which one?", "herb") for n in range(3)],
        heldout=[chat("x", "Which one?", "tree")],
        passages_train=[words, more],
    )
    rubric = [RubricItem(criterion="terminology", weight=1.0, detail="a “basket”, never a “bag”")]
    context = shared_context(spec(task="classification", rubric=rubric), read_heldout(split))
    assert context.labels == {"herb"}
    assert [(term.use, term.instead_of) for term in context.terms] == [
        ("basket", ("bag",)),
        ("plant pass", ("voucher",)),
        ("herb spiral", ("herb snail",)),
    ]
