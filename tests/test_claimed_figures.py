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


@pytest.fixture(scope="module")
def counted() -> Snapshot:
    rows = (
        ("Lắp đặt 35 trạm đo mưa tự động", "Trạm đo hoạt động"),
        ("Cấp 8.000 con gà đen giống cho hộ nghèo", "Biên bản giao nhận con giống"),
        ("Mở lớp hướng dẫn ủ phân", "10 lớp, 300 học viên"),
        ("Chuẩn bị 40 cơ số thuốc khử khuẩn nguồn nước", "Thuốc được cấp phát"),
        ("Bồi dưỡng kỹ năng số cho 600 viên chức", "Chứng nhận"),
    )
    made = [a_task(task=task, stt=str(n), result=result) for n, (task, result) in enumerate(rows, 1)]
    aim = Target("Giảm 20% thiệt hại về hạ tầng thủy lợi", ("20%",), ("II. CHỈ TIÊU",), _at(30))
    return make_snapshot([a_loaded_plan(made, targets=(aim,))])


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Lắp hơn 30 trạm đo mưa phải không", id="more than"),
        pytest.param("Lắp không dưới 30 trạm đo mưa phải không", id="not below"),
        pytest.param("Lắp từ 30 trạm đo mưa trở lên phải không", id="from on"),
        pytest.param("Lắp tối đa 40 trạm đo mưa phải không", id="at most"),
        pytest.param("lap chua den 50 tram do mua phai khong", id="not yet, without accents"),
        pytest.param("Lắp gần 40 trạm đo mưa phải không", id="near"),
        pytest.param("Lắp cỡ 40 trạm đo mưa phải không", id="about so"),
        pytest.param("Có hơn 10 lớp ủ phân đúng không", id="more than the very number"),
        pytest.param("lớp ủ phân dưới 500 học viên đúng không", id="below"),
        pytest.param("giam tren 15% thiet hai ha tang thuy loi dung ko", id="a share"),
        pytest.param("thiệt hại hạ tầng thủy lợi không giảm 20% đúng không", id="denied"),
        pytest.param("không phải lắp 35 trạm đo mưa à", id="denied first"),
        pytest.param("có gần 35 trạm đo mưa phải không", id="not quite"),
        pytest.param("thiệt hại hạ tầng thủy lợi tăng 20% đúng không", id="the other way"),
        pytest.param("mỗi xã được 5 trạm đo mưa phải không", id="of each"),
        pytest.param("lắp 35 trạm đo mưa chỉ cần một người thôi phải không", id="another claim behind it"),
    ],
)
def test_what_is_bounded_or_denied_is_not_judged_as_the_plain_figure(counted: Snapshot, text: str) -> None:
    said = plain(ask(counted, text))
    assert not said.startswith(("Đúng", "Không đúng"))
    assert any(printed in said for printed in ("35 trạm", "10 lớp", "20%"))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Lắp hơn 40 trạm đo mưa phải không", id="more"),
        pytest.param("lắp không quá 30 trạm đo mưa đúng không", id="at most"),
        pytest.param("lap it nhat 50 tram do mua dung ko", id="at least, without accents"),
    ],
)
def test_a_bound_on_whose_other_side_the_figure_lies_is_not_so(counted: Snapshot, text: str) -> None:
    assert plain(ask(counted, text)).startswith("Không đúng. Mục tiêu, chỉ tiêu: Lắp đặt 35 trạm")


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        pytest.param("Cấp 8 nghìn con gà đen đúng không", "Đúng", id="thousands"),
        pytest.param("Cấp tám nghìn con gà đen đúng không", "Đúng", id="in words"),
        pytest.param("Cấp 9 ngàn con gà đen đúng không", "Không đúng", id="others"),
    ],
)
def test_thousands_are_read_as_they_are_said(counted: Snapshot, text: str, verdict: str) -> None:
    assert plain(ask(counted, text)).startswith(f"{verdict}. Mục tiêu, chỉ tiêu: Cấp 8.000 con gà đen")


@pytest.mark.parametrize(
    ("text", "row"),
    [
        pytest.param("Chuẩn bị thuốc khử khuẩn cho 40 xã phải không", "Chuẩn bị 40 cơ số thuốc", id="communes"),
        pytest.param("Bồi dưỡng kỹ năng số 600 người phải không", "Bồi dưỡng kỹ năng số cho 600", id="people"),
        pytest.param("Lắp đặt trạm đo mưa 3 ngày phải không", "Lắp đặt 35 trạm đo mưa", id="days"),
    ],
)
def test_a_figure_of_another_thing_shows_the_row_and_denies_nothing(counted: Snapshot, text: str, row: str) -> None:
    said = ask(counted, text)
    assert len(said.entries) == 1
    assert row in plain(said)
    assert "đúng" not in plain(said).lower()


@pytest.mark.parametrize("text", ["lắp 35 trạm đo mưa tại đồng bằng phải không", "lap 20 tram do mua tai dong bang a"])
def test_of_another_thing_than_the_row_has_nothing_is_said_to_be_so(counted: Snapshot, text: str) -> None:
    assert "úng." not in plain(ask(counted, text))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        pytest.param("cấp 8 nghìn con gà đen hạn 15/5 đúng không", "Không đúng. Thời hạn", id="a day"),
        pytest.param(
            "cấp 8 nghìn con gà đen là do Phòng Cải cách hành chính làm phải không", "Không đúng. Chủ", id="who"
        ),
        pytest.param("cap 8 nghin con ga den san pham la quyet dinh dung khong", "Không đúng. Sản phẩm", id="what"),
        pytest.param("lắp đặt 40 trạm đo mưa tự động là do Văn phòng Sở làm à", "Chủ trì: Văn phòng", id="others"),
        pytest.param("cấp 5.000 con gà đen sản phẩm là biên bản đúng không", "Sản phẩm: Biên bản", id="other hens"),
        pytest.param("lắp 35 trạm đo mưa là do Văn phòng Sở làm đúng không", "Đúng. Chủ trì", id="the very ones"),
    ],
)
def test_a_figure_that_tells_the_row_is_not_what_is_claimed_of_it(counted: Snapshot, text: str, says: str) -> None:
    assert plain(ask(counted, text)).startswith(says)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("bê tông đạt cường độ trên 95% phải không", "Tỷ lệ bê tông"),
        ("chị ơi bê tông đạt cường độ trên 95% phải không", "Tỷ lệ bê tông"),
        ("chỉ tiêu bê tông đạt trên 95% phải không đồng chí", "Tỷ lệ bê tông"),
        ("chi tieu be tong dat cuong do tren 95% phai khong", "Tỷ lệ bê tông"),
        ("be tong dat cuong do chi can tren 95% phai khong", "Không đúng. Tỷ lệ bê tông"),
        ("lai tau hai long hon 90% dung khong", "Tỷ lệ lái tàu"),
        ("chờ cầu bến dưới 120 phút phải không", "3. Thời gian chờ"),
        ("bê tông chỉ cần đạt trên 95% phải không", "Không đúng. Tỷ lệ bê tông"),
        ("bê tông đạt cường độ trên 99% phải không", "Không đúng. Tỷ lệ bê tông"),
    ],
)
def test_what_lies_beyond_a_wider_bound_is_not_denied(snapshot: Snapshot, text: str, says: str) -> None:
    assert plain(ask(snapshot, text)).startswith(says)
