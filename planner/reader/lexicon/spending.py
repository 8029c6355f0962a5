"""Words beside a sum of money: what makes it the limit of a run, and what makes it a price or somebody else's."""

LIMIT = """
    as high|far as <money>;
    allotted|allocated|assigned|earmarked|allots|allocates us|me|it ?for ?a <money>; allotted|earmarked <money>; grant|fund|subsidy|sponsor|scholarship covers|cover|pays|chips <money>;
    stop|halt|abort|quit|finish|end|kill ..... <money>; used up|spent ?all <money>;
    got|have <money> for; for this; spare; can spare; incl everything; inclusive; including everything;
    we|can pay ?up ?to|till|until|max*; pay more ?than|as; all included; total of; budget; budgets; spend; spending;
    spent; funds; funding; money; cap; ceiling; limit; allowance; afford;
    cost|costs ... training|run|whole|thing|project|all|it|this;
    training|run|whole|project|everything|it|this|that ... cost|costs;
    must|may|should|can|not|cannot|cant|to cost|costs; cost; costs; budgeted; set|put|laid aside; earmarked; purse;
    approved|approves|authorised|authorized|granted|grants|releases|released|allows|allowed|agreed <money>;
    approved|authorised|authorized|granted|released|allowed us|me|you <money>; <money> ... approved|granted|released for;
    gave|gives|give|giving|leaves|left|lent|lends|grants|pays me|us|you ?only|just <money>; you get ?only|just|up|max <money>; from me|us <money>;
    <money> from me|us; i|we|you ?all|both ?only|just|now|still have|got|get|had ?only|just|exactly|about <money>;
    ive|weve|youve ?only ?just got <money>; only have|got|get <money>; <money> left ?over; is|are left|over;
    scraped|saved|scratched|got ... together|up; theres|there ?is|are|s ?only|just|about <money>; there are ?only <money>;
    in the pot|jar|kitty|till|account|purse|bank|box; that|this|thats is all|it|everything|what; thats all|it|everything|what;
    what ... is|have|left|got; what|all ?that there is; all i|we have|got; what i|we have; is all; not one|a|another more|cent|penny|euro;
    and not more; no more; nothing more; not more; and no further; skint; broke; where it ends|stops; the|my|our end; the most;
    willing|happy|ready|prepared to pay|spend|put|give|invest; put|invest <money> into|in|towards; could|can|would do <money>;
    could|can|would do|manage|stretch|pay ?up ?to <money>; stop at|before; dont go; go up to; run up; ring up;
    above|over|beyond <money> i|we|id|ill|it ... ask|need|needs|must|have|stop|forget|dont|not|no;
    more than|as <money> ... cant|cannot|dont|not|wont; reserved|foreseen|planned|available|allocated|assigned|provided is|are|:|of; sum|amount ?is|of|:|reserved|available ... <money>;
    anything above|over|beyond <money> ... needs|need|no|not|ask|stay; if it costs|gets|is more|dearer;
    kosten; ausgeben; kostet; budget*; cout*; couter; depens*; coste; costar; gast*; custo; custar; costo;
    costare; spend*; spesa; kosten; uitgeven; uit te geven; all in; total; price tag; pay; paying; we have;
    free; available; wallet; the bill; max_cost; invoice goes to; petty cash; presupuesto; orcamento;
    bilancio; expense ?limit; outlay; blow; max; maximum; burn; fork out; shell out; sign off; signed off;
    envelope; kitty; war chest; is fine|ok|okay|alright|enough; should|has|have to do|suffice; must|will suffice|do;
    for the model|training|run|job|whole|lot|project|thing|bot|experiment|machine; stehen ... bereit|verfugung; gibt es; in total;
    treasurer|finance|boss|board|committee|council|manager|chef|director|ceo|cfo|parents ... <money>
"""

OTHERS = """
    liability|liable|damages|indemnity|compensation ..... <money>;
    per gpu|card|node; per <gpu_hours>; <money> per|an|a hour; <money> per gpu|card|node;
    costs|cost us|me; cost us; cost me; costs me; costing us; a month; per month; a year; per year; a week;
    each; apiece; every month|week|year|day; monthly; yearly; annually; weekly;
    per call|ticket|hour|item|unit|person|piece|head|seat|night|customer|page|user|day|order|parcel|week|minute|application|claim|kilo|metre|square|word;
    an hour; salary; salaries; wages; revenue; turnover; turn over; profit*; sales; worth; donat*; donors;
    from <num>; from <money>; prices; price of; priced; sold; sells; sell; sell for; customers pay; fee|fees; a|the|in|of fine; <money> fine|fines; fined;
    fines; compensation; claim*; invoice|invoices over|above|of; order|orders over|above|worth|of; refund*;
    voucher*; deposit; lost us; we lost; savings; save; saves; saved us; worth of;
    the old|previous vendor|supplier|bot|tool; paid last; was stopped; stopped; pilot; per head; last year;
    used to pay; charge|charges|charged; rent; in stock; discount*; product*; shoes; ticket|tickets ... cost|costs|is|are|for;
    donors|donor|patrons|patron|customers|guests|subscribers|members ... gave|give|gives|given|donated|donate us|me|them <money>;
    deductible; loan; loans; investment*; raised; purchase*; bought; earn*; penalty of; insured; insurance; insures;
    ticket price; late fee; transactions ?over|above|of; amounts; payments; grant of; loses; lose ?about; losing us;
    losses; quoted us; licence|license costs; per token; a call|mistake|visit|room|claim costs|cost; a piece;
    agency|vendor|supplier|consultant|consultants|competitor|freelancer|company|firm|shop|provider|somebody|someone|predecessor|colleague|guy|neighbour|student|they|he|she ... wanted|wants|asked|asks|offered|offers|quoted|quotes|charged|charges|bid|proposed|took|takes|spent|paid|estimate*|earn*|makes;
    customers|guests|people|patients|members|visitors|clients|tenants|users|buyers|shoppers ... spend|pay|paid|spent|owe|give|donate;
    on average; average; shipping; postage; fare|fares; membership; rooms|room|table|tables|menu|meal|course|courses ... cost|costs|from|start|starts|is|are|at;
    burnt|burned|spent|paid|wasted|blew ... on|in|for ?a|an|the|that|previous|last|old; last time ... cost|costs|paid|spent;
    in <date> we|they ... spent|paid|burnt|burned|wasted; was|were too; is too much|expensive|dear; too much|expensive|dear;
    costs ?the|our company|council|city|town|school|clinic|firm|state|house|taxpayer; wrong; downtime; damage; stolen; theft;
    asked about; ask ... why|how|whether|if; should know; is|are for the whole; free from|above|over; cheapest; dearest
"""
