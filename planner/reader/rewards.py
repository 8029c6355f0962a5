"""What earns or costs points where no number says how many: "it is rewarded whenever its figure agrees"."""

from planner.reader.criteria import criterion_of
from planner.reader.draft import Draft
from planner.reader.patterns import Lexicon
from planner.reader.words import word_set
from training.spec.words import DEFAULT_WEIGHTS, OTHER_WEIGHT

_REWARDED = Lexicon({
    "reward": """
        reward|rewards|rewarded|rewarding ?it when|whenever|if|for|where; points|credit|marks|reward|bonus when|whenever|if|for;
        reward|points|credit ?is|are|only given|awarded when|whenever|if|for; earns|earn points|credit when|whenever|if|for; belohn* wenn|fur
    """,
    "penalty": """
        punish|punished|punishes|penalise|penalised|penalize|penalized ?it when|whenever|if|for; penalty|malus|deduction when|whenever|if|for;
        lose|loses|deduct points|marks when|whenever|if|for; points off when|whenever|if|for
    """,
})  # fmt: skip
_BORDERS = word_set("; : . ( ) but")


def read_rewards(draft: Draft) -> None:
    """Claims a criterion for each thing that is rewarded or punished in a sentence without a number."""
    document = draft.document
    for hit in _REWARDED.find(document):
        first, last = document.sentences[document.tokens[hit.first].sentence]
        if any(t.kind in ("num", "share", "points") for t in document.tokens[first:last]) or not draft.free(hit.first):
            continue
        end = next((k for k in range(hit.last + 1, last) if document.norm(k) in _BORDERS), last)
        spoken = criterion_of(document, hit.last + 1, end)
        known = {c.value["criterion"] for c in draft.items("rubric")}
        if spoken is None or not spoken.named or spoken.criterion in known:
            continue
        weight = DEFAULT_WEIGHTS.get(spoken.criterion, OTHER_WEIGHT)
        item: dict[str, object] = {
            "criterion": spoken.criterion,
            "weight": -abs(weight) if hit.concept == "penalty" else weight,
        }
        if spoken.criterion in ("policy", "terminology", "format"):
            item["detail"] = document.quote(hit.last + 1, end - 1)
        draft.claim(
            "rubric", item, hit.first, max(spoken.last, hit.last), "no weight was named, so it has the usual one"
        )
        draft.use(*range(spoken.first, spoken.last + 1))
