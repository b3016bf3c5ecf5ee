"""Kinds of values that the commands take; one that is out of range is wrong use."""

from datetime import datetime
from typing import Any

import click

from scheduler.clock import FIRST_YEAR, LAST_YEAR


class Day(click.DateTime):
    """A day as 2024-03-01, in years that the rules can look back and ahead from."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime:  # noqa: ANN401
        """The day, or a usage error."""
        day: datetime = super().convert(value, param, ctx)
        if not FIRST_YEAR <= day.year <= LAST_YEAR:
            self.fail(f"{value!r}: expected a year from {FIRST_YEAR} to {LAST_YEAR}", param, ctx)
        return day


class Id(click.IntRange):
    """The id of somebody or of a group."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:  # noqa: ANN401
        """The id, or a usage error."""
        number: int = super().convert(value, param, ctx)
        if not number:
            self.fail("0 is nobody's id; people's are positive, groups' negative", param, ctx)
        return number


DAY = Day(["%Y-%m-%d"])
YEAR = click.IntRange(FIRST_YEAR, LAST_YEAR)
NUMBER = click.IntRange(-(2**63), 2**63 - 1)  # as the database can hold it
ID = Id(-(2**63), 2**63 - 1)


def moment(text: str, option: str) -> datetime:
    """The time that an option says, or a usage error."""
    try:
        when = datetime.fromisoformat(text)
        if not FIRST_YEAR <= when.year <= LAST_YEAR:
            raise ValueError(when)  # noqa: TRY301 - told like any other text that is no time
    except ValueError as error:
        message = f"{text!r} is not a time such as 2024-03-01T08:00"
        raise click.BadParameter(message, param_hint=option) from error
    return when
