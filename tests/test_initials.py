"""Which words some letters may be the initials of."""

import pytest
from builders import a_loaded_plan, a_task

from knowledge.search.index import Index


@pytest.fixture(scope="module")
def index() -> Index:
    return Index.build([a_loaded_plan([a_task(task="Thi nâng ngạch chuyên viên chính, hạng của vụ chính sách")])])


@pytest.mark.parametrize(
    ("letters", "phrases"),
    [
        pytest.param("CVC", ("chuyên viên chính",), id="a phrase of usual words, and no chance neighbours"),
        pytest.param("cvc", ("chuyên viên chính",), id="however it is typed"),
        pytest.param("CV", (), id="two letters fit too much"),
        pytest.param("XYZ", (), id="nothing"),
    ],
)
def test_letters_stand_for_a_phrase_that_holds_together(index: Index, letters: str, phrases: tuple[str, ...]) -> None:
    assert index.spelled_by(letters) == phrases
