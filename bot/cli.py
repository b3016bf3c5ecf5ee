"""The command line: options before the command, plain errors, exit codes 0 done, 1 no, 2 wrong use, 3 refused."""

import io
import logging
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from bot.commands import Commands
from bot.commands.option_types import moment
from bot.config import load_config, token_of
from bot.logs import Discreet, without_token
from bot.terminal import say
from bot.wiring import Wiring
from knowledge.errors import NotFoundError, PlanbotError, trouble_with_a_file
from knowledge.private import OTHERS
from scheduler.clock import system_clock

DEFAULT_CONFIG = Path("config.toml")
LOG = logging.getLogger("planbot")

NO_NAME = "a file in the data folder or in the folder for temporary files"
EXIT_NO = 1
EXIT_REFUSED = 3


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option("--config", type=click.Path(path_type=Path), help="Configuration file  [default: config.toml if there]")
@click.option("--data", type=click.Path(path_type=Path, file_okay=False), default=Path("data"), show_default=True,
              help="Data folder: plans, reminders, what was reported.")  # fmt: skip
@click.option("--now", envvar="PLANBOT_NOW", metavar="TIME", help="A clock that starts there and runs on, "
              "e.g. 2024-03-01T08:00 (Vietnam).")  # fmt: skip
@click.version_option(package_name="planbot")
@click.pass_context
def cli(context: click.Context, config: Path | None, data: Path, now: str | None) -> None:
    """Reads Vietnamese office plans, answers with the rows that say so, reminds the responsible units."""
    file = config or (DEFAULT_CONFIG if DEFAULT_CONFIG.exists() else None)
    wiring = Wiring(load_config(file), data, system_clock(moment(now, "--now") if now else None), file)
    context.obj = wiring
    context.call_on_close(wiring.close)


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs one command and ends the process with its exit code."""
    os.umask(OTHERS)  # whatever is made from here on, by SQLite and by child processes too, is for its owner alone
    level = logging.DEBUG if os.environ.get("PLANBOT_DEBUG") else logging.WARNING
    handler = logging.StreamHandler()
    handler.setFormatter(Discreet(_token(), all_words=True))
    logging.basicConfig(handlers=[handler])
    LOG.setLevel(level)
    logging.getLogger("httpx").setLevel(logging.WARNING)  # at INFO it logs addresses, and those carry the token
    sys.exit(_run(arguments))


def _run(arguments: Sequence[str] | None) -> int:
    try:
        result = cli.main(arguments, prog_name="planbot", standalone_mode=False)
    except click.ClickException as error:
        told = io.StringIO()
        error.show(told)
        say(told.getvalue().rstrip(), err=True)
        return error.exit_code
    except (click.Abort, PlanbotError) as error:
        no = isinstance(error, click.Abort | NotFoundError)
        return _fail(str(error), EXIT_NO if no else EXIT_REFUSED)
    except BrokenPipeError:
        sys.stderr.close()  # whoever read the output has seen enough
        return 0
    except OSError as error:
        LOG.debug("of the system", exc_info=True)
        return _fail(trouble_with_a_file(error.filename or NO_NAME, error), EXIT_REFUSED)
    except Exception as error:
        LOG.debug("unexpected", exc_info=True)
        return _fail(f"unexpected {type(error).__name__}: {error} (a fault of planbot; set PLANBOT_DEBUG=1 to see "
                     "where)", EXIT_REFUSED)  # fmt: skip
    return result if isinstance(result, int) else 0


def _fail(message: str, code: int) -> int:
    text = without_token(message, _token())
    say("\n".join(f"planbot: {line}" for line in text.splitlines()), err=True)
    return code


def _token() -> str:
    """The token that no line may show; a file of it that cannot be read is told by the command that needs it."""
    try:
        return token_of(os.environ) or ""
    except PlanbotError:
        return ""
