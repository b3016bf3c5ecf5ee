"""What a plan costs as a whole, and where that comes from: its own words tell, and no row.

Asked so is a plan that is named, pointed at ("kế hoạch này"), or told by nothing but words of its title ("tiền đâu ra
để làm kế hoạch cải cách hành chính 2027").
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import dropwhile, pairwise

from knowledge.deadlines.periods import Period
from knowledge.language.abbreviations import meanings
from knowledge.language.text import UPPER, folded
from knowledge.questions.constraints import Operator
from knowledge.questions.cues import plain_words, small_words, soft_words
from knowledge.questions.money_rules import SPENDING, SPENDS
from knowledge.questions.office_calls import AREAS
from knowledge.questions.plan_search import Scope
from knowledge.questions.query import Intent
from knowledge.questions.spans import Spans
from knowledge.questions.title_words import are_of_titles
from knowledge.units.name_words import bare_kinds
from knowledge.units.name_words import words as unit_words

_ALL_TYPED = frozenset({"tổng", "cộng", "hết", "tất", "cả", "thay", "thảy"})  # "tổng cộng", "hết thảy"
_FUNDS_TYPED = frozenset({"tiền", "kinh", "phí", "nguồn", "ngân", "sách"})
_IN_ALL = frozenset({*map(folded, _ALL_TYPED), "bao", "nhieu"})
_FUNDS = frozenset(map(folded, _FUNDS_TYPED))
_PLANNED = frozenset(
    {"so", "muc", "du", "kien", "va", "bo", "tri", "thuc", "hien", "bao", "dam", "chi", "toan", "ghi", "neu"}
)
_OF_SUMS = _IN_ALL | _FUNDS | _PLANNED

COST = {True: ("kinh", "phí"), False: ("kinh", "phi")}  # what is looked for, typed with accents and without


def whole_cost_of(spans: Spans, intent: Intent, topic: Sequence[int]) -> Scope | None:
    """The plans that are asked what they cost as a whole; None where a row is."""
    asked = intent in (Intent.BUDGET, Intent.TARGET) and spans.has("budget")
    if not (asked or _asks_what_is_said(spans, intent, topic)) or (
        spans.has("again", "back") and not speaks_of_all(spans.words)
    ):
        return None
    timed = {i for period in spans.periods for i in range(period.start, period.end)}  # "kinh phí | năm nay"
    words = [word for i in topic if i not in timed and not (word := folded(spans.words[i])).isdigit()]
    found = _ALL.search(" ".join(map(folded, spans.words)))
    others = _OF_SUMS | SPENDS | set(found[0].split() if found else ())
    said = [word for word in words if word not in others]
    if (found or spans.has("this_plan")) and not (spans.scope.named or said):
        return _all_of(found[1] if found else "ke hoach", spans)
    if _is_its_title(spans, set(said)) if said else _told(spans) or _opens_with_money(spans):
        return spans.scope
    meant = tuple(plan for plan in spans.scope.plans if _is_a_matter_of(spans.lookup.title_words(plan), said))
    return replace(spans.scope, plans=meant, named=True) if meant else None


def _opens_with_money(spans: Spans) -> bool:
    """Whether money is asked for before anything else was told, of no unit, time or state ("kinh phí lấy ở đâu")."""
    told = spans.earlier.begun or spans.earlier.plans
    return not (told or spans.units or spans.periods or spans.narrowing.where)


def _asks_what_is_said(spans: Spans, intent: Intent, topic: Sequence[int]) -> bool:
    """Whether it is asked what a plan says of its money ("nguồn kinh phí và số tiền dự kiến được nêu thế nào")."""
    said = {folded(spans.words[i]) for i in topic}
    return intent is Intent.PASSAGE and bool(said & _FUNDS) and said <= _OF_SUMS


def sets_costs_beside(spans: Spans, topic: Sequence[str]) -> bool:
    """Whether it is asked which of several plans that are named costs more, or how far their sums are apart.

    As in "tổng kinh phí của xã hơn của phường bao nhiêu": nothing but money and what compares is said beside the plans.
    """
    several = len(spans.scope.plans) >= _SEVERAL and spans.scope.several
    if not several or spans.units or spans.narrowing.where or spans.has("again", "back", "when", "who", "result"):
        return False
    said = folded(" ".join(spans.words))
    return not _said_beside_money(topic) and bool(_OF_MONEY.search(said) and _COMPARED.search(said))


def sums_all_up(spans: Spans, topic: Sequence[str]) -> bool:
    """Whether it is asked what all plans cost together ("cộng các kế hoạch lại tổng kinh phí bao nhiêu")."""
    if not spans.has("all_plans") or spans.scope.named or spans.units or spans.periods or spans.has("again", "back"):
        return False
    said = folded(" ".join(spans.words))
    whole = not (spans.narrowing.where or _OF_ROWS.search(said) or _said_beside_money(topic) - _TOGETHER)
    return whole and bool(_OF_MONEY.search(said) and _HOW_MUCH.search(said))


def sums_of_units(spans: Spans, intent: Intent) -> Operator | None:
    """What is done where it is asked what units spend, and nothing that a row is about ("Đội A tốn bao nhiêu tiền").

    Units are set beside each other where each is asked, and rows told where they are counted whatever their role; of
    rows of a time or a state no sum is asked, nor of whichever units there are ("các phòng").
    """
    beside = len(spans.units) > 1 and (spans.has("compare") or spans.narrowing.operator is Operator.EACH)
    if intent not in (Intent.BUDGET, Intent.TARGET, *((Intent.COUNT,) if beside else ())):
        return None
    if not (spans.has("budget") and spans.units) or spans.has(*_OTHER) or speaks_of_all(spans.words):
        return None
    narrowed = spans.narrowing.where or any(_is_within_a_year(period) for period in spans.periods)
    if narrowed or any(unit.group or unit.head for unit in spans.units) or _names_a_matter(spans):
        return None
    if spans.has("count") and not spans.has("lead"):
        return Operator.ROWS
    return Operator.SIDES if beside else Operator.SUM


_OTHER = ("who", "whom", "when", "result", "objective", "again", "back", "check", "done", "doing", "open", "overdue",
          "soon", "due", "until")  # fmt: skip
_WHOLE_YEAR = 365


def _is_within_a_year(period: Period) -> bool:
    return bool(period.doubt) or (period.last - period.first).days + 1 < _WHOLE_YEAR


def _names_a_matter(spans: Spans) -> bool:
    """Whether words are left that say more than money and talk, as typed: "cáp" is no "cấp", "dạy bơi" no "đây bởi".

    Small words that stand side by side in the plans are a matter as well ("tổ chức việc làm").
    """
    said = spans.utterance.topical
    money = _OF_SPENDING if spans.utterance.accented else set(map(folded, _OF_SPENDING))
    left = [at for at in spans.rest if said[at] not in money]
    if any(said[at] not in small_words() for at in left):
        return True
    talk = (cue.start for cue in spans.cues if cue.kinds & _SMALL and cue.end - cue.start == 1)
    small = sorted({*left, *(() if spans.utterance.accented else talk)})
    return any(last - first == 1 and spans.lookup.adjoin(said[first], said[last]) for first, last in pairwise(small))


_SMALL = frozenset({"filler", "tail", "soft"})
_OF_SPENDING = SPENDING | _ALL_TYPED | _FUNDS_TYPED | {"kém", "mất", "rót"}


def _said_beside_money(topic: Sequence[str]) -> set[str]:
    told = set(map(folded, topic)) - _IN_ALL - _FUNDS - _BY_HOW_MUCH - plain_words("plan")
    return told - small_words() - soft_words()


_TOGETHER = frozenset({"lai", "gop", "gom", "chung", "ton", "moi", "may", "cac"})
_OF_ROWS = re.compile(r"\b(?:viec|nhiem vu|hang muc|dau muc|hoat dong)\b")
_HOW_MUCH = re.compile(r"\b(?:tong(?: cong)? (?:kinh phi|tien|du toan|von)|bao nhieu|bn|may (?:tien|trieu|ty))\b")
_SEVERAL = 2
_BY_HOW_MUCH = frozenset(
    {"hon", "kem", "nhau", "may", "bao", "nhieu", "it", "trieu", "ty", "dong", "chenh", "lech", "so"}
)
_OF_MONEY = re.compile(r"\b(?:kinh phi|tien|du toan|ngan sach|von|trieu|ty dong)\b")
_COMPARED = re.compile(r"\b(?:hon|kem|chenh|lech|so sanh|so voi|khac nhau (?:may|bao nhieu))\b")


def _told(spans: Spans) -> bool:
    """Whether a plan is named or pointed at."""
    return spans.scope.named or spans.has("this_plan")


def _all_of(office: str, spans: Spans) -> Scope | None:
    """The plans of the office all of which is spoken of ("toàn | trường"); None where it has none or is untold.

    Of a whole area its own committee's plan tells, else the only plan of an office that has the area in its name.
    """
    if office in _NO_OFFICE:
        told = spans.earlier.row_plans
        one = spans.scope if spans.has("this_plan") or len(spans.scope.plans) == 1 else None
        return replace(spans.scope, plans=told, named=True) if len(told) == 1 else one
    own = spans.lookup.plans.calls.office(office.split())
    meant = tuple(sorted(own.intersection(spans.scope.plans) or own))
    if not meant and office in _AREAS:
        only = _plans_in(office, spans)
        missing = "" if len(only) == 1 else f"kế hoạch của cả {_AREAS[office]}"
        return replace(spans.scope, plans=only if len(only) == 1 else (), named=True, missing=missing)
    return replace(spans.scope, plans=meant, named=True) if meant else None


def _plans_in(area: str, spans: Spans) -> tuple[int, ...]:
    """The plans, of those that may be asked, that name such an area in their office or title ("tỉnh | Bình Hải")."""
    plans = spans.lookup.snapshot.plans
    headings = ((at, plans[at].plan.heading) for at in spans.scope.plans or range(len(plans)))
    own = re.compile(rf"(?<!\w){_AREAS[area]} [{UPPER}]")
    return tuple(at for at, said in headings if own.search(f"{said.issuer or ''} {said.title or ''}"))


_AREAS = {folded(area): area for area in AREAS}
_NO_OFFICE = frozenset({"ke hoach", "co quan"})


def speaks_of_all(words: Sequence[str]) -> bool:
    """Whether all of a place or plan is spoken of, which is no row ("kinh phí của | cả phường | đó")."""
    return bool(_ALL.search(" ".join(map(folded, words))))


_WHOLE = sorted({*_NO_OFFICE, *map(folded, AREAS), *unit_words("house")}, key=lambda name: (-len(name), name))
_ALL = re.compile(rf"\b(?:ca|toan|toan bo) ({'|'.join(_WHOLE)})\b")


_PLAN = frozenset({"hoach", "kh", "trinh"})  # "chương trình"
_MATTER = 3  # words of a title that name what it is about


def _is_a_matter_of(title: Sequence[str], said: Sequence[str]) -> bool:
    """Whether all that is said is one of the matters of a title ("phòng cháy chữa cháy rừng kinh phí bao nhiêu").

    Single words of it may be of anything ("vé vào cổng bao nhiêu tiền"); "phường lo …" calls the office.
    """
    matter = list(dropwhile(_OFFICES.__contains__, said))
    printed = f" {' '.join(map(folded, title))} "
    whole = (" ".join(matter), *(folded(long) for word in matter[:1] if len(matter) == 1 for long in meanings(word)))
    return any(words.count(" ") >= _MATTER - 1 and f" {words} " in printed for words in whole)


_OFFICES = frozenset((*bare_kinds(), *map(folded, AREAS)))


def _is_its_title(spans: Spans, said: set[str]) -> bool:
    """Whether all that is said beside "kế hoạch", or behind a name of the plan, is what the plans are about."""
    plan = plain_words("plan")
    of_plan = spans.scope.named or not _PLAN.isdisjoint(said)
    return of_plan and bool(said - plan) and are_of_titles(said - plan, spans)
