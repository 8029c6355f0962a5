"""Figures as people say them."""

from datetime import date


def number(value: float) -> str:
    """`870`, `12,400`, `5.3 million`, `7 billion`."""
    for size, word in ((1e9, " billion"), (1e6, " million")):
        if value >= size:
            return f"{value / size:.3g}{word}"
    return f"{value:,.0f}" if value >= 10 or value == int(value) else f"{value:.2g}"


def hours(value: float) -> str:
    """A time: `40 seconds`, `12 minutes`, `3 hours`, `2 days`."""
    seconds = value * 3600
    for size, word in ((86400.0, "day"), (3600.0, "hour"), (60.0, "minute"), (1.0, "second")):
        if seconds >= size * (2 if word == "day" else 1) * 0.995:
            amount = f"{seconds / size:.2g}" if seconds / size < 10 else f"{seconds / size:.0f}"
            return f"{amount} {word}{'' if amount == '1' else 's'}"
    return "less than a second"


def percent(share: float) -> str:
    """`80%`, `99.5%`."""
    return f"{100 * share:.2f}".rstrip("0").rstrip(".") + "%"


def money(amount: float, currency: str) -> str:
    """`200 EUR`, `0.40 EUR`."""
    text = f"{amount:,.2f}" if 0 < amount < 100 and amount != int(amount) else f"{amount:,.0f}"
    return f"{text} {currency}"


def day(value: str | date) -> str:
    """`18 December 2026`."""
    when = date.fromisoformat(value) if isinstance(value, str) else value
    return f"{when.day} {when.strftime('%B %Y')}"


def listed(items: list[str], last: str = "and") -> str:
    """`a`, `a and b`, `a, b and c`."""
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} {last} {items[-1]}" if items else ""


def plural(count: int, one: str, many: str = "") -> str:
    """`1 file`, `3 files`."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"
