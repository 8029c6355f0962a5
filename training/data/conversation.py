"""A cleaned record as a conversation: speakers become user and assistant, whatever they were called."""

import re
from typing import Any, NamedTuple

from training.data.recognition import as_turns, is_turns, said, said_key, speaker_key

_ASSISTANT = re.compile(
    r"\b(?:assistant|agent|support|bot|gpt|model|ai|chatbot|operator|advisor|adviser|representative|rep|staff|helpdesk|service|"
    r"crew|clerk|consultant|expert|doctor|teacher|mitarbeiter|agente|admin|system_reply)\b",
    re.IGNORECASE,
)
_USER = re.compile(
    r"\b(?:user|human|customer|client|visitor|requester|end[_ -]?user|guest|caller|patient|student|passenger|buyer|prompter|kunde|cliente|member)\b",
    re.IGNORECASE,
)
_SYSTEM = re.compile(r"^(?:system|developer)$", re.IGNORECASE)
_TOOL = re.compile(
    r"^(?:tool|function|function[_-]?(?:call|response)|observation|tool[_-]?(?:call|response|result)|internal|note|private)s?$",
    re.IGNORECASE,
)


class Turn(NamedTuple):
    role: str
    """`system`, `user` or `assistant`."""
    content: str


def conversation(fields: dict[str, Any], reads: dict[str, str]) -> list[Turn]:
    """The turns of a record; a label is what the assistant says. Empty where there is nothing to learn."""
    if "messages" in reads:
        turns = _turns(as_turns(fields.get(reads["messages"])))
        system = fields.get(reads["system"]) if "system" in reads else fields.get("system")
        if isinstance(system, str) and system.strip() and turns and turns[0].role != "system":
            turns.insert(0, Turn("system", system.strip()))
        if "chosen" in reads:
            turns += _said(fields.get(reads["chosen"]))
        return turns
    if "user" not in reads and "chosen" in reads:
        return _said(fields.get(reads["chosen"]))
    if "user" not in reads:
        return []
    if "instances" in reads:
        return _first_instance(_value(fields, reads["user"]), fields.get(reads["instances"]))
    earlier = as_turns(fields.get(reads["user"]))
    if is_turns(earlier):  # the talk so far, and what was said to it
        return [
            *_turns(earlier),
            *(Turn("assistant", _value(fields, reads["assistant"])) for _ in range("assistant" in reads)),
        ]
    asked = _value(fields, reads["user"])
    for part, mark in (("given", "\n\n"), ("context", "\n\n")):
        if part in reads and (value := _value(fields, reads[part])):
            asked = f"{asked}{mark}{value}" if part == "given" else f"{value}{mark}{asked}"
    if "subject" in reads and (subject := _value(fields, reads["subject"])) and subject not in asked:
        asked = f"{subject}\n\n{asked}"
    turns = [Turn("user", asked)] if asked else []
    if "system" in reads and turns and (system := _value(fields, reads["system"])):
        turns.insert(0, Turn("system", system))
    for part in ("assistant", "label", "chosen"):
        if part in reads:
            value = fields.get(reads[part])
            said = _said(value) if _is_talk(value) else [Turn("assistant", _value(fields, reads[part]))]
            return turns + [turn for turn in said if turn.content]
    return turns


def _is_talk(value: Any) -> bool:
    return isinstance(value, dict) or (isinstance(value, list) and any(isinstance(part, dict) for part in value))


def _first_instance(instruction: str, instances: Any) -> list[Turn]:
    if not isinstance(instances, list) or not instances or not isinstance(instances[0], dict):
        return []
    given, output = (str(instances[0].get(name) or "").strip() for name in ("input", "output"))
    return [Turn("user", f"{instruction}\n\n{given}".strip()), Turn("assistant", output)]


def _value(fields: dict[str, Any], name: str) -> str:
    value = fields.get(name)
    if value is None:
        return ""
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        return "; ".join(value).strip()
    return value.strip() if isinstance(value, str) else str(value)


def _said(value: Any) -> list[Turn]:
    """A chosen answer: a text, one turn, or a whole talk that ends in it."""
    if isinstance(value, str):
        return [Turn("assistant", value.strip())]
    if isinstance(value, dict):
        return [Turn("assistant", said(value).strip())] if said_key(value) else []
    return _turns(value)


def _turns(value: Any) -> list[Turn]:
    if not isinstance(value, list):
        return []
    spoken: list[tuple[str, str]] = []
    for turn in value:
        if not isinstance(turn, dict) or said_key(turn) is None:
            continue
        who = speaker_key(turn)
        speaker = turn.get(who) if who else ""
        if isinstance(speaker, bool):
            speaker = "user" if speaker else "assistant"
        text = said(turn).strip()
        if text and not _TOOL.match(str(speaker)):
            spoken.append((str(speaker), text))
    roles = roles_of([speaker for speaker, _ in spoken])
    turns: list[Turn] = []
    for speaker, text in spoken:
        role = roles[speaker]
        if turns and turns[-1].role == role:  # several messages in a row are one turn
            turns[-1] = Turn(role, f"{turns[-1].content}\n{text}")
        else:
            turns.append(Turn(role, text))
    return turns


def roles_of(speakers: list[str]) -> dict[str, str]:
    """Each speaker's role; who is not known by name is the asker if first to speak, the answerer else."""
    roles: dict[str, str] = {}
    for speaker in dict.fromkeys(speakers):
        if _SYSTEM.match(speaker):
            roles[speaker] = "system"
        elif _USER.search(speaker.replace("_", " ")) and not _ASSISTANT.search(speaker.replace("_", " ")):
            roles[speaker] = "user"
        elif _ASSISTANT.search(speaker.replace("_", " ")):
            roles[speaker] = "assistant"
    open_ones = [speaker for speaker in dict.fromkeys(speakers) if speaker not in roles]
    known = set(roles.values())
    for speaker in open_ones:
        if "user" in known and "assistant" not in known:
            roles[speaker] = "assistant"
        elif "assistant" in known and "user" not in known:
            roles[speaker] = "user"
        else:
            roles[speaker] = (
                "user"
                if speaker == open_ones[0] and "user" not in known
                else "assistant"
                if len(open_ones) <= 2
                else "user"
            )
    return roles
