"""What is known of base models by their names."""

import re
from functools import cache, lru_cache

from pydantic import BaseModel, ConfigDict

from planner.memory import WEIGHTS
from planner.tables import table


class Base(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    id: str
    """On the hub."""
    also: list[str] = []
    """What people call it."""
    parameters: float
    active: float | None = None
    """Parameters that one token passes through, in a mixture of experts."""
    context: int
    """Tokens that it reads at once."""
    licence: str
    languages: list[str]
    """ISO 639-1 codes that its card names; `*` for a hundred or more."""
    vision: bool = False
    """It reads pictures."""
    source: str
    """Where the figures stand."""
    checked: bool = False
    """They were looked up there; without it they are as good as memory."""

    @property
    def weights_gb(self) -> float:
        """GB of its weights in bf16."""
        return WEIGHTS * self.parameters / 1e9

    def serves(self, languages: list[str]) -> bool:
        return "*" in self.languages or set(languages) <= set(self.languages)


CLOSED = ("gpt-4", "gpt-5", "gpt-3", "gpt4", "gpt5", "gpt3", "chatgpt", "claude", "gemini", "o1-", "o3-", "grok")
"""Models whose weights nobody outside can have; gpt-oss and gemma are open."""


@cache
def catalogue() -> list[Base]:
    return [Base(**entry) for entry in table("catalogue.toml")["base"]]


@lru_cache(maxsize=1024)
def known_base(name: str) -> Base | None:
    """The catalogue's entry that a name speaks of: `Qwen2.5-Coder-7B`, `mistral-7b`, `meta-llama/Llama-3.1-8B`."""
    wanted = _plain(name.rpartition("/")[2])
    for base in catalogue():
        if wanted in {_plain(base.id.rpartition("/")[2]), *map(_plain, base.also)}:
            return base
    # `Llama-3.1-8B-Instruct` is as large as `Llama-3.1-8B`; the longest name that fits says most.
    fitting = [(len(_plain(key)), base) for base in catalogue() for key in (base.id.rpartition("/")[2], *base.also)
               if wanted.startswith(_plain(key))]  # fmt: skip
    return max(fitting, key=lambda item: item[0])[1] if fitting else None


def parameters_of(name: str) -> float | None:
    """How many parameters a model has: by the catalogue, else as its name says (`-7B`, `8x7B`, `350M`)."""
    found = known_base(name)
    if found is not None:
        return found.parameters
    mixture = re.search(r"(\d+)x(\d+(?:\.\d+)?)b(?![a-z])", name, re.IGNORECASE)
    if mixture:
        # Experts share their attention: 8x7B has 47e9, some five sixths of the product.
        return float(mixture[1]) * float(mixture[2]) * 1e9 * 0.83
    plain = re.search(r"(?<![\w.])(\d+(?:\.\d+)?)\s?([bm])(?![a-z])", name.replace("_", "-"), re.IGNORECASE)
    if plain:
        return float(plain[1]) * (1e9 if plain[2].lower() == "b" else 1e6)
    return None


def is_closed(name: str) -> bool:
    """Whether a model's weights can't be had, so that it can be asked but not trained."""
    plain = name.lower().rpartition("/")[2]
    return any(plain.startswith(prefix) for prefix in CLOSED)


def is_path(name: str) -> bool:
    """Whether a base's name is a folder rather than a hub id."""
    return name.startswith(("/", "./", "../", "~")) or name.endswith("/") or name.count("/") > 1


def _plain(name: str) -> str:
    return re.sub(r"[^a-z0-9.]", "", name.lower())
