"""How one row stands is said first where that is asked: whether it is done, or whether it is late."""

from datetime import date

import pytest
from asking import ask, stts
from builders import a_deadline, a_loaded_plan, a_task

from knowledge.answers.answer import Answer
from knowledge.language.text import folded
from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.model import Heading, Progress, State
from knowledge.reply import plain

ROWS = [
    a_task(stt="1", task="Nghiệm thu đê bao Cồn Sơn", lead=("Phòng Thủy lợi",), deadline=a_deadline(date(2027, 2, 10))),
    a_task(stt="2", task="Khai giảng lớp xóa mù chữ", lead=("Phòng Giáo dục",), deadline=a_deadline(date(2027, 3, 21))),
    a_task(stt="3", task="Đăng báo kết quả đấu giá", lead=("Văn phòng",), deadline=a_deadline(date(2027, 5, 1))),
    a_task(stt="4", task="Khơi thông kênh Xà No", lead=("Phòng Thủy lợi",), deadline=a_deadline(date(2027, 3, 1))),
    a_task(stt="5", task="Sửa chữa trạm bơm", lead=("Phòng Thủy lợi",), deadline=a_deadline()),
]


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    return make_snapshot([a_loaded_plan(ROWS)])


def first(said: Answer) -> str:
    return plain(said).splitlines()[0]


LATE = "Chưa có báo cáo hoàn thành; đã quá hạn 19 ngày (hạn 10/02/2027)."
SAID = [
    ("nghiệm thu đê bao xong chưa", LATE, "1"),
    ("nghiệm thu đê bao đã xong chưa anh", LATE, "1"),
    ("nghiệm thu đê bao tới đâu rồi", LATE, "1"),
    ("nghiệm thu đê bao trễ chưa", "Đã quá hạn 19 ngày (hạn 10/02/2027); chưa có báo cáo hoàn thành.", "1"),
    ("nghiệm thu đê bao quá hạn rồi phải không", "Đã quá hạn 19 ngày", "1"),
    ("khai giảng lớp xóa mù chữ chưa vậy em", "Chưa có báo cáo hoàn thành; còn 20 ngày (hạn 21/3/2027).", "2"),
    ("lớp xóa mù chữ còn kịp không", "Chưa quá hạn, còn 20 ngày (hạn 21/3/2027); chưa có", "2"),
    ("lớp xóa mù chữ có trễ không ta", "Chưa quá hạn, còn 20 ngày", "2"),
    ("đăng báo kết quả đấu giá chưa", "Chưa có báo cáo hoàn thành; còn 61 ngày (hạn 01/5/2027).", "3"),
    ("việc khơi thông kênh quá hạn chưa rứa", "Chưa quá hạn, hôm nay là ngày cuối (hạn 01/3/2027)", "4"),
    ("nghiệm thu đê bao quá hạn mấy ngày rồi", "Đã quá hạn 19 ngày", "1"),
    ("nghiệm thu đê bao trễ bao lâu rồi em", "Đã quá hạn 19 ngày", "1"),
    ("tình hình nghiệm thu đê bao thế nào rồi", LATE, "1"),
    ("lớp xóa mù chữ kịp tháng 3 không", "Chưa quá hạn, còn 20 ngày", "2"),
    ("sửa chữa trạm bơm xong chưa", "Chưa có báo cáo hoàn thành; kế hoạch không ghi ngày cụ thể.", "5"),
]


@pytest.mark.parametrize("accents", [True, False], ids=["accents", "none"])
@pytest.mark.parametrize(("text", "says", "row"), SAID, ids=[text for text, *_ in SAID])
def test_how_a_row_stands_is_said_first(snapshot: Snapshot, text: str, says: str, row: str, accents: bool) -> None:
    said = ask(snapshot, text if accents else folded(text))
    assert first(said).startswith(says)
    assert stts(said) == [row]


@pytest.mark.parametrize(
    ("turns", "says"),
    [
        (("ai nghiệm thu đê bao", "nộp chưa anh"), LATE),
        (("đăng báo kết quả đấu giá hạn khi nào", "thế còn kịp không"), "Chưa quá hạn, còn 61 ngày"),
        (("đăng báo kết quả đấu giá hạn khi nào", "thế còn kịp không", "làm tới đâu rồi"), "Chưa có báo cáo"),
        (("Phòng Thủy lợi có việc gì", "cái thứ 2 xong chưa"), "Chưa có báo cáo hoàn thành; hôm nay"),
        (("Phòng Thủy lợi có việc gì", "việc đầu tiên quá hạn chưa"), "Đã quá hạn 19 ngày"),
    ],
)
def test_behind_an_answer_it_is_how_that_row_stands(snapshot: Snapshot, turns: tuple[str, ...], says: str) -> None:
    assert first(ask(snapshot, *turns)).startswith(says)


@pytest.mark.parametrize(
    ("report", "asked", "says"),
    [
        (Progress(State.DONE_ON_TIME, who="Lê An", when="2027-02-08T09:00:00"), "xong chưa",
         "Đã hoàn thành đúng hạn (Lê An, ngày 08/02/2027)."),
        (Progress(State.DONE_LATE), "trễ chưa", "Đã hoàn thành quá hạn."),
        (Progress(State.IN_PROGRESS), "xong chưa", "Đang thực hiện; đã quá hạn 19 ngày"),
        (Progress(State.EXTENSION_ASKED, asked_due=date(2027, 4, 1)), "xong chưa",
         "Chưa hoàn thành; đang xin gia hạn đến ngày 01/4/2027."),
        (Progress(State.NOT_APPLICABLE), "xong chưa", "Không còn áp dụng."),
    ],
)  # fmt: skip
def test_what_was_reported_is_said(snapshot: Snapshot, report: Progress, asked: str, says: str) -> None:
    ref = snapshot.plans[0].task_refs[0]
    assert first(ask(snapshot, f"nghiệm thu đê bao {asked}", progress={ref: report})).startswith(says)


def test_a_plan_of_a_past_year_is_no_accusation() -> None:
    old = a_loaded_plan([a_task(task="Nghiệm thu đê bao", deadline=a_deadline(date(2025, 2, 10)))],
                        heading=Heading(issuer="UBND xã Cồn Sơn", title="Kế hoạch", years=(2025,)))  # fmt: skip
    assert first(ask(make_snapshot([old]), "nghiệm thu đê bao xong chưa")) == "Đã qua hạn, chưa có báo cáo."


def test_of_several_dates_it_is_that_of_the_time_that_is_said() -> None:
    twice = a_task(task="Tập huấn phòng cháy", deadline=a_deadline(date(2027, 2, 10), date(2027, 6, 10)))
    both = make_snapshot([a_loaded_plan([twice])])
    assert "đã quá hạn 19 ngày" in first(ask(both, "tập huấn phòng cháy tháng 2 xong chưa"))
    assert "còn 101 ngày" in first(ask(both, "tập huấn phòng cháy tháng 6 xong chưa"))


@pytest.mark.parametrize(
    ("text", "says"),
    [("xong hết chưa", "5 nhiệm vụ – "), ("Phòng Thủy lợi xong hết chưa em", "Phòng Thủy lợi: 3 nhiệm vụ – ")],
)
def test_without_a_row_it_is_asked_of_all(snapshot: Snapshot, text: str, says: str) -> None:
    assert first(ask(snapshot, text)).startswith(says)


def test_words_for_a_state_that_are_the_rows_own_ask_for_none() -> None:
    row = a_task(stt="7", task="Rà soát hồ sơ quá hạn tại quầy", lead=("Văn phòng",))
    said = ask(make_snapshot([a_loaded_plan([*ROWS, row])]), "rà soát hồ sơ quá hạn là của Văn phòng đúng không")
    assert first(said).startswith("Đúng. Chủ trì: Văn phòng")


@pytest.mark.parametrize(
    ("text", "rows"),
    [("việc nào chưa xong", 5), ("Phòng Thủy lợi có việc nào trễ không", 1), ("có gì quá hạn chưa", 1)],
)
def test_rows_in_a_state_are_asked_for_all_the_same(snapshot: Snapshot, text: str, rows: int) -> None:
    assert len(stts(ask(snapshot, text))) == rows
