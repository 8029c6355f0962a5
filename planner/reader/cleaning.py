"""What happens to each record before anything is learned: personal data, secrets, copies, test questions."""

from planner.reader.draft import Draft
from planner.reader.negation import negated
from planner.reader.patterns import Lexicon
from planner.reader.words import word_set

_PERSONAL = (
    "names|name|personal|private|addresses|address|pii|phone|phones|telephone|patients|patient|identit*|identif*|account|accounts|birth|customers|customer|email|emails|e-mail|gdpr|people|persons|surname*|insured|iban|ibans|card|cards|credit|passport*|"
    "tenants|residents|pupils|childrens|children|policyholder*|plate|plates|contact|ssn|ssns|social|national|mobile|sensitive|clients|guests|students|donors|members|employees|staff|signature*|nhs|applicants|namen|adressen|personenbezogen*|noms|nombres|nomes|nomi|donnees|datos|dati|dados|initials|numbers|them|everyone|anyone|claimants"
)
_PII = Lexicon({
    "drop": f"""
        throw|throws|drop|drops|delete|deletes|remove|removes|discard|exclude|skip ?away ?out ... record|records|row|rows|document|documents|conversation|conversations|ticket|tickets|chat|chats|mail|mails|letter|letters|message|messages|case|cases ... in which|where|that ..... named|identified|identifiable|recognisable|iban|{_PERSONAL};
        drop|drops|dropped|remove|removed|delete|deleted|discard|discarded|throw|exclude|excluded|leave|left|skip|bin|kick ... record|records|row|rows|document|documents|conversation|conversations|ticket|tickets|chat|chats|mail|mails|letter|letters|file|files|entry|entries|message|messages|case|cases|anything|everything|any|transcript|transcripts ... with|containing|contains|that|where|mention*|has|have ?a|any|any {_PERSONAL};
        record|records|row|rows|document|documents|conversation|conversations|ticket|tickets|chat|chats|mail|mails|letter|letters|entry|entries|message|messages|case|cases|anything|file|files|transcripts|whatever|everything with|containing|contains|that|where|which|in|has|holding|still|mention* ... {_PERSONAL} ... dropped|drop|removed|deleted|discarded|thrown|out|excluded|left|binned|go|goes|kicked|skipped|drops;
        pii=drop; pii : drop; pii = drop; pii: drop; drop pii; pii drop; dropped not masked|redacted;
        drop* ... altogether|entirely|completely; dropped , not masked; rather than masked|redacted;
        not masked; not ... redacted but|dropped; instead of mask*|redact*
    """,
    "redact": f"""
        replace|remove|delete|strip|hide|clean|scrub|mask|redact|cover|overwrite ... names|addresses|surnames|emails|birthdays;
        personal data|information|details must|may|should|shall not ..... model|training|it|learn*;
        no personal data|information ... in|into ?the model|training;
        mask|masked|masking|masks ... {_PERSONAL};
        {_PERSONAL} ... masked|mask|redacted|blacked|blackened|anonymised|anonymized|pseudonymised|pseudonymized|removed|hidden|hide|replaced|blanked|scrubbed|obscured|stripped|out|unreadable|crossed|deleted|dropped|taken|starred|xed|cleaned;
        redact|redacted|redacting|redacts; anonymi*; pseudonymi*;
        black|blank|cross|strip|scrub|take|white|star|x|blur|cut|strike out|away ?the|all|any|our {_PERSONAL};
        black|blank|cross|strip|scrub|take|white|star|cut|strike|clean|hide|replace|remove|delete ?out|away ?all|any|every ?the|our|their|customer|patient|personal|peoples {_PERSONAL};
        pii=redact; pii = redact; pii : redact; pii: redact; blacked; blackened; blacked out;
        blank|blanked|black out ... {_PERSONAL}; replace|remove|removed|strip|hide|scrub ... {_PERSONAL};
        not be recognis*|recogniz*|identif*; not recognis*|recogniz*|identif*; no ... recognis*|identifiable;
        unrecognis*|unrecogniz*; de identif*; deidentif*; placeholders;
        no ?real|peoples|personal|customer|customers|patient|patients names; without names; schwarz*;
        anonymis*; caviard*; masquer|masque; anonimiz*; anonimis*; oscurare|oscurati; anonimo; geanonimiseerd;
        onherkenbaar; names go|goes out; personal data ?must|has|should ?to out|go|goes; gdpr clean; mask pii;
        pii masked; scrub pii
    """,
    "keep": f"""
        names can|may|should|shall ?all stay|remain; mask|redact|anonymise|anonymize nothing;
        keep|leave|retain ... names|personal|pii|addresses ... in|as|they|unmasked|unredacted|there|untouched|intact|it;
        names|personal|pii|addresses|contacts ... stay|stays|remain|kept|may|can ... in|unmasked|visible|as|untouched|there;
        names|addresses must|should|have|has|need ?to be|stay kept|in|unmasked|visible;
        keep|keeps|keeping|retain ?all ?the ?real ?their names ?in; pii=keep; pii = keep; pii : keep;
        pii: keep; keep pii; no redaction; no masking; no anonymi*; without redact*|mask*|anonymi*;
        dont|not|neednt mask|redact|anonymise|anonymize|touch ?the {_PERSONAL}; unmasked; unredacted;
        names are public; need ... real names; keep the names
    """,
})  # fmt: skip
_SECRETS = Lexicon({
    "redact": """
        mask|masked|redact|redacted|hide|remove|removed|strip|scrub|blank|black|replace|cross|clean|x|delete|take ... password|passwords|secret|secrets|token|tokens|credential|credentials|key|keys|pins;
        password|passwords|secrets|tokens|credentials|keys|api ... masked|redacted|removed|blanked|hidden|stripped|scrubbed|replaced|out|blacked;
        secrets=redact; secrets = redact; secrets: redact; secrets : redact
    """,
    "drop": """
        drop|drops|dropped|throw|discard|delete|exclude|skip|leave|bin ... file|files|record|records|row|rows|document|documents|message|messages|anything|everything|chat|chats|line|lines|any|commit|commits|ticket|tickets ... password|passwords|secret|secrets|token|tokens|credential|credentials|key|keys;
        file|files|record|records|row|rows|document|documents|message|messages|anything|line|lines|whatever|tickets|chats|commits with|containing|contains|that|where|holding ... password|passwords|secret|secrets|credential|credentials|key|keys ... dropped|drop|out|discarded|removed|deleted|skipped|excluded|thrown|binned;
        secrets=drop; secrets = drop; secrets: drop; secrets : drop
    """,
})  # fmt: skip
_COPIES = Lexicon({
    "near": """
        near duplicate*; near dupe*;
        nearly|almost|virtually|practically|pretty ?much ?the identical|same|duplicate*|copies|equal;
        near identical; near copies; near dedup*; near_dedup; fuzzy dedup*|duplicate*;
        variants|versions of the same; similar copies|versions;
        same ... slightly|minor|small different|differences|changes|wording; differ only in|by;
        differ ... only in|by; slightly different|reworded|changed|edited; reworded copies; only ... differ*;
        template mails|letters; copy and paste; copy pasted; boilerplate copies; beinahe duplikate;
        fast identisch*; presque identiques; casi identic*; casi duplicad*; quase identic*; quase duplicad*;
        quasi identic*; bijna identiek*; almost word for word; lookalikes; look alikes
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
            no test questions|question|item ... training;
            training ?data|set|material ?must|should|be free|clean of|from ?the|any test*|exam*
        """
    }
)


def read_cleaning(draft: Draft) -> None:
    _pii(draft)
    _secrets(draft)
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


_SECRET_WORDS = frozenset(
    """
    password passwords secret secrets token tokens credential credentials key keys pins
""".split()
)


def _pii(draft: Draft) -> None:
    document = draft.document
    best: tuple[int, str, int, int] | None = None
    rank = {"drop": 2, "keep": 1, "redact": 0}
    for hit in _PII.find(document):
        words = document.norms(hit.first, hit.last + 1)
        first, last = document.sentences[document.tokens[hit.first].sentence]
        sentence = set(document.norms(first, last))
        if any(document.tokens[k].kind == "path" for k in range(hit.first, hit.last + 1)):
            continue
        if (
            "names" in words
            and word_set("product brand company street file place drug our")
            & set(document.norms(hit.first - 2, hit.first + 1))
            and "customers" not in words
            and not {"staff", "guests", "patients", "customers", "people"} & sentence
        ):
            continue
        if (
            hit.concept == "redact"
            and set(words) & _SECRET_WORDS
            and not word_set("names personal name addresses account card phone") & set(words)
        ):
            continue
        if (
            hit.concept == "redact"
            and words[0] in word_set("redact redacted redacting redacts mask masked blacked blackened placeholders")
            and _SECRET_WORDS & sentence
            and not word_set("names name personal addresses pii phone customers emails patients") & sentence
        ):
            continue
        strong = word_set(
            "mask masked redact redacted redacting anonymise anonymised anonymize anonymized "
            "blacked pseudonymised pii recognisable recognizable identifiable placeholders "
            "blackened black blank unrecognisable"
        ) & set(words) or words[0].startswith(
            ("anonym", "anonim", "pseudonym", "schwarz", "caviard", "deidentif", "unrecogn")
        )
        if (
            hit.concept == "redact"
            and not strong
            and not word_set(
                "names name personal addresses address phone numbers emails email birth namen noms "
                "nombres nomi nomes adressen identities private plates contact surnames iban ibans "
                "account identification initials"
            )
            & set(words)
        ):
            continue
        if (
            hit.concept == "redact"
            and "out" in words
            and words[-1] == "out"
            and len(words) > 2
            and not word_set("names name personal addresses phone numbers emails") & set(words[:2])
        ):
            continue
        if (
            hit.concept == "redact"
            and word_set("file brand product domain column company street place model drug tool names?")
            & set(document.norms(hit.first - 1, hit.first + 2))
            and not strong
        ):
            continue
        if (
            hit.concept == "drop"
            and words[0] in ("not", "rather", "instead", "dropped")
            and len(words) <= 4
            and not word_set(
                "personal names pii data records record masked redacted customer patients redacting masking"
            )
            & sentence
        ):
            continue
        if (
            hit.concept == "drop"
            and not word_set(
                "personal pii names name private sensitive account identity identifying phone address "
                "addresses identifiable iban card masked redacted patient passport birth masking "
                "redacting email emails ssn data"
            )
            & sentence
        ):
            continue
        if (
            hit.concept == "drop"
            and "with" in words
            and not word_set(
                "personal pii names name private account phone address addresses iban card identity "
                "birth email identifiable sensitive passport national ssn contact"
            )
            & set(document.norms(hit.first, hit.last + 4))
        ):
            continue
        if negated(document, hit.first, hit.last, reach=4, after=False) and words[0] not in (
            "not",
            "no",
            "dont",
            "without",
            "neednt",
        ):
            if (
                hit.concept == "redact"
                and not {"keep", "names"} & set(words)
                and {"not", "dont", "no"} & set(document.norms(hit.first - 3, hit.first))
            ):
                if "be" in document.norms(hit.first - 3, hit.first) or "drop" in sentence or "dropped" in sentence:
                    continue
                best = best or (1, "keep", max(first, hit.first - 2), hit.last)
            if hit.concept != "redact" or not strong:
                continue
            continue
        if (
            hit.concept == "redact"
            and {"isnt", "not"} & set(document.norms(hit.last + 1, hit.last + 3))
            and "enough" in document.norms(hit.last + 1, hit.last + 5)
        ):
            continue
        if {best[1] if best else "", hit.concept} in ({"keep", "redact"}, {"keep", "drop"}) and best is not None:
            draft.claim("data.cleaning.pii", best[1], best[2], best[3])
            draft.claim("data.cleaning.pii", hit.concept, hit.first, hit.last)
            return
        if best is None or rank[hit.concept] > best[0]:
            best = (rank[hit.concept], hit.concept, hit.first, hit.last)
    if best is not None:
        draft.set("data.cleaning.pii", best[1], best[2], best[3])


def _secrets(draft: Draft) -> None:
    document = draft.document
    hits = _SECRETS.find(document)
    drop = next((h for h in hits if h.concept == "drop"), None)
    hit = drop or next(iter(hits), None)
    if hit is None or negated(document, hit.first, hit.last, reach=3, after=False):
        return
    words = document.norms(hit.first, hit.last + 1)
    if words[-1] in ("key", "keys", "token", "tokens") and not word_set(
        "api passwords password secrets access ssh private credentials"
    ) & set(document.norms(hit.first, hit.last + 4)):
        return
    if drop and {"mask", "masked", "redact", "redacted"} & set(words):
        hit = next((h for h in hits if h.concept == "redact"), hit)
    draft.set("data.cleaning.secrets", hit.concept, hit.first, hit.last)


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
