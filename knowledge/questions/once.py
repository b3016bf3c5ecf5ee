"""A rule that several others ask about the same question, carried out once and kept with the question."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Protocol, TypeVar


class Keeps(Protocol):
    """What does not change any more once rules are asked about it, and keeps what they said."""

    @property
    def kept(self) -> dict[Any, Any]:
        """What each rule said."""


Asked = TypeVar("Asked", bound=Keeps)
Of = TypeVar("Of")
Said = TypeVar("Said")


def once(rule: Callable[[Asked], Said]) -> Callable[[Asked], Said]:
    """The rule, carried out when it is first asked about something."""

    @wraps(rule)
    def said(about: Asked) -> Said:
        if rule not in about.kept:
            about.kept[rule] = rule(about)
        found: Said = about.kept[rule]
        return found

    return said


def once_of_each(rule: Callable[[Asked, Of], Said]) -> Callable[[Asked, Of], Said]:
    """The rule, carried out when it is first asked about something and this very thing that was found for it."""

    @wraps(rule)
    def said(about: Asked, of: Of) -> Said:
        key = rule, id(of)
        if key not in about.kept:
            about.kept[key] = of, rule(about, of)  # with the thing itself, so that its id is given to no other
        found: Said = about.kept[key][1]
        return found

    return said
