"""The first days of a month in questions: of the calendar that plans are kept by, unless the lunar one is spoken of."""

from datetime import date

import pytest
from asking import ask, stts
from builders import a_deadline, a_loaded_plan, a_task

from knowledge.deadlines.solar_days import with_solar_days
from knowledge.library.snapshot import Snapshot, make_snapshot


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    days = (date(2027, 3, 5), date(2027, 3, 12), date(2027, 4, 16))
    return make_snapshot(
        [a_loaded_plan([a_task(stt=str(at), deadline=a_deadline(day)) for at, day in enumerate(days)])]
    )


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("mùng 5 tháng 3 có việc nào đến hạn", "0"),
        ("từ mùng 1 đến mùng 10 tháng 3 có việc nào hạn", "0"),
        ("tu mung 1 den 15 thang 3 co viec nao phai xong", "01"),
        ("từ mồng một tháng ba đến hết tháng ba việc nào phải xong", "01"),
        ("mùng 10 tháng 3 âm lịch có việc gì đến hạn", "2"),
        ("từ mùng 1 tới mùng 10 tháng này có việc nào hạn", "0"),
        ("mong 5 thang 3 co viec nao den han", "0"),
        ("trước mùng 15 tháng 3 phải xong việc gì", "01"),
        ("mung 16 thang 4 co viec gi den han", "2"),
        ("mùng 5 tháng ba dương lịch có việc gì đến hạn", "0"),
    ],
)
def test_a_first_day_is_one_of_the_plans_calendar(snapshot: Snapshot, text: str, rows: str) -> None:
    assert sorted(stts(ask(snapshot, text))) == sorted(rows)


@pytest.mark.parametrize(
    "text",
    [
        "mùng 5 tháng giêng", "hôm nay mùng 1 tháng 3", "mùng 5", "mong được giúp tháng 3", "em mong 5 tháng 6 có",
        "mong 20 thang 6 co bao cao", "mong 10 viec thang 6 xong", "chao mung 30 thang 4",
    ],
)  # fmt: skip
def test_other_days_stay_as_they_are_said(text: str) -> None:
    assert list(with_solar_days(text.split())) == text.split()


@pytest.mark.parametrize("said", ["dương lịch", "tính theo dương lịch"])
def test_a_month_of_the_old_calendar_may_be_called_so_in_the_new_one(said: str) -> None:
    assert "mùng" not in with_solar_days(f"mùng 5 tháng giêng {said}".split())
