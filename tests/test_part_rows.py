"""Rows of several plans that a question names beside each other: each part is of the plan that it names."""

from datetime import date

import pytest
from asking import ask, stts
from builders import a_deadline, a_loaded_plan, a_task

from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.model import Heading
from knowledge.reply import line_text


@pytest.fixture(scope="module")
def wards() -> Snapshot:
    """Two offices with rows of their own, of which one has the same matter."""
    rows = [
        [a_task(stt="1", task="Trồng cây ven sông", lead=("Tổ Cây xanh",), coordinate=(), result="900 cây",
                deadline=a_deadline(date(2027, 5, 31))),
         a_task(stt="2", task="Họp mặt cựu giáo chức", lead=("Văn phòng",), coordinate=(),
                deadline=a_deadline(date(2027, 11, 10)))],
        [a_task(stt="3", task="Trồng cây quanh sân bóng", lead=("Đội Bảo dưỡng",), coordinate=(), result="250 cây",
                deadline=a_deadline(date(2027, 8, 31))),
         a_task(stt="4", task="Sơn vạch sân vận động", lead=("Tổ Sơn",), coordinate=(),
                deadline=a_deadline(date(2027, 4, 15)))],
    ]  # fmt: skip
    names = (("UBND phường Gò Sỏi", "phuong"), ("UBND xã Đồi Lau", "xa"))
    return make_snapshot(
        [
            a_loaded_plan(own, stem=stem, heading=Heading(number=f"{at}/KH", issuer=name, title="Kế hoạch năm 2027",
                                                          years=(2027,)))
            for at, (own, (name, stem)) in enumerate(zip(rows, names, strict=True))
        ]
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "rows", "head"),
    [
        pytest.param("trồng cây bên phường Gò Sỏi với trồng cây bên xã Đồi Lau, bên nào trồng nhiều hơn",
                     ["1", "3"], "“Trồng cây ven sông” nhiều hơn", id="one matter, each of its plan"),
        pytest.param("họp mặt cựu giáo chức của phường Gò Sỏi vs sơn vạch sân vận động ở xã Đồi Lau ai lo",
                     ["2", "4"], "Chủ trì khác nhau", id="nothing but the plans compares"),
        pytest.param("họp mặt cựu giáo chức với sơn vạch sân vận động ở xã Đồi Lau, cái nào trước",
                     ["2", "4"], "“Sơn vạch sân vận động” đến hạn trước", id="one names its plan"),
        pytest.param("trồng cây của hai nơi, nơi nào muộn nhất", ["1", "3"],
                     "UBND phường Gò Sỏi năm 2027 đến hạn trước, sớm hơn 92 ngày", id="of all offices"),
    ],
)  # fmt: skip
def test_each_part_is_of_the_plan_that_it_names(wards: Snapshot, text: str, rows: list[str], head: str) -> None:
    said = ask(wards, text)
    assert (stts(said), said.tentative) == (rows, False)
    assert line_text(said.head[0]).startswith(head)


@pytest.fixture(scope="module")
def years() -> Snapshot:
    """One office with a plan of each year, which has a matter in both and another one in this year's alone."""
    each = {
        2026: [a_task(stt="1", task="Tập huấn chữa cháy", lead=("Đội A",), deadline=a_deadline(date(2026, 6, 30)))],
        2027: [a_task(stt="2", task="Tập huấn chữa cháy", lead=("Đội B",), deadline=a_deadline(date(2027, 6, 30))),
               a_task(stt="3", task="Ban hành chỉ thị về an toàn lò hơi", lead=("Đội B",),
                      deadline=a_deadline(date(2027, 3, 31)))],
    }  # fmt: skip
    return make_snapshot(
        [
            a_loaded_plan(rows, stem=f"y{year}", heading=Heading(number=f"{year - 2020}/KH", issuer="Nhà máy Gò Sỏi",
                                                                 title=f"Kế hoạch năm {year}", years=(year,)))
            for year, rows in each.items()
        ]
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param("chỉ thị về an toàn lò hơi với tập huấn chữa cháy, cái nào trước", ["3", "2"], id="first"),
        pytest.param("tập huấn chữa cháy và ban hành chỉ thị an toàn lò hơi, ai chủ trì từng việc", ["2", "3"],
                     id="each is asked"),
    ],
)  # fmt: skip
def test_a_matter_of_every_year_is_that_of_the_plan_of_the_other_one(
    years: Snapshot, text: str, rows: list[str]
) -> None:
    assert stts(ask(years, text)) == rows


def test_a_plan_that_opens_the_question_is_that_of_every_part(wards: Snapshot) -> None:
    said = ask(wards, "xã Đồi Lau: sơn vạch sân vận động với họp mặt cựu giáo chức, cái nào trước")
    assert "2" not in stts(said)
