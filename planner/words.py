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
            value = seconds / size
            amount = f"{value:.2g}" if value < 4.5 else f"{value:.0f}"
            return f"{amount} {word}{'' if amount == '1' else 's'}"
    return "less than a second"


def gigabytes(value: float) -> str:
    """`0.05 GB`, `1.2 GB`, `152 GB`."""
    return f"{value:,.0f} GB" if value >= 10 else f"{max(0.01, value):.2g} GB"


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


def span(low: float, high: float) -> str:
    """A range of hours: `5 to 10 minutes`, `50 seconds to 3 minutes`."""
    first, second = hours(low), hours(high)
    if first == second:
        return first
    amount, _, unit = first.partition(" ")
    return (
        f"{amount} to {second}" if unit.rstrip("s") == second.partition(" ")[2].rstrip("s") else f"{first} to {second}"
    )


LANGUAGES = {
    "ar": "Arabic", "bg": "Bulgarian", "bn": "Bengali", "ca": "Catalan", "cs": "Czech", "cy": "Welsh", "da": "Danish",
    "de": "German", "el": "Greek", "en": "English", "es": "Spanish", "et": "Estonian", "eu": "Basque", "fa": "Persian",
    "fi": "Finnish", "fr": "French", "ga": "Irish", "gl": "Galician", "he": "Hebrew", "hi": "Hindi", "hr": "Croatian",
    "hu": "Hungarian", "id": "Indonesian", "is": "Icelandic", "it": "Italian", "ja": "Japanese", "ko": "Korean",
    "lb": "Luxembourgish", "lt": "Lithuanian", "lv": "Latvian", "mt": "Maltese", "nb": "Norwegian", "nl": "Dutch",
    "nn": "Norwegian Nynorsk", "no": "Norwegian", "pl": "Polish", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian",
    "sk": "Slovak", "sl": "Slovenian", "sq": "Albanian", "sr": "Serbian", "sv": "Swedish", "sw": "Swahili",
    "ta": "Tamil", "th": "Thai", "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu", "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip


def languages(codes: list[str]) -> str:
    """`English and German`; a code without a name stays as it is."""
    return listed([LANGUAGES.get(code, code) for code in codes])


def plural(count: int, one: str, many: str = "") -> str:
    """`1 file`, `3 files`."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"
