"""Whatever way a deadline is written in, it means the same, and no wording is an error."""

import re
import unicodedata
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_deadlines import DATES, OTHERS, YEAR

from knowledge.deadlines import understand_deadline
from knowledge.language.text import folded

SAME = [
    ("accents left out", folded),
    ("in capitals", str.upper),
    ("in small letters", str.lower),
    ("decomposed accents", lambda text: unicodedata.normalize("NFD", text)),
    ("a full stop behind", lambda text: f"{text}."),
    ("in brackets", lambda text: f"({text})"),
    ("a bullet before", lambda text: f"- {text}"),
    ("doubled spaces", lambda text: text.replace(" ", "  ")),
]
# Numbers in words need their accents: "tháng sáu" is June, "tháng sau" the next month.
PLAIN = [
    (text, kind, due)
    for text, kind, due in [*OTHERS, *((text, "date", due) for text, due in DATES)]
    if kind not in ("mixed", "none") and not re.search(r"[\n(;-]|sáu|mười|một", text)
]


@pytest.mark.parametrize("same", [change for _, change in SAME], ids=[name for name, _ in SAME])
def test_the_way_of_writing_changes_nothing(same: Callable[[str], str]) -> None:
    changed = {}
    for text, kind, due in PLAIN:
        found = understand_deadline(same(text), year=YEAR)
        if (found.kind, " ".join(map(str, found.due))) != (kind, due):
            changed[same(text)] = f"{found.kind} {' '.join(map(str, found.due))}"
    assert changed == {}


FORMS = (
    "{d}/{m}/{y}", "{d:02}/{m:02}/{y}", "{d}.{m}.{y}", "{d}-{m}-{y}", "{d:02}-{m:02}-{y}", "ngày {d} tháng {m} năm {y}",
    "Trước ngày {d}/{m}/{y}", "chậm nhất là ngày {d:02} tháng {m:02} năm {y}", "đến hết ngày {d}/{m}/{y}",
    "ngày {d}/{m}/{y}",
    "TRƯỚC NGÀY {d}/{m}/{y}", "hoàn thành xong trước ngày {d}.{m}.{y}", "{d} / {m} / {y}",
    "truoc ngay {d} thang {m} nam {y}",
)  # fmt: skip


@given(st.dates(date(1990, 1, 1), date(2099, 12, 31)), st.sampled_from(FORMS))
def test_every_day_reads_as_itself_in_every_form(day: date, form: str) -> None:
    text = form.format(d=day.day, m=day.month, y=day.year)
    found = understand_deadline(text, year=2027)
    assert (found.kind, found.due) == ("date", (day,))


@given(
    st.integers(1990, 2099),
    st.integers(1, 12),
    st.sampled_from(("Tháng {m}/{y}", "T{m}/{y}", "{m:02}/{y}", "tháng {m} năm {y}")),
)
def test_a_month_means_its_last_day(year: int, month: int, form: str) -> None:
    (due,) = understand_deadline(form.format(m=month, y=year), year=2027).due
    assert (due.year, due.month, (due + timedelta(days=1)).day) == (year, month, 1)


@given(st.text(max_size=60))
def test_any_text_is_understood_somehow(text: str) -> None:
    found = understand_deadline(text, year=None)
    assert found.due == tuple(sorted(set(found.due)))


_PIECES = (
    "trước",
    "ngày",
    "31/2",
    "tháng",
    "13",
    "quý",
    "IV",
    "năm",
    "2027",
    "từ",
    "đến",
    "-",
    ";",
    "hằng",
    "theo",
    "khi",
    "6",
    "cuối",
    "và",
    ",",
    "(",
    ")",
    "30/6",
)


@given(st.lists(st.sampled_from(_PIECES), max_size=12))
def test_words_of_time_in_any_order_never_fail(pieces: list[str]) -> None:
    found = understand_deadline(" ".join(pieces), year=2027)
    assert all(date(1900, 1, 1) <= day <= date(2100, 12, 31) for day in found.due)


def test_without_a_year_the_plans_date_helps() -> None:
    assert understand_deadline("Quý I", year=None, issued="2026-12").due == (date(2026, 3, 31),)


def test_without_any_year_a_month_has_no_day() -> None:
    assert understand_deadline("Quý I", year=None).due == ()


def test_the_printed_words_are_kept() -> None:
    assert understand_deadline("  Trước\nngày 30/6 ", year=2027).text == "Trước ngày 30/6"


@pytest.mark.parametrize("text", ["Tháng 13/2026", "quý 5", "Tuần 7 tháng 3"])
def test_a_time_that_no_calendar_has_is_told_as_a_doubt(text: str) -> None:
    assert understand_deadline(text, year=2026).doubt


@pytest.mark.parametrize("text", ["Trước 15/3, 15/6, 15/9", "Chậm nhất ngày 15 tháng 3 và tháng 9", "Năm 2026, 2027"])
def test_several_times_that_are_understood_are_no_doubt(text: str) -> None:
    assert not understand_deadline(text, year=2026).doubt


@pytest.mark.parametrize(
    ("text", "due"),
    [
        pytest.param("Ngày mười lăm tháng ba", "2026-03-15", id="a day and a month"),
        pytest.param("trước ngày hai mươi tháng mười một", "2026-11-20", id="of several words"),
        pytest.param("tháng mười hai", "2026-12-31", id="a month"),
        pytest.param("quý bốn", "2026-12-31", id="a quarter"),
    ],
)
def test_numbers_may_be_written_in_words(text: str, due: str) -> None:
    assert [f"{day}" for day in understand_deadline(text, year=2026).due] == [due]


@pytest.mark.parametrize("wording", ["Từ tháng 11 đến tháng 4", "tháng 2 năm tới"])
def test_a_time_beyond_the_last_year_of_all_dates_is_no_error(wording: str) -> None:
    assert understand_deadline(wording, year=date.max.year).due[-1].year == date.max.year


@pytest.mark.parametrize(("text", "due"), [("Thứ Hai, 01/3", "2027-03-01"), ("Sáng thứ 5, 04/3/2027", "2027-03-04")])
def test_the_number_of_a_weekday_is_no_day_of_the_month(text: str, due: str) -> None:
    found = understand_deadline(text, year=YEAR)
    assert (found.kind, " ".join(map(str, found.due))) == ("date", due)
