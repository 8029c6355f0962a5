"""Where a run happens and on what: the machine room, the GPUs and their memory, the region."""

import re

from planner.reader.draft import Draft
from planner.reader.layout import Document
from planner.reader.lexicon.hardware import CONSUMER, EUROPE, GPU, LINES, OVERSEAS, PLACES, REGION, WHERE
from planner.reader.machine_count import counted_as_set, counted_behind, cut_down, times_nodes
from planner.reader.negation import negated
from planner.reader.patterns import Lexicon
from planner.reader.words import word_set

_WHERE = Lexicon(WHERE)
_TRAIN = frozenset(
    """
        train trained training trains run runs running tune tuned compute computing processed process
        processing stay stays kept host hosted entire everything cloud only happens use using have own
    """.split()
)
_PLACE_CUES = frozenset(
    """
        region regions data datacenter datacentre centre center centres centers cloud hosted host hosting
        located location servers server aws azure gcp stay stays remain kept within inside processed train
        trained training run residency soil zone stand stands standing rented rent machine machines happens happen
        computed hardware calculated gpu gpus cards physically
    """.split()
)
_CPU = Lexicon(
    {
        "none": """
            gpu|gpus :|= none|no|zero; no gpu; no gpus; without ?a gpu; without gpus; no graphics card; cpu only; only cpu|cpus;
            only ?a cpu; dont have ?a|any gpu*; have no gpu*; havent got ?a|any gpu*; just cpu*; on cpu;
            keine grafikkarte; keine gpu; pas de gpu; sin gpu; sem gpu; senza gpu; no graphics cards;
            doesnt have ?a|any gpu|graphics
        """
    }
)


def read_compute(draft: Draft) -> None:
    _gpus(draft)
    _where(draft)
    _region(draft)


def _gpus(draft: Draft) -> None:
    document = draft.document
    tokens = document.tokens
    named = False
    for i, token in enumerate(tokens):
        if token.masked or i in draft.used or token.kind not in ("word", "num", "other", "model"):
            continue
        name, first, last = _gpu_name(draft, i)
        if not name:
            continue
        if negated(document, first, last, reach=3) or {"no", "buy", "instead"} & set(document.norms(first - 2, first)):
            continue
        if "rent" in document.norms(first - 3, first) and _HYPOTHETICAL & set(document.norms(first - 6, first)):
            continue
        words = document.norms(first - 4, first)
        if {"than", "not"} & set(words[-2:]):
            continue
        low, high = first, last
        count, count_at = _count_before(draft, first)
        if count is None:
            count, count_at, high = _count_after(draft, last, high)
        if count is None:
            count, count_at = counted_as_set(document, first)
        if count is None:
            count, count_at = counted_behind(draft, last)
        if (
            count is None
            and not _plural(document.norm(last))
            and (
                set(words[-2:]) & word_set("a an one single the our my this has its with on ein eine einer une un una")
                or document.norm(first - 1) in ("nvidia", "old", "used", "lone", "geforce")
            )
        ) and set(words[-3:]) & word_set("a an one single ein eine einer einem une un una lone"):
            count, count_at = 1.0, first - 1
        if not named:
            draft.set("compute.gpu", name, first, last)
            named = True
        if count is not None and count_at is not None:
            count, count_at = times_nodes(draft, count, count_at)
        if count is not None:
            start = min(first, count_at if count_at is not None else first)
            draft.set("compute.gpus", int(count), start, max(high, last, count_at or 0))
            draft.use(*([count_at] if count_at is not None and tokens[count_at].kind == "num" else []))
            low = start
        _memory(draft, low, max(high, last))
        draft.use(*range(first, last + 1))
    if not named:
        _counted_gpus(draft)
    cut_down(draft)
    for hit in _CPU.find(document):
        if draft.value("compute.gpus") is None:
            draft.set("compute.gpus", 0, hit.first, hit.last, "no GPU is there")
            break


_HYPOTHETICAL = word_set("could would might can cannot cant wont never dont not no instead")


def _plural(word: str) -> bool:
    return word.endswith("s") and len(word) > 3 and word != "l40s"


def _gpu_name(draft: Draft, i: int) -> tuple[str, int, int]:
    """(name in lower case, first, last token) of a GPU that begins at i; an empty name where there is none."""
    document = draft.document
    word, after = document.norm(i), document.norm(i + 1)
    if word in LINES:
        place = i
        while document.norm(place + 1) in LINES or document.norm(place + 1) in ("ada", "pro"):
            place += 1
        tail = document.norm(place + 1)
        number = document.tokens[place + 1] if place + 1 < len(document.tokens) else None
        if number is not None and (CONSUMER.match(tail) or GPU.match(tail)):
            end = place + 1
            extra = document.norm(end + 1)
            name = f"{'' if word == 'nvidia' else word + ' '}{tail}"
            if word == "nvidia" and document.norm(place) != "nvidia":
                name = f"{document.norm(place)} {tail}"
            if extra in ("ti", "super", "ada"):
                end, name = end + 1, f"{name} {extra}"
            return _singular(name.strip()), i, end
        return "", i, i
    if word == "l" and after in ("forty s", "40 s"):  # read as seconds
        return "l40s", i, i + 1
    if word == "l" and document.tokens[min(i + 1, len(document.tokens) - 1)].kind == "num" and after == "forty":
        return ("l40s", i, i + 2) if document.norm(i + 2) == "s" else ("l40", i, i + 1)
    if word in word_set("t4s l4s a10s a30s a40s a16s"):
        return word[:-1], i, i
    if word in word_set("m1 m2 m3 m4 t4 a2 l4 tpu a10 a16 a30 a40"):
        context = set(document.norms(i - 4, i + 5))
        counted = i > 0 and (
            document.tokens[i - 1].kind == "num" or document.norm(i - 1) in word_set("a an one single x the our ×")
        )
        if counted and not word.startswith(("m", "a2")):
            return _singular(word), i, i
        if not context & word_set(
            "gpu gpus card cards nvidia gb mac macbook apple train training cluster x pro max on "
            "ultra one server node v4 v5"
        ):
            return "", i, i
        if word.startswith("m") and not context & word_set("mac macbook apple pro max ultra chip"):
            return "", i, i
        return word, i, i
    if GPU.match(word) and word not in LINES:
        return _singular(word), i, i
    if (
        document.tokens[i].kind == "num"
        and re.fullmatch(r"[2345]0[5-9]0", word)
        and (
            document.norm(i - 1) in word_set("one a single two our the x my four old")
            or after in word_set("gpu gpus card cards ti super")
            or word_set("gpu card gaming graphics geforce with x two train pc") & set(document.norms(i - 4, i))
        )
    ):
        return (f"{word} {after}", i, i + 1) if after in ("ti", "super") else (word, i, i)
    return "", i, i


def _singular(name: str) -> str:
    return name[:-1] if name.endswith("s") and not name.endswith("l40s") else name


def _count_before(draft: Draft, first: int) -> tuple[float | None, int | None]:
    tokens = draft.document.tokens
    for i in range(first - 1, max(-1, first - 6), -1):
        token = tokens[i]
        if token.sentence != tokens[first].sentence or token.norm in word_set(", ; . : ( and -"):
            break
        if (
            token.kind == "num"
            and float(token.value).is_integer()
            and 0 < float(token.value) <= 100000
            and draft.free(i)
            and not token.mark
        ):
            if all(
                t.norm
                in word_set(
                    "x × * nvidia of our the used old new big times pcie sxm gpus cards geforce rtx tesla "
                    "spare free shiny own dedicated shared gpu idle pieces piece pcs units unit"
                )
                or t.kind == "memory"
                for t in tokens[i + 1 : first]
            ):
                return float(token.value), i
            break
        if token.kind == "num":
            break
    return None, None


def _count_after(draft: Draft, last: int, high: int) -> tuple[float | None, int | None, int]:
    """ "A100 x 4", "H100 (8 of them)", "GPUs (H200)" with the count in front of "GPUs"."""
    document = draft.document
    if (
        document.norm(last + 1) in ("x", "×", "*")
        and last + 2 < len(document.tokens)
        and document.tokens[last + 2].kind == "num"
    ):
        return float(document.tokens[last + 2].value), last + 2, last + 2
    first = last
    while first > 0 and document.norm(first - 1) in word_set("( nvidia rtx : = type of the a model kind"):
        first -= 1
    if first < last and document.norm(first - 1) in ("gpus", "cards", "gpu", "accelerators", "them"):
        token = document.tokens[first - 2] if first >= 2 else None
        if token is not None and token.kind == "num":
            return float(token.value), first - 2, high
    if (
        document.norm(last + 1) == "("
        and last + 2 < len(document.tokens)
        and document.tokens[last + 2].kind == "num"
        and document.norm(last + 3) in word_set("of ) x cards gpus pieces")
    ):
        return float(document.tokens[last + 2].value), last + 2, last + 2
    return None, None, high


def _memory(draft: Draft, first: int, last: int) -> None:
    document = draft.document
    for i in range(max(0, first - 4), min(len(document.tokens), last + 7)):
        token = document.tokens[i]
        if (
            token.kind == "memory"
            and draft.free(i)
            and token.sentence == document.tokens[last].sentence
            and 2 <= float(token.value) <= 1000
        ):
            following = document.norms(i + 1, i + 4)
            if (
                word_set("ram disk ssd storage data text documents reports of") & set(following[:1])
                and "vram" not in following
            ):
                continue
            between = document.norms(min(i, last) + 1, max(i, last))
            if ("and" in between or "." in between or ";" in between) and "each" not in following:
                continue
            draft.set("compute.memory_gb", float(token.value), min(first, i), max(last, i))
            draft.use(i)
            return


def _counted_gpus(draft: Draft) -> None:
    """ "Two GPUs with 24 GB each", "a 24 GB card": a number of GPUs without their name."""
    document = draft.document
    for i, token in enumerate(document.tokens):
        if token.masked or token.norm not in word_set(
            "gpu gpus graphics card cards vram grafikkarte grafikkarten carte cartes tarjeta tarjetas placa placas"
        ):
            continue
        if (
            token.norm in word_set("card cards carte cartes tarjeta tarjetas placa placas")
            and document.norm(i - 1) not in ("graphics", "gb", "gpu", "video", "gaming")
            and (i == 0 or document.tokens[i - 1].kind != "memory")
            and not _holds_memory(document, i)
        ):
            continue
        if document.norm(i + 1) in word_set("hour hours h time supplier budget"):
            continue
        for k in range(i - 1, max(-1, i - 5), -1):
            before = document.tokens[k]
            if before.sentence != token.sentence or before.norm in (",", ".", "-"):
                break
            if (
                before.kind == "num"
                and draft.free(k)
                and float(before.value).is_integer()
                and 0 < float(before.value) < 100000
            ):
                draft.set("compute.gpus", int(before.value), k, i)
                draft.use(k)
                break
            if (
                before.norm in word_set("one a an single ein eine une una")
                and token.norm in ("gpu", "card", "graphics", "grafikkarte", "tarjeta", "carte")
                and not {"no", "not", "without"} & set(document.norms(k - 2, k))
            ):
                if before.norm in ("one", "single") or any(
                    document.tokens[m].kind == "memory" for m in range(max(0, i - 3), min(i + 5, len(document.tokens)))
                ):
                    draft.set("compute.gpus", 1, k, i)
                break
        _memory(draft, max(0, i - 1), i)
        _rest_of_cards(draft, i)
        return


def _holds_memory(document: Document, i: int) -> bool:
    """ "Our one card with 24 GB", "the card is a single 16 GB one": cards of a computer and not of a game."""
    for k in range(i + 1, min(i + 7, document.sentences[document.tokens[i].sentence][1])):
        if document.tokens[k].kind == "memory":
            return not {"sd", "memory", "micro"} & set(document.norms(i - 2, i))
        if document.norm(k) not in word_set("with of is has have holds a an the single only one our each that and ,"):
            return False
    return False


def _rest_of_cards(draft: Draft, i: int) -> None:
    """What the same sentence says further on: "4 GPUs in our basement, cards of 48 GB", "the card is a single one"."""
    document = draft.document
    _, last = document.sentences[document.tokens[i].sentence]
    for k in range(i, last):
        if draft.value("compute.memory_gb") is None and document.norm(k) in ("card", "cards", "each") and k > i:
            _memory(draft, k, k)
        if draft.value("compute.gpus") is None and document.norm(k) == "single" and k <= i + 5 and k > i:
            draft.set("compute.gpus", 1, i, k)


def _where(draft: Draft) -> None:
    document = draft.document
    tokens = document.tokens
    for hit in _WHERE.find(document):
        words = document.norms(hit.first, hit.last + 1)
        if any(tokens[k].masked for k in range(hit.first, hit.last + 1)) or negated(
            document, hit.first, hit.last, reach=3
        ):
            continue
        if hit.concept == "ray":
            if (
                words == ["ray"]
                and not word_set("cluster on with use job jobs : = our")
                & set(document.norms(hit.first - 3, hit.last + 2))
                and not _listed(document, hit.first)
            ):
                continue
            if document.norm(hit.first - 1) == "x" or (
                document.text[tokens[hit.first].start : tokens[hit.first].end] == "ray"
                and "cluster" not in words
                and document.norm(hit.first - 1) not in ("on", "with", "=", ":")
                and not _listed(document, hit.first)
            ):
                continue
        first, last = document.sentences[tokens[hit.first].sentence]
        sentence = set(document.norms(first, last))
        if hit.concept == "local":
            single = set(words) <= word_set(
                "local our computer computers pc laptop server servers the machine machines mac "
                "workstation desktop my one"
            )
            if words == ["local"] and not word_set("machine training run train = : only") & set(
                document.norms(hit.first - 2, hit.last + 3)
            ):
                continue
            if single and not sentence & (_TRAIN | {"run"}):
                continue
            if {"employee", "staff"} & set(words):
                continue
        if hit.concept in ("ray", "kubernetes") and draft.value("compute.where") == "local":
            draft.claims = [c for c in draft.claims if c.path != "compute.where"]
        if hit.concept == "local" and draft.value("compute.where") is not None:
            continue
        if draft.value("compute.where") is None:
            draft.set("compute.where", hit.concept, hit.first, hit.last)


def _listed(document: Document, i: int) -> bool:
    """Whether a word stands alone in a list of machines and settings: "Ray, 16 H200s in us-east-2"."""
    first, last = document.sentences[document.tokens[i].sentence]
    alone = (i == first or document.tokens[i - 1].kind == "punct") and (
        i + 1 == last or document.tokens[i + 1].kind == "punct"
    )
    around = range(max(0, i - 10), min(len(document.tokens), i + 10))
    return alone and any(
        GPU.match(document.norm(k))
        or REGION.match(document.norm(k))
        or document.tokens[k].kind in ("gpu_hours", "memory")
        for k in around
    )


def apart(one: str, two: str) -> bool:
    """Whether two regions surely have nothing in common: a place in Europe and a cloud's region elsewhere."""
    return any((a in EUROPE and OVERSEAS.match(b)) or (b in EUROPE and OVERSEAS.match(a)) for a, b in [(one, two)])


def _region(draft: Draft) -> None:
    document = draft.document
    for i, token in enumerate(document.tokens):
        if token.masked or token.kind not in ("word", "other"):
            continue
        text, last = token.norm, i
        raw = (
            document.text[token.start : token.end + 24].split()[0].strip(".,;:()`\"'*").lower()
            if token.start < len(document.text) and document.text[token.start : token.end + 24].split()
            else ""
        )
        if REGION.match(raw):
            while last + 1 < len(document.tokens) and document.tokens[last + 1].start < token.start + len(raw):
                last += 1
            draft.set("compute.region", raw, i, last)
            continue
        place = PLACES.get(text)
        if place is None:
            continue
        if text in ("us", "eu", "uk") and document.text[token.start : token.end].islower():
            continue
        first, end = document.sentences[token.sentence]
        before, around = document.norms(max(first, i - 3), i), set(document.norms(max(first, i - 9), min(end, i + 5)))
        roomy = document.turn and {"room", "full", "capacity", "space", "instead"} & around
        if not roomy and not word_set("in inside within region the only : = on leave leaves outside") & set(
            before[-2:]
        ):
            continue
        if (around & _PLACE_CUES or roomy or any(GPU.match(word) for word in around)) and not word_set(
            "customers guests company hospital office founded based"
        ) & set(document.norms(max(first, i - 5), i)):
            if negated(document, i, i, reach=3, after=False) or {"outside", "leave", "leaves"} & set(before):
                inside = {"outside", "leave", "leaves"} & set(document.norms(max(first, i - 5), i))
                if not inside:
                    continue
            known = draft.value("compute.region")
            if known is None or apart(str(known), place):
                draft.set("compute.region", place, max(first, i - 2), i)
