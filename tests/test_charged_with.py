"""What a unit is charged with where no row names it: those of all units of its kind, or its part in any role."""

import pytest
from asking import ask
from builders import a_loaded_plan, a_task

from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.model import Task, TaskKind
from knowledge.reply import plain

_DOES = ("IV. TỔ CHỨC THỰC HIỆN",)


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    def duty(stt: str, task: str, *lead: str) -> Task:
        return a_task(stt=stt, task=task, lead=lead, coordinate=(), section=_DOES, kind=TaskKind.PROSE)

    rows = [
        a_task(stt="1", task="Mổ đục thủy tinh thể", lead=("Khoa Mắt",), coordinate=("Khoa Dược",), section=("A. Mổ",)),
        a_task(stt="2", task="Kiểm kho thuốc", lead=("Khoa Dược",), coordinate=("Báo Sông Lam",), section=("B. Kho",)),
        a_task(stt="3", task="Bán rau sạch", lead=("HTX Rau Đồi Thông",), coordinate=(), section=("B. Kho",)),
        duty("1.", "Các khoa: cử cố vấn cho từng buồng bệnh", "Các khoa"),
        duty("2.", "Các phòng, ban: lập sổ trực", "Các phòng, ban"),
        duty("5.", "Các khoa hệ ngoại: họp giao ban mổ", "Các khoa hệ ngoại"),
        duty("3.", "Trạm Bảo trì: kiểm tra thang máy mỗi tuần", "Trạm Bảo trì"),
        duty("4.", "Hợp tác xã Rau Đồi Thông: giữ giá rau trong tháng", "Hợp tác xã Rau Đồi Thông"),
    ]
    return make_snapshot([a_loaded_plan(rows)])


@pytest.mark.parametrize(
    "text",
    [
        "phần tổ chức thực hiện giao khoa mắt cái gì",
        "khoa dược phải làm gì ở phần tổ chức thực hiện",
        "dạ bọn em bên khoa mắt mới về, phần tổ chức thực hiện bắt các khoa làm những khoản gì ạ",
    ],
)
def test_what_all_of_a_kind_are_charged_with_is_no_denial(snapshot: Snapshot, text: str) -> None:
    said = ask(snapshot, text)
    assert not said.abstained
    assert "cử cố vấn" in plain(said)
    assert "lập sổ trực" not in plain(said)
    assert "giao ban" not in plain(said)


@pytest.mark.parametrize(
    "text",
    [
        "Trạm Bảo trì, riêng phần tổ chức thực hiện thì giao gì?",
        "trạm bảo trì thì ở phần tổ chức thực hiện giao những gì",
        "tram bao tri, phan to chuc thuc hien thi giao gi",
    ],
)
def test_what_a_part_gives_a_unit_is_no_product_of_one_row(snapshot: Snapshot, text: str) -> None:
    said = plain(ask(snapshot, text))
    assert said.startswith("Có 1 nhiệm vụ Trạm Bảo trì chủ trì")
    assert "kiểm tra thang máy" in said


def test_the_list_says_that_the_unit_is_not_named_itself(snapshot: Snapshot) -> None:
    said = plain(ask(snapshot, "phần tổ chức thực hiện giao khoa mắt cái gì"))
    assert said.startswith("Không có nhiệm vụ nào Khoa Mắt")


def test_a_unit_of_another_kind_is_still_denied(snapshot: Snapshot) -> None:
    assert ask(snapshot, "báo Sông Lam được giao gì ở phần tổ chức thực hiện").abstained


@pytest.mark.parametrize("text", ["văn phòng ubnd tỉnh làm gì phần tổ chức thực hiện", "phòng quản lý nhà lo gì"])
def test_neither_all_offices_nor_another_unit_are_told_for_one(text: str) -> None:
    office, other = "Văn phòng UBND tỉnh", "Phòng Quản lý Xây dựng"
    rows = [
        a_task(stt="1", task="In sổ", lead=(office,), coordinate=(f"Đơn vị nghiệp vụ {office}",), section=("A. In",)),
        a_task(stt="2", task="Cấp phép", lead=(other,), coordinate=("Phòng Quản lý Kiến trúc",), section=("A. In",)),
        a_task(stt="1.", task="Các cơ quan, đơn vị: báo cáo", lead=("Các cơ quan, đơn vị",), coordinate=(),
               section=_DOES, kind=TaskKind.PROSE),
    ]  # fmt: skip
    said = ask(make_snapshot([a_loaded_plan(rows)]), text)
    assert said.abstained or said.tentative, plain(said)


@pytest.mark.parametrize(
    "verb", ["phải lo", "lo liệu", "nhận làm", "lãnh", "gánh", "ôm", "được giao", "phai lo", "duoc giao"]
)
def test_what_a_unit_has_to_see_to_is_its_part_in_any_role(snapshot: Snapshot, verb: str) -> None:
    assert "Kiểm kho thuốc" in plain(ask(snapshot, f"báo Sông Lam {verb} những việc gì"))


@pytest.mark.parametrize("verb", ["chủ trì", "ctri", "cầm trịch", "đứng ra lo", "lo chính", "làm chủ", "đảm nhận"])
def test_a_chair_that_is_said_by_its_name_is_denied(snapshot: Snapshot, verb: str) -> None:
    assert ask(snapshot, f"báo Sông Lam {verb} những việc gì").abstained


@pytest.mark.parametrize("verb", ["phối hợp", "hỗ trợ", "phụ", "giúp"])
def test_who_helps_in_nothing_is_not_told_what_it_chairs(snapshot: Snapshot, verb: str) -> None:
    assert ask(snapshot, f"khoa mắt {verb} những việc gì").abstained


@pytest.mark.parametrize("name", ["HTX Rau Đồi Thông", "hợp tác xã rau đồi thông", "htx rau doi thong"])
def test_a_unit_that_table_and_text_write_otherwise_is_one(snapshot: Snapshot, name: str) -> None:
    assert "giữ giá rau" in plain(ask(snapshot, f"{name} có trách nhiệm gì"))
    assert "Bán rau sạch" in plain(ask(snapshot, f"{name} chủ trì việc gì"))


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("phần chữ của kế hoạch giao trạm bảo trì cái gì", "kiểm tra thang máy"),
        ("trạm bảo trì được giao gì ở phần lời văn", "kiểm tra thang máy"),
        ("theo phần phân công bằng lời thì bên nào kiểm tra thang máy", "Chủ trì: Trạm Bảo trì"),
        ("phan loi van giao htx rau doi thong viec gi", "giữ giá rau"),
        ("hợp tác xã rau đồi thông được giao bằng lời những gì", "giữ giá rau"),
        ("htx rau đồi thông được phân công bằng văn xuôi việc gì", "giữ giá rau"),
    ],
)
def test_running_text_is_set_apart_in_other_words(snapshot: Snapshot, text: str, there: str) -> None:
    said = plain(ask(snapshot, text))
    assert there in said
    assert "Bán rau" not in said


@pytest.mark.parametrize("text", ["khoa mắt làm gì phần một cửa", "khoa mat lam gi phan mot cua"])
def test_a_word_that_begins_with_a_number_marks_no_part(text: str) -> None:
    rows = [
        a_task(stt="1", task="Mổ mắt", lead=("Khoa Mắt",), section=("I. Mổ",)),
        a_task(stt="2", task="Nhận hồ sơ tại bộ phận một cửa", lead=("Khoa Mắt",), section=("II. Một cửa",)),
    ]
    said = plain(ask(make_snapshot([a_loaded_plan(rows)]), text))
    assert "Nhận hồ sơ" in said
    assert "Mổ mắt" not in said
