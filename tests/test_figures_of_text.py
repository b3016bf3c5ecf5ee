"""Figures that the running text states: each of two that are asked for, and none where a sentence names no amount."""

from datetime import date

import pytest
from asking import ask, stts
from builders import a_loaded_plan, a_task

from knowledge.answers.preference import has_figure
from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.model import Heading, Passage, Target
from knowledge.questions.lookup import lookup
from knowledge.questions.parts_said import without_how_much
from knowledge.questions.question import understand
from knowledge.questions.reading import Reading
from knowledge.questions.statements import names_amount
from knowledge.reply import line_text, plain

PASSAGES = (
    Passage("Thực hiện Nghị quyết số 18/NQ-CP ngày 04/3/2025 về muối sạch giai đoạn 2025-2030.", ()),
    Passage("Giữ gìn nghề làm muối truyền thống của bà con ven biển.", ("I. Mục đích",)),
)
TARGETS = (
    Target("Tỷ lệ ruộng muối trải bạt đạt 65%", ("65%",)),
    Target("Tỷ lệ muối đạt loại một tối thiểu 80%", ("80%",)),
    Target("Dạy nghề cho 1.400 diêm dân, trong đó 300 người trẻ", ("1.400",)),
    Target("Tỷ lệ hộ nghèo, hộ cận nghèo giảm còn 2,1%", ("2,1%",)),
    Target("Tỷ lệ xã viên tham gia bảo hiểm y tế đạt 96,5%", ("96,5%",)),
    Target("Tỷ lệ đơn hàng giao đúng và trước hạn đạt 90%", ("90%",)),
)
ROWS = [
    a_task(stt="1", task="Kiểm tra kho muối của Tổ Giám sát", lead=("Tổ Giám sát",), coordinate=(), objective=None,
           result="12 biên bản"),
    a_task(stt="2", task="Đắp lại bờ ruộng muối", lead=("Hợp tác xã",), coordinate=(), result="6.000 mét bờ"),
    a_task(stt="3", task="Tập huấn đóng gói muối hầm", lead=("Tổ Kinh doanh",), coordinate=(), objective=None,
           result="35 học viên"),
]  # fmt: skip


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    heading = Heading(number="3/KH-HTXM", issuer="Hợp tác xã muối Cồn Sậy", title="Kế hoạch Làm muối", years=(2027,))
    return make_snapshot([a_loaded_plan(ROWS, heading=heading, passages=PASSAGES, targets=TARGETS)])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("ruộng muối trải bạt bao nhiêu phần trăm, muối loại một bao nhiêu phần trăm",
                     ["trải bạt đạt 65%", "loại một tối thiểu 80%"], id="two shares"),
        pytest.param("tỷ lệ ruộng trải bạt bao nhiêu còn muối loại một bao nhiêu",
                     ["trải bạt đạt 65%", "loại một tối thiểu 80%"], id="joined otherwise"),
        pytest.param("bảo hiểm y tế của hợp tác xã muối cồn sậy đạt mấy %, hộ nghèo còn mấy %",
                     ["bảo hiểm y tế đạt 96,5%", "giảm còn 2,1%"], id="the plan is named in the first"),
        pytest.param("ho ngheo con may %, bao hiem y te dat bn", ["giảm còn 2,1%", "bảo hiểm y tế đạt 96,5%"],
                     id="without accents"),
        pytest.param("muối loại một mấy phần trăm, ruộng trải bạt mấy phần trăm, bhyt bao nhiêu",
                     ["loại một tối thiểu 80%", "trải bạt đạt 65%", "bảo hiểm y tế đạt 96,5%"], id="three"),
        pytest.param("tỷ lệ ruộng muối trải bạt và tỷ lệ xã viên có bảo hiểm y tế là bao nhiêu",
                     ["trải bạt đạt 65%", "bảo hiểm y tế đạt 96,5%"], id="asked once for both"),
        pytest.param("giao đơn hàng đúng hạn mấy %, hộ nghèo còn mấy %", ["trước hạn đạt 90%", "giảm còn 2,1%"],
                     id="in time"),
        pytest.param("tập huấn đóng gói bao nhiêu người, đắp bờ ruộng bao nhiêu mét", ["35 học viên", "6.000 mét bờ"],
                     id="amounts of two rows"),
        pytest.param("chỉ tiêu ruộng trải bạt với hộ nghèo là bao nhiêu", ["trải bạt đạt 65%", "giảm còn 2,1%"],
                     id="two words each"),
        pytest.param("hộ nghèo và cận nghèo còn bao nhiêu phần trăm", ["giảm còn 2,1%"], id="one figure of two groups"),
        pytest.param("dạy nghề cho bao nhiêu diêm dân", ["1.400 diêm dân"], id="an amount that is no share"),
        pytest.param("ruộng muối trải bạt phải đạt bao nhiêu", ["trải bạt đạt 65%"], id="one alone"),
    ],
)  # fmt: skip
def test_each_figure_that_is_asked_is_told(snapshot: Snapshot, text: str, said: list[str]) -> None:
    answered = ask(snapshot, text)
    head = " ".join(map(line_text, answered.head))
    assert [piece for piece in said if piece in head] == said
    assert len(answered.cited) == len(said)


@pytest.mark.parametrize(
    ("text", "head"),
    [
        pytest.param("tỷ lệ muối loại một với tỷ lệ ruộng trải bạt, cái nào đặt cao hơn",
                     "“Tỷ lệ muối đạt loại một tối thiểu 80%” cao hơn: 80% so với 65%, hơn 15 điểm phần trăm",
                     id="which is higher"),
        pytest.param("bhyt so với muối loại một cái nào chỉ tiêu cao hơn",
                     "“Tỷ lệ xã viên tham gia bảo hiểm y tế đạt 96,5%” cao hơn: 96,5% so với 80%, hơn 16,5 điểm",
                     id="a word alone"),
    ],
)  # fmt: skip
def test_of_two_figures_the_higher_is_told(snapshot: Snapshot, text: str, head: str) -> None:
    assert line_text(ask(snapshot, text).head[0]).startswith(head)


def test_a_row_that_counts_other_things_is_not_sure(snapshot: Snapshot) -> None:
    said = ask(snapshot, "kiểm tra kho muối phải có bao nhiêu biên chế")
    assert said.abstained or said.tentative
    said = ask(snapshot, "kiểm tra kho muối của Tổ Giám sát ra bao nhiêu biên bản")
    assert (stts(said), said.tentative) == (["1"], False)


@pytest.mark.parametrize("text", ["làm muối đến năm 2030 đạt bao nhiêu", "nghề làm muối truyền thống đạt bao nhiêu"])
def test_a_sentence_without_an_amount_tells_no_figure(snapshot: Snapshot, text: str) -> None:
    said = ask(snapshot, text)
    assert said.abstained or said.tentative or "Nghị quyết" not in plain(said)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("Đón 450 nghìn lượt khách", True, id="an amount"),
        pytest.param("họp ít nhất hai lần", True, id="in words"),
        pytest.param("Căn cứ Nghị quyết số 18/NQ-CP ngày 04/3/2025", False, id="a document"),
        pytest.param("2. Giai đoạn 2025-2030", False, id="years behind a marker"),
        pytest.param("trước ngày 15 tháng 6 năm 2027", False, id="a day"),
    ],
)
def test_an_amount_is_no_day_and_no_number_of_a_document(text: str, names: bool) -> None:
    assert names_amount(text) is names
    assert (has_figure(Passage(text, ())) > 0.5) is names


@pytest.mark.parametrize(
    ("part", "left"),
    [
        ("bao nhiêu phần trăm hộ có muối", "hộ có muối"),
        ("muoi sach bao nhieu %", "muoi sach"),
        ("may ep dau", "may ep dau"),
        ("phân bón mấy tấn", "phân bón tấn"),
        ("hộ nghèo còn mấy %", "hộ nghèo"),
        ("ho ngheo phai dat bao nhieu phan tram", "ho ngheo"),
    ],
)
def test_the_words_for_how_much_name_nothing(part: str, left: str) -> None:
    assert " ".join(without_how_much(part).split()) == left


@pytest.mark.parametrize(
    "asked",
    [
        "cuoi nam nay ho ngheo phai con bao nhieu %",
        "đến hết năm nay hộ nghèo phải còn mấy phần trăm",
        "hộ nghèo tới cuối năm còn bao nhiêu phần trăm",
    ],
)
def test_the_end_of_the_year_is_no_matter_of_a_figure(snapshot: Snapshot, asked: str) -> None:
    query = understand(asked, Reading(lookup(snapshot), date(2027, 3, 1)), plans=(0,))
    assert " ".join(query.topic) == ("ho ngheo" if asked.isascii() else "hộ nghèo")
    assert "giảm còn 2,1%" in plain(ask(snapshot, asked))


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        pytest.param("giải quyết dứt điểm đơn thư xã viên đạt bao nhiêu phần trăm", "93%", id="a turn that it prints"),
        pytest.param("xã viên hài lòng về giải quyết đơn thư bao nhiêu phần trăm", "71%", id="the other figure"),
    ],
)
def test_a_turn_of_speech_that_a_figure_prints_tells_which(text: str, figure: str) -> None:
    targets = (
        Target("Tỷ lệ xã viên hài lòng về giải quyết đơn thư đạt 71%", ("71%",)),
        Target("93% đơn thư của xã viên, hộ liên kết gửi đến hợp tác xã được giải quyết dứt điểm", ("93%",)),
    )
    plan = a_loaded_plan([a_task(task="Làm muối sạch")], stem="muoi", heading=Heading(years=(2027,)), targets=targets)
    assert figure in line_text(ask(make_snapshot([plan]), text).head[0])
