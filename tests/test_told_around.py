"""What is told around a question, and how offices and short forms are typed, denies nothing that a plan has."""

from datetime import date

import pytest
from asking import ask, stts
from builders import a_deadline, a_loaded_plan, a_task

from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.model import Heading
from knowledge.reply import plain

ISSUED = date(2027, 1, 12)


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    rows = [
        a_task(task="Dựng mô hình trị bệnh xoăn lá cà chua", stt="1", lead=("Trạm Khuyến nông",), coordinate=(),
               deadline=a_deadline(date(2027, 3, 31), text="Tháng 3/2027")),
        a_task(task="Cấp sách mới cho thư viện các xã khó khăn", stt="2", lead=("Phòng Tổ chức cán bộ",), coordinate=(),
               deadline=a_deadline(date(2027, 9, 30), text="Quý III/2027")),
        a_task(task="Vận hành xe thư viện lưu động", stt="3", lead=("Thư viện",), coordinate=("Thư viện Quốc gia",),
               deadline=a_deadline(date(2027, 12, 31), text="Quý IV/2027")),
        a_task(task="Bồi dưỡng giáo viên cốt cán", stt="4", lead=("Phòng Tổ chức cán bộ",), coordinate=(),
               deadline=a_deadline(date(2027, 5, 31), text="Tháng 5/2027")),
    ]  # fmt: skip
    heading = Heading(number="8/KH-SGDĐT", issuer="Sở Giáo dục và Đào tạo tỉnh Gia Lai", place="Gia Lai",
                      issued=ISSUED.isoformat(), title="Kế hoạch Công tác năm 2027", years=(2027,))  # fmt: skip
    other = Heading(number="9/KH-SYT", issuer="Sở Y tế tỉnh Gia Lai", place="Gia Lai", title="Kế hoạch Y tế năm 2027",
                    years=(2027,))  # fmt: skip
    return make_snapshot(
        [
            a_loaded_plan(rows, heading=heading),
            a_loaded_plan([a_task(task="Tiêm vắc xin sởi", stt="9")], stem="yte", heading=other),
        ]
    )


@pytest.mark.parametrize("office", ["Sở GD-ĐT Gia Lai", "sở gd-đt gia lai", "So GD-DT Gia Lai", "Sở GD–ĐT Gia Lai"])
def test_an_office_is_known_by_its_short_form_with_a_hyphen(snapshot: Snapshot, office: str) -> None:
    assert stts(ask(snapshot, f"{office} có những việc gì")) == ["1", "2", "3", "4"]


@pytest.mark.parametrize(
    "text",
    [
        "Sáng mai giao ban tôi cần nắm toàn bộ đầu việc Phòng Tổ chức cán bộ phải lo.",
        "Tuần sau họp chi bộ anh muốn xem danh sách việc của Phòng Tổ chức cán bộ",
        "chiều nay em cần biết các việc Phòng Tổ chức cán bộ chủ trì",
    ],
)
def test_the_time_at_which_somebody_needs_a_list_does_not_narrow_it(snapshot: Snapshot, text: str) -> None:
    assert stts(ask(snapshot, text)) == ["2", "4"]


def test_the_unit_that_was_told_before_a_need_is_the_speakers(snapshot: Snapshot) -> None:
    text = "Vừa được bổ nhiệm trưởng Phòng Tổ chức cán bộ, tôi cần nắm phòng mình chủ trì những đầu việc nào năm nay."
    assert stts(ask(snapshot, text)) == ["2", "4"]


@pytest.mark.parametrize("own", ["đơn vị em", "bên mình"])
def test_who_works_for_the_office_of_a_plan_has_all_of_its_rows(snapshot: Snapshot, own: str) -> None:
    turns = ("em ở Sở Giáo dục và Đào tạo Gia Lai", f"quý 3 {own} có việc gì đến hạn")
    assert stts(ask(snapshot, *turns)) == ["2"]


@pytest.mark.parametrize(
    "text",
    [
        "Tôi trồng cà chua ở Đơn Dương đã lâu, vụ rồi lá xoăn cả. Nơi nào được phân công dựng mô hình trị bệnh này?",
        "Ông anh em mở vườn ở Biên Hòa, lá cà chua xoăn hết. Mô hình trị bệnh xoăn lá ai dựng?",
    ],
)
def test_a_place_of_which_a_speaker_tells_is_no_name_that_plans_lack(snapshot: Snapshot, text: str) -> None:
    assert stts(ask(snapshot, text))[:1] == ["1"]


def test_a_place_that_is_asked_about_still_is(snapshot: Snapshot) -> None:
    assert "không có" in plain(ask(snapshot, "Ai dựng mô hình trị bệnh xoăn lá cà chua ở Đơn Dương?"))


@pytest.mark.parametrize(
    "text", ["có những nhiệm vụ nào về thư viện", "cac nhiem vu ve thu vien", "liệt kê việc về thư viện"]
)
def test_a_kind_behind_ve_is_what_rows_are_about(snapshot: Snapshot, text: str) -> None:
    assert stts(ask(snapshot, text)) == ["2", "3"]


@pytest.mark.parametrize(
    "text",
    [
        "Kế hoạch này sở ban hành ngày bao nhiêu nhỉ?",
        "Kế hoạch này xã ký ngày nào",
        "ke hoach nay so ban hanh ngay may",
    ],
)
def test_who_issued_may_be_named_by_a_word_before_the_day(snapshot: Snapshot, text: str) -> None:
    said = plain(ask(snapshot, "Sở Giáo dục và Đào tạo Gia Lai có những việc gì", text))
    assert "12/01/2027" in said or "12/1/2027" in said


@pytest.mark.parametrize(
    "left", ["còn bao lâu (tính bằng ngày) kể từ bữa nay", "còn mấy ngày kể từ bữa nay, tính theo ngày"]
)
def test_in_what_days_are_counted_is_no_topic(snapshot: Snapshot, left: str) -> None:
    assert "còn 91 ngày" in plain(ask(snapshot, f"Bồi dưỡng giáo viên cốt cán {left}"))


@pytest.mark.parametrize(
    "text", ["phòng này còn chủ trì thêm việc gì nữa không", "ban đó chủ trì thêm gì nữa, nêu đầy đủ"]
)
def test_a_unit_that_is_pointed_at_is_none_that_plans_lack(snapshot: Snapshot, text: str) -> None:
    said = plain(ask(snapshot, text))
    assert "không giao nhiệm vụ nào" not in said
    assert "Chưa hiểu" in said


def test_a_child_of_the_office_tells_where_they_work(snapshot: Snapshot) -> None:
    own = "Dạ con làm ở Trạm Khuyến nông, trạm mình chủ trì cái gì vậy cô"
    assert stts(ask(snapshot, own)) == ["1"]
