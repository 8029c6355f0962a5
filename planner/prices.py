"""What machines cost an hour: the table that comes along, and the user's own laid over it."""

import tomllib
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from planner.tables import table
from training.spec import Problem

FILE = "prices.toml"
UNNAMED_CARDS = ("l4", "a10g", "l40s", "a100", "h100")
"""What people rent to train on when they name no card: their prices bound the price of "a GPU"."""


class Span(NamedTuple):
    """EUR an hour."""

    low: float
    likely: float
    high: float

    def times(self, factor: float) -> "Span":
        return Span(self.low * factor, self.likely * factor, self.high * factor)


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True, allow_inf_nan=False)


class Price(_Part):
    """What one card costs an hour."""

    likely: float = Field(ge=0)
    low: float | None = Field(default=None, ge=0)
    """Null: as likely."""
    high: float | None = Field(default=None, ge=0)
    currency: str = "EUR"
    as_of: date | None = None
    source: str = "your own price list"
    checked: bool = True
    """All three figures stand in the source."""

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if (self.low or 0.0) > self.likely or (self.high is not None and self.high < self.likely):
            raise ValueError("`low` must not be above `likely`, nor `high` below it")
        return self


class Own(_Part):
    """The user's own machines, while they train."""

    electricity_per_kwh: float = Field(ge=0)
    watts: float = Field(gt=0)
    """What the whole machine draws under load."""
    currency: str = "EUR"


class Prices(_Part):
    gpu: dict[str, Price] = {}
    """By the card's short name, as in cards.toml."""
    region: dict[str, float] = {}
    """Factor on the price, by a part of a cloud's region id."""
    currency: dict[str, float] = {}
    """Units for one EUR, by ISO code."""
    own: Own | None = None

    def in_euros(self, amount: float, currency: str) -> float:
        return amount / self.currency[currency.upper()]

    def rented(self, gpu: str | None, region: str | None) -> tuple[Span | None, str]:
        """(EUR a card and hour, why), null where nobody knows."""
        factor = self._region_factor(region)
        if factor is None:
            return None, f"no price is known for the region {region}"
        if not gpu:
            spans = [self._span(name) for name in UNNAMED_CARDS]
            usual = Span(min(s.low for s in spans), self._span("a100").likely, max(s.high for s in spans))
            return usual.times(factor), f"no card is named; list prices from {UNNAMED_CARDS[0].upper()} to " \
                                        f"{UNNAMED_CARDS[-1].upper()} in {region}"  # fmt: skip
        folded = "".join(letter for letter in gpu.lower() if letter.isalnum())
        best = max((key for key in self.gpu if key in folded), key=len, default=None)
        if best is None:
            return None, f"no price is known for {gpu.upper()}"
        entry = self.gpu[best]
        when = f" of {entry.as_of:%B %Y}" if entry.as_of else ""
        if entry.as_of is None:
            return self._span(best), f"{entry.source} for {best.upper()}"  # a contract's price is the region's own
        return self._span(best).times(factor), f"list prices{when} for {best.upper()} in {region}"

    def owned(self) -> tuple[Span, str]:
        """EUR an hour of the user's own machine: its electricity, where they say what that costs."""
        if self.own is None:
            return Span(0.0, 0.0, 0.0), "your own machine; its electricity is not counted"
        each = self.in_euros(self.own.electricity_per_kwh, self.own.currency) * self.own.watts / 1000
        return Span(each, each, each), (
            f"your own machine's electricity, {self.own.watts:g} W at {self.own.electricity_per_kwh:g} "
            f"{self.own.currency.upper()} a kWh"
        )

    def _span(self, card: str) -> Span:
        entry = self.gpu[card]
        low, high = (entry.likely if end is None else end for end in (entry.low, entry.high))
        return Span(*(self.in_euros(amount, entry.currency) for amount in (low, entry.likely, high)))

    def _region_factor(self, region: str | None) -> float | None:
        name = (region or "").lower()
        # `eu-central-1` begins with its continent, `westeurope` and `eastus2` have it somewhere.
        first = name.partition("-")[0]
        if first in self.region:
            return self.region[first]
        fitting = [key for key in self.region if len(key) > 2 and key in name]
        fitting += [key for key in ("us", "uk") if key in name and key in self.region]
        return self.region[max(fitting, key=len)] if fitting else None


@cache
def list_prices() -> Prices:
    """The table that comes along."""
    return Prices(**table(FILE))


def prices_in(home: Path) -> Prices:
    """List prices with `home/prices.toml` laid over them, entry by entry.

    Raises: Problem (exit code 2) with one sentence that names the entry, where the file can't be used.
    """
    path = home / FILE
    if not path.is_file():
        return list_prices()
    try:
        return overlaid(path.read_text(encoding="utf-8"), str(path))
    except (OSError, UnicodeDecodeError) as fault:
        raise Problem(f"{path} can't be read.", next_step="Save it as plain text, or remove it.") from fault


def _plainly(message: str) -> str:
    """A validator's message for people who have not met one."""
    message = message.removeprefix("Value error, ").partition(", unable")[0].rstrip(".")
    message = message.replace("Extra inputs are not permitted", "no such entry is known")
    return message.replace("Input should be", "it must be").replace("Field required", "it is missing")


def overlaid(text: str, name: str) -> Prices:
    """List prices with the entries of `text` in front. Raises: Problem as `prices_in`."""
    try:
        given: dict[str, Any] = tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        raise Problem(
            f"{name} is not valid TOML: {fault}.", next_step="Correct that line, or remove the file."
        ) from fault
    standard = list_prices()
    try:
        own = Prices(**given)
    except ValidationError as fault:
        error = fault.errors()[0]
        place = ".".join(str(step) for step in error["loc"])
        raise Problem(
            f"{name}: {place or 'an entry'} can't be used: {_plainly(error['msg'])}.",
            next_step="Write it as in planner/prices.toml, or remove it.",
        ) from fault
    rates = {**standard.currency, **{code.upper(): rate for code, rate in own.currency.items()}}
    cards = {"".join(letter for letter in key.lower() if letter.isalnum()): price for key, price in own.gpu.items()}
    for entry, currency in [*((f"gpu.{key}", price.currency) for key, price in cards.items()),
                            *([("own", own.own.currency)] if own.own else [])]:  # fmt: skip
        if currency.upper() not in rates:
            raise Problem(
                f"{name}: {entry} is in {currency}, and I know no exchange rate for that.",
                next_step=f"Add it under [currency], as units for one EUR: {currency.upper()} = …",
            )
    if any(rate <= 0 for rate in [*rates.values(), *own.region.values()]):
        raise Problem(f"{name}: a rate or factor must be above 0.", next_step="Correct it, or remove it.")
    return Prices(gpu={**standard.gpu, **cards}, region={**standard.region, **own.region}, currency=rates, own=own.own)
