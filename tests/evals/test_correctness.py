"""The grader behind accuracy: right answers in other words pass, tempting wrong ones don't."""

import pytest

from evals.graders.correctness import correctness, is_closed, why_wrong
from evals.graders.grader import Context, Term
from evals.graders.word_weights import word_weights

RETURNS = "You can return it within 30 days of delivery if the label is still on it; the refund takes 5 working days."
HOURS = "The library is open Monday to Friday from 9:00 to 18:00 and closed on Sundays."
DOGS = "Dogs travel free of charge on all trains, but they must wear a muzzle."
FEE = "A replacement card costs €12 and arrives in about a week by post."
FARES = "Adults pay 12 euros and children pay 6 euros."
RESET = 'Open Settings, choose "Security" and press "Reset password". The link stays valid for 24 hours.'
WARRANTY = "The warranty lasts two years from the date of purchase."
ALLERGY = "No, the soup contains celery and is not suitable for people with a celery allergy."
TRAIN = "The last train from Lyon to Geneva leaves at 22:04."
PARKING = "Parking is allowed in the north car park, not in the yard."
CHANGE = "You can change the booking once without a fee until two days before departure."
CONTACT = "Please write to help@example.com or call us before noon."
GERMAN = "Die Rückgabe ist innerhalb von 30 Tagen möglich, danach nicht mehr."
SPANISH = "La oficina abre a las 9:00 y no cierra al mediodía."
NO_FIGURES = "Switch the router off, wait until the lights go out, and plug it in again."
LIMIT = "A bag may weigh at most 23 kg."

GOLD = [
    pytest.param(RETURNS, RETURNS, id="word for word"),
    pytest.param(RETURNS, RETURNS.upper(), id="another case"),
    pytest.param(
        RETURNS, "As long as the label is on it you may return it within 30 days of delivery. Refunds take five working days.",
        id="another order, a number spelled out",
    ),
    pytest.param(HOURS, "Our library opens at 9 am and closes at 6 pm from Monday to Friday. On Sundays it is closed.", id="clock in other words"),
    pytest.param(DOGS, "On all trains dogs travel at no extra cost, but have to wear a muzzle.", id="free said otherwise"),
    pytest.param(FEE, "The replacement card is 12 euros; it arrives by post in about a week.", id="a sum in words"),
    pytest.param(FEE, "A replacement card costs EUR 12.00 and it arrives by post after about one week.", id="a sum with cents"),
    pytest.param(FARES, "Children pay 6 euros, adults pay 12 euros.", id="two sums, told the other way round"),
    pytest.param(RESET, 'In the Settings choose "Security", then "Reset password"; the link is valid for 24 hours.', id="menu names kept"),
    pytest.param(WARRANTY, "Two years from the date of purchase.", id="short, and all of it there"),
    pytest.param(WARRANTY, "Your warranty lasts 2 years, counted from the date of purchase.", id="longer, same fact"),
    pytest.param(ALLERGY, "The soup is not suitable for people with a celery allergy: it contains celery.", id="a no left out"),
    pytest.param(TRAIN, "At 22:04 the last train leaves Lyon for Geneva.", id="time first"),
    pytest.param(PARKING, "You may park in the north car park but not in the yard; parking there is allowed.", id="same denial"),
    pytest.param(CHANGE, "Until 2 days before departure you can change your booking once, with no fee.", id="no fee is no denial"),
    pytest.param(CONTACT, "Call us before noon or write to help@example.com.", id="an address kept"),
    pytest.param(GERMAN, "Innerhalb von 30 Tagen ist die Rückgabe möglich, danach nicht mehr.", id="german"),
    pytest.param(SPANISH, "La oficina abre a las 9 h y al mediodía no cierra.", id="spanish") ,
    pytest.param(NO_FIGURES, "Please switch off the router, wait for the lights to go out and plug it in again.", id="no figures, same steps"),
    pytest.param(LIMIT, "Bags may weigh up to 23 kilograms at most.", id="a unit spelled out"),
]  # fmt: skip

WRONG = [
    pytest.param(RETURNS, "", id="nothing"),
    pytest.param(RETURNS, RETURNS.replace("30", "14"), id="another figure"),
    pytest.param(RETURNS, RETURNS.replace("days of", "weeks of"), id="another unit"),
    pytest.param(RETURNS, RETURNS.replace("can return", "can't return"), id="denied"),
    pytest.param(RETURNS, "You can return it if the label is still on it; the refund takes 5 working days.", id="a figure left out"),
    pytest.param(RETURNS, RETURNS + " After that we charge €9.", id="a figure added"),
    pytest.param(RETURNS, "Within 30 days you can pay for the parking space at the machine; it takes 5 minutes.", id="right figures, another matter"),
    pytest.param(RETURNS, "Thank you for your question. We are always happy to help you with everything around your order.", id="fluent, but irrelevant"),
    pytest.param(HOURS, HOURS.replace("18:00", "20:00"), id="another closing time"),
    pytest.param(HOURS, HOURS.replace("closed on Sundays", "open on Sundays"), id="open for closed"),
    pytest.param(HOURS, "The museum shop sells books from Monday to Friday from 9:00 to 18:00, except for maps.", id="same times, another place"),
    pytest.param(DOGS, "Dogs travel free of charge on all trains, and they don't need to wear a muzzle.", id="one of two facts denied"),
    pytest.param(DOGS, "Dogs are not allowed on any train, not even with a muzzle, free of charge or otherwise.", id="all denied"),
    pytest.param(FEE, FEE.replace("€12", "€21"), id="digits swapped"),
    pytest.param(FEE, FEE.replace("€12", "$12"), id="another currency"),
    pytest.param(FARES, "Adults pay 6 euros and children pay 12 euros.", id="figures given to the wrong ones"),
    pytest.param(RESET, RESET.replace("Security", "Profile"), id="another menu"),
    pytest.param(RESET, RESET.replace("24", "48"), id="valid for another time"),
    pytest.param(WARRANTY, WARRANTY.replace("two", "three"), id="a spelled number changed"),
    pytest.param(ALLERGY, "Yes, the soup contains no celery and is suitable for people with a celery allergy.", id="a dangerous yes"),
    pytest.param(TRAIN, TRAIN.replace("Lyon to Geneva", "Geneva to Basel"), id="another place"),
    pytest.param(TRAIN, TRAIN.replace("last", "first"), id="first for last"),
    pytest.param(TRAIN, "The last train from Geneva to Lyon leaves at 22:04.", id="the other direction"),
    pytest.param(PARKING, "Parking is allowed in the yard, not in the north car park.", id="swapped places"),
    pytest.param(CHANGE, CHANGE.replace("before departure", "after departure"), id="after for before"),
    pytest.param(CHANGE, "You can change the booking once for a fee of €5 until two days before departure.", id="a fee where there is none"),
    pytest.param(CONTACT, CONTACT.replace("help@", "sales@"), id="another address"),
    pytest.param(CONTACT, CONTACT.replace("noon", "midnight"), id="another time of day"),
    pytest.param(GERMAN, GERMAN.replace("30", "60"), id="german, another figure"),
    pytest.param(GERMAN, "Die Rückgabe ist innerhalb von 30 Tagen nicht möglich, danach schon.", id="german, denied"),
    pytest.param(SPANISH, "La oficina abre a las 9:00 y cierra al mediodía.", id="spanish, denied"),
    pytest.param(NO_FIGURES, "Keep the phone off at the table and go to bed before the lights go out.", id="no figures, another matter"),
    pytest.param(LIMIT, "A bag must weigh at least 23 kg.", id="least for most"),
    pytest.param(LIMIT, "A bag may weigh at most 23 lb.", id="pounds for kilograms"),
]  # fmt: skip


@pytest.mark.parametrize(("reference", "answer"), GOLD)
def test_a_right_answer_in_other_words_is_right(reference: str, answer: str) -> None:
    assert why_wrong("How is it?", answer, reference, Context(task="support_chat")) == ""
    assert correctness("How is it?", answer, reference, Context(task="support_chat")) == 1.0


@pytest.mark.parametrize(("reference", "answer"), WRONG)
def test_a_tempting_wrong_answer_is_wrong_and_the_reason_is_said(reference: str, answer: str) -> None:
    assert why_wrong("How is it?", answer, reference, Context(task="support_chat")) != ""
    assert correctness("How is it?", answer, reference, Context(task="support_chat")) == 0.0


def test_what_it_cannot_see_is_known() -> None:
    """One plain word for another, all else equal: no rule sees it. The report says so and shows answers to look at."""
    answer = "The warranty lasts two years from the date of delivery."
    assert why_wrong("How long is the warranty?", answer, WARRANTY, Context(task="support_chat")) == ""


@pytest.mark.parametrize(
    ("reference", "answer", "right"),
    [
        pytest.param("card_arrival", '"Card_Arrival".', True, id="marks and case don't matter"),
        pytest.param("card_arrival", "card_linking", False, id="another label"),
        pytest.param("card_arrival", "card_arrival because the customer asks for it", False, id="a label and talk"),
        pytest.param("I_JUMP I_WALK", "I_JUMP I_WALK", True, id="a sequence of codes"),
        pytest.param("I_JUMP I_WALK", "I_WALK I_JUMP", False, id="the same codes in another order"),
        pytest.param("I_JUMP I_JUMP", "I_JUMP", False, id="one code too few"),
        pytest.param("31 euros", "€31", True, id="a bare sum, written otherwise"),
        pytest.param("31 euros", "€13", False, id="another bare sum"),
        pytest.param("Berlin", "Berlin.", True, id="one word"),
        pytest.param("Berlin", "Not Berlin", False, id="one word, denied"),
    ],
)
def test_a_closed_answer_must_be_the_very_one(reference: str, answer: str, right: bool) -> None:
    assert is_closed(reference, Context())
    assert bool(correctness("Which one?", answer, reference, Context())) is right


@pytest.mark.parametrize(
    ("answer", "right"),
    [
        pytest.param('{"total": 12.0, "name": "Ada"}', True, id="another order, 12 as 12.0"),
        pytest.param('```json\n{"name": "Ada", "total": 12}\n```', True, id="in a fence: content right, format not"),
        pytest.param('{"name": "Ada", "total": 21}', False, id="another value"),
        pytest.param('{"name": "Ada"}', False, id="a field left out"),
        pytest.param('{"name": "Ada", "total": 12, "note": ""}', False, id="a field too many"),
        pytest.param('{"name": "Ada", "total": "twelve"}', False, id="a word for a number"),
        pytest.param("Ada, 12", False, id="no JSON"),
    ],
)
def test_json_is_compared_by_fields_and_values(answer: str, right: bool) -> None:
    assert bool(correctness("Extract.", answer, '{"name": "Ada", "total": 12}', Context(task="extraction"))) is right


@pytest.mark.parametrize(
    ("answer", "right"),
    [
        pytest.param("3 boxes of 14 are 42, so she has 42 left.\n#### 42", True, id="marked"),
        pytest.param("So she has 42 left.", True, id="the last number"),
        pytest.param("3 boxes of 14 are 42, minus 2 is 40.", False, id="goes on to another result"),
        pytest.param("#### 24", False, id="another result"),
        pytest.param("I can't say.", False, id="none"),
    ],
)
def test_of_a_calculation_the_result_counts(answer: str, right: bool) -> None:
    assert bool(correctness("How many?", answer, "3 * 14 = 42\n#### 42", Context(task="reasoning"))) is right


def test_a_house_term_said_the_forbidden_way_is_wrong() -> None:
    house = Context(terms=(Term(use="sailing credit", instead_of=("voucher",)),))
    reference = "We give you a sailing credit over the full fare."
    assert correctness("?", "We give you a sailing credit over the full fare, of course.", reference, house)
    assert (
        why_wrong("?", "We give you a voucher over the full fare.", reference, house) == "does not say “sailing credit”"
    )


def test_a_farewell_that_is_in_every_answer_does_not_make_strangers_alike() -> None:
    farewell = "We hope this helps you further. Kind regards, your friendly team of the municipal library."
    answers = [
        f"{body} {farewell}" for body in ("Scan it.", "Print it.", "Sign here.", "Ask upstairs.", "Use the lift.")
    ] * 5
    context = Context(word_weights=word_weights(answers))
    reference, stranger = f"The reading room is upstairs. {farewell}", f"The toilets are downstairs. {farewell}"
    assert not correctness("?", stranger, reference, context)
    assert correctness("?", f"Upstairs is the reading room. {farewell}", reference, context)


def test_the_asker_s_own_figures_may_be_repeated() -> None:
    reference = "Yes, that size counts as a car."
    answer = "Yes, 2.10 metres: that size counts as a car."
    assert correctness("My van is 2.10 m high, is that a car?", answer, reference, Context())
    assert not correctness("Is my van a car?", answer, reference, Context())
