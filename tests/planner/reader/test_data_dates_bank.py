"""Which days of the data count, of which file; and days that say something else. Today is 22 November 2026."""

from typing import Any

import pytest

from tests.planner.reader.sources_bank import faults, sources

A, B = "a.jsonl", "chats.jsonl"
BANK: list[tuple[str, dict[str, Any]]] = [
    (f"Learn from {B}, from 2024 on.", {B: {"since": "2024-01-01"}}),
    (f"{B} since last January", {B: {"since": "2026-01-01"}}),
    (f"{B} (March 2025 onwards)", {B: {"since": "2025-03-01"}}),
    (f"{B}, nothing before 1 June 2025", {B: {"since": "2025-06-01"}}),
    (f"{B}, but not what is older than 2023", {B: {"since": "2023-01-01"}}),
    (f"{B}: everything up to and including August 2026", {B: {"until": "2026-08-31"}}),
    (f"{B} 2025-02-01 .. 2025-11-30", {B: {"since": "2025-02-01", "until": "2025-11-30"}}),
    (f"{B}, 2025-02-01 to 2025-11-30", {B: {"since": "2025-02-01", "until": "2025-11-30"}}),
    (f"{B} between May 2025 and May 2026", {B: {"since": "2025-05-01", "until": "2026-05-31"}}),
    (f"{B} since=2025-04-01 until=2026-04-30", {B: {"since": "2025-04-01", "until": "2026-04-30"}}),
    (f"data: {B}, from: 2025-04-01, to: 2026-04-30", {B: {"since": "2025-04-01", "until": "2026-04-30"}}),
    ('{"data": {"path": "chats.jsonl", "since": "2025-04-01", "until": "2026-04-30"}}', {B: {"since": "2025-04-01", "until": "2026-04-30"}}),
    (f"Learn from {B}. Only the last two years.", {B: {"since": "2024-11-22"}}),
    (f"Learn from {B}. Anything older than three years is worthless.", {B: {"since": "2023-11-22"}}),
    (f"Learn from {B}. We changed the tariff in July 2025, so nothing from before that.", {B: {"since": "2025-07-01"}}),
    (f"Learn from {B}. Whatever came in before 2024 you can ignore.", {B: {"since": "2024-01-01"}}),
    (f"Learn from {B}. Leave out 2020 and earlier.", {B: {"since": "2021-01-01"}}),
    (f"Learn from {B}. Stop at the end of September 2026.", {B: {"until": "2026-09-30"}}),
    (f"Learn from {B}. Please take only 2025.", {B: {"since": "2025-01-01", "until": "2025-12-31"}}),
    (f"Learn from {B}. Only the year 2024 counts.", {B: {"since": "2024-01-01", "until": "2024-12-31"}}),
    (f"Learn from {B}. Nothing after 31 March 2026, that's when we switched.", {B: {"until": "2026-03-31"}}),
    (f"Learn from {B}, no older than 18 months.", {B: {"since": "2025-05-22"}}),
    (f"Learn from {B}, at most a year old.", {B: {"since": "2025-11-22"}}),
    (f"Learn from {B}. Starting with Q2 2025.", {B: {"since": "2025-04-01"}}),
    (f"Learn from {B}; the ones before Easter 2026 are from the old system, not those.", {B: {"since": "2026-04-05"}}),
    (f"{B} ab März 2025", {B: {"since": "2025-03-01"}}),
    (f"{B} depuis janvier 2025", {B: {"since": "2025-01-01"}}),
    (f"{B} desde mayo de 2025 hasta junio de 2026", {B: {"since": "2025-05-01", "until": "2026-06-30"}}),
    (f"Learn from {B}. Notices received prior to 1 October 2022 predate the present ledger and are to be disregarded.", {B: {"since": "2022-10-01"}}),
    (f"Learn from {B}. Reports older than 2012 follow the former code and are not to be used.", {B: {"since": "2012-01-01"}}),
    (f"Learn from {B}, unlabelled, 2018 to 2023 is what I want used.", {B: {"since": "2018-01-01", "until": "2023-12-31"}}),
    (f"Learn from {B}, only what is dated 1933 or later.", {B: {"since": "1933-01-01"}}),
    (f"Learn from {B}, but only since 1 April this year, what's older is about the previous app.", {B: {"since": "2026-04-01"}}),
    (f"Learn from {B}. Cameras were swapped on 9 May 2026, so only shots from that day on count.", {B: {"since": "2026-05-09"}}),
    (f"Learn from {B}. Anything dated later than 30 June 2026 must not be used.", {B: {"until": "2026-06-30"}}),
    (f"Learn from {B}. Before 3 March 2024 we had other rules, so leave that out.", {B: {"since": "2024-03-03"}}),
    (f"Learn from {B}. The new price list came on 1 July 2025; older mails quote wrong prices, ignore them.", {B: {"since": "2025-07-01"}}),
    (f"Learn from {B}. Use those written after the merger (1 March 2024).", {B: {"since": "2024-03-01"}}),
    (f"Learn from {B}. Nothing younger than August 2026.", {B: {"until": "2026-08-31"}}),
    (f"Learn from {B}. Don't go back further than 2019.", {B: {"since": "2019-01-01"}}),
    (f"Learn from {B}. Go back three years, not more.", {B: {"since": "2023-11-22"}}),
    (f"Learn from {B} (all issues from 2016 to 2026). The issues prior to 2022 stay out.", {B: {"since": "2022-01-01", "until": "2026-12-31"}}),
    (f"Learn from {B}. So start at 1 October 2024.", {B: {"since": "2024-10-01"}}),
    (f"Learn from {B}, those issued in 2025 and 2026.", {B: {"since": "2025-01-01", "until": "2026-12-31"}}),
    (f"Learn from {B}. Until last summer another firm typed them, so only from September 2025.", {B: {"since": "2025-09-01"}}),
    (f"Learn from {B}. We moved to the new layout in February 2026; what came earlier is of no use.", {B: {"since": "2026-02-01"}}),
    (f"Learn from {B}. Rules were changed in summer, so everything older than 1 July 2025 is not good for us.", {B: {"since": "2025-07-01"}}),
    (f"Learn from {B}. Stop at 31 May 2026, please.", {B: {"until": "2026-05-31"}}),
    # the right one of two files
    (f"Learn from {B} since 2025 and {A}.", {B: {"since": "2025-01-01"}, A: {}}),
    (f"Learn from {A} and {B}, the latter only since 2025.", {B: {"since": "2025-01-01"}, A: {}}),
    (f"- {A}: all of it\n- {B}: from 2025 on", {A: {}, B: {"since": "2025-01-01"}}),
    (f"{A} (until June 2026), {B} (from 2024)", {A: {"until": "2026-06-30"}, B: {"since": "2024-01-01"}}),
    (f"{A} is complete. In {B} please nothing older than January 2026.", {A: {}, B: {"since": "2026-01-01"}}),
    (f"Learn from manuals/ and {B}. The chats only from 2025 on.", {"manuals/": {}, B: {"since": "2025-01-01"}}),
    (f"{A} and {B}, both since 2024", {A: {"since": "2024-01-01"}, B: {"since": "2024-01-01"}}),
    ("| file | from | to |\n|---|---|---|\n| a.jsonl | 2024-01-01 | 2025-12-31 |\n| chats.jsonl | 2025-01-01 | |", {A: {"since": "2024-01-01", "until": "2025-12-31"}, B: {"since": "2025-01-01"}}),
    # other days
    (f"We exist since 1987. Learn from {B}.", {B: {}}),
    (f"Learn from {B}. It must be done by 15 January 2027.", {B: {}}),
    (f"Our last audit was in March 2026. Learn from {B}.", {B: {}}),
    (f"Learn from {B}. The law changed on 1 May 2026 and staff were trained after that.", {B: {}}),
    (f"Learn from {B}, we open the new branch in June 2027.", {B: {}}),
    (f"Learn from {B}. Wages went up since 2024.", {B: {}}),
    (f"{B} was exported on 3 November 2026.", {B: {}}),
    (f"Learn from {B}. Until Friday would be great.", {B: {}}),
    (f"I have worked here for ten years. Learn from {B}.", {B: {}}),
    (f"Learn from {B}. Start after 1 December 2026 please.", {B: {}}),
    (f"Learn from {B}. Since 2019 we manage 900 flats, before 2015 it was 200.", {B: {}}),
    (f"Learn from {B}. The model should be live before 1 March 2027 and we opened in 2003.", {B: {}}),
    (f"Learn from {B}. The shop has been open since 1998.", {B: {}}),
    (f"In 2024 alone 5,212 documents were released. Learn from {B}.", {B: {}}),
]  # fmt: skip


@pytest.mark.parametrize(("words", "wanted"), [pytest.param(*case, id=case[0][:90]) for case in BANK])
def test_days(words: str, wanted: dict[str, Any]) -> None:
    assert not faults(sources(words), wanted)
