"""Every record ends in one of two files, with a reason that holds; and what only looks bad is kept."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from conftest import Cleaned, read_back, write_csv, write_jsonl

from training.data import clean
from training.spec import Problem
from training.spec.spec import Cleaning, Source

Run = Callable[..., Cleaned]
LONG = "The old harbour has three quays. Ships for the islands leave from the northern one, every hour from six in the morning."


def texts(*lines: str) -> list[dict[str, Any]]:
    return [{"id": f"d{number}", "text": line} for number, line in enumerate(lines)]


def test_each_record_is_in_exactly_one_file_with_the_contracts_fields(folder: Path, cleaned: Run) -> None:
    write_jsonl(
        folder / "a.jsonl", [*texts(LONG, LONG, "", "Write to ana@example.com about the lost umbrella, please.")]
    )
    with (folder / "a.jsonl").open("a") as file:
        file.write('{"text": "cut o\n\n')
    (folder / "b.bin").write_bytes(bytes(range(256)) * 40)
    result = cleaned()
    places = [(row["source"], row["index"]) for row in (*result.kept, *result.dropped)]
    assert sorted(places) == [("a.jsonl", i) for i in range(5)] + [("b.bin", 0)]
    for row in result.kept:
        assert {"source", "index", "line", "role", "language", "text", "redactions"} <= set(row)
    for row in result.dropped:
        assert {"source", "index", "line", "reason", "duplicate_of", "detail"} <= set(row)
    assert result.reasons() == {
        ("a.jsonl", 1): "exact_duplicate",
        ("a.jsonl", 2): "corrupted",
        ("a.jsonl", 4): "corrupted",
        ("b.bin", 0): "unreadable",
    }
    assert result.report["records"] == 6 == result.report["kept"] + result.report["dropped"]
    (masked,) = [row for row in result.kept if row["redactions"]]
    (span,) = masked["redactions"]
    assert "Write to ana@example.com about"[span["start"] : span["end"]] == "ana@example.com"
    assert "[EMAIL_1]" in masked["text"]


def test_two_runs_give_the_same_bytes(folder: Path, cleaned: Run) -> None:
    write_jsonl(
        folder / "a.jsonl", texts(*(f"{LONG} Number {number % 7} is special, said Ana." for number in range(60)))
    )
    (folder / "x.md").write_text(f"# Quays\n\n{LONG}\n")
    first, second = cleaned("one"), cleaned("two")
    for name in ("kept.jsonl", "dropped.jsonl"):
        assert (first.out / name).read_bytes() == (second.out / name).read_bytes()


def test_case_spaces_and_punctuation_make_no_difference_but_numbers_do(folder: Path, cleaned: Run) -> None:
    write_jsonl(
        folder / "a.jsonl",
        texts(
            "Do you sail at 5?", "do you  sail, at 5", "Do you sail at 6?", "Do you sail at 1.5?", "Do you sail at 15?"
        ),
    )
    assert cleaned().reasons() == {("a.jsonl", 1): "exact_duplicate"}


ASKED = "How long does the crossing to the northern island take when the weather is bad and the sea is rough?"


@pytest.mark.parametrize(
    ("other", "same"),
    [
        pytest.param(
            ASKED.replace("weather", "wheather").replace("crossing", "corssing"), True, id="slips of the keys"
        ),
        pytest.param(f"Hello there, {ASKED} Thanks a lot!", True, id="greeting and thanks"),
        pytest.param(f"{ASKED}\n\n-- \nSent from my phone", True, id="footer"),
        pytest.param(ASKED.replace("rough", "calm"), False, id="another word"),
        pytest.param(ASKED.replace("is bad", "is not bad"), False, id="the opposite"),
        pytest.param(ASKED.replace("northern", "southern"), False, id="another place"),
    ],
)
def test_nearly_the_same_question_with_the_same_answer_is_a_copy(
    folder: Path, cleaned: Run, other: str, same: bool
) -> None:
    answer = "It takes an hour and a half, and up to three hours when the sea is rough."
    write_jsonl(folder / "a.jsonl", [{"question": q, "answer": answer} for q in (ASKED, other)])
    assert cleaned().reasons() == ({("a.jsonl", 1): "near_duplicate"} if same else {})


def test_the_same_question_with_another_answer_or_class_is_no_copy(folder: Path, cleaned: Run) -> None:
    write_jsonl(
        folder / "a.jsonl",
        [
            {"question": ASKED, "answer": a}
            for a in ("It takes an hour and a half.", "It takes three hours and we serve tea.")
        ],
    )
    write_csv(
        folder / "b.csv",
        ["text", "intent"],
        [[ASKED, "duration"], [ASKED, "weather"], [f"{ASKED} please", "duration"]] * 2,
    )
    assert set(cleaned().reasons()) == {("b.csv", i) for i in (2, 3, 4, 5)}


def test_commands_and_codes_are_compared_to_the_letter(folder: Path, cleaned: Run) -> None:
    tasks = [(f"jump {how} and walk {where} twice after run {way}", f"I_{how.upper()} I_{where.upper()} I_{way.upper()}")
             for how in ("left", "right") for where in ("left", "right") for way in ("left", "right")]  # fmt: skip
    (folder / "t.txt").write_text("".join(f"IN: {i} OUT: {o}\n" for i, o in tasks))
    assert cleaned().reasons() == {}


def test_code_differs_by_a_sign(folder: Path, cleaned: Run) -> None:
    for name, body in (
        ("a.py", "def f(x):\n    return x + 1\n"),
        ("b.py", "def f(x):\n    return x - 1\n"),
        ("c.py", "def f(x):\n    return x + 1\n"),
    ):
        (folder / name).write_text(f"# licence\n{body}" * 4)
    result = cleaned()
    assert result.reasons() == {("c.py", 0): "exact_duplicate"}
    assert {row["role"] for row in result.kept} == {"code"}


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Wo finde ich die Rechnung für meine Reise? Mein Arbeitgeber braucht sie bald.", True),
        ("¿A qué hora sale el último barco para la isla?", True),
        ("Où est-ce que je peux acheter un billet pour demain matin ?", True),
        ("Когда отправляется последний паром на остров?", True),
        ("最後のフェリーは何時に出ますか。", True),
        ("ok", False),
        ("Card declined?", False),
        ("Teams: Los Angeles Rams, San Diego Padres, San Jose Sharks, Las Vegas Raiders", False),
        ("The Schadenfreude of the Zeitgeist is a doppelganger", False),
        ("wht tiem dos teh bote leve", False),
    ],
)
def test_only_what_is_surely_another_language_is_wrong(folder: Path, cleaned: Run, text: str, wrong: bool) -> None:
    write_jsonl(
        folder / "a.jsonl", [{"messages": [{"role": "user", "content": text}, {"role": "assistant", "content": text}]}]
    )
    assert list(cleaned(languages=["en"]).reasons().values()) == (["wrong_language"] if wrong else [])
    assert cleaned("free").reasons() == {}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        pytest.param("error " * 60, "corrupted", id="one word over and over"),
        pytest.param("the boat is late " * 20, "corrupted", id="a phrase over and over"),
        pytest.param("T\x01he b\x00oat l\x02eaves a\x01t six o\x00n Mon\x01days", "corrupted", id="control characters"),
        pytest.param("The b\ufffd\ufffd\ufffdt le\ufffd\ufffdves \ufffd\ufffd at six", "corrupted", id="lost characters"),
        pytest.param("xkqz vbnmp wrtghj kdfgz qwrtz pljkh bvcxz mnbvc zxcvb qwrtp", "corrupted", id="keyboard noise"),
        pytest.param("   \n ", "corrupted", id="empty"),
        pytest.param("lorem ipsum dolor sit amet consectetur", "low_quality", id="filler"),
        pytest.param("Home | Sign in | Privacy policy | Terms of use | All rights reserved | Back to top", "low_quality", id="navigation"),
        pytest.param("Yes, yes, yes! It was a very, very, very long night on the old boat.", "", id="repeats for effect"),
        pytest.param("Jump: I_JUMP " + "I_TURN_LEFT " * 30, "", id="a sequence of actions"),
        pytest.param("| a | b |\n| --- | --- |\n| 1 | 2 |\n| 3 | 4 |\nThese are the fares of the year.", "", id="a table"),
        pytest.param("Der Wetterbericht: Strč prst skrz krk, said the Czech guest to the crew.", "", id="few vowels"),
    ],
)  # fmt: skip
def test_garbled_text_goes_and_odd_text_stays(folder: Path, cleaned: Run, text: str, reason: str) -> None:
    write_jsonl(folder / "a.jsonl", texts(text, LONG))
    assert cleaned().reasons() == ({("a.jsonl", 0): reason} if reason else {})


def test_wrongly_decoded_text_is_mended_and_offsets_are_those_of_the_file(folder: Path, cleaned: Run) -> None:
    raw = "Das CafÃ© in KÃ¶ln, ana@example.com, Ã¶ffnet um acht."
    write_jsonl(folder / "a.jsonl", texts(raw))
    (row,) = cleaned().kept
    assert row["text"] == "Das Café in Köln, [EMAIL_1], öffnet um acht."
    (span,) = row["redactions"]
    assert raw[span["start"] : span["end"]] == "ana@example.com"


def test_private_records_are_dropped_where_the_user_says_so(folder: Path, cleaned: Run) -> None:
    write_jsonl(
        folder / "a.jsonl",
        texts(
            f"{LONG} Mail ana@example.com.",
            f"{LONG} The password is Winter!4886.",
            "The northern quay is closed on Mondays.",
        ),
    )
    assert cleaned("a", pii="drop", secrets="drop").reasons() == {("a.jsonl", 0): "pii", ("a.jsonl", 1): "secret"}
    kept = cleaned("b", pii="keep")
    assert "ana@example.com" in kept.kept[0]["text"]
    assert kept.kinds() == ["password"]


def test_what_stands_in_a_held_out_file_is_contaminated(folder: Path, cleaned: Run) -> None:
    write_jsonl(
        folder / "eval/questions.jsonl",
        [{"question": ASKED, "answer": "An hour."}, {"question": "Hello?", "answer": "Hi."}],
    )
    write_jsonl(
        folder / "docs.jsonl", texts(f"Q: {ASKED}\nA: An hour.", f"{LONG} Hello!", LONG.replace("three", "four"))
    )
    write_jsonl(
        folder / "talks.jsonl",
        [
            {"question": ASKED.replace("weather", "wether"), "answer": "An hour."},
            {"question": "And the southern one?", "answer": "Two hours."},
        ],
    )
    result = cleaned(against=[folder / "eval/questions.jsonl"])
    assert result.reasons() == {("docs.jsonl", 0): "contaminated", ("talks.jsonl", 0): "contaminated"}
    assert sum(row["role"] == "tests" for row in result.kept) == 2


def test_phrases_and_days_leave_out_what_they_name_and_the_report_says_what_they_matched(tmp_path: Path) -> None:
    talk = {
        "messages": [
            {"role": "user", "content": "Where is it?"},
            {"role": "assistant", "content": "On the northern quay."},
        ]
    }
    write_jsonl(tmp_path / "chats.jsonl", [{"date": day, "department": team} | {"messages": [{"role": "user", "content": f"Where is {day} {team}?"}, talk["messages"][1]]}
                                           for day in ("2024-06-01", "2025-06-01") for team in ("HR", "Sales")])  # fmt: skip
    for name in ("policy_2023.md", "policy.md", "hr/pay.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"# {name}\n\n{LONG} This is {name}.\n")
    source = Source(
        path=".", exclude=["policy_2023.md", "chats from before 2025", "the HR folder", "anything about parrots"]
    )
    clean([source], tmp_path / "out", Cleaning(), root=tmp_path)
    result = read_back(tmp_path / "out")
    left_out = {(row["source"], row["index"]) for row in result.dropped if row.get("left_out")}
    assert left_out == {
        ("policy_2023.md", 0),
        ("hr/pay.md", 0),
        ("chats.jsonl", 0),
        ("chats.jsonl", 1),
        ("chats.jsonl", 2),
    }
    assert result.report["matched_nothing"] == ["anything about parrots"]


def test_since_and_until_are_inclusive_and_undated_records_stay(tmp_path: Path) -> None:
    days = ["2025-01-01", "2024-12-31", "31.01.2025", "2025-02-01T10:00:00Z", ""]
    write_csv(
        tmp_path / "t.csv",
        ["created_at", "question", "reply"],
        [[day, f"Where is quay {n}?", f"Behind house {n}, left."] for n, day in enumerate(days)],
    )
    from datetime import date

    clean(
        [Source(path="t.csv", since=date(2025, 1, 1), until=date(2025, 1, 31))],
        tmp_path / "out",
        Cleaning(),
        root=tmp_path,
    )
    assert [row["index"] for row in read_back(tmp_path / "out").kept] == [0, 2, 4]


def test_a_kill_leaves_no_half_file_and_the_next_run_writes_over_it(folder: Path, tmp_path: Path, cleaned: Run) -> None:
    write_jsonl(folder / "a.jsonl", texts(LONG))
    out = tmp_path / "out"

    def stop(done: int, total: int, message: str, figures: dict[str, float]) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        cleaned(progress=stop)
    assert not {"kept.jsonl", "dropped.jsonl", "report.json"} & {path.name for path in out.iterdir()}
    assert len(cleaned().kept) == 1


def test_a_missing_source_is_a_problem_with_a_next_step(tmp_path: Path) -> None:
    with pytest.raises(Problem, match=r"no file or folder `gone.csv`"):
        clean([Source(path="gone.csv")], tmp_path / "out", Cleaning(), root=tmp_path)


def test_records_keep_their_columns_even_where_names_collide(folder: Path, cleaned: Run) -> None:
    write_jsonl(folder / "a.jsonl", [{"source": "wiki", "line": 7, "text": LONG}])
    (row,) = cleaned().kept
    assert (row["source"], row["source_"], row["line"], row["line_"]) == ("a.jsonl", "wiki", 1, 7)


def test_nothing_in_the_input_changes(folder: Path, cleaned: Run) -> None:
    write_jsonl(folder / "a.jsonl", texts(LONG))
    before = (folder / "a.jsonl").read_bytes()
    cleaned()
    assert (folder / "a.jsonl").read_bytes() == before
    assert [path.name for path in folder.iterdir()] == ["a.jsonl"]
    assert json.loads((folder / "a.jsonl").read_text())["id"] == "d0"
