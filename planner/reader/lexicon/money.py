"""Currencies: symbols, codes and words."""

SYMBOLS: dict[str, str] = {"€": "EUR", "$": "USD", "£": "GBP", "¥": "JPY", "₹": "INR", "₺": "TRY", "₽": "RUB", "₩": "KRW",
                           "₪": "ILS", "₴": "UAH", "zł": "PLN"}  # fmt: skip
CODES = frozenset(
    "eur usd gbp chf jpy cny inr sek nok dkk pln czk huf ron bgn try rub uah brl mxn ars clp cop aud nzd cad sgd hkd krw "
    "ils zar ngn kes aed sar egp thb idr myr php vnd twd isk tzs ugx ghs xof xaf etb rwf zmw lkr pkr bdt npr qar kwd omr bhd "
    "lbp amd azn kzt uzs mdl rsd mkd uyu pyg gtq crc dop jmd tnd dzd bwp mzn mwk gyd bam".split()
)
WORDS: dict[str, str] = {
    "euro": "EUR", "euros": "EUR", "eurs": "EUR", "eu": "", "dollar": "USD", "dollars": "USD", "bucks": "USD", "buck": "USD", "pound": "GBP",
    "pounds": "GBP", "quid": "GBP", "sterling": "GBP", "franc": "CHF", "francs": "CHF", "franken": "CHF", "sfr": "CHF",
    "yen": "JPY", "yuan": "CNY", "rmb": "CNY", "renminbi": "CNY", "rupee": "INR", "rupees": "INR", "rs": "INR",
    "kronor": "SEK", "krona": "SEK", "kroner": "NOK", "krone": "NOK", "zloty": "PLN", "zlotys": "PLN", "zlotych": "PLN",
    "koruna": "CZK", "korunas": "CZK", "crowns": "CZK", "kc": "CZK", "forint": "HUF", "forints": "HUF", "ft": "",
    "lei": "RON", "leva": "BGN", "lira": "TRY", "liras": "TRY", "rouble": "RUB", "roubles": "RUB", "rubles": "RUB",
    "hryvnia": "UAH", "hryvnias": "UAH", "reais": "BRL", "real": "", "reals": "BRL", "pesos": "MXN", "zl": "PLN", "sloty": "PLN", "slotys": "PLN", "eurose": "EUR", "€s": "EUR", "quids": "GBP", "rand": "ZAR", "rands": "ZAR",
    "naira": "NGN", "shekel": "ILS", "shekels": "ILS", "won": "", "dirham": "AED", "dirhams": "AED", "baht": "THB",
    "rupiah": "IDR", "ringgit": "MYR", "dong": "VND", "shillings": "KES", "riyal": "SAR", "riyals": "SAR",
}  # fmt: skip
WORDS = {word: code for word, code in WORDS.items() if code}
ADJECTIVES: dict[str, dict[str, str]] = {
    "dollars": {"us": "USD", "american": "USD", "canadian": "CAD", "australian": "AUD", "singapore": "SGD", "zealand": "NZD",
                "aussie": "AUD", "kong": "HKD"},
    "dollar": {"us": "USD", "canadian": "CAD", "australian": "AUD", "singapore": "SGD"},
    "crowns": {"czech": "CZK", "swedish": "SEK", "norwegian": "NOK", "danish": "DKK"},
    "kroner": {"danish": "DKK", "norwegian": "NOK"}, "krone": {"danish": "DKK"},
    "francs": {"swiss": "CHF"}, "pesos": {"mexican": "MXN", "argentine": "ARS", "chilean": "CLP", "colombian": "COP", "philippine": "PHP"},
}  # fmt: skip


DOLLARS: dict[str, str] = {
    "us": "USD",
    "u": "USD",
    "a": "AUD",
    "au": "AUD",
    "aus": "AUD",
    "c": "CAD",
    "ca": "CAD",
    "can": "CAD",
    "nz": "NZD",
    "hk": "HKD",
    "s": "SGD",
    "sg": "SGD",
    "r": "BRL",
    "mx": "MXN",
}
"""Letters in front of a dollar sign."""
PREFIXES: dict[str, str] = {
    "euro": "EUR",
    "euros": "EUR",
    "rs": "INR",
    "fr": "CHF",
    "sfr": "CHF",
    "zl": "PLN",
    "lei": "RON",
}
"""Words that also stand in front of a sum."""


def currency_of(word: str, before: str = "") -> str | None:
    """ISO code of a word or symbol; `before` is the word in front of it ("Canadian dollars")."""
    if word in ADJECTIVES and before in ADJECTIVES[word]:
        return ADJECTIVES[word][before]
    if word in CODES and word not in ("try",):
        return word.upper()
    return SYMBOLS.get(word) or WORDS.get(word)
