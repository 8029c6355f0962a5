"""Counts what happened to the records, for report.json."""

from collections import Counter
from typing import Any

EXAMPLES = 3
"""Dropped records shown for each reason."""


class Tally:
    """What is counted while records go by; dictionaries are written sorted, so that two runs give the same bytes."""

    def __init__(self) -> None:
        self.sources: dict[str, Counter[str]] = {}
        self.kept_role: Counter[str] = Counter()
        self.kept_language: Counter[str] = Counter()
        self.reasons: Counter[str] = Counter()
        self.redactions: Counter[str] = Counter()
        self.redacted_records = self.repaired_records = self.left_out = self.bytes = 0
        self.examples: dict[str, list[dict[str, Any]]] = {}
        self.recognised: dict[str, dict[str, Any]] = {}

    def kept(self, row: dict[str, Any]) -> None:
        self._source(row)["kept"] += 1
        self.kept_role[row["role"]] += 1
        self.kept_language[row["language"] or "unknown"] += 1
        self.redacted_records += bool(row["redactions"])
        self.repaired_records += bool(row.get("repaired"))
        self.redactions.update(redaction["kind"] for redaction in row["redactions"])

    def dropped(self, row: dict[str, Any], excerpt: str) -> None:
        self._source(row)[row["reason"]] += 1
        self.reasons[row["reason"]] += 1
        self.left_out += bool(row.get("left_out"))
        shown = self.examples.setdefault(row["reason"], [])
        if len(shown) < EXAMPLES:
            shown.append(
                {name: row[name] for name in ("source", "index", "line", "duplicate_of", "detail")}
                | {"excerpt": excerpt}
            )

    def _source(self, row: dict[str, Any]) -> Counter[str]:
        return self.sources.setdefault(row["source"], Counter())

    def as_dict(self) -> dict[str, Any]:
        kept = sum(counts["kept"] for counts in self.sources.values())
        dropped = sum(self.reasons.values())
        return {
            "records": kept + dropped,
            "kept": kept,
            "dropped": dropped,
            "bytes": self.bytes,
            "by_source": {
                name: {"kept": 0} | dict(sorted(counts.items())) for name, counts in sorted(self.sources.items())
            },
            "by_reason": dict(sorted(self.reasons.items())),
            "by_role": dict(sorted(self.kept_role.items())),
            "by_language": dict(sorted(self.kept_language.items())),
            "redactions": dict(sorted(self.redactions.items())),
            "records_redacted": self.redacted_records,
            "records_repaired": self.repaired_records,
            "left_out_at_request": self.left_out,
            "examples_of_dropped": dict(sorted(self.examples.items())),
            "recognised": dict(sorted(self.recognised.items())),
        }
