"""The reply: what will be done and with what, how long and how much, how success is judged, what could go wrong."""

from planner.claims import FORBIDDEN, Wishes
from planner.facts import Facts
from planner.replies import describe, explain
from planner.target import Target
from planner.words import gigabytes, hours, languages, listed, money, number, percent, plural, span
from training.spec import Plan, TrainingSpec

MOST_WARNINGS = 6
TASKS = {
    "support_chat": "answers messages the way you do",
    "document_qa": "answers questions about your documents",
    "code": "writes code the way your code base does",
    "classification": "sorts texts into your classes",
    "extraction": "pulls the fields you need out of texts",
    "summarization": "summarises texts",
    "translation": "translates",
    "reasoning": "solves problems whose answers can be checked",
    "tool_use": "calls your tools",
    "writing": "drafts texts in your style",
    "domain_language": "knows the language of your field",
    "image_text": "puts pictures into words",
}


FORMATS = {"gguf": "GGUF", "vllm": "a folder for vLLM", "ollama": "a model for Ollama"}


def propose_nothing(wishes: Wishes) -> str:
    """To small talk, or something that is not this tool's work."""
    if wishes.intent == "thanks":
        return "You're welcome. Tell me when there is a model to make."
    return (
        "I make language models out of your own data: I read what you need, plan it, train it and test it. That was "
        "nothing I can plan from. Tell me what the model should do and where its data is, for example: “Answer our "
        "customers' questions about deliveries the way we did in chats.csv; 9 of 10 answers must be right.”"
    )


def propose(plan: Plan, facts: Facts, place: Target, *, alternative: Plan | None = None) -> str:
    """What the user reads, as Markdown that also reads well aloud.

    Args:
        alternative: the plan that a "what if" asks about.
    """
    assert plan.spec is not None, "something is always known of a goal"
    parts = []
    intent = facts.wishes.intent
    if intent in ("why", "what_if"):
        parts.append(explain.answer(plan, facts, alternative))
    elif intent == "thanks":
        parts.append("You're welcome; the plan stands as it is.")
    elif intent == "approval":
        parts.append(_on_approval(plan))
    elif intent == "decline":
        parts.append("Nothing is started. Say what should be different, and I change the plan.")
    elif facts.wishes.changed and plan.status == "ready":
        parts.append(describe.changes(plan, facts))
    if facts.wishes.unplaced:
        said = listed([f"“{quote}”" for quote in facts.wishes.unplaced])
        parts.append(
            f"I can't tell what {said} is meant for, so I left everything as it was. Name it along with the figure."
        )
    if plan.status == "conflict":
        parts.append(_conflicts(plan))
    if plan.questions:
        parts.append(_questions(plan))
    if intent in ("goal", "change", "answer", "chat"):
        if plan.status == "ready":
            parts.append(_proposal(plan, plan.spec, facts, place))
        else:
            parts.append(_understood(plan, plan.spec))
        if plan.warnings:
            parts.append(_warnings(plan))
        if plan.status == "ready":
            parts.append("Shall I go ahead? Say yes, or what should be different.")
    return "\n\n".join(part for part in parts if part)


def _on_approval(plan: Plan) -> str:
    if plan.status == "ready":
        return "Good: the plan is approved as it stands and can start."
    return "Thank you, but it can't start yet."


def _conflicts(plan: Plan) -> str:
    lines = ["Before I can plan this, something must be decided:"]
    lines += [f"- {one.problem} {one.suggestion}" for one in plan.conflicts]
    return "\n".join(lines)


def _questions(plan: Plan) -> str:
    lines = ["I need to know:" if len(plan.questions) > 1 else "I need to know one thing:"]
    for one in plan.questions:
        advice = (
            f" I suggest: {one.recommended[0].lower()}{one.recommended[1:]} Say yes to take that."
            if one.recommended and one.accepts is not None and one.field == "task"
            else f" I suggest {one.recommended} Say yes to take that."
            if one.recommended and one.accepts is not None
            else f" {one.recommended}"
            if one.recommended
            else f" For example: {listed(one.options, 'or')}."
            if one.options
            else ""
        )
        lines.append(f"- {one.question}{advice}")
    return "\n".join(lines)


def _understood(plan: Plan, spec: TrainingSpec) -> str:
    """What is clear already, so that nobody has to say it twice."""
    known = []
    if spec.task:
        known.append(f"a model that {TASKS[spec.task]}")
    if spec.languages and any(
        plan.provenance[f"/languages/{i}"].source == "request" for i in range(len(spec.languages))
    ):
        known.append(f"in {languages(spec.languages)}")
    if spec.data.sources:
        known.append(f"from {listed([source.path for source in spec.data.sources])}")
    limits = describe.limits(spec)
    text = f"So far I understand: {', '.join(known)}." if known else ""
    return f"{text} {limits}".strip()


def _proposal(plan: Plan, spec: TrainingSpec, facts: Facts, place: Target) -> str:
    sentences = [
        _what(spec, facts),
        _data(spec, facts),
        _steps(spec, facts),
        _judged(spec, facts),
        _takes(plan, spec, place),
    ]
    return "\n\n".join(sentence for sentence in sentences if sentence)


def _what(spec: TrainingSpec, facts: Facts) -> str:
    task = TASKS.get(spec.task or "", "does what you ask")
    spoken = f", in {languages(spec.languages)}" if spec.languages else ""
    return f"**{spec.name}**: a model that {task}{spoken}."


def _data(spec: TrainingSpec, facts: Facts) -> str:
    lines = ["It learns from:" if spec.data.sources else ""]
    for source in spec.data.sources or []:
        lines.append(f"- {describe.source(source, facts)}")
    cleaning = describe.cleaning(spec)
    return "\n".join(line for line in lines if line) + (f"\n\n{cleaning}" if cleaning else "")


def _steps(spec: TrainingSpec, facts: Facts) -> str:
    steps = {
        "pretrain": "it reads all the text",
        "sft": "it learns to answer from your examples",
        "preference": "it learns which of two answers you prefer",
        "rl": "it practises and is rewarded by your score card",
    }
    order = [steps[stage] for stage in spec.stages or []]
    if spec.model.base == "scratch":
        size = number(spec.model.parameters or 0)
        start = (
            f"It starts from scratch, as a small model of {size} parameters: no base model is named or within reach. "
            "Expect it to be good at what your data shows again and again, and to know nothing else."
        )
        if facts.claim("model.base") is not None:
            start = (
                f"It starts from scratch, as you ask, as a small model of {size} parameters: good at what your data "
                "shows again and again, and knowing nothing else."
            )
    else:
        how = {"lora": "with a LoRA adapter", "qlora": "with QLoRA", "none": "with all its weights"}
        start = f"It starts from {spec.model.base}, trained {how.get(spec.model.adapter or 'none', '')}."
    trials = spec.search.trials or 1
    search = f" {trials} settings are tried, and the best is trained to the end." if trials > 1 else ""
    what = ""
    if len(order) == 1:
        what = f" {order[0][0].upper()}{order[0][1:]}."
    elif order:
        what = f" First {order[0]}{''.join(f', then {step}' for step in order[1:])}."
    mixture = f" It is a mixture of {spec.model.experts} experts." if spec.model.architecture == "moe" else ""
    return f"{start}{mixture}{what}{search}"


def _judged(spec: TrainingSpec, facts: Facts) -> str:
    if spec.data.holdout:
        test = f"{percent(spec.data.holdout)} of the examples are kept aside for the test and never trained on"
        tests = [source.path for source in spec.data.sources or [] if source.role == "tests"]
        test += f", beside {listed(tests)}" if tests else ""
    else:
        tests = [source.path for source in spec.data.sources or [] if source.role == "tests"]
        test = (
            f"The test is {listed(tests)}, which is never trained on" if tests else "Nothing is kept aside for a test"
        )
    parts = [f"{test}. The untouched base and plain search over your data take the same test."]
    if spec.gates:
        parts.append("\n".join(["You would use it if:", *(f"- {describe.gate(gate)}" for gate in spec.gates)]))
    if spec.rubric:
        never = frozenset(
            str(claim.value.get("detail"))
            for claim in facts.claims("rubric")
            if claim.why == FORBIDDEN and isinstance(claim.value, dict)
        )
        scored = [f"- {describe.criterion(item, never)}" for item in spec.rubric]
        parts.append("\n".join(["Answers are scored on:", *scored]))
    return "\n\n".join(parts)


def _takes(plan: Plan, spec: TrainingSpec, place: Target) -> str:
    estimate = plan.estimate
    low, high = estimate.low, estimate.high
    time = f"about {hours(estimate.wall_clock_hours)}"
    if low and high and hours(low["wall_clock_hours"]) != hours(high["wall_clock_hours"]):
        time += f" ({span(low['wall_clock_hours'], high['wall_clock_hours'])})"
    cost = money(estimate.cost.amount, estimate.cost.currency)
    if high and high.get("cost", 0) > 0:
        cost = f"{money(low['cost'], estimate.cost.currency)} to {cost_high(plan)}"
    elif estimate.cost.amount == 0:
        cost = f"nothing ({place.price_why})"
    stays = (
        "Nothing leaves your machines." if not spec.privacy.egress else "Data may leave your machines, as you allow."
    )
    runs = (
        f"It runs on {place.words} and takes {time}, {gigabytes(estimate.peak_memory_gb)} of memory and "
        f"{gigabytes(estimate.disk_gb)} of disk; it costs {cost}."
    )
    return " ".join(part for part in (runs, stays, describe.limits(spec), _later(spec)) if part)


def cost_high(plan: Plan) -> str:
    return money(plan.estimate.high["cost"], plan.estimate.cost.currency)


def _later(spec: TrainingSpec) -> str:
    formats = [FORMATS.get(name, name) for name in spec.delivery.formats or []]
    said = [f"You get it as {listed(formats)}"]
    if spec.delivery.endpoint:
        said.append("with an endpoint")
    if spec.delivery.rollout:
        said.append(f"for {', then '.join(f'{step:g}%' for step in spec.delivery.rollout)} of your users")
    return " ".join(said) + "."


def _warnings(plan: Plan) -> str:
    shown = plan.warnings[:MOST_WARNINGS]
    more = len(plan.warnings) - len(shown)
    lines = ["You should know:", *(f"- {text}" for text in shown)]
    if more > 0:
        lines.append(f"- … and {plural(more, 'smaller point')}; `--json` lists all of them.")
    return "\n".join(lines)


__all__ = ["propose", "propose_nothing"]
