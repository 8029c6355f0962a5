"""How people change a plan in passing: the light words around a figure, and the words that say it is a change."""

CHANGE = """
    make it|that; make; instead; rather; better; actually; bumped|upped|topped|trimmed|slashed|pushed|brought|raised|lowered|lifted|dropped|increased|reduced|stretch|stretched|cut ?it|that|this|us|them ?up|down to; raise; lower; change; set; increase; reduce; decrease; extend;
    shorten; tighten; loosen; relax; push; move; bump; cut; put; take; use; go for|up|down|with|to; try; say; lets; let us;
    should be; must be; shall be; is enough|plenty|fine|ok|okay|better|sufficient|allowed|possible|right;
    are enough|plenty|fine|ok|okay|better|sufficient|allowed|possible; be enough|plenty|fine|ok|okay|better|sufficient;
    will|would do; suffice*; up to; down to; at least|most; no|not more|less than; at max; only; just; then; wait; sorry;
    correction; i meant; i mean; meant; no; not; now; can be; may be; could be; needs to be; has to be; have to be; want;
    prefer; id like; ill take; we take|need|want|can|could; would; wed; id; safer; happier; yes to; said|says yes|ok|okay; feel|happier|happy better|with; approved; agreed; allow; allowed; please; how about;
    what about; minimum; maximum; max; min; too much|many|high|low|little|few|slow|long|tight; is now; keep; down; up;
    turn; mach; nimm; lieber; doch; mettez; mets; plutot; pon; mejor; prendi; meglio; liever; maak; ok; okay; fine; realistic;
    enough; plenty; less; more; have; has; risen; fallen; rose; fell; went|goes|gone up|down; start; begin; first; as well; too;
    nothing|anything above|over|below|under|beyond|bigger|larger; it is; settle*; final; finally; limit; cap; ceiling; cheaper; earlier; later; it s
"""

LIGHT = frozenset(
    """
        have has get got a an the this that these those it its i we you they he she us me my our your their of for to in on at by from with
        as and or but so then than only just also too again now please well ok okay yes no not hm hmm hm, um uh oh ah eh hey hi
        hello thanks thank sorry wait actually rather instead better make makes made let lets take takes use set change raise
        lower increase reduce decrease extend push bump cut put go going goes try say says be is are was were will would should
        could can may might must shall do does did done want need needs like prefer think guess mean meant maybe perhaps
        enough plenty fine good great perfect right alright sufficient suffice suffices more less fewer much many few little
        up down most least max min maximum minimum about around roughly exactly almost some any all both each there here what
        how if even still yet already after all too high low tight long short big small large high slow fast quick bit lot
        i'd id ill we'd wed ive weve youre its thats whats lets dont doesnt isnt arent wont cant first second last one ones
        case sure really simply kindly very quite way one more final finally agreed deal settle settled correction typo mistake
        wrong braver brave ambitious bold realistic unrealistic expensive cheap cheaper generous strict stricter lenient
        number figure value limit cap ceiling threshold target bar level instead; wir bitte doch lieber eher nur nein ja mach
        nimm das die der es ist sind sein soll sollte auf un une le la les plutot oui non mettez mets pour pas mas menos mejor
        por favor si no pon el los las meglio prendi per favore liever maak het een niet goed da ne et y e en und que was
        board treasurer council committee chef sponsor sponsors cfo ceo client clients wife husband partner owner mayor principal hed shed theyd stretch stretches stretched bumped upped topped trimmed slashed pushed brought raises raised lowered cuts lifted dropped increased reduced moved helps help absolutely possible stomach manage live budge got gets came comes talked looked early late soon needs granted allows allowed em of
        left plan above below over under than nothing anything beyond bigger larger smaller greater back until till again
        new add safe safer feel happy happier comfortable pls plz boss team they management director finance
    """.split()
)
"""Words that can stand around a figure without saying what else it might be a figure of."""
