"""Units that follow a number."""

SECONDS: dict[str, float] = {
    "ms": 0.001, "millisecond": 0.001, "milliseconds": 0.001, "millis": 0.001, "millisekunden": 0.001, "msec": 0.001,
    "milisegundos": 0.001, "millisecondes": 0.001, "millisecondi": 0.001,
    "s": 1, "sec": 1, "secs": 1, "second": 1, "seconds": 1, "sekunde": 1, "sekunden": 1, "sek": 1, "seconde": 1, "secondes": 1,
    "segundo": 1, "segundos": 1, "secondo": 1, "secondi": 1, "seconden": 1,
    "min": 60, "mins": 60, "minute": 60, "minutes": 60, "minuten": 60, "minuto": 60, "minutos": 60, "minuti": 60,
    "h": 3600, "hr": 3600, "hrs": 3600, "hour": 3600, "hours": 3600, "stunde": 3600, "stunden": 3600, "std": 3600,
    "heure": 3600, "heures": 3600, "hora": 3600, "horas": 3600, "ora": 3600, "ore": 3600, "uur": 3600, "uren": 3600,
    "day": 86400, "days": 86400, "d": 86400, "tag": 86400, "tage": 86400, "tagen": 86400, "jour": 86400, "jours": 86400,
    "dia": 86400, "dias": 86400, "giorno": 86400, "giorni": 86400, "dag": 86400, "dagen": 86400,
    "night": 43200, "nights": 43200, "nacht": 43200, "nuit": 43200, "noche": 43200, "noite": 43200, "notte": 43200,
    "weekend": 172800, "week": 604800, "weeks": 604800, "wk": 604800, "wks": 604800, "woche": 604800, "wochen": 604800,
    "semaine": 604800, "semaines": 604800, "semana": 604800, "semanas": 604800, "settimana": 604800, "settimane": 604800,
    "weken": 604800, "fortnight": 1209600, "fortnights": 1209600,
    "month": 2592000, "months": 2592000, "monat": 2592000, "monate": 2592000, "monaten": 2592000, "mois": 2592000,
    "mes": 2592000, "meses": 2592000, "mese": 2592000, "mesi": 2592000, "maand": 2592000, "maanden": 2592000,
    "quarter": 7776000, "quarters": 7776000, "quartal": 7776000, "trimestre": 7776000, "kwartaal": 7776000,
    "year": 31536000, "years": 31536000, "yr": 31536000, "yrs": 31536000, "jahr": 31536000, "jahre": 31536000,
    "jahren": 31536000, "ans": 31536000, "anos": 31536000, "anni": 31536000, "jaar": 31536000,
}  # fmt: skip
PERCENT = frozenset("% percent pct prozent procent".split())
PERCENT_PAIRS = {
    ("per", "cent"),
    ("pour", "cent"),
    ("por", "ciento"),
    ("por", "cento"),
    ("per", "cento"),
    ("per", "hundred"),
}
GIGABYTES: dict[str, float] = {
    "gb": 1,
    "gib": 1,
    "gig": 1,
    "gigs": 1,
    "gigabyte": 1,
    "gigabytes": 1,
    "go": 1,
    "mb": 0.001,
    "tb": 1000,
}
PARAMETERS = frozenset("parameter parameters params param weights parametern parametres parametros parametri".split())
GPU_WORDS = frozenset(
    "gpu gpus card cards accelerator accelerators grafikkarte grafikkarten a100 h100 h200 v100 l40 l40s".split()
)
OF = frozenset("of out outta von sur de su of in per aus dans em cada van op auf /".split())
