"""Which update goes to which handler.

Each is reached through the gate, which hands it who speaks; only what tells the bot of its own membership, and says
nothing of any plan, goes round it.
"""

import logging
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

from handlers import ask, extension, failure, inline, membership, out, presses, standing, upcoming, words
from handlers import help as about
from handlers.context import Context, Services
from handlers.gate import Guarded
from scheduler.access import Role

log = logging.getLogger(__name__)

App = Application[ExtBot[None], Context, dict[Any, Any], dict[Any, Any], Services, None]

UPDATES = (Update.MESSAGE, Update.EDITED_MESSAGE, Update.CALLBACK_QUERY, Update.INLINE_QUERY, Update.MY_CHAT_MEMBER)


def add_routes(app: App) -> None:
    """Give an application all its handlers."""
    new = filters.UpdateType.MESSAGE  # neither edited messages nor channel posts
    said = filters.UpdateType.MESSAGES  # edited ones too: a question that is edited is asked anew
    app.add_handler(ChatMemberHandler(membership.changed, ChatMemberHandler.MY_CHAT_MEMBER))
    app.add_handler(MessageHandler(filters.StatusUpdate.MIGRATE & new, membership.moved))
    app.add_handler(CallbackQueryHandler(Guarded(presses.press)))
    app.add_handler(InlineQueryHandler(Guarded(inline.typed)))
    app.add_handler(CommandHandler("start", Guarded(about.start), filters=new))
    app.add_handler(CommandHandler("help", Guarded(about.guide), filters=new))
    app.add_handler(CommandHandler("hoi", Guarded(ask.question), filters=said))
    if app.bot_data.parts:
        app.add_handler(CommandHandler("viec", Guarded(upcoming.tasks), filters=new))
        app.add_handler(CommandHandler("han", Guarded(upcoming.due), filters=new))
        app.add_handler(CommandHandler("baocao", Guarded(standing.command), filters=new))
        app.add_handler(CommandHandler("xuat", Guarded(out.export), filters=new))
        app.add_handler(CommandHandler("giahan", Guarded(extension.command), filters=new))
    app.add_handler(MessageHandler(filters.COMMAND & new, Guarded(about.unknown)))
    app.add_handler(MessageHandler((filters.TEXT & ~filters.COMMAND | filters.CAPTION) & said, Guarded(ask.question)))
    app.add_handler(MessageHandler(new & ~filters.StatusUpdate.ALL, Guarded(about.wordless)))
    app.add_error_handler(failure.failed)


async def announce(app: App) -> None:
    """Say at the start what the bot can do: the menus of commands by scope, and in the log what it may see."""
    bot, services = app.bot, app.bot_data
    menus = [
        (BotCommandScopeAllPrivateChats(), words.PRIVATE_COMMANDS),
        (BotCommandScopeAllGroupChats(), words.GROUP_COMMANDS),
        *((BotCommandScopeChat(leader), words.LEADER_COMMANDS) for leader in _leaders(services)),
    ]
    for scope, commands in menus:
        try:
            await bot.set_my_commands(commands, scope=scope)
        except TelegramError as error:  # an admin who has never written to the bot has no chat yet
            log.info("no menu of commands for %s: %s", scope.to_dict(), error)
    seen = (
        "all messages of its groups"
        if bot.bot.can_read_all_group_messages
        else ("only commands, mentions and replies in groups (privacy mode)")
    )
    log.info("@%s is running; it sees %s", bot.username, seen)


def _leaders(services: Services) -> tuple[int, ...]:
    return services.people.roll().with_role(Role.LEADER, Role.ADMIN)
