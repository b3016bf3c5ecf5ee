"""Names of WordprocessingML and the few questions that every part of the Word reader asks of its elements."""

from functools import cache
from typing import Any

Element = Any  # an lxml element; lxml brings no types of its own
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_OFF = {"0", "false", "off", "none"}


def flag(properties: Element | None, name: str, *, default: bool = False) -> bool:
    """A yes/no property: present means yes unless it says otherwise, absent means the default."""
    element = None if properties is None else properties.find(W + name)
    return default if element is None else element.get(f"{W}val", "1").lower() not in _OFF


def value(element: Element | None, path: str) -> str | None:
    """The w:val of a child, None where either is absent."""
    found = None if element is None else element.find(_full(path))
    return None if found is None else found.get(f"{W}val")


@cache
def _full(path: str) -> str:
    return "/".join(W + step for step in path.split("/"))


def whole(text: str | None, default: int, most: int = 99_999) -> int:
    """A whole number that a file states, or the default where it states none or an absurd one."""
    return int(text) if text and text.isdecimal() and len(text) < 6 and int(text) <= most else default
