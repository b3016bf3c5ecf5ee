"""To whom invented plans go."""

import pytest

from knowledge.document import Document, Paragraph
from knowledge.plan.metadata import heading

BEFORE = ("SỞ Y TẾ", "KẾ HOẠCH", "Phòng chống dịch năm 2027", "Căn cứ Luật phòng, chống bệnh truyền nhiễm;",
          "I. MỤC TIÊU", "Không để dịch lan rộng.")  # fmt: skip


@pytest.mark.parametrize(
    ("foot", "expected"),
    [
        pytest.param(
            ("Nơi nhận:", "- UBND tỉnh (để báo cáo);", "- Các phòng, đơn vị thuộc Sở;", "- Lưu: VT, VP.", "GIÁM ĐỐC",
             "Trần Minh An"),
            ("UBND tỉnh (để báo cáo)", "Các phòng, đơn vị thuộc Sở"),
            id="one a line, the filed copy left out",
        ),
        pytest.param(
            ("Nơi nhận: - UBND tỉnh; - Sở Nội vụ; - Lưu: VT.", "GIÁM ĐỐC", "Trần Minh An"),
            ("UBND tỉnh", "Sở Nội vụ"),
            id="all in one line",
        ),
        pytest.param(
            ("Nơi nhận:", "GIÁM ĐỐC", "- UBND tỉnh;", "- Lưu: VT.", "Trần Minh An"),
            ("UBND tỉnh",),
            id="the post beside them",
        ),
        pytest.param(("GIÁM ĐỐC", "Trần Minh An"), (), id="none printed"),
    ],
)  # fmt: skip
def test_the_recipients_are_those_of_the_foot(foot: tuple[str, ...], expected: tuple[str, ...]) -> None:
    document = Document("ke-hoach.txt", tuple(Paragraph(text) for text in (*BEFORE, *foot)))

    assert heading(document).recipients == expected


def test_a_letter_goes_to_those_it_speaks_to() -> None:
    text = ("SỞ Y TẾ", "Số: 5/SYT-VP", "V/v phòng dịch", "Kính gửi:", "- Các trung tâm y tế;", "- Các phòng thuộc Sở.",
            "Để chủ động phòng dịch, Sở Y tế yêu cầu:", "1. Các trung tâm y tế gia cố kho.",
            "Nơi nhận:", "- Như trên;", "- UBND tỉnh;", "- Lưu: VT.")  # fmt: skip
    document = Document("cong-van.txt", tuple(Paragraph(line) for line in text))

    assert heading(document).recipients == ("Các trung tâm y tế", "Các phòng thuộc Sở", "UBND tỉnh")
