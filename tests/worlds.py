"""The world that rules and commands see, made of a register or of two offices, and how tests read what is shown."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, timedelta

from builders import OFFICE, a_deadline, a_directory, a_link, a_loaded_plan, a_task, at, the_inputs
from generated import TODAY, UNITS

from knowledge.answers.answer import Answer, Context
from knowledge.model import Task
from knowledge.questions.command import Argument
from knowledge.questions.query import Intent
from knowledge.tasks.entry import Entry
from knowledge.tasks.register import Register
from scheduler.calendar import WorkingCalendar
from scheduler.command_rows import argument_of, own_units, plans_named, selection
from scheduler.directory import Alias
from scheduler.items import Delivered, Item
from scheduler.rule_context import RuleInputs
from scheduler.rules import due_now
from scheduler.task_lists import command_tasks

DIRECTORY = a_directory(*(a_link(unit, -n) for n, unit in enumerate(UNITS, 1)), office=OFFICE)
ALWAYS = WorkingCalendar(work=frozenset(date(2026, 1, 1) + timedelta(days=n) for n in range(1100)))


def a_world_of(register: Register) -> RuleInputs:
    quiet = the_inputs().settings
    return RuleInputs(tuple(register.plans), DIRECTORY, register.progress, ALWAYS, replace(quiet, ongoing="never"))


def context_of(register: Register) -> Context:
    """Who asks in that world: somebody of the own office."""
    return Context(today=register.today, customs=DIRECTORY.customs, progress=register.progress)


def led_by(register: Register, unit: str) -> list[str]:
    """The rows that a unit of the own office chairs, told row by row from what is printed and what was given."""
    return _in_line(register, lambda name, ours: ours and name == unit)


def led_elsewhere(register: Register) -> list[str]:
    """The rows that units of other offices chair, or that their plans give to nobody."""
    return _in_line(register, lambda _, ours: not ours)


def ownerless(register: Register) -> list[str]:
    """The rows that the own plans give to nobody."""
    return _in_line(register, lambda name, ours: ours and not name)


def by_unit(register: Register, entries: Iterable[Entry]) -> dict[str, int]:
    """How many of these rows each unit chairs, other offices' units with their office where two are called the same."""
    wanted = {entry.ref for entry in entries}
    counts = Counter((name, issuer) for ref, name, issuer in _chairs(register) if ref in wanted and name)
    alike = Counter(name for name, _ in counts)
    return {
        name if issuer == OFFICE or alike[name] == 1 else f"{name} ({issuer})": count
        for (name, issuer), count in counts.items()
    }


def _in_line(register: Register, fits: Callable[[str, bool], bool]) -> list[str]:
    """The rows with a chair ("" for none) that fits by its name, and by whether it is of the own office."""
    return sorted({ref for ref, name, issuer in _chairs(register) if fits(name, issuer == OFFICE)})


def _chairs(register: Register) -> set[tuple[str, str, str]]:
    """Each row with each of its chairs and that one's office: what the row's office does not print, an admin gave."""
    printed = {
        (loaded.plan.heading.issuer, name)
        for loaded in register.plans
        for task in loaded.plan.tasks
        for name in (*task.lead, *task.coordinate)
    }
    every = ((e.ref, name, e.heading.issuer) for e in register.entries(register.all()) for name in e.task.lead or ("",))
    return {(ref, name, issuer if issuer and (not name or (issuer, name) in printed) else OFFICE)
            for ref, name, issuer in every}  # fmt: skip


def cited(said: Answer) -> set[str]:
    return {citation.ref for citation in said.cited if isinstance(citation.item, Task)}


def refs(register: Register, rows: object) -> list[str]:
    return sorted(entry.ref for entry in register.entries(rows))  # type: ignore[arg-type]


BARE = a_task(task="Sửa chữa nhà để xe", lead=(), coordinate=(), deadline=a_deadline(date(2027, 6, 25)))


def items(inputs: RuleInputs, when: str) -> tuple[Item, ...]:
    return due_now(inputs, Delivered(), at(when))


def command(inputs: RuleInputs, text: str, intent: Intent, chat: int = 0) -> tuple[Argument, Answer]:
    argument = argument_of(inputs, text, intent, TODAY).of(own_units(inputs, chat))
    return argument, command_tasks(argument, plans_named(inputs, argument), selection(inputs, argument, TODAY), TODAY)


def viec(inputs: RuleInputs, text: str) -> Answer:
    return command(inputs, text, Intent.TASKS)[1]


QUARTER = (date(2027, 4, 1), date(2027, 6, 30))
YEAR = (date(2027, 1, 1), date(2027, 12, 31))


def several_offices() -> RuleInputs:
    """Two offices with a unit of the same name, under several names, and rows given to all rooms."""
    ours = [
        a_task(stt="1", lead=("Văn phòng Sở",)),
        a_task(stt="2", lead=("Văn phòng", "Phòng Tổ chức")),
        a_task(stt="3", lead=("Các phòng chuyên môn",)),
        a_task(stt="4", lead=("Bộ phận Một cửa",)),
        BARE,
    ]
    theirs = [a_task(stt="1", lead=("Văn phòng Sở",)), a_task(stt="2", lead=("Phòng Ngân sách",))]
    heading = replace(a_loaded_plan().plan.heading, issuer="Sở Tài chính tỉnh Bình Yên")
    plans = (a_loaded_plan(ours, stem="ours"), a_loaded_plan(theirs, stem="theirs", heading=heading))
    directory = a_directory(
        a_link("Văn phòng Sở", -1),
        a_link("Phòng Tổ chức", -2),
        aliases=(Alias("Bộ phận Một cửa", "Văn phòng Sở", OFFICE),),
        office=OFFICE,
    )
    return replace(the_inputs(), plans=plans, directory=directory)
