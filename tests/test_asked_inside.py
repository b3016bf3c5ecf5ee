"""A "không" that closes a question inside a text asks what there is, and makes no row one without a unit or a cell."""

from datetime import date

import pytest
from asking import ask, stts
from builders import a_deadline, a_loaded_plan, a_task

from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.model import Heading
from knowledge.questions.asked_inside import without_asking_inside


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    rows = [
        a_task(task="Quét vôi nhà lồng chợ", stt="1", lead=("Tổ Chợ",), coordinate=("Đội Trật tự",),
               deadline=a_deadline(date(2027, 4, 20))),
        a_task(task="Kẻ lại lối đi cho người khuyết tật", stt="2", lead=("Đội Trật tự",), coordinate=(),
               deadline=a_deadline(date(2027, 5, 10))),
        a_task(task="Thay cân đối chứng", stt="3", lead=(), lead_raw="", coordinate=("Tổ Chợ",),
               deadline=a_deadline(date(2027, 2, 1))),
    ]  # fmt: skip
    heading = Heading(issuer="UBND phường An Bình", place="An Bình", years=(2027,), title="Kế hoạch Chợ năm 2027")
    return make_snapshot([a_loaded_plan(rows, heading=heading)])


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param("Tổ Chợ có đứng chủ trì việc nào không, nêu ra giùm", ["1"], id="an order behind it"),
        pytest.param("Tổ Chợ có chủ trì việc nào hông vậy, kể tên cho em với", ["1"], id="as it is said in the south"),
        pytest.param("to cho co chu tri viec nao khong ke ra giup", ["1"], id="without a comma"),
        pytest.param("Tổ Chợ có chủ trì việc nào không, nêu sản phẩm", ["1"], id="a field behind it"),
        pytest.param("to cho co chu tri viec nao khong, neu san pham", ["1"], id="a field, without accents"),
        pytest.param("Đội Trật tự có phối hợp việc nào không, kể tên ra", ["1"], id="the other role"),
        pytest.param("có việc nào đến hạn tháng 5 không, đơn vị nào chủ trì", ["2"], id="a second question"),
        pytest.param("việc trễ hạn: danh mục", ["3"], id="a list by its name"),
        pytest.param("có cái nào trễ hạn chưa, nêu tên giùm", ["3"], id="how rows stand"),
    ],
)  # fmt: skip
def test_a_question_closed_inside_a_text_asks_what_there_is(snapshot: Snapshot, text: str, rows: list[str]) -> None:
    said = ask(snapshot, text)
    assert stts(said) == rows
    assert not said.abstained


@pytest.mark.parametrize(
    "text",
    [
        "có việc nào không ghi đơn vị chủ trì",
        "việc nào không nêu sản phẩm",
        "Tổ Chợ không chủ trì việc nào, đúng không, ai làm",
        "Thay cân có phải Tổ Chợ làm không, kể ra",
        "Tổ Chợ có chủ trì việc nào không",
        "việc nào ngoài Tổ Chợ, không kể việc tháng 4",
        "có việc nào Tổ Chợ chủ trì mà Đội Trật tự thì không, ai làm",
        "Tổ Chợ chủ trì việc gì, không kể việc chưa xong",
        "Tổ Chợ chủ trì việc gì, liệt kê việc quá hạn",
    ],
)
def test_a_negation_stays(text: str) -> None:
    assert without_asking_inside(text) == text


def test_a_row_without_a_chair_is_still_found(snapshot: Snapshot) -> None:
    assert stts(ask(snapshot, "có việc nào không ghi đơn vị chủ trì không, nêu ra giùm")) == ["3"]


def test_what_is_added_behind_it_stays(snapshot: Snapshot) -> None:
    assert stts(ask(snapshot, "Tổ Chợ có việc gì không, kể luôn cả việc phối hợp")) == ["1", "3"]
