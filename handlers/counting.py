"""Counting what is asked: how a question ended, how long it took, from whom it came; and who is turned away."""

import asyncio

from handlers.context import Services, Speaker
from handlers.pace import monotonic
from knowledge.reply import Answer
from scheduler.clock import VIETNAM
from scheduler.counters import Answered, Counted
from scheduler.directory import Role


async def counted_answer(
    text: str, talk: object | None, services: Services, speaker: Speaker | None
) -> tuple[Answer, object]:
    """The answer to a question, and the conversation with it."""
    began = monotonic()
    outcome = Answered.FAILED
    try:
        reply, after = await asyncio.to_thread(services.answerer.ask, text, talk)
        outcome = outcome_of(reply)
        return reply, after
    finally:
        _count(outcome, monotonic() - began, services)
        if speaker:
            await asyncio.to_thread(_count_speaker, services, speaker)


def count_stranger(services: Services, number: int, *, asks: bool = False) -> None:
    """A stranger, or somebody in a strange group, was turned away, or asks to be let in."""
    day = services.clock().astimezone(VIETNAM).date()
    services.counters.count(Counted.ASKED_IN if asks else Counted.TURNED_AWAY, str(number), day)


def outcome_of(reply: Answer) -> Answered:
    """What became of a question, by its answer."""
    if reply.tentative:
        return Answered.TENTATIVE
    return Answered.REFUSED if reply.abstained else Answered.SURE


def _count(outcome: Answered, seconds: float, services: Services) -> None:
    services.counters.count(Counted.ANSWER, outcome, services.clock().astimezone(VIETNAM).date(), seconds)


def _count_speaker(services: Services, speaker: Speaker) -> None:
    day = services.clock().astimezone(VIETNAM).date()
    services.counters.count(Counted.PERSON, str(speaker.user), day)
    if unit := _unit_of(services, speaker):
        services.counters.count(Counted.UNIT, unit, day)


def _unit_of(services: Services, speaker: Speaker) -> str:
    """The unit for which a group stands, or to which a person belongs; empty where it is not known."""
    links = services.stores.units.links() if services.stores and speaker.chat < 0 else ()
    tied = next((link.unit for link in links if link.chat.id == speaker.chat and link.role is Role.UNIT), "")
    person = services.people.roll().people.get(speaker.user)
    return tied or (person.unit if person else "")
