"""Words that make a number a limit, by what they say when they stand in front of it or behind it."""

BEFORE: dict[str, str] = {
    ">=": """
        at least; at the least; at the very least; at minimum; no|not less|lower|fewer|worse|smaller than;
        not below|under; never below|under; never lower|less|fewer|worse than; minimum ?of; min ?of;
        a minimum of; >=;
        not|never|cant|cannot|mustnt|dont|shouldnt ... fall|drop|go|sink|slip|dip|be below|under|beneath|lower;
        upwards of; reach*; attain*; achieve*; hit; hits; get|gets to; as high as; floor of; no lower; from;
        mindestens; wenigstens; nicht weniger als; nicht unter; zu mindestens; au moins; minimum de;
        pas moins de; al menos; por lo menos; como minimo; minimo; no menos de; pelo menos; no minimo;
        ao menos; almeno; non meno di|del; minimo; minstens; ten minste; tenminste; needs; require*; demand*;
        insist* on; aim* for; target ?of|is|:; goal ?of|is|:; niet minder dan; minimaal
    """,
    ">": """
        more than; over; above; greater|higher|better than; exceed*; north of; >; mehr als; uber; besser als;
        plus de; superieur* a; mas de; mais de; mais do que; acima de; piu di; piu del; oltre; superior a;
        meer dan; boven; beter dan; por encima de; beyond; clear of; surpass*
    """,
    "<=": """
        at most; at the most; at the very most;
        no|not more|higher|longer|greater|bigger|larger|later|over|above than; not over|above|beyond|past;
        no more; never more|over|above|longer|higher than;
        not|never|cant|cannot|mustnt|dont|shouldnt|wont ... exceed;
        not|never|cant|cannot|mustnt|dont|shouldnt|wont ... more|longer|higher|bigger|larger than;
        not|never|cant|cannot|mustnt|dont|shouldnt|wont ... over|above|beyond;
        not|cant|cannot|dont ... anything over|above|beyond;
        nothing|anything|none ... bigger|larger|above|over|beyond ?than; up to; down to; reduce|reduced|cut|bring|brought|lower|lowered|push|press ... to|under; max; maximum; max ?of;
        maximum ?of; a maximum of; maximally; limit*|capped|cap|ceiling|limited ?is|at|of|to|:; cap; within;
        inside; not exceeding; <=; tops; all of; as much as; ceiling; hochstens; maximal;
        nicht mehr|langer als; nicht uber; bis zu; au plus; au maximum; maximum; pas plus de; jusqu a; jusqua;
        ne pas depasser; ne doit pas depasser; como maximo; como mucho; a lo sumo; no mas de; no mas caro que;
        nicht teurer als; niet duurder dan; pas plus cher que; not dearer|costlier than; no dearer than;
        ne doit pas couter plus de|que; hasta; maximo; no maximo; no ... mas de; nao ... mais de; non ... piu di; ne ... plus de; nao mais de; ate; al massimo; non piu di;
        massimo; fino a; hooguit; hoogstens; maximaal; niet meer dan; ten hoogste; no slower than;
        not slower than
    """,
    "<": """
        under; below; less|fewer|lower|shorter|smaller|faster|quicker|cheaper than; <; beneath; short of;
        south of; unter; weniger als; moins de; inferieur* a; menos de; menos do que; abaixo de; meno di|del;
        sotto; minder dan; onder; por debajo de; not|cant|cannot ... reach
    """,
}  # fmt: skip

AFTER: dict[str, str] = {
    ">=": """
        or more; or higher; or above; or up; or over; or greater; and up; and above; and higher; +; minimum;
        min; at least; at the least; at minimum; at the very least; as a minimum; oder mehr; oder besser;
        mindestens; ou plus; au minimum; o mas; ou mais; o piu; of meer; upwards; is the minimum; is the floor;
        as a floor; not|no less|fewer|lower|below; plus; at least that; and not ... less|fewer; and better; or greater;
        being the minimum|least|floor; is the least; is ?our|my|a ?absolute minimum|floor|least|threshold; upwards
    """,
    "<=": """
        or less; or fewer; or below; or under; or lower; or faster; or quicker; or sooner; or smaller; max;
        maximum; tops; at most; at the most; at the very most; at the outside; at max; and not ... more;
        is ... all; is the limit|ceiling|cap|most|maximum;
        is our|my|the|a ?absolute|hard limit|ceiling|cap|max|maximum; and no more; not more; nicht mehr;
        and not one|a cent|penny; oder weniger; hochstens; maximal; ou moins; au plus; maximum; au maximum;
        o menos; como maximo; ou menos; no maximo; o meno; al massimo; massimo; of minder; maximaal;
        more than that not|is; more not; in total not more; not a cent|penny more; as a ceiling|maximum|limit; being the limit|maximum|ceiling
    """,
    "better": "or better; or better than that",
}  # fmt: skip

FILLERS = frozenset(
    "of a the an about around roughly some only just be is to in for at by say like than that around circa ca approx approximately "
    """
        total overall our my all everything together exactly even with and get come stay on it cost costs more
        das die der den de la le el
    """.split()
)
