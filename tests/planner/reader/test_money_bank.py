"""What a run may cost, in many mouths; prices, wages, fines and other people's money stay out."""

from typing import Any

import pytest

from tests.planner.reader.settings_bank import faults


def cost(amount: float, currency: str) -> dict[str, Any]:
    return {"budget.cost": {"amount": amount, "currency": currency}}


BANK: list[tuple[str, dict[str, Any]]] = [
    # the limit is said
    ("£120 and thats me skint", cost(120, "GBP")),
    ("Money: 2 500 złotych and this is all.", cost(2500, "PLN")),
    ("1 800 zł in total", cost(1800, "PLN")),
    ("There's 900 € in the pot for it.", cost(900, "EUR")),
    ("The committee gave us 4,000 kroner, not one more.", cost(4000, "NOK")),
    ("It can't run up more than $75 on the card.", cost(75, "USD")),
    ("Spend what you need but stop at 650 euro.", cost(650, "EUR")),
    ("I'm willing to put 250 quid into this.", cost(250, "GBP")),
    ("My boss signed off on CHF 3'000.", cost(3000, "CHF")),
    ("up to 1.200,00 € is okay", cost(1200, "EUR")),
    ("Whole exercise for below 12 000 CZK please.", cost(12000, "CZK")),
    ("Above 500 dollars I'd have to ask my wife.", cost(500, "USD")),
    ("Anything over 800 EUR needs a tender, so stay under it.", cost(800, "EUR")),
    ("€2k is where it ends.", cost(2000, "EUR")),
    ("Costs: 350 GBP max", cost(350, "GBP")),
    ("- budget: 40 EUR\n- that's it", cost(40, "EUR")),
    ("| limit | value |\n|---|---|\n| money | 1,500 USD |\n| people | 12 |", cost(1500, "USD")),
    ("budget=200EUR", cost(200, "EUR")),
    ("cost cap 90 usd.", cost(90, "USD")),
    ("We can not pay more as 700 francs.", cost(700, "CHF")),
    ("the money what we have is 1500 lei", cost(1500, "RON")),
    ("I have 60 bucks left this month, take those.", cost(60, "USD")),
    ("I've scraped together three hundred and fifty pounds.", cost(350, "GBP")),
    ("Two grand in sterling is the ceiling.", cost(2000, "GBP")),
    ("a thousand euros, tops", cost(1000, "EUR")),
    ("Our treasurer has released ₹45,000 for the trial.", cost(45000, "INR")),
    ("Please keep the bill south of 18 000 SEK.", cost(18000, "SEK")),
    ("It may be somewhere between 100 and 150 €.", cost(150, "EUR")),
    ("300-400 euros, that is what there is", cost(400, "EUR")),
    ("If it costs more than 5,000 yen, don't.", cost(5000, "JPY")),
    ("no budget above 2,000,000 HUF", cost(2000000, "HUF")),
    ("Finance allows EUR 1.5k.", cost(1500, "EUR")),
    ("GPU rental: not more than 260 euros altogether.", cost(260, "EUR")),
    ("You get 480 EUR from me.", cost(480, "EUR")),
    ("480 euros is what's left in our kitty.", cost(480, "EUR")),
    ("Das darf höchstens 300 Euro kosten.", cost(300, "EUR")),
    ("Budget maximum : 1 200 euros.", cost(1200, "EUR")),
    ("Il budget è di 850 euro.", cost(850, "EUR")),
    ("No puede costar más de 90 euros.", cost(90, "EUR")),
    # with another figure beside it
    ("£60 a month is too much, i could do 300 once", cost(300, "GBP")),
    ("The agency wanted 14,000 euros. I have 500.", cost(500, "EUR")),
    ("Last time it cost us 900 EUR, this time 600 EUR is the limit.", cost(600, "EUR")),
    ("Somebody offered to do it for $9,000; we can spare $400.", cost(400, "USD")),
    ("Budget 300 EUR, no sorry, 350 EUR.", cost(350, "EUR")),
    ("An hour of downtime costs 20,000 EUR, so 1,000 EUR for this is fine.", cost(1000, "EUR")),
    ("My predecessor asked for 5k. I only get 1,200 USD.", cost(1200, "USD")),
    ("We sell plants for 3 to 40 euros. For the model there are 250 euros.", cost(250, "EUR")),
    ("Max 15 trials and 400 euros.", cost(400, "EUR") | {"search.trials": 15}),
    ("400 euros, 20 gpu hours, 2 days.", cost(400, "EUR") | {"budget.gpu_hours": 20.0, "budget.wall_clock_hours": 48.0}),
    ("500 euros until the end of January.", cost(500, "EUR") | {"budget.deadline": "2027-01-31"}),
    # other people's money, prices, fines, histories
    ("A mistake may cost us a 10,000 euro fine.", {}),
    ("Our fee is 35 euros per application.", {}),
    ("We turn over 3.2 million dollars.", {}),
    ("Rooms start at 120 EUR.", {}),
    ("People often ask why the deposit is £250.", {}),
    ("The chats are about orders of more than 100 euros.", {}),
    ("Fares over $50 go to a human.", {}),
    ("A consultant quoted us 25k EUR for the same thing.", {}),
    ("In 2024 we burnt 4,000 EUR on a chatbot that nobody used.", {}),
    ("A call costs the council about £6.", {}),
    ("She earns 2,400 euros and answers the same mails all day.", {}),
    ("Shipping is free from 49 €.", {}),
    ("The grant of 50,000 euros is for the whole museum, not for this.", {}),
    ("Refunds above 200 EUR must be approved by a manager.", {}),
    ("The cheapest ticket is 12,50 €, the dearest 80.", {}),
    ("Each wrong parcel costs 8 dollars in postage.", {}),
    ("Customers spend 60 euros on average.", {}),
    ("We lose about £300 a week to no-shows.", {}),
    ("Our insurance pays up to 5 million euros per claim.", {}),
    ("It should know that membership is 18 € a month.", {}),
    ("Money is no problem.", {}),
    ("The town has 1,200 inhabitants and 300 of them call us.", {}),
]  # fmt: skip


@pytest.mark.parametrize(("words", "wanted"), [pytest.param(*pair, id=pair[0][:90]) for pair in BANK])
def test_the_words_settle(words: str, wanted: dict[str, Any]) -> None:
    assert faults(words, wanted) == []
