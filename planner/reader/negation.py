"""Whether something named in a sentence is wanted or ruled out."""

from planner.reader.layout import Document
from planner.reader.words import word_set

_BEFORE = frozenset(
    "forbids forbid prohibits prohibit bans ban vetoed vetoes disallows no not never without dont doesnt didnt wont cant cannot mustnt shouldnt neednt isnt arent wasnt wouldnt avoid skip drop "
    "nothing none neither nor zero exclude excluding forget remove unset disable kein keine keinen keiner keinerlei nicht "
    "ohne nie niemals pas sans aucun aucune jamais sin ningun ninguna nunca jamas sem nenhum nenhuma nao senza nessun nessuna non mai "
    "geen zonder nooit niet off stop against rid nix ditch scrap lose".split()
)
_HARMLESS = word_set(
    "more less longer later fewer lower higher worse better only just over under above "
    "below until even exceed matter sure doubt idea one limit mehr plus mas meer piu mais "
    "cheaper bigger larger smaller slower rush hurry problem wait enough keep know forget "
    "yet cost drop fall afford spend"
)  # fmt: skip
_AFTER = (
    ("not", "needed"), ("not", "wanted"), ("not", "required"), ("not", "necessary"), ("not", "allowed"), ("not", "approved"), ("not", "an", "option"),
    ("not", "permitted"), ("isnt", "needed"), ("arent", "needed"), ("isnt", "necessary"), ("isnt", "allowed"), ("not", "possible"), ("isnt", "required"),
    ("off", "the", "table"), ("off", "limits"), ("out", "of", "the", "question"), ("forbidden",), ("unnecessary",), ("not", "used"), ("not", "be", "used"),
    ("prohibited",), ("banned",), ("must", "not"), ("may", "not"), ("?", "no"), (":", "no"), ("=", "false"), ("=", "no"), ("=", "none"), ("=", "off"), (":", "false"), (":", "none"),
    ("|", "no"), ("not", "ok"), ("not", "okay"), ("not", "have", "to"), ("dont", "want"), ("no", "longer"), ("?", "nein"), ("nicht", "notig"), ("verboten",), ("pas", "necessaire"), ("ruled", "out"),
    ("are", "out"), ("is", "out"), ("wont", "be", "needed"), ("no", "go"), ("not", "happening"), ("dont", "need"), ("?", "no", "thanks"), ("not", "for", "now"), ("not", "this", "time"), ("unwanted",), ("wont", "fly"),
    ("voted", "down"), ("turned", "down"), ("not", "desired"), ("not", "foreseen"), ("not", "intended"), ("rejected",), ("declined",), ("refused",), ("vetoed",),
    ("discussed", "and", "not"), ("discussed", "and", "rejected"), ("considered", "and"), ("struck", "out"), ("gave", "that", "up"), ("gave", "it", "up"), ("no", "majority"),
    ("not", "welcome"), ("not", "be", "needing"), ("not", "be", "needed"), ("not", "needing"), ("can", "do", "without"), ("not", "planned"), ("not", "part"), ("out", "of", "scope"), ("excluded",), ("nicht", "gewunscht"), ("exclu",), ("descartado",), ("off", "limits"),
)  # fmt: skip
_VERBS = frozenset(
    "use train run make keep take start finish add learn let send give put do tune deliver export".split()
)
_NOT_TO = frozenset(("dont", "not", "never", "cant", "cannot", "wont", "doesnt", "mustnt"))
_STOPS = frozenset(
    (
        ".",
        ";",
        ":",
        "(",
        ")",
        "-",
        "|",
        "!",
        "?",
        "but",
        "aber",
        "mais",
        "pero",
        "instead",
        "rather",
        "however",
        "just",
        "use",
        "because",
        "since",
        "so",
    )
)


def negated(document: Document, first: int, last: int, *, reach: int = 6, after: bool = True) -> bool:
    """Whether tokens first..last are ruled out, by a word in front of them or by what is said of them."""
    tokens = document.tokens
    sentence = tokens[first].sentence
    if replaced(document, first):
        return True
    ahead = [t.norm for t in tokens[max(0, first - 4) : first]]
    if ahead[-1:] in (["and"], ["then"]) and tokens[first].norm in _VERBS:
        return False  # "without internet and use the API"
    commas = 0
    for i in range(first - 1, max(-1, first - 1 - reach), -1):
        token = tokens[i]
        if token.sentence != sentence:
            break
        if (token.norm in _STOPS or token.kind == "path") and not (
            token.norm == "use" and i and tokens[i - 1].norm in _NOT_TO
        ):
            break
        if token.norm == ",":
            commas += 1
            # "no LoRA, QLoRA or adapters" runs over a comma; "no, use LoRA" doesn't
            if commas > 2 or (i + 1 < len(tokens) and i and tokens[i - 1].norm in _BEFORE):
                break
            continue
        if token.norm in _BEFORE:
            following = tokens[i + 1].norm if i + 1 < len(tokens) else ""
            if following in _HARMLESS or (commas and not _listed(document, i, first)):
                continue
            if token.norm == "off" and (
                i
                and tokens[i - 1].norm
                in (
                    "start",
                    "kick",
                    "based",
                    "best",
                    "show",
                    "finish",
                    "finishing",
                    "finishes",
                    "finished",
                    "round",
                    "top",
                    "set",
                    "polish",
                )
            ):
                continue
            if token.norm == "nothing" and following in word_set("but other else bigger larger above over fancy"):
                continue
            if token.norm == "not" and following in ("a", "the") and i and tokens[i - 1].norm in ("if", "whether"):
                continue
            return True
    if not after:
        return False
    window = [t.norm for t in tokens[last + 1 : last + 8] if t.sentence == sentence]
    if last + 1 < len(tokens) and tokens[last + 1].norm == "?":
        window = [t.norm for t in tokens[last + 1 : last + 4]]
    for ending in _AFTER:
        for start in range(min(4, len(window))):
            if tuple(window[start : start + len(ending)]) == ending:
                between = window[:start]
                joined = (
                    len(between) == 3 and between[0] in ("and", "or") and between[2] in ("was", "were", "is", "are")
                )
                if joined or not word_set(", . ; but and that which") & set(between):
                    return True
    return False


def replaced(document: Document, first: int) -> bool:
    """Whether token `first` names what gives way to something else ("QLoRA instead of LoRA")."""
    ahead = document.norms(first - 4, first)
    if ahead[-1:] in (["the"], ["a"], ["any"]):
        ahead = ahead[:-1]
    return ahead[-2:] in (["instead", "of"], ["rather", "than"]) or ahead[-3:] == ["in", "place", "of"]


def _listed(document: Document, negator: int, first: int) -> bool:
    """Whether the commas between part the items of a short list ("no LoRA, QLoRA or adapters")."""
    words = document.norms(negator + 1, first)
    tail = document.norms(first, first + 6)
    verbs = word_set("is are use should must want we it i please make do train keep just the that to they")
    return len(words) <= 5 and not verbs & set(words) and bool({"or", "nor", "and"} & (set(words) | set(tail)))
