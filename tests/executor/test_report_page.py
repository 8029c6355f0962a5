"""The report tells a person the truth first, needs nothing else to be read, and obeys nobody's data."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from made_up_run import made_up_run

from executor.report import RunFacts, StageFacts, write_report
from executor.report.html import html
from executor.report.markdown import markdown
from executor.report.svg import nice_ticks
from training.spec import Estimate, Plan, Verdict

ATTACK = "</td></table><script>alert(1)</script><img src=x onerror=alert(1)>\"'><a href=javascript:x>& \u202e [l](http://e.example) ![i](x) `#"


class _Checker(HTMLParser):
    """Collects tags and attributes, and sees whether they nest."""

    VOID = frozenset({"meta", "br", "line", "path", "rect", "circle", "img", "link", "input"})

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.text: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> without its beginning"
        assert self.open.pop() == tag, f"</{tag}> closes something else"

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] != "style":
            self.text.append(data)


def _read(page: str) -> _Checker:
    checker = _Checker()
    checker.feed(page)
    assert not checker.open
    return checker


def _attacked() -> RunFacts:
    facts = made_up_run(classes=True)
    free = {"name", "prompt", "reference", "answer", "why", "what", "sentence", "headline", "meant", "said"}

    def spoil(value: object, key: str = "") -> object:
        if isinstance(value, dict):
            return {k: spoil(v, k) for k, v in value.items()}
        if isinstance(value, list):
            return [spoil(v, key) for v in value]
        return ATTACK if isinstance(value, str) and key in free else value

    verdict = spoil(facts.verdict.model_dump(mode="json"))
    data = facts.data.model_dump(mode="json")
    return facts.model_copy(
        update={
            "name": ATTACK,
            "verdict": Verdict.model_validate(verdict),
            "data": facts.data.model_validate(
                data
                | {
                    "dropped": {ATTACK: 3},
                    "dropped_examples": {ATTACK: [ATTACK]},
                    "redactions": {ATTACK: 1},
                    "by_source": {ATTACK: {"read": 1}, "b": {"read": 1}},
                    "unreadable": [ATTACK],
                }
            ),
            "request": [ATTACK],
            "stages": [StageFacts(name=ATTACK, seconds=1.0), *facts.stages],
            "trials": [facts.trials[0].model_copy(update={"params": {ATTACK: ATTACK}}), *facts.trials],
            "paths": {"model": ATTACK, ATTACK: ATTACK},
            "commands": {ATTACK: ATTACK},
            "versions": {ATTACK: ATTACK},
            "hardware": ATTACK,
        }
    )


@pytest.mark.parametrize(
    "facts", [made_up_run(), made_up_run(classes=True), _attacked()], ids=["chat", "classes", "attack"]
)
def test_the_page_is_whole_and_loads_nothing(facts: RunFacts) -> None:
    page = html(facts)
    checker = _read(page)
    assert not {"script", "img", "iframe", "object", "embed", "link", "form", "base"} & set(checker.tags)
    assert not [name for name, _ in checker.attributes if name.startswith("on") or name in ("src", "srcdoc", "action")]
    assert all(value.startswith("#") for name, value in checker.attributes if name in ("href", "xlink:href"))
    css = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    assert len(css) == 1
    assert "url(" not in css[0]
    assert "@import" not in css[0]
    assert "default-src 'none'" in page


def test_hostile_data_stands_there_as_text() -> None:
    page = html(_attacked())
    shown = "".join(_read(page).text)
    assert "<script>alert(1)</script>" in shown
    assert "\u202e" not in page


def test_hostile_data_is_no_markup_in_markdown_either() -> None:
    from markdown_it import MarkdownIt

    def kinds(tokens: list) -> set[str]:  # type: ignore[type-arg]
        return {token.type for token in tokens} | {kind for token in tokens for kind in kinds(token.children or [])}

    found = kinds(MarkdownIt("commonmark").enable("table").parse(markdown(_attacked())))
    assert not {"html_block", "html_inline", "link_open", "image"} & found


def test_the_truth_comes_first() -> None:
    facts = made_up_run()
    shown = "".join(_read(html(facts)).text)
    assert shown.index(facts.verdict.headline) < shown.index("Conditions")
    lines = [line for line in markdown(facts).splitlines() if line]
    assert facts.verdict.headline.split(";")[0][:30] in lines[1]


@pytest.mark.parametrize(
    ("wanted"),
    [
        "86.7%", "80.5 to 91.2", "too few to tell", "Plain search", "“€6” is missing", "A bicycle costs €9",
        "Set aside more questions", "4 min 23 s", "4 min 30 s", "given up early", "212 e-mail addresses",
        "the same text was there already", "data/tickets.csv, line 19: German", "no text in it",
        "“at least 80% of the time”", "this machine", "atelier ask crew-desk-4f1a", "AutoModelForCausalLM",
        "atelier run", "2 examples stood in the test files" , "validation, never trained on", "the plan asks for 7.", "1,312,000 parameters",
    ],
)  # fmt: skip
def test_everything_a_reader_wants_to_know_is_on_the_page(wanted: str) -> None:
    shown = "".join(_read(html(made_up_run())).text)
    assert wanted in re.sub(r"\s+", " ", shown)


def test_the_two_reports_give_the_same_figures() -> None:
    facts = made_up_run(classes=True)
    page = re.sub(r"\s+", " ", "".join(_read(html(facts)).text))
    text = markdown(facts)
    for sentence in [gate.sentence for gate in facts.verdict.gates]:
        assert sentence in page
        assert sentence.split(":")[0] in text
    for one in facts.verdict.contenders:
        for measured in one.metrics.values():
            assert any(
                shown in page and shown in text
                for shown in (f"{100 * measured.value:.1f}%", f"{measured.value:.2f}", f"{measured.value:.2f} s")
            )


def test_a_run_with_nothing_in_it_still_gives_a_page() -> None:
    verdict = Verdict(passed=False, headline="Nothing could be judged.", gates=[], contenders=[], right_examples=[],
                      wrong_examples=[], advice=[])  # fmt: skip
    facts = RunFacts(run_id="x", name="x", plan=Plan(status="ready", estimate=Estimate()), verdict=verdict)
    assert "Nothing could be judged." in html(facts)
    assert "Nothing could be judged" in markdown(facts)
    assert facts.exit_code == 3


def test_three_reports_are_written_and_read_back(tmp_path: Path) -> None:
    facts = made_up_run()
    write_report(facts, tmp_path)
    write_report(facts, tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["report.html", "report.json", "report.md"]
    assert RunFacts.model_validate_json((tmp_path / "report.json").read_text()) == facts
    assert json.loads((tmp_path / "report.json").read_text())["verdict"]["passed"] is False


@pytest.mark.parametrize(
    ("low", "high"), [(0.0, 1.0), (2.31, 8.07), (0.3, 0.30001), (5.0, 5.0), (120.0, 9000.0), (-1, 1)]
)
def test_axes_have_round_values_that_span_the_curve(low: float, high: float) -> None:
    ticks = nice_ticks(low, high)
    assert ticks[0] <= low
    assert ticks[-1] >= high
    assert 2 <= len(ticks) <= 7
