"""A negation in a question is kept, whichever verb it is said with: never the very rows that were not asked for."""

from datetime import date

import pytest
from asking import ask, numbers, stts
from builders import a_deadline, a_loaded_plan, a_task

from knowledge.language.text import folded
from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.reply import plain

MARCH, MAY = a_deadline(date(2027, 3, 20)), a_deadline(date(2027, 5, 30))
ROWS = [
    a_task(task="Rà soát tuyến xe buýt", stt="1", lead=("Phòng Vận tải",), coordinate=("Trạm Y tế",), deadline=MARCH),
    a_task(task="Kiểm tra bến xe", stt="2", lead=("Đội Kiểm soát",), coordinate=("Phòng Vận tải",), deadline=MAY),
    a_task(task="Sơn lại nhà chờ", stt="3", lead=("Đội Kiểm soát", "Phòng Vận tải"), deadline=MARCH),
    a_task(task="Trồng cây bến bãi", stt="4", lead=("Trạm Y tế",), deadline=MAY),
]


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    return make_snapshot([a_loaded_plan(ROWS)])


SAID = [
    ("việc nào Trạm Y tế không dính vào", "23"),
    ("những việc Đội Kiểm soát không tham gia", "14"),
    ("việc nào không đụng tới Phòng Vận tải", "4"),
    ("nhiệm vụ không thuộc Đội Kiểm soát", "14"),
    ("nhiệm vụ không thuộc Đội Kiểm soát mà hạn trong quý 2", "4"),
    ("công việc nào Trạm Y tế chẳng phải động tay", "23"),
    ("các việc không có mặt Đội Kiểm soát", "14"),
    ("việc nào chả liên can gì tới Trạm Y tế", "23"),
    ("việc nào không cần tới Đội Kiểm soát", "14"),
]


@pytest.mark.parametrize("accents", [True, False], ids=["accents", "none"])
@pytest.mark.parametrize(("text", "rows"), SAID, ids=[text for text, _ in SAID])
def test_a_unit_is_left_out_whichever_verb_says_so(snapshot: Snapshot, text: str, rows: str, accents: bool) -> None:
    assert numbers(ask(snapshot, text if accents else folded(text))) == rows


@pytest.mark.parametrize(
    "text",
    [
        "em không biết Trạm Y tế có việc gì",
        "Trạm Y tế có việc gì không em",
        "có việc gì không Trạm Y tế ơi",
        "không rõ Trạm Y tế làm những việc gì",
        "Trạm Y tế không hoàn thành việc nào",
    ],
)
def test_a_word_of_asking_or_of_a_state_leaves_nobody_out(snapshot: Snapshot, text: str) -> None:
    assert sorted(stts(ask(snapshot, text))) == ["1", "4"]


@pytest.mark.parametrize("text", ["nhiệm vụ nào không cần sơn", "việc nào chẳng phải leo trèo trong quý 2"])
def test_a_negation_that_is_not_understood_is_named(snapshot: Snapshot, text: str) -> None:
    said = ask(snapshot, text)
    assert said.abstained or said.tentative
    assert said.abstained or "Chưa hiểu" in plain(said)


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("phòng nào có việc hạn tháng 3", ["Phòng Vận tải: 2", "Đội Kiểm soát: 1"]),
        ("ai có việc trong tháng 5", ["Đội Kiểm soát: 1", "Trạm Y tế: 1"]),
        ("tháng 3 đơn vị nào có nhiệm vụ", ["Phòng Vận tải: 2", "Đội Kiểm soát: 1"]),
        ("ngoài Phòng Vận tải ra còn đơn vị nào có việc hạn tháng 3", ["Đội Kiểm soát: 1"]),
        ("trừ Trạm Y tế còn đơn vị nào có việc trong tháng 5", ["Đội Kiểm soát: 1"]),
    ],
)
def test_who_has_rows_in_a_time_is_told_unit_by_unit(snapshot: Snapshot, text: str, units: list[str]) -> None:
    lines = plain(ask(snapshot, text)).splitlines()
    assert [line[3:].removesuffix(" nhiệm vụ") for line in lines if line.endswith("nhiệm vụ")] == units


def test_a_unit_that_is_left_out_of_the_ranking_takes_no_shared_row_with_it(snapshot: Snapshot) -> None:
    said = ask(snapshot, "ngoài Phòng Vận tải, đơn vị nào chủ trì nhiều việc nhất")
    first, second, *_ = plain(said).splitlines()
    assert "Đội Kiểm soát" in first
    assert second == "Không kể Phòng Vận tải."


@pytest.mark.parametrize("text", ["tháng 5 phòng nào rảnh không có việc", "đơn vị nào tháng 5 không phải làm gì"])
def test_units_without_a_row_in_a_time_are_named(snapshot: Snapshot, text: str) -> None:
    assert "Phòng Vận tải" in plain(ask(snapshot, text))


def test_who_has_rows_is_told_by_unit_also_where_there_are_several_plans() -> None:
    other = [a_task(task="Quét vôi", stt="7", lead=("Đội Xây lắp",), deadline=MARCH)]
    plans = [a_loaded_plan(ROWS), a_loaded_plan(other, stem="hai")]
    said = plain(ask(make_snapshot(plans), "ai có việc trong tháng 3"))
    assert "Đội Xây lắp: 1 nhiệm vụ" in said
    assert "Phòng Vận tải: 2 nhiệm vụ" in said
