"""E-mail addresses, telephone numbers and IP addresses."""

import ipaddress
import re
from collections.abc import Iterator

from training.data.private.span import Span

EMAIL = re.compile(
    r"(?<![\w.+%-])[\w.+%'-]*[\w+%-]@(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+[^\W\d_]{2,24}(?![\w@])|"
    r"(?<![\w.+-])[\w.+-]+ ?(?:\(at\)|\[at\]|\{at\}) ?[\w-]+(?: ?(?:\.|\(dot\)|\[dot\]|\{dot\}) ?[\w-]+)*(?: ?(?:\.|\(dot\)|\[dot\]|\{dot\}) ?)[a-zA-Z]{2,12}\b",
    re.IGNORECASE,
)
_NOT_AFTER = r"(?<![\w.,/:\-+#€$£@=&?%])"
_NOT_BEFORE = r"(?![\w@€$£%=]|[.,:/\-]\d)"
_PHONES = (
    # +49 30 1234567, +1 (212) 555-0128, 0044 20 7946 0958
    (re.compile(r"(?<![\w.])(?:\+|\b00(?=[1-9]))\(?\d{1,3}\)?(?:[ .\-/\u00a0]?\(?\d{1,5}\)?){2,6}(?!\w|[.,]\d)"), 8, 20, 2),
    # (415) 555-0190, 415-555-0190, 1-800-555-0199, with an extension
    (re.compile(rf"{_NOT_AFTER}(?<!\d )(?:1[ .\-])?(?:\(\d{{3}}\) ?|\d{{3}}[.\- ])\d{{3}}[.\- ]\d{{4}}(?:,? ?(?:x|ext\.?) ?\d{{1,5}})?{_NOT_BEFORE}", re.IGNORECASE), 10, 16, 2),
    # 030 23125 930, 0171/1234567, 020 7946 0958, (0)30 ...
    (re.compile(rf"{_NOT_AFTER}\(?0\d{{1,5}}\)?(?:[ .\-/\u00a0]\d{{2,8}}){{1,4}}{_NOT_BEFORE}"), 8, 13, 1),
    # 0123456789 in one piece
    (re.compile(rf"{_NOT_AFTER}0\d{{9,10}}{_NOT_BEFORE}"), 10, 11, 0),
    # 555-0190, and groups of two to four digits: only after a word for a telephone
    (re.compile(rf"{_NOT_AFTER}(?:\(\d{{2,4}}\) ?)?\d{{2,4}}(?:[ .\-]\d{{2,6}}){{1,4}}{_NOT_BEFORE}"), 7, 12, 0),
    (re.compile(rf"{_NOT_AFTER}\d{{7,12}}{_NOT_BEFORE}"), 7, 12, -1),
)  # fmt: skip
_CALL = re.compile(
    r"\b(?:phone|telephone|tel|mobile|cell|fax|call(?:ed|ing)?|ring|dial|text(?: me| us)?|sms|whatsapp|reach (?:me|us|him|her|them)|answering|"
    r"contact(?: number)?|number is|my number|messages? (?:to|at|on)|telefon\w*|handy|mobil\w*|rufnummer|nummer|rückruf|teléfono|móvil|llámame|"
    r"téléphone|portable|appel\w*|telefono|cellulare|telefoon|bel)\b",
    re.IGNORECASE,
)
_NOT_A_PHONE = re.compile(
    r"\b(?:order|invoice|ticket|ref(?:erence)?|tracking|parcel|serial|sku|item|product|part|model|version|build|isbn|issn|case|booking|"
    r"policy|claim|article|art|no|nr|id|transaction|account|commit|bestell\w*|pedido|commande|factura|rechnung\w*|kunden\w*|order number|vat|iban|card|pages?|pp|doi)"
    r"\b\.?(?: (?:no|nr|number|id|is|was|code|num)\b\.?)*[\s:#.]*$",
    re.IGNORECASE,
)
_LINK = re.compile(r"https?://[^\s)\]>\"']+", re.IGNORECASE)
_DATE = re.compile(
    r"^(?:(?:19|20)\d\d[.\-/ ](?:0?[1-9]|1[0-2])[.\-/ ](?:0?[1-9]|[12]\d|3[01])|(?:0?[1-9]|[12]\d|3[01])[.\-/ ](?:0?[1-9]|1[0-2]|[12]\d|3[01])[.\-/ ](?:19|20)?\d\d)(?:[ ]\d{1,2})?$"
)
_YEARS = re.compile(r"^(?:1[5-9]|20)\d\d(?:[ .\-](?:1[5-9]|20)\d\d)+$")


def emails(text: str) -> Iterator[Span]:
    if "@" in text or "(at)" in text or "[at]" in text or "{at}" in text:
        for match in EMAIL.finditer(text):
            start = match.start() + len(match[0]) - len(match[0].lstrip("'"))
            yield Span(start, match.end(), "email", 5)


def phones(text: str) -> Iterator[Span]:
    """Telephone numbers; loose groups of digits only where the words around speak of a telephone."""
    links = [match.span() for match in _LINK.finditer(text)] if "://" in text else []
    for pattern, least, most, trust in _PHONES:
        for match in pattern.finditer(text):
            value = match[0]
            digits = sum(character.isdigit() for character in value)
            if not least <= digits <= most or _DATE.match(value) or _YEARS.match(value):
                continue
            before = text[max(0, match.start() - 40) : match.start()]
            called = bool(_CALL.search(before)) or bool(
                re.match(
                    r"[\s,(\-]*(?:phone|mobile|fax|office|cell|home|tel)\b",
                    text[match.end() : match.end() + 12],
                    re.IGNORECASE,
                )
            )
            if _NOT_A_PHONE.search(before) and not re.search(
                r"(?:phone|mobile|tel|fax|cell|contact)\W*(?:no|nr|number|id)?\b[\s.:#]*$", before, re.IGNORECASE
            ):
                continue
            if trust < 2 and len({c for c in value if c.isdigit()}) < 3:
                continue
            if trust == 1 and not called and digits < 9:
                continue
            if any(start <= match.start() < end for start, end in links):
                continue
            if trust == 1 or called or trust == 2:
                start = match.start()
                end = match.end() - (len(value) - len(value.rstrip(" .-/")))
                if (
                    trust == 1
                    and not called
                    and value.count(".") >= 2
                    and all(len(part) <= 3 for part in value.split("."))
                ):
                    continue  # 0.10.2 and its like are versions
                yield Span(start, end, "phone", 2 + max(0, trust))


_IPV4 = re.compile(r"(?<![\w.\-])(?:\d{1,3}\.){3}\d{1,3}(?![\w]|\.\d|-\d)")
_IPV6 = re.compile(
    r"(?<![\w:.])(?:[0-9a-fA-F]{1,4}:){2,7}(?::?[0-9a-fA-F]{1,4})?(?:(?::[0-9a-fA-F]{1,4}){0,6})(?![\w:])|(?<![\w:.])(?:[0-9a-fA-F]{1,4}:){1,6}(?::[0-9a-fA-F]{1,4}){1,6}(?![\w:])"
)
_VERSION = re.compile(
    r"(?:\bv(?:er(?:sion)?s?)?|\brelease|\bfirmware|\bbuild|\bupdated?(?: to)?|\bupgraded?(?: to| from)?|\bpatch|\bsection|\bchapter|\bclause|\bdriver|\bkernel|\bedition|\bchrome|\bfirefox|\bpython|\bandroid|\bios|\bapp|\bsoftware|\bschema|==|>=|<=|~=|\^)[\s:./=]*$",
    re.IGNORECASE,
)
_NETWORK = re.compile(
    r"\b(?:ips?|ipv4|address|host|server|from|ping|login|logged|subnet|gateway|dns|router|network|client|connect\w*|port|ssh|firewall|block\w*)\b",
    re.IGNORECASE,
)


def addresses_of_machines(text: str) -> Iterator[Span]:
    """IP addresses of both kinds; not versions, not the addresses that everybody has (127.0.0.1, 0.0.0.0)."""
    if text.count(".") >= 3:
        for match in _IPV4.finditer(text):
            before = text[max(0, match.start() - 30) : match.start()]
            parts = [int(part) for part in match[0].split(".")]
            if any(part > 255 for part in parts) or any(
                len(part) > 1 and part[0] == "0" for part in match[0].split(".")
            ):
                continue
            if parts[0] in (0, 127, 255) or _VERSION.search(before):
                continue
            if max(parts) < 40 and not _NETWORK.search(before):
                continue  # 1.2.3.4 and its like are versions and section numbers far more often
            yield Span(match.start(), match.end(), "ip", 4)
    if text.count(":") >= 2:
        for match in _IPV6.finditer(text):
            if match[0].count(":") < 3 or not re.search(r"\d", match[0]):
                continue
            try:
                address = ipaddress.IPv6Address(match[0])
            except ValueError:
                continue
            if not address.is_loopback and not address.is_unspecified:
                yield Span(match.start(), match.end(), "ip", 4)
