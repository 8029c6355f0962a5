"""Check digits of cards, bank accounts and national identity numbers."""

from datetime import date

IBAN_LENGTHS = {
    "AD": 24, "AE": 23, "AL": 28, "AT": 20, "AZ": 28, "BA": 20, "BE": 16, "BG": 22, "BH": 22, "BR": 29, "BY": 28, "CH": 21,
    "CR": 22, "CY": 28, "CZ": 24, "DE": 22, "DK": 18, "DO": 28, "EE": 20, "EG": 29, "ES": 24, "FI": 18, "FO": 18, "FR": 27,
    "GB": 22, "GE": 22, "GI": 23, "GL": 18, "GR": 27, "GT": 28, "HR": 21, "HU": 28, "IE": 22, "IL": 23, "IQ": 23, "IS": 26,
    "IT": 27, "JO": 30, "KW": 30, "KZ": 20, "LB": 28, "LC": 32, "LI": 21, "LT": 20, "LU": 20, "LV": 21, "LY": 25, "MC": 27,
    "MD": 24, "ME": 22, "MK": 19, "MR": 27, "MT": 31, "MU": 30, "NL": 18, "NO": 15, "PK": 24, "PL": 28, "PS": 29, "PT": 25,
    "QA": 29, "RO": 24, "RS": 22, "SA": 24, "SC": 31, "SE": 24, "SI": 19, "SK": 24, "SM": 27, "ST": 25, "SV": 28, "TL": 23,
    "TN": 24, "TR": 26, "UA": 29, "VA": 22, "VG": 24, "XK": 20,
}  # fmt: skip
"""Characters of an IBAN by country (SWIFT IBAN registry)."""


def luhn(digits: str) -> bool:
    """ISO/IEC 7812 check digit."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 if place % 2 else 1)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def iban(text: str) -> bool:
    """ISO 13616: length by country and remainder 1 modulo 97; without spaces."""
    if IBAN_LENGTHS.get(text[:2]) != len(text):
        return False
    return int("".join(str(int(c, 36)) for c in text[4:] + text[:4])) % 97 == 1


def spanish_dni(text: str) -> bool:
    """DNI and NIE: the letter is the number modulo 23."""
    number = text[:-1].replace("X", "0").replace("Y", "1").replace("Z", "2")
    return number.isdigit() and "TRWAGMYFPDXBNJZSQVHLCKE"[int(number) % 23] == text[-1]


def french_nir(digits: str) -> bool:
    """15 digits, the last two are 97 less the rest modulo 97."""
    return len(digits) == 15 and 97 - int(digits[:13]) % 97 == int(digits[13:])


def italian_code(text: str) -> bool:
    """Codice fiscale: 16 characters, the last a check letter."""
    odd = dict(
        zip("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", (1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23), strict=True)
    )  # fmt: skip
    total = sum(
        odd[c] if place % 2 == 0 else int(c, 36) - (10 if c.isalpha() else 0) for place, c in enumerate(text[:15])
    )
    return chr(ord("A") + total % 26) == text[15]


def german_tax_id(digits: str) -> bool:
    """Steuer-Identifikationsnummer: 11 digits, ISO 7064 MOD 11,10."""
    if len(digits) != 11 or digits[0] == "0":
        return False
    product = 10
    for digit in digits[:10]:
        total = (int(digit) + product) % 10 or 10
        product = total * 2 % 11
    return (11 - product) % 10 == int(digits[10])


def polish_pesel(digits: str) -> bool:
    """11 digits with a weighted check digit."""
    weights = (1, 3, 7, 9, 1, 3, 7, 9, 1, 3)
    return len(digits) == 11 and (10 - sum(int(d) * w for d, w in zip(digits, weights, strict=False)) % 10) % 10 == int(
        digits[10]
    )


def dutch_bsn(digits: str) -> bool:
    """9 digits, the eleven-test."""
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return len(digits) == 9 and sum(int(d) * w for d, w in zip(digits, weights, strict=True)) % 11 == 0


def swedish_number(digits: str) -> bool:
    """Personnummer: YYMMDD-XXXX, a date and a Luhn digit."""
    return len(digits) == 10 and _is_day(1900, digits[2:4], digits[4:6]) and luhn(digits)


def brazilian_cpf(digits: str) -> bool:
    """11 digits with two check digits."""
    if len(digits) != 11 or len(set(digits)) == 1:
        return False
    for size in (9, 10):
        total = sum(int(d) * (size + 1 - place) for place, d in enumerate(digits[:size]))
        if total * 10 % 11 % 10 != int(digits[size]):
            return False
    return True


def swiss_ahv(digits: str) -> bool:
    """13 digits that begin with 756, EAN-13 check digit."""
    total = sum(int(d) * (3 if place % 2 else 1) for place, d in enumerate(digits[:12]))
    return len(digits) == 13 and digits.startswith("756") and (10 - total % 10) % 10 == int(digits[12])


def us_ssn(area: str, group: str, serial: str) -> bool:
    """Numbers that were never issued are told by their zeros (https://www.ssa.gov/employer/randomization.html)."""
    return area not in ("000", "666") and area[0] != "9" and group != "00" and serial != "0000"


def aadhaar(digits: str) -> bool:
    """12 digits with a Verhoeff check digit."""
    if len(digits) != 12 or digits[0] in "01":
        return False
    table = [[0, 1, 2, 3, 4, 5, 6, 7, 8, 9], [1, 2, 3, 4, 0, 6, 7, 8, 9, 5], [2, 3, 4, 0, 1, 7, 8, 9, 5, 6], [3, 4, 0, 1, 2, 8, 9, 5, 6, 7],
             [4, 0, 1, 2, 3, 9, 5, 6, 7, 8], [5, 9, 8, 7, 6, 0, 4, 3, 2, 1], [6, 5, 9, 8, 7, 1, 0, 4, 3, 2], [7, 6, 5, 9, 8, 2, 1, 0, 4, 3],
             [8, 7, 6, 5, 9, 3, 2, 1, 0, 4], [9, 8, 7, 6, 5, 4, 3, 2, 1, 0]]  # fmt: skip
    shift = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
    moves = [shift]
    for _ in range(7):
        moves.append([[1, 5, 7, 6, 2, 8, 3, 0, 9, 4][digit] for digit in moves[-1]])
    check = 0
    for place, digit in enumerate(reversed(digits)):
        check = table[check][moves[place % 8][int(digit)]]
    return check == 0


def _is_day(year: int, month: str, day: str) -> bool:
    try:
        date(year + 4, int(month), int(day))  # 1904 had a 29 February
    except ValueError:
        return False
    return True
