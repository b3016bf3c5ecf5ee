from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from builders import a_loaded_plan, a_plan, a_task

from knowledge.library.snapshot import LoadedPlan, load
from knowledge.library.store import Store, Version
from knowledge.model import Doubt, Passage, Place, Target

FIRST = Version("ke-hoach-2027", 1, "ke-hoach-2027.txt", "documents/x/1.txt", "aa", "2026-11-20T08:00:00+07:00", "An")
SECOND = replace(FIRST, number=2, sha256="bb")


@pytest.fixture
def store() -> Iterator[Store]:
    made = Store(None)
    yield made
    made.close()


def current(store: Store) -> list[LoadedPlan | None]:
    return [store.version(stem, number) for stem, number in store.numbers().items()]


def stts(store: Store) -> list[str]:
    return [plan.plan.tasks[0].stt for plan in current(store) if plan]


def whole_plan() -> LoadedPlan:
    place = Place(lines=(3, 3))
    plan = a_plan(
        [a_task(), a_task(stt="2")],
        targets=(Target("Đạt 90%", ("90%",), (), place),),
        passages=(Passage("Mục đích", ("I",), place),),
        glossary=(("TTHC", "thủ tục hành chính"),),
        doubts=(Doubt("two dates", place),),
    )
    return load("ke-hoach-2027", plan)


def test_a_plan_comes_back_as_it_was_taken(store: Store) -> None:
    store.add(FIRST, whole_plan())
    assert current(store) == [whole_plan()]
    assert store.versions("ke-hoach-2027") == [FIRST]


def test_opening_twice_changes_nothing(tmp_path: Path) -> None:
    for _ in range(2):
        store = Store(tmp_path / "planbot.db")
        if not current(store):
            store.add(FIRST, whole_plan())
        assert current(store) == [whole_plan()]
        store.close()


def test_a_new_version_takes_the_place_of_the_old_one_which_stays(store: Store) -> None:
    store.add(FIRST, a_loaded_plan([a_task()]))
    store.add(SECOND, a_loaded_plan([a_task(stt="9")]))
    assert stts(store) == ["9"]
    assert store.numbers() == {"ke-hoach-2027": 2}
    earlier = store.version("ke-hoach-2027", 1)
    assert earlier is not None
    assert earlier.plan.tasks[0].stt == "1"


def test_an_earlier_version_becomes_current_again(store: Store) -> None:
    store.add(FIRST, a_loaded_plan([a_task()]))
    store.add(SECOND, a_loaded_plan([a_task(stt="9")]))
    store.make_current("ke-hoach-2027", 1)
    assert stts(store) == ["1"]


def test_a_removed_plan_is_gone_and_its_numbers_are_not_used_again(store: Store) -> None:
    store.add(FIRST, a_loaded_plan())
    assert store.remove("ke-hoach-2027")
    assert not store.remove("ke-hoach-2027")
    assert current(store) == []
    assert store.next_number("ke-hoach-2027") == 2


def test_a_version_that_cannot_be_kept_leaves_the_old_one(store: Store) -> None:
    store.add(FIRST, a_loaded_plan([a_task()]))
    loaded = a_loaded_plan([a_task(stt="9"), a_task(stt="10")])
    torn = replace(loaded, task_refs=loaded.task_refs[:1])
    with pytest.raises(ValueError, match="zip"):
        store.add(SECOND, torn)
    assert stts(store) == ["1"]
    assert store.versions("ke-hoach-2027") == [FIRST]
