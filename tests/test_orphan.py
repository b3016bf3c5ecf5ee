"""A child gets no secret, and one whose parent is killed does not live on."""

import os
import signal
import subprocess
import sys

import pytest

from bot.config import CREDENTIALS_VARIABLE, DATABASE_VARIABLE, TOKEN_VARIABLE
from knowledge.orphan import environment_of_a_child

CHILD = "from knowledge.orphan import end_with_parent; end_with_parent(0.01); print('up', flush=True); input()"
PARENT = f"""
import subprocess, sys
child = subprocess.Popen([sys.executable, "-c", {CHILD!r}], stdin=subprocess.PIPE, start_new_session=True)
child.wait()
"""


def test_a_reading_process_ends_with_the_bot_that_was_killed() -> None:
    with subprocess.Popen([sys.executable, "-c", PARENT], stdout=subprocess.PIPE) as parent:
        assert parent.stdout
        assert parent.stdout.readline() == b"up\n"
        held = os.dup(parent.stdout.fileno())
        parent.send_signal(signal.SIGKILL)
    with os.fdopen(held, "rb") as out:
        assert out.read() == b""  # the end of the pipe: nobody holds its other side any more


def test_what_reads_the_documents_of_strangers_finds_no_secret_in_its_environment(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in (TOKEN_VARIABLE, DATABASE_VARIABLE):
        monkeypatch.setenv(name, "hidden")
        monkeypatch.setenv(f"{name}_FILE", "/run/hidden")
    monkeypatch.setenv(CREDENTIALS_VARIABLE, "/run/hidden")
    monkeypatch.setenv("LANG", "vi_VN.UTF-8")
    given = environment_of_a_child()
    assert "hidden" not in str(given)
    assert given["LANG"] == "vi_VN.UTF-8"
