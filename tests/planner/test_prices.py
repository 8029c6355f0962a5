"""What machines cost: the table that comes along is whole, and the user's own prices come first."""

from datetime import date
from pathlib import Path

import pytest

from planner.hardware import Hardware
from planner.prices import list_prices, overlaid, prices_in
from planner.tables import table
from tests.planner.plans import SMALL, planned
from training.spec import Problem

CLOUD = [("compute.gpu", "h100"), ("compute.gpus", 2), ("compute.region", "eu-central-1"), ("model.base", "mistral-7b")]
LIMIT = ("budget.cost", {"amount": 5000, "currency": "EUR"})


def with_prices(text: str) -> Hardware:
    return SMALL.model_copy(update={"prices": overlaid(text, "prices.toml")})


def test_each_price_is_of_a_known_card_and_says_when_and_where_it_was_read() -> None:
    prices = list_prices()
    assert set(prices.gpu) <= set(table("cards.toml"))
    for name, price in prices.gpu.items():
        assert price.low is not None, name
        assert price.high is not None, name
        assert price.low <= price.likely <= price.high, name
        assert price.as_of is not None, name
        assert date(2025, 1, 1) < price.as_of < date(2027, 1, 1), name
        assert len(price.source) > 10, name
        assert price.currency in prices.currency, name


def test_the_cards_that_are_rented_most_were_checked() -> None:
    assert all(list_prices().gpu[name].checked for name in ("h100", "a100", "l40s", "4090", "a6000"))


@pytest.mark.parametrize(
    ("region", "factor"),
    [("us-east-1", 1.0), ("eu-central-1", 1.15), ("europe-west4", 1.15), ("westeurope", 1.15), ("eastus2", 1.0),
     ("uksouth", 1.2), ("ap-southeast-2", 1.3), ("germanywestcentral", 1.15), ("sa-east-1", 1.7)],
)  # fmt: skip
def test_a_region_moves_the_price(region: str, factor: float) -> None:
    here, usual = list_prices().rented("h100", region)[0], list_prices().rented("h100", "us-east-1")[0]
    assert here is not None
    assert usual is not None
    assert here.likely == pytest.approx(usual.likely * factor)


@pytest.mark.parametrize(("gpu", "region"), [("gaudi3", "us-east-1"), ("h100", "zz-nowhere-1")])
def test_what_nobody_knows_has_no_price(gpu: str, region: str) -> None:
    assert list_prices().rented(gpu, region)[0] is None


def test_a_card_that_is_not_named_costs_between_the_cheapest_and_the_dearest() -> None:
    found = list_prices().rented(None, "us-east-1")[0]
    assert found is not None
    assert found.low < found.likely < found.high


def test_an_own_contract_comes_first_and_is_the_same_in_every_region() -> None:
    own = overlaid('[gpu.H100]\nlikely = 2.10\ncurrency = "EUR"\n', "prices.toml")
    assert own.rented("h100", "ap-southeast-2")[0] == (2.10, 2.10, 2.10)
    assert own.rented("a100", "us-east-1") == list_prices().rented("a100", "us-east-1")


def test_own_prices_show_in_the_plan() -> None:
    estimate = planned(*CLOUD, hardware=with_prices('[gpu.h100]\nlikely = 2.0\ncurrency = "EUR"\n')).estimate
    assert estimate.cost.amount == pytest.approx(2.0 * estimate.gpu_hours, rel=0.02)
    assert "your own price list for H100" in estimate.basis


def test_own_electricity_is_counted_where_the_user_says_what_it_costs() -> None:
    costly = planned(hardware=with_prices("[own]\nelectricity_per_kwh = 0.30\nwatts = 1000\n")).estimate
    assert costly.cost.amount == pytest.approx(0.30 * costly.wall_clock_hours, rel=0.02)
    assert "1000 W at 0.3 EUR a kWh" in costly.basis


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("[gpu.h100\n", "not valid TOML", id="no TOML"),
        pytest.param("[gpu.h100]\nlikely = -1\n", "gpu.h100.likely", id="a price below nothing"),
        pytest.param('[gpu.h100]\nlikely = "cheap"\n', "gpu.h100.likely", id="a price that is no number"),
        pytest.param("[gpu.h100]\nlow = 5\nlikely = 2\n", "`low` must not be above", id="ends the wrong way round"),
        pytest.param("[gpu.h100]\nprice = 2\n", "gpu.h100", id="a word that means nothing"),
        pytest.param('[gpu.h100]\nlikely = 2\ncurrency = "XAF"\n', "no exchange rate", id="a currency without a rate"),
        pytest.param("[own]\nelectricity_per_kwh = 0.3\n", "own.watts", id="electricity without watts"),
        pytest.param("[currency]\nXAF = 0\n", "above 0", id="a rate of nothing"),
        pytest.param("[gpu.h100]\nlikely = nan\n", "gpu.h100.likely", id="not a number"),
    ],
)
def test_a_mistake_in_the_own_file_is_one_sentence_that_names_it(tmp_path: Path, text: str, words: str) -> None:
    (tmp_path / "prices.toml").write_text(text)
    with pytest.raises(Problem) as caught:
        prices_in(tmp_path)
    assert words in caught.value.problem
    assert "prices.toml" in caught.value.problem
    assert "\n" not in caught.value.problem
    assert caught.value.next_step


def test_an_own_currency_can_be_added() -> None:
    own = overlaid('[currency]\nXAF = 656\n[gpu.h100]\nlikely = 656\ncurrency = "XAF"\n', "prices.toml")
    assert own.rented("h100", "af-south-1")[0] == (1.0, 1.0, 1.0)


def test_without_an_own_file_list_prices_hold(tmp_path: Path) -> None:
    assert prices_in(tmp_path) == list_prices()


def test_an_unknown_price_is_unaffordable_until_a_person_says_otherwise() -> None:
    unknown = [("compute.gpu", "gaudi3"), *CLOUD[1:]]
    limited = planned(*unknown, LIMIT)
    assert limited.status == "conflict"
    assert {"budget.cost", "compute.gpu"} <= set(limited.conflicts[0].fields)
    assert "prices.toml" in limited.conflicts[0].suggestion
    assert planned(*unknown, LIMIT, hardware=with_prices("[gpu.gaudi3]\nlikely = 1.5\n")).status == "ready"
    free = planned(*unknown)
    assert free.status == "ready"
    assert any("the cost is not known" in text for text in free.warnings)


def test_too_little_money_says_what_it_would_buy() -> None:
    made = planned(*CLOUD, ("budget.cost", {"amount": 0.05, "currency": "EUR"}))
    problem = next(one.problem for one in made.conflicts if one.fields == ["budget.cost"])
    assert "The cheapest way" in problem
    assert "that buys" in problem
