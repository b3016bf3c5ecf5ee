"""Tables whose rules are lost, as the text layer of a PDF prints them (an invented office)."""

from knowledge.document import Paragraph
from knowledge.model import Place
from knowledge.plan.headers import Role
from knowledge.plan.linear import read_lines


def printed(text: str) -> list[Paragraph]:
    lines = enumerate(text.split("\n"), start=1)
    return [Paragraph(t.strip(), place=Place(lines=(n, n))) for n, t in lines if t.strip()]


WITH_A_PAGE_BREAK = """
TT Nội dung công việc Sản phẩm
Đơn vị chủ
trì
Đơn vị phối
hợp
Thời hạn
I Chuyển đổi số
1 Số hóa hồ sơ thủ tục hành chính còn hiệu lực Báo cáo Văn phòng Sở
Các phòng
chuyên môn
Quý II/2027
2
Tập huấn kỹ năng số cho công chức, viên chức của Sở và các đơn
vị trực thuộc
Lớp tập
huấn
Văn phòng Sở
Các phòng
chuyên môn
Trước ngày
15/9/2027
II Tài chính
3 Rà soát quy chế chi tiêu nội bộ của cơ quan trong năm theo quy
định mới
Quyết
TT Nội dung công việc Sản phẩm
Đơn vị chủ
trì
Đơn vị phối
hợp
Thời hạn
định, báo
cáo
Thanh tra Sở
Văn phòng Sở
Thường
xuyên
4 Kiểm tra việc thực hiện kế hoạch Báo cáo Thanh tra Sở
Các phòng
chuyên môn
Tháng 11/2027
Nơi nhận:
"""


ROWS = """
I Chuyển đổi số | 1 | Số hóa hồ sơ thủ tục hành chính còn hiệu lực | Báo cáo | Văn phòng Sở | Các phòng chuyên môn
  | Quý II/2027
I Chuyển đổi số | 2 | Tập huấn kỹ năng số cho công chức, viên chức của Sở và các đơn vị trực thuộc | Lớp tập huấn
  | Văn phòng Sở | Các phòng chuyên môn | Trước ngày 15/9/2027
II Tài chính | 3 | Rà soát quy chế chi tiêu nội bộ của cơ quan trong năm theo quy định mới | Quyết định, báo cáo
  | Thanh tra Sở | Văn phòng Sở | Thường xuyên
II Tài chính | 4 | Kiểm tra việc thực hiện kế hoạch | Báo cáo | Thanh tra Sở | Các phòng chuyên môn | Tháng 11/2027
"""
FIELDS = (Role.TASK, Role.RESULT, Role.LEAD, Role.COORDINATE, Role.TIME)


def test_rows_are_found_by_their_number_and_laid_into_the_columns_of_the_header() -> None:
    tasks = read_lines(printed(WITH_A_PAGE_BREAK)).tasks
    rows = [" | ".join([*t.section, t.stt, *(t.get(role) for role in FIELDS)]) for t in tasks]
    assert rows == ROWS.strip().replace("\n  |", " |").split("\n")


def test_a_row_over_two_pages_spans_the_lines_of_both() -> None:
    third = read_lines(printed(WITH_A_PAGE_BREAK)).tasks[2]
    assert third.place.lines == (24, 38)


def test_running_text_with_a_numbered_list_is_no_table() -> None:
    assert not read_lines(printed("1. Mục tiêu chung\n2. Nội dung thực hiện\n3 Kinh phí")).tasks
