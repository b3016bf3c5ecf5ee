"""Units that are called by their head alone: named before, or the only one of the plan that begins so."""

from functools import cache

import pytest
from asking import ask, numbers, stts
from builders import a_loaded_plan, a_task

from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.questions.lookup import lookup
from knowledge.questions.named_again import with_unit_named_again
from knowledge.reply import plain

ROWS = (
    ("1", "Viết bài về nuôi tôm", ("Báo Bãi Ngang",), ("Hội Nghề cá tỉnh",)),
    ("2", "Phát sóng bản tin con nước", ("Đài PTTH Bãi Ngang",), ("Báo Bãi Ngang",)),
    ("3", "Đo độ mặn", ("Trạm Thủy văn",), ("Đài Phát thanh - Truyền hình", "Nghiệp đoàn muối")),
    ("4", "Mua bảo hiểm tàu cá", ("Bảo hiểm xã hội",), ("Hội Nghề cá tỉnh",)),
)


@cache
def snapshot() -> Snapshot:
    rows = [a_task(stt=stt, task=task, lead=lead, coordinate=helps) for stt, task, lead, helps in ROWS]
    return make_snapshot([a_loaded_plan(rows)])


@pytest.mark.parametrize(
    ("text", "again"),
    [
        pytest.param("bên Hội Nghề cá tỉnh gọi hỏi em là hội phải phối hợp mấy việc",
                     "Hội Nghề cá tỉnh phải", id="behind a story"),
        pytest.param("Chị ở Hội Làm vườn tỉnh. Xin cho biết Hội được giao việc gì",
                     "biết Hội Làm vườn tỉnh được", id="one that no plan has"),
        pytest.param("em o tram thuy van, tram co viec gi", "tram thuy van co", id="without accents"),
        pytest.param("em ở Trạm Thủy văn tỉnh Cà Mau, trạm phải làm gì", "Trạm Thủy văn tỉnh Cà Mau phải",
                     id="of another province"),
        pytest.param("em o tram thuy van ca mau, tram phai lam gi", "tram thuy van ca mau phai",
                     id="of another province without accents"),
        pytest.param("em ở Trạm Thủy văn Bờ Bắc. Trạm được giao gì", "Trạm Thủy văn Bờ Bắc được",
                     id="of another place"),
        pytest.param("em o tram thuy van xa ho cat, tram co viec gi", "tram thuy van xa ho cat co",
                     id="of a commune without accents"),
        pytest.param("em ở Trạm Thủy văn mới vào làm, trạm có việc gì", "Trạm Thủy văn có",
                     id="what is told behind it"),
        pytest.param("Hội Nghề cá tỉnh có việc gì, hội nào phối hợp", None, id="one that is asked for"),
        pytest.param("Hội Nghề cá tỉnh làm chính việc gì, việc hội phối hợp nữa", None, id="one that acts by its name"),
        pytest.param("Hội Nghề cá tỉnh với các hội có việc gì chung", None, id="several"),
        pytest.param("bên Báo Bãi Ngang nhắn báo cáo phải nộp khi nào", None, id="half of another word"),
    ],
)  # fmt: skip
def test_the_head_of_a_unit_that_acts_is_written_out(text: str, again: str | None) -> None:
    said = with_unit_named_again(text, lookup(snapshot()).units)
    assert said == text if again is None else again in said


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param("Dạ bên Hội Nghề cá tỉnh gọi hỏi em là hội phải phối hợp mấy việc trong kế hoạch, em đếm mãi",
                     "14", id="a story before"),
        pytest.param("bên đài với báo chủ trì những việc gì", "12", id="the only ones that begin so"),
        pytest.param("báo phải phối hợp việc gì", "2", id="with a role alone"),
        pytest.param("đài phối hợp việc gì", "3", id="printed in two ways"),
        pytest.param("phía trạm chủ trì việc gì", "3", id="another side"),
    ],
)  # fmt: skip
def test_a_head_that_one_unit_has_names_it(text: str, rows: str) -> None:
    assert numbers(ask(snapshot(), text)) == rows


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("Tôi ở Hội Làm vườn tỉnh. Xin cho biết Hội được phân công phối hợp những việc nào",
                     "“hội làm vườn tỉnh”", id="told before"),
        pytest.param("Trường Tiểu học Bờ Bắc hỏi trường phải làm gì", "“trường tiểu học bờ bắc”", id="who asks"),
        pytest.param("em ở Trạm Thủy văn tỉnh Cà Mau, trạm phải làm gì", "(Cà Mau)", id="of another province"),
    ],
)  # fmt: skip
def test_a_unit_that_no_plan_has_is_refused_by_its_whole_name(text: str, name: str) -> None:
    said = ask(snapshot(), text)
    assert said.abstained
    assert name in plain(said)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param("Tôi đang thống kê việc của từng đơn vị. Trạm Thủy văn chủ trì bao nhiêu việc trong bảng?", ["3"],
                     id="what somebody is doing"),
        pytest.param("thống kê việc của Trạm Thủy văn", ["3"], id="an order"),
    ],
)  # fmt: skip
def test_what_the_speaker_is_doing_orders_nothing(text: str, rows: list[str]) -> None:
    assert stts(ask(snapshot(), text)) == rows
