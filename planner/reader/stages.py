"""Which kinds of training the words ask for or rule out, and in which order."""

from planner.reader.draft import Draft
from planner.reader.layout import Document
from planner.reader.negation import negated
from planner.reader.patterns import Lexicon, within
from planner.reader.words import word_set

_STAGES = Lexicon({
    "pretrain": """
        pretrain*; pre train*; continued pretraining;
        soak|soaks up|in ... language|documents|text|jargon|material|docs|papers|vocabulary|reports; soak up;
        soak in;
        absorb|absorbs|absorbing|absorbed ... language|documents|text|jargon|material|docs|everything|papers;
        immers* ... language|documents|text; domain adaptive|adaptation;
        just read|reads|reading everything|all|the; read through all; let it read; vortrain*; preentren*;
        pretrein*; preaddestr*; pre entrain*; voortrain*; language modelling on; steep it in; raw text first;
        drink in; read itself into
    """,
    "sft": """
        fine ?tune|tuned|tuning ... on|with|from; finetune*;
        sft; supervised ?fine tun*; supervised finetun*; supervised; instruction tun*;
        learn|learns|train|trains|trained|training ?it ?first on|from ?the ?our ?answered pairs|questions|examples|replies|answers;
        imitat*; first on the pairs; supervised stage|step|learning
    """,
    "preference": """
        preference stage|tuning|training|learning|optimi*|step|phase|data; preferences; dpo; direct preference;
        orpo; kto; ipo; simpo; preference; learn* ... better|preferred|prefer|favoured|rejected|chosen;
        what ... preferred|prefer|favoured|liked better; better and ... worse; better|good ... which is worse;
        chosen and|versus|vs|over rejected; rlhf; compare pairs; pairs ... which|better|preferred|worse;
        preferences stage; praferenz*; preferencia*; preferenz*; accepted ... rejected; accepted over rejected;
        the better|worse of two; two versions ... better; likes better; thumbs up ... thumbs down
    """,
    "rl": """
        reward|rewards|rewarding it|him|them|the ?model against|with|on|by|for|when|whenever|if|each|every; be|is|gets|get|being rewarded;
        reinforcement learning; reinforcement; rl; reinforced; reinforce; grpo; ppo; rlvr; policy gradient;
        trained|train ... with|on|against|by reward|rewards; learn* ... rewards|reward|trial and error;
        bestarkendes lernen; verstarkungslernen; verstarkendes lernen; apprentissage par renforcement;
        aprendizaje por refuerzo; aprendizado por reforco; aprendizagem por reforco;
        apprendimento per rinforzo; versterkend leren; optimi* against the|our scorecard|rubric|reward*|score;
        reward based; reward training; practise|practice against ... scorecard|rubric; rewarded for;
        reinforcement step|stage
    """,
})  # fmt: skip
_ORDER = ["pretrain", "sft", "preference", "rl"]
_ONLY = Lexicon(
    {
        "only": """
            only sft; sft only; only supervised; supervised ?fine ?tuning only; just sft;
            just|only supervised fine tuning; that s it; thats it; nothing else; and nothing more; thats all;
            only fine tuning; nothing but; plain|just|only supervised; and stop there; no further stages;
            stages =; stages :; stages
        """
    }
)


def read_stages(draft: Draft) -> None:
    """Claims for `stages`, one a stage, in the order of training; what is ruled out is withdrawn."""
    document = draft.document
    wanted: dict[str, tuple[int, int]] = {}
    refused: dict[str, tuple[int, int]] = {}
    for hit in _STAGES.find(document):
        words = document.norms(hit.first, hit.last + 1)
        if any(document.tokens[k].masked for k in range(hit.first, hit.last + 1)):
            continue
        if words == ["rl"] and document.norm(hit.first + 1) in ("team",):
            continue
        if words in (["preference"], ["preferences"]) and document.norm(hit.first - 1) in word_set(
            "customers customer guest guests their dietary user my personal travel language strong"
        ):
            continue
        if words == ["dpo"] and (
            document.norm(hit.first - 1) in ("our", "my")
            or document.norm(hit.first + 1)
            in word_set("insists says wants asks requires demands signed wishes thinks told")
            or document.norms(hit.first + 1, hit.first + 2) == ["("]
        ):
            continue  # the data protection officer
        if words == ["supervised"] and not word_set("fine tuning stage learning training step only then") & set(
            document.norms(hit.last + 1, hit.last + 4)
        ):
            continue
        denied = negated(document, hit.first, hit.last) or _said_no(document, hit.first, hit.last)
        if (
            (
                hit.concept == "sft"
                and words[0]
                in word_set("learn learns train trains trained training fine finetune finetuned finetuning")
                and not denied
            )
            and "first" not in document.norms(hit.first - 4, hit.last + 2)
            and "then" not in document.norms(hit.first - 4, hit.last + 14)
        ):
            continue
        if hit.concept == "sft" and denied and words[0] not in ("sft", "supervised"):
            continue
        if hit.concept == "pretrain" and (
            document.norm(hit.last + 1) in ("model", "models", "base", "weights", "network")
            or words[0] in ("pretrained",)
        ):
            continue
        if hit.concept == "preference" and not denied and not _teaches(draft, hit.first, hit.last, words):
            continue
        if hit.concept == "pretrain" and words[0] == "read" and denied:
            continue
        target = refused if denied else wanted
        target.setdefault(hit.concept, (hit.first, hit.last))
    both = [s for s in _ORDER if s in wanted and s in refused]
    if both:
        _settle_both(draft, both, wanted, refused)
    for stage in _ORDER:
        if stage in refused and stage not in wanted:
            first, last = refused[stage]
            draft.withdrawn.append(
                (
                    "stages",
                    stage,
                    document.quote(max(document.sentences[document.tokens[first].sentence][0], first - 2), last),
                )
            )
    closed = any(True for _ in _ONLY.find(document)) and bool(wanted)
    chain = len(wanted) >= 2 or closed
    if "preference" in wanted and "sft" not in wanted and _first_then(draft, wanted["preference"][0]):
        wanted["sft"] = wanted["preference"]
    for stage in _ORDER:
        if stage in wanted:
            draft.claim("stages", stage, *wanted[stage], why="" if chain else "named in the words")
    if closed:
        draft.replaces.add("stages")
    alone = next(
        (h for h in _ONLY.find(document) if {"sft", "supervised", "fine"} & set(document.norms(h.first, h.last + 1))),
        None,
    )
    more = next((s for s in ("rl", "preference", "pretrain") if s in wanted), None)
    if alone is not None and more is not None:
        _settle_both(draft, [more], wanted, {more: (alone.first, alone.last)})
        draft.claims = [c for c in draft.claims if c.path != "stages"]


_HELPS = word_set("is are was were shall should will must may can does do has have had would be been to needs need")
_NOT = word_set(
    "not never isnt arent wasnt wont shouldnt mustnt cant cannot doesnt dont hasnt neednt unnecessary unwanted"
)
_HARMLESS = word_set("only just more less yet before until later exceed merely necessarily enough")
_REFUSED = word_set(
    "non goals nongoals scope exclusions excluded exclude forbidden unwanted dont donts without not never skip none"
)
_PUT_AWAY = Lexicon(
    {
        "away": "leave|leaves|keep|skip|drop|cut|take ?it|that|them|this out|away|aside; can|may|should|must ?be skip|skipped|dropped|omitted; has no place; forget about it|that; no thanks; : no|none|off"
    }
)


def _said_no(document: Document, first: int, last: int) -> bool:
    """Whether what is said of a stage, or what it stands under, rules it out: "RL is not to be used", "Non-goals"."""
    end = document.sentences[document.tokens[first].sentence][1]
    begin = document.sentences[document.tokens[first].sentence][0]
    if _REFUSED & set(document.frame(first).replace("-", " ").replace(":", " ").split()) and first - begin <= 12:
        return not {"but", "only"} & set(document.norms(begin, first))
    for k in range(last + 1, min(end, last + 7)):
        word = document.norm(k)
        if word in _NOT:
            return document.norm(k + 1) not in _HARMLESS and not {"before", "until"} & set(document.norms(k + 1, k + 4))
        if word in (",", ";", ".", "(", "-", "but", "then") or (k > last + 3 and word not in _HELPS):
            break
    return any(
        h.last < end and "," not in document.norms(last + 1, h.first)
        for h in within(_PUT_AWAY.find(document), last + 1, last + 6)
    )


def _teaches(draft: Draft, first: int, last: int, words: list[str]) -> bool:
    """Whether a preference is something to learn from rather than something people have."""
    document = draft.document
    if word_set("dpo orpo kto ipo simpo rlhf direct") & set(words) or words[-1] in word_set(
        "stage tuning training learning step phase optimisation optimization"
    ):
        return True
    low, high = document.sentences[document.tokens[first].sentence]
    sentence = document.norms(low, high)
    if any(t.kind in ("share",) for t in document.tokens[low:high]):
        return False
    return bool(
        word_set(
            "learn learns learning train then stage tune tuned pairs marked teach imitation thereafter afterwards finally"
        )
        & set(sentence)
    ) and not words[0].startswith("like")


def _first_then(draft: Draft, at: int) -> bool:
    words = draft.document.norms(max(0, at - 60), at)
    return bool(word_set("first then start afterwards erst dann ensuite luego depois poi daarna") & set(words))


def _settle_both(
    draft: Draft, both: list[str], wanted: dict[str, tuple[int, int]], refused: dict[str, tuple[int, int]]
) -> None:
    from planner.claims import Dispute

    document = draft.document
    names = {
        "pretrain": "pretraining",
        "sft": "supervised fine-tuning",
        "preference": "a preference stage",
        "rl": "reinforcement learning",
    }
    for stage in both:
        draft.disputes.append(Dispute(
            fields=["stages"],
            problem=f"The request both asks for {names[stage]} and rules it out.",
            suggestion=f"Say whether {names[stage]} may be used; without it I train on the examples alone.",
            quotes=[document.quote(*wanted[stage]), document.quote(*refused[stage])],
        ))  # fmt: skip
        del wanted[stage], refused[stage]
