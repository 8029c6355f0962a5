"""Words for attempts at good settings, for making only one, and for the settings themselves."""

ATTEMPTS = {
    "sure": """
        trial; trials; search runs|trials|attempts|budget; sweep*; hyperparameter|parameter runs|settings|sets|combinations|configurations|trials;
        search|sweep of|with|over <num>; search|sweep|study :|= <num>; search.trials; n_trials; num_trials; max_trials; optuna trials|runs;
        different settings|configurations|setups|runs|hyperparameters; combinations|sets of settings|hyperparameters|parameters|learning
    """,
    "likely": "experiments; experiment; configurations; configs; configuration; training runs; versuche; essais; intentos; tentativas; tentativi; pogingen",
    "open": """
        attempt; attempts; tries; settings; runs; combinations; variants; variations; goes; rounds; varianten; versions;
        versuch; ensayos; pruebas; prove; shots; candidates; setups; tries with; recipes; repetitions; passes
    """,
    "other": """
        clinical; free trial; trial with; trial period; trial run; trial version; trial balance; trial shift|day|lesson*;
        experiments were; test runs; failed attempts; login attempts; rounds of golf; on trial;
        production runs; delivery attempts; attempts to deliver; runs per; runs ?a day|week|season|month|year; settings page; candidates for; applied;
        job candidates; mice; patients; customers; driver; courier; kitchen; recipe; sofa; soup; toppings; dial; quiz; heating;
        before ?it hand*|send*|giv*|ask*|block*|call*|post*; hand over; human; they compare|make|have|do|write|give; bot|it|model should|shall|must|may|can|needs ?to give|offer|write|make|show;
        we|they|i had|ran|made|did|started; last year; failed; were made|run|done; and failed; account; password; locked; pin
    """,
}
SEARCHING = """
    search; searches; searching; hyperparameter ?search|tuning|sweep|sweeps|optimisation|optimization; hyperparameters; sweep; sweeps; grid search; random search;
    tuning of ?the ?hyper parameters|settings|hyperparameters; optuna; trials; fiddling; experimenting; experiment; trying out|around; searching around;
    tune anything; tune ?the settings|hyperparameters|parameters; hyperparameter; suche; trial and error
"""
"""What making one attempt only rules out."""

ONCE = """
    no search; no hyperparameter ?search|tuning|sweep; no sweep*; no tuning of;
    without ?any|a hyperparameter ?search|tuning; no searching; one|a attempt ?only|is; one attempt will|must|has;
    one|single|only|a ?single|one ?training run ?only|is|and; just once; train ?it|the|them ?model once; single run; one run; one go; one shot;
    single attempt; one try; single trial; dont search|sweep|tune; no trials; no optuna; only one|a ?single attempt|run|try|go|trial|training|shot;
    first attempt|try|run ... enough; kein* suche; nur ein versuch; nur einmal; un seul essai; one time only; once only; only once; only the one;
    un solo intento; uma so tentativa; un solo tentativo; no grid search; no experimenting; in one go; just the one;
    not|dont|never|without ... more than one training|run|attempt|try|trial|go; no fiddling; search ?: none|off|no|false; hyperparameter search : off|none|no; hyperparameter_search : off|none|no|false
"""

ARGUMENTS: dict[str, str] = {
    "learning_rate": "learning rate; learning_rate; lr; learning rates; lernrate; step size of the optimizer",
    "num_train_epochs": "epochs; epoch; num_train_epochs; passes over the data; epochen",
    "per_device_train_batch_size": "batch size; batch sizes; batch_size; per_device_train_batch_size; batches of",
    "lora_r": "lora rank; lora_r; rank; lora r; lora ranks; adapter rank; r",
    "lora_alpha": "lora alpha; lora_alpha; alpha", "lora_dropout": "lora dropout; lora_dropout; dropout",
    "weight_decay": "weight decay; weight_decay", "warmup_ratio": "warmup; warmup ratio; warmup_ratio; warm up",
    "num_generations": "num_generations; generations per prompt", "beta": "beta; kl beta; kl coefficient",
    "temperature": "temperature; sampling temperature", "max_length": "max length; max_length; sequence length; context length; max_seq_length",
    "gradient_accumulation_steps": "gradient accumulation ?steps; gradient_accumulation_steps",
}  # fmt: skip
