"""Generated examples and the model's name."""

import re

from planner.reader.draft import Draft
from planner.reader.negation import negated
from planner.reader.patterns import Lexicon
from planner.reader.words import word_set

_SYNTHETIC = Lexicon({
    "make": """
        invent|write|create|produce|make another <num>; fabricate ... more|examples;
        synth; synthetic ?training|data|examples|ones|samples|pairs; synthesi*;
        generate|generates|generated|generating|generation; make|making|made up ?to <num>; make up;
        invent|write|create|produce|come ?up ?with ... more|extra|additional|artificial|new|further|another|similar ?training examples|pairs|samples|ones|questions|mails|replies|cases|similar;
        artificial; augment*; extra|additional|more examples|samples|pairs; data.synthetic.examples;
        invent ... more; make ... more; top|fill|pad ... up; made up examples|ones|data; examples of your own;
        kunstlich*; synthetisch*; erzeug*; synthetique*; sintetic*; generer; generar; gerar; generare;
        genereer*; expand ... to; write ... more; think up; imagine ... more;
        more ?of the same ?kind|style|sort; more like them|these|those; machine made; machine written;
        self made; dream up; produce ... more; another <num> examples|made|generated|artificial
    """,
})  # fmt: skip
_NAME = Lexicon(
    {
        "name": """
            name|call it|the|this|our|them ?thing ?model ?bot|assistant|result|child ?please; name =; name :;
            called; named; its name is|:; name is; name should be; name it; model name;
            should|shall be called|named; will be called; is to be called; working title; goes by ?the ?name;
            christen it; code name; codename; project name; baptise it; nenn es|ihn|das|sie; soll ... heissen;
            appelle|appelez le|la; llama|llamalo|llamarlo; chame o; chiamalo; noem het
        """
    }
)
_PLAIN = frozenset(
    """
        a an the it in on at so what whatever and or for when if that this by from today about centre center
        line up anything something you please something later our your with us me them as is be
    """.split()
)


def read_synthetic(draft: Draft) -> None:
    document = draft.document
    for hit in _SYNTHETIC.find(document):
        words = document.norms(hit.first, hit.last + 1)
        if any(
            k in draft.used or document.tokens[k].masked
            for k in range(hit.first, hit.last + 1)
            if document.tokens[k].kind == "num"
        ):
            continue
        if words[0] in ("extra", "additional", "more") and not word_set(
            "generate generated synth make create write invent produce artificial"
        ) & set(document.norms(hit.first - 6, hit.last + 4)):
            continue
        generic = words[0].startswith(("generat", "generer", "generar", "gerar", "genereer")) or words[0] in word_set(
            "make making made write create invent produce top fill pad expand come augment"
        )
        number = _number(draft, hit.first, hit.last)
        around = set(document.norms(hit.first - 2, hit.last + 8))
        examples = (
            word_set(
                "examples example pairs samples synthetic artificial more training data ones extra "
                "additional cases similar further another new"
            )
            & around
        )
        if negated(document, hit.first, hit.last, reach=3):
            if (
                examples
                and (not generic or word_set("examples data synthetic samples pairs artificial") & around)
                and not {"things", "stuff", "facts", "something"} & around
            ):
                draft.withdrawn.append(("data.synthetic", None, document.quote(max(0, hit.first - 1), hit.last)))
            continue
        if number is None or (generic and not examples):
            continue
        if words[:1] == ["made"] and {"facts", "answers", "reasons"} & around:
            continue
        if draft.value("data.synthetic.examples") is not None:
            continue
        draft.set(
            "data.synthetic.examples", int(document.tokens[number].value), min(hit.first, number), max(hit.last, number)
        )
        draft.use(number, *range(hit.first, hit.last + 1))


def _number(draft: Draft, first: int, last: int) -> int | None:
    document = draft.document
    sentence = document.tokens[first].sentence
    order: list[int] = [*range(first, last + 1), *range(last + 1, last + 7), *range(first - 1, first - 6, -1)]
    for i in order:
        if not 0 <= i < len(document.tokens) or document.tokens[i].sentence != sentence:
            continue
        token = document.tokens[i]
        if (
            token.kind == "num"
            and draft.free(i)
            and float(token.value).is_integer()
            and 1 <= float(token.value) <= 1e8
            and not token.signed
        ):
            if word_set("words sentences bullets lines trials pages minutes") & set(document.norms(i + 1, i + 2)):
                continue
            return i
    return None


def read_name(draft: Draft) -> None:
    """ "Call the thing Clausula Sevilla", "name it clausy"."""
    document = draft.document
    for hit in _NAME.find(document):
        if negated(document, hit.first, hit.last, reach=2, after=False) or document.tokens[hit.first].masked:
            continue
        words = document.norms(hit.first, hit.last + 1)
        start = document.tokens[hit.last].end
        rest = document.text[start : start + 60]
        quoted = re.match(r"\s*(?:=|:|is)?\s*[\"“'„«`*]+([^\"”'“»`*\n]{2,40})[\"”'“»`*]", rest)
        plain = re.match(r"\s*(?:=\s*|:\s*)?((?:[A-Z][\w’'-]*|[A-Z0-9]{2,})(?:[ ]+(?:[A-Z][\w’'-]*|\d+))*)", rest)
        lower = re.match(
            r"\s*(?:=\s*|:\s*)?([\w-]{3,30})(?=\s*(?:[.,;!?)]|$|and\b|please\b|one\b|for\b|in\b|thanks\b|thx\b|or\b|with\b|if\b|[–-]|[^\w\s]))",
            rest,
        )
        soft = words[0] in ("called", "named")
        found = (
            quoted
            or plain
            or (
                lower
                if not soft
                and words[0] in word_set("name call nenn its model should shall will is working christen baptise")
                else None
            )
        )
        if found is None:
            continue
        name = found.group(1).strip(" .,;")
        if name.lower() in _PLAIN or (soft and not _about_model(draft, hit.first)):
            continue
        if words[:2] in (["call", "the"], ["call", "our"]) and len(words) == 2:
            continue
        begin, end = start + found.start(1), start + found.end(1)
        last = max((k for k, t in enumerate(document.tokens) if t.start < end and t.end > begin), default=None)
        if last is None or last < hit.last:
            continue
        if "column" in document.norms(hit.first - 3, hit.first):
            continue
        draft.set("name", _slug(name), hit.first, last)
        return


def _about_model(draft: Draft, first: int) -> bool:
    document = draft.document
    return bool(
        word_set("model bot assistant chatbot classifier it thing tutor be") & set(document.norms(first - 3, first))
    ) and not word_set("column columns file folder table sheet field company") & set(document.norms(first - 4, first))


def _slug(name: str) -> str:
    from planner.reader.tokens import fold

    return re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-")
