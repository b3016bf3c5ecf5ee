"""What introduces a question and what is said behind it to press or to thank says nothing of what is asked."""

import pytest
from asking import ask, stts
from builders import a_loaded_plan, a_task

from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.model import Heading
from knowledge.questions.framed import without_frame


@pytest.mark.parametrize(
    "framed",
    [
        pytest.param("con cho cô hỏi ai vá lưới", id="who asks and who is asked"),
        pytest.param("Kính nhờ anh chị giúp em: ai vá lưới", id="a plea with a sign"),
        pytest.param("trân trọng đề nghị cho biết ai vá lưới", id="in the words of offices"),
        pytest.param("em muốn hỏi là ai vá lưới", id="a wish"),
        pytest.param("nhờ em coi giùm chị ai vá lưới", id="a verb of looking"),
        pytest.param("check giúp mình ai vá lưới", id="an English one"),
        pytest.param("ủa trời ơi ai vá lưới", id="exclamations"),
        pytest.param("thầy hỏi nè, ai vá lưới", id="a particle and a sign"),
        pytest.param("Kính gửi tổ hỗ trợ, ai vá lưới", id="a letter"),
        pytest.param("help em với, ai vá lưới", id="in two languages"),
        pytest.param("ai vá lưới rep em với", id="an answer is begged for"),
        pytest.param("ai vá lưới giúp bà nha", id="a particle begs behind a person"),
        pytest.param("ai vá lưới, confirm giúp em", id="a verb of looking behind"),
        pytest.param("ai vá lưới cho chắc ăn", id="to be sure"),
        pytest.param("ai vá lưới gấp lắm", id="haste"),
        pytest.param("ai vá lưới asap nha", id="haste in English"),
        pytest.param("ai vá lưới, em cảm ơn nhiều ạ", id="thanks"),
        pytest.param("ai vá lưới. Mong sớm nhận phản hồi. Trân trọng!", id="the end of a letter"),
        pytest.param("alo em ơi, cho chị hỏi xíu, ai vá lưới, nói lẹ giùm", id="on both sides"),
    ],
)
def test_a_frame_goes(framed: str) -> None:
    assert without_frame(framed) == "ai vá lưới"


@pytest.mark.parametrize(
    ("framed", "asked"),
    [
        ("co cho chau hoi ai va luoi", "ai va luoi"),
        ("check giup minh ai va luoi", "ai va luoi"),
        ("ai va luoi rep em voi", "ai va luoi"),
        ("còn bến phà, em xin cảm ơn trước", "còn bến phà"),
        ("ai vá lưới? Cảm ơn em", "ai vá lưới?"),
        ("xem giúp bà con bờ sông được gì", "bà con bờ sông được gì"),
    ],
)
def test_it_goes_without_accents_and_where_a_question_goes_on(framed: str, asked: str) -> None:
    assert without_frame(framed) == asked


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("cho em hỏi", id="all that is said"),
        pytest.param("cảm ơn em nhiều nha", id="thanks alone"),
        pytest.param("đủ rồi, cảm ơn em", id="thanks that ask nothing"),
        pytest.param("việc nào giao cho em", id="who it is given to"),
        pytest.param("ai giúp em", id="who helps"),
        pytest.param("ai ra quân giúp bà", id="who is helped"),
        pytest.param("cho tôi danh sách việc", id="an order"),
        pytest.param("ai kiểm tra cơ", id="who is asked in it"),
        pytest.param("k phai bc, y la kh kiem tra co", id="the same without accents"),
        pytest.param("ai phải báo lại ngay", id="what has to be done"),
        pytest.param("đã lập hồ sơ gì", id="done"),
        pytest.param(f"em ơi cho chị hỏi {'cái lưới ' * 7}ai vá", id="a long text, of which the clause is taken"),
    ],
)
def test_what_may_be_asked_stays(text: str) -> None:
    assert without_frame(text) == text


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    rows = (("1", "Vá lưới chắn rác bến phà", "Tổ Lưới"), ("2", "Trồng cỏ bờ sông", "Tổ Cỏ"))
    return make_snapshot([a_loaded_plan([a_task(stt=n, task=task, lead=(unit,)) for n, task, unit in rows])])


@pytest.mark.parametrize(
    ("asked", "rows"),
    [
        pytest.param("kính gửi Tổ Cỏ: có việc gì", ["2"], id="a unit"),
        pytest.param("kính gửi xã Bãi Ngang, có việc gì", ["3"], id="its place"),
        pytest.param("kính gửi UBND xã Bãi Ngang: kế hoạch có việc gì", ["3"], id="the office of a plan"),
        pytest.param("Kính gửi tổ hỗ trợ: tất cả có việc gì", ["1", "2", "3"], id="nobody who has a row"),
        pytest.param("kính gửi Tổ Cỏ: ai vá lưới chắn rác", ["1"], id="one who is asked who has another"),
    ],
)
def test_whom_a_letter_is_to_is_whose_rows_are_asked_for(snapshot: Snapshot, asked: str, rows: list[str]) -> None:
    other = a_loaded_plan(
        [a_task(stt="3", task="Đóng thuyền thúng", lead=("Tổ Thuyền",))],
        stem="bai-ngang",
        heading=Heading(number="9/KH", issuer="UBND xã Bãi Ngang", place="Bãi Ngang", title="Kế hoạch", years=(2027,)),
    )
    assert sorted(stts(ask(make_snapshot([*snapshot.plans, other]), asked))) == rows


@pytest.mark.parametrize("asked", ["sẵn cho hỏi còn trồng cỏ bờ sông", "ủa trời ơi còn trồng cỏ bờ sông, tks ad"])
def test_a_question_goes_on_behind_a_frame(snapshot: Snapshot, asked: str) -> None:
    said = ask(snapshot, "ai vá lưới chắn rác", asked)
    assert stts(said) == ["2"]
    assert not said.tentative


@pytest.mark.parametrize("text", ["hi em", "hello em", "dạ vâng em", "việc nào gấp lắm ạ", "ủa nhầm, quý 2"])
def test_what_greets_or_asks_by_such_words_itself_stays(text: str) -> None:
    assert without_frame(text) == text
