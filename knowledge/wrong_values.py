"""A value of a setting that cannot be taken: its key, what was read, what was expected.

Whoever finds it says what was expected by naming it, so that it can be told in the shell in English and to admins in
the chat in Vietnamese, with the same figures.
"""

from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from knowledge.errors import RefusedError


class Expected(StrEnum):
    """What was expected, in English; `{}` are the figures or names that belong to it."""

    KNOWN = "unknown key; known are {}"
    WHOLE = "a whole number"
    NUMBER = "a number"
    TEXT = "a text"
    TRUTH = "a true or false"
    WHOLES = "a list of whole numbers"
    TEXTS = "a list of texts"
    TABLE = "a table"
    ONE_OF = "one of {}"
    RANGE = "{} to {}"
    PORT = "0 (off) to 65535"
    DAYS = "at most {} numbers of days from 0 to {}"
    AT_LEAST = "{} ({}) or more"
    TIME = 'a time as "07:30"'
    AFTER = "a time after {}"
    ID = "at most {}"
    BOT_ADDRESS = "an address that ends in /bot"
    HTTPS = 'an https address where mode is "webhook"'
    LOOPBACK = "an address of this machine alone, as 127.0.0.1"


@dataclass(frozen=True, slots=True)
class WrongValue:
    """One value that cannot be taken.

    Args:
        key: dotted, as far as it is known to the one who finds it; `below` completes it.
        read: what stands there, empty where the key itself is wrong.
        arguments: what belongs to the words of `expected`.
    """

    key: str
    read: str
    expected: Expected
    arguments: tuple[object, ...] = ()

    def __str__(self) -> str:
        """In English, in one line."""
        words = self.expected.format(*self.arguments)
        if self.expected is Expected.KNOWN:
            return f"{self.key}: {words}"
        if self.expected is Expected.ID:
            return f"{self.key}: {self.read} is no id of Telegram: expected {words}"
        return f"{self.key} = {self.read}: expected {words}"

    def below(self, prefix: str) -> "WrongValue":
        """The same in a section."""
        return replace(self, key=f"{prefix}{self.key}")


class WrongValuesError(ValueError):
    """Values that cannot be taken, all at once.

    Args:
        wrong: at least one.
    """

    def __init__(self, *wrong: WrongValue) -> None:
        super().__init__("\n".join(map(str, wrong)))
        self.wrong = wrong


class WrongSettingsError(RefusedError):
    """A configuration file that cannot be taken as it is.

    Args:
        wrong: the values that cannot be taken.
        whole: what is wrong with the file as a whole, where none of it could be looked at.
        place: the line and the column of that, where they are known.
    """

    def __init__(self, file: Path, *wrong: WrongValue, whole: str = "", place: tuple[int, int] | None = None) -> None:
        super().__init__(*(f"{file}: {one}" for one in wrong), *([f"{file}: {whole}"] if whole else []))
        self.file, self.wrong, self.place = file, wrong, place
