"""A question in a private chat or a group, answered with the rows that say so."""

import asyncio
import contextlib
import re
import secrets
from collections.abc import AsyncIterator
from dataclasses import replace

from telegram import Message, Update

from handlers import words
from handlers.context import Answered, Context, Services, Speaker, Where
from handlers.counting import counted_answer
from handlers.gate import where
from handlers.pointing import answered, talk_of
from handlers.show import say, show
from knowledge.answers.answer import LONGEST
from knowledge.questions.mine import with_my_unit
from knowledge.reply import Answer, line_text, plain
from knowledge.wording.courtesy import TOO_LONG
from scheduler.access import Judged
from scheduler.asked import Asked, Outcome

FEW = 5  # questions waiting behind one in the same chat that are still answered one by one
MOST_CITED = 20  # rows of an answer that are kept with the question
UNRATED = frozenset({"smalltalk"})  # talk is no question
PATIENCE = 0.3  # seconds before "typing" is shown: most answers are there before


async def question(update: Update, context: Context, judged: Judged) -> None:
    """Answer what was asked: free text, a caption, a mention or a reply, or /hoi; what was edited is asked anew."""
    message = update.message or update.edited_message
    if message is None:
        return
    services, place = context.bot_data, where(message)
    text = question_of(message.text or message.caption or "", context.bot.username) or _pointed_at(message)
    text = with_my_unit(text, unit) if (unit := speaks_for(judged)) else text
    if services.order.behind(place.chat) >= FEW:
        if services.once("busy", place.chat):
            await say(words.BUSY, services, place)
        return
    if not text or len(text) > LONGEST:
        await say(TOO_LONG if text else words.ASK_WHAT, services, place)
        return
    who = message.from_user.full_name if message.from_user else ""
    speaker = Speaker(place.chat, judged.user, place.thread, who) if judged.user else None
    about = await _replied_to(message, services, context.bot.username)
    await answer(text, services, place, speaker, message.message_id, about)


async def answer(
    text: str,
    services: Services,
    place: Where,
    speaker: Speaker | None,
    message: int | None = None,
    about: object | None = None,
) -> None:
    """Answer a question; the conversation goes on for the one who asks, where that is known.

    Args:
        message: the question's. Where it was answered before, it was edited: the answer takes the place of the old
            one, and the conversation goes on from before the question.
        about: the conversation of the message that is replied to, whoever had it; it goes before one's own.
    """
    now, key = services.clock(), (place.chat, message or 0)
    before = services.answered.get(key, now)
    if before and before.text == text:
        return
    own = services.talks.get(speaker, now) if speaker else None
    talk = before.talk if before else own if about is None else about
    async with _typing(services, place):
        reply, after = await counted_answer(text, talk, services, speaker)
    if speaker:
        services.talks.put(speaker, after, services.clock())
    name = secrets.token_urlsafe(6) if services.stores and reply.intent not in UNRATED else ""
    done = await show(reply, services, place, before.message if before else None, after, name)
    if name and services.stores and done.messages:
        at, by = now.isoformat(timespec="seconds"), speaker or Speaker(place.chat, 0)
        asked = Asked(name, at, text, by.user, by.name, place.chat, place.thread, message or 0)
        services.writes.later(services.stores.asked.keep, _with_answer(asked, reply))
    if message and done.messages:
        services.answered.put(key, Answered(text, done.messages[-1], talk), services.clock())


def _with_answer(question: Asked, reply: Answer) -> Asked:
    """A question as it is kept: with what was answered."""
    outcome = Outcome.TENTATIVE if reply.tentative else Outcome.ABSTAINED if reply.abstained else Outcome.ANSWERED
    refs = tuple(citation.ref for citation in reply.citations(MOST_CITED) if citation)
    said = "\n".join(map(line_text, reply.head)) or plain(replace(reply, entries=reply.entries[:1]))
    return replace(question, intent=reply.intent, outcome=outcome, refs=refs, said=said)


def speaks_for(judged: Judged) -> str:
    """The unit that somebody means by "của tôi": that of the chat, else their own; empty where neither is known."""
    return next(iter(judged.chat_units), judged.unit)


async def _replied_to(message: Message, services: Services, username: str) -> object | None:
    """The conversation of the answer that somebody replies to, or of the question that was answered so."""
    if other := answered(message, username):
        return await talk_of(services, other)
    question = message.reply_to_message
    found = services.answered.get((message.chat.id, question.message_id), services.clock()) if question else None
    return services.said.get((message.chat.id, found.message), services.clock()) if found else None


def question_of(text: str, username: str) -> str:
    """The question of a message: without the command and without the bot's name."""
    text = re.sub(r"^/\w+(?:@\w+)?\s*", "", text)
    return " ".join(re.sub(rf"(?<!\w)@{re.escape(username)}(?!\w)[,:]?", " ", text, flags=re.IGNORECASE).split())


def _pointed_at(message: Message) -> str:
    """The colleague's question that a bare /hoi or mention replies to."""
    other = message.reply_to_message
    by_a_person = other and other.from_user and not other.from_user.is_bot
    return " ".join((other.text or other.caption or "").split()) if other and by_a_person else ""


@contextlib.asynccontextmanager
async def _typing(services: Services, place: Where) -> AsyncIterator[None]:
    """Show "typing" while the body runs, if that takes long enough to be noticed."""

    async def keep() -> None:
        await asyncio.sleep(PATIENCE)
        while True:
            await services.outbox.typing(place.chat, place.thread)
            await asyncio.sleep(4)  # Telegram takes the sign away after five seconds

    sign = asyncio.create_task(keep())
    try:
        yield
    finally:
        sign.cancel()
