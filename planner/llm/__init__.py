"""A language model reads beside the built-in reader: it may add what the words say, and never what they do not.

Settings say which model and where (`settings`); the prompt lists the fields of the spec (`prompt`, `fields`); the answer
is a form whose claims pass the guard or are asked for again (`form`); servers fail in many ways (`client`, `faults`,
`patience`); then the two readings become one, and where they differ on what matters the user is asked (`agree`).
"""

from planner.llm.beside import read_beside

__all__ = ["read_beside"]
