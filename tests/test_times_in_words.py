"""How often and how long, told by a row's own words where its deadline does not tell it."""

from datetime import date

import pytest
from asking import ask
from builders import a_deadline, a_loaded_plan, a_task

from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.model import DeadlineKind, TaskKind
from knowledge.reply import line_text, plain

_NONE = a_deadline(text="", kind=DeadlineKind.NONE)
_FRIDAY = a_deadline(text="vào thứ Sáu hằng tuần", kind=DeadlineKind.PERIODIC)
_PATROL = "Đội Duy tu: tuần tra kè chắn sóng ít nhất 02 lần mỗi tuần; gửi sổ trực về Văn phòng vào thứ Sáu hằng tuần"
_RESCUE = "trả lời chủ thuyền gọi cấp cứu trong vòng 30 phút"
_RETURNED = "hoàn tiền bốc dỡ cho chủ hàng trong vòng 10 ngày kể từ ngày nhận đủ chứng từ"
_LONG = f"Ban Bến cảng: bố trí kho lạnh cho tàu cá; rà soát hợp đồng thuê kho, thuê bãi, {_RETURNED}"
ROWS = [
    a_task(task="Tổ trưởng bến đò: họp chủ thuyền ít nhất một lần mỗi quý; báo tin khi thấy sạt lở bờ",
           kind=TaskKind.PROSE, lead=("Tổ trưởng bến đò",), deadline=_NONE),
    a_task(task=_PATROL, kind=TaskKind.PROSE, lead=("Đội Duy tu",), deadline=_FRIDAY),
    a_task(task=f"Tổ Cứu hộ: {_RESCUE}; giữ phao cứu sinh tại bến",
           kind=TaskKind.PROSE, lead=("Tổ Cứu hộ",), deadline=_NONE),
    a_task(task=_LONG, kind=TaskKind.PROSE, lead=("Ban Bến cảng",), deadline=_NONE),
    a_task(task="Tổ Bốc xếp: thu gom lưới rách; giữ sạch cầu tàu", kind=TaskKind.PROSE, lead=("Tổ Bốc xếp",),
           deadline=_NONE),
    a_task(task="Tổ Vận hành: bảo dưỡng trạm bơm mỗi năm; kiểm tra trạm bơm mỗi tuần",
           kind=TaskKind.PROSE, lead=("Tổ Vận hành",), deadline=_NONE),
    a_task(task="Tổ Điện: thử máy phát; chạy máy phát 15 phút mỗi tháng", kind=TaskKind.PROSE, lead=("Tổ Điện",),
           deadline=_NONE),
    a_task(stt="7", task="Khảo sát luồng lạch cửa biển", deadline=_NONE),
    a_task(stt="8", task="Thay đèn hải đăng", deadline=a_deadline(date(2027, 3, 1), text="Trước ngày 01/3/2027")),
]  # fmt: skip


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    return make_snapshot([a_loaded_plan(ROWS)])


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("tổ trưởng bến đò bao lâu họp chủ thuyền một lần", "họp chủ thuyền ít nhất một lần mỗi quý"),
        ("to truong ben do may thang hop chu thuyen 1 lan", "họp chủ thuyền ít nhất một lần mỗi quý"),
        ("tổ trưởng bến đò bao nhiêu lâu họp chủ thuyền một lần", "họp chủ thuyền ít nhất một lần mỗi quý"),
        ("tổ trưởng bến đò khi nào phải họp chủ thuyền", "họp chủ thuyền ít nhất một lần mỗi quý"),
        ("bao lâu đội duy tu tuần tra kè chắn sóng một lần", "tuần tra kè chắn sóng ít nhất 02 lần mỗi tuần"),
        ("ban bến cảng hoàn tiền bốc dỡ cho chủ hàng khi nào", f"“{_RETURNED}”"),  # of a long one as it is quoted
        ("chủ thuyền gọi cấp cứu thì tổ cứu hộ trả lời trong bao lâu", _RESCUE),
        ("tổ vận hành bao lâu trạm bơm một lần", "bảo dưỡng trạm bơm mỗi năm"),  # the first of two alike
        ("tổ điện bao lâu máy phát một lần", "chạy máy phát 15 phút mỗi tháng"),  # and rather one that tells
    ],
)
def test_a_duty_tells_by_its_words_how_often_or_how_long(snapshot: Snapshot, text: str, head: str) -> None:
    assert f"Thời hạn: {head}" in plain(ask(snapshot, text))


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("đội duy tu gửi sổ trực về văn phòng bao lâu một lần", "Thời hạn: vào thứ Sáu hằng tuần"),
        ("đội duy tu khi nào gửi sổ trực về văn phòng", "Thời hạn: vào thứ Sáu hằng tuần"),
        ("tổ cứu hộ giữ phao cứu sinh tại bến khi nào", "Kế hoạch không ghi thời hạn"),  # another clause has a time
        ("tổ bốc xếp khi nào thu gom lưới rách", "Kế hoạch không ghi thời hạn"),
        ("tổ bốc xếp bao lâu thu gom lưới rách một lần", "Kế hoạch không ghi thời hạn"),
        ("khảo sát luồng lạch cửa biển hạn khi nào", "Kế hoạch không ghi thời hạn"),
        ("bao lâu thay đèn hải đăng một lần", "Thời hạn: Trước ngày 01/3/2027"),
    ],
)
def test_what_the_deadline_tells_or_nothing_tells_stays(snapshot: Snapshot, text: str, head: str) -> None:
    assert line_text(ask(snapshot, text).head[0]).startswith(head)


@pytest.mark.parametrize(
    "text", ["đội duy tu một tuần tuần tra kè chắn sóng mấy lần", "một tuần đội duy tu tuần tra kè mấy lần"]
)
def test_the_time_in_which_turns_are_counted_is_no_thing_that_a_row_lacks(snapshot: Snapshot, text: str) -> None:
    said = plain(ask(snapshot, text))
    assert "02 lần mỗi tuần" in said
    assert "không nêu" not in said
