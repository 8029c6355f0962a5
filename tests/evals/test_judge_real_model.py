"""The judge with a real model: tiny, untrained, loaded from its folder by the answerer that users have."""

import json
from pathlib import Path

import pytest
from made_up_split import all_chats, page, spec, write_split

from evals.judge import judge
from training.progress import silent
from training.spec import Verdict
from training.spec.spec import Gate


@pytest.mark.slow
def test_a_real_model_is_loaded_asked_and_timed(tmp_path: Path) -> None:
    from training.bases import base

    chats = all_chats()
    pages = [
        page(f"p{n}", f"# Page {n}\n\nHerbs want water in the morning, loose soil and sun. Page {n}.") for n in range(8)
    ]
    split = write_split(
        tmp_path / "split", train=chats[10:], heldout=chats[:10], passages_train=pages[5:], passages_heldout=pages[:5]
    )
    made = tmp_path / "base"
    made.mkdir()
    base({"base": "scratch", "parameters": 60_000, "vocabulary_size": 400, "seed": 0}, {"split": split}, made, silent)
    told = spec(
        stages=["sft"],
        gates=[Gate(metric="latency_p95_seconds", op="<=", value=60.0), Gate(metric="accuracy", op=">=", value=0.5)],
    )
    figures = judge(
        {"spec": told.model_dump(mode="json"), "seed": 0},
        {"split": split, "base": made, "package": made},
        tmp_path / "judge",
        silent,
    )
    verdict = Verdict.model_validate_json((tmp_path / "judge" / "verdict.json").read_text(encoding="utf-8"))
    assert [gate.outcome for gate in verdict.gates] == ["passed", "missed"]
    assert not verdict.passed
    assert 200 < figures["perplexity"] < 900, "random weights foretell nothing: one of the 400 words of its vocabulary"
    ours, theirs = (one.metrics for one in verdict.contenders[:2])
    assert ours["bits_per_character"] == theirs["bits_per_character"]
    assert ours["win_rate_against_base"].value == 0.5
    assert verdict.headline.startswith("Right in 0 of 10 answers")
    json.dumps(figures)
