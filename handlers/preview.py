"""The preview of a document that was handed in, page by page, with the buttons that decide about it. Pure."""

from dataclasses import replace

from handlers import words_plans as words
from handlers.buttons import On, pack
from handlers.render import Button, Page, sheets
from handlers.show import turns
from knowledge.library.prepared import Prepared
from knowledge.wording.versions import preview
from scheduler.handed import Handed

MOST_ENTRIES = 200  # rows that can be leafed through; the whole list is in the file


def preview_page(prepared: Prepared, handed: Handed, number: int = 0, *, again: bool = False) -> Page:
    """A page of the preview with "Đồng ý …" and "Hủy"."""
    answer = preview(prepared, handed.called, again=again)
    every = sheets(replace(answer, entries=answer.entries[:MOST_ENTRIES]))
    number = min(number, len(every) - 1)
    turn = turns(number, len(every), lambda n: pack(On.HANDED, "page", handed.id, n))
    agree = Button(words.agree(len(prepared.plan.tasks)), _data("yes", prepared, handed))
    return Page(every[number].html, (*turn, (agree,), (_cancel(handed),)))


def losing_page(prepared: Prepared, handed: Handed) -> Page:
    """The second question, where most rows are lost."""
    lost, count = len(prepared.difference.removed), len(prepared.plan.tasks)
    back = Button(words.KEEP, pack(On.HANDED, "page", handed.id, 0))
    sure = Button(words.REALLY, _data("sure", prepared, handed))
    return Page(words.losing(prepared.stem, lost, prepared.before, count), ((sure,), (back, _cancel(handed))))


def _data(act: str, prepared: Prepared, handed: Handed) -> str:
    """With the version that was compared: where it is another one by then, the press is asked anew."""
    return pack(On.HANDED, act, handed.id, prepared.replaces or 0)


def _cancel(handed: Handed) -> Button:
    return Button(words.CANCEL, pack(On.HANDED, "no", handed.id))
