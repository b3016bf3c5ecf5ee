"""Errors by audience.

Every error that a person is meant to read is a `PlanbotError`; its text is plain words for the one who can act on it
(file, place, what was read, what was expected). Anything else is a bug and is logged with its traceback.
"""


class PlanbotError(Exception):
    """Something that the person at the keyboard or in the chat can mend; `str(error)` says how."""


class RefusedError(PlanbotError):
    """A document or a configuration that cannot be taken as it is (exit code 3).

    Args:
        problems: one line each, with file and place; at least one.
    """

    def __init__(self, *problems: str) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


class NotFoundError(PlanbotError):
    """What was asked for by name is not there (exit code 1)."""


class MissingExtraError(RefusedError):
    """A document needs a program or an extra that this machine does not have; the text says what to install."""
