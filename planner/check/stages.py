"""Each step of the training needs data of a fitting kind, and something that can do it."""

from collections.abc import Iterator

from planner.check.finding import Case, Finding, conflict, warning
from planner.facts import ANSWERED
from planner.words import listed

COMPUTABLE_WITHOUT_ANSWERS = frozenset(
    {"format", "brevity", "policy", "terminology", "latency", "citation", "tool_use"}
)
_NAMES = {"preference": "learning from preferences", "rl": "reinforcement learning"}


def nothing_to_train(case: Case) -> Iterator[Finding]:
    if case.spec.stages == [] and case.facts.sources:
        yield conflict(
            ["stages"],
            "You rule out the only step that your data allows, so nothing would be trained.",
            "Allow it, or give data for another step.",
        )


def preferences_without_pairs(case: Case) -> Iterator[Finding]:
    if "preference" not in (case.spec.stages or []) or not case.facts.sources or "preferences" in case.facts.roles:
        return
    problem = "A step learns from preferences, and no file says which of two answers is the better one."
    advice = "Give pairs of a better and a worse answer, or drop that step."
    if case.facts.all_measured:
        yield conflict(["stages"], problem, advice)
    else:
        yield warning(["stages"], problem, advice)


def rewards_without_a_way_to_compute_them(case: Case) -> Iterator[Finding]:
    if "rl" not in (case.spec.stages or []) or not case.facts.all_measured:
        return
    criteria = {item.criterion for item in case.spec.rubric or [] if item.criterion}
    answers = case.facts.roles & {*ANSWERED, "tests", "preferences", "images"}
    if not answers and not criteria & COMPUTABLE_WITHOUT_ANSWERS:
        yield conflict(
            ["stages", "rubric"],
            "Reinforcement learning needs a reward that can be computed, and the data has no right answers to compare "
            f"with for {listed(sorted(criteria)) or 'any criterion'}.",
            "Give questions with their answers, or score something that shows by itself, such as length or format.",
        )


def answering_without_answers(case: Case) -> Iterator[Finding]:
    stages = case.spec.stages or []
    asked = any(claim.value == "sft" for claim in case.facts.claims("stages"))
    fitting = case.facts.roles & {*ANSWERED, "images", "preferences"}
    if "sft" in stages and asked and case.facts.all_measured and not fitting:
        yield conflict(
            ["stages"],
            "Fine-tuning learns from questions with answers, and the data has only text to read.",
            "Give some questions with answers, or let the model read the text (continued pretraining).",
        )


def reading_too_little(case: Case) -> Iterator[Finding]:
    asked = any(claim.value == "pretrain" for claim in case.facts.claims("stages"))
    characters = sum(source.characters for source in case.facts.measured if source.role != "tests")
    if asked and case.facts.all_measured and 0 < characters < 50_000:
        yield warning(
            ["stages"],
            f"Pretraining on {characters:,} characters teaches a model next to nothing of the language.",
            "Fine-tuning alone would do as well.",
        )


def steps_this_version_can_not_do(case: Case) -> Iterator[Finding]:
    missing = [_NAMES[stage] for stage in case.spec.stages or [] if stage in _NAMES]
    if missing:
        yield warning(
            ["stages"],
            f"You ask for {listed(missing)}, which stays in the plan but can't be run by this version yet.",
            "Ask for fine-tuning only if you want to start now.",
        )


def pages_alone_teach_no_answering(case: Case) -> Iterator[Finding]:
    if case.spec.stages == ["pretrain"] and case.spec.task in ("document_qa", "support_chat"):
        yield warning(
            ["stages"],
            "From pages alone a model learns how you write, and not how to answer; for facts out of documents, search "
            "over the pages is the better tool.",
            "The report compares both; a hundred questions with answers would let it learn to answer.",
        )


CHECKS = (
    nothing_to_train, preferences_without_pairs, rewards_without_a_way_to_compute_them, answering_without_answers, reading_too_little,
    steps_this_version_can_not_do, pages_alone_teach_no_answering,
)  # fmt: skip
