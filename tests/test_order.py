"""Chats are served side by side, each chat's own messages one after the other."""

import asyncio

from fake_telegram import World, update_of

from handlers.order import ChatOrder

AN, BINH = 5, 6


async def test_a_chat_keeps_its_order_while_another_goes_ahead() -> None:
    world, order, done = World(), ChatOrder(), []
    gate = asyncio.Event()

    async def work(name: str, *, waits: bool) -> None:
        if waits:
            await gate.wait()
        done.append(name)

    def serve(user: int, name: str, *, waits: bool = False) -> asyncio.Task[None]:
        world.person(user)
        update = update_of(world.says(user, name), None)
        return asyncio.create_task(order.process_update(update, work(name, waits=waits)))

    tasks = [serve(AN, "An 1", waits=True), serve(AN, "An 2"), serve(BINH, "Bình 1")]
    await asyncio.sleep(0.01)
    assert done == ["Bình 1"]
    assert order.behind(AN) == 1
    gate.set()
    await asyncio.gather(*tasks)
    assert done == ["Bình 1", "An 1", "An 2"]
    assert order.behind(AN) == 0


async def test_an_update_of_no_chat_is_handled_at_once() -> None:
    order, done = ChatOrder(), asyncio.Event()
    await order.process_update(object(), _set(done))
    assert done.is_set()


async def test_a_chat_whose_message_failed_goes_on_with_the_next() -> None:
    world, order, done = World(), ChatOrder(), asyncio.Event()
    world.person(AN)

    async def fail() -> None:
        raise RuntimeError("broken")

    first = order.process_update(update_of(world.says(AN, "1"), None), fail())
    second = order.process_update(update_of(world.says(AN, "2"), None), _set(done))
    results = await asyncio.gather(first, second, return_exceptions=True)
    assert isinstance(results[0], RuntimeError)
    assert done.is_set()


async def _set(event: asyncio.Event) -> None:
    event.set()
