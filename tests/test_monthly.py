"""The report of the month: on its first working day, to leaders and admins, once, with picture and sheet."""

from dataclasses import replace
from datetime import date

import pytest
from builders import ADMIN, a_deadline, a_directory, a_link, a_loaded_plan, a_task, at, the_inputs
from chat import ADMIN as BOSS
from chat import GROUP
from reminded_unit import QUIET, ROWS, a_unit

from handlers import words
from knowledge.errors import MissingExtraError
from scheduler.digest import Message
from scheduler.directory import Chat, Role
from scheduler.items import Delivered, StageSeries
from scheduler.monthly import REF, monthly_reports
from scheduler.rule_context import RuleInputs
from scheduler.task_lists import MOST_LATE

LATE = a_task(stt="2", task="Rà soát quy trình", deadline=a_deadline(date(2027, 3, 1)))
OTHER = a_task(stt="3", task="Thanh tra công vụ", lead=("Thanh tra Sở",), lead_raw="Thanh tra Sở")
MONDAY = "2027-11-01 08:00"


def an_office(*rows: object, **changes: object) -> RuleInputs:
    links = a_link(), a_link(chat=77, role=Role.LEADER), a_link("Thanh tra Sở", chat=-5)
    return the_inputs(
        plans=(a_loaded_plan(list(rows) or [a_task(), LATE, OTHER]),),  # type: ignore[arg-type]
        directory=a_directory(*links, leaders=(Chat(9),)),
        settings=replace(QUIET, **{"month_overview": True, **changes}),  # type: ignore[arg-type]
    )


def reports(inputs: RuleInputs, now: str, delivered: Delivered | None = None) -> dict[int, Message]:
    return {m.chat.id: m for m in monthly_reports(inputs, delivered or Delivered(), at(now))}


def test_leaders_and_admins_get_the_figures_and_a_units_leader_those_of_the_unit() -> None:
    found = reports(an_office(), MONDAY)
    assert sorted(found) == [ADMIN, 9, 77]
    assert found[9].text == found[ADMIN].text == (
        "BÁO CÁO THÁNG – TÌNH HÌNH THỰC HIỆN NHIỆM VỤ NĂM 2027\n(tính đến ngày 01/11/2027)\n"
        "Tổng số 3 nhiệm vụ: quá hạn 3 (100,0%)\n\n"
        "Quá hạn: 3 nhiệm vụ\n1. Rà soát quy trình – quá hạn 245 ngày (01/3/2027)\n"
        "2. Số hóa hồ sơ thủ tục hành chính đang còn hiệu lực – quá hạn 124 ngày (30/6/2027)\n"
        "3. Thanh tra công vụ – quá hạn 124 ngày (30/6/2027)\n\n"
        "Theo đơn vị chủ trì\nVăn phòng Sở – 2 nhiệm vụ: quá hạn 2 (100,0%)\n"
        "Thanh tra Sở – 1 nhiệm vụ: quá hạn 1 (100,0%)\n\n"
        "Xem kỳ khác: /baocao"
    )  # fmt: skip
    assert "Thanh tra" not in found[77].text


@pytest.mark.parametrize(
    ("now", "late"),
    [
        pytest.param("2027-10-31 08:00", None, id="a Sunday"),
        pytest.param("2027-11-01 06:00", None, id="in the night"),
        pytest.param("2027-11-01 08:00", False, id="the first working day"),
        pytest.param("2027-11-04 08:00", True, id="where it was missed"),
    ],
)
def test_it_is_said_on_the_first_working_day_or_late(now: str, late: bool | None) -> None:
    found = reports(an_office(), now)
    assert [m.late for m in found.values() if m.chat.id == 9] == ([] if late is None else [late])


def test_it_is_said_once_a_month_also_by_an_older_version() -> None:
    first = date(2027, 11, 1).toordinal()
    told = Delivered(
        reached={("unit:x@", first, StageSeries.MONTH, 9): first, (REF, first, StageSeries.MONTH, 77): first}
    )
    assert sorted(reports(an_office(), MONDAY, told)) == [ADMIN]
    assert sorted(reports(an_office(), "2027-12-01 08:00", told)) == [ADMIN, 9, 77]


def test_in_january_it_is_about_the_year_that_is_over() -> None:
    assert "NĂM 2027" in reports(an_office(), "2028-01-04 08:00")[9].text


def test_nothing_is_said_where_there_is_nothing_or_nobody_wants_it() -> None:
    assert reports(an_office(a_task(deadline=a_deadline())), MONDAY) == {}
    assert reports(an_office(month_overview=False), MONDAY) == {}


def test_the_months_of_a_unit_stand_under_the_name_of_its_figures_however_the_rows_print_it() -> None:
    other = a_task(stt="2", lead=("VĂN PHÒNG SỞ",), lead_raw="VĂN PHÒNG SỞ", deadline=a_deadline(date(2027, 3, 1)))
    report = reports(an_office(a_task(), other), MONDAY)[9].report
    assert report
    assert [(unit.name, unit.total) for unit in report.account.units] == [("Văn phòng Sở", 2)]
    assert report.months == {"Văn phòng Sở": (0, 0, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0)}


def test_a_long_list_stays_within_one_message() -> None:
    rows = [a_task(stt=str(n), task="Nhiệm vụ " + "rất dài " * 40, lead=(f"Phòng số {n}",)) for n in range(60)]
    text = reports(an_office(*rows), MONDAY)[9].text
    assert len(text) < 3900
    assert f"Còn {60 - MOST_LATE} nhiệm vụ quá hạn và 48 đơn vị trong bảng kèm theo." in text


@pytest.fixture(name="drawing", params=[True, False], ids=["with charts", "without"])
def _drawing(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    def draw(*_: object) -> bytes:
        if not request.param:
            raise MissingExtraError("no matplotlib")
        return b"\x89PNG"

    monkeypatch.setattr("handlers.report_files.picture", draw)
    return bool(request.param)


async def test_picture_and_sheet_follow_the_text_once(drawing: bool) -> None:
    async with a_unit([*ROWS, LATE]) as unit:
        unit.now = at(MONDAY)
        assert unit.stores
        unit.stores.settings = replace(QUIET, month_overview=True)
        for _ in range(2):
            await unit.remind()
            await unit.app.bot_data.background.settled()
        picture = [words.figures_caption("năm 2027")] if drawing else []
        assert [file["caption"] for file in unit.telegram.files] == [*picture, words.sheet_caption(3)]
        assert {file["chat"]["id"] for file in unit.telegram.files} == {BOSS}
        assert sum(text.startswith("BÁO CÁO THÁNG") for text in unit.telegram.texts(BOSS)) == 1
        assert not any(text.startswith("BÁO CÁO THÁNG") for text in unit.telegram.texts(GROUP))
