"""What happens to each record before anything is learned from it."""

from planner.chosen import Chosen, default, measured, nothing, said
from planner.facts import ANSWERED, Facts
from planner.surveyed import SurveyedSource

WEIGHTED = 0.05
"""One record that makes up this share of a file was put there so often on purpose: nobody's export does it."""
AT_LEAST = 50
"""Fewer repeats than this may be an accident whatever their share."""

SHORT = 250
"""Characters of a record, question and answer together, up to which one word makes the difference."""


def exact_dedup(facts: Facts) -> Chosen:
    heavy = weighted_sources(facts)
    if heavy:
        first = heavy[0]
        return measured(
            False,
            f"one record stands {first.most_repeated:,} times in {first.path}: that looks like weighting on purpose, "
            "so nothing is removed.",
        )
    found = sum(source.duplicates for source in facts.measured)
    if found:
        return measured(True, f"{found:,} records stand in the data more than once; one of each is enough.")
    return default(True, "the same record twice teaches nothing and spoils the test.")


def near_dedup(facts: Facts) -> Chosen:
    heavy = weighted_sources(facts)
    if heavy:
        return measured(False, f"repeats in {heavy[0].path} are kept, so near-repeats are too.")
    if facts.known.get("data.cleaning.exact_dedup") is False:
        return default(False, "where exact repeats stay, near ones do.")
    if _differ_by_a_word(facts):
        return measured(
            False,
            "the records are short and their answers exact, so two that differ by one word are two different things.",
        )
    return default(True, "nearly the same record twice teaches little and spoils the test.")


def decontaminate(facts: Facts) -> Chosen:
    return default(True, "what the model is tested on must not stand in what it learns from.")


def pii(facts: Facts) -> Chosen:
    found = sum(sum(source.sensitive.values()) for source in facts.measured)
    if found:
        return measured("redact", f"some {found:,} addresses, numbers or names were found; they are masked first.")
    return default("redact", "personal data is masked before anything is learned, unless you say otherwise.")


def secrets(facts: Facts) -> Chosen:
    return default("redact", "passwords and keys are masked before anything is learned.")


def languages(facts: Facts) -> Chosen:
    asked = facts.claims("data.cleaning.languages")
    if asked and asked[0].value is not None:
        values = list(dict.fromkeys(claim.value for claim in asked))
        return Chosen(
            values, "", parts={f"/{i}": said(claim).because() for i, claim in enumerate(asked[: len(values)])}
        )
    return nothing("you set no limit, so every language is kept.")


def weighted_sources(facts: Facts) -> list[SurveyedSource]:
    """Sources in which one record stands so often that it was put there on purpose."""
    return [
        source
        for source in facts.measured
        if source.rows and source.most_repeated >= max(AT_LEAST, WEIGHTED * source.rows)
    ]


def _differ_by_a_word(facts: Facts) -> bool:
    """Short questions with an answer that is exactly right or wrong: commands, messages with their class."""
    answered = [source for source in facts.measured if source.role in ANSWERED]
    return bool(answered) and all(
        source.checkable and source.rows and source.characters / source.rows <= SHORT for source in answered
    )
