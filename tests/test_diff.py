from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from builders import a_deadline, a_loaded_plan, a_plan, a_task
from hypothesis import given
from hypothesis import strategies as st

from knowledge.library.diff import compare, match
from knowledge.model import Task

STEM = "ke-hoach-2027"
DIGITISE = a_task(stt="1")
TRAIN = a_task(stt="2", task="Bồi dưỡng kỹ năng số cho công chức, viên chức", result="Lớp bồi dưỡng")
REPORT = a_task(stt="3", task="Báo cáo tổng kết công tác chuyển đổi số", result="Báo cáo")


def refs_after(old: Sequence[Task], new: Sequence[Task]) -> dict[str, str]:
    """Task words in the new version with the ref of the old row that each kept."""
    loaded = a_loaded_plan(old)
    names = dict(zip(loaded.task_refs, (task.task for task in old), strict=True))
    difference = compare(loaded, STEM, a_plan(new))
    return {task.task: names.get(ref, "new") for task, ref in zip(new, difference.refs, strict=True)}


def test_a_first_version_is_all_new() -> None:
    difference = compare(None, STEM, a_plan([DIGITISE, TRAIN]))
    assert [change.after for change in difference.added] == [DIGITISE, TRAIN]
    assert not difference.removed
    assert not difference.changed


def test_the_same_version_again_changes_nothing() -> None:
    difference = compare(a_loaded_plan([DIGITISE, TRAIN]), STEM, a_plan([DIGITISE, TRAIN]))
    assert difference.is_empty
    assert difference.unchanged == 2
    assert difference.refs == a_loaded_plan([DIGITISE, TRAIN]).task_refs


def test_a_moved_deadline_is_a_change_of_the_same_row() -> None:
    later = replace(DIGITISE, deadline=a_deadline(date(2027, 9, 30)))
    difference = compare(a_loaded_plan([DIGITISE, TRAIN]), STEM, a_plan([later, TRAIN]))
    assert [(change.before, change.after, change.fields) for change in difference.changed] == [
        (DIGITISE, later, ("deadline",))
    ]


def test_rows_keep_their_names_when_they_are_renumbered_and_a_row_comes_between() -> None:
    between = a_task(stt="2", task="Kiện toàn Tổ chuyển đổi số", result="Quyết định")
    new = [DIGITISE, between, replace(TRAIN, stt="3"), replace(REPORT, stt="4")]
    assert refs_after([DIGITISE, TRAIN, REPORT], new) == {
        DIGITISE.task: DIGITISE.task,
        between.task: "new",
        TRAIN.task: TRAIN.task,
        REPORT.task: REPORT.task,
    }


def test_a_row_reworded_in_its_place_keeps_its_name() -> None:
    reworded = replace(TRAIN, task="Bồi dưỡng, tập huấn kỹ năng số cho cán bộ, công chức và viên chức")
    assert refs_after([DIGITISE, TRAIN], [DIGITISE, reworded])[reworded.task] == TRAIN.task


def test_another_row_under_the_old_number_is_a_new_row() -> None:
    other = replace(TRAIN, task="Mua sắm máy tính cho bộ phận một cửa", result="Máy tính")
    difference = compare(a_loaded_plan([DIGITISE, TRAIN]), STEM, a_plan([DIGITISE, other]))
    assert [change.after for change in difference.added] == [other]
    assert [change.before for change in difference.removed] == [TRAIN]


def test_two_rows_that_say_the_same_keep_their_order() -> None:
    twice = [DIGITISE, DIGITISE]
    assert match(twice, twice) == {0: 0, 1: 1}


@given(st.lists(st.sampled_from([DIGITISE, TRAIN, REPORT, replace(TRAIN, stt="9")]), max_size=8),
       st.lists(st.sampled_from([DIGITISE, TRAIN, REPORT, replace(REPORT, stt="7")]), max_size=8))  # fmt: skip
def test_every_row_is_accounted_for_and_names_are_distinct(old: list[Task], new: list[Task]) -> None:
    difference = compare(a_loaded_plan(old), STEM, a_plan(new))
    kept = len(difference.changed) + difference.unchanged
    assert kept + len(difference.added) == len(new)
    assert kept + len(difference.removed) == len(old)
    assert len(set(difference.refs)) == len(new)
    assert {change.ref for change in difference.added}.isdisjoint(a_loaded_plan(old).task_refs)
