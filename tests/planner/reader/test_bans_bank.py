"""What it must never do, in orders, bans behind their thing, silence; and sentences that forbid it nothing."""

import pytest

from tests.planner.reader.reading import read_turns

FORBIDDEN = [
    "Under no circumstances is it to hand out room numbers.",
    "Whatever happens, don't let it badmouth the competition.",
    "It isn't allowed to opine on lawsuits.",
    "Diagnosing is off limits.",
    "Giving out phone numbers of staff: absolutely not.",
    "I don't want it ever telling people to stop their pills.",
    "It may not commit us to a delivery date.",
    "Refunds must never be promised.",
    "Not one word about the strike.",
    "It has to keep quiet about the merger.",
    "The bot should keep its mouth shut on who won the tender.",
    "One thing it must not do: recommend a competitor.",
    "It must refrain from commenting on politics.",
    "Nobody may be called by their first name in the answers.",
    "never ever curse at customers lol",
    "and no medical advice!!",
    "no swearing",
    "it cant talk abt salaries",
    "The Model shall at no time represent itself as an attorney.",
    "The Assistant shall be prohibited from disclosing Confidential Information.",
    "Answers shall not contain any statement as to liability.",
    "It is strictly forbidden to mention patient names.",
    "Zero tolerance for insults.",
    "It mustn't, for heaven's sake, tell a farmer how much poison to use.",
    "just never trash-talk the refs pls!!",
    "No exclamation marks, ever, she hates them.",
    "Naming an individual as the culprit is forbidden.",
    "It has to say nothing at all about deal values.",
    "Please never forward a guest's number.",
    "Quoting prices: no way.",
]
HARMLESS = [
    "We never met our targets in May.",
    "Our staff must never leave the keys in the door.",
    "I have never used such a thing.",
    "Guests never find the towels.",
    "No training on the emails, ever.",
    "It doesn't need to know about politics.",
    "This is not about the robot.",
    "We don't want to spend the weekend on it.",
    "Never mind the typos.",
    "The inspectors must not find gaps.",
    "Customers may not smoke in the lobby.",
    "No big deal if it takes a week.",
    "No more than 5 trials, never more.",
    "Don't tell my boss that I wrote to you :)",
    "The folder must not be touched.",
    "You must never send data to the cloud.",
    "The exam is one that it must never have seen.",
    "Training on the exam is forbidden.",
    "I just never found the time.",
    "It cannot open the folder, I think.",
    "Using the cloud: absolutely not.",
    "There is no parking, ever.",
]
GOAL = "Train a chatbot that answers our guests' questions, chats.csv has the chats."


@pytest.mark.parametrize("words", FORBIDDEN)
def test_something_is_forbidden(words: str) -> None:
    assert _bans(words) == 1


@pytest.mark.parametrize("words", HARMLESS)
def test_nothing_is_forbidden_to_it(words: str) -> None:
    assert _bans(words) == 0


def _bans(words: str) -> int:
    found = read_turns(f"{GOAL} {words}").claims
    return sum(c.path == "rubric" and c.value["criterion"] == "policy" for c in found)
