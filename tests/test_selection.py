"""The engine behind lists, without any language: over many invented rows, whatever constraints are picked."""

import itertools
import random
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache

import numpy as np
import pytest
from builders import a_deadline, a_loaded_plan, a_task

from knowledge.answers.grouping import grouped, grouped_by_unit, ranked
from knowledge.answers.ordering import at_the_end, by_day
from knowledge.answers.selection import Selector
from knowledge.answers.unit_rows import of_days
from knowledge.deadlines.periods import Period, quarter
from knowledge.deadlines.periods import year as a_year
from knowledge.language.text import folded
from knowledge.library.snapshot import make_snapshot
from knowledge.model import DeadlineKind, Task, TaskKind
from knowledge.questions.constraints import Constraint, Kind
from knowledge.questions.lookup import lookup
from knowledge.tasks.register import Register, register_of
from knowledge.units.mentions import UnitMention

UNITS = ("Phòng Vận tải", "Thanh tra Sở", "Văn phòng Sở")
TODAY = date(2027, 6, 1)


def test_a_row_with_two_dates_in_a_month_counts_once_in_it() -> None:
    twice = a_task(deadline=a_deadline(date(2027, 6, 10), date(2027, 6, 25)))
    register = Register((a_loaded_plan([twice, a_task(deadline=a_deadline(date(2027, 6, 30)))]),), {}, TODAY)
    assert {month: rows.tolist() for month, rows in grouped(register, register.all(), "month").items()} == {
        "tháng 6/2027": [0, 1]
    }


@pytest.mark.parametrize(("time", "yearly"), [(quarter(2027, 4), [0]), (a_year(2027), [])], ids=["quarter", "year"])
def test_a_row_for_a_whole_year_stands_apart_unless_the_year_is_asked_for(time: Period, yearly: list[int]) -> None:
    rows = [a_task(deadline=a_deadline(date(2027, 12, 31), text=text)) for text in ("Năm 2027", "Tháng 12/2027")]
    register = Register((a_loaded_plan(rows),), {}, TODAY)
    assert of_days(register, register.all(), [time]).yearly.tolist() == yearly


def mention(*names: str) -> UnitMention:
    printed = frozenset(names)
    return UnitMention(0, 1, tuple(names[0].lower().split()), {0: printed, 1: printed})


@cache
def selector(seed: int) -> Selector:
    """Two plans of rows with every mixture of chairs, dates, blanks and sections."""
    choose = random.Random(seed)  # noqa: S311 - repeatable rows, no secret
    plans = []
    for stem in ("a", "b"):
        tasks = []
        for item in range(60):
            days = tuple(sorted(date(2027, choose.randint(1, 12), 15) for _ in range(choose.randint(0, 2))))
            rhythm = choose.choice([DeadlineKind.ONGOING, DeadlineKind.NONE])
            task = a_task(
                task=choose.choice(["Rà soát bến xe", "Báo cáo vận tải", "Tập huấn lái xe"]),
                stt=str(item),
                lead=tuple(choose.sample(UNITS, choose.randint(0, 2))),
                coordinate=tuple(choose.sample(UNITS, choose.randint(0, 2))),
                result=choose.choice(["Quyết định", "Báo cáo", None]),
                section=(choose.choice(["I. Thể chế", "II. Vận tải công cộng"]),),
                kind=choose.choice([TaskKind.TABLE, TaskKind.PROSE]),
                deadline=a_deadline(*days, text="Quý I" if days else "", kind=None if days else rhythm),
            )
            tasks.append(task)
        plans.append(a_loaded_plan(tasks, stem=stem))
    return Selector(register_of(plans, {}, TODAY), lookup(make_snapshot(plans)).rows_saying)


def register(seed: int) -> Register:
    return selector(seed).register


def select(seed: int, *where: Constraint) -> list[int]:
    found: list[int] = selector(seed).select(register(seed).all(), where).tolist()
    return found


CONSTRAINTS = [
    Constraint(Kind.UNIT, units=(mention("Thanh tra Sở"),), role="lead"),
    Constraint(Kind.UNIT, units=(mention("Phòng Vận tải"), mention("Văn phòng Sở"))),
    Constraint(Kind.BLANK, field="lead"),
    Constraint(Kind.BLANK, field="deadline"),
    Constraint(Kind.BLANK, field="result"),
    Constraint(Kind.DATED),
    Constraint(Kind.STATE, words=("overdue",)),
    Constraint(Kind.STATE, words=("not_started", "in_progress")),
    Constraint(Kind.DUE, period=quarter(2027, 2)),
    Constraint(Kind.RHYTHM, words=("ongoing",)),
    Constraint(Kind.WORDS, field="result", words=("quyet", "dinh")),
    Constraint(Kind.WORDS, field="lead", words=("van", "phong")),
    Constraint(Kind.SECTION, words=("van", "tai")),
    Constraint(Kind.NUMBER, words=("7",)),
    Constraint(Kind.TABLE),
    Constraint(Kind.TOPIC, words=("bao", "cao")),
]
BY_TASK: dict[
    Kind, Callable[[Task, Constraint], bool]
] = {  # what a constraint means, said once more over the task itself
    Kind.WORDS: lambda task, c: (
        " ".join(c.words) in plain(task.result if c.field == "result" else "; ".join(task.lead))
    ),
    Kind.TOPIC: lambda task, c: any(" ".join(c.words) in plain(text) for text in (task.task, task.result)),
    Kind.NUMBER: lambda task, c: task.stt == c.words[0],
    Kind.SECTION: lambda task, c: " ".join(c.words) in plain(" ".join(task.section)),
    Kind.DUE: lambda task, c: any(date(2027, 4, 1) <= day <= date(2027, 6, 30) for day in task.deadline.due),
    Kind.STATE: lambda task, c: any(day < TODAY for day in task.deadline.due) == ("overdue" in c.words),
}


def plain(text: str | None) -> str:
    return folded(text or "").replace(";", "")


def without(constraint: Constraint) -> Constraint:
    return replace(constraint, include=False)


@pytest.mark.parametrize("constraint", CONSTRAINTS, ids=lambda c: f"{c.kind} {c.field}")
def test_what_fits_and_its_complement_are_the_whole(constraint: Constraint) -> None:
    held, left = select(1, constraint), select(1, without(constraint))
    assert held
    assert left
    assert sorted(held + left) == register(1).all().tolist()


@pytest.mark.parametrize(
    "constraint", [c for c in CONSTRAINTS if c.kind in BY_TASK], ids=lambda c: f"{c.kind} {c.field}"
)
def test_words_are_found_where_the_rows_print_them(constraint: Constraint) -> None:
    index = register(2).index
    assert select(2, constraint) == [
        row for row in range(index.size) if BY_TASK[constraint.kind](index.task(row), constraint)
    ]


@pytest.mark.parametrize("pair", list(itertools.combinations(CONSTRAINTS, 2)), ids=lambda p: f"{p[0].kind} {p[1].kind}")
def test_two_constraints_are_an_intersection_in_either_order(pair: tuple[Constraint, Constraint]) -> None:
    both = select(2, *pair)
    assert both == select(2, *reversed(pair)) == sorted(set(select(2, pair[0])) & set(select(2, pair[1])))


@pytest.mark.parametrize("by", ["plan", "section"])
def test_groups_that_part_the_rows_sum_up(by: str) -> None:
    every = register(3).all()
    groups = grouped(register(3), every, by)
    assert sorted(row for group in groups.values() for row in group) == every.tolist()


@pytest.mark.parametrize("role", ["lead", "coordinate"])
def test_a_row_with_two_units_is_counted_for_each(role: str) -> None:
    index = register(4).index
    rows = register(4).all()[::3]
    groups = grouped_by_unit(register(4), rows, role)
    for (plan, name), group in groups.items():
        assert group.tolist() == [
            row for row in rows.tolist() if index.place(row)[0] == plan and name in getattr(index.task(row), role)
        ]
    named = {(index.place(row)[0], name) for row in rows.tolist() for name in getattr(index.task(row), role)}
    assert set(groups) == named


def test_a_row_is_counted_in_every_month_in_which_it_is_due_and_months_follow_each_other() -> None:
    rows = register(5).all()
    groups = grouped(register(5), rows, "month")
    assert list(groups) == [f"tháng {month}/2027" for month in range(1, 13)]
    for row in rows.tolist():
        months = {f"tháng {day.month}/{day.year}" for day in register(5).index.task(row).deadline.due}
        assert {name for name, group in groups.items() if row in group} == months


def test_quarters_are_made_of_their_months() -> None:
    rows = register(5).all()
    months, quarters = grouped(register(5), rows, "month"), grouped(register(5), rows, "quarter")
    assert list(quarters) == [f"quý {number}/2027" for number in ("I", "II", "III", "IV")]
    for at, group in enumerate(quarters.values()):
        own = [months[f"tháng {month}/2027"] for month in range(3 * at + 1, 3 * at + 4)]
        assert set(group.tolist()) == {row for found in own for row in found.tolist()}


def test_the_most_and_the_fewest_are_the_ends_of_one_order() -> None:
    groups = grouped(register(5), register(5).all(), "section")
    sizes = [len(found) for _, found in ranked(groups)]
    assert sizes == sorted(sizes, reverse=True)
    assert len(ranked(groups, fewest=True)[0][1]) == sizes[-1]


def test_the_earliest_is_the_next_open_day_and_the_latest_the_last_of_all() -> None:
    rows = register(6).all()
    due = {row: register(6).index.task(row).deadline.due for row in rows.tolist()}
    ahead = [day for days in due.values() for day in days if day >= TODAY]
    earliest, latest = (at_the_end(register(6), rows, latest=late).tolist() for late in (False, True))
    assert earliest == [row for row, days in due.items() if min(ahead) in days]
    assert latest == [row for row, days in due.items() if max(ahead) in days]
    undated = register(6).undated()
    assert len(undated)
    assert not len(at_the_end(register(6), undated, latest=True))


def test_a_list_by_days_keeps_the_rows_of_a_plan_together_and_loses_none() -> None:
    first, last = date(2027, 3, 1), date(2027, 9, 30)
    rows = register(7).due_within(first, last)
    ordered = by_day(register(7), rows, first, last)
    assert sorted(ordered.tolist()) == rows.tolist()
    plans = register(7).index.plans_of(ordered)
    assert np.count_nonzero(np.diff(plans)) == 1
    for plan in (0, 1):
        days = [
            min(day for day in register(7).index.task(row).deadline.due if first <= day <= last)
            for row in ordered[plans == plan].tolist()
        ]
        assert days == sorted(days)


def test_the_rows_of_a_message_are_a_selection_like_any_other() -> None:
    index = register(7).index
    refs = tuple(loaded.task_refs[0] for loaded in index.plans)
    shown = Constraint(Kind.SHOWN, words=(*refs, "gone"))
    assert select(7, shown) == [0, 60]
    assert select(7, shown, CONSTRAINTS[0]) == [row for row in select(7, CONSTRAINTS[0]) if row in (0, 60)]
