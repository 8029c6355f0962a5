"""The few questions whose answer changes the plan and for which there is no sensible default."""

from planner import doubts
from planner.facts import Facts
from planner.rules.languages import data_languages
from planner.words import languages, listed
from training.spec import Question

MOST = 3
TASKS = {
    "support_chat": "answer customers or colleagues the way earlier replies did",
    "document_qa": "answer questions from documents",
    "classification": "sort texts into classes",
    "extraction": "pull fields out of texts",
    "writing": "draft texts in your style",
    "summarization": "summarise texts",
}
"""What people most often want, as they can say it back."""


def ask(facts: Facts, disputed: set[str]) -> list[Question]:
    """At most three questions, the most important first.

    Args:
        disputed: fields that are in conflict; the conflict is asked about instead.
    """
    questions = [*_task(facts), *_data(facts), *_languages(facts)]
    asked = disputed | {question.field for question in questions}
    questions += [doubts.question(doubt) for doubt in facts.wishes.doubts if doubt.field not in asked]
    return [question for question in questions if question.field not in disputed][:MOST]


def _task(facts: Facts) -> list[Question]:
    if facts.known.get("task") is not None:
        return []
    likely = "document_qa" if facts.roles == {"documents"} else None
    return [
        Question(
            field="task",
            question="What should the model do: what will people give it, and what should come back?",
            recommended=f"{TASKS[likely][0].upper()}{TASKS[likely][1:]}." if likely else None,
            options=list(TASKS.values()),
            accepts=likely,
        )
    ]


def _data(facts: Facts) -> list[Question]:
    if facts.wishes.unreachable:
        places = listed(list(dict.fromkeys(str(claim.value) for claim in facts.wishes.unreachable)))
        return [
            Question(
                field="data.sources",
                question=f"I can't open {places} from here. Can you copy the files to this machine and name their folder?",
                recommended="Copy them into a folder here, such as data/, and attach it.",
            )
        ]
    if facts.sources or (facts.survey.models and facts.sources):
        return []
    what = _WHAT.get(str(facts.known.get("task")), "examples of good answers, or documents to read")
    return [
        Question(
            field="data.sources",
            question=f"Which files should it learn from? It needs {what}.",
            recommended="Attach an export (CSV, JSON Lines, Excel) or a folder of documents; some hundred examples are a "
            "good start.",
        )
    ]


def _languages(facts: Facts) -> list[Question]:
    unclear = facts.wishes.unclear_language is not None
    translates = facts.known.get("task") == "translation"
    targets = facts.claims("languages")
    if not unclear and not (translates and not targets):
        return []
    source = next(iter(data_languages(facts)), None)
    likely = "en" if source not in (None, "en") else None
    wanted = "Into which language or languages should it translate?" if translates else "Which language do you mean?"
    return [
        Question(
            field="languages",
            question=wanted,
            recommended=f"{languages([likely])}." if likely else None,
            options=[languages([code]) for code in ("en", "de", "fr", "es") if code != source],
            accepts=likely,
        )
    ]


_WHAT = {
    "support_chat": "earlier conversations or questions with the answers you gave",
    "document_qa": "the documents that hold the answers",
    "classification": "texts that already have their class",
    "extraction": "texts with the fields that were taken out of them",
    "summarization": "texts with their summaries",
    "translation": "texts with their translations",
    "code": "the source code",
    "reasoning": "problems with their solutions",
    "tool_use": "recorded tool calls with the questions that led to them",
    "writing": "texts as you would have written them",
    "domain_language": "the texts of your field",
    "image_text": "the pictures with a text to each",
}
