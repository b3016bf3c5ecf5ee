"""Where a question is parted, and what its parts do."""

import pytest

from knowledge.questions.parts_said import (
    asks,
    is_of_time,
    only_compares,
    places_of_parts,
    says_how_many,
)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        pytest.param("A với B thì bên nào trước?", ["A", "B", "bên nào trước"], id="joined"),
        pytest.param("a voi b, cai nao truoc", ["a", "b", "cai nao truoc"], id="no accents"),
        pytest.param("A, đơn vị nào làm", ["A", "đơn vị nào làm"], id="a noun of two words"),
        pytest.param("A xong ngày nào", ["A xong ngày nào"], id="a time is asked of what stands before"),
        pytest.param("A còn mấy %, B còn C", ["A còn mấy %", "B", "C"], id="left of it, or and"),
        pytest.param("có việc làm sau 6 tháng", ["có việc làm sau 6 tháng"], id="work behind which a time stands"),
        pytest.param("nên dồn cho A hay cho B", ["nên dồn", "cho A", "cho B"], id="talk ahead of what leads to both"),
        pytest.param("cho A hay B", ["cho A", "B"], id="what leads to one"),
        pytest.param("cải cách A B C mấy ngày", ["cải cách A B C mấy ngày"], id="half of a word"),
        pytest.param("có hai đợt một đợt A một đợt B", ["có hai đợt", "A", "B"], id="one by one"),
        pytest.param("có một đợt A, mỗi tháng một lần", ["có một đợt A", "mỗi tháng một lần"], id="one of each"),
        pytest.param("Thực thi đề án, con tàu", ["Thực thi đề án", "con tàu"], id="accents that join nothing"),
    ],
)
def test_a_text_is_parted_where_it_is_joined(text: str, parts: list[str]) -> None:
    assert [text[start:end].strip() for start, end in places_of_parts(text)] == parts


@pytest.mark.parametrize(
    ("rule", "yes", "no"),
    [
        pytest.param(only_compares, "cái nào hạn sớm hơn?", "hỗ trợ giống cây trồng", id="only compares"),
        pytest.param(only_compares, "hơn mấy người", "hơn hẳn mọi năm", id="by how much"),
        pytest.param(says_how_many, "so giúp hai cuộc diễn tập", "họp tháng 2 của đội", id="says how many"),
        pytest.param(says_how_many, "hai hội thi", "hài lòng của dân", id="content, that is no two"),
        pytest.param(asks, "ai sơn phao", "sơn phao", id="asks"),
        pytest.param(asks, "kho lạnh đạt mấy %", "dạy mấy đứa bơi", id="asks for a figure"),
    ],
)  # fmt: skip
def test_a_part_is_told_by_what_it_does(rule: object, yes: str, no: str) -> None:
    assert callable(rule)
    assert rule(yes)
    assert not rule(no)


@pytest.mark.parametrize(
    ("text", "timed"),
    [
        pytest.param("lớp tiếng Hàn nhiều hơn lớp bơi mấy người", False, id="a tongue"),
        pytest.param("lop tieng han dai hon lop boi", False, id="a tongue, no accents"),
        pytest.param("cái nào hạn sát hơn", True, id="a deadline"),
        pytest.param("cai nao han dai hon", True, id="a deadline, no accents"),
    ],
)
def test_a_deadline_is_compared_by_its_degree(text: str, timed: bool) -> None:
    assert is_of_time(text) is timed
