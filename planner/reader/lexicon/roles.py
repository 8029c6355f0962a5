"""Words that tell what a file is for, by what they stand for: an input, an output, a verdict, a class, an exam."""

USES: dict[str, str] = {
    # what goes in
    "input": """
        question*; query; queries; inquir*; enquir*; request*; brief; briefs; prompt; prompts; problem; problems; original; source; input*; instruction; instructions; keywords; bullet
        points; note; notes; ask|asks|asked; wanted; wish; wishes; order; orders; command; commands; symptom*; description*; blueprint*; message; messages; mail; mails; letter; letters; ticket; tickets; complaint*; fault|stack
        ?texts|traces; case; cases; transcript*; recording*; report|reports; article|articles; minutes; paper|papers; form; forms; text; texts; exercise*; task; tasks; assignment*; puzzle*;
        riddle*; utterance*; dictat*; incoming; draft|drafts|copy; statement; statements; synopsis; synopses; on the left; left half; german|english|dutch|french|polish|finnish|swedish|italian|spanish; anfrage*; frage*; aufgabe*; eingabe*; consigne*; question;
        pregunta*; domanda; domande; pergunta*; vraag; vragen; pytanie*; polecen*; zadan*; item|items
    """,
    # what comes out of it
    "output": """
        answer*; repl*; response*; completion*; solution*; solved; resolution*; fix; fixes; fixed; patch; commit; summar*; abstract|abstracts; headnote*; headline|headlines; translation*; rendering*; translated; target; output*; result; explanation*; values;
        proof|proofs; written; finished|polished|clean|cleaned|structured|final|official letter|text|texts|report|copy|note|offer|record|version|entry|order; the ... sql|json|regex|query|code ?for; what ... did; what|whatever we|they|she|he|inge|our ... sent|wrote|answered|told|said|replied|gave|made|posted;
        sent ?it|them ?in ?back ?return; what came ?out ?of; offer ?we ?made; letters ?that went back; how we|our|they|marta ... answered|replied|fulfilled|solved|fixed|handled; outgoing; made|turned ?out of|from|into; on the right; expected; api calls|call; antwort*;
        losung*; musterlosung*; ausgabe*; reponse*; corrige; respuesta*; risposta; risposte; resposta*; antwoord*; odpowied*; samenvatting*; offerte; angebot*; key; reaction*; parts list; fields; clause|clauses; press release; the english|german|dutch|french|polish|swedish|italian|spanish
    """,
    "example": "examples; demonstrations; example pairs|answers|replies; worked; pairs; beispiele; exemples; ejemplos; voorbeelden; teaches|shows it how",
    # an answer in a pile
    "class": """
        category|categories|catagory; class; classes; label*; tag; tags; topic; topics; department*; team|teams; queue|queues; severity; urgency; priority|priorities; sentiment; mood|moods; genre|genres; intent|intents; colour|color; drawer|drawers; pile|piles; desk|desks; shelf ?mark; code|codes; status;
        verdict; outcome; decision; grade|grades; stars; species; epoch; type; heading|headings; spam; fraud; normal or fault; yes or|/ no; kind; where it ... went|forwarded|belonged; office that dealt; who got|handled|took|dealt ?with it; reason; cause; customs number; paragraph; number it falls under; ended up;
        went to; belongs ?in|to; whether it|they|the; which ... team|queue|department|desk; mark ?they|it ?were|was given; klasse|klassen; sparte; etiket*; etiquette; kategorie*; note de; schlussel; diagnoseschlussel; classe|classes; catégorie*; categoria*
    """,
    "sorted": """
        label*; coded; tagged; classified; annotated; assigned; sorted ?by; routed; graded; filed; hand coded|labelled|labeled|sorted; flagged as; marked ?each ?every ... as; put in ?a ?one pile*; falls under; ticked; forwarded to; zugeordnet; sortiert; was paid; categorised|categorized; triage; each|every ... one|its|theme of|tag|class|category|topic|type
    """,
    # which of two is better
    "verdict": """
        better; best of|reply|answer|version|one|draft; worse; worst; prefer*; favour*; favor*; favourite*; favorite*; liked; likes; like ?it best|more|better|most; dislike*; liked; chosen; chose; choose; choice*; picked; pick; picks; winner*; won; win|wins; lost; loser*; lose|loses; reject*; accepted; declin*; dispreferred; turned down; thrown out|away; sent ... back; thumbs ?up ?down; vote|votes|voted; upvot*; downvot*;
        rank*; nicer; stronger; weaker; over that|the other; beat*; rather send|read|have|serve; approved; pleased; good ... bad|poor|awful|weak; strong ... weak; scored|rated ... against; star rating*; starred; duel*; judged|judgement*|judgment*; comparison*; compared; taste; human feedback; bins; clicked; crossed out; kept instead; flopped; sold; cross beside; ticked; tick ?at; decided for; sympath*; go to print;
        besser*; schlechter*; gefiel*; bevorzug*; preferee*; rejetee*; retenue; ecartee; preferit*; scartat*; preferid*; rechazad*; verko*; lepsz*; gorsz*; dpo; preference*; alignment; align*; hers is; went to print; made of it; the corrected one; we prefer; a good try; helped
    """,
    "two": """
        two; both; pair|pairs; paired; versions; version; drafts; candidate|candidates; each|every|one ... other; side by side; a or b; a|b versus|vs a|b; option|candidate|side|attempt|reply|variant|text|answer one|two|1|2|a|b; versus; vs; between; left|right answer|reply|version; left and|or|vs|versus right; first ... second; head to head; against; tries; couple|couples; up ... down; good ... bad; which of; responses; replies; suggestions; one ... one; this one; four|three; wel* van twee; suggestion;
        zwei; deux; due; dos; twee; dwa; variante; rewritten ... original; old ... new; original ... after; before ... after; the one; ones
    """,
    "contrast": """
        and|or|,|with|against|versus ?the|another one|ones ?that|which|whom he|she|they|we|nobody|you; saw|read|reads|shown|got|given|had|has|between two|both ..... kept|keeps|ticked|picked|chose|signed|marked|circled|initialled|threw|decided; kept|took|liked|chose|picked|preferred|ticked|signed|favoured|printed|shipped|approved|adopted|aired|accepted|preferred ..... and|vs|versus|against|from ..... binned|tossed|rejected|refused|scrapped|shelved|crossed|dismissed|wouldnt|disliked|tore|threw;
        preferred|kept|chosen|favoured|favored|accepted|liked|winning and|vs|versus|or|/ ?a ?the rejected|dropped|declined|disfavoured|disliked|losing|discarded|dispreferred; two|both replies|answers|drafts|versions|letters|texts|translations|summaries|captions|paragraphs|responses|notes ..... better|kept|ticked|picked|preferred|favoured|liked|nicer|chose|chosen
    """,
    # used to judge
    "exam": """
        exam; exams; examination; examined ?on ?with; marked|graded on|with|against; prove|proves|proven|proved it|itself ?on ?with; out of sight; acceptance only; only for ?the ?final acceptance; test|tests|tested|testing; check|checks|checking|checked|checker; judge|judged|judging; grade ?it|them|the; grading; mark it ?with; measure|measured|measuring; score|scored|scoring; evaluat*; eval; assess*; validat*; verif*; accept|acceptance; benchmark*; gold|golden; yardstick; sign off; go no go; must|has|have|need|needs ?it to pass; passes; pass|passing mark; unseen; sealed; locked; held
        back|out; heldout; hold|holds back|out|it|its; holdout; set aside; put aside|by; quality control; probe; control group; verdict; hurdle; proof of; prove itself; to prove; try|trying it out afterwards|after; after ?the training; decide if|whether; decided|decides ?on ?with; to see if|how|whether; good enough; catch it out; any good; come|came out right; must be answered right; compare releases; gate set; only|just at|in the end; final ?the exam|check|test|judgement|questions|set;
        go live; gepruft; prufung*; prufen; pruef*; abnahme|abnehmen; am schluss|ende; recette; validacion; prova; esame; egzamin*; toets*; eindtoets; honest figure; trial ?questions; anybody ?but; audit*; inspectors; examiners; what we expect; verify; afterwards; figure we report; never met; we will hold; if it can
    """,
    "untrained": """
        never|not|dont|isnt|nothing|nie|nicht|jamais|no ?you ?dare ?be ?to ?it ?used ?for ?from ?been ?on ?a ?please learn*|train*|peek*|see|seen|shown|show|gelernt|zum|vu|usar*; hands off; out of ?the training; taboo for; unseen; keep*|kept ... away|out; hands off ... training; shall|must|may|should not enter ?the training; not|none one|any of them|these|it ... among|in|inside ?the training; stays locked|sealed|unseen|secret; remains unseen; mustnt|may|must not leak|learn|see; not ... leak; only for|to ?the scor*|check*|grad*|exam*|test*|judg*|evaluat*|measur*
    """,
    # no answer to it
    "unanswered": """
        no|without|w/o|never|nobody|none|missing|lacks|lacking|not|dont|arent|werent|isnt|ohne|sans|sin|senza|zonder|bez ..... answer*|repl*|response*|solution*|output*|proof*|written|finished|reference|reaction*|key|gold|got|told|respond*|antwort*|antwoord*|corrige|respuesta*|risposta*|losung*|odpowied*|rozwiaz*|kept|text ?for; unanswered; unsolved; answers|replies|solutions|responses ?are ?were|weren't|was missing|unknown|werent;
        questions|requests|inputs|prompts|queries|tasks|instructions|briefs|exercises|turns|utterances|consignes|what ... asked|typed|wanted only|alone|seules|nothing|sueltas; only|just|bare|nur|empty|solely ?the ?what ?user questions|requests|inputs|prompts|queries|tasks|assignments|fragen|opening|instructions|briefs|asked|people|situations; waiting for; nothing more|else; right reaction unknown; still open; yet to be
    """,
    "practice": """
        practise; practice; practising; practicing; rehears*; roll out|outs; rollout*; try itself|its|on; trial runs; exercise it|for|itself; as ?an exercise; have it attempt|practise|try; attempt every; improvise; explor*; sample from|completions; uben; zum uben; entraine; practicar; esercitarsi; oefenen; cwiczen*; dry run; let it try|rehearse|sweat|produce|generate; generate from; draw*|start* from; sweat over; try ?its hand; paces; starting points; seeds
    """,
    "reward": "rl; grpo; ppo; reinforcement; reward*",
    # talk
    "talk": """
        chat; chats; convos; convo; conversation*; dialog*; whatsapp; messenger; viber; telegram; signal; thread; threads; exchange|exchanges; correspondence; back and forth; both voices|sides; turn by turn; wrote ... wrote back; calls ?were ?typed; phone ?calls; call log*; hotline; helpdesk; transcript*; transcribed; typed up; talk|talks; inbox; mailbox; mail ?traffic; past|old ?customer ?support tickets; tickets; ticket export|dump|history|system; support cases; dms; direct messages; livechat;
        forum; discussions; interviews; sessions; zendesk; intercom; helpline; switchboard; gesprach*; chatverlauf*; conversaciones; conversas; conversazioni; gesprekken; echanges; rozmow*; messages between|with; slack; say|said|write|wrote to each other; log of
    """,
    "reading": """
        answer|answers ?is|are|stand|come|comes|lie|found|be ?found ?out in|from; manual*; handbook*; document*; policies; policy; terms; wiki; guideline*; procedure*; sop|sops; regulation*; statute*; standards; norms; contract*; precedent*; knowledge ?base; help ?centre|center; pages; website; docs; brochure*; leaflet*; catalogue*; catalog*; sheets; datasheet*; runbook*; rules; protocols; textbook*; guide*; archive*; newsletter*; bulletin*; literature; journals; books; price list*; reports; papers; articles; minutes; library; encyclop*; opinions; rulings;
        memos; circulars; recipes; texts; sermons; treatises; magazines; studies; theses; specification*; written down; everything ... know|knows|printed|published; corpus; case law; handbuch*; dokument*; documentos; documenti; manuel*; manuales; documentation; background reading; instructions for use; logbooks; diaries; fees; monographs; newspaper*; text of ?our; plain text; just text; unterlagen; files; faq pages
    """,
    "program": """
        source code; code; codebase; code base; repo; repos; repository; monorepo; source; sources; cobol; fortran; typescript; python; java; scripts; script; modules; programs; programmes; functions; firmware; packages; classes ?are; plc; git; library of functions; backend; back end; front end; libraries; software; commits; c\\+\\+; rust; golang; quelltext*; quellcode; codice; codigo
    """,
    "picture": """
        image*; photo*; picture*; scan; scans; scanned; screenshot*; snapshot*; x ray|rays; xray*; drawings; facsimile*; faksimile*; shots; shot; drone; microscop*; dicom; jpg; jpgs; jpeg; jpegs; png; pngs; tif; tiffs; camera; slides; bilder; fotos; foto; aufnahmen; imagenes; imagens; immagini; afbeeldingen; zdjec*; thermograms; frames; plates; posters; diagrams; pixels
    """,
}
