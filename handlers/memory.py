"""What the chat remembers between two messages: bounded in number and in age, gone at a restart.

Nothing here is the truth about anything: what is forgotten costs a person at most one more question.
"""

from collections import OrderedDict
from collections.abc import Hashable
from datetime import datetime, timedelta
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Memory(Generic[K, V]):
    """A mapping that forgets what has not been put again for `age`, and the oldest beyond `most`."""

    def __init__(self, most: int, age: timedelta) -> None:
        self._most = most
        self._age = age
        self._items: OrderedDict[K, tuple[datetime, V]] = OrderedDict()

    def get(self, key: K, now: datetime) -> V | None:
        """What was put under `key`, unless it is forgotten."""
        self._forget(now)
        found = self._items.get(key)
        return found[1] if found else None

    def put(self, key: K, value: V, now: datetime) -> None:
        """Remember `value` under `key` from now on."""
        self._items[key] = (now, value)
        self._items.move_to_end(key)
        self._forget(now)

    def first(self, key: K, value: V, now: datetime) -> bool:
        """Whether nothing is remembered under `key`; `value` is from now on."""
        if self.get(key, now) is not None:
            return False
        self.put(key, value, now)
        return True

    def __len__(self) -> int:
        return len(self._items)

    def _forget(self, now: datetime) -> None:
        while self._items:
            oldest, (since, _) = next(iter(self._items.items()))
            if len(self._items) <= self._most and now - since < self._age:
                return
            del self._items[oldest]
