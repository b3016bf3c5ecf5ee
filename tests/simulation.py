"""A year in the life of the reminders: the clock is moved on, the machine is off at random, sends fail, chats block and
move, dates move, reports come in. What has to hold is worked out here a second time, from the calendar alone.
"""

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from builders import ADMIN, a_deadline, a_link, some_people
from virtual_time import in_virtual_time

from knowledge.library.snapshot import LoadedPlan
from knowledge.model import State, Task
from knowledge.tasks.progress import ProgressStore, Report
from knowledge.units.keys import is_group
from knowledge.units.naming import without_post
from scheduler.clock import VIETNAM
from scheduler.delivery import Delivery, Outcome
from scheduler.digest import Message
from scheduler.directory import Role
from scheduler.ledger import Ledger
from scheduler.run import Stores, run_pass
from scheduler.settings import Reminders
from scheduler.stages import stage_name
from scheduler.units import UnitStore
from scheduler.workdays import WorkdayStore

UNITS = ("Văn phòng Sở", "Thanh tra Sở", "Phòng Tổ chức", "Phòng Cải cách hành chính")
SETTINGS = Reminders()
FIRST, LAST = date(2027, 1, 1), date(2027, 12, 31)


@dataclass
class Counts:
    """What a year held."""

    passes: int = 0
    messages: int = 0
    items: int = 0
    superseded: int = 0
    failed: int = 0
    parked: int = 0
    checked: int = 0
    waiting: int = 0


@dataclass
class Year:
    """One simulated year; `problems` says what should not have been."""

    seed: int
    plans: list[LoadedPlan]
    days: int = 365
    problems: list[str] = field(default_factory=list)
    counts: Counts = field(default_factory=Counts)

    def __post_init__(self) -> None:
        self.random = random.Random(self.seed)  # noqa: S311 - a simulation
        self.now = datetime(2027, 1, 1, 6, tzinfo=VIETNAM)
        self.down: set[int] = set()
        self.moved: dict[int, int] = {}
        self.wrote: dict[int, date] = {}
        self.quiet: set[int] = set()  # chats that had their message of the day before this pass
        self.delivered: Counter[tuple[object, ...]] = Counter()
        self.stores = Stores(
            plans=lambda: tuple(self.plans),
            ledger=Ledger(None),
            units=UnitStore(None),
            workdays=WorkdayStore(None),
            progress=ProgressStore(None),
            settings=SETTINGS,
            people=some_people(admins=[ADMIN], leaders=[2], groups=[-10, -11, -12, -50]),
        )
        for n, unit in enumerate(UNITS[:3]):  # the last one has no chat
            self.stores.units.link(a_link(unit, -10 - n))
        self.stores.units.link(a_link(UNITS[0], -50, role=Role.LEADER))

    def run(self) -> "Year":
        """Lives the year."""
        day = FIRST
        while day < FIRST + timedelta(days=self.days):
            if self.random.random() < 0.02:
                day += timedelta(days=self.random.randint(2, 25))  # the machine is off for weeks
            self._events(day)
            for hour in sorted(self.random.sample(range(24), self.random.randint(0, 4))):
                self.now = max(self.now, datetime(day.year, day.month, day.day, hour, 5, tzinfo=VIETNAM))
                self._pass(day)
            day += timedelta(days=1)
        self.close()
        return self

    def close(self) -> None:
        """Closes the stores."""
        for store in (self.stores.ledger, self.stores.units, self.stores.workdays, self.stores.progress):
            store.close()

    def _pass(self, day: date) -> None:
        calendar = self.stores.workdays.calendar(SETTINGS)
        was_open = calendar.is_open(self.now)
        self.quiet = {chat for chat, last in self.wrote.items() if last == day}
        passed = in_virtual_time(lambda: run_pass(self.stores, self._send, lambda: self.now))
        self.counts.passes += 1
        self.counts.failed += passed.failed
        self.counts.parked += passed.parked
        if passed.sent and not was_open:
            self.problems.append(f"{self.now}: {passed.sent} messages on a day off or in the quiet hours")
        if was_open and not (passed.failed or passed.left or passed.parked):
            self._check(day)

    async def _send(self, message: Message) -> Delivery:
        self.now += timedelta(seconds=self.random.randint(0, 20))
        chat = message.chat.id
        if chat in self.moved:
            old, chat = chat, self.moved.pop(chat)
            return self._arrived(message, chat, old)
        if chat in self.down:
            return Delivery(Outcome.BLOCKED, chat, reason="bot was blocked by the user")
        if self.random.random() < 0.05:
            return Delivery(Outcome.FAILED, chat, reason="Timed out")
        return self._arrived(message, chat, None)

    def _arrived(self, message: Message, chat: int, old: int | None) -> Delivery:
        self.counts.messages += 1
        self.wrote[chat] = self.now.date()
        self.counts.items += len(message.items)
        for item in message.items:
            self.counts.superseded += len(item.skipped)
            key = (item.key.ref, item.key.due, item.key.series, item.key.rank, self._first_id(chat))
            self.delivered[key] += 1
            if self.delivered[key] > 1:
                self.problems.append(f"{self.now}: said twice: {key}")
        return Delivery(Outcome.SENT, chat, message=self.counts.messages, moved_from=old)

    def _first_id(self, chat: int) -> int:
        """The id that a group had before it moved: each move adds 1000 to it."""
        return chat if chat > 0 else -(-chat % 1000)

    def _events(self, day: date) -> None:
        chats = [link.chat.id for link in self.stores.units.links()]
        happening = self.random.random
        if happening() < 0.02:
            self.down.add(self.random.choice(chats))
        if self.down and happening() < 0.05:
            chat = self.down.pop()
            self.stores.ledger.unpark(chat)
        if happening() < 0.01:
            chat = self.random.choice([c for c in chats if c not in self.down] or chats)
            if chat not in self.down:
                self.moved[chat] = chat - 1000
        if happening() < 0.05:
            self.stores.workdays.set(
                day + timedelta(days=self.random.randint(0, 20)), works=happening() < 0.5, now=self.now
            )
        if happening() < 0.1:
            self._move_a_date()
        if happening() < 0.1:
            self._report()

    def _move_a_date(self) -> None:
        n = self.random.randrange(len(self.plans))
        plan = self.plans[n].plan
        dated = [i for i, task in enumerate(plan.tasks) if task.deadline.due]
        if not dated:
            return
        chosen = self.random.choice(dated)
        tasks = list(plan.tasks)
        due = tasks[chosen].deadline.due[0] + timedelta(days=self.random.randint(-20, 60))
        tasks[chosen] = replace(tasks[chosen], deadline=a_deadline(due))
        self.plans[n] = replace(self.plans[n], plan=replace(plan, tasks=tuple(tasks)))

    def _report(self) -> None:
        loaded = self.random.choice(self.plans)
        if not loaded.task_refs:
            return
        ref = self.random.choice(loaded.task_refs)
        state = self.random.choice((State.DONE_ON_TIME, State.IN_PROGRESS))
        if self.random.random() < 0.3:
            self.stores.progress.later(ref, self.now.date() + timedelta(days=2), who="An", now=self.now)
        else:
            self.stores.progress.report(ref, Report(state), who="An", now=self.now)

    def _check(self, day: date) -> None:
        """After a pass without trouble: every stage reached is said once or stands for by a later one, once."""
        said = Counter[tuple[str, date, str, int]]()
        for item in self.stores.ledger.said():
            if item.key.series == "due":
                for rank in (item.key.rank, *item.skipped):
                    said[item.key.ref, item.key.due, stage_name(rank), item.key.chat] += 1
        parked = {chat.chat for chat in self.stores.ledger.parked()}
        links = [link for link in self.stores.units.links() if link.role is Role.UNIT]
        chat_of = {(link.unit, link.office): link.chat.id for link in links}
        for ref, issuer, task in self._open_tasks():
            for unit in task.lead:
                linked = chat_of.get((unit, issuer)) or chat_of.get(
                    (f"{unit} Sở", issuer)
                )  # "Văn phòng" is the office's own
                if linked is None and is_group(without_post(unit)):
                    continue  # whom a collective name reaches is a table of its own, in test_recipients
                chat = ADMIN if linked is None or linked in parked else linked
                for due in task.deadline.due:
                    self._check_stages(day, (ref, due, chat), said)

    def _open_tasks(self) -> Iterator[tuple[str, str, Task]]:
        progress = self.stores.progress.all()
        for loaded in self.plans:
            for ref, task in zip(loaded.task_refs, loaded.plan.tasks, strict=True):
                if ref not in progress or progress[ref].state is not State.DONE_ON_TIME:
                    yield ref, loaded.plan.heading.issuer or "", task

    def _check_stages(self, day: date, about: tuple[str, date, int], said: Counter[tuple[str, date, str, int]]) -> None:
        ref, due, chat = about
        if chat in self.quiet:  # what comes up later in the day may wait
            return
        for stage, reached in self._expected(due, day):
            self.counts.checked += 1
            times = said[ref, due, stage, chat]
            if times == 0 and self._may_wait(stage, reached, chat, day):
                self.counts.waiting += 1
            elif times != 1:
                self.problems.append(f"{day}: stage {stage} of {ref} due {due} counted {times} times for {chat}")

    def _may_wait(self, stage: str, reached: date, chat: int, day: date) -> bool:
        """Whether a stage may wait for the next message: that of a unit which got none today, for less than a week."""
        return chat != ADMIN and stage != "0" and self.wrote.get(chat) != day and day - reached < timedelta(days=7)

    def _expected(self, due: date, today: date) -> list[tuple[str, date]]:
        """The stages whose day has come, each with its day, by walking day after day."""
        calendar = self.stores.workdays.calendar(SETTINGS)
        found = []
        for days in SETTINGS.stages:
            day = due - timedelta(days=days)
            while not calendar.is_working(day):
                day -= timedelta(days=1)
            if day <= today:
                found.append((str(days), day))
        day, number = due + timedelta(days=7 - due.weekday()), 1  # Mondays
        while day <= today:
            said_on = day
            while not calendar.is_working(said_on):
                said_on += timedelta(days=1)
            if said_on <= today:
                found.append((f"+{number}", said_on))
            day, number = day + timedelta(days=SETTINGS.overdue_every_days), number + 1
        return found
