"""Accents put back on words that were typed without."""

import pytest
from builders import a_loaded_plan, a_task

from knowledge.language.text import canonical, folded
from knowledge.search.accents import Accents
from knowledge.search.index import Index

ROWS = (
    "Giám sát tuân thủ vệ sinh tay tại các khoa lâm sàng",
    "Bảo dưỡng máy đóng mở cửa van cống lấy nước",
    "Lắp camera và cảm biến đo mực nước tự động",
    "Số hóa hồ sơ đảng viên",
)


@pytest.fixture(scope="module")
def accents() -> Accents:
    return Accents(Index.build([a_loaded_plan([a_task(task=task) for task in ROWS])]).corpus)


@pytest.mark.parametrize(
    "meant",
    [
        pytest.param("bảo dưỡng cửa van", id="words that stand together in a plan"),
        pytest.param("cảm biến đo mực nước", id="of several forms the one beside its neighbours"),
        pytest.param("số hóa hồ sơ", id="the sound that has most forms"),
        pytest.param("thủ tục hành chính", id="words of the tables that no plan here has"),
    ],
)
def test_words_typed_without_accents_get_those_of_their_neighbours(accents: Accents, meant: str) -> None:
    assert " ".join(accents.restored(folded(meant).split())) == canonical(meant)


def test_words_with_accents_codes_and_words_that_nobody_knows_stay(accents: Accents) -> None:
    assert accents.restored(("bao", "xyzzy", "107/2021", "máy")) == (*accents.restored(("bao",)), "xyzzy", "107/2021",
                                                                     "máy")  # fmt: skip
    assert accents.restored(()) == ()


def test_of_forms_that_are_as_probable_the_same_is_taken_whatever_plan_came_first() -> None:
    rows = [a_task(task="Xây xuyệng"), a_task(task="Xây xuyểng")]
    either = [Accents(Index.build([a_loaded_plan(one)]).corpus) for one in (rows, rows[::-1])]
    assert len({known.restored(("xuyeng",)) for known in either}) == 1
