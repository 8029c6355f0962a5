"""Records on their way from the user's files to training and to the judge."""

from typing import Literal

from pydantic import BaseModel, ConfigDict

from training.spec import words


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class Message(_Part):
    role: Literal["system", "user", "assistant"]
    content: str


class Example(_Part):
    """One thing to learn from or be judged on, with the way back to file and line."""

    id: str
    """`source#index`, with a suffix where one record gives several examples."""
    source: str
    line: int | None = None
    role: words.Role
    group: str
    """Near-duplicates and threads of one customer share a group; a split never parts a group."""
    text: str | None = None
    """A passage to read (documents, code); null for the others."""
    messages: list[Message] = []
    """A conversation that ends in the assistant's answer, the reference; empty for passages."""
    language: str | None = None


class Interval(_Part):
    """A figure with its 95% interval."""

    value: float
    low: float
    high: float
    n: int
    """Examples that it was measured on."""


GateOutcome = Literal["passed", "missed", "too_few_to_tell", "not_measured"]


class GateVerdict(_Part):
    metric: words.Metric
    op: words.Op
    threshold: float
    against: words.Opponent | None
    outcome: GateOutcome
    measured: Interval | None
    sentence: str
    """The verdict in one plain sentence."""


class Graded(_Part):
    """One held-out question, what a contender answered, and what each grader made of it."""

    id: str
    prompt: str
    reference: str
    answer: str
    scores: dict[str, float]
    """Grader to 0..1; `correct` is always there."""
    seconds: float
    """Wall-clock time of the answer."""
    why: str = ""
    """What is wrong with it, in a few words; empty where it is right."""


class Contender(_Part):
    """One of those judged on the same held-out examples in the same run."""

    name: str
    """`customized`, `base`, `retrieval`, or a plain method such as `tfidf_logistic_regression`."""
    what: str
    """One sentence: what it is."""
    metrics: dict[str, Interval]
    by_source: dict[str, dict[str, Interval]] = {}
    """Test file to metrics, where there is more than one."""


class Confusion(_Part):
    """Two classes that the model takes for each other."""

    meant: str
    said: str
    times: int


class Verdict(_Part):
    """What the judge found; the report is written from this and nothing else."""

    passed: bool
    headline: str
    """The first line of the report: the truth in one sentence."""
    gates: list[GateVerdict]
    contenders: list[Contender]
    right_examples: list[Graded]
    wrong_examples: list[Graded]
    advice: list[str]
    """What would help, most useful first."""
    notes: list[str] = []
    confusions: list[Confusion] = []
    """For classification, most frequent first."""
