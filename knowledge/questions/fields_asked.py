"""The fields of a row that are asked, the role that is meant, and what is only asked to be confirmed."""

import re
from collections.abc import Sequence

from knowledge.language.text import folded
from knowledge.questions.choices import choice_of_units, half_choice
from knowledge.questions.constraints import EITHER, Kind
from knowledge.questions.cue_uses import gap, only_gives
from knowledge.questions.cues import Cue, soft_words
from knowledge.questions.idle_words import hard_words
from knowledge.questions.once import once
from knowledge.questions.query import Intent
from knowledge.questions.rule_words import HOW_MANY
from knowledge.questions.spans import Spans
from knowledge.units.name_words import unit_kinds


@once
def asks_of(spans: Spans) -> tuple[Intent, ...]:
    """The fields of a row that are asked, in the order of the question; money last."""
    if checks_deadline(spans):
        return (Intent.DEADLINE,)
    if _given_in_a_part(spans):
        return ()
    asked = (Intent.RESULT,) if handed_over(spans) else _asked(spans)
    too = asked and spans.has("budget") and Intent.BUDGET not in asked  # "ai tổ chức, tiền bao nhiêu"
    return (*asked, Intent.BUDGET) if too else asked


def _given_in_a_part(spans: Spans) -> bool:
    """Whether it is asked what a part of a plan gives a unit to do ("riêng phần tổ chức thực hiện thì | giao gì")."""
    part = any(one.kind is Kind.SECTION and one.include for one in spans.narrowing.where)
    return part and bool(spans.units) and _GIVES_WHAT.search(" ".join(map(folded, spans.words))) is not None


_GIVES_WHAT = re.compile(r"\bgiao (?:cho )?(?:(?:nhung|cai|viec|ra) )*(?:gi|chi|j)\b(?! thi)")


def _asked(spans: Spans) -> tuple[Intent, ...]:
    asks = _cells_asked(spans)
    if beside_a_unit(spans):
        return (*asks, Intent.COORDINATE)
    role = role_of(spans)
    if spans.has("who") or (role and spans.has("lead", "coordinate") and not asks and not spans.has("list")):
        asks[Intent.COORDINATE if role == "coordinate" else Intent.LEAD] = spans.at("who", "lead", "coordinate")
        if _asks_both_roles(spans):
            asks |= {Intent.LEAD: spans.at("lead"), Intent.COORDINATE: spans.at("coordinate")}
    if not asks and (choice_of_units(spans) or half_choice(spans)):
        asks[Intent.LEAD] = spans.units[0].start
    if asks and role and not spans.has("who", "list") and _joined_to(spans, role):
        asks[Intent.COORDINATE if role == "coordinate" else Intent.LEAD] = spans.at(role)
    if spans.has("objective") and Intent.TARGET not in asks and (not asks or spans.has("what")):
        asks[Intent.TARGET] = spans.at("objective")
    return tuple(sorted(asks, key=lambda intent: asks[intent]))


def _is_sum_of_money(spans: Spans) -> bool:
    """Whether the number that is asked for is of money ("dự toán tới con số nào", "kinh phí lễ hội | bao nhiêu")."""
    if _NUMBER_OF_MONEY.search(" ".join(map(folded, spans.words))):
        return True
    number = spans.at("share") if spans.has("share") else 0
    ahead = (cue for cue in spans.cues if "budget" in cue.kinds and cue.end < number)
    return any(_HOW_MUCH.isdisjoint(map(folded, spans.words[cue.start : cue.end])) for cue in ahead)


_HOW_MUCH = frozenset({"bao", "bn", "may", "dau"})
_NUMBER_OF_MONEY = re.compile(r"\b(?:kinh phi|du toan|ngan sach)\b.*\bcon so\b")


def _cells_asked(spans: Spans) -> dict[Intent, int]:
    """The fields but those of units, with where each is asked for."""
    asks: dict[Intent, int] = {}
    for intent, kinds in (
        (Intent.DEADLINE, ("when",)),
        (Intent.RESULT, ("result",)),
        (Intent.BUDGET if _is_sum_of_money(spans) else Intent.TARGET, ("share",)),
    ):
        if spans.has(*kinds) and not (intent is Intent.TARGET and _is_plural(spans)):
            asks[intent] = spans.at(*kinds)
    if Intent.DEADLINE in asks and Intent.RESULT in asks and _tells_the_date(spans):
        del asks[Intent.DEADLINE]
    if Intent.DEADLINE in asks and Intent.TARGET in asks and _is_kept_to(spans):
        del asks[Intent.DEADLINE]
    if spans.has("issued") and spans.rest:
        asks[Intent.DEADLINE] = spans.at("issued")
    return asks


def _tells_the_date(spans: Spans) -> bool:
    """Whether the only word for a deadline says which row it is, by its date ("hạn | đầu tháng 12 ấy, phải nộp gì")."""
    told = {period.start for period in spans.periods}
    return all(cue.end in told for cue in spans.cues if "when" in cue.kinds)


def _is_kept_to(spans: Spans) -> bool:
    """Whether a deadline is only what is kept to by what is counted ("xử lý trong | hạn | đạt mấy phần trăm")."""
    whens = [cue for cue in spans.cues if "when" in cue.kinds]
    said = [[*map(folded, spans.words[max(cue.start - 1, 0) : cue.end + 1])] for cue in whens]
    return all(words[0] in _KEPT_TO and words[1:2] == ["han"] and words[2:] not in _ASKED for words in said)


_KEPT_TO = frozenset({"trong", "dung", "truoc", "kip", "tre", "qua"})
_ASKED = (["nao"], ["gi"], ["may"], ["bao"])


@once
def beside_a_unit(spans: Spans) -> bool:
    """Whether it is asked who has a row beside a unit ("… ngoài Văn phòng ra | còn đơn vị nào cùng làm").

    So it is where "ngoài" or "ra" is said and who coordinates is asked: beside a unit stand others. Without either it
    is asked for rows that the unit does not have ("ngoài Sở Nội vụ thì ai làm khảo sát").
    """
    bare = list(map(folded, spans.words))
    without = [c for c in spans.narrowing.where if c.kind is Kind.UNIT and not c.include]
    left_out, besides = bool(without), any(_BESIDES & {bare[c.start], bare[c.end - 1]} for c in without)
    asked = [cue for cue in spans.cues if cue.kinds & {"who", "coordinate"}]
    if any(cue.kinds >= {"who", "coordinate"} and bare[cue.start] in _BESIDES for cue in asked):
        return left_out
    still = any(_STILL.intersection(bare[max(cue.start - 2, 0) : cue.start]) for cue in asked)
    rows = _OF_ROWS.search(" ".join(bare))  # "việc về khách hàng" are several rows
    helps = (spans.has("who") or "ai" in bare) and spans.has("coordinate") and not spans.has("lead")
    still = still or (besides and helps and not rows)
    left = tuple(folded(spans.words[i]) for i in spans.rest)
    hard = any(word not in soft_words() for word in left) or (
        len(left) > _TWO and bool(spans.lookup.plans_saying(left))  # "ngày hội việc làm"
    )
    return left_out and still and hard and not spans.has("list", "count", "table")


_STILL = frozenset({"con", "them"})
_BESIDES = frozenset({"ngoai", "ra"})
_OF_ROWS = re.compile(r"(?<!\S)(?:viec|nhiem vu|dau viec) (?:nao|gi|ve|trong|quy|thang|cua)(?!\S)")


_TWO = 2


def _is_plural(spans: Spans) -> bool:
    """Whether "mấy" says only that there are several: a unit is asked for behind ("mấy điểm bán cá ai dời")."""
    shares = [cue for cue in spans.cues if "share" in cue.kinds]
    asked = [cue.start for cue in spans.cues if "who" in cue.kinds or cue.kinds & {"lead", "coordinate"}]
    several = all(_SEVERAL.match(" ".join(map(folded, spans.words[cue.start : cue.end]))) for cue in shares)
    counted = bool(shares) and not _COUNTING.isdisjoint(map(folded, spans.words[: shares[0].start]))
    return bool(shares) and (several or counted) and any(at > shares[-1].end for at in asked)


_COUNTING = frozenset({"dem"})  # "đếm xem mất bao nhiêu | là việc của ai" counts in the row itself


_SEVERAL = re.compile(r"may (?!phan tram|%)")


def handed_over(spans: Spans) -> range:
    """The words that ask what somebody is given, who is no topic ("nộp cho sở cái gì", "phát cho nhà báo cái gì")."""
    found = _GIVING.search(" ".join(map(folded, spans.words)))
    if found is None or spans.has("who", "when", "share", "count", "table"):
        return range(0)
    start = len(found.string[: found.start()].split())
    return range(start, start + len(found[0].split()))


_GIVING = re.compile(
    r"(?<!\S)(?:nop|phat|trinh|gui|dua|giao|ban giao|giao nop)(?: len)? cho(?: (?!de )\S+){1,5}? (?:cai|nhung) gi(?!\S)"
)


def _joined_to(spans: Spans, role: str) -> bool:
    """Whether a role is named beside another field, and not as what a unit does ("chủ trì, thời hạn")."""
    roles = [cue for cue in spans.cues if role in cue.kinds]
    others = [cue for cue in spans.cues if cue.kinds & {"when", "result", "share"} and role not in cue.kinds]
    said = {unit.end for unit in spans.units}
    pairs = [(a, b) for a in roles for b in others if a.start not in said]
    return any(set(spans.words[min(a.end, b.end) : max(a.start, b.start)]) <= {"và", "va"} for a, b in pairs)


def _asks_both_roles(spans: Spans) -> bool:
    """Whether both roles are asked: each beside a "who", or joined ("ai chủ trì, ai phối hợp", "chủ trì và …")."""
    cues_ = {kind: [c for c in spans.cues if kind in c.kinds] for kind in ("who", "lead", "coordinate")}
    pairs = [(a, b) for a in cues_["lead"] for b in cues_["coordinate"]]
    if any(spans.words[a.end : b.start] == ("và",) for a, b in pairs):
        return True
    beside = [{w.start for w in cues_["who"] if gap([c], [w]) <= 1} for pair in pairs for c in pair]
    return len(pairs) == 1 and all(beside) and len(set.union(*beside)) > 1


def asks_when(spans: Spans) -> bool:
    """Whether a deadline is asked, and no list by days."""
    return spans.has("when") and not spans.has("list", "due", "count", "table")


def role_of(spans: Spans) -> str | None:
    """Which role is meant where both are named: what is said of them, else the one nearer to who, or to the list."""
    if spans.narrowing.role and not spans.has("who"):
        return None if spans.narrowing.role == EITHER else spans.narrowing.role
    lead, coordinate = ([cue for cue in spans.cues if role in cue.kinds] for role in _ROLES)
    if not (lead and coordinate):
        return "lead" if lead else "coordinate" if coordinate else None
    if all(only_gives(cue, spans.words) for cue in lead) and not spans.has("who"):
        return "coordinate"  # "được giao phối hợp", "giao cho các khoa cùng phối hợp"
    anchors = [cue for cue in spans.cues if cue.kinds & {"who", "list", "count"} or asks_somebody(cue, spans.words)]
    each = all(_WHICH.intersection(map(folded, spans.words[c.start : c.end])) for c in (*lead, *coordinate))
    if not anchors or each:  # "chủ trì việc nào, phối hợp việc nào"
        return None
    return "coordinate" if gap(coordinate, anchors) < gap(lead, anchors) else "lead"


def asks_somebody(cue: Cue, words: Sequence[str]) -> bool:
    """Whether a role is said with whom it is asked of ("X đứng đầu rồi, | bên nào phụ")."""
    said = [folded(word) for word in words[cue.start : cue.end]]
    which = said.index("nao") if "nao" in said else 0
    return "ai" in said[:1] or (which > 0 and said[which - 1] in _KINDS)


_KINDS = frozenset(word for kind in unit_kinds() for word in folded(kind).split()[-1:])


def roles_beside(spans: Spans) -> bool:
    """Whether one unit is named with both roles ("chủ trì nhiều hơn hay phối hợp nhiều hơn")."""
    return len(spans.units) == 1 and spans.has("lead") and spans.has("coordinate")


def counts_each_role(spans: Spans) -> bool:
    """Whether it is asked how many rows a unit has in each role ("chủ trì mấy việc, phối hợp mấy việc").

    A role that is left out is not asked for ("phối hợp mấy việc, mấy cái chủ trì thì bỏ qua").
    """
    out = spans.narrowing.taken if spans.narrowing.role in _ROLES else frozenset[int]()
    many = [at for at, word in enumerate(spans.words) if folded(word) in HOW_MANY]
    return roles_beside(spans) and sum(at not in out for at in many) > 1


_WHICH = frozenset({"nao", "gi", "may", "nhieu"})


@once
def checks_deadline(spans: Spans) -> Intent | None:
    """A question whether something falls due as is said ("kiểm kê vật tư hạn 30/4 phải không"): the row's deadline.

    Behind an answer of a row the claim alone is of that row ("Hạn là quý II phải không?").
    """
    rows = spans.has("list", "count", "who", "table", "overdue", *_ROLES) or spans.begins_with_work()
    told = len(hard_words(spans)) > 1 or spans.earlier.of_row
    claimed = spans.has("check") or _in_doubt(spans)
    return Intent.DEADLINE if claimed and _claims_a_time(spans) and told and not rows else None


def _claims_a_time(spans: Spans) -> bool:
    """Whether a time is told that may be claimed: a bare year is as often of the row's name ("kế hoạch năm 2024")."""
    ends = {cue.end for cue in spans.cues if cue.kinds & {"when", "due", "done", "until"}}
    ahead = {folded(spans.words[period.start - 1]) for period in spans.periods if period.start}
    said = not _IN_TIME.isdisjoint(ahead) or any(period.start in ends for period in spans.periods)
    return said or any(period.finer for period in spans.periods)


_IN_TIME = frozenset({"trong", "het", "cuoi", "den", "toi", "vao", "truoc", "la", "qua"})


def _in_doubt(spans: Spans) -> bool:
    """Whether a time is told in doubt ("khảo sát trước 25/11 nhỉ"); "hạn khảo sát quý 3 nhỉ" asks when."""
    if not spans.utterance.doubts or not spans.periods or _asks_a_time(spans) or spans.has("what", "issued"):
        return False
    behind = range(spans.periods[-1].end, len(spans.words) - 1)
    small = {i for i in behind if folded(spans.words[i]) in {"chu", "ma"}}
    return spans.narrowing.taken.issuperset(set(behind) - small)  # "trước 25/11 chứ không phải 25/12 nhỉ"


def _asks_a_time(spans: Spans) -> bool:
    """Whether a deadline is asked for; "hạn cuối tháng 6 nhỉ" behind an answer of a row says which."""
    starts = {period.start for period in spans.periods} if spans.earlier.of_row else set()
    return any(starts.isdisjoint(range(cue.start, cue.end + 1)) for cue in spans.cues if "when" in cue.kinds)


_ROLES = ("lead", "coordinate")
