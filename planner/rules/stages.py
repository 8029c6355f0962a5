"""Which steps the training has."""

from planner.chosen import Chosen, nothing, said
from planner.facts import ANSWERED, TEXT, Facts


def stages(facts: Facts) -> Chosen:
    """The words' own steps in their order; else what the data and the base need.

    Text to read leads to pretraining, answers to fine-tuning. Where the examples are all the text there is, a model
    from scratch learns to read while it learns to answer: reading the same lines first was no gain (banking77: 0.90
    right without). Preferences and rewards come in only where the words ask for them.
    """
    asked = facts.claims("stages")
    if asked:
        values = list(dict.fromkeys(claim.value for claim in asked))
        return Chosen(
            values, "", parts={f"/{i}": said(claim).because() for i, claim in enumerate(asked[: len(values)])}
        )
    if not facts.sources:
        return nothing("it depends on the data, which is not known yet.")
    roles = facts.roles
    scratch = facts.known.get("model.base") == "scratch"
    reads = bool(roles & set(TEXT))
    answers = bool(roles & {*ANSWERED, "images", "preferences", "prompts"}) or "sft" in _hinted(facts)
    values, reasons = [], []
    unwanted = facts.ruled_out("stages")
    if (reads or (scratch and not answers)) and "pretrain" not in unwanted:
        values.append("pretrain")
        reasons.append(
            Chosen(None, "there is text to read through before anything is asked.")
            if reads
            else Chosen(None, "a model from scratch must learn to read before it can answer.")
        )
    if (answers or not values) and "sft" not in unwanted:
        values.append("sft")
        reasons.append(Chosen(None, "there are answers to learn from."))
    if not values:
        first = next(iter(unwanted.values()))
        return Chosen([], "you rule out the only step that the data allows.", "request", first.quote)
    return Chosen(values, "", parts={f"/{i}": reason for i, reason in enumerate(reasons)})


def _hinted(facts: Facts) -> set[str]:
    """Adapters and full fine-tuning are said of answering, even where only documents are named so far."""
    return {"sft"} if facts.known.get("data.synthetic.examples") else set()
