"""What is typed behind the bot's name in any chat: the answer and its rows, to be sent there by the one who types."""

import asyncio
from dataclasses import replace

from telegram import Update

from handlers.context import Context
from handlers.render import Offer, sheets
from knowledge.reply import Answer, line_text
from scheduler.access import Judged

SHORTEST = 3  # letters: fewer are still being typed
MOST = 8  # rows to choose from
_TITLE, _DESCRIPTION = 80, 160  # letters that a phone shows


async def typed(update: Update, context: Context, _judged: Judged) -> None:
    """Offer the answer and its rows; nothing where the plans do not say."""
    query, services = update.inline_query, context.bot_data
    if query is None:
        return
    text = " ".join(query.query.split())
    found: tuple[Offer, ...] = ()
    if len(text) >= SHORTEST:
        answer, _ = await asyncio.to_thread(services.answerer.ask, text, None)
        found = () if answer.abstained else offers(answer)
    await services.outbox.offer(query.id, found)


def offers(answer: Answer) -> tuple[Offer, ...]:
    """The whole answer where it says something by itself, then each of its rows; one row is in the answer already."""
    whole = replace(answer, choices=())
    if len(answer.entries) == 1:
        return (_offer(whole),)
    rows = tuple(_offer(replace(whole, head=(), foot=(), entries=(entry,))) for entry in answer.entries[:MOST])
    return (_offer(whole), *rows) if answer.head else rows


def _offer(answer: Answer) -> Offer:
    lines = [*answer.head, *(line for entry in answer.entries for line in entry.lines)]
    first, *rest = [text for text in map(line_text, lines) if text.strip()] or ["…"]
    return Offer(first[:_TITLE], " · ".join(rest)[:_DESCRIPTION], sheets(answer)[0].html)
