"""A plan becomes stages: pure, so that it can be shown before anything is spent and checked before each step."""

from typing import Any

from executor.circumstances import Circumstances, Counts, Sizes
from executor.fingerprint import files_hash
from executor.rules import lengths, noise, search_space, text_shape
from executor.rules.chosen import Chosen, settings_of
from executor.rules.time_shares import affordable_tokens, judging_seconds, stage_seconds, training_seconds
from executor.stage import WHY, StageSpec
from training.spec import Plan, Problem
from training.spec.spec import TrainingSpec

DEFAULT_PARAMETERS = 1e6
"""Of a model from scratch where the plan names no size."""
LONGEST_TRIAL = 0.25
"""Of the full run's steps."""
SFT_SETTINGS = frozenset(
    {"learning_rate", "batch_size", "weight_decay", "epochs", "warmup_ratio", "lora_r", "dropout", "word_dropout"}
)
"""What a search may vary: train_sft's own names."""


def compile_plan(plan: Plan, found: Circumstances, counts: Counts | None = None) -> list[StageSpec]:
    """The stages of a ready plan, in the order in which they can be done.

    Args:
        found: machine, files and seed as they were at the run's start.
        counts: what `split` counted. Without them the stages up to `split` are final and the later ones
            provisional, sized by the files' bytes.
    Raises: Problem where this executor can't do what the spec asks.
    """
    assert plan.spec is not None, "only a ready plan is compiled"
    spec = plan.spec
    _refuse_what_is_not_here(spec)
    if counts is None:
        counts = _guess(spec, found)
    else:
        _refuse_to_learn_from_nothing(spec, counts)
    wanted = [name for name in ("pretrain", "sft") if name in (spec.stages or [])]
    trials = (spec.search.trials or 1) if "sft" in wanted else 1
    present = {*wanted, *({"search"} if trials > 1 else set())}
    whole = training_seconds(plan)
    sizing = _Sizing(spec, found, counts, present, whole)

    stages = [_clean(spec, found), _split(spec, found), _base(sizing)]
    if "pretrain" in wanted:
        stages.append(_pretrain(sizing))
    start = "pretrain" if "pretrain" in wanted else "base"
    finished = start
    if "sft" in wanted:
        sft = _sft(sizing)
        if trials > 1:
            stages.append(_search(sizing, sft, trials, start))
        needs = ("split", "base", *(("pretrain",) if start == "pretrain" else ()))
        needs = (*needs, "search") if trials > 1 else needs
        stages.append(StageSpec(name="sft", settings=sft, needs=needs, function="executor.stages:sft"))
        finished = "sft"
    stages.append(
        StageSpec(
            name="package",
            settings=_package(spec),
            needs=tuple(dict.fromkeys(("split", "base", start, finished))),  # the card tells of every stage
            function="training.package:package",
        )
    )
    judge_needs = ("split", "base", *(("pretrain",) if "pretrain" in wanted else ()), "package")
    stages.append(
        StageSpec(
            name="judge",
            settings={"spec": spec.model_dump(mode="json"), "seed": found.seed},
            needs=judge_needs,
            function="evals.judge:judge",
        )
    )
    return stages


class _Sizing:
    """What the rules look at, in one place."""

    def __init__(
        self, spec: TrainingSpec, found: Circumstances, counts: Counts, present: set[str], whole: Chosen
    ) -> None:
        self.spec, self.found, self.counts = spec, found, counts
        self.from_scratch = (spec.model.base or "scratch") == "scratch"
        self.parameters = float(spec.model.parameters or spec.model.max_parameters or DEFAULT_PARAMETERS)
        self.adapter = spec.model.adapter or "none"
        self.gpu = found.machine.gpus > 0
        self.time_is_limited = spec.budget.wall_clock_hours is not None
        self._present, self._whole = present, whole

    def seconds(self, stage: str) -> float:
        """The stage's share of the run's time."""
        return stage_seconds(stage, self._present, self._whole.value, judging_seconds(self.counts.heldout.n))

    def affordable(self, stage: str) -> float:
        """Tokens that the stage's share of the time pays for."""
        return affordable_tokens(self.seconds(stage), self.parameters, self.found.machine.training_flops)

    @property
    def context_length(self) -> Chosen:
        longest = text_shape.longest_context(self.found.machine.gpu_memory_gb if self.gpu else None)
        return text_shape.context_length(self.counts, longest=longest)

    @property
    def seed(self) -> Chosen:
        return Chosen(self.found.seed, "fixed, so that the same plan and data make the same model.")


def _clean(spec: TrainingSpec, found: Circumstances) -> StageSpec:
    sources = spec.data.sources or []
    paths = {source.path for source in sources}
    settings = {
        "sources": [source.model_dump(mode="json") for source in sources],
        "cleaning": spec.data.cleaning.model_dump(mode="json"),
        "root": found.root,
    }
    return StageSpec(
        name="clean",
        settings=settings,
        function="executor.stages:clean",
        inputs_fingerprint=files_hash([item for item in found.files if item.source in paths]),
    )


def _split(spec: TrainingSpec, found: Circumstances) -> StageSpec:
    settings = {"holdout": spec.data.holdout or 0.0, "seed": found.seed, "task": spec.task or "writing"}
    return StageSpec(name="split", settings=settings, needs=("clean",), function="executor.stages:split")


def _base(sizing: _Sizing) -> StageSpec:
    if sizing.from_scratch:
        settings = settings_of(
            base=Chosen("scratch", "the plan says so."),
            parameters=Chosen(int(sizing.parameters), "the plan's size."),
            vocabulary_size=text_shape.vocabulary_size(sizing.counts, sizing.parameters),
            context_length=sizing.context_length,
            fold_case=noise.fold_case(sizing.spec.task),
            seed=sizing.seed,
        )
    else:
        settings = settings_of(
            base=Chosen(sizing.spec.model.base, "the plan says so."),
            vocabulary=Chosen(sizing.spec.model.vocabulary or "keep", "the plan says so."),
            seed=sizing.seed,
        )
    settings["architecture"] = sizing.spec.model.architecture or "dense"
    settings["experts"] = sizing.spec.model.experts
    own = [item for item in sizing.found.files if item.source == sizing.spec.model.base]
    return StageSpec(
        name="base",
        settings=settings,
        needs=("split",),
        function="training.bases:base",
        inputs_fingerprint=files_hash(own) if own else "",
    )


def _pretrain(sizing: _Sizing) -> StageSpec:
    # A model from scratch learns to read from everything that it may see, conversations too.
    characters = sizing.counts.passages.characters + sizing.counts.conversations.characters
    text = text_shape.tokens(characters)
    batch = lengths.batch_tokens(text, gpu=sizing.gpu)
    epochs = lengths.pretrain_epochs(
        text, sizing.parameters, sizing.affordable("pretrain"), from_scratch=sizing.from_scratch
    )
    settings = settings_of(
        epochs=epochs,
        batch_tokens=batch,
        context_length=sizing.context_length,
        learning_rate=lengths.learning_rate(
            sizing.parameters, stage="pretrain", from_scratch=sizing.from_scratch, adapter=sizing.adapter != "none"
        ),
        warmup_ratio=lengths.warmup_ratio(epochs.value * text / batch.value),
        dropout=noise.pretrain_dropout(epochs.value, from_scratch=sizing.from_scratch),
        seed=sizing.seed,
    )
    settings["adapter"] = sizing.adapter
    _limit(settings, sizing, "pretrain")
    return StageSpec(name="pretrain", settings=settings, needs=("split", "base"), function="training.pretrain:pretrain")


def _sft(sizing: _Sizing) -> dict[str, Any]:
    examples = sizing.counts.conversations
    epochs = lengths.sft_epochs(examples, sizing.affordable("sft"), from_scratch=sizing.from_scratch)
    batch = lengths.sft_batch_size(examples, gpu=sizing.gpu)
    settings = settings_of(
        epochs=epochs,
        batch_size=batch,
        max_length=sizing.context_length,
        learning_rate=lengths.learning_rate(
            sizing.parameters, stage="sft", from_scratch=sizing.from_scratch, adapter=sizing.adapter != "none"
        ),
        weight_decay=Chosen(0.01, "a light pull towards simple weights."),
        warmup_ratio=lengths.warmup_ratio(epochs.value * examples.n / batch.value),
        word_dropout=noise.word_dropout(sizing.spec.task, examples.n, from_scratch=sizing.from_scratch),
        dropout=noise.dropout(sizing.spec.task, examples.n, from_scratch=sizing.from_scratch),
        seed=sizing.seed,
    )
    settings["adapter"] = sizing.adapter
    _limit(settings, sizing, "sft")
    return settings


def _limit(settings: dict[str, Any], sizing: _Sizing, stage: str) -> None:
    """A slow machine ends the stage early rather than the whole run without a result."""
    if sizing.time_is_limited:
        settings["seconds"] = round(sizing.seconds(stage))
        settings[WHY]["seconds"] = "the stage's share of the time; where it would take longer, it ends early and well."


def _search(sizing: _Sizing, sft: dict[str, Any], trials: int, start: str) -> StageSpec:
    space = search_space.search_space(sizing.spec.search.parameters, sft, set(SFT_SETTINGS))
    # All trials together may take the search's share: a trial is the beginning of a full run.
    full = text_shape.tokens(sizing.counts.conversations.characters) * sft["epochs"]
    share = sizing.affordable("search") / max(1.0, full * trials * 0.6)  # pruning saves some four tenths
    # The first look at a trial comes at a third of it, and must come after the warm-up.
    shortest = max(0.15, 3 * sft["warmup_ratio"] + 0.02)
    share = round(max(shortest, min(LONGEST_TRIAL, share)), 2)
    settings = {
        "sft": {name: value for name, value in sft.items() if name != WHY},
        "space": space,
        "defaults": search_space.into_space(space, sft),
        "trials": trials,
        "trial_share": share,
        "seed": sizing.found.seed,
        WHY: {
            "space": "the plan's ranges." if sizing.spec.search.parameters else "settings round the rules' choice.",
            "defaults": "the first trial is what the rules chose, so a search can't end worse than none.",
            "trials": f"the plan asks for {trials}.",
            "trial_share": f"each trial is the first {share:.0%} of a full run; the best one goes on to the end.",
        },
    }
    if sizing.time_is_limited:
        # One slow machine must not spend the whole budget on trying and none on training.
        settings["seconds"] = round(1.5 * sizing.seconds("search"))
        settings[WHY]["seconds"] = "no new trial begins once the search has had half more than its share of the time."
    needs = ("split", "base", *(("pretrain",) if start == "pretrain" else ()))
    return StageSpec(name="search", settings=settings, needs=needs, function="executor.search:search")


def _package(spec: TrainingSpec) -> dict[str, Any]:
    return {"name": spec.name or "model", "formats": list(spec.delivery.formats or ["safetensors"])}


def _refuse_what_is_not_here(spec: TrainingSpec) -> None:
    """Rather a refusal than another method slipped in."""
    missing = [name for name in spec.stages or [] if name not in ("pretrain", "sft")]
    if missing:
        words = {"preference": "learning from preferences", "rl": "reinforcement learning"}
        raise Problem(
            f"This version can't do {' or '.join(words[name] for name in missing)} yet.",
            next_step="Ask for a plan with fine-tuning only.",
        )
    if spec.compute.where not in (None, "local"):
        raise Problem(f"This version can't run on {spec.compute.where} yet.", next_step="Ask for a local run.")
    if not spec.stages:
        raise Problem("The plan has nothing to train.", next_step="Ask for a plan with pretraining or fine-tuning.")


def _refuse_to_learn_from_nothing(spec: TrainingSpec, counts: Counts) -> None:
    if "sft" in (spec.stages or []) and counts.conversations.n == 0:
        raise Problem(
            "After cleaning, no questions with answers are left to learn from.",
            next_step="The report of the cleaning step says what was taken out and why; add data or relax a rule.",
        )
    if spec.stages == ["pretrain"] and counts.passages.n + counts.conversations.n == 0:
        raise Problem(
            "After cleaning, no text is left to learn from.",
            next_step="The report of the cleaning step says what was taken out and why; add data or relax a rule.",
        )


def _guess(spec: TrainingSpec, found: Circumstances) -> Counts:
    """Counts from the files' bytes, before anything was read: for a preview only."""
    roles = {source.path: source.role for source in spec.data.sources or []}
    files = [item for item in found.files if item.source in roles]
    passages = sum(item.bytes for item in files if roles[item.source] in ("documents", "code"))
    others = sum(item.bytes for item in files) - passages
    return Counts(
        passages=Sizes(n=max(1, passages // 2000), characters=passages, long=2000) if passages else Sizes(),
        conversations=Sizes(n=max(1, others // 300), characters=others, long=600) if others else Sizes(),
    )
