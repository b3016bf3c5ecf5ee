"""A child process that ends when the one that started it is gone, however that ended."""

import os
import signal
import threading
import time

EVERY_SECONDS = 1.0


def end_with_parent(every: float = EVERY_SECONDS) -> None:
    """From now on this process, with all it started in its own group, ends soon after its parent."""
    threading.Thread(target=_watch, args=(os.getppid(), every), daemon=True).start()


def _watch(parent: int, every: float) -> None:
    while os.getppid() == parent:
        time.sleep(every)
    if hasattr(os, "killpg") and os.getpgrp() == os.getpid():
        os.killpg(os.getpid(), signal.SIGKILL)
    os._exit(1)
