"""Many manners of asking for the same list: what tells of which rows is the unit and the time, not the asking words.

Each manner has to bring what the plain question brings, surely, with accents and without.
"""

from datetime import date

import pytest
from asking import ask, stts
from builders import a_deadline, a_loaded_plan, a_task

from knowledge.answers.answer import Answer
from knowledge.language.text import folded
from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.reply import plain

UNIT = "Phòng Hợp tác - Đào tạo"


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    rows = [
        a_task(task="Mở lớp vận hành máy xúc", stt="1", lead=(UNIT,), coordinate=("Xưởng Cơ khí",),
               deadline=a_deadline(date(2027, 4, 20))),
        a_task(task="Ký biên bản ghi nhớ với trường nghề", stt="2", lead=("Ban Điều hành",), coordinate=(UNIT,),
               deadline=a_deadline(date(2027, 8, 10))),
        a_task(task="Đại tu lò hơi số 2", stt="3", lead=("Xưởng Cơ khí",), coordinate=(),
               deadline=a_deadline(date(2027, 10, 30))),
        a_task(task="Thay băng tải than", stt="4", lead=("Xưởng Cơ khí",), coordinate=("Ban Điều hành",),
               deadline=a_deadline(date(2027, 4, 28))),
    ]  # fmt: skip
    return make_snapshot([a_loaded_plan(rows)])


def both_ways(text: str) -> tuple[str, str]:
    return text, folded(text)


def is_sure(said: Answer) -> bool:
    return not said.tentative and not said.abstained


OF_THE_UNIT = [
    "gom hết việc {} lại cho chị",
    "nhiệm vụ liên quan đến {}",
    "danh mục công việc {}",
    "{} nằm trong những nhiệm vụ nào",
    "việc {} có tên",
    "{} có mặt trong các việc nào vậy",
    "{} coi những mảng nào",
]


@pytest.mark.parametrize("text", [way for said in OF_THE_UNIT for way in both_ways(said.format(UNIT))], ids=folded)
def test_a_unit_and_the_work_ask_for_its_rows(snapshot: Snapshot, text: str) -> None:
    said = ask(snapshot, text)
    assert (sorted(stts(said)), is_sure(said)) == (["1", "2"], True)


OF_ITS_CHAIR = [
    "những việc do {} chủ trì",
    "việc nào {} đứng chính",
    "phần chủ trì của {} gồm những gì",
    "các nhiệm vụ mà {} giữ vai trò chủ trì",
    "em ở {}, cho em danh sách việc phòng làm chính",
    "{} ôm những món nào",
]


@pytest.mark.parametrize("text", [way for said in OF_ITS_CHAIR for way in both_ways(said.format(UNIT))], ids=folded)
def test_a_word_inside_a_units_name_is_no_role(snapshot: Snapshot, text: str) -> None:
    said = ask(snapshot, text)
    assert (stts(said), is_sure(said)) == (["1"], True)


OF_A_TIME = [
    "quý II có deadline nào",
    "cho xem lịch việc quý II",
    "quý II chốt những gì",
    "quý II dứt điểm cái gì",
    "những gì phải ra kết quả trong quý II",
    "quý II kẹt hạn mấy vụ gì",
    "quý II kết thúc những việc nào",
    "quý II cần để ý hạn nào",
    "quý II phải khép lại những gì",
]


@pytest.mark.parametrize("text", [way for said in OF_A_TIME for way in both_ways(said)], ids=folded)
def test_a_time_alone_asks_for_what_is_due_in_it(snapshot: Snapshot, text: str) -> None:
    said = ask(snapshot, text)
    assert (sorted(stts(said)), is_sure(said)) == (["1", "4"], True)


OF_BOTH = [
    "{} có deadline nào quý II",
    "em ở {}, quý II em phải xong những việc nào",
    "trong quý II {} chốt những gì",
    "{}, quý II, việc đến hạn",
    "{} phải trả bài gì trong quý II",
]


@pytest.mark.parametrize("text", [way for said in OF_BOTH for way in both_ways(said.format(UNIT))], ids=folded)
def test_a_unit_and_a_time_ask_for_its_rows_that_are_due(snapshot: Snapshot, text: str) -> None:
    said = ask(snapshot, text)
    assert (stts(said), is_sure(said)) == (["1"], True)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param("việc đến hạn quý cuối", ["3"], id="the last quarter"),
        pytest.param("quý cuối có gì", ["3"], id="the last quarter, clipped"),
        pytest.param("quý tư năm hai bảy có gì đến hạn", ["3"], id="a year by two figures"),
        pytest.param("Phòng Hợp tác với Đào tạo chủ trì việc gì", ["1"], id="with for and in a name"),
        pytest.param("xưởng cơ khỉ chủ trì mấy việc", ["3", "4"], id="an accent that is a slip"),
    ],
)
def test_slips_and_clipped_times_lose_no_constraint(snapshot: Snapshot, text: str, rows: list[str]) -> None:
    assert sorted(stts(ask(snapshot, text))) == rows


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("quý II nghỉ lễ ngày nào", id="another thing in that time"),
        pytest.param("quý II thời tiết thế nào", id="the weather"),
        pytest.param("ai là trưởng Phòng Hợp tác - Đào tạo", id="a person"),
    ],
)
def test_what_is_asked_of_another_thing_is_no_list(snapshot: Snapshot, text: str) -> None:
    assert stts(ask(snapshot, text)) == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("quý II phải trồng cao su những gì", id="a verb and its thing"),
        pytest.param("{} phải nuôi tôm những gì", id="of a unit"),
        pytest.param("Xưởng Cơ khí quý IV cần sơn tường gì", id="of both"),
        pytest.param("quý II cần nuôi mây gì", id="what only looks like a word that asks"),
        pytest.param("quý II phải quay phim gì", id="words without any accent"),
    ],
)
def test_what_has_to_be_done_to_another_thing_is_said_not_to_be_there(snapshot: Snapshot, text: str) -> None:
    said = ask(snapshot, text.format(UNIT))
    assert said.abstained or "Chưa hiểu" in plain(said)
