"""Fuzzers, short: no error that is not told in plain words, no hang, no change of the library, whatever is handed in.

The long form is `make bench ARGS=fuzz`; each form of a fault that it found stands in a test of its own.
"""

from pathlib import Path

import pytest
from fuzz_stored import fuzz_records, fuzz_settings
from fuzzing import Score, fuzz_deadlines, fuzz_files, fuzz_presses, fuzz_questions
from sample_files import in_every_form

SEED = 7


def clean(score: Score, count: int) -> None:
    assert score.examples == []
    assert (score.done, score.errors, score.hangs, score.changes) == (count, 0, 0, 0)


def test_no_question_breaks_the_answering() -> None:
    clean(fuzz_questions(80, SEED), 80)


def test_no_wording_of_a_time_breaks_its_understanding() -> None:
    clean(fuzz_deadlines(400, SEED), 400)


def test_no_forged_press_breaks_the_chat_or_changes_what_a_stranger_may_not() -> None:
    clean(fuzz_presses(200, SEED), 200)


def test_no_spoilt_file_breaks_the_reading() -> None:
    clean(fuzz_files(30, SEED, in_every_form()), 30)


@pytest.mark.filterwarnings("default")
def test_no_value_of_a_setting_breaks_a_command(tmp_path: Path) -> None:
    clean(fuzz_settings(25, SEED, tmp_path), 25)


@pytest.mark.filterwarnings("default")
def test_no_changed_record_breaks_a_command(tmp_path: Path) -> None:
    clean(fuzz_records(25, SEED, tmp_path), 25)
