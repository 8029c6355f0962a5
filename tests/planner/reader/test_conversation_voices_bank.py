"""Conversations in many voices: what must hold at the end, with all that was not spoken of as it was."""

import pytest

from tests.planner.reader.conversations import Either, check_after, same
from tests.planner.reader.digest import Digest, digest
from tests.planner.reader.reading import read_turns

COST, MONEY, TRIALS, ROLLOUT = "budget.cost.amount", "budget.cost.currency", "search.trials", "delivery.rollout"
P95, ACCURACY, DATE, HOURS = "gates.latency_p95_seconds", "gates.accuracy", "budget.deadline", "budget.wall_clock_hours"

GARDEN = (
    "Garden centre here. We want a bot that answers plant questions out of plants.pdf and care_chats.jsonl. 400 CHF at "
    "most, 16 trials, and it should answer within 3 seconds in 95% of cases. At least 88% right."
)
LAB = (
    "Please train a model that sorts lab requests into four queues, requests.csv. Macro F1 of 0.8 or better, ready by 20 "
    "January 2027, 60 GPU-hours, LoRA on Qwen2.5-7B."
)
CLUB = (
    "we run a chess club and need short friendly answers for new members, from faq.md. never discuss politics. start with "
    "20 percent of the members, then 50, then everybody. 90 euros."
)
COURT = (
    "Summarise rulings for our law firm, rulings.jsonl, German. Nothing may leave our servers. ROUGE-L at least 0.4, at most "
    "2% hallucinations, keep 12% back for testing, retrain every 60 days."
)
FLEET = (
    "Fleet manager. Extract mileage and plate from reports.jsonl; valid JSON at least 98%, a mixture of 6 experts, models up "
    "to 14B, 300 synthetic examples, at most 30 hours of wall-clock time."
)
HOSP = """Good morning. We run a small hospital and need a model that sorts patient complaints by ward. The file is complaints_2026.csv. It must get 90% or more right, may cost up to 1,500 euros, and should be finished by 12 February 2027. No data may leave the hospital.

Best,
Dr. Ines Falk"""
BREW = """hiya! craft brewery. need smth that writes label texts in our voice from labels.jsonl (notes -> text). mistral 7b, lora, ten trials tops, 60 quid. tone matters most, then correct, then short"""
PORT = """| item | value |
|---|---|
| task | translate shipping notices into Portuguese and Spanish |
| data | notices.jsonl |
| trials | 24 |
| budget | 900 USD |
| holdout | 15% |
| p95 latency | under 4 s |"""
RAIL = """Railway signalling. Engineers ask, the model answers from manuals/, quoting the section each time. Hallucinations under 1%. It has to beat plain search. Two H100, 80 GPU hours. Retrain when accuracy drops below 85%. Roll-out to 5%, 20%, 60%, 100% of the depots."""
BOOK = """Bookshop chain. Summarize reader reviews (reviews.jsonl: review, summary), English + French, one sentence each. Never mention competitors. 250 synthetic examples are fine, model not above 8B, gguf please."""
CASES: list[tuple[str, str, tuple[str, ...], Digest]] = [
    # figures, chatty
    ("c1", GARDEN, ("phew, that's a lot of money. could we go with 250?",), {COST: 250}),
    ("c2", GARDEN, ("Sixteen is overkill if you ask me, let's do nine",), {TRIALS: 9}),
    ("c3", GARDEN, ("the accountant said yes to 550 🎉",), {COST: 550}),
    ("c4", GARDEN, ("nobody minds waiting 5 seconds, so relax that",), {P95: Either(("< 5", "<= 5"))}),
    ("c5", GARDEN, ("is 88 a bit low? i'd feel better with 91",), {ACCURACY: ">= 0.91"}),
    ("c6", GARDEN, ("3 s -> 2 s pls, and 16 -> 24",), {P95: Either(("< 2", "<= 2")), TRIALS: 24}),
    ("c7", GARDEN, ("what does a trial cost?", "then take twelve"), {TRIALS: 12}),
    ("c8", GARDEN, ("Why sixteen trials?", "I see. Half of that is fine."), {TRIALS: 8}),
    ("c9", GARDEN, ("And what about the money, is 400 realistic?", "good, add 100 to be safe"), {COST: 500}),
    ("c10", GARDEN, ("sorry typo!! 40 CHF not 400",), {COST: 40}),
    ("c11", GARDEN, ("It's Swiss francs, right? Make it euros please",), {MONEY: "EUR"}),
    ("c12", GARDEN, ("double as many trials",), {TRIALS: 32}),
    ("c13", GARDEN, ("4 trials more",), {TRIALS: 20}),
    ("c14", GARDEN, ("we open at 8 and close at 18, and on Sundays at 12",), {}),
    ("c15", GARDEN, ("our 3 gardeners say hi",), {}),
    ("c16", GARDEN, ("fun fact: 60% of the questions are about orchids",), {}),
    ("c17", GARDEN, ("last year's brochure cost us 1,200 francs",), {}),
    ("c18", GARDEN, ("thx. btw my phone: 079 555 12 34",), {}),
    ("l1", LAB, ("F1 of 0.85 would convince our head of lab",), {"gates.f1": ">= 0.85"}),
    ("l2", LAB, ("the deadline slips by two weeks",), {DATE: "2027-02-03"}),
    ("l3", LAB, ("We need it one week earlier, the audit was moved.",), {DATE: "2027-01-13"}),
    ("l5", LAB, ("swap Qwen2.5-7B for Mistral-7B-v0.3",), {"model.base": "Mistral-7B-v0.3"}),
    ("l6", LAB, ("no LoRA after all, tune everything",), {"model.adapter": "none"}),
    ("l7", LAB, ("0.8 is fine, but the date must be 31 January",), {DATE: "2027-01-31"}),
    ("l9", LAB, ("forget the GPU hours limit, the cluster is ours over Christmas",), {"budget.gpu_hours": None}),
    ("l10", LAB, ("please lift the F1 a little, say 0.82",), {"gates.f1": ">= 0.82"}),
    ("l11", LAB, ("we'd also like 10 trials and no more than 500 dollars",), {TRIALS: 10, COST: 500, MONEY: "USD"}),
    ("l12", LAB, ("The lab processed 85,000 requests in 2025.",), {}),
    ("l13", LAB, ("no rush any more, the audit is cancelled",), {DATE: None}),
    ("k1", CLUB, ("hm 20 percent scares me, begin with 5",), {ROLLOUT: [5, 50, 100]}),
    ("k2", CLUB, ("steps should be 10%, 40% and 100%",), {ROLLOUT: [10, 40, 100]}),
    ("k3", CLUB, ("120 euros are in the kitty now",), {COST: 120}),
    ("k4", CLUB, ("it can be longer, forget the short",), {"rubric.brevity": None}),
    ("k5", CLUB, ("the friendliness isn't that important, drop it",), {"rubric.tone": None}),
    ("k6", CLUB, ("politics is allowed now, remove that ban",), {"rubric.policy": None}),
    ("k7", CLUB, ("give it to all members straight away",), {ROLLOUT: Either((None, [100]))}),
    ("k8", CLUB, ("we've got 64 members and 8 boards",), {}),
    ("k9", CLUB, ("Make the first step 2 %",), {ROLLOUT: [2, 50, 100]}),
    ("r1", COURT, ("hallucinations below 1% please",), {"gates.hallucination_rate": "< 0.01"}),
    ("r2", COURT, ("0.45 for rouge",), {"gates.rouge_l": ">= 0.45"}),
    ("r3", COURT, ("retrain every month rather",), {"monitoring.every_days": 30}),
    ("r4", COURT, ("hold back 20% instead",), {"data.holdout": 0.2}),
    ("r5", COURT, ("the held-out part can be smaller, 8%",), {"data.holdout": 0.08}),
    ("r6", COURT, ("scrap the retraining, nobody would look after it",), {"monitoring.every_days": None}),
    ("r7", COURT, ("French as well",), {"languages": {"de", "fr"}}),
    ("r8", COURT, ("make that French instead of German",), {"languages": {"fr"}}),
    ("r9", COURT, ("drop the hallucination limit", "no wait, bring it back"), {}),
    ("r10", COURT, ("drop the hallucination limit", "partner insists on having it back, but 3%"), {"gates.hallucination_rate": Either(("<= 0.03", "< 0.03"))}),
    ("r12", COURT, ("Let Claude grade the summaries, please.",), {"privacy.egress": Either((False, True)), "disputed": {"privacy.egress"}}),
    ("r13", COURT, ("The partners have agreed: a cloud service may be used.",), {"privacy.egress": True}),
    ("r14", COURT, ("2% is what our associates reach, too, by the way",), {}),
    ("e1", FLEET, ("8 experts",), {"model.experts": 8}),
    ("e2", FLEET, ("a dense model would be easier to run",), {"model.architecture": "dense", "model.experts": None}),
    ("e3", FLEET, ("up to 20B is OK",), {"model.max_parameters": 20e9}),
    ("e4", FLEET, ("twice as many synthetic examples",), {"data.synthetic.examples": 600}),
    ("e5", FLEET, ("no synthetic data, legal says no",), {"data.synthetic.examples": None}),
    ("e6", FLEET, ("36 hours instead",), {HOURS: 36}),
    ("e7", FLEET, ("99% valid json, and 40 hours",), {"gates.format_valid_rate": ">= 0.99", HOURS: 40}),
    ("e8", FLEET, ("the time limit can go",), {HOURS: None}),
    ("e9", FLEET, ("we have 420 vans and 30 trucks",), {}),
    ("e10", FLEET, ("reduce the synthetic ones to 150",), {"data.synthetic.examples": 150}),
    ("e11", FLEET, ("98 is too strict, 95 will do",), {"gates.format_valid_rate": ">= 0.95"}),
    ("e12", FLEET, ("10 hours more please",), {HOURS: 40}),
    # several turns
    ("m1", GARDEN, ("12 trials", "why not fewer?", "ok", "8 then"), {TRIALS: 8}),
    ("m2", GARDEN, ("drop the speed", "thanks", "hmm, put the speed back"), {}),
    ("m3", GARDEN, ("500", "no, too much. back to 400"), {}),
    ("m4", GARDEN, ("350 CHF", "20 trials", "undo that"), {COST: 350}),
    ("m5", GARDEN, ("leave care_chats.jsonl out", "actually, use care_chats.jsonl again"), {}),
    ("m6", GARDEN, ("great work 👏", "start please", "one more thing: 92 percent"), {ACCURACY: ">= 0.92"}),
    ("m7", LAB, ("10 Feb", "sorry, the original date holds"), {}),
    ("m8", CLUB, ("60 euros only", "and English and Dutch", "scratch the Dutch"), {COST: 60, "languages": {"en"}}),
    ("m9", COURT, ("what if we took 25% for testing?", "no, leave it"), {}),
    ("m10", COURT, ("what if we took 25% for testing?", "let's do that"), {"data.holdout": 0.25}),
    # several people
    ("t1", GARDEN, ("Lea: 30 trials?\nTim: way too many\nLea: ok 20",), {TRIALS: 20}),
    ("t2", GARDEN, ("[09:12] Kim: I'd pay 600\n[09:14] Bo: nope, 450 max\n[09:15] Kim: ok then 450",), {COST: 450}),
    ("t3", LAB, ("from Ida: f1 0.9!\nfrom Per: unrealistic. 0.82?\nfrom Ida: fine, 0.82",), {"gates.f1": ">= 0.82"}),
    ("t4", CLUB, ("Max says 100 euros, Eva says 70. We agreed on 80 euros.",), {COST: 80}),
    # other languages and second-language English
    ("x1", GARDEN, ("bitte nur 10 Versuche",), {TRIALS: 10}),
    ("x2", GARDEN, ("Le budget est de 300 francs maintenant",), {COST: Either((300,)), MONEY: Either(("CHF", "EUR"))}),
    ("x3", GARDEN, ("Please to make 10 trial only, the machine it is needed",), {TRIALS: 10}),
    ("x4", COURT, ("mejor 20% para la prueba",), {"data.holdout": 0.2}),
    ("x5", LAB, ("the deadline we must put on 5 February",), {DATE: "2027-02-05"}),
    # letters, tables, slang
    ("n1", HOSP,("Dear all, the board gave us less: 1,100 euros. Regards, Ines",),{COST:1100}),
    ("n2", HOSP,("One correction: 12 February is a holiday here, the 19th please.",),{DATE:"2027-02-19"}),
    ("n3", HOSP,("We would feel safer with ninety-four percent.",),{ACCURACY:">= 0.94"}),
    ("n4", HOSP,("The date is no longer fixed, take as long as you need.",),{DATE:None}),
    ("n5", HOSP,("Our data protection officer says a European cloud is acceptable.",),{"privacy.egress":True,"compute.region":Either((None,"europe","eu"))}),
    ("n6", HOSP,("Could GPT-5 label another 200 complaints for us? Data must still stay inside.",),{"disputed":{"privacy.egress"},"privacy.egress":Either((False,True,None)),"data.synthetic.examples":Either((None,200))}),
    ("n7", HOSP,("Why 90%?","I understand. Then 85.",),{ACCURACY:">= 0.85"}),
    ("n8", HOSP,("We treated 12,400 patients last year on 9 wards.",),{}),
    ("n9", HOSP,("what if the budget were 3,000 euros?","No, stay with 1,500."),{}),
    ("n10", HOSP,("The 1,500 euros include VAT, by the way.",),{}),
    ("n11", BREW,("actually make it 80 quid, just sold a keg 🍻",),{COST:80}),
    ("n12", BREW,("qlora then, gpu is tiny",),{"model.adapter":"qlora"}),
    ("n13", BREW,("short before correct pls",),{"rubric.brevity":0.5,"rubric.correctness":0.3}),
    ("n14", BREW,("swap tone and short",),{"rubric.brevity":1.0,"rubric.tone":0.3}),
    ("n15", BREW,("ten's too many. five.",),{TRIALS:5}),
    ("n16", BREW,("twice as many tries",),{TRIALS:20}),
    ("n17", BREW,("use llama 3.1 8b not mistral",),{"model.base":Either(("llama 3.1 8b","llama-3.1-8b","Llama-3.1-8B"))}),
    ("n18", BREW,("we brew 7 beers, 5% to 9% alcohol",),{}),
    ("n19", BREW,("lol ok","go","cheers!! 🍺 see you at 6"),{}),
    ("n20", BREW,("forget the short thing","nah put it back"),{}),
    ("n21", BREW,("no money limit, my gran pays",),{COST:None,MONEY:None}),
    ("n22", PORT,("trials = 12, budget = 700 USD",),{TRIALS:12,COST:700}),
    ("n23", PORT,("| trials | 30 |\n| holdout | 20% |",),{TRIALS:30,"data.holdout":0.2}),
    ("n24", PORT,("Row 'p95 latency' is obsolete, remove it.",),{P95:None}),
    ("n25", PORT,("Drop Spanish, add French.",),{"languages":{"pt","fr"}}),
    ("n26", PORT,("holdout: 15% -> 10%",),{"data.holdout":0.1}),
    ("n27", PORT,("Currency is EUR, not USD.",),{MONEY:"EUR"}),
    ("n28", PORT,("+100 USD",),{COST:1000}),
    ("n29", PORT,("Reduce trials by half, raise p95 to 5 s.",),{TRIALS:12,P95:Either(("< 5","<= 5"))}),
    ("n30", PORT,("Please don't remove the latency row.",),{}),
    ("n31", PORT,("set budget.cost=null",),{COST:None,MONEY:None}),
    ("n32", RAIL,("Hallucinations: 2% is acceptable.",),{"gates.hallucination_rate":Either(("< 0.02","<= 0.02"))}),
    ("n33", RAIL,("Start smaller: 2% of the depots.",),{ROLLOUT:[2,20,60,100]}),
    ("n34", RAIL,("Skip the 60% stage.",),{ROLLOUT:[5,20,100]}),
    ("n35", RAIL,("four H100 are free now",),{"compute.gpus":4}),
    ("n36", RAIL,("another 20 GPU hours are possible",),{"budget.gpu_hours":100}),
    ("n37", RAIL,("It doesn't have to beat search any more.",),{"gates.win_rate":None}),
    ("n38", RAIL,("Retrain below 80% already.",),{"monitoring.retrain_when.value":0.8}),
    ("n39", RAIL,("No automatic retraining, please.",),{"monitoring.retrain_when.value":None,"monitoring.retrain_when.metric":None,"monitoring.retrain_when.op":None}),
    ("n40", RAIL,("The section quoting isn't needed.",),{"rubric.citation":None}),
    ("n41", RAIL,("We have 212 depots and 3,900 signals.",),{}),
    ("n42", RAIL,("How did you come up with 80 GPU hours?","Fine. 100 then."),{"budget.gpu_hours":100}),
    ("n43", BOOK,("500 synthetic ones",),{"data.synthetic.examples":500}),
    ("n44", BOOK,("no synthetic ones after all",),{"data.synthetic.examples":None}),
    ("n45", BOOK,("12B is the new maximum",),{"model.max_parameters":12e9}),
    ("n46", BOOK,("just English",),{"languages":{"en"}}),
    ("n47", BOOK,("French out, Italian in",),{"languages":{"en","it"}}),
    ("n48", BOOK,("ollama as well",),{"delivery.formats":{"gguf","ollama"}}),
    ("n49", BOOK,("safetensors instead of gguf",),{"delivery.formats":{"safetensors"}}),
    ("n50", BOOK,("mentioning competitors is fine",),{"rubric.policy":None}),
    ("n51", BOOK,("we have 31 shops and 400 staff; turnover 22 million",),{}),
    ("n52", BOOK,("keep 10% aside, cap it at 300 euros, 8 trials",),{"data.holdout":0.1,COST:300,MONEY:"EUR",TRIALS:8}),
    ("n53", BOOK,("300 euros","no wait, 250","what does that buy?","ok, 300 again"),{COST:300,MONEY:"EUR"}),
    ("n54", BOOK,("Lou: 20 trials\nSam: our GPU is busy, 8\nLou: ok",),{TRIALS:8}),
    ("o1", HOSP,("The works council says we must not use staff names; drop every record with personal data.",),{"data.cleaning.pii":"drop"}),
    ("o2", HOSP,("Is 1,500 enough?","ok","and 8 trials"),{TRIALS:8}),
    ("o3", HOSP,("Please keep the 90%, but move the date to the end of February.",),{DATE:"2027-02-28"}),
    ("o4", HOSP,("money: 2k",),{COST:2000}),
    ("o5", HOSP,("Half the money has to do.",),{COST:750}),
    ("o6", HOSP,("We can wait until March 15.",),{DATE:"2027-03-15"}),
    ("o7", BREW,("budget's gone up to 75",),{COST:75}),
    ("o8", BREW,("make that eighty quid and a dozen trials",),{COST:80,TRIALS:12}),
    ("o9", BREW,("correctness isn't important, remove it from the list",),{"rubric.correctness":None}),
    ("o10", BREW,("why lora?","fair enough. and why mistral?","ok go"),{}),
    ("o11", BREW,("what about full fine tuning?",),{"model.adapter":Either(("lora","none"))}),
    ("o12", BREW,("not 60, 65 😅",),{COST:65}),
    ("o13", BREW,("tone last",),{"rubric.correctness":1.0,"rubric.brevity":0.5,"rubric.tone":0.3}),
    ("o14", PORT,("The latency requirement: 3 s rather than 4.",),{P95:Either(("< 3","<= 3"))}),
    ("o15", PORT,("Finance has a veto on 900. 650.",),{COST:650}),
    ("o16", PORT,("Trials: minus 4.",),{TRIALS:20}),
    ("o17", PORT,("Add Galician; Spanish stays.",),{"languages":{"pt","es","gl"}}),
    ("o18", PORT,("Two more languages: Catalan and Basque.",),{"languages":{"pt","es","ca","eu"}}),
    ("o19", PORT,("I mistyped the budget, it's 90 USD.",),{COST:90}),
    ("o20", PORT,("20% holdout","hm, is that too much?","yes, make it 12"),{"data.holdout":0.12}),
    ("o21", RAIL,("Let the 20% stage be 30%.",),{ROLLOUT:[5,30,60,100]}),
    ("o22", RAIL,("Only 60 GPU hours left this quarter.",),{"budget.gpu_hours":60}),
    ("o23", RAIL,("1% hallucinations is unrealistic, our old tool had 6%. 3% please.",),{"gates.hallucination_rate":Either(("< 0.03","<= 0.03"))}),
    ("o24", RAIL,("H100s are gone, take A100s",),{"compute.gpu":"a100"}),
    ("o25", RAIL,("one H100 must be enough",),{"compute.gpus":1}),
    ("o26", RAIL,("the depots in the north have 4G only",),{}),
    ("o27", BOOK,("thank you","perfect","could we get it in vLLM format too?"),{"delivery.formats":{"gguf","vllm"}}),
    ("o28", BOOK,("cap the size at 4B",),{"model.max_parameters":4e9}),
    ("o29", BOOK,("no more than 100 synthetic ones",),{"data.synthetic.examples":100}),
    ("o30", BOOK,("add a latency limit: 1.5 s at p95",),{P95:Either(("< 1.5","<= 1.5"))}),
    ("o31", BOOK,("do you think 8B is too big?",),{}),
    ("o32", GARDEN,("only care_chats.jsonl, the pdf is outdated",),{"sources":{"care_chats.jsonl"},"role of plants.pdf":None}),
    ("o33", GARDEN,("take the pdf out",),{"sources":{"care_chats.jsonl"},"role of plants.pdf":None}),
    ("o34", GARDEN,("@nina 16 is a lot\n@tom agree, 10?\n@nina yes 10",),{TRIALS:10}),
    ("o35", GARDEN,("accuracy and speed both don't matter",),{ACCURACY:None,P95:None}),
    ("o36", GARDEN,("make everything as it was at the start","ok"),{}),
    ("o37", LAB,("10 trials and 500 USD","drop the money again"),{TRIALS:10}),
    ("o38", LAB,("your plan looks fine, only the F1: 0.78",),{"gates.f1":">= 0.78"}),
    ("o39", LAB,("QLoRA instead",),{"model.adapter":"qlora"}),
    ("o40", COURT,("the cloud is allowed","no, our managing partner says nothing leaves after all"),{}),
    ("o41", COURT,("12% is too little for testing",),{}),
    ("o42", COURT,("retraining every quarter is plenty",),{"monitoring.every_days":Either((90,91))}),
    ("o43", CLUB,("don't begin with 20, 10 is safer",),{ROLLOUT:[10,50,100]}),
    ("o44", CLUB,("60 euros max, the rest of it stays",),{COST:60}),
    ("o45", FLEET,("dense","hm no, experts again please"),{}),
    ("o46", FLEET,("a third fewer synthetic examples",),{"data.synthetic.examples":200}),
]  # fmt: skip

# another goal: the limits that it says hold, and no others
ANEW: list[tuple[str, str, Digest]] = [
(HOSP,"Change of plan. Forget the complaints. We would rather have discharge letters summarised for GPs; letters.jsonl has both. Same budget, and of course the data still stays in the hospital.",{"task":"summarization","sources":{"letters.jsonl"},COST:1500,MONEY:"EUR","privacy.egress":False}),
(BREW,"ok different thing: a bot for the taproom that answers what's on tap, from taps.csv. same money, same base model.",{"task":Either(("support_chat","document_qa")),"sources":{"taps.csv"},COST:60,MONEY:"GBP","model.base":"mistral-7b"}),
(PORT,"Next project: extract vessel name and ETA from telexes.jsonl. Keep the money limit. Everything else is new.",{"task":"extraction","sources":{"telexes.jsonl"},COST:900,MONEY:"USD"}),
(RAIL,"We have a second request besides this, please start a new plan: classify fault reports in faults.csv by subsystem. Hardware as before.",{"task":"classification","sources":{"faults.csv"},"compute.gpus":2,"compute.gpu":"h100"}),
(BOOK,"Scrap all of that. New idea: blurbs! Write blurbs for new books, blurbs.jsonl. No limits this time.",{"task":"writing","sources":{"blurbs.jsonl"}}),
(GARDEN,"Now for something else: sort our supplier mails by urgency, suppliers.csv, the budget from before applies again.",{"task":"classification","sources":{"suppliers.csv"},COST:400,MONEY:"CHF"}),
(LAB,"This is a separate matter: we need a model that drafts replies to referring doctors, replies.jsonl. Deadline and GPU hours as before.",{"task":Either(("writing","support_chat")),"sources":{"replies.jsonl"},DATE:"2027-01-20","budget.gpu_hours":60}),
]  # fmt: skip


@pytest.mark.parametrize(
    ("opening", "turns", "changes"),
    [pytest.param(*case[1:], id=f"{case[0]}: {' / '.join(case[2])[:80]}") for case in CASES],
)
def test_what_holds_at_the_end(opening: str, turns: tuple[str, ...], changes: Digest) -> None:
    check_after(opening, None, turns, changes)


@pytest.mark.parametrize(("opening", "turn", "wanted"), [pytest.param(*case, id=case[1][:70]) for case in ANEW])
def test_a_new_goal_takes_along_what_it_says(opening: str, turn: str, wanted: Digest) -> None:
    found = {name: value for name, value in digest(read_turns(opening, turn)).items() if not name.startswith("role of")}
    assert found.keys() == wanted.keys()
    assert all(same(wanted[name], found[name]) for name in wanted)
