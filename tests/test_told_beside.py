"""A plan, a unit, a price and a number that people say in their own way around a question for a list."""

from datetime import date
from functools import cache

import pytest
from asking import ask, stts
from builders import a_deadline, a_loaded_plan, a_task

from knowledge.identity import LoadedPlan
from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.model import Heading, Passage, Task
from knowledge.reply import line_text


def rows(*told: tuple[str, str, str, str, date | None]) -> list[Task]:
    return [
        a_task(
            task=task,
            stt=str(stt),
            lead=(lead,),
            coordinate=tuple(filter(None, (other,))),
            result="Biên bản",
            deadline=a_deadline(due) if due else a_deadline(date(2027, 12, 31), text="Thường xuyên"),
            budget=budget or None,
        )
        for stt, (task, lead, other, budget, due) in enumerate(told, 1)
    ]


@cache
def snapshot() -> Snapshot:
    water = rows(
        ("Thay ống gang cũ", "Phòng Kế hoạch - Đầu tư", "Tổ 1", "2,4 tỷ đồng", date(2027, 9, 30)),
        ("Báo cáo tỷ lệ thất thoát", "Đội Chống thất thoát số 2", "Tổ 2", "35 triệu đồng", date(2027, 5, 5)),
        ("Kiểm tra đồng hồ nước", "Đội Chống thất thoát số 1", "", "120 triệu đồng", date(2027, 2, 15)),
        ("Tổng hợp kiến nghị của khách hàng", "Phòng Tổng hợp", "Tổ 2", "500 triệu đồng", date(2027, 6, 30)),
    )
    farms = rows(
        ("Làm mô hình lúa giảm phát thải", "Phòng Trồng trọt", "Hội Nông dân tỉnh", "", date(2027, 8, 31)),
        ("Nuôi tôm xen lúa", "Phòng Chăn nuôi", "Hội Nông dân tỉnh", "", date(2027, 12, 15)),
        ("Làm mô hình nuôi vịt", "Phòng Chăn nuôi", "", "", date(2027, 6, 30)),
        ("Làm mô hình nuôi bò", "Phòng Chăn nuôi", "", "", date(2027, 1, 31)),
    )
    offices = (("Công ty Cổ phần Cấp nước Tân Giang", "Tân Giang"), ("Trung tâm Khuyến nông An Thạnh", "An Thạnh"))
    headings = (Heading(issuer=name, place=place, title="Kế hoạch", years=(2027,)) for name, place in offices)
    told = zip((water, farms), ("nuoc", "nong"), headings, strict=True)
    return make_snapshot([a_loaded_plan(each, stem=stem, heading=heading) for each, stem, heading in told])


def listed(*turns: str) -> list[str]:
    """The first letter of the plan and the number of each row."""
    said = ask(snapshot(), *turns)
    return sorted(f"{row.stem[:2]}{stt}" for row, stt in zip(said.cited, stts(said), strict=True))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("quy 2 cty cap nuoc co viec nao den han", ["nu2", "nu4"], id="a company in short"),
        pytest.param("bên nước quý 2 có việc nào", ["nu2", "nu4"], id="a word of its field"),
        pytest.param("việc quý 2 của công ty nước đừng lấy của Tổ 2", [], id="left out of an office"),
        pytest.param("Trong hai kế hoạch, nhiệm vụ nào đã quá hạn", ["no4", "nu3"], id="plans are no unit"),
        pytest.param("em kiểm tra lại xem quý 3 có việc gì", ["no1", "nu1"], id="what somebody does is no unit"),
        pytest.param("phòng tổng hợp chủ trì việc gì", ["nu4"], id="spoken as a unit"),
    ],
)
def test_plans_and_units_are_told_apart_from_talk_of_them(text: str, expected: list[str]) -> None:
    assert listed(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Em đang soạn báo cáo cho giám đốc công ty cấp nước, giờ mới thấy thiếu. Cho em xin các việc quý 2 ạ",
            ["nu2", "nu4"],
            id="a plan",
        ),
        pytest.param(
            "Em vừa chuyển công tác về Phòng Chăn nuôi, còn lạ nước lạ cái. Cho em hỏi phòng em chủ trì mấy việc ạ",
            ["no2", "no3", "no4"],
            id="a unit",
        ),
        pytest.param(
            "Em là lính mới của Đội Chống thất thoát số 2, hôm qua họp em quên mất. Cho em hỏi đội em chủ trì việc gì",
            ["nu2"],
            id="called by its own first word",
        ),
        pytest.param(
            "Hội Nông dân tỉnh tụi tôi nhận bản kế hoạch dài quá đọc không hết, cho tôi hỏi hội tôi phối hợp việc gì",
            ["no1", "no2"],
            id="a unit without a word before it",
        ),
    ],
)
def test_a_plan_or_unit_told_before_the_question_counts(text: str, expected: list[str]) -> None:
    assert listed(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("việc nào trên bốn trăm triệu", ["nu1", "nu4"], id="more than a sum in words"),
        pytest.param("việc nào tốn ba mươi lăm triệu", ["nu2"], id="the very sum"),
        pytest.param("mấy việc kinh phí chừng trăm mốt triệu", ["nu3"], id="about a sum"),
        pytest.param("tổ số hai phối hợp việc gì", ["nu2", "nu4"], id="a number in words"),
        pytest.param("đội chống thất thoát 2 chủ trì việc gì", ["nu2"], id="without 'số'"),
        pytest.param("đội chống thất thoát chủ trì việc gì", ["nu2", "nu3"], id="both that are called so"),
        pytest.param("những nhiệm vụ nào có nhắc tới lúa", ["no1", "no2"], id="what rows speak of"),
        pytest.param("ngoài làm báo cáo ra bên nước còn việc gì", ["nu1", "nu3", "nu4"], id="closed by 'ra'"),
        pytest.param("bên nước có mấy đợt kiểm tra", ["nu3"], id="things counted"),
        pytest.param("việc của phòng tổng hợp mà có tổ 2 phối hợp", ["nu4"], id="one unit with a role"),
        pytest.param("việc nào không dính gì tới phòng chăn nuôi của khuyến nông", ["no1"], id="not of a unit"),
    ],
)
def test_constraints_are_known_by_what_they_are_made_of(text: str, expected: list[str]) -> None:
    assert listed(text) == expected


@pytest.mark.parametrize(
    ("turns", "first"),
    [
        pytest.param(
            ["đơn vị nào nhiều việc về mô hình hơn, phòng trồng trọt hay phòng chăn nuôi"],
            "Phòng Chăn nuôi có nhiều hơn 1 nhiệm vụ.",
            id="sides with a topic",
        ),
        pytest.param(
            ["đội chống thất thoát số ba chủ trì việc gì"], "“đội chống thất thoát số ba”", id="no such number"
        ),
        pytest.param(
            ["ai chủ trì nuôi tôm xen lúa", "làm xong phải có cái gì"], "Sản phẩm: Biên bản", id="what comes out"
        ),
        pytest.param(
            ["nuoi tom xen lua han 30/4 dung ko"], "Không đúng. Thời hạn: Trước ngày 15/12/2027", id="a claim in short"
        ),
        pytest.param(
            ["những phòng nào quý 4 không bị giao việc"], "Có 5 đơn vị không có nhiệm vụ nào", id="idle units"
        ),
    ],
)
def test_the_first_line_says_what_was_asked(turns: list[str], first: str) -> None:
    assert first in line_text(ask(snapshot(), *turns).head[0])


@cache
def two_years() -> Snapshot:
    def plan(year: int, lead: str, due: date) -> LoadedPlan:
        row = a_task(task="Xây dựng báo cáo cải cách hành chính", lead=(lead,), deadline=a_deadline(due))
        heading = Heading(issuer="Sở Nội vụ", title=f"Kế hoạch năm {year}", years=(year,), issued=f"{year}-01-05")
        return a_loaded_plan([row], stem=f"ke-hoach-{year}", heading=heading)

    return make_snapshot(
        [plan(2026, "Văn phòng Sở", date(2026, 6, 30)), plan(2027, "Phòng Cải cách", date(2027, 6, 15))]
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("năm nay và năm ngoái ai chủ trì báo cáo cải cách", ("Văn phòng Sở", "Phòng Cải cách"), id="both"),
        pytest.param(
            "so với năm ngoái thì báo cáo cải cách hành chính năm nay hạn sớm hơn hay muộn hơn",
            ("30/06/2026", "15/06/2027"),
            id="compared",
        ),
        pytest.param("báo cáo cải cách hành chính năm kia ai làm", ("Chưa có kế hoạch năm 2025.",), id="no plan of it"),
    ],
)
def test_years_that_are_told_by_the_clock_are_those_of_plans(text: str, said: tuple[str, ...]) -> None:
    first = line_text(ask(two_years(), text).head[0])
    assert [part for part in said if part not in first] == []


def test_what_a_plan_costs_as_a_whole_is_told_by_its_own_words() -> None:
    money = Passage(text="Tổng kinh phí 9,4 tỷ đồng, trong đó ngân sách tỉnh 6,1 tỷ đồng.", section=("IV. KINH PHÍ",))
    heading = Heading(issuer="Trung tâm Khuyến nông An Thạnh", place="An Thạnh", title="Kế hoạch", years=(2027,))
    held = make_snapshot([a_loaded_plan([a_task()], passages=[money], heading=heading)])
    for text in (
        "khuyến nông hết bao nhiêu tiền",
        "kinh phí kế hoạch khuyến nông bao nhiêu",
        "kinh phi khuyen nong bn",
    ):
        assert "9,4 tỷ đồng" in line_text(ask(held, text).head[0])
