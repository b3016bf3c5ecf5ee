"""Words are found in the same rows by the index as by reading every row, also where a row prints a short form."""

import pytest
from builders import a_deadline, a_directory, a_loaded_plan, a_task
from generated import TODAY
from hypothesis import example, given, settings
from hypothesis import strategies as st
from worlds import cited, command

from knowledge.answers.answer import Context, answer
from knowledge.answers.cell_words import says
from knowledge.answers.selection import Selector
from knowledge.library.snapshot import make_snapshot
from knowledge.model import Task
from knowledge.questions.constraints import Constraint, Kind
from knowledge.questions.lookup import lookup
from knowledge.questions.query import Intent
from knowledge.tasks.register import Register
from scheduler.rule_context import RuleInputs

# a short form with one meaning, some with several, the words that they stand for, a code, a date, and others
PRINTED = (
    "BC", "bc", "CCHC", "TTHC", "TT", "VP", "báo", "cáo", "cải", "cách", "hành", "chính", "thông", "tin",
    "12/KH-SNV", "01/6", "30%", "kết", "quả", "và", "–", ";",
)  # fmt: skip
ASKED = (
    "bao", "cao", "bc", "cach", "hanh", "chinh", "thong", "tin", "tt", "tthc", "cchc", "1/6", "kh", "30%", "qua", "van",
)  # fmt: skip
FIELDS = ("any", "result", "deadline", "budget", "lead", "coordinate")


def some_words(table: tuple[str, ...], most: int) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(table), min_size=1, max_size=most)


CELLS = some_words(PRINTED, 5).map(" ".join)
TASKS = st.builds(
    a_task,
    task=CELLS,
    activity=st.one_of(st.none(), CELLS),
    result=st.one_of(st.none(), CELLS),
    deadline=CELLS.map(lambda text: a_deadline(text=text)),
    budget=st.one_of(st.none(), CELLS),
    lead=st.lists(CELLS, max_size=2).map(tuple),
    coordinate=st.lists(CELLS, max_size=1).map(tuple),
)


@settings(max_examples=120)
@given(st.lists(TASKS, min_size=1, max_size=4), some_words(ASKED, 3), st.sampled_from(FIELDS))
@example([a_task(task="BC kết quả", result=None)], ["cao"], "any")
@example([a_task(task="Gửi bc quý"), a_task(task="Gửi BC quý")], ["bao", "cao"], "any")
@example([a_task(task="Rà soát TTHC")], ["hanh", "chinh"], "any")
@example([a_task(task="kết", result="quả")], ["ket", "qua"], "any")
def test_the_index_finds_the_rows_that_reading_every_row_finds(tasks: list[Task], words: list[str], field: str) -> None:
    plans = (a_loaded_plan(tasks[:2], stem="a"), a_loaded_plan(tasks[2:], stem="b"))
    register = Register(plans, {}, TODAY)
    selector = Selector(register, lookup(make_snapshot(plans)).rows_saying)
    said = Constraint(Kind.WORDS, field, tuple(words))
    read = [row for row in range(len(register)) if says(register.index.task(row), said)]
    assert selector.select(register.all(), (said,)).tolist() == read
    assert selector.select(register.all()[1:], (said,)).tolist() == [row for row in read if row]
    assert field != "any" or selector.any_says(words) is bool(read)


ROWS = (a_task(task="Gửi BC quý I", stt="1"), a_task(task="Báo cáo tháng", stt="2"), a_task(task="Tập huấn", stt="3"))


@pytest.mark.parametrize(("said", "expected"), [("báo cáo", {"1", "2"}), ("bc", {"1"}), ("cáo", {"1", "2"})])
def test_a_command_with_words_has_the_rows_that_say_them_in_full_or_short(said: str, expected: set[str]) -> None:
    plan = a_loaded_plan(ROWS)
    _, shown = command(RuleInputs((plan,), a_directory()), said, Intent.TASKS)
    numbers = dict(zip(plan.task_refs, ("1", "2", "3"), strict=True))
    assert {numbers[ref] for ref in cited(shown)} == expected


def test_a_question_with_words_in_quotes_has_the_rows_of_the_command() -> None:
    plan = a_loaded_plan(ROWS)
    said, _ = answer("việc nào có nội dung “báo cáo”?", make_snapshot((plan,)), context=Context(today=TODAY))
    assert cited(said) == set(plan.task_refs[:2])


@pytest.mark.parametrize(
    ("said", "stts"),
    [
        pytest.param("thông tư", ["1", "4", "5"], id="also within a short form or misprinted, but no other word"),
        pytest.param("thong tu", ["1", "2", "4", "5"], id="typed without"),
        pytest.param("thống tự", ["1", "2", "4", "5"], id="accents that no row has are a slip"),
    ],
)
def test_words_with_other_accents_are_other_words_where_a_row_has_those_that_were_typed(
    said: str, stts: list[str]
) -> None:
    cells = ("Thông tư", "Hệ thống từ xa", "Báo cáo", "TT sửa đổi", "Thống tư mới")
    plan = a_loaded_plan([a_task(task="Việc", result=cell, stt=str(n)) for n, cell in enumerate(cells, 1)])
    selector = Selector(Register((plan,), {}, TODAY), lookup(make_snapshot((plan,))).rows_saying)
    words = Constraint(Kind.WORDS, "result", ("thong", "tu"), said=said)
    assert [plan.plan.tasks[row].stt for row in selector.select(selector.register.all(), (words,))] == stts
