"""Whole requests of many trades: the conditions, the scoring and the later trainings that are in them, and no others."""

from typing import Any

import pytest

from tests.planner.reader.reading import claimed, read_turns

When = tuple[str, str, float] | None
BANK: list[tuple[str, list[tuple[Any, ...]], list[tuple[Any, ...]], float | None, When]] = [
    (
        'Tram depot, Graz. Foremen ask what to do about a fault; the answers lie in stoerungen.jsonl. At least 44 of the 48 exam questions must be solved. The bot may not tell anybody to switch off a safety circuit. It answers in the jargon of the depot.',
        [('pass_rate', '>=', 0.91667)], [('policy', 0.3, 'safety circuit'), ('terminology', 0.5)], None, None,
    ),
    (
        "Hi, I sell antique clocks. Buyers want to know things, I answered 2,300 of their mails (mails.mbox). Let it write like I would, honest and a bit old-fashioned. If it's right in 88% or thereabouts I'm glad; below 85 I won't have it. No valuations!",
        [('accuracy', '>=', 0.85)], [('tone', 0.5), ('policy', 0.3, 'valuations')], None, None,
    ),
    (
        "Court translators need English to Romanian. tm.tmx. They rank: fidelity to the text, then the ministry's terms, then style. BLEU we don't care for. A blind jury should choose it over the engine in use today in three of five cases.",
        [('win_rate', '>=', 0.6, 'current')], [('correctness', 1.0), ('terminology', 0.5), ('tone', 0.3)], None, None,
    ),
    (
        "Oncology ward. Patients' letters are to be put into plain words (letters.jsonl). Reward terms: all medical facts preserved, 1.0. Readable for a 12-year-old, 0.6. New facts slipped in, -2. Hope that the doctor did not express, -1.",
        [], [('correctness', 1.0), ('custom', 0.6), ('hallucination', -2.0), ('custom', -1.0)], None, None,
    ),
    (
        'Sorting defect photos is done; now I want the texts: each report gets one of 12 codes (reports.csv). Exact same code as our inspector in 92 percent of reports. Half a second per report.',
        [('accuracy', '>=', 0.92), ('latency_p95_seconds', '<=', 0.5)], [], None, None,
    ),
    (
        'The union wants an advice bot built on our collective agreements (./agreements). Whoever asks must get the article quoted. It stays neutral and never encourages a strike. 19 answers in 20 right; made-up articles 1 in 1,000 at most; two seconds for 95 % of members.',
        [('accuracy', '>=', 0.95), ('hallucination_rate', '<=', 0.001), ('latency_p95_seconds', '<=', 2.0)], [('citation', 0.5), ('tone', 0.5), ('policy', 0.3, 'encourages a strike')], None, None,
    ),
    (
        'Cheese dairy. Staff type the batch log in free text, the model must spit out JSON (log.jsonl: text, json). JSON that validates: 99.5 of 100. All keys right: 90 of 100. Tune it again each time less than 85 of 100 have all keys right.',
        [('format_valid_rate', '>=', 0.995), ('exact_match', '>=', 0.9)], [], None, ('exact_match', '<', 0.85),
    ),
    (
        "Ghostwriting for our mayor: speeches.docx. It should sound like him, not like a brochure. He must like it more than the intern's in six out of ten. Nothing about the airport.",
        [], [('tone', 0.5), ('policy', 0.3, 'airport')], None, None,
    ),
    (
        'Flight school. Question and answer pairs in ppl.csv, exam.csv has 200 questions, 170 correct is a pass and a pass is what I want. It must point to the rule (e.g. SERA.5005) every time.',
        [('accuracy', '>=', 0.85)], [('citation', 0.5)], None, None,
    ),
    (
        'Our helpdesk agent model has to fill tickets through the API. logs.jsonl. Scores: API call accepted 1, redundant call -0.3, customer thanked 0.1. Mean score 0.85 or better. We would stop at once if more than 1 in 200 chats leaks a password.',
        [('reward', '>=', 0.85), ('policy_violation_rate', '<=', 0.005)], [('tool_use', 1.0), ('custom', -0.3), ('tone', 0.1)], None, None,
    ),
    (
        "Translate menus into 3 languages, menus.jsonl. Allergens must never be dropped or changed. Short names please, menus are narrow. ROUGE isn't for us; our cooks check 100 lines, 97 must be fine.",
        [('accuracy', '>=', 0.97)], [('policy', 0.3, 'dropped or changed'), ('brevity', 0.5)], None, None,
    ),
    (
        'Beekeeping again ;) same as for the inspector: q+a in bienen.csv, answers within the blink of an eye (p95 0.8 s), sweet as honey, two sentences max. Made-up advice: none in 99.5 % of the answers.',
        [('latency_p95_seconds', '<=', 0.8), ('hallucination_rate', '<=', 0.005)], [('tone', 0.5), ('brevity', 0.5)], None, None,
    ),
    (
        'Quarterly figures summarised for the board from q_reports.jsonl. Numbers wrong: minus 5. Numbers right: plus 2. Jargon the board knows: plus 1. Longer than 200 words: minus 1.',
        [], [('correctness', 2.0), ('terminology', 1.0), ('brevity', -1.0)], None, None,
    ),
    (
        "Night pharmacy hotline. tapes.jsonl. Correct 95 %, and that is a must. Polite is nice to have, fast is nice to have. Under no condition does it name a dose. Learn again after 1,000 new calls or so, let's say every 40 days.",
        [('accuracy', '>=', 0.95)], [('policy', 0.3, 'name a dose')], 40, None,
    ),
    (
        'A model for our code reviews (reviews.jsonl: diff, comment). 65 % of its comments should be rated useful by our seniors, they rate 200. It must beat the linter bot we have. Nitpicking costs 0.2, a real bug found brings 1.',
        [('accuracy', '>=', 0.65), ('win_rate', '>', 0.5, 'current')], [('custom', -0.2), ('correctness', 1.0)], None, None,
    ),
    (
        "Claims: 'in 30 % of the cases the customer is wrong', says my boss. Whatever. claims.csv, text and decision. I need the decision right in at least 89 out of 100, no matter who is wrong.",
        [('accuracy', '>=', 0.89)], [], None, None,
    ),
    (
        "Tourist office Faro. Portuguese and English, chats_faro.json. 90 % certas, por favor. Warm like our weather. It shouldn't recommend single restaurants, the association would kill us. Train once per season (every 90 days).",
        [('accuracy', '>=', 0.9)], [('tone', 0.5), ('policy', 0.3, 'recommend single restaurants')], 90, None,
    ),
    (
        "Model that drafts answers to parliamentary questions from past_answers.jsonl. Requirements: a) cites the statistic's table number; b) neutral register; c) no statement on coalition talks; d) unfounded figures in no more than 3 drafts of 1,000; e) median drafting time 4 s at most.",
        [('hallucination_rate', '<=', 0.003), ('latency_p50_seconds', '<=', 4.0)], [('citation', 0.5), ('tone', 0.5), ('policy', 0.3, 'coalition talks')], None, None,
    ),
    (
        'For our sheep registry I want ear-tag notes parsed (notes.jsonl). 3 errors in 500 notes is what the old clerk made; the model gets 10 in 500 from me, not one more.',
        [('accuracy', '>=', 0.98)], [], None, None,
    ),
    (
        'Wine shop. Customers describe a taste, it names a style, from tastings.csv. How would I grade? Right style: full mark. Explains why: half a mark. Talks down to people: lose a mark.',
        [], [('correctness', 1.0), ('custom', 0.5), ('tone', -1.0)], None, None,
    ),
    (
        "Public library, chat on the site. qa.jsonl. The top thing is correct opening hours and fees, second that it's courteous, third that it's brief. We measured the phone line: 78 % first-time right. The model shall reach at least that plus seven, so 85 %.",
        [('accuracy', '>=', 0.85)], [('correctness', 1.0), ('tone', 0.5), ('brevity', 0.3)], None, None,
    ),
    (
        'Ship chandler. Orders by mail -> order lines (orders.jsonl). f1 .9, valid xml always or say 999 of 1000. ms per mail: 900 max.',
        [('f1', '>=', 0.9), ('format_valid_rate', '>=', 0.999), ('latency_p95_seconds', '<=', 0.9)], [], None, None,
    ),
]  # fmt: skip
"""Words, gates, rubric (criterion, weight, a part of the detail), days between trainings, figure that they wait for."""


@pytest.mark.parametrize(
    ("words", "gates", "rubric", "days", "when"), [pytest.param(*row, id=row[0][:60]) for row in BANK]
)
def test_a_request_is_judged_as_it_says(
    words: str, gates: list[tuple[Any, ...]], rubric: list[tuple[Any, ...]], days: float | None, when: When
) -> None:
    wishes = read_turns(words)
    found = [c.value for c in wishes.claims if c.path == "gates"]
    made = [(g["metric"], g["op"], round(g["value"], 5), *([g["against"]] if g.get("against") else [])) for g in found]
    assert sorted(made) == sorted(gates)
    items = [c.value for c in wishes.claims if c.path == "rubric"]
    assert sorted((i["criterion"], round(i["weight"], 5)) for i in items) == sorted((i[0], i[1]) for i in rubric)
    details = " | ".join(str(i.get("detail") or "") for i in items)
    assert all(i[2] in details for i in rubric if len(i) > 2)
    waits: Any = claimed(wishes, "monitoring.retrain_when")
    assert (waits and (waits["metric"], waits["op"], round(waits["value"], 5))) == when
    assert claimed(wishes, "monitoring.every_days") == days
