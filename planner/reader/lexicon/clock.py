"""Words beside a stretch of time: what makes it the time that a run may take, and what makes it another time."""

CLOCK = """
    on|with the machine|server|cluster|gpu|box|gpus; compute|computing|machine|gpu|cluster|server|node time; of compute|computing|computation|calculation|calculating|training|running;
    wall clock; wall time; wallclock; wall_clock_hours; wall hours; on|by the clock; runtime; run time; max runtime; slot; time slot;
    train|trains|trained|training|run|runs|running|tune|tuning ... for|at|no|max|within|under|over|longer|in|overnight|takes|take|by;
    job ... take|finish|run|longer; whole thing|training|run ... take|within|in|under|into; whole|entire|complete run|training|job|thing;
    should|must|may|can|to take|last|run; finish*|done|through|complete*|ready within|in|under|after; fit|fits into;
    kill|stop|abort|cancel|end|terminate|halt|cut ?it|the|this ?off ?job|run|training|process|there|everything after|at|if|when;
    ended|finished|over|through|stopped ... after|in|within; not|isnt|hasnt done|finished|through|ready ... after|by|in;
    time budget; time limit; time:; hours max; training time; of training; dauer*; trainingszeit; in total;
    of starting; clock hours; time ?: <duration>; start to finish; end to end; one run of; free|ours|yours|booked|reserved|available|idle ... for;
    machine|server|cluster|gpu|node|box|rig|card|slot is|are free|yours|ours|booked|reserved|available|idle|needed|back; is|are yours|ours;
    gpu|machine|server|box|card|node|cluster|rig|slot ... for; available for; let ?it|them run|compute|work|train|chew|crunch|churn; let it run; leave it running|on;
    let ... run|chew|crunch|work ... for|on; need|want|have the|my|our box|machine|server|card|computer|gpu back; give ?it <duration> ?of;
    use|have|take|borrow ?my|this|that|the|our laptop|notebook|pc|computer|desktop|mac|machine|workstation ?here ?only for|until;
    have|has|get|gets|got the|our|a gpu|machine|server|box|cluster; has|have|gets <duration>; you|it get|gets|have|has <duration>;
    laufen; tourner; duree; durar; tardar; durare; duren; rechnen; de calcul; de computo; de calculo; rechenzeit; laufzeit;
    entrainement; entrenamiento; treinamento; addestramento; at night; only for; take its time; weekend run
"""

OTHER_TIMES = """
    waiting|lead|turnaround|response|reply|processing|delivery|repair|answer time|times|period|list|queue; retention; return*|refund*|send ... within; returns; guarantee; opening hours; shift; shifts; ago; old; meeting; complaint*;
    call takes; per week|month|day|ticket|call|case; a week|day|month|year; hold; notice; contract; warranty; delivery;
    deliver* within; answer*|repl*|respond*|handle*|process*|response ... within|in; we spend; people spend; promise customers;
    takes us|our|a|an|them|me|my; takes ... person|clerk|agent|colleague|people; office hours; worked; on average;
    hours of audio|recordings|video|speech|calls; days of leave; holiday; leave days; hours per; hours a;
    working hours; lead time; years of; months of; years|months|weeks|days|hours worth of; borrow; rent; festival; course; courses; tour; tours; tours take;
    kept|stored|stays for; training course|courses|day|days; colleague|colleagues|employee|employees|staff|trainee|apprentice|newcomer ... takes|take|lasts|get|gets|need|needs|training;
    training of|for ?a ?new|the colleague|colleagues|employee|employees|staff|people|trainees|drivers|nurses; patients|guests|customers|visitors ... wait|waits|stay|borrow;
    guests|customers|visitors|people|pupils|students|patients|members ?can|may|often use|have|borrow|get;
    repair; data covers; covers; battery; our team ... for; open; opened; we|they work; shop; bus; last|previous run|training|time|attempt; last years; used up;
    seven|7 days a week; a machine|lorry|truck; machines run|are|stand
"""

OVERNIGHT = {
    "12": """
        overnight; over night; after|in|within|has|have|gets|takes|take ?just|only one|a ?single night; over|through|during|in the night; one night; have|has|get|gets ?only|just the|one|a ?whole|single night; a single night; a night; tonight;
        by tomorrow morning; while we sleep; until morning; uber nacht; pendant la nuit; por la noche;
        durante a noite; durante la notte; s nachts
    """,
    "48": "over|across|for|during|all ?the|one|a weekend; the|whole|entire weekend; ubers wochenende; weekend run",
}
