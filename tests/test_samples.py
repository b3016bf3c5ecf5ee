from dataclasses import replace

import make_samples
import pytest

from knowledge.model import Place, Plan, Task, TaskKind
from knowledge.plan.understanding import understand
from knowledge.readers import read
from knowledge.samples import in_every_format, sample_files


def the_plan(name: str) -> Plan:
    [path] = [path for path in in_every_format() if path.name == name]
    return understand(read(path))


def said(tasks: tuple[Task, ...]) -> list[Task]:
    return [replace(task, place=Place()) for task in tasks]


def test_the_demo_has_one_document_a_plan() -> None:
    assert [path.name for path in sample_files()] == ["cai-cach-hanh-chinh-2027.docx", "chuyen-doi-so-2027.txt"]


@pytest.mark.parametrize("suffix", [".docx", ".xlsx"])
def test_the_plan_says_the_same_in_word_and_excel_as_in_text(suffix: str) -> None:
    text, other = the_plan("chuyen-doi-so-2027.txt"), the_plan(f"chuyen-doi-so-2027{suffix}")
    assert sorted(said(other.tasks), key=str) == sorted(said(text.tasks), key=str)
    assert other.heading == text.heading
    assert other.doubts == ()


def test_merged_objectives_and_a_header_of_two_levels_are_read() -> None:
    tasks = [task for task in the_plan("cai-cach-hanh-chinh-2027.docx").tasks if task.kind is TaskKind.TABLE]
    assert [(task.stt, task.objective, task.task) for task in tasks] == [
        (row[0], row[1], row[2]) for row in make_samples.ROWS if len(row) > 2
    ]
    assert [("; ".join(task.lead), "; ".join(task.coordinate), task.deadline.text) for task in tasks] == [
        row[4:7] for row in make_samples.ROWS if len(row) > 2
    ]


def test_every_sample_is_read_without_a_doubt() -> None:
    assert {path.name: understand(read(path)).doubts for path in in_every_format()} == {
        path.name: () for path in in_every_format()
    }
