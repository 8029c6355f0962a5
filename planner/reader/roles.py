"""What a named file is used as: by the words around it, its own name, its ending."""

import re

from planner.reader.layout import Document
from planner.reader.lexicon.files import CODE_ENDINGS, DOCUMENT_ENDINGS, IMAGE_ENDINGS, NAME_ROLES
from planner.reader.lexicon.roles import ROLES, STRONG
from planner.reader.patterns import Hit, Lexicon
from planner.reader.words import word_set

_ROLES = Lexicon(ROLES)
_ORDER = {role: k for k, role in enumerate(ROLES)}
_NAMES = tuple((frozenset(words.split("|")), role) for words, role in NAME_ROLES)


def said_roles(document: Document) -> list[Hit]:
    """All words in the document that tell a file's use."""
    return _ROLES.find(document)


def role_of(
    document: Document, hits: list[Hit], path: str, at: int, window: tuple[int, int], task: str | None
) -> str | None:
    """The role of the file named at token `at`; `window` is the stretch of tokens that speaks of it."""
    said = [
        h
        for h in hits
        if not (h.concept == "labels" and document.norm(h.first - 1) in ("no", "nothing", "not", "without", "un"))
    ]
    said = [
        h
        for h in said
        if window[0] <= h.first and h.last <= window[1] and not (h.first <= at <= h.last and h.first == h.last)
    ]
    scores: dict[str, float] = {}
    for hit in said:
        apart = min(document.distance(hit.first, at), document.distance(hit.last, at))
        length = hit.last - hit.first
        score = 3.0 - min(apart, 2.6) + 0.35 * min(length, 5)
        if hit.concept in STRONG:
            score += 1.5
            if hit.concept == "tests" and any(document.tokens[k].kind == "share" for k in range(*window)):
                score -= 3.0  # a part of the file is kept for the test, not the file
        elif hit.concept == "labels":
            score += 0.35
        elif hit.concept == "instructions":
            score += 0.4
        elif (
            hit.concept == "documents"
            and length == 0
            and document.norm(hit.first)
            in word_set(
                "notes rules terms reports report documents files texts minutes contracts contract "
                "papers articles policy document letters"
            )
        ):
            score -= 0.6
        scores[hit.concept] = max(scores.get(hit.concept, 0.0), score)
    named = name_role(path)
    if named is not None:
        tabular = _ending(path) in word_set("jsonl csv xlsx parquet tsv json")
        scores[named] = scores.get(named, 0.0) + (
            0.0 if named == "documents" and tabular else 1.9 if named not in ("documents", "instructions") else 1.7
        )
    ending = _ending(path)
    if ending in DOCUMENT_ENDINGS:
        scores["documents"] = scores.get("documents", 0.0) + 3.2
        for role in ("chats", "instructions", "labels", "code"):
            scores[role] = scores.get(role, 0.0) - 1.5
    elif ending in IMAGE_ENDINGS:
        return "images"
    elif ending in CODE_ENDINGS:
        return "code"
    elif ending in word_set("jsonl csv xlsx parquet tsv json"):
        scores["documents"] = scores.get("documents", 0.0) - 1.6
        scores["code"] = scores.get("code", 0.0) - 2.0
    _lean_on_task(scores, task, ending)
    best = max(scores, key=lambda role: (scores[role], -_ORDER[role]), default=None)
    return best if best is not None and scores[best] >= 0.9 else None


def _lean_on_task(scores: dict[str, float], task: str | None, ending: str) -> None:
    tabular = ending in word_set("csv xlsx xls tsv jsonl parquet json ods sqlite db")
    if task == "classification" and tabular:
        scores["labels"] = scores.get("labels", 0.0) + 2.6
        scores["instructions"] = scores.get("instructions", 0.0) - 1.0
        scores["chats"] = scores.get("chats", 0.0) - 1.2
    elif task in word_set("translation summarization extraction reasoning writing tool_use") and ending in word_set(
        "jsonl csv xlsx tsv tmx parquet"
    ):
        scores["instructions"] = scores.get("instructions", 0.0) + (1.8 if ending != "tmx" else 4.0)
    elif task == "code" and (ending == "" or ending in CODE_ENDINGS):
        scores["code"] = scores.get("code", 0.0) + 2.0
    elif task == "code" and tabular:
        scores["instructions"] = scores.get("instructions", 0.0) + 1.5
    elif task in ("domain_language", "document_qa") and ending == "":
        scores["documents"] = scores.get("documents", 0.0) + 1.5
    elif task == "image_text" and ending in ("", "zip"):
        scores["images"] = scores.get("images", 0.0) + 2.6
    elif task == "support_chat" and ending in ("jsonl", "json") and not any(v > 0.9 for v in scores.values()):
        scores["instructions"] = scores.get("instructions", 0.0) + 1.0
    elif task == "support_chat" and ending == "" and not any(v > 0.9 for v in scores.values()):
        scores["documents"] = scores.get("documents", 0.0) + 1.0


def name_role(path: str) -> str | None:
    """What a file's own name says: `intents.jsonl` are labels, `chats_2024.csv` chats."""
    stem = path.rstrip("/\\").replace("\\", "/").rsplit("/", 1)[-1].lower()
    stem = stem.split(".")[0] if "." in stem else stem
    parts = set(re.split(r"[_\-\s.+]+", stem)) | set(
        re.split(r"[_\-\s.+]+", path.lower().replace("\\", "/").replace("/", "_"))
    )
    parts = {re.sub(r"\d+$", "", part) for part in parts}
    for words, role in _NAMES:
        if words & (parts if role != "code" else set(path.lower().replace("\\", "/").strip("/").split("/"))):
            return role
    return None


def _ending(path: str) -> str:
    name = path.rstrip("/").rsplit("/", 1)[-1].lower()
    return name.rsplit(".", 1)[-1] if "." in name and not path.endswith("/") else ""
