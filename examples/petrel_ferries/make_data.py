"""Write `data/` and `key.jsonl` anew from `source/`. Same seed, same bytes.

    python make_data.py [--out FOLDER]

Everything is invented. Addresses, phone numbers and card numbers come from ranges that are reserved for
examples. `key.jsonl` says for each line what it asks and what was planted; nothing trains on it.
"""

import argparse
import csv
import io
import json
import random
from datetime import date, timedelta
from pathlib import Path

from generator import pages, records
from generator.source import read, topics

SEED = 20261122
TICKETS = 370
"""How many of the unique talks go to the ticket system; the others are chats."""


def day(record: records.Record, chance: random.Random) -> date:
    if record.kind == "outdated":
        return date(2023, 3, 1) + timedelta(days=chance.randrange(600))
    return date(2025, 1, 7) + timedelta(days=chance.randrange(660))


def conversations(talks: list[records.Record], chance: random.Random) -> tuple[str, list[dict]]:
    """JSON Lines of chats, some lines broken, and the key."""
    lines, key = [], []
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
        key.append(_key("data/conversations.jsonl", number, record))
    return "\n".join(lines) + "\n", key


def tickets(talks: list[records.Record], noise: dict, chance: random.Random) -> tuple[str, list[dict]]:
    """The export of the ticket system as CSV, with signatures, and the key."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["ticket_id", "created_at", "channel", "customer_email", "question", "reply"])
    key = []
    signatures: dict[str, str] = {}
    for number, record in enumerate(talks, start=1):
        channel = chance.choice(["email", "email", "web form", "letter"])
        at = f"{day(record, chance).isoformat()} {chance.randrange(6, 22):02d}:{chance.randrange(60):02d}"
        # A repeat of a ticket carries the signature of the first, or it would be no repeat.
        if record.customer not in signatures:
            signatures[record.customer] = _signature(record.customer, chance) if chance.random() < 0.25 else ""
        question = record.question + signatures[record.customer]
        line = out.getvalue().count("\n") + 1
        writer.writerow([f"T-{20000 + number}", at, channel, record.customer, question, record.reply])
        key.append(_key("data/tickets.csv", line, record))
    return out.getvalue(), key


def _signature(customer: str, chance: random.Random) -> str:
    name = " ".join(part.strip("0123456789").capitalize() for part in customer.split("@")[0].split("."))
    below = chance.choice(["", "\nSent from my phone", f"\nTel. (617) 555-01{chance.randrange(100):02d}", "\n12 Example Row, Saltmere"])
    return f"\n--\n{name}{below}"


def _key(file: str, line: int, record: records.Record) -> dict:
    answer = f"{record.topic}/{record.slot}".strip("/")
    return {"file": file, "line": line, "answer": answer, "kind": record.kind, "private": record.private}


def broken_export(chance: random.Random) -> bytes:
    """An export that was cut off and read in the wrong encoding on its way: nothing to rescue."""
    rows = "ticket_id,created_at,channel,customer_email,question,reply\nT-19001,2024-11-02,e"
    noise = bytes(chance.randrange(256) for _ in range(1800))
    return rows.encode("utf-16-le")[:97] + noise + b"\x00\xff\xfe\x00" + "Ã¼berfahrt Ã¢â‚¬".encode()[:17]


def make(out: Path) -> None:
    """Write all files below `out`."""
    chance = random.Random(SEED)
    known, noise = topics(), read("noise")
    talks = records.unique(known, noise, chance)
    ticket_talks, chat_talks = talks[:TICKETS], records.lengthen(talks[TICKETS:], noise, chance)
    share = len(ticket_talks) / len(talks)
    # Planted among the others, a repeat never before its first: real exports repeat later lines.
    chats = _mix(chat_talks, records.mess(chat_talks, known, noise, 1 - share, chance), chance)
    mails = _mix(ticket_talks, records.mess(ticket_talks, known, noise, share, chance), chance)

    chat_text, key = conversations(chats, chance)
    mail_text, mail_key = tickets(mails, noise, chance)
    files: dict[str, str] = {
        "data/conversations.jsonl": chat_text,
        "data/tickets.csv": mail_text,
        "data/glossary.md": pages.glossary(),
        "data/policies/policy_manual.md": pages.policy_manual(known, old=False),
        "data/policies/policy_manual_2023.md": pages.policy_manual(known, old=True),
        "key.jsonl": "".join(json.dumps(entry) + "\n" for entry in key + mail_key),
    }
    files |= {f"data/help_centre/{name}": text for name, text in pages.help_pages(known).items()}
    for name, text in files.items():
        path = out / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    (out / "data/export_broken.csv").write_bytes(broken_export(chance))


def _mix(talks: list[records.Record], planted: list[records.Record], chance: random.Random) -> list[records.Record]:
    mixed = list(talks)
    for record in planted:
        mixed.insert(chance.randrange(len(mixed) + 1), record)
    first = {}
    for position, record in enumerate(mixed):
        if record.kind == "exact_duplicate":
            other = first.get(record.turns)
            if other is None:
                original = next(i for i, r in enumerate(mixed) if r.turns == record.turns and r.kind == "clean")
                mixed[position], mixed[original] = mixed[original], mixed[position]
        first.setdefault(mixed[position].turns, position)
    return mixed


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, default=Path(__file__).resolve().parent)
    make(parser.parse_args().out)
