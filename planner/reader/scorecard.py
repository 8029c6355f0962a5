"""A rubric with numbers: points in a list or table, weights in a sentence, ratios and orders of importance."""

from planner.reader.draft import Draft
from planner.reader.layout import Document
from planner.reader.lexicon.quality import BAD, RUBRIC
from planner.reader.patterns import Hit, Lexicon
from training.spec.words import DEFAULT_WEIGHTS, OTHER_WEIGHT

CRITERIA = Lexicon(RUBRIC)
_FRAME = Lexicon({
    "scores": """
        score card; scorecard; scoring; score sheet; rubric; reward; rewards; reward function; points; point; weight|weights|weigh|weighs|weighted|weighting; marks; grading; grade; bonus; malus; penalt*; penali*; deduct*; subtract*; worth <num>; costs|cost <num>; score :; scores :; scored on; judged on|by; score|scores|reward ..... with <num>; take*|knock* ... off|point*; counts|count for; counts|count ... as much|half|double|twice; plus|minus <num>; gewicht*; punkte; punkt; bewertung*; poids; puntos; pontos; punti; punten; peso; pesos; importance; scored; credits; judge* ... on""",
})  # fmt: skip
_PENALTY = Lexicon({"penalty": "penalt*; penali*; minus; deduct*; take*|knock* ... off; subtract*; malus; loses; lose; costs <num>; cost <num>; abzug; negative; punish*; docked; dock; less <num>; off for"})
_RATIO = Lexicon({
    "2": "twice as important as; twice as much as; counts|weighs|matters double|twice; double the weight of; double that of; twice the weight of; two times as important as; twice as bad as; doubly as important as; doppelt so wichtig wie; deux fois plus important* que; dos veces mas importante que; twice as heavily as; is worth twice; is worth two; twice that of; counts|count|weigh|weighs|matters|matter ... twice|double as ?much|heavily|as ?as",
    "3": "three times as important as; three times as much as; three times the weight of; triple the weight of; counts|weighs three times as much|heavily as; three times as bad as; dreimal so wichtig wie; trois fois plus important* que; tres veces mas importante que; thrice as",
    "0.5": "half as important as; half as much as; half the weight of; half as bad as; counts|weighs half as much|heavily as; halb so wichtig wie; deux fois moins important* que; la mitad de importante que; half that of",
})  # fmt: skip
_ORDER = Lexicon({"order": "most important*; in ?this order ?of; order of importance|priority; comes first; above all; first of all; first and foremost; priority; priorities; matters most; most of all; rank*; am wichtigsten; le plus important; lo mas importante; o mais importante; in descending order; top priority; number one; comes|come before everything"})


def read_scorecard(draft: Draft) -> bool:
    """Claims for `rubric` where the words give numbers or an order; whether they did."""
    document = draft.document
    frames = [*_FRAME.find(document), *_whole(draft)]
    signed = [i for i, t in enumerate(document.tokens) if t.signed and draft.free(i) and t.kind in ("num", "share", "points")]
    ratios = _ratios(draft)
    if not frames and not signed:
        return ratios or _order(draft)
    criteria = _sift(document, CRITERIA.find(document))
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
        done |= _pair(draft, figures, [h for h in criteria if first <= h.first < last and draft.free(h.first)], first, last)
    return done or ratios or _order(draft)


def _whole(draft: Draft) -> list[Hit]:
    """Sentences whose shares add up to a hundred percent: parts of a whole, and so weights."""
    document = draft.document
    found = [Hit("scores", i, i) for i, t in enumerate(document.tokens) if t.unit == "point" and draft.free(i)]
    for first, last in document.sentences.values():
        shares = [i for i in range(first, last) if document.tokens[i].kind == "share" and draft.free(i) and document.tokens[i].unit == ""]
        if len(shares) >= 2 and abs(sum(float(document.tokens[i].value) for i in shares) - 1) < 1e-6:
            found.append(Hit("scores", shares[0], shares[0]))
    return found


def _sift(document: Document, hits: list[Hit]) -> list[Hit]:
    return [
        h for h in hits
        if not any(o is not h and o.first <= h.first and h.last <= o.last and (o.last - o.first) > (h.last - h.first) for o in hits)
        and not (h.concept == "correctness" and document.norm(h.first) == "right" and document.norm(h.first + 1) in ("here", "now", "away", "one", "tool", "tone", "names", "words", "format"))
    ]


def _units(document: Document, frames: list[Hit]) -> list[tuple[int, int, bool]]:
    """Sentences, and whether their words, heading, lead or table header speak of scores; a list under an open frame
    goes on over its lines."""
    named = {document.tokens[h.first].sentence for h in frames}
    units, running = [], None
    for sentence, (first, last) in document.sentences.items():
        block = document.block_of[first]
        above = " ".join((document.frame(last - 1), *block.header))
        # a sentence cut by ";" goes on
        goes_on = bool(units) and document.norm(first - 1) == ";" and document.block_of[first] is document.block_of[first - 1] and units[-1][2]
        titled = goes_on or sentence in named or any(w in above for w in ("score", "point", "rubric", "reward", "weight", "penalt", "grading", "punkte", "gewicht", "marks"))
        before = document.block_of[first - 1] if first else None
        if sentence in named and document.norm(last - 1) == ":":
            running = block
        elif running is not None and before is not None and block.start - before.end > 2 and block.kind == "text":
            running = None
        units.append((first, last, titled or running is not None and block is not running))
    return units


def _may_weigh(draft: Draft, i: int, titled: bool) -> bool:
    token = draft.document.tokens[i]
    if not draft.free(i) or token.kind not in ("num", "share", "points") or token.value is None:
        return False
    if token.kind == "share" and draft.document.norm(i - 1) in (">", "<", ">=", "<=", "least", "most", "than"):
        return False
    if token.kind == "num" and token.mark:
        return False
    return abs(float(token.value)) <= 100 and (token.kind != "num" or not _next(draft.document, i).startswith(("trial", "second", "word", "question", "answer", "example", "criteri", "sentence", "line", "bullet")))


def _next(document: Document, i: int) -> str:
    """The word behind a token in the same sentence."""
    same = i + 1 < len(document.tokens) and document.tokens[i + 1].sentence == document.tokens[i].sentence
    return document.norm(i + 1) if same else ""


def _pair(draft: Draft, figures: list[int], hits: list[Hit], first: int, last: int) -> bool:
    document = draft.document
    penalties = [h for h in _PENALTY.find(document) if first <= h.first < last]
    block = document.block_of[first]
    titled_penalty = any(w in f"{block.lead} {block.heading}" for w in ("penalt", "minus", "deduct", "abzug")) and "+" not in document.text[block.start : block.end]
    # percentages make a whole of fractions; so do whole numbers that add up to a hundred
    pairs = sorted(
        (min(document.distance(h.first, i), document.distance(h.last, i)) - 0.05 * (h.last - h.first) - (0.0 if h.first > i else 0.1), i, h) for i in figures for h in hits
    )
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
        near_penalty = any(min(document.distance(p.first, i), document.distance(p.last, i)) < min(1.0, min((document.distance(p.first, j) for j in figures if j != i), default=9)) for p in penalties)
        no = document.norm(hit.first - 1) in ("no", "not", "never", "without", "dont", "doesnt") or document.norm(hit.first - 2) in ("no", "not", "never", "without")
        if not token.signed and weight > 0 and (near_penalty or titled_penalty or (words & BAD and not no and hit.concept != "format" and hit.concept != "policy" or (words & BAD and hit.concept == "policy"))):
            weight = -weight
        item: dict[str, object] = {"criterion": hit.concept, "weight": round(weight, 6)}
        low, high = min(i, hit.first), max(i, hit.last)
        if hit.concept in ("policy", "terminology", "custom", "format"):
            item["detail"] = _line(document, first, last, i) if len(figures) == 1 else document.quote(hit.first, hit.last)
        draft.claim("rubric", item, low, high)
        criteria.add(hit.concept)
        spent.add(i)
        draft.use(i, *range(hit.first, hit.last + 1))
        made = True
    if len(figures) == 1 and figures[0] not in spent and not hits and document.tokens[figures[0]].signed and last - first > 1:
        detail = _line(document, first, last, figures[0])
        if detail:
            draft.claim("rubric", {"criterion": "custom", "weight": float(document.tokens[figures[0]].value), "detail": detail}, first, last - 1)
            draft.use(figures[0])
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
            between = [h for h in hits if low < h.first and h.last < high and document.tokens[h.first].sentence == document.tokens[i].sentence]
            between = [h for h in between if h.concept not in {p.concept for _, p in pairs}]
            if not between:
                break
            pairs.append((i, min(between, key=lambda h: (_general(h) and len(between) > 1, min(document.distance(h.first, i), document.distance(h.last, i)) - 0.1 * (h.last - h.first)))))
        if len(pairs) == len(figures):
            cost = sum(min(document.distance(h.first, i), document.distance(h.last, i)) for i, h in pairs)
            lists.append((cost, pairs))
    return min(lists, key=lambda one: one[0])[1] if lists else None


def _general(hit: Hit) -> bool:
    return hit.concept in ("policy", "correctness") and hit.first == hit.last


def _line(document: Document, first: int, last: int, i: int) -> str:
    """The words of a scorecard's line without its number."""
    side = (first, i - 1) if i - first >= last - i else (i + 1, last - 1)
    while side[0] <= side[1] and document.tokens[side[0]].kind in ("punct", "op"):
        side = (side[0] + 1, side[1])
    while side[0] <= side[1] and document.tokens[side[1]].kind in ("punct", "op"):
        side = (side[0], side[1] - 1)
    return document.quote(*side) if side[0] <= side[1] else ""


def _ratios(draft: Draft) -> bool:
    """ "Correctness is twice as important as tone": twice the other's weight."""
    document, made = draft.document, False
    hits = _sift(document, CRITERIA.find(document))
    for ratio in _RATIO.find(document):
        sentence = document.tokens[ratio.first].sentence
        before = [h for h in hits if document.tokens[h.first].sentence == sentence and h.last < ratio.first]
        after = [h for h in hits if document.tokens[h.first].sentence == sentence and h.first > ratio.last]
        if not before or not after:
            continue
        one, two = before[-1] if len(before) == 1 else min(before, key=lambda h: ratio.first - h.last), after[0]
        if one.concept == two.concept:
            continue
        factor = float(ratio.concept)
        known = {c.value["criterion"]: c.value["weight"] for c in draft.items("rubric")}
        if two.concept in known:
            lead, base = round(known[two.concept] * factor, 6), known[two.concept]
        elif one.concept in ("correctness", "hallucination"):
            lead = DEFAULT_WEIGHTS[one.concept]
            base = lead / factor
        else:
            base = DEFAULT_WEIGHTS.get(two.concept, OTHER_WEIGHT)
            lead = base * factor
        sign_one = -1.0 if one.concept in ("hallucination", "latency") else 1.0
        sign_two = -1.0 if two.concept in ("hallucination", "latency") else 1.0
        words = document.norms(ratio.first, ratio.last + 1)
        if "bad" in words:
            sign_one = sign_two = -1.0
        values = {one.concept: sign_one * abs(lead), two.concept: sign_two * abs(base)}
        for concept, hit in ((one.concept, one), (two.concept, two)):
            if concept not in known:
                draft.claim("rubric", {"criterion": concept, "weight": round(values[concept], 6)}, min(one.first, ratio.first), max(two.last, ratio.last), document.quote(ratio.first, ratio.last))
            draft.use(*range(hit.first, hit.last + 1))
        draft.use(*range(ratio.first, ratio.last + 1))
        made = True
    return made


def _order(draft: Draft) -> bool:
    """ "Most important is X, then Y, then Z": 1.0, 0.5, 0.3, then 0.2."""
    document = draft.document
    hits = _sift(document, CRITERIA.find(document))
    for frame in _ORDER.find(document):
        first, last = document.sentences[document.tokens[frame.first].sentence]
        named: list[Hit] = []
        for hit in hits:
            if first <= hit.first < last and draft.free(hit.first) and hit.concept not in {h.concept for h in named}:
                named.append(hit)
        words = document.norms(first, last)
        if document.norm(last - 1) == ":" or (len(named) < 2 and document.norm(last) and document.block_of[first].kind == "text" and document.norm(last - 1) == ":"):
            named = []
            for _, (low, high) in document.sentences.items():
                if low >= last and document.block_of[low].kind == "bullet":
                    own = next((h for h in hits if low <= h.first < high), None)
                    if own is not None and own.concept not in {h.concept for h in named}:
                        named.append(own)
        chained = {"first", "order"} & set(document.norms(frame.first, frame.last + 3)) and ":" in words or {"then", "followed", "after", "next", "second", "lastly", "finally", "before", "third", "order", "last", ">"} & set(words) or document.norm(last - 1) == ":"
        if len(named) < 2 or not chained:
            continue
        weights = [1.0, 0.5, 0.3]
        for rank, hit in enumerate(named):
            weight = weights[rank] if rank < 3 else 0.2
            if hit.concept in ("hallucination", "latency"):
                weight = DEFAULT_WEIGHTS[hit.concept]
            draft.claim("rubric", {"criterion": hit.concept, "weight": weight}, min(hit.first, frame.first), max(hit.last, frame.last), "in the order that was given")
            draft.use(*range(hit.first, hit.last + 1))
        return True
    return False
