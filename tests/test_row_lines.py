"""Rows of the plans as the commands print them."""

from datetime import date

import pytest
from builders import a_task, the_inputs

from bot.commands.row_names import row_line
from scheduler.overview import everything


@pytest.mark.parametrize(
    ("stt", "shown"),
    [("1.", "  1. Kiểm tra cầu phao  "), ("2.1", "  2.1. Kiểm tra cầu phao  "), ("-", "  Kiểm tra cầu phao  ")],
    ids=["a number", "a number of two levels", "a dash is none"],
)
def test_a_row_is_printed_with_its_number(stt: str, shown: str) -> None:
    (row,) = everything(the_inputs(a_task(stt=stt, task="Kiểm tra cầu phao")), date(2027, 3, 1))

    assert shown in row_line(row)
