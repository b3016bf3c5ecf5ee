"""Rows and passages in words."""

from datetime import date, timedelta

import pytest
from builders import a_deadline, a_loaded_plan, a_plan, a_task

from knowledge.model import Deadline, DeadlineKind, Heading, Passage, Place, Progress, State, TaskKind
from knowledge.reply import Citation, line_text
from knowledge.wording.rows import (
    deadline_text,
    list_lines,
    number_said,
    passage_card,
    place_text,
    plan_name,
    row_card,
    standing_text,
)
from knowledge.wording.values import higher, sooner

TODAY = date(2027, 3, 1)
SOURCE = (
    "Nguồn: Kế hoạch Cải cách hành chính năm 2027 số 12/KH-SNV của Sở Nội vụ tỉnh An Bình; mục I. Chuyển đổi số; "
    "số thứ tự 1"
)


def test_a_row_opened_says_all_that_it_has() -> None:
    row = a_task(
        objective="100% hồ sơ", activity="Quét hồ sơ", budget="20 triệu đồng", extra=(("Ghi chú", "Ưu tiên"),),
        place=Place((12, 13)),
    )  # fmt: skip
    plan = a_loaded_plan([row])
    card = row_card(
        Citation(plan.task_refs[0], plan.stem, row), plan, today=TODAY, progress=Progress(State.IN_PROGRESS)
    )

    assert [line_text(part) for part in card] == [
        "Số hóa hồ sơ thủ tục hành chính đang còn hiệu lực – Quét hồ sơ",
        "Mục tiêu: 100% hồ sơ",
        "Chủ trì: Văn phòng Sở",
        "Phối hợp: Phòng Cải cách hành chính",
        "Sản phẩm: Hồ sơ được số hóa",
        "Thời hạn: Trước ngày 30/6/2027 (còn 121 ngày)",
        "Kinh phí: 20 triệu đồng",
        "Ghi chú: Ưu tiên",
        "Tình trạng: đang thực hiện",
        SOURCE,
    ]


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        pytest.param(
            Heading(number="1/CTr-UBND", title="Chương trình hành động về dân số", issuer="UBND tỉnh An Bình"),
            "Chương trình hành động về dân số số 1/CTr-UBND của UBND tỉnh An Bình",
            id="by its own kind",
        ),
        pytest.param(
            Heading(number="1/KH-BNV", title="Phát triển nhân lực", issuer="Bộ Nội vụ", place="Hà Nội"),
            "Kế hoạch Phát triển nhân lực số 1/KH-BNV của Bộ Nội vụ",
            id="an office of the whole country",
        ),
        pytest.param(
            Heading(symbol="KH-SNV", title="Kế hoạch Tuyển dụng", issuer="Sở Nội vụ", place="An Bình"),
            "Kế hoạch Tuyển dụng ký hiệu KH-SNV của Sở Nội vụ An Bình",
            id="an office of a place",
        ),
    ],
)
def test_a_plan_is_called_by_its_kind_and_its_office(heading: Heading, name: str) -> None:
    assert plan_name(heading, "a.txt") == name


REPORTED = ("Trần Thị Hoa (123456)", "2027-02-24T09:00:00+07:00")


@pytest.mark.parametrize(
    ("due", "progress", "text"),
    [
        pytest.param(date(2027, 6, 30), None, "", id="not begun, in time"),
        pytest.param(date(2027, 2, 1), None, "quá hạn", id="not begun, late"),
        pytest.param(
            date(2027, 6, 30), Progress(State.DONE_ON_TIME, *REPORTED),
            "hoàn thành đúng hạn (Trần Thị Hoa, ngày 24/02/2027)", id="done",
        ),
        pytest.param(
            date(2027, 2, 25), Progress(State.IN_PROGRESS, *REPORTED, note="chờ kinh phí"),
            "quá hạn; đang thực hiện (Trần Thị Hoa, ngày 24/02/2027): chờ kinh phí", id="begun and late by now",
        ),
        pytest.param(
            date(2027, 2, 25), Progress(State.EXTENSION_ASKED, asked_due=date(2027, 5, 4)),
            "xin gia hạn đến ngày 04/5/2027", id="more time asked",
        ),
    ],
)  # fmt: skip
def test_how_a_row_stands_is_weighed_against_today(due: date, progress: Progress | None, text: str) -> None:
    assert standing_text(a_task(deadline=a_deadline(due)), progress, TODAY, Heading()) == text


def test_a_row_past_its_date_says_so_in_lists_and_cards() -> None:
    row = a_task(deadline=a_deadline(date(2027, 2, 1)))
    plan = a_loaded_plan([row])
    citation = Citation(plan.task_refs[0], plan.stem, row)

    for lines in (list_lines(citation, plan, today=TODAY), row_card(citation, plan, today=TODAY)):
        assert "Tình trạng: quá hạn" in [line_text(part) for part in lines]


def test_a_passage_opened_is_quoted_with_its_place() -> None:
    passage = Passage("Xin lỗi hành khách.", ("II. Nội dung",), Place(page=3))
    plan = a_loaded_plan(passages=(passage,))
    card = passage_card(Citation(plan.passage_refs[0], plan.stem, passage), plan)

    assert line_text(card[0]) == "“Xin lỗi hành khách.”"
    assert line_text(card[1]).endswith("mục II. Nội dung; trang 3")


@pytest.mark.parametrize(
    ("deadline", "text"),
    [
        pytest.param(
            a_deadline(date(2027, 3, 31), text="Quý I/2027"), "Quý I/2027 (31/3/2027; còn 30 ngày)", id="left"
        ),
        pytest.param(a_deadline(date(2027, 3, 1), text="01/03/2027"), "01/03/2027 (hôm nay)", id="printed as a date"),
        pytest.param(a_deadline(date(2027, 2, 1), text="Tháng 1"), "Tháng 1 (01/02/2027; đã qua 28 ngày)", id="past"),
        pytest.param(a_deadline(date(2020, 2, 1), text="Tháng 1"), "Tháng 1 (01/02/2020)", id="long past"),
        pytest.param(Deadline("Hằng quý", DeadlineKind.PERIODIC), "Hằng quý (định kỳ)", id="periodic"),
        pytest.param(Deadline("Định kỳ hằng quý.", DeadlineKind.PERIODIC), "Định kỳ hằng quý", id="says it itself"),
        pytest.param(Deadline(), "", id="none"),
    ],
)
def test_a_deadline_is_said_as_printed_and_as_days(deadline: Deadline, text: str) -> None:
    assert deadline_text(a_task(deadline=deadline), today=TODAY) == text


def test_of_a_late_row_with_several_dates_the_days_since_the_late_one_are_told() -> None:
    row = a_task(deadline=a_deadline(date(2027, 2, 27), date(2027, 9, 30), text="Tháng 2 và tháng 9"))
    said = deadline_text(row, today=TODAY, heading=a_plan().heading)
    assert said == "Tháng 2 và tháng 9 (27/02/2027, 30/9/2027; đã qua 2 ngày)"


def test_plans_that_are_first_together_are_all_named() -> None:
    plans = ("Sở A", "Sở B", "Sở C")
    assert higher(plans, (90, 85, 90)) == "Sở A và Sở C cao nhất: 90% so với 85%"
    days = (date(2027, 9, 30), date(2027, 6, 30), date(2027, 6, 30))
    assert sooner(plans, days) == "Sở B và Sở C sớm nhất (30/6/2027), Sở A muộn nhất (30/9/2027)"


@pytest.mark.parametrize(
    ("stt", "kind", "said"),
    [
        ("2.1", TaskKind.TABLE, "số thứ tự 2.1"),
        ("b)", TaskKind.PROSE, "điểm b"),
        ("b)", TaskKind.TABLE, "điểm b"),
        ("3.", TaskKind.PROSE, "mục 3"),
        ("IV", TaskKind.TABLE, "số thứ tự IV"),
        ("-", TaskKind.TABLE, ""),
    ],
)
def test_a_rows_number_is_said_as_the_paper_calls_it(stt: str, kind: TaskKind, said: str) -> None:
    assert number_said(a_task(stt=stt, kind=kind)) == said


def test_a_row_that_is_done_has_no_days_left() -> None:
    task = a_task(deadline=a_deadline(TODAY + timedelta(days=7)))
    open_, done = (
        deadline_text(task, today=TODAY, progress=Progress(state), heading=a_plan().heading)
        for state in (State.IN_PROGRESS, State.DONE_ON_TIME)
    )
    assert "còn 7 ngày" in open_
    assert "còn" not in done


def test_a_moved_deadline_says_so() -> None:
    said = deadline_text(a_task(), today=TODAY, progress=Progress(due=date(2027, 8, 1)))

    assert said == "Trước ngày 30/6/2027 (đã điều chỉnh thành 01/8/2027; còn 153 ngày)"


@pytest.mark.parametrize(
    ("place", "text"),
    [
        (Place((4, 6)), ""),
        (Place(page=2), "trang 2"),
        (Place(at="Sheet1!A3"), ""),
    ],
)
def test_a_place_is_a_page_and_never_a_line_or_a_cell_of_a_file(place: Place, text: str) -> None:
    assert place_text(place) == text
