"""The split is drawn by the seed alone, keeps what belongs together on one side, and never trains on a test."""

from pathlib import Path
from typing import Any

import pytest
from conftest import lines, write_csv, write_jsonl

from training.data import clean, split
from training.data.conversation import conversation
from training.data.passages import MOST, passages
from training.spec import Example
from training.spec.spec import Cleaning, Source

THINGS = ["umbrella", "bicycle", "suitcase", "guitar", "kayak", "wardrobe", "parrot", "piano", "ladder", "drone"]
PLACES = ["harbour", "island", "lighthouse", "museum", "station", "airport", "market", "castle"]


def files(out: Path) -> dict[str, list[Example]]:
    return {path.stem: [Example.model_validate(row) for row in lines(path)] for path in sorted(out.glob("*.jsonl"))}


def run(
    folder: Path,
    sources: list[Source],
    task: str = "support_chat",
    holdout: float = 0.2,
    seed: int = 1,
    **cleaning: Any,
) -> tuple[dict[str, Any], dict[str, list[Example]]]:
    clean(sources, folder / "clean", Cleaning(**cleaning), root=folder)
    out = folder / f"split{seed}"
    return split(folder / "clean", out, holdout=holdout, seed=seed, task=task), files(out)


def questions() -> list[dict[str, str]]:
    return [
        {
            "question": f"May I bring my {thing} to the {place}?",
            "answer": f"Yes, a {thing} may come along to the {place}.",
        }
        for thing in THINGS
        for place in PLACES
    ]


def test_shares_are_kept_and_the_same_seed_draws_the_same(tmp_path: Path) -> None:
    write_jsonl(tmp_path / "q.jsonl", questions())
    figures, first = run(tmp_path, [Source(path="q.jsonl")])
    assert (figures["heldout"], figures["validation"], figures["train"]) == (16, 6, 58)
    before = {path.name: path.read_bytes() for path in (tmp_path / "split1").iterdir()}
    run(tmp_path, [Source(path="q.jsonl")])
    assert {path.name: path.read_bytes() for path in (tmp_path / "split1").iterdir()} == before
    _, other = run(tmp_path, [Source(path="q.jsonl")], seed=2)
    assert {e.id for e in other["heldout"]} != {e.id for e in first["heldout"]}
    assert first["train"][0].messages[0].role == "user"
    assert first["train"][0].messages[-1].role == "assistant"


def test_one_customers_talks_and_rewordings_stay_on_one_side(tmp_path: Path) -> None:
    rows = [[f"ana{n % 9}@example.com", q["question"], q["answer"]] for n, q in enumerate(questions())]
    rows += [[f"bob{n}@example.com", f"Hello, {q['question']} Thanks!", q["answer"]] for n, q in enumerate(questions())]
    write_csv(tmp_path / "t.csv", ["customer_email", "question", "reply"], rows)
    _, found = run(tmp_path, [Source(path="t.csv")], near_dedup=False)
    sides: dict[str, set[str]] = {}
    for name in ("train", "validation", "heldout"):
        for example in found[name]:
            sides.setdefault(example.group, set()).add(name)
    assert all(len(names) == 1 for names in sides.values())
    asked = {
        name: {e.messages[0].content.removeprefix("Hello, ").removesuffix(" Thanks!") for e in found[name]}
        for name in ("train", "heldout")
    }
    assert not asked["train"] & asked["heldout"]
    assert found["heldout"]


def test_classes_are_split_class_by_class(tmp_path: Path) -> None:
    rows = [
        [f"My {thing} is lost near the {place}, it is number {n}", "lost" if n % 4 else "found"]
        for n, (thing, place) in enumerate((t, p) for t in THINGS for p in PLACES)
    ]
    write_csv(tmp_path / "t.csv", ["text", "label"], rows)
    figures, found = run(tmp_path, [Source(path="t.csv")], task="classification")
    assert [sum(e.messages[-1].content == "found" for e in found[name]) for name in ("heldout", "train")] == [4, 14]
    assert set(figures["labels"]) == {"lost", "found"}
    assert found["train"][0].role == "labels"


def test_tests_are_judged_on_whole_and_what_repeats_one_is_taken_out(tmp_path: Path) -> None:
    write_jsonl(tmp_path / "q.jsonl", questions())
    write_jsonl(
        tmp_path / "mine.jsonl", [{"question": q["question"].upper(), "expected": q["answer"]} for q in questions()[:3]]
    )
    for decontaminate in (True, False):
        figures, found = run(
            tmp_path, [Source(path="q.jsonl"), Source(path="mine.jsonl", role="tests")], decontaminate=decontaminate
        )
        assert figures["taken_out"] == 3
        assert [e.source for e in found["heldout"][:3]] == ["mine.jsonl"] * 3
        assert {e.role for e in found["heldout"][:3]} == {"tests"}
        trained = {e.messages[0].content for name in ("train", "validation") for e in found[name]}
        assert not trained & {q["question"] for q in questions()[:3]}


def test_enough_tests_leave_everything_else_to_learn_from(tmp_path: Path) -> None:
    write_jsonl(tmp_path / "train.jsonl", questions())
    write_jsonl(
        tmp_path / "test.jsonl",
        [
            {"question": f"Is the {place} open on day {n}?", "answer": "It is open."}
            for n in range(5)
            for place in PLACES
        ],
    )
    figures, _ = run(tmp_path, [Source(path="train.jsonl"), Source(path="test.jsonl")])
    assert (figures["heldout"], figures["tests"], figures["train"] + figures["validation"]) == (40, 40, 80)


def test_documents_are_held_out_file_by_file(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    for number, thing in enumerate(THINGS * 2):
        body = "\n\n".join(
            f"## {place} and {thing}\n\nThe {place} takes a {thing} on level {number}. "
            + f"Ask at desk {number} about the {thing}, the {place} and the price. " * 4
            for place in PLACES[:3]
        )
        (tmp_path / "docs" / f"{number}.md").write_text(f"# {thing} {number}\n\n{body}\n")
    figures, found = run(tmp_path, [Source(path="docs")], near_dedup=False)
    held = {e.source for e in found["passages_heldout"]}
    assert len(held) == 2
    assert not held & {e.source for e in found["passages_train"]}
    assert figures["passages_train"] == len(found["passages_train"])
    assert found["passages_train"][0].text
    assert not found["train"]


def test_a_talk_gives_its_last_answer_and_each_earlier_one_of_substance(tmp_path: Path) -> None:
    said = [
        "Hi",
        "Hello!",
        "May I bring my kayak on board?",
        "Yes, a kayak may come along on the car deck for eight euros.",
        "Super",
        "Have a good trip, and see you on board!",
    ]
    write_jsonl(
        tmp_path / "c.jsonl",
        [{"conversations": [{"from": "human" if n % 2 == 0 else "gpt", "value": text} for n, text in enumerate(said)]}],
    )
    _, found = run(tmp_path, [Source(path="c.jsonl")], holdout=0)
    examples = found["train"]
    assert [e.messages[-1].content for e in examples] == [said[3], said[5]]
    assert [m.role for m in examples[1].messages] == ["user", "assistant"] * 3
    assert len({e.group for e in examples}) == 1
    assert [e.id for e in examples] == ["c.jsonl#0/1", "c.jsonl#0"]


@pytest.mark.parametrize(
    ("speakers", "roles"),
    [
        (["customer", "agent"], ["user", "assistant"]),
        (["human", "gpt"], ["user", "assistant"]),
        (["Support Bot", "Visitor"], ["assistant", "user"]),
        (["Ana", "Ben"], ["user", "assistant"]),
        (["system", "user", "assistant"], ["system", "user", "assistant"]),
    ],
)
def test_speakers_become_user_and_assistant(speakers: list[str], roles: list[str]) -> None:
    turns = conversation({"m": [{"role": who, "content": f"I am {who}"} for who in speakers]}, {"messages": "m"})
    assert [turn.role for turn in turns] == roles


def test_an_instruction_with_its_input_is_one_question() -> None:
    fields = {"instruction": "Translate.", "input": "Haus", "output": "house"}
    turns = conversation(fields, {"user": "instruction", "given": "input", "assistant": "output"})
    assert [turn.content for turn in turns] == ["Translate.\n\nHaus", "house"]


def test_answers_judged_bad_are_never_imitated(tmp_path: Path) -> None:
    write_jsonl(
        tmp_path / "k.jsonl",
        [{"prompt": q["question"], "completion": q["answer"], "label": n % 2 == 0} for n, q in enumerate(questions())],
    )
    figures, found = run(tmp_path, [Source(path="k.jsonl")])
    assert figures["judged_bad"] == 40
    assert sum(len(found[name]) for name in ("train", "validation", "heldout")) == 40


def test_passages_follow_headings_keep_tables_and_stay_short() -> None:
    table = "| Route | Fare |\n| --- | --- |\n" + "\n".join(f"| to place {n} | {n} euros |" for n in range(200))
    prose = "This is a sentence about the fare. " * 120
    found = passages(f"---\ntitle: x\n---\n# Fares\n\n{prose}\n\n## Table\n\n{table}\n\n```\n# no heading\n```\n")
    assert all(len(part) <= MOST + 200 for part in found)
    assert found[0].startswith("# Fares")
    tables = [part for part in found if "| Route | Fare |" in part]
    assert len(tables) > 1, "a long table is cut by rows and each part has the header"
    assert all("# Fares\n## Table" in part for part in tables[:1])
    assert sum(part.count("euros |") for part in found) == 200
