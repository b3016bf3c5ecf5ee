"""Who may see and do what, as a table."""

import pytest

from scheduler.access import Act, Group, Kind, Person, Role, Roll, judge, role_of

VIEWER, FOCAL, LEADER, ADMIN, GONE, STRANGER = 1, 2, 3, 4, 5, 6
GROUP, GONE_GROUP, OTHER = -1, -2, -3
ROLL = Roll(
    {
        VIEWER: Person(id=VIEWER),
        FOCAL: Person(id=FOCAL, role=Role.FOCAL, unit="Văn phòng Sở"),
        LEADER: Person(id=LEADER, role=Role.LEADER),
        ADMIN: Person(id=ADMIN, role=Role.ADMIN),
        GONE: Person(id=GONE, role=Role.ADMIN, removed_at="2027-01-01", removed_by="VP"),
    },
    {GROUP: Group(id=GROUP), GONE_GROUP: Group(id=GONE_GROUP, removed_at="2027-01-01")},
)
EVERYTHING = set(Act)
ASKS = {Act.ASK, Act.REPORT}


@pytest.mark.parametrize(
    ("user", "chat", "kind", "allowed"),
    [
        pytest.param(VIEWER, VIEWER, Kind.PRIVATE, ASKS, id="a colleague asks"),
        pytest.param(FOCAL, FOCAL, Kind.PRIVATE, ASKS, id="a focal point asks"),
        pytest.param(LEADER, LEADER, Kind.PRIVATE, {*ASKS, Act.OVERSEE}, id="a leader sees the figures"),
        pytest.param(ADMIN, ADMIN, Kind.PRIVATE, EVERYTHING, id="an admin may everything"),
        pytest.param(STRANGER, STRANGER, Kind.PRIVATE, set(), id="a stranger may nothing"),
        pytest.param(GONE, GONE, Kind.PRIVATE, set(), id="who was removed may nothing"),
        pytest.param(STRANGER, GROUP, Kind.GROUP, ASKS, id="a member of a group that is let in asks there"),
        pytest.param(None, GROUP, Kind.GROUP, ASKS, id="an anonymous admin of a group asks there"),
        pytest.param(ADMIN, GROUP, Kind.GROUP, EVERYTHING, id="an admin is one in a group too"),
        pytest.param(GONE, GROUP, Kind.GROUP, set(), id="who was removed is barred in groups"),
        pytest.param(ADMIN, GONE_GROUP, Kind.GROUP, set(), id="a group that was removed shows nothing"),
        pytest.param(ADMIN, OTHER, Kind.GROUP, set(), id="a strange group shows nothing, whoever asks"),
        pytest.param(VIEWER, GROUP, Kind.CHANNEL, set(), id="a channel is nobody"),
        pytest.param(None, VIEWER, Kind.PRIVATE, set(), id="nobody in a private chat is nobody"),
        pytest.param(VIEWER, VIEWER, Kind.INLINE, ASKS, id="a colleague types anywhere"),
        pytest.param(STRANGER, STRANGER, Kind.INLINE, set(), id="a stranger types anywhere"),
        pytest.param(GONE, GONE, Kind.INLINE, set(), id="who was removed types anywhere"),
    ],
)
def test_who_may_what_where(user: int | None, chat: int, kind: Kind, allowed: set[Act]) -> None:
    judged = judge(ROLL, user, chat, kind)
    assert {act for act in Act if judged and judged.may(act)} == allowed
    assert (judged is None) == (not allowed)


@pytest.mark.parametrize(
    ("user", "chat", "kind", "units", "only"),
    [
        pytest.param(LEADER, GROUP, Kind.GROUP, ["Văn phòng Sở"], GROUP, id="a unit's group sees itself"),
        pytest.param(LEADER, GROUP, Kind.GROUP, [], None, id="another group sees what the person may"),
        pytest.param(LEADER, LEADER, Kind.PRIVATE, ["Văn phòng Sở"], None, id="a leader's own chat sees all"),
    ],
)
def test_what_a_chat_may_see_follows_the_chat(
    user: int, chat: int, kind: Kind, units: list[str], only: int | None
) -> None:
    judged = judge(ROLL, user, chat, kind, units)
    assert judged
    assert judged.only_chat == only


def test_something_is_sent_only_to_whom_is_let_in() -> None:
    assert [chat for chat in (VIEWER, GROUP, GONE, GONE_GROUP, STRANGER, OTHER) if ROLL.lets_in(chat)] == [
        VIEWER,
        GROUP,
    ]
    assert ROLL.with_role(Role.LEADER, Role.ADMIN) == (LEADER, ADMIN)


@pytest.mark.parametrize(
    ("typed", "role"),
    [("viewer", Role.VIEWER), ("Đầu mối", Role.FOCAL), ("dau-moi", Role.FOCAL), ("lanh dao", Role.LEADER),
     ("quản trị", Role.ADMIN), ("xem", Role.VIEWER), ("chief", None), ("", None)],
)  # fmt: skip
def test_a_role_is_named_in_either_language(typed: str, role: Role | None) -> None:
    assert role_of(typed) is role
