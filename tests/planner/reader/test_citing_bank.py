"""Answers that say where they come from, in many words; and pages, numbers and titles that no answer is to give."""

import pytest

from tests.planner.reader.reading import read_turns

CITED = [
    "They put a question and get the answer with the clause number it was taken from.",
    "Municipal buyers ring us, the bot answers from contracts/.\n- Swedish\n- names the contract number with each answer",
    "I'd like our clerks to question the regulations in /share/regs and see which paragraph an answer rests on.",
    "A technician asks in Swedish and gets the answer from the procedures in /lims/sop, together with the SOP number.",
    "Junior vets should be able to ask our protocols in protocols/ anything, with the protocol named in each answer.",
    'I ask "disk full, now what" and want the step with the page title it came from.',
    "Each reply should give the page it was found on.",
    "They ask in Italian and get an answer out of our files in /archive, with the shelf mark of the file.",
    "They ask about our listing rules and get an answer with the paragraph it's from.",
    "The crew asks what to do and gets the answer out of our SOPs in /srv/sop together with the SOP number.",
    "Answers come with the ruling they lean on.",
    "The reply must carry the number of the circular it relies on.",
    "Always add which chapter that stands in.",
    "For every answer we want to see the exact section it was drawn from.",
    "Below the answer it prints the article it used.",
    "answer + clause no. pls",
    "Staff need the answer and the page where it stands.",
    "Let it put the paragraph in brackets behind each statement.",
    "so they can look it up, it should tell them the chapter and page",
    "The answer is followed by the document number and the section.",
    "It replies with the solution plus the manual page.",
    "No answer without its source.",
    "Every statement has to be backed by a page reference.",
    "The farmer asks, and the model answers from the leaflets in leaflets/ and says in which leaflet it says so.",
    "and pls mention the SOP nr so we can double check",
    "Nurses ask, it answers, giving the guideline and its edition.",
    "We want every answer to point to the drawing it is based on.",
    "The model quotes the rule by its number.",
    "It is essential that the officer sees the legal basis (law and article) of each answer.",
    "Ask it anything about our bylaws, it answers and shows the passage.",
    "with the page number in each answer please",
    "Replies shall indicate the clause relied upon.",
    "the answer has to include a link to the runbook page",
    "It answers and attaches the reference of the technical bulletin.",
    "I want to be told the answer and on which sheet of the binder I can check it.",
]
CITED += [
    "I only trust it when it tells me the leaflet and the year.",
    "Every statement needs a footnote to the regulation.",
    "The answer should open with the protocol's number.",
]
PLAIN = [
    "No references needed, they clutter the screen.",
    "Our protocols refer to the law in footnotes.",
    "Each question in qa.jsonl comes with the page it was taken from.",
    "Customers write to us with their order number.",
    "Our manuals have page numbers.",
    "The scans are without page numbers, sorry.",
    "It learns from answers.docx, with the section on tariffs removed.",
    "It answers out of our binder, only from its chapters on origin.",
    "Page 3 of the binder is missing.",
    "A guest gives the booking number and asks for a late check-out.",
    "The contract numbers are confidential and must be masked.",
    "The answer may have one page at most.",
    "We gave every folder the number of the house it belongs to.",
    "Our technicians look in the manual and can't find the page.",
    "No page numbers needed.",
    "It doesn't have to name the page.",
    "We get 300 calls a week, most of them about page 12 of the tariff.",
    "Leave out the chapter on boats.",
    "The old bot answered with the wrong page half of the time.",
    "The replies in chats.csv were typed with the ticket number on top.",
    "The file has four columns: question, answer, page, date.",
    "Please send the contract to the address in the document.",
]
GOAL = "Something that answers questions about our handbook in ./handbook."


@pytest.mark.parametrize("words", CITED)
def test_an_answer_says_where_it_stands(words: str) -> None:
    assert _citations(words) == 1


@pytest.mark.parametrize("words", PLAIN)
def test_other_pages_and_numbers(words: str) -> None:
    assert _citations(words) == 0


def _citations(words: str) -> int:
    found = read_turns(f"{GOAL} {words}").claims
    return sum(c.path == "rubric" and c.value["criterion"] == "citation" for c in found)
