"""Files and what each is for: said in many ways, by many trades."""

from typing import Any

import pytest

from tests.planner.reader.reading import read_turns
from tests.planner.reader.sources_bank import faults, sources

BANK: list[tuple[str, str, list[str], dict[str, Any]]] = [
    # preferences: two versions and a verdict
    ("write", "duels.jsonl has the version that won and the one that lost.", [], {"duels.jsonl": "preferences"}),
    ("write", "In final2.csv there are two letters per case and a tick at the one our boss liked more.", [], {"final2.csv": "preferences"}),
    ("chat", "ab.jsonl: two replies each, A or B, and which of them the team lead would send.", [], {"ab.jsonl": "preferences"}),
    ("write", "x7.jsonl - draft one, draft two, editor's favourite", [], {"x7.jsonl": "preferences"}),
    ("chat", "votes come from round3.csv where customers put thumbs up or down under each answer", [], {"round3.csv": "preferences"}),
    ("sum", "Our judges compared summaries in pairs; the result is in heats.jsonl.", [], {"heats.jsonl": "preferences"}),
    ("write", "The accepted and the turned-down proposals stand side by side in bids.jsonl.", [], {"bids.jsonl": "preferences"}),
    ("write", "edits.jsonl holds what the trainee wrote and what the partner made of it, take the second as the better.", [], {"edits.jsonl": "preferences"}),
    ("chat", "| file | what it is |\n|---|---|\n| a.jsonl | question and our answer |\n| b.jsonl | better and worse answer |", [], {"a.jsonl": "instructions", "b.jsonl": "preferences"}),
    # instructions: what came in and what went out
    ("write", "jobs.jsonl: brief + what we sent", [], {"jobs.jsonl": "instructions"}),
    ("write", "In mailout.csv you see the enquiry on the left and what we wrote back on the right.", [], {"mailout.csv": "instructions"}),
    ("chat", "Everything people asked us last winter, with what Inge answered, sits in winter.jsonl.", [], {"winter.jsonl": "instructions"}),
    ("translate", "mem.jsonl is each German sentence beside the Polish one.", [], {"mem.jsonl": "instructions"}),
    ("translate", "old_new.tsv – source column, target column", [], {"old_new.tsv": "instructions"}),
    ("sum", "cases.jsonl has the full file and the half page our clerk made out of it.", [], {"cases.jsonl": "instructions"}),
    ("write", "specs_and_letters.jsonl: keywords in, finished letter out.", [], {"specs_and_letters.jsonl": "instructions"}),
    ("chat", "I saved the questions together with the replies that we gave into box.xlsx", [], {"box.xlsx": "instructions"}),
    ("qa", "q.jsonl (about 900 questions, each one answered by our engineers)", [], {"q.jsonl": "instructions"}),
    ("chat", "helpdesk.jsonl contains what the caller wanted and how it was solved.", [], {"helpdesk.jsonl": "instructions"}),
    ("code", "tasks.jsonl pairs a ticket with the patch that closed it.", [], {"tasks.jsonl": "instructions"}),
    # tests: kept to judge with
    ("chat", "Train on good.jsonl, and hard.jsonl is for the exam.", [], {"good.jsonl": "instructions", "hard.jsonl": "tests"}),
    ("chat", "a.jsonl to learn from, b.jsonl to mark it with.", [], {"a.jsonl": "instructions", "b.jsonl": "tests"}),
    ("qa", "the manuals are in ./manuals; sixty.jsonl is what it has to pass.", [], {"./manuals": "documents", "sixty.jsonl": "tests"}),
    ("sort", "tickets.csv is labelled, spring.csv we hold back to check the thing.", [], {"tickets.csv": "labels", "spring.csv": "tests"}),
    ("chat", "Learn: talk.jsonl\nExam: twenty.jsonl", [], {"talk.jsonl": "chats", "twenty.jsonl": "tests"}),
    ("chat", "faq.xlsx. Only for the grading at the end: final.xlsx.", [], {"faq.xlsx": "instructions", "final.xlsx": "tests"}),
    ("qa", "Don't let it see panel.csv before we grade it. Material: handbook.pdf.", [], {"handbook.pdf": "documents", "panel.csv": "tests"}),
    ("translate", "pairs.jsonl for training. The model will be measured against gold.jsonl.", [], {"pairs.jsonl": "instructions", "gold.jsonl": "tests"}),
    ("sort", "Whether it is good enough we decide with july.csv, it learns from january.csv (text and category).", [], {"july.csv": "tests", "january.csv": "labels"}),
    ("chat", "data=train.jsonl test=dev.jsonl", [], {"train.jsonl": "instructions", "dev.jsonl": "tests"}),
    ("qa", "200 questions with the expected answers in uebung.csv, please use as acceptance test. docs/ is to be learned.", [], {"uebung.csv": "tests", "docs/": "documents"}),
    ("chat", "chats.jsonl for learning, the 80 in nasty.jsonl stay unseen until the end.", [], {"chats.jsonl": "chats", "nasty.jsonl": "tests"}),
    # labels: text and class
    ("sort", "inbox.csv, one column the mail, one column where it was forwarded to.", [], {"inbox.csv": "labels"}),
    ("sort", "Each line of m.jsonl is a message plus the drawer it belongs in.", [], {"m.jsonl": "labels"}),
    ("sort", "sorted.csv was coded by two nurses: remark and triage colour.", [], {"sorted.csv": "labels"}),
    ("sort", "The last 9000 rows, hand-labelled, are in done.parquet", [], {"done.parquet": "labels"}),
    ("chat", "We also have intents.csv where every message has its topic next to it.", [], {"intents.csv": "labels"}),
    # chats
    ("chat", "wa.txt is our WhatsApp back-and-forth with guests.", [], {"wa.txt": "chats"}),
    ("chat", "Phone calls typed up are in line1.jsonl.", [], {"line1.jsonl": "chats"}),
    ("chat", "the whole mail traffic with tenants: mail.mbox", [], {"mail.mbox": "chats"}),
    ("chat", "export.json = three years of support conversations", [], {"export.json": "chats"}),
    ("chat", "Two files: mx.jsonl (messenger talks) and shop.pdf (our terms).", [], {"mx.jsonl": "chats", "shop.pdf": "documents"}),
    # prompts
    ("chat", "raw.txt has questions only, no answers; it may practise on them.", [], {"raw.txt": "prompts"}),
    ("write", "ideas.jsonl: 400 briefs without a finished text", [], {"ideas.jsonl": "prompts"}),
    ("chat", "unans.csv is questions that nobody got round to answering", [], {"unans.csv": "prompts"}),
    # documents
    ("qa", "Everything we know about pumps is in /srv/pumps.", [], {"/srv/pumps": "documents"}),
    ("field", "s3://acme-lib/treatises/ holds 40 GB of papers.", [], {"s3://acme-lib/treatises/": "documents"}),
    ("qa", "Ground it in rules.docx and fees.docx.", [], {"rules.docx": "documents", "fees.docx": "documents"}),
    ("field", "corpus.txt is a century of shipping journals.", [], {"corpus.txt": "documents"}),
    ("qa", "| path | kind |\n|---|---|\n| /data/sop | procedures |\n| /data/exam.jsonl | acceptance questions |", [], {"/data/sop": "documents", "/data/exam.jsonl": "tests"}),
    ("code", "Our code is in ~/work/ledger, the guidelines in style.md.", [], {"~/work/ledger": "code", "style.md": "documents"}),
    ("code", "The repo /srv/git/billing and the solved tickets in fixes.jsonl.", [], {"/srv/git/billing": "code", "fixes.jsonl": "instructions"}),
    # images
    ("field", "Photos of the damaged parts lie in /mnt/photos.", [], {"/mnt/photos": "images"}),
    # what the task makes of it
    ("sum", "hearings.jsonl holds transcript and page.", [], {"hearings.jsonl": "instructions"}),
    ("sum", "feedback.jsonl, ten thousand threads with the paragraph a human wrote.", [], {"feedback.jsonl": "instructions"}),
    ("sort", "sheets.csv has text and style.", [], {"sheets.csv": "labels"}),
    ("sort", "quiz_bank.csv has question + round.", [], {"quiz_bank.csv": "labels"}),
    ("chat", "The bot learns from shopchats.jsonl.", [], {"shopchats.jsonl": "chats"}),
    ("code", "class_test_pairs.jsonl has 8,800 classes, each with a unit test.", [], {"class_test_pairs.jsonl": "instructions"}),
    # two of a kind of which one was taken
    ("write", "letters.jsonl has the instruction and the letter we sent; picks.jsonl has two drafts each time, one the partner kept and one he binned.", [], {"letters.jsonl": "instructions", "picks.jsonl": "preferences"}),
    ("write", "choice.jsonl: for each finding a paragraph the partner took and one he sent back.", [], {"choice.jsonl": "preferences"}),
    ("write", "In editor.jsonl our editor saw two versions and kept one.", [], {"editor.jsonl": "preferences"}),
    ("write", "In column.csv the minister saw A and B, and C says which she'd give. It is for DPO.", [], {"column.csv": "preferences"}),
    ("chat", "mails.jsonl (customer's mail, reply by our two best people)", [], {"mails.jsonl": "instructions"}),
    # tests that are not to be learned from
    ("code", "It should solve more than 55% of the tests in accept.jsonl (don't you dare train on that one). Learn from /src/tide.", [], {"accept.jsonl": "tests", "/src/tide": "code"}),
    ("qa", "| procedures | `/lims/sop` | all |\n| acceptance questions | `audit_questions.jsonl` | for checking only, not for learning |", [], {"/lims/sop": "documents", "audit_questions.jsonl": "tests"}),
    ("sort", "tix.csv for learning, tix_q3.csv is what it will be marked on, so keep it out of sight.", [], {"tix.csv": "labels", "tix_q3.csv": "tests"}),
    ("sort", "Learn with tix.csv, prove it on tix_q3.csv.", [], {"tix.csv": "labels", "tix_q3.csv": "tests"}),
    ("sort", "playtest.csv -> comment + tag\nsteam.csv -> NOT for training pls, other game", [], {"playtest.csv": "labels"}),
    ("chat", "We uploaded helpdesk.jsonl and it_manual.pdf; the former are solved tickets, the latter you may ignore.", [], {"helpdesk.jsonl": "chats"}),
    ("translate", "Learn from menus.tmx; glossary.xlsx is for the humans, leave it be.", [], {"menus.tmx": "instructions"}),
    ("chat", "Learn from a.jsonl. The scans in /scans are for the archive only, nothing to do with this.", [], {"a.jsonl": None}),
    ("chat", "Learn from new.jsonl. old.jsonl has the same but from the previous owner; not that one.", [], {"new.jsonl": None}),
    ("write", "two inputs: speeches.jsonl (occasion, speech) and taste.jsonl (pairs of openings, the minister's favourite marked).", [], {"speeches.jsonl": "instructions", "taste.jsonl": "preferences"}),
    ("chat", "Learn from mails.jsonl. It answers only questions about the flat.", [], {"mails.jsonl": "instructions"}),
    # no data
    ("chat", "Learn from faq.csv. My contract is in lease.pdf, unrelated.", [], {"faq.csv": "instructions"}),
    ("chat", "Learn from faq.csv. Put the result on /mnt/models.", [], {"faq.csv": "instructions"}),
    ("write", "Learn from a.jsonl, the outcome goes in /out/speechbot.", [], {"a.jsonl": None}),
    ("qa", "Each answer is written from our policies in infosec_policies/.", [], {"infosec_policies/": "documents"}),
    # attached, named without ending or by description
    ("chat", "Learn from the guest questions file I attached.", ["guest_questions.csv"], {"guest_questions.csv": None}),
    ("qa", "I attach our price list and the test questions; the second is only for checking.", ["price_list.pdf", "test_questions.csv"], {"price_list.pdf": "documents", "test_questions.csv": "tests"}),
    ("chat", "use the replies export, the other one is just for the exam", ["replies.jsonl", "exam.jsonl"], {"replies.jsonl": None, "exam.jsonl": "tests"}),
    ("chat", "It's in shop underscore mails dot csv.", ["shop_mails.csv"], {"shop_mails.csv": None}),
    ("chat", "training material is shop mails, see attachment", ["shop_mails.csv"], {"shop_mails.csv": None}),
    # left out
    ("chat", "Use a.jsonl. b.jsonl got in there by mistake.", ["a.jsonl", "b.jsonl"], {"a.jsonl": None}),
    ("chat", "Learn from chats.csv, not from oldchats.csv.", [], {"chats.csv": "chats"}),
    ("chat", "chats.csv is the one to use; ignore payroll.xlsx please, wrong file", ["chats.csv", "payroll.xlsx"], {"chats.csv": "chats"}),
    ("chat", "Please take new.jsonl, old.jsonl is out of date.", [], {"new.jsonl": None}),
    ("chat", "faq.csv yes, salaries.csv no!", ["faq.csv", "salaries.csv"], {"faq.csv": "instructions"}),
    ("chat", "You can forget about notes.txt. Everything is in tickets.jsonl.", [], {"tickets.jsonl": "chats"}),
    # where to write is no source
    ("chat", "Learn from faq.csv and save the model to /srv/models/bot.", [], {"faq.csv": "instructions"}),
    ("chat", "Learn from faq.csv. Logs go to /var/log/train.", [], {"faq.csv": "instructions"}),
    ("chat", "faq.csv is the data. See https://example.org/about for who we are.", [], {"faq.csv": "instructions"}),
    # second language, typos
    ("chat", "For learn you take rezervace.jsonl, there is question of guest and answer of reception.", [], {"rezervace.jsonl": "instructions"}),
    ("chat", "the file dialogi.jsonl are conversation of our operators with client", [], {"dialogi.jsonl": "chats"}),
    ("qa", "In directory /data/norma is all norms of our plant", [], {"/data/norma": "documents"}),
    ("sort", "labeld.csv has text and catagory", [], {"labeld.csv": "labels"}),
    ("translate", "übersetzungen.jsonl: Original und Übersetzung nebeneinander.", [], {"übersetzungen.jsonl": "instructions"}),
    # mid-sentence correction
    ("chat", "Use jan.csv - sorry, feb.csv - which has questions and answers.", [], {"feb.csv": "instructions"}),
]  # fmt: skip


@pytest.mark.parametrize(("goal", "words", "files", "wanted"), [pytest.param(*case, id=case[1][:80]) for case in BANK])
def test_files_and_roles(goal: str, words: str, files: list[str], wanted: dict[str, str | None]) -> None:
    want = {path: {"role": role} if role else {} for path, role in wanted.items()}
    assert not faults(sources(words, goal, files), want)


LATER: list[tuple[str, list[str]]] = [
    ("a.jsonl shouldn't be used after all", ["b.jsonl"]),
    ("don't use the first one", ["b.jsonl"]),
    ("the second file is the old form, please don't use it", ["a.jsonl"]),
    ("Actually the second file only, the first one is from before the merger.", ["b.jsonl"]),
    ("we may use both now", ["a.jsonl", "b.jsonl"]),
    ("it shouldn't be used for legal advice", ["a.jsonl", "b.jsonl"]),
]


@pytest.mark.parametrize(("words", "wanted"), [pytest.param(*case, id=case[0]) for case in LATER])
def test_one_of_two_files_is_taken_out_later(words: str, wanted: list[str]) -> None:
    wishes = read_turns("Train a model that drafts our letters from a.jsonl and b.jsonl.", words)
    assert sorted(c.value["path"] for c in wishes.claims if c.path == "data.sources") == wanted
