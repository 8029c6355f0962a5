"""The report as one HTML page that needs nothing else: no script, no font, no network; light, dark and on paper.

Everything from the user's files and from the model is untrusted and goes through `escape`; a content policy in
the page forbids scripts and loading besides.
"""

import re
from pathlib import Path

from executor.report import html_making as making
from executor.report import html_verdict as verdict
from executor.report.escape import text
from executor.report.facts import RunFacts

POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"


def html(facts: RunFacts) -> str:
    """The whole page."""
    parts = [
        verdict.gates(facts),
        verdict.contenders(facts),
        verdict.answers(facts),
        verdict.sources(facts),
        verdict.advice(facts),
        making.use(facts),
        making.effort(facts),
        making.learning(facts),
        making.data(facts),
        making.plan(facts),
        verdict.notes(facts),
    ]
    body = "".join(parts)
    css = Path(__file__).with_name("page.css").read_text(encoding="utf-8")
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer">'
        f"<title>{text(facts.name)}: how it went</title><style>{css}</style></head>\n"
        f"<body><main>{verdict.head(facts)}{_contents(body)}{body}{making.record(facts)}</main></body></html>\n"
    )


def _contents(body: str) -> str:
    found = re.findall(r'<section id="([a-z-]+)"><h2>([^<]+)</h2>', body)
    return "<nav>" + " ".join(f'<a href="#{anchor}">{title}</a>' for anchor, title in found) + "</nav>"
