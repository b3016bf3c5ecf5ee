"""The words of a cell end where talk or another clause begins; what no plan has stays whole."""

from datetime import date

import pytest
from asking import ask, numbers
from builders import a_deadline, a_loaded_plan, a_task

from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.model import DeadlineKind

WAITS = a_deadline(text="Theo tiến độ cấp vốn", kind=DeadlineKind.CONDITIONAL)
GUIDED = a_deadline(text="Theo hướng dẫn Trung ương", kind=DeadlineKind.CONDITIONAL)
ONCE = a_deadline(text="Khi có hướng dẫn của Bộ, ngành", kind=DeadlineKind.CONDITIONAL)
ROWS = [
    a_task(stt="1", task="Nạo vét luồng", lead=("Phòng Luồng",), result="Biên bản nghiệm thu", deadline=WAITS),
    a_task(stt="2", task="Sửa phao tiêu", lead=("Đội Phao",), result="Biên bản bàn giao phao", deadline=GUIDED),
    a_task(stt="3", task="Đo độ sâu", lead=("Phòng Luồng",), result="Bình đồ", deadline=ONCE),
    a_task(stt="4", task="Họp giao ban", lead=("Đội Phao",), result="Quyết định",
           deadline=a_deadline(date(2027, 5, 3), text="03/5/2027")),
]  # fmt: skip


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    return make_snapshot([a_loaded_plan(ROWS)])


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("mấy dòng nào ghi hạn kiểu “theo tiến độ cấp vốn” chớ hổng có ngày, kể em nghe hết nghen", "1"),
        ("việc nào hạn ghi theo tiến độ cấp vốn chớ không có ngày", "1"),
        ("việc nào hạn ghi theo tiến độ cấp vốn mà em quên mất", "1"),
        ("việc nào hạn ghi theo tiến độ cấp vốn nhưng chị không nhớ là việc gì", "1"),
        ("em cần rà lại bảng, việc nào hạn để theo tiến độ cấp vốn thôi chứ ko có ngày tháng nhỉ", "1"),
        ("mấy việc cột thời gian ghi khi có / theo hướng dẫn của TW", "23"),
        ("mấy việc cột thời gian ghi theo hướng dẫn của trung ương", "2"),
        ("mấy việc cột thời gian ghi theo tiến độ cấp vốn / theo hướng dẫn trung ương", "12"),
        ("viec nao san pham la bien ban ma do doi phao lam", "2"),
        ("viec nao san pham la bien ban nghiem thu", "1"),
        ("thế thì mấy việc ghi theo tiến độ cấp vốn", "1"),
        ("liệt kê những việc chỉ ghi theo hướng dẫn trung ương", "2"),
        # neighbours
        ("việc ghi nhật ký tuần tra do ai làm", ""),
        ("việc nào sản phẩm là biên bản", "12"),
        ("việc nào sản phẩm là quyết định hoặc biên bản nghiệm thu", "14"),
        ("việc nào sản phẩm là quyết định của thủ tướng", ""),
        ("việc nào sản phẩm là biên bản nghiệm thu phao", ""),
        ("việc nào hạn ghi theo tiến độ đo độ sâu", ""),
    ],
)
def test_a_wording_ends_where_no_cell_goes_on(snapshot: Snapshot, text: str, rows: str) -> None:
    assert numbers(ask(snapshot, text)) == rows


def test_what_stands_behind_a_wording_and_in_no_plan_is_named(snapshot: Snapshot) -> None:
    said = ask(snapshot, "dòng nào thời hạn ghi theo tiến độ cấp vốn karaoke")
    assert numbers(said) == "1"
    assert said.tentative


def test_a_product_with_a_word_that_no_plan_has_is_another_one(snapshot: Snapshot) -> None:
    said = ask(snapshot, "việc nào sản phẩm là biên bản nghiệm thu karaoke")
    assert numbers(said) == ""
