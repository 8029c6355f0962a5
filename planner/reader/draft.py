"""What one turn asks for, while it is being read."""

from dataclasses import dataclass, field
from typing import Any

from planner.claims import Claim, Dispute
from planner.reader.layout import Document


@dataclass
class Draft:
    """Claims, withdrawals and disputes of one turn, and the tokens that are already spoken for."""

    document: Document
    claims: list[Claim] = field(default_factory=list)
    withdrawn: list[tuple[str, Any, str]] = field(default_factory=list)
    """(path, value or key of the item or None for all, quote)."""
    disputes: list[Dispute] = field(default_factory=list)
    unreachable: list[Claim] = field(default_factory=list)
    left_out: list[Claim] = field(default_factory=list)
    unclear_language: Claim | None = None
    used: set[int] = field(default_factory=set)
    task_scores: dict[str, float] = field(default_factory=dict)
    goal_score: float = 0.0
    replaces: set[str] = field(default_factory=set)
    """List paths whose older items the turn replaces ("only German")."""
    adds: set[str] = field(default_factory=set)

    def claim(self, path: str, value: Any, first: int, last: int, why: str = "") -> Claim:
        """A value with the words of tokens first..last as its quote."""
        made = Claim(path=path, value=value, quote=self.document.quote(first, last), turn=self.document.turn, why=why)
        self.claims.append(made)
        return made

    def set(self, path: str, value: Any, first: int, last: int, why: str = "") -> None:
        """A single value: a later one in the same turn comes beside it and is settled by `corrections` or disputed."""
        for old in self.claims:
            if old.path == path and old.value == value:
                return
        self.claim(path, value, first, last, why)

    def use(self, *tokens: int) -> None:
        self.used.update(tokens)

    def free(self, i: int) -> bool:
        return i not in self.used and not self.document.tokens[i].masked

    def value(self, path: str) -> Any:
        """The last value claimed for a path in this turn, or None."""
        return next((c.value for c in reversed(self.claims) if c.path == path), None)

    def items(self, path: str) -> list[Claim]:
        return [c for c in self.claims if c.path == path]
