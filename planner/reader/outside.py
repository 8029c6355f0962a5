"""Help from outside asked for after it was said that nothing leaves: a contradiction, unless the rule is lifted."""

from planner.claims import Claim, Dispute
from planner.reader.layout import Document
from planner.reader.negation import negated
from planner.reader.patterns import Lexicon
from planner.reader.state import State

_OUTSIDE = Lexicon({
    "service": """
        openai; openais; chatgpt; gpt 4|4o|5|3.5|4.1; gpt4; gpt5; claude; anthropic; anthropics; gemini; copilot; deepseek api;
        mistral ?s api; la plateforme; azure; aws; bedrock; vertex; gcp; google cloud; colab; runpod; hugging face hub; together ai;
        grok; perplexity api; outside|external|third party|foreign service|services|provider|providers|vendor|api|cloud; saas
    """,
    "lifted": """
        may|can|could leave|go|be sent|be uploaded|use the cloud; cloud|leaving ?it|that ?is ok|okay|fine|allowed|permitted;
        rule|ban|restriction|condition|policy ... lifted|dropped|gone|off|void|relaxed|no longer|doesnt apply|does not apply;
        no longer apply|applies|holds|hold; exception; exempt; permission; permitted; allowed ?now; free to; after all; lift*; waive*; consent
    """,
})  # fmt: skip


def outside_help(document: Document, state: State, claims: list[Claim]) -> list[Dispute]:
    """A dispute where the turn asks for a service elsewhere and an earlier one forbade that; settles one that ends."""
    before = next((c for c in state.claims if c.path == "privacy.egress" and c.value is False), None)
    if before is None or before.turn >= document.turn:
        return []
    hits = _OUTSIDE.find(document)
    asked = next((h for h in hits if h.concept == "service" and not negated(document, h.first, h.last)), None)
    if asked is None:
        if any(h.concept == "service" for h in hits):
            state.settle("privacy.egress")
        return []
    lifted = any(h.concept == "lifted" and not negated(document, h.first, h.last, after=False) for h in hits)
    if lifted:
        return []
    first, last = document.sentences[document.tokens[asked.first].sentence]
    return [
        Dispute(
            fields=["privacy.egress"],
            problem=f"“{before.quote}” was said, and “{document.quote(first, last - 1)}” sends data elsewhere.",
            suggestion="Allow that data leaves your machines, or do it without that service.",
            quotes=[before.quote, document.quote(first, last - 1)],
        )
    ]
