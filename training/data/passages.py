"""Documents cut into passages along their headings; tables, lists and code stay in one piece where they can."""

import re
from collections.abc import Iterator

TARGET = 1400
"""Characters of a passage: a section of a handbook, some 300 tokens."""
LEAST = 220
"""A section shorter than this goes with the next one."""
MOST = 2400
_HEADING = re.compile(r"^(#{1,6})\s+(.+?)\s*#*$")
_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[^\sa-z])")


def passages(text: str, title: str = "") -> list[str]:
    """The passages of one document in order. Each names the headings above it, so that it can be understood alone."""
    found: list[str] = []
    waiting = ""
    for trail, body in _sections(_FRONT_MATTER.sub("", text)):
        heading = "\n".join(trail) or (title if not waiting else "")
        for number, part in enumerate(_pieces(body)):
            whole = f"{heading}\n\n{part}".strip() if heading and (number == 0 or len(trail) > 0) else part
            if waiting and len(waiting) + len(whole) > MOST:
                found.append(waiting)
                waiting = ""
            waiting = f"{waiting}\n\n{whole}".strip()
            if len(waiting) >= LEAST:
                found.append(waiting)
                waiting = ""
    if waiting:
        if found and len(waiting) < LEAST and len(found[-1]) + len(waiting) < MOST:
            found[-1] = f"{found[-1]}\n\n{waiting}"
        else:
            found.append(waiting)
    return found


def _sections(text: str) -> Iterator[tuple[list[str], str]]:
    """(headings from the topmost down, text below the last of them)."""
    trail: list[tuple[int, str]] = []
    lines: list[str] = []
    fenced = False
    for line in text.split("\n"):
        if line.lstrip().startswith("```"):
            fenced = not fenced
        match = None if fenced else _HEADING.match(line)
        if match is None:
            lines.append(line)
            continue
        if any(part.strip() for part in lines):
            yield [heading for _, heading in trail], "\n".join(lines).strip()
        lines = []
        level = len(match[1])
        trail = [(depth, heading) for depth, heading in trail if depth < level] + [(level, line.strip())]
    if any(part.strip() for part in lines):
        yield [heading for _, heading in trail], "\n".join(lines).strip()


def _pieces(body: str) -> Iterator[str]:
    """A section in pieces of about `TARGET` characters: whole blocks first, then sentences, then words."""
    if len(body) <= MOST:
        yield body
        return
    held = ""
    for block in _blocks(body):
        for part in [block] if len(block) <= MOST else _broken(block):
            if held and len(held) + len(part) > TARGET:
                yield held
                held = ""
            held = f"{held}\n\n{part}" if held else part
    if held:
        yield held


def _blocks(body: str) -> list[str]:
    return [block.strip("\n") for block in re.split(r"\n\s*\n", body) if block.strip()]


def _broken(block: str) -> Iterator[str]:
    """A block that is too long: a table by rows under its header, other lines by lines, prose by sentences."""
    lines = block.split("\n")
    if len(lines) > 3 and lines[0].lstrip().startswith("|"):
        header = "\n".join(lines[:2])
        yield from (f"{header}\n{rows}" for rows in _filled(lines[2:], "\n", MOST - len(header)))
    elif max(map(len, lines)) <= MOST:
        yield from _filled(lines, "\n", TARGET)
    else:
        for part in _filled(_SENTENCE.split(block), " ", TARGET):
            yield from [part] if len(part) <= MOST else _filled(part.split(" "), " ", TARGET)


def _filled(parts: list[str], between: str, most: int) -> Iterator[str]:
    held = ""
    for part in parts:
        for piece in [part[i : i + MOST] for i in range(0, len(part), MOST)] or [""]:
            if held and len(held) + len(piece) > most:
                yield held
                held = ""
            held = f"{held}{between}{piece}" if held else piece
    if held.strip():
        yield held
