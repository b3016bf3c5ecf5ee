"""Numbers that plans print in words are typed in figures: "bộ phận 1 cửa", "4 tại chỗ"; and "cửa" is not "của"."""

import pytest
from asking import ask
from builders import a_loaded_plan, a_task

from knowledge.answers.answer import Answer
from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.model import Heading, Task

TASKS = {
    "Bộ phận một cửa Sở tại Trung tâm": ("Công khai mã hồ sơ tại quầy", "Sắp xếp lại kho lưu hồ sơ giấy"),
    "Tổ ba": ("Đo mực nước trên kênh Xáng",),
    "Văn phòng Sở": ("Kiểm tra phương châm bốn tại chỗ của các xã", "Đổi biển hiệu ở cơ chế một cửa"),
    "Phòng Kinh tế": ("Vận động hộ dân giữ sáu sạch", "Kiểm tra chợ đầu mối"),
}


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    heading = Heading(number="7/KH-SYT", issuer="Sở Y tế tỉnh Nam Định", place="Nam Định", years=(2027,))
    rows = [(unit, task) for unit, tasks in TASKS.items() for task in tasks]
    numbered = [
        a_task(task=task, stt=str(at), lead=(unit,), lead_raw=unit, coordinate=(), coordinate_raw="")
        for at, (unit, task) in enumerate(rows, 1)
    ]
    return make_snapshot([a_loaded_plan(numbered, heading=heading)])


def tasks(said: Answer) -> set[str]:
    return {citation.item.task for citation in said.cited if isinstance(citation.item, Task)}


@pytest.mark.parametrize(
    ("asked", "unit"),
    [
        ("bộ phận 1 cửa sở y tế nam định làm những gì", "Bộ phận một cửa Sở tại Trung tâm"),
        ("bp 1 cua chu tri nhung viec gi", "Bộ phận một cửa Sở tại Trung tâm"),
        ("việc của tổ 3", "Tổ ba"),
        ("tổ ba chủ trì việc gì", "Tổ ba"),
    ],
)
def test_a_unit_with_a_number_in_words_is_named_with_a_figure_too(snapshot: Snapshot, asked: str, unit: str) -> None:
    answer = ask(snapshot, asked)
    assert tasks(answer) == {*TASKS[unit]}


@pytest.mark.parametrize(
    ("asked", "task"),
    [
        ("ai chủ trì kiểm tra 4 tại chỗ", "Kiểm tra phương châm bốn tại chỗ của các xã"),
        ("kiem tra 4 tai cho khi nao xong", "Kiểm tra phương châm bốn tại chỗ của các xã"),
        ("vận động 6 sạch do ai làm", "Vận động hộ dân giữ sáu sạch"),
    ],
)
def test_a_row_with_a_number_in_words_is_found_by_the_figure(snapshot: Snapshot, asked: str, task: str) -> None:
    answer = ask(snapshot, asked)
    assert not answer.tentative
    assert tasks(answer) == {task}


@pytest.mark.parametrize("asked", ["việc của một cửa Sở Y tế Nam Định", "việc 1 cửa Sở Y tế Nam Định làm những gì"])
def test_a_word_that_without_its_accents_is_a_small_one_still_narrows_a_list(snapshot: Snapshot, asked: str) -> None:
    answer = ask(snapshot, asked)
    assert tasks(answer) == {"Đổi biển hiệu ở cơ chế một cửa"}
