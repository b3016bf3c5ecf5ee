"""What the log says, and what it must never say: the token, what people write, and what the plans say.

Every event has words that stay the same and values with names: `log.info("chat %(chat)s is back", {"chat": chat})`.
They are written as a line to read, or as one JSON object a line for programs that collect logs. An error tells where
it happened and of what kind it is. Its words stand in the log only where they are the system's,
Telegram's or planbot's own; those of any other error may hold what somebody wrote.
"""

import json
import logging
import re
import traceback
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, is_dataclass
from datetime import datetime
from types import TracebackType
from typing import Any, Literal

from bot.terminal import printable
from knowledge.errors import PlanbotError

_LIKE_A_TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]{20,}")
_OF_MACHINES = frozenset({"httpcore", "httpx", "sqlite3", "telegram"})  # packages whose errors hold no words of people


def without_token(text: str, token: str | None) -> str:
    """A text with "…" in place of the token, and of whatever looks like one."""
    return _LIKE_A_TOKEN.sub("…", text.replace(token, "…") if token else text)


@dataclass(frozen=True, slots=True)
class Log:
    """How the log is written: "text" to read, "json" for programs, one event a line."""

    form: Literal["text", "json"] = "text"


class Discreet(logging.Formatter):
    """Writes log lines without the token, wherever it may stand: in a message, an address or a traceback.

    Args:
        all_words: errors keep their words, for the one who runs a command and gave them.
    """

    def __init__(self, token: str, *, all_words: bool = False) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")
        self._token, self._all_words = token, all_words

    def format(self, record: logging.LogRecord) -> str:
        """The line of a record."""
        record.exc_text = None  # another formatter may have kept its own
        return printable(without_token(super().format(record), self._token))

    def formatException(  # noqa: N802 - logging's name
        self, ei: tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
    ) -> str:
        """Where an error happened, and its words where they are nobody's."""
        if self._all_words or ei[1] is None:
            return super().formatException(ei)
        return "\n".join(_told(ei[1])).rstrip()


class Structured(Discreet):
    """Writes each event as one JSON object on a line, as discreet.

    Its fields: time (ISO, with the offset), level, logger, event (the words that stay the same), message (with their
    values), each value under its own name, and of an error its kind, its words where they are nobody's, and its trace.
    """

    def format(self, record: logging.LogRecord) -> str:
        """The line of a record."""
        said: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created).astimezone().isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "event": record.msg,
            "message": record.getMessage(),
        }
        if isinstance(record.args, Mapping):
            said |= {f"{name}_" if name in said else name: _value(value) for name, value in record.args.items()}
        if record.exc_info and record.exc_info[1]:
            error = record.exc_info[1]
            said |= {"error": f"{_kind(error)}{_words_of(error)}", "trace": self.formatException(record.exc_info)}
        return printable(without_token(json.dumps(said, ensure_ascii=False, default=str), self._token))


def discreet_logs(token: str, form: Literal["text", "json"] = "text") -> None:
    """Log to standard error from INFO on; the libraries that tell of every request only from WARNING on."""
    handler = logging.StreamHandler()
    handler.setFormatter((Structured if form == "json" else Discreet)(token))
    root = logging.getLogger()
    root.setLevel(logging.INFO)
    root.handlers[:] = [handler]
    for name in ("httpx", "httpcore"):  # httpx writes addresses, and they contain the token
        logging.getLogger(name).setLevel(logging.WARNING)
    # it writes an answer that it cannot read out in full, and with it what people said; that it came is told elsewhere
    logging.getLogger("telegram.request.BaseRequest").setLevel(logging.CRITICAL)


def _told(error: BaseException) -> Iterator[str]:
    """The error and those behind it, each after the one that it came from."""
    behind = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if behind is not None:
        yield from _told(behind)
        yield "\nwhich led to:\n"
    yield "".join(traceback.format_tb(error.__traceback__)).rstrip("\n")
    yield f"{_kind(error)}{_words_of(error)}"
    for inner in error.exceptions if isinstance(error, BaseExceptionGroup) else ():
        yield from _told(inner)


def _kind(error: BaseException) -> str:
    return f"{type(error).__module__}.{type(error).__qualname__}"


def _value(value: object) -> object:
    """A value as JSON has it; one with fields as an object."""
    return asdict(value) if is_dataclass(value) and not isinstance(value, type) else value


def _words_of(error: BaseException) -> str:
    own = isinstance(error, PlanbotError | OSError) or type(error).__module__.partition(".")[0] in _OF_MACHINES
    return f": {error}" if own else ""
