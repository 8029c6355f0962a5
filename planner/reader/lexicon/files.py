"""Endings of files that people attach, and what a file's name says about its use."""

EXTENSIONS: tuple[str, ...] = (
    "csv", "tsv", "xlsx", "xls", "ods", "jsonl", "ndjson", "json", "parquet", "feather", "arrow", "sqlite", "db", "sql",
    "txt", "md", "markdown", "rst", "html", "htm", "xml", "yaml", "yml", "pdf", "docx", "doc", "odt", "rtf", "pptx", "ppt",
    "eml", "mbox", "pst", "msg", "zip", "tar", "tar.gz", "tgz", "gz", "7z", "log", "srt", "vtt", "tmx", "xliff", "po",
    "png", "jpg", "jpeg", "tif", "tiff", "bmp", "webp", "gif", "wav", "mp3", "mp4", "py", "js", "ts", "java", "cbl", "cob",
    "c", "cpp", "h", "cs", "go", "rs", "rb", "php", "swift", "kt", "scala", "vb", "pas", "r", "ipynb", "sas", "abap", "st",
    "epub", "tex", "conll", "conllu", "dat", "bin", "gguf", "jsonl.gz", "csv.gz", "json.gz", "jsonl.zst", "rar", "ics",
)  # fmt: skip

DOCUMENT_ENDINGS = frozenset("pdf docx doc odt rtf pptx ppt md markdown rst html htm epub tex".split())
IMAGE_ENDINGS = frozenset("png jpg jpeg tif tiff bmp webp gif".split())
CODE_ENDINGS = frozenset("py js ts java cbl cob c cpp h cs go rs rb php swift kt scala vb pas ipynb sas abap".split())

NAME_ROLES: tuple[tuple[str, str, float], ...] = (
    # part of a file's name (between separators) -> role and what it weighs; the first that fits wins
    ("rejected|chosen|pairwise|preference|preferences|prefs|redlines|ab|dpo|rankings|ranking|ranked|comparisons|votes|duels|duel|winners|picks|choices|choice|judge|judged|favourites", "preferences", 1.8),
    ("acceptance|accept|exam|exams|eval|evaluation|benchmark|golden|goldset|testset|uat|heldout|holdout", "tests", 3.0),
    ("test|tests|checks|gold|final|quiz", "tests", 1.8),
    ("labelled|labeled|labels|labelling|label|annotated|tagged|coded|categories|intents|classified|classes", "labels", 1.8),
    ("prompts|prompt|seeds|unanswered", "prompts", 1.8),
    ("chats|chat|chatlog|dms|dm|convos|convo|webchats|transcripts|transcript|conversations|conversation|whatsapp|dialogs|dialogues|calls|messages|livechat|"
     "threads|inbox|mailbox|slack|tickets|ticket|zendesk|intercom|helpdesk|support|webchat|messenger", "chats", 1.8),
    ("qa|faq|faqs|pairs|qna|answered|replies|examples|instructions|sft|memory|tm|memories", "instructions", 1.3),
    ("handbook|manual|manuals|guide|guides|docs|documents|policy|policies|terms|wiki|kb|runbook|runbooks|rules|leaflets|"
     "reports|procedures|sops|sop|standards|regulations|minutes|contracts|precedents|specs|papers|articles|notes|circulars|"
     "bulletins|statutes|laws|library|texts|books|journals|newsletters|catalog|catalogue|pages|aids", "documents", 1.8),
    ("images|photos|scans|screenshots|pictures|xrays|imgs|img", "images", 1.8),
    ("src|repo|repos|code|source|codebase|git", "code", 1.8),
)  # fmt: skip
