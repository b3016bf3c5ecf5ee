from datetime import date
from pathlib import Path

from builders import at

from scheduler.settings import Reminders
from scheduler.workdays import WorkdayStore

NOW = at("2026-12-25 09:00")


def test_the_last_word_about_a_day_holds(tmp_path: Path) -> None:
    store = WorkdayStore(tmp_path / "planbot.db")
    store.set(date(2027, 1, 2), works=False, note="hoán đổi", now=NOW)
    store.set(date(2027, 1, 9), works=True, now=NOW)
    store.close()
    again = WorkdayStore(tmp_path / "planbot.db")
    calendar = again.calendar(Reminders())
    assert (calendar.is_working(date(2027, 1, 2)), calendar.is_working(date(2027, 1, 9))) == (False, True)
    again.set(date(2027, 1, 9), works=False, now=NOW)
    assert [(day.day, day.works) for day in again.all()] == [(date(2027, 1, 2), False), (date(2027, 1, 9), False)]
    assert again.unset(date(2027, 1, 9))
    assert not again.unset(date(2027, 1, 9))
    again.close()
