"""What the log says, and what it must never say: the token."""

import logging
import re

from bot.terminal import printable

_LIKE_A_TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]{20,}")


def without_token(text: str, token: str | None) -> str:
    """A text with "…" in place of the token, and of whatever looks like one."""
    return _LIKE_A_TOKEN.sub("…", text.replace(token, "…") if token else text)


class Discreet(logging.Formatter):
    """Writes log lines without the token, wherever it may stand: in a message, an address or a traceback."""

    def __init__(self, token: str) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")
        self._token = token

    def format(self, record: logging.LogRecord) -> str:
        """The line of a record."""
        return printable(without_token(super().format(record), self._token))


def discreet_logs(token: str) -> None:
    """Log to standard error from INFO on; the libraries that tell of every request only from WARNING on."""
    handler = logging.StreamHandler()
    handler.setFormatter(Discreet(token))
    root = logging.getLogger()
    root.setLevel(logging.INFO)
    root.handlers[:] = [handler]
    for name in ("httpx", "httpcore"):  # httpx writes addresses, and they contain the token
        logging.getLogger(name).setLevel(logging.WARNING)
    # it writes an answer that it cannot read out in full, and with it what people said; that it came is told elsewhere
    logging.getLogger("telegram.request.BaseRequest").setLevel(logging.CRITICAL)
