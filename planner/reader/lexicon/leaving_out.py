"""Words with which a whole file is left out."""

OUT: dict[str, str] = {
    # the file stands behind
    "front": """
        ignore|ignoring|skip|skipping|disregard|discard|delete|exclude|excluding|bin|chuck|toss|ditch|strike|avoid|except|without|minus|barring|sauf|ohne|salvo|excepto|zonder; forget ?about; never mind; hands off; leave; leave ?out ?aside;
        stay|stays|keep|keeping|steer ?your ?well ?hands away|out|off|clear from|of; dont|not|never|mustnt|cannot|cant|shouldnt ?ever ?to ?be use|take|touch|read|learn|train|include|open|look ?at ?on ?from ?with ?any ?thing ?in; not ?from ?on ?the;
        none|nothing of|from|under|below; instead of; rather than; no longer; all|everything ... but|except|save ?for; save for; apart|aside from; other than; under no circumstances may; forbidden|forbids ?the use of; take|leave ?out ?back what i said about; whatever you do , leave; drop; bitte nicht; surtout pas; ne ... pas; no se puede utilizar|usar; non usare|utilizzare; blijf weg van; nie ruszaj; says no to; withdrawn|excluded|banned|forbidden :; sent you; would sue us if
    """,
    # the file stands before, or is pointed back to
    "behind": """
        attached|enclosed|uploaded|included|sent|got ?in ?there ?here ?only by|in mistake|accident|error; by mistake|accident|error; must|may|should|shall|can|is|are|to not|never ?be use|used|touch|touched|train|trained|read|opened|open|included|considered|learned|learnt|go ?in; is|are|was|were not ?meant ?to ?be ?for ?part ?used ?read ?needed ?relevant|data;
        shouldnt|mustnt|cannot|cant|wont|isnt|arent ?to ?be used|touched|trained|read|opened|included|considered|learned|learnt ?on ?from; is|are ?all ?just history; off limits; out of bounds; irrelevant|outdated|obsolete|superseded|junk|rubbish|garbage|useless|worthless|withdrawn|forbidden|taboo; out of date; wrong file|one; plays|play no role; has|have|had nothing to do with; none of its|your|our|my|the business; nothing to do with this|it|us; unrelated; not related; not that|this one; leave it|that be; no longer valid|current|relevant|used|needed|counts;
        not needed|relevant|wanted|for you|us|this|training|learning; isnt|arent|wasnt ?meant|needed|relevant|part|data|for; stays|stay ?well out; leave|keep|throw|take|put it|that|this|them|those out|alone|aside|away; drop|ignore|skip|delete|forget|discard|bin|toss|chuck|ditch ?about it|that|this|them|those; dont|never|not|mustnt ?ever ?to touch|use|read|open|look|train|learn|include ?at ?on ?from it|that|this|them; hands off;
        no !|; : no|nein|non .|!; nein; non; can ?be|go ?safely ignored|skipped|dropped; meant for another|a ?different; belongs to another|a ?different; doesnt|does|dont ?not matter|belong|count; do not ?use|train|touch|read|open ?on ?from; replaced by; got ... replaced; unfit; leave aside; for humans only; context|reference|background ?for ?humans ?only only; disregard ?it|that; ignore; darf|darfen|durfen ... nicht|keinen; nicht verwenden|benutzen|nutzen; ne pas utiliser; no usar|se puede|utilizar; nao usar|use; non usare|da non usare; niet gebruiken; no licence|license|permission; would sue; it cant|cannot be used; excluded; wrong upload|file|one; shouldnt have sent; steer clear; bleibt aussen; not be looked
    """,
}
