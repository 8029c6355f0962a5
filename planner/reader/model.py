"""The model itself: dense or experts, its base, its size, how it is tuned, new words."""

import re

from planner.reader.comparators import Comparators
from planner.reader.draft import Draft
from planner.reader.negation import negated, replaced
from planner.reader.patterns import Lexicon

_SHAPE = Lexicon({
    "moe": """
        mixture of experts; mixture of specialists; moe; sparse model; expert model; experts ... routing|router|routed|one per|each; specialists ... one|inside|single|same model|door|roof; <num> experts|specialists; experts|specialists|expert|specialist ... one for each|every; one expert|specialist ?each per|for; an expert|specialist per|for each|every; expert|specialist sub models|parts|networks; each with its own expert|specialist; melange d experts; mezcla de expertos; mistura de especialistas; mixtur*; mengsel van experts; miscela di esperti; experten|spezialisten ... modell; routed to ?the right expert|specialist; experts=<num>; gated experts; switch transformer; sparse experts; sparse mixture; specialists ... routing; team of specialists inside; own expert|specialist; several|different|separate experts|specialists ... one model|roof|door; mixed experts""",
    "dense": "dense model; dense; ordinary dense; plain model; plain ?single model; simple model; one plain model; architecture=dense; ordinary model please; monolithic; single dense; conventional model",
})  # fmt: skip
_EXPERTS = Lexicon({
    "experts": "experts; specialists; expert; specialist; expert|specialist models|networks|blocks; experten; spezialisten; fachleute ... modell; expertos; especialistas; specialisti; esperti; sub models; submodels; num_experts; model.experts",
    "people": "our|the|two|three|of|medical|domain|subject|human|in house experts; expert panel; experts say|said|agree|rate*|label*|wrote|answered|checked; team of ... experts; specialists from|in our; our specialists; expert on duty; agree with our experts; specialist team; experts who; specialist doctor*; experts at; our expert",
})  # fmt: skip
_IN_ALL = Lexicon({"count": "<num> in all|total; <num> altogether|overall; <num> of them; so <num>; that makes <num>"})
_ADAPTER = Lexicon({
    "lora": "lora; lo ra; low rank adapt*; low rank; small adapter; adapter only; adapter; adapters; peft; add on layer*",
    "qlora": "qlora; q lora; 4 bit lora; quantized|quantised lora; lora ... 4 bit|4bit; 4bit|4 bit adapter*; four bit lora|adapter*; lora in 4 bit",
    "none": """
        full fine tun*; full finetun*; full tuning; full parameter*; full weight*; fully fine tune*; fully finetune*; train|tune|tuning|training|update|adjust|touch|change ... all|every|whole|entire ?of ?the ?its weight|weights|parameters|parameter; all ?the|its weights; every weight; all parameters; full ft; full sft; no adapters; no adapter; without adapters|adapter; tune the whole|entire model|network|thing; fine tune the whole|entire|complete model; train the whole|entire model; all the weights; not|no just|only ... adapter; whole network; alle gewichte; tous les poids; todos los pesos; todos os pesos; tutti i pesi; alle gewichten; all layers; every layer; complete fine tun*; every parameter; all its parameters; entire weights""",
})  # fmt: skip
_VOCABULARY = Lexicon({
    "extend": """
        words of its|their own; add|put|include|teach|extend|expand|enlarge|enrich|grow|take|widen|give ..... vocabulary|tokenizer|tokeniser|tokens; vocabulary ... extend*|expand*|enlarge*|grow*|wider|new; new|own|domain|extra|special|additional tokens; extend the vocab*; extended vocabulary; vocab extension|extend; vocabulary=extend; vocab=extend; tokens of their|its own; tokens for; tokenizer|tokeniser ... learn*|know*|include*|our|extend*|extra; terms|words|names|codes|jargon ... as ?single|own|whole tokens; vocabular ... erweitern; own words in|into ?the vocabulary; single token; as one token; words ... into its vocabulary; erweiter* vokabular; etend* le vocabulaire; ampli* el vocabulario; ampli* o vocabulario""",
    "keep": "keep|leave|same ... vocabulary|tokenizer|tokeniser; vocabulary|tokenizer|tokeniser ... as ?it is|unchanged|stays|alone|untouched; vocabulary=keep; vocab=keep; no new tokens; dont touch|change the vocabulary|tokenizer|tokeniser; standard vocabulary|tokenizer; without new tokens",
})  # fmt: skip
_SIZE = Lexicon({
    "size": """
        parameters; params; model; bigger; larger; size; smaller; max_params; max_parameters; billion; weights; small; cap; sized; small model; modell; modelo; modele; modello; grosser; grosses; plus grand; mas grande; maior; piu grande; groter; in total; model.max_parameters; fits; stay under; up to; not bigger|larger; tiny; ones; nothing bigger|larger|above|over; anything bigger|larger|above|over; class; range""",
})  # fmt: skip
_SCRATCH = Lexicon({"scratch": "from scratch; from zero; from the ground up; base=scratch; base: scratch; random ?initial weights; no pretrained ?base ?model; without ?a|any pretrained; no base model; own small model trained only on; brand new model ... nothing; start from nothing; start from zero; von null; von grund auf; a partir de zero; desde cero; do zero; da zero; de zero; vanaf nul; nothing pretrained; untrained network; not|no|nobody ... someone elses|foreign model"})
FAMILIES = ("mistral", "mixtral", "ministral", "codestral", "magistral", "pixtral", "llama", "qwen", "gemma", "phi", "smollm", "tinyllama", "codellama", "starcoder", "eurollm", "falcon", "granite", "deepseek")
_FAMILY = Lexicon({"base": f"{'|'.join(FAMILIES)} as ?a|the|our base|basis|start|starting; base ?model ?is|:|= {'|'.join(FAMILIES)}; fine tune|finetune|tune|use|take|start ?from|with ?a|the|on {'|'.join(FAMILIES)}; based on {'|'.join(FAMILIES)}; {'|'.join(FAMILIES)} as the base|basis; on top of {'|'.join(FAMILIES)}; codestral; mixtral; smollm; tinyllama; codellama; starcoder"})
_BASE_VERBS = frozenset("base use using take start from on fine tune finetune tuned based model with starting adapt build foundation keep stay go switch our the an a in of train want like".split())
_FOREIGN = frozenset("than not unlike versus vs against beat beats replaces replaced currently used tried instead old evaluated".split())


def read_model(draft: Draft, comparators: Comparators) -> None:
    _base(draft)
    _size(draft, comparators)
    _shape(draft)
    _experts_in_all(draft)
    _adapter(draft)
    _one_of(draft, _VOCABULARY, "model.vocabulary")


def _base(draft: Draft) -> None:
    document = draft.document
    for i, token in enumerate(document.tokens):
        if token.kind != "model" or token.masked:
            continue
        if negated(document, i, i, reach=4) or set(document.norms(i - 2, i)) & _FOREIGN:
            draft.use(i)
            continue
        text = document.text[token.start : token.end].strip(".,;:")
        first, last = document.sentences[token.sentence]
        words = document.norms(first, i)
        # compared with or written by another model, not the one to be tuned
        if {"beat", "beats", "outperform", "generated", "against"} & set(words[-4:]):
            continue
        draft.set("model.base", re.sub(r"\s+", "-", text), max(first, i - (words[-1:] == ["on"])), i)
        draft.use(i)
    for hit in _FAMILY.find(document):
        if draft.value("model.base") is None and not negated(document, hit.first, hit.last, reach=3):
            at = next(k for k in range(hit.first, hit.last + 1) if document.norm(k) in FAMILIES)
            draft.set("model.base", document.norm(at), hit.first, hit.last)
    for hit in _SCRATCH.find(document):
        if not negated(document, hit.first, hit.last, reach=3, after=False) or document.norm(hit.first) in ("not", "no", "nobody"):
            first, last = document.sentences[document.tokens[hit.first].sentence]
            if {"start", "again", "plan", "over"} <= set(document.norms(first, last)):
                continue
            draft.set("model.base", "scratch", hit.first, hit.last)


def _size(draft: Draft, comparators: Comparators) -> None:
    document = draft.document
    hits = _SIZE.find(document)
    for i, token in enumerate(document.tokens):
        big = token.kind == "num" and float(token.value) >= 1e8 and token.kind != "money"
        if not draft.free(i) or not (token.kind == "params" or big):
            continue
        near = [h for h in hits if document.tokens[h.first].sentence == token.sentence and min(document.distance(h.first, i), document.distance(h.last, i)) < 2.5]
        if big and not any(document.norm(k) in ("parameters", "params", "model", "bigger", "larger", "max_params", "weights", "size", "max_parameters", "small") for h in near for k in range(h.first, h.last + 1)):
            continue
        if token.kind == "params" and token.mark == "" and not near and document.norm(i + 1) not in ("model", "models") and comparators.of(i) is None and document.norm(i - 1) not in ("=", "about", "around"):
            continue
        comparison = comparators.of(i)
        if comparison is not None and comparison.op in (">", ">=") and not comparison.weak:
            continue
        if set(document.norms(i - 2, i)) & {"current", "old", "existing", "tokens"} or document.norm(i + 1) in ("tokens", "rows", "records", "words", "customers", "requests"):
            continue
        low, high = (min(comparison.first, i), max(comparison.last, i)) if comparison else (i, i)
        if document.norm(high + 1) in ("parameters", "params", "model", "models") and document.tokens[high + 1].sentence == token.sentence:
            high += 1
        draft.set("model.max_parameters", float(token.value), low, high)
        draft.use(i)


def _shape(draft: Draft) -> None:
    document = draft.document
    people = [h for h in _EXPERTS.find(document) if h.concept == "people"]
    for hit in _SHAPE.find(document):
        if any(document.tokens[k].masked for k in range(hit.first, hit.last + 1)):
            continue
        if any(p.first <= hit.last and hit.first <= p.last for p in people) and hit.concept == "moe" and "mixture" not in document.norms(hit.first, hit.last + 1):
            continue
        concept = hit.concept
        if negated(document, hit.first, hit.last):
            concept = "dense" if concept == "moe" else "moe"
            if hit.concept == "dense":
                continue
        if concept == "moe" and not _about_model(draft, hit.first, hit.last):
            continue
        draft.set("model.architecture", concept, hit.first, hit.last)
        if concept == "moe":
            _experts(draft, hit.first, hit.last)
    moe = draft.value("model.architecture") == "moe"
    for hit in _EXPERTS.find(document):
        if hit.concept != "experts" or any(p.first <= hit.first <= p.last for p in people):
            continue
        if document.norm(hit.last + 1) in ("=", ":") and document.tokens[min(hit.last + 2, len(document.tokens) - 1)].kind == "num":
            _set_experts(draft, hit.last + 2, hit.first, hit.last + 2)
            if not moe:
                draft.set("model.architecture", "moe", hit.first, hit.last + 2, "experts make it a mixture of experts")
            return
        if moe and draft.value("model.experts") is None:
            _experts(draft, hit.first, hit.last)
        elif moe and hit.first and document.tokens[hit.first - 1].kind == "num" and draft.free(hit.first - 1) and float(document.tokens[hit.first - 1].value).is_integer() and 2 <= float(document.tokens[hit.first - 1].value) <= 1024:
            _set_experts(draft, hit.first - 1, hit.first - 1, hit.last)


def _about_model(draft: Draft, first: int, last: int) -> bool:
    document = draft.document
    words = document.norms(first, last + 1)
    if {"mixture", "moe", "sparse", "melange", "mezcla", "mistura", "mengsel", "miscela", "gated"} & set(words):
        return True
    low, high = document.sentences[document.tokens[first].sentence]
    return bool({"model", "inside", "one", "routing", "router", "route", "routes", "routed", "architecture", "goes", "door", "each", "per", "roof", "dispatch", "dispatches", "switch", "picks", "with"} & set(document.norms(low, high)))


def _experts(draft: Draft, first: int, last: int) -> None:
    document = draft.document
    if draft.value("model.experts") is not None:
        return
    low, high = document.sentences[document.tokens[first].sentence]
    best = None
    for hit in _EXPERTS.find(document):
        if hit.concept != "experts" or not (low <= hit.first < high):
            continue
        for i in range(hit.first - 1, max(low - 1, hit.first - 4), -1):
            token = document.tokens[i]
            if token.kind == "num" and draft.free(i) and float(token.value).is_integer() and 2 <= float(token.value) <= 1024:
                best = (i, hit.last)
                break
            if token.kind == "punct":
                break
        if best is None and document.norm(hit.last + 1) in (":", "=", "(") and hit.last + 2 < high and document.tokens[hit.last + 2].kind == "num" and 2 <= float(document.tokens[hit.last + 2].value) <= 1024:
            best = (hit.last + 2, hit.last + 2)
        if best:
            break
    if best is None and first > low and document.tokens[first - 1].kind == "num" and 2 <= float(document.tokens[first - 1].value) <= 256:
        best = (first - 1, last)
    if best:
        _set_experts(draft, best[0], best[0], best[1])
    else:
        _listed_experts(draft, first, last)


def _experts_in_all(draft: Draft) -> None:
    """ "One expert per region, five in all": the number stands apart from the word."""
    document = draft.document
    if draft.value("model.architecture") != "moe" or draft.value("model.experts") is not None:
        return
    for hit in _IN_ALL.find(document):
        i = hit.first
        near = any(h.concept == "experts" and document.tokens[h.first].sentence == document.tokens[i].sentence for h in _EXPERTS.find(document))
        if near and draft.free(i) and 2 <= float(document.tokens[i].value) <= 1024 and not document.tokens[i].mark:
            _set_experts(draft, i, hit.first, hit.last)
            return


def _set_experts(draft: Draft, i: int, first: int, last: int) -> None:
    value = float(draft.document.tokens[i].value)
    if value.is_integer() and value >= 2:
        draft.set("model.experts", int(value), first, last)
        draft.use(i)


def _listed_experts(draft: Draft, first: int, last: int) -> None:
    """ "One specialist each for billing, tech and returns": as many as are named."""
    document = draft.document
    _, high = document.sentences[document.tokens[first].sentence]
    words = document.norms(first, last + 1)
    if "for" not in words and document.norm(last + 1) != "for" and "each" not in words:
        return
    start = last + 1 + (document.norm(last + 1) in ("for", "each"))
    if document.norm(start) in ("for", "of"):
        start += 1
    if words[-1:] == ["each"] or words[-1:] == ["every"]:
        return
    items, i, length = 1, start, 0
    while i < high and document.tokens[i].kind == "word" or i < high and document.norm(i) == ",":
        if document.norm(i) == ",":
            if document.norm(i + 1) in ("all", "with", "but", "behind", "one", "so", "which", "in") and document.norm(i + 1) != "one":
                break
            items += 1
            length = 0
            if document.norm(i + 1) == "and":
                i += 1
        elif document.norm(i) in ("and", "und", "et", "y", "e"):
            items += 1
            length = 0
        elif document.norm(i) in ("behind", "in", "inside", "with", "under", "all", "on", "within", "so", "that"):
            break
        else:
            length += 1
            if length > 4:
                break
        i += 1
    if items >= 2 and i > start:
        draft.set("model.experts", items, first, i - 1, "counted from the list")


def _adapter(draft: Draft) -> None:
    document = draft.document
    hits = _ADAPTER.find(document)
    strong = [h for h in hits if h.concept in ("qlora", "none")]
    for hit in hits:
        words = document.norms(hit.first, hit.last + 1)
        if hit.concept == "lora" and any(s.first <= hit.first and hit.last <= s.last for s in strong):
            continue
        inner = {"no", "without", "not"} & set(words)
        keyed = document.norm(hit.last + 1) in ("=", ":") and document.norm(hit.last + 2) in ("none", "no", "lora", "qlora", "full")
        if keyed and words[-1] in ("adapter", "adapters"):
            value = {"none": "none", "no": "none", "full": "none", "lora": "lora", "qlora": "qlora"}[document.norm(hit.last + 2)]
            draft.set("model.adapter", value, hit.first, hit.last + 2)
            return
        if words in (["adapter"], ["adapters"]) and not {"train", "training", "small", "an", "use", "tune", "with", "adapter", "method", "weights", "full", "fine"} & set(document.norms(hit.first - 3, hit.last + 4)):
            continue
        if words in (["adapter"], ["adapters"]) and {"power", "usb", "network", "plug", "cable"} & set(document.norms(hit.first - 3, hit.last + 3)):
            continue
        denied = not inner and negated(document, hit.first, hit.last)
        if hit.concept == "none" and denied:
            continue
        if hit.concept == "qlora" and denied:
            draft.withdrawn.append(("model.adapter", "qlora", document.quote(hit.first, hit.last)))
            continue
        if hit.concept == "lora" and denied:
            if draft.value("model.adapter") is None or draft.value("model.adapter") == "lora" and not replaced(document, hit.first):
                draft.set("model.adapter", "none", max(hit.first - 1, document.sentences[document.tokens[hit.first].sentence][0]), hit.last, "without LoRA all weights are trained")
            continue
        if hit.concept == "none" and "weights" in words and not {"all", "every", "full", "whole", "entire", "alle", "tous", "todos", "tutti"} & set(words):
            continue
        if draft.value("model.adapter") == "none" and hit.concept != "none" and inner:
            continue
        if draft.value("model.adapter") == "none" and hit.concept == "none":
            continue
        draft.set("model.adapter", hit.concept, hit.first, hit.last)


def _one_of(draft: Draft, lexicon: Lexicon, path: str) -> None:
    document = draft.document
    for hit in lexicon.find(document):
        if negated(document, hit.first, hit.last, reach=3) and document.norm(hit.first) not in ("no", "dont", "without"):
            continue
        if draft.value(path) is None:
            draft.set(path, hit.concept, hit.first, hit.last)
