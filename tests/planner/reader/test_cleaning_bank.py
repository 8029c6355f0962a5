"""Personal data, secrets, copies, test questions, shares kept aside: said in many ways; and what only sounds so."""

from typing import Any

import pytest

from tests.planner.reader.reading import read_turns

PII, SECRETS, EXACT, NEAR, TESTS, ASIDE, TONGUES = (
    "data.cleaning.pii", "data.cleaning.secrets", "data.cleaning.exact_dedup", "data.cleaning.near_dedup",
    "data.cleaning.decontaminate", "data.holdout", "data.cleaning.languages",
)  # fmt: skip
GOAL = "Train a chatbot for our customers on chats.csv. "
BANK: list[tuple[str, dict[str, Any]]] = [
    # masked
    ("Black out names and phone numbers first.", {PII: "redact"}),
    ("Names of residents please to cover up before the learning.", {PII: "redact"}),
    ("Nobody's name may end up in the model.", {PII: "redact"}),
    ("Take the names out of the texts.", {PII: "redact"}),
    ("Customers must not be recognisable.", {PII: "redact"}),
    ("Every address has to be replaced by a placeholder.", {PII: "redact"}),
    ("pii: mask", {PII: "redact"}),
    ("Personal details: anonymise.", {PII: "redact"}),
    ("Swap real names for made-up ones.", {PII: "redact"}),
    ("It must not learn who our patients are.", {PII: "redact"}),
    ("GDPR applies, so patient names get blurred, don't throw the rows away.", {PII: "redact"}),
    ("Mask IBANs and e-mail addresses, don't drop the records.", {PII: "redact"}),
    ("Personenbezogene Daten bitte schwärzen.", {PII: "redact"}),
    ("Les noms des patients doivent être masqués.", {PII: "redact"}),
    ("scrub anything that identifies a person", {PII: "redact"}),
    ("Surnames must be gone from the texts before training.", {PII: "redact"}),
    # dropped
    ("Drop every row with a name in it.", {PII: "drop"}),
    ("Whatever contains personal data is thrown out, not masked.", {PII: "drop"}),
    ("Chats in which a customer gives a phone number: out with them.", {PII: "drop"}),
    ("Records with an IBAN must be deleted altogether.", {PII: "drop"}),
    ("If a message has personal data in it, skip the whole message.", {PII: "drop"}),
    ("pii=drop", {PII: "drop"}),
    ("Masking isn't enough for us: a chat with a patient's name goes.", {PII: "drop"}),
    ("Remove all conversations that mention somebody by name.", {PII: "drop"}),
    ("Lines with private addresses we don't want at all.", {PII: "drop"}),
    # kept
    ("Leave the names in, they are public figures.", {PII: "keep"}),
    ("No need to mask names.", {PII: "keep"}),
    ("The authors' names may stay.", {PII: "keep"}),
    ("Please don't anonymise anything.", {PII: "keep"}),
    ("Names and addresses should remain as they are.", {PII: "keep"}),
    ("pii: keep", {PII: "keep"}),
    ("It has to know the real names of our staff, so don't take them out.", {PII: "keep"}),
    # no wish about personal data
    ("My name is Ines and my e-mail is ines@acme.example.", {}),
    ("Our brand name must be spelled right.", {}),
    ("Address customers by their first name.", {}),
    ("It should ask for the account number first.", {}),
    ("Never mention a competitor by name.", {}),
    ("It must not ask people for their phone number.", {}),
    ("Call me if the numbers look off.", {}),
    ("Name the model Otto.", {}),
    ("The files are named by date.", {}),
    ("Sign with the name of the branch.", {}),
    # secrets
    ("Mask passwords and API keys.", {SECRETS: "redact"}),
    ("Throw away any file with credentials in it.", {SECRETS: "drop"}),
    ("Tokens and passwords have to be blanked.", {SECRETS: "redact"}),
    ("Records that contain a password: drop.", {SECRETS: "drop"}),
    ("secrets: redact", {SECRETS: "redact"}),
    ("There may be passwords in the chats, take those out.", {SECRETS: "redact"}),
    ("Names and passwords are to be blacked out.", {PII: "redact", SECRETS: "redact"}),
    ("Customers often ask for a new password.", {}),
    ("It must never give out a password.", {}),
    # copies
    ("Many chats are in there twice, once is enough.", {EXACT: True}),
    ("Throw out duplicates.", {EXACT: True}),
    ("Remove duplicates and near duplicates.", {EXACT: True, NEAR: True}),
    ("Almost identical messages should count once.", {NEAR: True}),
    ("Don't remove duplicates, they show how often a question comes.", {EXACT: False}),
    ("dedup: off", {EXACT: False}),
    ("Each chat only once please, the export repeats them.", {EXACT: True}),
    ("The same text with another date is still the same, keep one of them.", {NEAR: True}),
    ("We keep a duplicate key at reception.", {}),
    # test questions
    ("None of the test questions may turn up in the training data.", {TESTS: True}),
    ("Make sure there's no overlap between training and test.", {TESTS: True}),
    ("What is in the exam must not be in the training set.", {TESTS: True}),
    ("decontaminate: true", {TESTS: True}),
    # shares
    ("Keep 10% aside for testing.", {ASIDE: 0.1}),
    ("Hold back a tenth.", {ASIDE: 0.1}),
    ("One in five chats is kept for the check.", {ASIDE: 0.2}),
    ("80/20 split.", {ASIDE: 0.2}),
    ("Train on 85 percent, test on the rest.", {ASIDE: 0.15}),
    ("every eighth conversation goes into the evaluation", {ASIDE: 0.125}),
    ("holdout=0.05", {ASIDE: 0.05}),
    ("12,5 % of the rows must stay unseen for the final check.", {ASIDE: 0.125}),
    ("A quarter of the chats you don't train on but use for judging.", {ASIDE: 0.25}),
    ("validation split 15%", {ASIDE: 0.15}),
    ("Reserve 0.1 of it for evaluation.", {ASIDE: 0.1}),
    ("Put aside 7 % for later exam, rest is to learn.", {ASIDE: 0.07}),
    ("10% of our customers write on Sundays.", {}),
    ("At least 90% of test questions must be right.", {}),
    ("We put 10% of the profit aside for rainy days.", {}),
    ("Test it with care, 5% of the calls are emergencies.", {}),
]  # fmt: skip


@pytest.mark.parametrize(("words", "wanted"), [pytest.param(*case, id=case[0][:90]) for case in BANK])
def test_the_words_settle(words: str, wanted: dict[str, Any]) -> None:
    wishes = read_turns(GOAL + words)
    assert {c.path: c.value for c in wishes.claims if c.path.startswith(("data.c", "data.h"))} == wanted
    assert not wishes.disputes
