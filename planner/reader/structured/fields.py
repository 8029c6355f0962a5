"""What the value of a key says of its field: a reader for each field, all of one shape.

Each takes the draft, the pair and today, claims what it understands, and returns whether it did; what it does not
understand stays among the words.
"""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from planner.claims import Claim
from planner.reader.draft import Draft
from planner.reader.layout import read_document
from planner.reader.lexicon.hardware import GPU
from planner.reader.lexicon.languages import NAMES
from planner.reader.lexicon.money import currency_of
from planner.reader.structured.meaning import metric_of
from planner.reader.structured.pairs import Pair
from planner.reader.tokens import Token
from planner.reader.when import When
from training.spec import words

Reader = Callable[[Draft, Pair, date], bool]
_TASKS = {
    "classify": "classification", "classifier": "classification", "categorize": "classification", "route": "classification",
    "routing": "classification", "summarize": "summarization", "summarise": "summarization", "summarisation": "summarization",
    "summary": "summarization", "translate": "translation", "extract": "extraction", "ner": "extraction", "qa": "document_qa",
    "docqa": "document_qa", "rag": "document_qa", "support": "support_chat", "chat": "support_chat", "codegen": "code",
    "tool calling": "tool_use", "function calling": "tool_use", "tools": "tool_use", "caption": "image_text",
    "captioning": "image_text", "math": "reasoning", "rewrite": "writing", "draft": "writing", "cpt": "domain_language",
}  # fmt: skip
_STAGES = {
    "pretrain": "pretrain", "cpt": "pretrain", "continued pretraining": "pretrain", "pretraining": "pretrain", "sft": "sft",
    "finetune": "sft", "supervised": "sft", "preference": "preference", "dpo": "preference", "kto": "preference",
    "orpo": "preference", "rl": "rl", "grpo": "rl", "rlhf": "rl", "ppo": "rl", "rlvr": "rl",
}  # fmt: skip
_YES = ("true", "yes", "on", "1", "allow", "allowed", "ok", "enabled")
_NO = ("false", "no", "off", "0", "deny", "denied", "forbidden", "never", "none", "disabled", "null")


def claim(draft: Draft, pair: Pair, path: str, value: Any, why: str = "") -> bool:
    """A claim whose quote is the pair as it was written."""
    text = draft.document.text[pair.start : pair.end]
    if not any(one.path == path and one.value == value for one in draft.claims):
        draft.claims.append(Claim(path=path, value=value, quote=text, turn=draft.document.turn, why=why))
    return True


# ---------------------------------------------------------------- values


def _tokens(pair: Pair, today: date) -> list[Token]:
    return read_document(pair.value, 0, today).tokens


def first(pair: Pair, today: date, *kinds: str) -> Token | None:
    return next((token for token in _tokens(pair, today) if token.kind in kinds), None)


def _items(pair: Pair) -> list[str]:
    return [one.strip(" \"'") for one in re.split(r"[,\[\]|+/>]|\band\b", pair.value) if one.strip(" \"'")]


def _plain(text: str) -> str:
    return re.sub(r"[\s_-]+", " ", text.strip(" \"'").lower())


def _number(pair: Pair, today: date) -> float | None:
    if re.fullmatch(r"\d[\d_]*(?:\.\d+)?", pair.value):
        return float(pair.value)  # by itself 2000 would be a year
    token = first(pair, today, "num", "share", "params", "gpu_hours", "duration", "memory", "money", "points")
    return None if token is None else float(token.raw if token.raw is not None else token.value)


def _unit(pair: Pair) -> str:
    return pair.keys[-1].split()[-1] if pair.keys else ""


# ---------------------------------------------------------------- fields


def _task(draft: Draft, pair: Pair, today: date) -> bool:
    said = _plain(pair.value)
    name = said.replace(" ", "_")
    task = name if name in words.Task.__args__ else _TASKS.get(said)  # type: ignore[attr-defined]
    if task is None:
        return False  # prose: read as prose
    if draft.value("task") not in (None, task):
        return False
    return claim(draft, pair, "task", task)


def _name(draft: Draft, pair: Pair, today: date) -> bool:
    outer = " ".join(pair.keys[:-1])
    if re.search(r"/|\d+(?:\.\d+)?[bB]\b", pair.value) and "model" in outer:
        return _base(draft, pair, today)
    if pair.keys[-1] == "name" and re.search(
        r"\b(?:owner|author|contact|user|team|dataset|data|project|customer)\b", outer
    ):
        return False
    return claim(draft, pair, "name", pair.value) if re.fullmatch(r"[\w .-]{2,40}", pair.value) else False


def _languages(path: str) -> Callable[[Draft, Pair, date], bool]:
    def read(draft: Draft, pair: Pair, today: date) -> bool:
        codes = []
        for item in _items(pair):
            word = item.lower().split("-")[0].split("_")[0]
            code = word if re.fullmatch(r"[a-z]{2}", word) else NAMES.get(word)
            if code is None:
                return False
            codes.append(str(code))
        if path == "data.cleaning.languages":
            return bool(codes) and claim(draft, pair, path, codes)
        return bool([claim(draft, pair, path, code) for code in codes])

    return read


def _share(draft: Draft, pair: Pair, today: date) -> bool:
    token = first(pair, today, "share", "num")
    if token is None:
        return False
    value = float(token.value)
    value = value / 100 if token.kind == "num" and value > 1 else value
    return 0 < value <= 1 and claim(draft, pair, "data.holdout", round(value, 6))


def _choice(path: str, choices: dict[str, tuple[str, ...]]) -> Callable[[Draft, Pair, date], bool]:
    def read(draft: Draft, pair: Pair, today: date) -> bool:
        said = set(re.split(r"[^a-z0-9]+", pair.value.lower()))
        for value, cues in choices.items():
            if said & set(cues):
                return claim(draft, pair, path, value)
        return False

    return read


def _flag(path: str, yes: tuple[str, ...] = _YES, no: tuple[str, ...] = _NO) -> Callable[[Draft, Pair, date], bool]:
    def read(draft: Draft, pair: Pair, today: date) -> bool:
        said = _plain(pair.value)
        if said in yes:
            return claim(draft, pair, path, True)
        return said in no and claim(draft, pair, path, False)

    return read


def _whole(path: str, most: float = 1e9) -> Callable[[Draft, Pair, date], bool]:
    def read(draft: Draft, pair: Pair, today: date) -> bool:
        value = _number(pair, today)
        if value is None or not value.is_integer() or not 0 <= value <= most:
            return False
        return claim(draft, pair, path, int(value))

    return read


def _gpus(draft: Draft, pair: Pair, today: date) -> bool:
    """How many; "4xL40S" also says which."""
    plain = re.fullmatch(r"\d+(?:[ ]?(?:gpus?|cards?))?", pair.value.strip())
    return (plain is None and _gpu(draft, pair, today)) or _whole("compute.gpus", 100_000)(draft, pair, today)


def _moe(draft: Draft, pair: Pair, today: date) -> bool:
    """`moe: true`, `moe: 8` experts, `moe: false`."""
    said = _plain(pair.value)
    if said in _NO:
        return claim(draft, pair, "model.architecture", "dense", "a mixture of experts is ruled out")
    if said.isdigit() and int(said) > 1:
        claim(draft, pair, "model.experts", int(said))
    elif said not in _YES:
        return False
    return claim(draft, pair, "model.architecture", "moe")


def _parameters(draft: Draft, pair: Pair, today: date) -> bool:
    token = first(pair, today, "params", "num")
    if token is None:
        return False
    value = float(token.value)
    return value >= 1e5 and pair.op in ("=", "<", "<=") and claim(draft, pair, "model.max_parameters", value)


def _base(draft: Draft, pair: Pair, today: date) -> bool:
    said = _plain(pair.value)
    if said in ("scratch", "none", "from scratch", "random"):
        return claim(draft, pair, "model.base", "scratch")
    named = re.search(r"[a-z].*\d|/", said) or re.fullmatch(r"[A-Za-z]\w+(?:[-.]\w+)+", pair.value.strip("\"'"))
    return bool(named) and claim(draft, pair, "model.base", pair.value.strip("\"'"))


_SLURM = re.compile(r"(?:(?P<days>\d+)-)?(?P<hours>\d{1,3}):(?P<minutes>[0-5]\d):[0-5]\d")


def _hours(path: str) -> Callable[[Draft, Pair, date], bool]:
    def read(draft: Draft, pair: Pair, today: date) -> bool:
        if (stamp := _SLURM.fullmatch(pair.value.strip())) is not None:  # "2-00:00:00"
            hours = 24 * int(stamp["days"] or 0) + int(stamp["hours"]) + int(stamp["minutes"]) / 60
            return claim(draft, pair, path, round(hours, 4))
        token = first(pair, today, "duration", "gpu_hours", "num")
        if token is None:
            return False
        value = float(token.value) / 3600 if token.kind == "duration" else float(token.value)
        minutes = _unit(pair) in ("min", "mins", "minutes")
        return value >= 0 and claim(draft, pair, path, round(value / 60 if minutes else value, 4))

    return read


def _deadline(draft: Draft, pair: Pair, today: date) -> bool:
    token = first(pair, today, "date")
    span = token.value.span(today, future=True) if token is not None and isinstance(token.value, When) else None
    return span is not None and claim(draft, pair, "budget.deadline", span[1].isoformat())


def _cost(draft: Draft, pair: Pair, today: date) -> bool:
    token = first(pair, today, "money", "num")
    if token is None:
        return False
    unit = token.unit if token.kind == "money" else None
    for key in reversed(pair.keys):
        for word in reversed(key.split()):
            unit = unit or (currency_of(word) if len(word) == 3 else None)
    tail = re.search(r"[A-Za-z]{3}|[€$£¥]", pair.value)
    unit = unit or (currency_of(tail.group().lower()) if tail else None)
    if unit is None and _unit(pair) not in ("cost", "money", "spend", "budget", "amount"):
        return False
    if unit is None:
        return claim(draft, pair, "budget.cost.amount", float(token.value))
    return claim(draft, pair, "budget.cost", {"amount": float(token.value), "currency": unit})


def _gpu(draft: Draft, pair: Pair, today: date) -> bool:
    value = re.sub(r"(?<=\w)[x×*:](?=\d+$)", " x ", pair.value.strip())
    found = re.search(r"(?:(?P<before>\d+)\s*[x×*]?\s*)?(?P<name>[A-Za-z][\w]*(?: ?(?:rtx|ada|\d{4}\w*))?)", value)
    if found is None:
        return False
    name = found["name"].lower()
    if not any(GPU.match(part) for part in name.split()):
        return False
    claim(draft, pair, "compute.gpu", name.removeprefix("nvidia ").strip())
    after = re.search(r"[x×*:]\s*(\d+)\s*$", value)
    count = found["before"] or (after.group(1) if after else None)
    if count is not None:
        claim(draft, pair, "compute.gpus", int(count))
    memory = re.search(r"(\d+)\s*g(?:i?b)?\b", pair.value, re.I)
    if memory is not None:
        claim(draft, pair, "compute.memory_gb", float(memory.group(1)))
    return True


def _memory(draft: Draft, pair: Pair, today: date) -> bool:
    value = _number(pair, today)
    return value is not None and 0 < value <= 2000 and claim(draft, pair, "compute.memory_gb", value)


def _region(draft: Draft, pair: Pair, today: date) -> bool:
    said = pair.value.strip("\"'").lower()
    return bool(re.fullmatch(r"[a-z][a-z0-9 -]{1,30}", said)) and claim(draft, pair, "compute.region", said)


def _formats(draft: Draft, pair: Pair, today: date) -> bool:
    items = [_plain(item) for item in _items(pair)]
    known = [item for item in items if item in words.Format.__args__]  # type: ignore[attr-defined]
    for item in known:
        claim(draft, pair, "delivery.formats", item)
    if {"endpoint", "api", "serve"} & set(items):
        claim(draft, pair, "delivery.endpoint", True)
        return True
    return bool(known)


def _rollout(draft: Draft, pair: Pair, today: date) -> bool:
    steps = [float(one) for one in re.findall(r"\d+(?:\.\d+)?", pair.value)]
    if not steps:
        return False
    old = next((one for one in draft.claims if one.path == "delivery.rollout"), None)
    if old is not None:  # a list, an item a pair
        draft.claims.remove(old)
        start = draft.document.text.find(old.quote)
        pair = Pair(pair.keys, pair.value, start, pair.end, pair.value_start)
        steps = [*old.value, *steps]
    return claim(draft, pair, "delivery.rollout", steps)


def _retrain(draft: Draft, pair: Pair, today: date) -> bool:
    metric = metric_of(pair.keys) or metric_of((_plain(re.split(r"[<>=]", pair.value)[0]),))
    token = first(pair, today, "share", "num", "duration")
    if metric is None or token is None:
        return False
    value = float(token.value)
    lower = metric in ("perplexity", "hallucination_rate", "policy_violation_rate") or metric.startswith("latency")
    op = pair.op if pair.op != "=" else ">" if lower else "<"
    return claim(draft, pair, "monitoring.retrain_when", {"metric": metric, "op": op, "value": value})


def _every(draft: Draft, pair: Pair, today: date) -> bool:
    token = first(pair, today, "duration", "num")
    named = {"weekly": 7.0, "monthly": 30.0, "quarterly": 90.0, "daily": 1.0, "yearly": 365.0}.get(_plain(pair.value))
    if named is not None:
        return claim(draft, pair, "monitoring.every_days", named, f"that is every {named:g} days")
    if token is None:
        return False
    days = float(token.value) / 86400 if token.kind == "duration" else float(token.value)
    return days >= 1 and claim(draft, pair, "monitoring.every_days", round(days, 4))


def _stages(draft: Draft, pair: Pair, today: date) -> bool:
    found = [_STAGES[said] for item in _items(pair) if (said := _plain(item)) in _STAGES]
    return bool([claim(draft, pair, "stages", stage) for stage in dict.fromkeys(found)])


def _forbid(draft: Draft, pair: Pair, today: date) -> bool:
    """`"nope": ["moe", "rl"]`: what must not be in the plan."""
    quote, done = draft.document.text[pair.start : pair.end], False
    for item in _items(pair):
        said = _plain(item)
        if said in ("moe", "experts", "mixture of experts"):
            done = claim(draft, pair, "model.architecture", "dense", "a mixture of experts is ruled out")
        elif said in _STAGES:
            draft.withdrawn.append(("stages", _STAGES[said], quote))
            done = True
        elif said in words.Format.__args__:  # type: ignore[attr-defined]
            draft.withdrawn.append(("delivery.formats", said, quote))
            done = True
        elif said in ("egress", "external apis", "cloud", "external api"):
            done = claim(draft, pair, "privacy.egress", False)
        elif said in ("synthetic", "synthetic data", "augmentation"):
            draft.withdrawn.append(("data.synthetic", None, quote))
            done = True
    return done


def _synthetic(draft: Draft, pair: Pair, today: date) -> bool:
    value = _number(pair, today)
    return value is not None and value >= 1 and claim(draft, pair, "data.synthetic.examples", int(value))


_REDACT = {"redact": ("redact", "mask", "masked", "redacted", "anonymize", "anonymise", "scrub", "replace", "pseudonymize"), "drop": ("drop", "remove", "discard", "delete", "exclude"), "keep": ("keep", "leave", "allow", "as", "raw", "ignore")}  # fmt: skip
_DONE = (*_YES, "remove", "drop", "exact", "near", "fuzzy", "dedupe", "dedup")
_KEPT = (*_NO, "keep")
READERS: dict[str, Reader] = {
    "task": _task, "name": _name, "languages": _languages("languages"), "data.cleaning.languages": _languages("data.cleaning.languages"),
    "data.holdout": _share, "data.cleaning.pii": _choice("data.cleaning.pii", _REDACT),
    "data.cleaning.secrets": _choice("data.cleaning.secrets", {k: _REDACT[k] for k in ("redact", "drop")}),
    "data.cleaning.exact_dedup": _flag("data.cleaning.exact_dedup", _DONE, _KEPT),
    "data.cleaning.near_dedup": _flag("data.cleaning.near_dedup", _DONE, _KEPT),
    "data.cleaning.decontaminate": _flag("data.cleaning.decontaminate"), "data.synthetic.examples": _synthetic,
    "model.architecture": _choice("model.architecture", {"moe": ("moe", "mixture", "sparse"), "dense": ("dense",)}),
    "model.experts": _whole("model.experts", 1024), "model.base": _base, "model.max_parameters": _parameters,
    "model.adapter": _choice("model.adapter", {"qlora": ("qlora",), "lora": ("lora",), "none": ("none", "full", "all", "no", "false")}),
    "model.vocabulary": _choice("model.vocabulary", {"extend": ("extend", "extended", "expand", "grow", "add", "added"), "keep": ("keep", "same", "fixed", "frozen", "identical", "unchanged")}),
    "stages": _stages, "search.trials": _whole("search.trials", 100_000), "budget.gpu_hours": _hours("budget.gpu_hours"),
    "budget.wall_clock_hours": _hours("budget.wall_clock_hours"), "budget.deadline": _deadline, "budget.cost": _cost,
    "compute.where": _choice("compute.where", {"kubernetes": ("k8s", "kubernetes", "kube", "eks", "gke", "aks"), "ray": ("ray", "kuberay"), "local": ("local", "onprem", "prem", "here", "workstation", "laptop")}),
    "compute.gpus": _gpus, "moe": _moe, "compute.gpu": _gpu, "compute.memory_gb": _memory, "compute.region": _region,
    "privacy.egress": _flag("privacy.egress"), "delivery.formats": _formats, "delivery.endpoint": _flag("delivery.endpoint"),
    "delivery.rollout": _rollout, "monitoring.retrain_when": _retrain, "monitoring.every_days": _every, "forbid": _forbid,
}  # fmt: skip
