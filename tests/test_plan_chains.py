"""Several plans called in a row, and what is asked of each: how many rows, when one matter is due."""

from datetime import date

import pytest
from asking import ask
from builders import a_deadline, a_loaded_plan, a_task

from knowledge.identity import LoadedPlan
from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.model import Heading
from knowledge.questions.lookup import lookup
from knowledge.questions.question import understand
from knowledge.questions.reading import Reading
from knowledge.reply import line_text

TODAY = date(2027, 3, 1)
GARDEN, WARD, SCHOOL = "vuon", "phuong", "truong"


def plan(stem: str, issuer: str, place: str, title: str, *days: date) -> LoadedPlan:
    heading = Heading(issuer=issuer, place=place, title=f"Kế hoạch {title} năm 2027", years=(2027,))
    names = ("Tổng kết năm, bình xét thi đua", "Sửa hàng rào", "Thay bóng đèn", "Đào giếng")
    rows = [a_task(stt=str(at), task=names[at - 1], lead=("Tổ Sửa chữa",), coordinate=(), deadline=a_deadline(day))
            for at, day in enumerate(days, 1)]  # fmt: skip
    return a_loaded_plan(rows, stem=stem, source=f"{stem}.txt", heading=heading)


@pytest.fixture(scope="module")
def known() -> Snapshot:
    june = (date(2027, 6, 5), date(2027, 6, 15), date(2027, 6, 25))
    return make_snapshot(
        [
            plan(GARDEN, "Ban Quản lý Thảo cầm viên Rạch Gầm", "Rạch Gầm", "Chăm sóc thú", date(2027, 12, 20), *june),
            plan(WARD, "UBND phường Cầu Ngói", "Cầu Ngói", "Phòng chống ngập", date(2027, 12, 5), june[0]),
            plan(
                SCHOOL, "Trường Trung cấp nghề Bàu Tre", "Bàu Tre", "Tuyển sinh", date(2027, 12, 10), june[0], june[1]
            ),
        ]
    )


@pytest.mark.parametrize(
    ("text", "plans"),
    [
        pytest.param("giữa phường, thảo cầm viên và trường, nơi nào tổng kết muộn nhất", {WARD, GARDEN, SCHOOL},
                     id="a word that begins the field of one office"),
        pytest.param("giua phuong voi thao cam vien ben nao nhieu viec hon", {WARD, GARDEN}, id="without accents"),
        pytest.param("phường Cầu Ngói với thảo cầm viên Rạch Gầm bên nào nhiều việc hơn", {WARD, GARDEN},
                     id="with the name of its own behind it"),
        pytest.param("cả trường, phường lẫn thảo cầm viên có mấy việc hạn tháng 6", {WARD, GARDEN, SCHOOL}, id="both"),
        pytest.param("tháng 6 kế hoạch nào nhiều việc hơn, của phường hay của thảo cầm viên", {WARD, GARDEN},
                     id="whose"),
        pytest.param("trường nghề với Cầu Ngói bên nào nhiều việc hạn tháng 6 hơn", {WARD, SCHOOL},
                     id="a place joined to another office is no place of that one"),
        pytest.param("kế hoạch chăm sóc thú với kế hoạch tuyển sinh bên nào tổng kết trước", {GARDEN, SCHOOL},
                     id="titles"),
    ],
)  # fmt: skip
def test_plans_are_called_in_a_row(known: Snapshot, text: str, plans: set[str]) -> None:
    scope = understand(text, Reading(lookup(known), TODAY), plans=range(3)).scope
    assert (scope.named, scope.several, scope.missing) == (True, True, None)
    assert {known.plans[at].stem for at in scope.plans} == plans


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("sửa thảo cầm viên và phường ai lo", id="a topic goes on before it"),
        pytest.param("thảo cầm viên trồng mấy cây", id="alone"),
        pytest.param("phường Cầu Ngói thảo cầm viên", id="nothing joins them"),
        pytest.param("tổ sửa chữa với phường ai nhiều việc hơn", id="a unit beside an office"),
    ],
)
def test_what_stands_in_no_row_names_no_second_plan(known: Snapshot, text: str) -> None:
    assert not understand(text, Reading(lookup(known), TODAY), plans=range(3)).scope.several


@pytest.mark.parametrize(
    ("turns", "counts"),
    [
        pytest.param(("phường với thảo cầm viên, tháng 6 bên nào nhiều việc đến hạn hơn",), (1, 3), id="more"),
        pytest.param(("phường với thảo cầm viên bên nào nhiều việc hạn tháng 6 hơn",), (1, 3), id="due between"),
        pytest.param(("phường với thảo cầm viên, mỗi bên mấy việc hạn tháng 6",), (1, 3), id="each"),
        pytest.param(("trường với thảo cầm viên bên nào ít việc hạn tháng 6 hơn",), (2, 3), id="fewer"),
        pytest.param(("tháng 6 phường có mấy việc đến hạn", "so với bên trường thì bên nào nhiều việc hơn"), (1, 2),
                     id="beside the plan talked of"),
        pytest.param(("tháng 6 phường có mấy việc", "còn bên trường", "bên nào nhiều hơn"), (1, 2), id="the last two"),
    ],
)  # fmt: skip
def test_plans_that_are_named_are_the_sides(known: Snapshot, turns: tuple[str, ...], counts: tuple[int, ...]) -> None:
    head = [line_text(line) for line in ask(known, *turns).head]
    assert sorted(int(said.rsplit(": ", 1)[1].split()[0]) for said in head[1:]) == sorted(counts)


def test_of_several_the_one_with_the_most_is_told(known: Snapshot) -> None:
    head = ask(known, "phường, thảo cầm viên với trường, nơi nào nhiều việc đến hạn trong tháng 6 nhất").head
    said = line_text(head[0])
    assert "của Ban Quản lý Thảo cầm viên Rạch Gầm" in said
    assert said.endswith(" nhiều nhiệm vụ nhất: 3.")


@pytest.mark.parametrize(
    "text",
    [
        "tổng kết năm: giữa phường, thảo cầm viên và trường, nơi nào hạn muộn nhất",
        "Tổng kết cuối năm: giữa phường, thảo cầm viên và trường, nơi nào được hạn muộn nhất?",
        "tổng kết năm của cả ba nơi thì nơi nào hạn muộn nhất",
        "phường, thảo cầm viên với trường, tổng kết nơi nào trễ nhất",
    ],
)
def test_one_matter_of_each_is_told_by_its_day(known: Snapshot, text: str) -> None:
    head = line_text(ask(known, text).head[0])
    assert head.startswith("UBND phường Cầu Ngói năm 2027 sớm nhất (05/12/2027), ")
    assert "20/12/2027" in head


def test_who_of_units_has_the_most_is_still_asked_of_units(known: Snapshot) -> None:
    head = ask(known, "trong kế hoạch của phường và thảo cầm viên, đơn vị nào chủ trì nhiều việc nhất").head
    assert line_text(head[0]).startswith("Tổ Sửa chữa (")
