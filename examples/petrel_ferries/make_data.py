"""Write `data/` and `key.jsonl` anew from `source/`. Same seed, same bytes.

    python make_data.py [--out FOLDER]
    python make_data.py --count

Everything is invented. Addresses, phone numbers and card numbers come from ranges that are reserved for
examples. `key.jsonl` says for each talk what it asks and what was planted; nothing trains on it.
"""

import argparse
import csv
import io
import json
import random
import shutil
from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from generator import pages, records, talk
from generator.source import read, topics

HERE = Path(__file__).resolve().parent
SEED = 20261122
TICKETS = 370
"""How many of the clean talks go to the ticket system; the others are chats."""


def make(out: Path) -> None:
    """Write all files below `out`, and remove help pages there that are no longer written."""
    chance = random.Random(SEED)
    known, noise = topics(), read("noise")
    talks = records.unique(known, noise, chance)
    ticket_talks, chat_talks = talks[:TICKETS], records.lengthen(talks[TICKETS:], known, noise, chance)
    share = len(ticket_talks) / len(talks)
    chats = records.mix(chat_talks, records.mess(chat_talks, known, noise, 1 - share, chance), chance)
    mails = records.mix(ticket_talks, records.mess(ticket_talks, known, noise, share, chance), chance)

    chat_text, key = conversations(chats, chance)
    mail_text, mail_key = tickets(mails, chance)
    files: dict[str, str] = {
        "data/conversations.jsonl": chat_text,
        "data/tickets.csv": mail_text,
        "data/glossary.md": pages.glossary(),
        "data/policies/policy_manual.md": pages.policy_manual(known, old=False),
        "data/policies/policy_manual_2023.md": pages.policy_manual(known, old=True),
        "key.jsonl": "".join(json.dumps(entry) + "\n" for entry in key + mail_key),
    }
    files |= {f"data/help_centre/{name}": text for name, text in pages.help_pages(known).items()}
    shutil.rmtree(out / "data/help_centre", ignore_errors=True)
    for name, text in files.items():
        path = out / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    (out / "data/export_broken.csv").write_bytes(broken_export(chance))


def conversations(talks: list[records.Record], chance: random.Random) -> tuple[str, list[dict[str, Any]]]:
    """JSON Lines of chats, some lines cut off, and the key."""
    lines = []
    for number, record in enumerate(talks, start=1):
        entry = {
            "id": f"c-{number:05d}",
            "date": day(record, chance).isoformat(),
            "messages": [{"role": role, "content": text} for role, text in record.turns],
        }
        line = json.dumps(entry, ensure_ascii=False)
        if record.kind == "broken_line":
            line = line[: chance.randrange(40, len(line) - 20)]
        lines.append(line)
    places = list(range(1, len(talks) + 1))
    return "\n".join(lines) + "\n", key_of("data/conversations.jsonl", talks, places, lines)


def tickets(talks: list[records.Record], chance: random.Random) -> tuple[str, list[dict[str, Any]]]:
    """The export of the ticket system as CSV, with signatures, some rows cut off, and the key."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["ticket_id", "created_at", "channel", "customer_email", "question", "reply"])
    places, texts = [], []
    signatures: dict[str, str] = {}
    for number, record in enumerate(talks, start=1):
        channel = chance.choice(["email", "email", "web form", "letter"])
        at = f"{day(record, chance).isoformat()} {chance.randrange(6, 22):02d}:{chance.randrange(60):02d}"
        # A repeat of a ticket carries the signature of the first, or it would be no repeat.
        if record.customer not in signatures:
            signatures[record.customer] = signature(record.customer, chance) if chance.random() < 0.25 else ""
        question = record.question + signatures[record.customer]
        places.append(out.getvalue().count("\n") + 1)
        row = [f"T-{20000 + number}", at, channel, record.customer, question, record.reply]
        if record.kind == "broken_line":
            row = row[: chance.choice((3, 4))]
        writer.writerow(row)
        texts.append(question if record.kind != "broken_line" else "")
    return out.getvalue(), key_of("data/tickets.csv", talks, places, texts)


def key_of(file: str, talks: list[records.Record], places: list[int], texts: list[str]) -> list[dict[str, Any]]:
    """What stands where: an entry for each talk.

    Returns: `line` from 1; `answer`, topic and slot of the last question; `kind`; `repeats`, the line of the
    first in the same file; `language`; `private`, kinds of personal data in what the customer wrote.
    """
    first = {record.number: line for record, line in zip(talks, places, strict=True) if record.kind == "clean"}
    return [
        {
            "file": file,
            "line": line,
            "answer": f"{record.topic}/{record.slot}".strip("/"),
            "kind": record.kind,
            "repeats": None if record.repeats is None else first[record.repeats],
            "language": record.language,
            "private": talk.private_kinds(text),
        }
        for record, line, text in zip(talks, places, texts, strict=True)
    ]


def day(record: records.Record, chance: random.Random) -> date:
    """When it was: outdated talks before 2025, all others after the rules changed."""
    if record.kind == "outdated":
        return date(2023, 3, 1) + timedelta(days=chance.randrange(600))
    return date(2025, 1, 7) + timedelta(days=chance.randrange(660))


def signature(customer: str, chance: random.Random) -> str:
    name = " ".join(part.strip("0123456789").capitalize() for part in customer.split("@")[0].split("."))
    phone = f"\nTel. (617) 555-01{chance.randrange(100):02d}"
    below = chance.choice(["", "\nSent from my phone", phone, "\n12 Example Row, Saltmere"])
    return f"\n--\n{name}{below}"


def broken_export(chance: random.Random) -> bytes:
    """An export that was cut off and read in the wrong encoding on its way: nothing to rescue."""
    rows = "ticket_id,created_at,channel,customer_email,question,reply\nT-19001,2024-11-02,e"
    noise = bytes(chance.randrange(256) for _ in range(1800))
    return rows.encode("utf-16-le")[:97] + noise + b"\x00\xff\xfe\x00" + "Ã¼berfahrt Ã¢â‚¬".encode()[:17]


def counts(folder: Path) -> dict[str, int]:
    """How much of everything the key lists, by kind, language and personal data."""
    key = [json.loads(line) for line in (folder / "key.jsonl").read_text(encoding="utf-8").splitlines()]
    found = Counter(entry["kind"] for entry in key)
    found.update(f"language {entry['language']}" for entry in key)
    found.update(f"with {kind}" for entry in key for kind in entry["private"])
    answers = {entry["answer"] for entry in key if entry["kind"] == "clean"}
    files = Counter(entry["file"].removeprefix("data/") for entry in key)
    pages_there = len(list((folder / "data/help_centre").glob("*.md")))
    return {"talks": len(key), **files, **found, "different answers": len(answers), "help pages": pages_there}


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, default=HERE, help="where to write; this folder by default")
    parser.add_argument("--count", action="store_true", help="write nothing, count what the key lists")
    arguments = parser.parse_args()
    if arguments.count:
        for name, count in counts(arguments.out).items():
            print(f"{count:6}  {name}")
    else:
        make(arguments.out)
