"""Machines, GPUs and places."""

from typing import Any

import pytest

from tests.planner.reader.reading import read_turns

REST = "Chatbot for our customers. chats.csv. "
"""Stands in front of each, so that there is a goal."""
WORDS: list[tuple[str, Any]] = [
    ("We have two A100s with 80 GB each.", ["a100", 2, 80.0]),
    ("8x H100 SXM", ["h100", 8]),
    ("one RTX 4090", ["rtx 4090", 1]),
    ("an NVIDIA L40S with 48GB", ["l40s", 1, 48.0]),
    ("GPU: H200 x 4", ["h200", 4]),
    ("a DGX with eight A100 cards", ["a100", 8]),
    ("our Kubernetes cluster", "kubernetes"),
    ("on Ray", "ray"),
    ("in the Frankfurt data centre", "frankfurt"),
    ("region eu-west-3", "eu-west-3"),
    ("It must stay in the EU.", "eu"),
    ("Azure westeurope", "westeurope"),
    ("no GPU, only CPUs", 0),
    ("my laptop has 16 GB RAM", []),
    ("four GPUs, 24 GB each", [4, 24.0]),
]


@pytest.mark.parametrize(("words", "wanted"), [pytest.param(*pair, id=pair[0][:90]) for pair in WORDS])
def test_the_words_settle(words: str, wanted: Any) -> None:
    wishes = read_turns(REST + words)
    values = [c.value for c in wishes.claims if c.path == "compute" or c.path.startswith("compute.")]
    assert (values[0] if len(values) == 1 else values) == wanted
    assert not wishes.disputes
