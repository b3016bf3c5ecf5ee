"""Answers as pages: within Telegram's limits, whole, and nothing lost."""

from dataclasses import replace

import pytest
from builders import a_task
from hypothesis import given
from hypothesis import strategies as st
from telegram_markup import parsed

from handlers.render import LIMIT, escape, sheets, units, unmarked
from knowledge.reply import Answer, Citation, Emphasis, Entry, Span

SPANS = st.builds(Span, st.text(max_size=60), st.sampled_from(Emphasis))
LINES = st.lists(SPANS, max_size=3).map(tuple)
LONG = st.builds(
    lambda word, times: ((Span(word * times),),),
    st.sampled_from(["nhiệm vụ ", "😀", "a<b&c ", "x"]),
    st.integers(1, 3000),
)
BLOCKS = st.one_of(st.lists(LINES, max_size=4).map(tuple), LONG)


def entry(lines: tuple[tuple[Span, ...], ...], ref: str = "aaaaaaaaaa") -> Entry:
    return Entry(lines, Citation(ref, "ke-hoach", a_task()))


ANSWERS = st.builds(
    lambda head, rows, foot: Answer(
        "unit_tasks", head, tuple(entry(row, f"row{i:07}") for i, row in enumerate(rows)), foot
    ),
    BLOCKS,
    st.lists(BLOCKS, max_size=12),
    BLOCKS,
)


def letters(text: str) -> str:
    """What must not be lost: everything but white space and control characters."""
    return "".join(c for c in text if not c.isspace() and c.isprintable())


def said(answer: Answer) -> str:
    blocks = (answer.head, *(entry.lines for entry in answer.entries), answer.foot)
    return "".join(span.text for block in blocks for line in block for span in line)


@given(ANSWERS)
def test_every_page_parses_and_is_within_the_limit_in_utf_16(answer: Answer) -> None:
    for sheet in sheets(answer):
        words = parsed(sheet.html)
        assert len(words.strip()) >= 1
        assert len(words.encode("utf-16-le")) // 2 <= LIMIT


@given(ANSWERS)
def test_no_word_is_lost_by_paging(answer: Answer) -> None:
    shown = "".join(letters(parsed(sheet.html)) for sheet in sheets(answer))
    rest = iter(shown)
    assert all(letter in rest for letter in letters(said(answer)))


@given(ANSWERS)
def test_every_row_can_be_opened_from_a_page_on_which_it_stands(answer: Answer) -> None:
    opened = {ref for sheet in sheets(answer) for _, ref in sheet.refs}
    visible = {
        e.citation.ref
        for e in answer.entries
        if e.citation and (len(answer.entries) > 1 or letters("".join(s.text for line in e.lines for s in line)))
    }
    assert opened >= visible


@given(st.text())
def test_an_escaped_value_reads_as_it_was(text: str) -> None:
    assert letters(parsed(escape(text))) == letters(text)
    assert unmarked(escape(text)) == parsed(escape(text))


def test_the_length_is_counted_in_utf_16_units() -> None:
    assert units("ệ😀") == 3


def test_a_short_answer_is_one_page_with_its_row_unnumbered() -> None:
    answer = Answer("lead", ((Span("Văn phòng Sở", Emphasis.BOLD), Span(" chủ trì.")),), (entry(((Span("Số hóa"),),)),))
    [sheet] = sheets(answer)
    assert sheet.html == "<b>Văn phòng Sở</b> chủ trì.\n\nSố hóa"
    assert sheet.refs == ((1, "aaaaaaaaaa"),)


def test_a_long_list_is_numbered_through_and_says_which_page_it_is() -> None:
    rows = tuple(entry(((Span(f"việc {i}"),),), f"row{i:07}") for i in range(1, 11))
    first, second = sheets(Answer("unit_tasks", ((Span("10 việc:"),),), rows))
    assert first.html.startswith("10 việc:\n\n<b>1. </b>việc 1\n\n<b>2. </b>việc 2")
    assert first.html.endswith("<i>Trang 1/2</i>")
    assert second.html == "<b>9. </b>việc 9\n\n<b>10. </b>việc 10\n\n<i>Trang 2/2</i>"
    assert second.refs == ((9, "row0000009"), (10, "row0000010"))


@pytest.mark.parametrize("length", [3000, 3890])
def test_a_row_that_fits_a_page_is_never_cut(length: int) -> None:
    rows = tuple(entry(((Span("a" * length),),)) for _ in range(3))
    assert ["a" * length in sheet.html for sheet in sheets(Answer("unit_tasks", (), rows))] == [True] * 3


def test_an_empty_answer_is_still_a_message() -> None:
    assert [sheet.html for sheet in sheets(Answer("none", ()))] == ["…"]


def test_a_heading_stands_above_its_rows_and_takes_no_number() -> None:
    heading = ((Span("I. Dữ liệu số"),),)
    rows = (replace(entry(((Span("việc một"),),)), heading=heading), entry(((Span("việc hai"),),)))
    [sheet] = sheets(Answer("unit_tasks", (), rows))
    assert sheet.html == "I. Dữ liệu số\n<b>1. </b>việc một\n\n<b>2. </b>việc hai"


def test_rows_keep_their_heading_over_the_turn_of_a_page() -> None:
    heading = ((Span("I. Dữ liệu số"),),)
    rows = [entry(((Span(f"việc {i}"),),), f"row{i:07}") for i in range(1, 11)]
    rows[0] = replace(rows[0], heading=heading)
    _, second = sheets(Answer("unit_tasks", (), tuple(rows)))
    assert second.html.startswith("I. Dữ liệu số\n\n<b>9. </b>việc 9")
