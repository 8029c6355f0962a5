"""Answers that say where they stand: "with the clause number it was taken from", "each reply gives its page".

No one phrase says so. What is weighed is a place in a text (a page, a clause, the number of a contract), whether
something gives it (a verb, "together with"), whether it is given with an answer, and whether the answer rests on it.
"""

from planner.reader.draft import Draft
from planner.reader.layout import Document
from planner.reader.negation import negated
from planner.reader.words import word_set

ENOUGH = 3.2
"""Weight from which on a place is one that answers are to give."""
_PARTS = word_set(
    "page pages section sections paragraph paragraphs clause clauses article articles chapter chapters passage passages verse "
    "footnote footnotes source sources citation citations sheet para paras §"
)
"""Parts of a text: naming one is a reference by itself."""
_PAPERS = word_set(
    "contract document documents protocol procedure sop manual report circular ruling judgment judgement decision record "
    "leaflet law statute standard norm policy drawing bulletin guideline handbook rule regulation file article study paper act "
    "annex minute minutes map datasheet runbook instruction opinion deed decree directive ordinance provision basis case "
    "playbook wiki guide"
)
_MARKS = word_set("number numbers no nr id ids title titles name names mark reference ref code link heading url")
_NUMBERS = word_set("number numbers nr id ids title mark reference ref")
"""Of these also with a name of a text that is not known."""
_OWN = word_set(
    "phone order booking ticket customer account card tracking vat model serial room house invoice user file tax part batch "
    "reservation policy member employee staff patient bank licence license passport mobile telephone contact first last full "
    "family company street product brand item project their his her your my our the a an its of by and or in to with no any "
    "same this that zip post postal postcode error bar qr source"
)
"""In front of "number" or "name": of people and things, and not of a text."""
_ANSWERS = word_set(
    "answer answers answered answering reply replies replied response responses respond responds solution statement statements "
    "claim claims finding step explanation sentence recommendation fact"
)
_GIVES = word_set(
    "give gives giving given name names naming state states stating show shows showing tell tells telling told add adds adding "
    "mention mentions mentioning quote quotes quoting cite cites citing indicate indicates indicating include includes including "
    "carry carries contain contains print prints put puts attach attaches attaching append appends point points pointing refer "
    "refers referring say says saying bear bears link links linking specify specifies note notes see sees know want need "
    "needs backed accompanied identify identifies display displays provide provides reference references"
)
_WITH = word_set("with plus + including & alongside by")
_GIVEN = word_set("given named quoted cited stated shown mentioned indicated attached printed brackets noted included")
_RESTS = word_set(
    "taken took came comes come found rests rest based relies relied rely stands stand stood drawn drew lifted lean leans stems "
    "originates derives derived used uses backs supports written read quoted applies applied governs says"
)
_PLACED = word_set("from in on")
_ASKED = word_set(
    "must should shall always please pls every each has have essential needed wanted required want need needs let"
)
_SPEAKERS = word_set("it bot model assistant system tool he she")
_SKIPPED = word_set(
    "the its a an each every which what exact right relevant of and or that in on correct corresponding respective matching as is "
    "were to precise legal also to us them me where for their related underlying very proper ( ,"
)
_AMISS = word_set("old wrong missing their our my new cover front first last")
_IT = word_set("it that they each this you i one we answer statement")
_SHEETS = word_set("fact data time score spread stat price cheat")
"""Of sheets that are texts by themselves."""
_NOT_SO = word_set("column columns header headers scan scans scanned dated removed")


def read_citing(draft: Draft) -> None:
    """Claims `citation` where answers are to say what they rest on."""
    document = draft.document
    for first, last in document.sentences.values():
        words = document.norms(first, last)
        if not any(w in _PARTS or w in _PAPERS or w in _MARKS for w in words) or _of_data(document, first, last):
            continue
        asked = 0.6 * bool(_ASKED & set(words))
        best: tuple[float, int, int] | None = None
        for begin, end, weight in _places(words):
            weight += asked + _weight(words, begin, end)
            low, high = first + begin, first + end
            if _none_without(words, begin):
                weight += 1.2
            elif negated(document, low, high, reach=5):
                continue
            if weight >= ENOUGH and draft.free(low) and (best is None or weight > best[0]):
                best = (weight, low, high)
        if best is not None:
            draft.claim(
                "rubric",
                {"criterion": "citation", "weight": 0.5},
                best[1],
                best[2],
                "no weight was named, so it has the usual one",
            )
            draft.use(*range(best[1], best[2] + 1))
            return


def _of_data(document: Document, first: int, last: int) -> bool:
    """Whether a sentence describes a file, or stands where no wishes do."""
    block = document.block_of[first]
    paths = [k for k in range(first, last) if document.tokens[k].kind == "path"]
    described = any(block.kind == "row" or k == first or document.norm(k + 1) in _HOLDS for k in paths)
    return described or block.kind == "heading" or bool(_NOT_SO & set(document.norms(first, last)))


_HOLDS = word_set("has have holds contains comes with lists shows is are : = - ( |")


def _places(words: list[str]) -> list[tuple[int, int, float]]:
    """First and last word of each place in a text, and how plainly it is one."""
    found = []
    for k, word in enumerate(words):
        before, after = words[k - 1] if k else "", words[k + 1] if k + 1 < len(words) else ""
        if after.isdigit() or after in ("one", "two", "three") or before.isdigit() or before in ("one", "two", "half"):
            continue  # "page 12", "one page"
        if before in _SHEETS:
            continue
        if word in _PARTS or word in _PAPERS:
            marked = after in _MARKS
            named = k > 1 and before in ("of", "the", "its", "a") and _MARKS & set(words[max(0, k - 3) : k])
            numbered = after == "by" and bool(_MARKS & set(words[k + 2 : k + 4]))
            two = after in ("and", "or", "+", ",") and bool((_PARTS | _PAPERS) & set(words[k + 2 : k + 4]))
            weight = 1.0 if word in _PARTS else 0.8
            start = next((j for j in range(max(0, k - 3), k) if words[j] in _MARKS), k) if named else k
            found.append((start, k + marked, weight + 0.7 * (marked or bool(named) or numbered) + 0.5 * two))
        elif (
            word in _NUMBERS and before.isalpha() and before not in _OWN | _PARTS | _PAPERS | _GIVES and len(before) > 1
        ):
            found.append((k - 1, k, 1.0))
    return found


def _weight(words: list[str], begin: int, end: int) -> float:
    """How much the words around a place speak for an answer that gives it."""
    near = begin - 1
    while near >= 0 and (words[near] in _SKIPPED or words[near] in _PARTS | _PAPERS | _MARKS):
        near -= 1
    ahead = words[max(0, begin - 14) : begin]
    behind = words[end + 1 : end + 10]
    given = near >= 0 and begin - near <= 7 and words[near] in _GIVES
    linked = near >= 0 and (words[near] in _WITH or words[begin - 1] in _WITH)
    answer_ahead = bool(_ANSWERS & set(ahead))
    answer_behind = bool(_ANSWERS & set(behind[:6]))
    weight = 1.2 * (given or linked or bool(_GIVES & set(words[max(0, begin - 4) : begin])))
    weight += 1.2 * (answer_ahead or answer_behind)
    if not (given or linked) and "and" in words[max(0, begin - 3) : begin] and answer_ahead:
        weight += 0.6  # "the answer and the page"
    weight += 1.5 * _rests(behind)
    weight += 0.8 * bool({"which", "what", "where"} & set(words[max(0, begin - 2) : begin]))
    weight += 0.7 * bool(_GIVEN & set(behind[:5]))
    weight += 0.8 * (given and bool(_SPEAKERS & set(ahead)) and not (answer_ahead or answer_behind))
    weight -= 2.0 * bool(_AMISS & set(words[max(0, begin - 2) : begin]))
    return weight - 1.0 * (behind[:1] in (["on"], ["about"], ["for"], ["to"]) and not _rests(behind))


def _rests(behind: list[str]) -> bool:
    """ "It was taken from", "where it stands", "that an answer rests on", "it's from", "relied upon"."""
    for k, word in enumerate(behind):
        if word in (".", ";", "|", "!", "?"):
            break
        said = bool(_IT & set(behind[:k])) or k == 0
        if said and word in _RESTS:
            return True
        if (
            word in ("is", "its", "was", "are", "theyre", "thats")
            and behind[k + 1 : k + 2]
            and behind[k + 1] in _PLACED
        ):
            return True
        if word in ("check", "find", "look", "verify", "read") and behind[k + 1 : k + 2] == ["it"]:
            return True
    return False


def _none_without(words: list[str], begin: int) -> bool:
    """ "No answer without its source"."""
    ahead = words[max(0, begin - 14) : begin]
    return "without" in ahead[-3:] and bool({"no", "never", "nothing", "not"} & set(ahead[:-1]))
