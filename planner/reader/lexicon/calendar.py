"""Names of months, weekdays and feasts."""

MONTHS: dict[str, int] = {}
for _names in (
    "january february march april may june july august september october november december",
    "jan feb mar apr _ jun jul aug sep oct nov dec",
    "_ _ _ _ _ _ _ _ sept _ _ _",
    "januar februar marz april mai juni juli august september oktober november dezember",
    "janner feber maerz _ _ _ _ _ _ okt _ dez",
    "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro",
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "januari februari maart april mei juni juli augustus september oktober november december",
):
    for _number, _name in enumerate(_names.split(), 1):
        if _name != "_":
            MONTHS.setdefault(_name, _number)

AMBIGUOUS_MONTHS = frozenset({"may", "march", "mar", "mars", "mai", "mei", "dec", "sep", "jan", "jun"})
"""Also words or first names: a month only beside a number or after "since", "by", "in", …"""

WEEKDAYS: dict[str, int] = {}
for _names in (
    "monday tuesday wednesday thursday friday saturday sunday",
    "mon tue wed thu fri _ _",
    "_ tues weds thurs _ _ _",
    "montag dienstag mittwoch donnerstag freitag samstag sonntag",
    "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "lunes martes miercoles jueves viernes sabado domingo",
    "lunedi martedi mercoledi giovedi venerdi sabato domenica",
    "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
):
    for _number, _name in enumerate(_names.split()):
        if _name != "_":
            WEEKDAYS.setdefault(_name, _number)

FEASTS: dict[str, tuple[int, int]] = {
    "christmas": (12, 24), "xmas": (12, 24), "weihnachten": (12, 24), "noel": (12, 24), "navidad": (12, 24),
    "natale": (12, 24), "halloween": (10, 31), "silvester": (12, 31), "kerst": (12, 24),
}  # fmt: skip
