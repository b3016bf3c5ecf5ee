"""What people do, as updates: builders, and the buttons under a message."""

import re
from dataclasses import dataclass, field
from typing import Any

from fake_telegram import WHEN, StrictTelegram
from telegram import Update

ANONYMOUS = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}


@dataclass
class Updates:
    """Builders of what people do, as updates."""

    telegram: StrictTelegram = field(default_factory=StrictTelegram)

    def person(self, user: int, name: str = "An") -> dict[str, Any]:
        """A person with a private chat of the same id."""
        self.telegram.chats[user] = {"id": user, "type": "private", "first_name": name}
        return {"id": user, "is_bot": False, "first_name": name}

    def group(self, chat: int, title: str = "Văn phòng", *, forum: bool = False) -> dict[str, Any]:
        """A supergroup."""
        more = {"is_forum": True} if forum else {}
        self.telegram.chats[chat] = {"id": chat, "type": "supergroup", "title": title, **more}
        return self.telegram.chats[chat]

    def message(
        self, user: int | None, text: str | None = None, chat: int | None = None, **more: Any
    ) -> dict[str, Any]:
        """A message of a person (None: an anonymous admin) in the private chat, or in a group."""
        where = self.telegram.chats[chat if chat is not None else user or 0]
        sender = ANONYMOUS | {"sender_chat": where} if user is None else self._sender(user)
        extra = {"sender_chat": where} if user is None else {}
        message = {"message_id": next(self.telegram.ids), "date": WHEN, "chat": where, "from": sender, **extra, **more}
        if text is not None:
            message |= {"text": text, "entities": _entities(text)}
        self.telegram.messages[where["id"], message["message_id"]] = message
        return message

    def says(self, user: int | None, text: str | None = None, chat: int | None = None, **more: Any) -> dict[str, Any]:
        """The update of such a message."""
        return {"update_id": next(self.telegram.ids), "message": self.message(user, text, chat, **more)}

    def sends(self, user: int, name: str, content: bytes, chat: int | None = None, **more: Any) -> dict[str, Any]:
        """The update of a document that a person sends."""
        file = f"F{next(self.telegram.ids)}"
        self.telegram.uploads[file] = content
        document = {"file_id": file, "file_unique_id": file, "file_name": name, "file_size": len(content)}
        return self.says(user, None, chat, document=document, **more)

    def edits(self, message: dict[str, Any], text: str) -> dict[str, Any]:
        """The update of a person's message whose words are changed."""
        message |= {"text": text, "entities": _entities(text), "edit_date": WHEN}
        return {"update_id": next(self.telegram.ids), "edited_message": message}

    def types(self, user: int, text: str) -> dict[str, Any]:
        """The update of words typed behind the bot's name in any chat."""
        query = {"id": str(next(self.telegram.ids)), "from": self._sender(user), "query": text, "offset": ""}
        return {"update_id": next(self.telegram.ids), "inline_query": query}

    def presses(self, user: int, message: dict[str, Any], data: str, *, stale: bool = False) -> dict[str, Any]:
        """The update of a pressed button; it has to be on the message unless the press is `stale`."""
        rows = message.get("reply_markup", {}).get("inline_keyboard", [])
        assert stale or data in [b["callback_data"] for row in rows for b in row], f"no such button: {data}"
        query = str(next(self.telegram.ids))
        self.telegram.toasts[query] = None
        press = {"id": query, "from": self._sender(user), "message": message,
                 "chat_instance": "1", "data": data}  # fmt: skip
        return {"update_id": next(self.telegram.ids), "callback_query": press}

    def _sender(self, user: int) -> dict[str, Any]:
        name = self.telegram.chats.get(user, {}).get("first_name", "An")
        return {"id": user, "is_bot": False, "first_name": name}


def buttons(message: dict[str, Any]) -> dict[str, str]:
    """The buttons under a message: label and data."""
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return {button["text"]: button["callback_data"] for row in rows for button in row}


def update_of(raw: dict[str, Any], bot: Any) -> Update:
    """An update as python-telegram-bot hands it to the application."""
    update = Update.de_json(raw, bot)
    assert update is not None
    return update


def _entities(text: str) -> list[dict[str, Any]]:
    commands = [("bot_command", m) for m in re.finditer(r"(?<!\S)/[A-Za-z0-9_]+(?:@\w+)?", text)]
    mentions = [("mention", m) for m in re.finditer(r"(?<!\S)@\w+", text)]
    return [{"type": kind, "offset": m.start(), "length": m.end() - m.start()} for kind, m in commands + mentions]
