"""Files that are whole and say nothing, or that programs write for each other, are refused by their own name."""

import docx
import openpyxl
import pytest
from writers import saved

from knowledge.errors import RefusedError
from knowledge.plan.understanding import understand
from knowledge.readers import read_here
from knowledge.readers.legacy import can_convert

XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
EXCEL = '<?mso-application progid="Excel.Sheet"?>\n'
ROOT = (
    '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"'
    ' xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">{}</Workbook>'
)
ROWS = (
    ("STT", "Nhiệm vụ", "Đơn vị chủ trì", "Thời hạn"),
    ("1", "Rà soát thủ tục", "Văn phòng Sở", "Quý II/2027"),
    ("2", "Số hóa hồ sơ", "Thanh tra Sở", "30/6/2027"),
)
converts = pytest.mark.skipif(
    not (can_convert("docx") and can_convert("xlsx")), reason="LibreOffice Writer and Calc are not on this machine"
)


def excel_2003(rows: tuple[tuple[str, ...], ...], above: str = EXCEL) -> str:
    cells = ("".join(f'<Cell><Data ss:Type="String">{text}</Data></Cell>' for text in row) for row in rows)
    table = "".join(f"<Row>{row}</Row>" for row in cells)
    return XML + above + ROOT.format(f'<Worksheet ss:Name="PL"><Table>{table}</Table></Worksheet>')


EMPTY = {
    "Word": saved(docx.Document()),
    "Excel": saved(openpyxl.Workbook()),
    "HTML": b"<html><head><title>x</title></head><body><p></p></body></html>",
    "văn bản thuần": b"...\n---\n",
}


@pytest.mark.parametrize(("called", "data"), EMPTY.items(), ids=EMPTY.keys())
def test_a_file_without_words_is_refused_by_its_name(called: str, data: bytes) -> None:
    with pytest.raises(RefusedError, match=f"tệp {called} mở được nhưng không có nội dung. Đề nghị"):
        read_here(data, "ke-hoach")


OLD = {
    "RTF": b"{\\rtf1\\ansi }",
    "RTF with a word": b"{\\rtf1\\ansi abc}",
    "Excel 2003 XML": excel_2003(()).encode(),
    "Excel 2003 XML without sheets": (XML + EXCEL + ROOT.format("")).encode(),
}


@converts
@pytest.mark.parametrize(("called", "data"), OLD.items(), ids=OLD.keys())
def test_an_old_file_that_is_nothing_is_refused_by_its_name(called: str, data: bytes) -> None:
    with pytest.raises(RefusedError, match=f"tệp .*{called[:3]}.* mở được nhưng không có nội dung. Đề nghị"):
        read_here(data, "ke-hoach")


@converts
def test_a_word_file_of_xml_that_cannot_be_opened_is_not_read_as_its_source() -> None:
    package = '<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"></pkg:package>'
    with pytest.raises(RefusedError, match="bị hỏng"):
        read_here((XML + '<?mso-application progid="Word.Document"?>' + package).encode(), "ke-hoach.xml")


@converts
@pytest.mark.parametrize("above", [EXCEL, "", "<!-- báo cáo -->"], ids=["told", "not told", "with a remark"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "with a mark of bytes"])
def test_the_rows_of_an_excel_2003_file_are_read(above: str, mark: bytes) -> None:
    plan = understand(read_here(mark + excel_2003(ROWS, above).encode(), "ke-hoach.xml"))
    assert [(task.task, task.lead, task.deadline.text) for task in plan.tasks] == [
        ("Rà soát thủ tục", ("Văn phòng Sở",), "Quý II/2027"),
        ("Số hóa hồ sơ", ("Thanh tra Sở",), "30/6/2027"),
    ]


@pytest.mark.parametrize(
    ("what", "data"),
    [
        ("tệp XML", XML + "<data><a>1</a></data>"),
        ("hình vẽ SVG", '<svg xmlns="http://www.w3.org/2000/svg"><text>Kế hoạch năm</text></svg>'),
        ("tệp JSON", '{"tasks": [{"task": "Rà soát thủ tục"}]}'),
        ("tệp JSON", '[\n {"task": "Rà soát thủ tục"}\n]'),
        ("tệp JSON", '{"task": "Rà soát thủ tục"}\n{"task": "Số hóa hồ sơ"}\n'),
    ],
)
def test_what_programs_write_for_each_other_is_refused_by_its_name(what: str, data: str) -> None:
    for encoding in ("utf-8", "utf-16", "utf-16-le", "utf-16-be"):
        with pytest.raises(RefusedError, match=f"đây là {what}, không phải văn bản kế hoạch. Chỉ nhận"):
            read_here(data.encode(encoding), "ke-hoach")


@pytest.mark.parametrize("text", ["[Dự thảo] Kế hoạch công tác năm 2027", "{Ghi chú} Kế hoạch công tác"])
def test_a_text_of_people_may_begin_with_any_bracket(text: str) -> None:
    assert read_here(text.encode(), "ke-hoach.txt").blocks
