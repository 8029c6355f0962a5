"""Words for what is done with records before anything is learned, and for what stands in them."""

from planner.reader.words import word_set

ACTS: dict[str, str] = {
    # something in a record is made unreadable, the record stays
    "mask": """
        mask*; redact*; anonymi*; anonimi*; pseudonym*; blacken*; black|blacked|blacking|blank|blanked|blanking|cross|crossed|star|starred|white|whited|strike|struck|beep|bleep|beeped|bleeped ... out; beep|beeped|bleep|bleeped; blank|blanked|blanks|xed|xxed|xxxed; render|rendered|made ... illegible|unreadable;
        cover|covered|covers|covering ?... ?up|over; hide|hides|hidden|hiding; blur|blurs|blurred|blurring; scrub|scrubs|scrubbed|scrubbing; obscur*; obfuscat*; placeholder|placeholders; replace|replaced|replaces|replacing; swap|swapped|swaps;
        unrecogni*; unreadable; disguis*; conceal*; sanitis*; sanitiz*; de identif*|identify; deidentif*; schwarz*; unkenntlich; masqu*; caviard*; oscurare|oscurati; geanonimiseerd; anonimo; onherkenbaar; ocultar|oculta|ocultos; tapar|tapad*; censor*; encod*; overwrite|overwritten; not ?be ?all recogni*|identifi*; clean of; make ... illegible; not be readable|visible|recognisable
    """,
    # something goes: a record, or only what stands in it
    "out": """
        drop|drops|dropped|dropping; remove*; delet*; discard*; eras*; destroy*; throw|throws|thrown|toss|tosses|tossed|chuck|chucks|chucked|bin|bins|binned|ditch|ditched|trash|trashed|scrap|scrapped|dump|dumped ?it|them|that|those ?out|away; exclude*|excluding; skip|skips|skipped|skipping; omit*; reject*; strip|strips|stripped|stripping ?out; weed* ... out; ignore|ignored|disregard*;
        leave|leaves|left|take|takes|taken|kick|kicked|sort|sorted|filter|filtered|weed|cut|keep|kept|stay|stays|throw|thrown|cross|put|set|get|sent|move ... out|away|aside; filter|filtered; away|out with; goes|go ?straight ?right out|away; goes; lose|loses that|the|those|it|them|whole; withhold*|withheld; hold|holds|held ... back; must|has|have|should|can|may|needs|need ?to ?all ?all go; gone; be|is|are|its|thats|theyre|stay|stays|comes|come|lies ?all ?just ?simply ?strictly out|away; : out; out; weglass*|weggelassen;
        not|never|dont|doesnt|mustnt|isnt|arent|cannot|cant|shouldnt|wont ?to ?be ?get ?ever ?all ?really ?even used|use|want|wanted|need|learn|learned|learnt|train|trained|included|include|enter|enters|get|gets|end|ends|land|lands|appear|appears|belong|belongs|go ?in|into ?on|from ?the; nobody|nobodys|no|none|nothing ... used|learned|trained|included|enter|enters|end|ends|land|lands|appear|appears ?in|into ?on|from ?the; no|not|nothing ..... in|into|reach|reaches|inside ?the ?our training|model|weights|dataset; no place; forbidden|banned; goes|go ?in ?into ?to the bin|trash|dustbin|rubbish; lost; disappear*; vanish*; raus; aussortier*; geloscht; loschen; supprim*; elimin*
    """,
    # all stays as it is
    "keep": """
        keep|keeps|kept|keeping; leave|leaves|left|leaving; stay|stays|staying; remain|remains|remaining; retain*; preserv*; let ... be|in|stay|inside; untouched; unmasked; unredacted; visible; readable; intact; as they are; as is; belassen; bleiben; garder; mantener; tal cual
    """,
}
"""What is done -> phrases for it."""
HOLDERS = word_set(
    """
    correspondence record records row rows line lines entry entries message messages mail mails email emails chat chats conversation conversations dialog dialogs
    dialogue dialogues letter letters file files document documents ticket tickets case cases transcript transcripts thread threads form forms slip slips
    note notes report reports card cards page pages paragraph paragraphs sentence sentences item items post posts review reviews comment comments call calls
    order orders invoice invoices example examples commit commits sample samples log logs text texts pair pairs recording recordings application
    applications questionnaire questionnaires exchange exchanges sheet sheets scan scans image images photo photos script scripts snippet snippets module
    modules job jobs statement statements answer answers reply replies request requests complaint complaints claim claims visit visits session sessions interview interviews
    summary summaries story stories submission submissions protocol protocols minutes voicemail voicemails picture pictures trace traces run runs
    datensatz zeile zeilen nachricht nachrichten datei dateien brief briefe ligne lignes fichier fichiers linea lineas mensaje mensajes
    """
)
"""What holds a text to learn from: a record of whatever kind."""
WHATEVER = word_set("anything everything whatever all any one ones those each")
"""Words for a record where it is said what is in it."""
HOLDS = word_set(
    "mit avec con with containing contain contains that where which has have having holding holds hold in mention mentions mentioning mentioned showing shows show including carrying bearing naming gives giving still"
)
INSIDE = word_set("mit avec con met in of from within inside on at by with to into for under about")
"""Words before what is not itself spoken of: "names in the letters", "a letter with a name"."""
WHOLE = word_set("whole entire")
PERSONAL: dict[str, str] = {
    "name": """
        names|surname|surnames|forenames|initials; a|any|every|each|somebodys|someones|nobodys|anybodys|anyones|everybodys|everyones|ones|persons|peoples|real|full|first|last|family|the name; patient|patients|customer|customers|client|clients|childs|childrens|child|members|residents|tenants|guests|pupils|students|employees|staff|private|workers|drivers|authors|owners|callers|senders|buyers|witness*|partys|parties name; by name; who ?our ?the ?these * are; named person|people|persons|individual*;
        namen; nachnamen; noms; nombres; nomes; nomi; fields|field|column of name; signature*
    """,
    "contact": """
        phone|telephone|mobile|cell|fax ?number|numbers; phones; address; addresses; postcode*; mail|email|e ?mail address|addresses; emails|email|mails of; iban; ibans; account|bank|card|credit|passport|policy|insurance|nhs|tax|social|security|national|patient|licence|license|insured ?card ?account ?security ?insurance number|numbers|details|id|ids; cpf|ssn|ssns|nif|pesel|bsn|dni|nino; date|dates of birth; birth dates|date; birthdate*; birthdays; number plates|plate; license|licence plates|plate; plates; adressen; telefonnummern; direcciones; telefonos
    """,
    "person": """
        persons|customers|patients|peoples|clients|tenants|residents data|details|information; personal|private|sensitive|identifying|individual ?customer ?patient ?contact data|details|detail|information|info|things|thing|particulars|stuff|identifiers|fields; identifiers; pii; gdpr; dsgvo; rgpd; personally identif*; identif* ... person|people|patient|patients|customer|customers|somebody|someone; identity; identities; recogni*; identifiable|identified; contact details|data|detail|person|persons|people; pseudonyms; private|personal numbers|number; personenbezogen*; donnees|datos|dati|dados personnelles|personales|personali|pessoais;
        data subjects; identity of; mask|redact|anonymi*|pseudonymi* ?the people|persons|patients|customers|clients|everyone|everybody|workers|staff|pupils|guests|residents; anonymi*; pseudonymi*; anonimi*; pseudonymi*; caviard*; geanonimiseerd; schwarz*; masking ?of persons|people; redact*; redaction; mask|masked|masking|hide nothing|anything|everything|all; de identif*; deidentif*
    """,
}
SECRETS: dict[str, str] = {
    "secret": """
        password*; passphrase*; passwort*; secrets|secret ?key|keys|token|tokens; secrets; a|any|live|leaked|hardcoded|embedded token|key; credential*; creds; api|access|private|ssh|signing|encryption|licence|license|secret|product|service|deploy|keystore|master key|keys|token|tokens; keys ?and|or token|tokens; token|tokens ?and|or|, key|keys|passwords|secrets; api|access|auth|bearer token|tokens; tokens ... mask*|redact*|blank*; mask*|redact* ... tokens; pins|pin ?code|codes; connection strings|string; login data|details; mots de passe; contrasenas; senhas; logins; secret found
    """,
}
NOT_PERSONS = word_set(
    "product products brand brands company companies street file files place places drug domain column table tool model variable function module metric file-names field class species dish project path feature plant street streets buildings rooms towns the's host folder trade"
)
"""Whose names are no personal data."""
