"""What answers are scored on: points, weights, orders, standing rules; and remarks that score nothing."""

from typing import Any

import pytest

from tests.planner.reader.reading import read_turns

GOALS = {
    "chat": "Train a chatbot that answers our customers' questions, chats.csv has the chats.",
    "qa": "Something that answers questions about our handbook in ./handbook.",
    "tool": "We need an assistant that books rooms through our API; calls.jsonl has request and call.",
    "write": "It shall write first drafts of our letters the way we do, examples in letters.jsonl.",
    "pull": "Pull invoice number, date and total out of supplier invoices into JSON; invoices.jsonl is the training set.",
}
Item = tuple[Any, ...]
"""Criterion, weight, and a word that must stand in the detail."""
BANK: list[tuple[str, str, list[Item]]] = [
    # points one by one
    ("chat", "Scoring: +1 correct, +0.4 polite, -0.5 slow, -2 invented.", [("correctness", 1.0), ("tone", 0.4), ("latency", -0.5), ("hallucination", -2.0)]),
    ("chat", "Give 2 points for a right answer and take one off when it is rude.", [("correctness", 2.0), ("tone", -1.0)]),
    ("chat", "Take away 0.5 when the answer drags on.", [("brevity", -0.5)]),
    ("chat", "A right answer earns 1. A made-up one gets minus 1.5 on top.", [("correctness", 1.0), ("hallucination", -1.5)]),
    ("qa", "One point if the answer is right, half a point if it says the page number.", [("correctness", 1.0), ("citation", 0.5)]),
    ("qa", "Points:\n- right: 3\n- page given: 1\n- longer than needed: -1", [("correctness", 3.0), ("citation", 1.0), ("brevity", -1.0)]),
    ("chat", "| what | points |\n|---|---|\n| correct | 1 |\n| our wording | 0.5 |\n| friendly | 0.25 |\n| made up | -1 |", [("correctness", 1.0), ("terminology", 0.5), ("tone", 0.25), ("hallucination", -1.0)]),
    ("chat", "Reward: 0.6 for correctness, 0.3 for tone, 0.1 for brevity.", [("correctness", 0.6), ("tone", 0.3), ("brevity", 0.1)]),
    ("chat", "Weights are 50% being right, 30% our terms, 20% how it sounds.", [("correctness", 0.5), ("terminology", 0.3), ("tone", 0.2)]),
    ("chat", "score = 1.0*correct + 0.5*tone - 1.0*hallucination", [("correctness", 1.0), ("tone", 0.5), ("hallucination", -1.0)]),
    ("chat", "Judge on: correctness (weight 1), terminology (weight 0.5), latency (weight -0.3).", [("correctness", 1.0), ("terminology", 0.5), ("latency", -0.3)]),
    ("chat", "correctness: 1.0\ntone: 0.4\nhallucination: -1.0\nThat is the rubric.", [("correctness", 1.0), ("tone", 0.4), ("hallucination", -1.0)]),
    ("chat", "We deduct 1 for every invented fact and 0.3 for each needless sentence; right answers get 1.", [("hallucination", -1.0), ("brevity", -0.3), ("correctness", 1.0)]),
    ("tool", "+1 for the right function, -1 for a wrong one? No: just +1 for the right tool call and +0.2 for a polite confirmation.", [("tool_use", 1.0), ("tone", 0.2)]),
    ("pull", "Valid JSON is worth 0.5, right values are worth 1.", [("format", 0.5), ("correctness", 1.0)]),
    ("pull", "Score sheet: values correct 1, layout kept 0.5", [("correctness", 1.0), ("format", 0.5)]),
    ("qa", "Naming the paragraph: +0.4. Guessing: -1.", [("citation", 0.4), ("hallucination", -1.0)]),
    ("chat", "For the grading let correctness count 70, tone 20 and brevity 10 percent.", [("correctness", 0.7), ("tone", 0.2), ("brevity", 0.1)]),
    ("chat", "Penalties: slow -0.5, breach of policy -1.", [("latency", -0.5), ("policy", -1.0)]),
    ("chat", "Penalty of 0.7 for anything made up.", [("hallucination", -0.7)]),
    ("chat", "A polite tone is worth 0.3 points, each lie costs 1.", [("tone", 0.3), ("hallucination", -1.0)]),
    ("write", "Minus a full point whenever it gets the client's name wrong; plus a half if our house words are used.", [("correctness", -1.0), ("terminology", 0.5)]),
    ("chat", "Punkte: richtig 1, freundlich 0,5, erfunden -1.", [("correctness", 1.0), ("tone", 0.5), ("hallucination", -1.0)]),
    ("chat", "rubric: correctness=1, brevity=0.2, citation=0.3", [("correctness", 1.0), ("brevity", 0.2), ("citation", 0.3)]),
    ("chat", "How it is marked: 1 - content right; 0.4 - no jargon of ours missing; 0.2 - short.", [("correctness", 1.0), ("terminology", 0.4), ("brevity", 0.2)]),
    ("chat", "An answer is scored 1 if right and loses 0.25 for bad manners.", [("correctness", 1.0), ("tone", -0.25)]),
    ("chat", "The judge gives up to 1 for the facts, up to 0.5 for the tone of voice, and removes 1 if something is fabricated.", [("correctness", 1.0), ("tone", 0.5), ("hallucination", -1.0)]),
    # orders
    ("qa", "What counts, heaviest first: 1. the sense is right 2. the tone suits 3. it is short", [("correctness", 1.0), ("tone", 0.5), ("brevity", 0.3)]),
    ("chat", "Being correct counts most, then our terminology, then how it sounds.", [("correctness", 1.0), ("terminology", 0.5), ("tone", 0.3)]),
    ("chat", "Priorities for scoring:\n1. correct\n2. polite\n3. brief\n4. says where it comes from", [("correctness", 1.0), ("tone", 0.5), ("brevity", 0.3), ("citation", 0.2)]),
    ("chat", "In order of importance: accuracy, tone, length.", [("correctness", 1.0), ("tone", 0.5), ("brevity", 0.3)]),
    ("qa", "First comes the correct answer, second the source, third politeness.", [("correctness", 1.0), ("citation", 0.5), ("tone", 0.3)]),
    ("chat", "Above all it has to be right; after that friendly; last of all short.", [("correctness", 1.0), ("tone", 0.5), ("brevity", 0.3)]),
    ("chat", "Correctness > terminology > tone", [("correctness", 1.0), ("terminology", 0.5), ("tone", 0.3)]),
    ("write", "Tone matters more than anything, next is that it's right, and finally that it's brief.", [("tone", 1.0), ("correctness", 0.5), ("brevity", 0.3)]),
    ("chat", "Ranking of what's important to us: truth, then our own words for things, then kindness, then brevity.", [("correctness", 1.0), ("terminology", 0.5), ("tone", 0.3), ("brevity", 0.2)]),
    ("chat", "most important is correct info, less important polite, least important short", [("correctness", 1.0), ("tone", 0.5), ("brevity", 0.3)]),
    ("qa", "We judge answers by, from most to least important: correctness, page reference, format.", [("correctness", 1.0), ("citation", 0.5), ("format", 0.3)]),
    # one against another
    ("chat", "Being right is twice as important as being polite.", [("correctness", 1.0), ("tone", 0.5)]),
    ("chat", "Tone counts half as much as correctness.", [("correctness", 1.0), ("tone", 0.5)]),
    ("qa", "Correctness weighs three times as much as the page reference.", [("correctness", 1.0), ("citation", 0.33333)]),
    ("chat", "Citing the source should count double compared to tone.", [("citation", 1.0), ("tone", 0.5)]),
    ("chat", "An invented answer is twice as bad as a slow one.", [("hallucination", -1.0), ("latency", -0.5)]),
    ("chat", "Politeness and brevity count the same; correctness counts twice as much as politeness.", [("correctness", 1.0), ("tone", 0.5), ("brevity", 0.5)]),
    # standing rules: never
    ("chat", "Never promise a delivery date.", [("policy", 0.3, "promise a delivery date")]),
    ("chat", "The bot must never give medical advice.", [("policy", 0.3, "medical advice")]),
    ("chat", "It shall not talk about other customers.", [("policy", 0.3, "talk about other customers")]),
    ("chat", "Under no circumstances may it name a price.", [("policy", 0.3, "name a price")]),
    ("chat", "It's forbidden for it to comment on ongoing trials.", [("policy", 0.3, "comment on ongoing trials")]),
    ("chat", "Politics? It has to stay out of that.", [("policy", 0.3, "olitics")]),
    ("chat", "No legal advice, ever.", [("policy", 0.3, "legal advice")]),
    ("chat", "it mustn't reveal who our suppliers are", [("policy", 0.3, "reveal who our suppliers are")]),
    ("chat", "The assistant has to decline questions about salaries.", [("policy", 0.3, "salaries")]),
    ("chat", "It should refuse anything to do with weapons.", [("policy", 0.3, "weapons")]),
    ("chat", "Don't let it recommend competitors.", [("policy", 0.3, "recommend competitors")]),
    ("chat", "Our answers never speculate about the weather at the summit, the bot keeps to that too.", [("policy", 0.3, "speculate")]),
    ("write", "Letters must not threaten with court.", [("policy", 0.3, "threaten")]),
    ("chat", "What it may never do: quote from internal mails, promise refunds.", [("policy", 0.3, "quote from internal mails")]),
    ("chat", "Rules:\n- never swear\n- never discuss the strike", [("policy", 0.3, "swear"), ("policy", 0.3, "discuss the strike")]),
    ("chat", "Er darf niemals Rabatte versprechen.", [("policy", 0.3, "Rabatte versprechen")]),
    ("chat", "Il ne doit jamais donner de conseils juridiques.", [("policy", 0.3, "conseils juridiques")]),
    ("chat", "Nunca debe dar consejos médicos.", [("policy", 0.3, "consejos")]),
    ("chat", "If someone asks for a diagnosis it has to say no.", [("policy", 0.3, "diagnosis")]),
    # standing rules: how answers are to be
    ("chat", "Answers have to be short and friendly.", [("brevity", 0.5), ("tone", 0.5)]),
    ("qa", "It must always say on which page it found it.", [("citation", 0.5)]),
    ("qa", "Every answer has to name the paragraph.", [("citation", 0.5)]),
    ("qa", "Always with the source, please.", [("citation", 0.5)]),
    ("qa", "If it isn't in the handbook it should say so instead of making something up.", [("hallucination", -1.0)]),
    ("chat", "It must not invent anything.", [("hallucination", -1.0)]),
    ("chat", "I don't want it to guess.", [("hallucination", -1.0)]),
    ("chat", "It should sound like us: dry, Northern, polite.", [("tone", 0.5)]),
    ("chat", "Use our own terms (berth, not parking place).", [("terminology", 0.5)]),
    ("chat", "No novels: three sentences are enough.", [("brevity", 0.5)]),
    ("pull", "The output must always be our JSON layout.", [("format", 0.5)]),
    ("chat", "Kurz und freundlich soll er antworten.", [("brevity", 0.5), ("tone", 0.5)]),
    ("write", "Formal tone, we address everybody by surname.", [("tone", 0.5)]),
    ("chat", "It should be warm but to the point.", [("tone", 0.5), ("brevity", 0.5)]),
    ("chat", "Better no answer than a wrong guess.", [("hallucination", -1.0)]),
    ("chat", "Keep it polite even when people shout.", [("tone", 0.5)]),
    ("chat", "At most four lines per answer.", [("brevity", 0.5)]),
    ("qa", "Each reply ends with a link to the chapter.", [("citation", 0.5)]),
    ("chat", "Stick to our glossary.", [("terminology", 0.5)]),
    # nothing is scored
    ("chat", "90% of the answers must be right.", []),
    ("chat", "At most 1% of the answers may be made up.", []),
    ("chat", "Answers within 3 seconds for 95% of users.", []),
    ("chat", "Our receptionist is very friendly.", []),
    ("chat", "Thanks in advance and kind regards, Piet", []),
    ("chat", "We never had a bot before.", []),
    ("chat", "I have never trained anything myself.", []),
    ("chat", "Never mind the old folder.", []),
    ("chat", "The data must never leave our building.", []),
    ("chat", "It must not cost more than 200 euros.", []),
    ("chat", "Our customers hate to wait.", []),
    ("chat", "Short version: we need this by May.", []),
    ("chat", "The chats are rather informal and full of typos.", []),
    ("chat", "We scored 4.2 stars on average last year.", []),
    ("chat", "Our policy number is 4471-B.", []),
    ("chat", "The shop opens at 9 and we do not open on Sundays.", []),
    ("chat", "We pay 2 points of commission to the agency.", []),
    ("chat", "Don't train on the chats of last spring.", []),
    ("chat", "The source of most complaints is the new ticket machine.", []),
    ("chat", "Long-winded meetings cost us 3 hours a week.", []),
    ("chat", "We are a small family business and our tone with each other is rough.", []),
    ("chat", "My colleague made up the file names, sorry.", []),
    ("qa", "The handbook has 12 chapters and 340 pages.", []),
    ("chat", "It doesn't have to be pretty.", []),
]  # fmt: skip


@pytest.mark.parametrize(("goal", "words", "wanted"), [pytest.param(*row, id=row[1][:90]) for row in BANK])
def test_answers_are_scored_as_the_words_say(goal: str, words: str, wanted: list[Item]) -> None:
    apart = "\n\n" if words.startswith(("-", "|")) or "\n" in words else " "
    found = [c.value for c in read_turns(f"{GOALS[goal]}{apart}{words}").claims if c.path == "rubric"]
    made = sorted((item["criterion"], round(item["weight"], 5)) for item in found)
    assert made == sorted((item[0], item[1]) for item in wanted)
    details = " | ".join(str(item.get("detail") or "") for item in found)
    assert all(item[2] in details for item in wanted if len(item) > 2)
