"""The properties (hypothesis) with examples not seen before: `ROUNDS=20 make bench ARGS=properties` for more."""

import os
import subprocess
import sys
import time

ROUNDS = 5


def main() -> list[str]:
    """Print a line for each round; what was found stands above it."""
    broken = []
    for number in range(1, int(os.environ.get("ROUNDS", str(ROUNDS))) + 1):
        began = time.perf_counter()
        command = [sys.executable, "-m", "pytest", "--properties", "--timeout", "900", "--tb", "short"]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            print(done.stdout)
            broken.append(f"round {number} found something")
        print(f"round {number}: {done.stdout.splitlines()[-1]} ({time.perf_counter() - began:.0f} s)", flush=True)
    return broken
