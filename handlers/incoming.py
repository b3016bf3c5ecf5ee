"""What comes in from Telegram: read update by update, written down before Telegram forgets it, and done once.

An update that cannot be read would be brought again for ever, and everybody behind it would wait; it is passed over. An
update is written down before the next ones are asked for, which is when Telegram forgets it. Where that cannot be
written for the moment, the update is done all the same and written down as soon as possible.
"""

import asyncio
import json
import logging
from collections.abc import Callable, Iterable
from http import HTTPStatus
from typing import Any

from telegram import Bot, Update
from telegram._utils.defaultvalue import DefaultValue
from telegram.error import TelegramError
from telegram.request import BaseRequest, RequestData

from handlers.line import filled_in_update
from handlers.suspects import Suspects
from handlers.writes import Writes
from knowledge.errors import BusyError, StorageError
from scheduler.clock import Clock
from scheduler.updates import UpdateStore, digest

log = logging.getLogger(__name__)

PATIENCE = 1.0  # seconds that the next updates wait for those before to be written down
MOST_KNOWN = 10_000  # updates that are known again; Telegram brings only the last ones twice
PAUSE = 5.0  # seconds until it is tried again to write them down
_UNKNOWN = {HTTPStatus.UNAUTHORIZED, HTTPStatus.NOT_FOUND}  # what Telegram answers to a token that it does not know


class Incoming(asyncio.Queue[object]):
    """The updates that wait to be done; each number is taken once."""

    def __init__(self, store: UpdateStore, clock: Clock, writes: Writes) -> None:
        super().__init__()
        self._store, self._clock, self._writes = store, clock, writes
        self._known = store.known()
        self._fresh: dict[int, str] = {}
        self._ended: set[int] = set()
        self._resumed: dict[int, int] = {}
        self._begun: set[int] = set()
        self._suspects = Suspects()
        self._writing: asyncio.Task[None] | None = None

    async def put(self, item: object) -> None:
        """Takes an update, unless it was taken before: Telegram may bring one twice."""
        if isinstance(item, Update):
            content = item.to_json()
            if self._known.get(item.update_id) == digest(content):
                log.info("update %(update)d was taken before", {"update": item.update_id})
                return
            self._known[item.update_id] = digest(content)
            while len(self._known) > MOST_KNOWN:
                del self._known[next(iter(self._known))]
            self._fresh[item.update_id] = content
            self._write()
        await super().put(item)

    def promised(self, number: int) -> bool:
        """Whether a bot before took an update and did not finish it: so it is not dropped, however many wait."""
        return number in self._resumed

    async def turn(self, number: int) -> None:
        """Returns when an update may be begun: one that was in work at a death has to wait for that."""
        if tries := self._resumed.get(number):
            await self._suspects.turn(number, tries)

    async def begin(self, number: int) -> None:
        """An update is about to be done; of one that a bot before did not finish it is written down first."""
        if self._resumed.pop(number, None) is None:
            return
        try:
            await self._writes.do(self._store.begin, number)
            self._begun.add(number)
        except (BusyError, StorageError) as error:
            log.warning(
                "that update %(update)d is tried once more is not written down: %(error)s",
                {"update": number, "error": error},
            )

    def finish(self, number: int) -> None:
        """An update is done: answered, refused, or dropped for good."""
        self._suspects.over(number)
        self._begun.discard(number)
        self._ended.add(number)
        self._write()

    async def resume(self, bot: Bot | None) -> list[Update]:
        """Takes up what was not finished when the bot ended; gives what is given up, to be apologised for and finished.

        Args:
            bot: who gets the updates; a command is one for whoever knows the name of the bot.
        """
        self._suspects.born()
        lost = await asyncio.to_thread(self._store.give_up, self._clock())
        for one in await asyncio.to_thread(self._store.unfinished):
            if update := _readable(json.loads(one.content), bot):
                self._resumed[update.update_id] = one.tries
                await super().put(update)
        return [update for text in lost if (update := _readable(json.loads(text), bot))]

    async def wind_up(self) -> None:
        """The bot ends as it was asked to: what it was doing the next one does, and holds nothing against it."""
        await self.settled()
        if self._begun:
            await self._writes.do(self._store.survived, tuple(self._begun))

    async def settled(self) -> None:
        """Returns when everything is written down, or after a second."""
        if self._writing and not self._writing.done():
            await asyncio.wait({self._writing}, timeout=PATIENCE)

    def _write(self) -> None:
        if self._writing is None or self._writing.done():
            self._writing = asyncio.get_running_loop().create_task(self._written())

    async def _written(self) -> None:
        await asyncio.sleep(0)  # those that arrived together are written together
        while self._fresh or self._ended:
            taken, finished = dict(self._fresh), set(self._ended)
            try:
                await self._writes.do(self._store.keep, taken, finished, self._clock())
            except (BusyError, StorageError) as error:
                log.warning("what was taken is not written down yet, trying again: %(error)s", {"error": error})
                await asyncio.sleep(PAUSE)
                continue
            self._fresh = {number: text for number, text in self._fresh.items() if number not in taken}
            self._ended -= finished


Timeout = DefaultValue[float] | DefaultValue[None] | float | None


class TokenRefusedError(TelegramError):
    """Telegram was asked for updates and did not know the token.

    Args:
        in_turn: how often by now.
    """

    def __init__(self, in_turn: int) -> None:
        super().__init__("the token is refused")
        self.in_turn = in_turn


class UpdateRequest(BaseRequest):
    """The way on which updates are asked for: passes over those that cannot be read.

    Args:
        way: what does the asking.
        settled: waits until the updates before are written down; Telegram forgets them when the next are asked for.
        unreadable: told the number of an update that was passed over.
    """

    def __init__(self, way: BaseRequest, settled: Callable[[], Any], unreadable: Callable[[int], object]) -> None:
        self._way, self._settled, self._unreadable = way, settled, unreadable
        self._in_turn = 0  # how often the token was refused since it was taken last

    @property
    def read_timeout(self) -> float | None:
        """Seconds that an answer may take, None without limit."""
        return self._way.read_timeout

    async def initialize(self) -> None:
        """Opens the way."""
        await self._way.initialize()

    async def shutdown(self) -> None:
        """Closes the way."""
        await self._way.shutdown()

    async def do_request(  # noqa: PLR0917, PLR0913 - python-telegram-bot's signature
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Timeout = BaseRequest.DEFAULT_NONE,
        write_timeout: Timeout = BaseRequest.DEFAULT_NONE,
        connect_timeout: Timeout = BaseRequest.DEFAULT_NONE,
        pool_timeout: Timeout = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Asks, and answers with what can be read."""
        await self._settled()
        code, payload = await self._way.do_request(
            url, method, request_data, read_timeout, write_timeout, connect_timeout, pool_timeout
        )
        self._in_turn = self._in_turn + 1 if code in _UNKNOWN else 0
        if self._in_turn:  # python-telegram-bot would ask no more, and nobody would be heard from then on
            raise TokenRefusedError(self._in_turn)
        return code, self._without_unreadable(payload)

    def _without_unreadable(self, payload: bytes) -> bytes:
        try:
            answer = json.loads(payload)
        except ValueError:
            return payload
        updates = answer.get("result") if isinstance(answer, dict) else None
        if not isinstance(updates, list) or all(map(_readable, updates)):
            return payload
        return json.dumps({**answer, "result": list(self._kept(updates))}).encode()

    def _kept(self, updates: Iterable[Any]) -> Iterable[Any]:
        """The updates, with its number alone in place of one that cannot be read, so that it counts as fetched."""
        for update in map(filled_in_update, updates):
            if _readable(update):
                yield update
            elif isinstance(update, dict) and isinstance(update.get("update_id"), int):
                log.error("update %(update)d cannot be read and is passed over", {"update": update["update_id"]})
                self._unreadable(update["update_id"])
                yield {"update_id": update["update_id"]}


def _readable(data: Any, bot: Bot | None = None) -> Update | None:  # noqa: ANN401 - whatever Telegram sent
    try:
        return Update.de_json(data, bot)
    except Exception:  # noqa: BLE001 - any fault in it means that it cannot be read; its text is not logged
        return None
