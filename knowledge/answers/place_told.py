"""Whether a plan leaves it open where a row is done, which no column tells.

Any words may tell a place ("dọc bờ kè", "tầng 3", "mái nhà"): so it is only said not to be told where the row says
hardly more than what was asked about, and nothing else of its plan tells where such a thing is.
"""

import re
from collections.abc import Sequence
from itertools import groupby

from knowledge.answers.ask import Ask
from knowledge.answers.evidence import Search, candidates, text_of, topic_of
from knowledge.language.syllables import is_syllable
from knowledge.language.text import folded, tokens
from knowledge.model import Task, TaskKind
from knowledge.questions.once import once
from knowledge.questions.place_asked import place_kind, place_said
from knowledge.reply import Citation
from knowledge.search.corpus import Part

_YEAR = "nam"  # "… năm 2027" is no place
_PLACE = 2  # words beside each other that may be one
_SOME = 0.4  # share of a row that another item has which may be about the same


def leaves_place_open(ask: Ask, citation: Citation) -> bool:
    """Whether it is asked where a row of a table is done and neither the row nor the rest of its plan may tell it."""
    item = citation.item
    row = item if isinstance(item, Task) and item.kind is TaskKind.TABLE else None
    asked = row is not None and place_said(ask.query.words)
    return bool(
        row and asked and not (_may_tell(ask, citation, row) or _another_item_names_a_place(ask, citation, row))
    )


def _may_tell(ask: Ask, citation: Citation, row: Task) -> bool:
    """Whether a row names a place, or has words left behind what was asked about that may be one."""
    said = " | ".join((row.task, row.result or "", row.objective or ""))
    if _STANDS.search(said.lower()):
        return True
    if kind := _kind(ask):
        all_said = folded(" ".join((said, *row.lead, *row.coordinate)))
        return bool(f" {kind}" in f" {all_said} " or _names_a_place(f"{row.task} | {row.result or ''}"))
    before = ask.before.query.words if ask.before.query and citation.ref in ask.before.shown else ()
    known = _said_by((*before, *ask.query.words), ask)
    text = [folded(word) for word in tokens(" ".join(filter(None, (row.task, row.activity)))) if not word.isdecimal()]
    first = next((at for at, word in enumerate(text) if word in known), 0)
    left = (word not in known and word != _YEAR for word in text[first:])
    return any(is_left and len(list(run)) >= _PLACE for is_left, run in groupby(left))


def _names_a_place(text: str) -> bool:
    """Whether a text has a place by its name, of whatever kind ("cho bà con | xã Hòa Mỹ"); letters alone are none."""
    return any(word.istitle() for found in _KINDS.finditer(text) for word in found[1].split())


@once
def _kind(ask: Ask) -> str:
    """What kind of place is asked for ("ở hội trường nào")."""
    return place_kind(ask.query.words)


def _said_by(words: Sequence[str], ask: Ask) -> set[str]:
    """The folded words that are said, short ones also in full ("tthc")."""
    short = [word for word in words if not is_syllable(folded(word))]
    return {*map(folded, words), *(word for concept in topic_of(short, ask.lookup) for word in concept.reach)}


def _another_item_names_a_place(ask: Ask, citation: Citation, row: Task) -> bool:
    """Whether another item of its plan that is on the same names a place."""
    plan = ask.lookup.position(citation.stem)
    search = Search((plan,) if plan is not None else (), (Part.TASK, Part.PASSAGE), lambda _: 1.0)
    found = candidates(topic_of(tokens(row.task.lower()), ask.lookup), ask.lookup, search)
    others = (other for other in found if other.citation.ref != citation.ref and other.coverage.share >= _SOME)
    texts = [text_of(other) for other in others]
    if kind := _kind(ask):
        return any(f" {kind}" in f" {folded(text)} " for text in texts)
    return any(_LEADS.search(text.lower()) for text in texts)


_KINDS = re.compile(
    r"(?<!\S)(?:xã|phường|thị trấn|huyện|tỉnh|thành phố|thôn|ấp|bản|làng|buôn|khóm|tổ dân phố|khu phố|chợ|trường"
    r"|nhà văn hóa|trung tâm|công viên|sân|đình|chùa|bãi|bến|hồ(?! sơ)|sông|cầu)((?: [^\W\d_]+){1,4})",
    re.IGNORECASE,
)
_STANDS = re.compile(
    r"(?<!\S)(?:tại|ở|quanh|khu|(?<!trực )tuyến|đường|địa bàn|giáp"
    r"|trên (?:các|sông|biển|địa|đường|tuyến|khu|mạng))(?!\S)"
)
_LEADS = re.compile(  # and no offices that do it nor papers that say it
    r"(?<!\S)(?:tại|ở) (?!(?:(?:các|từng|mỗi) )?"
    r"(?:sở|ngành|cơ quan|đơn vị|cấp|địa phương|điều|khoản|mục|quyết định|văn bản|kế hoạch|nghị|thông tư|công văn)\b)"
)
