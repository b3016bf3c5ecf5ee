"""Running a module of ours in a process of its own, beside the answers: what long work is told, and why it failed."""

import pickle
import subprocess
import sys
from collections.abc import Callable

from knowledge.errors import PlanbotError
from knowledge.orphan import environment_of_a_child


def run_child(module: str, work: object, seconds: float, failed: Callable[[str], PlanbotError]) -> str:
    """Have a module do a work, which it reads pickled from its standard input; what it printed.

    Args:
        failed: the error for a reason, which says what was not done and what holds meanwhile.

    Raises:
        PlanbotError: it failed, was ended, could not be started, or took longer than the seconds.
    """
    try:
        done = subprocess.run(  # noqa: S603 - our own module
            [sys.executable, "-m", module],
            input=pickle.dumps(work),
            capture_output=True,
            env=environment_of_a_child(),
            timeout=seconds,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise failed(f"it was not ready after {seconds:g} s") from None
    except OSError as error:
        raise failed(f"its process cannot be started: {error.strerror}") from error
    if done.returncode:
        lines = done.stderr.decode(errors="replace").splitlines()
        raise failed(f"its process ended with {done.returncode}{': ' if lines else ''}{''.join(lines[-1:])}")
    return done.stdout.decode().strip()
