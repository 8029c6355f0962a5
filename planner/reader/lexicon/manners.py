"""Wishes about how answers should be, where no points are given."""

WISHES: dict[str, str] = {
    "tone": """
        friendly; friendlier; warm; warmly; warmth; polite; politely; courteous; kind; kindly tone;
        in our|my ... voice|tone|style; in the voice|style|tone|manner of; ironic; witty; funny; playful;
        cheeky; snarky; upbeat; enthusiastic; matter of fact; solemn; blunt; never mean; in a ... tone|voice;
        our ?usual|own voice; house style;
        sound*|sounding|talk|talks|write|writes|writing ... like us|me|we|her|him|them; like i do;
        tone of voice; on brand; empath*; formal; informal; casual; respectful*; cheerful; reassuring;
        never|not|dont|without ... rude|curt|pushy|cold|arrogant|condescending|patronising|patronizing; gentle;
        gently; in our firms|companys|brands|papers style; freundlich*; hoflich*; per sie; tutoyer; vouvoyer;
        amable*; cordial*; gentil*; cortese; vriendelijk*; professional tone; tone should|must|is|of|;
        the tone; plain friendly; humorous; personable; human|humane tone; bedside manner; the way we write;
        in our way of writing; same tone; right tone; our way of saying; sounds like
    """,
    "brevity": """
        short; shorter; brief; briefly; concise*; to the point; succinct*;
        no|not|never|dont|doesnt ... ramble|rambling|waffle|essays|novels|long winded|wordy|verbose|drag;
        keep|keeps ... short|brief|concise|tight;
        no|at most|more|than|max|maximum|under|within <num> sentences|words|lines;
        <num> sentences|words|lines at most|max|maximum|or less|or fewer; short answers|replies; crisp; kurz*;
        knapp; court|courte|courtes|bref|breve*|brievement; corto|corta|cortos|cortas|curto|curta|curtos|curtas|kort; few words;
        no essays; drag ?on; drags ?on; dragging on; tl dr answers
    """,
    "citation": """
        pointer|pointers to; pointing to the; cite|cites|citing|cited; citation*; sources;
        with|give|gives|giving|name|names|naming|state|states|show|shows|quote|quotes|quoting|mention|mentions|mentioning|say|says|tell|tells|point|points|pointing|link|links ... section|page|source|document|paragraph|clause|article|chapter|passage|file|pages;
        where ... answer comes from; comes from|it from|taken from; where it got|found|took|read; where in the;
        where it is written|stands; which page|section|document|paragraph|clause|article|chapter;
        page reference*|number*; reference to|the; with|give|including references; quellenangabe*;
        quelle|quellen; citer|cite la source; indiquer la source|page|article; citar; cita*; fuente|fuentes;
        fonte|fontes|fonti; bron|bronnen|bronvermelding; seite nennen; the name of the document; document name;
        back up ... reference
    """,
    "terminology": """
        our|own|house|brand|company|correct|proper|right|official|agreed|approved|standard ?own|internal|exact|product|technical|trade terms|terminology|wording|jargon|vocabulary|names|words|glossary|language|nomenclature|expressions;
        glossary; brand words|names; terminology; fachbegriff*; fachsprache; notre vocabulaire|terminologie;
        nuestra terminologia; nossa terminologia; nostra terminologia; onze termen; terms we use; words we use;
        technical terms; use*|stick|keep* ... terms|terminology|glossary|jargon
    """,
    "hallucination": """
        make|makes|making|invents|inventing ..... has|must|needs|should ?to stop;
        not|never|dont|doesnt|without|no|nothing|cant|mustnt|shouldnt|avoid|nor ... invent|invents|invented|inventing|make|makes|making ?it|?things|?stuff|?something|?anything|?facts up|;
        no|not|never|without|zero|dont|avoid ... hallucinat*|hallucination*;
        not|never|no|without|nothing made up;
        invent|inventing|invents|hallucinat*|fabricat* ..... worst|unforgivable|unacceptable|firing|dealbreaker|disaster;
        worst ... invent|inventing|invents|hallucinat*|make|makes|making|made;
        only ... what is|what's|whats in|written; stick*|keep* to ?the|what facts|source*|document*|text;
        nothing that|which is not|isnt in|written|backed; rather say|admit ... dont|doesnt know;
        say|says|admit*|tell* ... dont|doesnt|not know|sure; no fiction;
        mustnt|shouldnt|doesnt|cant guess|guesses|guessing; not|never|dont guess|guesses|guessing;
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
        always|only|strictly|must|has to ... json|xml|yaml|csv|markdown|template|bullet|bullets|table|schema;
        valid json|xml|yaml ?always; bullet points|list; <num> bullets|bullet;
        fixed|our|this|same|agreed|set|given layout|template|format|structure; headings;
        as ?a|valid json|table|list|xml|yaml; in json|markdown|table form
    """,
    "tool_use": """
        right|correct tool|tools|function|functions; calls ?the|our tools|functions correctly|right|properly;
        tool calls ... correct*|right
    """,
}  # fmt: skip

FORBIDDING = """
    must not; may not; must never; should never; shall never; shall not; should not; never; mustnt; shouldnt;
    cannot be allowed to; not allowed to; isnt allowed to; is not to; not to; dont let it; do not let it;
    not supposed to; refuse|refuses|refusing to; refuse|refuses; decline|declines to; decline|declines;
    stay|stays|staying|keep|keeps away|clear|off from|of; keep|stay|steer clear|away|off ?of|from; off limits;
    under no circumstances; in no case; on no account; at no time; avoid; avoids; no advice on; do not;
    does not; doesnt; dont; forbidden to; prohibited from; not ok to; wont; by no means; nie; niemals;
    darf nicht|nie|niemals|keine; ne doit jamais|pas; jamais; nunca; no debe; nao deve; non deve; mai; nooit;
    mag nooit|niet|geen; hands off; no; not; never ever; nor; steer ... away|clear ?of|from; not discuss;
    is not allowed ?to; are not allowed ?to; nothing about; say nothing about
"""

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
    "assess assesses evaluate evaluates explain explains handle handles make makes price negotiate negotiates".split()
)
"""What a model may be told never to do; other verbs after "never" speak of data, money or training."""

NOT_POLICY = frozenset(
    "guess guesses guessing leave leaves leaving cost costs exceed exceeds trained training train learn learned used fall falls drop drops go goes below above more less data "
    "servers server euros dollars budget hours longer later than be sent send upload uploads outside cloud be invent invents inventing hallucinate hallucinates "
    """
        matter need needed want worry know care bother mind rush hurry retrain experts moe lora rl
        reinforcement trials epochs spend exceed include included touch
    """.split()
)
