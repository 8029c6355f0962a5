"""All weights, LoRA or QLoRA."""

from planner.reader.draft import Draft
from planner.reader.negation import negated, replaced
from planner.reader.patterns import Lexicon
from planner.reader.words import word_set

_ADAPTER = Lexicon({
    "lora": """
        lora; lo ra; low rank adapt*; low rank; small adapter; adapter only; adapter; adapters; peft;
        add on layer*
    """,
    "qlora": """
        qlora; q lora; 4 bit lora; quantized|quantised lora; lora ... 4 bit|4bit; 4bit|4 bit adapter*;
        four bit lora|adapter*; lora in 4 bit
    """,
    "none": """
        full fine tun*; full finetun*; full tuning; full parameter*; full weight*; fully fine tune*;
        fully finetune*;
        update|touch|change all|everything ?of it|them; rather than ?bolting|using|adding|training|gluing ?on a|an ?lora|small adapter|adapters|lora;
        instead of a|an ?lora|small adapter|adapters|lora; no need for a|an|any ?lora adapter|adapters;
        none of ?those|the|these adapter ?things|stuff|business; no lora; without lora;
        train|tune|tuning|training|update|adjust|touch|change ... all|every|whole|entire ?of ?the ?its weight|weights|parameters|parameter;
        all ?the|its weights; every weight; all parameters; full ft; full sft; no adapters; no adapter;
        without adapters|adapter; tune the whole|entire model|network|thing;
        fine tune the whole|entire|complete model; train the whole|entire model; all the weights;
        not|no just|only ... adapter; whole network; alle gewichte; tous les poids; todos los pesos;
        todos os pesos; tutti i pesi; alle gewichten; all layers; every layer; complete fine tun*;
        every parameter; all its parameters; entire weights
    """,
})  # fmt: skip


def read_adapter(draft: Draft) -> None:
    document = draft.document
    hits = _ADAPTER.find(document)
    strong = [h for h in hits if h.concept in ("qlora", "none")]
    for hit in hits:
        words = document.norms(hit.first, hit.last + 1)
        if hit.concept == "lora" and any(s.first <= hit.first and hit.last <= s.last for s in strong):
            continue
        inner = {"no", "without", "not"} & set(words)
        keyed = document.norm(hit.last + 1) in ("=", ":") and document.norm(hit.last + 2) in (
            "none",
            "no",
            "lora",
            "qlora",
            "full",
        )
        if keyed and words[-1] in ("adapter", "adapters"):
            value = {"none": "none", "no": "none", "full": "none", "lora": "lora", "qlora": "qlora"}[
                document.norm(hit.last + 2)
            ]
            draft.set("model.adapter", value, hit.first, hit.last + 2)
            return
        if words in (["adapter"], ["adapters"]) and not word_set(
            "train training small an use tune with adapter method weights full fine"
        ) & set(document.norms(hit.first - 3, hit.last + 4)):
            continue
        if words in (["adapter"], ["adapters"]) and {"power", "usb", "network", "plug", "cable"} & set(
            document.norms(hit.first - 3, hit.last + 3)
        ):
            continue
        denied = not inner and negated(document, hit.first, hit.last)
        if hit.concept == "none" and denied:
            continue
        if hit.concept == "qlora" and denied:
            draft.withdrawn.append(("model.adapter", "qlora", document.quote(hit.first, hit.last)))
            continue
        if hit.concept == "lora" and denied:
            if draft.value("model.adapter") is None or (
                draft.value("model.adapter") == "lora" and not replaced(document, hit.first)
            ):
                draft.set(
                    "model.adapter",
                    "none",
                    max(hit.first - 1, document.sentences[document.tokens[hit.first].sentence][0]),
                    hit.last,
                    "without LoRA all weights are trained",
                )
            continue
        if (
            hit.concept == "none"
            and "weights" in words
            and not word_set("all every full whole entire alle tous todos tutti") & set(words)
        ):
            continue
        if draft.value("model.adapter") == "none" and hit.concept != "none" and inner:
            continue
        if draft.value("model.adapter") == "none" and hit.concept == "none":
            continue
        draft.set("model.adapter", hit.concept, hit.first, hit.last)
