"""No document, however strange, ends in anything but a plan or a refusal in plain words."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.document import Cell, Cover, Document, Paragraph, Row, Table
from knowledge.errors import RefusedError
from knowledge.plan.understanding import understand
from knowledge.readers.text import read_text
from knowledge.units.cells import split_units

WORDS = """
|TT|STT|Nhiệm vụ|Mục tiêu|Chủ trì|Phối hợp|Thời gian|Kết quả|I|II.|1|1.1|2|a)|-|nt|Rà soát văn bản|và triển khai
|Văn phòng; các phòng|Sở Nội vụ, Tài chính,|Quý I/2027|(1)|(2)|Phụ lục|KẾ HOẠCH|Nơi nhận:|Cải cách thể chế|x|2027|☃
"""
SAID = st.sampled_from([word.strip("\n") for word in WORDS.split("|")] + ["- Một\n- Hai", "\n"])
CELLS = st.builds(Cell, text=SAID, cover=st.sampled_from(list(Cover)), bold=st.booleans())


@st.composite
def tables(draw: st.DrawFn) -> Table:
    width = draw(st.integers(1, 7))
    rows = draw(st.lists(st.lists(CELLS, min_size=width, max_size=width), min_size=1, max_size=9))
    return Table(tuple(Row(tuple(cells)) for cells in rows), continues=draw(st.booleans()))


BLOCKS = st.one_of(tables(), st.builds(Paragraph, text=SAID.filter(lambda t: bool(t.strip())), gap=st.integers(0, 2)))


@settings(max_examples=150, deadline=None)
@given(st.lists(BLOCKS, max_size=6), st.booleans())
def test_any_document_is_understood_or_refused(blocks: list[Table | Paragraph], wrapped: bool) -> None:
    document = Document("a.docx", tuple(blocks), wrapped=wrapped)
    try:
        plan = understand(document)
    except RefusedError as refusal:
        assert "a.docx" in str(refusal)  # noqa: PT017 - either end is right
    else:
        assert plan.source == "a.docx"


@settings(max_examples=100, deadline=None)
@given(st.lists(SAID, max_size=40))
def test_any_lines_of_text_are_understood_or_refused(lines: list[str]) -> None:
    try:
        plan = understand(read_text("\n".join(lines), "a.txt"))
    except RefusedError as refusal:
        assert "a.txt" in str(refusal)  # noqa: PT017 - either end is right
    else:
        assert plan.source == "a.txt"


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(["- Chủ trì: Sở Y tế - Ông " + "N" * 200 + " thực hiện", "- Thời hạn: 30/6/2027"], id="a person"),
        pytest.param(["Trên đây là kế hoạch.", "Giám đốc", "N" * 200 + "1"], id="a signature"),
    ],
)
def test_a_line_of_capitals_without_an_end_is_read_at_once(lines: list[str]) -> None:
    plan = understand(read_text("\n".join(["KẾ HOẠCH", "Công tác năm 2027", "1. Mua máy", *lines]), "a.txt"))

    assert plan.heading.title == "Kế hoạch Công tác năm 2027"


@settings(deadline=None)
@given(st.text(max_size=80), st.lists(st.text(max_size=30), max_size=4))
def test_any_cell_is_taken_apart(cell: str, known: list[str]) -> None:
    assert all(unit.strip() for unit in split_units(cell, known))
