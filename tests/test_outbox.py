"""The door out, on a strict Telegram and in virtual time."""

import asyncio
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

import httpx
import pytest
from fake_telegram import TOKEN, Fault, Refusal, StrictTelegram, World
from telegram.error import NetworkError, TimedOut
from telegram.ext import ExtBot
from virtual_time import in_virtual_time

from handlers.outbox import Delivery, Outbox, Outcome
from handlers.render import Button, Page

AN, BINH, GROUP = 5, 6, -100500


class Door(World):
    """An outbox on a strict Telegram, with the times at which messages arrived."""

    def __init__(self) -> None:
        super().__init__(TimedTelegram())
        for user in (AN, BINH):
            self.person(user)
        self.group(GROUP, forum=True)
        self.moves: list[tuple[int, int]] = []
        self.outbox = Outbox(
            ExtBot(TOKEN, request=self.telegram, get_updates_request=self.telegram),
            lambda old, new: self.moves.append((old, new)),
        )

    @property
    def times(self) -> list[tuple[float, int]]:
        assert isinstance(self.telegram, TimedTelegram)
        return self.telegram.times


class TimedTelegram(StrictTelegram):
    """Keeps when each message arrived: (seconds, chat)."""

    def __init__(self) -> None:
        super().__init__()
        self.times: list[tuple[float, int]] = []

    def _fail_as_planned(self, name: str, parameters: dict[str, object]) -> None:
        if name in ("sendMessage", "editMessageText"):
            chat = parameters["chat_id"]
            assert isinstance(chat, int)
            self.times.append((asyncio.get_running_loop().time(), chat))
        super()._fail_as_planned(name, parameters)


def pages(*texts: str) -> tuple[Page, ...]:
    return tuple(Page(text) for text in texts)


def send(door: Door, chat: int, *texts: str) -> Delivery:
    async def main() -> Delivery:
        return await door.outbox.send(chat, pages(*texts or ("Xin chào",)))

    return in_virtual_time(main)


def within(times: Sequence[float], span: float) -> int:
    """The most events in any window of `span` seconds."""
    return max(sum(start <= t < start + span for t in times) for start in times)


def test_pages_arrive_in_order_and_their_messages_are_told() -> None:
    door = Door()
    delivery = send(door, AN, "một", "hai", "ba")
    assert door.telegram.texts(AN) == ["một", "hai", "ba"]
    assert delivery.sent
    assert delivery.messages == tuple(m["message_id"] for m in door.telegram.sent(AN))


@pytest.mark.parametrize(("chat", "most", "span"), [(AN, 3, 3.0), (GROUP, 3, 3.0), (GROUP, 20, 60.0)])
def test_a_chat_never_gets_more_than_telegram_allows(chat: int, most: int, span: float) -> None:
    door = Door()
    send(door, chat, *(f"tin {i}" for i in range(50)))
    assert within([t for t, _ in door.times], span) <= most


def test_the_allowance_of_a_group_is_used_up_to_95_percent() -> None:
    door = Door()
    send(door, GROUP, *(f"tin {i}" for i in range(101)))
    assert door.times[-1][0] <= 5 * 60 / 0.95


def test_many_chats_get_nearly_thirty_messages_a_second_and_never_more() -> None:
    door = Door()
    for user in range(1000, 1300):
        door.person(user)

    async def main() -> None:
        await asyncio.gather(*(door.outbox.send(user, pages("tin")) for user in range(1000, 1300)))

    in_virtual_time(main)
    times = [t for t, _ in door.times]
    assert within(times, 1.0) <= 30
    assert len(times) / (times[-1] - times[0]) >= 0.95 * 30


def test_somebody_who_waits_for_an_answer_goes_before_reminders() -> None:
    door = Door()
    for user in range(1000, 1060):
        door.person(user)

    async def main() -> float:
        mass = [asyncio.create_task(door.outbox.send(user, pages("đôn đốc"))) for user in range(1000, 1060)]
        await asyncio.sleep(0.1)
        await door.outbox.send(AN, pages("trả lời"), urgent=True)
        answered = asyncio.get_running_loop().time()
        await asyncio.gather(*mass)
        return answered

    assert in_virtual_time(main) < 0.3


def test_a_chat_that_has_to_wait_does_not_hold_up_the_others() -> None:
    door = Door()
    door.telegram.faults.append(
        Fault("sendMessage", Refusal(429, "Too Many Requests: retry after 40", retry_after=40), AN)
    )

    async def main() -> list[Delivery]:
        return await asyncio.gather(
            door.outbox.send(AN, pages("một", "hai")), *(door.outbox.send(BINH, pages("tin")) for _ in range(3))
        )

    assert all(delivery.sent for delivery in in_virtual_time(main))
    assert door.telegram.texts(AN) == ["một", "hai"]
    assert max(t for t, chat in door.times if chat == BINH) < 1
    assert [round(t) for t, chat in door.times if chat == AN] == [0, 40, 40]


@pytest.mark.parametrize(
    "error",
    [
        pytest.param(Refusal(502, "Bad Gateway"), id="bad gateway"),
        pytest.param(NetworkError("httpx.ConnectError"), id="no connection"),
        pytest.param(TimedOut(), id="timeout"),
        pytest.param(Refusal(429, "Too Many Requests: retry after 2", retry_after=2), id="too many requests"),
    ],
)
def test_a_failing_network_is_tried_again_with_longer_pauses(error: Exception) -> None:
    door = Door()
    door.telegram.faults.append(Fault("sendMessage", error, times=3))
    assert send(door, AN).sent
    assert door.telegram.texts(AN) == ["Xin chào"]
    assert len(door.times) == 4


def test_after_a_last_try_the_failure_is_told_and_the_pages_that_arrived_are_known() -> None:
    door = Door()

    async def main() -> Delivery:
        await door.outbox.send(AN, pages("trước"))
        door.telegram.faults.append(Fault("sendMessage", httpx_error(), times=100))
        return await door.outbox.send(AN, pages("một", "hai"))

    delivery = in_virtual_time(main)
    assert delivery.outcome is Outcome.FAILED
    assert delivery.messages == ()
    assert [round(b - a) for a, b in pairwise(t for t, _ in door.times)] == [0, 1, 2, 4, 8, 16]


def test_a_message_that_arrived_without_an_answer_is_tried_only_once_more() -> None:
    door = Door()
    door.telegram.faults.append(Fault("sendMessage", a_timeout(httpx.ReadTimeout("")), times=100, delivered=True))
    assert send(door, AN).outcome is Outcome.FAILED
    assert door.telegram.texts(AN) == ["Xin chào", "Xin chào"]


def test_an_unanswered_message_that_arrives_at_the_second_try_counts_as_sent() -> None:
    door = Door()
    door.telegram.faults.append(Fault("sendMessage", a_timeout(httpx.ReadTimeout(""))))
    assert send(door, AN).sent
    assert [round(t) for t, _ in door.times] == [0, 10]


@pytest.mark.parametrize("cause", [httpx.ConnectTimeout(""), httpx.PoolTimeout("")])
def test_a_message_that_never_went_out_is_tried_as_often_as_ever(cause: Exception) -> None:
    door = Door()
    door.telegram.faults.append(Fault("sendMessage", a_timeout(cause), times=5))
    assert send(door, AN).sent
    assert door.telegram.texts(AN) == ["Xin chào"]


def a_timeout(cause: Exception) -> TimedOut:
    """As python-telegram-bot tells the timeouts of its network."""
    error = TimedOut()
    error.__cause__ = cause
    return error


def httpx_error() -> Exception:
    return NetworkError(f"httpx.ReadError: {httpx.ReadError('closed')}")


def test_a_ban_of_an_hour_is_told_instead_of_waited_for() -> None:
    door = Door()
    door.telegram.faults.append(Fault("sendMessage", Refusal(429, "Too Many Requests", retry_after=3600)))

    async def main() -> list[Delivery]:
        return [await door.outbox.send(AN, pages("một")), await door.outbox.send(AN, pages("hai"))]

    assert [d.outcome for d in in_virtual_time(main)] == [Outcome.FAILED, Outcome.FAILED]
    assert len(door.times) == 1


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
        door.outbox._shown.clear()
        return await door.outbox.edit(AN, sent.messages[0], Page("a"))

    assert in_virtual_time(main).sent


def test_a_press_is_answered_in_spite_of_a_short_failure_of_the_network() -> None:
    door = Door()
    door.telegram.toasts["q"] = None
    door.telegram.faults.append(Fault("answerCallbackQuery", Refusal(502, "Bad Gateway"), times=2))

    async def main() -> None:
        await door.outbox.toast("q", "Đã ghi nhận.")

    in_virtual_time(main)
    assert door.telegram.toasts == {"q": "Đã ghi nhận."}


@pytest.mark.parametrize(("kind", "member"), [("group", True), ("supergroup", True), ("channel", False)])
def test_who_writes_where_members_are_hidden_is_a_member_of_a_group_only(kind: str, *, member: bool) -> None:
    door = Door()
    door.telegram.chats[GROUP]["type"] = kind
    door.telegram.faults.append(Fault("getChatMember", Refusal(400, "Bad Request: CHAT_ADMIN_REQUIRED")))

    async def main() -> bool:
        return await door.outbox.is_member(GROUP, AN)

    assert in_virtual_time(main) is member
