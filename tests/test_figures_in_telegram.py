"""Figures, sheets and calendars asked for in the chat: who gets them, and what stands in them."""

import io
import zipfile
from datetime import date

import openpyxl
import pytest
from builders import a_deadline, a_task
from chat import ADMIN, AN, GROUP
from reminded_unit import ROWS, Unit, a_unit

from handlers import words
from knowledge.errors import MissingExtraError
from knowledge.exports.figures import UnitFigures
from knowledge.exports.picture import picture
from knowledge.model import State
from knowledge.reply import Answer, Citation, Entry, Span
from knowledge.tasks.progress import Report

LATE = a_task(stt="3", task="Thanh tra công vụ", lead=("Thanh tra Sở",), deadline=a_deadline(date(2027, 3, 31)))


@pytest.fixture(autouse=True)
def _drawn_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A picture takes seconds; that it is drawn has a test of its own."""
    monkeypatch.setattr("handlers.report_files.picture", lambda *_: b"\x89PNG")


def sent(unit: Unit) -> list[str]:
    return [str(message.get("caption")) for message in unit.telegram.files]


async def test_leaders_see_what_is_late_first_then_each_unit_with_its_shares() -> None:
    async with a_unit([*ROWS, LATE]) as unit:
        await unit.hears(unit.says(ADMIN, "/baocao"))
        [text] = unit.telegram.texts(ADMIN)
        assert "Tình hình thực hiện nhiệm vụ năm 2027" in text
        assert "Tổng số 3 nhiệm vụ: quá hạn 1 (33,3%), đang trong hạn 2 (66,7%)" in text
        assert text.index("Thanh tra công vụ") < text.index("Theo đơn vị chủ trì")
        assert "Thanh tra Sở – 1 nhiệm vụ: quá hạn 1 (100,0%)" in text
        assert sent(unit) == [words.figures_caption("năm 2027"), words.sheet_caption(3)]


async def test_a_period_that_is_named_is_the_one_reported() -> None:
    async with a_unit([*ROWS, LATE]) as unit:
        await unit.hears(unit.says(ADMIN, "/baocao quý 1"))
        assert "Tổng số 1 nhiệm vụ: quá hạn 1 (100,0%)" in unit.telegram.texts(ADMIN)[-1]
        await unit.hears(unit.says(ADMIN, "/baocao quý 4"))
        assert unit.telegram.texts(ADMIN)[-1].startswith("Không có nhiệm vụ nào có thời hạn trong quý IV/2027")
        await unit.hears(unit.says(ADMIN, "/baocao tháng 13"))
        assert "Tôi chưa hiểu thời gian" in unit.telegram.texts(ADMIN)[-1]
        assert len(unit.telegram.files) == 2


async def test_what_is_late_since_before_the_period_is_told_beside_it() -> None:
    async with a_unit([*ROWS, LATE]) as unit:
        await unit.hears(unit.says(ADMIN, "/baocao quý 2"))
        told = "Chưa kể 1 nhiệm vụ quá hạn từ trước ngày 01/4/2027; xem: những việc nào quá hạn?"
        assert told in unit.telegram.texts(ADMIN)[-1]
        await unit.hears(unit.says(ADMIN, "/baocao quý 4"))
        assert "Chưa kể 1 nhiệm vụ quá hạn từ trước ngày 01/10/2027" in unit.telegram.texts(ADMIN)[-1]
        unit.telegram.members[GROUP].add(ADMIN)
        assert "quá hạn từ trước" not in await unit.says_in_group("/baocao quý 2", ADMIN)


async def test_in_the_group_of_a_unit_a_leader_sees_that_unit_only() -> None:
    async with a_unit([*ROWS, LATE]) as unit:
        unit.telegram.members[GROUP].add(ADMIN)
        said = await unit.says_in_group("/baocao", ADMIN)
        assert "Tổng số 2 nhiệm vụ" in said
        assert "Thanh tra" not in said


async def test_neither_picture_nor_sheet_in_the_group_of_a_unit_tells_of_another(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    drawn: list[object] = []

    def draw(*of: object) -> bytes:
        drawn.append(of)
        return b"\x89PNG"

    monkeypatch.setattr("handlers.report_files.picture", draw)
    async with a_unit([*ROWS, LATE]) as unit:
        unit.telegram.members[GROUP].add(ADMIN)
        await unit.hears(unit.says(ADMIN, "/baocao", GROUP))
        assert "Văn phòng Sở" in repr(drawn)
        assert "Thanh tra" not in repr(drawn)
        [_, sheet] = unit.telegram.contents
        assert "Số hóa hồ sơ" in readable(sheet)
        assert "Thanh tra" not in readable(sheet)


@pytest.mark.parametrize("kind", ["xlsx", "csv", "ics"])
async def test_what_is_exported_in_the_group_of_a_unit_is_of_that_unit(kind: str) -> None:
    async with a_unit([*ROWS, LATE]) as unit:
        unit.telegram.members[GROUP].add(ADMIN)
        await unit.hears(unit.says(ADMIN, f"/xuat {kind}", GROUP))
        await unit.hears(unit.says(ADMIN, f"/xuat {kind}"))
        of_the_unit, of_the_office = map(readable, unit.telegram.contents)
        assert ("Số hóa hồ sơ" in of_the_unit, "Thanh tra công vụ" in of_the_unit) == (True, False)
        assert ("Số hóa hồ sơ" in of_the_office, "Thanh tra công vụ" in of_the_office) == (True, True)


def readable(content: bytes) -> str:
    """The words of a file, also of a sheet."""
    if not zipfile.is_zipfile(io.BytesIO(content)):
        return content.decode("utf-8", "replace").replace("\r\n ", "")  # a calendar's long lines are folded
    book = openpyxl.load_workbook(io.BytesIO(content))
    return repr([[cell.value for cell in row] for sheet in book for row in sheet.iter_rows()])


@pytest.mark.parametrize(("text", "no"), [("/baocao", words.LEADERS_ONLY), ("/xuat", words.ADMINS_COMMAND)])
async def test_staff_get_neither_figures_nor_sheets(text: str, no: str) -> None:
    async with a_unit() as unit:
        await unit.hears(unit.says(AN, text))
        assert unit.telegram.texts(AN) == [no]
        assert unit.telegram.files == []


async def test_where_pictures_cannot_be_drawn_the_sheet_still_comes(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(*_: object) -> bytes:
        raise MissingExtraError("no matplotlib")

    monkeypatch.setattr("handlers.report_files.picture", missing)
    async with a_unit() as unit:
        await unit.hears(unit.says(ADMIN, "/baocao"))
        assert unit.telegram.texts(ADMIN)[-1] == words.NO_PICTURE
        assert sent(unit) == [words.sheet_caption(2)]


@pytest.mark.parametrize("kind", ["", " csv", " ICS", " xlsx"])
async def test_an_admin_gets_the_rows_as_a_file(kind: str) -> None:
    async with a_unit() as unit:
        await unit.hears(unit.says(ADMIN, f"/xuat{kind}"))
        assert sent(unit) == [words.calendar_caption(2) if kind == " ICS" else words.sheet_caption(2)]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("báo cáo quý 2", "quý II/2027"),
        ("quý 2", "quý II/2027"),
        ("docx", "quý II/2027"),
        ("báo cáo năm 2027", "năm 2027"),
    ],
)
async def test_an_admin_gets_the_report_of_a_period_as_a_word_document(text: str, period: str) -> None:
    async with a_unit() as unit:
        await unit.hears(unit.says(ADMIN, f"/xuat {text}"))
        assert sent(unit) == [words.document_caption(period, 2)]
        assert unit.telegram.contents[-1].startswith(b"PK")


async def test_a_format_that_there_is_not_is_answered_with_those_there_are() -> None:
    async with a_unit() as unit:
        await unit.hears(unit.says(ADMIN, "/xuat doc"))
        assert unit.telegram.texts(ADMIN) == [words.EXPORT_HOW]


def test_figures_are_drawn_as_a_picture() -> None:
    pytest.importorskip("matplotlib", reason="the extra `charts` is not installed")
    unit = UnitFigures("Chi cục Tiêu chuẩn Đo lường Chất lượng", {State.OVERDUE: 2, State.DONE_ON_TIME: 3})
    assert picture("Năm 2027", [unit], {unit.name: (0,) * 12}, 2027).startswith(b"\x89PNG")


async def test_a_row_can_be_put_into_the_calendar_of_a_phone() -> None:
    async with a_unit() as unit:
        ref, task = unit.plans[0].task_refs[0], unit.plans[0].plan.tasks[0]
        card = Answer("card", (), (Entry(((Span("Số hóa hồ sơ"),),), Citation(ref, unit.plans[0].stem, task)),))
        unit.answerer.answer, unit.answerer.cards = card, {ref: card}
        await unit.hears(unit.says(AN, "số hóa?"))
        await unit.press(AN, words.OPEN_ROW)
        assert await unit.press(AN, words.TO_CALENDAR) == ""
        assert sent(unit) == [words.CALENDAR_CAPTION]
        assert unit.stores
        unit.stores.progress.report(ref, Report(State.DONE_ON_TIME), who="An", now=unit.now)
        assert await unit.press(AN, words.TO_CALENDAR) == words.NO_OPEN_DATE
        assert len(unit.telegram.files) == 1
