"""Cross-field truths: what two fields say together, or a field and the data, in words a non-expert can act on.

Each check is a pure function `(case) -> findings`; this is the list of them.
"""

from planner.check import data, dates, gates, limits, model, stages
from planner.check.finding import Case, Finding

CHECKS = (*data.CHECKS, *stages.CHECKS, *model.CHECKS, *gates.CHECKS, *limits.CHECKS, *dates.CHECKS)


def check(case: Case) -> list[Finding]:
    """All that is to say about a plan: conflicts first, then warnings, each in the order of the checks."""
    found = [finding for one in CHECKS for finding in one(case)]
    return sorted(found, key=lambda finding: finding.kind != "conflict")


__all__ = ["CHECKS", "Case", "Finding", "check"]
