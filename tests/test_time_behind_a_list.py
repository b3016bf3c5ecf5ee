"""Behind a list a time or a role alone asks for the list in it; where a matter is named beside it, it asks of that."""

from datetime import date

import pytest
from asking import ask, stts
from builders import a_deadline, a_loaded_plan, a_task

from knowledge.language.text import folded
from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.model import Deadline, DeadlineKind
from knowledge.questions.query import Intent
from knowledge.reply import plain


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    police = ("Công an phường",)
    june, july = a_deadline(date(2027, 6, 30), text="Tháng 6/2027"), a_deadline(date(2027, 7, 27), text="27/7/2027")
    rows = [
        a_task(task="Trồng cây xanh tại công viên", stt="1", lead=("Đoàn phường",), coordinate=police,
               result="300 cây", deadline=june),
        a_task(task="Tặng quà gia đình chính sách", stt="2", lead=("Phòng Văn hóa",), coordinate=(),
               result="320 suất quà", deadline=july),
        a_task(task="Tổ chức hội thao toàn phường", stt="3", lead=("Phòng Văn hóa",), coordinate=("Đoàn phường",),
               result="Báo cáo", deadline=a_deadline(date(2027, 9, 30), text="Tháng 9/2027")),
        a_task(task="Lắp camera an ninh đầu hẻm", stt="4", lead=police, coordinate=(), result="12 camera",
               deadline=a_deadline(date(2027, 8, 31), text="Tháng 8/2027")),
        a_task(task="Trực chòi canh lửa", stt="5", lead=("Tổ kiểm lâm",), coordinate=(), result="Sổ trực",
               deadline=Deadline("Thường xuyên", DeadlineKind.ONGOING)),
    ]  # fmt: skip
    return make_snapshot([a_loaded_plan(rows)])


SPRING, ROLE = "quý 2 có việc gì", "Công an phường chủ trì việc gì"
AUGUST = "việc quý III của Công an phường"


@pytest.mark.parametrize(
    ("first", "said", "expected"),
    [
        (SPRING, "thế tháng 8, nói gọn thôi", ["4"]),
        (SPRING, "the thang 8, noi gon thoi", ["4"]),
        (SPRING, "nói ngắn thôi nha, tháng 8 ấy", ["4"]),
        (SPRING, "tháng 9", ["3"]),
        (SPRING, "thế sang quý ba thì sao", ["2", "4", "3"]),
        (SPRING, "roi buoc sang quy 3", ["2", "4", "3"]),
        (SPRING, "rồi trượt qua tháng 8 thì sao", ["4"]),
        (SPRING, "rồi tới tháng 9 thì sao", ["3"]),
        (SPRING, "the den thang 9 thi co gi", ["3"]),
        (SPRING, "đến hết tháng 9 thì sao", ["1", "2", "4", "3"]),
        (SPRING, "đến tháng 9 thì sao", ["1", "2", "4", "3"]),
        (SPRING, "còn tới tháng 9 thì sao", ["1", "2", "4", "3"]),
        (SPRING, "rồi nhảy qua quý 3 thì sao", ["2", "4", "3"]),
        (SPRING, "qua quý 3 hẻm thì sao", ["4"]),
        (SPRING, "sang tháng 8 hẻm", ["4"]),
        (SPRING, "tháng 7 tặng quà gia đình", ["2"]),
        ("việc quý 2 của Công an phường", "quý 3 camera", ["4"]),
        (SPRING, "quý 3 hội thao", ["3"]),
        ("việc quý 2 của Công an phường", "quý 3 nói gọn thôi", ["4"]),
        (SPRING, "qua tháng 9 hẻm thì sao", []),
        (SPRING, "thế hội thao tháng 9 thì sao", ["3"]),
        (SPRING, "thế lắp camera quý 3 thì sao", ["4"]),
        (SPRING, "thế hội thao tháng 8 thì sao", []),
        (SPRING, "còn tháng 9 hội thao thì sao", ["3"]),
        (ROLE, "qua tết thì sao", ["4"]),
        (ROLE, "thế qua tết thì có gì", ["4"]),
        (ROLE, "thế phối hợp", ["1"]),
        (ROLE, "còn phối hợp, kể hết giùm", ["1"]),
        (SPRING, "mai sếp họp, tháng 9 thì sao", ["3"]),
        (SPRING, "em đang đi lắp camera, tháng 9 thì sao", ["3"]),
        (SPRING, "chiều nộp báo cáo, tháng 9 thì sao", ["3"]),
        (SPRING, "lắp camera an ninh đầu hẻm, tháng 8 thì sao", ["4"]),
        (SPRING, "chieu nop bao cao, thang 9 thi sao", ["3"]),
        (AUGUST, "thế chủ trì một mình thì sao", ["4"]),
        (AUGUST, "còn chủ trì một mình", ["4"]),
        (AUGUST, "the chu tri mot minh", ["4"]),
        (AUGUST, "vậy chủ trì độc lập", ["4"]),
    ],
)
def test_a_time_or_a_role_alone_asks_for_the_list_in_it(
    snapshot: Snapshot, first: str, said: str, expected: list[str]
) -> None:
    answer = ask(snapshot, first, said)
    assert (stts(answer), answer.intent in (Intent.DUE, Intent.TASKS)) == (expected, True)


@pytest.mark.parametrize(
    ("first", "said", "expected"),
    [
        (SPRING, "quà 27/7 mấy suất", ["2"]),
        (SPRING, "cây xanh tháng 6 mấy cây", ["1"]),
        (SPRING, "vậy tháng 6 trồng cây ở đâu", ["1"]),
        (SPRING, "camera tháng 8 lắp có tốn kém không", ["4"]),
        (ROLE, "thế chủ trì hội thao", ["3"]),
        (ROLE, "con chu tri hoi thao", ["3"]),
        (ROLE, "còn phối hợp hội thao", ["3"]),
        (SPRING, "lắp camera an ninh đầu hẻm, tháng 8 ai làm", ["4"]),
    ],
)
def test_a_matter_that_is_named_beside_a_time_or_a_role_is_asked_about(
    snapshot: Snapshot, first: str, said: str, expected: list[str]
) -> None:
    answer = ask(snapshot, first, said)
    assert (stts(answer), answer.intent in (Intent.DUE, Intent.TASKS)) == (expected, False)


@pytest.mark.parametrize("accents", [True, False], ids=["accents", "none"])
@pytest.mark.parametrize(
    ("first", "said", "row", "denied"),
    [
        (SPRING, "tháng 9 trực chòi canh lửa", "5", False),
        ("việc của Công an phường", "quý 3 hội thao", "3", True),
        ("việc của Công an phường", "quý 2 lắp camera", "4", True),
        (SPRING, "tháng 4 tặng quà gia đình", "2", True),
    ],
)
def test_the_row_of_a_matter_is_told_where_the_list_in_the_time_has_none(
    snapshot: Snapshot, first: str, said: str, row: str, denied: bool, accents: bool
) -> None:
    answer = ask(snapshot, *((first, said) if accents else (folded(first), folded(said))))
    assert (stts(answer), answer.tentative) == ([row], denied)
    assert plain(answer).startswith("Không có nhiệm vụ nào") == denied
