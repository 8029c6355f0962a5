"""A rubric with numbers: points in a list or table, weights in a sentence, ratios and orders of importance."""

from planner.reader.draft import Draft
from planner.reader.importance import CRITERIA, read_order, read_ratios, sift
from planner.reader.layout import Block, Document
from planner.reader.lexicon.quality import BAD
from planner.reader.patterns import Hit, Lexicon
from planner.reader.words import word_set

_FRAME = Lexicon({
    "scores": """
        score card; scorecard; scoring; score sheet; rubric; reward; rewards; reward function; points; point;
        weight|weights|weigh|weighs|weighted|weighting; marks; grading; grade; bonus; malus; penalt*; penali*;
        deduct*; subtract*; worth <num>; costs|cost <num>; score :; scores :; scored on; judged on|by;
        score|scores|reward ..... with <num>; take*|knock* ... off|point*; counts|count for;
        counts|count ... as much|half|double|twice; plus|minus <num>; gewicht*; punkte; punkt; bewertung*;
        poids; puntos; pontos; punti; punten; peso; pesos; importance; scored; credits; judge* ... on
    """,
})  # fmt: skip

_PENALTY = Lexicon(
    {
        "penalty": """
            penalt*; penali*; minus; deduct*; take*|knock* ... off; subtract*; malus; loses; lose; costs <num>;
            cost <num>; abzug; negative; punish*; docked; dock; less <num>; off for
        """
    }
)


def read_scorecard(draft: Draft) -> bool:
    """Claims for `rubric` where the words give numbers or an order; whether they did."""
    document = draft.document
    frames = [*_FRAME.find(document), *_whole(draft)]
    signed = [
        i for i, t in enumerate(document.tokens) if t.signed and draft.free(i) and t.kind in ("num", "share", "points")
    ]
    ratios = read_ratios(draft)
    if not frames and not signed:
        return ratios or read_order(draft)
    criteria = sift(document, CRITERIA.find(document))
    done = False
    for first, last, titled in _units(document, frames):
        figures = [i for i in range(first, last) if _may_weigh(draft, i, titled)]
        if not figures:
            continue
        own_signed = [i for i in figures if document.tokens[i].signed]
        if own_signed and not titled:
            figures = own_signed
        elif not titled:
            continue
        done |= _pair(
            draft, figures, [h for h in criteria if first <= h.first < last and draft.free(h.first)], first, last
        )
    return done or ratios or read_order(draft)


def _whole(draft: Draft) -> list[Hit]:
    """Sentences whose shares add up to a hundred percent: parts of a whole, and so weights."""
    document = draft.document
    found = [Hit("scores", i, i) for i, t in enumerate(document.tokens) if t.unit == "point" and draft.free(i)]
    for first, last in document.sentences.values():
        shares = [
            i
            for i in range(first, last)
            if document.tokens[i].kind == "share" and draft.free(i) and document.tokens[i].unit == ""
        ]
        if len(shares) >= 2 and abs(sum(float(document.tokens[i].value) for i in shares) - 1) < 1e-6:
            found.append(Hit("scores", shares[0], shares[0]))
    return found


def _units(document: Document, frames: list[Hit]) -> list[tuple[int, int, bool]]:
    """Sentences, and whether their words, heading, lead or table header speak of scores; a list under an open frame
    goes on over its lines."""
    named = {document.tokens[h.first].sentence for h in frames}
    units: list[tuple[int, int, bool]] = []
    running: Block | None = None
    for sentence, (first, last) in document.sentences.items():
        block = document.block_of[first]
        above = " ".join((document.frame(last - 1), *block.header))
        # a sentence cut by ";" goes on
        goes_on = (
            bool(units)
            and document.norm(first - 1) == ";"
            and document.block_of[first] is document.block_of[first - 1]
            and units[-1][2]
        )
        titled = (
            goes_on
            or sentence in named
            or any(
                w in above
                for w in (
                    "score",
                    "point",
                    "rubric",
                    "reward",
                    "weight",
                    "penalt",
                    "grading",
                    "punkte",
                    "gewicht",
                    "marks",
                )
            )
        )
        before = document.block_of[first - 1] if first else None
        if sentence in named and document.norm(last - 1) == ":":
            running = block
        elif running is not None and before is not None and block.start - before.end > 2 and block.kind == "text":
            running = None
        units.append((first, last, titled or (running is not None and block is not running)))
    return units


def _may_weigh(draft: Draft, i: int, titled: bool) -> bool:
    token = draft.document.tokens[i]
    if not draft.free(i) or token.kind not in ("num", "share", "points") or token.value is None:
        return False
    if token.kind == "share" and draft.document.norm(i - 1) in word_set("> < >= <= least most than"):
        return False
    if token.kind == "num" and token.mark:
        return False
    return abs(float(token.value)) <= 100 and (
        token.kind != "num"
        or not _next(draft.document, i).startswith(
            ("trial", "second", "word", "question", "answer", "example", "criteri", "sentence", "line", "bullet")
        )
    )


def _next(document: Document, i: int) -> str:
    """The word behind a token in the same sentence."""
    same = i + 1 < len(document.tokens) and document.tokens[i + 1].sentence == document.tokens[i].sentence
    return document.norm(i + 1) if same else ""


def _pair(draft: Draft, figures: list[int], hits: list[Hit], first: int, last: int) -> bool:
    document = draft.document
    penalties = [h for h in _PENALTY.find(document) if first <= h.first < last]
    block = document.block_of[first]
    titled_penalty = (
        any(w in f"{block.lead} {block.heading}" for w in ("penalt", "minus", "deduct", "abzug"))
        and "+" not in document.text[block.start : block.end]
    )
    # percentages make a whole of fractions; so do whole numbers that add up to a hundred
    pairs = [
        (
            min(document.distance(h.first, i), document.distance(h.last, i))
            - 0.05 * (h.last - h.first)
            - (0.0 if h.first > i else 0.1),
            i,
            h,
        )
        for i in figures
        for h in hits
    ]
    pairs.sort(key=lambda pair: pair[:2])
    whole = sum(abs(float(document.tokens[i].value)) for i in figures if document.tokens[i].kind == "num")
    spent: set[int] = set()
    criteria: set[str] = {c.value["criterion"] for c in draft.items("rubric")}
    made = False
    if len(figures) > 1 and hits and (ordered := _in_turn(document, figures, hits)) is not None:
        pairs = [(0.0, i, hit) for i, hit in ordered]
    if len(figures) == 1 and hits:  # a line of its own: the first criterion named in it, the heavier word first
        lone = [h for h in hits if h.concept not in criteria] or hits
        near = [p for p in pairs if p[2] in lone]
        best = min(near, key=lambda p: (p[0] > 3, _general(p[2]), p[2].first if block.kind != "text" else p[0]))
        pairs = [best]
    for _, i, hit in pairs:
        if i in spent or hit.concept in criteria:
            continue
        token = document.tokens[i]
        weight = float(token.value)
        if token.kind == "num" and not token.signed and abs(whole - 100) < 0.01 and len(figures) > 1:
            weight /= 100
        words = set(document.norms(hit.first, hit.last + 1))
        near_penalty = any(
            min(document.distance(p.first, i), document.distance(p.last, i))
            < min(1.0, min((document.distance(p.first, j) for j in figures if j != i), default=9))
            for p in penalties
        )
        no = document.norm(hit.first - 1) in word_set("no not never without dont doesnt") or document.norm(
            hit.first - 2
        ) in ("no", "not", "never", "without")
        if (
            not token.signed
            and weight > 0
            and (
                near_penalty
                or titled_penalty
                or (
                    (words & BAD and not no and hit.concept != "format" and hit.concept != "policy")
                    or (words & BAD and hit.concept == "policy")
                )
            )
        ):
            weight = -weight
        item: dict[str, object] = {"criterion": hit.concept, "weight": round(weight, 6)}
        low, high = min(i, hit.first), max(i, hit.last)
        if hit.concept in ("policy", "terminology", "custom", "format"):
            item["detail"] = (
                _line(document, first, last, i) if len(figures) == 1 else document.quote(hit.first, hit.last)
            )
        draft.claim("rubric", item, low, high)
        criteria.add(hit.concept)
        spent.add(i)
        draft.use(i, *range(hit.first, hit.last + 1))
        made = True
    if len(figures) > 1 and all(document.tokens[i].signed for i in figures):
        made |= _unnamed(draft, [i for i in figures if i not in spent], figures, last)
    if (
        len(figures) == 1
        and figures[0] not in spent
        and not hits
        and document.tokens[figures[0]].signed
        and last - first > 1
    ):
        detail = _line(document, first, last, figures[0])
        if detail:
            draft.claim(
                "rubric",
                {"criterion": "custom", "weight": float(document.tokens[figures[0]].value), "detail": detail},
                first,
                last - 1,
            )
            draft.use(figures[0])
            made = True
    return made


def _unnamed(draft: Draft, rest: list[int], figures: list[int], last: int) -> bool:
    """Signed points for something that is none of the known criteria: a criterion of its own, in the user's words."""
    document, made = draft.document, False
    for i in rest:
        end = i + 1
        while end < last and end not in figures and document.norm(end) not in (",", ";", "."):
            end += 1
        start = i + 1 + (document.norm(i + 1) in ("for", "if", "when", "per"))
        if end <= start:
            continue
        detail = document.quote(start, end - 1)
        draft.claim(
            "rubric", {"criterion": "custom", "weight": float(document.tokens[i].value), "detail": detail}, i, end - 1
        )
        draft.use(i)
        made = True
    return made


def _in_turn(document: Document, figures: list[int], hits: list[Hit]) -> list[tuple[int, Hit]] | None:
    """Figures and criteria that take turns: each figure goes with the criterion behind it (or the one in front)."""
    lists = []
    for forward in (True, False):
        pairs: list[tuple[int, Hit]] = []
        for k, i in enumerate(figures):
            low = i if forward else (figures[k - 1] if k else -1)
            high = i if not forward else (figures[k + 1] if k + 1 < len(figures) else len(document.tokens))
            between = [
                h
                for h in hits
                if low < h.first and h.last < high and document.tokens[h.first].sentence == document.tokens[i].sentence
            ]
            between = [h for h in between if h.concept not in {p.concept for _, p in pairs}]
            if not between:
                continue
            pairs.append(
                (
                    i,
                    min(
                        between,
                        key=lambda h: (
                            _general(h) and len(between) > 1,
                            min(document.distance(h.first, i), document.distance(h.last, i)) - 0.1 * (h.last - h.first),
                        ),
                    ),
                )
            )
        if len(pairs) >= max(2, len(figures) - 1) or (pairs and all(document.tokens[i].signed for i in figures)):
            cost = 3.0 * (len(figures) - len(pairs)) + sum(
                min(document.distance(h.first, i), document.distance(h.last, i)) for i, h in pairs
            )
            lists.append((cost, pairs))
    return min(lists, key=lambda one: one[0])[1] if lists else None


def _general(hit: Hit) -> bool:
    return hit.concept in ("policy", "correctness") and hit.first == hit.last


def _line(document: Document, first: int, last: int, i: int) -> str:
    """The words of a scorecard's line without its number."""
    side = (first, i - 1) if i - first >= last - i else (i + 1, last - 1)
    while side[0] <= side[1] and document.tokens[side[0]].kind in ("punct", "op"):
        side = (side[0] + 1, side[1])
    while side[0] <= side[1] and (
        (document.tokens[side[1]].kind in ("punct", "op") and document.norm(side[1]) != ")")
        or document.norm(side[1]) in word_set("weight weighs weighing points point counts")
    ):
        side = (side[0], side[1] - 1)
    return document.quote(*side) if side[0] <= side[1] else ""
