"""Plans that a question names in more than one clause are asked about together; a plan that is only told of is not."""

from datetime import date

import pytest
from asking import ask, stts
from builders import a_loaded_plan, a_task

from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.model import Heading
from knowledge.questions.lookup import lookup
from knowledge.questions.question import understand
from knowledge.questions.reading import Reading

OFFICES = (
    ("thuy-san", "Sở Thủy sản tỉnh Cà Mau", "Cà Mau", (2026,)),
    ("tinh", "UBND tỉnh Cà Mau", "Cà Mau", (2027,)),
)


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    return make_snapshot(
        [
            a_loaded_plan(
                [
                    a_task(stt="1", task="Tập huấn nuôi tôm sinh thái", lead=(f"Phòng Giống {at}",)),
                    a_task(stt="2", task="Thả cá giống xuống sông", lead=("Chi cục Thủy sản",)),
                ],
                stem=stem,
                heading=Heading(number=f"{at}/KH", issuer=issuer, place=place, title="Kế hoạch Nuôi tôm", years=years),
            )
            for at, (stem, issuer, place, years) in enumerate(OFFICES, 1)
        ]
    )


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Dạ em so hai lớp tập huấn nuôi tôm sinh thái: một cái trong kế hoạch 2026 của Sở Thủy sản Cà Mau, một cái "
            "trong kế hoạch 2027 của tỉnh Cà Mau. Ai đứng ra mở mỗi lớp hả chị?", id="one by one"),
        pytest.param(
            "so giùm chú việc tập huấn nuôi tôm sinh thái, Sở Thủy sản Cà Mau mình năm 2026 giao ai, tỉnh Cà Mau năm "
            "2027 giao ai", id="each asked for itself"),
    ],
)  # fmt: skip
def test_plans_of_several_clauses_are_one_question(snapshot: Snapshot, text: str) -> None:
    said = ask(snapshot, text)
    assert stts(said) == ["1", "1"]
    assert [citation.stem for citation in said.cited] == ["thuy-san", "tinh"]


@pytest.mark.parametrize(
    ("text", "matter"),
    [
        pytest.param(
            "em đối chiếu hai bản: bản 2026 của Sở Thủy sản và bản 2/KH, tập huấn nuôi tôm sinh thái mỗi bản giao ai",
            ["tập", "huấn", "nuôi", "tôm", "sinh", "thái"], id="the matter where it is asked"),
        pytest.param(
            "giúp em so vụ thả cá giống: một bên là Sở Thủy sản Cà Mau năm 2026, một bên là tỉnh Cà Mau năm 2027",
            ["thả", "cá", "giống"], id="the matter in front"),
    ],
)  # fmt: skip
def test_the_matter_stays_and_the_talk_around_the_plans_goes(snapshot: Snapshot, text: str, matter: list[str]) -> None:
    query = understand(text, Reading(lookup(snapshot), date(2027, 3, 1)), plans=(0, 1))
    assert query.scope.plans == (0, 1)
    assert set(matter) <= set(query.topic)
    assert not {"đối", "chiếu"} & set(query.topic)


def test_the_plan_of_whoever_asks_is_no_part_of_the_question(snapshot: Snapshot) -> None:
    text = (
        "Tôi công tác ở Sở Thủy sản Cà Mau 2026, đang soạn báo cáo gửi lãnh đạo, cho tôi hỏi kế hoạch tỉnh Cà Mau năm "
        "2027 giao ai chủ trì tập huấn nuôi tôm"
    )
    query = understand(text, Reading(lookup(snapshot), date(2027, 3, 1)), plans=(0, 1))
    assert query.scope.plans == (1,)
