"""What stands behind a button: the one codec for all of them.

Telegram hands back up to 64 bytes, and anybody can make them up, for any message of the bot. So the data name the
version of this form and the kind of message that they were made for; pressed under a message of another kind they are
refused, and what they ask for is judged like anything that is typed.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from telegram import CallbackQuery, Message

VERSION = "1"
MOST_BYTES = 64  # https://core.telegram.org/bots/api#inlinekeyboardbutton


class On(StrEnum):
    """The kind of message that a button is made for."""

    ANSWER = "a"  # an answer or an opened row: they replace each other
    REMINDER = "d"
    ENTRY = "n"  # a stranger asks to be let in, an admin decides
    MEMBERS = "m"  # who is let in
    REPORT = "r"  # a report that was kept, or is asked back about
    ASKED = "q"  # whether an answer helped
    LESSON = "l"  # what was asked and not answered, and what was taught
    UNITS = "u"  # units, their names and chats, and the rows that lack one
    OWN = "o"  # somebody's own reminders
    BROADCAST = "b"  # a message to many before it is sent
    OPERATION = "v"  # how the bot is; a reminder to try
    HANDED = "h"  # a document that was handed in: its preview
    PLANS = "p"  # the plans of the library
    CALENDAR = "k"  # a working day that was set
    EXTENSION = "e"  # the list of tasks to extend, and the dates for one of them


@dataclass(frozen=True, slots=True)
class Data:
    """What a button asks for.

    Args:
        act: a name that the kind of message knows; `args` what it is about.
    """

    on: On
    act: str
    args: tuple[str, ...] = ()


def pack(on: On, act: str, *args: object) -> str:
    """As it stands on a button.

    Raises:
        ValueError: it does not fit, or a value holds the sign between them.
    """
    parts = [act, *map(str, args)]
    data = ":".join([f"{VERSION}{on}", *parts])
    if len(data.encode()) > MOST_BYTES or any(":" in part for part in parts):
        raise ValueError(f"no button can hold {data!r}")
    return data


def unpack(text: str) -> Data | None:
    """What a button asks for, None where it is none of ours."""
    match text.split(":"):
        case [head, act, *args] if head[:1] == VERSION and head[1:] in set(On):
            return Data(On(head[1:]), act, tuple(args))
        case parts:
            return _of_the_first_form(parts)


def made_for(query: CallbackQuery, data: Data) -> bool:
    """Whether a press belongs to the kind of message that it was made under.

    Of a message that Telegram does not show any more the kind is not known; nothing may be put in its place.
    """
    message = pressed_message(query)
    if message is None:
        return True
    return any(other is not None and other.on is data.on for other in _under(message))


def pressed_message(query: CallbackQuery) -> Message | None:
    """The message under which a button was pressed, None where Telegram does not show it any more."""
    message = query.message
    return message if isinstance(message, Message) and message.is_accessible else None


def _under(message: Message) -> Iterator[Data | None]:
    for row in message.reply_markup.inline_keyboard if message.reply_markup else ():
        for button in row:
            yield unpack(str(button.callback_data))


def _of_the_first_form(parts: list[str]) -> Data | None:
    """Buttons from before there was a version: reminders stand in their chats for weeks."""
    match parts:
        case ["d", act, *args]:
            return Data(On.REMINDER, act, tuple(args))
        case ["g"]:
            return Data(On.REMINDER, "more")
        case ["g", *args]:
            return Data(On.EXTENSION, "page" if args[0] == "p" else "task", tuple(args[args[0] == "p" :]))
        case ["r" | "p" | "q" as act, *args]:
            return Data(On.ANSWER, act, tuple(args))
    return None
