"""How the model is handed over and let loose step by step, in many mouths."""

from typing import Any

import pytest

from tests.planner.reader.settings_bank import faults


def steps(*shares: float) -> dict[str, Any]:
    return {"delivery.rollout": list(shares)}


def formats(*names: str) -> dict[str, Any]:
    return {"delivery.formats": list(names)}


ENDPOINT = {"delivery.endpoint": True}
BANK: list[tuple[str, dict[str, Any]]] = [
    ("It begins with 15% of the mail, then 40%, then all.", steps(15, 40, 100)),
    ("start with a tenth of the visitors and then everybody", steps(10, 100)),
    ("5 percent, 30 percent, all", steps(5, 30, 100)),
    ("Rollout: 10 %, 50 %, 100 %", steps(10, 50, 100)),
    ("First a fifth of the calls, half of them a week later, finally the lot.", steps(20, 50, 100)),
    ("Let 3% of callers talk to it for a week, after that a quarter, after that the whole lot.", steps(3, 25, 100)),
    ("At the beginning only one in twenty customers should get it.", steps(5)),
    ("One ticket in ten goes to it at first, one in two after a fortnight.", steps(10, 50)),
    ("Put it in front of 8% of shoppers to begin with.", steps(8)),
    ("rollout=[5,25,100]", steps(5, 25, 100)),
    ("roll-out 2/10/100", steps(2, 10, 100)),
    ("Launch plan:\n- week 1: 5% of users\n- week 2: 20% of users\n- week 4: everyone", steps(5, 20, 100)),
    ("| phase | share |\n|---|---|\n| pilot | 10% |\n| second | 40% |\n| final | 100% |", steps(10, 40, 100)),
    ("We open it for a third of the branches first, then for all of them.", steps(33.3333, 100)),
    ("Only 1 % of the traffic in December, 10 % in January, everything from February.", steps(1, 10, 100)),
    ("please not to all at once: 20% and then the rest", steps(20, 100)),
    ("Make it available to ten percent, then thirty, then seventy, then a hundred.", steps(10, 30, 70, 100)),
    ("step one 5%, step two 15%, step three 60%, last step full", steps(5, 15, 60, 100)),
    ("Initially it takes 12% of the chats.", steps(12)),
    ("canary 1%", steps(1)),
    ("it starts at 5 then 20 then 100 percent", steps(5, 20, 100)),
    ("It should take over slowly: 10 percent of the letters in week one, 35 percent in week two, all in week three.", steps(10, 35, 100)),
    ("Erst 10 % der Kunden, dann 50 %, dann alle.", steps(10, 50, 100)),
    ("D'abord 5 % des clients, puis 25 %, puis tous.", steps(5, 25, 100)),
    ("We'd let it answer a quarter of the mails and if that goes well all of them.", steps(25, 100)),
    ("Start small - 4% of requests - and go to 100% when the numbers hold.", steps(4, 100)),
    ("Go live with 30% of stores and the remaining stores a month after.", steps(30, 100)),
    # no roll-out
    ("10% of the mails are spam, 30% are complaints and all are in English.", {}),
    ("Half of our visitors are from abroad.", {}),
    ("It starts at 9 and all shops close at 6.", {}),
    ("In the first year 5% of customers left, then 20%.", {}),
    ("All of our customers should be able to use it.", {}),
    ("Discounts start with 10%, then 20%, then 50% in the sale.", {}),
    ("The pilot last year reached 12% of our staff.", {}),
    ("Our first reply solves 60% of tickets.", {}),
    ("Attendance went from 20% to 60%.", {}),
    # formats and the way to call it
    ("with an address on which our software can ask it", ENDPOINT),
    ("We want to reach it over HTTP from our shop.", ENDPOINT),
    ("Our app must be able to query it through a REST interface.", ENDPOINT),
    ("Give us a URL that the website can send questions to.", ENDPOINT),
    ("Please also run it as a service which the CRM can call.", ENDPOINT),
    ("with an OpenAI-compatible API", ENDPOINT),
    ("At the end I want a web address that my program talks to.", ENDPOINT),
    ("endpoint: yes", ENDPOINT),
    ("endpoint: no", {"delivery.endpoint": False}),
    ("No endpoint, just the files.", {"delivery.endpoint": False}),
    ("We don't need an API, it runs in a nightly script.", {"delivery.endpoint": False}),
    ("I want to use it in Ollama on my laptop afterwards.", formats("ollama")),
    ("As GGUF please, for llama.cpp.", formats("gguf")),
    ("Deliver safetensors and gguf.", formats("safetensors", "gguf")),
    ("We serve with vLLM.", formats("vllm")),
    ("format: GGUF + safetensors", formats("gguf", "safetensors")),
    ("Weights as safetensors, no gguf.", formats("safetensors")),
    ("It has to load in LM Studio.", formats("gguf")),
    # neither
    ("Our guests often ask for the address of the hotel.", {}),
    ("The API of our booking system is described in the documents.", {}),
    ("Questions about our REST endpoints come up a lot.", {}),
    ("Breakfast is served from 7.", {}),
    ("The chats come from the old API.", {}),
]  # fmt: skip


@pytest.mark.parametrize(("words", "wanted"), [pytest.param(*pair, id=pair[0][:90]) for pair in BANK])
def test_the_words_settle(words: str, wanted: dict[str, Any]) -> None:
    assert faults(words, wanted) == []
