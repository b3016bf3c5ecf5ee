"""Offices called by a word for a side and what they do; the office itself where its own plan has it as a unit."""

from datetime import date

import pytest
from builders import a_deadline, a_loaded_plan, a_task

from knowledge.answers.answer import Context, answer
from knowledge.identity import LoadedPlan
from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.model import Heading, Task
from knowledge.questions.lookup import lookup
from knowledge.questions.plan_sides import with_sides_said
from knowledge.questions.question import understand
from knowledge.questions.reading import Reading
from knowledge.reply import line_text

TODAY = date(2027, 3, 1)


def plan(stem: str, issuer: str, title: str, *tasks: Task) -> LoadedPlan:
    heading = Heading(issuer=issuer, place="Kim Hòa", title=f"Kế hoạch {title}", years=(2027,), issued="2027-01-15")
    return a_loaded_plan(list(tasks), stem=stem, source=f"{stem}.txt", heading=heading)


def row(stt: str, task: str, lead: str, other: str = "") -> Task:
    due = a_deadline(date(2027, 4, int(stt)))
    return a_task(stt=stt, task=task, lead=(lead,), coordinate=(other,) if other else (), deadline=due)


CARE, BUSES, MUSEUM = "btxh", "xb", "bt"
PLANS: Snapshot = make_snapshot(
    [
        plan(CARE, "Trung tâm Bảo trợ xã hội tổng hợp Kim Hòa", "Chăm sóc đối tượng năm 2027",
             row("1", "Thay giường y tế", "Tổ Bếp"), row("2", "Mua xe lăn cho người già", "Phòng Tài vụ")),
        plan(BUSES, "Trung tâm Quản lý Vận tải Kim Hòa", "Phát triển dịch vụ xe buýt năm 2027",
             row("3", "Sơn lại nhà chờ", "Đội Xe"), row("4", "Bảo trợ tài xế lớn tuổi", "Phòng Tài vụ")),
        plan(MUSEUM, "Bảo tàng tỉnh Kim Hòa", "Công tác trưng bày năm 2027",
             row("5", "Trồng cây ở cổng", "Ban Quản lý Di tích", "Bảo tàng"),
             row("6", "Kiểm kê kho gốm", "Phòng Kiểm kê")),
    ]
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "stem"),
    [
        ("bên bảo trợ tháng 4 có việc gì", CARE),
        ("chỗ bảo trợ phải xong những gì trong tháng 4", CARE),
        ("mảng bảo trợ xã hội có mấy việc", CARE),
        ("ben xe buyt thang 4 co viec gi", BUSES),
        ("bên vận tải có việc gì tháng 4", BUSES),
        ("chỗ bảo tàng có mấy việc", MUSEUM),
        ("bảo tàng có mấy việc", MUSEUM),
        ("xe buýt có mấy việc", BUSES),
    ],
)
def test_an_office_is_called_by_a_side_and_what_it_does(text: str, stem: str) -> None:
    scope = understand(text, Reading(lookup(PLANS), TODAY), plans=range(3)).scope
    assert [PLANS.plans[position].stem for position in scope.plans] == [stem]
    assert scope.named


def test_no_office_is_called_with_more_behind_a_title() -> None:
    text = "bên xe buýt điện ai lo"
    assert not understand(text, Reading(lookup(PLANS), TODAY), plans=range(3)).scope.named


def test_what_an_office_has_to_do_in_its_own_plan_is_all_of_it() -> None:
    said, _ = answer("việc của bảo tàng có những gì", PLANS, context=Context(today=TODAY))
    assert line_text(said.head[0]) == "Có 2 nhiệm vụ:"


def test_units_that_somebody_will_tell_of_an_answer_are_not_asked_about() -> None:
    text = (
        "Chào em, chị mới nhận bàn giao bên bảo trợ nên giấy tờ nhiều quá chưa đọc hết. "
        "Em lọc giúp chị các việc tới hạn trong tháng 4 để chị nhắc Phòng Tài vụ, cảm ơn em nhé."
    )
    said, _ = answer(text, PLANS, context=Context(today=TODAY))
    assert line_text(said.head[0]) == "Có 2 nhiệm vụ đến hạn trong tháng 4/2027:"


def test_two_plans_of_which_each_is_asked_for_itself_are_both_meant() -> None:
    text = "hài lòng: bảo tàng Kim Hòa đạt bao nhiêu %, trung tâm bảo trợ đạt bao nhiêu %, ai cao hơn"
    scope = understand(text, Reading(lookup(PLANS), TODAY), plans=range(len(PLANS.plans))).scope
    assert ({PLANS.plans[at].stem for at in scope.plans}, scope.several) == ({CARE, MUSEUM}, True)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("tháng 4 cả bảo tàng cả xe buýt", "tháng 4 cả bảo tàng cả xe buýt"),  # told by more than a word
        ("tháng 4 cả trung tâm", "tháng 4 cả trung tâm"),
        ("việc gì của cả xã, cả phường", "việc gì của bên xã bên phường"),
        ("cả xã lẫn phường có việc gì", "bên xã bên phường có việc gì"),
        ("ca xa ca phuong co viec gi", "ben xa ben phuong co viec gi"),
        ("cả ngày cả đêm trực ở đâu", "cả ngày cả đêm trực ở đâu"),
        ("tất cả xã cả phường", "tất cả xã cả phường"),
    ],
)
def test_offices_that_are_named_with_all_are_sides(typed: str, read: str) -> None:
    offices = ("UBND xã Kim Hòa", "UBND phường Kim Sơn")
    plans = make_snapshot([plan(name, name, "Cải cách năm 2027", row("1", "Họp", "Tổ Bếp")) for name in offices])
    assert with_sides_said(typed, lookup(plans).plans.calls) == read
