"""How a bank of snippets speaks of files: a goal in front, and what is read of the sources behind it."""

from typing import Any

from tests.planner.reader.reading import read_turns

GOALS = {
    "chat": "We need a model that answers our customers in the web chat. ",
    "sort": "I want a model that sorts incoming messages into our six categories. ",
    "translate": "We need a model that translates our leaflets from German into Polish. ",
    "write": "Please make a model that drafts letters in our house style. ",
    "field": "The model should soak up the language of our trade. ",
    "qa": "We want a model that answers staff questions from our manuals. ",
    "sum": "Build a model that summarises long case files. ",
    "code": "We'd like a coding assistant for our own code base. ",
}


def sources(words: str, goal: str = "chat", files: list[str] | None = None) -> list[dict[str, Any]]:
    """The sources of a goal that is followed by the words, by path."""
    wishes = read_turns(GOALS[goal] + words, files=files)
    return sorted((c.value for c in wishes.claims if c.path == "data.sources"), key=lambda s: str(s["path"]))


def faults(got: list[dict[str, Any]], wanted: dict[str, dict[str, Any]]) -> list[str]:
    """What differs; `wanted`: path -> role, since, until, include, exclude (words of the phrases).

    A role that is not given is free, a date or a part that is not given must not be claimed.
    """
    found = [f"made up {s['path']}" for s in got if s["path"] not in wanted]
    for path, want in wanted.items():
        source = next((s for s in got if s["path"] == path), None)
        if source is None:
            found.append(f"missing {path}")
            continue
        if "role" in want and source.get("role") != want["role"]:
            found.append(f"{path}: role {source.get('role')}")
        for key in ("since", "until"):
            if source.get(key) != want.get(key):
                found.append(f"{path}: {key} {source.get(key)}")
        for key in ("include", "exclude"):
            phrases, words = source.get(key, []), want.get(key, [])
            if len(phrases) > max(len(words), 0) or any(
                not any(word.casefold() in p.casefold() for p in phrases) for word in words
            ):
                found.append(f"{path}: {key} {phrases}")
    return found
