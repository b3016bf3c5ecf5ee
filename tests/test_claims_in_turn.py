"""A turn that claims or asks a time behind an answer of a row: it is of that row, in the year of its plan."""

from datetime import date

import pytest
from asking import ask, stts
from builders import a_deadline, a_loaded_plan, a_task

from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.model import Heading
from knowledge.reply import plain

LAST_YEAR = Heading(number="7/KH-SXD", issuer="Sở Xây dựng tỉnh Hòa Ninh", title="Kế hoạch năm 2025", years=(2025,))
TODAY = date(2027, 3, 1)
FIRST = "Sở Xây dựng Hòa Ninh 2025 ai chủ trì mở tuyến số 27?"


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    autumn, spring = a_deadline(date(2025, 9, 30)), a_deadline(date(2025, 5, 30))
    rows = [
        a_task(task="Mở mới tuyến số 27", result="Văn bản mở tuyến 08", stt="1", lead=("Phòng Xe",), deadline=autumn),
        a_task(task="Lắp đặt trụ sạc tại bến", result="12 trụ sạc", stt="2", lead=("Phòng Bến",), deadline=spring),
    ]  # fmt: skip
    now = [a_task(task="Sơn nhà chờ", stt="9", lead=("Phòng Bến",), deadline=a_deadline(date(2027, 5, 30)))]
    return make_snapshot([a_loaded_plan(rows, stem="cu", heading=LAST_YEAR), a_loaded_plan(now, stem="moi")])


@pytest.mark.parametrize(
    ("turn", "said"),
    [
        ("Hạn là quý II phải không?", "Không đúng. Thời hạn: Trước ngày 30/09/2025"),
        ("Hạn cuối tháng 6 nhỉ, để anh báo giám đốc", "Không đúng. Thời hạn: Trước ngày 30/09/2025"),
        ("thời hạn quý 3 nhỉ", "Đúng. Thời hạn: Trước ngày 30/09/2025"),
        ("làm trong quý III phải không", "Đúng. Thời hạn: Trước ngày 30/09/2025"),
        ("quy 3 dung khong em", "Đúng. Thời hạn: Trước ngày 30/09/2025"),
    ],
)
def test_a_claim_behind_an_answer_is_of_its_row(snapshot: Snapshot, turn: str, said: str) -> None:
    assert plain(ask(snapshot, FIRST, turn, today=TODAY)).startswith(said)


def test_a_time_without_a_year_is_of_the_plan_that_is_talked_of(snapshot: Snapshot) -> None:
    assert stts(ask(snapshot, FIRST, "quý II có việc gì", today=TODAY)) == ["2"]


def test_a_thing_with_its_number_is_no_other_for_a_number_in_the_product(snapshot: Snapshot) -> None:
    said = ask(snapshot, "mo tuyen so 27 ai chu tri", today=TODAY)
    assert not said.abstained
    assert stts(said) == ["1"]


@pytest.mark.parametrize("text", ["lap tru sac xong thi phai ra cai gi", "san pham cua viec lap tru sac la cai gi"])
def test_half_of_a_word_leaves_nothing_out(snapshot: Snapshot, text: str) -> None:
    assert stts(ask(snapshot, text, today=TODAY)) == ["2"]


def test_rows_behind_the_name_of_a_plan_are_a_list(snapshot: Snapshot) -> None:
    assert stts(ask(snapshot, "Hòa Ninh 2025: việc Phòng Xe chủ trì hạn quý III", today=TODAY)) == ["1"]


@pytest.mark.parametrize("turn", ["tháng 5 có gì phải làm đúng không", "tháng 5 có việc gì đến hạn phải không em"])
def test_what_falls_due_in_a_time_is_a_list_behind_an_answer_too(snapshot: Snapshot, turn: str) -> None:
    assert stts(ask(snapshot, FIRST, turn, today=TODAY)) == ["2"]


@pytest.mark.parametrize(
    ("turn", "said"),
    [
        ("việc ấy Phòng Bến làm đầu mối có phải không", "Không đúng. Chủ trì: Phòng Xe"),
        ("thế ai làm", "Chủ trì: Phòng Xe"),
    ],
)
def test_a_row_that_does_not_tell_what_was_asked_is_the_one_that_is_talked_of(
    snapshot: Snapshot, turn: str, said: str
) -> None:
    first = "Sở Xây dựng Hòa Ninh 2025 mở tuyến số 27 hết bao nhiêu tiền"
    assert ask(snapshot, first, today=TODAY).abstained
    assert plain(ask(snapshot, first, turn, today=TODAY)).startswith(said)
