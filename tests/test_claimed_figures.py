"""A figure that a target is said to be: the target is found by what it is of, and judged by its figure."""

import pytest
from asking import ask
from builders import a_loaded_plan, a_task

from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.model import Passage, Place, Target
from knowledge.reply import plain

_AIMS = (
    ("Tỷ lệ bê tông đạt cường độ thiết kế từ 98% trở lên", "98%"),
    ("Tỷ lệ lái tàu hài lòng với dịch vụ hoa tiêu đạt tối thiểu 92%", "92%"),
    ("Tối thiểu 80% hồ sơ tàu biển được cấp phép trực tuyến ở cấp cục, 40% ở cấp chi cục", "80%"),
)
_TEXTS = (
    "3. Thời gian chờ cầu bến trung bình không quá 90 phút.",
    "4. Nạo vét 12,5 triệu mét khối bùn luồng tàu.",
    "5. Trồng mới 2.400 cây phi lao chắn sóng.",
)


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    section = ("II. CHỈ TIÊU",)
    targets = tuple(Target(text, (value,), section, _at(n)) for n, (text, value) in enumerate(_AIMS, 30))
    passages = tuple(Passage(text, section, _at(n)) for n, text in enumerate(_TEXTS, 40))
    rows = [
        a_task(task="Giám sát cường độ bê tông cầu cảng", stt="1", lead=("Phòng Công trình",), result="Phiếu giám sát"),
        a_task(task="Khảo sát lái tàu về dịch vụ hoa tiêu", stt="2", lead=("Phòng Pháp chế",), result="Báo cáo"),
    ]
    return make_snapshot([a_loaded_plan(rows, targets=targets, passages=passages)])


def _at(line: int) -> Place:
    return Place(lines=(line, line))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        pytest.param("bê tông chỉ cần đạt trên 95% phải không", "Không đúng. Tỷ lệ bê tông", id="only above"),
        pytest.param("be tong dat cuong do chi can 98% dung ko", "Đúng. Tỷ lệ bê tông", id="without accents"),
        pytest.param("lái tàu hài lòng 92 phần trăm là được hả", "Đúng. Tỷ lệ lái tàu hài lòng", id="in words"),
        pytest.param("sếp bảo lái tàu hài lòng tối thiểu 95% đúng chưa", "Không đúng. Tỷ lệ lái tàu", id="at least"),
        pytest.param("chờ cầu bến 60 phút thôi phải không", "Không đúng. 3. Thời gian chờ cầu bến", id="minutes"),
        pytest.param("nạo vét 12,5 triệu khối bùn đúng không", "Đúng. 4. Nạo vét", id="millions"),
        pytest.param("trồng có phải 2400 cây phi lao không", "Đúng. 5. Trồng mới 2.400 cây", id="how many of a thing"),
        pytest.param("trồng 3.000 cây phi lao à", "Không đúng. 5. Trồng mới 2.400 cây", id="another number of them"),
    ],
)
def test_it_is_said_whether_a_target_is_the_figure(snapshot: Snapshot, text: str, says: str) -> None:
    assert plain(ask(snapshot, text)).startswith(says)


def test_of_several_figures_none_is_judged_until_the_level_is_said(snapshot: Snapshot) -> None:
    said = plain(ask(snapshot, "hồ sơ tàu biển cấp phép trực tuyến 40% phải không"))
    assert said.startswith("Tối thiểu 80%")


def test_a_figure_alone_is_of_the_target_that_was_talked_of(snapshot: Snapshot) -> None:
    said = plain(ask(snapshot, "có chỉ tiêu thời gian chờ cầu bến không", "cho phép tới 120 phút phải không ạ"))
    assert said.startswith("Không đúng. 3. Thời gian chờ cầu bến trung bình không quá 90 phút")


def test_the_time_that_a_target_is_of_asks_for_no_deadline(snapshot: Snapshot) -> None:
    assert "90 phút" in plain(ask(snapshot, "chỉ tiêu thời gian chờ cầu bến"))


def test_a_number_that_is_part_of_a_name_is_no_figure(snapshot: Snapshot) -> None:
    rows = [a_task(task="Sửa nhà cấp 4 của trạm hoa tiêu", lead=("Phòng Công trình",), stt="1")]
    said = ask(make_snapshot([a_loaded_plan(rows)]), "sửa nhà cấp 4 trạm hoa tiêu do Phòng Công trình làm phải không")
    assert plain(said).startswith("Đúng. Chủ trì: Phòng Công trình")
