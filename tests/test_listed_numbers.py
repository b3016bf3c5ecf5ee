"""Numbers of one unit of time with commas between them: further ones, or the count of what stands behind."""

import pytest

from knowledge.questions.listed_numbers import with_listed_numbers


@pytest.mark.parametrize(
    ("text", "read"),
    [
        pytest.param("tháng 7, 8, 9 có gì", "tháng 7 và 8 và 9 có gì", id="months"),
        pytest.param("(Tháng 10,11)", "(Tháng 10 và 11)", id="two months in a bracket"),
        pytest.param("quý I, II phải xong gì", "quý I và II phải xong gì", id="quarters in Roman figures"),
        pytest.param("qúy 1, 2", "qúy 1 và 2", id="a slip"),
        pytest.param("thang 4, 5 va 6", "thang 4 và 5 va 6", id="without accents"),
        pytest.param("ngày 5, 10 tháng 6", "ngày 5 và 10 tháng 6", id="days"),
        pytest.param("tháng 4, 5, 6 việc nào xong", "tháng 4 và 5 và 6 việc nào xong", id="three before a noun"),
    ],
)
def test_commas_between_times_are_an_and(text: str, read: str) -> None:
    assert with_listed_numbers(text) == read


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("trong tháng 4, 5 việc nào gấp nhất", id="it counts the rows"),
        pytest.param("tháng 9, 3 phòng nào làm", id="falling"),
        pytest.param("hạn tháng 4, 15/6 nộp", id="a day"),
        pytest.param("mục 4, 5 ai làm", id="no time"),
        pytest.param("quý II, Iso nào", id="a word that begins so"),
    ],
)
def test_other_numbers_behind_a_comma_stay_apart(text: str) -> None:
    assert with_listed_numbers(text) == text
