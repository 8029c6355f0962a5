"""The data must be there, be of the right kind, be enough, and be what the words say it is."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from planner.check.finding import Case, Finding, conflict, warning
from planner.facts import ANSWERED
from planner.rules.cleaning import weighted_sources
from planner.rules.languages import data_languages
from planner.surveyed import folded
from planner.words import listed, percent, plural

FEW_EXAMPLES = 200
"""Below this a model from scratch learns its examples by heart and no more; plain search is the better tool."""
FEW_FOR_A_BASE = 30
FEW_PER_CLASS = 5
MOST_NAMES = 5
"""Files of one kind that are named one by one."""
RARE = 0.01
"""A language with a smaller share of the records is as good as absent."""


def file_that_is_not_here(case: Case) -> Iterator[Finding]:
    flawed = {folded(flaw.path) for flaw in case.facts.survey.flaws}
    missing = [
        source.path
        for source in case.spec.data.sources or []
        if folded(source.path) not in flawed and not case.facts.survey.named(source.path)
    ]
    if missing:
        yield warning(
            ["data.sources"],
            f"{listed(missing)} {'is' if len(missing) == 1 else 'are'} not here yet, so nothing in "
            f"{'it' if len(missing) == 1 else 'them'} was measured and the figures are guesses.",
            "Attach the data and the plan gets surer; a run stops before it starts where a file is missing.",
        )


def file_that_can_not_be_used(case: Case) -> Iterator[Finding]:
    used = {folded(source.path) for source in case.spec.data.sources or []}
    for flaw in case.facts.survey.flaws:
        named = folded(flaw.path) in used
        others = [source for source in case.facts.sources if folded(source["path"]) != folded(flaw.path)]
        if named or not others:
            yield conflict(["data.sources"], flaw.problem, flaw.next_step)
        else:
            yield warning(["data.sources"], f"{flaw.problem} It is left out.", flaw.next_step)


def pictures_for_a_text_task(case: Case) -> Iterator[Finding]:
    roles = {source.role for source in case.facts.measured}
    if case.spec.task not in (None, "image_text") and case.facts.all_measured and roles and roles <= {"images"}:
        paths = listed([source.path for source in case.facts.measured])
        yield conflict(
            ["data.sources"],
            f"{paths} holds pictures and no text, and the task is about text.",
            "Give the text to learn from, or say that the model shall describe pictures.",
        )


def no_pictures_for_a_picture_task(case: Case) -> Iterator[Finding]:
    """What the files are is asked of the files: words may call a chat log pictures."""
    if case.spec.task != "image_text" or not case.facts.all_measured:
        return
    found = [item for source in case.spec.data.sources or [] for item in case.facts.survey.named(source.path)]
    seeing = [item for item in found if item.role not in ("chats", "documents", "code", "preferences", "prompts", None)]
    if "images" not in case.facts.roles or not seeing:
        yield conflict(
            ["data.sources"],
            "The model shall describe pictures, and there are none in your data.",
            "Give the folder with the pictures and their texts.",
        )


def no_classes_to_learn(case: Case) -> Iterator[Finding]:
    roles = case.facts.roles - {"tests"}
    if case.spec.task == "classification" and case.facts.all_measured and roles and roles <= {"documents", "code"}:
        yield conflict(
            ["data.sources"],
            "Texts shall be sorted into classes, and no file says which class a text belongs to.",
            "Give texts with their class beside them, a column for each.",
        )


def classes_for_a_task_that_answers(case: Case) -> Iterator[Finding]:
    """Said rather than guessed: what is asked for and what the data teaches are not the same."""
    roles = case.facts.roles - {"tests"}
    if case.spec.task in ("support_chat", "document_qa") and case.facts.all_measured and roles == {"labels"}:
        yield warning(
            ["task"],
            "You ask for a model that answers, and your data has texts with a class: from it a model learns to name the "
            "class and nothing else.",
            "Say that it shall sort texts, or give the answers themselves.",
        )


def only_tests(case: Case) -> Iterator[Finding]:
    roles = case.facts.roles
    if roles == {"tests"}:
        yield conflict(
            ["data.sources"],
            f"{listed([source['path'] for source in case.facts.sources])} is for the test only, and what is tested on "
            "must not be learned from: nothing is left to learn from.",
            "Give data to learn from beside it.",
        )


def one_file_to_learn_and_to_test(case: Case) -> Iterator[Finding]:
    seen: dict[str, tuple[int, str | None]] = {}
    for i, source in enumerate(case.spec.data.sources or []):
        key = folded(source.path)
        other = seen.get(key)
        if other is not None and "tests" in (source.role, other[1]) and source.role != other[1]:
            yield conflict(
                [f"data.sources.{other[0]}.role", f"data.sources.{i}.role"],
                f"{source.path} can't be both learned from and tested on.",
                "Choose one; I can keep a share of it aside for the test.",
            )
        seen.setdefault(key, (i, source.role))


def include_and_exclude_the_same(case: Case) -> Iterator[Finding]:
    for i, source in enumerate(case.spec.data.sources or []):
        both = {phrase.lower() for phrase in source.include} & {phrase.lower() for phrase in source.exclude}
        if both:
            yield conflict(
                [f"data.sources.{i}.include", f"data.sources.{i}.exclude"],
                f"In {source.path} {listed(sorted(both))} shall be both taken and left out.",
                "Say which one holds.",
            )


def few_examples(case: Case) -> Iterator[Finding]:
    """Few examples are no reason to refuse, and a good one to say what would serve better."""
    if not case.facts.all_measured:
        return
    rows = case.facts.rows(*ANSWERED)
    scratch = case.spec.model.base == "scratch"
    if not rows or rows >= (FEW_EXAMPLES if scratch else FEW_FOR_A_BASE):
        return
    synthetic = case.spec.data.synthetic
    more = " Generated examples help less than real ones." if synthetic and synthetic.examples else ""
    yield warning(
        ["data.sources"],
        f"Only {plural(rows, 'example')} to learn from: I advise against training on so few. A model "
        f"{'from scratch ' if scratch else ''}would know them by heart and little else.{more}",
        "Plain search over the answers you have will serve better; come back with some hundred examples.",
    )


def little_text(case: Case) -> Iterator[Finding]:
    characters = sum(source.characters for source in case.facts.measured)
    if case.facts.all_measured and case.spec.model.base == "scratch" and 0 < characters < 100_000:
        if case.facts.rows(*ANSWERED) >= FEW_EXAMPLES:
            return
        yield warning(
            ["model.base"],
            f"There are {characters:,} characters of text in all, some {max(1, characters // 2000)} pages: too little "
            "for a model from scratch to learn to write well.",
            "Name a base model that can already read, or give more text.",
        )


def one_class_only(case: Case) -> Iterator[Finding]:
    classes = _classes(case)
    if len(classes) == 1:
        yield conflict(
            ["data.sources"],
            f"Every record has the same class, “{next(iter(classes))}”, so there is nothing to tell apart.",
            "Give examples of the other classes too.",
        )


def rare_classes(case: Case) -> Iterator[Finding]:
    classes = _classes(case)
    rare = sorted(label for label, count in classes.items() if count < FEW_PER_CLASS)
    if rare and len(classes) > 1:
        names = listed([f"“{label}”" for label in rare[:3]])
        yield warning(
            ["data.sources"],
            f"{plural(len(rare), 'class', 'classes')} of {len(classes)} {'has' if len(rare) == 1 else 'have'} fewer than "
            f"{FEW_PER_CLASS} examples ({names}{', …' if len(rare) > 3 else ''}) and will hardly be learned.",
            "Add examples, or merge them into others.",
        )


def language_not_in_the_data(case: Case) -> Iterator[Finding]:
    shares = data_languages(case.facts)
    if not shares or not case.facts.all_measured or not case.asked("languages"):
        return
    missing = [code for code in case.spec.languages or [] if shares.get(code, 0.0) < RARE]
    if missing and case.spec.task != "translation":
        yield warning(
            ["languages"],
            f"The model shall serve {listed(missing)}, and the data has next to nothing in "
            f"{'it' if len(missing) == 1 else 'them'} (it is in {listed([f'{c} {percent(s)}' for c, s in shares.items()][:3])}).",
            "Add examples in that language, or take a base model that knows it.",
        )


def kept_languages_leave_nothing(case: Case) -> Iterator[Finding]:
    kept, shares = case.spec.data.cleaning.languages, data_languages(case.facts)
    if kept and shares and case.facts.all_measured and sum(shares.get(code, 0.0) for code in kept) < RARE:
        yield conflict(
            ["data.cleaning.languages"],
            f"Only {listed(kept)} shall be kept, and the data is in {listed(list(shares)[:3])}: nothing would be left.",
            "Keep a language that is there.",
        )


def served_language_is_thrown_out(case: Case) -> Iterator[Finding]:
    kept, served = case.spec.data.cleaning.languages, case.spec.languages
    lost = [code for code in served or [] if kept and code not in kept]
    if lost and case.asked("languages") and case.spec.task != "translation":
        yield conflict(
            ["languages", "data.cleaning.languages"],
            f"The model shall serve {listed(lost)}, and records in {'it' if len(lost) == 1 else 'them'} shall be thrown out.",
            "Keep that language in the data, or drop it from the languages to serve.",
        )


def repeats_that_look_meant(case: Case) -> Iterator[Finding]:
    for source in weighted_sources(case.facts):
        kept = case.spec.data.cleaning.exact_dedup is False
        yield warning(
            ["data.cleaning.exact_dedup"],
            f"One record stands {source.most_repeated:,} times in {source.path} ({percent(source.most_repeated / source.rows)} "
            f"of it), which looks like weighting on purpose; "
            + ("so repeats are kept." if kept else "you asked for repeats to go, so all but one of them will."),
            "Say “remove repeats” if they are an accident." if kept else "Say “keep repeats” if they are meant.",
        )


def personal_data_is_kept(case: Case) -> Iterator[Finding]:
    found = sum(sum(source.sensitive.values()) for source in case.facts.measured)
    if case.spec.data.cleaning.pii == "keep" and found:
        yield warning(
            ["data.cleaning.pii"],
            f"You keep personal data in, and {found:,} addresses, numbers or names were found: the model may repeat them.",
            "Mask them unless the task needs them.",
        )


def files_that_are_not_learned_from(case: Case) -> Iterator[Finding]:
    reasons: dict[str, list[str]] = {}
    for item in case.facts.survey.left_out:
        reasons.setdefault(item.why, []).append(PurePosixPath(item.path).name)
    for why, names in reasons.items():
        shown = names if len(names) <= MOST_NAMES else [*names[: MOST_NAMES - 1], f"{len(names) - MOST_NAMES + 1} more"]
        yield warning(["data.sources"], f"Not learned from: {listed(shown)} ({why}).")


def unreadable_records(case: Case) -> Iterator[Finding]:
    broken = {source.path: (source.broken, source.rows) for source in case.facts.measured if source.broken}
    if broken:
        parts = [f"{count} of {count + rows:,} records in {path}" for path, (count, rows) in broken.items()]
        yield warning(
            ["data.sources"],
            f"{listed(parts)} can't be read.",
            "They are left out and listed in the cleaning report.",
        )


def generated_examples(case: Case) -> Iterator[Finding]:
    synthetic = case.spec.data.synthetic
    if synthetic is not None and synthetic.examples:
        yield warning(
            ["data.synthetic"],
            f"You ask for {synthetic.examples:,} generated examples, which this version can't make yet.",
            "It trains on the real ones and the report says so.",
        )


def _classes(case: Case) -> dict[str, int]:
    if case.spec.task != "classification" or not case.facts.all_measured:
        return {}
    classes: dict[str, int] = {}
    for source in case.facts.measured:
        if source.role == "labels":
            for label, count in source.classes.items():
                classes[label] = classes.get(label, 0) + count
    return classes


CHECKS = (
    file_that_can_not_be_used, file_that_is_not_here, pictures_for_a_text_task, no_pictures_for_a_picture_task,
    no_classes_to_learn, classes_for_a_task_that_answers, only_tests, one_file_to_learn_and_to_test, include_and_exclude_the_same, few_examples, little_text, one_class_only,
    rare_classes, language_not_in_the_data, kept_languages_leave_nothing, served_language_is_thrown_out,
    repeats_that_look_meant, personal_data_is_kept, files_that_are_not_learned_from, unreadable_records,
    generated_examples,
)  # fmt: skip
