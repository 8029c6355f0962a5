"""What happens to each record before anything is learned: personal data, secrets, copies, test questions."""

from planner.reader.draft import Draft
from planner.reader.patterns import Lexicon
from planner.reader.sensitive import read_sensitive
from planner.reader.words import word_set

_COPIES = Lexicon({
    "near": """
        near duplicate*; near dupe*; exact and|+|plus|& near; exact near; near dup|dups; identical ... but|except|save|apart for|from; identical but|except for;
        nearly|almost|virtually|practically|pretty ?much ?the identical|same|duplicate*|copies|equal;
        near identical; near copies; near dedup*; near_dedup; fuzzy dedup*|duplicate*;
        variants|versions of the same; similar copies|versions;
        same ... slightly|minor|small different|differences|changes|wording; differ only in|by;
        differ ... only in|by; slightly different|reworded|changed|edited; reworded copies; only ... differ*;
        template mails|letters; copy and paste; copy pasted; boilerplate copies; beinahe duplikate;
        fast identisch*; presque identiques; casi identic*; casi duplicad*; quase identic*; quase duplicad*;
        quasi identic*; bijna identiek*; almost word for word; lookalikes; look alikes; word|words|wording|line|lines ?or ?two changed|differs|differ|different; reposts; repeat* one another almost; all but identical; almost ?the duplicates
    """,
    "exact": """
        exact repeat*|duplicate*|copies|dupe*|copy|dedup*; exact_dedup; dedupe*; dedup*; de dup*; deduplicat*;
        duplicate*; duplicates; dupes; same|identical ... twice|times|again|several|copies|over|once;
        one copy is enough; identical copies|rows|records|ones; repeated rows|records|messages|entries|lines;
        repeats; double entries; doubles; doublettes; doppelte; dubletten; duplikate; doublons; duplicad*;
        duplicat*; dubbele; only once; count ... once; in there|it twice|two; one copy; keep one ?copy;
        each only once; double rows|records
    """,
})  # fmt: skip
_TESTS = Lexicon(
    {
        "decontaminate": """
            decontaminat*;
            none|nothing|no ... test|tests|exam|evaluation|official|acceptance|question|questions|them|it|those ... sneak|sneaks|leak|leaks|slip|slips|end|ends|gets|get|creep|creeps|appear|appears|find|turn|turns|land|lands|is|are ?up|way|in|into ?the training|train*;
            not|never|dont|doesnt|mustnt|cant|wont|without ... sneak|leak|slip|end|appear|creep|land|seep|bleed ?up in|into ?the|our training|train*;
            no|zero|avoid|without|against contamination|leakage|leaks|overlap; leak* ... into training;
            take|remove|kick|throw|keep|clean|strip ... out|from ?of ?the training ... test|tests|exam|questions|appear;
            sneak into; not ... in both; overlap ... test|tests|exam|training;
            no test questions|question|item ... training; nothing|none|no ... test|tested|tests ?us ?with ... learned|trained|training; train|training and test|testing ... share|overlap|mix|separate|apart|disjoint; not|dont share cases|examples|items|questions;
            training ?data|set|material ?must|should|be free|clean of|from ?the|any test*|exam*
        """
    }
)


def read_cleaning(draft: Draft) -> None:
    read_sensitive(draft)
    _copies(draft)
    document = draft.document
    hit = next(iter(_TESTS.find(document)), None)
    if hit is not None and not any(document.tokens[k].masked for k in range(hit.first, hit.last + 1)):
        keyed = document.norms(hit.last + 1, hit.last + 3)
        draft.set(
            "data.cleaning.decontaminate",
            keyed not in (["=", "false"], [":", "false"], ["=", "off"]),
            hit.first,
            hit.last + (2 if keyed[:1] == ["="] else 0),
        )


def _copies(draft: Draft) -> None:
    document = draft.document
    for hit in _COPIES.find(document):
        words = document.norms(hit.first, hit.last + 1)
        first, last = document.sentences[document.tokens[hit.first].sentence]
        sentence = set(document.norms(first, last))
        path = "data.cleaning.near_dedup" if hit.concept == "near" else "data.cleaning.exact_dedup"
        keyed = document.norms(hit.last + 1, hit.last + 3)
        value = True
        if keyed[:1] in (["="], [":"]) and keyed[1:] in (["false"], ["off"], ["no"]):
            value = False
        if document.norm(hit.first - 1) == "keep" or document.norms(hit.first - 2, hit.first) in (
            ["keep", "the"],
            ["keep", "all"],
        ):
            value = False
        denied = bool(
            word_set("no not dont never without neednt skip keep")
            & set(document.norms(max(first, hit.first - 4), hit.first))
        )
        if (
            denied
            and word_set("dedupe deduplicate deduplication dedup keep remove touch drop duplicates") & sentence
            and words[0] not in ("only",)
        ) and word_set("remove drop delete throw touch dedupe deduplicate deduplication dedup") & sentence:
            value = False
        if hit.concept == "exact":
            if document.norm(hit.first - 1) in ("near", "nearly", "almost") or any(
                h.concept == "near" and h.first <= hit.first <= h.last for h in _COPIES.find(document)
            ):
                continue
            if (
                words in (["only", "once"], ["one", "copy"], ["keep", "one"], ["repeats"], ["doubles"])
                and not word_set("same copies copy rows records letter duplicates identical versions repeats full")
                & sentence
            ):
                continue
        if draft.value(path) is None:
            draft.set(path, value, hit.first, hit.last)
