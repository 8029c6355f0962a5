"""What is taken out of the data and what is left out of it: in the same breath, afterwards, in a list."""

from typing import Any

import pytest

from tests.planner.reader.sources_bank import faults, sources

OUT, IN = "exclude", "include"
BANK: list[tuple[str, dict[str, Any]]] = [
    # left out, in the same sentence
    ("Learn from /srv/docs except the legacy folder.", {"/srv/docs": {OUT: ["legacy"]}}),
    ("Learn from /srv/docs, but leave the vendor folder pls", {"/srv/docs": {OUT: ["vendor"]}}),
    ("/srv/docs without anything about salaries", {"/srv/docs": {OUT: ["salaries"]}}),
    ("chats.jsonl, minus the spam threads", {"chats.jsonl": {OUT: ["spam"]}}),
    ("chats.jsonl, not the black friday ones", {"chats.jsonl": {OUT: ["black friday"]}}),
    ("Take chats.jsonl, all but the conversations with wholesalers.", {"chats.jsonl": {OUT: ["wholesalers"]}}),
    ("tickets.csv (leave out whatever is marked as internal)", {"tickets.csv": {OUT: ["internal"]}}),
    ("All of mails.mbox apart from the newsletters.", {"mails.mbox": {OUT: ["newsletters"]}}),
    ("All of mails.mbox save for the Hartley wedding.", {"mails.mbox": {OUT: ["Hartley"]}}),
    ("mails.mbox, with the exception of legal matters", {"mails.mbox": {OUT: ["legal"]}}),
    ("Use tickets.csv but no test tickets.", {"tickets.csv": {OUT: ["test tickets"]}}),
    ("Use tickets.csv and skip the rows tagged 'spam'.", {"tickets.csv": {OUT: ["spam"]}}),
    ("/srv/wiki, excluding HR", {"/srv/wiki": {OUT: ["HR"]}}),
    ("/srv/wiki other than the archive pages", {"/srv/wiki": {OUT: ["archive"]}}),
    # in a sentence of its own
    ("Learn from mails.mbox. Nothing to do with the Hartley wedding please.", {"mails.mbox": {OUT: ["Hartley wedding"]}}),
    ("chats.jsonl is the data. The bot-written replies are to be left out.", {"chats.jsonl": {OUT: ["bot-written"]}}),
    ("chats.jsonl is the data. Please keep your hands off the complaints channel.", {"chats.jsonl": {OUT: ["complaints"]}}),
    ("Everything is in /srv/wiki. The folder 'Board' is off limits.", {"/srv/wiki": {OUT: ["Board"]}}),
    ("Everything is in /srv/wiki. Don't touch anything under /drafts.", {"/srv/wiki": {OUT: ["drafts"]}}),
    ("Everything is in /srv/wiki. Stay away from the union folder.", {"/srv/wiki": {OUT: ["union"]}}),
    ("Everything is in /srv/wiki. The chapter on pensions has no place in it.", {"/srv/wiki": {OUT: ["pensions"]}}),
    ("Learn from tickets.csv. I don't want the refund tickets in there.", {"tickets.csv": {OUT: ["refund"]}}),
    ("Learn from tickets.csv. The rows where status is 'test' can go.", {"tickets.csv": {OUT: ["test"]}}),
    ("Learn from tickets.csv. Chats with suppliers don't belong in it.", {"tickets.csv": {OUT: ["suppliers"]}}),
    ("Learn from tickets.csv. Tickets from the pilot are useless, drop them.", {"tickets.csv": {OUT: ["pilot"]}}),
    ("Learn from tickets.csv. What is flagged as duplicate by Ana should not be used.", {"tickets.csv": {OUT: ["flagged"]}}),
    ("Learn from reports/. Anything that mentions the strike stays out.", {"reports/": {OUT: ["strike"]}}),
    ("Learn from reports/. Never use the annexes.", {"reports/": {OUT: ["annexes"]}}),
    ("Learn from reports/. Of these, the ones from the Oslo office must not be used.", {"reports/": {OUT: ["Oslo"]}}),
    ("Learn from reports/. Forget the audit part.", {"reports/": {OUT: ["audit"]}}),
    ("Learn from notes/. Notes from tool ETCH-07 are garbage, ignore them.", {"notes/": {OUT: ["ETCH-07"]}}),
    ("Learn from issues/. The adverts (folder ads) are worthless.", {"issues/": {OUT: ["ads"]}}),
    ("Learn from wills/; the subfolder 'bozze' holds unfinished drafts, so stay out of it.", {"wills/": {OUT: ["bozze"]}}),
    ("The code is in /git/plc, w/o the vendor folder.", {"/git/plc": {OUT: ["vendor"]}}),
    ("The code is in /opt/lines. The folder legacy_s5 isn't to be learned from.", {"/opt/lines": {OUT: ["legacy_s5"]}}),
    ("notes.jsonl: note and JSON. Exclude the *training exercise* ones.", {"notes.jsonl": {OUT: ["exercise"]}}),
    ("sheets.jsonl holds the exercises. The ones tagged 'bonus' I never checked, skip them.", {"sheets.jsonl": {OUT: ["bonus"]}}),
    ("Traces are in sessions/, minus the ones recorded in the sandbox.", {"sessions/": {OUT: ["sandbox"]}}),
    ("Learn from calls.jsonl. Leave those about livestock, that is another ministry.", {"calls.jsonl": {OUT: ["livestock"]}}),
    ("Learn from advice.jsonl. Drop what is about fish.", {"advice.jsonl": {OUT: ["fish"]}}),
    ("Learn from advice.jsonl. What Petersen wrote is not reliable, pls kick it out.", {"advice.jsonl": {OUT: ["Petersen"]}}),
    ("Learn from sops/. Procedures of the closed Ward 9: not needed.", {"sops/": {OUT: ["Ward 9"]}}),
    ("Learn from sops/ but hold the psychiatric ones back.", {"sops/": {OUT: ["psychiatric"]}}),
    ("Learn from shots/. The prototype subfolder is from another game so pass over it.", {"shots/": {OUT: ["prototype"]}}),
    ("Learn from logs/, no tasks in there, just text.", {"logs/": {}}),
    ("Learn from logs/. Anything under 85% correct is useless to us.", {"logs/": {}}),
    ("Learn from logs/. We need something with a good tone.", {"logs/": {}}),
    ("Learn from logs/. Bibliographies and indexes are clutter, cut them.", {"logs/": {OUT: ["indexes"]}}),
    ("Learn from logs/. Invoices of the Danish branch go a different way, please don't take these.", {"logs/": {OUT: ["Danish branch"]}}),
    ("Everything in /data except /data/tmp.", {"/data": {OUT: ["tmp"]}}),
    # said of the model or of the firm
    ("Learn from logs/. It shall not be used for legal advice.", {"logs/": {}}),
    ("Learn from logs/. Answers about rent arrears are off limits for it.", {"logs/": {}}),
    ("Learn from logs/. Tenants who are rude get ignored by us.", {"logs/": {}}),
    ("Learn from logs/. Only tenants get access, nobody else.", {"logs/": {}}),
    ("Learn from logs/. Ignore typos in questions.", {"logs/": {}}),
    ("Learn from logs/. Nothing in this mail is confidential.", {"logs/": {}}),
    ("Learn from logs/. It must leave out prices in its answers.", {"logs/": {}}),
    # after the list item
    ("- faq.csv: questions and answers, no pricing rows\n- wiki/: manuals, minus the 'old' subfolder", {"faq.csv": {OUT: ["pricing"]}, "wiki/": {OUT: ["old"]}}),
    ("1. chats.jsonl - all of it\n2. /srv/kb - skip everything by external authors", {"chats.jsonl": {}, "/srv/kb": {OUT: ["external authors"]}}),
    ("| file | note |\n|---|---|\n| chats.jsonl | without the bot messages |\n| rules.pdf | whole |", {"chats.jsonl": {OUT: ["bot messages"]}, "rules.pdf": {}}),
    ("data: chats.jsonl\nexclude: night shift channel", {"chats.jsonl": {OUT: ["night shift"]}}),
    # taken only
    ("Take only the chapters on brakes from /srv/docs.", {"/srv/docs": {IN: ["brakes"]}}),
    ("plants.csv, only what's on indoor plants", {"plants.csv": {IN: ["indoor plants"]}}),
    ("tickets.csv - just the ones that were solved", {"tickets.csv": {IN: ["solved"]}}),
    ("From tickets.csv use nothing but the ones rated five stars.", {"tickets.csv": {IN: ["five stars"]}}),
    ("Learn from tickets.csv. Only rows with status 'closed' count.", {"tickets.csv": {IN: ["closed"]}}),
    ("Learn from tickets.csv. We only need the ones about heating.", {"tickets.csv": {IN: ["heating"]}}),
    ("Learn from tickets.csv. Please restrict yourself to the approved answers.", {"tickets.csv": {IN: ["approved"]}}),
    ("Learn from tickets.csv. Of interest are solely the tickets of the Lyon branch.", {"tickets.csv": {IN: ["Lyon"]}}),
    ("Learn from /srv/wiki, the 'Service' section and nothing else.", {"/srv/wiki": {IN: ["Service"]}}),
    ("Learn from /srv/wiki, limited to pages tagged public", {"/srv/wiki": {IN: ["public"]}}),
    ("In /srv/wiki only the folder 'released' is meant for this.", {"/srv/wiki": {IN: ["released"]}}),
    ("data: /srv/wiki\ninclude: published pages", {"/srv/wiki": {IN: ["published"]}}),
    ("chats.jsonl: exclusively the conversations that ended in a sale", {"chats.jsonl": {IN: ["sale"]}}),
    # both
    ("From /srv/wiki take only the published pages and leave out the price lists.", {"/srv/wiki": {IN: ["published"], OUT: ["price lists"]}}),
    # of the right file
    ("Learn from chats.jsonl and wiki/; in the wiki leave out the HR pages.", {"chats.jsonl": {}, "wiki/": {OUT: ["HR"]}}),
    ("chats.jsonl and manuals.pdf. From the chats, skip those with resellers.", {"chats.jsonl": {OUT: ["resellers"]}, "manuals.pdf": {}}),
    # in other tongues and by second-language writers
    ("Take /srv/docs but without folder of accounting.", {"/srv/docs": {OUT: ["accounting"]}}),
    ("From chats.jsonl please not take messages of robot.", {"chats.jsonl": {OUT: ["robot"]}}),
    ("Daten: /srv/docs, ohne den Ordner Altlasten.", {"/srv/docs": {OUT: ["Altlasten"]}}),
    ("Données : /srv/docs, sauf le dossier archives.", {"/srv/docs": {OUT: ["archives"]}}),
    # near misses: no part of the data
    ("Learn from chats.jsonl, no hurry.", {"chats.jsonl": {}}),
    ("Learn from chats.jsonl, without internet.", {"chats.jsonl": {}}),
    ("Learn from chats.jsonl. It only needs to answer in English.", {"chats.jsonl": {}}),
    ("Learn from chats.jsonl. Only two trials, no LoRA.", {"chats.jsonl": {}}),
    ("Learn from chats.jsonl. It must not talk about prices.", {"chats.jsonl": {}}),
    ("Learn from chats.jsonl. Don't use more than 3 GPUs.", {"chats.jsonl": {}}),
    ("Learn from chats.jsonl. Never promise a refund.", {"chats.jsonl": {}}),
    ("Learn from chats.jsonl. It should not read like a robot.", {"chats.jsonl": {}}),
    ("Learn from chats.jsonl. Everything except the colour of the logo is decided.", {"chats.jsonl": {}}),
    ("Learn from chats.jsonl. Nobody but me answers mails on Sundays.", {"chats.jsonl": {}}),
    ("Learn from chats.jsonl. No answers longer than three lines.", {"chats.jsonl": {}}),
    ("Learn from chats.jsonl. We are only four people, no IT department.", {"chats.jsonl": {}}),
    ("Learn from chats.jsonl, and skip the small talk in your reply to me.", {"chats.jsonl": {}}),
    ("Learn from chats.jsonl. Do it without asking me again.", {"chats.jsonl": {}}),
    ("Learn from chats.jsonl. It mustn't give medical advice, nor legal.", {"chats.jsonl": {}}),
]  # fmt: skip


@pytest.mark.parametrize(("words", "wanted"), [pytest.param(*case, id=case[0][:90]) for case in BANK])
def test_parts(words: str, wanted: dict[str, Any]) -> None:
    assert not faults(sources(words), wanted)
