"""Rows of a scanned plan whose figures do not agree with what stands around them."""

from dataclasses import replace
from datetime import date

import pytest
from builders import a_deadline, a_task

from knowledge.document import RECOGNISED, Document, Paragraph
from knowledge.model import Doubt, Heading
from knowledge.plan.recognised import recognition_doubts
from knowledge.plan.understanding import understand
from knowledge.readers.text import read_text

TABLE = (
    "SỞ Y TẾ\nSố: 3/KH-SYT\nAn Bình, ngày 05 tháng 01 năm 2027\nKẾ HOẠCH\nCông tác năm 2027\nI. NHIỆM VỤ\n"
    "STT\tNhiệm vụ\tChủ trì\tThời hạn\n1\tMua máy\tVăn phòng\t30/6/2021\n"
    "7\tHọp\tThanh tra\tQuý I\n3\tGặp\tVăn phòng\tQuý I"
)


def test_a_date_outside_of_the_plans_years_and_a_number_out_of_line_are_doubtful_in_a_scan() -> None:
    document = read_text(TABLE, "quet.txt")
    scan = replace(document, doubts=(Doubt(RECOGNISED),))

    assert understand(document).doubts == ()
    assert [doubt.message for doubt in understand(scan).doubts[1:]] == [
        "Dòng 1: thời hạn “30/6/2021” nằm ngoài các năm của kế hoạch, có thể nhận dạng sai, cần đối chiếu bản gốc",
        "Dòng 7: số thứ tự không nối tiếp các dòng trên và dưới (1, 3), có thể nhận dạng sai, cần đối chiếu bản gốc",
    ]


def test_the_year_after_the_plan_and_a_plan_without_years_raise_no_doubt() -> None:
    task = a_task(deadline=a_deadline(date(2028, 1, 31)))

    assert list(recognition_doubts([task], Heading(years=(2027,)))) == []
    assert list(recognition_doubts([task], Heading())) == []


def quarters(*numbers: str) -> list[str]:
    months = {"I": 3, "II": 6, "III": 9, "IV": 12}
    tasks = [
        a_task(
            stt=str(n),
            deadline=a_deadline(
                date(2027, months[number], 31 if months[number] in {3, 12} else 30), text=f"Quý {number}"
            ),
        )
        for n, number in enumerate(numbers, start=1)
    ]
    return [doubt.message.split(":")[0] for doubt in recognition_doubts(tasks, Heading(years=(2027,)))]


@pytest.mark.parametrize(
    ("numbers", "doubtful"),
    [
        pytest.param(("I", "II", "III", "II", "III", "IV"), ["Dòng 3", "Dòng 4"], id="one of two"),
        pytest.param(("I", "II", "II", "I", "II", "III", "IV"), ["Dòng 4"], id="a stroke too few"),
        pytest.param(("I", "II", "III", "IV"), [], id="in order"),
        pytest.param(("III", "I", "III", "II", "I", "II"), [], id="a list in no order"),
        pytest.param(("I", "I", "IV", "I", "II", "III"), [], id="another letter"),
    ],
)
def test_a_quarter_that_leaves_the_order_of_its_list_by_a_stroke_is_doubtful(
    numbers: tuple[str, ...], doubtful: list[str]
) -> None:
    assert quarters(*numbers) == doubtful


def test_a_document_knows_whether_it_was_recognised() -> None:
    assert Document("x", (Paragraph("a"),), doubts=(Doubt(RECOGNISED),)).recognised
    assert not Document("x", (Paragraph("a"),)).recognised


@pytest.mark.parametrize(
    ("text", "doubtful"),
    [("1172/2027", True), ("1172/2027 ẳ", True), ("3O/6", True), ("Khi có 12 hồ sơ", False), ("", False)],
)
def test_figures_that_make_no_date_are_doubtful(text: str, *, doubtful: bool) -> None:
    task = a_task(stt="5", deadline=a_deadline(text=text))

    said = [doubt.message for doubt in recognition_doubts([task], Heading(years=(2027,)))]
    told = f"Dòng 5: thời hạn “{text}” nhận dạng không ra ngày, cần đối chiếu bản gốc"
    assert said == ([told] if doubtful else [])


@pytest.mark.parametrize(
    ("unit", "doubtful"),
    [
        pytest.param("3È 7t rhén", True, id="figures and crumbs"),
        pytest.param("SởTư pháp", True, id="two words as one"),
        pytest.param("Sở Y tế |", True, id="a rule of the table"),
        pytest.param("UBND xã Ea H’leo", False, id="an apostrophe of a name"),
        pytest.param("Các xã, phường…", False, id="and so on"),
        pytest.param("Văn phòng HĐND & UBND", False, id="initials"),
    ],
)
def test_what_no_unit_is_called_is_doubtful_in_a_scan(unit: str, doubtful: bool) -> None:
    doubts = [doubt.message for doubt in recognition_doubts([a_task(stt="3", lead=(unit,))], Heading())]

    said = f"Dòng 3: đơn vị “{unit}” nhận dạng không ra tên đơn vị, cần đối chiếu bản gốc"
    assert doubts == ([said] if doubtful else [])
