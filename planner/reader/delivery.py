"""How the model is handed over: file formats, an endpoint, a roll-out by steps."""

import itertools
import re

from planner.claims import Dispute
from planner.reader.draft import Draft
from planner.reader.negation import negated
from planner.reader.patterns import Hit, Lexicon
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
            endpoint; endpoints; api; rest api; served; serve it; serving; openai compatible; http interface;
            host|hosted ... as ?a service; web service; callable over|via http;
            call|calls|reach|query it|him|the ?model over|via|through http|https|rest|api; url we can call;
            reachable over http; service ... call; schnittstelle; point d acces; endpunkt; inference server;
            live service; something our|the|your app*|website|shop|software can call|talk
        """
    }
)
_ROLL = Lexicon({
    "roll": """
        roll out; rollout; roll it out; rolled out; canary; start with|at; begin with|at; first; pilot; ramp*;
        phased; phase; stages; gradual*; step by step;
        of users|customers|traffic|chats|callers|visitors|calls|tickets|conversations|shops|branches|staff|people|users|guests|requests|stores|agents|mails|tenants|patients|drivers;
        live; launch; go live; goes live; expand*; let ... onto; open it to|for; release; einfuhr*; deploi*;
        despliegue; lancamento; rilascio; uitrol; initially; switch on|over; then; try it on; let it loose on;
        expose; to begin with
    """,
    "strong": """
        goes|go|give|given|handed|open|opened|available ?it to; roll out; rollout; roll it out; rolled out;
        canary; start with|at; begin with|at; pilot; ramp*; phased; go live; goes live; launch; live ?traffic;
        first; initially; let it loose; try it on; expose; switch; open it; release; progressiv*; schrittweise;
        in stages; step by step; delivery.rollout; to begin with; roll
    """,
})  # fmt: skip
_ALL = frozenset(
    "everyone everybody all everywhere everything rest full alle tous todos tutti iedereen allen others".split()
)


def read_delivery(draft: Draft) -> None:
    _rollout(draft)
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
        denied = negated(document, hit.first, hit.last)
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
        if words[0] in ("api", "endpoint", "endpoints") and {"existing", "old", "ask"} & before:
            continue
        if draft.value("delivery.endpoint") is None or denied is draft.value("delivery.endpoint"):
            low = (
                max(document.sentences[document.tokens[hit.first].sentence][0], hit.first - 2) if denied else hit.first
            )
            keyed = document.norms(hit.last + 1, hit.last + 3)
            value = not denied if keyed[:1] != ["="] else keyed[1:2] in (["true"], ["yes"], ["on"])
            draft.set("delivery.endpoint", value, low, hit.last + (2 if keyed[:1] == ["="] else 0))


def _rollout(draft: Draft) -> None:
    """ "Start with 5% of users", "5% -> 20% -> 100%", "10% of the chats first, 50% later, then everybody"."""
    document = draft.document
    tokens = document.tokens
    hits = _ROLL.find(document)
    for sentence, (first, last) in document.sentences.items():
        if _stairs(
            draft,
            first,
            last,
            [h for h in hits if document.tokens[h.first].sentence == sentence and h.concept == "strong"],
        ):
            return
        shares = [i for i in range(first, last) if tokens[i].kind == "share" and draft.free(i)]
        numbers = [i for i in range(first, last) if tokens[i].kind in ("share", "num") and draft.free(i)]
        block = document.block_of[first]
        framed = any(
            w in document.frame(last - 1)
            for w in (
                "roll",
                "launch",
                "go-live",
                "go live",
                "deploy",
                "delivery",
                "rollout",
                "einführ",
                "release",
                "after",
            )
        )
        here = [h for h in hits if tokens[h.first].sentence == sentence]
        arrows = sum(document.norm(i) == "->" for i in range(first, last))
        strong = [h for h in here if h.concept == "strong"]
        weak = [h for h in here if h.concept == "roll"]
        steps: list[int] = []
        if (
            strong
            and len(numbers) >= 2
            and any(document.norm(i) in ("%",) for i in range(first, last)) is False
            and arrows
            and len(numbers) > len(shares)
        ):
            steps = numbers
        elif shares and (
            (strong and (weak or framed or arrows or len(shares) > 1))
            or (framed and weak)
            or (arrows and len(shares) >= 2)
        ):
            steps = [i for i in shares if _is_step(draft, i, strong, framed, len(shares), arrows)]
            if steps and strong and steps[0] == shares[0]:
                steps = shares  # what began as a row of steps goes on as one
            if arrows and len(numbers) > len(steps) >= 1:
                steps = [
                    i
                    for i in numbers
                    if tokens[i].kind == "share"
                    or (0 < float(tokens[i].value) <= 100 and "->" in (document.norm(i + 1), document.norm(i - 1)))
                ]
        elif (strong and framed and len(numbers) >= 2 and {"percent", "%"} & set(document.norms(first, last))) or (
            strong
            and any(
                h.concept == "strong"
                and {"rollout", "roll", "canary", "ramp"} & set(document.norms(h.first, h.last + 1))
                for h in strong
            )
            and document.norm(last - 1) == "]"
        ):
            steps = numbers
        if not steps:
            continue
        if shares and len(numbers) > len(steps) and strong:
            bare = [
                i
                for i in numbers
                if i not in steps
                and tokens[i].kind == "num"
                and steps[0] - 8 < i < steps[-1] + 9
                and 0 < float(tokens[i].value) <= 100
                and document.norm(i + 1) in word_set(", then -> and / -")
            ]
            steps = sorted(steps + bare)
        values = [round(float(tokens[i].value) * (100 if tokens[i].kind == "share" else 1), 4) for i in steps]
        if values != sorted(values):
            continue
        end = steps[-1]
        end_sentence = last
        follow = document.sentences.get(sentence + 1)
        if (
            follow
            and document.block_of[follow[0]] is block
            and set(document.norms(*follow)) & _ALL
            and word_set("then later after afterwards finally and rest follows follow") & set(document.norms(*follow))
            and follow[1] - follow[0] < 22
        ):
            more = [i for i in range(*follow) if tokens[i].kind == "share" and draft.free(i)]
            values += [round(float(tokens[i].value) * 100, 4) for i in more]
            draft.use(*more)
            end_sentence = follow[1]
        for i in range(steps[-1] + 1, end_sentence):
            if (
                document.norm(i) in _ALL
                and (values[-1] < 100)
                and not (
                    document.norm(i) == "all"
                    and document.norm(i + 1) in word_set("the our of goes is right along in")
                    and not {"then", "later", "to", "finally"} & set(document.norms(i - 3, i))
                )
            ):
                if document.norm(i) in ("all", "full", "rest", "others") and not word_set(
                    "then later to finally for -> the after by and"
                ) & set(document.norms(i - 4, i)):
                    continue
                values.append(100.0)
                end = i
                break
        low = min([steps[0], *(h.first for h in strong if h.first >= first and abs(h.first - steps[0]) < 6)])
        draft.set("delivery.rollout", [int(v) if v == int(v) else v for v in values], low, max(end, steps[-1]))
        draft.use(*steps)
        return


_STAIRS = re.compile(
    r"(?<![\w.])\d{1,3}(?:\.\d)?(?: ?%)?(?: ?(?:->|→|-|–|/|,|>|then|and|, then|, and) ?\d{1,3}(?:\.\d)?(?: ?(?:%|percent))?)+(?![\w.]\d)"
)


def _stairs(draft: Draft, first: int, last: int, strong: list[Hit]) -> bool:
    """ "5/20/50/100 percent", "1-5-25-100", "steps of 10, 40 and 100 %": rising figures written in a row."""
    document = draft.document
    if not strong:
        return False
    start, end = document.tokens[first].start, document.tokens[last - 1].end
    for found in _STAIRS.finditer(document.text, start, end):
        values = [float(n) for n in re.findall(r"\d+(?:\.\d)?", found.group())]
        tokens = [
            i
            for i in range(first, last)
            if document.tokens[i].start < found.end() and document.tokens[i].end > found.start()
        ]
        rising = all(a < b for a, b in itertools.pairwise(values)) and values[0] > 0 and values[-1] <= 100
        sure = "%" in found.group() or "percent" in document.text[found.start() : found.end() + 9] or values[-1] == 100
        if not (rising and sure and len(values) >= 2) or any(
            document.tokens[i].kind in ("date", "money", "gpu_hours") or i in draft.used for i in tokens
        ):
            continue
        near = min(min(document.distance(h.first, tokens[0]), document.distance(h.last, tokens[0])) for h in strong)
        if near > 2.5:
            continue
        whole = [int(v) if v == int(v) else v for v in values]
        tail = range(tokens[-1] + 1, last)
        if (
            values[-1] < 100
            and (everyone := next((i for i in tail if document.norm(i) in _ALL - {"all", "full"}), None)) is not None
        ):
            whole.append(100)
            tokens.append(everyone)
        draft.set(
            "delivery.rollout",
            whole,
            min(tokens[0], min((h.first for h in strong if 0 <= tokens[0] - h.first < 6), default=tokens[0])),
            tokens[-1],
        )
        draft.use(*tokens)
        return True
    return False


def _is_step(draft: Draft, i: int, strong: list[Hit], framed: bool, shares: int, arrows: int) -> bool:
    document = draft.document
    if arrows and "->" in (document.norm(i - 1), document.norm(i + 1)):
        return True
    after = document.norms(i + 1, i + 5)
    audience = word_set(
        "users customers traffic chats callers visitors calls tickets conversations shops "
        "branches staff people guests requests stores agents shop mails floor employees "
        "clients drivers patients tenants them students audience load queue sites accounts "
        "messages everyone members readers households inbox emails teams"
    )
    if {"right", "correct", "accuracy", "wrong", "accurate"} & set(document.norms(i - 4, i + 6)) and not audience & set(
        after
    ):
        return False
    if audience & set(after):
        return True
    near = min((min(document.distance(h.first, i), document.distance(h.last, i)) for h in strong), default=9.0)
    return (
        near < 0.9 or framed or (shares > 1 and near < 3 and document.norm(i - 1) in word_set("then to and , later at"))
    )
