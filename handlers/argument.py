"""What the argument of a command says, for /viec, /han and /baocao alike; what is not known in it is told at once."""

import asyncio

from telegram import Message

from handlers.context import Services
from handlers.duty import Work
from handlers.gate import where
from handlers.render import escape
from handlers.show import say
from knowledge.questions.command import Argument
from knowledge.questions.query import Intent
from knowledge.wording import plan_facts
from knowledge.wording.courtesy import time_unknown
from knowledge.wording.unit_names import unit_not_found
from scheduler.command_rows import argument_of


async def understood(text: str, intent: Intent, work: Work, message: Message, services: Services) -> Argument | None:
    """What an argument says; None where that is no unit, plan or time, which is told with the nearest names."""
    argument = await asyncio.to_thread(argument_of, work.inputs, text, intent, work.today)
    unknown = next((unit for unit in argument.units if not unit.known), None)
    if argument.doubt:
        await say(time_unknown(escape(argument.doubt)), services, where(message))
    elif argument.query.scope.missing:
        await say(escape(plan_facts.not_there(argument.query.scope.missing)), services, where(message))
    elif unknown:
        await say(escape(unit_not_found(unknown.name, unknown.nearest)), services, where(message))
    return None if argument.doubt or unknown or argument.query.scope.missing else argument
