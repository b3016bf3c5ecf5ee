"""The door out, on a strict Telegram and in virtual time."""

import asyncio
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import httpx
import pytest
from fake_telegram import TOKEN, Fault, Refusal, StrictTelegram, Updates
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.ext import ExtBot
from virtual_time import in_virtual_time

from handlers.delivery import Delivery, Outcome
from handlers.outbox import Outbox
from handlers.render import Button, Page

AN, BINH, GROUP = 5, 6, -100500
STALL, STALL_EVERY = 0.3, 1.7  # seconds


class Door(Updates):
    """An outbox on a strict Telegram, with the times at which messages arrived."""

    def __init__(self, telegram: "TimedTelegram | None" = None) -> None:
        super().__init__(telegram or TimedTelegram())
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


class StallingTelegram(TimedTelegram):
    """Takes nothing for a third of a second now and then; what came meanwhile arrives all at once."""

    async def do_request(self, *arguments: Any, **named: Any) -> tuple[int, bytes]:
        now = asyncio.get_running_loop().time()
        if now % STALL_EVERY < STALL:
            await asyncio.sleep(STALL - now % STALL_EVERY)
        return await super().do_request(*arguments, **named)


class BusyTelegram(TimedTelegram):
    """Quick at first, then slow for good: now on the way there, now on the way back."""

    async def do_request(self, *arguments: Any, **named: Any) -> tuple[int, bytes]:
        there = asyncio.get_running_loop().time() % STALL_EVERY < STALL_EVERY / 2
        slow = STALL if len(self.times) > 40 else 0.0
        await asyncio.sleep(slow if there else 0)
        answer = await super().do_request(*arguments, **named)
        await asyncio.sleep(0 if there else slow)
        return answer


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


def to_many_chats(door: Door) -> list[float]:
    """When each of three hundred people had a message that was sent to all of them at once."""
    people = range(1000, 1300)
    for user in people:
        door.person(user)

    async def main() -> None:
        await asyncio.gather(*(door.outbox.send(user, pages("tin")) for user in people))

    in_virtual_time(main)
    return [t for t, _ in door.times]


def test_many_chats_get_nearly_thirty_messages_a_second_and_never_more() -> None:
    door = Door()
    times = to_many_chats(door)
    assert within(times, 1.0) <= 30
    assert len(times) / (times[-1] - times[0]) >= 0.95 * 30


@pytest.mark.parametrize("kind", [StallingTelegram, BusyTelegram])
def test_a_line_that_stalls_and_brings_many_messages_at_once_never_brings_more_than_thirty_in_a_second(
    kind: type[TimedTelegram],
) -> None:
    door = Door(kind())
    times = to_many_chats(door)
    assert within(times, 1.0) <= 30
    assert len(times) / (times[-1] - times[0]) >= 0.7 * 30


def test_messages_that_telegram_does_not_answer_hold_up_the_others_for_twenty_seconds_at_most() -> None:
    door = Door()
    for user in range(1000, 1040):
        door.person(user)

    async def main() -> float:
        began, never = asyncio.Event(), asyncio.Event()
        door.telegram.holds["sendMessage"] = (began, never)
        hanging = [asyncio.create_task(door.outbox.send(user, pages("tin"))) for user in range(1000, 1030)]
        await asyncio.sleep(2)
        door.telegram.holds.clear()
        asked = asyncio.get_running_loop().time()
        await door.outbox.send(AN, pages("trả lời"), urgent=True)
        waited = asyncio.get_running_loop().time() - asked
        never.set()
        await asyncio.gather(*hanging)
        return waited

    assert in_virtual_time(main) < 20


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


def failed(cause: Exception, kind: type[NetworkError] = NetworkError) -> NetworkError:
    """As python-telegram-bot tells the failures of its network."""
    error = TimedOut() if kind is TimedOut else NetworkError(f"httpx.{type(cause).__name__}: {cause}")
    error.__cause__ = cause
    return error


NOT_SENT = [
    pytest.param(failed(httpx.ConnectError("refused")), id="no connection or no name"),
    pytest.param(failed(httpx.ConnectTimeout(""), TimedOut), id="no connection in time"),
    pytest.param(failed(httpx.PoolTimeout(""), TimedOut), id="no free line"),
    pytest.param(Refusal(429, "Too Many Requests: retry after 2", retry_after=2), id="too many requests"),
]
PERHAPS_SENT = [
    pytest.param(failed(httpx.ReadError("reset")), id="reset"),
    pytest.param(failed(httpx.RemoteProtocolError("peer closed")), id="half an answer"),
    pytest.param(failed(httpx.ReadTimeout(""), TimedOut), id="no answer in time"),
    pytest.param(failed(httpx.WriteError("broken pipe")), id="broken while writing"),
    pytest.param(TelegramError("Invalid server response"), id="junk with status 200"),
    pytest.param(KeyError("result"), id="an answer without its result"),
    pytest.param(Refusal(502, "Bad Gateway"), id="bad gateway"),
    pytest.param(Refusal(500, "Internal Server Error"), id="error of the server"),
]


@pytest.mark.parametrize("error", NOT_SENT)
def test_what_was_not_sent_is_tried_on(error: Exception) -> None:
    door = Door()
    door.telegram.faults.append(Fault("sendMessage", error, times=7))
    assert send(door, AN).sent
    assert door.telegram.texts(AN) == ["Xin chào"]
    assert len(door.times) == 8


def test_a_line_that_is_down_is_tried_with_longer_pauses_until_the_message_is_given_up() -> None:
    door = Door()
    door.telegram.faults.append(Fault("sendMessage", failed(httpx.ConnectError("")), times=100))
    assert send(door, AN).outcome is Outcome.FAILED
    assert [round(b - a) for a, b in pairwise(t for t, _ in door.times)][:7] == [1, 2, 4, 8, 16, 30, 30]
    assert 240 < door.times[-1][0] <= 300


@pytest.mark.parametrize("error", PERHAPS_SENT)
def test_what_perhaps_arrived_is_tried_once_more_and_then_told_as_perhaps_sent(error: Exception) -> None:
    door = Door()
    door.telegram.faults.append(Fault("sendMessage", error, times=100, delivered=True))
    delivery = send(door, AN, "một", "hai")
    assert delivery.outcome is Outcome.PERHAPS
    assert door.telegram.texts(AN) == ["một", "một"]


@pytest.mark.parametrize("error", PERHAPS_SENT)
def test_what_perhaps_arrived_counts_as_sent_where_the_second_try_is_answered(error: Exception) -> None:
    door = Door()
    door.telegram.faults.append(Fault("sendMessage", error))
    assert send(door, AN).sent
    assert [round(t) for t, _ in door.times] == [0, 10]


def test_who_waits_for_an_answer_waits_shorter_for_the_second_try() -> None:
    door = Door()
    door.telegram.faults.append(Fault("sendMessage", Refusal(502, "Bad Gateway")))

    async def main() -> Delivery:
        return await door.outbox.send(AN, pages("trả lời"), urgent=True)

    assert in_virtual_time(main).sent
    assert [round(t) for t, _ in door.times] == [0, 2]


@pytest.mark.parametrize(
    "then",
    [
        pytest.param(failed(httpx.ConnectError("")), id="no connection"),
        pytest.param(Refusal(429, "Too Many Requests", retry_after=3600), id="a ban"),
    ],
)
def test_what_perhaps_arrived_stays_so_when_the_second_try_cannot_be_made(then: Exception) -> None:
    door = Door()
    door.telegram.faults += [Fault("sendMessage", failed(httpx.ReadError(""))), Fault("sendMessage", then, times=100)]
    assert send(door, AN).outcome is Outcome.PERHAPS


def test_after_a_line_that_broke_nothing_is_written_until_it_answers_a_harmless_question() -> None:
    door = Door()
    door.telegram.faults.append(Fault("sendMessage", failed(httpx.ReadError(""))))
    door.telegram.faults.append(Fault("getMe", failed(httpx.ReadError("")), times=4))

    async def main() -> list[Delivery]:
        first = asyncio.create_task(door.outbox.send(AN, pages("một")))
        await asyncio.sleep(0.1)
        return [await door.outbox.send(BINH, pages("hai")), await first]

    assert [d.outcome for d in in_virtual_time(main)] == [Outcome.SENT, Outcome.SENT]
    assert len(door.times) == 3
    assert door.telegram.count("getMe") == 5


def test_an_edit_may_be_repeated_because_twice_is_like_once() -> None:
    door = Door()

    async def main() -> Delivery:
        sent = await door.outbox.send(AN, pages("a"))
        door.telegram.faults.append(Fault("editMessageText", failed(httpx.ReadError("")), times=4, delivered=True))
        return await door.outbox.edit(AN, sent.messages[0], Page("b"))

    assert in_virtual_time(main).sent
    assert door.telegram.texts(AN) == ["b"]


def test_at_the_end_who_waits_gives_up_and_what_is_on_its_way_is_told_as_perhaps_sent() -> None:
    door = Door()
    door.telegram.faults.append(Fault("sendMessage", Refusal(429, "Too Many Requests", retry_after=45), BINH))
    door.telegram.holds["sendMessage"] = (asyncio.Event(), asyncio.Event())

    async def main() -> tuple[list[Outcome], float]:
        tasks = [asyncio.create_task(door.outbox.send(AN, pages("treo")))]
        tasks += [asyncio.create_task(door.outbox.send(AN, pages("sau"))) for _ in range(300)]
        await asyncio.sleep(1)
        del door.telegram.holds["sendMessage"]
        tasks += [asyncio.create_task(door.outbox.send(BINH, pages("chờ"))) for _ in range(300)]
        await asyncio.sleep(1)
        began = asyncio.get_running_loop().time()
        door.outbox.stop()
        outcomes = [delivery.outcome for delivery in await asyncio.gather(*tasks)]
        return outcomes, asyncio.get_running_loop().time() - began

    outcomes, seconds = in_virtual_time(main)
    assert Counter(outcomes) == {Outcome.PERHAPS: 1, Outcome.FAILED: 600}
    assert seconds < 5


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


def test_a_message_that_was_deleted_meanwhile_cannot_be_changed_and_is_no_fault(
    caplog: pytest.LogCaptureFixture,
) -> None:
    door = Door()

    async def main() -> Delivery:
        return await door.outbox.edit(AN, 4711, Page("mới"))

    assert in_virtual_time(main).outcome is Outcome.REFUSED
    assert "ERROR" not in {record.levelname for record in caplog.records}
