"""A report in words ("việc 5 xong rồi, kèm công văn 123"), in a private chat, in a group, or as a reply to a row.

Which row is meant, is asked back where it is not evident; what was said waits for the answer. What was kept can be
taken back by its button, by whoever may report of the row. A document or a picture that comes with the words is kept by
its name at Telegram, and shown to admins who ask for it.
"""

import asyncio
import secrets
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from telegram import CallbackQuery, Message

from handlers import extension, words, words_report
from handlers.buttons import Data, On, pack
from handlers.context import Pointed, Reporting, Services
from handlers.duty import Work, at_work, headline, may_report, name_of
from handlers.extension import dates_page
from handlers.freshen import freshen
from handlers.gate import pressed_at, where
from handlers.pointing import TO_CHOOSE, Search, answered, meant, own_rows, shown_rows
from handlers.render import Button, Page, in_rows
from handlers.show import Press, say
from handlers.show import replace as put_in_place
from handlers.waiting import more_time_waits
from knowledge.errors import NotFoundError
from knowledge.model import State
from knowledge.questions.reports import Act, Reported, reported
from knowledge.tasks.dates_in_force import has_several
from knowledge.tasks.happened import ProofFile
from knowledge.tasks.progress import Report
from knowledge.tasks.standing import CLOSED, done_state, is_closed
from scheduler.access import Act as Allowed
from scheduler.access import Judged
from scheduler.overview import Row
from scheduler.task_lists import standing_text


@dataclass(frozen=True, slots=True)
class Kept:
    """A report that was kept: the number of its entry, and its line in the answer."""

    number: int
    line: str
    more: tuple[Button, ...] = ()


async def reports(message: Message, text: str, services: Services, judged: Judged, username: str) -> bool:
    """Keep what a message reports; False where it reports nothing, and is a question or talk."""
    today, other = services.clock().date(), answered(message, username)
    said = reported(text, today=today, pointed=other is not None)
    file = proof_file(message)
    if said is None and file and other and not text:
        said = Reported(Act.SOMETHING)
    work = await at_work(services) if said else None
    if said is None or work is None:
        return False
    pointed = await shown_rows(work, other) if other else ()
    if other and not pointed and (said := reported(text, today=today)) is None:
        return False
    await _take(message, services, work, judged, Reporting(judged.user or 0, said, file, pointed))
    return True


async def press(query: CallbackQuery, services: Services, judged: Judged, data: Data) -> None:
    """Which row or state was meant, a report taken back, or its document shown."""
    work = await at_work(services)
    match (data.act, *data.args) if work else ():
        case ["row" | "state" as act, name, chosen] if work:
            await _chosen(query, services, work, judged, (act, name, chosen))
        case ["undo" | "take" as act, ref, number] if work and number.isdecimal() and (row := await work.row(ref)):
            await _undo(query, services, work, judged, (row, int(number), act))
        case ["proof", ref] if work and (row := await work.row(ref)):
            await _proof(query, services, work, judged, row)
        case _:
            await services.outbox.toast(query.id, words.OLD_BUTTON, alert=True)


def proof_file(message: Message) -> ProofFile | None:
    """The document or picture of a message."""
    if message.document:
        return ProofFile(message.document.file_id, "document", message.document.file_name or "")
    return ProofFile(message.photo[-1].file_id, "photo") if message.photo else None


async def _take(message: Message, services: Services, work: Work, judged: Judged, told: Reporting) -> None:
    """Find the rows that are meant, and keep the report or ask back."""
    place = where(message)
    mine = await asyncio.to_thread(own_rows, work, judged)
    if not mine and not told.pointed:
        await say(words_report.NO_UNIT, services, place)
        return
    found = await meant(services, work, Search(told.said.numbers, told.said.topic, told.pointed, mine, judged.chat))
    if not found:
        await say(words_report.NO_SUCH_ROW, services, place)
    elif len(found) > max(1, len(told.said.numbers)):
        await say(await _which_row(services, work, replace(told, pointed=found)), services, place)
    else:
        page = await _keep_all(services, work, judged, told, found, name_of(message.from_user if judged.user else None))
        await say(page, services, place)


async def _which_row(services: Services, work: Work, told: Reporting) -> Page:
    rows = [row for one in told.pointed[:TO_CHOOSE] if (row := await work.row(one.ref))]
    name = _remember(services, told)
    buttons = in_rows(Button(str(n), pack(On.REPORT, "row", name, n)) for n in range(1, len(rows) + 1))
    return Page(words_report.which_row([headline(row) for row in rows]), buttons)


def _which_state(services: Services, told: Reporting, row: Row) -> Page:
    name = _remember(services, told)
    states = ((words_report.DONE, Act.DONE), (words_report.DOING, Act.DOING))
    buttons = tuple(Button(label, pack(On.REPORT, "state", name, act)) for label, act in states)
    return Page(words_report.which_state(headline(row)), (buttons,))


def _remember(services: Services, told: Reporting) -> str:
    name = secrets.token_urlsafe(6)
    services.reporting.put(name, told, services.clock())
    return name


async def _chosen(
    query: CallbackQuery, services: Services, work: Work, judged: Judged, wanted: tuple[str, str, str]
) -> None:
    act, name, chosen = wanted
    told = services.reporting.get(name, services.clock())
    if told is None or not (chosen.isdecimal() or chosen in set(Act)):
        await services.outbox.toast(query.id, words_report.FORGOTTEN, alert=True)
        return
    if told.user != query.from_user.id:
        await services.outbox.toast(query.id, words_report.ONLY_WHO_SAID, alert=True)
        return
    number = int(chosen) if act == "row" else 1
    found = told.pointed[number - 1 : number]
    if act == "state":
        told = replace(told, said=replace(told.said, act=Act(chosen)))
    page = await _keep_all(services, work, judged, told, found, name_of(query.from_user))
    await services.outbox.toast(query.id)
    await put_in_place(query, page, services, pressed_at(query))


async def _keep_all(
    services: Services, work: Work, judged: Judged, told: Reporting, found: Sequence[Pointed], who: str
) -> Page:
    """Keep a report of each of these rows; the page that says so, or asks back."""
    lines: list[str] = []
    undo: list[tuple[Button, ...]] = []
    for one in found:
        row = await work.row(one.ref)
        if row is None:
            lines.append(words.NO_ROW)
        elif not await may_report(services, work, row, judged):
            lines.append(words_report.not_recorded(headline(row), words.MEMBERS_ONLY))
        elif told.said.act is Act.SOMETHING:
            return _which_state(services, replace(told, pointed=(one,)), row)
        elif told.said.act is Act.MORE_TIME and (told.said.until is None or told.said.until.doubt):
            return dates_page(row, work, told.user, told.said.note or "")
        else:
            kept = await _keep(services, work, judged, told, (row, one.due), who)
            lines.append(kept.line)
            undo += _buttons(row, kept, several=len(found) > 1)
            freshen(services, one.ref)
    return Page(words_report.recorded(lines) if undo else "\n\n".join(lines), tuple(undo))


def _buttons(row: Row, kept: Kept, *, several: bool) -> list[tuple[Button, ...]]:
    if not kept.number:
        return []
    label = words_report.undo_of(row.tracked.task.number) if several else words_report.UNDO
    undo = Button(label, pack(On.REPORT, "undo", row.tracked.ref, kept.number))
    opened = () if several else (Button(words.OPEN_ROW, Press("r", row.tracked.ref).data),)
    return [(undo, *opened), *([kept.more] if kept.more else [])]


async def _keep(
    services: Services, work: Work, judged: Judged, told: Reporting, about: tuple[Row, date | None], who: str
) -> Kept:
    """Keep the report of one row, unless it says nothing new."""
    row, due = about
    if told.said.act is Act.MORE_TIME and told.said.until:
        return await _more_time(services, work, judged, told, row, who)
    due = due if due in {o.due for o in row.tracked.entry.occurrences} else row.due
    state = _state(work, told, row, due)
    if state is None:
        return Kept(0, words_report.not_recorded(headline(row), words.already(standing_text(row))))
    number = await services.writes.do(_record, work, (row, due, state), told, who)
    proof = told.said.proof or (told.file.name or words_report.PICTURE if told.file else None)
    line = words_report.report_line(headline(row), state, proof, told.said.note)
    ask = Button(words.ASK_EXTENSION, pack(On.EXTENSION, "task", row.tracked.ref))
    more = (ask,) if told.said.act is Act.NOT_YET and row.due else ()
    return Kept(number, line, more)


async def _more_time(services: Services, work: Work, judged: Judged, told: Reporting, row: Row, who: str) -> Kept:
    """Ask for more time, where that can be asked for."""
    day = extension.day_for(row, told.said.until, work) if told.said.until else work.today
    if why := await extension.refusal(services, work, row, judged, day):
        return Kept(0, words_report.not_recorded(headline(row), why))
    said = await services.writes.do(extension.keep, work, row, day, who, told.said.note or "")
    more_time_waits(services)
    number = await asyncio.to_thread(_last_entry, work, row)
    return Kept(number, words_report.not_recorded(headline(row), said))


def _state(work: Work, told: Reporting, row: Row, due: date | None) -> State | None:
    """The state to be kept; None where nothing new is said. A document may be handed in later: the state stays."""
    progress = row.tracked.progress
    new = bool(told.said.proof or told.file or told.said.note)
    if is_closed(progress, due):
        return row.tracked.entry.on(due) if due and new and told.said.act is Act.DONE else None
    if told.said.act is Act.DONE:
        return done_state((due,) if due else (), work.today)
    return State.IN_PROGRESS if new or progress.state is not State.IN_PROGRESS else None


def _record(work: Work, about: tuple[Row, date | None, State], told: Reporting, who: str) -> int:
    """Write a report and its line of the log; the number of the entry."""
    row, due, state = about
    several = due if has_several(row.tracked.task, row.tracked.progress) else None
    proof = told.said.proof or (told.file.name if told.file else None) or None
    for_date = (due if state in CLOSED else None) if due else several
    report = Report(state, note=told.said.note, proof=proof, done_for=for_date, file=told.file)
    work.stores.progress.report(row.tracked.ref, report, who=who, now=work.now)
    work.stores.people.note(who, words_report.logged(headline(row), state, proof), work.now)
    return _last_entry(work, row)


def _last_entry(work: Work, row: Row) -> int:
    return work.stores.progress.history(row.tracked.ref)[-1].number


async def _undo(
    query: CallbackQuery, services: Services, work: Work, judged: Judged, wanted: tuple[Row, int, str]
) -> None:
    row, number, act = wanted
    if not await may_report(services, work, row, judged):
        await services.outbox.toast(query.id, words.MEMBERS_ONLY, alert=True)
        return
    who = name_of(query.from_user)
    try:
        await services.writes.do(_take_back, work, row, number, who)
    except NotFoundError:
        await services.outbox.toast(query.id, words_report.NOTHING_TO_UNDO, alert=True)
        return
    said = words_report.undone(headline(row), query.from_user.full_name)
    await services.outbox.toast(query.id, words_report.UNDONE)
    if act == "undo":
        await put_in_place(query, Page(said), services, pressed_at(query))
    freshen(services, row.tracked.ref)


def _take_back(work: Work, row: Row, number: int, who: str) -> None:
    work.stores.progress.undo(row.tracked.ref, who=who, now=work.now, number=number)
    work.stores.people.note(who, words_report.logged_undo(headline(row)), work.now)


async def _proof(query: CallbackQuery, services: Services, work: Work, judged: Judged, row: Row) -> None:
    """The last document or picture that came with a report of a row."""
    if not judged.may(Allowed.MANAGE):
        await services.outbox.toast(query.id, words.ADMINS_COMMAND, alert=True)
        return
    history = await asyncio.to_thread(work.stores.progress.history, row.tracked.ref)
    found = next((e for e in reversed(history) if e.file and e.undone_at is None), None)
    if found is None or found.file is None:
        await services.outbox.toast(query.id, words_report.NO_PROOF, alert=True)
        return
    await services.outbox.toast(query.id)
    caption = words_report.proof_caption(headline(row), found.who)
    place = pressed_at(query)
    await services.outbox.hand_on(place.chat, found.file.id, caption, picture=found.file.kind == "photo")
