"""What a document has of a few words, read from the numbers of the index."""

import pytest
from builders import a_deadline, a_loaded_plan, a_task

from knowledge.search.index import Index, Part

TASK = a_task(
    task="Số hóa hồ sơ bệnh án",
    objective="Giảm thời gian chờ",
    result="Kho hồ sơ",
    section=("I. Khám chữa bệnh",),
    lead=("Phòng Kế hoạch",),
    coordinate=(),
    deadline=a_deadline(text="Quý III"),
)


@pytest.fixture(scope="module")
def index() -> Index:
    return Index.build([a_loaded_plan([TASK])])


def test_words_are_brought_back_with_and_without_accents_by_where_they_stand(index: Index) -> None:
    (hit,) = index.search("hồ sơ", parts=[Part.TASK])
    (seen,) = index.glimpse([hit], ["ho", "so", "kho", "kham"])
    text, outcome, whole = seen.parts

    assert {"hồ", "ho", "so", "sơ", "ho so"} <= text
    assert "kho" not in text
    assert "kho ho" in outcome
    assert "khám" not in outcome
    assert "kham" in whole


def test_words_that_are_not_asked_for_are_left_out(index: Index) -> None:
    (hit,) = index.search("hồ sơ", parts=[Part.TASK])

    assert index.glimpse([hit], ["benh"])[0].parts[0] == {"bệnh", "benh"}


def test_words_with_one_or_two_between_them_are_nearly_neighbours(index: Index) -> None:
    (hit,) = index.search("hồ sơ", parts=[Part.TASK])
    (seen,) = index.glimpse([hit], ["hoa", "so", "benh"])

    assert {"hoa~so", "so benh"} <= seen.parts[0]
    assert "hoa benh" not in seen.parts[0]


def test_the_beginning_of_the_text_is_known(index: Index) -> None:
    (hit,) = index.search("hồ sơ", parts=[Part.TASK])

    assert index.glimpse([hit], ["benh"])[0].opening[:3] == ("so", "hoa", "ho")
