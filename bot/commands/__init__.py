"""The commands of the command line, one module each, imported when it is called: a question needs no Telegram."""

from importlib import import_module

import click

# Each is the command of this name in the module of this name.
COMMANDS = (
    "extract", "plans", "deadline", "ask", "chat", "run", "due", "remind", "units", "people", "calendar", "progress",
    "lessons", "check", "setup", "backup", "restore", "postgres", "export", "report",
)  # fmt: skip


class Commands(click.Group):
    """The group of all commands; which there are is known before any is imported."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Their names, sorted."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - as above
        """The command of a name; None where there is none."""
        if cmd_name not in COMMANDS:
            return None
        found: click.Command = getattr(import_module(f"bot.commands.{cmd_name}"), cmd_name)
        return found
