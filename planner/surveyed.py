"""What was measured of the user's files: what planning knows of them, and never more than that."""

from pydantic import BaseModel, ConfigDict

from training.spec import words


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class SurveyedSource(_Part):
    """One file, or one folder whose files are all of one kind."""

    path: str
    """As the user gave it, or below the folder that the user gave."""
    role: words.Role | None = None
    why_role: str = ""
    """One sentence: what in the file shows the role."""
    files: int = 1
    names: list[str] = []
    """Of the files in a folder, without their folders: what "leave out old.md" can mean."""
    rows: int = 0
    """Records: lines, rows, conversations, or whole documents."""
    characters: int = 0
    columns: list[str] = []
    languages: dict[str, float] = {}
    """ISO 639-1 code to share of the records."""
    classes: dict[str, int] = {}
    """Label to number of records; empty where there are none."""
    duplicates: int = 0
    """Records beyond the first of each set of equal ones."""
    most_repeated: int = 1
    """How often the most frequent record stands in there."""
    checkable: bool = False
    """Whether an answer is right or wrong by comparison: one of a closed set, a number, a code."""
    sensitive: dict[str, int] = {}
    """Kind of personal data or secret to the number of places."""
    first_date: str | None = None
    last_date: str | None = None
    broken: int = 0
    """Records that could not be read, beside `rows`."""
    exclude: list[str] = []
    """Files inside a folder that are not learned from, such as its licence."""

    @property
    def tokens(self) -> float:
        """About how many: small vocabularies made from the text itself take some three characters a token."""
        return self.characters / 3.0


class FoundModel(_Part):
    """A folder among the user's files that holds a base model."""

    path: str
    bytes: int


class LeftOut(_Part):
    """A file that is not learned from, and why."""

    path: str
    why: str


class Flaw(_Part):
    """A path that can't be used, in a sentence that names it and says what to do."""

    path: str
    problem: str
    next_step: str = ""


class Survey(_Part):
    """All files together."""

    sources: list[SurveyedSource] = []
    models: list[FoundModel] = []
    left_out: list[LeftOut] = []
    flaws: list[Flaw] = []
    given: list[str] = []
    """The paths that were surveyed, as they were given."""
    root: str = ""
    """Folder that relative paths start from."""

    def named(self, path: str) -> list[SurveyedSource]:
        """The sources that a path of the request speaks of: the file or folder itself, else what lies below it."""
        wanted = folded(path)
        same = [source for source in self.sources if folded(source.path) == wanted]
        if same:
            return same
        # Words say `train.csv` or `data/train.csv`; the file was attached with more of its path.
        ends = [source for source in self.sources if folded(source.path).endswith("/" + wanted)]
        if ends:
            return ends[:1] if len({folded(source.path) for source in ends}) == 1 else ends
        below = [source for source in self.sources if folded(source.path).startswith(wanted + "/")]
        return below or [source for source in self.sources if f"/{wanted}/" in f"/{folded(source.path)}"]


def folded(path: str) -> str:
    """A path in a form in which two spellings of one place are equal."""
    path = path.strip().replace("\\", "/")
    while path.startswith("./"):
        path = path[2:]
    return path.rstrip("/") or path[:1]
