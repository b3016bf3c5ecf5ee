"""What is typed in chats at the ends of a question says nothing of it, and takes no topic away."""

from datetime import date

import pytest
from asking import ask, stts
from builders import a_deadline, a_loaded_plan, a_task

from knowledge.language.text import tokens
from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.questions.chat_ends import without_chat

KNOWN = frozenset({"qlđt", "mn", "hs"})


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        pytest.param("ai ký z", "ai ký", id="a letter that no syllable has"),
        pytest.param("ai ký z mng", "ai ký", id="behind a particle"),
        pytest.param("tháng 5 có việc gì mng", "tháng 5 có việc gì", id="behind what asks"),
        pytest.param("trước ngày nào z bn", "trước ngày nào", id="who is asked in short"),
        pytest.param("đạt bn", "đạt bn", id="how many"),
        pytest.param("hạn khi nào vậy ck", "hạn khi nào vậy", id="behind what closes"),
        pytest.param("hạn khi nào dzậy ta", "hạn khi nào vậy ta", id="a particle as chats write it"),
        pytest.param("han khi nao dzay mng", "han khi nao vay", id="the same without accents"),
        pytest.param("mng ơi việc 21 ai làm", "việc 21 ai làm", id="who is called first"),
        pytest.param("alo mk ui việc 21 ai làm", "alo việc 21 ai làm", id="called behind a greeting"),
        pytest.param("việc 21 ai làm ạ mng ơi", "việc 21 ai làm ạ", id="called last"),
        pytest.param("tháng 5 có việc gì vậy cô văn phòng ơi", "tháng 5 có việc gì vậy", id="called by her office"),
        pytest.param("anh tổ gà ơi việc 21 ai làm", "việc 21 ai làm", id="called by his team first"),
        pytest.param("chi van phong oi thang 5 co gi", "thang 5 co gi", id="called without accents"),
        pytest.param("tháng 5 có mấy việc hả thầy", "tháng 5 có mấy việc hả", id="who is asked last"),
        pytest.param("nộp trước ngày nào hả bây", "nộp trước ngày nào hả", id="they who are asked last"),
        pytest.param("sở nào phối hợp vậy cà", "sở nào phối hợp vậy", id="nobody who is called last"),
        pytest.param("ai lắp điện mặt trời", "ai lắp điện mặt trời", id="the sun"),
        pytest.param("hạn khi nào hả cán bộ", "hạn khi nào hả", id="an official who is asked last"),
        pytest.param("việc 21 có giao cho cán bộ", "việc 21 có giao cho cán bộ", id="for officials"),
        pytest.param("lớp nào bồi dưỡng cán bộ", "lớp nào bồi dưỡng cán bộ", id="officials are the matter"),
        pytest.param("việc 21 có giao cho thầy", "việc 21 có giao cho thầy", id="for whom it is done"),
        pytest.param("việc trong quý ba anh ơi", "việc trong quý ba anh ơi", id="a number before who is called"),
        pytest.param("việc nào chưa có chủ trì chị ơi", "việc nào chưa có chủ trì chị ơi", id="what is asked before"),
        pytest.param("việc của em văn phòng sở ơi", "việc của em văn phòng sở ơi", id="whose it is"),
        pytest.param("hội khuyến học ơi có việc gì", "hội khuyến học ơi có việc gì", id="a club is called"),
        pytest.param("tổ gà ơi việc 21 ai làm", "tổ gà ơi việc 21 ai làm", id="a unit is called"),
        pytest.param("em ơi việc 21 ai làm", "em ơi việc 21 ai làm", id="nobody by an office"),
        pytest.param("ai nuôi chim cút", "ai nuôi chim cút", id="a topic of syllables that no plan has"),
        pytest.param("ai lắp gps", "ai lắp gps", id="a thing that is no syllable"),
        pytest.param("ai lắp gps z", "ai lắp gps", id="a thing before a particle"),
        pytest.param("giấy tờ của mng", "giấy tờ của mng", id="where a name is due"),
        pytest.param("tháng 5 có việc gì mn", "tháng 5 có việc gì mn", id="a short form that the plans know"),
        pytest.param("gieo mạ với úm gà cái nào trc", "gieo mạ với úm gà cái nào trc", id="short for what asks"),
        pytest.param("gieo mạ với úm gà cái nào trc z mng", "gieo mạ với úm gà cái nào trc", id="the same before talk"),
        pytest.param("z", "z", id="nothing else"),
    ],
)
def test_only_what_is_no_word_of_the_question_is_left_out(typed: str, left: str) -> None:
    assert without_chat(tokens(typed), KNOWN.__contains__) == tuple(tokens(left))


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    rows = [
        a_task(stt="1", task="Gieo mạ sớm", lead=("Tổ Lúa",), deadline=a_deadline(date(2027, 5, 10)), coordinate=()),
        a_task(stt="2", task="Úm gà con", lead=("Tổ Gà",), deadline=a_deadline(date(2027, 6, 10)), coordinate=()),
    ]
    return make_snapshot([a_loaded_plan(rows)])


@pytest.mark.parametrize("chat", ["{} z mng", "{} dzậy mng", "mng ơi {}", "{} ạ mng ơi"])
@pytest.mark.parametrize(
    ("text", "rows"),
    [("tháng 5 có những việc gì", ["1"]), ("đơn vị nào chủ trì ít việc nhất", ["1", "2"]), ("úm gà con ai lo", ["2"])],
)
def test_a_question_has_the_same_answer_with_them(snapshot: Snapshot, text: str, rows: list[str], chat: str) -> None:
    said = ask(snapshot, chat.format(text))

    assert sorted(stts(said)) == rows
    assert said.head == ask(snapshot, text).head


def test_a_short_form_that_rows_print_is_a_topic_wherever_it_stands() -> None:
    tasks = [a_task(stt="1", task="Thi giáo viên giỏi bậc MN"), a_task(stt="2", task="Thi học sinh giỏi bậc THCS")]

    assert stts(ask(make_snapshot([a_loaded_plan(tasks)]), "việc nào về MN")) == ["1"]
