"""A device or a pipe in the place of a file is refused in plain words: never read without end, never replaced."""

import os
import stat
from pathlib import Path

import pytest
from test_trouble import Run, data, filled, run

from bot.config import load_config, token_of
from knowledge.errors import RefusedError

__all__ = ["data", "filled", "run"]  # fixtures

pytestmark = [
    pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with a name here"),
    pytest.mark.timeout(30),
]


@pytest.fixture
def pipe(tmp_path: Path) -> Path:
    """A pipe that nobody writes to: whoever reads it waits for ever."""
    os.mkfifo(tmp_path / "ong")
    return tmp_path / "ong"


@pytest.mark.parametrize(
    "command",
    [
        pytest.param(("restore", "PIPE"), id="a backup brought back"),
        pytest.param(("backup", "PIPE"), id="a backup written"),
        pytest.param(("report", "--quarter", "2027Q1", "--docx", "PIPE"), id="a report written"),
        pytest.param(("export", "--format", "csv", "--out", "FOLDER"), id="a sheet written"),
        pytest.param(("plans", "add", "PIPE"), id="a plan"),
    ],
)
def test_a_command_refuses_a_pipe_and_leaves_it_where_it_is(
    command: tuple[str, ...], pipe: Path, data: Path, run: Run
) -> None:
    folder = pipe.parent / "ra"
    folder.mkdir()
    os.mkfifo(folder / "nhiem-vu.csv")
    named = {"PIPE": pipe, "FOLDER": folder}
    code, _, err = run("--data", data, *(named.get(word, word) for word in command))
    assert code == 3
    assert str(pipe if "PIPE" in command else folder / "nhiem-vu.csv") in err
    assert all(stat.S_ISFIFO(path.stat().st_mode) for path in (pipe, folder / "nhiem-vu.csv"))


def test_a_pipe_is_no_configuration_and_holds_no_token(pipe: Path) -> None:
    with pytest.raises(RefusedError, match="ong: a regular file is expected"):
        load_config(pipe)
    with pytest.raises(RefusedError, match="ong: a regular file is expected"):
        token_of({"PLANBOT_TOKEN_FILE": str(pipe)})
