"""What is said of a field of the row asked for, or of the doubt whether it is that row."""

from collections.abc import Sequence
from datetime import date

from knowledge.identity import LoadedPlan
from knowledge.language.dates import printed
from knowledge.language.money import said_money
from knowledge.reply import Choice, Line
from knowledge.wording.rows import bold, joined, line, shortened

FIELD_LABELS = {
    "lead": "Chủ trì",
    "coordinate": "Phối hợp",
    "deadline": "Thời hạn",
    "result": "Sản phẩm",
    "target": "Mục tiêu, chỉ tiêu",
    "budget": "Kinh phí",
    "state": "Tình trạng",
}
_EMPTY = {
    "lead": "Kế hoạch không ghi đơn vị chủ trì của nhiệm vụ này.",
    "coordinate": "Kế hoạch không ghi đơn vị phối hợp của nhiệm vụ này.",
    "deadline": "Kế hoạch không ghi thời hạn của nhiệm vụ này.",
    "result": "Kế hoạch không ghi sản phẩm của nhiệm vụ này.",
    "target": "Kế hoạch không ghi chỉ tiêu của nội dung này.",
    "purpose": "Kế hoạch không nêu mục đích của nội dung này.",
    "budget": "Kế hoạch không ghi kinh phí của nhiệm vụ này.",
    "passage": "Kế hoạch không nêu địa điểm của nhiệm vụ này.",
    "state": "Chưa có báo cáo về nhiệm vụ này.",
}


def field_head(name: str, value: str) -> Line:
    """The answer itself: a field of the row, or that it is empty; how it stands is a sentence of its own."""
    if value and name == "state":
        return line(bold(f"{value}."))
    return line(bold(f"{FIELD_LABELS[name]}: {value}")) if value else line(_EMPTY[name])


def judged(first: Line, *, holds: bool | None, openly: bool = False) -> Line:
    """The first line of an answer behind whether what was claimed is so; of what was only asked, "Có" or "Không"."""
    if holds is None:
        return first
    return line(bold(_VERDICTS[openly, holds]), *first)


_VERDICTS = {(False, True): "Đúng. ", (False, False): "Không đúng. ", (True, True): "Có. ", (True, False): "Không. "}


def side_by_side(name: str, said: Sequence[tuple[str, str]], difference: str) -> Line:
    """What several plans say of a field, the difference first, or that it is the same: (plan, value) each."""
    label = FIELD_LABELS.get(name, "Nội dung")
    values = [value or "không ghi" for _, value in said]
    if len(set(values)) == 1:
        return line(bold(f"{label} giống nhau trong {len(said)} kế hoạch: {values[0]}"))
    beside = "; ".join(f"{plan}: {value}" for (plan, _), value in zip(said, values, strict=True))
    return line(bold(f"{difference}. {label}: {beside}" if difference else f"{label}: {beside}"))


def sooner(plans: Sequence[str], days: Sequence[date | None]) -> str:
    """Which of several plans has the earliest last day; nothing where one has none, all the same, or years apart."""
    known = [day for day in days if day]
    if len(known) < len(plans) or len(set(known)) == 1:
        return ""
    first, last = min(known), max(known)
    if (last - first).days > _A_YEAR:
        return ""
    sooner_, later = _those(plans, known, first), _those(plans, known, last)
    if len(plans) > _TWO:
        return f"{sooner_} sớm nhất ({printed(first)}), {later} muộn nhất ({printed(last)})"
    return f"{sooner_} đến hạn trước, sớm hơn {(last - first).days} ngày"


def higher(plans: Sequence[str], shares: Sequence[float | None]) -> str:
    """Which of several plans, or rows, sets the highest share; nothing where one sets none."""
    known = [share for share in shares if share is not None]
    if len(known) < len(plans) or len(plans) < _TWO:
        return ""
    most, least = max(known), min(known)
    if most == least:
        return f"Bằng nhau, cùng {_share(most)}"
    by = f"{_share(most)} so với {_share(least)}"
    if len(plans) > _TWO:
        return f"{_those(plans, known, most)} cao nhất: {by}"
    return f"{_those(plans, known, most)} cao hơn: {by}, hơn {_points(most - least)}"


def more(plans: Sequence[str], amounts: Sequence[float | None]) -> str:
    """Which of several plans is to bring about most of what is compared; nothing where one tells no figure."""
    known = [amount for amount in amounts if amount is not None]
    if len(known) < len(plans) or len(plans) < _TWO:
        return ""
    if len(set(known)) == 1:
        return "Bằng nhau"
    return f"{_those(plans, known, max(known))} {'nhiều hơn' if len(plans) == _TWO else 'nhiều nhất'}"


def _those(plans: Sequence[str], values: Sequence[object], best: object) -> str:
    """All plans that have the best value."""
    return " và ".join(plan for plan, value in zip(plans, values, strict=True) if value == best)


def _share(value: float) -> str:
    return f"{value:g}%".replace(".", ",")


def _points(value: float) -> str:
    return f"{round(value, 2):g} điểm phần trăm".replace(".", ",")


_TWO = 2
_A_YEAR = 366


def two_rows(name: str, said: Sequence[tuple[str, str]], days: Sequence[date | None]) -> Line:
    """What two rows say of a field, the difference first: (row, value) each, and their last days."""
    label = FIELD_LABELS[name]
    texts = [value or "không ghi" for _, value in said]
    if len(set(texts)) == 1:
        return line(bold(f"{label} giống nhau: {texts[0]}"))
    beside = "; ".join(f"“{row}”: {text}" for (row, _), text in zip(said, texts, strict=True))
    known = [day for day in days if day]
    if len(known) < len(said):
        return line(bold(f"{label} khác nhau: {beside}"))
    if len(set(known)) == 1:
        return line(bold(f"Đến hạn cùng ngày {printed(known[0])}: {beside}"))
    first, last = (said[known.index(day)][0] for day in (min(known), max(known)))
    if len(said) > _TWO:
        return line(bold(f"Sớm nhất là “{first}”, muộn nhất là “{last}”: {beside}"))
    return line(bold(f"“{first}” đến hạn trước, sớm hơn {(max(known) - min(known)).days} ngày: {beside}"))


def figures_beside(texts: Sequence[str], shares: Sequence[float | None] = ()) -> Line:
    """Figures, each in the words of its plan.

    Args:
        shares: where they are compared; then the one that is the higher is told first.
    """
    said = [text.strip(" .;") for text in texts]
    difference = higher([f"“{text}”" for text in map(shortened, said)], shares) if shares else ""
    label = f"{difference}. {FIELD_LABELS['target']}" if difference else FIELD_LABELS["target"]
    return line(bold(f"{label}: {'; '.join(said)}"))


def two_rows_measured(name: str, said: Sequence[tuple[str, str]], amounts: Sequence[float | None]) -> Line:
    """Two rows by a field that can be measured, the one with more first: (row, value) each."""
    label = FIELD_LABELS[name]
    beside = "; ".join(f"“{row}”: {value or 'không ghi'}" for row, value in said)
    known = [amount for amount in amounts if amount is not None]
    if len(known) < len(said) or len(set(known)) == 1:
        return line(bold(f"{label} {'bằng nhau' if len(known) == len(said) else 'từng việc'}: {beside}"))
    more = f" {said_money(max(known) - min(known))}" if name == "budget" and len(said) == _TWO else ""
    most = "nhiều hơn" if len(said) == _TWO else "nhiều nhất"
    return line(bold(f"“{said[known.index(max(known))][0]}” {most}{more}. {label}: {beside}"))


def aims(count: int) -> Line:
    """All aims of a plan follow."""
    return line(bold(f"Kế hoạch nêu {count} mục tiêu, chỉ tiêu:"))


def left_open(name: str, title: str, *, row: bool = True) -> Line:
    """The row is there, but its cell is empty; what is no row is not called one."""
    said = _EMPTY[name].removesuffix(".")
    return line(said if row else said.replace("nhiệm vụ này", "nội dung này"), f": {title}")


_ASKED = {
    "lead": "Ai chủ trì",
    "coordinate": "Ai phối hợp",
    "deadline": "Thời hạn của",
    "result": "Sản phẩm của",
    "target": "Mục tiêu của",
    "budget": "Kinh phí của",
    "state": "Tình trạng của",
}


def perhaps() -> Line:
    """It is not sure that this row is meant."""
    return line(bold("Có phải ý anh/chị là nội dung dưới đây?"))


def one_of(count: int) -> Line:
    """It is not known which of these rows is meant."""
    return line(bold(f"Chưa chắc anh/chị hỏi nội dung nào; gần nhất là {count} nội dung dưới đây:"))


def not_said(said: str) -> Line:
    """What is asked about and the row does not say."""
    return line(f"Nội dung này không nêu “{said}”.")


def not_found_beside(said: str) -> Line:
    """What was asked beside what is told, and no row was found to have."""
    return line(f"Chưa rõ kế hoạch có nội dung “{said}” không, đề nghị hỏi riêng nội dung này.")


def rather(name: str, title: str) -> Choice:
    """Another row that may be meant, with what was asked."""
    asked = _ASKED.get(name, "")
    return Choice(shortened(title), f"{asked} {title}".strip())


def nothing_found(nearest: str | None, plans: Sequence[LoadedPlan]) -> tuple[Line, ...]:
    """Nothing was found, which need not mean that a plan does not say it; what comes nearest, in words."""
    where = "kế hoạch" if len(plans) == 1 else "các kế hoạch đã nạp"
    lines = [line(f"Chưa tìm thấy nội dung này trong {where}.")]
    if nearest:
        lines.append(line(f"Nội dung gần nhất tìm được: {nearest}. Nếu đúng ý, đề nghị hỏi lại theo nội dung đó."))
    return tuple(lines)


def not_there(said: str, nearest: str | None) -> tuple[Line, ...]:
    """A thing is asked for that no plan has; what comes nearest, where something does."""
    lines = [line(f"Kế hoạch không có “{said}”.")]
    if nearest:
        lines.append(line(f"Nội dung gần nhất tìm được: {nearest}."))
    return tuple(lines)


def no_such_row(count: int) -> Line:
    """A row of the list was pointed at that it does not have."""
    return line(f"Danh sách vừa nêu chỉ có {count} mục, không có mục được hỏi.")


def of_each(names: Sequence[str], count: int) -> Line:
    """Fields asked of every row of a list."""
    asked = joined(FIELD_LABELS[name] for name in names)
    return line(bold(f"{asked} của {count} nhiệm vụ vừa nêu:"))


def same_number(count: int, stt: str) -> Line:
    """Several rows have the number that was asked for."""
    return line(bold(f"Có {count} nhiệm vụ số thứ tự {stt}, mỗi nhiệm vụ được nêu riêng:"))


def silent_plans(names: Sequence[str]) -> Line:
    """Of several plans that were named some do not say what is asked."""
    return line(f"Không tìm thấy nội dung này trong: {joined(names)}.")


def several_plans() -> Line:
    """Rows of several plans fit."""
    return line("Nội dung này có trong nhiều kế hoạch, mỗi kế hoạch được nêu riêng:")
