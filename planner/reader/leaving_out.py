"""Files that the words rule out, and those that they both require and rule out."""

from planner.claims import Claim, Dispute
from planner.reader.draft import Draft
from planner.reader.layout import Document
from planner.reader.mention import Mention
from planner.reader.negation import negated
from planner.reader.patterns import Lexicon
from planner.reader.roles import name_role
from planner.reader.words import word_set

_OUT = Lexicon({
    "out": """
        attached by mistake|accident|error; by mistake; by accident; leave ?it|that|this|them|those out;
        leave ... out; left out; out of date;
        not|never|dont|cannot|cant ?be ?to use|used|touch|touched|train|trained|learn|read|open|include|included|look;
        must|may|should not; do not|dont use|touch|read|include|open|train; ignore ?it|that|this|them|the;
        ignore; wrong file; forget|skip|drop|remove|exclude ?about ?it|that|this|the; hands off;
        has nothing to do; not part of; keep out; off limits; doesnt belong;
        isnt ?meant for|needed|relevant|part; not for training|you|this|the model; can ?be|go ?ignored;
        no , attached; is irrelevant; not needed; not relevant; no longer valid|current;
        without|not ?the <path>; instead of; never mind; delete; is confidential , so not; please disregard;
        disregard; is not data; outdated; superseded; obsolete; nicht verwenden|benutzen|nutzen;
        ne pas utiliser; no usar|uses|utilizar; nao usar|use|utilizar; non usare; niet gebruiken
    """,
    "in": """
        learn|learns|train|trains|trained|training from|on|with|using|out; use ?the|our|only ?file; take; data;
        must learn; it learns; is in; are in; in <path>; based on; from <path>; source|src|sources
    """,
})  # fmt: skip


def leave_out(draft: Draft, mentions: list[Mention]) -> None:
    """Files that are ruled out; one that is both required and ruled out is disputed."""
    document = draft.document
    hits = _OUT.find(document)
    outs = [h for h in hits if h.concept == "out"]
    by_path: dict[str, list[Mention]] = {}
    for mention in mentions:
        by_path.setdefault(mention.path.lower().rstrip("/"), []).append(mention)
        low, high = mention.window
        block = document.block_of[mention.i]
        if block.kind == "row" and any(
            document.norm(i) in ("no", "nein", "non", "never", "not") and document.norm(i - 1) == "|"
            for i in range(low, high + 1)
        ):
            mention.out = (low, high)
            continue
        for hit in outs:
            if not (low <= hit.first <= high):
                continue
            words = document.norms(hit.first, hit.last + 1)
            if not _speaks_of(document, hit.first, hit.last, mention, words):
                continue
            mention.out = (min(mention.i, hit.first), max(mention.i, hit.last))
            break
        if (
            mention.out is None
            and negated(document, mention.i, mention.i, reach=2, after=False)
            and document.norm(mention.i - 1) in word_set("not without no never except ohne sans sin sem senza zonder")
        ):
            mention.out = (mention.i - 1, mention.i)
    for path_mentions in by_path.values():
        out = [m for m in path_mentions if m.out is not None]
        use = [m for m in path_mentions if m.out is None]
        if not out:
            continue
        if use and any(_required(document, m) for m in use):
            path = use[0].path
            draft.disputes.append(Dispute(
                fields=["data.sources"], problem=f"`{path}` is to be learned from, and it must not be used for training.",
                suggestion="Say which of the two holds, or name another file to learn from.",
                quotes=[document.quote(min(use[0].i, use[0].window[0]), use[0].i), document.quote(*out[0].out) if out[0].out else ""],
            ))  # fmt: skip
        for mention in path_mentions:
            mention.out = mention.out or out[0].out
        first = out[0]
        assert first.out is not None
        draft.left_out.append(
            Claim(path="data.sources", value=first.path, quote=document.quote(*first.out), turn=document.turn)
        )


def _speaks_of(document: Document, first: int, last: int, mention: Mention, words: list[str]) -> bool:
    """Whether words of leaving out are said of the file itself, not of a part of it or of something else."""
    i = mention.i
    if words[:2] in (["must", "not"], ["may", "not"], ["should", "not"]) and not (
        word_set("be used use train trained learn learned read touch touched included training")
        & set(document.norms(last + 1, last + 5))
    ):
        return False  # "it must not cost more": said of something else
    if (
        name_role(mention.path) == "tests"
        and ({"must", "may", "should", "not", "never"} & set(words[:1]))
        and word_set("train training trained learn see seen") & set(document.norms(first, last + 6))
    ):
        return False  # never trained on: that is what test questions are for
    if last < i:
        between = document.norms(last + 1, i)
        if {"in", "of", "from"} & set(between) or document.tokens[last].sentence != document.tokens[i].sentence:
            return False
        return (
            len(between) <= 4
            and not {"by", "that", "which", ","} & set(between)
            and words[0] not in word_set("must may should outdated private is")
        )
    if first <= i <= last:
        return True
    between = document.norms(i + 1, first)
    if document.tokens[first].sentence != document.tokens[i].sentence:
        opening = document.sentences[document.tokens[first].sentence][0]
        start = document.norms(opening, first + 2)
        tail = document.norms(last + 1, last + 3)
        return (
            bool({"it", "that", "this", "file"} & {*start[:3], *words, *tail[:1]})
            and first - opening <= 4
            and not {"to", "from", "in"} & set(start[:1])
        )
    tail = document.norms(last + 1, last + 4)
    if word_set("by from everything anything where older before section folder part") & set(tail) and words[0] not in (
        "attached",
    ):
        return False
    if len(between) > 9 or (
        {"but", "and"} & set(between[-2:])
        and words[0] in word_set("leave ignore skip drop without not do dont forget")
        and not {"it", "that", "them"} & set(words + tail[:1])
    ):
        return False
    if words[:2] in (["must", "not"], ["may", "not"], ["should", "not"]) and name_role(mention.path) == "tests":
        return False
    if words[:2] in (["must", "not"], ["may", "not"], ["should", "not"]):
        return (
            bool(word_set("be train used use learn into") & set(tail))
            and not {"train", "trained", "training", "learn"} & set(tail[1:2])
        ) or (
            {"training"} <= set(document.norms(last + 1, last + 6))
            and "only" not in document.norms(mention.window[0], first)
        )
    if {"train", "trained", "learn", "training"} & set(words):
        # "never trained on" makes a test file, unless nothing else is done with it
        window = set(document.norms(mention.window[0], mention.window[1] + 1))
        if name_role(mention.path) == "tests":
            return False
        return (
            not word_set(
                "test tests testing exam check checking acceptance evaluation judge measure grade "
                "questions final benchmark score only golden"
            )
            & window
        )
    return True


def _required(document: Document, mention: Mention) -> bool:
    words = set(document.norms(mention.window[0], mention.i))
    return bool(word_set("must learn train from use on should has") & words)
