"""Names and postal addresses, where the words around give them away; a name found once is masked everywhere.

Without a trained recogniser most bare names can't be told from other capitalised words, and masking
those would harm more than it protects. So: greetings, introductions, signatures, titles and named columns.
"""

import regex as re

from training.data.private.span import Span

_WORD = r"(?:\p{Lu}[\p{Ll}\p{M}'’]+(?:-\p{Lu}\p{Ll}+)?|O['’]\p{Lu}\p{Ll}+|Mc\p{Lu}\p{Ll}+)"
_PART = rf"(?:{_WORD}|\p{{Lu}}\.)"
_LINK = r"(?: (?:van|von|de|der|den|del|della|di|da|dos|la|le|bin|al|el|ter|zu|y)){0,2}"
_NAME = rf"{_WORD}(?:{_LINK} {_PART}){{0,3}}"
_CUES = (
    re.compile(rf"\b(?:[Mm]y (?:full |first |last )?name is|[Mm]y name['’]s|I am called|[Mm]ein Name ist|[Ii]ch heiße|[Mm]e llamo|[Mm]i nombre es|[Jj]e m['’]appelle|[Mm]on nom est|[Mm]i chiamo|[Nn]ame on (?:the )?(?:card|account|booking) is)[: ]+(?:Mr\.? |Mrs\.? |Ms\.? |Dr\.? )?(?P<name>{_NAME})"),
    re.compile(rf"(?:^|[\n.!?>] ?)(?:Dear|Hi|Hello|Hey|Hallo|Hola|Liebe[r]?|Sehr geehrte[r]?|Bonjour|Ciao|Moin|Good (?:morning|afternoon|evening)) (?:Mr\.? |Mrs\.? |Ms\.? |Dr\.? |Herr |Frau )?(?P<name>{_NAME})(?=\s*[,!.:;\n–-])"),
    re.compile(rf"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Herr|Frau|Señor|Señora|Sr|Sra|Mme|Monsieur|Madame)\.? (?P<name>{_NAME})"),
    re.compile(rf"(?:^|\n)\s*(?:[Kk]ind |[Bb]est |[Ww]arm |[Mm]any |[Yy]ours )?(?:[Rr]egards|[Ww]ishes|[Ss]incerely|[Tt]hanks|[Cc]heers|[Yy]ours|[Tt]ruly|[Gg]rüßen?|[Ss]aludos|[Cc]ordialement|[Ll]ove|[Tt]hank you)[,!.]?\s*\n+\s*(?P<name>{_NAME})(?=\s*(?:$|\n))"),
    re.compile(rf"(?:^|\n)--? ?\n\s*(?P<name>{_NAME})(?=\s*(?:$|\n))"),
    re.compile(rf"(?:^|\n|[,;|] )(?:(?:[Ff]ull |[Cc]ustomer |[Cc]ontact |[Ff]irst |[Ll]ast )?[Nn]ame|[Cc]ardholder|[Aa]ccount holder|[Pp]assenger|[Pp]atient)\s?: ?(?P<name>{_NAME})"),
    re.compile(rf"\b[Tt]his is (?P<name>{_WORD}(?: {_PART}){{0,2}})(?= (?:from|calling|speaking|writing|again|here)\b|[,.] )"),
    re.compile(rf"\bI['’]m (?P<name>{_WORD}(?: {_PART}){{1,2}})(?=[,.!]| and | from )"),
    re.compile(rf"\bI['’]m (?P<name>{_WORD})(?=,| from | and I\b)"),
)  # fmt: skip
_GREETINGS = frozenset({1})
_ONLY_IN_TALKS = frozenset({1, 2, 6, 7, 8})
_COMPANY = re.compile(
    r"^(?:Team|Support|Service|Services|Bank|Ltd|Inc|GmbH|Group|Company|Corp|LLC|Desk|Office|Customer|Store|Shop|Lines|Airlines|Hotel|Ferries|Help|Helpdesk|AG|SE|Co|Insurance|University|Department)\b"
)
_NOT_NAMES = frozenset(
    """all everyone everybody team there sir madam customer customers support service friend friends folks guys colleague colleagues
    again you we i it is the this that a an in on at to for of and or but not no yes please thanks thank hello hi dear good morning afternoon
    evening day agent assistant bot help desk office bank company group crew staff department management manager world monday tuesday
    wednesday thursday friday saturday sunday january february march april may june july august september october november december
    english german french spanish italian american british european canadian just also so very sorry happy sure interested looking trying
    calling writing going using having getting new my your our what when where who how why can could would should will if any some one two
    damen herren zusammen hiring welcome customer-care sales admin user users visitor guest passenger member members reader santa god
    both ladies gentlemen captain doctor professor hallo danke gracias still now here really only about""".split()
)
_SUFFIX = r"(?:Street|St|Avenue|Ave|Road|Rd|Lane|Ln|Drive|Dr|Boulevard|Blvd|Way|Court|Ct|Square|Sq|Terrace|Ter|Place|Pl|Crescent|Close|Highway|Hwy|Parkway|Pkwy|Circle|Cir|Trail|Alley|Row|Gardens|Grove|Mews|Wharf|Squares|Burg|Streets)"
_CAP = r"[\p{Lu}\d][\p{L}\p{M}\d'’.-]*"
_TAIL = r"(?:[,\n ]{1,3}(?:(?:Suite|Apt\.?|Apartment|Unit|Flat|Floor|Fl\.?|Ste\.?|#)\s?[\w-]{1,6}))?"
_CITY = r"(?:[,\n]\s?(?:\p{Lu}[\p{L}\p{M}'’. -]{2,28}?[,\n ]\s?){0,2}(?:[A-Z]{2} )?(?:\d{5}(?:-\d{4})?|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2})(?!\d))?"
_ADDRESSES = (
    re.compile(rf"(?<![\w.$€£-])\d{{1,5}}[A-Za-z]?,? (?:{_CAP} ){{1,4}}{_SUFFIX}\b\.?{_TAIL}{_CITY}"),
    re.compile(r"(?<!\w)\p{Lu}[\p{L}\p{M}-]*(?:straße|strasse|str\.|weg|platz|allee|gasse|ufer|damm|vägen|gatan|gata|laan|straat|plein|kade|vej|gade|tie|katu|utca|veien)\s+\d{1,4}[a-zA-Z]?(?:,?\s+\d{4,5}\s+\p{Lu}[\p{L}-]+)?(?!\w)"),
    re.compile(r"(?<!\w)(?:\d{1,5},? )?(?:[Rr]ue|[Vv]ia|[Cc]alle|Avda\.?|Avenida|Piazza|Plaza|[Rr]ua|ul\.|Boulevard|[Aa]venue|[Cc]hemin|Corso|Viale|Paseo|Carrer|[Qq]uai|Camino)(?: (?:de|du|des|la|le|las|los|del|della|di|da|do|dos))*(?: \p{Lu}[\p{L}\p{M}'’.-]*){1,4},? \d{1,5}[a-zA-Z]?(?!\w)"),
    re.compile(r"(?<!\w)\d{1,4}(?:bis|ter)?,? (?:rue|chemin|quai|impasse|(?:avenue|boulevard|place)(?= d(?:e|u|es)\b| la\b))(?: (?:de|du|des|la|le|les|l['’]))*(?: ?\p{L}[\p{L}'’-]+){1,4}(?:,? \d{5} \p{Lu}[\p{L}-]+)?"),
    re.compile(r"\bP\.? ?O\.? Box \d{1,6}\b(?:[,\n ]+\p{Lu}[\p{L} ]{2,20},? [A-Z]{2} \d{5})?", re.IGNORECASE),
    re.compile(r"\bPSC \d{1,5},? Box \d{1,6}\s+APO [A-Z]{2} \d{5}"),
)  # fmt: skip


def names(text: str, *, personal: bool = True, house: frozenset[str] = frozenset()) -> list[Span]:
    """Names that a cue gives away, wherever they stand.

    Args:
        personal: false for pages and code, where only introductions and signatures count.
        house: words that are the company's own (its name), never a person's.
    """
    found: list[str] = []
    spans: list[Span] = []
    for number, cue in enumerate(_CUES):
        if not personal and number in _ONLY_IN_TALKS:
            continue
        for match in cue.finditer(text):
            start = match.start("name")
            name = _trimmed(match["name"])
            if not name or not house.isdisjoint(name.split()):
                continue
            spans.append(Span(start, start + len(name), "name", 1))
            found.append(name)
            if number not in _GREETINGS:
                found += [word for word in name.split() if len(word) > 3 and word[0].isupper()]
    for name in list(dict.fromkeys(found))[:40]:
        for match in re.finditer(rf"(?<![\w@.]){re.escape(name)}(?!\w|@|\.\w)", text):
            spans.append(Span(match.start(), match.end(), "name", 1))
    return spans


def _trimmed(name: str) -> str:
    """Without words that are no names: none at all where it begins with one."""
    words = name.split(" ")
    kept: list[str] = []
    for word in words:
        if word.lower().strip(".,'’") in _NOT_NAMES:
            break
        kept.append(word)
    while kept and kept[-1].islower():
        kept.pop()
    if any(_COMPANY.match(word) for word in kept):
        return ""
    return " ".join(kept) if kept and len(kept[0].strip(".")) > 1 else ""


def addresses(text: str) -> list[Span]:
    """Postal addresses: a street with its number, and the town with its code behind it."""
    if not re.search(r"\d", text):
        return []
    spans = []
    for pattern in _ADDRESSES:
        for match in pattern.finditer(text):
            spans.append(Span(match.start(), match.start() + len(match[0].rstrip(" ,\n")), "address", 2))
    return spans
