"""How much is kept aside for the test."""

from planner.chosen import Chosen, default, measured
from planner.facts import ANSWERED, TEXT, Facts

USUAL, OF_FEW = 0.1, 0.2
FEW = 500


def holdout(facts: Facts) -> Chosen:
    """A tenth; more where there is little; none where a test of its own was given."""
    if "tests" in facts.roles:
        paths = ", ".join(source["path"] for source in facts.sources if source.get("role") == "tests")
        return Chosen(0.0, f"the test is {paths}; what tuning needs to check itself is carved from the training part.")
    rows = facts.rows(*ANSWERED)
    if 0 < rows < FEW and facts.characters(*ANSWERED) > facts.characters(*TEXT):
        return measured(OF_FEW, f"{rows} examples are few, and a tenth of them would be too small a test.")
    if not rows and facts.rows(*TEXT):
        return default(USUAL, "one page in ten is kept aside, whole files, never trained on.")
    return default(USUAL, "one in ten is usual: enough to measure, little to lose.")
