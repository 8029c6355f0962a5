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


def task(facts: Facts) -> Chosen:
    """The task that the plainest of the data speaks of; null where there is nothing to tell it from."""
    known = {source["role"] for source in facts.sources if source.get("role")}
    for role, value, what in _BY_ROLE:
        if role in known:
            return measured(value, f"the words name no task; the data has {what}.")
    return nothing("neither the words nor the data say it.")
