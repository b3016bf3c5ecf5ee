"""What somebody thinks or has heard, said behind a question: "… bên nào làm? | Em tưởng Thanh tra cơ".

It names units and rows of its own, and asks for none of them. That the question stands in front is told by its asking
and by words of its own that the plans hold side by side. So stands why it is asked ("… ngày mấy vậy, | sếp hối quá"),
in which the plans have no two words side by side, and what went wrong before ("…, | kẻo năm ngoái bị nhắc").
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from knowledge.language.text import first_token, folded, nfc
from knowledge.questions.cue_uses import LITTLE
from knowledge.questions.cues import cues_in, plain_words
from knowledge.questions.half_words import Bond, is_half
from knowledge.questions.speakers import interrogates

_BORDER = re.compile(r"[?!.;,…]+(?=\s)")
_THINKS = ("tưởng", "nghĩ", "đoán", "ngỡ", "nghi", "nghe", "đồn", "cãi")
_TELLS = ("bảo", "nói", "kêu")  # first of all an order, as "nhớ" is anywhere: "nói luôn hạn giúp", "nhớ ghi cả hạn"
_ORDERS = frozenset((*_TELLS, *map(folded, _TELLS)))
_SAYS = frozenset((*_THINKS, *map(folded, _THINKS))) - {"cai"} | _ORDERS  # without accents rather "cái"
_EARLY = 5  # words of an aside among which its verb stands: "mấy anh bên kia cứ | bảo …"
_SHORT = 2  # words of which an aside has more


def without_aside(text: str, bond: Bond) -> str:
    """A text without what is thought or heard behind its question.

    Args:
        bond: how much two neighbouring words are one word of the plans, None where they never stand side by side.
    """
    signs = [sign for sign in _BORDER.finditer(nfc(text)) if text[sign.end() :].strip()]
    if not signs:
        return text
    head, tail = nfc(text)[: signs[-1].end()], nfc(text)[signs[-1].end() :]
    said = [*map(first_token, tail.split())]
    if "?" in tail or len(said) <= _SHORT or interrogates(said):
        return text
    if head.rstrip().endswith("?") and _worries(said, bond):
        return head
    question = [*map(first_token, head.split())]
    if _recalls(said, bond) and (interrogates(question) or _of_rows(question)):
        return head
    found = sum(bond(*pair) is not None for pair in pairwise(question))
    aside = (found > 1 and _thinks(said, bond)) or (found > 0 and _presses(said, bond))
    return head if aside and interrogates(question) else text


def _worries(words: Sequence[str], bond: Bond) -> bool:
    """Whether somebody only is afraid behind a question that a sign ends ("còn hạn? | sợ trễ quá")."""
    fears = words[0] in _FEARS or (words[1] in _FEARS and words[0] in plain_words("speaker"))
    return fears and tuple(words[:2]) not in _NO_FEARS and all(bond(*pair) is None for pair in pairwise(words[-2:]))


_FEARS = frozenset({"sợ", "lo", "ngại", "kẻo", "sốt", "so", "keo", "ngai"})
_NO_FEARS = frozenset({("sốt", "xuất"), ("sốt", "rét"), ("so", "sánh"), ("so", "sanh")})


def _recalls(words: Sequence[str], bond: Bond) -> bool:
    """Whether words tell what was before, or is to happen no more ("chứ năm ngoái | thiếu", "kẻo | bị nhắc").

    A time that has passed alone is one that is asked of ("…, năm ngoái"), as are rows of it ("… năm ngoái có việc gì").
    """
    if _of_rows(words):
        return False
    if words[0] in _LEST and bond(*words[:2]) is None:
        return True
    found = _RECALLED.match(" ".join(map(folded, words)) + " ")
    behind = words[len(found[0].split()) :] if found else []
    return len(behind) > 1 and not _in_plans(behind, bond)


_RECALLED = re.compile(
    r"(?:(?:chu|vi|tai|do|boi|ma|nhu|keo) )*(?:hoi |cai |dip )?(?:hoi|bua|hom|dot|tuan|thang|nam|ky|lan|mua) "
    r"(?:ngoai|truoc|roi|no|xua|kia|qua) "
)
_LEST = frozenset({"kẻo", "keo"})


def _in_plans(words: Sequence[str], bond: Bond) -> bool:
    """Whether most neighbouring words stand side by side in the plans, which so tell a matter."""
    pairs = [bond(*pair) is not None for pair in pairwise(words)]
    return sum(pairs) * 2 > len(pairs)


def _of_rows(words: Sequence[str]) -> bool:
    return any(cue.kinds & _ROWS for cue in cues_in(tuple(words)))


_ROWS = frozenset({"list", "count"})


def _thinks(words: Sequence[str], bond: Bond) -> bool:
    """Whether a verb of thinking or saying stands early, which is half of no word of the plans ("bảo hiểm").

    Nor is it of what a plan's foot is called ("noi nhan").
    """
    if words[0] in _ORDERS:
        return False
    foot = {i for cue in cues_in(tuple(words)) if "recipients" in cue.kinds for i in range(cue.start, cue.end)}
    places = [at for at, word in enumerate(words[:_EARLY]) if word in _SAYS and at not in foot]
    return any(not is_half(words, at, at + 1, bond) for at in places)


def _presses(words: Sequence[str], bond: Bond) -> bool:
    """Whether somebody tells how much it is asked for, or of themselves, and of no matter.

    As in "khách hỏi em hoài", "trưởng nhóm hối quá", "em định cho các cháu học luôn".
    """
    alone = all(bond(*pair) is None for pair in pairwise(words))
    says = any(cue.kinds - _OF_TALK for cue in cues_in(tuple(words)))
    of_self = words[-1] in _MUCH or words[0] in _SELVES
    return alone and of_self and not says and not any(word.isdigit() for word in words)


_SELVES = frozenset({"em", "tôi", "tui", "mình", "cháu", "toi", "minh", "chau"})
_OF_TALK = LITTLE | {"opening", "again", "back", "thanks"}
_MUCH = frozenset({"quá", "lắm", "hoài", "ghê", "dữ", "rồi", "suốt", "mãi", "miết", "qua", "lam", "hoai", "roi"})
