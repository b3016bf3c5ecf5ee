"""A child whose parent is killed does not live on."""

import os
import signal
import subprocess
import sys

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
