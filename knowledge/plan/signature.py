"""Who signed a plan, and in which post (thể thức chữ ký, Nghị định 30/2020/NĐ-CP, annex I, part II, point 7)."""

import re
from collections.abc import Sequence

from knowledge.model import Signer
from knowledge.plan.block import Block
from knowledge.plan.posts import is_post, is_small_post


def signer(foot: Sequence[Block]) -> Signer:
    """The signature's name and post; "KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC" is a Phó Giám đốc.

    Where the recipients stand beside the signature, a line may hold a piece of both.
    """
    signed: list[tuple[list[str], str | None]] = []  # the posts over each name
    for block in foot:
        text = _RECIPIENTS.sub("", block.whole).strip(" *")
        if post := text.upper() if is_small_post(block) else _post_in(text):
            signed.append(([*(signed[-1][0] if signed and not signed[-1][1] else ()), post], None))
        elif signed and signed[-1][1] is None and (found := _name_in(text, listed=bool(block.marker))):
            signed[-1] = (signed[-1][0], found)
    return _last(signed)


def _last(signed: Sequence[tuple[list[str], str | None]]) -> Signer:
    """The last who signed; a post below a name is another one of theirs ("PHÓ CHỦ TỊCH UBND XÃ")."""
    named = [one for one in signed if one[1]]
    posts, name = (named or list(signed))[-1] if signed else ([], None)
    return Signer(name, _post(posts))


_RECIPIENTS = re.compile(r"^nơi\s+(?:nhận|gửi)\s*:?\s*", re.IGNORECASE)


def _post_in(text: str) -> str | None:
    """The post that a line is or ends with: "- UBND tỉnh; KT. CHỦ TỊCH"."""
    if is_post(text):
        return text
    words = text.split()
    tails = (" ".join(words[n:]) for n in range(1, len(words)) if words[n - 1][-1] in ";.,:)")
    return next((tail for tail in tails if is_post(tail)), None)


def _name_in(text: str, *, listed: bool) -> str | None:
    """The name that a line is, or ends with after the last recipient."""
    if listed:
        after = re.match(r"[-–+]?\s*Lưu\s*:?.*?[.;)]\s+(?P<n>\D+)$", text)
        text = after["n"] if after else ""
    text = _TITLES.sub("", text).strip()
    if not _is_name(text):
        return None
    return text.title() if text.isupper() else text


# Academic, medical, military and honorary titles before a name, written out or in short; a short form that stands in
# no list is one by its capitals and the full stop behind it ("CVCC. …"), but for what opens the name of a place.
_RANKS = r"(?:Đại|Thượng|Trung|Thiếu) (?:tướng|tá|úy|uý)"
_DEGREES = (
    r"(?:Phó )?Giáo sư|(?:Tiến|Thạc|Bác|Dược|Nha) (?:sĩ|sỹ)|(?:Kiến trúc|Kỹ|Luật) sư|Cử nhân"
    r"|(?:Nhà giáo|Thầy thuốc|Nghệ (?:sĩ|sỹ|nhân)) (?:ưu tú|nhân dân)|"
    r"(?:BS *)?(?:chuyên khoa|CK)(?: cấp)? *(?:II?|[12])"
)
_TITLES = re.compile(
    rf"^(?:(?:BSCKII|BSCKI|BSCK|CKII|CKI|CK1|CK2|PGS|NGƯT|TTƯT|NSƯT|ThS|Ths|GS|TS|BS|KS|(?i:{_RANKS}|{_DEGREES})"
    rf"|(?!TP|TX)(?=\w*[A-ZĐƯ]\w*[A-ZĐƯ])\w+(?=\s*\.))(?:\s*[-–.,]\s*|\s+))+"
)


def _is_name(text: str) -> bool:
    words = text.split()
    parts = len(_BETWEEN.sub(" ", text).split())  # "K'Brơi" has no more than these two
    named = all(word[:1].isupper() and _BETWEEN.sub("", word).isalpha() for word in words)
    return named and parts >= 2 and len(words) <= 6


_BETWEEN = re.compile(r"(?<=\w)['’ʼ-](?=\w)")  # "Nay H'Nan", "Niê K-Rông"


def _post(posts: Sequence[str]) -> str | None:
    if not posts:
        return None
    last = posts[-1]
    deputy = re.match(
        r"(?:KT|TL|TUQ|TM|K/T|T/L|T/M)\s*\.?\s*.+?\s+(?P<own>(?:PHÓ|CHÁNH|TRƯỞNG|CHỦ TỊCH|GIÁM ĐỐC)\b.*)", last
    )
    own = deputy["own"] if deputy else re.sub(r"^(?:KT|TM|TL|TUQ|K/T|T/M|T/L)\s*\.?\s*", "", last)
    own = re.sub(r"^Q\s*\.\s*", "QUYỀN ", own)
    return _normal(own)


_SHORT = {"ubnd", "hđnd", "cchc", "kt", "tp"}
_RAISED_AFTER = {"phó", "quyền", "chánh", "tổng"}


def _normal(post: str) -> str:
    words = post.lower().split()
    result: list[str] = []
    for before, word in zip(["", *words], words, strict=False):
        raised = not before or before in _RAISED_AFTER
        result.append(word.upper() if word in _SHORT else word.capitalize() if raised else word)
    return " ".join(result).replace(" thường trực", " Thường trực")
