"""How the model is handed over: file formats and an endpoint."""

from planner.claims import Dispute
from planner.reader.asides import unwanted
from planner.reader.draft import Draft
from planner.reader.negation import negated
from planner.reader.patterns import Lexicon
from planner.reader.words import word_set

_FORMATS = Lexicon({
    "safetensors": "safetensors; safe tensors; safetensor",
    "gguf": "gguf; llama cpp; llamacpp; lm studio; ggml; llama.cpp",
    "ollama": "ollama; olama",
    "vllm": "vllm; v llm",
})  # fmt: skip
_ENDPOINT = Lexicon(
    {
        "endpoint": """
            endpoint; endpoints; api; rest api; served; serve it; serving; url|address|endpoint ?where|that|which ?it|our|the|we ?app|site|system|software ?can|could call|calls|answers|answer|reach|ask|listen*; where it answers|listens; talk|talks|speak|speaks to it|him over|via|through http|https|rest|api; openai compatible; http interface;
            host|hosted ... as ?a service; web service; callable over|via http;
            call|calls|reach|query it|him|the ?model over|via|through http|https|rest|api; url we can call;
            reachable over http; service ... call; schnittstelle; point d acces; endpunkt; inference server;
            live service; something our|the|your app*|website|shop|software can call|talk;
            address|url ..... software|website|program|shop|app|system ?can|could talk|talks|ask|asks|call|calls|send|sends|reach|query|use;
            query|call|reach|ask it ..... rest|http|interface|api; rest interface; address ... ask|call it
        """
    }
)


def read_delivery(draft: Draft) -> None:
    document = draft.document
    for hit in _FORMATS.find(document):
        if not negated(document, hit.first, hit.last) and not any(
            c.value == hit.concept for c in draft.items("delivery.formats")
        ):
            if {"currently", "today"} & set(document.norms(hit.first - 4, hit.first)):
                continue
            draft.claim("delivery.formats", hit.concept, hit.first, hit.last)
        elif negated(document, hit.first, hit.last):
            draft.withdrawn.append(("delivery.formats", hit.concept, document.quote(hit.first, hit.last)))
            asked = next((c for c in draft.items("delivery.formats") if c.value == hit.concept), None)
            if asked is not None and not document.turn:
                draft.disputes.append(Dispute(
                    fields=["delivery.formats"], problem=f"The request both asks for the format {hit.concept} and rules it out.",
                    suggestion="Say in which format the model should come.", quotes=[asked.quote, document.quote(hit.first, hit.last)],
                ))  # fmt: skip
    for hit in _ENDPOINT.find(document):
        words = document.norms(hit.first, hit.last + 1)
        denied = negated(document, hit.first, hit.last) or unwanted(document, hit.first)
        before = set(document.norms(hit.first - 4, hit.first))
        if (
            words[0] in ("api", "served", "serving", "schnittstelle")
            and not denied
            and not word_set("as an via through behind with rest compatible over") & before
        ):
            continue
        if words[0] == "api" and (
            word_set("key keys calls call docs of openai") & set(document.norms(hit.last + 1, hit.last + 2))
            or word_set("outside external cloud from no their our") & before
        ):
            continue
        if words[0] in ("served", "serving") and (
            {"customers", "guests", "food", "been"} & set(document.norms(hit.first - 2, hit.last + 3))
            or "as" not in document.norms(hit.last + 1, hit.last + 5)
        ):
            continue
        if "come up" in " ".join(document.norms(hit.last + 1, hit.last + 5)) or {"questions", "about"} <= before:
            continue
        if words[0] in ("api", "endpoint", "endpoints") and {"existing", "old", "ask"} & before:
            continue
        if draft.value("delivery.endpoint") is None or denied is draft.value("delivery.endpoint"):
            low = (
                max(document.sentences[document.tokens[hit.first].sentence][0], hit.first - 2) if denied else hit.first
            )
            keyed = document.norms(hit.last + 1, hit.last + 3)
            value = not denied if keyed[:1] != ["="] else keyed[1:2] in (["true"], ["yes"], ["on"])
            draft.set("delivery.endpoint", value, low, hit.last + (2 if keyed[:1] == ["="] else 0))
