"""A list without a row is not denied for words of which nobody can tell that rows were asked by them."""

from datetime import date

import pytest
from asking import ask, numbers
from builders import a_deadline, a_loaded_plan, a_task

from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.reply import plain

CHECKING, BUILDING, CENTRE = "Phòng Thanh tra", "Phòng Xây dựng cơ bản", "Trung tâm Dịch vụ vận tải tỉnh"
ROWS = [
    a_task(stt="1", task="Kiểm tra bến xe khách", lead=(CHECKING,), coordinate=(CENTRE,), result="Báo cáo",
           section=("I. Vận tải",), deadline=a_deadline(date(2027, 7, 31), text="Tháng 7/2027")),
    a_task(stt="2", task="Xây dựng kế hoạch sửa cầu", lead=(BUILDING,), coordinate=(CHECKING,), result="Quyết định",
           section=("II. Cầu đường",), deadline=a_deadline(date(2027, 8, 31), text="Tháng 8/2027")),
    a_task(stt="3", task="Theo dõi tải trọng", lead=(CENTRE,), coordinate=(BUILDING,), result="Biên bản nghiệm thu",
           section=("II. Cầu đường",), deadline=a_deadline(date(2027, 9, 30), text="Quý III/2027")),
    a_task(stt="4", task="Giám sát công trình", lead=(CHECKING,), coordinate=(), result="Quyết định",
           section=("II. Cầu đường",), deadline=a_deadline(date(2027, 9, 20), text="20/9/2027")),
    a_task(stt="5", task="Diễn tập phòng cháy, sửa giá kê", lead=(BUILDING,), coordinate=(), result="Biên bản",
           section=("III. Nội bộ",), deadline=a_deadline(date(2027, 12, 20), text="20/12/2027")),
]  # fmt: skip


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    return make_snapshot([a_loaded_plan(ROWS)])


@pytest.mark.parametrize(
    ("turns", "rows"),
    [
        pytest.param(("việc nào sản phẩm là biên bản nghiệm thu vậy ta",), "3", id="talk behind a cell"),
        pytest.param(("Phòng Thanh tra có tên trong ô chủ trì việc nào",), "14", id="where a name stands is no topic"),
        pytest.param(("tháng 7 có việc gì đến hạn cả thảy",), "1", id="falling due writes no cell"),
        pytest.param(("tháng 7 có việc gì đến hạn", "thế tháng 8, chép vô sổ giùm"), "2", id="a time, and talk"),
        pytest.param(("tháng 7 có việc gì đến hạn", "máy chị hỏng, tháng 8 thì sao"), "2", id="talk, and a time"),
        pytest.param(("thang 7 co viec gi den han", "con thang 8, lo quen mat"), "2", id="without accents"),
        pytest.param(("Phòng Thanh tra chủ trì việc gì", "còn phối hợp, nhờ cậu xem hộ"), "2", id="a role, and talk"),
        pytest.param(("trung tam dv van tai tinh chu tri may viec",), "3", id="a name in letters"),
        pytest.param(("Phòng Thanh tra chủ trì việc nào, trừ mấy việc chỉ là kiểm tra bến xe",), "4", id="only"),
        pytest.param(
            ("Phòng Thanh tra bên chị hỏi, phần cầu đường thì Phòng phải phối hợp việc nào",), "2", id="called again"
        ),
        pytest.param(("việc nào ghi tên giám sát",), "4", id="words for where a matter is written"),
        pytest.param(("Phòng Xây dựng cơ bản chủ trì mấy việc phòng cháy",), "5", id="a matter that begins so"),
        pytest.param(("phong xay dung co ban chu tri may viec phong chay",), "5", id="begins so, no accents"),
        pytest.param(
            ("việc nào ô thời hạn chỉ ghi tháng chứ không có ngày cụ thể",), "12", id="written by the month, no day"
        ),
    ],
)
def test_words_that_ask_for_no_row_leave_the_list_as_it_is(
    snapshot: Snapshot, turns: tuple[str, ...], rows: str
) -> None:
    assert numbers(ask(snapshot, *turns)) == rows


@pytest.mark.parametrize(
    ("asked", "named"),
    [
        ("Phòng Thanh tra chủ trì việc nào về bến xe khách kể cho đủ nha", "Chưa hiểu “kể"),
        ("Phòng Thanh tra có việc nào phong trào", "Chưa hiểu “trào”"),  # it is no "phòng"
    ],
)
def test_what_was_not_understood_is_named(snapshot: Snapshot, asked: str, named: str) -> None:
    said = ask(snapshot, asked)
    assert said.tentative
    assert named in plain(said)


@pytest.mark.parametrize(
    "turns",
    [
        ("Phòng Thanh tra có việc gì về tuyển quân không",),
        ("Phòng Thanh tra có việc nào liên quan đến trồng rừng",),
        ("việc nào sản phẩm là báo cáo tài chính",),
        ("viec nao san pham la bao cao tai chinh",),
        ("tháng 7 có việc nào về bầu cử",),
        ("tháng 7 có việc nào có tên trong nghị định",),
        ("thang 7 co viec nao co mat trong danh muc du an",),
        ("tháng 7 có việc nào góp phần nâng chỉ số PAPI",),
        ("có bao nhiêu việc mua thuyền cứu hộ",),
        ("Phòng Thanh tra chủ trì việc gì", "trong đó có việc nào về đất đai không"),
        ("Trung tâm Dịch vụ tang lễ chủ trì việc gì",),
    ],
)
def test_what_is_introduced_is_denied_where_there_is_none(snapshot: Snapshot, turns: tuple[str, ...]) -> None:
    said = ask(snapshot, *turns)
    assert said.abstained
    assert not numbers(said)
