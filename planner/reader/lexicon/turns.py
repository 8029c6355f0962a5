"""What people say to a plan they have before them: approve, ask, take back, withdraw, restore, start anew."""

INTENTS: dict[str, str] = {
    "approval": """
        go ahead; looks good|great|fine|right|perfect; sounds good|great|fine; approved; i approve;
        lets go|do it|start; do it; start ?it ?now ?please; yes ?please; yep; yeah; ok; okay; okey; alright;
        all right; perfect; great; fine ?by ?with ?me; confirmed; agreed; ship it; run it; good to go;
        thumbs up; proceed; please start; make it so; that works; works for me; lgtm; 👍; einverstanden; ja;
        passt; los; d accord; oui; vas y; si; vale; adelante; sim; va bene; akkoord; carry on; continue;
        you can start|begin; green light; please go|proceed; exactly; correct; go for it; in order
    """,
    "thanks": """
        thanks; thank you; thx; ty; cheers; merci; danke; gracias; obrigado; obrigada; grazie; bedankt;
        much appreciated; appreciate it; nice one; brilliant; awesome; wonderful; great job
    """,
    "decline": """
        cancel ?it ?that; stop ?it ?that; never mind; nevermind; forget it; not interested; no thanks; abort;
        call it off; dont bother; i changed my mind; leave it; abbrechen; annuler; cancelar; annulla;
        dont start; do not start; hold off
    """,
    "why": """
        why; how come; what for; for what reason; what s the reason; reason for; explain; how did you;
        where does ... come from; what makes you; warum; wieso; weshalb; pourquoi; por que; perche; waarom;
        what does ... mean; how do you know; why not; on what basis; justify; what is a; what is an; what s a;
        whats a; whats an; what are; is that; is it; does it; does that; do you; how does; how do; how is;
        what s the difference; whats the difference; what would happen
    """,
    "what_if": """
        what if; what would; what happens if; suppose; hypothetically; how much would|will|does ... if;
        how long would|will ... if; would it|that ... if; how would ... if; what about if; was ware wenn;
        et si; que pasaria si; e se; wat als; if we|i took|used|had|added|went|doubled|gave ... what|would|how;
        just curious; imagine; could it|we ... if; out of curiosity; would ... help|change|cost|take|be;
        do we lose; just wondering; in theory
    """,
}  # fmt: skip

FIELDS: dict[str, str] = {
    "budget.deadline": """
        deadline; due date; delivery date; end date; final date; date; cut off; time pressure; fecha limite;
        date limite; frist; termin; scadenza; prazo
    """,
    "budget.cost": """
        budget; cost limit|cap|ceiling|rule; money limit|cap|rule; money; spending limit|cap;
        limit|cap on ?the cost|costs|money|spending; price limit|cap; euro|dollar|pound limit|cap; kostenlimit;
        presupuesto; orcamento; financial limit; cost
    """,
    "budget.gpu_hours": """
        gpu hours; gpu hour limit|cap; gpu budget; gpu limit; hours of gpu; gpu cap; gpu time; gpu h
    """,
    "budget.wall_clock_hours": """
        time limit; wall clock limit|cap; wall clock; hour limit; time cap; limit on ?the time|hours;
        twelve hours; overnight limit|rule; overnight; time budget; hours limit
    """,
    "model.max_parameters": """
        size limit|cap|rule|restriction; parameter limit|cap|rule; limit|cap on ?the size|parameters;
        cap on size; size; max_params; max_parameters; billion limit|cap; model size
    """,
    "search.trials": """
        trials; search; hyperparameter search|tuning; sweep; trial; tuning runs; attempts;
        number of trials|attempts|tries; tries; experiments
    """,
    "model.experts": "number of experts; experts; specialists; expert count",
    "model.architecture": "moe; mixture of experts; mixture; architecture; dense",
    "model.adapter": "adapter; lora; qlora; full fine tuning; full tuning; tuning method; adapters",
    "model.vocabulary": "vocabulary; tokenizer; tokeniser; extra|new tokens; vocab",
    "model.base": "base model; base; mistral; llama; qwen; gemma; starting model; underlying model; model choice",
    "data.synthetic": """
        synthetic ?data|examples|ones|part; generated examples|data|ones; generated; artificial examples|data;
        made up examples|ones|data; extra examples; invented examples; additional examples; augmentation
    """,
    "data.holdout": """
        holdout; held out part|share|set; held back part|share|set; test share; evaluation share|part;
        hold out; set aside; hold back
    """,
    "data.cleaning.pii": """
        redaction; masking; pii rule; pii; anonymisation; anonymization; name masking;
        personal data rule|handling
    """,
    "data.cleaning.near_dedup": "near dedup*; near duplicate*",
    "data.cleaning.exact_dedup": "dedup*; deduplication; duplicates rule; duplicate*",
    "monitoring": """
        retraining; retrain rule; retrain; monitoring; automatic retraining; re training; refresh;
        retrain schedule; auto retrain*
    """,
    "delivery.rollout": """
        rollout; roll out; canary; phased launch; gradual launch|rollout; steps; stages of the rollout;
        pilot phase
    """,
    "delivery.endpoint": "endpoint; api; web service",
    "compute.region": "region; data centre|center location; location",
    "compute.gpus": "gpus; gpu count; number of gpus; cards",
    "compute.gpu": "gpu; gpu type; card; kind of gpu",
    "compute.where": "cluster; kubernetes; ray; where it runs; machine",
    "privacy.egress": "privacy; cloud; data rule; leaving; egress",
    "languages": "languages; language",
    "name": "name; its name; the name",
    "rubric": "scorecard; score card; rubric; points; weights; weighting; scoring; reward",
    "gates": """
        gates; all gates; targets; thresholds; quality gates; conditions; requirements; acceptance criteria;
        gate; quality bar
    """,
    "stages": "stages; steps of training",
    "data.sources": "files; data; sources; file",
    "task": "task; purpose",
    "gates.latency": """
        latency rule|gate|requirement|condition|target|limit|thing; latency;
        speed rule|gate|requirement|limit|target; response time ?rule|gate|requirement|limit|target;
        time limit per answer; seconds rule|limit; two second rule; p95; p50; speed; answer time;
        second rule|limit
    """,
    "gates.accuracy": """
        accuracy rule|gate|requirement|condition|target|threshold; accuracy; share of right answers;
        correctness gate|threshold|target
    """,
    "gates.f1": "f1 rule|gate|requirement|condition|target|threshold; f1",
    "gates.hallucination_rate": """
        hallucination rule|gate|requirement|limit|condition|target|threshold; hallucinations rule|gate|limit;
        hallucination rate; made up facts rule|gate|limit; hallucinations; hallucination
    """,
    "gates.policy_violation_rate": """
        policy gate|limit|threshold|target; violation gate|limit; policy rule|gate|violation ?gate|limit
    """,
    "gates.format_valid_rate": """
        format rule|gate|requirement|target|threshold; json rule|gate|requirement|target;
        valid json rule|gate|requirement; format
    """,
    "gates.tool_success_rate": """
        tool gate|rule|requirement|target; tool success gate|rule|target; tool calls gate|target
    """,
    "gates.win_rate": """
        win rate gate|rule|target; win rate;
        beating ?the ?base|baseline|current|old|search ?bot|model|gate|rule; comparison gate|with
    """,
    "gates.perplexity": "perplexity gate|rule|target; perplexity",
    "gates.rouge_l": "rouge gate|rule|target|threshold; rouge",
    "gates.exact_match": "exact match gate|rule|target|threshold; exact match",
    "gates.reward": "reward gate|rule|threshold; score gate|threshold; average score",
    "gates.pass_rate": "pass rate gate|rule|target; pass rate",
    "rubric.tone": "tone; friendliness; tone rule|criterion|item|score",
    "rubric.brevity": "brevity; length rule|criterion|item|score; shortness; short answers; keeping it short",
    "rubric.citation": """
        citations; sources rule; citing; citation; source references; naming ?the page|section|source
    """,
    "rubric.terminology": "terminology; glossary rule; terms rule|criterion; jargon rule",
    "rubric.latency": "latency penalty; speed penalty; slowness penalty; penalty for ?being slow|slowness",
    "rubric.hallucination": "hallucination penalty; penalty for ?hallucin*|inventing",
    "rubric.policy": "policy item|criterion|rule; policy score; ban on",
    "rubric.correctness": "correctness item|criterion|weight",
    "rubric.format": "format item|criterion|score",
}  # fmt: skip

WITHDRAW = {
    "front": """
        drop|drops; forget ?about; remove|removes; unset; delete; lift; scrap; scratch; cancel; ditch; lose;
        skip; omit; leave ?out; without; no; no more; no need for; not need; dont need; dont want;
        take|takes out|away|off; take; abandon; ignore; strike; waive; get rid of; do away with; cut; clear;
        disable; turn off; nix; kill; discard; void; never mind; we dont need; erase; relax; withdraw; revoke;
        loosen; retract; abolish; streich*; ohne; vergiss; enleve*; supprime*; oublie*; quita*; elimina*;
        olvida*; tira*; remove*; esquec*; toglie*; togli; schrap; laat ... vallen; not bother with; stop
    """,
    "behind": """
        goes; can go; is gone; is off; is out; falls away; doesnt matter; does not matter;
        no longer matters|applies|needed|counts; is no longer needed|required|necessary|relevant;
        isnt needed|necessary|required|important; is not needed|necessary|required;
        is dropped|withdrawn|cancelled|canceled|lifted|history|void|moot|irrelevant|unnecessary|open;
        can be dropped|removed|ignored|lifted; needn t apply; should go; may go; has to go; must go;
        was lifted|dropped; are off; are out; can wait; fallt weg; entfallt; tombe; no aplica; out please;
        away please; not after all; be damned; has been lifted|dropped|cancelled; is not important; goes away;
        are gone; go away; not any more|longer; is unlimited; = null; = none; not so important; isn t fixed
    """,
}

RESTORE = """
    restore; put ... back; bring ... back; back in; reinstate; bring back; put back; after all; go back to;
    back to; as it was; as before; the original; original; like before; return to; revert ... to; re enable;
    reenable; reset ... to; as at first; as in the beginning; first version; what we had; the earlier;
    the old value|limit|threshold|number; undo the removal; again as
"""

UNDO = """
    undo that|the|this|it ?last ?change|one|step; undo; scratch that; take that back;
    revert that|it|the ?last ?change; revert; forget that ?last ?change|one; forget what i just said;
    forget the last ?change|message|one; strike that; roll that back; cancel that|the ?last change;
    never mind that ?last ?one|change; i take that back; ignore my last ?message|change; ignore that;
    back to how it was; as it was before; disregard that|my last ?message; ruckgangig; annule ca; deshaz*;
    desfaz*; annulla; maak dat ongedaan
"""

ANEW = """
    new project|request|task|goal|topic|plan|model|idea|thing|one ?entirely|altogether|now;
    another project|request|task|goal|model|thing|topic|job|one; something else; something different;
    something completely different; different project|task|topic|thing|goal|model|job; next project|task|model;
    second project|model|task|job; separate project|model|request|task; start over; start again;
    start from scratch with; start fresh; from scratch with a new; forget all ?of that|this|about;
    forget everything; forget the whole thing|plan; forget the bot|classifier|model|assistant|translator|whole;
    leave that; park that|this|it; scrap all|that|everything|the whole; totally different; on another note;
    change of plan|plans; plans changed|have changed; instead of that ?we ?i need|want; new:; neues projekt;
    etwas anderes; autre projet; autre chose; otro proyecto; outro projeto; altro progetto; ander project;
    unrelated; besides that we need; now for; now we|i need|want a; we also need a second; next we need;
    let s do; different question; we changed our mind; we ve changed our minds; changed our minds
"""

CARRY = """
    same ... budget|limit|limits|deadline|money|machine|machines|hardware|conditions|rules|constraints|restrictions|cluster|gpus|cap|time|settings|terms|box|server|amount|hours|privacy|setup|ceiling|budgets|framework|boundaries|trials|base|languages|language|currency;
    limit|limits|budget|deadline|rules|conditions|constraints|restrictions|caps|cap|machine|hardware|money|hours ... as before|stay|stays|still|remain|remains|same|apply|applies|hold|holds|unchanged|above|carry;
    keep|keeping ?the ?all ?our ?same ?other budget|limit|limits|deadline|rules|conditions|constraints|restrictions|caps|cap|machine|hardware|money|hours|everything;
    everything else|otherwise ?as ?stays|remains|before|same; as before; as above;
    all else|other ?stays|equal|same; rest ?stays|remains|as before; otherwise the same; otherwise as before;
    like before; with the limits|budget of before|above; gleiche|gleichen|selbe|selben budget|grenzen|rahmen;
    meme budget|limite; mismo presupuesto|limite; mesmo orcamento|limite; stesso budget|limite;
    zelfde budget|limiet
"""

CARRY_SCOPE: dict[str, tuple[str, ...]] = {
    "budget": ("budget.cost", "budget.cost.amount", "budget.cost.currency"), "money": ("budget.cost", "budget.cost.amount", "budget.cost.currency"),
    "amount": ("budget.cost", "budget.cost.amount", "budget.cost.currency"), "deadline": ("budget.deadline",), "date": ("budget.deadline",),
    "limit": ("budget.", "model.max_parameters"), "limits": ("budget.", "model.max_parameters", "privacy."), "cap": ("budget.", "model.max_parameters"), "caps": ("budget.", "model.max_parameters"), "ceiling": ("budget.",),
    "hours": ("budget.gpu_hours", "budget.wall_clock_hours"), "time": ("budget.wall_clock_hours", "budget.deadline"),
    "machine": ("compute.",), "machines": ("compute.",), "hardware": ("compute.",), "cluster": ("compute.",), "gpus": ("compute.",), "box": ("compute.",), "server": ("compute.",), "setup": ("compute.", "budget."),
    "privacy": ("privacy.",), "languages": ("languages",), "language": ("languages",), "base": ("model.base",), "trials": ("search.trials",), "settings": ("search.", "model."),
}  # fmt: skip
CARRY_ALL = (
    "budget.",
    "compute.",
    "privacy.",
    "delivery.",
    "search.",
    "model.max_parameters",
    "data.cleaning.",
    "gates",
)
