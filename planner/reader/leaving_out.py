"""Files that the words rule out, and those that they both require and rule out."""

from planner.claims import Claim, Dispute
from planner.reader.draft import Draft
from planner.reader.layout import Document
from planner.reader.lexicon.leaving_out import OUT
from planner.reader.mention import Mention
from planner.reader.patterns import Hit, Lexicon
from planner.reader.roles import name_role
from planner.reader.words import word_set

_OUT = Lexicon(OUT)
_BETWEEN = word_set(
    "the a an any our my file files folder called named s whatever everything anything lies sits is lives in of what s under "
    'document archive one export attachment attached please ; : " ( use using data from on at'
)
"""Words that may stand between what rules out and the file."""
_TRAINS = word_set("train training trained learn learned learns learnt learning see seen shown")
_TESTS = word_set(
    "test tests testing exam check checking acceptance evaluation judge measure grade questions final benchmark score scoring "
    "only golden examine validate yardstick marked graded prove"
)
_PLACED = word_set("folder subfolder directory category section chapter tag status label")
_POINTS = word_set("it that this them those file")
_ORDER = {"former": 0, "latter": 1, "first": 0, "second": 1}
_FILES = word_set("one file export table sheet dataset document")
_BARE = word_set("not no without except minus drop leave skip ignore instead rather")


def leave_out(draft: Draft, mentions: list[Mention]) -> None:
    """Files that are ruled out; one that is both required and ruled out is disputed."""
    document = draft.document
    hits = [h for h in _OUT.find(document) if not any(document.tokens[k].masked for k in range(h.first, h.last + 1))]
    by_path: dict[str, list[Mention]] = {}
    for mention in mentions:
        by_path.setdefault(mention.path.lower().rstrip("/"), []).append(mention)
        mention.out = _ruled_out(document, hits, mention, mentions) or _by_order(document, hits, mention, mentions)
    for named in by_path.values():
        out = next((m.out for m in named if m.out is not None), None)
        if out is None:
            continue
        use = next((m for m in named if m.out is None and _required(document, m)), None)
        if use is not None:
            draft.disputes.append(
                Dispute(
                    fields=["data.sources"],
                    problem=f"`{use.path}` is to be learned from, and it must not be used for training.",
                    suggestion="Say which of the two holds, or name another file to learn from.",
                    quotes=[document.quote(min(use.i, use.window[0]), use.i), document.quote(*out)],
                )
            )
        for mention in named:
            mention.out = mention.out or out
        whole = _holder(named[0], mentions, draft)
        if whole is not None:
            whole.item.setdefault("exclude", []).append(named[0].path)
            whole.spans += [*out]
            continue
        quote = document.quote(*out)
        draft.left_out.append(Claim(path="data.sources", value=named[0].path, quote=quote, turn=document.turn))


def _holder(part: Mention, mentions: list[Mention], draft: Draft) -> Mention | None:
    """The folder that a folder which is ruled out lies in: "/srv/git/mono … don't train on third_party/"."""
    path = part.path.lower().rstrip("/")
    name = path.rsplit("/", 1)[-1]
    if "." in name or part.path in draft.document.files:
        return None
    folders = [m for m in mentions if m.out is None and "." not in m.path.rstrip("/").rsplit("/", 1)[-1]]
    inside = [m for m in folders if path.startswith(m.path.lower().rstrip("/") + "/")]
    if inside:
        return inside[0]
    if (path.startswith("/") and "/" in path[1:]) or "://" in path or not folders:
        return None
    words = _words_beside(draft.document, part.i)
    named = [m for m in folders if any(len(p) > 3 and p in words for p in m.path.lower().replace("/", "-").split("-"))]
    earlier = [m for m in folders if m.i < part.i]
    return (named or earlier or folders)[-1 if not named else 0]


def _words_beside(document: Document, i: int) -> set[str]:
    return set(document.norms(*document.sentences[document.tokens[i].sentence]))


def _ruled_out(
    document: Document, hits: list[Hit], mention: Mention, mentions: list[Mention]
) -> tuple[int, int] | None:
    """First and last token of what rules a file out."""
    i = mention.i
    low, high = mention.window
    if document.block_of[i].kind == "row":
        for k in range(low, high + 1):
            if document.norm(k) in word_set("no nein non never not") and document.norm(k - 1) == "|":
                return low, high
    places = sorted(m.i for m in mentions)
    before = max((p for p in places if p < i), default=-1)
    after = min((p for p in places if p > i), default=len(document.tokens))
    for hit in hits:
        if hit.concept == "front" and before < hit.last and hit.last <= i and _rules_front(document, hit, i):
            return hit.first, i
        if (
            hit.concept == "behind"
            and i < hit.first < after
            and hit.last <= max(high, hit.last)
            and (not _inside_of(document, hits, i) and _rules_behind(document, hit, mention))
        ):
            return i, hit.last
    return None


def _by_order(document: Document, hits: list[Hit], mention: Mention, mentions: list[Mention]) -> tuple[int, int] | None:
    """ "We uploaded a.jsonl and b.pdf; the latter you may ignore"."""
    for sentence in (document.tokens[mention.i].sentence, document.tokens[mention.i].sentence + 1):
        first, last = document.sentences.get(sentence, (0, 0))
        for k in range(max(first, mention.i + 1), last):
            word = document.norm(k)
            if (
                word not in _ORDER
                or document.norm(k - 1) != "the"
                or (word in ("first", "second") and document.norm(k + 1) not in _FILES)
            ):
                continue
            named = [m for m in mentions if m.i < k and document.tokens[m.i].sentence in (sentence, sentence - 1)]
            if len(named) == 2 and named[_ORDER[word]] is mention:
                part = next(
                    (
                        h
                        for h in hits
                        if k < h.first <= k + 6 and h.first < last and "," not in document.norms(k, h.first)
                    ),
                    None,
                )
                if part is not None:
                    return k, part.last
    return None


def _inside_of(document: Document, hits: list[Hit], i: int) -> bool:
    """ "Leave out everything by the bots in incidents/, it's junk": the file is where the part is."""
    first, _ = document.sentences[document.tokens[i].sentence]
    return document.norm(i - 1) in ("in", "of", "from", "within") and any(
        first <= hit.first < i - 2 for hit in hits if hit.concept == "front"
    )


def _rules_front(document: Document, hit: Hit, i: int) -> bool:
    if document.tokens[hit.first].sentence != document.tokens[i].sentence:
        return False
    between = document.norms(hit.last + 1, i)
    if len(between) > 7 or not set(between) <= _BETWEEN:
        return False
    words = set(document.norms(hit.first, hit.last + 1))
    if "in" in between and not {"lies", "sits", "is", "lives", "everything", "anything", "whatever", "what"} & set(
        between
    ):
        return False  # "skip the drafts in wiki/" leaves a part out
    if document.norm(hit.last) in ("in", "of") and not {"thing", "any"} & words and hit.last - hit.first < 1:
        return False
    words |= set(document.norms(i + 1, i + 4))
    return not (words & _TRAINS and (_is_test(document, i) or _said_to_test(document, i)))


def _rules_behind(document: Document, hit: Hit, mention: Mention) -> bool:
    i = mention.i
    tokens = document.tokens
    words = document.norms(hit.first, hit.last + 1)
    if _PLACED & set(document.norms(hit.first - 2, hit.first)):
        return False  # "without the folder Withdrawn"
    _, end = document.sentences[tokens[hit.first].sentence]
    tail = document.norms(hit.last + 1, min(end, hit.last + 3))
    who = document.norms(max(i + 1, hit.first - 4), hit.first)
    if word_set("that which") & set(who[1:]) and word_set("we they you nobody one") & set(who[-2:]):
        return False  # "our terms, and the words that we do not use": something in the file is not used
    whole_tail = document.norms(hit.last + 1, min(end, hit.last + 4))
    if (
        whole_tail[:1] in (["for"], ["as"], ["by"], ["instead"], ["outside"])
        and not _POINTS & set(words)
        and not (_TRAINS | _POINTS) & set(whole_tail)
    ):
        return False  # "it shall not be used for legal advice"
    same = tokens[hit.first].sentence == tokens[i].sentence
    if tokens[hit.first].sentence - tokens[i].sentence > 1 or document.block_of[hit.first] is not document.block_of[i]:
        return False
    if {*words, *tail} & _TRAINS and (_is_test(document, i) or _said_to_test(document, i, mention.window)):
        return False
    if (
        {"keep", "kept", "stay", "stays"} & set(words)
        and _said_to_test(document, i, mention.window)
        and tail[:1] == ["of"]
    ):
        return False  # "keep it out of sight"
    active = word_set("use read train learn open look include touch") & set(words) and not _POINTS & set(words)
    if (
        active
        and tail[:1] not in ([], ["."], [","], ["!"], [";"], [")"], ["|"], ["it"], ["that"])
        and not {"on", "from"} & set(words[-1:])
    ):
        return False  # it must not use, read … something else
    if (
        word_set("by from everything anything where older before section folder part whatever what rows those the")
        & set(tail[:1])
        and not _POINTS & set(words)
        and words[-1] not in ("mistake", "accident", "error", "by")
    ):
        return False  # a part of it
    if (
        words[-1] in ("those", "that", "these")
        and tail[:1]
        and tail[0] in word_set("with from about of who where which marked tagged on in")
    ):
        return False  # "skip those with resellers"
    if same:
        between = document.norms(i + 1, hit.first)
        if len(between) > (9 if document.block_of[i].kind == "text" else 24) or {
            "but",
            "except",
            "only",
            "where",
            "rows",
            "everything",
        } & set(between) - ({"only"} if words[0] == "nothing" else set()):
            return False
        if (
            words[0] in _BARE
            and not (_POINTS & set(words + tail[:1]))
            and between[-1:] not in ([], [","], ["-"], [":"], ["("], ["please"], [";"], ["->"], ["="], ["|"])
        ):
            return False
        return not (
            words[0] in ("is", "are", "was", "were")
            and between
            and between[-1] not in (")", ",", "one", "file", "that", "which")
            and len(between) > 3
            and "," in between
        )
    opening, _ = document.sentences[tokens[hit.first].sentence]
    start = document.norms(opening, hit.first)
    pointed = (start[:1] and start[0] in ("it", "that", "this", "these", "they")) or start[:2] in (
        ["the", "file"],
        ["this", "file"],
    )
    passive = bool(_POINTS & set(words)) or (bool(pointed) and not active)
    many = {"them", "those", "these"} & set(words)
    return (
        passive and hit.first - opening <= (1 if many else 4) and not {"model", "bot", "answer", "answers"} & set(start)
    )


def _is_test(document: Document, i: int) -> bool:
    return name_role(str(document.tokens[i].value)) == "tests"


def _said_to_test(document: Document, i: int, window: tuple[int, int] | None = None) -> bool:
    """ "Never trained on" makes a test file where something is tested with it."""
    first, last = window or document.sentences[document.tokens[i].sentence]
    return bool(_TESTS & set(document.norms(first, last + 1)))


def _required(document: Document, mention: Mention) -> bool:
    words = set(document.norms(mention.window[0], mention.i))
    return bool(word_set("must learn train from use on should has") & words)
