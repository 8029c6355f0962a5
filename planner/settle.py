"""Claims and rules become a draft: the table of contents of how a plan is made.

Fields are decided in this order, since later ones look at earlier ones. What the words ask for always comes first;
a rule only fills what they leave open.
"""

from collections.abc import Callable
from datetime import date

from planner.chosen import Chosen, default, nothing, said
from planner.claims import Wishes
from planner.draft import Draft
from planner.facts import Facts
from planner.hardware import Hardware
from planner.rules import base, cleaning, holdout, languages, limits, model, naming, rubric, search, size, stages, task
from planner.rules import sources as sources_rule
from planner.surveyed import Survey

Rule = Callable[[Facts], Chosen]

ORDER: list[tuple[str, Rule, bool]] = [
    # path, rule, whether a claim of this very path comes before the rule
    ("version", lambda facts: default(1, "the contract's first version."), False),
    ("data.sources", sources_rule.sources, False),
    ("task", task.task, True),
    ("data.sources", sources_rule.roles, False),
    ("languages", languages.languages, False),
    ("budget.gpu_hours", limits.gpu_hours, True),
    ("budget.wall_clock_hours", limits.wall_clock_hours, True),
    ("budget.deadline", limits.deadline, True),
    ("compute.where", limits.where, True),
    ("compute.gpus", limits.gpus, True),
    ("compute.gpu", limits.gpu, True),
    ("compute.memory_gb", limits.memory_gb, True),
    ("compute.region", limits.region, True),
    ("privacy.egress", limits.egress, True),
    ("data.cleaning.exact_dedup", cleaning.exact_dedup, True),
    ("data.cleaning.near_dedup", cleaning.near_dedup, True),
    ("data.cleaning.decontaminate", cleaning.decontaminate, True),
    ("data.cleaning.pii", cleaning.pii, True),
    ("data.cleaning.secrets", cleaning.secrets, True),
    ("data.cleaning.languages", cleaning.languages, False),
    ("data.holdout", holdout.holdout, True),
    ("model.architecture", model.architecture, True),
    ("model.experts", model.experts, True),
    ("model.max_parameters", model.max_parameters, True),
    ("model.base", base.base, False),
    ("model.parameters", size.parameters, True),
    ("model.adapter", model.adapter, True),
    ("model.vocabulary", model.vocabulary, True),
    ("stages", stages.stages, False),
    ("rubric", rubric.rubric, False),
    ("gates", rubric.gates, False),
    ("search.trials", search.trials, True),
    ("search.parameters", search.parameters, True),
    ("delivery.formats", limits.formats, False),
    ("delivery.endpoint", limits.endpoint, True),
    ("delivery.rollout", limits.rollout, True),
    ("name", naming.name, False),
    ("goal", naming.goal, False),
]


def settle(
    wishes: Wishes, *, survey: Survey, hardware: Hardware, today: date, files: tuple[str, ...]
) -> tuple[Draft, Facts]:
    """All fields of the spec, each with its reason; and the facts as they stand in the end."""
    draft = Draft()
    facts = Facts(wishes, survey, hardware, today, files, {})
    for path, rule, claim_first in ORDER:
        claim = facts.claim(path) if claim_first else None
        draft.put(path, said(claim) if claim is not None else rule(facts))
        facts = Facts(wishes, survey, hardware, today, files, draft.known)
    _synthetic(facts, draft)
    _cost(facts, draft)
    _monitoring(facts, draft)
    return draft, Facts(wishes, survey, hardware, today, files, draft.known)


def _synthetic(facts: Facts, draft: Draft) -> None:
    """Null unless a number of examples to generate is asked for."""
    examples = facts.claim("data.synthetic.examples")
    if examples is not None:
        draft.put("data.synthetic.examples", said(examples))
    else:
        whole = facts.said_none("data.synthetic")
        draft.put("data.synthetic", said(whole)._replace(value=None) if whole else nothing())


def _cost(facts: Facts, draft: Draft) -> None:
    amount = facts.claim("budget.cost.amount")
    if amount is None or amount.value is None:
        whole = facts.said_none("budget.cost")
        draft.put("budget.cost", said(whole) if whole else nothing("you set no limit of this kind."))
        return
    draft.put("budget.cost.amount", said(amount))
    currency = facts.claim("budget.cost.currency")
    draft.put("budget.cost.currency", said(currency) if currency else limits.currency(facts))


def _monitoring(facts: Facts, draft: Draft) -> None:
    days = facts.claim("monitoring.every_days")
    parts = [(key, facts.claim(f"monitoring.retrain_when.{key}")) for key in ("metric", "op", "value")]
    asked = [claim for _, claim in parts if claim is not None and claim.value is not None]
    if (days is None or days.value is None) and not asked:
        whole = facts.said_none("monitoring")
        draft.put("monitoring", said(whole)._replace(value=None) if whole else nothing())
        return
    draft.put("monitoring.every_days", said(days) if days is not None else nothing("you named no interval."))
    if not asked:
        draft.put("monitoring.retrain_when", nothing("you named no figure to watch."))
        return
    for key, claim in parts:
        draft.put(
            f"monitoring.retrain_when.{key}",
            said(claim) if claim is not None else nothing("you did not say it."),
        )
