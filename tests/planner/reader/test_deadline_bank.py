"""The last day, in many mouths, counted from Sunday, 22 November 2026; other dates stay out."""

from typing import Any

import pytest

from tests.planner.reader.settings_bank import faults


def due(day: str) -> dict[str, Any]:
    return {"budget.deadline": day}


BANK: list[tuple[str, dict[str, Any]]] = [
    ("finished until 20 December because then we close", due("2026-12-20")),
    ("needs to be there by 3rd Feb, peak planning starts after", due("2027-02-03")),
    ("must be finish until 18. December", due("2026-12-18")),
    ("I need it on my desk by the 30th.", due("2026-11-30")),
    ("The fair opens on 12 March, and it has to work by then.", due("2027-03-12")),
    ("The audit is on 14 January; everything must be in place the day before.", due("2027-01-13")),
    ("We want to show it at the annual meeting on 5 December, so no later than that.", due("2026-12-05")),
    ("Done by Wednesday.", due("2026-11-25")),
    ("next friday at the latest", due("2026-11-27")),
    ("Latest: 2026-12-11", due("2026-12-11")),
    ("deadline=2027-01-20", due("2027-01-20")),
    ("due_date: 10.12.2026", due("2026-12-10")),
    ("| deadline | 15 January 2027 |\n|---|---|\n| owner | Mira |", due("2027-01-15")),
    ("- when: 8 December\n- who: Ana", due("2026-12-08")),
    ("By New Year it should be there.", due("2026-12-31")),
    ("has to be there for Christmas", due("2026-12-24")),
    ("You've got till the end of the month.", due("2026-11-30")),
    ("you have three weeks", due("2026-12-13")),
    ("You have six weeks from today.", due("2027-01-03")),
    ("Give me something within two weeks.", due("2026-12-06")),
    ("in a fortnight we open, so that's the date", due("2026-12-06")),
    ("End of January is the hard stop.", due("2027-01-31")),
    ("Hard stop 31/01/2027.", due("2027-01-31")),
    ("It mustn't be later than the 9th of December.", due("2026-12-09")),
    ("not after 1 February", due("2027-02-01")),
    ("We hand over on February 26th; it must stand then.", due("2027-02-26")),
    ("I'd need this before the 6th of January.", due("2027-01-05")),
    ("to be delivered on 4 December 2026", due("2026-12-04")),
    ("The thing goes on stage on 19 December.", due("2026-12-19")),
    ("The new season starts 1 April, and by that day the bot has to be running.", due("2027-04-01")),
    ("On 7 January 2027 I have to present the results to the board, so please have it ready.", due("2027-01-07")),
    ("Time limit: end of Q1 2027", due("2027-03-31")),
    ("Please until Thursday.", due("2026-11-26")),
    ("Must be live mid-February.", due("2027-02-15")),
    ("My last day here is 18 December and I want it finished before I go.", due("2026-12-18")),
    ("No rush, but by 1 March please.", due("2027-03-01")),
    ("Fertig bis zum 15. Dezember.", due("2026-12-15")),
    ("Il faut que ce soit prêt avant le 10 janvier.", due("2027-01-09")),
    ("Tiene que estar listo para el 12 de enero.", due("2027-01-12")),
    ("Has to be done in 10 days.", due("2026-12-02")),
    ("By the end of next week, or it's no use to us.", due("2026-11-27")),
    ("by 5 Dec, no wait, by 12 Dec", due("2026-12-12")),
    ("We'd hoped for Friday, but 4 December is what we agreed on as the deadline.", due("2026-12-04")),
    ("The migration is over on 30 Nov. After that we have until 21 Dec.", due("2026-12-21")),
    # wishes that are none
    ("before easter would be lovely but isn't a must", {}),
    ("Take all the time you want.", {}),
    ("There is no deadline. The fair in March is nothing to do with it.", {}),
    ("Whenever it's done, it's done. It would be nice to have it for 6 January.", {}),
    ("By Friday would be great, but I won't hold you to it.", {}),
    ("If it's there by Christmas, lovely; if not, never mind.", {}),
    # other dates
    ("The collective agreement expires on 31 December 2026.", {}),
    ("Guests must check out by Sunday.", {}),
    ("Invoices must be paid within 14 days.", {}),
    ("Forms have to be in by 31 March each year.", {}),
    ("The manual was last revised in October.", {}),
    ("Our office is shut from 23 December to 4 January.", {}),
    ("I'm back on Monday.", {}),
    ("We met on Tuesday and talked about the data.", {}),
    ("The export was made on 17 November.", {}),
    ("Renewals are due by the 15th of each month, and people ask about that.", {}),
    ("Our next inspection is in March.", {}),
    ("Only the chats since 1 May, please.", {}),
    ("Only the chats until 30 June, please.", {}),
    ("The rule book changes on 1 January.", {}),
    ("We've been open since Friday.", {}),
    ("Parcels must arrive before Christmas, and customers keep asking.", {}),
    ("We will look at it together on Thursday.", {}),
    ("It's for the spring collection.", {}),
    ("Our lawyer replied on 3 November that it's fine.", {}),
    ("The bot should know that the pool is closed until 15 January.", {}),
    ("Applications close on 30 November, that is in the documents.", {}),
    ("customers have to answer within three days", {}),
    # pointed back to, asked before, written short
    ("I fly on 9 December. Have it running before that.", due("2026-12-08")),
    ("The contract with our old vendor ends on 31 December, so the new one must stand by then.", due("2026-12-31")),
    ("Our summer menu starts in June, the bot should be ready in May.", due("2027-05-31")),
    ("Deadline? Friday.", due("2026-11-27")),
    ("by COB friday", due("2026-11-27")),
    ("The tender closes on 4 December and by that time we need the numbers.", due("2026-12-04")),
    ("We have a demo on Dec 9 so anything after that is too late.", due("2026-12-09")),
    ("to be finished the latest on 22.12.", due("2026-12-22")),
    ("deadline 22/12", due("2026-12-22")),
    ("Please finish before our general assembly (16 January).", due("2027-01-16")),
    ("I promised my boss 11 December.", due("2026-12-11")),
    ("Our budget year ends 31 December; after that the money is gone.", due("2026-12-31")),
    ("He's retiring at the end of February and wants to see it running before he goes.", due("2027-02-28")),
    ("Our Christmas party is on 11 December, the model should be there by the 10th.", due("2026-12-10")),
    ("I need it by the twentieth of march, that's when the audit people come.", due("2027-03-20")),
    ("It should be ready by the twenty-first of January.", due("2027-01-21")),
    ("The lease runs out on 1 March.", {}),
    ("My colleague Ana starts on 1 December.", {}),
    ("Date: 2026-11-17", {}),
    ("Minutes, 18 November 2026", {}),
    ("Every year on 6 January we have the big sale.", {}),
    ("Kick-off is on Monday.", {}),
    ("Elections are on 14 March.", {}),
]  # fmt: skip


@pytest.mark.parametrize(("words", "wanted"), [pytest.param(*pair, id=pair[0][:90]) for pair in BANK])
def test_the_words_settle(words: str, wanted: dict[str, Any]) -> None:
    assert faults(words, wanted) == []
