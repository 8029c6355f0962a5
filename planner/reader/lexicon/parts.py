"""Words with which a part of the data is left out or taken alone, and words that no part of data has."""

from planner.reader.words import word_set

CUES: dict[str, str] = {
    # what is left out stands behind; plainly said of data
    "out": """
        leave|leaves|leaving; skip|skips|skipping|omit|omitting|exclude|excludes|excluding|excl|ignore|ignoring|disregard; leave|leaves|leaving|keep|keeping|take out|away|aside ?of|from ?it; hands off; except ?for; excepting ?for; apart|aside from; save for; with the exception of; other than; barring;
        everything|all|anything|everyone but|besides; all|everything ... but ?not ?the; but not; minus; discard; stay|stays|staying|keep|keeping|steer|steering ?well ?your ?hands away|out|clear|off from|of; stay|keep out of; pay no attention to;
        nothing|none ?at ?all from|on|about|of|by|to ?do ?with|under|with; without ?any ?of ?the; dont|not|never ?ever ?to ?be use|take|touch|read|include|open|learn|train|look ?at ?from ?on ?any ?thing; avoid; forget ?about; drop; bar the; ditch; strip out; cut out; minus; not|NOT the|those|any|from|what|whatever; no;
        auslassen; ausser; ohne; sauf; excepte; hormis; excepto; menos; salvo; exceto; tranne; eccetto; behalve; zonder; kromme; bez; sin; senza; sem; not ?to take|use; does|do not include; weglassen; rather not have; dont|not want|need
    """,
    # what is left out stands before
    "off": """
        off limits; out of bounds; is|are|must|should|to|stay|stays|has|have|be ?to ?be left|kept|taken out|aside|away; is|are|must|should|may|can|to ?stays ?be ?all ?simply not|never ?to ?be used|touched|read|taken|learned|learnt|trained|opened|seen|included; stay|stays|goes|go|are|is out; is|are ?strictly ?all ?just ?simply ?only
        taboo|forbidden|private|junk|rubbish|excluded|confidential|worthless|useless|irrelevant|noise|wrong|garbage; be skipped|ignored|excluded|omitted|dropped|discarded; not belong|belongs ?in ?there ?here; dont|doesnt belong|belongs|count; has|have no place|business; has|have nothing to do with; no use to us; not|isnt|arent meant|intended|made ?for ?this ?the ?it ?training; not|isnt|arent for this|it|training|learning|you; of no use|interest;
        are|is|must|should not allowed; none of its|your|the business; do|does not count; can|may ?be go|ignored|skipped|dropped|out; should go; is|are not wanted; not for training|learning; plays|play no role
    """,
    # what is left out was named before; this only points back
    "back": """
        leave|leaves|keep|take|skip|drop|toss|bin|ignore|chuck|cut|kick|strip|weed|throw|discard|exclude|forget ?about ?all ?please them|those|these|it|that ?out|away|aside|off; dont|not|never ?please use|touch|take|read|learn|train|include|want ?from|on them|those|these|it|that; without them|those; learn nothing from it|them
    """,
    # what alone is taken stands behind
    "only": """
        only|just|solely|exclusively ?please ?ever ?to ?really ?use|take|read|want|need|needs|include|includes|with|learn ?from|on ?the; nothing but; nothing except; restrict* ?it ?yourself ?the ?training to; limit|limited|limits ?it ?yourself ?the ?training to; confine* ?it ?yourself to; take|use|learn ?from only|just|solely|exclusively; nur; seulement; uniquement; solo; solamente; apenas; somente; soltanto; alleen;
        include :|=; pick|choose the ones; no more than the; are ?only interested ?only in; interested ?only in; of interest ?are ?is ?only ?solely; what counts is|are ?only
    """,
    # what alone is taken stands before
    "alone": "only ; and nothing else|more; alone; is enough; ones only; exclusively; are|is ?all ?that ?of ?the wanted|needed|meant",
}
OF_RECORDS = word_set(
    """
    folder folders subfolder subfolders directory section sections chapter chapters matter matters channel channels thread
    threads ticket tickets chat chats mail mails email emails record records row rows document documents files page pages post
    posts message messages conversation conversations case cases part parts appendix appendices annex annexes tab sheet
    sheets column columns entry entries draft drafts template templates spam letter letters report reports article articles
    minutes category categories topic topics branch branches department unit client clients project projects item items
    things reviews review orders order calls call incidents incident volume volumes issues issue contracts contract invoices
    invoice policies notes memos forms form transcripts transcript questions replies reply newsletter newsletters manuals
    manual complaints archive status products product videos images ones stuff pages episodes circulars sermons schemas schema
    module modules traces sessions runs listings listing recipes songs patterns photos pictures tables table
    signatures jokes lists list texts text sittings sitting bookings booking requests request claims claim pdfs scans
    segments programme programmes exercises sample samples tasks worksheets legends captions blog blogs logs log wiki
    dossier ordner kapitel carpeta capitulo pasta cartella map hoofdstuk
    """
)
MARKS = word_set(
    "tagged marked labelled labeled flagged signed closed resolved answered rated stars star approved rejected solved reviewed "
    "checked published final released accepted completed verified internal external legacy old archived confidential anonymous "
    "public written filed named called about anything everything whatever those what who where that which whose with from of by on"
)
NOT_PARTS = word_set(
    """
    typos typo spelling capitals accents access reward rewards artificial additional extra assistant reinforcement rl lora moe experts expert mixture cloud gpu gpus trials trial euros dollars budget deadline
    endpoint adapter adapters search sweep tuning synthetic generated training retraining hurry rush need
    problem doubt limit worries advice server internet outside pretraining preference preferences vocabulary
    weights hallucinations mistakes errors idea time cent latency rule gate restriction restrictions model models percent us
    me you we i cost costs money plan thanks thank target stage stages parameters invent invented facts
    promises promise jargon attempt attempts emojis emoji explanation explanations small sentences words
    licence license licences cards card gaps guessing guess quantisation quantization container docker exceptions exception
    charge charges company vendor rest question-marks asking bullet padding chatter sugarcoating fluff overtime weekend hands
    hours seconds days machine machines laptop budget-wise questions-asked else network house longer talk talking processing checking testing grading judging acceptance confidential one's colour logo sundays
    """
)
"""Words of wishes about the model or the work."""
CLEANED = word_set(
    """
    double doubles names name surname surnames personal pii password passwords secret secrets token tokens credential credentials key keys
    duplicate duplicates copies copy dupes repeats identical twice iban ibans account phone telephone birth address addresses
    identity identities identifiable anonymised masked redacted creds pin pins repeated same similar reworded
    """
)
"""Words of sentences that speak of cleaning, which is read elsewhere."""


PLACES = word_set(
    "folder folders subfolder subfolders directory dir section chapter category channel module matter series branch tab annex appendix tag"
)
"""Heads of phrases that name a place in the data."""
VERDICTS: dict[str, str] = {
    # stands in front of the part
    "before": """
        neither|nor is|are|does|do; skip|skips|skipping|omit|exclude|excludes|excluding|ignore|ignoring|disregard|discard|drop|dropping; leave|leaving|keep|take out ?of; without|w/o|minus|except|excepting|barring|bar|not|sans|but; w / o; except ?for; apart|aside from; other than; everything|all but; leave; no; avoid; stay|stays|keep|clear|away|out of|from; hands off; do not|dont|never use|touch|take|read|learn|train|include ?from ?on; weed|strip|cut|filter|sort|throw out
    """,
    # stands behind it
    "behind": """
        is|are|must|should|may|can|was|were ?to ?all ?strictly ?simply not|never ?to ?be used|use|touched|read|taken|learned|learnt|trained|opened|seen|included|needed|wanted|relevant ?from ?on; isnt|arent ?to ?be ?for used|learned|learnt|trained|needed|wanted|relevant|included|training|this|it ?from ?on; do|does not|never belong|count|go|enter|get ?in ?to; doesnt|dont belong|count|go ?in;
        is|are ?all ?strictly ?just ?simply ?only ?complete ?utter off limits; is|are ?all out of bounds|scope|date; off limits; out of bounds; is|are|was|were ?all not good|ok|okay|usable|valid|reliable|ours|mine; is|are|stay|stays|go|goes|to|be|has|have|must|should|can ?be ?to ?all ?left|kept|taken|thrown|stay out|away|aside|alone; out|aside;
        is|are ?all ?strictly ?just ?simply ?complete ?utter garbage|junk|rubbish|worthless|useless|confidential|private|taboo|forbidden|irrelevant|noise|wrong|unusable|unreliable|excluded|outdated|obsolete|withdrawn|history|broken|trash|nonsense|bad|banned|crap; be skipped|ignored|excluded|omitted|dropped|discarded|disregarded|removed; to be ?left skipped|ignored|excluded|omitted|dropped|discarded|disregarded|removed|out;
        can|may|must|should|has|have ?to go; has|have no place|business; plays|play no role; of no use|interest; wont do; is|are off; : ?not no|out|skip|ignore|exclude|needed|wanted|used|relevant; no thanks; gehort|gehoren nicht; raus; bleibt|bleiben draussen
    """,
    # points back at it
    "back": """
        pass over|by it|them|that|those; pay no attention|heed to it|them; skip|ignore|exclude|drop|leave|omit|discard|disregard|forget|bin|toss|ditch|avoid|keep|throw|take|chuck|kick|cut|strike ?about ?all ?please them|those|these|it|that ?ones ?alone ?out ?away ?aside ?off; stay|stays|keep|hands|steer ?well out|away|off|clear ?of|from it|them|that|those|there; dont|not|never|mustnt ?be ?please use|touch|take|read|learn|train|include|want ?from|on them|those|these|it|that; without them|those|it; hands off; do not use ?them; we dont want them|it; not those|them|these
    """,
}
"""What leaves a part out, by where it stands."""
