"""One turn, read for every field: the table of contents of the built-in reader."""

from datetime import date

from planner.reader.budget import read_budget
from planner.reader.by_sense import read_by_sense
from planner.reader.cleaning import read_cleaning
from planner.reader.comparators import Comparators
from planner.reader.compute import read_compute
from planner.reader.corrections import mask_corrected
from planner.reader.deadline import read_deadline
from planner.reader.delivery import read_delivery
from planner.reader.draft import Draft
from planner.reader.extras import read_name, read_synthetic
from planner.reader.gates import read_gates
from planner.reader.holdout import read_holdout
from planner.reader.kept_languages import read_kept_languages
from planner.reader.languages import read_languages
from planner.reader.layout import Document, read_document
from planner.reader.lengthy import too_much
from planner.reader.model import read_model
from planner.reader.monitoring import read_monitoring
from planner.reader.portions import join_parts
from planner.reader.privacy import read_privacy
from planner.reader.reference import mask_references
from planner.reader.retyped import mend_retyped
from planner.reader.rollout import read_rollout
from planner.reader.rubric import read_rubric
from planner.reader.scorecard import read_scorecard
from planner.reader.search import read_search
from planner.reader.senses import Senses
from planner.reader.sources import read_sources
from planner.reader.stages import read_stages
from planner.reader.structured import heed_keys, read_structured
from planner.reader.superseded import mask_superseded
from planner.reader.task import read_task
from planner.reader.translating import translate_into


def read_turn(text: str, turn: int, today: date, files: tuple[str, ...], task: str | None) -> Draft:
    """What a turn says by itself. `task` is what earlier turns settled."""
    return read_fields(read_document(text, turn, today, files), today, task)


def read_fields(document: Document, today: date, task: str | None) -> Draft:
    """The order matters: who comes first takes a number away from those behind."""
    draft = Draft(document)
    mask_superseded(document)
    mend_retyped(document)
    mask_corrected(document)
    document.found.clear()
    join_parts(document)
    document.found.clear()
    mask_references(document)
    document.found.clear()
    files = read_structured(draft, today)
    document.found.clear()
    comparators = Comparators(document)
    senses = Senses(document, comparators)
    read_task(draft)
    read_monitoring(draft, comparators, senses)
    read_compute(draft)
    read_model(draft, comparators, senses)
    read_search(draft, comparators, senses)
    read_synthetic(draft)
    read_deadline(draft, senses, today)
    read_sources(draft, today, draft.value("task") or task)
    heed_keys(draft, files)
    read_rollout(draft, senses)
    read_holdout(draft, comparators, senses)
    read_delivery(draft)
    read_budget(draft, comparators, senses)
    points = read_scorecard(draft, comparators, senses)
    read_gates(draft, comparators, senses)
    read_rubric(draft, points)
    read_by_sense(draft, comparators, senses)
    read_stages(draft)
    read_cleaning(draft)
    read_languages(draft)
    read_kept_languages(draft)
    read_privacy(draft)
    read_name(draft)
    translate_into(draft, draft.value("task") or task)
    _stages_of_sources(draft)
    _own_language(draft)
    if document.unread:
        draft.disputes.append(too_much())
    return draft


def _stages_of_sources(draft: Draft) -> None:
    """Preferences that are handed over are there to learn from; and who names a later step first needs the answers."""
    sources, stages = draft.items("data.sources"), {c.value for c in draft.items("stages")}
    ruled_out = {key for path, key, _ in draft.withdrawn if path == "stages"}
    votes = next((c for c in sources if c.value.get("role") == "preferences"), None)
    if votes is not None and not {"preference", *ruled_out} & stages and "preference" not in ruled_out:
        draft.claims.append(
            votes.model_copy(
                update={
                    "path": "stages",
                    "value": "preference",
                    "why": "it holds better and worse answers to learn from",
                }
            )
        )
        stages.add("preference")
    answers = next((c for c in sources if c.value.get("role") in ("chats", "instructions", "labels")), None)
    if stages & {"preference", "rl"} and "sft" not in stages | ruled_out and answers is not None:
        draft.claims.append(
            answers.model_copy(
                update={"path": "stages", "value": "sft", "why": "it learns from the given answers before that"}
            )
        )


def _own_language(draft: Draft) -> None:
    """A goal written in another language than English is for that language, unless it names one."""
    document = draft.document
    if (
        document.language == "en"
        or draft.items("languages")
        or draft.unclear_language is not None
        or draft.value("task") in (None, "translation", "code")
        or document.turn
    ):
        return
    hit = draft.items("task")[0]
    draft.claims.append(
        hit.model_copy(update={"path": "languages", "value": document.language, "why": "the language of the request"})
    )
