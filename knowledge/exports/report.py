"""The progress report as a Word document in the form of Nghị định 30/2020/NĐ-CP, phụ lục I.

Times New Roman 13–14, A4, margins 20-20-30-15 mm, the page number centred above from the second page on; quốc hiệu in
a table of two columns with fixed widths; số, ký hiệu with a blank that the clerk fills in; Nơi nhận beside the
signature. What is said comes from the account alone.
"""

import io
from collections.abc import Iterable, Sequence

import docx
from docx.document import Document

from knowledge.exports.account import Account, Office
from knowledge.exports.figures import HEADINGS, UnitFigures, figures_row
from knowledge.exports.paper import BOLD, ITALIC, Cell, add_page_number, fixed_table, paragraph, set_page
from knowledge.language.dates import printed
from knowledge.tasks.entry import Entry
from knowledge.tasks.standing import shown_name
from knowledge.wording.rows import joined, task_title

_TOP = (6.2, 10.3)  # widths in centimetres of the head and of the foot
_FIGURES = (3.4, 1.5, 1.8, 1.8, 1.8, 1.3, 1.3, 1.8, 1.8)
_ROWS = (1.0, 6.6, 3.6, 2.7, 2.6)
_MOST = 200  # rows of a list; the sheet has them all


def report_document(account: Account, office: Office) -> bytes:
    """The report as a .docx file."""
    document = docx.Document()
    set_page(document)
    add_page_number(document)
    _head(document, account, office)
    _body(document, account, office)
    _foot(document, office)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _head(document: Document, account: Account, office: Office) -> None:
    day, month, year = printed(account.today).split("/")
    left = [Cell(office.above.upper(), size=12)] if office.above else []
    left += [Cell(office.name.upper() or "…", BOLD, 12), Cell("_______", BOLD, 10)]
    right = [
        Cell("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", BOLD, 12),
        Cell("Độc lập - Tự do - Hạnh phúc", BOLD, 13),
        Cell("_______________________", BOLD, 10),
    ]
    number = [Cell(f"Số:        /BC-{office.symbol or '…'}", size=13)]
    place = [Cell(f"{office.place or '…'}, ngày {day} tháng {month} năm {year}", ITALIC, 13)]
    fixed_table(document, _TOP, [(left, right), (number, place)], ruled=False)
    paragraph(document, "BÁO CÁO", BOLD, 14, centred=True, before=12)
    paragraph(
        document, f"Kết quả thực hiện nhiệm vụ theo kế hoạch trong {account.period}", BOLD, 14, centred=True, after=12
    )


def _body(document: Document, account: Account, office: Office) -> None:
    name = office.name or "Cơ quan"
    span = f"từ ngày {printed(account.first)} đến ngày {printed(account.last)}"
    today = printed(account.today)
    _text(
        document, f"{name} báo cáo kết quả thực hiện các nhiệm vụ có thời hạn {span}, tính đến ngày {today}, như sau:"
    )
    _title(document, "I. TÌNH HÌNH CHUNG")
    _text(document, _summary(account.whole))
    if account.units:
        _text(document, "Kết quả theo đơn vị chủ trì (nhiệm vụ có nhiều đơn vị chủ trì được tính ở từng đơn vị):")
        rows = [_plain(HEADINGS, BOLD), *(_plain(map(str, figures_row(unit))) for unit in account.units)]
        fixed_table(document, _FIGURES, rows)
    _section(document, "II. NHIỆM VỤ QUÁ HẠN", account.overdue, "Không có nhiệm vụ quá hạn.")
    _section(document, "III. NHIỆM VỤ ĐÃ HOÀN THÀNH", account.done, "Chưa có báo cáo hoàn thành nhiệm vụ.")
    _section(document, "IV. NHIỆM VỤ ĐẾN HẠN TRONG KỲ TIẾP THEO", account.coming, "Không có nhiệm vụ đến hạn.")
    _title(document, "V. KIẾN NGHỊ, ĐỀ XUẤT")
    _text(document, "…")
    _text(document, f"Trên đây là báo cáo kết quả thực hiện nhiệm vụ trong {account.period} của {name}./.")


def _summary(whole: UnitFigures) -> str:
    if not whole.total:
        return "Không có nhiệm vụ có thời hạn trong kỳ."
    parts = (
        (whole.on_time, "hoàn thành đúng hạn"),
        (whole.done_late, "hoàn thành quá hạn"),
        (whole.in_time, "đang trong thời hạn thực hiện"),
        (whole.asked, "đang đề nghị gia hạn"),
        (whole.overdue, "quá hạn chưa hoàn thành"),
    )
    said = "; ".join(f"{count} nhiệm vụ {words} ({whole.share(count)})" for count, words in parts if count)
    return f"Tổng số {whole.total} nhiệm vụ, trong đó: {said}."


def _section(document: Document, title: str, entries: Sequence[Entry], none: str) -> None:
    _title(document, title)
    if not entries:
        _text(document, none)
        return
    labels = ("Số TT", "Nhiệm vụ", "Đơn vị chủ trì", "Thời hạn", "Kết quả báo cáo")
    rows = [_plain(labels, BOLD), *(_plain(_cells(n, entry)) for n, entry in enumerate(entries[:_MOST], start=1))]
    fixed_table(document, _ROWS, rows)
    if len(entries) > _MOST:
        _text(document, f"(Còn {len(entries) - _MOST} nhiệm vụ khác, có trong bảng tính kèm theo.)")


def _cells(number: int, entry: Entry) -> Iterable[str]:
    progress = entry.progress
    due = entry.due or (entry.occurrences[-1].due if entry.occurrences else None)
    said = "; ".join(part for part in (progress.note, progress.proof) if part) or shown_name(progress.who) or "Chưa có"
    units = joined(entry.task.lead) or "Chưa giao"
    return (str(number), task_title(entry.task), units, printed(due) if due else entry.task.deadline.text, said)


def _plain(texts: Iterable[str], style: str = "") -> tuple[list[Cell], ...]:
    return tuple([Cell(text, style, 11, centred=bool(style))] for text in texts)


def _title(document: Document, text: str) -> None:
    paragraph(document, text, BOLD, 14, before=6, indent=1.0)


def _text(document: Document, text: str) -> None:
    paragraph(document, text, size=14, indent=1.0, after=6, justified=True)


def _foot(document: Document, office: Office) -> None:
    left = [
        Cell("Nơi nhận:", BOLD + ITALIC, 12, centred=False),
        *([Cell(f"- {office.above} (để báo cáo);", size=11, centred=False)] if office.above else []),
        Cell("- Lãnh đạo cơ quan;", size=11, centred=False),
        Cell("- Các đơn vị chủ trì;", size=11, centred=False),
        Cell(f"- Lưu: VT, {office.symbol or '…'}.", size=11, centred=False),
    ]
    right = [
        Cell("QUYỀN HẠN, CHỨC VỤ CỦA NGƯỜI KÝ", BOLD, 13),
        Cell("(Chữ ký, dấu của cơ quan)", ITALIC, 12),
        *[Cell("", size=13)] * 3,
        Cell("Họ và tên", BOLD, 13),
    ]
    fixed_table(document, _TOP, [(left, right)], ruled=False)
