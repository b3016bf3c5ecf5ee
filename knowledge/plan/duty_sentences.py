"""The sentences of a passage that may charge a unit, one for each unit that they tell what to do."""

import re

from knowledge.plan.charges import charged
from knowledge.plan.duty_times import adds_to_a_duty
from knowledge.plan.sentences import sentences
from knowledge.units.phrase import unit_at


def whole_sentences(text: str) -> list[str]:
    """The sentences that may charge a unit.

    A piece that a full stop cut off a list of documents is joined, as is what only adds a time to the one before.
    """
    result: list[str] = []
    for sentence in sentences(text):
        if result and (_CITES.match(sentence) or adds_to_a_duty(sentence)):
            result[-1] = f"{result[-1]}. {sentence}"
        else:
            result.append(sentence)
    return [part for sentence in result if not _charges_nobody(sentence) for part in _parts(sentence)]


def closes(sentence: str) -> bool:
    """The last sentence of a plan speaks of the whole plan, not for the item before it."""
    return bool(
        re.match(
            r"Trên đây là\b|.{3,60}\bthông báo (?:để|đến|tới)\b|Trong quá trình (?:triển khai|thực hiện|tổ chức)\b",
            sentence,
        )
    )


def only_frames(text: str) -> bool:
    """Whether a passage only opens or closes a plan: that follows, or stands above and is to be carried out.

    As in "Sở Y tế ban hành Kế hoạch năm 2027 như sau:" and "Trên đây là Kế hoạch năm 2027 của Sở Y tế, yêu cầu các
    phòng nghiêm túc thực hiện./."; what a plan goes by, or to whom difficulties are reported, would be something.
    """
    return bool(_OPENS_A_PLAN.fullmatch(text) or _IS_THE_PLAN.fullmatch(text) or _URGES.fullmatch(text))


# "Văn phòng Chính phủ thông báo để các bộ biết, thực hiện" tells what was decided and charges nobody.
_ANNOUNCES = re.compile(
    r"[^,;:]{3,80}\b(?:xin |trân trọng )?(?:thông báo|báo cáo|báo)\b.{0,80}?\bđể\b.{0,160}\bbiết\b[^;:]{0,40}"
)
# Whoever has this part in a row, as its column says, and no unit ("Cơ quan chủ trì chậm tiến độ thì bị phê bình"); a
# unit that speaks of itself works with others ("Đơn vị phối hợp với Công an phường …").
_OF_ROLE = re.compile(r"(?:Cơ quan|Đơn vị)\s+(?:chủ trì|phối hợp)\s+(?!với\b|cùng\b|có trách nhiệm\b)")
# It asks everybody for no more than that what stands above be done.
_URGES = re.compile(
    r"(?:Đề nghị|Yêu cầu)\s(?:các|toàn thể)"
    r"(?:,?\s(?:và|các|có|bộ|ngành|cơ quan|đơn vị|địa phương|tổ chức|cá nhân|liên quan))+"
    r"(?:\s(?:và\s)?(?:nghiêm túc|khẩn trương|quan tâm|phối hợp|tổ chức|triển khai),?)+\sthực hiện\W*"
)
_PLAN = r"(?:Kế hoạch|Chương trình|Đề án|Phương án|Quy chế)"
_TELLS = (
    r"(?:báo cáo|gửi|giao|phân công|trách nhiệm|vướng mắc|khó khăn|phản ánh|liên hệ|trao đổi|trước|chậm nhất"
    r"|theo dõi|đôn đốc|kiểm tra|yêu cầu|đề nghị)"
)
_NO_MORE = rf"(?:(?!\b{_TELLS}\b)[^;])*"
_NO_NUMBER = r"(?:(?!\d/|\bsố\s+\d)[^;.])*"
_OPENS_A_PLAN = re.compile(
    rf"{_NO_NUMBER}\b(?:ban hành|xây dựng|lập|triển khai)\s+{_PLAN}\b{_NO_NUMBER}\bnhư sau\W*", re.IGNORECASE
)
_IS_THE_PLAN = re.compile(
    rf"\W*Trên đây là (?:toàn bộ |toàn văn |nội dung |bản )*{_PLAN}\b{_NO_MORE}?"
    rf"(?:[.,;]\s*(?:đề nghị|yêu cầu)\b{_NO_MORE}\bthực hiện(?: (?:tốt|kế hoạch|này|nội dung))*)?\W*",
    re.IGNORECASE,
)
_CITES = re.compile(r"(?:Quyết định|Nghị quyết|Nghị định|Kế hoạch|Công văn|Chỉ thị|Thông tư|Luật)\s+số\b")


def _parts(sentence: str) -> list[str]:
    """A sentence cut where behind a semicolon another unit is told what to do, each in its own time."""
    for match in _SEMICOLON.finditer(sentence):
        left, right = sentence[: match.start()], sentence[match.end() :]
        if charged(left, assigning=False, inherited=False) and not _OPEN_LIST.search(left) and unit_at(right):
            return [left, *_parts(right)]
    return [sentence]


_SEMICOLON = re.compile(r";\s+(?:đồng thời,?\s+)?")
_OPEN_LIST = re.compile(r"[Pp]hối hợp(?: chặt chẽ)?(?: với| cùng)?\s+[^;,]*$")  # "phối hợp với Sở A; Sở B …"


def _charges_nobody(sentence: str) -> bool:
    """Whether a sentence is a title, or tells what was decided or what becomes of whoever chairs a row."""
    return sentence.isupper() or bool(
        _ANNOUNCES.fullmatch(sentence) or _URGES.fullmatch(sentence) or _OF_ROLE.match(sentence)
    )
