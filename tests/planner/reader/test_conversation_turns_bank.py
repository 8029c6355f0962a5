"""Turns that take back, restore, speak of files, approve, ask, start anew, or make a conflict and end it."""

import pytest

from tests.planner.reader.conversations import OPENINGS, Either, check
from tests.planner.reader.digest import Digest, digest
from tests.planner.reader.reading import read_turns

COST, MONEY, TRIALS, ROLLOUT = "budget.cost.amount", "budget.cost.currency", "search.trials", "delivery.rollout"
P95, ACCURACY, DATE, HOURS = "gates.latency_p95_seconds", "gates.accuracy", "budget.deadline", "budget.wall_clock_hours"
NO_COST: Digest = {COST: None, MONEY: None}
NO_CONFLICT: Digest = {"disputed": None}

WITHDRAWN: list[tuple[str, tuple[str, ...], Digest]] = [
    ("hotel", ("drop the latency rule",), {P95: None}),
    ("hotel", ("forget about the money limit",), NO_COST),
    ("hotel", ("money is no object",), NO_COST),
    ("hotel", ("the price doesn't matter any more",), NO_COST),
    ("hotel", ("whatever it costs",), NO_COST),
    ("hotel", ("Ohne Kostenlimit bitte",), NO_COST),
    ("hotel", ("The budget can go.",), NO_COST),
    ("hotel", ("lift the cap on spending",), NO_COST),
    ("hotel", ("no limit on the number of trials",), {TRIALS: None}),
    ("hotel", ("skip the search",), {TRIALS: Either((None, 1))}),
    ("hotel", ("speed isn't important any more",), {P95: None}),
    ("hotel", ("I no longer care how fast it is",), {P95: None}),
    ("hotel", ("no need to be under 2 seconds",), {P95: None}),
    ("hotel", ("never mind the response time",), {P95: None}),
    ("hotel", ("remove the accuracy gate",), {ACCURACY: None}),
    ("hotel", ("remove both gates",), {ACCURACY: None, P95: None}),
    ("hotel", ("keep the accuracy, drop the speed",), {P95: None}),
    ("hotel", ("the 2 seconds can go",), {P95: None}),
    ("hotel", ("drop the 300 euros",), NO_COST),
    ("hotel", ("scrap the roll-out",), {ROLLOUT: Either((None, [100]))}),
    ("hotel", ("don't drop the latency rule",), {}),
    ("hotel", ("Remove the latency gate and the money limit, leave the rest.",), {P95: None, **NO_COST}),
    ("hotel", ("Neither the budget nor the response time matter now.",), {P95: None, **NO_COST}),
    ("hotel", ("German can wait.",), {"languages": {"en"}}),
    ("shop", ("There's no deadline any more",), {DATE: None}),
    ("shop", ("take your time, the deadline is history",), {DATE: None}),
    ("shop", ("It isn't urgent any more",), {DATE: None}),
    ("shop", ("take all the time you want",), {DATE: None}),
    ("shop", ("no GPU-hour limit please",), {"budget.gpu_hours": None}),
    ("shop", ("without LoRA",), {"model.adapter": Either((None, "none"))}),
    ("shop", ("any base model is OK",), {"model.base": None}),
    ("shop", ("you choose the base model",), {"model.base": None}),
    ("mail", ("stop the retraining",), {"monitoring.every_days": None}),
    ("mail", ("we don't need retraining",), {"monitoring.every_days": None}),
    ("mail", ("no separate test part",), {"data.holdout": Either((None, 0))}),
    ("invoice", ("The time limit no longer applies",), {HOURS: None}),
    ("invoice", ("unset budget.cost; unset gates.f1",), {**NO_COST, "gates.f1": None}),
    ("invoice", ("the JSON condition is out, sorry",), {"gates.format_valid_rate": None}),
    ("review", ("drop tone",), {"rubric.tone": None}),
    ("review", ("tone doesn't matter",), {"rubric.tone": None}),
    ("review", ("no points for brevity",), {"rubric.brevity": None}),
    ("review", ("take the hallucination penalty out",), {"rubric.hallucination": None}),
    ("review", ("It needn't be short",), {"rubric.brevity": None}),
    ("experts", ("No generated examples",), {"data.synthetic.examples": None}),
    ("experts", ("the size limit goes",), {"model.max_parameters": None}),
    ("experts", ("any size is fine",), {"model.max_parameters": None}),
    ("wiki", ("the page numbers aren't needed",), {"rubric.citation": None}),
    ("terse", ("deadline: none",), {DATE: None}),
    ("terse", ("budget=null, trials=null",), {**NO_COST, TRIALS: None}),
]  # fmt: skip
RESTORED: list[tuple[str, tuple[str, ...], Digest]] = [
    ("hotel", ("make it 30 trials", "undo that"), {}),
    ("hotel", ("make it 30 trials", "no, back to 20"), {}),
    ("hotel", ("make it 30 trials", "go back to the old number of trials"), {}),
    ("hotel", ("500 euros", "make it 30 trials", "the budget as it was, please"), {TRIALS: 30}),
    ("hotel", ("500 euros", "make it 30 trials", "revert the last change"), {COST: 500}),
    ("hotel", ("drop the latency rule", "put the latency rule back in"), {}),
    ("hotel", ("drop the latency rule", "30 trials", "hm, I want the speed limit back"), {TRIALS: 30}),
    ("hotel", ("drop the money limit", "sorry, keep the money limit after all"), {}),
    ("hotel", ("German isn't needed", "oh, German is needed after all"), {}),
    ("hotel", ("93% right", "95% right", "the first figure was better, 90"), {}),
    ("hotel", ("93% right", "back to the original accuracy"), {}),
    ("hotel", ("25 trials", "thanks!", "scratch that"), {}),
    ("hotel", ("25 trials", "30 trials", "undo", "undo"), {}),
    ("hotel", ("double the budget", "that was a mistake, take it back"), {}),
    ("hotel", ("250 euros and 10 trials", "undo the budget change only"), {TRIALS: 10}),
    ("shop", ("deadline 20 January", "no, the original date"), {}),
    ("shop", ("qlora", "LoRA again please"), {}),
    ("wiki", ("leave faq.docx out", "put faq.docx back in"), {}),
    ("wiki", ("leave faq.docx out", "undo that please"), {}),
    ("review", ("drop tone", "tone back in, as before"), {}),
    ("experts", ("dense please", "back to the experts"), {}),
]
FILED: list[tuple[str, tuple[str, ...], Digest]] = [
    ("wiki", ("only the second file",), {"sources": {"wiki.zip"}}),
    ("wiki", ("the second file only, please",), {"sources": {"wiki.zip"}}),
    ("wiki", ("the first one is enough",), {"sources": {"handbook.pdf"}}),
    ("wiki", ("leave faq.docx out",), {"sources": {"handbook.pdf", "wiki.zip"}}),
    ("wiki", ("not the wiki",), {"sources": {"handbook.pdf", "faq.docx"}}),
    ("wiki", ("drop the zip",), {"sources": {"handbook.pdf", "faq.docx"}}),
    ("wiki", ("everything but the faq",), {"sources": {"handbook.pdf", "wiki.zip"}}),
    ("wiki", ("just the handbook and the faq",), {"sources": {"handbook.pdf", "faq.docx"}}),
    ("wiki", ("forget the third file",), {"sources": {"handbook.pdf", "wiki.zip"}}),
    ("wiki", ("the last one is a duplicate, ignore it",), {"sources": {"handbook.pdf", "wiki.zip"}}),
    ("wiki", ("use manual.pdf instead of handbook.pdf",), {"sources": {"manual.pdf", "wiki.zip", "faq.docx"}}),
    ("wiki", ("wrong file! I meant guide.pdf, not handbook.pdf",), {"sources": {"guide.pdf", "wiki.zip", "faq.docx"}}),
    ("wiki", ("handbook.pdf is outdated, take handbook_2026.pdf",), {"sources": {"handbook_2026.pdf", "wiki.zip", "faq.docx"}}),
    ("wiki", ("also use notes.docx",), {"sources": {"handbook.pdf", "wiki.zip", "faq.docx", "notes.docx"}}),
    ("wiki", ("handbook.pdf is confidential",), {}),
    ("wiki", ("faq.docx has 300 entries, wiki.zip 2,000",), {}),
    ("wiki", ("wiki.zip: skip the section \"Birthdays\"",), {}),
    ("wiki", ("only handbook.pdf",), {"sources": {"handbook.pdf"}}),
    ("wiki", ("the wiki and the faq are no longer needed",), {"sources": {"handbook.pdf"}}),
    ("wiki", ("add extra.csv", "no, leave extra.csv out again"), {}),
]  # fmt: skip
TALK: list[tuple[str, tuple[str, ...], Digest]] = [
    ("hotel", (turn,), {})
    for turn in (
        "why 20 trials?", "why not 30?", "what if we had 50 trials?", "What would 500 euros buy?", "go ahead", "👍", "lgtm",
        "Thanks, 5 stars!", "how long will it take?", "Is 2 seconds realistic?", "I wonder what 40 trials would cost",
        "My colleague asks whether 3 seconds would be cheaper.", "no thanks", "What does accuracy mean?",
        "Our hotel opens at 9 and has 3 floors.", "see you on Monday at 10", "Suppose we drop German, would it be better?",
        "don't change anything", "keep everything as it is", "the budget of 300 euros is approved", "20 trials are fine",
        "Leave it at 300 euros.", "I still like the 90%.", "Could it also be done with 10 trials?", "ok, start",
        "Would 95% be possible?", "And if we took only English?", "Is it cheaper without German?",
        "Great. My daughter turned 7 today!", "perfect, exactly 10% of the guests, that's right", "Does 1 GPU suffice?",
        "Just curious: what happens with 100 trials?", "How sure are you about the 300 euros?", "Danke, passt so.",
        "what's the weather like?", "tell me a joke about 3 hotels", "and where do the 2 seconds come from?",
    )
]  # fmt: skip
MIXED: list[tuple[str, tuple[str, ...], Digest]] = [
    ("hotel", ("Yes, but only 10 trials",), {TRIALS: 10}),
    ("hotel", ("ok, and 250 euros",), {COST: 250}),
    ("hotel", ("would you lower the budget to 250 please?",), {COST: 250}),
    ("hotel", ("Can you make it 10 trials?",), {TRIALS: 10}),
    ("hotel", ("How about 15 trials?",), {TRIALS: 15}),
    ("hotel", ("Why 20 trials? Make it 10.",), {TRIALS: 10}),
    ("hotel", ("looks good. 95% though.",), {ACCURACY: ">= 0.95"}),
    ("hotel", ("8 trials ... hm, fine, 4 trials",), {TRIALS: 4}),
    ("hotel", ("Anna: can we do 30 trials?\nBen: too expensive, 10.\nAnna: ok, 15 then.",), {TRIALS: 15}),
    ("hotel", ("@lea: 500 euros?\n@tom: no, 350\n@lea: fine, 350 it is",), {COST: 350}),
    ("hotel", ("Maria: please 99% right. Jo: unrealistic, say 94. Maria: agreed, 94%.",), {ACCURACY: ">= 0.94"}),
    ("hotel", ("budget 200, no sorry, 220 euros",), {COST: 220}),
    ("hotel", ("25 trials. Wait, the machine is busy; 12 trials.",), {TRIALS: 12}),
    ("hotel", ("make it 40 trials; actually leave it at 20",), {}),
    ("hotel", ("what if 50 trials?", "ok do that"), {TRIALS: 50}),
    ("hotel", ("30 trials", "thanks", "and 400 euros", "why?"), {TRIALS: 30, COST: 400}),
]
CONFLICTS: list[tuple[str, tuple[str, ...], Digest]] = [
    ("gemma", ("I see. Then the size limit goes, keep Gemma.",), {"model.max_parameters": None, **NO_CONFLICT}),
    ("gemma", ("OK use Gemma-2-2B",), {"model.base": "Gemma-2-2B", **NO_CONFLICT}),
    ("gemma", ("fine, up to 9B then",), {"model.max_parameters": 9e9, **NO_CONFLICT}),
    ("gemma", ("then forget Gemma and take something that fits",), {"model.base": None, **NO_CONFLICT}),
    ("gemma", ("ok go ahead",), {}),
    ("gemma", ("why is that a problem?",), {}),
    ("gemma", ("thank you!", "the 4B cap was a mistake, drop it"), {"model.max_parameters": None, **NO_CONFLICT}),
    ("generated", ("then please don't generate anything",), {"data.synthetic.examples": None, **NO_CONFLICT}),
    ("generated", ("ok, generate the 500",), {"data.synthetic.examples": 500, **NO_CONFLICT}),
    ("generated", ("no artificial ones then",), {"data.synthetic.examples": None, **NO_CONFLICT}),
    ("bank", ("The auditors want OpenAI's API to check each training example. The rule about our own servers stands.",), {"disputed": {"privacy.egress"}, "privacy.egress": Either((None, False))}),
    ("bank", ("Let OpenAI check each example.",), {"disputed": {"privacy.egress"}, "privacy.egress": Either((None, False, True))}),
    ("bank", ("Let OpenAI check each example. The own-servers rule is lifted for that.",), {"privacy.egress": True, "compute.where": Either(("local", None))}),
    ("bank", ("Use GPT-4 for the evaluation, our servers rule still holds", "OK, then without GPT-4"), {"privacy.egress": False}),
    ("bank", ("sending the data to the cloud is allowed now",), {"privacy.egress": True, "compute.where": Either(("local", None))}),
]  # fmt: skip
ANEW: list[tuple[str, str, Digest]] = [
    (
        "hotel",
        "New project: classify repair requests by trade, repairs.csv. Same money limit as before, but take all the time you want.",
        {"task": "classification", "sources": {"repairs.csv"}, COST: 300, MONEY: "EUR", "role of repairs.csv": "labels"},
    ),
    (
        "shop",
        "Forget all that. We need a translator for our manuals into French instead, pairs are in pairs.jsonl. The deadline stays.",
        {"task": "translation", "sources": {"pairs.jsonl"}, DATE: "2026-12-15", "languages": {"fr"}, "role of pairs.jsonl": "instructions"},
    ),
    (
        "hotel",
        "Something else: summarise our incident reports, incidents.jsonl, 10 trials.",
        {"task": "summarization", "sources": {"incidents.jsonl"}, TRIALS: 10, "role of incidents.jsonl": "instructions"},
    ),
    (
        "mail",
        "Let's start over. A model that extracts delivery dates from orders.jsonl. Same hardware, privacy as before.",
        {
            "task": "extraction", "sources": {"orders.jsonl"}, "compute.gpu": "a100", "compute.gpus": 2,
            "compute.where": "kubernetes", "privacy.egress": False, "role of orders.jsonl": "instructions",
        },
    ),
    (
        "invoice",
        "Different topic now: we want a code assistant for our Python in src/. Budget as before, no time limit this time.",
        {"task": "code", "sources": {"src/"}, COST: 800, MONEY: "USD", "role of src/": "code"},
    ),
    (
        "terse",
        "New request. Draft replies to complaints from complaints.jsonl, at most 100 euros, nothing carries over from the old one.",
        {"task": "writing", "sources": {"complaints.jsonl"}, COST: 100, MONEY: "EUR", "role of complaints.jsonl": "instructions"},
    ),
    (
        "bus",
        "Our plans have changed: no chat assistant, we'd rather classify lost-property reports, lost.csv. Same limits apply.",
        {"task": "classification", "sources": {"lost.csv"}, COST: 250, MONEY: "EUR", "role of lost.csv": "labels"},
    ),
]  # fmt: skip


def _named(cases: list[tuple[str, tuple[str, ...], Digest]], kind: str) -> list[object]:
    return [pytest.param(o, turns, changes, id=f"{kind} {o}: {' / '.join(turns)[:80]}") for o, turns, changes in cases]


@pytest.mark.parametrize(
    ("opening", "turns", "changes"),
    [
        *_named(WITHDRAWN, "withdrawn"),
        *_named(RESTORED, "restored"),
        *_named(MIXED, "mixed"),
        *_named(CONFLICTS, "conflict"),
        *_named(TALK, "talk"),
    ],
)
def test_a_turn_changes_what_it_speaks_of_and_nothing_else(
    opening: str, turns: tuple[str, ...], changes: Digest
) -> None:
    check(opening, turns, changes)


@pytest.mark.parametrize(("opening", "turns", "changes"), _named(FILED, "files"))
def test_files_are_put_in_and_left_out(opening: str, turns: tuple[str, ...], changes: Digest) -> None:
    found = digest(read_turns(OPENINGS[opening], *turns, files=["handbook.pdf", "wiki.zip", "faq.docx"]))
    assert found["sources"] == changes.get("sources", {"handbook.pdf", "wiki.zip", "faq.docx"})
    assert (found["task"], found["rubric.citation"]) == ("document_qa", 0.5)


@pytest.mark.parametrize(
    ("opening", "turn", "wanted"), [pytest.param(*case, id=f"{case[0]}: {case[1][:70]}") for case in ANEW]
)
def test_a_new_goal_starts_over(opening: str, turn: str, wanted: Digest) -> None:
    found = digest(read_turns(OPENINGS[opening], turn))
    found.pop("model.adapter", None)
    assert found == wanted
