"""What a plan costs as a whole, and where that comes from: its own words tell, and no row.

Asked so is a plan that is named, pointed at ("kế hoạch này"), or told by nothing but words of its title ("tiền đâu ra
để làm kế hoạch cải cách hành chính 2027").
"""

import re
from collections.abc import Sequence

from knowledge.language.text import folded
from knowledge.questions.cues import plain_words, small_words, soft_words
from knowledge.questions.query import Intent
from knowledge.questions.spans import Spans
from knowledge.questions.title_words import are_of_titles

_IN_ALL = frozenset({"tong", "cong", "het", "tat", "ca", "thay"})  # "tổng cộng", "hết thảy"
_FUNDS = frozenset({"tien", "kinh", "phi", "nguon", "ngan", "sach"})


def cost_of_the_plan(spans: Spans, intent: Intent, topic: Sequence[int]) -> tuple[str, ...]:
    """What is looked for where a plan is asked what it costs as a whole; nothing where a row is."""
    whole = intent in (Intent.BUDGET, Intent.TARGET) and spans.has("budget")
    whole = whole and (speaks_of_all(spans.words) or not spans.has("again", "back"))
    timed = {i for period in spans.periods for i in range(period.start, period.end)}  # "kinh phí | năm nay"
    said = {word for i in topic if i not in timed and not (word := folded(spans.words[i])).isdigit()}
    found = _ALL.search(" ".join(map(folded, spans.words)))
    said -= _IN_ALL | _FUNDS | set(found[0].split() if found else ())
    if not whole or not (_is_its_title(spans, said) if said else _told(spans)):
        return ()
    return ("kinh", "phí") if spans.utterance.accented else ("kinh", "phi")


def sets_costs_beside(spans: Spans, topic: Sequence[str]) -> bool:
    """Whether it is asked which of several plans that are named costs more, or how far their sums are apart.

    As in "tổng kinh phí của xã hơn của phường bao nhiêu": nothing but money and what compares is said beside the plans.
    """
    if len(spans.scope.plans) < _SEVERAL or not spans.scope.several or spans.units or spans.has("again", "back"):
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
_COMPARED = re.compile(r"\b(?:hon|kem|chenh|lech|so sanh|so voi|khac nhau)\b")


def _told(spans: Spans) -> bool:
    """Whether a plan is named or pointed at."""
    return spans.scope.named or spans.has("this_plan") or speaks_of_all(spans.words)


def speaks_of_all(words: Sequence[str]) -> bool:
    """Whether all of a place or plan is spoken of, which is no row ("kinh phí của | cả phường | đó")."""
    return bool(_ALL.search(" ".join(map(folded, words))))


_ALL = re.compile(r"\b(?:ca|toan|toan bo) (?:ke hoach|xa|phuong|thi tran|huyen|quan|tinh|thanh pho|co quan|truong)\b")


_PLAN = frozenset({"hoach", "kh", "trinh"})  # "chương trình"


def _is_its_title(spans: Spans, said: set[str]) -> bool:
    """Whether all that is said beside "kế hoạch", or behind a name of the plan, is what the plans are about."""
    plan = plain_words("plan")
    of_plan = spans.scope.named or not _PLAN.isdisjoint(said)
    return of_plan and bool(said - plan) and are_of_titles(said - plan, spans)
