"""The statement with a figure that a question means."""

import pytest
from builders import a_loaded_plan, a_task

from knowledge.answers.evidence import topic_of
from knowledge.library.snapshot import make_snapshot
from knowledge.model import Passage, Target, Task
from knowledge.questions.lookup import lookup
from knowledge.questions.statements import Statement, at_level, best_statement, figure_at, figures

ROW = a_task(
    task="Xử lý phản ánh về bến xe",
    objective="Tối thiểu 95% phản ánh được xử lý đúng hạn; tỷ lệ hài lòng của hành khách đạt 88%",
)


def best(topic: str, item: Task | Target | Passage) -> Statement | None:
    known = lookup(make_snapshot([a_loaded_plan([ROW, a_task()])]))
    return best_statement(topic_of(topic.split(), known), item, known.weight)


def test_a_cell_is_cut_into_its_statements() -> None:
    assert list(figures(ROW)) == [
        "Tối thiểu 95% phản ánh được xử lý đúng hạn",
        "tỷ lệ hài lòng của hành khách đạt 88%",
    ]


def test_of_several_statements_the_one_about_the_topic_is_meant() -> None:
    hits = [best(topic, ROW) for topic in ("hài lòng hành khách", "phản ánh xử lý đúng hạn")]

    assert [hit.text if hit else None for hit in hits] == [
        "tỷ lệ hài lòng của hành khách đạt 88%",
        "Tối thiểu 95% phản ánh được xử lý đúng hạn",
    ]


def test_a_statement_that_says_nothing_else_fits_better() -> None:
    short = best("hài lòng hành khách", Target("Tỷ lệ hài lòng của hành khách đạt 90%"))
    long = best("hài lòng hành khách", Target("Tỷ lệ hành khách hài lòng về xử lý phản ánh đạt 90%"))

    assert short is not None
    assert long is not None
    assert short.fit > long.fit


def test_words_without_a_figure_are_no_statement() -> None:
    assert best("hài lòng", Passage("Nâng cao sự hài lòng của hành khách")) is None


def test_a_clause_that_begins_with_its_figure_goes_on_from_the_one_before() -> None:
    target = Target("Hồ sơ nộp qua mạng đạt 60% tại cấp sở; 20% tại cấp xã; ban hành quy chế; 9 phòng đạt 100%")

    assert list(figures(target)) == ["Hồ sơ nộp qua mạng đạt 60% tại cấp sở; 20% tại cấp xã", "9 phòng đạt 100%"]


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        pytest.param("Đạt 60% tại cấp sở, 40% tại cấp huyện và 20% tại cấp xã", "20% tại cấp xã", id="last"),
        pytest.param("60% phiếu tại cấp xã; 40% tại cấp huyện", "60% phiếu tại cấp xã", id="first"),
        pytest.param("60% phiếu tại cấp sở, cấp xã và 40% tại cấp huyện", None, id="a figure of two levels"),
        pytest.param("60% phiếu tại cấp xã", None, id="only one figure"),
    ],
)
def test_the_clause_of_the_level_that_is_asked_for_is_found(text: str, clause: str | None) -> None:
    assert figure_at(("cấp", "xã"), text) == clause


@pytest.mark.parametrize(
    ("other", "topic"),
    [
        pytest.param(("cấp", "xã"), ("phiếu", "cấp", "xã", "đúng", "hạn"), id="another level"),
        pytest.param(("biên", "lai"), None, id="another thing"),
        pytest.param(("biên", "lai", "cấp", "xã"), None, id="another thing at another level"),
    ],
)
def test_a_turn_that_only_names_a_level_keeps_the_subject(
    other: tuple[str, ...], topic: tuple[str, ...] | None
) -> None:
    assert at_level(("phiếu", "cấp", "sở", "đúng", "hạn"), other) == topic


def test_another_figure_of_its_passage_says_nothing_of_a_statement() -> None:
    first = "Tối thiểu 91% đơn thư được trả lời trong tuần"
    both = best("đơn thư ngư dân", Passage(f"{first}; tỷ lệ ngư dân ra khơi có áo phao đạt 78%."))
    alone = best("đơn thư ngư dân", Target(first, ("91%",)))
    assert both
    assert alone
    assert (both.text, both.coverage) == (alone.text, alone.coverage)
