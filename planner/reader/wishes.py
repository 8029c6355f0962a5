"""How answers are to be, where no points are given: "friendly and short", "with the page", "it must not make things up"."""

from planner.reader.draft import Draft
from planner.reader.layout import Document
from planner.reader.lexicon.manners import MODEL, STORY, WISHES
from planner.reader.lexicon.quality import BAD
from planner.reader.negation import negated
from planner.reader.patterns import Hit, Lexicon
from planner.reader.words import word_set
from training.spec.words import DEFAULT_WEIGHTS, OTHER_WEIGHT

USUAL = "no weight was named, so it has the usual one"
_WISHES = Lexicon(WISHES)
_STORY = Lexicon({"story": STORY})
_NOT = word_set("no not never without dont doesnt nothing nobody cant mustnt shouldnt avoid nor instead rather than")
_AGAINST = word_set(
    "stop worst only stick sticks rather nothing unforgivable unacceptable keep keeps avoid zero ne nao non nichts niets "
    "keine nie mustnt cant shouldnt say says admit admits tell tells better instead than hold holds stay stays silent quiet mum"
)
"""Words of a phrase about inventing that say it is not to be."""
_SOFT = word_set("say says tell tells only keep keeps stick")
_DEMANDS = word_set(
    "must should has have need needs please want always important matters keep keeps every each use uses stick sticks counts importantly only "
    "expect shall soll muss nobody never dont"
)
_FRAMES = (
    "require",
    "must",
    "condition",
    "rules",
    "we want",
    "wish",
    "expect",
    "should",
    "behaviour",
    "behavior",
    "style",
)
_COMPLAINS = word_set("because complain complained complains")
FIELDS_OUT = frozenset(("extraction", "classification", "translation", "code", "image_text"))
"""Tasks that write out numbers and names as such, which cites nothing."""
_CITED = word_set("cite cites cited citing citation citations quote quotes source sources where rests relies")
_IS = word_set("is are was were am be been has have had")
_TALKED_OF = word_set("tone style voice language wording manner register length sound they")


def read_wishes(draft: Draft, numbered: bool) -> None:
    """Claims for `rubric`. A scorecard (`numbered`) is complete; beside a mere ratio or order a ban on inventing counts."""
    document = draft.document
    if numbered and any(any(ch.isdigit() for ch in c.quote) for c in draft.items("rubric")):
        return
    story = _STORY.find(document)
    for hit in _WISHES.find(document):
        if (
            not draft.free(hit.last)
            or any(c.value["criterion"] == hit.concept for c in draft.items("rubric"))
            or document.block_of[hit.first].kind == "heading"
            or _in_header(document, hit.first)
            or (
                hit.concept == "citation"
                and draft.value("task") in FIELDS_OUT
                and not _CITED & set(document.norms(hit.first, hit.last + 1))
            )
            or (numbered and hit.concept != "hallucination")
            or not _meant(document, hit)
            or any(_covers(document, one, hit) for one in story)
            or _is_gate(draft, hit)
        ):
            continue
        item: dict[str, object] = {
            "criterion": hit.concept,
            "weight": DEFAULT_WEIGHTS.get(hit.concept, OTHER_WEIGHT),
        }
        if hit.concept == "terminology":
            item["detail"] = document.quote(hit.first, hit.last)
        draft.claim("rubric", item, hit.first, hit.last, USUAL)
        draft.use(*range(hit.first, hit.last + 1))


def _meant(document: Document, hit: Hit) -> bool:
    """Whether a phrase is a wish for answers: not ruled out, not said of something else, not told."""
    words = set(document.norms(hit.first, hit.last + 1))
    denied = negated(document, hit.first, hit.last, reach=4)
    inner = bool(_NOT & words)
    if hit.concept == "hallucination":
        if not (inner or denied or _AGAINST & words):
            return False
        if document.norm(hit.last + 1) in ("about", "on"):
            return False  # "keep quiet about the merger" is a ban
        return not (_SOFT & words and not inner) or about_model(document, hit)
    if denied and hit.concept != "latency" and not inner and not words & BAD:
        return False
    if hit.concept in ("correctness", "format", "latency", "terminology") and not _demanded(document, hit):
        return False
    if hit.concept == "citation" and not (about_model(document, hit) or _demanded(document, hit)):
        return not _of_others(document, hit) and _short(document, hit)
    return not _of_others(document, hit)


def _in_header(document: Document, i: int) -> bool:
    """Whether a token stands in the first row of a table."""
    block = document.block_of[i]
    cells = tuple(c.strip(" *_`").lower() for c in document.text[block.start : block.end].strip().strip("|").split("|"))
    return block.kind == "row" and cells == block.header


def _is_gate(draft: Draft, hit: Hit) -> bool:
    """Whether the sentence asks for a share or a time of it: a condition makes no item by itself."""
    document = draft.document
    measures = _MEASURED.get(hit.concept, ())
    sentence = document.tokens[hit.first].sentence
    return any(
        c.value["metric"] in measures and c.quote in document.quote(*(s := document.sentences[sentence])[:1], s[1] - 1)
        for c in draft.items("gates")
    )


_MEASURED = {
    "format": ("format_valid_rate",), "correctness": ("accuracy", "pass_rate", "exact_match"), "hallucination": ("hallucination_rate",),
    "latency": ("latency_p50_seconds", "latency_p95_seconds"), "tool_use": ("tool_success_rate",),
}  # fmt: skip


def _short(document: Document, hit: Hit) -> bool:
    first, last = document.sentences[document.tokens[hit.first].sentence]
    return last - first <= 8


def _covers(document: Document, told: Hit, hit: Hit) -> bool:
    """Whether a phrase that only looks like a wish stands in this one's place."""
    return (
        hit.concept in ("tone", "brevity", "terminology", "citation", "latency", "correctness", "format")
        and document.tokens[told.first].sentence == document.tokens[hit.first].sentence
        and min(document.distance(told.first, hit.first), document.distance(told.last, hit.first)) < 0.75
        and not (hit.first <= told.first and told.last <= hit.last and told.first != hit.first)
    )


def about_model(document: Document, hit: Hit) -> bool:
    """Whether the model or its answers are spoken of before the phrase ends."""
    first, _ = document.sentences[document.tokens[hit.first].sentence]
    return bool(
        MODEL & set(document.norms(first, hit.last + 1)) | {"must", "should"} & set(document.norms(first, hit.first))
    )


def _of_others(document: Document, hit: Hit) -> bool:
    """ "Our receptionist is friendly", "the chats are informal": said of something that is no answer."""
    first, _ = document.sentences[document.tokens[hit.first].sentence]
    begin = next(
        (k + 1 for k in range(hit.first - 1, first - 1, -1) if document.norm(k) in (",", ":", ";", "(", "|")), first
    )
    before = document.norms(begin, hit.first)
    if _of_a_thing(document, hit):
        return True
    verb = next((k for k, word in enumerate(before) if word in _IS), None)
    if not verb:
        return _of_people(before)
    told = set(before[verb:]) & word_set("to must should")
    return not told and not (MODEL | _TALKED_OF) & set(before[:verb])


def _of_a_thing(document: Document, hit: Hit) -> bool:
    """ "It's a calm village": the word says what sort of thing something is that is no text."""
    if (
        hit.first != hit.last
        or document.norm(hit.first - 1) not in ("a", "an")
        or hit.concept not in ("tone", "brevity")
    ):
        return False
    behind = document.tokens[hit.last + 1 : hit.last + 2]
    thing = behind[0] if behind and behind[0].sentence == document.tokens[hit.last].sentence else None
    alike = [h.first for h in _WISHES.find(document)]
    return (
        thing is not None
        and thing.kind == "word"
        and not (MODEL | _TALKED_OF | _TEXTS) & set(document.norms(hit.last + 1, hit.last + 4))
        and hit.last + 1 not in alike
    )


_TEXTS = word_set(
    "and but way word words sentence sentences paragraph one chat person human colleague friend touch note hint tutor"
)


def _of_people(before: list[str]) -> bool:
    """ "Our clerks write in a formal …": told of somebody, with a verb of their own."""
    if (
        len(before) < 3
        or before[0] not in ("our", "my", "his", "her", "their")
        or (MODEL | _TALKED_OF) & set(before[1:3])
    ):
        return False
    return bool(_DOING & set(before[2:])) and not {"must", "should", "shall", "like", "as", "want", "wants"} & set(
        before
    )


_DOING = word_set(
    "write writes speak speaks talk talks use uses keep keeps answer answers work works prefer prefers sound sounds"
)


def _demanded(document: Document, hit: Hit) -> bool:
    """Whether the sentence asks for it rather than tells of it."""
    first, last = document.sentences[document.tokens[hit.first].sentence]
    words = set(document.norms(first, last))
    asked = bool(_DEMANDS & words) or any(word in document.frame(hit.first) for word in _FRAMES)
    return asked and not _COMPLAINS & words
