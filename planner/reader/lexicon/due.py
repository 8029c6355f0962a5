"""Words beside a day: what makes it the last day of the work, and what makes it another day."""

DUE = """
    in time for ..... on <date>; <date> is|would|will ?be ?just fine|ok|okay|good|enough|alright|do|suffice; <date> works;
    last|final|latest ?possible day|date ?is; you|we have|got <date>; youve|weve got <date>; in time for; this week; be|is finish; wrapped|wrap up|things up; in|under the bag; good to go;
    must|should|shall|has|have|needs ?to be finished|finish|done|ready|live|there|complete|completed|up|over|through|delivered|available|running; be in place;
    echeance; frist; plazo; prazo; scadenza; termijn; abgabe;
    fecha limite; date limite; delivery ?date; by; until; till; til; deadline; due; no later than; due_date; due date;
    not|never|mustnt|cant|cannot ... later than|as; not|never after; latest; at the latest; before; hard stop; cut off; time limit;
    be|there|ready|finished|done|complete|completed|delivered|need|needed|needs|launch|launches|want|wanted on|by|for|before|until|in <date>; is by|for|before|until <date>;
    ready|finished|done|complete|completed|delivered|needed|through|over|something|it|need <date>; it|this|that|them by|for|before|until <date>;
    needed|need|needs|wanted|want|required ... for|on|by|before|until ... <date>;
    live|up|running|over on|by|before|until; need it; want it; go live ?on; goes|going live|public|online ?on; goes on stage|air; on stage on;
    bis; spatestens; avant; pour le; d ici; dici; au plus tard; antes; para el; hasta; ate; prima; entro;
    fino; voor; uiterlijk; on <date> latest; by end; =; fertig|bereit; pret; listo; pronto; klaar; cutoff; milestone;
    cut off; finished ... end of; end of; must be; handed over; hand over; is due; within <duration>; ready|finished|done|complete|completed|live|running|promise|promised|agreed|committed|fixed ... on|by|for|in|before|until <date>; promised|agreed ... <date>; give|send|bring|show me|us ... in|within|by;
    have ?it|this|that|the|everything ready|finished|done; please have it ready; target|delivery|finish|end|due|ready date;  when we open; the hard stop
"""

OTHER_DAYS = """
    lease|contract|licence|license|agreement|subscription|offer|permit|insurance|passport|visa|warranty|tenancy|mandate ... <date>;
    meet*; meets; visit; visits; conference; founded; signed; born; since; signature; version; written;
    e mail of; mail of; letter of; dated; from; after; up to; only; data until; chats until; stays;
    expires; expired; joined; started; launched in; closes at; open on; audited; records; tickets from;
    holiday; birthday; on leave; away; out of office; closed; retention; older than; exported on; moved;
    merged; introduced; replaced; changed; nice to show; no promise; last; for information; fyi; begins; earliest; begin;
    union; kick*; see|meet|call|ring you|u|me|him|her; talk|speak|chat on|again; elections; revised; updated; replied; wrote; called; made on; back on|in|by; look at it; talk; review; inspection; audit; travels; changes
"""

SOFT = """
    would|thatd|itd|could|might be ?so|really|very nice|lovely|great|good|cool|sweet|ideal|perfect|wonderful|super|fab|fantastic; would like|love it by|before; nice|lovely to have;
    isnt|not ?a must|requirement|condition|deadline|necessity; isnt ?strictly needed|necessary|required; not ?strictly needed|necessary|required;
    wont hold you; dont hold you; never mind; no matter; no drama; no promise; not the end of the world; would love it; i dream of;
    <date> , lovely|great|nice|fine|super|perfect|wonderful|cool; if not fine|ok|never|so|no; if not , ?then fine|ok|never|so|no; but no pressure; optional; just a wish; only a wish; take it or leave it
"""

FREE = """
    no rush; no hurry; no deadline; no fixed date|day; no time pressure; take ?all your|the|as time|long; take all the time;
    no fixed deadline; deadline ... open; no particular date; isnt ?any ?a deadline; no date; time is no issue|problem|matter;
    when|whenever its|it|that|thats is ?ready|done|finished; ?there is|are|s no ?particular|fixed|hard deadline|date|rush; not in a hurry|rush;
    forget|drop|scrap|skip|ignore the deadline|date; deadline ?is|was|has ?been gone|off|dropped|cancelled|lifted|moot; not urgent; doesnt matter when;
    keine eile; pas presse; sin prisa; sem pressa; senza fretta; geen haast
"""
"""There is no last day, or no longer one."""

MEANT = """
    by|until|before|till then; by|until|till|before|on that day|date|time; no later than that; not later than that; thats|that|this|which ?is the|our|my date|deadline|day|limit;
    the|a day before|earlier; before that|then;
    anything|everything after|later ?than that|it ... late|useless|pointless|use|nothing; after that ... gone|late|useless|pointless|use|nobody;
    before he|she|i|we|they|it go|goes|leave|leaves|retire|retires|close|closes|open|opens|start|starts|move|moves; the|one|a|full week|fortnight before|earlier|ahead; be ready|finished|done|there then; must|has|have ... work|stand|run|be then; ready then
"""
"""Points back to a day that was named before."""
