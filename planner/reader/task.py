"""What the model is to do, from weighted evidence, and whether the words ask for a model at all."""

import re

from planner.reader.draft import Draft
from planner.reader.lexicon.languages import NAMES
from planner.reader.lexicon.people import PUBLIC, STAFF
from planner.reader.lexicon.tasks import ACTIONS, BUILD, CHAT, TASKS
from planner.reader.negation import negated
from planner.reader.patterns import Hit, Lexicon
from planner.reader.roles import name_role
from planner.reader.sounds import sounds_like
from planner.reader.words import word_set
from training.spec import words as spec_words

_TASKS, _ACTIONS, _BUILD, _CHAT = Lexicon(TASKS), Lexicon(ACTIONS), Lexicon(BUILD), Lexicon({"chat": CHAT})
_DATA = Lexicon(
    {
        "data": """
            folder; files; data; dataset; examples; records; transcripts; archive; export; spreadsheet;
            recordings; minutes; database; corpus; documents; conversations; pdfs; csv; json
        """
    }
)
_NAMES = tuple(spec_words.Task.__args__)  # type: ignore[attr-defined]
_PRONE = frozenset(("support_chat", "document_qa", "writing", "code", "summarization", "domain_language"))
THRESHOLD, LONE = 2.4, 1.6
"""Evidence that settles a task; less is enough where nothing else comes near."""
LEARNED = 4.0
"""What a sentence that surely sounds like a task adds to the evidence of its words."""


def read_task(draft: Draft) -> None:
    """The claim for `task`, and how strongly the turn asks for a model."""
    document = draft.document
    scores: dict[str, float] = {}
    places: dict[str, tuple[float, Hit]] = {}
    hits = _TASKS.find(document)
    for hit in hits:
        name, weight = hit.concept.rsplit(" ", 1)
        value = float(weight)
        if (
            negated(document, hit.first, hit.last, reach=3)
            and value > 2
            and not _keyed(document.norms(hit.first - 2, hit.first))
        ):
            continue
        if document.norms(hit.last, hit.last + 3) in (["letter", "for", "letter"], ["letter", "by", "letter"]) or (
            document.norms(hit.first - 2, hit.first + 1) in (["letter", "for", "letter"], ["letter", "by", "letter"])
        ):
            continue  # a way of being right, and no mail
        block = document.block_of[hit.first]
        if block.kind == "row" or (
            any(
                w in block.heading
                for w in (
                    "background",
                    "data",
                    "who we are",
                    "sources",
                    "material",
                    "why",
                    "score",
                    "quality",
                    "target",
                    "delivery",
                    "roll",
                    "budget",
                    "resource",
                    "not wanted",
                )
            )
            and block.kind != "heading"
        ):
            value *= 0.4
        if document.norm(hit.first) in ("answer", "reply", "respond") and document.norm(hit.first - 1) in (
            "we",
            "i",
            "us",
        ):
            value *= 0.3
        if _about_past(document.norms(max(0, hit.first - 6), hit.last + 1)):
            value *= 0.4
        if document.tokens[hit.first].sentence == 0 or (
            block.kind == "heading" and document.sentences and document.tokens[hit.first].sentence <= 1
        ):
            value *= 1.15
        if _purpose(document.norms(max(0, hit.first - 7), hit.last + 1)):
            value *= 1.3
        # the same thing said again adds less each time, and passing nouns add up to little
        earlier = sum(1 for h in hits if h.concept == hit.concept and h.first < hit.first)
        scores[name] = scores.get(name, 0.0) + (
            value / (1 + 0.7 * earlier) if float(weight) > 2 else value / (1 + 3 * earlier**2)
        )
        if name not in places or value > places[name][0]:
            places[name] = (value, hit)
    explicit = _explicit(draft)
    draft.goal_score = _goal_score(draft)
    if explicit:
        return
    _combine(draft, scores, places)
    for name, (value, sentence) in sounds_like(document).items():
        # a few words that change something ("French instead of German") are no goal
        few = document.turn and sum(token.kind == "word" for token in document.tokens) < 8
        scores[name] = scores.get(name, 0.0) + (1.0 if few else LEARNED) * value
        first, last = document.sentences[sentence]
        places.setdefault(name, (0.0, Hit(name, first, last - 1)))
    draft.task_scores = scores
    if not scores:
        return
    best = max(scores, key=lambda name: scores[name])
    rest = max((s for name, s in scores.items() if name != best), default=0.0)
    if scores[best] < THRESHOLD and not (scores[best] >= LONE and scores[best] - rest >= 0.4):
        return
    if best not in places:
        return
    hit = places[best][1]
    draft.set("task", best, hit.first, hit.last, "that is what the words describe")


def _keyed(before: list[str]) -> bool:
    return bool({"task", "goal"} & set(before))


def _purpose(words: list[str]) -> bool:
    return bool(
        word_set("that to which should want need wants please can would like so must model assistant bot") & set(words)
    )


def _about_past(words: list[str]) -> bool:
    return bool(word_set("was were currently wrote did used") & set(words))


def _explicit(draft: Draft) -> bool:
    """ "task=classification", "goal: tool_use finetune"."""
    document = draft.document
    for i in range(len(document.tokens) - 2):
        if document.norm(i) in ("task", "goal", "ft", "type") and (
            document.norm(i + 1) in ("=", ":") or document.norm(i) == "ft"
        ):
            start = i + 2 if document.norm(i + 1) in ("=", ":") else i + 1
            joined = "_".join(document.norms(start, start + 2))
            for length, text in ((2, joined), (1, document.norm(start))):
                if text in _NAMES:
                    draft.set("task", text, i, start + length - 1)
                    return True
    return False


def _combine(draft: Draft, scores: dict[str, float], places: dict[str, tuple[float, Hit]]) -> None:
    """What is done, for whom and with what: the three together tell tasks apart that share their words."""
    document = draft.document
    actions: dict[str, Hit] = {}
    for hit in _ACTIONS.find(document):
        if hit.concept == "answer" and document.norm(hit.first - 1) in _BEFORE_NOUN and hit.first == hit.last:
            continue  # "a typical answer", "the right answers"
        if hit.concept == "answer" and document.norm(hit.first - 1) in (
            "we",
            "i",
            "us",
            "team",
            "agents",
            "staff",
            "colleagues",
            "people",
        ):
            continue  # what the users do themselves today
        if (
            hit.concept == "write"
            and document.norm(hit.first) == "draft"
            and document.norm(hit.first - 1) in word_set("tagged marked a the as is first no")
        ):
            continue
        if not negated(document, hit.first, hit.last, reach=3, after=False):
            actions.setdefault(hit.concept, hit)
    words = set(document.norms(0, len(document.tokens)))
    paths = [str(t.value).lower() for t in document.tokens if t.kind == "path"] + [f.lower() for f in document.files]
    roles = {role for path in paths if (role := name_role(path))}
    public, staff = bool(PUBLIC & words), bool(STAFF & words)
    papers = (
        any(p.endswith((".pdf", ".docx", ".md", ".html", ".doc", ".odt")) for p in paths)
        or "documents" in roles
        or bool(_PAPERS & words)
    )
    talks = "chats" in roles or bool(
        word_set("chats tickets conversations transcripts whatsapp calls dialogues") & words
    )
    unlabelled = {"nothing", "no", "not", "without"} & words and {"labelled", "labeled", "labels"} & words
    labelled = (not unlabelled and "labels" in roles) or (
        not unlabelled
        and bool(
            word_set("category categories label labels labelled labeled class classes column kinds intent intents")
            & words
        )
    )

    def add(task: str, value: float, action: str) -> None:
        scores[task] = scores.get(task, 0.0) + value
        if action in actions and (task not in places or places[task][0] < value):
            places[task] = (value, actions[action])

    if "answer" in actions:
        if public:
            add("support_chat", 2.0 + (0.6 if talks else 0.0) - (0.6 if papers and not talks else 0.0), "answer")
        if papers:
            add("document_qa", 1.6 + (1.0 if staff and not public else 0.0) + (0.4 if not talks else 0.0), "answer")
        if talks and not public:
            add("support_chat", 1.4, "answer")
        if staff and not public and not papers:
            add("document_qa", 0.8, "answer")
            add("support_chat", 0.9, "answer")
    elif "asked" in actions:
        if public:
            add("support_chat", 1.7, "asked")
        if papers or (staff and not public):
            add("document_qa", 1.4, "asked")
    if "sort" in actions:
        add("classification", 2.0 + (1.2 if labelled else 0.0), "sort")
    elif labelled:
        scores["classification"] = scores.get("classification", 0.0) + 0.9
    if "pull" in actions:
        add("extraction", 1.8, "pull")
    if "sum" in actions:
        add("summarization", 1.6, "sum")
    if "write" in actions:
        add("writing", 1.7, "write")
    if "absorb" in actions:
        add("domain_language", 1.7 + (0.8 if unlabelled else 0.0), "absorb")
    if "call" in actions:
        add("tool_use", 0.8, "call")
    if "solve" in actions:
        add(
            "reasoning",
            2.2
            if word_set("steps step problems numericals maths math physics equations exercises puzzles") & words
            else 1.0,
            "solve",
        )
    if not scores and "answer" in actions:
        add("support_chat", 1.7, "answer")  # an assistant, and nothing says what else it might be
    if "see" in actions and ("images" in roles or bool(_PICTURES & words)):
        add("image_text", 1.4, "see")
    if "program" in actions and (
        "code" in roles
        or bool(
            word_set(
                "code sql abap cobol python fortran matlab vba plc java javascript function functions rust scripts"
            )
            & words
        )
    ):
        add("code", 1.8 if "code" in roles else 1.0, "program")
    if "translate" in actions:
        add("translation", 1.2, "translate")
    tongue = next(
        (
            i
            for i in range(1, len(document.tokens))
            if document.norm(i) in NAMES and document.norm(i - 1) in ("into", "nach", "vers", "naar")
        ),
        None,
    )
    if tongue is not None and word_set("put render bring convert turn turns puts translate translates") & words:
        scores["translation"] = scores.get("translation", 0.0) + 2.4
        places.setdefault("translation", (2.4, Hit("translation", tongue - 1, tongue)))
    _settle_kin(scores, words, public=public, staff=staff, papers=papers, talks=talks)


_BEFORE_NOUN = frozenset(
    """
        the an a typical right correct good of their with and no more every each our these best wrong %
        reference explained short expert full whole normal fast quick
    """.split()
)
_PAPERS = frozenset(
    """
        handbook handbooks manuals manual documents wiki policies regulations rulebook procedures monographs
        leaflets merkblattern merkblatter handbuch dokumente documentos documenti documenten manuels docs
        guidelines paragraph annexes pdfs pages
    """.split()
)
_PICTURES = frozenset("images photos image photo pictures picture scans screenshots drawings".split())


def _settle_kin(
    scores: dict[str, float], words: set[str], *, public: bool, staff: bool, papers: bool, talks: bool
) -> None:
    """Tasks that share words: who asks, and from what, tells them apart."""
    if "support_chat" in scores and "document_qa" in scores:
        if public and not staff:
            scores["support_chat"] += 1.0
        if staff and not public:
            scores["document_qa"] += 1.0 if papers else 0.2
        if papers and not talks:
            scores["document_qa"] += 0.8
        if talks and not papers:
            scores["support_chat"] += 1.2
    if {"writing", "support_chat"} <= set(scores) and {"draft", "drafts", "drafting"} & words:
        # drafting for a person to send is writing; answering people is support
        scores["writing"] += 2.0
    if {"writing", "summarization"} <= set(scores) and any(
        w.startswith(("summar", "resum", "zusammenfass", "riassu", "samenvat")) for w in words
    ):
        scores["summarization"] += 1.0
    if ("image_text" in scores and not (_PICTURES & words or "x" in words)) or (
        {"not", "no"} & words and "needed" in words and scores.get("image_text", 9) < 5
    ):
        scores["image_text"] = 0.0
    if "tool_use" in scores and "code" in scores:
        scores["tool_use"] += 0.5
    if (
        "classification" in scores
        and "extraction" in scores
        and ({"categories", "classes", "classify", "classifier", "piles"} & words)
    ):
        scores["classification"] += 1.0
    if "domain_language" in scores and any(
        scores.get(t, 0) >= 3
        for t in (
            "document_qa",
            "support_chat",
            "classification",
            "extraction",
            "summarization",
            "translation",
            "tool_use",
            "code",
            "reasoning",
        )
    ):
        scores["domain_language"] -= 1.5
    if "translation" in scores and {"sql", "json", "code"} & words:
        scores["translation"] -= 2.0


_GREETS = word_set("hello hi hey hiya greetings morning evening afternoon good dear")
GREETED = 14
"""Tokens from which on a greeting is only a greeting."""
_BROUGHT = re.compile(r"[\"“„«][^\"“„«”»]{12,}[\"”“»]")
"""A text in quotation marks. No mark may stand within: else each open mark would look for its end to the very last."""


def _goal_score(draft: Draft) -> float:
    """How much the turn asks for a model to be made; small talk and one-off favours have little of it."""
    document = draft.document
    score = 0.0
    for weight in ("3", "1.5"):
        if any(h.concept == weight and not document.tokens[h.first].masked for h in _BUILD.find(document)):
            score += float(weight)
    paths = [str(t.value) for t in document.tokens if t.kind == "path" and not t.masked]
    if paths:  # a file says more than something that merely looks like a path
        score += 2.3 if any("." in p.rsplit("/", 1)[-1] or p.endswith("/") for p in paths) else 2.0
    if any(t.kind == "model" for t in document.tokens):
        score += 1.0
    if document.files:  # a greeting that comes with a file says nothing yet
        score += 2.5 if sum(t.kind == "word" for t in document.tokens) >= 4 else 1.0
    if any(h.concept == "data" for h in _DATA.find(document)):
        score += 1.0
    # what stands in a mail that is shown is not said to us
    chat = sum(document.tokens[h.first].mark != "quotation" for h in _CHAT.find(document, masked=True)) * 1.0
    if chat and len(document.tokens) > GREETED and document.norm(0) in _GREETS:
        chat -= 1.0  # who says hello before a request says nothing else by it
    if not document.files and score < 3 and _BROUGHT.search(document.text):
        chat += 1.5  # it brings along the one text it is about
    return score - 0.9 * chat
