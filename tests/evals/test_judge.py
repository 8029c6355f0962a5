"""The verdict: everybody on the same unseen questions, and no figure without evidence."""

import json
from pathlib import Path
from typing import Any

import pytest
from fake_models import FakeModel, write_model
from made_up_split import (
    PLACES,
    PLANTS,
    all_chats,
    by_heart,
    chat,
    page,
    question,
    read_lines,
    right_answer,
    spec,
    write_split,
)

from evals.judge import judge
from training.progress import Stopped, silent
from training.spec import Contender, Problem, TrainingSpec, Verdict
from training.spec.spec import Gate, Model, RubricItem

pytestmark = pytest.mark.usefixtures("fakes")


class Run:
    """A judge's inputs in a temporary folder."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.out = folder, folder / "judge"
        self.inputs = {name: folder / name for name in ("split", "base", "pretrain", "package")}

    def judge(self, told: TrainingSpec, progress: Any = silent, **settings: Any) -> Verdict:
        judge({"spec": told.model_dump(mode="json"), "seed": 0, **settings}, self.inputs, self.out, progress)
        return Verdict.model_validate_json((self.out / "verdict.json").read_text(encoding="utf-8"))


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """40 questions to learn from, 10 held out; the model knows all but one, the base none."""
    made = Run(tmp_path)
    chats = all_chats()
    heldout = chats[::5]
    write_split(made.inputs["split"], train=[one for one in chats if one not in heldout], heldout=heldout)
    write_model(made.inputs["package"], answers=by_heart(heldout, wrong_every=10), bits=1.5)
    write_model(made.inputs["pretrain"], bits=2.0)
    write_model(made.inputs["base"], bits=8.0)
    return made


def _many(run: Run, *, wrong_every: int, tests: int = 0) -> None:
    """All 50 questions held out, of which the model gets each `wrong_every`th wrong."""
    chats = all_chats()
    heldout = [
        one.model_copy(update={"role": "tests", "source": "tests.jsonl"}) if number < tests else one
        for number, one in enumerate(chats)
    ]
    write_split(
        run.inputs["split"], train=[chat("x", "Do you sell pots?", "Yes, clay pots in three sizes.")], heldout=heldout
    )
    write_model(run.inputs["package"], answers=by_heart(chats, wrong_every=wrong_every), bits=1.5)


def _contender(verdict: Verdict, name: str) -> Contender:
    return next(one for one in verdict.contenders if one.name == name)


# ------------------------------------------------------------------ who is judged, and on what


def test_the_model_is_judged_as_packaged_and_its_base_as_it_was_before_the_examples(run: Run) -> None:
    verdict = run.judge(spec())
    assert FakeModel.loaded == ["package", "pretrain"]
    assert _contender(verdict, "customized").metrics["accuracy"].value == 0.9
    assert "before it was taught" in _contender(verdict, "base").what


def test_a_base_that_was_brought_is_the_base(run: Run) -> None:
    verdict = run.judge(spec(model=Model(base="models/small-7b")))
    assert FakeModel.loaded == ["package", "base"]
    assert "models/small-7b as it came" in _contender(verdict, "base").what


def test_a_base_of_random_weights_is_named_so(run: Run) -> None:
    del run.inputs["pretrain"]
    verdict = run.judge(spec(stages=["sft"]))
    assert "random" in _contender(verdict, "base").what
    assert any("says little" in note for note in verdict.notes)


def test_all_contenders_answer_the_same_questions(run: Run) -> None:
    verdict = run.judge(spec())
    lines = read_lines(run.out / "graded.jsonl")
    asked: dict[str, list[str]] = {}
    for line in lines:
        asked.setdefault(line["contender"], []).append(line["id"])
    assert set(asked) == {"customized", "base", "retrieval"} == {one.name for one in verdict.contenders}
    assert len({tuple(ids) for ids in asked.values()}) == 1
    assert len(asked["base"]) == 10
    assert all({"scores", "answer", "reference", "source", "why"} <= set(line) for line in lines)


def test_a_sample_is_the_same_for_all_and_in_every_run(run: Run) -> None:
    _many(run, wrong_every=5)
    first = run.judge(spec(), max_examples=20)
    again = Run(run.folder)
    again.out = run.folder / "again"
    assert (
        again.judge(spec(), max_examples=20).contenders[0].metrics["accuracy"]
        == first.contenders[0].metrics["accuracy"]
    )
    assert first.contenders[0].metrics["accuracy"].n == 20
    assert any("20 of 50" in note for note in first.notes)


# ------------------------------------------------------------------ gates


@pytest.mark.parametrize(
    ("wrong_every", "value", "outcome"),
    [
        pytest.param(0, 0.8, "passed", id="50 of 50 is evidence for 80%"),
        pytest.param(10, 0.8, "too_few_to_tell", id="45 of 50 could be luck"),
        pytest.param(2, 0.8, "missed", id="25 of 50 is evidence against it"),
        pytest.param(10, 0.75, "passed", id="45 of 50 is evidence for 75%"),
    ],
)
def test_a_gate_opens_on_evidence(run: Run, wrong_every: int, value: float, outcome: str) -> None:
    _many(run, wrong_every=wrong_every)
    verdict = run.judge(spec(gates=[Gate(metric="accuracy", op=">=", value=value)]))
    assert verdict.gates[0].outcome == outcome
    assert verdict.passed is (outcome == "passed")
    assert verdict.gates[0].measured is not None
    assert verdict.gates[0].measured.n == 50


def test_what_could_not_be_measured_does_not_count_as_passed(run: Run) -> None:
    _many(run, wrong_every=0)
    gates = [Gate(metric="accuracy", op=">=", value=0.8), Gate(metric="tool_success_rate", op=">=", value=0.5)]
    verdict = run.judge(spec(gates=gates))
    assert [gate.outcome for gate in verdict.gates] == ["passed", "not_measured"]
    assert not verdict.passed
    assert "no tool calls" in verdict.gates[1].sentence
    assert any("never counts as met" in line for line in verdict.advice)


def test_without_anything_held_out_nothing_is_claimed(run: Run) -> None:
    write_split(run.inputs["split"], train=all_chats(), heldout=[])
    verdict = run.judge(spec(gates=[]))
    assert not verdict.passed, "not even where no gate was set"
    assert verdict.headline.startswith("Nothing could be judged")


def test_acceptance_tests_are_counted_apart(run: Run) -> None:
    _many(run, wrong_every=10, tests=20)
    verdict = run.judge(spec(gates=[Gate(metric="pass_rate", op=">=", value=0.7)]))
    assert verdict.gates[0].measured is not None
    assert verdict.gates[0].measured.n == 20
    assert "18 of 20 acceptance tests passed" in verdict.gates[0].sentence


def test_without_acceptance_tests_the_sentence_says_what_was_counted(run: Run) -> None:
    verdict = run.judge(spec(gates=[Gate(metric="pass_rate", op=">=", value=0.3)]))
    assert "as no acceptance tests were given" in verdict.gates[0].sentence
    assert "pass_rate" not in verdict.contenders[0].metrics, "a table has no room to say so"


def test_a_win_rate_is_paired_on_the_same_examples(run: Run) -> None:
    _many(run, wrong_every=10)
    write_model(run.inputs["pretrain"], answers=by_heart(all_chats()[:30]), bits=2.0)
    verdict = run.judge(spec(gates=[Gate(metric="win_rate", op=">", value=0.5, against="base")]))
    # Ours is right in 45, the base in the first 30, of which ours has 3 wrong: 18 wins, 3 losses, 29 ties.
    assert "better in 18, as good in 29, worse in 3 of 50 answers" in verdict.gates[0].sentence
    measured = verdict.gates[0].measured
    assert measured is not None
    assert measured.value == pytest.approx(0.65)
    assert measured.low > 0.5
    assert verdict.gates[0].outcome == "passed"
    assert _contender(verdict, "customized").metrics["win_rate_against_base"] == measured


def test_an_opponent_that_is_not_there_is_not_beaten(run: Run) -> None:
    verdict = run.judge(spec(gates=[Gate(metric="win_rate", op=">", value=0.5, against="current")]))
    assert verdict.gates[0].outcome == "not_measured"
    assert "no model in service" in verdict.gates[0].sentence


def test_slow_answers_are_timed_one_by_one(run: Run) -> None:
    verdict = run.judge(spec(gates=[Gate(metric="latency_p95_seconds", op="<=", value=5.0)]))
    assert verdict.gates[0].outcome == "passed"
    assert "latency_p95_seconds" not in _contender(verdict, "base").metrics
    assert any("approximate" in note for note in verdict.notes), "10 requests do not bound a 95th percentile"


# ------------------------------------------------------------------ interruptions


def _timeless(verdict: Verdict) -> dict[str, Any]:
    found: dict[str, Any] = verdict.model_dump(mode="json")
    for one in found["contenders"]:
        one["metrics"] = {name: value for name, value in one["metrics"].items() if not name.startswith("latency")}
    return found


@pytest.mark.parametrize("at", range(1, 27, 3))
def test_a_judge_that_was_stopped_comes_to_the_same_verdict(run: Run, at: int) -> None:
    _many(run, wrong_every=5)
    whole = run.judge(spec())
    asked = FakeModel.asked
    again = Run(run.folder)
    again.out = run.folder / "again"
    calls = 0

    def progress(*_: Any) -> None:
        nonlocal calls
        calls += 1
        if calls == at:
            raise Stopped("Enough.")

    FakeModel.asked = 0
    with pytest.raises(Stopped):
        again.judge(spec(), progress)
    assert not (again.out / "verdict.json").exists()
    assert _timeless(again.judge(spec())) == _timeless(whole)
    # At most one batch and the warming up for single requests are done twice.
    assert FakeModel.asked <= asked + 32 + 21


def test_answers_that_are_on_disk_are_not_asked_again(run: Run) -> None:
    first = run.judge(spec())
    FakeModel.loaded, FakeModel.asked = [], 0
    assert run.judge(spec()) == first
    assert FakeModel.loaded == []
    assert FakeModel.asked == 0


def test_a_torn_line_of_the_journal_is_asked_again(run: Run) -> None:
    first = run.judge(spec())
    journal = run.out / "graded.partial.jsonl"
    whole = journal.read_bytes()
    journal.write_bytes(whole[: len(whole) // 3])
    assert _timeless(run.judge(spec())) == _timeless(first)
    for line in journal.read_text(encoding="utf-8").splitlines():
        json.loads(line)


# ------------------------------------------------------------------ rivals


def test_a_model_that_is_better_than_search_says_so_and_no_more(run: Run) -> None:
    _many(run, wrong_every=10)
    verdict = run.judge(spec())
    assert verdict.headline.startswith("Right in 45 of 50 answers to questions that it had not seen (90.0%, ")
    assert "does" not in verdict.headline


def test_search_answers_with_the_old_answer_that_fits_best(run: Run) -> None:
    heldout = [chat("a", "Watering basil in the balcony: how often?", right_answer("basil", "balcony"))]
    write_split(run.inputs["split"], train=all_chats(), heldout=heldout)
    run.judge(spec())
    said = [line["answer"] for line in read_lines(run.out / "graded.jsonl") if line["contender"] == "retrieval"]
    assert said == [right_answer("basil", "balcony")]


def test_where_search_is_better_the_headline_begins_with_it(run: Run) -> None:
    heldout = [
        chat(f"{plant}{place}", question(plant, place).lower().replace("do i", "should I"), right_answer(plant, place))
        for plant in PLANTS
        for place in PLACES
    ]
    write_split(run.inputs["split"], train=all_chats(), heldout=heldout)
    write_model(run.inputs["package"], answers=by_heart(heldout, wrong_every=3), bits=1.5)
    gate = Gate(metric="win_rate", op=">", value=0.5, against="retrieval")
    verdict = run.judge(spec(gates=[gate]))
    assert verdict.headline.startswith(
        "Plain search over the same data does better than the customized model: right in 100.0%"
    )
    assert verdict.gates[0].outcome == "missed"
    assert "Use plain search" in verdict.advice[0]


def _messages(n: int) -> list[Any]:
    words = {
        "card_lost": "lost stolen card",
        "card_new": "new order card",
        "fee": "charge cost fee",
        "rate": "exchange rate euro",
    }
    return [
        chat(f"{label}{number}", f"{words[label].split()[number % 3]} {words[label].split()[(number + 1) % 3]} please {number}", label,
             role="labels")
        for number in range(n)
        for label in words
    ]  # fmt: skip


def test_classes_are_judged_beside_the_plain_methods(run: Run) -> None:
    train, heldout = _messages(20), [one.model_copy(update={"id": f"h{n}"}) for n, one in enumerate(_messages(15))]
    write_split(run.inputs["split"], train=train, heldout=heldout)
    answers = {one.messages[0].content: "card_new" if one.messages[-1].content == "card_lost" else one.messages[-1].content
               for one in heldout}  # fmt: skip
    write_model(run.inputs["package"], answers=answers)
    verdict = run.judge(spec(task="classification", gates=[Gate(metric="f1", op=">=", value=0.9)]))
    names = {one.name for one in verdict.contenders}
    assert names == {"customized", "base", "retrieval", "tfidf_logistic_regression", "nearest_neighbour", "majority"}
    assert _contender(verdict, "tfidf_logistic_regression").metrics["accuracy"].value > 0.9
    assert _contender(verdict, "majority").metrics["accuracy"].value == pytest.approx(0.25)
    assert verdict.headline.startswith(("A plain method, TF-IDF", "A plain method, the nearest", "Plain search"))
    assert [(one.meant, one.said, one.times) for one in verdict.confusions] == [("card_lost", "card_new", 15)]
    assert verdict.gates[0].outcome == "missed"
    assert "“card_lost” taken for “card_new” 15 times" in " ".join(verdict.advice)


def test_figures_are_given_for_each_test_file(run: Run) -> None:
    one, other = (
        all_chats()[:10],
        [c.model_copy(update={"source": "other.jsonl", "id": f"o{c.id}"}) for c in all_chats()[10:20]],
    )
    write_split(run.inputs["split"], train=all_chats()[20:], heldout=[*one, *other])
    write_model(run.inputs["package"], answers=by_heart(one))
    verdict = run.judge(spec())
    found = _contender(verdict, "customized").by_source
    assert {source: figures["accuracy"].value for source, figures in found.items()} == {
        "chats.jsonl": 1.0,
        "other.jsonl": 0.0,
    }
    assert found["other.jsonl"]["accuracy"].n == 10


# ------------------------------------------------------------------ reading


def _pages() -> list[Any]:
    return [
        page(
            f"{plant}-{place}",
            f"# Growing {plant} in the {place}\n\n{plant.capitalize()} likes the {place}. Its soil must be loose. "
            f"In the {place} give {plant} a pot of {n + 5} centimetres and {'much ' * (n % 4)}light.",
        )
        for n, (plant, place) in enumerate((plant, place) for plant in PLANTS for place in PLACES)
    ]


def _reading(run: Run, *, bits: float) -> None:
    pages = _pages()
    held = pages[::5]
    write_split(
        run.inputs["split"],
        passages_train=[one for one in pages if one not in held],
        passages_heldout=held,
        heldout=[],
        train=[],
    )
    del run.inputs["pretrain"]
    write_model(run.inputs["package"], bits=bits)
    write_model(run.inputs["base"], bits=2.0)


READ_ONLY = {"task": "domain_language", "stages": ["pretrain"], "model": Model(base="models/tales"), "rubric": []}


def test_a_model_that_only_read_is_judged_by_how_well_it_reads(run: Run) -> None:
    _reading(run, bits=1.6)
    gates = [Gate(metric="perplexity", op="<=", value=2000), Gate(metric="win_rate", op=">", value=0.5, against="base")]
    verdict = run.judge(spec(gates=gates, **READ_ONLY))
    saved = _contender(verdict, "customized").metrics["bits_saved_against_base"]
    assert 0.15 < saved.low <= saved.value <= saved.high < 0.25
    assert "% fewer" in verdict.headline
    assert "pages set aside" in verdict.headline
    assert [gate.outcome for gate in verdict.gates] == ["passed", "passed"]
    assert "better in 10, as good in 0, worse in 0 of 10 pages" in verdict.gates[1].sentence


def test_a_model_that_reads_worse_than_its_base_says_so_first(run: Run) -> None:
    _reading(run, bits=2.6)
    verdict = run.judge(spec(gates=[], **READ_ONLY))
    assert verdict.headline.startswith("The base model reads the pages set aside better than the customized one")


def test_search_is_asked_the_pages_own_headings_and_recommended_for_facts(run: Run) -> None:
    _reading(run, bits=1.6)
    verdict = run.judge(spec(gates=[], **READ_ONLY))
    found = _contender(verdict, "retrieval").metrics
    assert found["top_5"].n == 50
    assert found["rank_1"].value > 0.9
    assert any("search find the passage" in line for line in verdict.advice)
    assert any("headings" in note for note in verdict.notes)


def test_what_was_forgotten_is_measured_where_everyday_text_is_given(run: Run, tmp_path: Path) -> None:
    _reading(run, bits=1.6)
    (tmp_path / "tales.txt").write_text("Once upon a time there was a little boat. " * 200, encoding="utf-8")
    verdict = run.judge(spec(gates=[], **READ_ONLY), general=str(tmp_path / "tales.txt"))
    assert "general_bits_per_character" in _contender(verdict, "base").metrics
    assert any("writes by itself" in note and "forgotten nothing" in note for note in verdict.notes)


def test_questions_on_documents_are_ranked_and_search_is_recommended_where_it_finds_more(run: Run) -> None:
    pages = _pages()
    heldout = [
        chat(f"q{n}", f"Which pot does {one.source.split('.')[0].replace('-', ' in the ')} need?",
             (one.text or "").split("loose. ")[1], role="tests")
        for n, one in enumerate(pages)
    ]  # fmt: skip
    write_split(run.inputs["split"], passages_train=pages, heldout=heldout, train=[])
    write_model(run.inputs["package"], answers=by_heart(heldout[:10]))
    verdict = run.judge(spec(task="document_qa", gates=[Gate(metric="pass_rate", op=">=", value=0.9)]))
    found = _contender(verdict, "retrieval").metrics
    assert found["top_5"].value > 0.9
    assert found["top_5"].n == 50
    assert any("search find the passage" in line for line in verdict.advice)
    assert any("word for word" in note for note in verdict.notes)


def test_search_is_not_recommended_for_facts_that_the_model_knows_as_well(run: Run) -> None:
    pages = _pages()
    heldout = [
        chat(f"q{n}", f"Pot for {one.source}?", (one.text or "").split("loose. ")[1]) for n, one in enumerate(pages)
    ]
    write_split(run.inputs["split"], passages_train=pages, heldout=heldout, train=[])
    write_model(run.inputs["package"], answers=by_heart(heldout))
    verdict = run.judge(spec(task="document_qa"))
    assert not any("search find the passage" in line for line in verdict.advice)


def test_a_likelihood_that_is_no_number_stops_the_judge(run: Run) -> None:
    _reading(run, bits=float("nan"))
    with pytest.raises(Problem, match="weights are broken"):
        run.judge(spec(gates=[], **READ_ONLY))


def test_a_few_pages_are_too_few_to_say_how_well_it_reads(run: Run) -> None:
    pages = _pages()
    write_split(run.inputs["split"], passages_train=pages[4:], passages_heldout=pages[:4], heldout=[], train=[])
    del run.inputs["pretrain"]
    verdict = run.judge(spec(gates=[Gate(metric="perplexity", op="<=", value=2000)], **READ_ONLY))
    assert verdict.gates[0].outcome == "not_measured"
    assert "fewer than 5 texts" in verdict.gates[0].sentence
    assert "bits_per_character" not in verdict.contenders[0].metrics


def test_answers_are_read_instead_of_pages_only_where_a_gate_wants_a_figure(run: Run) -> None:
    assert "perplexity" not in run.judge(spec()).contenders[0].metrics
    again = Run(run.folder)
    again.out = run.folder / "again"
    verdict = again.judge(spec(gates=[Gate(metric="perplexity", op="<=", value=1e6)]))
    assert verdict.gates[0].outcome == "passed"
    assert any("held-out answers" in note for note in verdict.notes)


# ------------------------------------------------------------------ the rubric


def test_house_terms_and_policy_are_judged_where_the_rubric_asks(run: Run) -> None:
    rubric = [
        RubricItem(criterion="terminology", weight=0.5, detail="a “plant pass”, never a “voucher”"),
        RubricItem(criterion="policy", weight=0.3, detail="Never promise a refund"),
        RubricItem(criterion="tone", weight=0.5, detail="friendly"),
    ]
    heldout = [chat(str(n), f"What do I get back for pot {n}?", "You get a plant pass for the pot.") for n in range(40)]
    write_split(run.inputs["split"], train=all_chats(), heldout=heldout)
    bad = {
        one.messages[0].content: "We will refund you 20 euros, or give you a voucher for the pot." for one in heldout
    }
    write_model(run.inputs["package"], answers=bad)
    verdict = run.judge(spec(rubric=rubric, gates=[Gate(metric="policy_violation_rate", op="<=", value=0.05)]))
    ours = _contender(verdict, "customized").metrics
    assert ours["terminology"].value == 0.0
    assert ours["policy_violation_rate"].value == 1.0
    assert verdict.gates[0].outcome == "missed"
    assert any("tone" in note for note in verdict.notes), "what nobody can judge is said"
    assert "reward" in ours
