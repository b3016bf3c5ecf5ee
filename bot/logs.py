"""What the log says, and what it must never say: the token."""

import logging


class Discreet(logging.Formatter):
    """Writes log lines without the token, wherever it may stand: in a message, an address or a traceback."""

    def __init__(self, token: str) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")
        self._token = token

    def format(self, record: logging.LogRecord) -> str:
        """The line of a record."""
        line = super().format(record)
        return line.replace(self._token, "<token>") if self._token else line


def discreet_logs(token: str) -> None:
    """Log to standard error from INFO on; the libraries that tell of every request only from WARNING on."""
    handler = logging.StreamHandler()
    handler.setFormatter(Discreet(token))
    root = logging.getLogger()
    root.setLevel(logging.INFO)
    root.handlers[:] = [handler]
    for name in ("httpx", "httpcore", "apscheduler"):  # httpx writes addresses, and they contain the token
        logging.getLogger(name).setLevel(logging.WARNING)
