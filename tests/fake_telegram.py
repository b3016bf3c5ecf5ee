"""A strict Telegram in memory: a request class for python-telegram-bot that refuses what Telegram refuses.

It stands in for the network, so that conversations go through the very application that runs in production. People act
through `Person` and `Group`, tests look at `sent` (what a chat shows now) and `calls` (everything that was asked of the
Bot API). Whatever is refused without having been planned is kept in `refused`; a test ends with that empty.
"""

import asyncio
import itertools
import json
import re
from collections import deque
from dataclasses import dataclass, field
from typing import Any

from telegram.request import BaseRequest, RequestData
from telegram_markup import Refusal, planned, shown

TOKEN = "1:TEST"
USERNAME = "planbot_test_bot"
ME = {"id": 1, "is_bot": True, "first_name": "Planbot", "username": USERNAME, "can_join_groups": True,
      "can_read_all_group_messages": False, "supports_inline_queries": True}  # fmt: skip
WHEN = 1_800_000_000


@dataclass
class Fault:
    """A planned failure of the next `times` calls of a method (in one chat); `delivered` does what was asked first."""

    method: str
    error: Exception
    chat: int | None = None
    times: int = 1
    delivered: bool = False


@dataclass
class StrictTelegram(BaseRequest):
    """The Bot API with its refusals; `base_url` and the network are ignored."""

    chats: dict[int, dict[str, Any]] = field(default_factory=dict)
    members: dict[int, set[int]] = field(default_factory=dict)
    messages: dict[tuple[int, int], dict[str, Any]] = field(default_factory=dict)
    calls: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    holds: dict[str, tuple[asyncio.Event, asyncio.Event]] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    blocked: set[int] = field(default_factory=set)
    moved: dict[int, int] = field(default_factory=dict)
    toasts: dict[str, str | None] = field(default_factory=dict)
    menus: dict[str, list[str]] = field(default_factory=dict)
    offered: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    files: list[dict[str, Any]] = field(default_factory=list)
    uploads: dict[str, bytes] = field(default_factory=dict)
    contents: list[bytes] = field(default_factory=list)
    attached: dict[int, tuple[str, bytes]] = field(default_factory=dict)
    updates: deque[dict[str, Any]] = field(default_factory=deque)
    _coming: tuple[str, bytes] | None = None
    ids: "itertools.count[int]" = field(default_factory=lambda: itertools.count(100))

    def __hash__(self) -> int:
        return id(self)

    @property
    def read_timeout(self) -> float | None:
        return 5.0

    async def initialize(self) -> None: ...

    async def shutdown(self) -> None: ...

    async def do_request(  # noqa: PLR0917 - the signature of python-telegram-bot
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: object = None,
        write_timeout: object = None,
        connect_timeout: object = None,
        pool_timeout: object = None,
    ) -> tuple[int, bytes]:
        await asyncio.sleep(0)
        name = url.rsplit("/", 1)[1]
        if "/file/" in url:
            return 200, self.uploads[name]
        parameters = _decoded(request_data)
        self.calls.append((name, parameters))
        files = request_data.multipart_data.values() if request_data else ()
        self.contents += [content for _, content, _ in files if isinstance(content, bytes)]
        self._coming = next(((str(name), content) for name, content, _ in files if isinstance(content, bytes)), None)
        if name in self.holds:
            began, may_go_on = self.holds[name]
            began.set()
            await may_go_on.wait()
        try:
            self._fail_as_planned(name, parameters)
            result = getattr(self, f"_{_snake(name)}")(parameters)
        except Refusal as no:
            if not getattr(no, "planned", False):
                self.refused.append(f"{name}: {no.words}")
            body = {"ok": False, "error_code": no.code, "description": no.words, "parameters": no.parameters}
            return no.code, json.dumps(body).encode()
        return 200, json.dumps({"ok": True, "result": result}).encode()

    def sent(self, chat: int) -> list[dict[str, Any]]:
        """The bot's messages in a chat as they are now, in order."""
        return [m for (c, _), m in sorted(self.messages.items()) if c == chat and m["from"]["id"] == ME["id"]]

    def texts(self, chat: int) -> list[str]:
        """The words of the bot's messages in a chat."""
        return [m["text"] for m in self.sent(chat)]

    def count(self, method: str) -> int:
        """How often a method was called."""
        return sum(name == method for name, _ in self.calls)

    def _fail_as_planned(self, name: str, parameters: dict[str, Any]) -> None:
        for fault in self.faults:
            if fault.method == name and fault.times and fault.chat in (None, parameters.get("chat_id")):
                fault.times -= 1
                if fault.delivered:
                    getattr(self, f"_{_snake(name)}")(parameters)
                if isinstance(fault.error, Refusal):
                    fault.error.planned = True  # type: ignore[attr-defined]
                raise fault.error

    def _chat(self, parameters: dict[str, Any]) -> dict[str, Any]:
        chat = parameters["chat_id"]
        if chat in self.moved:
            words = "Bad Request: group chat was upgraded to a supergroup chat"
            raise planned(Refusal(400, words, migrate_to_chat_id=self.moved[chat]))
        if chat not in self.chats:
            raise Refusal(400, "Bad Request: chat not found")
        if chat in self.blocked:
            raise planned(Refusal(403, "Forbidden: bot was blocked by the user"))
        return self.chats[chat]

    def _get_me(self, _parameters: dict[str, Any]) -> dict[str, Any]:
        return ME

    def _get_updates(self, _parameters: dict[str, Any]) -> list[dict[str, Any]]:
        every = list(self.updates)
        self.updates.clear()
        return every

    def _get_file(self, parameters: dict[str, Any]) -> dict[str, Any]:
        name = parameters["file_id"]
        if name not in self.uploads:
            raise Refusal(400, "Bad Request: invalid file_id")
        if len(self.uploads[name]) > 20 * 2**20:
            raise planned(Refusal(400, "Bad Request: file is too big"))
        return {"file_id": name, "file_unique_id": name, "file_path": f"documents/{name}"}

    def _delete_message(self, parameters: dict[str, Any]) -> bool:
        if not self.messages.pop((parameters["chat_id"], parameters["message_id"]), None):
            raise Refusal(400, "Bad Request: message to delete not found")
        return True

    def _set_my_commands(self, parameters: dict[str, Any]) -> bool:
        for command in parameters["commands"]:
            if not re.fullmatch(r"[a-z0-9_]{1,32}", command["command"]) or not 1 <= len(command["description"]) <= 256:
                raise Refusal(400, "Bad Request: BOT_COMMAND_INVALID")
        scope = parameters["scope"]
        if scope["type"] == "chat" and scope["chat_id"] not in self.chats:
            raise planned(Refusal(400, "Bad Request: chat not found"))
        self.menus[f"{scope['type']}{scope.get('chat_id', '')}"] = [c["command"] for c in parameters["commands"]]
        return True

    def _get_chat_member(self, parameters: dict[str, Any]) -> dict[str, Any]:
        chat, user = self._chat(parameters), parameters["user_id"]
        status = "member" if user in self.members.get(chat["id"], ()) else "left"
        return {"status": status, "user": {"id": user, "is_bot": False, "first_name": "An"}}

    def _get_chat(self, parameters: dict[str, Any]) -> dict[str, Any]:
        gifts = dict.fromkeys(
            ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels"), False
        )
        return {**self._chat(parameters), "accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": gifts}

    def _send_chat_action(self, parameters: dict[str, Any]) -> bool:
        self._chat(parameters)
        return True

    def _send_message(self, parameters: dict[str, Any]) -> dict[str, Any]:
        chat = self._chat(parameters)
        message = {"message_id": next(self.ids), "date": WHEN, "chat": chat, "from": ME, **shown(parameters)}
        if thread := parameters.get("message_thread_id"):
            if not chat.get("is_forum") or thread == 1:
                raise Refusal(400, "Bad Request: message thread not found")
            message |= {"message_thread_id": thread, "is_topic_message": True}
        if answered := parameters.get("reply_parameters"):
            key = (chat["id"], answered["message_id"])
            if key not in self.messages and not answered.get("allow_sending_without_reply"):
                raise Refusal(400, "Bad Request: message to be replied not found")
            message |= {"reply_to_message": self.messages[key]} if key in self.messages else {}
        self.messages[chat["id"], message["message_id"]] = message
        return message

    def _send_document(self, parameters: dict[str, Any]) -> dict[str, Any]:
        return self._send_a_file(parameters, {"document": {"file_id": "1", "file_unique_id": "1"}})

    def _send_photo(self, parameters: dict[str, Any]) -> dict[str, Any]:
        size = {"file_id": "1", "file_unique_id": "1", "width": 1, "height": 1}
        return self._send_a_file(parameters, {"photo": [size]})

    def _send_a_file(self, parameters: dict[str, Any], kind: dict[str, Any]) -> dict[str, Any]:
        """A file with its sentence; what was sent is read from `files`."""
        chat = self._chat(parameters)
        if len(parameters.get("caption") or "") > 1024:
            raise Refusal(400, "Bad Request: message caption is too long")
        caption = {"caption": parameters["caption"]} if parameters.get("caption") else {}
        message = {"message_id": next(self.ids), "date": WHEN, "chat": chat, "from": ME, **kind, **caption}
        self.files.append(message)
        if self._coming:
            self.attached[message["message_id"]] = self._coming
        return message

    def _edit_message_text(self, parameters: dict[str, Any]) -> dict[str, Any]:
        chat = self._chat(parameters)
        message = self.messages.get((chat["id"], parameters["message_id"]))
        if not message or message["from"]["id"] != ME["id"]:
            raise Refusal(400, "Bad Request: message to edit not found")
        now = shown(parameters)
        if all(message.get(key) == now.get(key) for key in ("raw", "reply_markup")):
            raise planned(
                Refusal(400, "Bad Request: message is not modified: specified new message content is the same")
            )
        message.pop("reply_markup", None)
        message.update(now)
        return message

    def _answer_inline_query(self, parameters: dict[str, Any]) -> bool:
        if len(parameters["results"]) > 50:
            raise Refusal(400, "Bad Request: RESULTS_TOO_MUCH")
        for result in parameters["results"]:
            shown({"text": result["input_message_content"]["message_text"], "parse_mode": "HTML"})
        self.offered[parameters["inline_query_id"]] = parameters["results"]
        return True

    def _answer_callback_query(self, parameters: dict[str, Any]) -> bool:
        query = parameters["callback_query_id"]
        if self.toasts.get(query, "") is not None:
            raise Refusal(400, "Bad Request: query is too old and response timeout expired or query ID is invalid")
        if len(parameters.get("text") or "") > 200:
            raise Refusal(400, "Bad Request: MESSAGE_TOO_LONG")
        self.toasts[query] = parameters.get("text") or ""
        return True


def _decoded(data: RequestData | None) -> dict[str, Any]:
    return {} if data is None else dict(data.parameters)


def _snake(name: str) -> str:
    return re.sub(r"(?<!^)([A-Z])", r"_\1", name).lower()
