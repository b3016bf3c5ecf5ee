"""The health of the bot for machines: `/health` and, with the extra `metrics`, `/metrics` in the form of Prometheus.

Served on loopback only and off unless a port is set. Both are made from the very value that /suckhoe shows.
"""

import asyncio
import json
import logging
import threading
from collections.abc import Callable, Coroutine, Iterator
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.util import find_spec
from typing import Any

from bot.config import Metrics
from handlers.context import Services
from knowledge.errors import MissingExtraError, RefusedError
from scheduler.counters import Marked
from scheduler.health import Health, Trouble

log = logging.getLogger(__name__)

NO_EXTRA = "metrics.port is set, but prometheus-client is not installed: `make metrics` installs it"


def serving_metrics(settings: Metrics) -> Callable[[Services], Coroutine[Any, Any, None]]:
    """What runs beside the bot where a port is set: the server of both addresses.

    Raises:
        MissingExtraError: prometheus-client is not installed.
    """
    if find_spec("prometheus_client") is None:
        raise MissingExtraError(NO_EXTRA)

    async def serve(services: Services) -> None:
        if services.operations is None:
            return
        running = server(settings, services.operations.health)
        log.info(
            "health and metrics are served on http://%(address)s:%(port)d",
            {"address": settings.listen, "port": running.server_port},
        )
        threading.Thread(target=running.serve_forever, daemon=True).start()
        try:
            await asyncio.Event().wait()
        finally:
            running.shutdown()
            running.server_close()

    return serve


def server(settings: Metrics, health: Callable[[], Health]) -> ThreadingHTTPServer:
    """The server, bound and not yet serving.

    Raises:
        RefusedError: the port cannot be had.
    """

    class Handler(_Handler):
        def value(self) -> Health:
            return health()

    try:
        return ThreadingHTTPServer((settings.listen, settings.port), Handler)
    except OSError as error:
        raise RefusedError(f"metrics.port = {settings.port}: {error.strerror or error}; choose another") from error


class _Handler(BaseHTTPRequestHandler):
    def value(self) -> Health:
        """How the bot is now."""
        raise NotImplementedError

    def do_GET(self) -> None:
        """Answers the two addresses."""
        if self.path not in {"/health", "/metrics"}:
            self.send_error(404)
            return
        try:
            health = self.value()
            code, kind, body = _plain(health) if self.path == "/health" else (200, *exposition(health))
        except Exception:
            log.exception("the health of the bot could not be told")
            self.send_error(500)
            return
        self.send_response(code)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002, ANN401 - http.server's names
        """Nothing: who asks for the health is not told to the log."""


def _plain(health: Health) -> tuple[int, str, bytes]:
    """200 where all is well, else 503; which troubles there are."""
    said = {"well": not health.troubles, "troubles": health.troubles, "at": health.now.isoformat(timespec="seconds")}
    return (503 if health.troubles else 200), "application/json", json.dumps(said).encode()


def exposition(health: Health) -> tuple[str, bytes]:
    """The metrics as text, with the kind of text that it is."""
    from prometheus_client import CollectorRegistry  # noqa: PLC0415 - an extra
    from prometheus_client.exposition import CONTENT_TYPE_LATEST, generate_latest  # noqa: PLC0415 - an extra

    registry = CollectorRegistry(auto_describe=False)
    registry.register(_Once(health))  # type: ignore[arg-type,unused-ignore]  # it has what a registry asks for
    return CONTENT_TYPE_LATEST, generate_latest(registry)


@dataclass(frozen=True, slots=True, eq=False)
class _Once:
    """The figures of one moment, as a registry collects them."""

    health: Health

    def collect(self) -> Iterator[Any]:
        """The families of figures."""
        return _families(self.health)


def _families(health: Health) -> Iterator[Any]:
    from prometheus_client.core import GaugeMetricFamily, SummaryMetricFamily  # noqa: PLC0415 - an extra

    answers = SummaryMetricFamily("planbot_answer_seconds", "Answers of today and their time", labels=["outcome"])
    for outcome, (count, seconds) in health.answers.items():
        answers.add_metric([outcome], count, seconds)
    yield answers
    yield _labelled("planbot_sends_today", "Messages of today", {k: n for k, (n, _) in health.sends.items()}, "outcome")
    last = {str(name): mark.at.timestamp() for name, mark in health.marks.items()}
    yield _labelled("planbot_last_timestamp_seconds", "When each last was", last, "what")
    well = {str(name): float(mark.well) for name, mark in health.marks.items()}
    yield _labelled("planbot_last_well", "Whether each went well", well, "what")
    wrong = {str(trouble): float(trouble in health.troubles) for trouble in Trouble}
    yield _labelled("planbot_trouble", "What admins are told of", wrong, "trouble")
    versions = {f"{name} {version}": 1.0 for name, version in health.versions.items()}
    yield _labelled("planbot_info", "Versions", versions, "version")
    for name, (says, value) in _figures(health).items():
        yield GaugeMetricFamily(f"planbot_{name}", says, value)


def _labelled(name: str, says: str, values: dict[str, float] | dict[str, int], label: str) -> Any:  # noqa: ANN401 - of an extra
    from prometheus_client.core import GaugeMetricFamily  # noqa: PLC0415 - an extra

    family = GaugeMetricFamily(name, says, labels=[label])
    for of, value in values.items():
        family.add_metric([of], value)
    return family


def _figures(health: Health) -> dict[str, tuple[str, float]]:
    disk = health.disk
    last = health.marks.get(Marked.PASS)
    return {
        "reminder_backlog": ("Messages that the last pass could not get out", health.backlog),
        "last_pass_age_seconds": ("Time since the last pass", (health.now - last.at).total_seconds() if last else -1.0),
        "parked_chats": ("Chats that cannot be reached", health.parked),
        "unsure_messages": ("Messages of the last days that perhaps arrived", health.unsure),
        "plans": ("Plans that are answered from", health.index.plans),
        "rows": ("Rows of these plans", health.index.rows),
        "disk_free_bytes": ("Room on the disk of the data folder", disk.free),
        "disk_total_bytes": ("Size of that disk", disk.total),
        "database_bytes": ("Size of the data base", disk.database),
        "journal_bytes": ("Size of its journal", disk.journal),
    }
