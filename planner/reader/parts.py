"""Which parts of the data are taken or left out: "everything but the HR folder", "only what is marked approved"."""

from typing import Any

from planner.reader.draft import Draft
from planner.reader.layout import Document
from planner.reader.lexicon.languages import NAMES
from planner.reader.patterns import Hit, Lexicon
from planner.reader.words import word_set

_Mention = tuple[str, int, tuple[int, int], dict[str, Any], list[int]]

_PARTS = Lexicon({
    "exclude": """
        dont|not|never ?ever touch|use|read|include|open|look|train|learn ?at|from|on|in; skip|skips|skipping;
        leave|leaves|leaving out; leave; everything|all|anything but|except|besides|apart|other ?for|from|than;
        except|excepting ?for; excluding; exclude; without; nothing|none from|out|by|about|of; not ?the;
        ignore|ignoring; apart from; with the exception of; other than; but not; hands off; stay out of;
        keep out of; drop; remove; no; minus; auslassen; ausser; ohne; sauf; excepto; menos; salvo; exceto;
        tranne; eccetto; behalve; not ... from
    """,
    "off": """
        off limits; is|are|must|should|stays|stay ?be ?left out;
        is|are taboo|forbidden|private|junk|rubbish|excluded|out|confidential|worthless|irrelevant|noise;
        not allowed; must|may|should not be used|touched|read; is none of its business; do not count;
        dont count; stays out; stay out; can go; should go; goes out; must not be used; is not for training;
        are not for training
    """,
    "include": """
        only ?use|take|from|where|those|what|if|the ?ones; just ?use|take|the ?ones|those; nothing but; solely;
        exclusively; nothing except; restrict* to; limit* ... to; no more than the; nur; seulement; uniquement;
        solo; solamente; apenas; somente; soltanto; alleen
    """,
})  # fmt: skip
NOUNS = frozenset(
    "folder folders subfolder directory section sections chapter chapters matter matters channel channels thread threads ticket tickets chat chats mail mails email emails e-mail record records row rows document documents file files page pages "
    "post posts message messages conversation conversations case cases everything anything ones part parts appendix appendices annex tab sheet column columns entry entries draft drafts template templates bot bots spam letter letters report reports "
    "article articles minutes tagged marked labelled labeled flagged signed closed resolved answered rated stars star approved rejected category categories topic topics branch branches team department unit client clients project projects items item stuff "
    "things reviews review orders order calls call incidents incident volume volumes issues issue contracts contract invoices invoice policies notes memos forms form transcripts transcript questions question those replies reply agents agent internal "
    """
        newsletter newsletters manuals manual sheets sub legacy test tests complaints drafts duplicates archive
        archived status language products product videos images
    """.split()
)
NOT_PARTS = frozenset(
    "names personal data reinforcement rl lora moe experts expert mixture cloud gpu gpus trials trial euros dollars budget deadline endpoint adapter adapters search sweep tuning passwords secrets tokens duplicates synthetic generated training retraining hurry rush need "
    "problem doubt limit worries questions-asked advice answer answers servers server internet outside pretraining preference preferences vocabulary training weights hallucinations mistakes errors idea time cent one latency rule gate "
    """
        restriction restrictions model models percent it them us me you we i that this cost costs money plan
        thanks thank searching target stage stages parameters invent invented facts promises promise refund
        refunds jargon attempt attempts
    """.split()
)
_STOP_AT = frozenset(
    (
        ".",
        ";",
        ":",
        "(",
        ")",
        "!",
        "?",
        "-",
        "|",
        "because",
        "since",
        "but",
        "please",
        "as",
        "so",
        "which",
        "it",
        "its",
        "is",
        "are",
        "they",
        "we",
        "either",
        "until",
        "after",
        "before",
        "for",
        "when",
        "while",
    )
)
_ARTICLES = frozenset(
    """
        the a an any all our those these that its from of by in where they are ones which is with was were been
        have has about out under it them those what be for use used
    """.split()
)


def read_parts(draft: Draft, mentions: list[_Mention]) -> None:
    document = draft.document
    for hit in _PARTS.find(document):
        if any(document.tokens[k].masked for k in range(hit.first, hit.last + 1)):
            continue
        span = _before(document, hit) if hit.concept == "off" else _behind(document, hit)
        if span is None:
            continue
        low, high = span
        if any(i in draft.used for i in range(low, high + 1)) or any(
            document.tokens[i].kind in word_set("path money share gpu_hours duration params date model")
            for i in range(low, high + 1)
        ):
            continue
        words = set(document.norms(low, high + 1))
        if high + 1 < len(document.tokens) and any(
            t.kind == "date"
            for t in document.tokens[high + 1 : high + 3]
            if t.sentence == document.tokens[high].sentence
        ):
            continue  # "everything from before 2021" is a date, not a part
        if not _is_part(document, hit, low, high, words, mentions):
            continue
        phrase = " ".join(document.quote(low, high).split()).strip(" \"'“”„*`,")
        key = "include" if hit.concept == "include" else "exclude"
        targets = _targets(document, mentions, hit.first)
        for _, _, _, item, spans in targets:
            if phrase not in item.setdefault(key, []):
                item[key].append(phrase)
                spans += [min(hit.first, low), max(hit.last, high)]
        if not targets and document.turn:
            draft.claim("data.sources", {"path": None, key: [phrase]}, min(hit.first, low), max(hit.last, high))
        if targets:
            draft.use(*range(low, high + 1))


def _behind(document: Document, hit: Hit) -> tuple[int, int] | None:
    _, last = document.sentences[document.tokens[hit.first].sentence]
    low = hit.last + 1
    while low < last and (document.norm(low) in _ARTICLES or document.norm(low) == ","):
        low += 1
    high = low
    while (
        high < last
        and (
            document.norm(high) not in _STOP_AT
            or (
                document.norm(high) in ("is", "are", "was", "were")
                and {"where", "whose", "that"} & set(document.norms(hit.first, high))
            )
        )
        and not (document.norm(high) == "," and not _list_follows(document, high, last))
        and high - low < 9
    ):
        if document.norm(high) == "in" and high + 1 < last and document.tokens[high + 1].kind == "path":
            break
        if (
            document.norm(high) in ("of", "from", "in")
            and document.norm(high + 1) in ("the", "it", "there", "that")
            and high > low
            and hit.concept != "include"
        ):
            break
        if document.norm(high) in word_set("out alone aside away too then there either altogether completely entirely"):
            break
        if document.norm(high) == "and" and document.norm(high + 1) in word_set(
            "use keep take nothing only train make the it don please none no not skip leave"
        ):
            break
        high += 1
    return (low, high - 1) if high > low else None


def _list_follows(document: Document, i: int, last: int) -> bool:
    return any(w in ("and", "or") for w in document.norms(i + 1, min(last, i + 4))) and not {
        "it",
        "we",
        "the",
        "that",
        "they",
    } & set(document.norms(i + 1, i + 2))


def _before(document: Document, hit: Hit) -> tuple[int, int] | None:
    first, _ = document.sentences[document.tokens[hit.first].sentence]
    high = hit.first - 1
    while high > first and document.norm(high) in word_set("is are must should be all also strictly absolutely ,"):
        high -= 1
    low = high
    while low > first and document.norm(low - 1) not in word_set(", . ; : ( ) and but -") and high - low < 6:
        low -= 1
    while low <= high and document.norm(low) in _ARTICLES:
        low += 1
    return (low, high) if low <= high and document.tokens[low].kind in ("word", "num", "other") else None


def _is_part(document: Document, hit: Hit, low: int, high: int, words: set[str], mentions: list[_Mention]) -> bool:
    if words <= _ARTICLES or (
        words & NOT_PARTS and not words & word_set("folder section subfolder channel sub chapter")
    ):
        return False
    cue = document.norms(hit.first, hit.last + 1)
    text = document.text[document.tokens[low].start : document.tokens[high].end]
    opened = document.text[max(0, document.tokens[low].start - 1)] in "\"“'`*„«" or any(c in text for c in '"“`*')
    named = opened or (text[:1].isupper() and low > document.sentences[document.tokens[low].sentence][0])
    nouns = bool(words & NOUNS)
    in_window = any(w[0] <= hit.first <= w[1] for _, _, w, _, _ in mentions)
    if cue in (
        ["no"],
        ["not"],
        ["without"],
        ["minus"],
        ["drop"],
        ["remove"],
        ["leave"],
        ["not", "the"],
        ["nothing", "about"],
    ):
        # words of everyday: only beside a file, for something with a name or a part of a file
        return (
            in_window
            and (
                (named and nouns)
                or bool(words & word_set("folder section subfolder chapter channel tab sheet"))
                or "everything" in words
                or "anything" in words
            )
            and {"test", "tests"} != words
        )
    if hit.concept == "include":
        if any(word in NAMES for word in words) and len(words) <= 3:
            return False  # "only the English ones": a matter of cleaning, not a part of a file
        specific = bool(
            words
            & word_set(
                "approved marked tagged rated signed resolved closed labelled flagged answered "
                "verified published final star stars section sections folder chapter chapters "
                "category column channel sheet tab ones reviewed checked positive rating score where "
                "solved accepted completed released"
            )
        )
        near_data = bool(
            set(document.norms(*document.sentences[document.tokens[hit.first].sentence])) & (NOUNS | {"those", "ones"})
        )
        model = word_set("our computer runs machine model once attempt code training") & words
        return (
            specific and near_data and not (model and not named) and (in_window or bool(mentions) or document.turn > 0)
        )
    if hit.concept == "off":
        return (named or nouns or in_window) and (bool(mentions) or document.turn > 0) and len(words) <= 6
    return (named or nouns) and (bool(mentions) or document.turn > 0)


def _targets(document: Document, mentions: list[_Mention], at: int) -> list[_Mention]:
    inside = [m for m in mentions if m[2][0] <= at <= m[2][1]]
    if inside:
        return [min(inside, key=lambda m: abs(m[1] - at))]
    sentence = document.tokens[at].sentence
    words = document.norms(*document.sentences[sentence])
    for mention in mentions:
        stem = mention[0].lower().rstrip("/").rsplit("/", 1)[-1].split(".")[0]
        if any(len(w) > 3 and w in stem for w in words):
            return [mention]
    before = [m for m in mentions if m[1] < at]
    if before and (
        document.block_of[before[-1][1]] is document.block_of[at]
        or document.tokens[before[-1][1]].sentence >= sentence - 2
    ):
        return [before[-1]]
    usable = [m for m in mentions if m[3].get("role") != "tests"]
    return (usable or mentions)[:1] if len(usable or mentions) == 1 else (usable or mentions)
