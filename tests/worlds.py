"""The world that rules and commands see, made of a register or of two offices, and how tests read what is shown."""

from dataclasses import replace
from datetime import date, timedelta

from builders import OFFICE, a_deadline, a_directory, a_link, a_loaded_plan, a_task, at, the_inputs
from generated import TODAY, UNITS

from knowledge.answers.answer import Answer
from knowledge.model import Task
from knowledge.questions.command import Argument
from knowledge.questions.query import Intent
from knowledge.tasks.register import Register
from scheduler.calendar import WorkingCalendar
from scheduler.command_rows import argument_of, own_units, plans_named, selection
from scheduler.directory import Alias
from scheduler.items import Delivered, Item
from scheduler.rule_context import RuleInputs
from scheduler.rules import due_now
from scheduler.task_lists import command_tasks

DIRECTORY = a_directory(*(a_link(unit, -n) for n, unit in enumerate(UNITS, 1)))
ALWAYS = WorkingCalendar(work=frozenset(date(2026, 1, 1) + timedelta(days=n) for n in range(1100)))


def a_world_of(register: Register) -> RuleInputs:
    quiet = the_inputs().settings
    return RuleInputs(tuple(register.plans), DIRECTORY, register.progress, ALWAYS, replace(quiet, ongoing="never"))


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
