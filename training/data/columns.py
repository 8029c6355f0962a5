"""What a column is for, from its name: the words that people and programs give to questions, answers and classes."""

import re
from functools import lru_cache

# In each list the surer name comes first; compared with a column's words, lower-cased.
USER = (
    "question", "prompt", "instruction", "query", "user_message", "customer_message", "user", "customer_text", "request",
    "input", "utterance", "inquiry", "enquiry", "problem", "issue", "message", "customer", "source_text", "source", "ask",
    "description", "frage", "anfrage", "pregunta", "consulta", "demande", "domanda", "ticket", "body", "text", "content", "document", "article",
)  # fmt: skip
ASSISTANT = (
    "answer", "reply", "response", "completion", "output", "assistant", "agent_reply", "agent_response", "agent_message",
    "resolution", "solution", "expected_output", "expected_answer", "expected", "reference_answer", "reference", "gold",
    "generation", "target_text", "antwort", "respuesta", "reponse", "réponse", "risposta", "summary", "translation", "sql", "code", "target",
)  # fmt: skip
LABEL = (
    "label", "intent", "category", "class", "topic", "sentiment", "tag", "department", "queue", "classification", "kategorie",
    "categoria", "categoría", "categorie", "product_area", "issue_type", "ticket_type", "reason", "type", "target", "emotion",
    "stars", "rating", "priority",
)  # fmt: skip
TEXT = (
    "text", "content", "body", "message", "question", "utterance", "sentence", "description", "document", "review", "comment",
    "passage", "article", "query", "prompt", "input", "ticket", "page_content", "markdown", "html", "full_text", "texto", "inhalt",
)  # fmt: skip
CONTEXT = ("context", "passage", "background", "document")
SUBJECT = ("subject", "title", "headline", "betreff", "asunto", "heading")
CHOSEN = ("chosen", "preferred", "better", "accepted", "winner")
REJECTED = ("rejected", "dispreferred", "worse", "loser")
SYSTEM = ("system", "system_prompt", "persona")
SCORE = (
    "reward", "score", "rating", "thumbs", "thumbs_up", "feedback", "vote", "verdict", "is_good", "accepted", "label",
)  # fmt: skip
TURNS = (
    "messages",
    "conversations",
    "conversation",
    "turns",
    "dialogue",
    "dialog",
    "history",
    "thread",
    "comments",
    "transcript",
    "chat",
)
CUSTOMER = re.compile(
    r"^(?:customer|client|user|requester|contact|account|member|patient|buyer|sender|author|from)(?:[ _-]?(?:id|e?-?mail|no|number|key|address))?$"
    r"|^(?:e-?mail|thread|thread_id|conversation_id|case_id|session_id|dialogue_id)$"
)
DATE = re.compile(
    r"(?:^|[ _-])(?:date|datum|fecha|created|created_at|createdat|timestamp|time|sent|sent_at|opened|updated|received|published|day)(?:$|[ _-])"
)
IDENT = re.compile(
    r"(?:^|[ _-])(?:id|uuid|guid|key|nr|no|number|index|idx|url|link|href|path|hash|sha|version|locale|lang|language|channel|status)$"
)
PERSON = re.compile(
    r"^(?:full|first|last|sur|given|family|customer|client|contact|agent|user|sender|employee|patient|person)[ _-]?name$|^(?:surname|agent|assignee|requester|contact|vorname|nachname)$"
)
STREET = re.compile(
    r"^(?:street|street[ _-]address|address|home[ _-]address|postal[ _-]address|billing[ _-]address|shipping[ _-]address|anschrift|adresse|direccion)$"
)


@lru_cache(maxsize=4096)
def plain(name: str) -> str:
    """A column's name as compared: `Customer-Message`, `customerMessage` and `customer message` are one."""
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name.strip())
    return re.sub(r"[\s\-.]+", "_", spaced).strip("_").lower()


def best(names: list[str], wanted: tuple[str, ...], *, without: frozenset[str] = frozenset()) -> str | None:
    """The column whose name fits best: the very word first, then a name that ends or begins with it."""
    plains = {name: plain(name) for name in names if name not in without}
    for word in wanted:
        for name, flat in plains.items():
            if flat == word:
                return name
    for word in wanted[: max(6, len(wanted) // 2)]:
        for name, flat in plains.items():
            if (
                (flat.endswith(f"_{word}") or flat.startswith(f"{word}_"))
                and not IDENT.search(flat)
                and not DATE.search(flat)
            ):
                return name
    return None
