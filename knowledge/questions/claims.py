"""What is said to be so in a question that only asks whether it is: that a unit has a part in a row, or its deadline.

A unit is what is claimed where it stands as somebody who acts ("X có chủ trì … không", "… do X làm hả") or to whom the
work belongs ("… là của X đúng không"); elsewhere it is of the topic ("báo cáo gửi X phải không"). No verb is looked
for: what people do with work has no complete list.
"""

from collections.abc import Collection, Iterator

from knowledge.language.text import folded
from knowledge.questions.cell_claims import cell_claim
from knowledge.questions.choices import choice_of_units, half_choice
from knowledge.questions.closings import closes_with_no, without_talk
from knowledge.questions.constraints import Kind
from knowledge.questions.cues import soft_words
from knowledge.questions.fields_asked import checks_deadline, role_of
from knowledge.questions.figure_claims import figure_claim, side_of
from knowledge.questions.heading_facts import heading_asked
from knowledge.questions.idle_words import hard_words
from knowledge.questions.once import once
from knowledge.questions.query import FACTS, FIELDS, Claim, Claimed, Intent
from knowledge.questions.rule_words import COUNTS
from knowledge.questions.spans import Spans
from knowledge.units.mentions import UnitMention

_OTHERS = ("who", "whom", "when", "table", "share", "soon", "compare", "meaning", *FACTS)
_OWNS = frozenset({"cua", "do", "thuoc", "la", "boi"})  # before the unit to whom the work belongs
_LEADS_TO = frozenset({"ben", "phia", "cho", "nhiem", "viec", "trach", "vu", "phan"})  # between these and the unit
_ACTS = frozenset({"co", "cung", "phai", "duoc", "khong", "ko", "chang", "cha", "chi", "se", "dang", "van", "bi"})
_WORKS = frozenset({"lam", "lo", "thuc", "to", "trien"})  # begin a verb of work


def claim_of(spans: Spans, intent: Intent) -> Claim | None:
    """What is claimed of the row, or of the rows of a list; None where nothing is."""
    if intent is Intent.FACTS:
        return Claim(heading=asked.claim) if (asked := heading_asked(spans)) and asked.claim else None
    if spans.narrowing.denied or spans.narrowing.counted is not None:
        return Claim(denied=spans.narrowing.denied, counted=spans.narrowing.counted, side=_side_of_count(spans))
    if intent is Intent.DEADLINE and spans.periods and (spans.has("check") or checks_deadline(spans)):
        return Claim(times=tuple(spans.periods), denied=any(_denies_before(spans, p.start) for p in spans.periods))
    if intent is Intent.TARGET and (claim := figure_claim(spans)):
        return claim
    claim = cell_claim(spans) if intent in FIELDS else None
    if claim:
        return claim if asks_of_claim(claim) == (intent,) else None
    return unit_claim(spans) if intent in (Intent.LEAD, Intent.COORDINATE) else None


def _denies_before(spans: Spans, start: int) -> bool:
    """Whether a time is denied, with no word of the row between ("không cần xong trước | 31/7")."""
    checks = {i for cue in spans.cues if "check" in cue.kinds for i in range(cue.start, cue.end)}
    topic = {i for i in spans.rest if folded(spans.words[i]) not in soft_words() | _LEADS_TO_A_TIME}
    for at in range(start - 1, -1, -1):
        if at in checks or (at in topic and not spans.denies(at)):
            return False
        if spans.denies(at):
            return True
    return False


_LEADS_TO_A_TIME = frozenset({"can", "phai", "lam", "xong", "bat", "buoc", "kip", "trong", "vao", "den", "toi", "la"})


def _side_of_count(spans: Spans) -> int:
    """On which side of a number of rows there are said to be some ("có dưới | 10 việc")."""
    bare, counted = list(map(folded, spans.words)), spans.narrowing.counted
    timed = {at for period in spans.periods for at in range(period.start, period.end)}
    places = sorted(spans.narrowing.taken - timed)
    numbers = (at for at in places if counted in (COUNTS.get(bare[at]), _number(bare[at])))
    at = next(numbers, None) if counted is not None else None
    if not at or (bare[at - 1] in _AS_MANY_AS and not (at > 1 and spans.denies(at - 2))):
        return 0
    return side_of(" ".join(bare[:at]), " ".join(bare[at + 1 :]))


_AS_MANY_AS = frozenset({"toi", "den"})  # "có tới 5 việc lận", where "chưa tới 5" is fewer


def _number(word: str) -> int | None:
    return int(word) if word.isdecimal() else None


@once
def unit_claim(spans: Spans) -> Claim | None:
    """The units of which it is asked whether they have a part in a row; None where no such thing is asked."""
    openly = closes_with_no(spans.words)
    if choice_of_units(spans) or half_choice(spans):
        return None  # "X lo hay Y lo hả" asks which of them
    if not (spans.asks_so() or openly) or spans.has(*_OTHERS) or (spans.has("count") and not _only_means_some(spans)):
        return None
    if any("coordinate" in cue.kinds and "ai" in spans.words[cue.start : cue.end] for cue in spans.cues):
        return None  # "ngoài sở ra còn | ai phụ | nữa hả" asks who
    units = tuple(_claimed(spans, openly=openly))
    alone = any(c.kind is Kind.ALONE for c in spans.narrowing.where)
    goes_on = spans.has("again") and not openly and not alone  # "thôi" goes on with nothing in "chỉ X làm thôi hả"
    if units and goes_on and not spans.has("lead", "coordinate", "part"):
        return None  # "còn Phòng X thì sao hả" asks what was asked before
    if not units or not _of_a_row(spans, units) or _lists(spans, units):
        return None
    so = spans.asks_so() and not (openly and not spans.has("check"))
    taken = frozenset(at for claimed in units for at in _act(spans, claimed.unit))
    alone = alone or _only(spans, units[0].unit)
    return Claim(units=units, taken=taken, denied=_denied(spans, units), alone=alone, openly=not so)


def _only_means_some(spans: Spans) -> bool:
    """Whether "mấy" counts nothing: what is to be confirmed asks no number ("mấy cái cầu là X lo phải không")."""
    counts = [folded(spans.words[cue.start]) for cue in spans.cues if "count" in cue.kinds]
    return spans.has("check") and set(counts) == {"may"}


def asks_of_claim(claim: Claim) -> tuple[Intent, ...]:
    """The fields that tell whether it is so."""
    if claim.blank or claim.figure:
        return (Intent(claim.blank) if claim.blank else Intent.TARGET,)
    if claim.rhythm or claim.product:
        return (Intent.DEADLINE if claim.rhythm else Intent.RESULT,)
    roles = {claimed.role for claimed in claim.units}
    if roles == {"lead"}:
        return (Intent.LEAD,)
    return (Intent.COORDINATE,) if roles == {"coordinate"} else (Intent.LEAD, Intent.COORDINATE)


def _only(spans: Spans, unit: UnitMention) -> bool:
    """Whether a unit is said to be the only one ("chỉ có | X và Y phối hợp thôi"), which "X chỉ phối hợp" does not."""
    at = unit.start
    while at > 0 and folded(spans.words[at - 1]) in _LEADS_TO | _OWNS | _BY_ITSELF:
        at -= 1
    # without accents "chi" may be a person ("đồng chí bên X") unless "thôi" closes it
    only = ("chỉ", "mỗi") if spans.utterance.accented else ("chi",) if "thoi" in spans.words else ()
    return at > 0 and spans.words[at - 1] in only


_BY_ITSELF = frozenset({"co", "giao", "minh", "rieng"})  # "chỉ | có", "chỉ | giao riêng cho"


def _of_a_row(spans: Spans, units: Collection[Claimed]) -> bool:
    """Whether a row is told beside the units, or was talked of."""
    said = {i for claimed in units for i in range(claimed.unit.start, claimed.unit.end)}
    hard = [i for i in hard_words(spans) if i not in said]
    return bool(hard) or spans.earlier.of_row


def _lists(spans: Spans, units: Collection[Claimed]) -> bool:
    """Whether rows are asked for; "là việc của X" asks for none."""
    starts = {claimed.unit.start + near for claimed in units for near in (0, 1)}
    return any("list" in cue.kinds and cue.end not in starts for cue in spans.cues) or (
        any(c.include for c in spans.narrowing.where if c.kind not in _OF_UNITS)
    )


_OF_UNITS = (Kind.UNIT, Kind.ALONE)  # "chỉ Phòng A làm thôi phải không" is of one row, where one is told


def _claimed(spans: Spans, *, openly: bool) -> Iterator[Claimed]:
    paired = [c for c in spans.narrowing.where if c.kind in _OF_UNITS]
    for constraint in paired:
        role = constraint.role or ("" if constraint.include else None)  # "A phối hợp với B": either may chair
        yield from (Claimed(unit, _role(spans, unit) if role is None else role) for unit in constraint.units)
    own = {unit.start for constraint in paired for unit in constraint.units}
    free = [unit for unit in spans.units if unit.start not in own]
    said = [_owns(spans, unit) or _acts(spans, unit, openly=openly) for unit in free]
    for at in reversed(range(len(free) - 1)):  # "A và B phối hợp" says it of both
        said[at] = said[at] or (said[at + 1] and spans.words[free[at].end : free[at + 1].start] in _AND)
    yield from (Claimed(unit, _role(spans, unit)) for unit, claimed in zip(free, said, strict=True) if claimed)


_AND = ((), ("và",), ("va",))


def _owns(spans: Spans, unit: UnitMention) -> bool:
    """Whether the work is said to belong to a unit ("là của X", "do X làm", "giao cho X", "có phải | X soạn không")."""
    bare = list(map(folded, spans.words))
    if bare[unit.start] in _OWNS or bare[max(unit.start - 2, 0) : unit.start] == ["co", "phai"]:
        return True
    at = unit.start - 1
    while at > 0 and bare[at] in _LEADS_TO:
        if bare[at - 1] == "giao":
            return True
        at -= 1
    return at >= 0 and bare[at] in _OWNS


def _acts(spans: Spans, unit: UnitMention, *, openly: bool) -> bool:
    """Whether a unit stands as who does something: before a role or a verb of work, or first in the question."""
    behind = [folded(word) for word in spans.words[unit.end :]]
    size = next((at for at, word in enumerate(behind) if word not in _ACTS), len(behind))
    at = unit.end + size
    role = any(cue.start <= at < cue.end and cue.kinds & {"lead", "coordinate", "part"} for cue in spans.cues)
    first = all(i in _small(spans) or i in spans.scope.taken for i in range(unit.start))
    return role or (first and (size > 0 or not openly)) or (first and not _WORKS.isdisjoint(behind[size : size + 1]))


def _act(spans: Spans, unit: UnitMention) -> range:
    """What a unit to whom the work belongs is said to do with it, to the end ("là do X | tham mưu, đúng không")."""
    if not _owns(spans, unit):
        return range(0)
    ends = (cue.start for cue in spans.cues if cue.start >= unit.end and cue.kinds & {"check", "tail"})
    end = min(ends, default=without_talk(spans.words))
    last = end == len(spans.words) or all(at in _small(spans) for at in range(end, len(spans.words)))
    return range(unit.end, end) if last and end - unit.end <= _BRIEF else range(0)


_BRIEF = 2  # words of a verb


def _small(spans: Spans) -> set[int]:
    kinds = {"filler", "tail", "check", "opening", "greeting"}
    return {i for cue in spans.cues if cue.kinds <= kinds for i in range(cue.start, cue.end)}


def _role(spans: Spans, unit: UnitMention) -> str:
    """In which role a unit is claimed to be: the one that is said, the chair where the work is its own, else any."""
    if spans.has("part"):
        return ""
    return role_of(spans) or ("lead" if _owns(spans, unit) else "")


def _denied(spans: Spans, units: Collection[Claimed]) -> bool:
    """Whether it is said that the units have no part in the row ("không phải của X", "X không chủ trì")."""
    if any(c.kind in _OF_UNITS and not c.include for c in spans.narrowing.where):
        return True
    return any(_stands_denied(spans, claimed.unit) for claimed in units)


def _stands_denied(spans: Spans, unit: UnitMention) -> bool:
    """Whether a negation stands right behind a unit, or before it with nothing but what leads up to it between."""
    bare, at = list(map(folded, spans.words)), unit.start
    while at > 0 and bare[at - 1] in _LEADS_TO | _OWNS | {"phai", "giao"}:
        at -= 1
    beside = (at - 1, *([unit.end] if unit.end < len(bare) - 1 else []))
    return any(spans.denies(place) for place in beside if place >= 0)
