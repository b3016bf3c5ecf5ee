"""Who may report of a task: members of a chat that stands for its unit, its focal point in private, and the admins."""

import asyncio
from dataclasses import dataclass
from datetime import date, datetime

from telegram import User

from handlers import words, words_report
from handlers.buttons import On, pack
from handlers.context import Services
from handlers.render import Button
from knowledge.wording.rows import numbered_in_brackets
from scheduler.access import Act, Judged, Kind, Role
from scheduler.clock import VIETNAM
from scheduler.overview import Row, find, leading_chats, of_unit
from scheduler.rule_context import RuleInputs
from scheduler.run import inputs_of
from scheduler.stores import Stores
from scheduler.wording import LONGEST_LINE, clipped, words_of


@dataclass(frozen=True, slots=True)
class Work:
    """The work as it stands at this moment."""

    stores: Stores
    inputs: RuleInputs
    now: datetime

    @property
    def today(self) -> date:
        """The day in Vietnam."""
        return self.now.astimezone(VIETNAM).date()

    async def row(self, ref: str) -> Row | None:
        """A task as it stands."""
        return await asyncio.to_thread(find, self.inputs, ref, self.today)


async def at_work(services: Services) -> Work | None:
    """The work as it stands, None where this bot reminds of nothing."""
    if services.stores is None:
        return None
    inputs = await asyncio.to_thread(inputs_of, services.stores)
    return Work(services.stores, inputs, services.clock())


async def may_report(services: Services, work: Work, row: Row, judged: Judged) -> bool:
    """Whether somebody may report of a task in a chat; an anonymous admin of a group (None) is one of it."""
    chat, user = judged.chat, judged.user
    if judged.may(Act.MANAGE):
        return True
    if speaks_for_unit(judged):
        return row.tracked.ref in await asyncio.to_thread(_refs_of, work, judged.unit)
    if chat not in leading_chats(work.inputs.directory, row.tracked):
        return False
    return user is None or chat == user or await services.outbox.is_member(chat, user)


def _refs_of(work: Work, unit: str) -> frozenset[str]:
    return frozenset(row.tracked.ref for row in of_unit(work.inputs, unit, work.today))


def speaks_for_unit(judged: Judged) -> bool:
    """Whether somebody speaks for a unit in a private chat that is not tied to it."""
    focal = judged.role.rank >= Role.FOCAL.rank and judged.unit
    return bool(focal) and judged.kind is Kind.PRIVATE and judged.unit not in judged.chat_units


def headline(row: Row) -> str:
    """A row in one line: what is to be done, and behind it its number, for lists have numbers of their own to press."""
    return f"{clipped(words_of(row.tracked.task), LONGEST_LINE)}{numbered_in_brackets(row.tracked.task)}"


async def oversight(work: Work, ref: str, judged: Judged) -> tuple[tuple[Button, ...], ...]:
    """What an admin may do with what was reported of a row: take the last report back, see the document."""
    if not judged.may(Act.MANAGE):
        return ()
    history = await asyncio.to_thread(work.stores.progress.history, ref)
    kept = [entry for entry in history if entry.undone_at is None]
    if not kept:
        return ()
    back = Button(words_report.TAKE_BACK, pack(On.REPORT, "take", ref, kept[-1].number))
    proof = Button(words_report.SHOW_PROOF, pack(On.REPORT, "proof", ref))
    return ((back, proof),) if any(entry.file for entry in kept) else ((back,),)


def name_of(user: User | None) -> str:
    """Who reports, as it is kept and shown."""
    return f"{user.full_name} ({user.id})" if user else words.ANONYMOUS
