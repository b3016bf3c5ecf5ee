"""An answer as Telegram messages: pages of HTML with their buttons. Pure.

A page is at most 4,096 UTF-16 units after parsing, counted as Telegram counts. Entries are numbered and stay whole;
only what is longer than a page by itself is cut, between words, and goes on on the next page, so that nothing is lost.
Every value is escaped here and nowhere else.
"""

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from knowledge.reply import Answer, Emphasis, Line, Span, numbered

LIMIT = 4096  # https://core.telegram.org/bots/api#sendmessage: characters after entity parsing, UTF-16
ROOM = 3900  # what is left for words beside the page count and blank lines
MOST_ENTRIES = 8  # on one page: more do not fit a phone's screen, and their buttons not two rows
BUTTONS_A_ROW = 4

_TAGS = {Emphasis.BOLD: "b", Emphasis.ITALIC: "i"}
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Button:
    """A button under a message; `data` comes back when it is pressed (at most 64 bytes)."""

    label: str
    data: str


@dataclass(frozen=True, slots=True)
class Page:
    """One message."""

    html: str
    keyboard: tuple[tuple[Button, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file, or a picture, with a plain sentence under it."""

    name: str
    content: bytes
    caption: str = ""
    picture: bool = False


@dataclass(frozen=True, slots=True)
class Offer:
    """What may be sent into any chat by the one who types: what is shown to choose from, and the message."""

    title: str
    description: str
    html: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page before its buttons are known.

    Args:
        refs: (number, ref) of the entries that stand on it and can be opened.
    """

    html: str
    refs: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class _Block:
    lines: tuple[Line, ...]
    opens: tuple[tuple[int, str], ...] = ()
    entry: bool = False
    under: tuple[Line, ...] = ()  # the heading that it stands under, said on an earlier page


def sheets(answer: Answer) -> tuple[Sheet, ...]:
    """The pages of an answer in order, at least one; where there are several, each says which it is."""
    blocks = [_Block(answer.head), *_entries(answer), _Block(answer.foot)]
    pieces = [piece for block in blocks if _words(block.lines) for piece in _pieces(block)]
    pages = list(_packed(pieces)) or [[_Block((_line("…"),))]]
    return tuple(_sheet(page, number, len(pages)) for number, page in enumerate(pages, start=1))


def lines_html(lines: Sequence[Line]) -> str:
    """Lines as Telegram's HTML."""
    return "\n".join("".join(_span_html(span) for span in line) for line in lines)


def escape(value: str) -> str:
    """A value as it may stand in Telegram's HTML: without control characters, `&`, `<` and `>` as entities."""
    return html.escape(_CONTROL.sub("", value), quote=False)


def unmarked(page_html: str) -> str:
    """The words of a page without its markup, for the rare case that Telegram does not take the markup."""
    return html.unescape(re.sub("<[^<>]*>", "", page_html))


def units(text: str) -> int:
    """The length of a text as Telegram counts it, in UTF-16 code units."""
    return len(text) + sum(ord(c) > 0xFFFF for c in text)


def in_rows(buttons: Iterable[Button], width: int = BUTTONS_A_ROW) -> tuple[tuple[Button, ...], ...]:
    """Buttons in rows of at most `width`."""
    every = tuple(buttons)
    return tuple(every[i : i + width] for i in range(0, len(every), width))


def _line(text: str, emphasis: Emphasis = Emphasis.PLAIN) -> Line:
    return (Span(text, emphasis),)


def _entries(answer: Answer) -> Iterator[_Block]:
    under: tuple[Line, ...] = ()
    for number, (lines, entry) in enumerate(zip(numbered(answer), answer.entries, strict=True), start=1):
        opens = ((number, entry.citation.ref),) if entry.citation else ()
        yield _Block(lines, opens, entry=True, under=() if entry.heading else under)
        under = entry.heading or under


def _span_html(span: Span) -> str:
    words = escape(span.text)
    tag = _TAGS.get(span.emphasis)
    return f"<{tag}>{words}</{tag}>" if tag and words.strip() else words


def _words(lines: Sequence[Line]) -> str:
    """The text of lines as Telegram will count it."""
    return "\n".join("".join(_CONTROL.sub("", span.text) for span in line) for line in lines).strip()


def _pieces(block: _Block) -> Iterator[_Block]:
    """The block, or its parts where it is longer than a page; each part can be opened."""
    if units(_words(block.lines)) <= ROOM:
        yield block
        return
    part: list[Line] = []
    for line in (short for long in block.lines for short in _short_lines(long)):
        if part and units(_words([*part, line])) > ROOM:
            yield replace(block, lines=tuple(part))
            part = []
        part.append(line)
    if part:
        yield replace(block, lines=tuple(part))


def _short_lines(line: Line) -> Iterator[Line]:
    """The line, or its parts of at most a page, cut between words."""
    part: list[Span] = []
    used = 0
    for span in line:
        for text in _short_texts(span.text):
            if used + units(text) > ROOM and part:
                yield tuple(part)
                part, used = [], 0
            part.append(replace(span, text=text))
            used += units(text)
    yield tuple(part)


def _short_texts(text: str) -> Iterator[str]:
    """The text in parts of at most a page, cut after a space where there is one; joined they are the text."""
    while units(text) > ROOM:
        cut = ROOM // 2  # in characters: never over the room, even where each takes two units
        space = max(text.rfind(" ", 0, cut), text.rfind("\n", 0, cut))
        cut = space + 1 if space > 0 else cut
        yield text[:cut]
        text = text[cut:]
    yield text


def _packed(pieces: Iterable[_Block]) -> Iterator[list[_Block]]:
    page: list[_Block] = []
    for piece in pieces:
        if page and not _fits(page, piece):
            yield page
            page = []
            if piece.under and _fits([_Block(piece.under)], piece):
                page.append(_Block(piece.under))  # rows keep their heading over the turn of a page
        page.append(piece)
    if page:
        yield page


def _fits(page: Sequence[_Block], piece: _Block) -> bool:
    used = sum(units(_words(block.lines)) + 2 for block in page)
    entries = sum(block.entry for block in page) + piece.entry
    return used + units(_words(piece.lines)) <= ROOM and entries <= MOST_ENTRIES


def _sheet(page: Sequence[_Block], number: int, count: int) -> Sheet:
    texts = [lines_html(block.lines).strip() for block in page]
    if count > 1:
        texts.append(f"<i>Trang {number}/{count}</i>")
    return Sheet("\n\n".join(texts), tuple(opened for block in page for opened in block.opens))
