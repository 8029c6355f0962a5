"""Words that say on which side of a day the data lies that counts, or that doesn't."""

from planner.reader.words import word_set

SIDES: dict[str, str] = {
    "before": """
        before; prior to; older than; earlier than; predat*; preceding; from before; ante; vor; avant; antes de|del; prima del|di; voor; older|earlier ?<word> than; precede|precedes; further ?back than
    """,
    "after": """
        after; later than; newer than; younger than; past; beyond; following; more recent than; nach; apres; despues de|del; depois de; dopo; na
    """,
    "since": """
        since; from; as of; starting ?from|in|with|at; beginning ?from|in|with|at; start|starts|begin|begins at|with|from|in|:|=; not older than; no older than; not before; no earlier than; not earlier than; back to; >=; >; seit; ab; depuis; a partir de|du; desde; a partire da; dal; sinds; vanaf; od; dated ?from|since
    """,
    "until": """
        until; up to ?and ?including; up until; through; till; to the end of; to; stop|stops|ends|end|ending at|with|on|in; bis; jusqu; jusqua; hasta; ate; fino ?al; tot; do; <=; <; no later than; not later than; not newer than; not after; up to incl
    """,
}
POINTED: dict[str, str] = {
    "before": "before|predating ?that|then|it ?day|date; older|earlier ones|mails|chats|records|reports|letters|documents|tickets|calls|files|entries|texts|messages|posts|versions|notes|data|material; what|whats|everything|anything|whatever ?is ?was ?lies ?came ?comes older|earlier|before; from before that|then; from then|that or|and earlier|before|older",
    "after": "after|past|beyond that|then|it ?day|date; newer|later ones|mails|chats|records|reports|letters|documents|tickets|calls|files|entries|texts|messages|posts; what|everything|anything|whatever ?is ?was ?came newer|later|after",
    "since": "from|since that|this|then ?day|date|moment|month ?on|onwards|onward; since then; from then on; from there on",
    "until": "until|till|up to that|then ?day|date; until then",
}
"""The same with a word that points at a day named before."""
LATER = word_set("later newer onwards onward forward upwards after on since up younger")
EARLIER = word_set("earlier older before backwards back")
GOOD = word_set(
    "only just use take keep learn count counts wanted want used alone solely train interested relevant restrict limit"
)
BAD = word_set(
    "wrong useless stale worthless bad outdated obsolete unusable garbage junk rubbish irrelevant old-fashioned ignored excluded invalid unreliable broken misleading useless"
)
NEGATIVE = word_set(
    "nothing not no none never without dont nor neither skip ignore drop exclude omit disregard forget discard leave kick bar minus kein nicht rien nada mustnt cant cannot shouldnt"
)
DEADLINE = word_set(
    "done finished ready deadline delivered delivery finish live due deployed launch launched complete completed needed start starts opens open"
)
EXISTS = word_set("exist exists existed founded worked been open running serving live closed")
