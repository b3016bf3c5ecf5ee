"""`python -m bot` and `planbot`: the command line as a process."""

from bot.cli import main
from bot.ending import leave


def command() -> None:
    """Runs the command that was typed, and ends the process with its exit code."""
    try:
        main()
    except SystemExit as ended:
        leave(ended.code if isinstance(ended.code, int) else 1)


if __name__ == "__main__":
    command()
