"""What is said of a file, by the use that follows from it."""

ROLES: dict[str, str] = {
    "tests": """
        only|just|solely|purely for|to ?the ?final check*|test*|exam*|evaluat*|judg*|grad*|measur*;
        only|just for checking|testing; only|just for|at the end; acceptance test*|question*|case*|set|check*;
        never ?be|to train*|learn*; never ... trained on;
        not|dont|never|isnt ?be ?to|for|used ?for ?the train*; test set|questions|cases|file;
        final exam*|test*|check*|judgement;
        judge|judged|grade|graded|measure|measured|score|scored|check|checked|test|tested|examined|examine ?it ?only on|against|with|by;
        official questions|exam*; exam questions; golden set|questions|answers; benchmark; for testing;
        for the test; held out set; quiz; hold it against; for grading|judging|evaluation|checking|acceptance;
        as ?the|an|our exam|test|tests; must not be trained; hands off in training; control questions;
        what it has to pass; questions it must|has to|should pass; pass mark; kept for the end; the exam;
        acceptance
    """,
    "preferences": """
        ticked|marked|chose|selected|picked|circled|prefers the better|best|nicer ?one;
        the better one|version|draft|reply; better and ... worse; which is|was|of better|preferred|worse;
        which ... better|preferred|worse; chosen and ?the rejected; accepted and ?the|one|he|she|they rejected;
        accepted ... rejected; preferred ... over|to|answer; preference pairs|data|file|votes; preferences;
        winner and|or loser; good and|versus|vs ?a|the bad; thumbs up; up votes|voted; upvot*; ranked;
        rankings; two versions|answers|replies|drafts ... better|worse|preferred|liked; liked better;
        picked one; picked by; one of them picked|chosen|preferred|liked; one ... picked|preferred ?by;
        one they|we|she|he picked|preferred|liked; chosen|rejected; a b votes|comparisons|tests; side by side;
        compared pairs; pairwise; picked ... over; before and after ?editing|edit|edits|version;
        won and|or lost
    """,
    "prompts": """
        nobody|none ... answered; not answered yet; unanswered; prompts without;
        without ?any ?a answers|replies|reply; no answers|replies; questions only; only ?the questions|prompts;
        unanswered; to practise|practice on; prompts for|to; bare questions|prompts; just questions|prompts;
        practice questions|prompts; questions ... nobody|no one answered; prompts; for it to practise;
        open questions
    """,
    "labels": """
        label*; column|columns ?called|named ?with|category|class|label; categor*;
        text and ?a|its|the ?right class|label|pile|code|category|tag|topic|intent|department|team|queue|verdict|decision|grade;
        each ... sorted|labelled|labeled|tagged|assigned|coded|classified|decided; tagged; annotated;
        decided cases; coded; classified; sorted by hand; hand sorted;
        with ?the|their|its ?right ?correct|final class|classes|topic|department|label|category|tag|verdict|decision|outcome|code|intent|queue|team|priority|severity;
        codes; marked as ?either|yes|spam; yes or no; already sorted; filed under;
        department ... belongs|went|handled|belonged; text label; text , label; text class; ground truth;
        intents; verdicts; outcome*; who handled it; which team|department|queue|folder|shelf|desk
    """,
    "instructions": """
        question* ?from ... and|with|plus ?the|a|an|its|their|our|explained ?right|good|short answer*|repl*|response*;
        questions|question and|with|plus|, ... answers|answer|replies; q & a; q and a; qa pairs; qa;
        answered questions|mails|letters; prompt* and|with ?the|an|their|its answer*|completion*|response*;
        message|mail|mails|email|emails|letter|letters|request|requests|review|reviews|complaint|complaints|query|queries|inquiry|enquiry|enquiries|brief|briefs|instruction|instructions and|with|plus|next ?to ?the|our|a|an|its|their ?finished|final|short ?that ?we answer*|reply|replies|response*|report*|clause*|summar*|text|draft|letter|output|result;
        mail and ... reply|report|answer; reply|answer we|they sent|gave|wrote; source and ?the target;
        pairs of; pairs; source target; sentence pairs; translation memory; translated;
        original and ?the|its translation; input* and ?the|its|expected output*;
        symptom and|with|, ... fix*|cause|what; what fixed it; fixed it;
        ?long text|texts|article|articles|letter|letters|report|reports|minutes|transcript|transcripts|document|documents|complaint|ruling|rulings|judgment|judgments|study|studies|file|files and|with|plus|next|beside|alongside|together|has ... summar*|short|abstract*|digest*|headline*|gist;
        has letter and summary; together with ?the|their ?short summar*|abstract*|short|digest*; examples of;
        worked examples|solutions|answers; problem* and|with ?the|their|its solution*|answer*;
        task and ?the solution; before and after; demonstrations; faq; frequently asked;
        example pairs|replies|answers; report and item; replies; solved examples|problems;
        description and ?the|its ... code|query|sql|json|text;
        text and|with ?the|its|right|correct|matching ?right json|fields|values|record|extraction;
        with ?the|their ?right|correct ?extracted fields|values|json; frage* und antwort*;
        question* et|avec ... reponse*; preguntas y respuestas; perguntas e respostas; domande e risposte;
        vragen en antwoorden; ask and answer; answers from ?our|the; expert* answer*; the answer of;
        good examples; examples; ?and answered ?by; what we answered|replied|wrote ?back; how we answered;
        and our answer|answers|reply|replies; with our|the answer|answers|reply|replies; with answers;
        and ?the answers
    """,
    "chats": """
        chat; chats; chatlog*; conversation*; transcript*; dialog*; whatsapp; past tickets; tickets;
        call log*|recording*|notes|transcript*; exchanges; correspondence; message history|threads; threads;
        messenger; livechat; live chat; telegram; back and forth; message log*; inbox; mailbox; email threads;
        e mail threads; mail threads; dms; talks with|between; chatverlauf*; gesprach*; conversaciones;
        conversas; conversazioni; gesprekken; discussions; what we wrote so far; slack export; calls between;
        hotline calls; conversation history
    """,
    "documents": """
        manual*; handbook*; document*; policies; policy; terms; wiki; pdf*; guideline*; procedure*; report*;
        paper*; article*; book*; sop*; regulation*; statute*; standards; contract*; precedent*; reference;
        knowledge base; help centre|center; help pages; pages; website; web pages; docs; brochure*; leaflet*;
        catalogue*; catalog*; data sheet*; datasheet*; runbook*; rules; instructions for use; protocol*;
        textbook*; guide*; archive*; newsletter*; bulletin*; minutes; literature; texts; notes; price list*;
        timetable*; faq pages; handbuch; handbucher; dokumente; documentation; manuales; documentos; documenti;
        documenten; manuel*; documentazione; specification*; memo*; rulebook; statutes; law*; decree*; studies;
        monograph*; diaries; journals; shift books; logbooks; recipes; files
    """,
    "code": """
        source code; repository; repo; repos; code base; codebase; source is|in|lives|sits|tree; our code;
        cobol; source files; scripts; git; source; programs; quellcode; code source; codigo; codice; broncode;
        modules; the code
    """,
    "images": """
        image*; photo*; picture*; scan; scans; scanned; screenshot*; x rays; xrays; x ray*; bilder; fotos;
        imagenes; imagens; immagini; afbeeldingen; drawings; thermograms
    """,
}  # fmt: skip

STRONG = ("tests", "preferences", "prompts")
"""Said of a file, these outrank what its name or ending suggests."""

PLACES = """
    sharepoint; share point; google drive; gdrive; g drive; onedrive; one drive; dropbox; box com; notion;
    confluence; jira; salesforce; hubspot; zendesk; freshdesk; intercom; icloud;
    teams channel|folder|chat|site; ms teams; microsoft teams; servicenow; service now; our crm; the crm;
    our erp; the erp; sap; snowflake; bigquery; databricks; airtable; evernote; google docs; google sheets;
    gmail; outlook; exchange server; our intranet; the intranet; dms; document management system; file server;
    shared drive; network drive; our database; the database; data warehouse; datev; dynamics; sap system;
    our ticket system; ticketing system; the ticket system; our helpdesk system|tool; web drive; trello; asana;
    workday; our mailbox|mailboxes; the mailbox; nextcloud; alfresco; docusign; m365; office 365;
    google workspace; our wiki; company wiki; our archive; slack; our cms; the cms; case management system;
    sharepoint site; our portal; cloud drive; cloud folder; usb stick; hard drive; filing cabinet; lotus notes;
    our server; laptop|computer|pc|notebook|phone|tablet of; <word> laptop|notebook; pc of; usb|memory|thumb drive|stick|key;
    external hard drive|disk|disc; filing|file cabinet|cabinets; paper form; on paper; in|on binders|folders ?in; cellar; basement; attic; cupboard;
    sharepoint|teams|webdav|ftp|sftp server|site|space|library; notion space; practice|hospital|booking|property software|system; pms; emr; ehr;
    monday com; clickup; basecamp; zoho; odoo; pipedrive; typeform; mailchimp; shopify; woocommerce; moodle; blackboard; github issues; gitlab;
    telegram|whatsapp|signal|viber|messenger app|group|groups; our|the phones; voicemail; answering machine; web mail; webmail; the forum;
    the portal; extranet; vpn; sql server; mysql; postgres; oracle; mongodb; redshift; elastic; kibana; splunk; s drive; z drive; h drive
"""
