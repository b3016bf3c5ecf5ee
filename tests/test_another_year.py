"""A year that a turn goes on with: of the office that was talked of, and of the list that was shown."""

from datetime import date

import pytest
from asking import ask, numbers, stts
from builders import a_deadline, a_loaded_plan, a_task

from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.model import Heading
from knowledge.reply import plain


def three_plans() -> Snapshot:
    """The plan of one office for a year, that of another one for five years, and two more of one year."""
    made = {
        "dyke": ("Sở Thủy lợi tỉnh Hà Vân", "Hà Vân", (2027,)),
        "long": ("Sở Thủy lợi tỉnh Gò Me", "Gò Me", tuple(range(2025, 2030))),
        "school": ("Sở Giáo dục tỉnh Bản Mo", "Bản Mo", (2026,)),
        "road": ("Sở Giao thông tỉnh Gò Me", "Gò Me", (2026,)),
    }
    return make_snapshot(
        [
            a_loaded_plan(
                [
                    a_task(task="Nạo vét kênh chính", lead=(f"Phòng {stem}", "Sở Nội vụ")),
                    a_task(task="Trồng tre", stt="2"),
                ],
                stem=stem,
                source=f"{stem}.txt",
                heading=Heading(issuer=issuer, place=place, years=years, title="Kế hoạch"),
            )
            for stem, (issuer, place, years) in made.items()
        ]
    )


@pytest.mark.parametrize("said", ["việc trồng tre của Sở Giáo dục ai làm", "trồng tre của Sở Giáo dục ai làm"])
def test_a_word_that_plans_print_without_accents_is_no_other_with_some(said: str) -> None:
    assert stts(ask(three_plans(), said)) == ["2"]  # no "trễ"


@pytest.mark.parametrize(
    "said", ["còn năm 2029?", "năm 2025 thì sao", "thế năm 2026", "rồi cái của năm 2029 thì tháng mấy"]
)
def test_a_year_that_the_office_talked_of_has_no_plan_for_is_of_no_other_office(said: str) -> None:
    assert ask(three_plans(), "Sở Thủy lợi Hà Vân nạo vét kênh chính khi nào xong", said).abstained


def test_the_year_with_its_office_is_that_of_its_plan_and_no_unit_of_before() -> None:
    said = ask(three_plans(), "Sở Nội vụ năm 2027 làm gì", "của Sở Giáo dục năm 2026 thì sao")
    assert {c.stem for c in said.cited} == {"school"}
    assert len(said.cited) == 2


@pytest.fixture(scope="module")
def of_last_year() -> Snapshot:
    heading = Heading(issuer="Trường THCS Bản Mo", place="Bản Mo", title="Kế hoạch Dạy học năm 2026", years=(2026,))
    rows = [
        a_task(stt="1", task="Hội thi khoa học", lead=("Tổ Toán",), coordinate=(),
               deadline=a_deadline(date(2026, 2, 1), text="Ngày 01/02/2026")),
        a_task(stt="2", task="Mua sách", lead=("Tổ Văn phòng",), coordinate=("Tổ Toán",),
               deadline=a_deadline(date(2026, 9, 30), text="Tháng 9/2026")),
        a_task(stt="3", task="Dự giờ", lead=("Tổ Toán",), coordinate=(),
               deadline=a_deadline(date(2026, 11, 30), text="Tháng 11/2026")),
        a_task(stt="4", task="Sửa mái", lead=("Tổ Bảo vệ",), coordinate=(),
               deadline=a_deadline(date(2026, 2, 20), text="Ngày 20/02/2026")),
    ]  # fmt: skip
    return make_snapshot([a_loaded_plan(rows, stem="truong", source="truong.txt", heading=heading)])


@pytest.mark.parametrize(
    ("said", "rows"),
    [
        pytest.param("trong đó cái nào hạn quý 1", "1", id="inside the list"),
        pytest.param("có việc nào hạn quý 1 không", "1", id="whether any is"),
        pytest.param("co viec nao han quy 1 k", "1", id="without accents"),
        pytest.param("quý 4 có gì không", "3", id="the time first"),
        pytest.param("mấy việc hạn quý IV?", "3", id="counted"),
        pytest.param("quý 4 thì sao", "3", id="beside its own"),
        pytest.param("trong đo cái nào hạn quý 4", "3", id="another accent in what points"),
        pytest.param("thế quý 2", "", id="none"),
    ],
)
def test_a_time_of_the_list_of_a_unit_is_in_the_year_of_its_rows(of_last_year: Snapshot, said: str, rows: str) -> None:
    answer = ask(of_last_year, "Tổ Toán chủ trì những việc gì", said)
    assert numbers(answer) == rows
    assert "2026" in plain(answer)


@pytest.mark.parametrize(
    "said",
    ["nhầm, năm 2025 cơ", "ý em là năm 2025", "à nhầm năm, năm 2025 cơ", "a nham, nam 2025 co", "quý 1 năm 2025?"],
)
def test_a_year_that_is_said_behind_a_list_is_that_year(of_last_year: Snapshot, said: str) -> None:
    answer = ask(of_last_year, "Tổ Toán quý 1 có việc gì", said)
    assert (answer.abstained, stts(answer)) == (True, [])
    assert "năm 2025" in plain(answer)


@pytest.fixture(scope="module")
def of_this_year() -> Snapshot:
    due = a_deadline(date(2027, 4, 20), text="Ngày 20/4/2027")
    rows = [
        a_task(stt="1", task="Hội thi khoa học", lead=("Tổ Toán",), coordinate=(), deadline=due),
        a_task(stt="2", task="Mua sách", lead=("Tổ Văn phòng",), coordinate=(), deadline=due),
    ]
    return make_snapshot([a_loaded_plan(rows)])


def test_a_time_said_first_with_the_rows_asks_for_a_list_of_its_own(of_this_year: Snapshot) -> None:
    assert stts(ask(of_this_year, "Tổ Toán chủ trì những việc gì", "tháng 4 có việc gì")) == ["1", "2"]
    assert stts(ask(of_this_year, "Tổ Toán chủ trì những việc gì", "tháng 4 thì có gì")) == ["1"]
