"""One of each kind of update that Telegram has, as a person can cause it in private and in a group."""

from typing import Any

from chat import Chat
from fake_telegram import ME

TEXTS = ("ai chủ trì?", "/hoi ai chủ trì?", "/viec Văn phòng Sở", "/han năm", "/baocao", "/giahan", "/help", "/x")
PRESSED = (
    "r:row0000001", "r:row0000001:0:x:0", "p:x:0", "q:x:0", "d:open:row0000001:2027-06-30", "g", "",
    "1a:r:row0000001", "1d:open:row0000001:2027-06-30", "1q:yes:x", "1p:show:ke-hoach-2027",
)  # fmt: skip
DOCUMENT: dict[str, Any] = {"document": {"file_id": "F", "file_unique_id": "F", "file_name": "ke-hoach.docx"}}


def every_kind(chat: Chat, user: int, group: int) -> list[dict[str, Any]]:
    """The updates; each kind that Telegram has is among them, those that the bot does not ask for as well."""
    chat.group(-100700)
    return [
        *_said(chat, user, group),
        *_pressed(chat, user, group),
        *({"update_id": 1, kind: content} for kind, content in _of_groups(chat, user, group).items()),
        *({"update_id": 1, kind: content} for kind, content in _of_people(chat, user, group).items()),
    ]


def _said(chat: Chat, user: int, group: int) -> list[dict[str, Any]]:
    texts = [chat.says(user, text, where) for text in TEXTS for where in (None, group)]
    edited = [{"update_id": 1, "edited_message": chat.message(user, text, group)} for text in ("/hoi a", "/baocao")]
    edited.append({"update_id": 1, "edited_message": chat.message(user, "ai chủ trì?")})
    channel = {"id": -100900, "type": "channel", "title": "Tin"}
    wordless = [DOCUMENT, {"voice": {"file_id": "F", "file_unique_id": "F", "duration": 1}}, {"sender_chat": channel}]
    sent = [chat.says(user, None, None if n else group, **content) for content in wordless for n in range(2)]
    sent.append(chat.says(user, None, group, caption="/napplan", **DOCUMENT))
    sent.append(chat.says(user, "/hoi ai chủ trì?", group, sender_chat=channel))
    moved = [
        chat.says(user, None, group, migrate_to_chat_id=-100700),
        chat.says(user, None, -100700, migrate_from_chat_id=group),
    ]
    return [*texts, *edited, *sent, *moved]


def _pressed(chat: Chat, user: int, group: int) -> list[dict[str, Any]]:
    own = {"message_id": 1, "date": 1, "chat": chat.telegram.chats[group], "from": ME, "text": "x"}
    presses = [chat.presses(user, own, data, stale=True) for data in PRESSED]
    gone = {"message_id": 1, "date": 0, "chat": chat.telegram.chats[group]}  # Telegram shows it no more
    presses += [chat.presses(user, gone, data, stale=True) for data in PRESSED]
    inline = chat.presses(user, own, PRESSED[7], stale=True)
    del inline["callback_query"]["message"]
    inline["callback_query"]["inline_message_id"] = "x"
    return [*presses, inline]


def _of_groups(chat: Chat, user: int, group: int) -> dict[str, Any]:
    sender, place = {"id": user, "is_bot": False, "first_name": "An"}, chat.telegram.chats[group]
    old, new = ({"status": status, "user": ME} for status in ("left", "member"))
    joined = {"chat": place, "from": sender, "date": 1}
    post = {"message_id": 3, "date": 1, "chat": {"id": -100900, "type": "channel", "title": "Tin"}, "text": "/hoi a"}
    source = {"source": "premium", "user": sender}
    return {
        "my_chat_member": {**joined, "old_chat_member": old, "new_chat_member": new},
        "chat_member": {**joined, "old_chat_member": old, "new_chat_member": new},
        "chat_join_request": {**joined, "user_chat_id": user},
        "channel_post": post,
        "edited_channel_post": {**post, "edit_date": 2},
        "message_reaction": {
            "chat": place,
            "message_id": 1,
            "user": sender,
            "date": 1,
            "old_reaction": [],
            "new_reaction": [],
        },
        "message_reaction_count": {"chat": place, "message_id": 1, "date": 1, "reactions": []},
        "chat_boost": {
            "chat": place,
            "boost": {"boost_id": "x", "add_date": 1, "expiration_date": 2, "source": source},
        },
        "removed_chat_boost": {"chat": place, "boost_id": "x", "remove_date": 1, "source": source},
        "business_message": chat.message(user, "/hoi ai chủ trì?", business_connection_id="x"),
        "edited_business_message": chat.message(user, "/hoi ai chủ trì?", business_connection_id="x"),
        "deleted_business_messages": {"business_connection_id": "x", "chat": place, "message_ids": [1]},
        "guest_message": chat.message(user, "/hoi ai chủ trì?", group),
    }


def _of_people(chat: Chat, user: int, _group: int) -> dict[str, Any]:
    sender = {"id": user, "is_bot": False, "first_name": "An"}
    address = {"country_code": "VN", "state": "", "city": "", "street_line1": "", "street_line2": "", "post_code": ""}
    bill = {"id": "1", "from": sender, "invoice_payload": "x"}
    poll = {
        "id": "1", "question": "ai chủ trì?", "options": [], "total_voter_count": 0, "is_closed": False,
        "is_anonymous": False, "type": "regular", "allows_multiple_answers": False,
        "allows_revoting": False, "members_only": False,
    }  # fmt: skip
    return {
        "inline_query": {"id": "1", "from": sender, "query": "ai chủ trì?", "offset": ""},
        "chosen_inline_result": {"result_id": "0", "from": sender, "query": "ai chủ trì?"},
        "shipping_query": {**bill, "shipping_address": address},
        "pre_checkout_query": {**bill, "currency": "VND", "total_amount": 1},
        "purchased_paid_media": {"from": sender, "paid_media_payload": "x"},
        "poll": poll,
        "poll_answer": {"poll_id": "1", "user": sender, "option_ids": [0], "option_persistent_ids": ["a"]},
        "business_connection": {"id": "x", "user": sender, "user_chat_id": user, "date": 1, "is_enabled": True},
        "managed_bot": {"user": sender, "bot": ME},
    }
