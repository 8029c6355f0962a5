"""Which language a text is in: small words and scripts first, py3langid where those don't tell.

The small words cost microseconds and load nothing, which is what a plan can afford; a short text with none
of them has no language that anyone could name, and none is claimed for it.
"""

import re
from collections import Counter
from functools import lru_cache
from typing import Any

_SMALL_WORDS = {
    "en": "a i the and is are was were be been of to in on at for with that this it you your my me we our they have has had do does did can could will would should not what how when where why which who there from by or if but i'm don't can't i've it's please thanks thank hello am an as about get got just need want still any some after before i",
    "de": "der die das und ist sind war nicht ein eine einen einem einer ich du sie wir ihr mit von zu zum zur im den dem des auf für bei nach aus wie wann wo warum was wer kann können habe haben hat wird werden auch noch nur aber oder wenn dass mein meine ihre bitte danke hallo mir mich es gibt durch über vom als am an man keine kein sein seine seinen ihrer ihm ihn hatte wurden war waren welche welcher welches warum wieviel denen deren unter zwischen bis seit diese dieser guten möchte wurde sich viele vielen ab wollte wollten lassen worüber wofür womit wem wen wohin woher deutsche anderen",
    "es": "a el la los las un una unos unas y es son era fue de del en que por para con no se su sus mi mis me lo le al como cuando donde cuándo dónde cómo qué cuánto está están puedo puede tengo tiene hay pero más muy esta este ya gracias hola por favor desde hasta sobre sin también cuál cuáles quién quiénes cuánto cuántos cuántas fueron era eran había según entre yo nos ser si o sido han ha",
    "fr": "a le la les un une des et est sont était de du en dans que qui pour par avec ne pas se sa son ses mon ma mes je tu il elle nous vous ils au aux ce cette ces comme quand où comment pourquoi quel quelle peux peut puis ai avez avons mais plus très merci bonjour sur sans aussi être fait s'il  quelle quels quelles combien étaient était été leur leurs entre depuis j'ai c'est n'est d'un l'on ou votre",
    "it": "a il lo la gli le un una uno e è sono era di del della dei delle nel nella che per con non si mio mia ho hai ha abbiamo come quando dove perché cosa quale posso può ma più molto questo questa grazie ciao buongiorno al alla dal dalla anche su se ci ai quanto quanti quali chi era erano tra fra sul stato essere",
    "pt": "a o os as um uma uns e é são era de do da dos das no na nos nas que por para com não se seu sua meu minha eu você nós como quando onde porque qual posso pode tenho tem mas mais muito este esta obrigado obrigada olá ao à pelo pela também já ou foi ser está",
    "nl": "de het een en is zijn was niet ik je jij u wij we ze hij van te in op voor met dat die dit er aan bij naar om als hoe wanneer waar waarom wat wie kan kunnen heb heeft hebben wordt worden ook nog maar of mijn uw bedankt hallo graag geen door over uit mij moet wil",
    "sv": "och är en ett det den att jag du vi ni han hon inte som på av för med till från har hade kan kommer när var hur vad vem varför men eller om min mitt tack hej också så de dem detta ska skulle mig",
    "da": "og er en et det den at jeg du vi ikke som på af for med til fra har havde kan kommer når hvor hvordan hvad hvem hvorfor men eller om min mit tak hej også så de dem dette skal skulle mig",
    "no": "og er en et det den at jeg du vi ikke som på av for med til fra har hadde kan kommer når hvor hvordan hva hvem hvorfor men eller om min mitt takk hei også så de dem dette skal skulle meg",
    "pl": "i jest są był nie na w z do że się to jak co kiedy gdzie dlaczego który która mam ma może mogę czy ale lub o od po przez dla dziękuję dzień dobry proszę mój moja jestem tak już tylko",
    "tr": "ve bir bu için ile değil ne nasıl neden nerede zaman var yok mı mi ben sen biz siz çok daha ama veya gibi kadar benim teşekkürler merhaba lütfen olan olarak",
    "ro": "și este sunt era nu un o de la în pe cu pentru că se mai ce cum când unde care am ai are dar sau din meu mea mulțumesc bună vă rog fost",
    "cs": "a je jsou byl není na v z do že se to jak co kdy kde proč který mám má může ale nebo o od po pro děkuji dobrý den prosím můj moje jsem si",
    "fi": "ja on ei se että en olen ovat oli mutta tai kun miten missä miksi mikä kuka minun voi voin kiitos hei tämä nyt kanssa myös",
    "id": "dan yang di ke dari untuk dengan tidak ini itu saya anda kami adalah akan bisa apa bagaimana kapan mengapa terima kasih pada ada juga atau sudah",
}  # fmt: skip
_WORDS = {language: frozenset(words.split()) for language, words in _SMALL_WORDS.items()}
_OWNERS: dict[str, list[str]] = {}
for _language, _listed in _WORDS.items():
    for _word in sorted(_listed):
        _OWNERS.setdefault(_word, []).append(_language)
_TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_SCRIPTS = (
    ("ja", re.compile(r"[\u3040-\u30ff]")), ("ko", re.compile(r"[\uac00-\ud7af]")), ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("el", re.compile(r"[\u0370-\u03ff]")), ("he", re.compile(r"[\u0590-\u05ff]")), ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("th", re.compile(r"[\u0e00-\u0e7f]")), ("hi", re.compile(r"[\u0900-\u097f]")), ("ru", re.compile(r"[\u0400-\u04ff]")),
)  # fmt: skip
_NOT_PROSE = re.compile(r"https?://\S+|\S+@\S+|`[^`]*`|\[[A-Z_]+_\d+\]|\b[A-Z]+_[A-Z_]+\b|[#/\\]\S+")
_BY_SCRIPT = frozenset({*(language for language, _ in _SCRIPTS), "uk"})
LOOK = 3000
"""Characters of a text that are looked at."""


def _looked_at(text: str) -> str:
    """The prose of a text; of a long one the middle, as lists and menus stand at its ends."""
    if len(text) > 2 * LOOK:
        text = text[:400] + "\n" + text[len(text) // 2 - LOOK // 2 : len(text) // 2 + LOOK // 2]
    return _NOT_PROSE.sub(" ", text[:LOOK])


def quick_language(text: str) -> tuple[str | None, float]:
    """(language, confidence 0..1) by script and small words; (None, 0) where they don't tell. Loads nothing."""
    text = _looked_at(text)
    letters = sum(map(str.isalpha, text))
    if not letters:
        return None, 0.0
    if not text.isascii():
        for language, script in _SCRIPTS:
            share = len(script.findall(text)) / letters
            if share > 0.4 or (language == "ja" and share > 0.1):
                if language == "ru" and re.search(r"[іїєґ]", text):
                    language = "uk"
                return language, 0.99
    tokens = [token.lower().replace("’", "'") for token in _TOKEN.findall(text)]
    counts: Counter[str] = Counter()
    for token in tokens:
        for language in _OWNERS.get(token, ()):
            # A word that many languages share says little for any of them.
            counts[language] += 1 / len(_OWNERS[token]) + 0.5  # type: ignore[assignment]
    if not counts:
        return None, 0.0
    (first, score), second = counts.most_common(1)[0], sorted(counts.values())[-2] if len(counts) > 1 else 0.0
    share = score / max(4.0, len(tokens))
    if score < 1.5 or score < 1.25 * second or share < 0.12:
        return None, 0.0
    return first, min(0.99, 0.5 + 0.5 * min(1.0, (score - second) / 6 + share / 2))


@lru_cache(maxsize=1)
def _identifier() -> Any:
    import py3langid.langid as langid

    return langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE, norm_probs=True)


def language_of(text: str) -> tuple[str | None, float]:
    """(language, confidence); null for texts too short to tell."""
    found, confidence = quick_language(text)
    if found is not None and confidence >= 0.75:
        return found, confidence
    words = _TOKEN.findall(_looked_at(text))
    if sum(map(len, words)) < 18 or len(words) < 3:
        return found, confidence
    guessed, certainty = _identifier().classify(" ".join(words))
    if guessed == found:
        return found, max(confidence, float(certainty))
    if found is not None:
        return found, confidence
    # No small word of a language that we know: sure only where the text is long enough to have had some.
    if guessed in _WORDS and len(words) < 8 and certainty < 0.9:
        return None, 0.0
    return (guessed, float(certainty)) if certainty > 0.6 else (None, 0.0)


def is_wrong(text: str, wanted: frozenset[str]) -> tuple[str | None, bool]:
    """(language, whether it is surely none of those wanted): small words and letter statistics must agree on that.

    Lists of names, two-word questions and slips of the keys look foreign to one of the two now and then; losing
    them costs more than keeping a foreign sentence that nobody can tell.
    """
    language, confidence = language_of(text)
    if language is None or not wanted or language in wanted:
        return language, False
    if language in ("no", "da", "sv") and wanted & {"no", "da", "sv", "nb", "nn"}:
        return language, False
    if confidence >= 0.99 and language in _BY_SCRIPT:
        return language, True
    spoken = _TOKEN.findall(_looked_at(text))
    words = [word.lower() for word in spoken]
    # Los Angeles and San Jose are no Spanish: a capital inside a sentence makes a small word a part of a name.
    if sum(map(str.isupper, spoken)) < 0.5 * len(spoken):
        lower = [word for number, word in enumerate(spoken) if number == 0 or word[0].islower()]
    else:
        lower = words
    theirs = _WORDS.get(language, frozenset())
    own = len({w for w in words if w not in theirs and any(w in _WORDS.get(code, ()) for code in wanted)})
    foreign = len({word.lower() for word in lower} & theirs)
    if language == "es" and re.search(r"[¿¡]", text[:LOOK]):
        foreign += 2  # signs that no other language has
    guessed, certainty = _identifier().classify(" ".join(words))
    if guessed in wanted:
        # The letters say it is ours: only many small words of another language outweigh that.
        return (
            (language, True)
            if foreign >= 3 and foreign > 2 * own + 1
            else (next(iter(sorted(wanted))) if own else None, False)
        )
    if foreign >= 2 and foreign > own:
        return language, True
    # A language whose small words we know has some of them in every sentence or two.
    has_some = guessed not in _WORDS or any(word.lower() in _WORDS[guessed] for word in lower)
    sure = certainty >= 0.9 and len(words) >= 8 and own == 0 and has_some
    short = guessed == language and certainty >= 0.8 and own == 0 and has_some and sum(map(len, lower)) >= 20
    return (str(guessed), True) if sure or short else (None, False)
