"""Lists by what a cell says or how it is written, in the words of those who look at the columns."""

from datetime import date

import pytest
from asking import ask, numbers
from builders import a_deadline, a_loaded_plan, a_task

from knowledge.language.text import folded
from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.model import DeadlineKind
from knowledge.reply import plain

SOIL, TREES = "I. Đất trồng", "II. Cây giống"
FARM, SHOP = "Phòng Canh tác", "Phòng Giống cây"
OPEN, ONGOING = DeadlineKind.CONDITIONAL, DeadlineKind.ONGOING

ROWS = [
    a_task(stt="1", task="Đo độ chua của đất", section=(SOIL,), lead=(FARM,), result="Biên bản đo",
           deadline=a_deadline(date(2027, 5, 31), text="Tháng 5"), budget="Kinh phí khuyến nông"),
    a_task(stt="2", task="Bón vôi ruộng chua", section=(SOIL,), lead=(FARM,), result="Báo cáo",
           deadline=a_deadline(date(2027, 6, 30), text="Quý II/2027")),
    a_task(stt="3", task="Cấp giống cam", section=(TREES,), lead=(SHOP,), result="Quyết định cấp giống",
           deadline=a_deadline(date(2027, 9, 15), text="15/9/2027"), budget="Kinh phí khuyến nông; quỹ hội"),
    a_task(stt="4", task="Trồng dặm bưởi", section=(TREES,), lead=(SHOP,), result="Biên bản nghiệm thu",
           deadline=a_deadline(date(2027, 12, 31), text="Năm 2027"), budget="Quỹ hội"),
    a_task(stt="5", task="Tỉa cành", section=(TREES,), lead=(SHOP,), result="Sổ theo dõi",
           deadline=a_deadline(text="Thường xuyên", kind=ONGOING)),
    a_task(stt="6", task="Tưới chống hạn", section=(SOIL,), lead=(FARM,), result="Báo cáo; nhật ký tưới",
           deadline=a_deadline(text="Khi có nắng nóng", kind=OPEN)),
    a_task(stt="7", task="Ươm mầm", section=(TREES,), lead=(SHOP,), result=None,
           deadline=a_deadline(text="Theo tiến độ giao đất", kind=OPEN)),
]  # fmt: skip


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    return make_snapshot([a_loaded_plan(ROWS)])


WRITTEN = [
    ("có mấy việc ghi hạn bằng một ngày cụ thể", "3"),
    ("mấy việc ở cột thời gian ghi ngày cụ thể", "3"),
    ("việc nào ghi hạn theo tháng chứ không ghi ngày", "1"),
    ("việc nào không ghi ngày mà ghi tháng thôi", "1"),
    ("việc nào chỉ ghi quý", "2"),
    ("việc nào chỉ ghi tháng không ghi ngày", "1"),
    ("việc nào hạn chỉ ghi tháng thôi", "1"),
    ("có bao nhiêu việc ghi quý chứ không ghi ngày cụ thể", "2"),
    ("mấy việc ghi hạn theo quý", "2"),
    ("việc nào cột thời gian có ghi rõ ngày", "3"),
    ("những việc ô thời gian có ghi quý hoặc năm 2027", "24"),
    ("những việc ô thời gian có ghi tháng hoặc quý", "12"),
    ("việc nào hạn theo tháng", "1"),
    ("liệt kê các việc, trừ mấy việc ghi quý", "134567"),
    ("việc nào hạn theo quý hoặc theo tháng", "12"),
    ("việc nào ghi hạn theo tháng và theo ngày", "13"),
    ("việc nào hạn là một ngày cụ thể", "3"),
    ("việc nào thời hạn chỉ ghi là năm 2027 thôi, không ghi quý hay ngày gì hết", "4"),
    ("Phòng Giống cây chủ trì việc nào ghi hạn bằng ngày cụ thể", "3"),
    # neighbours: whether there is a day at all, the time itself, and what comes round
    ("việc nào không có ngày cụ thể", "567"),
    ("việc nào không ghi ngày tháng", "567"),
    ("liệt kê việc Phòng Giống cây, hạn theo tháng", "3457"),  # in which order
    ("việc nào có hạn cụ thể", "1234"),
    ("việc nào ghi tháng 5", "1"),
    ("việc nào ghi quý II", "2"),
    ("việc nào hằng tháng", ""),
]
WORDED = [
    ("việc nào hạn ghi chung chung kiểu theo tiến độ", "7"),
    ("mấy việc hạn ghi 'khi có nắng nóng' hay kiểu không xác định ngày", "6"),
    ("việc nào sản phẩm là quyết định, ai cần thì gửi giùm", "3"),
    ("việc nào sản phẩm là qđ", "3"),
    ("việc nào sp là bc", "26"),
    ("việc nào sp là bb nghiệm thu", "4"),
    ("e cần những việc mà sp là bb nghiệm thu (cả kế hoạch) với ạ", "4"),
    ("việc nào sản phẩm là quyết định hoặc báo cáo", "236"),
    ("việc nào sản phẩm là quyết định hoặc giấy khen", "3"),
    ("sản phẩm là sổ theo dõi với báo cáo thì có những việc gì", "256"),
    ("việc nào sản phẩm không phải quyết định cũng không phải báo cáo", "1457"),
    ("việc nào đầu ra là một biên bản", "14"),
    ("việc nào sp là 1 bản báo cáo", "26"),
    ("việc nào sản phẩm là cái quyết định hoặc một báo cáo", "236"),
    ("việc nào ra được một quyết định", "3"),
    ("việc nào sản phẩm là quyển sổ theo dõi", "5"),
    ("việc nào sản phẩm có cả báo cáo và nhật ký", "6"),
    ("việc nào sản phẩm gồm báo cáo và nhật ký tưới", "6"),
    ("việc nào sản phẩm vừa có báo cáo vừa có nhật ký", "6"),
    ("việc nào sản phẩm gồm quyết định hoặc nhật ký", "36"),
    ("có mấy việc xài tới kinh phí khuyến nông", "13"),
    ("kinh phí khuyến nông chi cho những việc nào", "13"),
    ("việc nào ăn vô kinh phí khuyến nông", "13"),
    ("việc nào không đụng tới kinh phí khuyến nông", "24567"),
    # neighbours: what no cell has is not cut to what one has
    ("việc nào sản phẩm là báo cáo tài chính", ""),
    ("việc nào sản phẩm là một quyết định khen thưởng", ""),
    ("việc nào sản phẩm là biên bản", "14"),
    ("việc nào chưa có kinh phí", "2567"),
]
HALF_TYPED = [
    ("việc nào đầu ra chỉ là một cái báo cáo", "26"),
    ("những dòng mà cột kinh phi có ghi kinh phí khuyên nông", "13"),
    ("việc nào mà san phẩm là quyêt định vậy", "3"),
    ("việc nào thời han ghi theo tiến độ", "7"),
]
EVERY = [*WRITTEN, *WORDED]


@pytest.mark.parametrize(("text", "wanted"), [*EVERY, *HALF_TYPED], ids=[text for text, _ in [*EVERY, *HALF_TYPED]])
def test_a_list_has_the_rows_whose_cells_say_so(snapshot: Snapshot, text: str, wanted: str) -> None:
    said = ask(snapshot, text)
    assert numbers(said) == wanted
    assert not said.tentative, plain(said)


@pytest.mark.parametrize(("text", "wanted"), EVERY, ids=[text for text, _ in EVERY])
def test_it_has_the_same_ones_without_accents(snapshot: Snapshot, text: str, wanted: str) -> None:
    assert numbers(ask(snapshot, folded(text))) == wanted


def test_how_the_deadline_is_written_is_said(snapshot: Snapshot) -> None:
    first = plain(ask(snapshot, "việc nào ghi hạn theo tháng chứ không ghi ngày")).splitlines()[0]
    assert first == "Có 1 nhiệm vụ có thời hạn ghi theo tháng, không có thời hạn ghi theo ngày:"


@pytest.mark.parametrize(
    "asked", ["việc nào còn hạn 1 tháng", "trong thời hạn một tháng có việc nào", "việc nào có thời gian 1 ngày"]
)
def test_how_long_there_is_is_no_way_to_write_a_deadline(snapshot: Snapshot, asked: str) -> None:
    assert "ghi theo" not in plain(ask(snapshot, asked))


@pytest.mark.parametrize("asked", ["viec nao han theo quy dinh", "viec nao neu ro quy trinh"])
def test_what_goes_on_behind_the_word_is_no_quarter(snapshot: Snapshot, asked: str) -> None:
    assert "ghi theo" not in plain(ask(snapshot, asked))
