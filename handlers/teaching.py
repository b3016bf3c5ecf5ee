"""/hoidap: what was asked and not answered, or did not help; and "dạy": a word, a row or another question for it.

A lesson is the admin's reply to a message that asks for it; which question and what kind of lesson it is for stands
behind the buttons of that message, so that it holds over a restart. It is applied at once. Earlier questions that it
reads otherwise are asked before and after: the admin sees which answers change, and can take the lesson back.
"""

import asyncio
from collections import Counter
from collections.abc import Mapping, Sequence

from telegram import CallbackQuery, Message, Update

from handlers import words, words_teach
from handlers.admin_pages import A_PAGE, asked_of_admin, first_of_page, press_of_admin
from handlers.buttons import Data, On, pack, unpack
from handlers.context import Context, Services
from handlers.duty import Work, at_work, headline, name_of
from handlers.gate import where
from handlers.pointing import Search, meant
from handlers.render import Button, Page, in_rows
from handlers.show import say, turns
from knowledge.language.text import folded_tokens
from knowledge.questions.lessons import Kind, Lesson, changed, key_of, taught_word
from knowledge.reply import Answer, plain
from scheduler.access import Judged
from scheduler.asked import Asked
from scheduler.overview import Row, everything

KINDS = ((words_teach.WORD, Kind.WORD), (words_teach.ROW, Kind.ROW), (words_teach.QUESTION, Kind.QUESTION))


async def command(update: Update, context: Context, _judged: Judged) -> None:
    """The first page of what was not answered."""
    work = await at_work(context.bot_data)
    if work and (message := update.message):
        await say(await asyncio.to_thread(_listing, work, 0), context.bot_data, where(message))


async def press(query: CallbackQuery, services: Services, judged: Judged, data: Data) -> None:
    """Leaf, open a question, ask for a lesson, take one back; for admins."""
    await press_of_admin(query, services, judged, data, _pressed, words_teach.GONE)


async def teaches(message: Message, text: str, services: Services, judged: Judged, username: str) -> bool:
    """Learn what an admin replies to a message that asks for a lesson; False where it replies to no such one."""
    wanted = asked_of_admin(message, judged, username, _asks_for)
    work = await at_work(services) if wanted else None
    asked = await asyncio.to_thread(work.stores.asked.find, wanted[0]) if work and wanted else None
    if work is None or wanted is None:
        return False
    page = Page(words_teach.GONE)
    if asked:
        page = await _learn(services, work, asked, wanted[1], text, name_of(message.from_user))
    await say(page, services, where(message))
    return True


async def _pressed(services: Services, work: Work, by: str, data: Data) -> Page | None:
    """What a press shows next; None where what it is about is gone."""
    match (data.act, *data.args):
        case ["page", number] if number.isdecimal():
            return await asyncio.to_thread(_listing, work, int(number))
        case ["taught" | "lesson" | "undo" as act, number] if number.isdecimal():
            return await _of_lessons(services, work, by, act, int(number))
        case [act, name, *rest] if asked := await asyncio.to_thread(work.stores.asked.find, name):
            return await _of_question(services, work, by, asked, (act, *rest))
    return None


async def _of_lessons(services: Services, work: Work, by: str, act: str, number: int) -> Page | None:
    if act == "undo":
        gone = await services.writes.do(_take_back, work, number, by)
        return Page(words_teach.UNDONE, (_back(),)) if gone else None
    return await _lessons(work, number) if act == "taught" else await _lesson(work, number)


async def _of_question(services: Services, work: Work, by: str, asked: Asked, wanted: tuple[str, ...]) -> Page | None:
    match wanted:
        case ["open", *_]:
            return _question(asked)
        case ["ask", kind] if kind in set(Kind):
            return _asking(asked, Kind(kind))
        case ["pick", ref] if row := await work.row(ref):
            return await _teach(services, work, asked, Lesson(Kind.ROW, asked.text, row.tracked.ref), by)
        case ["pass"]:
            await services.writes.do(work.stores.asked.settle, asked.name, by=by, now=work.now)
            return await asyncio.to_thread(_listing, work, 0)
    return None


async def _learn(services: Services, work: Work, asked: Asked, kind: Kind, text: str, by: str) -> Page:
    """A lesson from what an admin wrote, or why there is none."""
    again = _asking(asked, kind).keyboard
    if kind is Kind.WORD:
        word = taught_word(text)
        return (
            await _teach(services, work, asked, Lesson(kind, *word), by) if word else Page(words_teach.NO_WORD, again)
        )
    if kind is Kind.QUESTION:
        reply = await _answer(services, text)
        if reply.abstained:
            return Page(words_teach.STILL_UNKNOWN, again)
        return await _teach(services, work, asked, Lesson(kind, asked.text, text), by)
    rows = await _rows(services, work, text)
    if not rows:
        return Page(words_teach.NO_ROW, again)
    if len(rows) == 1:
        return await _teach(services, work, asked, Lesson(kind, asked.text, rows[0].tracked.ref), by)
    choose = (Button(str(n), pack(On.LESSON, "pick", asked.name, r.tracked.ref)) for n, r in enumerate(rows, start=1))
    return Page(words_teach.which_row([headline(row) for row in rows]), (*in_rows(choose), _back()))


async def _rows(services: Services, work: Work, text: str) -> list[Row]:
    said = tuple(folded_tokens(text))
    numbers = tuple(word for word in said if word[0].isdigit())
    every = await asyncio.to_thread(everything, work.inputs, work.today)
    found = await meant(services, work, Search(numbers, () if numbers else said, (), every)) if said else ()
    return [row for one in found if (row := await work.row(one.ref))]


async def _teach(services: Services, work: Work, asked: Asked, lesson: Lesson, by: str) -> Page:
    """Keep a lesson, and show what it changes: the answer of its question, and those of earlier ones."""
    earlier = [one.text for one in await asyncio.to_thread(work.stores.asked.helpful)]
    others = changed([text for text in dict.fromkeys(earlier) if key_of(text) != key_of(asked.text)], lesson)
    before = [await _cited(services, text) for text in others]
    kept = await services.writes.do(_keep, work, asked, lesson, by)
    after = [await _cited(services, text) for text in others]
    differ = [text for text, old, new in zip(others, before, after, strict=True) if old != new]
    reply = await _answer(services, asked.text)
    if not reply.abstained:
        await services.writes.do(_settle, work, asked, by)
    said = "" if reply.abstained else plain(reply)
    undo = Button(words_teach.UNDO, pack(On.LESSON, "undo", kept.number))
    page = words_teach.taught(kept, await _meaning(work, kept), said, differ)
    return Page(page, ((undo, *_back()),))


def _keep(work: Work, asked: Asked, lesson: Lesson, by: str) -> Lesson:
    kept = work.stores.lessons.teach(lesson, question=asked.name, by=by, now=work.now)
    work.stores.people.note(by, words_teach.logged(kept, ""), work.now)
    return kept


def _settle(work: Work, asked: Asked, by: str) -> None:
    """A question that is answered now is asked of the office no more, nor are the same words of others."""
    for one in work.stores.asked.unsettled():
        if key_of(one.text) == key_of(asked.text):
            work.stores.asked.settle(one.name, by=by, now=work.now)


def _take_back(work: Work, number: int, by: str) -> bool:
    gone = work.stores.lessons.undo(number, by=by, now=work.now)
    if gone:
        work.stores.people.note(by, words_teach.logged_undo(gone), work.now)
    return gone is not None


async def _answer(services: Services, text: str) -> Answer:
    reply, _ = await asyncio.to_thread(services.answerer.ask, text, None)
    return reply


async def _cited(services: Services, text: str) -> tuple[str, ...]:
    return tuple(citation.ref for citation in (await _answer(services, text)).cited)


def _listing(work: Work, number: int) -> Page:
    unsettled = work.stores.asked.unsettled()
    counts: Mapping[str, int] = Counter(key_of(asked.text) for asked in unsettled)
    newest = list({key_of(asked.text): asked for asked in reversed(unsettled)}.values())[::-1]
    taught = Button(words_teach.TAUGHT, pack(On.LESSON, "taught", 0))
    if not newest:
        return Page(words_teach.NOTHING, ((taught,),))
    lines = [words_teach.line(asked, counts[key_of(asked.text)]) for asked in newest]
    asks = [pack(On.LESSON, "open", asked.name) for asked in newest]
    shown, keyboard = _paged(lines, asks, number, "page")
    return Page(words_teach.listing(shown, first_of_page(number, len(lines)) + 1, len(lines)), (*keyboard, (taught,)))


async def _lessons(work: Work, number: int) -> Page:
    every = (await asyncio.to_thread(work.stores.lessons.all)).every[::-1]
    if not every:
        return Page(words_teach.NOTHING_TAUGHT, (_back(),))
    lines = [words_teach.described(lesson, await _meaning(work, lesson)) for lesson in every]
    asks = [pack(On.LESSON, "lesson", lesson.number) for lesson in every]
    shown, keyboard = _paged(lines, asks, number, "taught")
    return Page(words_teach.lessons(shown, first_of_page(number, len(lines)) + 1, len(lines)), (*keyboard, _back()))


async def _lesson(work: Work, number: int) -> Page | None:
    every = (await asyncio.to_thread(work.stores.lessons.all)).every
    found = next((lesson for lesson in every if lesson.number == number), None)
    if found is None:
        return None
    undo = Button(words_teach.UNDO, pack(On.LESSON, "undo", number))
    return Page(words_teach.lesson(found, await _meaning(work, found)), ((undo, *_back()),))


async def _meaning(work: Work, lesson: Lesson) -> str:
    """What a lesson means, in words: of a row its number and what is to be done."""
    row = await work.row(lesson.meant) if lesson.kind is Kind.ROW else None
    return headline(row) if row else lesson.meant if lesson.kind is not Kind.ROW else words.NO_ROW


def _question(asked: Asked) -> Page:
    kinds = (Button(label, pack(On.LESSON, "ask", asked.name, kind)) for label, kind in KINDS)
    last = (Button(words_teach.PASS_OVER, pack(On.LESSON, "pass", asked.name)), *_back())
    return Page(words_teach.question(asked), (*in_rows(kinds, 2), last))


def _asking(asked: Asked, kind: Kind) -> Page:
    back = Button(words_teach.BACK, pack(On.LESSON, "open", asked.name, kind))
    return Page(words_teach.asks_for(asked, kind), ((back,),))


def _asks_for(data: str) -> tuple[str, Kind] | None:
    """The question and the kind of lesson that a message asks for, by the button under it."""
    match unpack(data):
        case Data(On.LESSON, "open", (name, kind)) if kind in set(Kind):
            return name, Kind(kind)
    return None


def _back() -> tuple[Button, ...]:
    return (Button(words_teach.BACK, pack(On.LESSON, "page", 0)),)


def _paged(
    lines: Sequence[str], asks: Sequence[str], number: int, act: str
) -> tuple[Sequence[str], tuple[tuple[Button, ...], ...]]:
    """The lines of a page, and its buttons: one with the number of each line, and those that leaf."""
    first, pages = first_of_page(number, len(lines)), -(-len(lines) // A_PAGE)
    numbers = (Button(str(first + n), ask) for n, ask in enumerate(asks[first : first + A_PAGE], start=1))
    leaf = turns(first // A_PAGE, pages, lambda n: pack(On.LESSON, act, n))
    return lines[first : first + A_PAGE], (*in_rows(numbers), *leaf)
