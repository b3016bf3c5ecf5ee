"""Duties in the running text of invented plans."""

from knowledge.model import Heading, Passage
from knowledge.plan.duties import duties

ORGANISED = ("III. TỔ CHỨC THỰC HIỆN",)


def found(*texts: str, section: tuple[str, ...] = ORGANISED) -> list[tuple[tuple[str, ...], str]]:
    return [(t.lead, t.task) for t in duties([Passage(text, section) for text in texts], Heading(years=(2027,)))]


def test_the_heading_above_names_the_unit() -> None:
    assert found("- Theo dõi, đôn đốc việc thực hiện.", section=(*ORGANISED, "1. Sở Nội vụ có trách nhiệm:")) == [
        (("Sở Nội vụ",), "Theo dõi, đôn đốc việc thực hiện")
    ]


def test_an_order_names_the_unit() -> None:
    assert found("- Giao Văn phòng Sở tổng hợp kết quả, báo cáo UBND tỉnh.") == [
        (("Văn phòng Sở",), "Giao Văn phòng Sở tổng hợp kết quả, báo cáo UBND tỉnh")
    ]


def test_words_about_no_unit_are_no_duty() -> None:
    assert found("- Tiếp tục tuyên truyền sâu rộng trong nhân dân.") == []
