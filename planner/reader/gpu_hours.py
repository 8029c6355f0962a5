"""GPU-hours that a run may use; those that earlier runs used stay out."""

from planner.reader.comparators import Comparators
from planner.reader.draft import Draft
from planner.reader.patterns import Lexicon
from planner.reader.words import word_set

_GPU_HOURS = Lexicon(
    {
        "gpu_hours": """
            gpu hours; gpu_h; gpu h; gpuh; gpu_hours; gpu hrs; gpu budget; gpu stunden; gpu time; heures gpu;
            horas de gpu; ore gpu; budget.gpu_hours
        """
    }
)
_SPENT = word_set("used last costs cost took burnt burned consumed spent needed wasted ate")


def read_gpu_hours(draft: Draft, comparators: Comparators) -> None:
    document = draft.document
    for i, token in enumerate(document.tokens):
        if token.kind != "gpu_hours" or not draft.free(i):
            continue
        if _SPENT & set(document.norms(i - 4, i)):
            continue
        comparison = comparators.of(i)
        first, last = (comparison.first, comparison.last) if comparison else (i, i)
        draft.set("budget.gpu_hours", float(token.value), first, last)
        draft.use(i)
    for hit in _GPU_HOURS.find(document):
        for i in range(hit.last + 1, min(hit.last + 6, len(document.tokens))):
            token = document.tokens[i]
            if token.sentence != document.tokens[hit.first].sentence:
                break
            if token.kind in ("num", "duration") and draft.free(i):
                value = float(token.value) if token.kind == "num" else float(token.value) / 3600
                draft.set("budget.gpu_hours", value, hit.first, i)
                draft.use(i)
                break
            if token.kind == "gpu_hours":
                break
