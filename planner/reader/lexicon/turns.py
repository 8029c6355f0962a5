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

WITHDRAW = {
    "front": """
        dont; do not; not; never; drop|drops; forget ?about; remove|removes; unset; delete; lift|lifts; scrap; scratch; cancel; ditch; lose;
        skip; omit; leave ?out; without; no; no more; no need for|of; not need; dont need; dont want; no need to; neednt be;
        need not be; doesnt|dont|not have|need to ?be; no longer care|need|want|require ?about;
        dont|doesnt care about|how; not care about|how; neither; take|takes ?out|away|off; abandon; ignore; strike; waive;
        get rid of; do away with; cut; clear; disable; turn off; switch off; nix; kill; discard; void; never mind;
        we dont need; erase; relax; withdraw; revoke; loosen; retract; abolish; you choose|pick|decide ?on|about|for; any;
        streich*; ohne; kein|keine|keinen; vergiss; enleve*; supprime*; oublie*; sans; quita*; elimina*; sin; olvida*;
        tira*; remove*; esquec*; sem; toglie*; togli; senza; schrap; zonder; geen; laat ... vallen; not bother with; stop;
        stops; dispense with; take no account of; dont worry|bother about|with; cross out; wipe; off with; minus the
    """,
    "behind": """
        goes; can go; is gone; is off; is out; falls away; doesnt|dont matter; does|do not matter;
        no longer matters|matter|applies|apply|needed|counts|count|holds|hold; is|are no longer needed|required|necessary|relevant|valid;
        isnt|arent ?so|that ?that needed|necessary|required|important|relevant|wanted; is|are not ?so needed|necessary|required|important|relevant;
        is|are dropped|withdrawn|cancelled|canceled|lifted|history|void|moot|irrelevant|unnecessary|open|obsolete;
        can be dropped|removed|ignored|lifted|forgotten; needn t apply; should go; may go; has|have to go; must go;
        was|were lifted|dropped; are off; are out; can wait; fallt weg; entfallt; tombe; no aplica; out please;
        away please; not after all; be damned; has been lifted|dropped|cancelled; goes away;
        are gone; go away; not any more|longer; is unlimited; isn t fixed; isnt fixed; off the table; up to you; is your choice;
        was a mistake; was an error; has|have become unnecessary|irrelevant; plays no role; is no issue|concern|problem
    """,
    "permitted": "is|are ?now ?quite fine|ok|okay|allowed|permitted|welcome; may be mentioned|named|discussed|given",
    "nothing": "none; null; nothing; unlimited; off; open; nil; unset; nan; any; whatever",
}

NO_LIMIT: dict[str, str] = {
    "budget.cost": """
        money|cost|costs|price|budget is|are no object|issue|problem|matter|concern; whatever it|that costs|takes;
        no matter what|how it|much costs; no matter the|what cost|costs|price; spend what|whatever|as you|much need|like|want|needed;
        at any price|cost; cost|costs what it costs|will; money doesnt matter; the sky is the limit; geld spielt keine rolle;
        koste es was es wolle; coute que coute; cueste lo que cueste; somebody|someone else pays
    """,
    "time": """
        all the time you|it want|wants|need|needs|like|takes; take ?all your|its|the time; takes as long as; as long as you|it need|needs|want|like|takes;
        no hurry; no rush; no time pressure; no time limit ?; not ?so urgent; isnt ?so urgent; no longer urgent; time doesnt matter;
        time is no object|issue|problem; however long it takes; no matter how long; whenever it|its is ?ready|done;
        whenever you|its like|want|ready; doesnt|not have|need to be quick|soon|rushed; there is time; lass dir zeit; keine eile;
        kein zeitdruck; prenez ?votre|le temps; sin prisa; sem pressa; con calma; geen haast
    """,
    "delivery.rollout": """
        to|for everybody|everyone|all ... once|away|immediately|directly; all at once; everybody|everyone at once|immediately;
        from the start|beginning to|for everybody|everyone|all; no need to start small
    """,
    "gates.latency": """
        may|can be slow; slow is fine|ok|okay|enough; no matter how slow; runs|run as a batch; it may take ?a ?its while|time to answer;
        people|users|guests|customers|passengers|they can|may|will wait
    """,
}  # fmt: skip

RESTORE = """
    restore; put ..... back; bring ..... back; back in; reinstate; bring back; put back; after all; go back to;
    back to; as it was; as before; the original; original; like before; return to; revert ... to; re enable;
    reenable; again ?please|then|.; reset ... to; want*|need*|like*|have|having|get|gets ..... back; it|them back; back please; back again; back as before; as at first; as in the beginning; first version; what we had; the earlier;
    the old value|limit|threshold|number; undo the removal; again as
"""

UNDO = """
    take it|this|that|them back; was a mistake; that was wrong; was my mistake|error; i was wrong;
    undo that|the|this|it ?last ?change|one|step; undo; scratch that; take that back;
    revert that|it|the ?last ?change; revert; forget that ?last ?change|one; forget what i just said;
    forget the last ?change|message|one; strike that; roll that back; cancel that|the ?last change;
    never mind that ?last ?one|change; i take that back; ignore my last ?message|change; ignore that;
    back to how it was; as it was before; disregard that|my last ?message; ruckgangig; annule ca; deshaz*;
    desfaz*; annulla; maak dat ongedaan
"""

ANEW = """
    new|another|different|other|separate|next|second|fresh|further matter|subject|case|assignment|undertaking|order|brief|thing|job|request|wish|use case;
    set|put|leave|lay|lays ... aside; shelve*; quite another; other plans; something new; a new one; forget the earlier|previous|first|old ?one;
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
    same files|file|data|documents; same ... budget|limit|limits|deadline|money|machine|machines|hardware|conditions|rules|constraints|restrictions|cluster|gpus|cap|time|settings|terms|box|server|amount|hours|privacy|setup|ceiling|budgets|framework|boundaries|trials|base|languages|language|currency;
    limit|limits|budget|deadline|rules|conditions|constraints|restrictions|caps|cap|machine|hardware|money|hours|privacy|currency|trials|languages|amount|ceiling ... stay|stays|still|remain|remains|same|apply|applies|hold|holds|unchanged|carry|carries|kept;
    limit|limits|budget|deadline|rules|conditions|constraints|restrictions|caps|cap|machine|hardware|money|hours|privacy|currency|trials|amount|ceiling|date ?is ?are as|like before|above|now|earlier;
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
    "files": ("data.sources",), "file": ("data.sources",), "data": ("data.sources",), "documents": ("data.sources",),
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

DO_THAT = """
    do that; do so; do it like that; lets do that; go with|for that; take that; then that; make that change; please change it;
    change it then; yes to that; that one then; mach das so; fais ca; haz eso
"""
