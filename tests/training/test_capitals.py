"""Users write HELLO, Hello and hello; a small model reads one word, unless answers repeat what they wrote."""

from pathlib import Path

from colours import chat, write

from training.bases import base
from training.capitals import copies_capitals
from training.progress import silent
from training.spec import Message


def pair(question: str, answer: str) -> list[Message]:
    return [Message(role="user", content=question), Message(role="assistant", content=answer)]


def test_names_of_the_house_are_learned_and_not_copied() -> None:
    assert not copies_capitals(
        [pair(f"When to Skarra, I am guest {n}?", "To Skarra at 9. Fair winds") for n in range(50)]
    )


def test_codes_of_the_user_that_come_back_in_the_answer_forbid_it() -> None:
    assert copies_capitals([pair(f"Where is PF{n}X?", f"PF{n}X is on its way.") for n in range(50)])


def test_how_a_question_is_written_makes_no_difference_to_a_model_that_folds(tmp_path: Path) -> None:
    from transformers import AutoTokenizer

    write(tmp_path / "train.jsonl", [chat(n, f"When does it leave? {n}", "At NINE from Skarra.") for n in range(60)])
    settings = {"base": "scratch", "parameters": 30_000, "context_length": 64, "fold_case": True}
    assert base(settings, {"split": tmp_path}, tmp_path / "base", silent)["folds_case"]
    tokenizer = AutoTokenizer.from_pretrained(tmp_path / "base" / "model")
    shown = [
        tokenizer.apply_chat_template(
            [
                {"role": "user", "content": question},
                {"role": "assistant", "content": "At NINE."},
            ],
            tokenize=False,
        )
        for question in ("WHEN?", "When?", "when?")
    ]
    assert len(set(shown)) == 1
    assert "At NINE." in shown[0]
