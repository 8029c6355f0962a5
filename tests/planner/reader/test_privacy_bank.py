"""Whether data may leave the house, and data that can't be opened from here."""

import pytest

from tests.planner.reader.reading import read_turns

GOAL = "Train a chatbot for our customers on chats.csv. "
EGRESS: list[tuple[str, bool | None]] = [
    ("The data can go out.", True),
    ("It's OK if the texts leave our network.", True),
    ("External services are fine with us.", True),
    ("You're welcome to use an outside API.", True),
    ("allow_egress: true", True),
    ("egress: yes", True),
    ("Using OpenAI to label things is no problem.", True),
    ("The chats are public anyway, upload them wherever you like.", True),
    ("I have no objection to sending the prompts to a provider.", True),
    ("We already have consent for processing in the cloud.", True),
    ("Sending samples to a third party is permitted.", True),
    ("Feel free to hand the data to a bigger model elsewhere.", True),
    ("Our lawyer says the data may be processed by outside companies.", True),
    ("Nothing secret in it, may go to any server.", True),
    ("Data allowed off-site: yes", True),
    ("| may data leave our network? | yes |", True),
    ("Rent what you need on AWS.", True),
    ("Die Daten dürfen das Haus verlassen.", True),
    ("Les données peuvent sortir.", True),
    # not
    ("The data can't go out.", False),
    ("The recordings don't go anywhere.", False),
    ("No byte of it goes outside.", False),
    ("Patient data has to stay in the hospital.", False),
    ("It all has to happen on our own machines.", False),
    ("Don't send anything to OpenAI or the like.", False),
    ("We don't do cloud.", False),
    ("Cloud is not an option.", False),
    ("Data must remain inside the building.", False),
    ("egress: no", False),
    ("allow_egress = false", False),
    ("External APIs are forbidden.", False),
    ("Keep it all local.", False),
    ("Our works council won't let the letters leave the plant.", False),
    ("The records are not to be handed to anybody outside.", False),
    ("Uploading to a foreign server would break the law.", False),
    ("The machine has no connection to the outside and that's how it stays.", False),
    ("| may data leave our network? | no |", False),
    ("Nichts davon darf das Haus verlassen.", False),
    ("No puede salir nada de nuestra red.", False),
    ("The texts are confidential, they never leave our server room.", False),
    ("no third-party processing", False),
    ("Please process everything here with us, nowhere else.", False),
    # neither
    ("Customers ask when they may leave the car park.", None),
    ("Guests can leave their luggage with us.", None),
    ("It answers questions on our cloud product.", None),
    ("We are on holiday from Friday, so nobody is in the house.", None),
    ("Our shop is in the open air.", None),
    ("Everything else you may decide.", None),
    ("We sell to outside partners too.", None),
    ("The office is closed in August.", None),
    ("It must not send people away.", None),
    ("I sent you the data on Monday.", None),
    ("Staff can go out for lunch at noon.", None),
    ("Use external links sparingly in the answers.", None),
]
PLACES: list[tuple[str, bool]] = [
    ("All our manuals are on SharePoint.", True),
    ("The material lives in Confluence.", True),
    ("The data is on our Google Drive, folder Service.", True),
    ("You find the tickets in Zendesk.", True),
    ("It's all in a Notion space.", True),
    ("The texts sit on Petra's laptop.", True),
    ("We keep everything in Dropbox, link below.", True),
    ("Everything is in the ERP.", True),
    ("The mails are in Outlook, shared mailbox 'service'.", True),
    ("Our past answers are stored in HubSpot.", True),
    ("It has to explain SharePoint to our staff.", False),
    ("People reach us by Outlook or phone.", False),
]


@pytest.mark.parametrize(("words", "wanted"), [pytest.param(*case, id=case[0][:90]) for case in EGRESS])
def test_leaving_the_house(words: str, wanted: bool | None) -> None:
    wishes = read_turns(GOAL + words)
    assert [c.value for c in wishes.claims if c.path == "privacy.egress"] == ([] if wanted is None else [wanted])
    assert not wishes.disputes


@pytest.mark.parametrize(("words", "wanted"), [pytest.param(*case, id=case[0][:90]) for case in PLACES])
def test_places_that_cant_be_opened(words: str, wanted: bool) -> None:
    wishes = read_turns("We need a chatbot that helps our staff with questions about our procedures. " + words)
    assert bool(wishes.unreachable) == wanted
