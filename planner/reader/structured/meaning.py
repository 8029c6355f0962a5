"""Which field of the spec a key of a program's goal fills."""

import re
from functools import lru_cache

_FIELDS: dict[str, str] = {
    "task": "task; job type; task type; type; goal; objective; obj; intent; job; use case; kind; purpose",
    "name": "name; model name; alias; slug",
    "languages": "lang; langs; language; languages; locale; locales; output language; output languages; serve languages",
    "data.holdout": "holdout; hold out; eval split; test split; validation split; val split; eval share; holdout share; eval fraction; test size; val fraction; holdout ratio; heldout; held out",
    "data.cleaning.pii": "pii; personal data; pii policy; pii handling; personal",
    "data.cleaning.secrets": "secrets; secret; credentials; passwords; keys; api keys",
    "data.cleaning.exact_dedup": "exact dedup; exact dupes; exact duplicates; dedup exact; dedupe exact",
    "data.cleaning.near_dedup": "near dedup; near dupes; near duplicates; dedup; dedupe; deduplicate; near dup; fuzzy dedup; minhash dedup; dupes; duplicates",
    "data.cleaning.decontaminate": "decontaminate; decontamination; decontam; leak check",
    "data.cleaning.languages": "clean languages; clean langs; cleaning languages; cleaning langs; clean lang; clean language; keep langs; keep languages; keep lang; filter langs; filter languages; only languages; lang filter; language filter",
    "data.synthetic.examples": "synthetic; synth; synthetic examples; augment; augmentation; generate; generated; synthetic rows; synthetic data; synthetic pairs; extra examples; n synthetic",
    "model.architecture": "architecture; arch",
    "moe": "moe; mixture; mixture of experts; use moe",
    "model.experts": "moe count; moe n; moe number; experts; num experts; n experts; expert count; moe experts",
    "model.base": "model start; model from; model init; init; starting point; start model; llm; base; base model; model base; checkpoint; start from; init from; pretrained; foundation; backbone; from model; model id; base checkpoint",
    "model.max_parameters": "model size; model params; model parameters; size; model max; model cap; model limit; max params; max parameters; size cap; params cap; parameter cap; max size; param limit; max model size; params max; parameters max; size limit; params; parameters",
    "model.adapter": "training method; train method; peft method; tuning method; model tuning; adapter; peft; tuning; finetune method; method; ft method; ft; tune; adapter type",
    "model.vocabulary": "vocab; vocabulary; tokenizer; tokeniser; new tokens; extra tokens; added tokens",
    "stages": "stages; stage; pipeline; recipe; steps",
    "search.trials": "runs; configs; configurations; n runs; experiments; tries; search n; search budget; search runs; sweep; sweeps; sweep size; sweep trials; trials; n trials; num trials; max trials; search trials; optuna trials; attempts; trial count; hpo trials",
    "budget.gpu_hours": "gpu hour; gpu hours budget; compute budget; accelerator hours; budget gpu; card hours; gpus hours; gpu hours; max gpu hours; gpu h; gpuh; gpu hrs; gpu time; gpu budget; max gpu h; gpu hours max",
    "budget.wall_clock_hours": "walltime hours; wall clock time; max time; duration; max duration; run time; elapsed; max elapsed; wall time; wallclock time; time cap; time; runtime limit; budget time; budget hours; compute hours; wall clock; wall clock hours; wallclock; wallclock hours; max hours; hours; time limit; walltime; max wall hours; wall hours; time budget; max runtime; runtime hours; max wall clock hours; timeout; wall",
    "budget.deadline": "finish; ready; finished by; end by; finish before; latest; target date; delivery date; budget deadline; eta; deadline; due; due date; ready by; finish by; needed by; by; until date; done by; due by",
    "budget.cost": "max price; price; money cap; money limit; spend cap; spend limit; spending limit; spending cap; cost max; cost ceiling; ceiling; cost amount; budget amount; budget money; budget cost; max budget; budget max; budget limit; cost eur; cost usd; cost; max cost; budget; spend; max spend; price cap; cost cap; money; cost limit; budget cap; usd; eur; gbp; chf; max usd; max eur; budget usd; budget eur; amount; cap",
    "compute.where": "compute backend; compute platform; compute on; hw cluster; compute cluster; infra; infrastructure; where; platform; backend; runtime; runs on; run on; orchestrator; cluster; executor; scheduler",
    "compute.gpus": "gpu number; compute count; hw count; hardware count; gpus count; gpus number; compute gpus; cards count; hw n; compute n; accelerator count; accelerators count; n cards; gpus; gpu count; n gpus; num gpus; count; cards; accelerators; devices; replicas; number of gpus",
    "compute.gpu": "compute type; compute model; hw type; hardware type; gpus type; gpu kind; gpu name; accelerator type; machine type; gpu class; gpus model; cards type; compute card; accelerators type; gpu; gpu type; accelerator; gpu model; card; instance gpu; hw; hardware",
    "compute.memory_gb": "compute mem; compute memory; compute vram; hw mem; hw memory; gpus memory; gpus mem; gpus vram; hardware memory; card memory; memory gb; mem gb; vram gb; mem per gpu; memory; vram; gpu memory; mem; memory per gpu; gpu mem; vram per gpu",
    "compute.region": "compute location; compute place; compute zone; hw region; hw location; compute region; datacenter; datacentre; data centre; place; country; site; region; zone; location; cloud region; aws region; gcp region; data center; dc",
    "privacy.egress": "egress; allow egress; data may leave; external apis; external api; egress allowed; outbound; allow external; data egress; external calls; leave premises",
    "delivery.formats": "weights; deliver format; delivery format; delivery formats; formats; format; export; ship; ship as; artifact; artifacts; output format; output formats; deliver; deliver as; export formats; weights format; delivery; outputs",
    "delivery.endpoint": "endpoint; serve; serving; api; served; http endpoint; deploy endpoint",
    "delivery.rollout": "release; release steps; stages percent; delivery steps; delivery rollout; rollout stages; rollout plan; canary steps; deploy steps; rollout; roll out; canary; ramp; traffic; rollout percent; rollout steps; rollout pct; phases",
    "monitoring.retrain_when": "retrain if; retrain when; retrain on; retrain trigger; retrain below; drift trigger; refresh if",
    "monitoring.every_days": "retrain every; retrain every days; every days; retrain days; refresh days; refresh every; retrain interval days; retrain interval; retrain each",
    "forbid": "nope; forbid; forbidden; no; not; never use; avoid; disallow; disallowed; exclude stages; ban; banned; without",
    "tests": "eval; eval only; eval set; eval file; test; tests; test set; test file; acceptance; acceptance set; golden; golden set; evaluation; evaluation set; benchmark; exam; holdout file; eval data; acceptance tests; gold",
    "preferences": "preferences; prefs; preference data; pairs; pref pairs; dpo data; chosen rejected; preference pairs; comparisons; dpo",
    "prompts": "prompts; rl prompts; prompt set; prompt file",
    "documents": "docs; documents; corpus; pretrain; pretrain data; pretraining; raw text; raw; text corpus",
    "code": "repo; repository; codebase; source code",
    "chats": "chats; conversations; dialogs; dialogues; threads; chat logs; transcripts",
    "labels": "labels; labelled; labeled; labeled data; labelled data",
    "instructions": "sft; sft data; instructions; demos; demonstrations; qa pairs; input output",
    "data": "data; dataset; datasets; train; training; training data; train data; src; source; sources; in; input; inputs; uri; path; paths; file; files; train set; train file; train data path; location; url",
    "since": "since; from; after; date from; start; start date; from date; not before",
    "until": "until; to; before; date to; end; end date; to date; not after; up to",
    "exclude": "exclude; skip; except; ignore; drop; without; exclude paths; excluding; leave out",
    "include": "include; only; include only; keep only",
    "label column": "target; label; label column; target column; class column; label field; y",
}  # fmt: skip
_MEANINGS = {key.strip(): field for field, keys in _FIELDS.items() for key in keys.split(";")}

_SETTINGS = (
    "budget.",
    "search.",
    "compute.",
    "model.",
    "data.holdout",
    "data.synthetic",
    "delivery.rollout",
    "monitoring.",
)
_EVERYDAY = frozenset(
    "amount cap count memory mem by due tune method where card cards hours location zone base params parameters money spend "
    "attempts generate generated steps wall pretrained tuning canary phases traffic ramp cost".split()
)
"""Keys that are also words of prose."""
_FILLERS = frozenset("max maximum min num n nr number of total limit cap the allowed at most up to upper bound".split())
_SHORT = {"h": "hours", "hr": "hours", "hrs": "hours", "hour": "hours", "hyperparameter": "", "search": "", "wallclock": "clock", "wall": "clock", "walltime": "clock"}  # fmt: skip


def _core(key: str) -> frozenset[str]:
    """What is left of a key without the words that only say that it is a limit: `max_wall_clock_h` is clock and hours."""
    return frozenset(word for w in key.split() if (word := _SHORT.get(w, w)) and word not in _FILLERS)


_BY_WORDS = {
    core: field
    for key, field in _MEANINGS.items()
    if field.startswith(_SETTINGS) and (core := _core(key)) and (len(core) > 1 or key not in _EVERYDAY)
}

_METRICS: dict[str, str] = {
    "accuracy": "acc; accuracy; top1; right share; correct; correct rate; top 1; precision at 1; success rate",
    "pass_rate": "pass rate; pass; acceptance pass rate; tests passed; unit test pass rate; acceptance; pass at 1; acceptance rate",
    "exact_match": "exact match; em; exact; exact match rate; string match",
    "f1": "f1; macro f1; micro f1; weighted f1; f1 macro; f1 score; f1 micro; entity f1; field f1",
    "rouge_l": "rouge l; rougel; rouge; rouge lsum",
    "perplexity": "perplexity; ppl",
    "hallucination_rate": "hallucination rate; hallucination; halluc; hallucinations; halluc rate; made up rate; invented; fabrication rate; ungrounded rate; hallu",
    "policy_violation_rate": "policy violation rate; policy violations; violations; violation rate; policy; unsafe rate; policy breach rate; breach rate; policy viol",
    "format_valid_rate": "format valid rate; json valid; json valid rate; valid json; schema valid; format valid; parse rate; json parse rate; valid rate; schema ok; parses; json ok; valid",
    "tool_success_rate": "tool success rate; tool success; tool call success; call success; tool acc; tool accuracy; tool call success rate; tool ok",
    "latency_p50_seconds": "latency p50; p50; p50 latency; median latency; latency p50 seconds; latency median; p50 seconds",
    "latency_p95_seconds": "latency p95; p95; p95 latency; latency; latency p95 seconds; max latency; p95 seconds; tail latency; p99; latency p99",
    "reward": "reward; mean reward; rubric score; avg reward",
    "win_rate": "win rate; winrate; wins; win rate vs base; win rate vs retrieval; win rate vs current; win rate vs prod; preference rate",
}  # fmt: skip
_OF_METRICS = {key.strip(): metric for metric, keys in _METRICS.items() for key in keys.split(";")}

PARAMETERS = {
    "learning rate": "learning_rate", "lr": "learning_rate", "epochs": "num_train_epochs", "num train epochs": "num_train_epochs",
    "n epochs": "num_train_epochs", "batch size": "per_device_train_batch_size", "bs": "per_device_train_batch_size",
    "lora rank": "lora_r", "lora r": "lora_r", "rank": "lora_r", "r": "lora_r", "lora alpha": "lora_alpha", "alpha": "lora_alpha",
    "lora dropout": "lora_dropout", "dropout": "lora_dropout", "weight decay": "weight_decay", "wd": "weight_decay",
    "warmup": "warmup_ratio", "warmup ratio": "warmup_ratio", "beta": "beta", "dpo beta": "beta", "temperature": "temperature",
    "max length": "max_length", "max seq len": "max_length", "seq len": "max_length", "context": "max_length",
    "num generations": "num_generations", "per device train batch size": "per_device_train_batch_size",
}  # fmt: skip
"""Key -> the trainer's own argument name."""
_UNITS = r"(?: (?:ms|s|sec|secs|seconds|usd|eur|gbp|chf|gb|gib|h|hrs|hours|pct|percent|days))$"
HOMES = ("gates", "gate", "accept", "accept if", "acceptance", "targets", "target", "criteria", "must", "quality", "thresholds", "slo", "metrics", "success", "pass if", "require", "requirements", "eval gates", "exit criteria", "done when", "ok if")  # fmt: skip
"""Keys under which metrics stand."""


@lru_cache(maxsize=4096)
def fields_of(keys: tuple[str, ...]) -> tuple[str, ...]:
    """The fields that the keys may name, innermost first: paths of the spec, roles, or words of `_FIELDS`."""
    found: list[str] = []
    for n in range(len(keys) - 1, -1, -1):
        for said in (f"{keys[n - 1]} {keys[n]}" if n else keys[n], keys[n]):
            field = _MEANINGS.get(said) or _MEANINGS.get(re.sub(_UNITS, "", said))
            field = field or _BY_WORDS.get(_core(said))
            if field is not None and field not in found:
                found.append(field)
    return tuple(found)


def field_of(keys: tuple[str, ...]) -> str | None:
    """The field that the innermost telling key names."""
    return next((field for n in range(len(keys), 0, -1) for field in fields_of(keys[n - 1 : n])), None)


def known(keys: tuple[str, ...]) -> bool:
    """Whether the keys say something of a goal at all."""
    return bool(fields_of(keys)) or metric_of(keys) is not None or parameter_of(keys) is not None


def settles(keys: tuple[str, ...]) -> bool:
    """Whether the innermost key can only be a setting of a run, even alone among words."""
    fields = fields_of(keys[-1:])
    return bool(fields) and fields[0].startswith(_SETTINGS) and (len(keys) > 1 or keys[-1] not in _EVERYDAY)


def metric_of(keys: tuple[str, ...]) -> str | None:
    """The metric that the innermost key names."""
    key = keys[-1] if keys else ""
    bare = re.sub(r"^(?:min|max|target|mean|avg|test|eval) ", "", re.sub(_UNITS, "", key))
    bare = re.sub(r" (?:min|max|minimum|maximum|target|floor|ceiling|threshold|at least|at most)$", "", bare)
    return _OF_METRICS.get(key) or _OF_METRICS.get(bare)


def parameter_of(keys: tuple[str, ...]) -> str | None:
    """The trainer's argument that the innermost key names."""
    return PARAMETERS.get(keys[-1]) if keys else None
