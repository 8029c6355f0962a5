"""What answers can be judged on. The same words serve gates (with a share or a time) and rubrics (with points)."""

METRICS: dict[str, str] = {
    "none": """
        right here; right now; right away; right after; right before; right next; all right;
        right people|person|place|time|one|moment|team|thing; rights; right of; right to; correct me;
        correction; quick win; right?; if thats right; right side|hand; exact repeat*|duplicate*|copies|copy;
        precise address; winning; error log*; error message*; error code*; known error*; right behind;
        valid until; valid from; pass|passes|passed when|if|only|on|it; policy holder*; policyholder*; policy assistant; insurance policy;
        insurance policies; policy terms; fast food; breakfast; right answer belongs
    """,
    "accuracy": """
        score|scores <share>; <share> on|in ?the|our|its exam|test|quiz; accurac*; accurate; accurately;
        correct; correctly; correctness; right; properly; hit rate; success rate; precision; richtig*;
        korrekt*; treffsicher*; genauigkeit; trefferquote; correct*; kloppen; klopt; stimmen; stimmt;
        exactitude; justes; juste; bonnes reponses; acierto*; aciert*; correcto*; correcta*; exactitud;
        precision; precisao; acerto*; correto*; correta*; certas; acurat*; corrett*; giust*; esatt*;
        accuratezza; precisione; juist*; goed; correcte; nauwkeurig*; hits the mark; on the mark; spot on;
        solve|solves|solved; agree* with our|the|what|human*|expert*; as our experts;
        match* our|the human|expert*|coder*|label*; bang on; without an error|error*|mistake*;
        without any mistake*;
        same code|class|label|category|result as ours|our|we|the; useful; helpful; usable; rated|judged|found|called good|fine|acceptable|ok; fidelity; same result|results|answer|answers|figure|figures; is|are|be the same as; acc; good|correct|right classification*|class|classes; rightly; aright; proper desk|drawer|class|box|folder|department|category|place; true answer*|label*|class;
        sorted|answered|labelled|coded|filed|done|judged|classified as|like ... would; same as ?our|the|what human*|expert*|clerk*|colleague*
    """,
    "pass_rate": """
        pass rate; pass_rate; acceptance test*; pass* ... test*|check*|case*|exam*; test* ... pass*|green;
        of the|our|its test cases; of ?the|our|its tests|checks; acceptance question*|case*|check*; unit test*;
        passe* ... test*; besteh* ... test*; supera* ... pruebas;
        pass|passes|passed|passing; case*|test*|check*|scenario*|suite ... green|through; green;
        survive* ... suite|test*|check*
    """,
    "exact_match": """
        keys|key|fields|field|values|columns ... exact|exactly|right|correct|identical; exact match*; exactly match*; match* exactly; em; character for character; word for word; identical to;
        match|matches|equal|equals ... exactly; exactly what ... entered|typed|wrote|have|has; letter for letter; verbatim match; exactly the same; exactly as in|the; exactly equal;
        agree|agrees|agreed|match|matches|correspond|corresponds|coincide|coincides ... exactly|precisely|perfectly|letter|digit|character|comma|identical;
        exactly|precisely|just as|what ?we|they|was|were|it|our|the ?technician|clerk typed|filed|entered|keyed|booked|recorded|written|wrote|put;
        identical ?with|to|in; to the digit|letter|comma|character|cent; down to the last digit|character|comma|letter; verbatim; one to one; digit for digit; without a|any|one|single deviation|difference; all fields right
    """,
    "f1": "f1; f 1; macro f1; micro f1; weighted f1; f1 score; f score; f measure",
    "rouge_l": "rouge; rouge l; rougel",
    "perplexity": "perplexity; ppl <|<=|under|below|of|at|:|=; perplexit*; perplejidad; perplexidade; perplessita",
    "hallucination_rate": """
        hallucinat*; halluzin*; alucina*; allucina*; hallucin*; made up; make|makes|making ... up;
        mak* stuff|things|something|facts up; invent|invents|invented|inventing|invention|inventions;
        fabricat*; erfind*; erfund*; invente*; inventa*; verzin*; verzonnen; bogus; fictitious; fictional;
        unsupported; ungrounded; unfounded;
        not in|from|backed|supported ?by the|our source*|document*|manual*|text|data; out of thin air;
        no basis in; dreamt|dreamed up; non existent; nonexistent; dont|doesnt|not exist; imaginar*; untrue;
        fantas*; false claim*|fact*; fake|phantom; pull* ... thin air; aus der luft gegriffen;
        isnt|arent|wasnt|not|never|nowhere in|from ?the|our source*|document*|manual*|text|data|minutes|file*|transcript*|notes|report*|brief|input;
        that|which we|it|nobody|noone never|not gave|give|said|say|wrote|mentioned|stands; out of nowhere; lie|lies; dreams up; nowhere stands
    """,
    "policy_violation_rate": """
        rules|policies|guidelines|policy ... broken|breached|violated|ignored;
        policy breach*|violation*|break*; polic* breach*;
        break*|breach*|violat*|cross*|ignor*|flout* ... rule*|polic*|guideline*|line*|compliance|code;
        rule|rules violation*|breach*; rule break*; non complian*; noncomplian*;
        compliance breach*|violation*|failure*|issue*; violat*; breach|breaches;
        forbidden topic*|advice|answer*|content; off limits topic*; against ?the|our polic*|rule*;
        not complian*; out of bounds; disallowed; verstoss*; verstoess*; infraccion*; violaciones; violacoes;
        overtreding*; policy_violation_rate; violation rate; advice it is not allowed;
        gives ... legal|medical|tax|financial advice;
        go|goes|going against ... rule*|polic*|guideline*|code|law*; step*|steps over ... rule*|polic*|line*;
        break*|breach* ... secrecy|confidential*|secret*|law*|regulation*; secrecy|confidentiality ... broken|breached;
        out of line|policy; rule*|polic*|guideline*|code ... breach*|broken|ignored;
        leak|leaks|leaked|leaking; disclose|discloses|disclosed; gives|give away
    """,
    "format_valid_rate": """
        json|jsons|xml|output|outputs|schema ... ok|okay|fine|load|loads|loadable|readable; valid json|xml|yaml|csv|sql|format|output|schema|html|markdown;
        json|xml|yaml|schema|output|format ... valid|valide|parse*|conform*|compl*; schema valid;
        schema conform*; valid; well formed; parse|parses|parsable|parseable|parsed;
        right|correct|required|agreed|prescribed format|layout|template|schema; format valid*;
        format_valid_rate; follow*|keep*|stick*|fit* ... format|template|schema|layout; machine readable;
        gultig*; json valide|valido; syntactically;
        json|xml|yaml|output|outputs|file|files ... broken|breaks|break|malformed|corrupt*; broken|invalid|malformed|corrupt*|unparsable|unreadable|faulty json|xml|yaml|csv|output*|file*|schema|format|record*|tag*|placeholder*;
        parser|schema|validator ... reject*|refus*|choke*|accept*|swallow*|eat*; placeholder*|tag*|marker*|variable* ... intact|survive*|kept|keep|preserve*|unchanged|untouched|unharmed;
        intact; survive*; characters ... kept|keep; schema|template|layout|format ... kept|met|followed|respected|match*;
        match* the schema|template|pattern|layout
    """,
    "tool_success_rate": """
        tool success*; tool call* ... succe*|right|correct*|work*|go*|valid; tool|function|api call*;
        call* ... tool*|function*|api*; tool_success_rate; tool use* ... succe*; succe* tool*;
        right|correct tool*|function*; call* succeed*; calls ... go|goes|went through|well;
        calls ... work|succeed*; outil*; herramient*; werkzeug*; tool*;
        fail*|broken|unsuccessful ... call|calls; call|calls ... fail*|go|goes through|succe*|land; success* ... call|calls;
        right|correct|proper function*|tool*|endpoint*; call|calls ... without error*
    """,
    "latency": """
        latency; latencies; latenz; median; response; served; latence; latencia; latenza; lat; p95; p50; p90; p99; percentile;
        response time*; answer time*; reply time*; time to answer; answer*|repl*|respon* ... within|in|under;
        antwortzeit*; temps de reponse; tiempo de respuesta; tempo de resposta; tempo di risposta; responstijd;
        reaction time*; turnaround; wait*; take|takes|taking ... long*|more|over|than|under|less|below; slow*;
        fast*; quick*; speed*; time per;
        per answer|reply|response|query|request|question|call|item|letter|document|message|mail|report|ticket|page|invoice|image|summary|draft|text|row|record;
        be there|back|ready|done|shown in|within|under|after; on screen; come*|comes back|in|within; snappy;
        drag|drags ?on; respond*; seconds ... answer*; delay*; show* up; round trip; pro antwort; par reponse;
        por respuesta
    """,
    "reward": """
        average score; mean score; overall score; total score; reward; rewards; avg score; score of;
        scores ?at|above|over; scorecard average; average of <num>; average reward; mean reward;
        average points;
        mean|average of ?these|the|those|all points|scores|marks|rewards; points on average; mean points|mark|marks;
        average mark|marks|points; score on average
    """,
    "win_rate": """
        win rate; win_rate; win against; wins against; win|wins over; wins; win; beat|beats|beating;
        outperform*; better than; prefer|prefers|preferred|preference; ahead of; superior to; liked better;
        picked over; chosen over; vorgezogen; besser als; schlagen|schlagt; mieux que; battre|bat|batte;
        mejor que; superar|supera; melhor que|do; meglio di; beter dan; versla*; ahead of; top|tops;
        as good as;
        come*|comes|came|coming out better|ahead|ontop; come*|comes|came out on top; blind comparison*|duel*|test*|vote*;
        head to head*; duel*; side by side; pick*|choose*|chose|chosen|favour*|favor* ... over|rather;
        find|finds|found|judge|judges|think|thinks|like|likes it|ours|them|its ... than; nicer|clearer|stronger|finer than; the better one; compare|compares|compared blind;
        side by sides; pick*|choos*|chose|chosen|favour*|favor*|prefer*|rated|ranked|rank ... over|above|before|higher;
        better in; do|does|did better than; outdo*; outclass*; trump*; vote|votes|nod|preference|verdict ... go*|fall* ?to ?it|ours|the; in direct comparison; ahead in; no|not|never ?be worse than; lose* against|to
    """,
    "error": """
        error rate; mistakes|mistake; errs|err; error*; wrong; mistake*; incorrect*; misclassif*; misfiled;
        misrouted; mislabel*; misses; errs; fehler*; falsch*; faux; fausse*; erreur*; incorrect*; equivoc*;
        erro|erros; errad*; errori|errore; sbagliat*; fout|fouten; verkeerd*; botched; goes wrong;
        get* it wrong; inaccurate; not right|correct;
        mistaken; misrout*; misclass*; misfil*; misread*; misplac*; misjudg*; misdirect*; misassign*; misidentif*;
        is|be|are|being false; is|are|was off; off the mark; slip ups; slipups; howler*; clanger*; goof*; botch*; messes|mess|messed up; astray; bloop*; blunder*; nonsense; rubbish; garbage; gibberish; drivel; false answer*|label*|class*
    """,
}  # fmt: skip

OPPONENTS: dict[str, str] = {
    "none": """
        term|terms|data|knowledge|code|customer base; base of; based; job|house|flat|literature search; search and rescue
    """,
    "base": """
        base model; base; untrained; untuned; original model; raw model; plain model; stock model; vanilla;
        out of the box; off the shelf; foundation model; before training; un tuned; model we start from;
        starting model; basismodell; modele de base; modelo base; generic model; unmodified; pretrained model;
        starting point; same model without; model without training; not fine tuned; the raw
    """,
    "retrieval": """
        retrieval; rag; search; plain search; keyword search; full text search; document search; search engine;
        searching; googling; grep; ctrl f; search box; looking it up; look up; lookup; vector search; intranet search; suche; recherche; busqueda;
        busca; ricerca
    """,
    "current": """
        current; existing; scripted bot;
        old|present|current|existing|actual|today* ?<word> bot|bots|system|systems|model|models|assistant|solution|tool|tools|one|ones|chatbot|classifier|script|rules|software|program|template|templates|macro|macros|app|provider|agency|supplier|solution|generator;
        we|they ?re|are ?still use|using|run|running|rent|renting|pay|paying|have today|now|already|currently|presently;
        we ?now|currently|presently|today use|run|rent|have|pay; in place today|now; replaces; being replaced;
        in production|service|use ?today|now|currently; in production; in service; in use; live now; we have now|today; what we have;
        we use|run now|today|already; incumbent; already run*; running now; todays; used today; bisherig*;
        aktuell*; actuel*; actual; actuales; atual; attuale; huidige; our bot; present one; live one;
        live system|model|bot; predecessor; previous; legacy; we run; status quo; its predecessor; todays bot
    """,
}  # fmt: skip

RUBRIC: dict[str, str] = {
    "correctness": """
        correct*; right; accura*; factual*; facts right; truth*; precise; richtig*; exact*; korrekt*; acert*;
        giust*; juist*; solves; solved ?the; works; answers the question; complete and correct; fix works;
        fidelity; faithfulness; content|contents|substance; style|type|answer|number|numbers right; facts|figures|numbers ... kept|preserved|unchanged; all facts; useful fix; fixes; resolved; gets it; true; faithful*; faithful to; sense|meaning|content|facts|figure|figures|number|numbers|sums ... right|correct|agree*|match*;
        agrees; facts|truth
    """,
    "terminology": """
        term|terms|terminology|jargon|glossary|wording|vocabulary|nomenclature;
        our|own|house|official|proper|department* ... names|words|expressions|language|terms;
        brand words|names|terms; product names; fachbegriff*; fachsprache; vocabulaire; terminologie;
        terminologia; termini; begriffe; right names|words; names for|of; technical words|language|names;
        trade words|terms|language; termbase; term base; medical|legal|technical|proper|right|correct|house|trade word|words|term|terms|name|names;
        spelled|spelt|named|called as|like; what we call; lingo; house words
    """,
    "policy": """
        policy|policies|compliance|compliant|guideline*|rules|regulation*|regulatory|safety|security|secure|privacy|legal|law;
        breach*|violat*|break* ... rule*|polic*|guideline*|law; forbidden; leak*;
        discloses|disclose|reveals|reveal; promise*; threat*; talk|talks|chat|chats about; regulated|legal|medical|tax advice; gossip*; swear*; insult*; richtlinie*; regles; normas; regole; regels; confidential*; refus*;
        rule
    """,
    "latency": """
        slow*; latency; fast*; quick*; too long to; has|have|needs|need to wait; takes|taking|take ... long|ages|forever; speed*; response time; wait*;
        seconds; langsam*; lent*; lento*; delay*; sluggish; prompt*; instant*; snappy; swift*
    """,
    "hallucination": """
        hallucin*; halluzin*; alucin*; allucin*; made up; make|makes|making ... up; invent*; fabricat*;
        erfind*; erfund*; verzin*; bogus; fictitious; unsupported; ungrounded; out of thin air;
        dont|doesnt|not exist; untrue; fantas*; false claim*; nonexistent; non existent; imagined; imaginary;
        not in the source*|document*; not to be found; found in no|none; found nowhere; lie|lies|lying; guess*; in none of our; that|which ... didnt|doesnt|dont|not give|contain|say|have|hold;
        isnt|arent|not in our|the; new facts|figures|things; slipped|slips in; added facts
    """,
    "tone": """
        tone; friendl*; warm*; polite*; rude*; curt; courte*; kind|kindly|kindness; voice; style;
        sound*|write*|talk* like us|me|our|a; sounds|sounding; empath*; formal*; informal; casual; respectful*;
        condescend*; patroni*; cold; pushy; cheerful; snippy; snappish; unfriendly; impolite; on brand;
        freundlich*; hoflich*; ton; amable*; cortes*; gentil*; amichevol*; vriendelijk*; personable; arrogan*;
        sarcas*; calm; reassuring; human touch; hospitable; tactful; patient with; manners; register; sie;
        bedside manner; humane*; neutral*; how it sounds|reads; sounds|reads|writes like; fluent*; smooth*; clumsy; wooden; stiff; kindness;
        unhurried; gentle; soft; charm*; civil*; chill; relaxed; cheer*; calmly; sober; tactful*; sensitive; dignified; jolly; lively; professional; manner; child could|would|can understand; talks|talk down; readable; neutrality
    """,
    "format": """
        format*; json; layout; template; structure*; bullet*; schema; markdown; well formed; valid; table form;
        headings; formatting; syntax; parse*; parsable; parseable; placeholder*; tags; numbering; numbers|names|links|codes ... survive*|intact|preserved|kept|unchanged; survive*; intact; well-formed
    """,
    "brevity": """
        in one|two|three sentence|sentences|lines; needless step*; short; shorter; brief; briefly; brevity;
        concise*; rambl*; wordy; wordiness; long winded; verbose; verbosity; drag*|goes on; drone*;
        to the point; waffl*; length; too long; overlong; kurz*; knapp; court|courte|courts|courtes; bref; breve*; corto|corta|cortos|cortas; curto|curta|curtos|curtas;
        kort; succinct*; compact; crisp; padding; fluff; lengthy; chatty; rambling; crisply; tight; terse;
        longer than; needless|unneeded|superfluous|extra sentence*|word*|step*|line*; too many words; more than <num> words|sentences|lines|characters;
        chatter; blather; verbiage
    """,
    "citation": """
        cit|cite|cites|cited|citing|citation*; source*; quote*|quotes|quoting; reference*;
        names|naming|name|gives|giving|states|point*|say|says|mention* ... page|section|document|paragraph|clause|article|chapter|source|file;
        page number*; page|paragraph|section|article|clause|chapter given|named|reference*; page|section|paragraph reference; reference to|of|number;
        where it|that stands|comes|is from|written; which law|page|section|paragraph|article|document; rests on; relies on; link to;
        quelle*; quellenangabe; fuente*; fonte|fonti; bron|bronnen; footnote*; where ... comes from
    """,
    "tool_use": "tool call*; right|correct|wrong tool*|function*; tool*; function call*; api call*; tool use; right|correct|proper|good call|calls; right|correct arguments",
}  # fmt: skip

BAD = frozenset(
    "slow slower slowly rude rudely rudeness curt invent invents inventing invented hallucination hallucinations hallucinate hallucinates hallucinated "
    "hallucinating made make makes making fabricated fabricates fabricating rambles ramble rambling rambled wordy wordiness verbose verbosity breach "
    "breaches violates violation violations breaks breaking bogus unfriendly impolite snippy condescending patronising patronizing waffle waffles waffling "
    "drags drag drones cold pushy arrogant sarcastic lengthy padding fluff overlong wrong unsupported ungrounded false untrue imaginary delay delays sluggish waiting "
    "wait forbidden too".split()
)
"""Words that name what is bad: points for them are a penalty even where no minus is written."""

HIGHER = frozenset(
    (
        "accuracy",
        "pass_rate",
        "exact_match",
        "f1",
        "rouge_l",
        "format_valid_rate",
        "tool_success_rate",
        "reward",
        "win_rate",
    )
)
