"""What the model is to do, from weighted evidence, and whether the words ask for a model at all."""

from functools import lru_cache

from planner.reader.draft import Draft
from planner.reader.lexicon.tasks import BUILD, CHAT, TASKS
from planner.reader.negation import negated
from planner.reader.patterns import Hit, Lexicon
from training.spec import words as spec_words

_TASKS, _BUILD, _CHAT = Lexicon(TASKS), Lexicon(BUILD), Lexicon({"chat": CHAT})
_NAMES = tuple(spec_words.Task.__args__)  # type: ignore[attr-defined]
_PRONE = frozenset(("support_chat", "document_qa", "writing", "code", "summarization", "domain_language"))
THRESHOLD = 2.4


def read_task(draft: Draft) -> None:
    """The claim for `task`, and how strongly the turn asks for a model."""
    document = draft.document
    scores: dict[str, float] = {}
    places: dict[str, tuple[float, Hit]] = {}
    hits = _TASKS.find(document)
    for hit in hits:
        name, weight = hit.concept.rsplit(" ", 1)
        value = float(weight)
        if negated(document, hit.first, hit.last, reach=3) and value > 2 and not _keyed(document.norms(hit.first - 2, hit.first)):
            continue
        block = document.block_of[hit.first]
        if block.kind == "row" or any(w in block.heading for w in ("background", "data", "who we are", "sources", "material", "why", "score", "quality", "target", "delivery", "roll", "budget", "resource", "not wanted")) and block.kind != "heading":
            value *= 0.4
        if _about_past(document.norms(max(0, hit.first - 6), hit.last + 1)):
            value *= 0.4
        if document.tokens[hit.first].sentence == 0 or (block.kind == "heading" and document.sentences and document.tokens[hit.first].sentence <= 1):
            value *= 1.15
        if _purpose(document.norms(max(0, hit.first - 7), hit.last + 1)):
            value *= 1.3
        # the same thing said again adds less each time
        scores[name] = scores.get(name, 0.0) + value / (1 + 0.7 * sum(1 for h in hits if h.concept == hit.concept and h.first < hit.first))
        if name not in places or value > places[name][0]:
            places[name] = (value, hit)
    explicit = _explicit(draft)
    draft.goal_score = _goal_score(draft)
    if explicit:
        return
    _settle_kin(draft, scores)
    draft.task_scores = scores
    if not scores:
        return
    best = max(scores, key=lambda name: scores[name])
    if scores[best] < THRESHOLD:
        return
    hit = places[best][1]
    draft.set("task", best, hit.first, hit.last, "that is what the words describe")


def _keyed(before: list[str]) -> bool:
    return bool({"task", "goal"} & set(before))


def _purpose(words: list[str]) -> bool:
    return bool({"that", "to", "which", "should", "want", "need", "wants", "please", "can", "would", "like", "so", "must", "model", "assistant", "bot"} & set(words))


def _about_past(words: list[str]) -> bool:
    return bool({"was", "were", "currently", "wrote", "did", "used"} & set(words))


def _explicit(draft: Draft) -> bool:
    """ "task=classification", "goal: tool_use finetune"."""
    document = draft.document
    for i in range(len(document.tokens) - 2):
        if document.norm(i) in ("task", "goal", "ft", "type") and (document.norm(i + 1) in ("=", ":") or document.norm(i) == "ft"):
            start = i + 2 if document.norm(i + 1) in ("=", ":") else i + 1
            joined = "_".join(document.norms(start, start + 2))
            for length, text in ((2, joined), (1, document.norm(start))):
                if text in _NAMES:
                    draft.set("task", text, i, start + length - 1)
                    return True
    return False


def _settle_kin(draft: Draft, scores: dict[str, float]) -> None:
    """Tasks that share words: who asks, and from what, tells them apart."""
    document = draft.document
    words = set(document.norms(0, len(document.tokens)))
    staff = bool({"staff", "employees", "colleagues", "nurses", "engineers", "crew", "technicians", "internal", "workers", "teachers", "everyone", "operators", "mitarbeiter", "employes", "empleados", "dipendenti", "medewerkers", "technician", "mechanics"} & words)
    public = bool({"customers", "customer", "guests", "clients", "passengers", "callers", "shoppers", "visitors", "tenants", "subscribers", "policyholders", "parents", "members", "kunden", "clientes", "clienti", "klanten", "users", "travellers", "riders", "residents"} & words)
    paths = [str(t.value).lower() for t in document.tokens if t.kind == "path"]
    papers = any(p.endswith((".pdf", ".docx", ".md", ".html", ".doc", ".odt")) for p in (*paths, *document.files)) or bool({"handbook", "manuals", "documents", "wiki", "policies", "regulations", "rulebook", "procedures"} & words)
    talks = any(w in p for p in (*paths, *document.files) for w in ("chat", "ticket", "conversation", "transcript", "whatsapp", "mail")) or bool({"chats", "tickets", "conversations", "transcripts", "whatsapp"} & words)
    if "support_chat" in scores and "document_qa" in scores:
        if public and not staff:
            scores["support_chat"] += 1.5
        if staff and not public:
            scores["document_qa"] += 1.0 if papers else 0.2
        if papers and not talks:
            scores["document_qa"] += 1.0
        if talks and not papers:
            scores["support_chat"] += 1.2
    elif "document_qa" in scores and talks and not papers and public:
        scores["support_chat"] = scores["document_qa"] + 0.5
    if {"writing", "support_chat"} <= set(scores):
        # drafting for a person to send is writing; answering people is support
        if {"draft", "drafts", "drafting"} & words:
            scores["writing"] += 2.0
    if {"writing", "summarization"} <= set(scores) and {"summarise", "summarize", "summary", "summaries", "summarises", "summarizes"} & words:
        scores["summarization"] += 1.0
    if "image_text" in scores and not ({"images", "photos", "image", "photo", "pictures", "picture", "scans", "screenshots", "drawings", "x"} & words):
        scores["image_text"] = 0.0
    if "image_text" in scores and {"not", "no"} & words and "needed" in words and scores["image_text"] < 5:
        scores["image_text"] = 0.0
    if "tool_use" in scores and "code" in scores:
        scores["tool_use"] += 0.5
    if "classification" in scores and "extraction" in scores and ({"categories", "classes", "classify", "classifier", "piles"} & words):
        scores["classification"] += 1.0
    if "domain_language" in scores and any(scores.get(t, 0) >= 3 for t in ("document_qa", "support_chat", "classification", "extraction", "summarization", "translation", "tool_use", "code", "reasoning")):
        scores["domain_language"] -= 1.5
    if "translation" in scores and {"sql", "json", "code"} & words:
        scores["translation"] -= 2.0


def _goal_score(draft: Draft) -> float:
    """How much the turn asks for a model to be made; small talk and one-off favours have little of it."""
    document = draft.document
    score = 0.0
    for weight in ("3", "1.5"):
        if any(h.concept == weight and not document.tokens[h.first].masked for h in _BUILD.find(document)):
            score += float(weight)
    if any(t.kind == "path" and not t.masked for t in document.tokens):
        score += 2.0
    if any(t.kind == "model" for t in document.tokens):
        score += 1.0
    if document.files:
        score += 2.5
    chat = sum(1 for h in _CHAT.find(document))
    return score - 0.9 * chat
