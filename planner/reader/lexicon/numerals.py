"""Number words by language: units add up, "hundred" and "thousand" multiply."""

UNITS: dict[str, dict[str, float]] = {
    "en": dict(zip(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen".split(), map(float, range(20)), strict=True,
    )) | dict(zip("""
        twenty thirty forty fifty sixty seventy eighty ninety
    """.split(), map(float, range(20, 100, 10)), strict=True))
    | {"fourty": 40.0},
    "de": dict(zip(
        "null eins zwei drei vier funf sechs sieben acht neun zehn elf zwolf dreizehn vierzehn funfzehn sechzehn siebzehn "
        "achtzehn neunzehn".split(), map(float, range(20)), strict=True,
    )) | dict(zip("zwanzig dreissig vierzig funfzig sechzig siebzig achtzig neunzig".split(),
                  map(float, range(20, 100, 10)), strict=True)),
    "fr": dict(zip(
        "zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize".split(),
        map(float, range(17)), strict=True,
    )) | {"vingt": 20.0, "trente": 30.0, "quarante": 40.0, "cinquante": 50.0, "soixante": 60.0, "une": 1.0},
    "es": dict(zip(
        "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete "
        "dieciocho diecinueve veinte".split(), map(float, range(21)), strict=True,
    )) | {"treinta": 30.0, "cuarenta": 40.0, "cincuenta": 50.0, "sesenta": 60.0, "setenta": 70.0, "ochenta": 80.0,
          "noventa": 90.0, "doscientos": 200.0, "trescientos": 300.0, "cuatrocientos": 400.0, "quinientos": 500.0,
          "doscientas": 200.0, "trescientas": 300.0, "quinientas": 500.0},
    "pt": dict(zip(
        "zero um dois tres quatro cinco seis sete oito nove dez onze doze treze catorze quinze".split(),
        map(float, range(16)), strict=True,
    )) | {"uma": 1.0, "duas": 2.0, "vinte": 20.0, "trinta": 30.0, "quarenta": 40.0, "cinquenta": 50.0, "sessenta": 60.0,
          "setenta": 70.0, "oitenta": 80.0, "noventa": 90.0, "duzentos": 200.0, "trezentos": 300.0, "quinhentos": 500.0},
    "it": dict(zip(
        """
            zero uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici
            quindici
        """.split(),
        map(float, range(16)), strict=True,
    )) | {"venti": 20.0, "trenta": 30.0, "quaranta": 40.0, "cinquanta": 50.0, "sessanta": 60.0, "settanta": 70.0,
          "ottanta": 80.0, "novanta": 90.0, "duecento": 200.0, "trecento": 300.0, "cinquecento": 500.0},
    "nl": dict(zip(
        "nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien".split(),
        map(float, range(16)), strict=True,
    )) | {"twintig": 20.0, "dertig": 30.0, "veertig": 40.0, "vijftig": 50.0, "zestig": 60.0, "zeventig": 70.0,
          "tachtig": 80.0, "negentig": 90.0},
}  # fmt: skip

SCALES: dict[str, dict[str, float]] = {
    "en": {"hundred": 1e2, "thousand": 1e3, "grand": 1e3, "million": 1e6, "billion": 1e9, "hundreds": 1e2, "millions": 1e6,
           "billions": 1e9, "mil": 1e6, "mill": 1e6, "mio": 1e6, "bn": 1e9, "dozen": 12.0, "bil": 1e9,
           "lakh": 1e5, "lakhs": 1e5, "crore": 1e7, "crores": 1e7},
    "de": {"hundert": 1e2, "tausend": 1e3, "million": 1e6, "millionen": 1e6, "milliarde": 1e9, "milliarden": 1e9,
           "dutzend": 12.0, "mrd": 1e9, "mio": 1e6},
    "fr": {"cent": 1e2, "cents": 1e2, "mille": 1e3, "million": 1e6, "millions": 1e6, "milliard": 1e9, "milliards": 1e9},
    "es": {"cien": 1e2, "ciento": 1e2, "mil": 1e3, "millon": 1e6, "millones": 1e6},
    "pt": {"cem": 1e2, "cento": 1e2, "mil": 1e3, "milhao": 1e6, "milhoes": 1e6, "bilhoes": 1e9, "bilioes": 1e9},
    "it": {"cento": 1e2, "mille": 1e3, "mila": 1e3, "milione": 1e6, "milioni": 1e6, "miliardo": 1e9, "miliardi": 1e9},
    "nl": {"honderd": 1e2, "duizend": 1e3, "miljoen": 1e6, "miljard": 1e9},
}  # fmt: skip

AND: dict[str, frozenset[str]] = {
    "en": frozenset({"and"}), "de": frozenset({"und"}), "fr": frozenset({"et"}), "es": frozenset({"y"}),
    "pt": frozenset({"e"}), "it": frozenset({"e"}), "nl": frozenset({"en"}),
}  # fmt: skip

ORDINALS: dict[str, float] = dict(zip(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(),
    map(float, range(1, 13)), strict=True,
)) | dict(zip(
    "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split(), map(float, range(13, 20)), strict=True,
)) | {"thirtieth": 30.0} | {"twentieth": 20.0, "fiftieth": 50.0, "hundredth": 100.0, "thousandth": 1000.0}  # fmt: skip

FRACTIONS: dict[str, float] = {
    "half": 1 / 2, "third": 1 / 3, "thirds": 1 / 3, "quarter": 1 / 4, "quarters": 1 / 4, "fifth": 1 / 5, "fifths": 1 / 5,
    "sixth": 1 / 6, "eighth": 1 / 8, "tenth": 1 / 10, "tenths": 1 / 10, "twentieth": 1 / 20, "hundredth": 1 / 100,
    "fourth": 1 / 4, "fourths": 1 / 4, "thousandth": 1 / 1000,
}  # fmt: skip

_GERMAN_TENS = {k: v for k, v in UNITS["de"].items() if v >= 20}
_DUTCH_TENS = {k: v for k, v in UNITS["nl"].items() if v >= 20}


def compound(word: str, language: str) -> float | None:
    """German and Dutch write numbers in one word: fünfundneunzig, zweihundert, vijfennegentig."""
    if language not in ("de", "nl") or len(word) < 7:
        return None
    units, tens, link = UNITS[language], (_GERMAN_TENS if language == "de" else _DUTCH_TENS), AND[language]
    for hundred in ("tausend", "hundert") if language == "de" else ("duizend", "honderd"):
        head, found, tail = word.partition(hundred)
        if found:
            low = 1.0 if head in ("", "ein") else units.get(head)
            rest = 0.0 if not tail else units.get(tail, compound(tail, language))
            return None if low is None or rest is None else low * SCALES[language][hundred] + rest
    for ten, value in tens.items():
        if word.endswith(ten):
            for mark in link:
                head = word[: -len(ten)].removesuffix(mark)
                unit = 1.0 if head == "ein" else units.get(head)
                if word != head + ten and unit is not None and unit < 10:
                    return value + unit
    return None
