"""What the model shall do, told from the data where the words do not say."""

from planner.chosen import Chosen, measured, nothing
from planner.facts import Facts

_BY_ROLE = (
    ("images", "image_text", "pictures with texts to them"),
    ("labels", "classification", "texts that each have a class"),
    ("chats", "support_chat", "conversations in which somebody is answered"),
    ("instructions", "support_chat", "questions with their answers"),
    ("code", "code", "program code"),
    ("documents", "document_qa", "documents"),
)


_ANSWERING = frozenset({"accuracy", "pass_rate", "exact_match", "hallucination_rate"})


def task(facts: Facts) -> Chosen:
    """The task that the plainest of the data speaks of; null where there is nothing to tell it from."""
    known = {source["role"] for source in facts.sources if source.get("role")}
    for role, value, what in _BY_ROLE:
        if role in known:
            if role == "documents" and _reads_only(facts):
                return Chosen("domain_language", "you ask for a model that reads text, and name no other task.")
            if role == "instructions" and _checkable(facts):
                return measured(
                    "reasoning", "the words name no task; the data has questions whose answers can be checked exactly."
                )
            if role == "documents" and not facts.measured:
                continue  # a document's name says nothing of what people want to do with it
            return measured(value, f"the words name no task; the data has {what}.")
    if facts.sources and _reads_only(facts):
        return Chosen("domain_language", "you ask for a model that reads text, and name no other task.")
    if facts.sources and _speaks_of_answers(facts):
        return Chosen("support_chat", "you name no task and speak of right answers, so it shall answer.")
    return nothing("neither the words nor the data say it.")


def _checkable(facts: Facts) -> bool:
    """Whether every answer in the data is a code, a number or one of few: right to the letter, or wrong."""
    answered = [source for source in facts.measured if source.role in ("instructions", "tests")]
    return bool(answered) and all(source.checkable for source in answered)


def _reads_only(facts: Facts) -> bool:
    """A model from scratch, or one that only reads, and not a word of answers."""
    stages = {claim.value for claim in facts.claims("stages")}
    base = facts.claim("model.base")
    reads = stages == {"pretrain"} or (base is not None and base.value == "scratch" and not stages - {"pretrain"})
    return reads and not _speaks_of_answers(facts)


def _speaks_of_answers(facts: Facts) -> bool:
    gates = (claim.value for claim in facts.claims("gates") if isinstance(claim.value, dict))
    return bool(facts.claims("rubric")) or any(gate.get("metric") in _ANSWERING for gate in gates)
