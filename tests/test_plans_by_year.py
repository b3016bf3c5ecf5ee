"""Plans that are called by their year and their office, two in one breath, or another than the one talked of."""

from datetime import date

import pytest
from asking import ask
from builders import a_loaded_plan, a_task

from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.model import Heading, Target
from knowledge.questions.lookup import lookup
from knowledge.questions.question import understand
from knowledge.questions.reading import Reading
from knowledge.reply import line_text, plain


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    offices = (
        ("thuy-san", "Sở Thủy sản tỉnh Cà Mau", "Cà Mau", (2026,), "76%"),
        ("tinh", "UBND tỉnh Cà Mau", "Cà Mau", (2027,), "88%"),
        ("bac-lieu", "Sở Thủy sản tỉnh Bạc Liêu", "Bạc Liêu", (2025, 2026, 2027), "91%"),
    )
    return make_snapshot(
        [
            a_loaded_plan(
                [a_task(stt=str(at), task="Thả cá giống", lead=("Sở Thủy sản",), coordinate=("Báo Đất Mũi",))],
                stem=stem,
                heading=Heading(number=f"{at}/KH", issuer=issuer, place=place, title="Kế hoạch Nuôi tôm", years=years),
                targets=(Target(f"Tỷ lệ ao nuôi đạt chuẩn {share}", (share,)),),
            )
            for at, (stem, issuer, place, years, share) in enumerate(offices, 1)
        ]
    )


@pytest.mark.parametrize(
    ("text", "plans"),
    [
        pytest.param("cả bản 2026 của Sở Thủy sản lẫn bản 2027 của tỉnh có việc gì", (0, 1), id="the year first"),
        pytest.param("kế hoạch của sở thủy sản năm 2026 và kế hoạch của tỉnh năm 2027", (0, 1), id="the year last"),
        pytest.param("ke hoach 2026 cua so thuy san voi kh 2027 cua tinh", (0, 1), id="no accents"),
        pytest.param(
            "ao nuôi đạt chuẩn của Sở Thủy sản năm 2026 so với của tỉnh năm 2027", (0, 1), id="no paper, but compared"
        ),
        pytest.param(
            "kế hoạch của Sở Thủy sản Cà Mau 2026 và của tỉnh Cà Mau 2027 giao ai", (0, 1), id="with its place"
        ),
        pytest.param("ao đạt chuẩn của Sở Thủy sản (2026) và của tỉnh (2027) bao nhiêu", (0, 1), id="in brackets"),
        pytest.param("Cà Mau, Sở Thủy sản hai sáu bao nhiêu, tỉnh hai bảy bao nhiêu", (0, 1), id="two figures, said"),
        pytest.param("ao đạt chuẩn: tỉnh 27 bao nhiêu, sở thủy sản 26 bao nhiêu", (1, 0), id="two figures, written"),
        pytest.param(
            "ao nuôi: một bên là Sở Thủy sản Cà Mau năm 2026, một bên là tỉnh năm 2027", (0, 1), id="one by one"
        ),
        pytest.param(
            "Sở Thủy sản Bạc Liêu mình 2025-2027 đặt mấy phần trăm, tỉnh 2027 đặt mấy phần trăm",
            (2, 1),
            id="a stretch of years",
        ),
        pytest.param(
            "nơi nhận của kế hoạch Sở Thủy sản 2026 gồm đâu, bên tỉnh 2027 gửi những đâu",
            (0, 1),
            id="each asked for itself",
        ),
        pytest.param(
            "Sở Thủy sản 26 việc gì làm trước, tỉnh 27 việc gì làm trước", (0, 1), id="two figures, what is asked"
        ),
        pytest.param("ao nuôi trong kế hoạch số 1/KH và trong kế hoạch tỉnh 2027", (0, 1), id="one by its number"),
    ],
)
def test_two_plans_are_named_by_year_and_office(snapshot: Snapshot, text: str, plans: tuple[int, ...]) -> None:
    query = understand(text, Reading(lookup(snapshot), date(2027, 3, 1)), plans=(0, 1, 2))
    assert (query.scope.plans, query.scope.absent, query.period) == (plans, (), None)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("bản 2026 của Sở Thủy sản có việc gì", id="one alone"),
        pytest.param("tập huấn 2026 của Sở Thủy sản và hội thi 2027 của tỉnh ai lo", id="no paper"),
        pytest.param("Sở Thủy sản 2027 làm gì, tỉnh 2027 làm gì", id="a unit in the plan of the same year"),
        pytest.param("Sở Thủy sản có 26 người, tỉnh có 27 người", id="how many"),
        pytest.param("Sở Thủy sản 26 việc còn tỉnh 27 việc đúng không", id="how many, right behind it"),
        pytest.param("Sở Thủy sản 26 người, tỉnh 27 người phải không", id="people"),
        pytest.param("ao nuôi sở thủy sản 26%, tỉnh 27%", id="shares"),
    ],
)
def test_one_alone_names_no_plan_of_its_year_so(snapshot: Snapshot, text: str) -> None:
    query = understand(text, Reading(lookup(snapshot), date(2027, 3, 1)), plans=(0, 1, 2))
    assert query.scope.plans != (0, 1)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Sở Thủy sản năm 2027 trong kế hoạch tỉnh Cà Mau 2027 làm gì", id="in the plan"),
        pytest.param("theo kế hoạch tỉnh Cà Mau 2027 Sở Thủy sản 2027 làm gì", id="by the plan"),
        pytest.param("kế hoạch tỉnh Cà Mau 2027: Sở Thủy sản 2027 có mấy việc", id="behind a sign"),
        pytest.param("kế hoạch tỉnh Cà Mau 2027 giao cho Sở Thủy sản năm 2027 việc gì", id="given to it"),
    ],
)
def test_an_office_in_a_plan_is_its_unit_though_the_year_is_said_again(snapshot: Snapshot, text: str) -> None:
    query = understand(text, Reading(lookup(snapshot), date(2027, 3, 1)), plans=(0, 1, 2))
    assert query.scope.plans == (1,)
    assert [unit.printed for unit in query.units] == [{"Sở Thủy sản"}]


@pytest.mark.parametrize("between", ["với", "so với"])
def test_the_rows_of_two_plans_are_compared(snapshot: Snapshot, between: str) -> None:
    said = ask(snapshot, f"so sánh số việc của Sở Thủy sản Cà Mau 2026 {between} Sở Thủy sản Bạc Liêu 2027")
    assert line_text(said.head[0]).startswith("Hai bên có số nhiệm vụ bằng nhau")


@pytest.mark.parametrize(
    "turn",
    [
        pytest.param("à không tôi hỏi của sở thủy sản năm 2026 cơ", id="put right"),
        pytest.param("còn sở thủy sản 2026 thì sao", id="going on"),
    ],
)
def test_a_unit_of_the_plan_talked_of_is_an_office_in_another_year(snapshot: Snapshot, turn: str) -> None:
    said = ask(snapshot, "tỉnh Cà Mau năm 2027 tỷ lệ ao nuôi đạt chuẩn bao nhiêu", turn)
    assert "76%" in plain(said)
    assert "91%" not in plain(said)


def test_in_its_own_year_it_stays_a_unit_of_that_plan(snapshot: Snapshot) -> None:
    said = ask(snapshot, "tỉnh Cà Mau năm 2027 tỷ lệ ao nuôi đạt chuẩn bao nhiêu", "sở thủy sản 2027 làm việc gì")
    assert {citation.stem for citation in said.cited} == {"tinh"}


def test_the_order_of_what_is_said_is_that_of_the_answer(snapshot: Snapshot) -> None:
    said = ask(snapshot, "tỷ lệ ao nuôi đạt chuẩn: tỉnh năm 2027 bao nhiêu, Sở Thủy sản năm 2026 bao nhiêu")
    assert [citation.stem for citation in said.cited] == ["tinh", "thuy-san"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "ao nuôi đạt chuẩn trong kế hoạch số 2/KH và trong kế hoạch Sở Thủy sản 2026", id="the number first"
        ),
        pytest.param(
            "tỷ lệ ao nuôi đạt chuẩn: kế hoạch 2026 của Sở Thủy sản với kế hoạch 2/KH mỗi bản mấy phần trăm",
            id="the number last",
        ),
    ],
)
def test_the_year_of_one_rules_out_none_of_the_others(snapshot: Snapshot, text: str) -> None:
    said = ask(snapshot, text)
    assert ("76%" in plain(said), "88%" in plain(said), said.abstained) == (True, True, False)


def test_which_plan_sets_the_higher_figure_is_asked_of_figures(snapshot: Snapshot) -> None:
    said = ask(snapshot, "ao nuôi đạt chuẩn thì Sở Thủy sản năm 2026 đặt với tỉnh năm 2027 đặt bên nào cao hơn")
    assert line_text(said.head[0]).startswith("UBND tỉnh Cà Mau năm 2027 cao hơn: 88% so với 76%")


def test_a_target_up_to_a_year_without_accents_names_nobody_who_speaks(snapshot: Snapshot) -> None:
    said = ask(
        snapshot, "ty le ao nuoi dat chuan so thuy san bac lieu toi 2027 voi so thuy san ca mau 2026 moi ben bao nhieu"
    )
    assert line_text(said.head[0]).startswith("Sở Thủy sản tỉnh Bạc Liêu")
