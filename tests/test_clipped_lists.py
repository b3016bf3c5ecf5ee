"""Lists as people clip them, and words around them that are no topic: every row that is asked for, and no other one."""

from datetime import date

import pytest
from asking import ask, stts
from builders import a_deadline, a_loaded_plan, a_task

from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.model import Heading
from knowledge.reply import plain


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    rows = [
        a_task(task="Tuần tra ban đêm khu công nghiệp", stt="1", lead=("Công an phường",), coordinate=("Ban Dân vận",),
               deadline=a_deadline(date(2027, 4, 20))),
        a_task(task="Cấp lại biển số nhà", stt="2", lead=("Phòng Kinh tế - Hạ tầng",), coordinate=("Công an phường",),
               deadline=a_deadline(date(2027, 8, 10))),
        a_task(task="Kẻ lại vạch sơn bãi xe", stt="3", lead=("Phòng Kinh tế - Hạ tầng",), coordinate=(),
               deadline=a_deadline(date(2027, 9, 30))),
        a_task(task="Kiểm kê quỹ đất công", stt="4", lead=("Ban Dân vận",), coordinate=(),
               deadline=a_deadline(date(2026, 12, 20))),
    ]  # fmt: skip
    heading = Heading(issuer="UBND phường An Bình", place="An Bình", years=(2027,), title="Kế hoạch Đô thị năm 2027")
    return make_snapshot([a_loaded_plan(rows, heading=heading)])


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param("Quý III: việc đến hạn.", ["2", "3"], id="a quarter and its rows"),
        pytest.param("quý 3 có việc tới hạn nào", ["2", "3"], id="the interrogative last"),
        pytest.param("tháng 8, 9 có những hạn nào", ["2", "3"], id="dates for rows"),
        pytest.param("cuối hè (tháng 8, 9) phường phải xong những gì", ["2", "3"], id="months in a bracket"),
        pytest.param("những mục nào ghi hạn trước khi bước sang năm 2027", ["4"], id="before a year"),
        pytest.param("Hạn quý III gồm những gì", ["2", "3"], id="what a quarter holds"),
        pytest.param("Phường An Bình quý III: danh mục.", ["2", "3"], id="a list by its name"),
        pytest.param("hồi quý III Phòng Kinh tế - Hạ tầng phải nộp các thứ chi", ["2", "3"], id="what is handed in"),
        pytest.param("t8 nay phường có vc nào tới hạn k", ["2"], id="a month of this year, shortened"),
        pytest.param("phường có việc nào quá hạn chưa", ["4"], id="which are late by now"),
        pytest.param("quý 3 phường có những hạn nào, kể cả báo cáo gửi Ban Dân vận", ["2", "3"],
                     id="dates, with what is added"),
        pytest.param("Phòng Kinh tế - Hạ tầng bị giao gì", ["2", "3"], id="given, as a burden"),
        pytest.param("Phòng Kinh tế - Hạ tầng được phân công gì", ["2", "3"], id="given"),
        pytest.param("kế hoạch giao những gì cho Phòng Kinh tế - Hạ tầng", ["2", "3"], id="what a plan gives"),
        pytest.param("Phòng Kinh tế - Hạ tầng bị cắt cử làm gì", ["2", "3"], id="told off"),
        pytest.param("quý 3 phường phải dứt điểm những cái gì", ["2", "3"], id="a turn of two words"),
        pytest.param("quý 3 phường còn cái nào chốt hạn", ["2", "3"], id="another word for due"),
        pytest.param("những việc nào của phường quý 3 phải dứt điểm", ["2", "3"], id="a turn that ends the text"),
        pytest.param("việc nào Phòng Kinh tế - Hạ tầng phường An Bình không chủ trì", ["1", "4"],
                     id="what a unit does not do, the plan named"),
        pytest.param("Công an phường ôm mấy món hổng biết", ["1"], id="a negation that is talk"),
        pytest.param("quý II Công an phường có việc nào, đơn vị nào phối hợp", ["1"], id="others beside rows"),
        pytest.param("tháng tám dương lịch phường có những hạn nào", ["2"], id="the calendar named"),
        pytest.param("Việc có hạn trong quý III, liệt kê cho đủ giùm nha", ["2", "3"], id="an order at the end"),
        pytest.param("Công an phường: việc chủ trì.", ["1"], id="a unit, a role and a noun"),
        pytest.param("Công an phường được phân công những món gì", ["1"], id="another noun for rows"),
        pytest.param("Công an phường ôm mấy món", ["1"], id="a verb for the chair"),
        pytest.param("các việc Công an phường chỉ đứng vai phụ", ["2"], id="the smaller part"),
        pytest.param("danh sách đầy đủ nhiệm vụ Phòng Kinh tế - Hạ tầng phụ trách", ["2", "3"],
                     id="rows by their noun"),
        pytest.param("phong kinh te ha tang dung chinh bnhieu viec", ["2", "3"], id="how many, shortened"),
        pytest.param("trg quý 3 có việc nào đến hạn", ["2", "3"], id="in, shortened"),
        pytest.param("thang 8 co may viec toi han la viec nao", ["2"], id="rows behind their count"),
        pytest.param("qúy 3 có gì đến hạn", ["2", "3"], id="the tone in the wrong place"),
        pytest.param("Phòng Kinh tế - Hạ tầng có đúng 2 đầu việc chủ trì không", ["2", "3"],
                     id="a count to be confirmed"),
        pytest.param("Phòng Kinh tế - Hạ tầng chỉ chủ trì đúng 2 việc thôi phải không", ["2", "3"],
                     id="no more than a count"),
        pytest.param("quý 3 có việc nào đến hạn, đề nghị thống kê", ["2", "3"], id="a request behind the deadline"),
        pytest.param("quy 3 co viec nao den han, de nghi tong hop", ["2", "3"], id="the same without accents"),
        pytest.param("Phòng Kinh tế - Hạ tầng chủ trì tới 5 việc lận hả", ["2", "3"],
                     id="a count that is wrong"),
        pytest.param("Chị đang viết phần việc của Phòng Kinh tế - Hạ tầng để trình lãnh đạo, em gom đủ các đầu việc "
                     "phòng này chịu trách nhiệm chính giúp chị.", ["2", "3"], id="an order by an unknown verb"),
        pytest.param("Phòng Kinh tế - Hạ tầng em mới ghi được 1 hoạt động chủ trì, có sót không, tổng là mấy?",
                     ["2", "3"], id="a count told beside its question"),
        pytest.param("Kính gửi quý phường, tôi làm ở Phòng Kinh tế - Hạ tầng sắp chuyển đi nơi khác nên muốn biết "
                     "phòng tôi chủ trì những việc nào. Xin chân thành cảm ơn.", ["2", "3"], id="thanks at the end"),
    ],
)  # fmt: skip
def test_a_clipped_list_is_complete_and_has_nothing_else(snapshot: Snapshot, text: str, rows: list[str]) -> None:
    said = ask(snapshot, text)
    assert stts(said) == rows
    assert not said.tentative
    assert not said.abstained


def test_a_count_that_is_wrong_is_said_to_be(snapshot: Snapshot) -> None:
    assert plain(ask(snapshot, "Phòng Kinh tế - Hạ tầng chủ trì tới 5 việc lận hả")).startswith(
        "Không đúng. Có 2 nhiệm vụ"
    )
