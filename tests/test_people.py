"""The store of people and groups: what was decided holds, over the file and over restarts."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from builders import at, some_people

from knowledge.errors import NotFoundError, RefusedError
from scheduler.access import Access, Role
from scheduler.people import PeopleStore

AN, BINH, ADMIN, GROUP = 5, 6, 9, -100
NOW = at("2027-03-01 08:00")
FILE = Access(users=frozenset({AN}), groups=frozenset({GROUP}), admins=frozenset({ADMIN}))


@pytest.fixture
def store() -> Iterator[PeopleStore]:
    store = some_people(users=[AN], groups=[GROUP], admins=[ADMIN])
    yield store
    store.close()


def test_a_removal_holds_over_the_file_and_over_a_restart(tmp_path: Path) -> None:
    for _ in range(2):
        store = PeopleStore(tmp_path / "planbot.db")
        store.take_over(FILE, NOW)
        for number in (AN, GROUP):
            if store.roll().lets_in(number):
                store.remove(number, by="VP", now=NOW)
        store.take_over(FILE, NOW)
        roll = store.roll()
        store.close()
        assert roll.role(AN) is None
        assert roll.barred(AN)
        assert not roll.lets_in(GROUP)
        assert roll.people[AN].removed_by == "VP"


def test_an_entry_of_the_file_is_taken_over_once(store: PeopleStore) -> None:
    store.add(AN, Role.LEADER, by="VP", now=NOW)
    store.take_over(FILE, NOW)
    assert store.roll().role(AN) is Role.LEADER


def test_who_stands_in_two_lists_of_the_file_has_the_higher_role(store: PeopleStore) -> None:
    store.take_over(Access(users=frozenset({7}), leaders=frozenset({7}), admins=frozenset({AN})), NOW)
    assert store.roll().role(7) is Role.LEADER
    assert store.roll().role(AN) is Role.ADMIN


def test_chats_that_were_linked_before_there_was_a_store_are_let_in_once(store: PeopleStore) -> None:
    fresh = PeopleStore(None)
    fresh.take_over(FILE, NOW, frozenset({-7, 8}))
    assert fresh.roll().lets_in(-7)
    assert fresh.roll().role(8) is Role.FOCAL
    fresh.remove(-7, by="VP", now=NOW)
    fresh.take_over(FILE, NOW, frozenset({-7, -8}))
    assert not fresh.roll().lets_in(-7)
    assert not fresh.roll().lets_in(-8)
    fresh.close()


def test_the_last_admin_cannot_be_removed_nor_made_less(store: PeopleStore) -> None:
    for act in (
        lambda: store.remove(ADMIN, by="VP", now=NOW),
        lambda: store.add(ADMIN, Role.VIEWER, by="VP", now=NOW),
    ):
        with pytest.raises(RefusedError, match="last admin"):
            act()
        assert store.roll().role(ADMIN) is Role.ADMIN
    store.add(AN, Role.ADMIN, by="VP", now=NOW)
    store.remove(ADMIN, by="VP", now=NOW)
    assert store.roll().with_role(Role.ADMIN) == (AN,)


def test_who_is_let_in_again_is_as_new(store: PeopleStore) -> None:
    store.remove(AN, by="VP", now=NOW)
    store.add(AN, Role.FOCAL, unit="Văn phòng Sở", by="Bình", now=NOW + timedelta(days=1))
    person = store.roll().people[AN]
    assert (person.role, person.unit, person.added_by, person.removed_at) == (Role.FOCAL, "Văn phòng Sở", "Bình", "")


def test_nobody_is_removed_who_is_not_there(store: PeopleStore) -> None:
    for number in (77, -77):
        with pytest.raises(NotFoundError):
            store.remove(number, by="VP", now=NOW)


def test_another_process_is_seen_at_once(tmp_path: Path) -> None:
    bot, line = PeopleStore(tmp_path / "planbot.db"), PeopleStore(tmp_path / "planbot.db")
    assert bot.roll().role(AN) is None
    line.add(AN, Role.VIEWER, by="VP", now=NOW)
    assert bot.roll().role(AN) is Role.VIEWER
    line.remove(AN, by="VP", now=NOW)
    assert bot.roll().barred(AN)
    bot.close()
    line.close()


def test_a_chat_that_is_tied_to_a_unit_is_let_in(store: PeopleStore) -> None:
    store.tie(-55, "Thanh tra Sở", by="VP", now=NOW)
    store.tie(AN, "Thanh tra Sở", by="VP", now=NOW)
    store.tie(ADMIN, "Thanh tra Sở", by="VP", now=NOW)
    roll = store.roll()
    assert roll.lets_in(-55)
    assert (roll.people[AN].role, roll.people[AN].unit) == (Role.FOCAL, "Thanh tra Sở")
    assert roll.people[ADMIN].role is Role.ADMIN


def test_a_group_that_moves_keeps_what_it_was(store: PeopleStore) -> None:
    store.call(GROUP, "Văn phòng")
    store.call(-200, "Văn phòng (mới)")
    store.move(GROUP, -200, NOW)
    assert store.names() == {-200: "Văn phòng"}
    assert store.roll().lets_in(-200)
    assert not store.roll().lets_in(GROUP)


def test_an_invitation_lets_one_person_in_once(store: PeopleStore) -> None:
    code = store.invite(Role.FOCAL, unit="Văn phòng Sở", by="VP", now=NOW)
    assert len(code) <= 64
    person = store.accept(code, 77, NOW)
    assert person
    assert (person.role, person.unit, person.added_by) == (Role.FOCAL, "Văn phòng Sở", "VP")
    assert store.accept(code, 78, NOW) is None
    assert store.roll().role(78) is None


@pytest.mark.parametrize("days", [7, 8, 400])
def test_an_invitation_lasts_a_week(store: PeopleStore, days: int) -> None:
    code = store.invite(Role.VIEWER, by="VP", now=NOW)
    assert (store.accept(code, 77, NOW + timedelta(days=days)) is None) == (days > 7)


def test_an_invitation_from_before_a_removal_does_not_undo_it(store: PeopleStore) -> None:
    old = store.invite(Role.ADMIN, by="VP", now=NOW)
    store.remove(AN, by="VP", now=NOW + timedelta(hours=1))
    assert store.accept(old, AN, NOW + timedelta(hours=2)) is None
    new = store.invite(Role.VIEWER, by="VP", now=NOW + timedelta(hours=3))
    assert store.accept(new, AN, NOW + timedelta(hours=4))


def test_an_invitation_takes_no_role_away(store: PeopleStore) -> None:
    person = store.accept(store.invite(Role.VIEWER, by="VP", now=NOW), ADMIN, NOW)
    assert person
    assert person.role is Role.ADMIN


def test_a_made_up_code_lets_nobody_in(store: PeopleStore) -> None:
    assert store.accept("made-up", 77, NOW) is None


def test_a_request_waits_until_it_is_decided_once(store: PeopleStore) -> None:
    assert store.ask_in(77, "Lan", NOW)
    assert not store.ask_in(77, "Lan", NOW)
    assert [(r.id, r.name) for r in store.requests()] == [(77, "Lan")]
    assert store.decide(77, Role.VIEWER, by="VP", now=NOW)
    assert not store.decide(77, None, by="Bình", now=NOW)
    assert store.requests() == ()
    assert store.roll().role(77) is Role.VIEWER


def test_a_request_that_is_refused_lets_nobody_in(store: PeopleStore) -> None:
    store.ask_in(77, "Lan", NOW)
    assert store.decide(77, None, by="VP", now=NOW)
    assert store.roll().role(77) is None


def test_every_change_stands_in_the_log_with_who_and_when(store: PeopleStore) -> None:
    store.add(AN, Role.LEADER, by="VP", now=NOW)
    store.remove(AN, by="Bình", now=NOW)
    store.note("VP", "sao lưu", NOW)
    assert [(line.who, line.what) for line in store.audit()] == [
        ("VP", "sao lưu"),
        ("Bình", f"người {AN}: đưa ra"),
        ("VP", f"người {AN}: cho vào, lãnh đạo"),
    ]


def test_one_record_that_cannot_be_read_keeps_that_person_out_and_nobody_else(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    store = PeopleStore(tmp_path / "planbot.db")
    store.take_over(FILE, NOW)
    with store._database.writing() as db:
        db.execute("update people set role = null, unit = 7 where id = ?", [AN])
    roll = store.roll()
    assert (roll.role(AN), roll.barred(AN), roll.role(ADMIN)) == (None, True, Role.ADMIN)
    assert f"what person {AN} may do cannot be read" in caplog.text
    store.add(AN, Role.VIEWER, by="VP", now=NOW)
    assert store.roll().role(AN) is Role.VIEWER
    store.close()
