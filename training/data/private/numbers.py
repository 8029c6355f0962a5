"""Payment cards, bank accounts and national identity numbers: told from other numbers by check digits and context."""

import re
from collections.abc import Callable, Iterator

from training.data.private import checksums
from training.data.private.span import Span

_CARD = re.compile(r"(?<![\w.,/+#-])(?<!\d[ ])\d(?:[ \-.]?\d){11,18}(?![\w]|[.,\-]\d| \d)")
_CARD_WORD = re.compile(
    r"\b(?:cc|card|cards|visa|mastercard|amex|american express|maestro|discover|credit|debit|pan|karte|kreditkarte|tarjeta|carte|carta)\b",
    re.IGNORECASE,
)
_OTHER_NUMBER = re.compile(
    r"\b(?:order|orders|tracking|parcel|shipment|invoice|reference|ref|transaction|ticket|case|serial|imei|barcode|ean|gtin|isbn|bestellung|bestellnummer|"
    r"sendung\w*|pedido|commande|booking|confirmation|policy|contract|meter|device|sku|gift ?card|voucher)\b(?:[ ]?(?:no|nr|number|id|code|is|was|num)\b)*[\s.:#]*$",
    re.IGNORECASE,
)
_IBAN = re.compile(r"(?<![A-Za-z0-9])[A-Za-z]{2}\d{2}(?:[ \-]?[A-Za-z0-9]){11,30}(?![A-Za-z0-9])")
_IBAN_WORD = re.compile(r"\biban\b|\bbank account\b|\baccount\b|\bkonto", re.IGNORECASE)


def cards(text: str) -> Iterator[Span]:
    """13 to 19 digits with a card scheme's prefix and a right check digit, or with the word card before it."""
    for match in _CARD.finditer(text):
        digits = re.sub(r"\D", "", match[0])
        groups = [len(group) for group in re.split(r"[ \-.]", match[0])]
        if len(groups) > 1 and (max(groups) > 7 or min(groups) < 2 or len(groups) > 5):
            continue
        before = text[max(0, match.start() - 48) : match.start()]
        if _OTHER_NUMBER.search(before) or len(set(digits)) == 1:
            continue
        spoken = bool(_CARD_WORD.search(before)) or bool(_CARD_WORD.search(text[match.end() : match.end() + 20]))
        if not spoken and (len(digits) < 14 or re.search(r"[=+*/×÷^]\s*$", before)):
            continue
        if checksums.luhn(digits) and (_scheme(digits) or (spoken and 12 <= len(digits) <= 19)):
            yield Span(match.start(), match.end(), "card", 6)
        elif _CARD_WORD.search(re.split(r"[.!?] ", before[-24:])[-1]) and _scheme(digits) and len(digits) in (15, 16):
            yield Span(match.start(), match.end(), "card", 3)  # a card number with a slip of the finger


def _scheme(digits: str) -> bool:
    """Prefix and length fit a card scheme (ISO/IEC 7812 issuer ranges)."""
    size, two, three, four = len(digits), int(digits[:2]), int(digits[:3]), int(digits[:4])
    return (
        (digits[0] == "4" and size in (13, 16, 19))
        or (size == 16 and (51 <= two <= 55 or 2221 <= four <= 2720))
        or (size == 15 and two in (34, 37))
        or (size in (16, 19) and (four == 6011 or two == 65 or 644 <= three <= 649))
        or (size in (16, 19) and 3528 <= four <= 3589)
        or (size == 15 and four in (2131, 1800))
        or (size in (14, 16) and (300 <= three <= 305 or two in (36, 38, 39)))
        or (12 <= size <= 19 and (two in (50, 56, 57, 58, 63, 67) or four in (6304, 6759, 6761, 6762, 6763)))
        or (16 <= size <= 19 and two == 62)
    )


def ibans(text: str) -> Iterator[Span]:
    """Bank accounts by length and check digits; one with a slip only where the text says IBAN."""
    for match in _IBAN.finditer(text):
        found = match[0]
        country = found[:2].upper()
        size = checksums.IBAN_LENGTHS.get(country)
        if size is None:
            continue
        # What follows may be words; the country says where the number ends.
        end, count = 0, 0
        while end < len(found) and count < size:
            count += found[end].isalnum()
            end += 1
        compact = re.sub(r"[ \-]", "", found[:end]).upper()
        if end < len(found) and found[end].isalnum():
            continue
        before = text[max(0, match.start() - 30) : match.start()]
        if checksums.iban(compact):
            yield Span(match.start(), match.start() + end, "iban", 7)
        elif len(compact) == size and re.search(r"\biban\b", before, re.IGNORECASE):
            yield Span(match.start(), match.start() + end, "iban", 5)


def _digits_with(check: Callable[[str], bool]) -> Callable[[str], bool]:
    return lambda text: check(re.sub(r"\D", "", text))


_ID_WORD = r"(?:ssn|social security|tax|steuer|idnr|id(?:entity|entification)?|bsn|burgerservicenummer|pesel|personnummer|cpf|aadhaar|aadhar|sin|national|insurance|nino|passport|licen[cs]e|dni|nie|nif|codice|nir|ahv|nhs|medicare|sécurité)"
_IDENTS: tuple[tuple[re.Pattern[str], Callable[[str], bool], bool, int], ...] = (
    # United States: social security number
    (re.compile(r"(?<![\w\-.])\d{3}-\d{2}-\d{4}(?![\w\-]|\.\d)"), lambda t: checksums.us_ssn(t[:3], t[4:6], t[7:]), False, 5),
    (re.compile(r"(?<![\w\-.])\d{3} \d{2} \d{4}(?![\w\-]|\.\d)|(?<![\w\-.])\d{9}(?![\w\-]|\.\d)"), lambda t: True, True, 4),
    # United Kingdom: national insurance number
    (re.compile(r"(?<!\w)(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D](?!\w)"), lambda t: True, False, 5),
    # Spain: DNI and NIE
    (re.compile(r"(?<!\w)(?:\d{8}|[XYZ]-?\d{7})-?[A-Z](?!\w)"), lambda t: checksums.spanish_dni(t.replace("-", "")), False, 5),
    # Italy: codice fiscale
    (re.compile(r"(?<!\w)[A-Z]{6}\d{2}[A-EHLMPRST]\d{2}[A-Z]\d{3}[A-Z](?!\w)"), checksums.italian_code, False, 5),
    # France: sécurité sociale
    (re.compile(r"(?<!\w)[12] ?\d{2} ?(?:0[1-9]|1[0-2]) ?\d{2} ?\d{3} ?\d{3} ?\d{2}(?!\w)"), _digits_with(checksums.french_nir), False, 7),
    # Switzerland: AHV
    (re.compile(r"(?<!\w)756[. ]?\d{4}[. ]?\d{4}[. ]?\d{2}(?!\w)"), _digits_with(checksums.swiss_ahv), False, 7),
    # Brazil: CPF
    (re.compile(r"(?<!\w)\d{3}\.\d{3}\.\d{3}-\d{2}(?!\w)"), _digits_with(checksums.brazilian_cpf), False, 6),
    # Germany (tax), Poland, Sweden, the Netherlands, India: numbers with a check digit and a word that names them
    (re.compile(r"(?<![\w.])\d{2} ?\d{3} ?\d{3} ?\d{3}(?![\w]|\.\d)"), lambda t: checksums.german_tax_id(re.sub(r"\D", "", t)) or checksums.polish_pesel(re.sub(r"\D", "", t)), True, 6),
    (re.compile(r"(?<![\w.])(?:19|20)?\d{6}[-+]\d{4}(?![\w]|\.\d)"), lambda t: checksums.swedish_number(re.sub(r"\D", "", t)[-10:]), False, 5),
    (re.compile(r"(?<![\w.\-])\d{9}(?![\w]|\.\d)"), checksums.dutch_bsn, True, 5),
    (re.compile(r"(?<![\w.])\d{4} \d{4} \d{4}(?![\w]| \d|\.\d)"), _digits_with(checksums.aadhaar), False, 5),
    (re.compile(r"(?<![\w.])\d{3}[ -]\d{3}[ -]\d{3}(?![\w]|[ -]\d|\.\d)"), _digits_with(checksums.luhn), True, 5),
    # Passports and driving licences: letters and digits, only where they are named
    (re.compile(r"(?<![\w.\-])(?=[A-Z0-9]*\d{4})[A-Z]{0,2}\d{6,9}[A-Z]?(?!\w)"), lambda t: True, True, 3),
)  # fmt: skip
_NAMED = re.compile(rf"\b{_ID_WORD}\b", re.IGNORECASE)
_FAR_ID = re.compile(
    r"\b(?:order|tracking|invoice|ticket|booking|transaction|parcel|employee|customer|product|item|session|user|account|device|case)\b[\w\s]{0,12}\bid\b",
    re.IGNORECASE,
)


def national_ids(text: str) -> Iterator[Span]:
    """Identity numbers of a dozen countries."""
    named = bool(_NAMED.search(text))
    for pattern, valid, must_be_named, sure in _IDENTS:
        if must_be_named and not named:
            continue
        for match in pattern.finditer(text):
            if must_be_named:
                before = text[max(0, match.start() - 36) : match.start()]
                if not _NAMED.search(before) or _FAR_ID.search(before) or _OTHER_NUMBER.search(before):
                    continue
                if re.search(r"\bid\b", before, re.IGNORECASE) and not re.search(
                    r"national|tax|steuer|identity|passport|licen[cs]e|personal", before, re.IGNORECASE
                ):
                    continue
            if valid(match[0]):
                yield Span(match.start(), match.end(), "national_id", sure)
