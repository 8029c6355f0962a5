"""The model itself: dense or experts, its base, its size, how it is tuned, new words."""

from planner.reader.adapter import read_adapter
from planner.reader.base import read_base
from planner.reader.comparators import Comparators
from planner.reader.draft import Draft
from planner.reader.experts import read_experts_in_all, read_shape
from planner.reader.layout import Document
from planner.reader.negation import negated
from planner.reader.patterns import Lexicon
from planner.reader.senses import Senses
from planner.reader.words import word_set

_VOCABULARY = Lexicon({
    "extend": """
        words of its|their own;
        part|parts of ?the|its|his vocabulary|tokenizer|tokeniser|vocab;
        enter|enters|join|joins|become|becomes|get|gets|go|goes|come|comes|belong|belongs|want|wanted|need ..... in|into|to|the|its vocabulary|tokenizer|vocab;
        make|makes|turn|teach|proper|own|real|dedicated|separate|single ..... tokens|token;
        add|put|include|teach|extend|expand|enlarge|enrich|grow|take|widen|give ..... vocabulary|tokenizer|tokeniser|tokens;
        vocabulary ... extend*|expand*|enlarge*|grow*|wider|new;
        new|own|domain|extra|special|additional tokens; extend the vocab*; extended vocabulary;
        make|give|get|become|becomes|turn ..... vocabulary|tokenizer|tokeniser|vocab entries|entry|items|words; vocabulary entries|entry;
        give|gives|teach|teaches it|the|them ?model our|its|their own words|terms|names|jargon; give|gives ..... as ?single|own|whole|separate|new tokens|token; own words ... as tokens; our words|terms|names|codes|acronyms|abbreviations ..... tokens|token|vocabulary|tokenizer|tokeniser|vocab;
        vocab extension|extend; vocabulary=extend; vocab=extend; tokens of their|its own; tokens for;
        tokenizer|tokeniser ... learn*|know*|include*|our|extend*|extra;
        terms|words|names|codes|jargon ... as ?single|own|whole tokens; vocabular ... erweitern;
        own words in|into ?the vocabulary; single token; as one token; words ... into its vocabulary;
        erweiter* vokabular; etend* le vocabulaire; ampli* el vocabulario; ampli* o vocabulario
    """,
    "keep": """
        keep|leave|same ... vocabulary|tokenizer|tokeniser;
        vocabulary|tokenizer|tokeniser ... as ?it is|unchanged|stays|alone|untouched; vocabulary=keep;
        vocab=keep; no new tokens; dont touch|change the vocabulary|tokenizer|tokeniser;
        standard vocabulary|tokenizer; without new tokens
    """,
})  # fmt: skip

_SIZE = Lexicon({
    "size": """
        parameters; params; model; beyond; heavier; largest; biggest; bigger; larger; size; smaller; max_params; max_parameters; billion; weights;
        small; cap; sized; small model; modell; modelo; modele; modello; grosser; grosses; plus grand;
        mas grande; maior; piu grande; groter; in total; model.max_parameters; fits; stay under; up to;
        not bigger|larger; tiny; ones; nothing bigger|larger|above|over; anything bigger|larger|above|over;
        class; range; plenty; mark; enough; suffice; suffices; will do; is fine
    """,
})  # fmt: skip


SOUNDS = 0.6
"""Probability from which on a size sounds like that of the model."""


def read_model(draft: Draft, comparators: Comparators, senses: Senses) -> None:
    read_base(draft)
    _size(draft, comparators, senses)
    read_shape(draft)
    read_experts_in_all(draft)
    read_adapter(draft)
    _one_of(draft, _VOCABULARY, "model.vocabulary")


def _size(draft: Draft, comparators: Comparators, senses: Senses) -> None:
    document = draft.document
    hits = _SIZE.find(document)
    for i, token in enumerate(document.tokens):
        big = token.kind == "num" and float(token.value) >= 1e8 and token.kind != "money"
        if not draft.free(i) or not (token.kind == "params" or big):
            continue
        near = [
            h
            for h in hits
            if document.tokens[h.first].sentence == token.sentence
            and min(document.distance(h.first, i), document.distance(h.last, i)) < 2.5
        ]
        said_so = document.text[token.start : token.end].lower().endswith("b") and (
            bool(near) or comparators.of(i) is not None or senses.of(i).get("max_parameters", 0.0) > SOUNDS
        )
        if (
            big
            and not said_so
            and not any(
                document.norm(k)
                in word_set("parameters params model bigger larger max_params weights size max_parameters small")
                for h in near
                for k in range(h.first, h.last + 1)
            )
        ):
            continue
        if (
            token.kind == "params"
            and token.mark == ""
            and not near
            and not (senses.of(i).get("max_parameters", 0.0) > SOUNDS and _whole_model(document, i))
            and not (_PARAMETERS & set(document.norm(i).split()) and _whole_model(document, i))
            and document.norm(i + 1) not in ("model", "models")
            and comparators.of(i) is None
            and document.norm(i - 1) not in ("=", "about", "around")
        ):
            continue
        comparison = comparators.of(i)
        if comparison is not None and comparison.op in (">", ">=") and not comparison.weak and not _barred(document, i):
            continue
        if set(document.norms(i - 2, i)) & {"current", "old", "existing", "tokens"} or document.norm(i + 1) in word_set(
            "tokens rows records words customers requests"
        ):
            continue
        if _too_big(document, i):
            continue
        low, high = (min(comparison.first, i), max(comparison.last, i)) if comparison else (i, i)
        if (
            document.norm(high + 1) in ("parameters", "params", "model", "models")
            and document.tokens[high + 1].sentence == token.sentence
        ):
            high += 1
        draft.set("model.max_parameters", float(token.value), low, high)
        draft.use(i)


_PARAMETERS = word_set("parameters parameter params param parametres parametros parametri weights")
_OTHER_MODELS = word_set(
    "chatgpt openai theirs competitor competitors supplier vendor trained uses used was were had its"
)


def _whole_model(document: Document, i: int) -> bool:
    """Whether a count of parameters speaks of the model to be made, and not of one that there is."""
    first, last = document.sentences[document.tokens[i].sentence]
    return not _OTHER_MODELS & set(document.norms(first, last))


def _too_big(document: Document, i: int) -> bool:
    """ "A 70B would be too big"."""
    _, last = document.sentences[document.tokens[i].sentence]
    behind = document.norms(i + 1, min(last, i + 6))
    stop = next((k for k, word in enumerate(behind) if word in (";", ",", ".")), len(behind))
    return "too" in behind[:stop] and bool(word_set("big large heavy much fat slow") & set(behind[:stop]))


def _barred(document: Document, i: int) -> bool:
    """ "No model beyond 13B" is a cap."""
    low = document.sentences[document.tokens[i].sentence][0]
    high = document.sentences[document.tokens[i].sentence][1]
    around = set(document.norms(max(low, i - 6), min(high, i + 7)))
    return bool(
        word_set("no nothing not never none without dont cant") & set(document.norms(max(low, i - 5), i))
        or word_set("maximum max most ceiling cap limit largest biggest upper") & around
    )


def _one_of(draft: Draft, lexicon: Lexicon, path: str) -> None:
    document = draft.document
    for hit in lexicon.find(document):
        if negated(document, hit.first, hit.last, reach=3) and document.norm(hit.first) not in (
            "no",
            "dont",
            "without",
        ):
            continue
        draft.set(path, hit.concept, hit.first, hit.last)
