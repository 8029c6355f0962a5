"""Words that speak for a task, by weight. Verbs of the task itself weigh most, nouns of its data least."""

TASKS: dict[str, str] = {
    "support_chat 3": """
        support chat*; support_chat; customer service ?chat*|bot|assistant|model;
        customer support ?bot|chat*|assistant; help|service desk bot|assistant|chat*|agent;
        helpdesk bot|assistant|chat*|agent; support bot|assistant|agent|chat*;
        chatbot ... customers|guests|clients|passengers|patients|users|visitors|callers|members;
        bot ... answers|answer|for ... customers|guests|clients|passengers|users|visitors|callers|members;
        answer*|reply|replies|respond* ?to ?our ?the ?all customers|guests|clients|passengers|patients|callers|shoppers|tenants|members|parents|policyholders|subscribers|buyers|visitors|travellers|travelers|users|fans|residents|citizens|riders;
        answer*|reply|replies|respond* ... customers|guests|passengers|callers|clients|shoppers|tenants|members|policyholders|subscribers|visitors|users|residents|citizens;
        customer care; kundenservice; kundendienst; kundensupport; service client; atencion al cliente;
        atendimento ao cliente|cliente; servizio clienti; klantenservice;
        questions|queries customers|guests|clients|passengers|policyholders|users|callers|tenants ask;
        claims assistant; live chat; call centre; call center; it assistant|helpdesk|support|help desk;
        repondre aux ?questions clients; kunden ... antwort*|beantwort*; like our best|good|senior agents;
        contact centre|center; antwoord* ... klanten; responder ... clientes; rispond* ... clienti;
        repond* ... clients; chat assistant; hotline; first level; first line support;
        customers|guests ask ?me|us
    """,
    "support_chat 1.5": """
        chatbot; chat bot; bot; assistant; helpdesk; help desk; help centre|center; tickets; customers; chats;
        returns and refunds; support; answers ... way ... would; faq bot; agents; service desk; like i do;
        whatsapp; guests; customer; concierge; receptionist; front desk; kunden; clients; clientes; clienti;
        klanten
    """,
    "document_qa 3.4": """
        ask|asks ?questions ... get|gets|receive|receives ..... passage|section|page|paragraph|answer;
        find|finds|get|gets ?their answers in|from ?our ?the ?safety;
        answers|answer ... with ?the paragraph|section|page|source|clause; answers for ?our ... from;
        look* ... up in; ask about|into the|our ... and get; rests on; it rests on; document qa; document_qa;
        answer*|ask|question* ... out of|from ?the|our|its|these handbook|manual|manuals|documents|wiki|docs|policies|regulations|files|library|papers|rulebook|pdf|pdfs|contracts|knowledge|guidelines|sops|standards|procedures|archive|reports|document|policy|guide|rules;
        questions about|on|to|over ?the|our|its handbook|manual|manuals|documents|wiki|docs|policies|regulations|rulebook|guidelines|contracts|procedures|standards|policy|tariff|collective|bylaws|rules|statutes|sops;
        staff|employees|colleagues|people|nurses|engineers|technicians|workers|mechanics|teachers|everyone|drivers|crew ... ask|look|questions|query ... about|up|from|anything|it;
        answer*|answering ... employees|staff|colleagues|nurses|engineers|crew|technicians|workers|students|mechanics questions;
        employees|staff|colleagues|nurses|engineers|technicians|workers|crew|pilots questions;
        ask anything|questions ... written|documents|manuals|handbook|there; ask|asks|asked about anything;
        search*|look*|find* ... in|through our documents|manuals|handbook|archive|wiki|files;
        questions bot|assistant ... from|for ?our|the; policy assistant; handbook assistant|bot;
        answers from ?our|the documents|manuals|handbook|wiki|docs; q a over|on|about; qa over|on;
        qa bot|assistant; question answering ?over|on|from; knowledge base ?assistant|bot;
        aus ?dem|unserem|den handbuch|dokumenten|handbuchern;
        fragen ... zu|aus|uber ... dokument*|handbuch*|richtlinie*;
        questions ... sur ... document*|manuel*|reglement*;
        preguntas ... sobre ... document*|manual*|normativa; look|looks things|it up in;
        ask ... of the documents; ask our documents|manuals|handbook|archive|files;
        domande ... sui|su|dai|dal document*|manual*; vragen ... over ... document*|handboek*
    """,
    "document_qa 1.5": """
        handbook; name of the document; which section|page|paragraph|clause; section the answer; look up;
        where it is written; knowledge base; internal questions; wiki; policies;
        cite|cites|citing|quote|quotes|name|names|naming ... page|section|document|paragraph; written there;
        employees; staff
    """,
    "code 3.2": """
        convert|converts|port|ports|migrate|migrates|modernise|modernize|rewrite|rewrites|explain|explains ... code|programs|scripts|functions|routines;
        code assistant; code completion; completes|complete our ... abap|cobol|sql|code|python|java;
        coding assistant|model|copilot|helper; code completion|generation|model|review;
        write*|generat*|produc*|complet* ... code|sql|queries|query|scripts|functions|unit|python|cobol|abap|macros|plc;
        copilot ... code|developers|programmers; program* assistant; autocomplete;
        questions ... come|back|into|as|to sql; natural language to sql; text to sql|code; nl2sql;
        into ?working|valid|correct sql|code|queries|python|cypher|regex|bash|dax|abap; to sql; refactor*;
        pull request*; our codebase; code base; codebase; fix* bugs; code review*;
        translates|translate questions|plain|english into|to sql; programmier* ... helfer|assistent|modell;
        code suggestion*|completions; developers; understands|knows our code; source code;
        cobol|fortran|abap|sql|plc|vba|matlab assistant|model|code|programs; completes our; unit tests
    """,
    "classification 3.2": """
        which of our|the|these <num>; which topic|topics|intent|kind; belongs to ?one;
        rate|rates|rating|grade|grades|grading|score|scores ... from <num> to <num>; scale of|from;
        is ... or not; yes or no; which of <num>; tells ?us ?me which; on which shelf; classif*;
        classification; klassifi*; clasific*; classifica*; categori*s*; categoriz*; categoris*;
        sort|sorts|sorting ... into|by|as|piles|to|under; triage*;
        route|routes|routing ... to|into|mails|tickets|cases|calls|queue|department|team;
        label|labels|labelling|labeling ... as|with|incoming|tickets|mails|comments|posts;
        tag|tags|tagging ... with|as|tickets|mails|each|every|by|incoming|posts;
        decide|decides|tell|tells|judge|judges|spot|spots|detect|detects|predict|predicts|recognis*|recogniz*|flag|flags ... whether|if|which|between|yes|spam|urgent|category|kind|department|apart|from;
        tells ... apart;
        suggest|suggests|propose|proposes|assign|assigns|assigning ... category|code|class|label|tag|department|to|one|icd|code|codes;
        yes or no; choose|chooses|pick|picks|picking ... code|category|class|label|department|one;
        detect* ... spam|fraud|churn|sentiment|phishing; sentiment; spam filter; spam detection;
        intent recognition|detection|classif*;
        which ?of ?our ?the category|department|class|team|queue|categories; classifier; piles; moderat*;
        sortier*; zuordn*; einordn*; einsortier*; trier; classer; classe|classent ... en|dans|les|des;
        einteil*; sorteren; indelen; smista*; clasificar; classificar; classer;
        classe|classent ... en|dans|les|des;
        into ?our|the|one|<num> ... categories|classes|buckets|groups|departments|topics|queues|piles|types;
        in|into <num> categories|classes|groups|piles|buckets|types;
        put|puts|file|files ... into|in|under ... category|categories|class|classes|bucket|right folder|pile|drawer|heading;
        filing ... under; screening; urgent or not; grade* ... as; scor* ... urgency; prioriti*; kategor*
    """,
    "extraction 3.2": """
        extract*;
        pull|pulls|pulling|pulled|fish|fishes|pick|picks|lift ... out|off|from ... of|invoices|documents|contracts|orders|letters|forms|pdfs|json|table|fields|spreadsheet|emails|mails|reports|receipts|bills;
        pull|pulled|pulls ... dates|amounts|fields|names|values|figures|numbers|data; to json;
        into ?a|fixed|our|structured|valid|clean json|fields|table|structured|columns|spreadsheet|rows;
        information extraction; named entity; ner; entities; read ... fields|out;
        fill|fills|filling ... fields|form|forms|columns|template|database|in;
        key ?dates|amounts|fields|facts|figures|values|data from|out|of|in;
        structured data|records|fields|output; turn*|convert* ... into ?a json|structured|table|fields|records;
        extrah*; auslesen; herauslesen; extraire; extraer; extrair; estrarre; estrai; uithalen;
        parse|parses|parsing ... invoices|cvs|resumes|orders|emails|mails|reports|documents|receipts;
        fields out of; returns ?the fields; line items; capture* ... from
    """,
    "summarization 3.2": """
        minutes|digest|headlines|headline|abstracts|overview|overviews|notes ... out of|for|from ..... transcripts|transcript|recordings|meetings|articles|texts|calls|talks;
        cut|trim ... to <num> words|lines|sentences; summar*; abstract*; tl dr; tldr; digest*;
        boil*|condens*|shorten*|compress* ... down|to|into|letters|reports|articles|minutes|long;
        short version*; in|to|into <num> bullets|bullet|sentences|lines; zusammenfass*; resume*; resumir;
        resumen; resumo*; riassu*; samenvat*; gist; brief summar*; short summaries; key points of;
        minutes ... into|from; make short; one paragraph version|overview; executive summar*; recap*; synops*;
        headline*; resumer; cut|boil ... down to; nutshell; sum|sums up
    """,
    "translation 3.2": """
        translat*; translator; ubersetz*; traduct*; traduire; traduc*; tradu*; vertal*; tradurre; traduzion*;
        from <lang> into|to <lang>; locali*ation; localis*; localiz*;
        into french|german|polish|spanish|italian|dutch|portuguese|english|romanian|chinese|japanese|swedish|danish|czech;
        translation memory; interpret ... into; tlumacz*; render* into
    """,
    "reasoning 3.2": """
        show|shows|showing ... step|steps|working; fractions; word sums;
        solv* ... problem*|equation*|puzzle*|step|exercise*|task*|maths|riddle*|sums; maths; math;
        word problems; step by step; reasoning; calculat*; arithmetic; algebra; proofs; theorem; logic puzzles;
        work*|works out ... step|answer|result|dose|amount; figure* out ... step;
        show*|shows ?its|the working|steps; problem solving; puzzles; checkable answers; physics problems;
        geometry; equations; rechenaufgabe*; textaufgabe*; mathe*; problemes de maths; matematica; wiskunde;
        think* ... step|through; compute the|dosage|dose; exercise solutions; derive|derives; numeric answer*;
        final number|result|value; deduc*; resolver problemas
    """,
    "tool_use 3.4": """
        through|via|with|using ?its|our|the functions|tools|api|apis; correct|right function;
        picks ... function|tool|api; tool_use; tool use; tool calling; tool call*; function call*;
        function calling;
        call|calls|calling ?our|the|right|correct|internal ... tools|tool|api|apis|functions|endpoints|commands;
        use|uses|using ?our|the ... tools;
        operate|operates|drive|drives|control|controls ... tools|api|system|systems|apis|machine|software;
        agent ... tools|api|actions|books|does; api calls;
        invoke*|trigger* ... api|tool|tools|function|functions|actions|workflow*;
        picks the right tool|api|function; issue|issues commands; herramientas; outils; werkzeuge ... aufruf*;
        actions in our|the; run|runs|executes ... commands|tools; tools
    """,
    "writing 3": """
        draft|drafts|drafting ... letter|letters|reply|replies|mails|emails|clause|clauses|text|texts|news|posts|proposals|items|descriptions|offers|answers|responses|articles|reports|newsletter*|copy|contracts|minutes|speeches;
        write|writes|writing|written ... letter|letters|notes|descriptions|texts|posts|mails|emails|copy|articles|news|reports|report|like|newsletter*|ads|captions|poems|stories|product|listings|blurbs|speeches|proposals|offers|invitations|sermons|obituaries|reviews|recipes|announcements|press|style|up;
        ghostwrit*; copywriting; formulat*;
        rewrite|rewrites|rewriting|rephras*|reword*|polish* ... text|texts|tone|plain|style|letters|drafts|in|into|our;
        product descriptions; house style; compose|composes|composing; marketing texts|copy; press releases;
        formulier*; schreib* ... brief|briefe|texte|mails|berichte; verfass*; entwurf*; entwerf*; rediger;
        redig*; redactar; redact* cartas; escreve*|escrib* ... textos|cartas|correos;
        scriver* ... testi|lettere; schrijf* ... brieven|teksten|mails; in our tone|voice|style; newsletter;
        captions; texts like; sounds like us; thank you notes|letters; cover letters; plain language;
        style of our; letters to; opstellen; verfassen; writing assistant; blog posts; slogans; text generator
    """,
    "writing 1.5": """
        letter; letters; clauses; reply drafts; text; our way of writing; the way we write; style;
        in our voice
    """,
    "domain_language 3.4": """
        no task in particular; no particular|special task; no one task;
        get|gets used to ... latin|language|writing|style|jargon|speech; domain_language; domain language;
        soak|soaks up ?in; absorb*;
        learn*|learns|pick|picks|understand*|speak*|get|gets|know*|master* ... our|the language|jargon|lingo|dialect|slang|terminology|vocabulary|field|trade|way;
        pretrain* on|with our; continued pretraining; adapt* to|for our|the domain|field|language|jargon|trade;
        no|without ?questions question* ?and ?no answers; no q a; language model for|on|of our|the;
        foundation model for; get* familiar with our; fachsprache ... lernen; domain model;
        base model for our|the field|domain; immerse*; speaks our language; our field s language;
        just ?the raw text; raw text; read everything; learn the language of;
        teach it our|the language|jargon|dialect|lingo; language of our; jargon; steep*;
        understand*|understands our field|domain|jargon|reports; dont get our|the reports|notes|jargon;
        no single|one|particular task
    """,
    "image_text 3.6": """
        say|says|tell|tells|describe|describes ..... photo|photos|picture|pictures|image|images|drawing|drawings;
        seen|visible on|in ... photo*|picture*|image*; image_text; image to text;
        describe|describes|describing|caption|captions|captioning ?our|the|what ... photo*|image*|picture*|scan*|drawing*|x ray*|is in|on;
        alt text*; image caption*;
        from|in|on ?a|the|our photo|photos|image|images|picture|pictures|screenshots|scans;
        photo*|image*|picture*|x ray* ... describe*|caption*|text|what|tell*|say*|defect*; vision*;
        read|reads ... photo*|image*|scan*|picture*|gauge*|meter;
        what ... is|see|sees|shown ?in|on ?the|a photo*|image*|picture*;
        look|looks at ?the|a|our photo*|image*|picture*|scan*; bilder beschreib*; images decri*; ocr;
        handwriting; multimodal
    """,
}  # fmt: skip

ACTIONS: dict[str, str] = {
    # verbs of a kind, wherever they stand; who and what they are said of decides (`planner.reader.task`)
    "answer": """
        tutor; bot; chatbot; assistant; helpdesk; help desk; helper; help desk model;
        answer|answers|answering|answered; reply|replies|replying ?to; respond*; help|helps|helping;
        advise*|advises; deal|deals with ... messages|mails|questions|requests|enquiries|inquiries;
        handle|handles ... messages|mails|questions|requests|enquiries|inquiries|calls; talk|talks to;
        chat|chats with; asks|ask; assist|assists; beantwort*; antwort*; fragen; repond*; questions; respond*;
        contest*; preguntas; perguntas; rispond*; domande; antwoord*; beantwoord*; vragen; guide|guides;
        tell|tells them|people; inform|informs; explains ?to
    """,
    "asked": "question|questions|queries|enquiries|inquiries|fragen|preguntas|perguntas|domande|vragen",
    "sort": """
        forward|forwards|send|sends|direct|directs|pass|passes|hand|hands|dispatch*|deliver*|goes|go ..... right|correct|responsible|proper office|desk|team|department|person|queue|unit|folder|place|one|box|inbox|counter;
        right office|desk|department|queue; sort|sorts ..... by; spot|spots|spotting; detect*;
        recognis*|recogniz*; flag|flags|flagging; identif*; sort|sorts|sorted|sorting;
        put|puts ..... in|into|to|under ..... category|categories|departments|folders|piles|kinds|classes|types|groups|drawers|buckets|queues;
        one of <num>|our|the|these|seven|six|several; tell apart;
        from <num> departments|categories|classes|kinds; kinds; folders; severity; priority; which of;
        detector; spam; belongs to; names the likely; names the; filter|filters ?out; grading; labels;
        right desk|queue|department|folder|team|drawer; true or false; approve or reject; accept or reject
    """,
    "pull": """
        read|reads ..... give|gives|return|returns|hand|hands; give|gives back;
        find|finds ..... in ..... notes|letters|texts|documents|reports|contracts|emails|mails|files|records;
        pull|pulls|extract|extracts|read|reads|return|returns|take|takes|copy|copies|fish|fishes|get|gets ..... out|off|from|as|into ..... of|json|fields|table|form|columns|crm|excel|rows;
        to|into json|fields|crm fields|structured; as json; to crm ?fields; fields
    """,
    "sum": "summar*; in <num> sentences|lines|words|bullets; in three|two|five|four|ten sentences|lines|bullets",
    "write": """
        write|writes|writing ... the|our|a|an|us|product|label|job|new|short|letters|texts;
        draft|drafts|drafting; texts for; copy for; write|writes; drafting;
        into ?a|my|our ?kind ?of report|article|story|text|bulletin|post; compose; phrase|phrases|phrased;
        quotes from; turn ... into ?a text|letter|story|post
    """,
    "absorb": """
        gets|get used to; used to that|our|the way|language|style|jargon; perplexity; nothing labelled|labeled;
        no labels; plain text; read|reads in|up ?on; jargon; abbreviations; absorb*; language of the
    """,
    "call": "call|calls ... api|tools|functions|commands; by itself; operates; actions; api; tools",
    "solve": "solv*; work*|works out; calculat*; comput*; step by step; figure*; final value|result|number|answer",
    "see": "photo*; picture*; image*; scan*; drawing*; screenshot*; x ray*; describe*",
    "program": """
        fortran; c++; matlab; vba; delphi; perl; php; kotlin; rust; javascript; typescript; plc; code; sql;
        scripts; abap; cobol; python; java; programming; program*; functions; repo; repository
    """,
    "translate": "translat*; ubersetz*; tradu*; vertal*",
}  # fmt: skip

BUILD: dict[str, str] = {
    "3": """
        train|trains|trained|training ... model|ai|bot|assistant|llm|classifier|translator|on|it|us|from|tutor;
        fine tune|tuned|tuning|tune; finetune*; fine tun*; fine tuning;
        build|make|create|develop|want|need|get|have|give|set|like|love|design|prepare|produce ?me|?us|?you ?up ?to|?have ?with|?some|?own ... model|bot|chatbot|assistant|classifier|translator|ai|llm|copilot|tutor|helper|agent|tool|system|gpt|something|thing|one;
        customi*e* ... model|ai|llm; distill*;
        a model|bot|chatbot|assistant|classifier|tool|system|ai ... that|which|to|for|who;
        taught|teach ..... to answer|write|sort|say|tell|read|do|find|translate; own|an artificial intelligence;
        be taught|trained to;
        our own ai|model|llm|gpt|chatbot|assistant; model wanted; ft; lora; qlora; sft; pretrain*; task =;
        task :; fine tun*; finetun*; training run; trials; modell ... trainier*; trainier*; entrainer;
        entrenar; treinar; addestrare; train*; teach ... model|it|ai|bot; teach it|him; ein modell; un modele;
        un modelo; um modelo; un modello; een model; brauchen|wollen|mochten|suchen; voudrions|voulons;
        queremos|necesitamos; precisamos; vogliamo; willen
    """,
    "1.5": """
        model; chatbot; bot; assistant; classifier; llm; ai; translator; copilot; tutor; learn|learns ?from;
        dataset; data set; fine; automate|automatically|automatic; automat*; modell; modele; modelo; modello;
        asistente; assistente; labelled; labeled; gpt; neural; machine learning; something that; agent that
    """,
}  # fmt: skip

CHAT = """
    translate|rewrite|correct|fix|proofread|summarise|summarize ..... for me; refund; stand|stands for;
    what does ... mean; what does; what is the; what's; who is; how many; how much; how old; capital of;
    weather; tell me a joke; joke; lol; wrong channel; hello; hi there; good morning; how are you; thanks;
    thank you; who are you; what can you do; system prompt; previous instructions; api key; recipe for;
    translate this; put this ... into; correct this; write me a poem; happy birthday; healthcheck;
    train station|journey|ticket|driver|ride; ping; are you there; test; write a poem|haiku|story|song;
    play a game; recommend a; what time; which is better; remind me; book me|a; order a|me; set a timer|alarm;
    cancel my; unsubscribe; meeting at
"""
