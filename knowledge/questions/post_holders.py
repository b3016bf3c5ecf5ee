"""Who holds a post ("hiệu trưởng là ai"): a plan says so only of whoever signed it, and no row answers it."""

import re
from collections.abc import Sequence

from knowledge.language.text import folded
from knowledge.questions.spans import Spans
from knowledge.units.name_words import words as unit_words

_CLOSES = "(?: (?:vay|the|a|nhi|v|ha))*"
_ASKED = re.compile(rf"(?:(?P<post>.+?) (?:la ai|ten gi|ten la gi)|ai la (?P<behind>.+?)){_CLOSES}")


def asks_post_holder(spans: Spans) -> bool:
    """Whether it is asked who holds a post."""
    return bool(post_of(spans))


def post_of(spans: Spans) -> str:
    """The post, folded, whose holder is all that is asked for; empty where something else is."""
    left = (folded(word) for i, word in enumerate(spans.words) if i not in spans.scope.taken)
    found = _ASKED.fullmatch(" ".join(left))
    said = (found["post"] or found["behind"]) if found else ""
    return said if said.removeprefix("pho ") in unit_words("post") else ""


def headship_of(words: Sequence[str]) -> str:
    """What somebody heads of whom it is asked who it is ("ai làm trưởng đoàn kiểm tra"), folded; empty where none is.

    A unit that chairs is no answer: who heads its group is a person.
    """
    found = _HEADED.search(" ".join(map(folded, words)))
    return (found["held"] or found["named"]) if found else ""


def leads_for(words: Sequence[str]) -> bool:
    """Whether it is asked who leads a group for some matter ("ai dẫn đoàn | kiểm tra"), who may be whoever has it."""
    return not headship_of(words) and _LEADS_FOR.search(" ".join(map(folded, words))) is not None


def part_untold(words: Sequence[str]) -> str:
    """The part in a building of which it is asked who has it ("ai làm chủ đầu tư"), folded; empty where none is.

    Whoever chairs a row may have it or not.
    """
    found = _BUILDING.search(" ".join(map(folded, words)))
    return (found["behind"] or found["first"]) if found else ""


_PART = "(?:chu dau tu|thi cong|tu van giam sat)"
_WHOEVER = r"(?:ai|(?:don vi|ben|cong ty|phong|ban|so) (?:nao|mo))"
_BUILDING = re.compile(
    rf"(?<!\S){_WHOEVER}(?: (?:se|la|lam|duoc|dung|ra|dung ra|giao|nhan)){{0,3}} (?P<behind>{_PART})(?!\S)"
    rf"|(?<!\S)(?P<first>{_PART})(?: (?:do|la|thi|giao|giao cho))* {_WHOEVER}(?!\S)"
)
_LEADS_FOR = re.compile(r"(?<!\S)ai(?: \S+){0,2} (?:dan|dan dau) doan (?!vien|the)\S")
_GROUP = "(?:doan|ban|to|doi|nhom|tieu ban)"
_HEAD = rf"(?:truong {_GROUP}|(?:pho )?{_GROUP} truong|pho doan|pho truong {_GROUP})"
_LEADS = rf"(?:dan|dan dau) doan(?= di(?!\S)|{_CLOSES}$)"  # on the way to somewhere else
_HEADED = re.compile(
    rf"(?:(?<!\S)ai(?: (?:se|la|lam|giu|dung|duoc|cu|giao|chuc|nguoi|phu|trach))* (?P<held>{_HEAD}|{_LEADS})(?!\S)"
    rf"|^(?P<named>{_HEAD}) (?:\S+ )*la ai{_CLOSES}$)"
)
