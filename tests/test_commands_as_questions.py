"""A command is a short way to write a question: the same unit, the same rows, the same words."""

from dataclasses import replace

import numpy as np
import pytest
from builders import a_loaded_plan, a_task
from generated import TODAY
from worlds import YEAR, cited, command, items, several_offices, viec

from knowledge.answers.answer import Context, answer
from knowledge.answers.unit_rows import parts
from knowledge.library.snapshot import make_snapshot
from knowledge.model import TaskKind
from knowledge.questions.constraints import Kind as Words
from knowledge.questions.query import Intent
from knowledge.reply import line_text
from scheduler.command_rows import selection
from scheduler.items import Kind
from scheduler.overview import (
    coming_due,
    everything,
    leading_chats,
    of_chat,
    of_unit,
)


@pytest.mark.parametrize("said", ["Văn phòng Sở", "van phong", "bộ phận một cửa"])
def test_a_question_and_a_command_name_the_same_rows_of_a_unit_and_tell_those_given_to_several(said: str) -> None:
    inputs = several_offices()
    context = Context(today=TODAY, customs=inputs.directory.customs)
    found, _ = answer(f"{said} chủ trì những nhiệm vụ nào?", make_snapshot(tuple(inputs.plans)), context=context)
    listed = viec(inputs, said)
    own = [row.tracked.ref for row in of_unit(inputs, said, TODAY) if not row.shared]
    assert cited(found) == set(own)
    assert line_text(found.head[0]) == line_text(listed.head[0]) == "Có 3 nhiệm vụ Văn phòng chủ trì:"
    beside = "Chưa kể 1 nhiệm vụ giao chung cho nhiều đơn vị"
    assert line_text(found.head[1]) == f"{beside} (Các phòng chuyên môn)."
    assert line_text(listed.head[1]) == f"{beside}."
    assert cited(listed) == {row.tracked.ref for row in of_unit(inputs, said, TODAY)}


def test_duties_of_running_text_are_beside_the_rows_of_tables_in_a_command_and_in_a_question() -> None:
    inputs = several_offices()
    [ours, theirs] = inputs.plans
    prose = a_task(task="Báo cáo hằng tuần", stt="", lead=("Văn phòng Sở",), kind=TaskKind.PROSE)
    plans = (a_loaded_plan([*ours.plan.tasks, prose], stem="ours"), theirs)
    inputs = replace(inputs, plans=plans)
    context = Context(today=TODAY, customs=inputs.directory.customs)
    found, _ = answer("Văn phòng Sở chủ trì những nhiệm vụ nào?", make_snapshot(plans), context=context)
    listed = viec(inputs, "văn phòng sở")
    assert line_text(found.head[0]) == line_text(listed.head[0]) == "Có 3 nhiệm vụ Văn phòng chủ trì:"
    assert line_text(found.head[1]) == "Thêm 1 nhiệm vụ nêu trong phần lời văn, ở cuối danh sách."
    assert line_text(listed.head[1]).endswith("và 1 nhiệm vụ nêu trong phần lời văn.")
    assert all("Báo cáo hằng tuần" in line_text(said.entries[-1].lines[0]) for said in (found, listed))
    assert [line_text(line) for line in found.entries[-1].heading] == ["Nêu trong phần lời văn"]


def test_a_row_given_to_a_unit_and_to_several_at_once_is_its_own() -> None:
    own, shared = np.array([1, 2], np.int32), np.array([2, 3], np.int32)
    found = parts(own, np.array([1, 2, 4], np.int32), shared, np.array([2, 3, 5], np.int32))
    assert (found.own.tolist(), found.shared.tolist(), found.prose.tolist()) == ([1, 2], [3], [4, 5])


def test_an_argument_is_read_by_the_words_of_questions_and_what_is_left_is_named() -> None:
    inputs = several_offices()
    argument, said = command(inputs, "van phong quý 2 chưa xong trừ tháng 4 hoa phượng", Intent.TASKS)
    assert [unit.called for unit in argument.units] == ["Văn phòng"]
    assert argument.query.period
    assert argument.query.period.label == "quý II/2027"
    assert [(c.kind, c.include) for c in argument.query.where] == [(Words.DUE, False), (Words.STATE, True)]
    assert argument.left == "hoa phượng"
    assert "Chưa hiểu “hoa phượng”" in " ".join(map(line_text, said.head))


@pytest.mark.parametrize(
    ("text", "question"),
    [
        pytest.param("văn phòng sở quý 2", "văn phòng sở chủ trì việc gì quý 2", id="a unit and a quarter"),
        pytest.param("văn phòng sở quý 1 và quý 3", "văn phòng sở chủ trì việc gì quý 1 và quý 3", id="two quarters"),
        pytest.param("quá hạn văn phòng sở", "những việc quá hạn do văn phòng sở chủ trì", id="overdue"),
        pytest.param("văn phòng sở chưa xong", "văn phòng sở chủ trì những việc nào chưa xong", id="not done"),
        pytest.param("văn phòng sở phối hợp", "văn phòng sở phối hợp việc nào", id="the other role"),
    ],
)
def test_a_command_is_a_short_way_to_write_a_question(text: str, question: str) -> None:
    inputs = several_offices()
    context = Context(today=TODAY, customs=inputs.directory.customs)
    said, _ = answer(question, make_snapshot(tuple(inputs.plans)), context=context)
    argument, listed = command(inputs, text, Intent.TASKS)
    own = selection(inputs, argument, TODAY).own
    assert cited(said) == {row.tracked.ref for row in own}
    assert line_text(said.head[0]).rstrip(":.") == line_text(listed.head[0]).rstrip(":.")
    assert not argument.left


@pytest.mark.parametrize(
    ("said", "chat", "own", "shared"),
    [
        pytest.param("Văn phòng Sở", -1, {"1", "2", "4"}, {"3"}, id="as it is linked"),
        pytest.param("van phong", -1, {"1", "2", "4"}, {"3"}, id="short and without accents"),
        pytest.param("bộ phận một cửa", -1, {"1", "2", "4"}, {"3"}, id="by another name"),
        pytest.param("phòng tổ chức", -2, {"2"}, {"3"}, id="a room"),
    ],
)
def test_a_unit_has_the_same_rows_whoever_asks_and_however_it_is_called(
    said: str, chat: int, own: set[str], shared: set[str]
) -> None:
    inputs = several_offices()
    rows = of_unit(inputs, said, TODAY)
    assert {row.tracked.task.stt for row in rows if not row.shared} == own
    assert {row.tracked.task.stt for row in rows if row.shared} == shared
    assert {row.tracked.stem for row in rows} == {"ours"}
    assert of_chat(inputs, chat, TODAY) == rows
    assert {row.tracked.ref for row in coming_due(inputs, YEAR, TODAY, said)} == {row.tracked.ref for row in rows}
    reached = {
        row.tracked.ref for row in everything(inputs, TODAY) if chat in leading_chats(inputs.directory, row.tracked)
    }
    assert reached == {row.tracked.ref for row in rows}
    reminded = {i.key.ref for i in items(inputs, "2027-06-30 08:00") if i.chat.id == chat and i.kind is Kind.UPCOMING}
    assert reminded == reached
