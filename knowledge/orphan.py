"""A child process: what it is given, and that it ends when the one that started it is gone, however that ended."""

import os
import signal
import sys
import threading
import time

EVERY_SECONDS = 1.0
_SECRETS = ("PLANBOT_TOKEN", "PLANBOT_DATABASE", "CREDENTIALS_DIRECTORY")  # and the files that hold them


def environment_of_a_child() -> dict[str, str]:
    """What a child finds in its environment: the modules of this program, and no secret, which it has no need of."""
    kept = {name: value for name, value in os.environ.items() if name.removesuffix("_FILE") not in _SECRETS}
    return {**kept, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}


def end_with_parent(every: float = EVERY_SECONDS) -> None:
    """From now on this process, with all it started in its own group, ends soon after its parent."""
    threading.Thread(target=_watch, args=(os.getppid(), every), daemon=True).start()


def _watch(parent: int, every: float) -> None:
    while os.getppid() == parent:
        time.sleep(every)
    if hasattr(os, "killpg") and os.getpgrp() == os.getpid():
        os.killpg(os.getpid(), signal.SIGKILL)
    os._exit(1)
