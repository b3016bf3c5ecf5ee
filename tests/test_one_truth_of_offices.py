"""Several offices whose units have the same names, and rows that an admin gave to a unit: everywhere the same rows."""

from dataclasses import replace
from datetime import datetime

import pytest
from builders import OFFICE, a_directory, a_link, a_loaded_plan, a_task
from generated import OTHER_OFFICE, TODAY
from worlds import YEAR, cited, refs

from knowledge.answers.answer import Answer, Context, answer
from knowledge.library.snapshot import LoadedPlan, make_snapshot
from knowledge.model import Heading, Progress, Task
from knowledge.questions.lookup import lookup
from knowledge.questions.query import Intent
from knowledge.reply import line_text, plain
from knowledge.tasks.entry import Blank
from scheduler.account import account_of
from scheduler.clock import VIETNAM
from scheduler.command_rows import argument_of, selection
from scheduler.items import Delivered, Kind
from scheduler.overview import OTHERS, of_chat
from scheduler.rule_context import RuleInputs
from scheduler.rules import due_now

SUPERIOR = "UBND tỉnh An Bình"
BARE = a_task(task="Sửa nhà để xe", stt="9", lead=(), coordinate=())


def a_plan_of(issuer: str, *tasks: Task, stem: str) -> LoadedPlan:
    heading = Heading(number=f"{len(stem)}/KH", issuer=issuer, place=issuer.rpartition("tỉnh ")[2], years=(2027,))
    return a_loaded_plan(tasks, stem=stem, heading=heading)


def chaired(*units: str, task: str = "Rà soát hồ sơ") -> Task:
    return a_task(task=f"{task} {'; '.join(units)}", lead=units, coordinate=())


OURS = a_plan_of(OFFICE, chaired("Văn phòng Sở"), chaired("Văn phòng", task="Lưu trữ"), BARE, stem="ours")
THEIRS = a_plan_of(OTHER_OFFICE, chaired("Văn phòng Sở"), chaired("Thanh tra Sở"), stem="theirs")
ABOVE = a_plan_of(SUPERIOR, chaired("Thanh tra tỉnh"), BARE, stem="above")
PLANS = (OURS, THEIRS, ABOVE)


def the_world(*linked: str, given: dict[str, str] | None = None, plans: tuple[LoadedPlan, ...] = PLANS) -> RuleInputs:
    links = [a_link(unit, -number) for number, unit in enumerate(linked, 1)]
    progress = {ref: Progress(lead=(unit,)) for ref, unit in (given or {}).items()}
    return RuleInputs(plans, replace(a_directory(*links), links=tuple(links), office=OFFICE), progress)


def asked(inputs: RuleInputs, text: str) -> Answer:
    context = Context(today=TODAY, customs=inputs.directory.customs, progress=inputs.progress)
    return answer(text, make_snapshot(inputs.plans), context=context)[0]


def commanded(inputs: RuleInputs, text: str) -> set[str]:
    rows = selection(inputs, argument_of(inputs, text, Intent.TASKS, TODAY), TODAY)
    return {row.tracked.ref for row in rows.own}


@pytest.mark.parametrize(
    ("linked", "unit", "expected"),
    [
        (("Văn phòng Sở",), "Văn phòng Sở", OURS.task_refs[:2]),
        ((), "Văn phòng Sở", OURS.task_refs[:2]),
        ((), "Thanh tra Sở", THEIRS.task_refs[1:]),  # no own unit is called so
        (("Thanh tra Sở",), "Thanh tra Sở", ()),  # there is one, and it has no row
        (("Thanh tra Sở",), "Thanh tra", ()),
    ],
    ids=["own one first", "without a chat too", "else another office's", "own one without rows", "by its short name"],
)
def test_a_unit_is_the_own_office_s_before_that_of_another(
    linked: tuple[str, ...], unit: str, expected: tuple[str, ...]
) -> None:
    inputs = the_world(*linked)
    assert commanded(inputs, unit) == cited(asked(inputs, f"{unit} chủ trì việc gì")) == set(expected)


def test_units_of_two_offices_that_are_called_the_same_are_counted_apart() -> None:
    said = asked(the_world("Văn phòng Sở"), "mỗi đơn vị có bao nhiêu việc năm 2027")
    assert [line_text(row).partition(". ")[2] for row in said.head[1:]] == [
        "Văn phòng Sở: 2 nhiệm vụ",
        f"Văn phòng Sở ({OTHER_OFFICE}): 1 nhiệm vụ",
        "Thanh tra Sở: 1 nhiệm vụ",
        "Thanh tra tỉnh: 1 nhiệm vụ",
    ]
    account = account_of(the_world("Văn phòng Sở"), "năm 2027", YEAR, TODAY)
    assert [(unit.name, unit.total) for unit in account.units] == [
        ("Văn phòng Sở", 2),
        ("Chưa giao đơn vị chủ trì", 1),
        (OTHERS, 4),
    ]


def test_lines_of_units_with_chats_in_two_offices_tell_whose_they_are() -> None:
    inputs = the_world("Văn phòng Sở")
    other = a_link("Văn phòng Sở", -9, office=OTHER_OFFICE)
    inputs = replace(inputs, directory=replace(inputs.directory, links=(*inputs.directory.links, other)))
    account = account_of(inputs, "năm 2027", YEAR, TODAY)
    assert {unit.name: unit.total for unit in account.units} == {
        "Văn phòng Sở": 2,
        f"Văn phòng Sở ({OTHER_OFFICE})": 1,
        "Chưa giao đơn vị chủ trì": 1,
        OTHERS: 3,
    }


@pytest.mark.parametrize("ref", [OURS.task_refs[2], ABOVE.task_refs[1]], ids=["of the own plan", "of a superior's"])
@pytest.mark.parametrize("unit", ["Văn phòng Sở", "Phòng Mới"], ids=["printed", "known by its chat only"])
def test_a_row_that_an_admin_gave_to_a_unit_is_its_row_everywhere(ref: str, unit: str) -> None:
    inputs = the_world("Văn phòng Sở", "Phòng Mới", given={ref: unit})
    chat = -1 if unit == "Văn phòng Sở" else -2
    assert ref in commanded(inputs, unit)
    assert ref in cited(asked(inputs, f"{unit} chủ trì việc gì"))
    assert ref in {row.tracked.ref for row in of_chat(inputs, chat, TODAY)}
    register = inputs.register(TODAY)
    assert ref not in refs(register, register.blank(Blank.LEAD))
    lines = {u.name: u.total for u in account_of(inputs, "năm 2027", YEAR, TODAY).units}
    assert lines[unit] == (3 if unit == "Văn phòng Sở" else 1)
    counted = asked(inputs, "mỗi đơn vị có bao nhiêu việc năm 2027")
    assert f"{unit}: {lines[unit]} nhiệm vụ" in plain(counted)
    due = due_now(inputs, Delivered(), datetime(2027, 6, 24, 8, tzinfo=VIETNAM))
    assert {item.chat.id for item in due if item.key.ref == ref and item.kind is Kind.UPCOMING} == {chat}
    assert not [item for item in due if item.key.ref == ref and item.kind is Kind.OWNERLESS]


def test_who_chairs_a_row_is_answered_with_the_unit_that_it_was_given_to_and_that_the_plan_does_not_say_so() -> None:
    said = asked(the_world(given={OURS.task_refs[2]: "Văn phòng Sở"}), "ai chủ trì sửa nhà để xe")
    assert "Chủ trì: Văn phòng Sở (được giao sau; kế hoạch không ghi)" in plain(said)


def test_a_unit_of_another_office_has_no_row_that_was_given_to_the_own_one() -> None:
    inputs = the_world("Văn phòng Sở", given={OURS.task_refs[2]: "Văn phòng Sở"})
    said = asked(inputs, f"Văn phòng Sở của {OTHER_OFFICE} chủ trì việc gì")
    assert cited(said) == {THEIRS.task_refs[0]}


def test_what_is_worked_out_for_units_that_only_have_a_chat_is_kept_from_question_to_question() -> None:
    known, roster = lookup(make_snapshot(PLANS)), the_world("Phòng Mới").directory.roster
    assert known.calling(roster.units) is known.calling(roster.units) is not known
    assert known.calling(known.units) is known


@pytest.mark.parametrize(
    ("of_last_year", "ours"),
    [
        pytest.param(BARE, chaired("Văn phòng Sở"), id="not what it was given last year"),
        pytest.param(chaired("Văn phòng Sở"), BARE, id="what it was given where this year's plan does not name it"),
    ],
)
def test_what_was_given_to_a_unit_is_asked_for_in_the_plans_in_force(of_last_year: Task, ours: Task) -> None:
    last = a_plan_of(OFFICE, of_last_year, stem="last")
    last = replace(last, plan=replace(last.plan, heading=replace(last.plan.heading, years=(2026,))))
    plans = (last, a_plan_of(OFFICE, ours, stem="ours"))
    given = {plan.task_refs[0]: "Văn phòng Sở" for plan in plans if not plan.plan.tasks[0].lead}
    inputs = the_world("Văn phòng Sở", given=given, plans=plans)
    said = asked(inputs, "Văn phòng Sở chủ trì việc gì")
    assert cited(said) == commanded(inputs, "Văn phòng Sở") == {plans[1].task_refs[0]}
    assert plain(said).startswith("Có 1 nhiệm vụ Văn phòng Sở chủ trì")
