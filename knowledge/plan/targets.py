"""Targets with a figure: what the plan wants to reach, in percent, one record an indicator.

A clause is an indicator where it names a percentage; a sentence with several is cut where each part has a percentage
and a statement of its own ("100% hồ sơ …, tỷ lệ giải quyết đúng hạn đạt 98%").
"""

import re
from collections.abc import Iterable, Iterator

from knowledge.language.text import nfc
from knowledge.model import Passage, Target
from knowledge.plan.block import split_marker
from knowledge.plan.sentences import clauses, sentences

_PERCENT = re.compile(r"(?<![\w/])\d+(?:[.,]\d+)?(?:\s*[-–]\s*\d+(?:[.,]\d+)?)?\s*%")
# Where a further indicator of the same clause may begin.
_STARTS = re.compile(
    r",?\s+(?:và\s+)?(?:trong (?:số )?đó,?|Trong đó:?|cụ thể:?|riêng)\s+(?=\S)"
    r"|,\s+(?:và\s+)?(?=(?:\d+(?:[.,]\d+)?\s*%|tỷ lệ|tỉ lệ|mức độ|tối thiểu|ít nhất|trên|phấn đấu|giảm|tăng|đề xuất"
    r"|đảm bảo|bảo đảm|hoàn thành|số)(?!\w))"
    r"|\s+(?:và|đồng thời)\s+(?=(?:\d+(?:[.,]\d+)?\s*%|tỷ lệ|tỉ lệ|mức độ)(?!\w))"
    r"|(?<!đạt):\s+(?=\d+(?:[.,]\d+)?\s*%)",
)
_SAID = re.compile(
    r"\b(?:được|đạt|giảm|tăng|phân cấp|đơn giản|cắt giảm|hoàn thành|có|thực hiện|xử lý|cung cấp"
    r"|ban hành|sử dụng|kết nối|bồi dưỡng|hài lòng)\b"
)
_AIM = re.compile(r",\s+(?:nhằm|góp phần|để góp phần|từ đó)\s")


def targets(passages: Iterable[Passage]) -> tuple[Target, ...]:
    """Every percentage target of the running text, in order, with its section and place."""
    return tuple(
        Target(text, tuple(values), passage.section, passage.place)
        for passage in passages
        for text, values in _indicators(split_marker(passage.text)[1])
    )


def _indicators(text: str) -> Iterator[tuple[str, list[str]]]:
    for sentence in sentences(text):
        for clause in _with_figures(clauses(sentence)):
            for piece in _cut(clause):
                words = _trim(piece)
                values = [re.sub(r"\s", "", value) for value in _PERCENT.findall(words)]
                if values:
                    yield nfc(words), values


def _with_figures(parts: list[str]) -> Iterator[str]:
    """The clauses that name a percentage, with the clause before or after that completes them."""
    for index, clause in enumerate(parts):
        if not _PERCENT.search(clause):
            continue
        before = parts[index - 1] if index else ""
        if before and not _PERCENT.search(before) and re.match(r"(?:đạt|phấn đấu đạt|tỷ lệ đạt)\b", clause):
            clause = f"{before}; {clause}"  # noqa: PLW2901 - the clause is completed
        after = parts[index + 1] if index + 1 < len(parts) else ""
        if after and re.match(r"(?:được|đảm bảo yêu cầu|bảo đảm yêu cầu)\b", after) and not _PERCENT.search(after):
            clause = f"{clause}; {after}"  # noqa: PLW2901 - as above
        yield clause


def _cut(clause: str) -> Iterator[str]:
    """The indicators of a clause, each with a percentage and a statement of its own."""
    start = 0
    for match in _STARTS.finditer(clause):
        left, right = clause[start : match.start()], clause[match.end() :]
        if left.count("(") > left.count(")") or not _PERCENT.search(right):
            continue
        if not _PERCENT.search(left):
            if len(left.split()) > 8:
                start = match.end()
            continue
        if _is_whole(left, right) and _SAID.search(right):
            yield left
            start = match.end()
    yield clause[start:]


def _is_whole(left: str, right: str) -> bool:
    """Whether the left part says all of its indicator.

    "70% hồ sơ tại tỉnh, 40% tại huyện được số hóa" is one indicator: what is said of the first stands at the end.
    """
    figure = _PERCENT.search(left)
    said = left[figure.end() :] if figure and re.match(r"(?:tối thiểu |ít nhất |trên )?\d", right) else left
    return bool(_SAID.search(said) or (figure and re.search(r"\b(?:đạt|còn)\s(?:\S+\s){0,2}$", left[: figure.start()])))


def _trim(text: str) -> str:
    if (aim := _AIM.search(text)) and _PERCENT.search(text[: aim.start()]):
        text = text[: aim.start()]
    text = re.sub(
        r"^(?:trong (?:số )?đó|đồng thời|cụ thể|riêng)\s*[,:]?\s+", "", text.strip(" ,.;:"), flags=re.IGNORECASE
    )
    return text.strip(" ,.;:")
