"""An answer shown in a chat: its pages with their buttons.

Buttons carry no text of the plans, only names: the row's ref, the number of a page, and the name under which the answer
is remembered for a while. Of a forgotten answer the rows can still be opened; its pages and questions cannot.
"""

import dataclasses
import secrets
from collections.abc import Callable
from dataclasses import dataclass

from telegram import CallbackQuery

from handlers import words, words_office
from handlers.buttons import Data, On, pack, pressed_message
from handlers.context import Services, Shown, Where
from handlers.delivery import Delivery, Outcome
from handlers.render import Button, Page, in_rows, sheets
from handlers.shown import remember, shows
from knowledge.model import Passage, Target, Task
from knowledge.reply import Answer, Emphasis, Span

LONGEST_LABEL = 60
MOST_ENTRIES = 200  # rows of one list that are kept for leafing; nobody turns more than 25 pages on a phone
MOST_CHOICES = 20  # questions offered under one page; Telegram takes 100 buttons, the rest are asked by their number


@dataclass(frozen=True, slots=True)
class Press:
    """What a button asks for.

    `r` opens a row, `i` hands out its dates for a calendar, `p` turns to a page, `q` asks a question that is offered.

    Args:
        ref: the row of an `r` or `i`.
        number: the page of the row's card, the page of the answer, or the number of the question.
        shown: the name of the answer that the button belongs to, may be empty.
        back: for an `r`, the page of the answer to come back to.
    """

    kind: str
    ref: str = ""
    number: int = 0
    shown: str = ""
    back: int = 0

    @property
    def data(self) -> str:
        """As it stands on a button; at most 64 bytes."""
        if self.kind == "i":
            return pack(On.ANSWER, self.kind, self.ref)
        about = (self.ref, self.number, self.shown, self.back) if self.kind == "r" else (self.shown, self.number)
        return pack(On.ANSWER, self.kind, *about)


def pressed(data: Data | None) -> Press | None:
    """What a button asked for, None where it is not one of these."""
    match data:
        case Data(On.ANSWER, "r" | "i" as kind, (ref,)):
            return Press(kind, ref)
        case Data(On.ANSWER, "r", (ref, number, shown, back)) if number.isdecimal() and back.isdecimal():
            return Press("r", ref, int(number), shown, int(back))
        case Data(On.ANSWER, "p" | "q" as kind, (shown, number)) if number.isdecimal():
            return Press(kind, number=int(number), shown=shown)
    return None


def answer_page(answer: Answer, name: str, number: int) -> Page:
    """One page of an answer with its buttons."""
    every = sheets(answer)
    number = min(number, len(every) - 1)
    sheet = every[number]
    rows = in_rows(Button(_open_label(answer, n), Press("r", ref, 0, name, number).data) for n, ref in sheet.refs)
    turn = turns(number, len(every), lambda n: Press("p", number=n, shown=name).data)
    last = number == len(every) - 1
    choices = tuple(
        (Button(_short(choice.label), Press("q", number=i, shown=name).data),)
        for i, choice in enumerate(answer.choices[:MOST_CHOICES])
        if last
    )
    return Page(sheet.html, (*rows, *turn, *choices))


def shown_page(shown: Shown, name: str, number: int) -> Page:
    """One page of an answer that was shown, with the buttons that ask whether it helped."""
    page = answer_page(shown.answer, name, number)
    if not shown.rated:
        return page
    office = Button(words_office.ASK_OFFICE, pack(On.ASKED, "office", name))
    helped = Button(words_office.HELPFUL, pack(On.ASKED, "yes", name))
    not_so = Button(words_office.UNHELPFUL, pack(On.ASKED, "no", name))
    return Page(page.html, (*page.keyboard, (office,) if shown.answer.abstained else (helped, not_so)))


def card_page(card: Answer, press: Press, *, back: bool) -> Page:
    """One page of an opened row, with the way back where the answer is still known."""
    every = sheets(card)
    number = min(press.number, len(every) - 1)
    turn = turns(number, len(every), lambda n: Press("r", press.ref, n, press.shown, press.back).data)
    home = ((Button(words.BACK, Press("p", number=press.back, shown=press.shown).data),),) if back else ()
    day = ((Button(words.TO_CALENDAR, Press("i", press.ref).data),),) if _has_a_day(card) else ()
    return Page(every[number].html, (*turn, *day, *home))


def turns(number: int, count: int, data: Callable[[int], str]) -> tuple[tuple[Button, ...], ...]:
    """The row of buttons that leads to the pages before and after; none where there is one page."""
    row = []
    if number > 0:
        row.append(Button(words.PREVIOUS, data(number - 1)))
    if number < count - 1:
        row.append(Button(words.NEXT, data(number + 1)))
    return (tuple(row),) if row else ()


async def show(
    answer: Answer,
    services: Services,
    place: Where,
    instead_of: int | None = None,
    talk: object | None = None,
    name: str = "",
) -> Delivery:
    """Send an answer's first page, or put it in place of a message; and remember the answer for buttons and replies.

    Args:
        talk: the conversation after it.
        name: of the question that is kept, so that people may say whether this helped.
    """
    shown = Shown(place.chat, _within_reach(answer), talk, rated=bool(name))
    name = name or secrets.token_urlsafe(6)
    services.shown.put(name, shown, services.clock())
    done = await _put(shown_page(shown, name, 0), services, place, instead_of)
    remember(services, done, shows(answer), talk)
    return done


async def _put(page: Page, services: Services, place: Where, instead_of: int | None) -> Delivery:
    if instead_of:
        edited = await services.outbox.edit(place.chat, instead_of, page)
        if edited.sent:
            return dataclasses.replace(edited, messages=(instead_of,))
    return await say(page, services, place)


async def say(page: Page | str, services: Services, place: Where) -> Delivery:
    """Send one page, or a sentence in HTML."""
    page = Page(page) if isinstance(page, str) else page
    return await services.outbox.send(place.chat, [page], thread=place.thread, reply_to=place.reply_to, urgent=True)


async def replace(query: CallbackQuery, page: Page, services: Services, place: Where) -> Delivery:
    """Put a page in place of the message under which a button was pressed.

    Whoever presses gets an answer: where the message cannot be changed, as in a group that has moved, it is a new one.
    """
    if message := pressed_message(query):
        edited = await services.outbox.edit(message.chat.id, message.message_id, page)
        if edited.outcome is not Outcome.REFUSED:
            return edited
    return await say(page, services, place)


def _within_reach(answer: Answer) -> Answer:
    """An answer that can be leafed through: of a very long list the beginning, and a word about the rest."""
    if len(answer.entries) <= MOST_ENTRIES:
        return answer
    rest = (Span(words.first_of(MOST_ENTRIES, len(answer.entries)), Emphasis.ITALIC),)
    return dataclasses.replace(answer, entries=answer.entries[:MOST_ENTRIES], foot=(*answer.foot, rest))


def _open_label(answer: Answer, number: int) -> str:
    if len(answer.entries) > 1:
        return str(number)
    citation = answer.entries[0].citation
    passage = citation is not None and isinstance(citation.item, Passage | Target)
    return words.OPEN_PASSAGE if passage else words.OPEN_ROW


def _has_a_day(card: Answer) -> bool:
    citation = card.entries[0].citation if card.entries else None
    deadline = citation.item.deadline if citation and isinstance(citation.item, Task) else None
    return bool(deadline and (deadline.due or deadline.recur))


def _short(label: str) -> str:
    return label if len(label) <= LONGEST_LABEL else label[: LONGEST_LABEL - 1].rstrip() + "…"
