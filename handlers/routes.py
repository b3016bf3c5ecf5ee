"""Which update goes to which handler.

Each is reached through the gate, which hands it who speaks; only what tells the bot of its own membership, and says
nothing of any plan, goes round it.
"""

import asyncio
import logging
from functools import partial
from typing import Any

from telegram import (
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    Update,
)
from telegram.error import TelegramError
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    ExtBot,
    InlineQueryHandler,
    MessageHandler,
    filters,
)

from handlers import failure, inline, letting_in, membership, presses, spoken, tying
from handlers import help as about
from handlers.commands import COMMANDS, run
from handlers.context import Context, Services
from handlers.gate import Guarded, Stranger
from handlers.menu import menu
from scheduler.access import Kind, Role

log = logging.getLogger(__name__)

App = Application[ExtBot[None], Context, dict[Any, Any], dict[Any, Any], Services, None]

UPDATES = (Update.MESSAGE, Update.EDITED_MESSAGE, Update.CALLBACK_QUERY, Update.INLINE_QUERY, Update.MY_CHAT_MEMBER)


def add_routes(app: App) -> None:
    """Give an application all its handlers."""
    new = filters.UpdateType.MESSAGE  # neither edited messages nor channel posts
    said = filters.UpdateType.MESSAGES  # edited ones too: a question that is edited is asked anew
    app.add_handler(ChatMemberHandler(membership.changed, ChatMemberHandler.MY_CHAT_MEMBER))
    app.add_handler(MessageHandler(filters.StatusUpdate.MIGRATE & new, membership.moved))
    app.add_handler(CallbackQueryHandler(Guarded(presses.press, letting_in.stranger_presses)))
    app.add_handler(InlineQueryHandler(Guarded(inline.typed)))
    strangers: dict[str, Stranger] = {"start": letting_in.stranger_starts, "lienket": tying.stranger_ties}
    for command in COMMANDS:
        if app.bot_data.stores or not command.works:
            guarded = Guarded(partial(run, command), strangers.get(command.name))
            app.add_handler(CommandHandler(command.name, guarded, filters=said if command.edited else new))
    app.add_handler(MessageHandler(filters.COMMAND & new, Guarded(partial(about.unknown, lambda: COMMANDS))))
    app.add_handler(MessageHandler((filters.TEXT & ~filters.COMMAND | filters.CAPTION) & said, Guarded(spoken.said)))
    app.add_handler(MessageHandler(new & ~filters.StatusUpdate.ALL, Guarded(spoken.wordless)))
    app.add_error_handler(failure.failed)


async def announce(app: App) -> None:
    """Say at the start what the bot can do: the menus of commands by scope, and in the log what it may see."""
    bot, services = app.bot, app.bot_data
    roll = await asyncio.to_thread(services.people.roll)
    menus = [
        (BotCommandScopeAllPrivateChats(), menu(COMMANDS, Role.VIEWER, Kind.PRIVATE)),
        (BotCommandScopeAllGroupChats(), menu(COMMANDS, Role.VIEWER, Kind.GROUP)),
        *(
            (BotCommandScopeChat(person), menu(COMMANDS, role, Kind.PRIVATE))
            for role in (Role.LEADER, Role.ADMIN)
            for person in roll.with_role(role)
        ),
    ]
    for scope, commands in menus:
        try:
            await bot.set_my_commands(commands, scope=scope)
        except TelegramError as error:  # an admin who has never written to the bot has no chat yet
            log.info("no menu of commands for %(scope)s: %(error)s", {"scope": scope.to_dict(), "error": error})
    seen = (
        "all messages of its groups"
        if bot.bot.can_read_all_group_messages
        else ("only commands, mentions and replies in groups (privacy mode)")
    )
    log.info("@%(bot)s is running; it sees %(sees)s", {"bot": bot.username, "sees": seen})
