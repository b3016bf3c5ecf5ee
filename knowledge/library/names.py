"""The name of a plan in the library, checked once where it enters, whichever way it comes in.

It names a folder below the data folder and a word on the command line. So it is one name and no path, is visible, and
is short enough for every file system.
"""

import re
import unicodedata
from pathlib import Path

from knowledge.errors import RefusedError

MOST_CHARACTERS = 100
MOST_BYTES = 200  # in UTF-8; file systems take 255
NAMELESS = "ke-hoach"  # where nothing of a file's name can stand in a plan's


def plan_name(text: str) -> str:
    """The name in Unicode's NFC with single spaces.

    Raises:
        RefusedError: it cannot be the name of a plan; the text says why.
    """
    name = " ".join(unicodedata.normalize("NFC", text).split(" ")).strip()
    if problem := _problem(name):
        shown = name if len(name) <= MOST_CHARACTERS else f"{name[:MOST_CHARACTERS]}…"
        raise RefusedError(f"{shown!r} cannot be the name of a plan: {problem}; give another one with --as NAME")
    return " ".join(name.split())


def name_of_file(path: Path) -> str:
    """The name that a plan gets from its file: the file's name without its ending.

    Raises:
        RefusedError: it cannot be the name of a plan.
    """
    return plan_name(path.stem)


def safe_name(text: str) -> str:
    """A name for a plan out of whatever somebody has called a file; what no name may hold is left out."""
    seen = "".join(
        "-" if sign in "/\\" or unicodedata.category(sign) == "Zs" else sign
        for sign in unicodedata.normalize("NFC", text)
        if unicodedata.category(sign) not in _INVISIBLE
    )
    name = re.sub("-+", "-", seen).strip("-. ")[:MOST_CHARACTERS]
    while len(name.encode()) > MOST_BYTES:
        name = name[:-1]
    return name.rstrip("-. ") or NAMELESS


def _problem(name: str) -> str:
    if not name:
        return "it is empty"
    if "/" in name or "\\" in name:
        return "it is a path"
    if name.startswith("."):
        return "it begins with a dot"
    if any(unicodedata.category(sign) in _INVISIBLE for sign in name):
        return "it holds control characters or other signs that cannot be seen"
    if len(name) > MOST_CHARACTERS or len(name.encode()) > MOST_BYTES:
        return f"it is longer than {MOST_CHARACTERS} letters or {MOST_BYTES} bytes"
    return ""


_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
