"""Headers as the text layer of a PDF prints them: the names of the columns one after the other."""

import pytest

from knowledge.plan.header_words import names_in


@pytest.mark.parametrize(
    ("header", "names"),
    [
        (
            "STT Nội dung Đơn vị thực hiện Đơn vị đồng hành Thời gian Sản phẩm",
            ["STT", "Nội dung", "Đơn vị thực hiện", "Đơn vị đồng hành", "Thời gian", "Sản phẩm"],
        ),
        (
            "TT Nhiệm vụ Bộ phận thực hiện Bộ phận liên quan Mốc hoàn thành Kết quả",
            ["TT", "Nhiệm vụ", "Bộ phận thực hiện", "Bộ phận liên quan", "Mốc hoàn thành", "Kết quả"],
        ),
        (
            "TT Tên Nhiệm Vụ Phòng Chủ Trì Phòng Phối Hợp Thời Gian",
            ["TT", "Tên Nhiệm Vụ", "Phòng Chủ Trì", "Phòng Phối Hợp", "Thời Gian"],
        ),
        (
            "TT Nội dung Phòng, Ban chủ trì Ngày bắt đầu Kinh phí (Triệu đồng)",
            ["TT", "Nội dung", "Phòng, Ban chủ trì", "Ngày bắt đầu", "Kinh phí (Triệu đồng)"],
        ),
    ],
)
def test_the_words_of_a_header_are_divided_where_names_of_columns_begin(header: str, names: list[str]) -> None:
    assert names_in(header.split()) == names
