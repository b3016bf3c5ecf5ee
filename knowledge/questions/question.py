"""From what a person typed to a query: what is asked, about which topic, unit, time and plan.

Cues (data) say what is asked. What is left when the cues, the plan's name, and for lists the unit and the time are
taken away is the topic, which finds the row. A cue that the intent does not use goes back to the topic: in "ai chủ trì
phối hợp công khai …" the coordinating belongs to the task. Nothing here looks at a row.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from knowledge.deadlines.periods import Period
from knowledge.language.text import folded, tokens
from knowledge.questions.claims import asks_of_claim, claim_of
from knowledge.questions.clauses import corrected, parted
from knowledge.questions.constraints import Constraint, Kind
from knowledge.questions.cue_uses import ALWAYS, LISTING, TALK, USES
from knowledge.questions.cues import Cue, plain_phrases, says_nothing, written_plainly
from knowledge.questions.earlier import Earlier
from knowledge.questions.facts_asked import asks_issue, asks_parts, asks_recipients, asks_signer, asks_size
from knowledge.questions.fields_asked import asks_of, handed_over, role_of
from knowledge.questions.how_many import counted_noun
from knowledge.questions.intents import intent_of, only_plural
from knowledge.questions.introduction import with_told_unit
from knowledge.questions.lookup import BONDED, Lookup
from knowledge.questions.operator_asked import operator_of, role_asked
from knowledge.questions.plan_times import with_told_time, with_told_years
from knowledge.questions.post_holders import asks_post_holder, post_of
from knowledge.questions.query import FACTS, FIELDS, LISTS, Intent, Query
from knowledge.questions.spans import Spans
from knowledge.questions.states import STATES
from knowledge.questions.stretches import stretches
from knowledge.questions.talk import talk_kind
from knowledge.questions.title_words import says_its_title
from knowledge.questions.unit_slips import with_units_mended
from knowledge.questions.utterance import read
from knowledge.units.mentions import UnitMention, unit_like
from knowledge.units.name_words import field_behind, names_people
from knowledge.units.name_words import words as unit_words
from knowledge.units.readings import BEFORE, other_number


def understand(
    text: str, lookup: Lookup, *, today: date, plans: Collection[int], earlier: Earlier | None = None
) -> Query:
    """The query of a text.

    Args:
        plans: positions of the plans that may be asked.
        earlier: what was talked of before.
    """
    whole = text
    asked, told = parted(with_told_unit(text, lookup.units), lookup.beside)
    text, corrects = corrected(with_told_years(with_told_time(asked, told, today), today))

    def spans_of(said: str, among: Collection[int]) -> Spans:
        utterance = with_units_mended(read(said, lookup.knows, lookup.prints, lookup.adjoin), lookup)
        return Spans(utterance, lookup, today, among, earlier or Earlier())

    spans = spans_of(text, plans)
    if told and not spans.scope.named and (meant := spans_of(told, plans).scope).named and meant.plans:
        spans = spans_of(text, meant.plans)  # "chưa kịp đọc kế hoạch 2024 của tỉnh. Sếp hỏi sở mình …"
        spans.scope = replace(spans.scope, named=True)
    query = _query(spans)
    before = earlier and (earlier.of_row or earlier.listed)
    if told and not before and query.names_no_row:  # "siết giờ giấc, tác phong của anh em trong Sở: giao ai"
        query = _query(spans := spans_of(whole, plans))
    plural = query.intent is Intent.TASKS and only_plural(spans)
    query = replace(query, again=query.again or corrects, many=plural, unread=spans.narrowing.unread)
    query = replace(query, claim=claim_of(spans, query.intent))
    typed = talk_kind(text, query.words, query.scope.taken) or talk_kind(text, tokens(text))
    kind = "" if query.intent in (Intent.SMALLTALK, Intent.MEANING) else typed
    if kind == "units":
        return replace(query, intent=Intent.UNITS, topic=())
    return replace(query, intent=Intent.SMALLTALK, talk=kind, topic=(), asks=()) if kind else query


def _sum_of_the_plan(spans: Spans, intent: Intent, topic: Sequence[int]) -> tuple[str, ...]:
    """What is looked for where a plan is asked what it costs as a whole: its own words tell, and no row."""
    whole = intent in (Intent.BUDGET, Intent.TARGET) and spans.has("budget") and spans.scope.named
    whole = whole and not spans.has("again", "back") and _IN_ALL.issuperset(folded(spans.words[i]) for i in topic)
    return (("kinh", "phí") if spans.utterance.accented else ("kinh", "phi")) if whole else ()


_IN_ALL = frozenset({"tong", "cong", "het", "tat", "ca", "thay"})  # "tổng cộng", "hết thảy"


def _query(spans: Spans) -> Query:
    intent = intent_of(spans)
    listed = intent in (*LISTS, Intent.DUTY, Intent.PLANS)
    asks = _asks(spans, intent)
    topic = _topic_left(spans, intent, asks, listed=listed)
    period, *also = (*(_narrowest(spans.periods) if listed or intent is Intent.STATE else ()), None)
    return Query(
        intent=intent,
        scope=spans.scope,
        topic=_sum_of_the_plan(spans, intent, topic) or tuple(spans.utterance.topical[i] for i in topic),
        asks=asks,
        facts=_facts(spans, intent),
        holder=post_of(spans) if intent is Intent.FACTS else "",
        units=_not_claimed(spans, intent),
        role=role_asked(spans, intent),
        period=period,
        also=tuple(filter(None, also)),
        falls_due=spans.has("due", "until", "when", "soon") or spans.narrowing.dated,
        year=next((p.last.year for p in spans.periods if p.year_said or p.dated), None),
        count=spans.has("count"),
        table_only=spans.has("table"),
        soon_or_open=spans.has("soon", "overdue", "open"),
        where=(*_narrowed(spans), *_states(spans, intent)) if listed or spans.narrowing.has(Kind.PLACE) else (),
        operator=operator_of(spans, intent),
        by=spans.narrowing.by,
        measure=spans.narrowing.measure,
        first=spans.narrowing.first,
        together=spans.narrowing.together,
        firm=_firm(spans, topic),
        strange_unit=(_longer if spans.units else _strange)(spans, topic) if listed else None,
        noun=counted_noun(spans) if intent in LISTS else "",
        again=spans.has("again", "opening"),
        back=spans.has("back"),
        compare=_compares(spans, intent),
        talk=next(filter(spans.has, TALK), ""),
        words=spans.words,
        mended=spans.utterance.mended,
        cues=spans.cues,
        spans=stretches(spans, topic),
    )


def _asks(spans: Spans, intent: Intent) -> tuple[Intent, ...]:
    """The fields of a row that are asked."""
    if intent is Intent.STATE:
        return (Intent.STATE,)
    claim = claim_of(spans, intent)
    if claim and (claim.units or claim.taken):
        return asks_of_claim(claim)
    return (asks_of(spans) or (intent,)) if intent in FIELDS else ()


def _topic_left(spans: Spans, intent: Intent, asks: Iterable[Intent], *, listed: bool) -> list[int]:
    """The positions of the topic; none where what is left says nothing."""
    topic = _topic(spans, intent, asks, listed=listed) if intent is not Intent.OVERVIEW else []
    if spans.begins_with_work() and spans.words[0].isdigit():
        topic = [i for i in topic if i]  # "3 | việc gấp nhất"
    if listed and (_says_nothing(spans, topic) or says_its_title(spans)):
        return []
    firm = listed and _firm(spans, topic) == len(topic)  # "việc nào về người dân": whoever says so means it
    return topic if firm or not says_nothing([spans.words[i] for i in topic]) else []


def _narrowest(periods: Sequence[Period]) -> tuple[Period, ...]:
    """Times without those that another one makes narrower ("cuối năm, trong tháng 12")."""
    inside = [any(_within(other, period) for other in periods) for period in periods]
    return tuple(period for period, wider in zip(periods, inside, strict=True) if not wider)


def _within(inner: Period, outer: Period) -> bool:
    return (outer.first, outer.last) != (
        inner.first,
        inner.last,
    ) and outer.first <= inner.first <= inner.last <= outer.last


def _narrowed(spans: Spans) -> Iterator[Constraint]:
    """The constraints; others than a unit are looked for in the role that "ai" asks for."""
    role = (role_of(spans) or "lead") if spans.has("who") else ""
    for constraint in spans.narrowing.where:
        left_out = constraint.kind is Kind.UNIT and not constraint.include and not constraint.role
        yield replace(constraint, role=role) if left_out else constraint


def _states(spans: Spans, intent: Intent) -> tuple[Constraint, ...]:
    """The states that rows are asked for beside what the question is about ("bao nhiêu việc quá hạn của …")."""
    if intent is Intent.PROGRESS:
        return ()
    said = [kind for kind in STATES if spans.has(kind) and (intent is not Intent.OVERDUE or kind != "overdue")]
    return tuple(Constraint(Kind.STATE, words=STATES[kind], start=spans.at(kind)) for kind in said)


def _firm(spans: Spans, topic: Sequence[int]) -> int:
    """How many words of the topic stand behind a word that says what follows is the topic."""
    marks = [cue.end for cue in spans.cues if cue.kinds & {"part", "about"}]
    marks += [i + 1 for i, word in enumerate(spans.words) if word in {"về", "ve"}]
    first = min((mark for mark in marks if mark in topic), default=len(spans.words))
    return sum(i >= first for i in topic)


def _says_nothing(spans: Spans, topic: Sequence[int]) -> bool:
    """Whether what is left of a question for a list is no topic: small words, or a crumb that no plan knows."""
    left = [spans.utterance.topical[i] for i in topic]
    if written_plainly("list").issuperset(left):
        return True
    crumb = len(left) == 1 and len(left[0]) <= _CRUMB and not spans.lookup.weight(folded(left[0]))
    told = bool(spans.units or spans.periods)
    return crumb and told and spans.words[max(topic[0] - 1, 0)] not in {"về", "ve"}


def _compares(spans: Spans, intent: Intent) -> bool:
    listed = spans.has("plans") and intent is not Intent.PLANS
    return spans.has("compare", "all_plans") or spans.scope.several or listed


def _facts(spans: Spans, intent: Intent) -> tuple[str, ...]:
    if intent is not Intent.FACTS:
        return ()
    dated = asks_issue(spans) or (spans.has("number", "signer") and spans.has("when"))
    signed = spans.has("issued") and spans.has("who") and not spans.has("issuer")  # "do ai ký, ngày nào"
    signed = signed or asks_post_holder(spans) or asks_signer(spans)
    sent, parted, sized = asks_recipients(spans), asks_parts(spans), asks_size(spans)
    pairs = (("issued", dated), ("signer", signed), ("recipients", sent), ("parts", parted), ("size", sized))
    asked = {kind for kind, said in pairs if said}
    return tuple(kind for kind in FACTS if spans.has(kind) or kind in asked)


def _topic(spans: Spans, intent: Intent, asks: Iterable[Intent], *, listed: bool) -> list[int]:
    claim = claim_of(spans, intent)
    uses = set(ALWAYS) | (LISTING | {"what"} if listed else set())
    for asked in (intent, *asks):
        uses |= USES.get(asked, set())
    uses |= {"lead", "coordinate", "part", "list"} if claim and claim.units else set()
    used = {i for cue in spans.cues if cue.kinds & uses or _only_asks(spans, cue) for i in range(cue.start, cue.end)}
    # a time is that of one of its dates ("chấm công tháng 1 nộp chưa"), or what is claimed
    claimed = intent is Intent.STATE or claim is not None or spans.narrowing.has(Kind.PLACE)
    used |= spans.narrowing.taken if listed or claimed else set()  # "hạn tháng 9" is no topic where it is the claim
    used |= claim.taken if claim else set()
    used |= set(handed_over(spans)) if intent is Intent.RESULT else set()
    units = (*spans.units, *spans.own_units) if listed else tuple(c.unit for c in claim.units) if claim else ()
    return spans.without(used | spans.scope.taken, units, spans.periods if listed or claimed else ())


def _not_claimed(spans: Spans, intent: Intent) -> tuple[UnitMention, ...]:
    """The units but those that are claimed: such a unit is what is told of the row, and not what it is about."""
    claim = claim_of(spans, intent)
    claimed = {said.unit.start for said in claim.units} if claim else set()
    return tuple(unit for unit in spans.units if unit.start not in claimed)


def _only_asks(spans: Spans, cue: Cue) -> bool:
    """Whether a cue is no more than an interrogative ("ntn", "ra sao"), which is of no topic whatever is asked."""
    return spans.words[cue.start : cue.end] in plain_phrases("asking")


def _strange(spans: Spans, topic: Sequence[int]) -> str | None:
    """The topic of a list, where it can only be a unit that is not known; small words inside its name are its own."""
    words = [spans.utterance.topical[i] for i in _stretch(spans, topic)]
    if len(words) > 1 and " ".join(map(folded, words[:1])) in _AREAS and not spans.lookup.weight(folded(words[1])):
        return " ".join(words)  # "huyện Krông Pa"
    behind = len(words) > _PARTED and words[1] != folded(words[1]) and not unit_like(words) and unit_like(words[1:])
    words = words[1:] if behind else words
    size = 0 if names_people(words) else unit_like(words)
    if _OTHERS.issuperset(map(folded, words[size:])):
        return None  # "các phòng khác" names none
    if not size or spans.lookup.bond(*words[size - 1 : size + 1]) >= BONDED:
        return None  # "so hoa" is "số hóa", no "Sở …"
    return " ".join(words)


def _stretch(spans: Spans, topic: Sequence[int]) -> list[int]:
    """The topic with the fillers inside it ("tra" of "Thanh tra Sở" is one by itself)."""
    if not topic:
        return []
    said = {i for cue in spans.cues if not cue.kinds <= _SMALL for i in range(cue.start, cue.end)}
    known = said | spans.scope.taken | {i for period in spans.periods for i in range(period.start, period.end)}
    inside = [i for i in range(topic[0], topic[-1] + 1) if i in topic or i not in known]
    return inside if inside == list(range(inside[0], inside[-1] + 1)) else list(topic)


_SMALL = frozenset({"filler", "soft", "light", "tail", "back"})


def _longer(spans: Spans, topic: Collection[int]) -> str | None:
    """The one unit that is named, where the words behind it make it another that no plan has ("Phòng … Nhà")."""
    unit = spans.units[0]
    more = [i for i in range(unit.end, len(spans.words)) if set(range(unit.end, i + 1)) <= set(topic)]
    names = [folded(name) for found in unit.names.values() for name in found]
    first = next((at for at in range(unit.start, unit.end) if folded(spans.words[at]) not in BEFORE), unit.start)
    said = " ".join(map(folded, spans.words[first : unit.end]))
    behind = unit.end + (folded(" ".join(spans.words[unit.end : unit.end + 1])) == "so") + 1
    timed = any(period.start < behind and unit.end < period.end for period in spans.periods)
    if not timed and all(other_number(name, spans.words[unit.start : behind]) for name in names):
        return " ".join(spans.utterance.topical[unit.start : behind])
    if size := field_behind(spans.words[unit.start : unit.end], spans.words[unit.end :]):
        return " ".join(spans.utterance.topical[unit.start : unit.end + size])  # "Thanh tra Sở | Xây dựng", of no plan
    begun = all(name.startswith(said) and len(name.split()) > len(said.split()) + 1 for name in names)
    begun = begun or all(_other_level(name, said, spans.words[unit.end : unit.end + 1]) for name in names)
    if len(spans.units) > 1 or not more or not begun:
        return None
    return " ".join(spans.utterance.topical[first : more[-1] + 1])


def _other_level(name: str, said: str, after: Sequence[str]) -> bool:
    """Whether a name goes on with another level than was said ("Công an tỉnh" where "công an | huyện" is asked)."""
    level, levels = name.removeprefix(f"{said} "), unit_words("level")
    return level in levels and bool(levels.intersection(map(folded, after)) - {level})


_OTHERS = frozenset({"khac", "nay", "do", "kia", "ay", "con", "lai"})  # behind a kind of unit that is not named
_PARTED = 2  # words of a unit that can stand behind another word ("giao sở …")
_AREAS = frozenset({"tinh", "huyen", "quan", "xa", "phuong"})
_CRUMB = 4  # letters up to which a lone unknown word is a slip or a particle rather than a topic
