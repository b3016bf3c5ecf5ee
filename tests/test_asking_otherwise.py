"""What has to hold however a question is put: all that is said is carried out, courtesies change nothing."""

from datetime import date
from functools import cache
from itertools import product

import pytest
from builders import a_deadline, a_loaded_plan, a_task

from knowledge.answers.answer import Answer, Context, answer
from knowledge.language.text import folded
from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.reply import line_text

CONTEXT = Context(today=date(2027, 3, 1))
VP, VT, TT = "Văn phòng Sở", "Phòng Vận tải", "Thanh tra Sở"


@cache
def snapshot() -> Snapshot:
    """Rows with every pair of units, dates in every quarter, some of them over, some without a product."""
    rows = [
        a_task(
            task=f"Rà soát nội dung số {number}",
            stt=str(number),
            lead=(lead,),
            coordinate=(coordinate,) if coordinate != lead else (),
            result="Báo cáo" if number % 3 else None,
            deadline=a_deadline(date(2027, month, 15)),
        )
        for number, (lead, coordinate, month) in enumerate(product((VP, VT, TT), (VP, VT, TT), (2, 5, 8, 11)), 1)
    ]
    return make_snapshot([a_loaded_plan(rows)])


def ask(text: str) -> Answer:
    return answer(text, snapshot(), context=CONTEXT)[0]


def cited(text: str) -> set[str]:
    return {citation.ref for citation in ask(text).cited}


WHO = [("", ""), (f"do {VP} chủ trì", f"{VP} chủ trì"), (f"do {VT} phối hợp", f"{VT} phối hợp")]
WHEN = [("", ""), ("quý 2", "quý II/2027"), ("quý 1 và quý 3", "quý I/2027 và trong quý III/2027"),
        ("trước tháng 6", "trước tháng 6/2027")]  # fmt: skip
STATE = [("", ""), ("quá hạn", "đã quá hạn"), ("chưa xong", "chưa hoàn thành")]
OUT = [("", ""), (f"trừ {TT}", f"không do {TT}"), ("chưa ghi sản phẩm", "chưa ghi sản phẩm")]
EVERY = [parts for parts in product(STATE, WHO, WHEN, OUT) if sum(bool(said) for said, _ in parts) > 1]
TEXTS = [" ".join(["những việc", *(said for said, _ in parts if said)]) for parts in EVERY]


@pytest.mark.parametrize("start", ["những việc", "có bao nhiêu việc"])
def test_the_first_line_says_every_constraint_that_was_named(start: str) -> None:
    silent = []
    for parts in EVERY:
        text = " ".join([start, *(said for said, _ in parts if said)])
        head = line_text(ask(text).head[0])
        silent += [(text, wanted, head) for _, wanted in parts if wanted not in head]
    assert silent == []


def test_two_times_are_the_rows_of_either() -> None:
    first, third = cited("những việc đến hạn quý 1"), cited("những việc đến hạn quý 3")
    assert first
    assert third - first
    assert cited("những việc đến hạn quý 1 và quý 3") == first | third


def test_what_is_left_out_of_the_rows_overdue_leaves_rows_overdue() -> None:
    late, conversation = answer("việc nào quá hạn?", snapshot(), context=CONTEXT)
    said, _ = answer(f"trừ {TT} ra", snapshot(), conversation=conversation, context=CONTEXT)
    left = {citation.ref for citation in said.cited}
    assert left
    assert left < {citation.ref for citation in late.cited}


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        pytest.param(f"{VP} chủ trì việc gì", f"{VP} không chủ trì việc gì", id="a role"),
        pytest.param(f"việc nào của {VP}", f"việc nào không phải của {VP}", id="a unit"),
        pytest.param(f"việc nào do {VT} phối hợp", f"việc nào không do {VT} phối hợp", id="coordinates"),
        pytest.param("việc nào có sản phẩm", "việc nào không có sản phẩm", id="a cell"),
        pytest.param("việc nào đến hạn quý 2", "việc nào không đến hạn quý 2", id="a time"),
    ],
)
def test_a_question_with_khong_is_not_answered_by_the_set_without_it(text: str, negated: str) -> None:
    assert cited(text) != cited(negated)


@pytest.mark.parametrize(
    "courtesy",
    [
        "Dạ em chào anh chị ạ, cho em hỏi {}",
        "Đồng chí vui lòng cho biết {}",
        "Đồng chí làm ơn cho biết giúp {}",
        "Sáng nay họp giao ban có nhắc mà em quên mất, nhờ bạn tra giùm: {}",
        "{} vậy ạ",
        "{} nhé, cảm ơn em nhiều lắm, chiều anh còn phải nộp lên trên",
        "xin hỏi, {} nhé",
    ],
)
def test_a_courtesy_changes_no_list(courtesy: str) -> None:
    assert [text for text in TEXTS[::5] if cited(courtesy.format(text)) != cited(text)] == []


def test_a_list_is_the_same_without_accents() -> None:
    assert [text for text in TEXTS if cited(folded(text)) != cited(text)] == []
