"""`planbot report`: the progress report of a quarter as a Word document."""

import re
from datetime import date
from pathlib import Path
from typing import Any

import click

from bot.commands.files import write_file
from bot.terminal import say
from bot.wiring import Wiring
from knowledge.exports.report import report_document
from knowledge.language.numerals import roman
from scheduler.account import account_of, reporting_office
from scheduler.clock import FIRST_YEAR, LAST_YEAR
from scheduler.run import inputs_of

_QUARTER = re.compile(r"(\d{4})-?Q([1-4])", re.IGNORECASE)


class Quarter(click.ParamType["tuple[int, int]"]):
    """A quarter as 2024Q1."""

    name = "quarter"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[int, int]:  # noqa: ANN401 - click's
        """Its year and number, or a usage error."""
        found = _QUARTER.fullmatch(str(value))
        if not found or not FIRST_YEAR <= int(found[1]) <= LAST_YEAR:
            self.fail(f"{value}: expected a quarter such as 2024Q1", param, ctx)
        return int(found[1]), int(found[2])


@click.command()
@click.option("--quarter", required=True, type=Quarter(), metavar="2024Q1", help="The quarter.")
@click.option(
    "--docx", "file", required=True, type=click.Path(path_type=Path, dir_okay=False), help="The file to write."
)
@click.pass_obj
def report(wiring: Wiring, quarter: tuple[int, int], file: Path) -> None:
    """Writes the progress report of a quarter in the form of Nghị định 30/2020/NĐ-CP."""
    year, number = quarter
    inputs = inputs_of(wiring.stores)
    account = account_of(inputs, f"quý {roman(number)} năm {year}", _days(year, number), wiring.clock().date())
    write_file(file, report_document(account, reporting_office(inputs)))
    say(f"{file}: {account.whole.total} rows with a date in the quarter, {account.whole.overdue} overdue")


def _days(year: int, number: int) -> tuple[date, date]:
    """The first and the last day of a quarter."""
    return date(year, 3 * number - 2, 1), date(year, 3 * number, 30 if number in {2, 3} else 31)
