"""What no row tells is told by the running text: a rule, a saying, an amount; and the row of a sentence is found."""

import pytest
from asking import ask
from builders import a_loaded_plan, a_task

from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.model import Heading, Passage, Place, Task, TaskKind
from knowledge.reply import plain

_RULES = "II. YÊU CẦU"
_SAYING = "Xây dựng bến cảng theo phương châm lấy ngư dân làm trung tâm, an toàn làm gốc"
_BUYING = "Chỉ thuê tàu lai dắt mới khi đội tàu sẵn có của cảng không đáp ứng được"
_SPARED = "Thuyền viên tự giác khai báo va chạm thì không bị xem xét xử phạt"
_WELCOME = "Đón mới 1.250 hộ ngư dân vào nghiệp đoàn"
_FUND = "Quỹ Bám biển tăng thêm 6 tỷ đồng"
_DREDGING = "Nạo vét luồng vào cảng cá cho tàu lớn ra vào an toàn"


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    texts = (_SAYING, _BUYING, _SPARED, _WELCOME, _DREDGING, _FUND)
    passages = tuple(Passage(f"- {text}.", (_RULES,), _at(line)) for line, text in enumerate(texts, 10))
    rows = [
        a_task(task="Giao chỉ tiêu đón hộ ngư dân mới cho các tổ", lead=("Ban Nghiệp đoàn",), place=_at(50)),
        a_task(task="Nạo vét luồng vào cảng cá", lead=("Phòng Công trình",), result="Biên bản nghiệm thu luồng",
               place=_at(51)),
        *(a_task(task=f"Giải ngân Quỹ Bám biển đợt {turn}", lead=(f"Tổ {turn}",), place=_at(52 + turn))
          for turn in (1, 2)),
        Task(task="Đội tàu lai dắt đưa lịch trực mới lên bảng tin", kind=TaskKind.PROSE, lead=("Đội tàu lai dắt",),
             place=_at(52)),
    ]  # fmt: skip
    heading = Heading(number="12/KH-CC", issuer="Ban Quản lý cảng cá Hòn Khói", years=(2027,), title="Kế hoạch bến cá")
    return make_snapshot([a_loaded_plan(rows, passages=passages, heading=heading)])


def _at(line: int) -> Place:
    return Place(lines=(line, line))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("Phương châm lấy ai làm trung tâm khi xây dựng bến cảng?", _SAYING, id="whom it is about"),
        pytest.param("Khi nào mới được thuê tàu lai dắt mới?", _BUYING, id="when it is allowed"),
        pytest.param(
            "Tàu nhà em lỡ va chạm một lần, em tự khai báo. Theo kế hoạch của cảng cá thì sao ạ?",
            _SPARED,
            id="told in front of the plan's name",
        ),
        pytest.param(
            "Thuyền viên tự giác khai báo va chạm thì có bị xem xét xử phạt không?",
            _SPARED,
            id="a rule whose every word is said",
        ),
        pytest.param("Hộ ngư dân mới: chỉ tiêu?", _WELCOME, id="an amount that a row leaves open"),
    ],
)
def test_the_running_text_tells_it(snapshot: Snapshot, text: str, said: str) -> None:
    answer = ask(snapshot, text)
    assert said in plain(answer)
    assert not answer.abstained


@pytest.mark.parametrize(
    ("then", "said"),
    [
        pytest.param("đơn vị nào chủ trì việc đó", "Phòng Công trình", id="who"),
        pytest.param("sản phẩm của việc đó là gì", "Biên bản nghiệm thu luồng", id="what comes out"),
    ],
)
def test_of_a_sentence_that_was_told_its_row_has_the_fields(snapshot: Snapshot, then: str, said: str) -> None:
    first = "Có nạo vét luồng vào cảng cá cho tàu lớn ra vào không?"
    assert _DREDGING in plain(ask(snapshot, first))
    assert said in plain(ask(snapshot, first, then))


def test_of_a_sentence_that_more_than_one_row_is_near_to_no_row_is_taken(snapshot: Snapshot) -> None:
    first = "Quỹ Bám biển tăng thêm bao nhiêu?"
    assert _FUND in plain(ask(snapshot, first))
    then = ask(snapshot, first, "ai làm")
    assert "Tổ" not in plain(then)
    assert not then.tentative


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Phương châm lấy ai làm thuyền trưởng tàu kiểm ngư?", id="another saying"),
        pytest.param("Hồ sơ thuê tàu lai dắt tốn bao nhiêu tiền?", id="a sum"),
        pytest.param("Ban Nghiệp đoàn phải phối hợp việc gì với cảng?", id="a list of a unit"),
        pytest.param("Ai xây dựng nhà hội ở bến cảng?", id="words that are like small ones"),
    ],
)
def test_no_sentence_is_put_for_what_is_not_there(snapshot: Snapshot, text: str) -> None:
    assert not any(isinstance(citation.item, Passage) for citation in ask(snapshot, text).cited)


@pytest.mark.parametrize(
    "text",
    [
        "Tự khai báo va chạm thì thuyền viên bị xem xét giấy tờ gì",
        "thuyen vien tu giac khai bao va cham thi can giay to gi",
        "Muốn thuê tàu lai dắt mới của cảng thì cần hồ sơ gì",
    ],
)
def test_a_sentence_tells_not_for_sure_what_papers_there_are(snapshot: Snapshot, text: str) -> None:
    said = ask(snapshot, text)
    assert said.tentative or said.abstained


def test_a_field_asked_of_the_row_before_is_looked_for_nowhere_else() -> None:
    rows = [a_task(task="Nạo vét luồng vào cảng cá", lead=("Phòng Công trình",), coordinate=(), place=_at(50))]
    passage = Passage("- Thuyền viên phối hợp với gia đình giữ gìn tàu thuyền.", (_RULES,), _at(10))
    said = ask(
        make_snapshot([a_loaded_plan(rows, passages=(passage,))]),
        "nạo vét luồng vào cảng cá ai chủ trì",
        "phối hợp với ai",
    )
    assert "Nạo vét luồng" in plain(said)
    assert "Thuyền viên" not in plain(said)


@pytest.mark.parametrize(
    "text", ["Tối thiểu 85% là bao giờ?", "toi thieu 85% la bao gio", "Khi nào đạt tối thiểu 85%?"]
)
def test_a_figure_that_the_index_cuts_otherwise_is_looked_for(text: str) -> None:
    said = "Năm 2027 tỷ lệ hồ sơ được trả đúng hạn đạt tối thiểu 85% trên tổng số hồ sơ."
    assert "85%" in plain(
        ask(make_snapshot([a_loaded_plan([a_task()], passages=(Passage(said, (_RULES,), _at(10)),))]), text)
    )
