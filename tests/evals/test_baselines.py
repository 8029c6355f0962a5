"""Search and the plain methods are real rivals: fitted on the same examples, reproducible, no cheats."""

from made_up_split import PLACES, PLANTS, chat, page, question, right_answer

from evals.baselines.plain import plain_methods
from evals.baselines.retrieval import (
    Search,
    best_window,
    conversation_entries,
    document_of,
    documents_with,
    letters,
    passage_entries,
    question_of,
    ranks,
)
from evals.finding import held_in, how_well_search_finds
from evals.heldout import Heldout
from training.spec import Message

CHATS = [chat(f"{a}-{b}", question(a, b), right_answer(a, b)) for a in PLANTS for b in PLACES]


def test_search_finds_the_old_question() -> None:
    search = Search(conversation_entries(CHATS))
    assert search.answer("sage in the hall, how often to water?") == right_answer("sage", "hall")
    assert search.answer("xyzzy") == ""
    assert Search([]).answer("anything") == ""


def test_all_that_the_customer_said_is_searched_for() -> None:
    turns = [
        Message(role="user", content="It is about sage."),
        Message(role="assistant", content="Yes?"),
        Message(role="user", content="And in the hall?"),
    ]
    assert Search(conversation_entries(CHATS)).answer(question_of(turns)) == right_answer("sage", "hall")


def test_equal_hits_keep_their_order() -> None:
    twice = [chat("1", "water basil", "first"), chat("2", "water basil", "second"), chat("3", "prune mint", "third")]
    assert Search(conversation_entries(twice)).answer("water basil") == "first"


def test_a_passage_is_answered_with_its_fitting_sentences() -> None:
    passage = "Soil matters. Sun matters too. Some say more. Basil wants water daily. Not at noon. In the evening it rests. Mint spreads."
    assert best_window("When does basil want water?", passage).startswith(
        "Some say more. Basil wants water daily."
    ) or ("Basil wants water daily." in best_window("When does basil want water?", passage))
    assert len(best_window("basil water", passage).split(". ")) <= 3


def test_ranks_count_places() -> None:
    entries = passage_entries([page(f"p{n}", f"{plant} likes loose soil and sun") for n, plant in enumerate(PLANTS)])
    found = ranks(
        Search(entries),
        ["basil soil", "mint soil", "nothing here"],
        [{"p0.md#0"}.__contains__, {"p0.md#0"}.__contains__, {"p1.md#0"}.__contains__],
    )
    assert found.first == [1.0, 0.0, 0.0]
    assert found.reciprocal[0] == 1.0
    assert 0 < found.reciprocal[1] < 1
    assert found.reciprocal[2] == 0.0


def test_a_documents_passages_are_one_document() -> None:
    assert document_of(page("a", "x").model_copy(update={"id": "a.md#3/2"})) == "a.md#3"
    assert documents_with(
        "Water it on Mondays and Thursdays.", {"a": letters("**Water it** on\nMondays and Thursdays.")}
    ) == {"a"}
    assert documents_with("Yes.", {"a": letters("Yes.")}) == set(), "too short to tell where it stands"


def _heldout(**parts: list) -> Heldout:  # type: ignore[type-arg]
    empty: dict[str, list] = {"examples": [], "train": [], "passages_train": [], "passages_heldout": []}  # type: ignore[type-arg]
    return Heldout(available=len(parts.get("examples", [])), **(empty | parts))


def test_a_heading_that_is_the_question_may_not_give_its_page_away() -> None:
    pages = [
        page(f"p{n}", f"# Can I grow {plant} indoors?\n\nIt wants a warm, bright place. Page {n} of the book.")
        for n, plant in enumerate(PLANTS)
    ]
    asked = [
        chat(plant, f"Can I grow {plant} indoors?", f"It wants a warm, bright place. Page {n} of the book.")
        for n, plant in enumerate(PLANTS)
    ]
    heldout = _heldout(examples=asked, passages_train=pages)
    found = how_well_search_finds(heldout, held_in(heldout), seed=0)
    assert found.figures["rank_1"].n == 10
    assert found.figures["rank_1"].value <= 0.2, "without their headings the pages can't be told apart"


def test_where_the_answer_stands_nowhere_word_for_word_the_most_alike_page_counts_and_the_note_says_so() -> None:
    pages = [
        page(f"p{n}", f"{plant.capitalize()} wants a pot of {n + 20} centimetres and water in the evening.")
        for n, plant in enumerate(PLANTS)
    ]
    asked = [
        chat(
            plant, f"Pot size of {plant}?", f"The pot for {plant} wants {n + 20} centimetres; water it in the evening."
        )
        for n, plant in enumerate(PLANTS)
    ]
    heldout = _heldout(examples=asked, passages_train=pages)
    assert not any(held_in(heldout).values())
    found = how_well_search_finds(heldout, held_in(heldout), seed=0)
    assert found.figures["top_5"].value > 0.9
    assert "approximate" in found.note


def test_without_documents_nothing_is_ranked() -> None:
    assert how_well_search_finds(_heldout(examples=CHATS), {}, seed=0).figures == {}
    assert how_well_search_finds(_heldout(passages_train=[page("a", "no heading here")]), {}, seed=0).figures == {}


def test_plain_methods_learn_classes() -> None:
    texts = [f"{word} please {n}" for n in range(20) for word in ("lost my card", "exchange rate", "top up")]
    labels = [label for _ in range(20) for label in ("lost", "rate", "topup")]
    methods = plain_methods(texts, labels)
    assert set(methods) == {"tfidf_logistic_regression", "nearest_neighbour", "majority"}
    for name in ("tfidf_logistic_regression", "nearest_neighbour"):
        assert methods[name](["my card is lost", "what is the rate"]) == ["lost", "rate"]
    assert methods["majority"](["x", "y"]) == ["lost", "lost"]


def test_one_class_or_no_words_leave_only_the_most_frequent_class() -> None:
    assert set(plain_methods(["a b", "b c"], ["x", "x"])) == {"majority"}
    assert set(plain_methods(["?", "!"], ["x", "y"])) == {"majority"}
