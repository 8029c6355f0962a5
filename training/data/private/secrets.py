"""Secrets: keys and tokens by their well-known shapes, passwords by the words before them.

Shapes: https://docs.github.com/en/code-security/secret-scanning/introduction/supported-secret-scanning-patterns
"""

import math
import re
from collections import Counter
from collections.abc import Iterator

from training.data.private.span import Span

_SHAPES = re.compile(
    r"""
    -----BEGIN[ ](?:[A-Z0-9]+[ ])*PRIVATE[ ]KEY(?:[ ]BLOCK)?-----[\s\S]{0,12000}?(?:-----END[ ](?:[A-Z0-9]+[ ])*PRIVATE[ ]KEY(?:[ ]BLOCK)?-----|\Z)
    | (?<![A-Za-z0-9])(?:AKIA|ASIA|ABIA|ACCA|AROA|AIDA|ANPA|ANVA)[A-Z0-9]{16}(?![A-Za-z0-9])
    | (?<![A-Za-z0-9])gh[pousr]_[A-Za-z0-9]{30,255}(?![A-Za-z0-9])
    | (?<![A-Za-z0-9])github_pat_[A-Za-z0-9_]{22,255}(?![A-Za-z0-9])
    | (?<![A-Za-z0-9])gl(?:pat|ptt|dt|rt|cbt|soat|ft|imt|agent)-[A-Za-z0-9_\-]{20,64}
    | (?<![A-Za-z0-9])xox[abeoprs]-(?:[A-Za-z0-9]+-)*[A-Za-z0-9]{8,}
    | (?<![A-Za-z0-9])xapp-\d-[A-Z0-9]+-\d+-[A-Za-z0-9]+
    | https://hooks\.slack\.com/(?:services|workflows)/[A-Za-z0-9/_+]{20,}
    | (?<![A-Za-z0-9])(?:sk|pk|rk)_(?:live|test)_[A-Za-z0-9]{16,247}
    | (?<![A-Za-z0-9])whsec_[A-Za-z0-9+/=]{24,}
    | (?<![A-Za-z0-9])sk-(?:proj-|ant-(?:api|admin)\d{2}-|svcacct-|or-v1-|lf-)?[A-Za-z0-9_\-]{20,200}
    | (?<![A-Za-z0-9])AIza[A-Za-z0-9_\-]{35}(?![A-Za-z0-9_\-])
    | (?<![A-Za-z0-9])ya29\.[A-Za-z0-9_\-]{20,}
    | (?<![A-Za-z0-9])GOCSPX-[A-Za-z0-9_\-]{28}
    | (?<![A-Za-z0-9])SG\.[A-Za-z0-9_\-]{16,32}\.[A-Za-z0-9_\-]{16,64}
    | (?<![A-Za-z0-9])(?:npm_[A-Za-z0-9]{36}|pypi-[A-Za-z0-9_\-]{50,}|hf_[A-Za-z0-9]{30,40}|dop_v1_[a-f0-9]{64}|shp(?:at|ca|pa|ss)_[a-fA-F0-9]{32}|dckr_pat_[A-Za-z0-9_\-]{27}|r8_[A-Za-z0-9]{37}|figd_[A-Za-z0-9_\-]{40}|lin_api_[A-Za-z0-9]{40}|nvapi-[A-Za-z0-9_\-]{60,}|gsk_[A-Za-z0-9]{40,}|pplx-[A-Za-z0-9]{40,}|tskey-[a-z]+-[A-Za-z0-9\-]{20,}|PMAK-[A-Za-z0-9\-]{40,}|NRAK-[A-Z0-9]{27}|sntrys_[A-Za-z0-9+/=_]{40,}|hvs\.[A-Za-z0-9_\-]{24,}|EAAC[A-Za-z0-9]{30,}|dapi[a-f0-9]{32})(?![A-Za-z0-9])
    | (?<![A-Za-z0-9])(?:AC|SK)[a-f0-9]{32}(?![A-Za-z0-9])
    | (?<![A-Za-z0-9])key-[a-f0-9]{32}(?![A-Za-z0-9])
    | (?<![A-Za-z0-9])\d{8,10}:AA[A-Za-z0-9_\-]{32,34}(?![A-Za-z0-9])
    | (?<![A-Za-z0-9_\-])eyJ[A-Za-z0-9_\-]{10,}\.eyJ[A-Za-z0-9_\-]{8,}\.[A-Za-z0-9_\-]{8,}
    | (?<=AccountKey=)[A-Za-z0-9+/]{40,}={0,2}
    | (?<=SharedAccessKey=)[A-Za-z0-9+/]{30,}={0,2}
    """,
    re.VERBOSE,
)
_URL_LOGIN = re.compile(
    r"\b[a-z][a-z0-9+.\-]{1,20}://[^\s:/@]{0,64}:(?P<value>[^\s/@]{3,128})@[\w.\-\[]", re.IGNORECASE
)
_BEARER = re.compile(r"\b(?:Bearer|Basic|Token)\s+(?P<value>[A-Za-z0-9_\-.=+/~]{20,})")
_NAMED = re.compile(
    r"(?<![A-Za-z])(?:api|access|secret|private|auth|client|encryption|signing|account|master|service|aws|azure|deploy|session|refresh|bot|webhook)?[_\- ]?"
    r"(?:api[_\- ]?key|apikey|secret[_\- ]?access[_\- ]?key|access[_\- ]?key(?:[_\- ]?id)?|secret(?:[_\- ]?key)?|auth[_\- ]?token|access[_\- ]?token|refresh[_\- ]?token|"
    r"token|private[_\- ]?key|client[_\- ]?secret|credentials?|license[_\- ]?key|(?<=[_\- ])key)"
    r"[\"'`]?(?:\s*(?::=|=>|=|:)\s*|\s+(?:is|was|lautet|ist|es)\s*:?\s*)[\"'`]?(?P<value>[A-Za-z0-9_\-+/=.~!@$%^&*]{12,256})",
    re.IGNORECASE,
)
_PASSWORD = re.compile(
    r"(?<![A-Za-z])(?:(?:password|passwd|passphrase|passcode|passwort|kennwort|contraseña|mot de passe|wachtwoord|senha)|(?:pwd|pw|pass))"
    r"(?P<middle>[\"'`]?\s*(?::=|=>|=|:)\s*|(?:\s+(?:for|to|of|von|für|de|para)\s+[^\n.;:=]{1,40}?)?\s+(?:is|was|are|lautet|ist|es|est|war|to|set to|:)\s*:?\s+|\s+(?=[\"'`(])|\s+(?=[^\s]*[A-Za-z]\S*[!@#$%^&*]\S*\d|\S*\d\S*[!@#$%^&*]\S*[A-Za-z]))"
    r"(?:now |currently |still |temporarily |just )?[\"'`(“]?(?P<value>[^\s\"'`“”<>]{4,80})",
    re.IGNORECASE,
)
_LOGIN_PAIR = re.compile(
    r"\b(?:user(?:name)?|login|log in|credentials?)\b[^\n]{0,24}?[\s:=]+[\w.@\-]{3,40}\s*/\s*(?P<value>\S{6,40})",
    re.IGNORECASE,
)
_PIN = re.compile(r"\b(?:PIN|pin)(?: code| number)?(?:\s*(?:is|was|:|=|ist|es)\s*)(?P<value>\d{4,8})(?!\d)")
_WORDS_FOR_NOTHING = re.compile(
    r"^(?:required|incorrect|expired|wrong|invalid|correct|reset|changed|change|protected|needed|not|the|your|my|a|an|too|being|set|sent|stored|hashed|encrypted|"
    r"optional|missing|empty|null|none|true|false|string|str|bytes|undefined|here|below|above|ready|case-sensitive|and|or|must|should|will|has|been|also|only|same|"
    r"known|unknown|secure|strong|weak|at|in|for|to|it|this|that|what|password|passwort|getpass\S*|input\S*|os\.\S*|process\.\S*|env\S*|config\S*|self\S*|settings\S*|"
    r"your\S*|my_?password|example|placeholder|secret|hidden|redacted|xxx+|\*+|\.+|-+|_+|#+|changeme|nicht|falsch|abgelaufen|incorrecta|optional\S*|field|reset\S*|"
    r"manager|policy|policies|login|forgotten|forgot|lost|working|accepted|rejected|length|used|valid|unique|blank|written|visible|safe|gone|old|new|work|entered)$",
    re.IGNORECASE,
)
_PLACEHOLDER = re.compile(
    r"^[<\[{(%$]|[>\]})]$|^\$\{|\.\.\.|^(?:x{4,}|\*{3,}|•{3,})|(?:your|example|placeholder|dummy|insert|replace)[_\-]?",
    re.IGNORECASE,
)


def entropy(text: str) -> float:
    """Bits a character, by the counts in the text itself (Shannon 1948)."""
    counts = Counter(text)
    return -sum(n / len(text) * math.log2(n / len(text)) for n in counts.values())


_PREFIXES = (
    "PRIVATE KEY", "AKIA", "ASIA", "ABIA", "ACCA", "AROA", "AIDA", "ANPA", "ANVA", "ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat_", "glpat-",
    "glptt-", "gldt-", "glrt-", "glcbt-", "glsoat-", "glft-", "glimt-", "glagent-", "xox", "xapp-",
    "hooks.slack", "sk_", "pk_", "rk_", "whsec_", "sk-", "AIza", "ya29.", "GOCSPX-", "SG.", "npm_", "pypi-", "hf_", "dop_v1_", "shp", "dckr_pat_", "r8_",
    "figd_", "lin_api_", "nvapi-", "gsk_", "pplx-", "tskey-", "PMAK-", "NRAK-", "sntrys_", "hvs.", "EAAC", "dapi", "AC", "SK", "key-", ":AA", "eyJ",
    "AccountKey=", "SharedAccessKey=",
)  # fmt: skip
"""Every shape has one of these in it; looking for them is far quicker than trying the shapes."""
_NAMED_HINT = re.compile(r"key|token|secret|credential|bearer|basic|license", re.IGNORECASE)
_PASSWORD_HINT = re.compile(r"pass|pwd|pw\b|wort|contrase|wacht|senha", re.IGNORECASE)
_HINT = re.compile(
    r"key|token|secret|pass|pwd|\bpw\b|wort|contrase|wacht|senha|credential|bearer|basic|://|pin|login|user|AKIA|ASIA|gh[pousr]_|github_pat|xox|sk[-_]|rk_|AIza|eyJ|gl[a-z]+-|[A-Za-z0-9_\-]{26}",
    re.IGNORECASE,
)


def secrets(text: str) -> Iterator[Span]:
    """Keys, tokens, private keys and passwords; the value alone, not the word before it."""
    if not _HINT.search(text):
        return
    for match in _SHAPES.finditer(text) if any(prefix in text for prefix in _PREFIXES) else ():
        value = match[0]
        if value.startswith("sk-") and (entropy(value) < 3.2 or not re.search(r"\d", value)):
            continue  # sk-learn-style hyphenated words
        yield Span(match.start(), match.end(), "secret", 9)
    for match in _URL_LOGIN.finditer(text) if "://" in text else ():
        if not _PLACEHOLDER.search(match["value"]) and not match["value"].isdigit():
            yield Span(*match.span("value"), "password", 8)
    for pattern in (_BEARER, _NAMED) if _NAMED_HINT.search(text) else ():
        for match in pattern.finditer(text):
            value = match["value"].rstrip(".,;:!?")
            call = text[match.end() : match.end() + 1] == "("
            if not call and _looks_random(value) and not _PLACEHOLDER.search(value):
                yield Span(match.start("value"), match.start("value") + len(value), "secret", 7)
    for pattern in (_PASSWORD, _LOGIN_PAIR) if _PASSWORD_HINT.search(text) else (_LOGIN_PAIR,):
        for match in pattern.finditer(text):
            value = _without_end(match["value"])
            if len(value) < 4 or _WORDS_FOR_NOTHING.match(value) or _PLACEHOLDER.search(value):
                continue
            assigned = pattern is _PASSWORD and re.search(r"[:=]|[\"'`(]$", match["middle"])
            quoted = match.start("value") > 0 and text[match.start("value") - 1] in "\"'`“"
            telling = bool(re.search(r"\d", value) and re.search(r"[A-Za-z]", value)) or bool(
                re.search(r"[A-Za-z\d][!@#$%^&*_+=~?][A-Za-z\d]|[!@#$%^&*+=~]$", value)
            )
            mixed = telling or bool(re.search(r"[a-z][A-Z]", value)) or (value.isdigit() and len(value) >= 6)
            code = bool(re.search(r"[(\[{]|\w\.\w+\(|^(?:None|True|False|\w+\.\w+)$", value))
            if not code and (
                telling
                or (quoted and len(value) >= 6)
                or (assigned and (mixed or (len(value) >= 6 and _alone(text, match.end()))))
            ):
                yield Span(match.start("value"), match.start("value") + len(value), "password", 8)
    for match in _PIN.finditer(text):
        yield Span(*match.span("value"), "password", 6)


def _alone(text: str, end: int) -> bool:
    """Whether the value is the last word of its line: `password: sunshine`, not `password: choose a strong one`."""
    rest = text[end : end + 30].split("\n")[0].strip(" .,;)\"'`")
    return not rest


def _without_end(value: str) -> str:
    """Without the punctuation of the sentence around; `!` and the like may belong to a password and stay."""
    return re.sub(r"[.,;:)\]}”]+$", "", value)


def _looks_random(value: str) -> bool:
    if len(value) < 12 or not re.search(r"\d", value) or not re.search(r"[A-Za-z]", value):
        return False
    if re.fullmatch(r"\d{4}-\d\d-\d\d\S*|[\d.]+", value) or (value.count("_") > 3 and entropy(value) < 3.5):
        return False
    return entropy(value) >= 2.8
