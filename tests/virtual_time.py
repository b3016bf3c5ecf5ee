"""Event loops whose clock jumps to the next thing to do, so that hours of waiting take no time in a test.

Virtual time must not run on while a thread works, or what takes a millisecond would seem to have taken as long as the
next timer. `SkippingLoop`, the loop of every test, waits in real time while one does. On `VirtualLoop`, which measures,
what production hands to threads is done at once, in the loop's own thread.
"""

import asyncio
import selectors
from collections.abc import Callable, Coroutine
from concurrent.futures import Executor, Future
from typing import Any, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


class _Jumping(selectors.SelectSelector):
    now = 0.0

    def select(self, timeout: float | None = None) -> Any:
        events = super().select(None if timeout is None else 0)
        if not events and timeout:
            self.now += timeout
        return events


class _Skipping(selectors.DefaultSelector):
    """Waits for threads and sockets as ever, but skips a wait for the clock alone."""

    skipped = 0.0
    at_work = 0  # threads that will wake the loop

    def select(self, timeout: float | None = None) -> Any:
        if self.at_work or not timeout:
            return super().select(timeout)
        events = super().select(0)
        if not events:
            self.skipped += timeout
        return events


class SkippingLoop(asyncio.SelectorEventLoop):
    """The loop of the tests: real threads in real time, and no waiting for a pause that nothing but the clock ends."""

    def __init__(self) -> None:
        self._skipping = _Skipping()
        super().__init__(self._skipping)

    def time(self) -> float:
        return super().time() + self._skipping.skipped

    def run_in_executor(self, executor: Any, func: Any, *args: Any) -> "asyncio.Future[Any]":  # type: ignore[override]
        return self.awaits(super().run_in_executor(executor, func, *args))

    def awaits(self, future: "asyncio.Future[Any]") -> "asyncio.Future[Any]":
        """A future that a thread makes ready: until it is, the loop waits in real time."""
        self._skipping.at_work += 1
        future.add_done_callback(self._worked)
        return future

    async def shutdown_default_executor(self, *timeout: float | None) -> None:
        """The end of the threads is waited for in real time; from Python 3.12 on there is a timer beside it."""
        self._skipping.at_work += 1
        try:
            await super().shutdown_default_executor(*timeout)
        finally:
            self._skipping.at_work -= 1

    def _worked(self, _: object) -> None:
        self._skipping.at_work -= 1


def wrap_future(future: "Future[T]", *, loop: asyncio.AbstractEventLoop | None = None) -> "asyncio.Future[T]":
    """In place of `asyncio.wrap_future`: what a pool of its own works at counts as work, too."""
    wrapped = asyncio.futures.wrap_future(future, loop=loop)
    running = wrapped.get_loop()
    return running.awaits(wrapped) if isinstance(running, SkippingLoop) else wrapped


class AtOnce(Executor):
    """Threads that are none: what is submitted is done before `submit` returns. Takes what a pool of threads takes."""

    def __init__(self, *_: Any, **__: Any) -> None: ...

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        future: Future[T] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except BaseException as error:  # noqa: BLE001 - as a thread does: the one who waits gets it
            future.set_exception(error)
        return future


class VirtualLoop(asyncio.SelectorEventLoop):
    """A loop that never waits."""

    def __init__(self) -> None:
        self._jumping = _Jumping()
        super().__init__(self._jumping)

    def time(self) -> float:
        return self._jumping.now

    def run_in_executor(self, executor: Any, func: Any, *args: Any) -> "asyncio.Future[Any]":  # type: ignore[override]
        return asyncio.wrap_future(AtOnce().submit(func, *args), loop=self)


def in_virtual_time(main: Callable[[], Coroutine[Any, Any, T]]) -> T:
    """Run a coroutine to its end on such a loop."""
    with asyncio.Runner(loop_factory=VirtualLoop) as runner:
        return runner.run(main())
