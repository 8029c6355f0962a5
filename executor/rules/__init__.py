"""How training settings are chosen: named pure rules, one subject a file. Each answers with value and reason."""

from executor.rules.chosen import Chosen

__all__ = ["Chosen"]
