"""What a message of the bot shows, remembered when it is shown, for whoever replies to it.

The conversation of the one who was answered is in memory; the rows are written down too, off the way: an answer never
waits for that, and where it fails a reply is about the rows that the buttons of the message open.
"""

from collections.abc import Sequence

from handlers.context import Listed, Services
from handlers.delivery import Delivery
from knowledge.reply import Answer


def shows(answer: Answer) -> tuple[str, ...]:
    """The refs of an answer's entries in their order, "" for one that is no row."""
    return tuple(entry.citation.ref if entry.citation else "" for entry in answer.entries)


def remember(
    services: Services,
    done: Delivery,
    refs: Sequence[str],
    talk: object | None = None,
    *,
    opened: str = "",
    numbered: bool = False,
) -> None:
    """Keep what a message shows from now on.

    Args:
        talk: the conversation that it is part of; without one a reply begins with its rows.
        opened: the button that opened its row, where it shows one row opened.
        numbered: people are asked for a number of it, also where it shows one row only.
    """
    if not done.messages:
        return
    chat, message, now = done.chat, done.messages[-1], services.clock()
    about = talk if talk is not None else services.answerer.recall(tuple(refs))
    services.said.put((chat, message), about, now)
    if sum(map(bool, refs)) >= (1 if numbered else 2):
        services.listed.put(chat, Listed(message, tuple(refs)), now)
    if services.stores and refs:
        services.writes.later(services.stores.shown.keep, chat, message, tuple(refs), now, opened)
