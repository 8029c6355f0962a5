"""Words for data that leaves the house or stays in it, and for what is allowed and forbidden."""

HOME = (
    "house|building|server|servers|premises|premise|prem|network|company|hospital|machines|machine|computers|computer|walls|office|"
    "offices|country|site|firm|school|bank|clinic|ship|plant|intranet|datacenter|datacentre|cluster|room|campus|institute|"
    "practice|town|city|canton|lab|laboratory|agency|library|museum|island|firewall|perimeter|organisation|organization|"
    "facility|system|systems|hardware|rack|basement|property|ministry|department|factory|warehouse|land|eu|europe|germany"
)
OUTSIDERS = (
    "provider|providers|vendor|vendors|supplier|suppliers|hoster|hosters|company|companies|firm|firms|party|parties|service|services|"
    "server|servers|api|apis|tool|tools|help|model|models|host|hosts|contractor|contractors|processor|processors|"
    "processing|hosting|machine|machines|compute|platform|platforms|system|systems|llm|llms|ai|endpoint|endpoints|resources|"
    "datacenter|datacentre|hands|people|recipients|entity|entities|somebody|anybody"
)
_BRANDS = (
    "openai chatgpt gpt gpt4 gpt4o claude anthropic gemini copilot deepseek bedrock vertex aws azure gcp amazon colab runpod coreweave "
    "lambda saas hetzner ovh huggingface sagemaker together"
).split()
BRANDS = "|".join([*_BRANDS, *(f"{brand}s" for brand in _BRANDS)])
"""Also as in "Claude's API": marks are folded away."""

WORDS: dict[str, str] = {
    # places that are not the user's own
    "outside": f"""
        cloud*; outside|external|foreign|outsourced|rented|third|commercial ?ai ?llm ?cloud ?judge ?language {OUTSIDERS};
        american|chinese|foreign|us|big ?big ?american ?tech firms|giants|corporations|companies; sub processors|processor; subprocessors|subprocessor;
        hosted|online|remote|american|other|public|any server|servers|api|apis|provider|providers|machines|companies|llm|llms|model|models|service|hoster|hosters ?api ?apis ?models;
        third party|parties|part*; outside; outsiders; externally; {BRANDS}; gpt 4|5|4o|3; mistral|openai|google api|cloud;
        somebody|someone|anybody|anyone|anybodys|nobody|noone else|elses|outside; elsewhere; anywhere; wherever; off site|premises|prem;
        offsite; internet; abroad; overseas; la plateforme; hugging face; hub; a|any|another provider|vendor|hoster|supplier;
        providers; hoster; our|the|an|a|any cloud|vendors|suppliers|providers cloud|servers|platform;
        server|servers|machines of others; into the open; the web; the world; rent* ... gpus|gpu|machine|machines|server|servers
    """,
    # acts that take data there
    "act": """
        leave|leaves|leaving|left; go|goes|going|get|gets|getting|come|comes|slip*|seep*|flow*|travel*|move|moves ?anywhere out|outside|outwards|away|off|anywhere;
        send|sends|sending|sent; upload*; share|shared|sharing; hand|handed|handing; transfer*; transmit*; forward*; pass|passed|passing;
        give|given|giving; ship|shipped; disclose*; expose*; publish*; push*; copy|copied|copying; export*; process|processed|processing;
        host|hosted|hosting; reach|reaches; see|sees|seen; store|stored; sorti*; out of; exit|exits; travel*; submit*; run|runs|running;
        train|trained|training; use|uses|using; call|calls|calling; work|works|working; rent|rents|rented|renting; let|lets; go|goes; put;
        take|takes; generate*; write|writes|written; label|labels|labelled; judge*|grade*; connect*|connected|connection; do|does
    """,
    "out": f"""
        cross|crosses|crossing|crossed ?the|our|any|a border|borders|frontier|atlantic|pond|ocean; where|wherever ?the|our|this data|records|files|prompts|material|stuff|everything goes|go|ends|lands|is;
        send|put|process|store|upload|train|run|host it|them|everything|this|that ?to where|wherever|anywhere ?you ?like|want|please|wish;
        leave|leaves|leaving|left|exit|exits|quit|out ?of ?our|the|my|this|these|your|its ?own ?four ?local ?server {HOME}|us;
        go|goes|going|get|gets|getting|come|comes|travel|travels|let|lets ..... out|outside|outwards|off|away|anywhere;
        go|goes|pass|passes|get|gets|travel|travels|cross|crosses ?anywhere beyond|past|across ?of ?our|the|my|this ?company ?own {HOME};
        sent|send|sending|handed|given|shipped|transferred|moved ..... away|out|outside|elsewhere|off;
        hand|handed|share|shared|send|sent|give|given|transfer|transferred|transferring|pass|passed|shown|show ... to|with anyone|anybody|other|others|someone|somebody|vendors|companies|outsiders|partners|foreign*;
        where|wherever ?it|they|you|the|data|that ?is|are|gets ?it go|goes|runs|run|put|processed|hosted|lands|travels; wherever it|they is|are|lands; uploading; travel|travels; hosting outside|externally|elsewhere|abroad;
        share it|them|everything; upload*; nothing|never|no|not|none ..... leave|leaves ?here|us|ever
    """,
    "egress": "egress; allow_egress; allow egress; data allowed ?to off site|outside; leave our network ?",
    # where it stays
    "inside": f"""
        in house; inhouse; on prem|premises|premise; onprem; air gapped; airgapped; airgap; air gap; offline; self hosted; selfhosted;
        stay|stays|staying|remain|remains|kept|keep|keeps|run|runs|happen|happens|processed|process|done|live|lives|hosted|trained|belongs ..... in|on|inside|within|behind|at|with|under ?our|the|my|this|these|its|your ?own ?four ?local ?internal {HOME}|us|desk|roof;
        stay|stays|remain|remains|kept|keep|keeps|happen|happens|run|runs|process|processed|processing|everything|all|strictly|only|purely|fully ?is|be ?it ?all|everything ?strictly ?completely here|local|locally|inside|internal|internally|home;
        only|just|exclusively ?what ?runs in|on|with ?our|my own ?server {HOME}; on|in|within|inside ?the ... own {HOME}; only|just|exclusively on|in my|our|this|the laptop|pc|machine|desk; local only|processing; on our own {HOME}; our|my own {HOME} only;
        keep|keeps|stay|stays|kept|remains ... between us|ourselves; sealed ?off; closed network; own network; everything ?is local|offline; all of it on site; here with us; process everything ourselves;
        not connected; no connection|link ?at ?all to ?the outside|internet|anything|network; isnt|arent connected;
        behind|inside|within our|the firewall|walls; between these|our walls; stay|stays put
    """,
}
PERMITS = """
    where|wherever|anywhere you like|want|please|wish;
    may; can; could; might; allow|allows|allowed|allowing; permit|permits|permitted; permission; ok; okay; fine; free; welcome; happy; alright;
    all right; no|not ?a ?any objection*|problem|problems|restriction*|issue|issues|concern|concerns|secret|secrets|obstacle; dont|doesnt|wouldnt mind|care|matter;
    not|nothing|isnt|arent ?in ?there ?here ?of ?it ?is ?very ?that ?particularly sensitive|secret|confidential|private; public; open data; consent*; agree|agreed|agrees;
    green light; go ahead; as you like|please|want|wish; permissible; acceptable; accepted; legal; signed off; approved; doesnt|neednt|not|dont have|need to stay|remain|be; neednt|not need stay|remain; doesnt|dont have to;
    whatever; wherever you; yes; anyone may; feel free; no ?data ?protection reason not
"""
FORBIDS = """
    no; not; never; nothing; none; nobody; noone; nowhere; without; neither; nor; cant; cannot; wont; mustnt; dont; doesnt; isnt; arent;
    shouldnt; wouldnt; neednt; forbid*; forbidden; prohibit*; ban; banned; bans; illegal; against the law|rules|contract; break* the law; breach*;
    taboo; off limits; unacceptable; refuse*; avoid*; out of the question; off the table; unthinkable; instead of; rather than; hardly; impossible
"""

FOREIGN: dict[str, str] = {
    "no": """
        nicht ?das ?unser ?die ?unsere haus|netz|firma ?nicht verlassen; nichts|nie|niemals|kein|keine ..... verlassen|verlasst|raus|aussen|hinaus|cloud; bleiben|bleibt im haus|hause|intern|auf|bei;
        keine cloud; rien|aucun* ..... sortir|sort|quitter|quitte; ne|doivent|doit|peuvent|peut pas ..... quitter|sortir; restent|reste|rester chez|dans|sur|en;
        nada|ningun*|nunca ..... salir|sale|salga|fuera; no salen|salgan|salga; no puede|pueden|debe|deben ..... salir|abandonar; pas de cloud; sin nube;
        nada|nenhum*|nunca ..... sair|sai|saia|fora; nao podem|pode|devem|deve ..... sair; niente|nulla|nessun* ..... uscire|esce|fuori;
        non devono|deve|possono|puo ..... uscire; niets|geen|nooit ..... verlaten|verlaat|buiten|cloud; mag|mogen niet ..... verlaten|uit
    """,
    "yes": """
        darf|durfen|kann|konnen ..... verlassen|cloud|extern*|raus|hinaus|hochgeladen; cloud ist ok|erlaubt|kein; in die cloud; dans le cloud; en la nube; na nuvem; nel cloud; in de cloud;
        peut|peuvent|pourra ..... sortir|quitter|cloud|externe*|envoye*; puede|pueden ..... salir|nube|extern*; pode|podem ..... sair|nuvem|extern*;
        puo|possono ..... uscire|cloud|estern*; mag|mogen ..... verlaten|cloud|extern*|buiten
    """,
}
"""Whole phrases in other languages; the first that fits decides."""
