"""Updates that were in work when a bot before was killed: one of them may be what killed it.

Which one, nobody knows, and mostly it was none of them but a power cut. So each is begun alone, that the next death can
be laid to one; and the oftener it was in work at a death, the longer the bot lives before it is tried again, that
everybody else is answered meanwhile. A bot that lives a moment only tries none of them and holds nothing against them.
"""

import asyncio

from handlers.pace import monotonic

ALONE = 3.0  # seconds in which an update may show what it does; then the next is begun beside it
LONGEST = 60.0  # seconds that a bot lives before it tries the worst again


class Suspects:
    """The turns of such updates in one life of the bot."""

    def __init__(self) -> None:
        self._born: float | None = None
        self._alone = asyncio.Lock()
        self._in_turn: int | None = None

    def born(self) -> None:
        """The life begins."""
        self._born = monotonic()

    async def turn(self, number: int, tries: int) -> None:
        """Returns when an update that did not survive so many tries may be begun."""
        since = monotonic() - (self._born or 0.0)
        await asyncio.sleep(max(0.0, patience(tries) - since))
        await self._alone.acquire()
        self._in_turn = number
        asyncio.get_running_loop().call_later(ALONE, self.over, number)

    def over(self, number: int) -> None:
        """It has survived, or has had its time; the next may begin."""
        if self._in_turn == number:
            self._in_turn = None
            self._alone.release()


def patience(tries: int) -> float:
    """Seconds that a bot lives before it begins an update for one more try."""
    return min(LONGEST, float(max(0, tries - 1)) ** 2)
