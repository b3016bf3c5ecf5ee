"""The door out, on a strict Telegram and in virtual time."""

import itertools
from collections import Counter

import pytest
from door import AN, BINH, GROUP, Door, pages, send, within
from fake_telegram import Fault
from telegram_markup import Refusal
from virtual_time import in_virtual_time

from handlers.delivery import Delivery, Outcome
from handlers.render import Attachment, Button, Page
from knowledge.errors import BusyError


def test_pages_arrive_in_order_and_their_messages_are_told() -> None:
    door = Door()
    delivery = send(door, AN, "một", "hai", "ba")
    assert door.telegram.texts(AN) == ["một", "hai", "ba"]
    assert delivery.sent
    assert delivery.messages == tuple(m["message_id"] for m in door.telegram.sent(AN))


def test_who_blocks_the_bot_is_told_apart_and_the_rest_goes_on() -> None:
    door = Door()
    door.telegram.blocked.add(AN)
    assert send(door, AN).outcome is Outcome.BLOCKED
    assert send(door, BINH).sent


def test_a_chat_that_telegram_does_not_know_counts_as_gone() -> None:
    door = Door()
    delivery = send(door, 4711)
    assert (delivery.outcome, delivery.reason) == (Outcome.BLOCKED, "Chat not found")


def test_a_group_that_has_moved_is_followed_and_the_move_is_told() -> None:
    door = Door()
    door.group(-100777)
    door.telegram.moved[GROUP] = -100777
    delivery = send(door, GROUP, "một", "hai")
    assert door.telegram.texts(-100777) == ["một", "hai"]
    assert (delivery.outcome, delivery.chat, delivery.moved_from) == (Outcome.SENT, -100777, GROUP)
    assert door.moves == [(GROUP, -100777)]


MOVED = -100777  # where the group has gone; messages are counted anew there


def a_group_that_moved() -> Door:
    """A door to a group that has moved, where the message of the bot has the number 100 in the old and in the new."""
    door = Door()
    door.group(MOVED)
    send(door, GROUP, "việc 1")
    door.telegram.ids = itertools.count(100)
    send(door, MOVED, "việc 2")
    door.telegram.moved[GROUP] = MOVED
    return door


def test_a_message_of_a_group_that_has_moved_is_not_changed_in_place_of_another() -> None:
    door = a_group_that_moved()

    async def main() -> Delivery:
        return await door.outbox.edit(GROUP, 100, Page("việc 1 đã xong"))

    delivery = in_virtual_time(main)
    assert door.telegram.texts(MOVED) == ["việc 2"]
    assert (delivery.outcome, delivery.chat, delivery.moved_from) == (Outcome.REFUSED, MOVED, GROUP)
    assert door.moves == [(GROUP, MOVED)]


@pytest.mark.parametrize("kind", ["words", "file"])
def test_what_answers_a_message_of_a_group_that_has_moved_answers_no_other(kind: str) -> None:
    door = a_group_that_moved()

    async def main() -> Delivery:
        if kind == "words":
            return await door.outbox.send(GROUP, pages("Xin chào"), reply_to=100)
        return await door.outbox.send_file(GROUP, Attachment("a.txt", b"a"), reply_to=100)

    assert in_virtual_time(main).sent
    last = {call["chat_id"]: call.get("reply_parameters") for _, call in door.telegram.calls[-2:]}
    assert (last[GROUP] is None, last[MOVED]) == (False, None)


def test_a_group_that_has_moved_gets_its_message_though_what_is_kept_of_it_cannot_follow(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def busy(_old: int, _new: int) -> None:
        raise BusyError("the data folder is busy")

    door = Door()
    door.group(-100777)
    door.telegram.moved[GROUP] = -100777
    monkeypatch.setattr(door.outbox, "_moved", busy)
    assert send(door, GROUP, "một").outcome is Outcome.SENT
    assert door.telegram.texts(-100777) == ["một"]


def test_markup_that_telegram_does_not_take_is_sent_plain() -> None:
    door = Door()
    assert send(door, AN, "<b>Văn phòng</b> & <i>chưa đóng").sent
    assert door.telegram.texts(AN) == ["Văn phòng & chưa đóng"]


def test_what_telegram_will_never_take_is_told_as_refused() -> None:
    assert send(Door(), AN, "a" * 5000).outcome is Outcome.REFUSED


def test_a_topic_that_was_deleted_is_left_for_the_general_one() -> None:
    door = Door()
    door.telegram.faults.append(Fault("sendMessage", Refusal(400, "Bad Request: message thread not found")))

    async def main() -> Delivery:
        return await door.outbox.send(GROUP, pages("tin"), thread=77)

    assert in_virtual_time(main).sent
    assert "message_thread_id" not in door.telegram.sent(GROUP)[0]


def test_an_edit_that_changes_nothing_is_not_sent_and_others_count_against_the_pace() -> None:
    door = Door()

    async def main() -> list[Delivery]:
        sent = await door.outbox.send(AN, [Page("a", ((Button("1", "r:x"),),))])
        return [await door.outbox.edit(AN, sent.messages[0], Page(text, ((Button("1", "r:x"),),))) for text in "abbc"]

    assert [d.outcome for d in in_virtual_time(main)] == [Outcome.SENT] * 4
    assert door.telegram.texts(AN) == ["c"]
    assert len(door.times) == 3
    assert within([t for t, _ in door.times], 3.0) <= 3


def test_a_press_that_is_answered_too_late_is_passed_over() -> None:
    door = Door()

    async def main() -> None:
        await door.outbox.toast("unknown", "xong")

    in_virtual_time(main)
    assert Counter(name for name, _ in door.telegram.calls) == {"answerCallbackQuery": 1}


def test_a_reply_to_a_deleted_message_is_sent_all_the_same() -> None:
    door = Door()

    async def main() -> Delivery:
        return await door.outbox.send(AN, pages("tin"), reply_to=999999)

    assert in_virtual_time(main).sent


def test_after_a_restart_an_edit_that_changes_nothing_counts_as_done() -> None:
    door = Door()

    async def main() -> Delivery:
        sent = await door.outbox.send(AN, pages("a"))
        door.outbox._edits._shown.clear()
        return await door.outbox.edit(AN, sent.messages[0], Page("a"))

    assert in_virtual_time(main).sent


@pytest.mark.parametrize(("kind", "member"), [("group", True), ("supergroup", True), ("channel", False)])
def test_who_writes_where_members_are_hidden_is_a_member_of_a_group_only(kind: str, *, member: bool) -> None:
    door = Door()
    door.telegram.chats[GROUP]["type"] = kind
    door.telegram.faults.append(Fault("getChatMember", Refusal(400, "Bad Request: CHAT_ADMIN_REQUIRED")))

    async def main() -> bool:
        return await door.outbox.is_member(GROUP, AN)

    assert in_virtual_time(main) is member


def test_a_message_that_was_deleted_meanwhile_cannot_be_changed_and_is_no_fault(
    caplog: pytest.LogCaptureFixture,
) -> None:
    door = Door()

    async def main() -> Delivery:
        return await door.outbox.edit(AN, 4711, Page("mới"))

    assert in_virtual_time(main).outcome is Outcome.REFUSED
    assert "ERROR" not in {record.levelname for record in caplog.records}
