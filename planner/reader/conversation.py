"""The turns of a conversation merged: later ones answer, change, withdraw, restore, or start anew."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from planner.claims import Claim, Dispute, Intent, Wishes
from planner.reader.comparators import Comparators
from planner.reader.disputes import cross, doubles
from planner.reader.draft import Draft
from planner.reader.followup import read_followup
from planner.reader.intent import asked_about, fields_named, intent_of, mask_questions
from planner.reader.layout import Document, read_document
from planner.reader.lexicon.turns import ANEW, CARRY, CARRY_ALL, CARRY_SCOPE, RESTORE, UNDO, WITHDRAW
from planner.reader.patterns import Hit, Lexicon
from planner.reader.refer import refer_to_files
from planner.reader.state import State
from planner.reader.turn import read_fields
from planner.reader.words import word_set

_ANEW, _CARRY = Lexicon({"anew": ANEW}), Lexicon({"carry": CARRY})
_WITHDRAW = Lexicon(WITHDRAW)
_RESTORE, _UNDO = Lexicon({"restore": RESTORE}), Lexicon({"undo": UNDO})
GOAL = 2.3
"""Evidence from which on words ask for a model."""


def read_conversation(turns: list[str], files: tuple[str, ...], today: date) -> Iterator[Wishes]:
    """What is asked for after each of the turns; `planner.reader.read` says what comes in and out."""
    state = State()
    history: list[State] = []
    goal_seen = False
    for number, text in enumerate(turns):
        document = read_document(text, number, today, files)
        asks, supposes = mask_questions(document)
        document.found.clear()
        draft = read_fields(document, today, state.value("task"))
        is_goal = _asks_for_model(draft)
        before = state.copy()
        if number and goal_seen and is_goal and _is_new(draft, state):
            state = _carried(document, state)
            goal_seen = False
            history = []
        if not goal_seen:
            _apply(draft, state, history, first=not history)
            intent = "goal" if is_goal else intent_of(document, changes=False, asks=asks, supposes=supposes)
        else:
            state = _apply(draft, state, history, first=False)
            intent = intent_of(document, changes=_differs(before, state), asks=asks, supposes=supposes)
        if is_goal and not goal_seen:
            goal_seen = True
            state.goal = _sentence(draft)
        changed = _changed_paths(before, state)
        if changed:
            history.append(before)
        if not is_goal and goal_seen and intent == "change" and _answers(before, state):
            intent = "answer"
        wishes = _wishes(state, intent, today, goal_seen=goal_seen, changed=changed if number else [])
        if intent in ("why", "what_if"):
            supposed = _supposed(text, number, today, files, state) if intent == "what_if" else []
            wishes = wishes.model_copy(update={"asked_about": asked_about(document), "what_if": supposed})
        yield wishes


def _wishes(state: State, intent: Intent, today: date, *, goal_seen: bool, changed: list[str]) -> Wishes:
    claims = state.in_order()
    has_data = any(c.path == "data.sources" for c in claims)
    speaks = any(c.path == "languages" for c in claims)
    return Wishes(
        is_goal=goal_seen,
        goal=state.goal,
        claims=claims if goal_seen else [],
        disputes=[*state.disputes, *_new(cross(claims, today), state.disputes)] if goal_seen else [],
        left_out=list(state.left_out),
        ruled_out=list(state.ruled_out),
        unreachable=[] if has_data else list(state.unreachable),
        unclear_language=None if speaks else state.unclear_language,
        intent=intent,
        changed=changed,
    )


def _asks_for_model(draft: Draft) -> bool:
    task = draft.value("task") is not None
    settings = sum(
        1
        for c in draft.claims
        if c.path not in word_set("task languages budget.deadline data.sources rubric name privacy.egress")
    )
    return draft.goal_score + (1.5 if task else 0.0) + 0.8 * min(settings, 3) >= GOAL


def _is_new(draft: Draft, state: State) -> bool:
    """Whether a later turn states another goal rather than changing the one at hand."""
    task = draft.value("task")
    cue = _ANEW.first(draft.document) is not None
    sources = draft.items("data.sources")
    # a task that two or three words bring up by the way is no new goal
    weighty = draft.task_scores.get(task, 9.0) >= 3.0 if task else False
    if cue and (weighty or sources) and draft.goal_score >= 1.5:
        return True
    fresh = {str(c.value.get("path")).lower() for c in sources if c.value.get("path")} - {
        str(c.value["path"]).lower() for c in state.items("data.sources")
    }
    builds = draft.goal_score >= 4.5
    return bool(
        weighty
        and task != state.value("task")
        and state.value("task")
        and fresh
        and builds
        and len(draft.document.tokens) > 12
        and state.items("data.sources")
    )


def _carried(document: Document, state: State) -> State:
    """What the user says holds for the new goal too; nothing else does."""
    hits = _CARRY.find(document)
    kept = State(started=True)
    scopes: set[str] = set()
    for hit in hits:
        words = document.norms(hit.first, hit.last + 1)
        named = [CARRY_SCOPE[w] for w in words if w in CARRY_SCOPE]
        follow = document.norms(hit.last + 1, hit.last + 8)
        for k, word in enumerate(follow):
            if word in CARRY_SCOPE and follow[max(0, k - 1)] in ("and", ",", "same", "the"):
                named.append(CARRY_SCOPE[word])
        for scope in named or [CARRY_ALL]:
            scopes.update(scope)
    for claim in state.claims:
        if any(claim.path == s or (s.endswith(".") and claim.path.startswith(s)) for s in scopes) or any(
            claim.path == s for s in scopes
        ):
            kept.claims.append(claim)
    return kept


def _apply(draft: Draft, state: State, history: list[State], *, first: bool) -> State:
    document = draft.document
    claims, disputes = doubles(draft.claims)
    if not first:
        undo = _UNDO.first(document)
        if undo is not None and history and not document.tokens[undo.first].masked:
            earlier = history.pop()
            state.__dict__.update(earlier.copy().__dict__)
        elif (restore := _RESTORE.first(document)) is not None and history:
            _restore(document, state, history, restore, claims)
        for path, key, quote in [*_withdrawals(document, claims), *draft.withdrawn]:
            _withdraw(state, path, key, quote, document.turn)
    else:
        disputes += _taken_both_ways(draft, claims)
        for path, key, quote in draft.withdrawn:
            _withdraw(state, path, key, quote, document.turn)
    if not first and state.value("task") is not None and not _changes_task(draft):
        claims = [c for c in claims if c.path != "task"]
    claims = refer_to_files(draft, state, claims, later=not first)
    for path in draft.replaces:
        state.drop(path)
    if (
        not first
        and sum(c.path == "rubric" for c in claims) >= 3
        and {"instead", "new", "scorecard", "replace"} & set(document.norms(0, len(document.tokens)))
    ):
        state.drop("rubric")
    _shape_follows(state, claims)
    for claim in claims:
        state.put(claim)
    if not first:
        for claim in read_followup(draft, state, Comparators(document)):
            if claim.path.startswith("budget.cost"):
                state.claims = [
                    c
                    for c in state.claims
                    if not (c.path == "budget.cost" and claim.path != "budget.cost")
                    and not (claim.path == "budget.cost" and c.path.startswith("budget.cost."))
                ]
            state.put(claim)
    for dispute in disputes:
        state.settle(*dispute.fields)
        for name in dispute.fields:
            state.claims = [c for c in state.claims if c.path != name]
    state.disputes += disputes + draft.disputes
    for d in draft.disputes:
        if d.fields == ["data.sources"]:
            continue
    if draft.unreachable:
        state.unreachable = draft.unreachable
    if draft.unclear_language is not None:
        state.unclear_language = draft.unclear_language
    for claim in draft.left_out:
        state.left_out = [c for c in state.left_out if c.value != claim.value] + [claim]
        gone = str(claim.value).rstrip("/").lower()
        state.claims = [
            c
            for c in state.claims
            if not (c.path == "data.sources" and str(c.value["path"]).rstrip("/").lower() == gone)
        ]
    state.started = True
    return state


def _taken_both_ways(draft: Draft, claims: list[Claim]) -> list[Dispute]:
    """What one and the same turn asks for and rules out ("no generated examples" and "generate 500")."""
    found: list[Dispute] = []
    for path, key, quote in draft.withdrawn:
        asked = next((c for c in claims if c.path == path or c.path.startswith(f"{path}.")), None)
        if key is None and asked is not None and path == "data.synthetic":
            found.append(
                Dispute(
                    fields=[path],
                    problem="The request both asks for generated examples and rules them out.",
                    suggestion="Say whether examples may be generated.",
                    quotes=[asked.quote, quote],
                )
            )
    return found


def _changes_task(draft: Draft) -> bool:
    """Whether a later turn means to change what the model is for; customers come up in many a sentence."""
    words = set(draft.document.norms(0, len(draft.document.tokens)))
    cue = word_set("actually instead rather no not change task goal should now") & words
    return bool(cue) and max(draft.task_scores.values(), default=9.0) >= 3.4


def _shape_follows(state: State, claims: list[Claim]) -> None:
    """A change between dense and experts takes the number of experts with it."""
    for claim in claims:
        if claim.path == "model.architecture" and claim.value == "dense":
            state.drop("model.experts")


def _withdrawals(document: Document, claims: list[Claim]) -> list[tuple[str, Any, str]]:
    """ "Drop the latency rule", "the size limit goes": fields taken back."""
    hits = _WITHDRAW.find(document)
    front = [h for h in hits if h.concept == "front"]
    behind = [h for h in hits if h.concept == "behind"]
    found: list[tuple[str, Any, str]] = []
    for name in fields_named(document):
        if name.concept in word_set(
            "data.sources task languages compute.where compute.gpu compute.gpus privacy.egress"
        ):
            continue
        sentence = document.tokens[name.first].sentence
        words = document.norms(name.first, name.last + 1)
        low, high = name.first, name.last
        ok = False
        for hit in front:
            if document.tokens[hit.first].sentence != sentence:
                continue
            between = document.norms(hit.last + 1, name.first)
            if (
                hit.last < name.first
                and document.tokens[hit.first].sentence == sentence
                and len(between) <= 5
                and not word_set(", to for and or from by below above") - {"and", "or", ","} & set(between)
                and not ({"but", ";", ":", "-"} & set(between))
                and not any(
                    t.kind in ("path", "share", "duration", "money") for t in document.tokens[hit.last + 1 : name.first]
                )
            ):
                if document.norms(hit.first, hit.last + 1) == ["no"] and (
                    document.norm(hit.last + 1) in (",", "make", "more") or document.norm(hit.first - 1) == ","
                ):
                    continue
                if {","} & set(between) and not {"and", "or"} & set(between):
                    continue
                ok, low = True, min(low, hit.first)
        for hit in behind:
            if document.tokens[hit.first].sentence != sentence:
                continue
            between = document.norms(name.last + 1, hit.first)
            if (
                hit.first > name.last
                and document.tokens[hit.first].sentence == sentence
                and len(between) <= 2
                and not {",", "."} & set(between)
            ):
                ok, high = True, max(high, hit.last)
        if not ok:
            continue
        if name.concept in ("data.cleaning.exact_dedup", "data.cleaning.near_dedup") and words[-1].startswith(
            "duplicate"
        ):
            continue
        if (
            len(words) == 1
            and words[0] in _GENERIC
            and document.norm(name.first - 1) not in word_set("the that our this no any my")
        ):
            continue
        if words[-1:] == ["search"] and document.norm(name.last + 1) in ("engine", "results"):
            continue
        found.append((name.concept, None, document.quote(low, high)))
    return found


_GENERIC = frozenset(
    """
        cost money date size speed name base search format steps cards card ray machine location comparison
        points weights requirements conditions refresh gate trial experts architecture
    """.split()
)


def _withdraw(state: State, path: str, key: Any, quote: str, turn: int) -> None:
    head, _, tail = path.partition(".")
    if head == "gates" and tail:
        metrics = {"latency": ("latency_p50_seconds", "latency_p95_seconds")}.get(tail, (tail,))
        gone = [c for c in state.items("gates") if c.value.get("metric") in metrics]
        if not gone and any(c.value.get("criterion") == tail.replace("_rate", "") for c in state.items("rubric")):
            gone = [c for c in state.items("rubric") if c.value.get("criterion") == tail.replace("_rate", "")]
        state.claims = [c for c in state.claims if c not in gone]
        state.settle("gates")
        return
    if head == "rubric" and tail:
        state.claims = [c for c in state.claims if not (c.path == "rubric" and c.value.get("criterion") == tail)]
        return
    if path in ("stages", "languages", "delivery.formats") and key is not None:
        state.claims = [c for c in state.claims if not (c.path == path and c.value == key)]
        state.settle(path)
        if path != "languages":
            state.ruled_out = [c for c in state.ruled_out if (c.path, c.value) != (path, key)]
            state.ruled_out.append(Claim(path=path, value=key, quote=quote, turn=turn))
        return
    if path == "model.adapter" and key is not None:
        state.claims = [c for c in state.claims if not (c.path == path and c.value == key)]
        return
    if path == "search.trials":
        state.drop("search.trials")
        return
    if path == "model.architecture":
        state.drop("model.experts")
    if path == "model.experts" and state.value("model.architecture") == "moe":
        pass
    state.drop(path)
    if path in ("monitoring", "data.synthetic"):
        state.put(Claim(path=path, value=None, quote=quote, turn=turn))


def _restore(document: Document, state: State, history: list[State], restore: Hit, claims: list[Claim]) -> None:
    """ "Back to the original threshold": the value that a named field had before it was last changed."""
    sentence = document.tokens[restore.first].sentence
    named = [f.concept for f in fields_named(document) if document.tokens[f.first].sentence == sentence]
    own = {c.path for c in claims}
    words = document.norms(*document.sentences[sentence])
    for name in named:
        head, _, tail = name.partition(".")
        path = head if head in ("gates", "rubric") and tail else name
        if path in own:
            continue
        now = [c for c in state.claims if c.path == path or c.path.startswith(path + ".")]
        earliest = {"original", "first", "beginning", "originally", "initially"} & set(words)
        for earlier in history if earliest else reversed(history):
            then = [c for c in earlier.claims if c.path == path or c.path.startswith(path + ".")]
            if tail and head == "gates":
                prefix = "latency" if tail == "latency" else tail
                then = [c for c in then if str(c.value.get("metric")).startswith(prefix)]
                current = [c for c in now if str(c.value.get("metric")).startswith(prefix)]
            elif tail and head == "rubric":
                then = [c for c in then if c.value.get("criterion") == tail]
                current = [c for c in now if c.value.get("criterion") == tail]
            else:
                current = now
            if then and [c.value for c in then] != [c.value for c in current]:
                state.claims = [c for c in state.claims if c not in current]
                for claim in then:
                    state.put(claim)
                break
    if not named and not claims and len(words) <= 12 and {"restore", "undo", "revert", "back", "after"} & set(words):
        earlier = history.pop()
        state.__dict__.update(earlier.copy().__dict__)


def _differs(one: State, two: State) -> bool:
    return bool(_changed_paths(one, two)) or len(one.left_out) != len(two.left_out)


def _changed_paths(one: State, two: State) -> list[str]:
    before = {(c.path, str(c.value)) for c in one.claims}
    after = {(c.path, str(c.value)) for c in two.claims}
    paths = sorted({path for path, _ in before ^ after})
    settled = {f for d in one.disputes for f in d.fields} ^ {f for d in two.disputes for f in d.fields}
    return sorted({*paths, *settled})


def _answers(before: State, after: State) -> bool:
    """Whether the turn fills what was open rather than changing what was said."""
    had = {c.path for c in before.claims}
    new = [c for c in after.claims if c not in before.claims]
    return (
        bool(new)
        and all(c.path not in had for c in new)
        and any(c.path in ("data.sources", "task", "languages") for c in new)
    )


def _new(disputes: list[Dispute], known: list[Dispute]) -> list[Dispute]:
    return [d for d in disputes if not any(set(d.fields) & set(k.fields) and d.fields != ["gates"] for k in known)]


def _supposed(text: str, number: int, today: date, files: tuple[str, ...], state: State) -> list[Claim]:
    """What a "what if" would change."""
    draft = read_fields(read_document(text, number, today, files), today, state.value("task"))
    claims, _ = doubles(draft.claims)
    return [*claims, *read_followup(draft, state, Comparators(draft.document))]


def _sentence(draft: Draft) -> str:
    """The sentence that says most of what is wanted, in the user's own words."""
    document = draft.document
    task = next((c for c in draft.claims if c.path == "task"), None)
    sentence = 0
    if task is not None:
        at = document.text.find(task.quote)
        sentence = next((t.sentence for t in document.tokens if t.start >= at), 0)
    if sentence not in document.sentences:
        return ""
    first, last = document.sentences[sentence]
    text = " ".join(document.quote(first, last - 1).split()).strip(" #*>-|")
    return text if len(text) <= 220 else text[:217].rsplit(" ", 1)[0] + "…"
