"""What the chat remembers for a while."""

from datetime import datetime, timedelta

from handlers.memory import Memory
from scheduler.clock import VIETNAM

NOW = datetime(2027, 3, 1, 8, tzinfo=VIETNAM)
MINUTE = timedelta(minutes=1)


def test_what_was_put_is_there_until_it_is_too_old() -> None:
    memory: Memory[str, int] = Memory(10, 5 * MINUTE)
    memory.put("a", 1, NOW)
    assert memory.get("a", NOW + 4 * MINUTE) == 1
    assert memory.get("a", NOW + 5 * MINUTE) is None


def test_beyond_the_number_the_oldest_is_forgotten_first() -> None:
    memory: Memory[str, int] = Memory(2, 5 * MINUTE)
    for n, key in enumerate("abc"):
        memory.put(key, n, NOW + n * MINUTE)
    assert [memory.get(key, NOW + 2 * MINUTE) for key in "abc"] == [None, 1, 2]
    assert len(memory) == 2


def test_putting_again_keeps_it_longer() -> None:
    memory: Memory[str, int] = Memory(2, 5 * MINUTE)
    memory.put("a", 1, NOW)
    memory.put("b", 2, NOW + MINUTE)
    memory.put("a", 3, NOW + 2 * MINUTE)
    memory.put("c", 4, NOW + 3 * MINUTE)
    assert [memory.get(key, NOW + 6 * MINUTE) for key in "abc"] == [3, None, 4]


def test_only_the_first_is_first_until_it_is_forgotten() -> None:
    memory: Memory[str, bool] = Memory(2, 5 * MINUTE)
    times = (0, 1, 4, 6)
    assert [memory.first("a", value=True, now=NOW + n * MINUTE) for n in times] == [True, False, False, True]
