import json
from datetime import date

import pytest
from builders import a_plan, a_task

from knowledge.library import records
from knowledge.model import Deadline, DeadlineKind, Doubt, Passage, Place, Signer, Target, Task, TaskKind

FULL = Task(
    task="Báo cáo kết quả",
    kind=TaskKind.PROSE,
    section=("V. TỔ CHỨC THỰC HIỆN", "1. Văn phòng Sở"),
    stt="1.2",
    stt_inherited=True,
    objective="100% báo cáo đúng hạn",
    activity="Tổng hợp",
    result="Báo cáo",
    lead=("Văn phòng Sở", "Thanh tra Sở"),
    lead_raw="Văn phòng Sở; Thanh tra Sở",
    coordinate=("Các phòng",),
    coordinate_raw="Các phòng",
    deadline=Deadline("Trước ngày 15/3 và 15/9/2027", DeadlineKind.MIXED, (date(2027, 3, 15), date(2027, 9, 15)), "x"),
    budget="Chi thường xuyên",
    status="Đã hoàn thành",
    person="Chánh Văn phòng Sở",
    note="đầu mối tổng hợp",
    extra=(("Ghi chú", "Ưu tiên"),),
    place=Place(lines=(3, 4), page=2, at="table 1 row 3"),
)


@pytest.mark.parametrize("task", [FULL, a_task(), Task(task="Chỉ có tên")], ids=["full", "usual", "bare"])
def test_a_task_comes_back_as_it_was(task: Task) -> None:
    assert records.task(json.loads(json.dumps(records.record(task)))) == task


def test_the_other_values_come_back_as_they_were() -> None:
    place = Place(lines=(7, 7))
    target = Target("Đạt tối thiểu 92%", ("92%",), ("II. MỤC TIÊU",), place)
    passage = Passage("Tiếp tục đẩy mạnh", ("I. MỤC ĐÍCH",), place)
    doubt = Doubt("two dates in one cell", place)
    heading = a_plan().heading
    assert records.target(json.loads(json.dumps(records.record(target)))) == target
    assert records.passage(json.loads(json.dumps(records.record(passage)))) == passage
    assert records.doubt(json.loads(json.dumps(records.record(doubt)))) == doubt
    assert records.heading(json.loads(json.dumps(records.record(heading)))) == heading
    signed = type(heading)(signer=Signer("Trần Thị Minh Hạnh", "Phó Giám đốc"))
    assert records.heading(json.loads(json.dumps(records.record(signed)))) == signed


def test_what_is_not_said_is_not_written() -> None:
    assert records.record(Task(task="Chỉ có tên")) == {"task": "Chỉ có tên"}
