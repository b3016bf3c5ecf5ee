"""A time means the same days wherever it is written: in a plan's cell, in a question, in the argument of a command."""

import json
import re
from datetime import date
from pathlib import Path

import pytest

from knowledge.deadlines import understand_deadline
from knowledge.deadlines.arguments import argument_day, argument_period
from knowledge.deadlines.grain import Grain
from knowledge.deadlines.periods import find_periods
from knowledge.deadlines.relations import Related, Relation
from knowledge.deadlines.windows import Now, Time
from knowledge.language.text import folded
from knowledge.language.text import tokens as words_of

YEAR = 2027
TODAY = date(YEAR, 1, 1)
WORDINGS = {
    "30/6/2027": "2027-06-30",
    "30-6-2027": "2027-06-30",
    "30.6.2027": "2027-06-30",
    "ngày 30/6": "2027-06-30",
    "ngày 5 tháng 12": "2027-12-05",
    "ngày 05 tháng 12 năm 2026": "2026-12-05",
    "6/2027": "2027-06-30",
    "tháng 2": "2027-02-28",
    "tháng 02/2028": "2028-02-29",
    "tháng 11 năm 2026": "2026-11-30",
    "tháng 3-6/2027": "2027-06-30",
    "từ tháng 3 đến tháng 10": "2027-10-31",
    "từ tháng 10/2026 đến tháng 3/2027": "2027-03-31",
    "từ ngày 15/11 đến ngày 20/11/2027": "2027-11-20",
    "quý I": "2027-03-31",
    "quý II/2027": "2027-06-30",
    "quý 4/2026": "2026-12-31",
    "quý II-III/2027": "2027-09-30",
    "6 tháng đầu năm": "2027-06-30",
    "6 tháng cuối năm 2027": "2027-12-31",
    "nửa đầu tháng 5": "2027-05-15",
    "năm 2027": "2027-12-31",
    "trước ngày 15/01/2027": "2027-01-15",
    "trước tháng 7/2027": "2027-06-30",
    "trước quý II/2027": "2027-03-31",
    "đến hết tháng 8": "2027-08-31",
    "đến hết ngày 28/02/2027": "2027-02-28",
    "nửa năm đầu": "2027-06-30",
    "hai quý đầu năm": "2027-06-30",
    "15 ngày đầu tháng 6": "2027-06-15",
    "thượng tuần tháng 9": "2027-09-10",
    "tuần thứ 2 của tháng 4": "2027-04-14",
    "tuần 45/2027": "2027-11-14",
    "trước cuối tháng 6": "2027-06-30",
    "từ nay đến hết quý III": "2027-09-30",
    "quý III, năm 2028": "2028-09-30",
    "T.9/2027": "2027-09-30",
    "24/7/2027": "2027-07-24",
    "mùng 5 tháng Giêng": "2027-02-10",
    "rằm tháng Giêng năm 2027": "2027-02-20",
    "ngày 10/3 âm lịch": "2027-04-16",
}


def asked(wording: str) -> date:
    """The last day of the one time that a question names."""
    (period,) = find_periods(words_of(wording), today=TODAY, year=YEAR)
    assert not period.doubt
    return period.last


@pytest.mark.parametrize(("wording", "last"), WORDINGS.items(), ids=WORDINGS)
def test_a_time_ends_on_the_same_day_in_a_plan_in_a_question_and_in_a_command(wording: str, last: str) -> None:
    due = date.fromisoformat(last)
    assert understand_deadline(wording, year=YEAR).due == (due,)
    assert asked(wording) == due
    for read in (argument_period, argument_day):
        period, rest = read(wording, today=TODAY)
        assert period is not None
        assert (period.last, rest) == (due, "")


def test_what_is_due_about_the_middle_of_a_time_is_so_on_a_day_and_is_asked_for_around_it() -> None:
    assert understand_deadline("giữa tháng 5", year=YEAR).due == (date(YEAR, 5, 15),)
    (period,) = find_periods(words_of("giữa tháng 5"), today=TODAY, year=YEAR)
    assert (period.first, period.last) == (date(YEAR, 5, 11), date(YEAR, 5, 20))


def test_several_times_with_one_head_are_each_asked_for() -> None:
    assert len(understand_deadline("ngày 10 và 20/6", year=YEAR).due) == 2
    found = find_periods(words_of("ngày 10 và 20/6"), today=TODAY, year=YEAR)
    assert [period.last for period in found] == [date(YEAR, 6, 10), date(YEAR, 6, 20)]


@pytest.mark.parametrize("wording", [wording for wording in WORDINGS if not re.search("Giêng|hai quý", wording)])
def test_it_means_the_same_without_accents(wording: str) -> None:
    assert asked(folded(wording)) == asked(wording)


def test_the_times_of_real_plans_end_on_the_same_day_in_a_question(shared: Path) -> None:
    rows = map(json.loads, (shared / "eval" / "deadlines.jsonl").read_text(encoding="utf-8").splitlines())
    apart = []
    for row in rows:
        year = row.get("year") or YEAR
        found = find_periods(words_of(row["text"]), today=date(year, 1, 1), year=year)
        due = understand_deadline(row["text"], year=year, issued=row.get("issued")).due
        if (
            len(found) == 1
            and len(due) == 1
            and not found[0].doubt
            and found[0].last != due[0]
            and row["kind"] == "date"
        ):
            apart.append(row["text"])
    assert apart == []


def test_a_list_takes_the_year_that_stands_behind_its_last_time() -> None:
    due = understand_deadline("Ngày 15/3; 15/6, ngày 15/9/2028", year=YEAR).due
    assert due == (date(YEAR, 3, 15), date(2028, 6, 15), date(2028, 9, 15))


def test_where_only_a_beginning_is_told_nothing_is_due() -> None:
    begins = Related(Relation.SINCE, Time(lambda now: (date(now.year, 3, 1), date(now.year, 3, 31)), Grain.MONTH))
    assert begins.deadline(Now(TODAY, YEAR)) is None


LIMITS = [
    "trước ngày 30/6/2027", "chậm nhất 30/6/2027", "không quá 30/6/2027", "hết tháng 6", "đến hết quý II", "trước Tết",
]  # fmt: skip


@pytest.mark.parametrize("limit", LIMITS)
@pytest.mark.parametrize(
    "joint", [" ", ", ", " và ", " nhưng ", " ("], ids=["beside", "comma", "and", "but", "brackets"]
)
@pytest.mark.parametrize("before", ["Theo Quyết định số 12/QĐ-UBND", "Khi có yêu cầu", "Trong 05 ngày làm việc"])
def test_a_limit_behind_a_document_or_an_event_is_the_row_s_own_however_it_is_told(
    before: str, joint: str, limit: str
) -> None:
    alone = understand_deadline(limit, year=YEAR).due
    assert alone
    assert understand_deadline(f"{before}{joint}{limit}{')' if '(' in joint else ''}", year=YEAR).due == alone


@pytest.mark.parametrize("said", ["quý II", "tháng 6", "từ tháng 4 đến tháng 6", "6 tháng đầu năm"])
def test_any_time_behind_a_comma_is_the_row_s_own(said: str) -> None:
    alone = understand_deadline(said, year=YEAR).due
    for done in ("", "hoàn thành ", "xong trong "):
        assert understand_deadline(f"Theo Kế hoạch số 5/KH-UBND, {done}{said}", year=YEAR).due == alone


@pytest.mark.parametrize("title", ["đến năm 2030", "giai đoạn 2026-2030", "từ năm 2026 đến năm 2030"])
def test_the_years_in_the_name_of_a_document_are_no_limit(title: str) -> None:
    assert not understand_deadline(f"Theo Kế hoạch chuyển đổi số {title}", year=YEAR).due
