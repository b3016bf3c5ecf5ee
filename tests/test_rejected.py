"""What is said not to be meant is no part of what one row is found by."""

from datetime import date

import pytest
from asking import ask, numbers, stts
from builders import a_deadline, a_loaded_plan, a_task

from knowledge.language.text import folded
from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.questions.rejected import without_rejected
from knowledge.reply import plain

ROWS = [
    a_task(stt="1", task="Xây dựng kế hoạch đào sâu kênh Sậy", lead=("Phòng Thủy lợi",), coordinate=(),
           result="Kế hoạch", deadline=a_deadline(date(2027, 1, 31))),
    a_task(stt="2", task="Tổ chức đào sâu kênh Sậy", lead=("Đội Cơ giới",), coordinate=("Phòng Thủy lợi",),
           result="08 km kênh", deadline=a_deadline(date(2027, 8, 31))),
    a_task(stt="3", task="Sửa đổi Quy chế vận hành cống", lead=("Phòng Thủy lợi",), coordinate=(),
           result="Quy chế", deadline=a_deadline(date(2027, 3, 31))),
    a_task(stt="4", task="Thực hiện Nghị định số 114 về an toàn đập", lead=("Đội Cơ giới",), coordinate=(),
           result="Báo cáo", deadline=a_deadline(date(2027, 6, 30))),
    a_task(stt="5", task="Phun thuốc diệt lăng quăng đợt 1", lead=("Khoa Dịch tễ",), coordinate=(),
           result="Báo cáo", deadline=a_deadline(date(2027, 5, 15))),
    a_task(stt="6", task="Phun thuốc diệt lăng quăng đợt 2", lead=("Khoa Dịch tễ",), coordinate=(),
           result="Báo cáo", deadline=a_deadline(date(2027, 9, 30))),
    a_task(stt="7", task="Cho trẻ uống vitamin A đợt 2", lead=("Khoa Dinh dưỡng",), coordinate=(),
           result="98% trẻ được uống", deadline=a_deadline(date(2027, 12, 2))),
    a_task(stt="8", task="Thay cụm loa cũ bằng loa truyền thanh thông minh", lead=("Đội Cơ giới",), coordinate=(),
           result="22 cụm loa mới", deadline=a_deadline(date(2027, 6, 30))),
]  # fmt: skip


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    return make_snapshot([a_loaded_plan(ROWS)])


@pytest.mark.parametrize("accents", [True, False], ids=["accents", "none"])
@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("vụ đào sâu kênh Sậy á không phải lập kế hoạch đâu mà là đi làm thiệt á thì sản phẩm là gì", "2"),
        ("không phải hỏi kế hoạch đào sâu kênh Sậy nghe, hỏi cái đi đào sâu thiệt á, ai làm", "2"),
        ("đào sâu kênh Sậy chứ hổng phải lên kế hoạch nha, hạn khi nào", "2"),
        ("đào sâu kênh Sậy chứ khum phải lên kế hoạch nha, hạn khi nào", "2"),
        ("đào sâu kênh Sậy, chưa phải lên kế hoạch đâu, hạn khi nào", "2"),
        ("đào sâu kênh Sậy, hok phải lên kế hoạch nha, hạn khi nào", "2"),
        ("kế hoạch đào sâu kênh Sậy chứ không phải đi đào sâu, ai làm", "1"),
        ("quy chế vận hành cống sửa xong trước ngày nào, chứ không phải nghị định 114 nghe", "3"),
        ("đào sâu kênh Sậy nhưng không phải của Phòng Thủy lợi đâu, ai làm chính", "2"),
        ("đào sâu kênh Sậy, không phải Phòng Thủy lợi đâu ý em là ai đi làm chính", "2"),
        ("không phải lăng quăng đợt 1 mà đợt 2 hạn khi nào", "6"),
        ("không phải lăng quăng đợt 2, đợt 1 hạn khi nào", "5"),
        ("loa, không phải loa cũ mà loa mới, bao nhiêu cụm", "8"),
    ],
)
def test_one_row_is_found_without_what_is_not_meant(snapshot: Snapshot, text: str, row: str, accents: bool) -> None:
    said = ask(snapshot, text if accents else folded(text))
    assert stts(said) == [row], plain(said)


@pytest.mark.parametrize("accents", [True, False], ids=["accents", "none"])
@pytest.mark.parametrize(
    ("first", "said", "row", "head"),
    [
        ("lăng quăng đợt 1 ai làm", "không phải lăng quăng, vitamin", "7", "Chủ trì: Khoa Dinh dưỡng"),
        ("sửa quy chế vận hành cống hạn khi nào", "không phải quy chế, nghị định 114", "4", "Thời hạn:"),
        ("uống vitamin A ai làm", "không phải vitamin mà loa truyền thanh", "8", "Chủ trì: Đội Cơ giới"),
    ],
)
def test_a_correction_asks_what_was_asked_before(
    snapshot: Snapshot, first: str, said: str, row: str, head: str, accents: bool
) -> None:
    answer = ask(snapshot, *((first, said) if accents else (folded(first), folded(said))))
    assert stts(answer) == [row], plain(answer)
    assert plain(answer).startswith(head)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("việc nào không phải đào sâu", "345678"),
        ("liệt kê việc của Đội Cơ giới, không phải đào sâu", "48"),
    ],
)
def test_a_list_is_without_it(snapshot: Snapshot, text: str, rows: str) -> None:
    assert numbers(ask(snapshot, text)) == rows


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("ai không phải nộp báo cáo", id="what is asked"),
        pytest.param("đào sâu kênh Sậy, không phải Phòng Thủy lợi à", id="to be confirmed"),
        pytest.param("đào sâu kênh Sậy của Đội Cơ giới, không phải Phòng Thủy lợi, đúng không", id="confirmed, said"),
        pytest.param("tổ chức gặp mặt, cha phải đi cùng con đâu, ai làm", id="fathers"),
        pytest.param("quý này, không phải làm gì nữa nha", id="it asks"),
        pytest.param("có phải Đội Cơ giới đào sâu không", id="a question of two words"),
    ],
)
def test_what_asks_or_is_to_be_confirmed_stays(text: str) -> None:
    assert without_rejected(text) == (text, "")
