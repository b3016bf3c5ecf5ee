from collections.abc import Iterator

import pytest
from builders import OFFICE, UNIT_CHAT, a_link

from scheduler.directory import Alias, Chat, Role
from scheduler.units import UnitStore


@pytest.fixture
def store() -> Iterator[UnitStore]:
    store = UnitStore(None)
    yield store
    store.close()


def test_a_link_is_kept_once_however_the_name_is_typed(store: UnitStore) -> None:
    assert store.link(a_link())
    assert not store.link(a_link("VĂN PHÒNG SỞ"))
    assert store.link(a_link(role=Role.LEADER))
    assert store.link(a_link(chat=-5))
    assert store.links()[0].unit == "Văn phòng Sở"
    assert len(store.links()) == 3


def test_a_unit_is_untied_from_one_chat_or_all(store: UnitStore) -> None:
    for chat in (UNIT_CHAT, -5, -6):
        store.link(a_link(chat=chat))
    assert store.unlink("văn phòng sở", chat=-5, office=OFFICE) == 1
    assert store.unlink("Văn phòng Sở", office="Sở Y tế tỉnh An Bình") == 0
    assert store.unlink("Văn phòng Sở") == 2


def test_the_last_meaning_of_an_alias_holds(store: UnitStore) -> None:
    store.alias(Alias("Một cửa", "Văn phòng Sở", OFFICE))
    store.alias(Alias("một cửa", "Thanh tra Sở", OFFICE))
    assert store.aliases() == (Alias("một cửa", "Thanh tra Sở", OFFICE),)


def test_a_group_that_moved_keeps_its_links_and_topic(store: UnitStore) -> None:
    store.link(a_link(chat=-5))
    store.link(a_link("Thanh tra Sở", chat=-5))
    store.move(-5, -100500)
    assert {link.chat for link in store.links()} == {Chat(-100500)}
