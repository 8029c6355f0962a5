"""Conditions for the finished model, said by many trades in many ways, and figures of the background that are none."""

from typing import Any

import pytest

from tests.planner.reader.reading import read_turns

GOALS = {
    "chat": "Train a chatbot that answers our customers' questions, chats.csv has the chats.",
    "sort": "I want incoming mail sorted into our nine departments, learn from mails.csv (text, department).",
    "tool": "We need an assistant that books rooms through our API; calls.jsonl has request and call.",
    "write": "It shall write first drafts of our letters the way we do, examples in letters.jsonl.",
    "pull": "Pull invoice number, date and total out of supplier invoices into JSON; invoices.jsonl is the training set.",
    "sum": "Summaries of council minutes, half a page each; pairs in minutes.jsonl.",
    "code": "A helper that writes our PLC code, the repo is in ./plc.",
}
Gate = tuple[Any, ...]
BANK: list[tuple[str, str, list[Gate]]] = [
    # right answers: the share said in many ways
    ("chat", "At least 92% of the answers must be correct.", [("accuracy", ">=", 0.92)]),
    ("chat", "Nine out of ten answers right, that is the bar.", [("accuracy", ">=", 0.9)]),
    ("chat", "From ten answers maximum one can be wrong.", [("accuracy", ">=", 0.9)]),
    ("sort", "Out of 100 mails at most 4 may land in the wrong department.", [("accuracy", ">=", 0.96)]),
    ("sort", "97 from 100 mails must be in the right drawer.", [("accuracy", ">=", 0.97)]),
    ("chat", "It must be right nineteen times out of twenty.", [("accuracy", ">=", 0.95)]),
    ("chat", "I want it right in 19 of 20 cases or better.", [("accuracy", ">=", 0.95)]),
    ("chat", "Not more than one wrong answer in fifty, please.", [("accuracy", ">=", 0.98)]),
    ("chat", "If more than 3 % of its answers are wrong I won't put it online.", [("accuracy", ">=", 0.97)]),
    ("chat", "We go live once 88 percent of the test questions are answered correctly.", [("accuracy", ">=", 0.88)]),
    ("chat", "Anything under 85% correct is useless to us.", [("accuracy", ">=", 0.85)]),
    ("sort", "accuracy >= .93", [("accuracy", ">=", 0.93)]),
    ("sort", "Target: accuracy > 0.9", [("accuracy", ">", 0.9)]),
    ("sort", "min. accuracy: 91 %", [("accuracy", ">=", 0.91)]),
    ("sort", "accuracy must not fall below 0.94", [("accuracy", ">=", 0.94)]),
    ("sort", "The hit rate has to be above 96 per cent.", [("accuracy", ">", 0.96)]),
    ("sort", "error rate: max 5%", [("accuracy", ">=", 0.95)]),
    ("sort", "Misrouted mails: no more than 2 in 100.", [("accuracy", ">=", 0.98)]),
    ("sort", "It can be mistaken in 1 of 40 mails at the very most.", [("accuracy", ">=", 0.975)]),
    ("sort", "Four mails in five have to go to the proper desk, minimum.", [("accuracy", ">=", 0.8)]),
    ("chat", "Three quarters of the answers being correct is the least I accept.", [("accuracy", ">=", 0.75)]),
    ("chat", "we want ninety percent plus of answers correct", [("accuracy", ">=", 0.9)]),
    ("chat", "Good enough means: 87 % of the questions answered rightly, not less.", [("accuracy", ">=", 0.87)]),
    ("chat", "- correct: at least 90 %\n- invented: at most 1 %", [("accuracy", ">=", 0.9), ("hallucination_rate", "<=", 0.01)]),
    ("chat", "| measure | must reach |\n|---|---|\n| correct answers | 93 % |\n| made-up content | max 0.5 % |", [("accuracy", ">=", 0.93), ("hallucination_rate", "<=", 0.005)]),
    ("chat", "| metric | today | target |\n|---|---|---|\n| accuracy | 71 % | 85 % |\n| hallucination rate | 9 % | < 2 % |", [("accuracy", ">=", 0.85), ("hallucination_rate", "<", 0.02)]),
    ("chat", "It should know the right answer to 80% of the questions, no, let's say 85%.", [("accuracy", ">=", 0.85)]),
    ("chat", "our old bot got 71 % right, this one needs to make it to 85", [("accuracy", ">=", 0.85)]),
    ("chat", "At least 9/10 correct.", [("accuracy", ">=", 0.9)]),
    ("sort", "I would accept it with 94 of 100 sorted as Frau Kern would have.", [("accuracy", ">=", 0.94)]),
    ("sort", "Correctness at 0.95 or over.", [("accuracy", ">=", 0.95)]),
    ("chat", "Accuracy (held-out): ≥ 89 %", [("accuracy", ">=", 0.89)]),
    ("chat", "Mindestens 90 Prozent der Antworten müssen richtig sein.", [("accuracy", ">=", 0.9)]),
    ("chat", "Al menos el 92 % de las respuestas deben ser correctas.", [("accuracy", ">=", 0.92)]),
    ("chat", "Au moins 90 % de réponses justes.", [("accuracy", ">=", 0.9)]),
    ("chat", "Pelo menos 85% das respostas têm de estar certas.", [("accuracy", ">=", 0.85)]),
    ("chat", "Minstens 88 procent van de antwoorden moet kloppen.", [("accuracy", ">=", 0.88)]),
    ("chat", "Let no more than 1 in 20 answers be incorrect.", [("accuracy", ">=", 0.95)]),
    ("chat", "it gets things right 9 times in 10 or we don't use it", [("accuracy", ">=", 0.9)]),
    ("chat", "Wrong answers under 6 %.", [("accuracy", ">", 0.94)]),
    ("chat", "I need accuracy in the region of at least ninety-two percent.", [("accuracy", ">=", 0.92)]),
    # acceptance tests
    ("chat", "At least 3 of 4 acceptance cases pass.", [("pass_rate", ">=", 0.75)]),
    ("code", "All 40 checks but two have to go green, so 95 % passed.", [("pass_rate", ">=", 0.95)]),
    ("code", "pass rate >= 0.8 on the unit tests", [("pass_rate", ">=", 0.8)]),
    ("code", "More than 70 percent of the unit tests must pass.", [("pass_rate", ">", 0.7)]),
    ("chat", "Of our 200 acceptance questions it has to pass 180.", [("pass_rate", ">=", 0.9)]),
    ("chat", "18 of the 20 trial cases from the fire brigade have to pass.", [("pass_rate", ">=", 0.9)]),
    ("code", "I expect 85% of the test cases to come through.", [("pass_rate", ">=", 0.85)]),
    ("chat", "Acceptance: 45/50 tests passed or more", [("pass_rate", ">=", 0.9)]),
    # exact match, F1, ROUGE, perplexity
    ("pull", "exact match of 0.9 or better", [("exact_match", ">=", 0.9)]),
    ("pull", "For 95 % of the invoices the three fields must be identical to what we typed.", [("exact_match", ">=", 0.95)]),
    ("pull", "EM ≥ 85%", [("exact_match", ">=", 0.85)]),
    ("sort", "Macro-F1 at least 0.82", [("f1", ">=", 0.82)]),
    ("sort", "f1>0.8", [("f1", ">", 0.8)]),
    ("sort", "An F1 score of 88 would do", [("f1", ">=", 0.88)]),
    ("sum", "ROUGE-L should be 0.4 or higher", [("rouge_l", ">=", 0.4)]),
    ("sum", "rouge_l >= 0.38", [("rouge_l", ">=", 0.38)]),
    ("sum", "minimum ROUGE-L: 0,42", [("rouge_l", ">=", 0.42)]),
    ("sum", "perplexity below 14 on unseen minutes", [("perplexity", "<", 14.0)]),
    ("sum", "Perplexity: max. 11.5", [("perplexity", "<=", 11.5)]),
    # made-up things
    ("chat", "At most 2 answers in 300 with something invented.", [("hallucination_rate", "<=", 0.00667)]),
    ("chat", "Made-up prices: fewer than 1 in 500 answers.", [("hallucination_rate", "<", 0.002)]),
    ("chat", "Hallucinations have to stay under one percent.", [("hallucination_rate", "<", 0.01)]),
    ("chat", "It may make things up in no more than 0.5 % of its replies.", [("hallucination_rate", "<=", 0.005)]),
    ("chat", "hallucination_rate <= 0.02", [("hallucination_rate", "<=", 0.02)]),
    ("sum", "Max. 3 summaries in 100 may contain a sentence that isn't in the minutes.", [("hallucination_rate", "<=", 0.03)]),
    ("chat", "99 % of answers must be free of inventions.", [("hallucination_rate", "<=", 0.01)]),
    ("chat", "Invented facts in one reply out of a thousand, no more.", [("hallucination_rate", "<=", 0.001)]),
    ("write", "Less than 2 letters in 100 with facts that we never gave it.", [("hallucination_rate", "<", 0.02)]),
    ("chat", "Halluzinationen unter 1 %.", [("hallucination_rate", "<", 0.01)]),
    # rules
    ("chat", "It may break our house rules in 2 replies out of 1,000 at the very most.", [("policy_violation_rate", "<=", 0.002)]),
    ("chat", "policy violations < 0.1%", [("policy_violation_rate", "<", 0.001)]),
    ("chat", "No more than 1 in 1000 answers may violate the guidelines.", [("policy_violation_rate", "<=", 0.001)]),
    ("chat", "Rule breaches: 0.3 % max", [("policy_violation_rate", "<=", 0.003)]),
    ("chat", "It steps over our compliance rules in less than half a percent of chats.", [("policy_violation_rate", "<", 0.005)]),
    # valid output
    ("pull", "The JSON has to be valid in 995 of 1000 documents.", [("format_valid_rate", ">=", 0.995)]),
    ("pull", "99 % of the outputs must follow the schema.", [("format_valid_rate", ">=", 0.99)]),
    ("pull", "Output that our parser rejects: 1 in 200 at most.", [("format_valid_rate", ">=", 0.995)]),
    ("pull", "format valid rate at least 0.98", [("format_valid_rate", ">=", 0.98)]),
    ("pull", "At least 98.5% of the output must parse.", [("format_valid_rate", ">=", 0.985)]),
    ("pull", "Broken JSON in not more than 1% of cases.", [("format_valid_rate", ">=", 0.99)]),
    ("write", "97 of 100 letters must keep to the template.", [("format_valid_rate", ">=", 0.97)]),
    # tool calls
    ("tool", "97 from 100 calls go through.", [("tool_success_rate", ">=", 0.97)]),
    ("tool", "The API calls have to succeed in at least 96 % of cases.", [("tool_success_rate", ">=", 0.96)]),
    ("tool", "Success rate of the tool calls: 95% or more", [("tool_success_rate", ">=", 0.95)]),
    ("tool", "Failed calls: at most one in fifty.", [("tool_success_rate", ">=", 0.98)]),
    ("tool", "tool_success_rate >= 0.9", [("tool_success_rate", ">=", 0.9)]),
    ("tool", "Nine in ten bookings must hit the right function with the right arguments.", [("tool_success_rate", ">=", 0.9)]),
    # speed
    ("chat", "Half of the requests answered within 6 s.", [("latency_p50_seconds", "<=", 6.0)]),
    ("chat", "median answer under 2s", [("latency_p50_seconds", "<", 2.0)]),
    ("chat", "95 clients on 100 wait less than 3 seconds.", [("latency_p95_seconds", "<", 3.0)]),
    ("chat", "The typical answer should be there in 1.5 seconds at most.", [("latency_p50_seconds", "<=", 1.5)]),
    ("chat", "No caller should be kept waiting for more than five seconds.", [("latency_p95_seconds", "<=", 5.0)]),
    ("chat", "95 % of replies within 2.5 s", [("latency_p95_seconds", "<=", 2.5)]),
    ("chat", "p95 latency: 900 ms or less", [("latency_p95_seconds", "<=", 0.9)]),
    ("chat", "p50 under 400ms and p95 under 1.2s", [("latency_p50_seconds", "<", 0.4), ("latency_p95_seconds", "<", 1.2)]),
    ("chat", "On average it replies in 2 seconds or faster.", [("latency_p50_seconds", "<=", 2.0)]),
    ("chat", "An answer may take at most 4 seconds.", [("latency_p95_seconds", "<=", 4.0)]),
    ("chat", "It must not take longer than three seconds to reply.", [("latency_p95_seconds", "<=", 3.0)]),
    ("chat", "nineteen of twenty guests get their answer in under 3 seconds", [("latency_p95_seconds", "<", 3.0)]),
    ("chat", "response time p95 <= 1.5 sec", [("latency_p95_seconds", "<=", 1.5)]),
    ("chat", "Mean response time max 800 milliseconds", [("latency_p50_seconds", "<=", 0.8)]),
    ("chat", "Every second answer must be there within one second, and 95 of 100 within four.", [("latency_p50_seconds", "<=", 1.0), ("latency_p95_seconds", "<=", 4.0)]),
    ("chat", "Answers in under two seconds, please.", [("latency_p95_seconds", "<", 2.0)]),
    # an average score
    ("chat", "The mean of these points must come to 0.7 or higher.", [("reward", ">=", 0.7)]),
    ("chat", "Average score on the held-out questions at least 0.8", [("reward", ">=", 0.8)]),
    ("chat", "reward > 0.75", [("reward", ">", 0.75)]),
    # better than something
    ("write", "Our editors must prefer it over what our current tool writes, more than 6 out of 10 times.", [("win_rate", ">", 0.6, "current")]),
    ("write", "Comes out better in at least 58 of 100 blind comparisons against the generator we use today.", [("win_rate", ">=", 0.58, "current")]),
    ("chat", "It has to beat the untouched base model.", [("win_rate", ">", 0.5, "base")]),
    ("chat", "It must be better than plain search over our docs.", [("win_rate", ">", 0.5, "retrieval")]),
    ("chat", "win rate of 60% against the bot that is live now", [("win_rate", ">=", 0.6, "current")]),
    ("chat", "Win rate >= 0.55 vs base", [("win_rate", ">=", 0.55, "base")]),
    ("write", "In two out of three duels with the raw model it should win.", [("win_rate", ">=", 0.66667, "base")]),
    ("chat", "it must win at least 55% of head-to-heads against our existing system", [("win_rate", ">=", 0.55, "current")]),
    ("chat", "If it's not better than the search box we already have, forget it.", [("win_rate", ">", 0.5, "retrieval")]),
    ("chat", "It should outperform both the base model and keyword search.", [("win_rate", ">", 0.5, "base"), ("win_rate", ">", 0.5, "retrieval")]),
    ("write", "Judges pick the new drafts over the old system's in 65 % of cases or more.", [("win_rate", ">=", 0.65, "current")]),
    # two and three at once
    ("chat", "90 % right, at most 1 % made up, and an answer within 3 seconds for 95 % of users.", [("accuracy", ">=", 0.9), ("hallucination_rate", "<=", 0.01), ("latency_p95_seconds", "<=", 3.0)]),
    ("pull", "F1 of 0.9 at least, and the JSON valid 99 times out of 100.", [("f1", ">=", 0.9), ("format_valid_rate", ">=", 0.99)]),
    ("tool", "Calls succeed in 95% of cases; p95 below 2 s.", [("tool_success_rate", ">=", 0.95), ("latency_p95_seconds", "<", 2.0)]),
    ("chat", "Accuracy >= 90%, hallucinations <= 1%, policy breaches <= 0.2%", [("accuracy", ">=", 0.9), ("hallucination_rate", "<=", 0.01), ("policy_violation_rate", "<=", 0.002)]),
    ("chat", "What we accept: 92 % correct; 2 % made up at most; never slower than 5 seconds.", [("accuracy", ">=", 0.92), ("hallucination_rate", "<=", 0.02), ("latency_p95_seconds", "<=", 5.0)]),
    # no conditions: how things are, were, or are made up of
    ("chat", "Our people get 94 % right today.", []),
    ("code", "The vendor trial compiled in 58 % of cases.", []),
    ("chat", "Last year 30 % of the questions were about refunds.", []),
    ("chat", "We answer 80 % of the mail within 4 hours.", []),
    ("chat", "About 15 % of our tickets are in French.", []),
    ("chat", "Members get 10 % off, and 5 % more at Christmas.", []),
    ("pull", "95 % of the files are PDFs.", []),
    ("chat", "The chat team of 12 handles 3,400 calls a month, 60 percent of them in summer.", []),
    ("chat", "Shipping takes 2 to 3 days.", []),
    ("chat", "We were audited on 12 March and passed with 98 %.", []),
    ("chat", "Every tenth ticket is spam.", []),
    ("chat", "Call me on 0171 555 0182 between 9 and 17.", []),
    ("chat", "Two thirds of our guests come from abroad.", []),
    ("chat", "Turnover grew by 12 percent, we now employ 85 people.", []),
    ("sort", "Right now one mail in eight goes to the wrong desk.", []),
    ("chat", "Our search finds the right page in maybe half of the cases.", []),
    ("chat", "The last consultant promised us 99 % and delivered nothing.", []),
    ("chat", "Keep 10% of the data aside for testing.", []),
    ("chat", "In the pilot with the other vendor 4 of 10 answers were invented.", []),
    ("chat", "The old one needed 9 seconds for an answer, nobody liked that.", []),
    ("chat", "Up to 20 % of the chats are about parking.", []),
    ("chat", "Roll it out to 5%, then 25%, then everyone.", []),
    ("chat", "Our lawyer reviews 1 in 50 chats.", []),
    ("chat", "The bus fare went up by at least 8 percent.", []),
    ("chat", "Retrain it when accuracy drops below 88%.", []),
    ("chat", "We get 95% of questions by WhatsApp; more than 70 % come after 6 pm.", []),
    ("chat", "Our coffee is 100 % organic and 70 % arabica.", []),
    ("chat", "I read that such bots are right in 60 to 70 percent of cases.", []),
]  # fmt: skip


def conditions(goal: str, words: str) -> list[Gate]:
    """What is made of the words after a goal, each as (metric, op, value) with the opponent where there is one."""
    apart = "\n\n" if words.startswith(("-", "|")) or "\n" in words else " "
    found = [c.value for c in read_turns(f"{GOALS[goal]}{apart}{words}").claims if c.path == "gates"]
    return sorted(
        (g["metric"], g["op"], round(g["value"], 5), *([g["against"]] if g.get("against") else [])) for g in found
    )


@pytest.mark.parametrize(("goal", "words", "wanted"), [pytest.param(*row, id=row[1][:90]) for row in BANK])
def test_the_conditions_are_those_of_the_words(goal: str, words: str, wanted: list[Gate]) -> None:
    assert conditions(goal, words) == sorted(wanted)
