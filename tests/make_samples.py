"""Writes the sample plans in their office formats: `make samples`.

The plan of Sở Khoa học và Công nghệ stands as text and is written again as Word and Excel with the same rows; the plan
of the province, with merged cells and a header of two levels, has its words here and exists as Word only.
"""

from collections.abc import Sequence
from pathlib import Path

import docx
import openpyxl
from docx.document import Document as WordFile
from docx.enum.text import WD_ALIGN_PARAGRAPH
from writers import saved

from knowledge.document import Paragraph, Table
from knowledge.readers.text import read_text

SAMPLES = Path(__file__).resolve().parents[1] / "knowledge" / "samples"
TEXT = SAMPLES / "chuyen-doi-so-2027.txt"

PROVINCE = (
    "UỶ BAN NHÂN DÂN TỈNH AN BÌNH",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "Số: 1042/KH-UBND",
    "An Bình, ngày 09 tháng 11 năm 2026",
    "KẾ HOẠCH",
    "Cải cách hành chính tỉnh An Bình năm 2027",
    "Ủy ban nhân dân tỉnh ban hành Kế hoạch cải cách hành chính tỉnh An Bình năm 2027 như sau:",
    "I. MỤC TIÊU",
    "1. Tỷ lệ hồ sơ thủ tục hành chính (TTHC) giải quyết đúng hạn đạt tối thiểu 98%.",
    "2. 100% TTHC đủ điều kiện được cung cấp trực tuyến toàn trình.",
    "3. Mức độ hài lòng của người dân, doanh nghiệp đạt tối thiểu 94%.",
    "II. NHIỆM VỤ",
    "Nhiệm vụ cụ thể nêu tại Phụ lục kèm theo Kế hoạch này.",
    "III. TỔ CHỨC THỰC HIỆN",
    "1. Sở Nội vụ",
    "a) Chủ trì theo dõi, đôn đốc việc thực hiện Kế hoạch; báo cáo Ủy ban nhân dân tỉnh trước ngày 10/12/2027.",
    "b) Tham mưu biểu dương, khen thưởng tập thể, cá nhân có thành tích trong cải cách hành chính.",
    "2. Sở Tài chính",
    "a) Thẩm định dự toán kinh phí cải cách hành chính của các cơ quan, đơn vị trước ngày 31/12/2026.",
    "3. Các sở, ban, ngành, Ủy ban nhân dân các xã, phường",
    "a) Ban hành kế hoạch của cơ quan, địa phương mình trước ngày 15/12/2026.",
    "b) Báo cáo kết quả thực hiện hằng quý về Sở Nội vụ trước ngày 15 của tháng cuối quý./.",
    "TM. ỦY BAN NHÂN DÂN",
    "CHỦ TỊCH",
    "Lê Quang Vinh",
    "PHỤ LỤC",
    "NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2027",
    "(Kèm theo Kế hoạch số 1042/KH-UBND ngày 09/11/2026 của Ủy ban nhân dân tỉnh An Bình)",
)
HEADER = (
    ("TT", "Mục tiêu", "Nhiệm vụ", "Sản phẩm", "Phân công thực hiện", "", "Thời hạn", "Kinh phí"),
    ("", "", "", "", "Chủ trì", "Phối hợp", "", ""),
)
HEADER_SPANS = ((0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 1, 2), (0, 3, 1, 3), (0, 4, 0, 5), (0, 6, 1, 6), (0, 7, 1, 7))
SECTOR, WARDS = "Các sở, ban, ngành", "Ủy ban nhân dân các xã, phường"
CENTRE = "Trung tâm Phục vụ hành chính công tỉnh"
FUNDS = "Ngân sách tỉnh"
NONE_NEW = "100% văn bản quy phạm pháp luật được ban hành đúng tiến độ"
ONLINE = "100% TTHC đủ điều kiện được cung cấp trực tuyến toàn trình"
SHARED = "Các hệ thống dùng chung của tỉnh vận hành thông suốt"
STAFF = "100% công chức bộ phận một cửa được bồi dưỡng nghiệp vụ"
ROWS = (
    ("I", "Cải cách thể chế"),
    ("1", NONE_NEW, "Ban hành Kế hoạch kiểm tra, rà soát văn bản quy phạm pháp luật năm 2027", "Kế hoạch",
     "Sở Tư pháp", SECTOR, "Trước ngày 31/01/2027", ""),
    ("2", NONE_NEW, "Tự kiểm tra văn bản do Hội đồng nhân dân, Ủy ban nhân dân tỉnh ban hành", "Báo cáo",
     "Sở Tư pháp", f"{SECTOR}; {WARDS}", "Quý III/2027", FUNDS),
    ("II", "Cải cách thủ tục hành chính"),
    ("3", ONLINE, "Tái cấu trúc quy trình các thủ tục hành chính lĩnh vực đất đai, xây dựng", "Quy trình điện tử",
     "Sở Nông nghiệp và Môi trường; Sở Xây dựng", f"Văn phòng UBND tỉnh; {CENTRE}", "Trước ngày 30/6/2027", FUNDS),
    ("4", ONLINE, "Số hóa hồ sơ, kết quả giải quyết thủ tục hành chính còn hiệu lực", "Kho dữ liệu kết quả",
     f"{SECTOR}; {WARDS}", "Sở Khoa học và Công nghệ", "Trước ngày 30/9/2027", FUNDS),
    ("5", "Mức độ hài lòng đạt tối thiểu 94%", "Khảo sát mức độ hài lòng của người dân tại bộ phận một cửa các cấp",
     "Báo cáo khảo sát", "Sở Nội vụ", f"{CENTRE}; {WARDS}", "Quý IV/2027", FUNDS),
    ("6", "Mức độ hài lòng đạt tối thiểu 94%", "Công khai việc xin lỗi đối với hồ sơ giải quyết quá hạn",
     "Văn bản xin lỗi được công khai", SECTOR, CENTRE, "Thường xuyên", ""),
    ("III", "Cải cách tổ chức bộ máy và chế độ công vụ"),
    ("7", STAFF, "Mở lớp bồi dưỡng nghiệp vụ cho công chức bộ phận một cửa", "Lớp bồi dưỡng", "Sở Nội vụ", CENTRE,
     "Tháng 4/2027 và tháng 8/2027", FUNDS),
    ("8", "Biên chế được sử dụng đúng", "Rà soát, điều chỉnh đề án vị trí việc làm của cơ quan", "Đề án", SECTOR,
     "Sở Nội vụ", "Sau khi có hướng dẫn của Bộ Nội vụ", ""),
    ("IV", "Xây dựng chính quyền số"),
    ("9", SHARED, "Nâng cấp Hệ thống thông tin giải quyết thủ tục hành chính của tỉnh", "Biên bản nghiệm thu",
     "Sở Khoa học và Công nghệ", "Văn phòng UBND tỉnh", "Quý I/2027", FUNDS),
    ("10", SHARED, "Cấp chữ ký số cho lãnh đạo cấp xã", "Danh sách đã cấp", "Sở Khoa học và Công nghệ", WARDS,
     "Trước ngày 28/02/2027", FUNDS),
    ("11", SHARED, "Duy trì Tổng đài hướng dẫn dịch vụ công", "Báo cáo hằng tháng", CENTRE, "", "Hằng tháng", FUNDS),
)  # fmt: skip


def main() -> None:
    """Writes every sample that is not written by hand."""
    blocks = read_text(TEXT.read_text(encoding="utf-8"), TEXT.name).blocks
    lines = [block.text for block in blocks if isinstance(block, Paragraph)]
    [table] = [block for block in blocks if isinstance(block, Table)]
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    TEXT.with_suffix(".docx").write_bytes(saved(word_file(lines, rows)))
    TEXT.with_suffix(".xlsx").write_bytes(saved(workbook(lines, rows)))
    (SAMPLES / "cai-cach-hanh-chinh-2027.docx").write_bytes(saved(province_file()))


def word_file(lines: Sequence[str], rows: Sequence[Sequence[str]]) -> WordFile:
    """A plan in Word; a row that has only its number and a title is merged over the other columns."""
    file = docx.Document()
    for line in lines:
        paragraph = file.add_paragraph(line)
        if line.isupper():
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            paragraph.runs[0].bold = True
    table = file.add_table(len(rows), len(rows[0]))
    table.style = "Table Grid"
    for number, row in enumerate(rows):
        for column, text in enumerate(row):
            table.cell(number, column).text = text
        if len(row) > 2 and row[1] and not any(row[2:]):
            table.cell(number, 1).merge(table.cell(number, len(row) - 1)).text = row[1]
    return file


def workbook(lines: Sequence[str], rows: Sequence[Sequence[str]]) -> openpyxl.Workbook:
    """The appendix in Excel: its caption above the table, the text of the plan on a sheet of its own."""
    book = openpyxl.Workbook()
    text, appendix = book.active, book.create_sheet("Phụ lục")
    text.title = "Kế hoạch"
    start = next(n for n, line in enumerate(lines) if line.startswith("PHỤ LỤC"))
    for number, line in enumerate(lines[:start], start=1):
        text.cell(number, 1, line)
    for number, cells in enumerate([*([line] for line in lines[start:]), *rows], start=1):
        for column, value in enumerate(cells, start=1):
            appendix.cell(number, column, value or None)
        if len(cells) > 2 and cells[1] and not any(cells[2:]):
            appendix.merge_cells(None, number, 2, number, len(cells))
    return book


def province_file() -> WordFile:
    """The province's plan: a header of two levels, objectives merged over their rows."""
    rows = [*HEADER, *(row if len(row) > 2 else (*row, *[""] * 6) for row in ROWS)]
    file = word_file(PROVINCE, rows)
    table = file.tables[0]
    for top, left, bottom, right in (*HEADER_SPANS, *_same_objectives(rows)):
        text = table.cell(top, left).text
        table.cell(top, left).merge(table.cell(bottom, right)).text = text
    return file


def _same_objectives(rows: Sequence[Sequence[str]]) -> list[tuple[int, int, int, int]]:
    """Runs of rows below one objective, as spans of the second column."""
    spans = []
    first = len(HEADER)
    for number in range(first + 1, len(rows) + 1):
        same = number < len(rows) and rows[number][1] and rows[number][1] == rows[first][1] and any(rows[number][2:])
        if not same:
            if number - first > 1:
                spans.append((first, 1, number - 1, 1))
            first = number
    return spans


if __name__ == "__main__":
    main()
