"""Which languages the model must serve."""

from planner.chosen import Chosen, default, measured, said
from planner.facts import Facts

ENOUGH = 0.1
"""A language with a smaller share of the records is not what the data is about."""


def languages(facts: Facts) -> Chosen:
    """Those that the words name; else those that the data is in."""
    asked = facts.claims("languages")
    if asked:
        values = list(dict.fromkeys(claim.value for claim in asked))
        first = {value: claim for claim in reversed(asked) for value in [claim.value]}
        return Chosen(values, "", parts={f"/{i}": said(first[value]).because() for i, value in enumerate(values)})
    if facts.wishes.unclear_language is not None:
        return Chosen([], "a language is asked for and not named.", "default")
    kept = facts.claim("data.cleaning.languages")
    only = facts.claims("data.cleaning.languages")
    if only or kept:
        codes = [claim.value for claim in only]
        return Chosen(codes, "the languages that you keep in the data.", "rule")
    shares = data_languages(facts)
    found = [code for code, share in shares.items() if share >= ENOUGH]
    if found:
        figures = ", ".join(f"{code} {shares[code]:.0%}" for code in found)
        return measured(found, f"the words name none; the data is in {figures}.")
    return default(["en"], "neither words nor data say it yet, so the language of the request.")


def data_languages(facts: Facts) -> dict[str, float]:
    """Share of the measured records in each language, the largest first; records without one are left aside."""
    counts: dict[str, float] = {}
    for source in facts.measured:
        for code, share in source.languages.items():
            if len(code) == 2:
                counts[code] = counts.get(code, 0.0) + share * source.rows
    whole = sum(counts.values())
    ordered = sorted(counts.items(), key=lambda item: -item[1])
    return {code: count / whole for code, count in ordered} if whole else {}
