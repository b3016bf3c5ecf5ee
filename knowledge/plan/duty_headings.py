"""Headings above duties: the unit that one names, and whether a section says who does what."""

import re
from functools import lru_cache

from knowledge.language.text import canonical, folded
from knowledge.plan.block import split_marker
from knowledge.units.name_words import words as unit_words
from knowledge.units.phrase import begins_unit, duty_words, is_people, unit_at, whole_unit


@lru_cache(maxsize=1024)  # each line of a plan asks for the headings above it
def assigns(section: tuple[str, ...]) -> bool:
    """Whether a section says who does what."""
    titles = [canonical(split_marker(title)[1] or title).strip(" -–:.") for title in section]
    cues = tuple(canonical(cue) for cue in duty_words("section"))
    named = any(title.startswith(cues) or "tổ chức thực hiện" in title for title in titles)
    return named or any(map(unit_of_heading, section))


_ROLE = re.compile(
    r"\s*(?:có trách nhiệm|chịu trách nhiệm|có nhiệm vụ|chủ trì|thực hiện|tổ chức thực hiện)?\s*[:.]?\s*$"
)
# What is added to a unit's name in a heading: "(Cơ quan thường trực)", " - Cơ quan đầu mối".
_OFFICE_OF = re.compile(
    r"\s*\([^()]*\)\s*$|\s*[-–,]\s*(?:là\s+)?(?:cơ quan|đơn vị) (?:thường trực|đầu mối|chủ trì)\b.*$", re.IGNORECASE
)
_OF = re.compile(
    r"^(?:trách nhiệm (?:của|thực hiện của)?|(?:các )?(?:nhiệm vụ|công việc|phần việc|nội dung) (?:của|giao(?: cho)?)|"
    r"đối với|giao(?: cho)?|phân công|đề nghị|yêu cầu)\s+",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def unit_of_heading(title: str) -> str | None:
    """The unit that a heading names, whole: "2. Sở Nội vụ có trách nhiệm:"."""
    text = split_marker(title)[1] or title
    if told := _told(text):
        return told["lead"].strip()
    text = _OFFICE_OF.sub("", _ROLE.sub("", _OF.sub("", text.strip())))
    if not text or (text.isupper() and len(text.split()) > 14) or is_people(text):
        return None
    text = text.capitalize() if text.isupper() else text
    unit = whole_unit(text) or _unit_with_verbs(text, ordered=bool(_ORDERED.match(split_marker(title)[1] or title)))
    return None if unit and folded(unit) in unit_words("bare") else unit  # "CƠ QUAN PHỐI HỢP" is a column, and no unit


@lru_cache(maxsize=4096)
def helpers_of_heading(title: str) -> str:
    """Whom a heading names beside the unit that chairs ("C. Đội A chủ trì, Công an xã phối hợp:"), "" for nobody."""
    told = _told(split_marker(title)[1] or title)
    return (told["help"] or "") if told else ""


def _told(text: str) -> re.Match[str] | None:
    """A heading that says in so many words who chairs, and perhaps who helps: names of units, and nothing else."""
    told = _CHAIRS.fullmatch(text.strip(" .:"))
    if told is None or not begins_unit(told["lead"]) or folded(told["lead"].strip()) in unit_words("bare"):
        return None
    return told if not told["help"] or whole_unit(told["help"]) else None


_CHAIRS = re.compile(
    r"(?P<lead>(?:(?!là )[^\s,;():]+ ){1,14}?)(?:(?:là )?(?:cơ quan|đơn vị) )?(?:chủ trì|\(chủ trì\))"
    r"(?:[,;]? (?:(?:và )?phối hợp (?:với|cùng) )?(?P<help>.+?)(?: (?:cùng )?phối hợp| \(phối hợp\))?)?"
)


_DUTY_VERBS = ("chủ trì", "phối hợp", "có trách nhiệm", "chịu trách nhiệm", "có nhiệm vụ", "thực hiện", "tham mưu", ":")


_ORDERED = re.compile(r"(?:giao(?: cho)?|yêu cầu|đề nghị|phân công)\s", re.IGNORECASE)


def _unit_with_verbs(title: str, *, ordered: bool) -> str | None:
    """A heading that names units by what they do ("Các đơn vị thu gom chất thải"), or orders one to do something."""
    phrase = unit_at(title)
    if phrase is None or len(title) > 200:
        return None
    if ordered or phrase.verb in _DUTY_VERBS:
        return phrase.name
    general = re.match(
        r"(?:các\s|những\s)?(?:cơ quan|đơn vị|doanh nghiệp|tổ chức|cơ sở|chủ đầu tư)\b", title, re.IGNORECASE
    )
    return title.strip(" .:;") if general else None
