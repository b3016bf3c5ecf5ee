"""What the bot says of itself: /start, /help, and what it answers to things that are no question."""

from collections.abc import Callable, Sequence

from telegram import Chat, Message, Update

from handlers import words
from handlers.context import Context
from handlers.gate import where
from handlers.menu import Command, menu
from handlers.show import say
from scheduler.access import Judged, Role

Commands = Callable[[], Sequence[Command]]


async def start(update: Update, context: Context, judged: Judged) -> None:
    """Greet and say how to ask, and what the role is for."""
    if message := update.message:
        group, role = _in_group(message), words.of_role(judged)
        text = words.welcome(context.bot_data.office, group=group, username=context.bot.username, of_role=role)
        await say(text, context.bot_data, where(message))


async def guide(commands: Commands, update: Update, context: Context, judged: Judged) -> None:
    """The guide for the one who asks for it."""
    if message := update.message:
        await say(_guide(commands, message, context, judged), context.bot_data, where(message))


async def unknown(commands: Commands, update: Update, context: Context, judged: Judged) -> None:
    """A command that the bot does not have; in a group only where it names the bot, for it may be another one's."""
    message = update.message
    if message and (not _in_group(message) or "@" in (message.text or "").split()[0]):
        said = f"{words.UNKNOWN_COMMAND}\n\n{_guide(commands, message, context, judged)}"
        await say(said, context.bot_data, where(message))


async def wordless(update: Update, context: Context, _judged: Judged) -> None:
    """A voice, a sticker, a picture or a file: one sentence each kind, however many there are."""
    message = update.message
    if message and context.bot_data.once(said := _cannot_read(message), message.chat.id):
        await say(said, context.bot_data, where(message))


def _cannot_read(message: Message) -> str:
    if message.voice or message.audio or message.video_note or message.video:
        return words.VOICE
    if message.sticker or message.animation:
        return words.STICKER
    if message.photo:
        return words.PICTURE
    return words.FILE if message.document else words.ONLY_WORDS


def _guide(commands: Commands, message: Message, context: Context, judged: Judged) -> str:
    group = _in_group(message)
    return words.guide(
        group=group,
        username=context.bot.username,
        commands=menu(commands(), Role.VIEWER if group else judged.role, judged.kind),
        of_role=words.of_role(judged),
    )


def _in_group(message: Message) -> bool:
    return message.chat.type != Chat.PRIVATE
