"""Backing up, bringing back and upgrading, killed before one of their effects again and again."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1]))

from killed_upkeep import WORK, outcome_of

KILLS = 40


def main() -> list[str]:
    """Prints a line for each; what was lost."""
    lost = []
    for what in WORK:
        found = outcome_of(what, KILLS)
        states = ", ".join(f"{count} {state}" for state, count in found.states.items())
        print(f"{what}: {found.kills} kills; left behind: {states}; lost {len(found.lost)}", flush=True)
        lost += [f"{what} killed at {one}" for one in found.lost]
    return lost
