"""What a named file is used as: by the words around it, its own name, its ending."""

import re

from planner.reader.comparators import Comparators
from planner.reader.evidence import evidence_of
from planner.reader.features import number_features
from planner.reader.layout import Document
from planner.reader.learned import classifier
from planner.reader.lexicon.files import CODE_ENDINGS, DOCUMENT_ENDINGS, IMAGE_ENDINGS, NAME_ROLES
from planner.reader.words import word_set

_ORDER = {
    role: k
    for k, role in enumerate(
        ("tests", "preferences", "prompts", "labels", "instructions", "chats", "documents", "code", "images")
    )
}
"""Which use holds where two weigh alike."""
_NAMES = tuple((frozenset(words.split("|")), role, weight) for words, role, weight in NAME_ROLES)


_TABULAR = word_set("csv xlsx xls tsv jsonl parquet json ods sqlite db")
_TEXT_TO_TEXT = word_set("translation summarization extraction reasoning writing tool_use")
_DENIES = word_set("not never dont no without cannot mustnt nothing")
SOUND = 1.5
"""What it weighs that words, all together, surely sound like a use."""


def _sounds(document: Document, at: int) -> dict[str, float]:
    """Role -> how much the words around the file at token `at` sound like it, 0..1."""
    found = classifier("source").probabilities(number_features(document, at, Comparators(document)))
    return {role: value for role, value in found.items() if role in _ORDER}


def role_of(
    document: Document,
    path: str,
    at: int,
    window: tuple[int, int],
    task: str | None,
    aside: set[int],
    without: tuple[str, ...] = (),
) -> str | None:
    """The role of the file named at token `at`.

    Args:
        window: the stretch of tokens that speaks of it.
        aside: tokens that name what is taken or left out of it.
        without: roles that it can't have.
    """
    scores = evidence_of(document, at, window, aside)
    for role, likely in _sounds(document, at).items():
        scores[role] = scores.get(role, 0.0) + SOUND * likely
    named, weight = _named(path)
    if named is not None and not (
        named == "documents" and _ending(path) in word_set("jsonl csv xlsx parquet tsv json")
    ):
        scores[named] = scores.get(named, 0.0) + weight
    ending = _ending(path)
    if ending in DOCUMENT_ENDINGS:
        paired = named == "instructions" and ending in ("docx", "doc", "odt")
        scores["documents"] = scores.get("documents", 0.0) + (1.6 if paired else 3.2)
        for role in ("chats", "labels", "code") if paired else ("chats", "instructions", "labels", "code"):
            scores[role] = scores.get(role, 0.0) - 1.5
    elif ending in IMAGE_ENDINGS:
        return "images"
    elif ending in CODE_ENDINGS:
        return "code"
    elif ending in word_set("jsonl csv xlsx parquet tsv json"):
        scores["documents"] = scores.get("documents", 0.0) - 1.6
        scores["code"] = scores.get("code", 0.0) - 2.0
    ahead = document.norms(max(at - 4, document.sentences[document.tokens[at].sentence][0]), at)
    if (
        word_set("train trained learn learns") & set(ahead)
        and ahead[-1:] in (["on"], ["from"])
        and not _DENIES & set(document.norms(at - 7, at))
    ):
        scores["tests"] = scores.get("tests", 0.0) - 2.5
    _lean_on_task(scores, task, ending)
    for role in without:
        scores.pop(role, None)
    best = max(scores, key=lambda role: (scores[role], -_ORDER[role]), default=None)
    return best if best is not None and scores[best] >= 0.9 else None


def _lean_on_task(scores: dict[str, float], task: str | None, ending: str) -> None:
    def weigh(**weights: float) -> None:
        for role, weight in weights.items():
            scores[role] = scores.get(role, 0.0) + weight

    if ending in _TABULAR:
        weigh(images=-4.0)
    if task == "classification" and ending in _TABULAR:
        weigh(labels=2.6 if scores.get("tests", 0.0) < 2.1 else 0.5, instructions=-2.6, chats=-2.0)
    elif task in _TEXT_TO_TEXT and ending in _TABULAR | {"tmx"}:
        # what comes in may be talk; what is learned is what to make of it
        voted = scores.get("preferences", 0.0) >= 3.3
        weigh(instructions=4.0 if ending == "tmx" else 0.2 if voted else 1.8, labels=-0.8)
        if task not in ("reasoning", "tool_use"):
            weigh(chats=-2.0)
    elif task == "code" and (ending == "" or ending in CODE_ENDINGS):
        scores["code"] = scores.get("code", 0.0) + 2.0
    elif task == "code" and ending in _TABULAR:
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
    return _named(path)[0]


def _named(path: str) -> tuple[str | None, float]:
    stem = path.rstrip("/\\").replace("\\", "/").rsplit("/", 1)[-1].lower()
    stem = stem.split(".")[0] if "." in stem else stem
    parts = set(re.split(r"[_\-\s.+]+", stem)) | set(
        re.split(r"[_\-\s.+]+", path.lower().replace("\\", "/").replace("/", "_"))
    )
    parts = {re.sub(r"\d+$", "", part) for part in parts}
    parts |= {ending for part in parts for ending in _GLUED if part.endswith(ending)}
    learned = bool(parts & _LEARNED)
    for words, role, weight in _NAMES:
        if role == "tests" and learned:
            continue  # "class_test_pairs.jsonl"
        if words & (parts if role != "code" else set(path.lower().replace("\\", "/").strip("/").split("/"))):
            return role, weight
    return None, 0.0


_GLUED = ("chats", "chatlog", "dialogs", "transcripts", "tickets", "photos", "images", "contracts", "manuals", "labels")
"""Ends of names in which words are written together ("shopchats.jsonl")."""
_LEARNED = word_set("pairs examples answered train training")
"""Words in the names of files that are no test, whatever else their names say."""


def _ending(path: str) -> str:
    name = path.rstrip("/").rsplit("/", 1)[-1].lower()
    return name.rsplit(".", 1)[-1] if "." in name and not path.endswith("/") else ""
