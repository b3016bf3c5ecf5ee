"""The queue of what comes in, on a store of a test."""

from datetime import datetime
from typing import Any

from telegram import Update

from handlers.incoming import Incoming
from handlers.writes import Writes
from scheduler.clock import VIETNAM
from scheduler.updates import UpdateStore

NOW = datetime(2026, 12, 1, 8, 0, tzinfo=VIETNAM)


def a_message(number: int, text: str = "ai chủ trì?") -> dict[str, Any]:
    chat = {"id": 5, "type": "private", "first_name": "An"}
    sender = {"id": 5, "is_bot": False, "first_name": "An"}
    return {
        "update_id": number,
        "message": {"message_id": number, "date": 1, "chat": chat, "from": sender, "text": text},
    }


def read(data: dict[str, Any]) -> Update:
    update = Update.de_json(data, None)
    assert update is not None
    return update


def incoming(store: UpdateStore) -> Incoming:
    return Incoming(store, lambda: NOW, Writes())


async def begun(queue: Incoming, number: int) -> None:
    """It is its turn, and it is begun."""
    await queue.turn(number)
    await queue.begin(number)


async def taken(queue: Incoming) -> list[int]:
    await queue.settled()
    updates = [queue.get_nowait() for _ in range(queue.qsize())]
    return [update.update_id for update in updates if isinstance(update, Update)]
