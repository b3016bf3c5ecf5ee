"""What becomes of a message when the line breaks: tried on, tried once more, or told as perhaps sent."""

import asyncio
from collections import Counter
from itertools import pairwise

import httpx
import pytest
from door import AN, BINH, Door, pages, send
from fake_telegram import Fault
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram_markup import Refusal
from virtual_time import in_virtual_time

from handlers.delivery import Delivery, Outcome
from handlers.render import Page


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


def test_a_press_is_answered_in_spite_of_a_short_failure_of_the_network() -> None:
    door = Door()
    door.telegram.toasts["q"] = None
    door.telegram.faults.append(Fault("answerCallbackQuery", Refusal(502, "Bad Gateway"), times=2))

    async def main() -> None:
        await door.outbox.toast("q", "Đã ghi nhận.")

    in_virtual_time(main)
    assert door.telegram.toasts == {"q": "Đã ghi nhận."}
