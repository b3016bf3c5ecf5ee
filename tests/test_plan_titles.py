"""Titles in small letters below the kind of document, in lines as a PDF prints them."""

import pytest

from knowledge.plan.understanding import understand
from knowledge.readers import read_here

BELOW = """
I. MỤC ĐÍCH, YÊU CẦU
1. Nâng cao chất lượng phục vụ người dân, bảo đảm mọi hồ sơ được tiếp nhận và trả đúng
hẹn theo quy định của cấp trên về giải quyết thủ tục hành chính.
2. Phân công rõ người, rõ việc, rõ thời gian; gắn trách nhiệm của người đứng đầu các bộ
phận với kết quả thực hiện nhiệm vụ của đơn vị trong từng quý.
3. Các bộ phận chủ động triển khai, kịp thời báo cáo những khó khăn phát sinh trong quá
trình thực hiện để cùng tháo gỡ, không để tồn đọng hồ sơ qua quý sau.
4. Mỗi bộ phận cử một người theo dõi, tổng hợp, chịu trách nhiệm về số liệu gửi về văn
phòng vào cuối mỗi tháng.
"""


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        pytest.param(
            "đổi mới việc tiếp công dân và xử lý đơn thư tại các phường, xã năm 2027",
            "Thực hiện Kế hoạch số 41-KH/TU ngày 28/12/2026 của Ban Thường vụ Thành ủy;\nChương trình công tác "
            "năm 2027, Ban Thường vụ xây dựng Kế hoạch như sau:",
            "Kế hoạch đổi mới việc tiếp công dân và xử lý đơn thư tại các phường, xã năm 2027",
            id="what it carries out",
        ),
        pytest.param(
            "Tổ chức đợt khám sức khỏe cho người cao tuổi trên địa bàn xã Đức Linh năm 2027",
            "Nhằm phát hiện sớm bệnh không lây nhiễm ở người cao tuổi, Trạm Y tế xã xây dựng\nKế hoạch như sau:",
            "Kế hoạch Tổ chức đợt khám sức khỏe cho người cao tuổi trên địa bàn xã Đức Linh năm 2027",
            id="what it is for",
        ),
        pytest.param(
            "nâng cao chất lượng sinh hoạt chi bộ, phát triển đảng viên và quản lý hồ sơ\nđảng viên năm 2027",
            "Triển khai Nghị quyết số 15-NQ/TU ngày 10/01/2027 của Tỉnh ủy, Đảng ủy xây dựng\nKế hoạch như sau:",
            "Kế hoạch nâng cao chất lượng sinh hoạt chi bộ, phát triển đảng viên và quản lý hồ sơ đảng viên năm 2027",
            id="a title of two lines",
        ),
        pytest.param(
            "Triển khai Nghị quyết số 15-NQ/TU về chuyển đổi số trong các cơ quan của tỉnh và\n"
            "thực hiện Chương trình hành động năm 2027",
            "Căn cứ Luật Tổ chức chính quyền địa phương, Sở xây dựng Kế hoạch như sau:",
            "Kế hoạch Triển khai Nghị quyết số 15-NQ/TU về chuyển đổi số trong các cơ quan của tỉnh và thực hiện "
            "Chương trình hành động năm 2027",
            id="a title that begins so itself",
        ),
    ],
)
def test_a_title_in_small_letters_ends_before_the_text_below_it(title: str, text: str, expected: str) -> None:
    read = understand(read_here(f"KẾ HOẠCH\n\n{title}\n{text}{BELOW}".encode(), "a.txt"))
    assert read.heading.title == expected
