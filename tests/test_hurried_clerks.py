"""How people in a hurry ask: leaving out, sums of money, claims, names of units as they are spoken, two plans."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from asking import ask, numbers, stts
from builders import a_deadline, a_loaded_plan, a_task

from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.model import Deadline, DeadlineKind, Heading, Passage, Signer, Task
from knowledge.reply import plain

MONTHLY = a_deadline(text="Hằng tháng", kind=DeadlineKind.PERIODIC)
STEADY = a_deadline(text="Thường xuyên", kind=DeadlineKind.ONGOING)


def a_row(stt: str, task: str, lead: str, deadline: Deadline, result: str, **changes: Any) -> Task:
    own = a_task(stt=stt, task=task, lead=(lead,) if lead else (), deadline=deadline, result=result)
    return replace(own, **{"coordinate": (), "section": ("I. Bảo tàng",), **changes})


MUSEUM = [
    a_row("1", "Sưu tầm trống đồng cổ", "Phòng Kiểm kê - Bảo quản", a_deadline(date(2027, 5, 15)), "12 hiện vật",
          budget="300 triệu đồng", coordinate=("Đoàn Thanh niên",)),
    a_row("2", "Trưng bày chuyên đề gốm cổ", "Phòng Trưng bày - Tuyên truyền", a_deadline(date(2027, 5, 31)),
          "01 cuộc trưng bày", budget="1,2 tỷ đồng", coordinate=("Phòng Kiểm kê - Bảo quản",)),
    a_row("3", "Bảo trì máy chủ", "Tổ Công nghệ thông tin", STEADY, "Nhật ký"),
    a_row("4", "Kiểm tra kho hiện vật", "Phòng Kiểm kê - Bảo quản", MONTHLY, "Biên bản"),
    a_row("5", "Lát gạch sân sau", "", a_deadline(date(2027, 9, 30)), "480 m2 gạch", budget="90 triệu đồng",
          section=("II. Cơ sở vật chất",)),
]  # fmt: skip
COMMUNE = [
    a_row("1", "Đắp kè suối Nà Lơi", "Phòng Kinh tế", a_deadline(date(2027, 4, 30)), "1,5 km kè",
          budget="700 triệu đồng", coordinate=("Đoàn Thanh niên xã",), section=("I. Công trình",)),
    a_row("2", "Trồng rừng phòng hộ", "Phòng Kinh tế", a_deadline(date(2027, 5, 20)), "30 ha rừng",
          coordinate=("Công an xã",), section=("I. Công trình",)),
]  # fmt: skip
MUSEUM_HEAD = Heading(
    number="21/KH-BTNL", symbol="KH-BTNL", issuer="Bảo tàng Ninh Lộc", place="Ninh Lộc", issued="2027-01-09",
    title="Kế hoạch Công tác năm 2027", years=(2027,), signer=Signer("Hồ Thị Mận", "Phó Giám đốc"),
    recipients=("Sở Văn hóa (để báo cáo)", "Các phòng"),
)  # fmt: skip
COMMUNE_HEAD = Heading(
    number="04/KH-UBND", symbol="KH-UBND", issuer="UBND xã Mường Khoa", place="Mường Khoa", issued="2027-02-02",
    title="Kế hoạch Phòng chống thiên tai năm 2027", years=(2027,), signer=Signer("Lò Văn Pố", "Chủ tịch"),
)  # fmt: skip
COSTS = (Passage("Tổng kinh phí thực hiện Kế hoạch là 2.150 triệu đồng.", ("III. KINH PHÍ",)),)


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    museum = a_loaded_plan(MUSEUM, stem="bao-tang", heading=MUSEUM_HEAD, passages=COSTS)
    return make_snapshot([museum, a_loaded_plan(COMMUNE, stem="xa", heading=COMMUNE_HEAD)])


LISTS = [
    ("phong kiem ke bao quan bao tang ninh loc chu tri viec gi, bo may viec hang thang ra", "1"),
    ("bảo tàng Ninh Lộc có những việc nào, không tính việc chưa có đơn vị chủ trì", "1234"),
    ("việc chủ trì của phòng kiểm kê bảo tàng Ninh Lộc, trừ các việc hạn quý 2", "4"),
    ("việc nào của bảo tàng Ninh Lộc không ghi ai phối hợp", "345"),
    ("việc nào của bảo tàng Ninh Lộc từ 300 triệu trở lên", "12"),
    ("viec nao cua bao tang ninh loc duoi 100 trieu", "5"),
    ("thang 5 muong khoa co viec gi toi han", "2"),
    ("tháng 5 cả hai nơi Bảo tàng Ninh Lộc với Mường Khoa có việc gì tới hạn", "122"),
    ("mấy cô trưng bày của bảo tàng Ninh Lộc đứng mũi chuyện gì", "2"),
    ("phong kihn te muong khoa chu tri viec gi", "12"),
    ("doan tn muong khoa phoi hop nhung viec nao", "1"),
    ("Việc Phòng Kinh tế Mường Khoa chủ trì.", "12"),
    ("bảo tàng Ninh Lộc có những đợt kiểm tra nào", "4"),
    ("việc nào giao cho đoàn thanh niên xã Mường Khoa cùng phối hợp", "1"),
]


@pytest.mark.parametrize(("text", "wanted"), LISTS, ids=[text for text, _ in LISTS])
def test_a_list_is_what_was_said(snapshot: Snapshot, text: str, wanted: str) -> None:
    said = ask(snapshot, text)
    assert numbers(said) == wanted
    assert not said.abstained


SAYINGS = [
    ("việc nào tốn tiền nhất trong kế hoạch bảo tàng Ninh Lộc", "1.200 triệu đồng"),
    ("các việc của phòng kiểm kê bảo tàng Ninh Lộc cộng lại hết bao nhiêu tiền", "1.500 triệu đồng"),
    ("bảo tàng Ninh Lộc với xã Mường Khoa bên nào nhiều tiền hơn", "nhiều hơn: 2.150 triệu đồng"),
    ("bảo tàng Ninh Lộc với xã Mường Khoa bên nào nhiều tiền hơn", "700 triệu đồng (cộng từ 1 nhiệm vụ"),
    ("sưu tầm trống đồng với lát gạch sân, việc nào nhiều tiền hơn", "“Sưu tầm trống đồng cổ” nhiều hơn"),
    ("đắp kè suối Nà Lơi dài bao nhiêu", "1,5 km kè"),
    ("suu tam trong dong ninh loc may cai", "12 hiện vật"),
    ("lát gạch sân sau bảo tàng Ninh Lộc hạn 30/8 phải không", "Không đúng. Thời hạn: Trước ngày 30/09/2027"),
    ("lát gạch sân sau bảo tàng Ninh Lộc hạn quý 3 phải không", "Đúng. Thời hạn: Trước ngày 30/09/2027"),
    ("trồng rừng Mường Khoa là công an xã làm chính đúng không", "Không đúng. Chủ trì: Phòng Kinh tế"),
    ("tháng nào của bảo tàng Ninh Lộc dồn việc nhất", "tháng 5/2027 có nhiều nhiệm vụ nhất: 2 nhiệm vụ"),
    ("quý nào của bảo tàng Ninh Lộc nhiều việc nhất", "quý II/2027 có nhiều nhiệm vụ nhất"),
    ("mỗi quý bảo tàng Ninh Lộc có bao nhiêu việc tới hạn", "quý II/2027: 2 nhiệm vụ"),
    ("mỗi quý xã có mấy việc đến hạn", "quý II/2027: "),
    ("thống kê số việc của bảo tàng Ninh Lộc theo quý", "quý II/2027: 2 nhiệm vụ"),
    ("đếm việc của bảo tàng Ninh Lộc từng quý giùm em", "quý II/2027: 2 nhiệm vụ"),
    (
        "phòng kinh tế Mường Khoa với phòng trưng bày Ninh Lộc ai nhiều việc chủ trì hơn",
        "Phòng Kinh tế chủ trì nhiều hơn",
    ),
    ("quý 2 với quý 3 ở bảo tàng Ninh Lộc, quý nào nhiều việc hơn", "quý II/2027 có nhiều hơn 1 nhiệm vụ"),
    ("ai ký thay giám đốc trong kế hoạch bảo tàng Ninh Lộc", "Hồ Thị Mận"),
    ("kế hoạch bảo tàng Ninh Lộc gửi cơ quan nào để báo cáo", "Sở Văn hóa"),
    ("phụ lục kế hoạch bảo tàng Ninh Lộc chia làm mấy phần", "gồm 2 phần: I. Bảo tàng; II. Cơ sở vật chất"),
]


@pytest.mark.parametrize(("text", "says"), SAYINGS, ids=[text for text, _ in SAYINGS])
def test_the_first_line_answers(snapshot: Snapshot, text: str, says: str) -> None:
    said = ask(snapshot, text)
    assert says in plain(said)
    assert not said.abstained


def test_a_unit_of_another_plan_is_refused(snapshot: Snapshot) -> None:
    assert ask(snapshot, "phòng kinh tế bảo tàng Ninh Lộc chủ trì việc gì").abstained


def test_a_figure_of_ten_words_is_a_year(snapshot: Snapshot) -> None:
    assert numbers(ask(snapshot, "tháng năm năm hai không hai bảy xã Mường Khoa có việc gì tới hạn")) == "2"


def test_what_only_looks_like_a_place_ends_no_question(snapshot: Snapshot) -> None:
    said = plain(ask(snapshot, "Trồng rừng phòng hộ ở khu số hai, phòng nào lo?"))
    assert "Phòng Kinh tế" in said
    assert "Hải Phòng" not in said


def test_a_word_said_again_is_about_the_row_before(snapshot: Snapshot) -> None:
    said = ask(snapshot, "đắp kè suối Nà Lơi do ai chủ trì", "vậy đắp vào tháng nào")
    assert plain(said).startswith("Thời hạn: Trước ngày 30/04/2027")


def test_where_the_clause_that_asks_names_nothing_the_whole_text_is_the_question() -> None:
    rows = [a_row("1", "Tăng cường kỷ luật, kỷ cương hành chính", "Thanh tra", STEADY, "Báo cáo"),
            a_row("2", "Mua sắm bàn ghế trong Bảo tàng Ninh Lộc", "Phòng Kế toán", STEADY, "Bàn ghế")]  # fmt: skip
    loaded = make_snapshot([a_loaded_plan(rows, heading=MUSEUM_HEAD)])
    said = ask(loaded, "Siết giờ giấc, tác phong, thái độ của anh em trong Bảo tàng Ninh Lộc: giao ai?")
    assert stts(said)[:1] == ["1"]


def test_several_places_are_a_plural_where_a_unit_is_asked_for() -> None:
    rows = [a_row("1", "Di dời 12 điểm bán cá ở chợ Cũ", "Tổ Bảo vệ", STEADY, "Biên bản"),
            a_row("2", "Mua sắm bàn ghế", "Phòng Kế toán", STEADY, "Bàn ghế")]  # fmt: skip
    loaded = make_snapshot([a_loaded_plan(rows, heading=MUSEUM_HEAD)])
    assert plain(ask(loaded, "di dời mấy điểm bán cá ở chợ Cũ ai chủ trì")).startswith("Chủ trì: Tổ Bảo vệ")
