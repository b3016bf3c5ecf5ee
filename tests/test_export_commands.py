"""`planbot export` and `planbot report` as a person uses them."""

import json
from pathlib import Path

import pytest
from commanding import Planbot
from test_reminder_commands import planbot  # noqa: F401 - the fixture


def test_each_format_is_written_beside_the_others(planbot: Planbot, tmp_path: Path) -> None:  # noqa: F811
    said = planbot.ok("export", "--format", "xlsx,csv,json,ics", "--out", str(tmp_path / "out"))
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "nhiem-vu.csv", "nhiem-vu.ics", "nhiem-vu.json", "nhiem-vu.xlsx",
    ]  # fmt: skip
    assert "nhiem-vu.ics: 2 dates" in said
    rows = json.loads((tmp_path / "out" / "nhiem-vu.json").read_text(encoding="utf-8"))
    assert rows == planbot.json("progress", "list")


@pytest.mark.parametrize("wrong", ["doc", "", "xlsx,pdf"])
def test_a_format_that_there_is_not_is_wrong_use_and_writes_nothing(
    planbot: Planbot,  # noqa: F811
    tmp_path: Path,
    wrong: str,
) -> None:
    code, _, err = planbot.run("export", "--format", wrong, "--out", str(tmp_path / "out"))
    assert (code, (tmp_path / "out").exists()) == (2, False)
    assert "xlsx, csv, json, ics" in err


def test_a_folder_that_cannot_be_written_is_named_and_leaves_nothing(planbot: Planbot, tmp_path: Path) -> None:  # noqa: F811
    (tmp_path / "file").write_text("x")
    code, _, err = planbot.run("export", "--format", "csv", "--out", str(tmp_path / "file" / "out"))
    assert code == 3
    assert "file/out/nhiem-vu.csv" in err


def test_the_report_of_a_quarter_is_written_as_a_word_document(planbot: Planbot, tmp_path: Path) -> None:  # noqa: F811
    said = planbot.ok("report", "--quarter", "2027Q2", "--docx", str(tmp_path / "bc.docx"), now="2027-07-05T08:00")
    assert said.endswith("bc.docx: 1 rows with a date in the quarter, 1 overdue\n")
    assert (tmp_path / "bc.docx").read_bytes().startswith(b"PK")


@pytest.mark.parametrize("wrong", ["2027Q5", "quý II", "2027", "0001Q1"])
def test_what_is_no_quarter_is_wrong_use(planbot: Planbot, tmp_path: Path, wrong: str) -> None:  # noqa: F811
    code, _, err = planbot.run("report", "--quarter", wrong, "--docx", str(tmp_path / "bc.docx"))
    assert code == 2
    assert "expected a quarter such as 2024Q1" in err
