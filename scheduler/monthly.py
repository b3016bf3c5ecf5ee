"""The report of the month: on its first working day, to leaders and admins, what /baocao says of the year. Pure.

A chat tied to a unit's leaders is told of that unit alone. What is said counts the same rows as /baocao does: of the
year that the month before belongs to.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from scheduler.account import Report, Whose, report_of
from scheduler.clock import VIETNAM
from scheduler.digest import Message
from scheduler.directory import Chat, Role
from scheduler.items import Delivered, Item, Key, Kind, StageSeries
from scheduler.rule_context import RuleInputs
from scheduler.task_lists import month_report

REF = "report"


def monthly_reports(inputs: RuleInputs, delivered: Delivered, now: datetime) -> Iterator[Message]:
    """The reports that are due; none on a day off or in the quiet hours, and to each chat once a month."""
    today = now.astimezone(VIETNAM).date()
    first = today.replace(day=1)
    opened = inputs.calendar.on_or_after(first)
    if not inputs.settings.month_overview or opened > today or not inputs.calendar.is_open(now):
        return
    had = {
        chat for _, due, series, chat in delivered.reached if series == StageSeries.MONTH and due == first.toordinal()
    }
    directory = inputs.directory
    above = tuple(dict.fromkeys((*directory.reachable_leaders, *directory.reachable_admins)))
    units = tuple(dict.fromkeys(link.chat for link in directory.links if link.role is Role.LEADER))
    wanted = dict.fromkeys(above) | {chat: chat.id for chat in units if chat not in above}
    made: dict[int | None, Report] = {}
    for chat, only in wanted.items():
        if chat.id in had or chat.id in directory.parked:
            continue
        if only not in made:
            made[only] = _report(inputs, first - timedelta(days=1), today, only)
        if made[only].account.whole.total:
            yield _message(chat, made[only], first, late=opened < today)


def _report(inputs: RuleInputs, last: date, today: date, only: int | None) -> Report:
    days = date(last.year, 1, 1), date(last.year, 12, 31)
    return report_of(inputs, f"năm {last.year}", days, today, Whose(only, Role.LEADER))


def _message(chat: Chat, report: Report, first: date, *, late: bool) -> Message:
    key = Key(REF, first, StageSeries.MONTH, first.toordinal(), chat.id)
    said = month_report(report.account)
    item = Item(key, Kind.MONTH, chat, "", first, late=late)
    return Message(chat, "", Kind.MONTH, late, said.head, tuple(said.entries), (item,), said.foot, report=report)
