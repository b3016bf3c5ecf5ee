"""The buttons under a reminder: done, in progress, later, open, and an admin's decision on more time.

Each press gets a clear answer, whoever presses: what was recorded, that it was said already and by whom, that the
message is out of date, or who may press instead. The message then shows the rows as they stand.
"""

import asyncio

from telegram import CallbackQuery

from handlers import words, words_report
from handlers.buttons import Data, pressed_message, unpack
from handlers.cards import card
from handlers.context import Services, Where
from handlers.digest_pages import Mark, mark_of, restated
from handlers.duty import Work, at_work, headline, may_report, name_of
from handlers.freshen import freshen
from handlers.gate import pressed_at
from handlers.show import replace, say
from handlers.shown import remember
from knowledge.errors import NotFoundError
from knowledge.language.dates import printed
from knowledge.model import State
from knowledge.tasks.progress import Report
from knowledge.tasks.standing import account_of, done_state, is_closed
from scheduler.access import Act, Judged
from scheduler.digest import Action
from scheduler.overview import Row, leading_chats
from scheduler.task_lists import standing_text
from scheduler.wording import clipped, words_of

DECISIONS = (Action.GRANT, Action.REFUSE)


async def press(query: CallbackQuery, services: Services, judged: Judged, data: Data) -> None:
    """Do what a button under a reminder asks for."""
    mark, work = mark_of("", data), await at_work(services)
    if mark is None or work is None:
        await services.outbox.toast(query.id, words.OLD_BUTTON, alert=True)
    elif mark.action is Action.OPEN:
        await _open(query, services, work, mark, judged)
    else:
        await _report(query, services, work, mark, judged)


async def _report(query: CallbackQuery, services: Services, work: Work, mark: Mark, judged: Judged) -> None:
    row = await work.row(mark.ref)
    if row is None:
        await services.outbox.toast(query.id, words.NO_ROW, alert=True)
        return
    if outsider := await _outsider(services, work, row, mark, judged):
        await services.outbox.toast(query.id, outsider, alert=True)
        return
    late = _too_late(row, mark, work)
    if not late:
        try:
            said = await services.writes.do(_kept, work, row, mark, name_of(query.from_user))
        except NotFoundError:  # another admin decided in the same moment
            late = words.DECIDED
    await services.outbox.toast(query.id, late or said, alert=bool(late))
    await _restate(query, services, judged)
    freshen(services, mark.ref)
    if mark.action in DECISIONS and not late:
        await _tell_of_decision(services, work, row, mark)


async def _outsider(services: Services, work: Work, row: Row, mark: Mark, judged: Judged) -> str:
    """Why this person may not press this button, empty where they may."""
    if mark.action in DECISIONS:
        return "" if judged.may(Act.DECIDE) else words.ADMINS_ONLY
    allowed = await may_report(services, work, row, judged)
    return "" if allowed else words.MEMBERS_ONLY


def _too_late(row: Row, mark: Mark, work: Work) -> str:
    """Why a press comes too late: it was said already, or the message is out of date; empty where it does not."""
    progress = row.tracked.progress
    if mark.action in DECISIONS:
        waiting = row.state is State.EXTENSION_ASKED and progress.asked_due == mark.due
        return "" if waiting else words.DECIDED
    if is_closed(progress, mark.due):
        return words.already(standing_text(row))
    if all(occurrence.due != mark.due for occurrence in row.tracked.entry.occurrences):
        return words.outdated(printed(row.due) if row.due else "")
    if mark.action is Action.IN_PROGRESS and progress.state is State.IN_PROGRESS:
        return words.already(standing_text(row))
    if mark.action is Action.LATER and progress.remind_on and progress.remind_on > work.today:
        return words.already_later(printed(progress.remind_on))
    return ""


def _kept(work: Work, row: Row, mark: Mark, who: str) -> str:
    """Keep what was pressed, and its line of the log; the words of the toast."""
    said = _record(work, mark, who)
    decided = words_report.decided(printed(mark.due), granted=mark.action is Action.GRANT)
    act = decided if mark.action in DECISIONS else words.ACTIONS[mark.action].lower()
    work.stores.people.note(who, words_report.logged_act(headline(row), act), work.now)
    return said


def _record(work: Work, mark: Mark, who: str) -> str:
    """Keep what was pressed; the words of the toast."""
    store, ref, now = work.stores.progress, mark.ref, work.now
    match mark.action:
        case Action.DONE:
            state = done_state((mark.due,), work.today)
            store.report(ref, Report(state, done_for=mark.due), who=who, now=now)
            return words.recorded(state)
        case Action.LATER:
            day = work.inputs.calendar.add_working_days(work.today, work.stores.settings.later_days)
            store.later(ref, day, who=who, now=now)
            return words.later(printed(day))
        case Action.GRANT:
            store.decide_extension(ref, mark.due, who=who, now=now)
            return words.granted(printed(mark.due))
        case Action.REFUSE:
            store.decide_extension(ref, None, who=who, now=now)
            return words.REFUSED
        case _:
            store.report(ref, Report(State.IN_PROGRESS), who=who, now=now)
            return words.recorded(State.IN_PROGRESS)


async def _restate(query: CallbackQuery, services: Services, judged: Judged) -> None:
    """Show the message with its rows as they stand now: an opened row, or a list of rows with their own buttons."""
    message, work = pressed_message(query), await at_work(services)
    if message is None or message.reply_markup is None or work is None:
        return
    buttons = [button for row in message.reply_markup.inline_keyboard for button in row]
    marks = [mark for b in buttons if (mark := mark_of(b.text, unpack(str(b.callback_data))))]
    if opened := bool(marks) and not any(mark.number for mark in marks):
        page = await card(services, work, unpack(query.data or ""), await _judged_now(services, judged))
    else:
        rows = {ref: row for ref in {mark.ref for mark in marks} if (row := await work.row(ref))}
        page = restated(message.text_html.split("\n\n", 1)[0], marks, rows, work.today)
    if page is None:
        return
    done = await replace(query, page, services, pressed_at(query))
    if (done.chat, *done.messages[-1:]) != (message.chat.id, message.message_id):  # of a new one it is not known yet
        refs = tuple(dict.fromkeys(mark.ref for mark in marks))
        remember(services, done, refs, opened=query.data or "" if opened else "")


async def _judged_now(services: Services, judged: Judged) -> Judged:
    """The same person where the group is by now: that it has moved may have been heard while they were pressing."""
    return await asyncio.to_thread(services.judged, judged.user, judged.chat, judged.kind) or judged


async def _open(query: CallbackQuery, services: Services, work: Work, mark: Mark, judged: Judged) -> None:
    """The whole row as a message of its own, so that the reminder stays as it is."""
    button = query.data or ""
    page = await card(services, work, unpack(button), judged)
    if page is None:
        await services.outbox.toast(query.id, words.NO_ROW, alert=True)
        return
    await services.outbox.toast(query.id)
    remember(services, await say(page, services, pressed_at(query)), (mark.ref,), opened=button)


async def _tell_of_decision(services: Services, work: Work, row: Row, mark: Mark) -> None:
    """Tell whoever asked in private at once, and of a refusal the unit; a new date it is told by the reminders."""
    name, units = clipped(words_of(row.tracked.task)), leading_chats(work.inputs.directory, row.tracked)
    asked = await asyncio.to_thread(_private_of, services, row.tracked.progress.who)
    if mark.action is Action.GRANT:
        text, chats = words.extension_granted(name, printed(mark.due)), asked
    else:
        text, chats = words.extension_refused(name, printed(row.due) if row.due else ""), asked | set(units)
    for chat in sorted(chats):
        await say(text, services, Where(chat))


def _private_of(services: Services, who: str | None) -> set[int]:
    """The private chat of a focal point who asked; other members of a group ask, and are answered, there."""
    account = account_of(who)
    person = services.people.roll().people.get(account) if account else None
    return {person.id} if person and person.let_in and person.unit else set()
