"""The statement with a figure that a question means."""

from builders import a_loaded_plan, a_task

from knowledge.evidence import topic_of
from knowledge.guide import guide
from knowledge.model import Passage, Target, Task
from knowledge.snapshot import make_snapshot
from knowledge.statements import Statement, best_statement, figures

ROW = a_task(
    task="Xử lý phản ánh về bến xe",
    objective="Tối thiểu 95% phản ánh được xử lý đúng hạn; tỷ lệ hài lòng của hành khách đạt 88%",
)


def best(topic: str, item: Task | Target | Passage) -> Statement | None:
    known = guide(make_snapshot([a_loaded_plan([ROW, a_task()])]))
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
