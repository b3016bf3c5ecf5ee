"""The engine behind lists, without any language: over many invented rows, whatever constraints are picked."""

import itertools
import random
from datetime import date

import pytest
from builders import a_deadline, a_task

from knowledge.answers.selection import Row, at_the_end, fits, grouped, ranked, select
from knowledge.model import DeadlineKind, TaskKind
from knowledge.questions.constraints import Constraint, Kind
from knowledge.units.mentions import UnitMention

UNITS = ("Phòng Vận tải", "Thanh tra Sở", "Văn phòng Sở")


def mention(*names: str) -> UnitMention:
    return UnitMention(0, 1, tuple(names[0].lower().split()), {0: frozenset(names)})


def rows(seed: int) -> list[Row]:
    """Rows with every mixture of chairs, dates, blanks and sections."""
    choose = random.Random(seed)  # noqa: S311 - repeatable rows, no secret
    found = []
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
        found.append(Row((0, item), task, days))
    return found


CONSTRAINTS = [
    Constraint(Kind.UNIT, units=(mention("Thanh tra Sở"),), role="lead"),
    Constraint(Kind.UNIT, units=(mention("Phòng Vận tải"), mention("Văn phòng Sở"))),
    Constraint(Kind.BLANK, field="lead"),
    Constraint(Kind.BLANK, field="deadline"),
    Constraint(Kind.DATED),
    Constraint(Kind.RHYTHM, words=("ongoing",)),
    Constraint(Kind.WORDS, field="result", words=("quyet", "dinh")),
    Constraint(Kind.SECTION, words=("van", "tai")),
    Constraint(Kind.TABLE),
    Constraint(Kind.TOPIC, words=("bao", "cao")),
]


def without(constraint: Constraint) -> Constraint:
    return Constraint(
        constraint.kind, constraint.field, constraint.words, constraint.units, constraint.role, include=False
    )


@pytest.mark.parametrize("constraint", CONSTRAINTS, ids=lambda c: f"{c.kind} {c.field}")
def test_what_fits_and_its_complement_are_the_whole(constraint: Constraint) -> None:
    every = rows(1)
    held, left = select(every, [constraint]), select(every, [without(constraint)])
    assert held
    assert left
    assert sorted(r.place for r in held + left) == [r.place for r in every]


@pytest.mark.parametrize("pair", list(itertools.combinations(CONSTRAINTS, 2)), ids=lambda p: f"{p[0].kind} {p[1].kind}")
def test_two_constraints_are_an_intersection_in_either_order(pair: tuple[Constraint, Constraint]) -> None:
    every = rows(2)
    both = select(every, list(pair))
    assert both == select(every, list(reversed(pair))) == select(select(every, pair[:1]), pair[1:])
    assert all(fits(row, each) for row in both for each in pair)


@pytest.mark.parametrize("by", ["plan", "section"])
def test_groups_that_part_the_rows_sum_up(by: str) -> None:
    every = rows(3)
    assert sum(map(len, grouped(every, by).values())) == len(every)


def test_a_row_with_two_chairs_is_counted_for_each(  # so units sum up to the chairs, not to the rows
) -> None:
    every = rows(4)
    assert sum(map(len, grouped(every, "unit").values())) == sum(len(row.task.lead) for row in every)


def test_the_most_and_the_fewest_are_the_ends_of_one_order() -> None:
    groups = grouped(rows(5), "unit")
    sizes = [len(found) for _, found in ranked(groups)]
    assert sizes == sorted(sizes, reverse=True)
    assert len(ranked(groups, fewest=True)[0][1]) == sizes[-1]


def test_the_earliest_is_the_next_open_day_and_the_latest_the_last_of_all() -> None:
    every = rows(6)
    today = date(2027, 6, 1)
    ahead = [day for row in every for day in row.days if day >= today]
    assert {min(d for d in row.days if d >= today) for row in at_the_end(every, today, latest=False)} == {min(ahead)}
    assert {max(row.days) for row in at_the_end(every, today, latest=True)} == {max(ahead)}
    assert at_the_end([row for row in every if not row.days], today, latest=True) == []
