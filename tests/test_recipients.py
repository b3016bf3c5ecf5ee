"""Whom a row reaches: the chats of its units, the admins for chairs without one, the leaders; looked up once."""

import pytest
from builders import ADMIN, HEARD, UNIT_CHAT, a_directory, a_link, a_task, at, the_inputs

from scheduler.directory import Chat, Directory, Reach, Role
from scheduler.followup import followup
from scheduler.recipients import NOBODY, Recipient, Recipients
from scheduler.rule_context import rule_context, tracked_tasks

NOW = at("2027-06-23 08:00")
OFFICE, LEADER, OTHER = "Văn phòng Sở", -2001, "Thanh tra Sở"
DIRECTORY = a_directory(a_link(OFFICE), a_link(OFFICE, LEADER, role=Role.LEADER), admins=(Chat(ADMIN),))


@pytest.mark.parametrize(
    ("units", "role", "told"),
    [
        ((OFFICE,), "lead", [Recipient(OFFICE, Chat(UNIT_CHAT), own=True, role="lead")]),
        ((OTHER,), "lead", [Recipient(OTHER, Chat(ADMIN), own=False, role="lead")]),
        (NOBODY, "lead", [Recipient("", Chat(ADMIN), own=False, role="lead")]),
        ((OFFICE, OTHER), "coordinate", [Recipient(OFFICE, Chat(UNIT_CHAT), own=True, role="coordinate")]),
    ],
    ids=["a unit's chat", "admins for a chair without one", "admins for a row of nobody", "nobody for who helps"],
)
def test_who_is_told_of_a_row(units: tuple[str, ...], role: str, told: list[Recipient]) -> None:
    assert list(Recipients(DIRECTORY).of(units, None, role)) == told


def test_a_leader_of_two_chairs_is_one() -> None:
    assert Recipients(DIRECTORY).leaders((OFFICE, OFFICE), None) == ((OFFICE, Chat(LEADER)),)
    assert Recipients(DIRECTORY).leaders((OTHER,), None) == ()


def test_units_that_many_rows_name_are_looked_up_once_in_a_pass(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, Role]] = []
    reach = Directory.reach

    def counted(self: Directory, unit: str, issuer: str | None, role: Role = Role.UNIT) -> Reach:
        asked.append((unit, role))
        return reach(self, unit, issuer, role)

    monkeypatch.setattr(Directory, "reach", counted)
    inputs = the_inputs(*(a_task(task=f"Việc {n}", stt=str(n)) for n in range(20)))
    context = rule_context(inputs, HEARD, NOW)
    told = {item.key.ref for row in tracked_tasks(inputs, context.today) for item in followup(row, context)}
    assert len(told) == 20
    assert asked == [(OFFICE, Role.UNIT)]
