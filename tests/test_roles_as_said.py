"""The roles of units as people say and mistype them, and courtesies that only look like one."""

from functools import cache

import pytest
from asking import ask, numbers
from builders import a_loaded_plan, a_task

from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.questions.lookup import lookup
from knowledge.questions.role_slips import with_roles_mended
from knowledge.questions.utterance import read

ROWS = (
    ("1", "Nạo vét mương nội đồng", ("UBND cấp xã",), ("Sở Tài chính", "Phòng Tài chính - Kế toán")),
    ("2", "Lắp cống hộp", ("Sở Tài chính",), ("UBND cấp huyện",)),
    ("3", "Kiểm kê trạm bơm", ("Phòng Tài chính - Kế toán",), ("UBND cấp huyện", "Sở Tài chính")),
    ("4", "Đắp bờ bao", ("UBND cấp huyện",), ("Sở Tài chính",)),
)


@cache
def snapshot() -> Snapshot:
    rows = [a_task(stt=stt, task=task, lead=lead, coordinate=helps) for stt, task, lead, helps in ROWS]
    return make_snapshot([a_loaded_plan(rows)])


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        # through a slip
        pytest.param("Sở Tài chính chủ trị việc gì", "2", id="another tone"),
        pytest.param("Sở Tài chính chú trì việc gì", "2", id="of the first word"),
        pytest.param("Sở Tài chính chủ chì việc gì", "2", id="as it sounds in the north"),
        pytest.param("Sở Tài chính pối hợp việc gì", "134", id="a letter left out"),
        pytest.param("so tai chinh phoi hpo viec gi", "134", id="letters swapped, without accents"),
        pytest.param("Sở Tài chính phối họp mấy việc", "134", id="a word of its own"),
        pytest.param("Phòng Tài chính Kê toán chủ trì việc gì", "3", id="a slip in a long name"),
        # who asks to be helped says no role
        pytest.param("coi giúp những việc nào Sở Tài chính chủ trì", "2", id="behind a verb"),
        pytest.param("kiếm giúp mấy việc Sở Tài chính chủ trì", "2", id="whichever"),
        pytest.param("xem giup nhung viec nao so tai chinh chu tri", "2", id="behind a verb, without accents"),
        pytest.param("gom giúp những nhiệm vụ nào của Phòng Tài chính - Kế toán", "13", id="in whatever role"),
        pytest.param("lam o Sở Nội vụ, coi giúp những việc nào Sở Tài chính chủ trì", "2", id="a unit before a sign"),
        pytest.param("Sở Tài chính giúp những việc nào", "134", id="a unit that helps"),
        pytest.param("Sở Tài chính phải giúp những việc gì", "134", id="and has to"),
        # each has the role that stands by it
        pytest.param("việc nào cấp huyện chủ trì mà Sở Tài chính phối hợp", "4", id="a level in the chair"),
        pytest.param("Sở Tài chính chủ trì mà cấp huyện phối hợp những việc nào", "2", id="a level that helps"),
        pytest.param("viec nao cap xa chu tri ma so tai chinh phoi hop", "1", id="each its own, without accents"),
        pytest.param("việc nào ghi rõ tên Sở Tài chính ở cột phối hợp", "134", id="in a column"),
        pytest.param("dòng nào ghi cấp huyện chủ trì", "4", id="a level that is written"),
        pytest.param("cấp huyện bị ghi tên đứng chủ trì mấy việc", "4", id="a level that is written down in a role"),
        pytest.param("cap huyen duoc ghi la ben chu tri may viec", "4", id="as a side, without accents"),
        pytest.param("cấp huyện có tên ở cột phối hợp mấy việc", "23", id="in a column by its name"),
        pytest.param("ủy ban xã chủ trì việc gì", "1", id="a committee called short"),
    ],
)
def test_a_role_is_read_as_it_is_said(text: str, rows: str) -> None:
    assert numbers(ask(snapshot(), text)) == rows


def test_other_words_are_no_slip_of_a_role() -> None:
    said = read("chủ tịch chú ý hội họp", lambda _: True, lambda _: True)
    assert with_roles_mended(said, lookup(snapshot())) is said


def test_a_level_that_is_asked_about_has_no_role_of_its_own() -> None:
    said = ask(snapshot(), "trạm bơm của sở tài chính dưới huyện đó, trên tỉnh ai coi sóc")
    assert said.intent == "lead"


@pytest.mark.parametrize(
    ("turns", "rows"),
    [
        (("việc UBND cấp huyện chủ trì mà cột phối hợp có Sở Tài chính",), "4"),
        (("việc Phòng Tài chính - Kế toán chủ trì mà ở cột phối hợp có ghi cả Sở Tài chính",), "3"),
        (("việc nào UBND cấp huyện chủ trì mà Sở Tài chính cũng phải xúm vô làm",), "4"),
        (("viec nao so tai chinh chu tri ma ubnd cap huyen cung phai lam",), "2"),
        (("Sở Tài chính không chủ trì mà chỉ đứng tên phối hợp ở những nhiệm vụ nào",), "134"),
        (("việc nào ghi tên Sở Tài chính ở cột cùng thực hiện",), "134"),
        (("Sở Tài chính làm chính việc gì", "còn cùng thực hiện?"), "134"),
        (("Sở Tài chính làm chính việc gì", "thế cùng làm thì sao"), "134"),
        (("Sở Tài chính làm đầu mối việc gì", "việc nào ghi tên Sở Tài chính ở cột phối hợp"), "134"),
        (("việc nào cột phối hợp có UBND cấp huyện hoặc Phòng Tài chính - Kế toán",), "123"),
        # neighbours
        (("việc Sở Tài chính không chủ trì mà UBND cấp huyện chủ trì",), "4"),
        (("Sở Tài chính cùng thực hiện việc gì",), "1234"),  # no role of its own
        (("Sở Tài chính đứng tên những việc nào",), "2"),
        (("việc UBND cấp huyện chủ trì", "việc nào Sở Tài chính phối hợp"), "134"),
    ],
    ids=lambda said: said[-1] if isinstance(said, tuple) else said,
)
def test_a_role_is_that_of_the_column_or_of_what_is_asked_beside(turns: tuple[str, ...], rows: str) -> None:
    assert numbers(ask(snapshot(), *turns)) == rows
