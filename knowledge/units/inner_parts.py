"""Words from inside a unit's name that stand for what lies behind its head."""

from collections.abc import Iterator

Words = tuple[str, ...]
LEAST, _MOST = 2, 4  # words of a part of a name that can stand for it


def inside(tail: Words) -> Iterator[Words]:
    """The words side by side inside what stands behind a head: "xúc tiến" of "Trung tâm Thông tin Xúc tiến du lịch"."""
    for first in range(1, len(tail) - LEAST):
        yield from (tail[first:end] for end in range(first + LEAST, min(first + _MOST + 1, len(tail))))


def before_number(tail: Words) -> Iterator[Words]:
    """Some words side by side that stand for all before a number: "đội cơ động số 2" of a long name of a team."""
    words = tail[:-1] if tail and tail[-1].isdigit() else ()
    for first in range(len(words)):
        yield from (words[first:end] for end in range(first + 1, min(first + _MOST, len(words)) + 1))
