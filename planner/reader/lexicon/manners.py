"""Wishes about how answers should be, where no points are given."""

_CITES = (
    "cite|cites|citing|quote|quotes|quoting|name|names|naming|give|gives|giving|tell|tells|telling|state|states|stating|show|shows|"
    "showing|carry|carries|mention|mentions|mentioning|say|says|saying|include|includes|add|adds|bear|bears|refer|refers|"
    "link|links|linking|know|knows"
)
_PLACE = (
    "table|page|section|paragraph|clause|article|chapter|passage|sheet|leaflet|source|position|report|procedure|step|document|circular|"
    "manual|policy|record|note|rule|norm|standard|provision|line|drawing|file"
)
_MARK = "number|numbers|no|nr|id|ids|name|title|code|reference|date"
WISHES: dict[str, str] = {
    "tone": """
        friendly; friendlier; warm; warmly; warmth; polite; politely; courteous; be|is|are|stay|always|polite|friendly|and kind; kind and|to|but|answers|replies|words; kindly tone;
        in our|my|his|her ?own ?<word> manner|way|fashion; keep|keeps ?it ... chill|relaxed|calm|civil|professional|light; chill; relaxed; laid back; stay|stays|remain|remains neutral; neutral tone|register|voice|language; be|is civil; calm; calmly; dry|some|good|gentle|bit ?of humour|humor|wit|cheek|irony|warmth; with ?a ?bit ?of wink|charm|tact|empathy|wit|humour|humor|courtesy; with a wink;
        soothing; tactful; tactfully; businesslike; dignified; jolly; lively; sarcastic; in our|my ... voice|tone|style; in the voice|style|tone|manner of; ironic; witty; funny; playful;
        cheeky; snarky; upbeat; enthusiastic; matter of fact; solemn; blunt; never mean; in a ... tone|voice;
        our ?usual|own voice; house style;
        read|reads|sound|sounds|look|looks as if|though ... wrote|written|writes|said|says; sound*|sounding|talk|talks|write|writes|writing ... like us|me|we|her|him|them; like i do;
        tone of voice; on brand; empath*; formal; informal; casual; respectful*; cheerful; reassuring;
        never|not|dont|without|mustnt|shouldnt|cant|cannot|no ... rude|curt|pushy|cold|arrogant|condescending|patronising|patronizing; gentle;
        gently; in our firms|companys|brands|papers style; freundlich*; hoflich*; per sie; tutoyer; vouvoyer;
        amable*; cordial*; gentil*; cortese; vriendelijk*; professional tone; tone should|must|is|of|;
        the tone; plain friendly; humorous; personable; human|humane tone; bedside manner; the way we write;
        in our way of writing; same tone; right tone; our way of saying; sounds like
    """,
    "brevity": """
        telegram style; telegraph style; short; shorter; brief; briefly; concise*; to the point; succinct*;
        no|not|never|dont|doesnt ... ramble|rambling|waffle|essays|novels|long winded|wordy|verbose|drag;
        keep|keeps ... short|brief|concise|tight;
        no|at most|more|than|max|maximum|under|within <num> sentences|words|lines;
        <num> sentences|words|lines max|maximum; <num> sentences|words|lines at most; <num> sentences|words|lines or less|fewer; short answers|replies; crisp; kurz*;
        knapp; court|courte|courtes|bref|breve*|brievement; corto|corta|cortos|cortas|curto|curta|curtos|curtas|kort; few words;
        no|not|without|never essays|novels|essay|novel|sermons|lectures|waffle|rambling|padding|chatter; <num> sentences|words|lines are enough|plenty|suffice|do;
        never|not|no longer than half|a|one|two|three page|pages|paragraph|line|lines|screen; half a page|screen; not|never longer than <num> words|sentences|lines|characters; keep|limit|limited|hold ... to <num> words|sentences|lines; no longer than <num> words|sentences|lines|characters; no longer than half|a|one page|paragraph|line; drag ?on; drags ?on; dragging on; tl dr answers
    """,
    "citation": f"""
        pointer|pointers to; point|points|pointing ?them|people|readers to ... {_PLACE}; cite|cites|citing|cited; citation*; with|name|names|give|gives|state|states ?its|the sources;
        {_CITES} ... section|page|source|sources|document|paragraph|clause|article|chapter|passage|sheet|leaflet;
        {_CITES} ... {_PLACE} {_MARK}; {_MARK} of ?the|its|that {_PLACE};
        always|must|should|to|has name|cite|quote ?the|its leaflet|sheet|manual|circular|standard|norm|law|regulation|report|record;
        with|including ... {_PLACE} {_MARK};
        with|including ?the|its page|paragraph|section|source|sources|clause|article|chapter|reference|references ?number;
        {_PLACE} ?{_MARK} ... stand|stands|stated|given|shown|named beside|with|next|under|behind|at|to;
        {_PLACE} ?{_MARK} ?is|be|gets quoted|cited|named|given|stated|mentioned|shown; {_PLACE} ?{_MARK} belongs|belong|goes|go in|into|under|to every|each|all|the;
        say|says|tell|tells|show|shows where it|that ?was|is|has ?been read|found|taken|got|from; {_PLACE} ?{_MARK} it|they|that ?is|was|are taken|from|comes|rests|relies|based;
        where ... answer comes from; comes from|it from|taken from; where it got|found|took|read; where in the;
        where it is written|stands; which page|section|document|paragraph|clause|article|chapter;
        page reference*|number*; reference to|the; quellenangabe*; quelle|quellen; citer|cite la source;
        indiquer la source|page|article; citar; cita*; fuente|fuentes; fonte|fontes|fonti; bron|bronnen|bronvermelding;
        seite nennen; document name; back up ... reference; link|links ... page|section|chapter|document|paragraph|source
    """,
    "terminology": """
        our|own|house|brand|company|correct|proper|right|official|agreed|approved|standard ?own|internal|exact|product|technical|trade terms|terminology|wording|jargon|vocabulary|names|words|glossary|language|nomenclature|expressions;
        glossary; brand words|names; terminology; fachbegriff*; fachsprache; notre vocabulaire|terminologie;
        nuestra terminologia; nossa terminologia; nostra terminologia; onze termen; terms we use; words we use;
        technical terms; use*|stick|keep* ... terms|terminology|glossary|jargon
    """,
    "hallucination": """
        make|makes|making|invents|inventing ..... has|must|needs|should ?to stop;
        not|never|dont|doesnt|without|no|nothing|nobody|cant|mustnt|shouldnt|avoid|nor|stop|instead|rather|than ... invent|invents|invented|inventing|inventions;
        not|never|dont|doesnt|without|no|nothing|cant|mustnt|shouldnt|avoid|nor|stop|instead|rather|than ... make|makes|making|made ... up;
        no clue|idea|answer ... say|says|admit|admits|tell|tells; doesnt|dont|not know|sure ... say|says|admit|admits so;
        hold|holds its tongue; stay|stays|keep|keeps|remain|remains silent|quiet|mum; not|never|mustnt|shouldnt|cant lie|lies|fib|fibs|bluff|bluffs; isnt|arent|not in|from|among ... say|says|admit|admits so; better|rather no answer than; no answer ... better|rather than;
        instead of|rather than a|an invent*|made|wrong|guess*; instead of guessing|inventing; better silent|nothing than;
        no|not|never|without|zero|dont|avoid ... hallucinat*|hallucination*; no|not|without ?any fantasy|fantasies|fiction|fairy|tales;
        not|never|no|without|nothing made up;
        invent|inventing|invents|hallucinat*|fabricat* ..... worst|unforgivable|unacceptable|firing|dealbreaker|disaster;
        worst ... invent|inventing|invents|hallucinat*|make|makes|making|made;
        only ... whats|what ?is|stands in|written; nothing of its own; nothing on top of; stick*|keep* to ?the|what facts|source*|document*|text;
        nothing that|which is not|isnt in|written|backed; rather say|admit ... dont|doesnt know;
        say|says|admit*|tell* ... dont|doesnt|isnt|arent|not know|sure|certain; no fiction;
        mustnt|shouldnt|doesnt|cant guess|guesses|guessing; not|never|dont|no ?want|let ?it|to guess|guesses|guessing|guesswork; dont want it to guess|invent;
        never|not|no fabricat*; keine erfund*; nichts erfinden|erfindet; nie etwas erfinden;
        ne ... inventer|invente|inventent; no inventar|invente; nao inventar|invente; non inventare|inventi;
        niets verzinnen|verzint
    """,
    "latency": """
        answer|answers|answering|reply|replies|replying|respond|responds|response|responses ... quick|quickly|fast|instantly|promptly|swiftly|snappy|immediately|speedy;
        quick|fast|snappy|instant|prompt|speedy answers|replies|responses; snappy;
        nobody|not|dont|never ... wait|waiting ... answer*|repl*; not|never|dont|doesnt take long|ages|forever;
        slow answers|replies|responses; too slow; schnell|schnelle|schneller antwort*
    """,
    "correctness": """
        correctness|accuracy|correct|right ?is|being ?comes matters|counts most|above|first;
        must|has to|have to|needs to|should be correct|right|accurate; being correct|right|accurate;
        be factually|absolutely correct|right; get ?the facts right; the facts right|straight; correct answers;
        answers ... be correct|right; correctness; truthful; factual*; precise ?answers; factually
    """,
    "format": """
        always|only|strictly|must|has|have|should|shall|needs ... json|xml|yaml|csv|markdown|template|bullet|bullets|table|schema|layout;
        valid json|xml|yaml ?always; bullet points|list; <num> bullets|bullet;
        our|the own layout|template|format; fixed|our|this|same|agreed|set|given layout|template|format|structure; headings;
        as ?a|valid json|table|list|xml|yaml; in json|markdown|table form
    """,
    "tool_use": """
        right|correct tool|tools|function|functions; calls ?the|our tools|functions correctly|right|properly;
        tool calls ... correct*|right
    """,
}  # fmt: skip

FORBIDDING = """
    must not; may not; must|may|should|shall|can|will never; shall not; should not; never; mustnt; shouldnt;
    cannot be allowed to; not|never|isnt allowed|permitted|supposed|meant to; is not to; dont let it|him|her; do not let it;
    under no condition|conditions|circumstance; nothing|not ?a ?word about; must never be; under no circumstances ?may|should|must; in no case; on no account; at no time; no advice on; do not;
    does not; doesnt; dont; forbidden|prohibited|banned ?for ?it to|from; not ok to; wont; by no means; nie; niemals;
    no answer|answers|reply|letter|letters|draft|drafts|mail|message|text|summary|output may|must|should|shall|can ?ever;
    darf nicht|nie|niemals|keine; ne doit jamais|pas; jamais; nunca ?debe|deve|puede|pode; no debe; nao deve|pode; non deve; mai;
    cant|cannot go|be|just|ever; forbidden|prohibited|banned that; has|have no business|right; isnt|not there|here to; its not to; shouldnt|mustnt|cant ever; no gos|goes|go ?for ?it :; taboo|taboos ?for|are ?it :; red lines|line :; off limits|bounds ?for ?it|the ?bot|model :; must nots :; donts :;
    mag nooit|niet|geen; no; not; never ever; must never ever; nor; not discuss; is not allowed ?to; are not allowed ?to;
    nothing|none ?at ?all about|of|on; say|says nothing ?at ?all about|on|of; never any; nobody|noone may|must|should|shall ?ever; cant; cannot;
    under no circumstance|circumstances is|are ?it|the ?bot|model|assistant to; refrain|refrains|abstain|abstains from; zero tolerance for|of|towards; no tolerance for;
    not ?a ?one|single word|syllable about|on; dont|do ?not|never want ?it|the ?bot|model|assistant ?ever|to; keep|keeps|stay|stays quiet|silent|mum|schtum about|on; keep|keeps its mouth|trap shut about|on
"""
"""In front of what must not be done."""

REFUSING = """
    refuse|refuses|refusing ?to; decline|declines|declining ?to; stay|stays|staying|keep|keeps away|clear|off|out ?from|of; steer|steers clear|away|off ?of|from;
    steer ... away|clear ?of|from; hands off; avoid|avoids|avoiding; say|says|saying no ?to; keep|keeps|stay|stays out of; turn|turns down; pass|passes on;
    changes|change|changing the subject|topic; mustnt|must ?not touch; not touch; not|never comment on
"""
"""In front of what is to be refused, or behind it."""

STORY = """
        was; were; had; did; used to; stopped; because it; our customers|guests|people|users|staff are;
        at the moment; currently; nowadays; the old|previous|current|existing bot|one|model|system|tool;
        generic models; ordinary models; so far; we are; i am; i m; we re; friendly greetings; kind regards;
        best regards; warm regards; friendly regards; short notice; short on|of; in short; short version*;
        shortly; short time; a short while; kind of; some kind; this kind; any kind; what kind; all kinds;
        two kinds; kinds of; customers are; our team is; our teams; brief me; in brief; be brief; to be brief;
        brief for|from; debrief; training brief; this brief; the brief; short term; cut short;
        section|sections|chapter|chapters|page|pages on|about; one|a page out|per|for|long; every page twice|once; page our|we|their ... wrote|write; old|wrong page|clause|section|paragraph numbers; short form|forms|message|messages; short news; short descriptions; short summary|summaries;
        formal letter*; formal complaint*; formal request|approval; warm up; house warming; style guide|sheet;
        open source; open sources; data source*; source code; source text|language; source and target;
        sources of ?data; warm thanks; a short; very short; short call|meeting
        we brief; so kind; be so kind; kind enough; brief it; briefed; short of; brief +|->|:|=|plus; the|a|each|our|every brief; brief and what; brief in
"""
"""Said of something else than the model to come."""

MODEL = frozenset(
    "it bot assistant model chatbot answer answers reply replies agent system he she tutor thing helper copilot ai draft drafts "
    "letter letters summary summaries text texts output outputs translation translations response responses er sie il elle ella "
    "el hij zij robot machine bots speaker writer summariser translator concierge label labels digest teaser teasers statement "
    "note notes newsletter post posts mail mails message messages".split()
)
"""Words for the model and for what it writes."""

FORBIDDEN_TOPICS = frozenset(
    "advice diagnosis diagnoses recommendations recommendation promises promise opinions opinion politics political religion prognosis commitments "
    "guarantees guarantee discounts swearing gossip rechtsberatung prices price competitors competitor weapons weapon salaries salary legal medical "
    "financial tax dosages dosage lawsuits rumours rumors speculation jokes guesses insults drugs suicide strike "
    "valuation valuations dates forecast names statement information spoiler tips trial trials litigation comment comments statements remarks discussion predictions forecasts spoilers spoiling".split()
)
"""What is often ruled out without a verb: "no legal advice"."""

OF_DATA = frozenset(
    "training train trained dataset folder folders file files subfolder upload uploaded cloud server servers disk gpu gpus rows "
    "lora adapter adapters weights epochs".split()
)
"""What is forbidden there is about data and machines, not about answers."""

DONE_NEVER = frozenset(
    "given made promised mentioned named told disclosed revealed discussed quoted offered recommended stated said answered "
    "shown passed guessed dropped altered changed omitted left translated shortened confused threatened insulted".split()
)
"""Of things: "a promise of money is never made"."""

FORBIDDEN_ACTS = frozenset(
    "give gives giving tell tells telling promise promises promising discuss discusses discussing comment comments commenting recommend recommends "
    "recommending advise advises advising talk talks talking mention mentions mentioning reveal reveals revealing quote quotes quoting disclose discloses "
    "disclosing offer offers offering suggest suggests suggesting prescribe prescribes prescribing diagnose diagnoses diagnosing speculate speculates "
    "speculating swear swears insult insults ask asks asking share shares sharing confirm confirms confirming grant grants granting commit commits committing "
    "name names naming encourage encourages estimate estimates judge judges agree agrees argue argues predict predicts predicting hand hands handing "
    "provide provides providing state states output outputs approve approves approving accept accepts admit criticise criticize badmouth compare compares "
    "comparing blame blames apologise apologize flirt joke jokes answer answers answering say says saying speak speaks speaking delete deletes call calls execute "
    "executes waive waives refund refunds cancel cancels propose proposes touch touches set sets issue issues sign signs release releases write writes "
    "quotes book books order orders change changes recommendation recommendations advice advise interpret interprets guarantee guarantees use replace replaces "
    "geben erteilen versprechen nennen donner promettre conseiller dar prometer recomendar dare promettere geven beloven weitergeben opine opines pretend pretends claim claims "
    "spoil spoils spoiling threaten threatens assess assesses evaluate evaluates explain explains handle handles make makes price negotiate negotiates".split()
)
"""What a model may be told never to do; other verbs after "never" speak of data, money or training."""

NOT_POLICY = frozenset(
    "guess guesses guessing leave leaves leaving cost costs exceed exceeds trained training train learn learned used fall falls drop drops go goes below above more less data "
    "servers server euros dollars budget hours longer later than be sent send upload uploads outside cloud be invent invents inventing hallucinate hallucinates "
    """
        start starts begin begins finish finishes end ends run runs last lasts take takes weigh require requires arrive stop stops
        become reach
        lie lies fib fibs bluff bluffs
        matter need needed want worry know care bother mind rush hurry retrain experts moe lora rl
        reinforcement trials epochs spend exceed include included touch
    """.split()
)
