"""What people call the fields of a plan when they speak of one that is already there."""

FIELDS: dict[str, str] = {
    "none": """
        thats|is right ?.|!|,; all right; right now|away|here|there|then; quite right; that is right; be right back; right ?, so;
        up to date; keep me up to date; to date; so far so good; in short; at short notice; first of all; budget friendly
    """,
    "budget.deadline": """
        deadline; due date; delivery date; end date; final date; target date; finish date; date; cut off; last day;
        day of delivery; time pressure; urgency; hurry; rush; urgent; be ready; ready by; done by; due; fecha limite;
        date limite; frist; termin; stichtag; scadenza; prazo; echeance; plazo; abgabe*; einddatum
    """,
    "budget.cost": """
        money ?is|side|now; budget; budgets; cost|costs ?limit|cap|ceiling|rule; money limit|cap|rule|side; money; spending ?limit|cap; spend;
        limit|cap|ceiling on|for|of ?the cost|costs|money|spending|spend|budget; price ?limit|cap; funds; funding; expense*;
        euro|dollar|pound ?limit|cap; kostenlimit; kostengrenze; kosten; geld; presupuesto; orcamento; bilancio;
        financial limit|frame; costs|cost; amount; allowance; we ?can ?may spend|pay|afford; begroting
    """,
    "budget.gpu_hours": """
        gpu hours; gpu hour ?limit|cap; gpu budget; gpu limit; hours of|on gpu; gpu cap; gpu time; gpu h; compute hours|budget;
        gpu allowance|quota; gpu stunden; heures gpu
    """,
    "budget.wall_clock_hours": """
        time limit; wall clock ?limit|cap|time|hours; hour limit; time cap; limit|cap on ?the time|hours|duration|runtime;
        twelve hours; overnight limit|rule; overnight; time budget; hours limit; run time; runtime; duration; running time;
        training time; clock time; how long it ?may runs|takes|run|take; zeitlimit; laufzeit
    """,
    "model.max_parameters": """
        size ?limit|cap|rule|restriction|ceiling; parameter|parameters ?limit|cap|rule|count;
        limit|cap|ceiling on|for ?the ?model size|parameters; max_params; max_parameters; billion limit|cap; model size;
        size of the model; number of parameters; how big|large it|the; groesse; grosse; taille; tamano
    """,
    "search.trials": """
        trials; search; hyperparameter search|tuning|runs; sweep; trial; tuning runs; attempts; attempt;
        number of trials|attempts|tries|runs; tries; experiments; search runs; runs of the search; versuche; essais; intentos;
        limit|cap on ?the ?number ?of trials|attempts|tries; trails; rounds of search; settings tried
    """,
    "model.experts": "number of experts; experts; specialists; expert count; experten; expertos; sub models",
    "model.architecture": "moe; mixture of experts; mixture; architecture; dense ?model",
    "model.adapter": """
        adapter; lora; qlora; full fine tuning; full tuning; tuning method; adapters; way of tuning; low rank;
        all weights
    """,
    "model.vocabulary": "vocabulary; tokenizer; tokeniser; extra|new|domain tokens; vocab",
    "model.base": """
        base model; base; mistral; llama; qwen; gemma; starting model; starting point; underlying model; model choice;
        choice of model; foundation model; which model
    """,
    "data.synthetic": """
        synthetic ?data|examples|ones|part; generated examples|data|ones|samples; generated; artificial examples|data|ones;
        made up examples|data|ones; extra ?training examples; invented examples; additional ?training examples; augmentation;
        generate ?any ?more examples|data|anything|something|some|more; generating ?examples|data; generation of examples|data
    """,
    "data.holdout": """
        holdout; held out ?part|share|set; held back ?part|share|set; test share|part|split|set; evaluation share|part|set;
        hold out; set aside; hold|holding back; kept back; keep|keeping ... for|back; for testing|evaluation|validation|checking; for the test|evaluation; test portion;
        ?separate test part; put aside; validation share|set|part
    """,
    "data.cleaning.pii": """
        redaction; masking; pii ?rule|handling; anonymisation; anonymization; name masking; personal data ?rule|handling;
        blacking out
    """,
    "data.cleaning.secrets": "secrets ?rule|handling; passwords rule|handling",
    "data.cleaning.decontaminate": "decontamination; decontaminate; overlap check",
    "data.cleaning.near_dedup": "near dedup*; near duplicate*",
    "data.cleaning.exact_dedup": "dedup*; deduplication; duplicates rule; duplicate*",
    "monitoring": """
        retraining; retrain rule; retrain; monitoring; automatic retraining; re training; refresh; refreshing; refreshes;
        retrain schedule; auto retrain*; drift rule|check; retraining interval; retrained; regular update*; learn again
    """,
    "delivery.rollout": """
        rollout; roll out; roll it out; canary; phased launch; gradual launch|rollout; steps; stages of the rollout;
        pilot ?phase|group|share; first group|step|wave|share|batch|stage; begin|start|begins|starts with|at|small|smaller|slower|lower;
        at first; first week; initial share|group; launch; go live; step; to begin|start with; steps of the launch; ramp up
    """,
    "delivery.endpoint": "endpoint; api; web service",
    "delivery.formats": "formats; file format; export format; gguf; ollama; safetensors; vllm",
    "compute.region": "region; data centre|center location; location",
    "compute.memory_gb": "gpu memory; memory per gpu|card; vram; memory",
    "compute.gpus": "gpus; gpu count; number of gpus|cards; cards; graphics cards",
    "compute.gpu": "gpu; gpu type; card; kind of gpu",
    "compute.where": "cluster; kubernetes; ray; where it runs; machine",
    "privacy.egress": """
        privacy; cloud; data rule; leaving; egress; ?own servers rule; own servers; on premises rule; in house rule
    """,
    "languages": "languages; language",
    "name": "name; its name; the name",
    "rubric": "scorecard; score card; rubric; points; weights; weighting; scoring; reward",
    "gates": """
        gates; all|both gates|targets|conditions; targets; thresholds; quality gates; conditions; requirements;
        acceptance criteria; gate; quality bar|target|goal; bar
    """,
    "stages": "stages; steps of training",
    "data.sources": "files; data; sources; file",
    "task": "task; purpose",
    "gates.latency": """
        latency ?rule|gate|requirement|condition|target|limit|thing|cap; speed ?rule|gate|requirement|limit|target|thing;
        response|reply|answer|waiting|reaction time|times ?rule|gate|requirement|limit|target; time limit per answer;
        seconds rule|limit; two second rule; p95; p50; second rule|limit; how fast|quick|quickly|slow|slowly it ?is|answers;
        the answers ?may ?can ?should take; per answer; fast enough; faster; slower; being fast|quick; quick answers;
        people|users|customers|guests ?can ?may wait; waiting; seconds; antwortzeit; latenz; temps de reponse;
        tiempo de respuesta; delay
    """,
    "gates.accuracy": """
        accuracy ?rule|gate|requirement|condition|target|threshold; share of right|correct answers; right ?answers;
        correctness gate|threshold|target; correct ?answers; hit rate; error rate; errors; mistakes; genauigkeit;
        treffer*; exactitude; precision
    """,
    "gates.f1": "f1 ?rule|gate|requirement|condition|target|threshold|wert|score",
    "gates.hallucination_rate": """
        hallucination|hallucinations ?rule|gate|requirement|limit|condition|target|threshold|rate; made up facts ?rule|gate|limit
    """,
    "gates.policy_violation_rate": """
        policy gate|limit|threshold|target; violation gate|limit; policy rule|gate|violation ?gate|limit; violations
    """,
    "gates.format_valid_rate": """
        format ?rule|gate|requirement|target|threshold; json ?rule|gate|requirement|target|condition;
        valid json ?rule|gate|requirement; valid output; well formed
    """,
    "gates.tool_success_rate": """
        tool gate|rule|requirement|target; tool success ?gate|rule|target; tool calls gate|target
    """,
    "gates.win_rate": """
        win rate ?gate|rule|target;
        beat|beats|outperform|outperforms ?the|our|a ?plain ?old ?current search|base|baseline|bot|model|system|rag;
        beating ?the ?base|baseline|current|old|search ?bot|model|gate|rule; comparison gate|with
    """,
    "gates.perplexity": "perplexity ?gate|rule|target",
    "gates.rouge_l": "rouge ?gate|rule|target|threshold",
    "gates.exact_match": "exact match ?gate|rule|target|threshold",
    "gates.reward": "reward gate|rule|threshold; score gate|threshold; average score",
    "gates.pass_rate": "pass rate ?gate|rule|target; acceptance tests; tests passed; of the tests",
    "rubric.tone": """
        tone ?rule|criterion|item|score|weight; friendliness; friendly ?one|thing|part|tone; politeness; polite; warmth
    """,
    "rubric.brevity": """
        brevity ?rule|criterion|item|score|weight; length rule|criterion|item|score; shortness; short ?answers|one|thing|part;
        keeping it short; be short; conciseness; brief
    """,
    "rubric.citation": """
        citations; sources rule; citing; citation; source references; naming ?the ?its page|section|source|sources;
        page ?thing|part|number|numbers|rule|reference*; cite*; name the page|section|source; quoting ?the source
    """,
    "rubric.terminology": "terminology ?rule|item; glossary ?rule|thing; terms rule|criterion; jargon rule; right terms",
    "rubric.latency": "latency penalty; speed penalty; slowness penalty; penalty for ?being slow|slowness",
    "rubric.hallucination": """
        hallucination|hallucinations ?penalty; penalty for ?hallucin*|inventing; made up facts ?penalty; making things up;
        inventing ?things|facts; invented facts
    """,
    "rubric.policy": "policy item|criterion|rule; policy score; ban ?on; prohibition; taboo; policy; compliance",
    "rubric.correctness": "correctness ?item|criterion|weight; being right; right; correct",
    "rubric.format": "format ?item|criterion|score|weight; layout",
}  # fmt: skip
