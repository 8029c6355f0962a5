"""The contract's words with a fixed meaning, each as one closed set."""

from typing import Literal

Task = Literal[
    "support_chat", "document_qa", "code", "classification", "extraction", "summarization",
    "translation", "reasoning", "tool_use", "writing", "domain_language", "image_text",
]  # fmt: skip
Role = Literal[
    "documents", "code", "chats", "instructions", "tests", "preferences", "labels", "prompts", "images",
]  # fmt: skip
PiiAction = Literal["keep", "redact", "drop"]
SecretAction = Literal["redact", "drop"]
Architecture = Literal["dense", "moe"]
Adapter = Literal["none", "lora", "qlora"]
Vocabulary = Literal["keep", "extend"]
StageName = Literal["pretrain", "sft", "preference", "rl"]
Criterion = Literal[
    "correctness", "terminology", "policy", "latency", "hallucination", "tone", "format", "brevity",
    "citation", "tool_use", "custom",
]  # fmt: skip
Metric = Literal[
    "accuracy", "pass_rate", "exact_match", "f1", "rouge_l", "perplexity", "hallucination_rate",
    "policy_violation_rate", "format_valid_rate", "tool_success_rate", "latency_p50_seconds",
    "latency_p95_seconds", "reward", "win_rate",
]  # fmt: skip
Op = Literal[">=", ">", "<=", "<"]
Opponent = Literal["base", "retrieval", "current"]
Where = Literal["local", "ray", "kubernetes"]
Format = Literal["safetensors", "gguf", "ollama", "vllm"]
PlanStatus = Literal["ready", "needs_answers", "conflict", "not_a_goal"]
Origin = Literal["request", "data", "hardware", "rule", "default"]
DropReason = Literal[
    "exact_duplicate", "near_duplicate", "corrupted", "wrong_language", "secret", "pii",
    "low_quality", "contaminated", "unreadable",
]  # fmt: skip
RedactionKind = Literal[
    "email", "phone", "iban", "card", "national_id", "ip", "address", "name", "secret", "password",
]  # fmt: skip

DEFAULT_WEIGHTS: dict[str, float] = {
    "correctness": 1.0, "terminology": 0.5, "policy": 0.3, "latency": -0.5, "hallucination": -1.0,
}  # fmt: skip
"""Weight of a criterion that the user gave no number; any other weighs `OTHER_WEIGHT`."""

OTHER_WEIGHT = 0.5
LOWER_IS_BETTER: frozenset[str] = frozenset(
    {"perplexity", "hallucination_rate", "policy_violation_rate", "latency_p50_seconds", "latency_p95_seconds"}
)
