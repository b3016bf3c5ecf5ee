"""The printed rows of one table, over all its pages, made into rows that each are one task.

Every printed row ends somewhere: in a task, in a heading, in a header, or in a doubt that says what it was.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from knowledge.document import Cover, Row
from knowledge.language.text import folded
from knowledge.model import Doubt
from knowledge.plan.columns import WHAT, Role, flat, is_ditto
from knowledge.plan.draft import Draft, Slot
from knowledge.plan.foreign_titles import is_foreign_title
from knowledge.plan.headers import Header
from knowledge.plan.idle_rows import is_idle
from knowledge.plan.joining import are_halves, ends_openly, is_fragment, is_rest, leaf, own_cells, rejoined, whole
from knowledge.plan.numbering import Number, SectionPath, Style, is_child, leading, parse
from knowledge.plan.posts import is_signature

_REPEATED = {Role.LEAD, Role.COORDINATE, Role.TIME, Role.RESULT, Role.BUDGET, Role.PERSON}  # by a mark
_NOTE = "ghi chu"
_PARTS_OF_DAY = ("buoi", "sang", "chieu", "toi", "trua", "thu", "ngay", "chu nhat")
_LONGEST_TITLE = 200  # characters
_SPAN = 2  # a cell merged over at least that many columns beside its own heads a section


@dataclass(slots=True)
class RowReader:
    """Reads rows one after the other and keeps what a later row may inherit."""

    header: Header
    title: str = ""  # the heading above this table where a document has several tables, each under its own
    day: str = ""  # the day that the heading above the table names, as in a timetable
    path: SectionPath = field(default_factory=SectionPath)
    drafts: list[Draft] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    group: str = ""
    above: Draft | None = None  # what an empty cell inherits from; none at the head of a section
    seen: Number | None = None
    heading_number: str = ""  # of the heading above: rows without a number under "2. …" belong to 2
    rows: list[Row] = field(default_factory=list)
    signed: bool = False  # the signature below the table is being read
    counted: bool = False  # every row that says who or when has a number: one without is a title
    guessed: bool = False  # its columns are, by the white between them
    breaks: set[int] = field(default_factory=set)  # the rows (by identity) that stand first on a page

    def read(self, rows: Sequence[Row], *, at_break: bool) -> None:
        """Take in one piece of the table; `at_break` tells that a page ended before it."""
        kept = [row for row in rows if not is_idle(row, self.header) and not self._is_below(row)]
        if kept and at_break:
            kept = rejoined(self.rows[-1], kept, self.header) if self.rows else kept
            self.breaks.add(id(kept[0]))
        self.rows.extend(kept)

    def finish(self) -> None:
        """Make tasks of all the rows that were taken in."""
        self._join_halves()
        self.counted = self._counts_rows()
        for i, row in enumerate(self.rows):
            at_break = id(row) in self.breaks
            if at_break:
                self._check_cut(row)
            if self._is_section(row, self.rows[i + 1 :]):
                self._enter(row)
            elif is_rest(self.drafts[-1] if self.drafts else None, row, self.header, at_break=at_break):
                self._append(row)
            else:
                self._begin(row, at_break=at_break)
        for draft, following in pairwise(draft for draft in self.drafts if draft.number):
            self._mend_number(draft, following)

    def _join_halves(self) -> None:
        """A row whose number and objective are printed below the rest of it, as OCR does, is one row again."""
        kept: list[Row] = []
        before: Number | None = None  # of the last row that has one
        for at, row in enumerate(self.rows):
            number = parse(self._number_text(row), before)
            after = self.rows[at + 1 : at + 2]
            if kept and id(row) not in self.breaks and are_halves(kept[-1], row, after, self.header, before):
                upper, kept[-1] = kept[-1], whole(kept[-1], row)
                self.breaks.update({id(kept[-1])} if id(upper) in self.breaks else ())
                printed = number or before
                named = printed.printed if printed else ""
                self.doubts.append(Doubt(f"Dòng {named}: hai nửa dòng được ghép lại", upper.place))
            else:
                kept.append(row)
            before = number or before
        self.rows = kept

    def _counts_rows(self) -> bool:
        """Whether the table numbers all its rows, so that no further activity stands under the number of another."""
        full = [row for row in self.rows if len(own_cells(row, self.header)) > 1 and id(row) not in self.breaks]
        column = self.header.first(Role.STT)
        if column is None or len(full) < 2:
            return False
        return all(row.cells[column].cover is Cover.OWN and parse(flat(row.cells[column])) for row in full)

    def _mend_number(self, draft: Draft, following: Draft) -> None:
        """A first row under heading 2 that is read as 2 before row 2.2 is row 2.1: its point was lost."""
        number, after = draft.number, following.number
        if not number or not after or number.style is not Style.ARABIC or draft.section != following.section:
            return
        heading = leading(draft.section[-1]) if draft.section else None
        below = heading is not None and heading[0].strip("(). ") == number.parts[0]
        if below and is_child(after, number) and after.count == 2:
            mended = f"{number.parts[0]}.1"
            self.doubts.append(Doubt(f"Số thứ tự “{draft.stt}” được hiểu là {mended}", draft.place))
            for same in self.drafts[self.drafts.index(draft) : self.drafts.index(following)]:
                same.stt = mended

    def _check_cut(self, first: Row) -> None:
        """A row that ends openly at the end of a page although nothing on the next page goes on with it."""
        last = self.drafts[-1] if self.drafts else None
        if last is None or is_rest(last, first, self.header, at_break=True):
            return
        begun = {} if self._number_text(first) else own_cells(first, self.header)
        unfinished = (i for i, _ in enumerate(self.header.columns) if ends_openly(last.text(i)))
        if any(
            not (i in begun and is_fragment(self.header.columns[i].role, begun[i], last.text(i))) for i in unfinished
        ):
            self.doubts.append(Doubt(f"Dòng {last.stt}: có thể bị cắt ở cuối trang, thiếu phần sau", last.place))

    def _is_below(self, row: Row) -> bool:
        """Whether a row stands in the signature, which goes on to the end or to the next row with a number."""
        numbered = parse(self._number_text(row)) is not None
        self.signed = not numbered and (self.signed or is_signature(row))
        return self.signed

    def _number_text(self, row: Row) -> str:
        """The words of the number cell; a dash or a dot there is no number."""
        column = self.header.first(Role.STT)
        if column is None or row.cells[column].cover is not Cover.OWN:
            return ""
        text = flat(row.cells[column])
        return text if any(c.isalnum() for c in text) else ""

    def _is_section(self, row: Row, later: Sequence[Row]) -> bool:
        """Whether a row is only a heading: a number and a title, or a title over the columns."""
        printed, own = self._number_text(row), own_cells(row, self.header)
        if len(own) > 1 or not (own or printed):
            return len(own) >= 3 and len(set(own.values())) == 1  # the heading repeated in every cell
        if _spans(row) or not own:
            return _spans(row) or (leading(printed) is not None or parse(printed) is None)
        at, title = next(iter(own.items()))
        if self._is_time_of_day(at, title) or any(c.cover is Cover.ABOVE for c in row.cells):
            return self._is_time_of_day(at, title)
        number = parse(printed, self.seen)
        if self.header.columns[at].role not in {*WHAT, Role.GROUP}:
            return is_foreign_title(self.header, at, title, numbered=number is not None)
        if number is None:
            return self._is_unnumbered_title(row, at, title) or self._titles_rows(row, at, title, later)
        return self._heads_rows(number, row.cells[at].bold, title, later)

    def _titles_rows(self, row: Row, at: int, title: str, later: Sequence[Row]) -> bool:
        """A row with only words and no number, in a table that numbers its rows, heads the numbered ones below it."""
        role, before = self.header.columns[at].role, self.drafts[-1].text(at) if self.drafts else ""
        if not self.counted or id(row) in self.breaks or not later or len(title) > _LONGEST_TITLE:
            return False
        return parse(self._number_text(later[0])) is not None and not is_fragment(role, title, before)

    def _is_unnumbered_title(self, row: Row, at: int, title: str) -> bool:
        if leading(title) is not None or row.cells[at].bold:
            return True
        before = self.drafts[-1].text(at) if self.drafts else ""
        return (
            title.isupper() and len(title.split()) > 1 and not is_fragment(self.header.columns[at].role, title, before)
        )

    def _is_time_of_day(self, at: int, title: str) -> bool:
        """Whether the only words of a row are a title in the first column, where times stand: "Buổi sáng"."""
        return at == 0 and self.header.columns[0].role is Role.TIME and folded(title).startswith(_PARTS_OF_DAY)

    def _heads_rows(self, number: Number, bold: bool, title: str, later: Sequence[Row]) -> bool:
        """A numbered title is a heading unless its number goes on with the rows' own numbers."""
        if bold or title.isupper() or number.style in {Style.ROMAN, Style.LETTER, Style.PART}:
            return True
        if self._follows_heading(number):
            return True
        following = later[0] if later else None
        if following is None:
            return False
        text = self._number_text(following)
        after = parse(text, number)
        if after is None:
            return not text and len(own_cells(following, self.header)) > 1
        if after.style is not number.style:
            return is_child(after, number) or not self._is_above(after, number)
        return after.count <= number.count

    def _follows_heading(self, number: Number) -> bool:
        """Whether a number goes on with the last heading's and not with the last row's."""
        heading = next((n for n, _ in reversed(self.path.levels) if n and n.style is number.style), None)
        if heading is None or number.count != heading.count + 1 or self.seen is None:
            return False
        return not (self.seen.style is number.style and number.count == self.seen.count + 1)

    def _is_above(self, other: Number, number: Number) -> bool:
        """Whether a number is of a level above another's: of fewer parts, or of a heading that is open."""
        open_styles = {heading.style for heading, _ in self.path.levels if heading}
        return len(other.parts) < len(number.parts) or other.style in open_styles

    def _enter(self, row: Row) -> None:
        printed, own = self._number_text(row), own_cells(row, self.header)
        number = parse(printed, self.seen)
        title = next(iter(own.values()), "")
        if number is None:
            named = leading(title or printed)
            title = f"{printed} {title}".strip() if not named else named[1]
            number = parse(named[0], self.seen) if named else None
        if folded(title).startswith(_NOTE):
            self.doubts.append(Doubt(f"Dòng không phải nhiệm vụ: “{title}”", row.place))
            return
        self.path.enter(number, title)
        self.above, self.seen = None, number or self.seen
        if number and number.style in {Style.ARABIC, Style.DOTTED2, Style.DOTTED3}:
            self.heading_number = number.printed
        else:
            self.heading_number = ""

    def _append(self, row: Row) -> None:
        draft = self.drafts[-1]
        for i, cell in enumerate(row.cells):
            if cell.cover is Cover.OWN and flat(cell):
                draft.slots.setdefault(i, Slot()).add(cell.text)
        draft.rows.append(row)

    def _begin(self, row: Row, *, at_break: bool) -> None:
        printed = self._number_text(row)
        number = parse(printed, self.seen)
        if number:
            self.path.at_row(number, self.seen)
            self.seen = number
        inherits = not printed
        stt = printed
        if inherits:
            stt = self.above.stt if self.above else self.heading_number
        draft = Draft(number, stt, inherits and bool(stt), self._section(row), {}, [row])
        self._fill_what(draft, row, at_break=at_break)
        self._fill_how(draft, row)
        self.drafts.append(draft)
        self.above = draft

    def _section(self, row: Row) -> tuple[str, ...]:
        column = self.header.first(Role.GROUP)
        if column is None:
            return self._path
        if named := flat(row.cells[column]):
            self.group = f"{self.header.columns[column].name} {named}" if named.isdecimal() else named
        return (*self._path, self.group) if self.group else self._path

    @property
    def _path(self) -> tuple[str, ...]:
        return (self.title, *self.path.path) if self.title else self.path.path

    def _fill_what(self, draft: Draft, row: Row, *, at_break: bool) -> None:
        """Objective, task and activity: an empty cell under the same merged cell is that of the row above.

        That is one that heads others to its right: behind the row's own words it is empty.
        """
        inherits = True
        columns = {self.header.first(role): role for role in WHAT}
        for column in sorted(column for column in columns if column is not None):
            role = columns[column]
            cell, above = row.cells[column], self.above.slots.get(column) if self.above else None
            text = flat(cell)
            if cell.cover is Cover.ABOVE or not text:
                if above and (inherits or cell.cover is Cover.ABOVE):
                    draft.slots[column] = above
                continue
            cut = at_break and inherits and column != leaf(self.header) and not draft.number and above
            if cut and above and is_fragment(role, text, above.text):
                above.add(cell.text)
                draft.slots[column] = above
                continue
            inherits = False
            draft.slots[column] = Slot([cell.text])

    def _fill_how(self, draft: Draft, row: Row) -> None:
        """The other columns: only a merged cell or a ditto mark takes over what stands above."""
        for column, cell in enumerate(row.cells):
            role = self.header.columns[column].role
            if role in {*WHAT, Role.STT, Role.GROUP} or not flat(cell):
                continue
            above = self.drafts[-1].slots.get(column) if self.drafts else None
            ditto = is_ditto(flat(cell)) and role in _REPEATED
            if above and (ditto or cell.cover is Cover.ABOVE):
                draft.slots[column] = above
            elif not (ditto and self.drafts):  # as above, where nothing stands: nothing here as well
                draft.slots[column] = Slot([cell.text])


def _spans(row: Row) -> bool:
    """Whether one cell reaches over most of the row."""
    covered = sum(c.cover is Cover.LEFT for c in row.cells)
    return covered >= max(_SPAN, len(row.cells) - 3)
