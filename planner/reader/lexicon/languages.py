"""Names of languages, in English and their own, with ISO 639-1 codes."""

NAMES: dict[str, str] = {}
for _line in """
en english englisch anglais ingles inglese engels
de german deutsch allemand aleman alemao tedesco duits
fr french franzosisch francais frances francese frans
es spanish spanisch espagnol espanol espanhol spagnolo spaans castilian castellano
pt portuguese portugiesisch portugais portugues portoghese portugees
it italian italienisch italien italiano italiaans
nl dutch niederlandisch hollandisch neerlandais nederlands holandes olandese flemish vlaams
pl polish polnisch polonais polaco polacco pools polski
cs czech tschechisch tcheque checo ceco cestina tsjechisch
sk slovak slowakisch slovaque slovencina
sl slovene slovenian slowenisch
hr croatian kroatisch hrvatski
sr serbian serbisch srpski
bs bosnian
mk macedonian
bg bulgarian bulgarisch
ro romanian rumanisch roumain rumano romeno rumeno romana
hu hungarian ungarisch hongrois hungaro ungherese magyar
el greek griechisch grec griego grego greco
tr turkish turkisch turc turco turkce
ru russian russisch russe ruso russo
uk ukrainian ukrainisch
be belarusian
lt lithuanian litauisch
lv latvian lettisch
et estonian estnisch
fi finnish finnisch finnois finlandes suomi
sv swedish schwedisch suedois sueco svedese svenska zweeds
no norwegian norwegisch norvegien noruego norvegese norsk bokmal noors
nn nynorsk
da danish danisch danois danes danese dansk deens
is icelandic islandisch
ga irish gaeilge
cy welsh cymraeg
gd gaelic
ca catalan katalanisch catala
gl galician galego
eu basque euskara
mt maltese
sq albanian
ar arabic arabisch arabe arabo
he hebrew hebraisch
fa persian farsi
ur urdu
hi hindi
bn bengali bangla
pa punjabi
gu gujarati
mr marathi
ta tamil
te telugu
kn kannada
ml malayalam
si sinhala
ne nepali
th thai
vi vietnamese vietnamesisch
id indonesian bahasa
ms malay
tl tagalog filipino
zh chinese mandarin cantonese chinesisch chinois chino cinese chinees
ja japanese japanisch japonais japones giapponese japans
ko korean koreanisch coreen coreano
sw swahili kiswahili
am amharic
ha hausa
yo yoruba
zu zulu
xh xhosa
af afrikaans
ka georgian
hy armenian
az azerbaijani azeri
kk kazakh
uz uzbek
mn mongolian
lb luxembourgish letzebuergesch
eo esperanto
la latin
se sami saami
nb bokmal
ht haitian
km khmer cambodian
lo lao laotian
my burmese
rw kinyarwanda
ig igbo
om oromo
ti tigrinya
wo wolof
ln lingala
sn shona
so somali
mg malagasy
ku kurdish kurdisch kurde
ps pashto
sd sindhi
tg tajik
tk turkmen
ky kyrgyz kirghiz
tt tatar
ug uyghur
or odia oriya
as assamese
sa sanskrit
bo tibetan
qu quechua
gn guarani
ay aymara
br breton
oc occitan
co corsican
fy frisian
fo faroese
rm romansh romansch ratoromanisch
wa walloon
sc sardinian
yi yiddish
sm samoan
to tongan
fj fijian
ty tahitian
st sesotho
tn tswana setswana
ny chichewa
lg luganda
bm bambara
ff fulani fula
ak akan twi
ee ewe
kl greenlandic
jv javanese
su sundanese
dv dhivehi
""".strip().splitlines():
    _code, *_names = _line.split()
    for _name in _names:
        NAMES.setdefault(_name, _code)

CODES = frozenset(NAMES.values()) - frozenset("to my so or as co om ti st lo".split())
"""Those that are no everyday words of English."""

NOT_A_LANGUAGE: dict[str, frozenset[str]] = {
    # words that follow and make it something else than a language that the model must serve
    "after": frozenset(
        "shareholders owners investors subsidiaries parent roots origin accent descent shepherd shepherds market press dressing fries toast bread horn windows polish coffee delight law company companies team colleague colleagues office "
        "customer customers branch subsidiary citizens government border coast alps food cuisine restaurant railways supplier suppliers site sites parliament "
        """
            breakfast muffin garden channel quarter doors army football league passport authorities regulator
            border wines wine beer cheese shop stores store
        """.split()
    ),
    "alone": frozenset("polish la pools chino real latin basque turkish danish irish finnish".split()),
}
"""`alone`: also common words; a language only where the sentence speaks of languages or lists others."""
