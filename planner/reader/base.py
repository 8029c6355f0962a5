"""The base model: an id, a family, or none at all."""

import re

from planner.reader.draft import Draft
from planner.reader.negation import negated
from planner.reader.patterns import Lexicon

_SCRATCH = Lexicon(
    {
        "scratch": """
            from scratch; from zero; from the ground up; base=scratch; base: scratch; random ?initial weights;
            no pretrained ?base ?model; without ?a|any pretrained; no base model;
            own small model trained only on; brand new model ... nothing; start from nothing; start from zero;
            von null; von grund auf; a partir de zero; desde cero; do zero; da zero; de zero; vanaf nul;
            nothing pretrained; untrained network; not|no|nobody ... someone elses|foreign model
        """
    }
)

FAMILIES = (
    "mistral",
    "mixtral",
    "ministral",
    "codestral",
    "magistral",
    "pixtral",
    "llama",
    "qwen",
    "gemma",
    "phi",
    "smollm",
    "tinyllama",
    "codellama",
    "starcoder",
    "eurollm",
    "falcon",
    "granite",
    "deepseek",
)

_FAMILY = Lexicon(
    {
        "base": f"""
            {"|".join(FAMILIES)} as ?a|the|our base|basis|start|starting;
            base ?model ?is|:|= {"|".join(FAMILIES)};
            fine tune|finetune|tune|use|take|start ?from|with ?a|the|on {"|".join(FAMILIES)};
            based on {"|".join(FAMILIES)}; {"|".join(FAMILIES)} as the base|basis;
            on top of {"|".join(FAMILIES)}; codestral; mixtral; smollm; tinyllama; codellama; starcoder
        """
    }
)

_BASE_VERBS = frozenset(
    """
        base use using take start from on fine tune finetune tuned based model with starting adapt build
        foundation keep stay go switch our the an a in of train want like
    """.split()
)

_FOREIGN = frozenset(
    """
        than not unlike versus vs against beat beats replaces replaced currently used tried instead old
        evaluated
    """.split()
)

_CLOSED = re.compile(
    r"\b(?:fine[- ]?tun\w+|train|retrain|customi[sz]e|start(?:ing)? from|on top of)\s+"
    r"(?:(?:a|an|our|the|own|openai|anthropic|google)(?:['’]s)?\s+)*"
    r"(?P<name>(?:chatgpt|gpt[- ]?[345]|claude|gemini)[\w.]*(?:[- ](?:turbo|mini|nano|pro|flash|haiku|sonnet|opus|\d[\w.]*))*)",
    re.IGNORECASE,
)
"""A model that only its maker can train, where the words want just that; elsewhere it is a tool or a rival."""

_DATA_FILES = (".csv", ".tsv", ".json", ".jsonl", ".txt", ".md", ".pdf", ".docx", ".xlsx", ".parquet", ".zip")


def read_base(draft: Draft) -> None:
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
    for i, token in enumerate(document.tokens):
        ahead = set(document.norms(i - 5, i))
        if (
            token.kind == "path"
            and not token.masked
            and {"model", "checkpoint", "weights", "base"} & ahead
            and {"from", "base", "tune", "start", "continue", "checkpoint", "finetune"} & set(document.norms(i - 9, i))
            and not {"data", "learn", "examples", "chats", "documents", "train"} & ahead
            and not str(token.value).lower().endswith(_DATA_FILES)
        ):
            draft.set("model.base", str(token.value), i, i)
            draft.use(i)
    for closed in _CLOSED.finditer(document.text):
        places = [i for i, token in enumerate(document.tokens) if closed.start("name") <= token.start < closed.end()]
        if places and draft.value("model.base") is None and not negated(document, places[0], places[-1], reach=4):
            name = re.sub(r"\s+", "-", closed["name"].rstrip("."))
            draft.set("model.base", name, places[0], places[-1])
    for hit in _FAMILY.find(document):
        if draft.value("model.base") is None and not negated(document, hit.first, hit.last, reach=3):
            at = next(k for k in range(hit.first, hit.last + 1) if document.norm(k) in FAMILIES)
            draft.set("model.base", document.norm(at), hit.first, hit.last)
    for hit in _SCRATCH.find(document):
        if not negated(document, hit.first, hit.last, reach=3, after=False) or document.norm(hit.first) in (
            "not",
            "no",
            "nobody",
        ):
            first, last = document.sentences[document.tokens[hit.first].sentence]
            if {"start", "again", "plan", "over"} <= set(document.norms(first, last)):
                continue
            draft.set("model.base", "scratch", hit.first, hit.last)
