"""Who signed a plan, and in which post (thể thức chữ ký, Nghị định 30/2020/NĐ-CP, annex I, part II, point 7)."""

import re
from collections.abc import Sequence

from knowledge.model import Signer
from knowledge.plan.lines import Block
from knowledge.plan.parts import is_post


def signer(foot: Sequence[Block]) -> Signer:
    """The signature's name and post; "KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC" is a Phó Giám đốc."""
    posts: list[str] = []
    name = None
    for block in foot:
        text = re.sub(r"^nơi\s+(?:nhận|gửi)\s*:?\s*", "", block.text, flags=re.IGNORECASE).strip(" *")
        if is_post(text):
            posts.append(text)
            name = None
        elif posts and name is None and not block.marker and _is_name(text):
            name = text.title() if text.isupper() else text
    return Signer(name, _post(posts))


_TITLES = re.compile(
    r"^(?:(?:GS|PGS|TS|ThS|BS|CKI|CKII|Ths|KS|NGƯT|TTƯT|Đại tá|Thượng tá|Trung tá|Thiếu tướng)\.?\s*)+"
)


def _is_name(text: str) -> bool:
    words = _TITLES.sub("", text).split()
    return 2 <= len(words) <= 6 and all(word[:1].isupper() and word.isalpha() for word in words)


def _post(posts: Sequence[str]) -> str | None:
    if not posts:
        return None
    last = posts[-1]
    deputy = re.match(r"(?:KT|TL|TUQ|TM)\s*\.\s*.+?\s+(?P<own>(?:PHÓ|CHÁNH|TRƯỞNG|CHỦ TỊCH|GIÁM ĐỐC)\b.*)", last)
    own = deputy["own"] if deputy else re.sub(r"^(?:KT|TM|TL|TUQ)\s*\.\s*", "", last)
    own = re.sub(r"^Q\s*\.\s*", "QUYỀN ", own)
    return _normal(own)


_SHORT = {"ubnd", "hđnd", "cchc", "kt", "tp"}
_RAISED_AFTER = {"phó", "quyền", "chánh"}


def _normal(post: str) -> str:
    words = post.lower().split()
    result: list[str] = []
    for before, word in zip(["", *words], words, strict=False):
        raised = not before or before in _RAISED_AFTER
        result.append(word.upper() if word in _SHORT else word.capitalize() if raised else word)
    return " ".join(result)
