"""What is looked up for questions, once for each snapshot."""

from datetime import date

from builders import a_deadline, a_loaded_plan, a_task

from knowledge.library.snapshot import make_snapshot
from knowledge.questions.lookup import lookup

ROWS = [
    a_task(stt="1", deadline=a_deadline(date(2027, 3, 1), date(2027, 9, 1))),
    a_task(stt="2", lead=("Thanh tra Sở",), coordinate=("Văn phòng Sở",), deadline=a_deadline(date(2027, 1, 5))),
]


def test_a_snapshot_has_one_guide() -> None:
    snapshot = make_snapshot([a_loaded_plan(ROWS)])

    assert lookup(snapshot) is lookup(snapshot)
    assert lookup(make_snapshot([a_loaded_plan(ROWS)])) is not lookup(snapshot)


def test_others_may_work_after_each_plan_while_the_guide_is_made() -> None:
    rests: list[str] = []
    lookup(make_snapshot([a_loaded_plan(ROWS, stem=stem) for stem in "abc"]), lambda: rests.append("rest"))

    assert len(rests) >= 3


def test_a_row_is_found_by_its_name() -> None:
    plan = a_loaded_plan(ROWS)
    known = lookup(make_snapshot([plan]))

    assert known.place(plan.task_refs[1]) == (0, 1)
    assert known.place("nothing") is None
