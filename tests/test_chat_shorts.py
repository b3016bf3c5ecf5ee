"""Words of two syllables as chats shorten them, and initials of phrases of the plans."""

from datetime import date

import pytest
from asking import ask
from builders import a_deadline, a_loaded_plan, a_task

from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.questions.chat_shorts import asked_in_full
from knowledge.questions.lookup import lookup
from knowledge.reply import plain

DUE = a_deadline(date(2027, 6, 15), text="Trước 15/6/2027")
ROWS = [
    a_task(task="Ban hành đề án tuyển sinh lớp 6", stt="1", lead=("Phòng Đào tạo",), result="Đề án", deadline=DUE),
    a_task(task="Tập huấn hướng dẫn viên du lịch", stt="2", lead=("Phòng Lữ hành",), coordinate=(), deadline=DUE),
    a_task(task="Soát xét quy trình cấp thẻ", stt="3", lead=("Văn phòng",), coordinate=(), deadline=DUE),
    a_task(task="Hướng dẫn viên chức kê khai tài sản; quá trình công tác", stt="4", lead=("Thanh tra",), deadline=DUE),
    a_task(task="Điện tử hóa đơn thuốc", stt="5", lead=("Khoa Dược",), coordinate=(), deadline=DUE),
]


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    return make_snapshot([a_loaded_plan(ROWS)])


@pytest.mark.parametrize(
    ("text", "head"),
    [
        pytest.param("ai ra đề án tsinh", "Chủ trì: Phòng Đào tạo", id="a pair of the plans"),
        pytest.param("de an tsinh lop 6 tgian nao xong", "Thời hạn: Trước 15/6/2027", id="a pair of questions"),
        pytest.param("đề án tuyển sinh lớp 6 spham là gì", "Sản phẩm: Đề án", id="what comes out"),
        pytest.param("tap huan hdv du lich phong nao lo", "Chủ trì: Phòng Lữ hành", id="initials"),
        pytest.param("đ/vị nào ra đề án tuyển sinh lớp 6", "Chủ trì: Phòng Đào tạo", id="with a stroke"),
        pytest.param("n/vụ nào của Phòng Lữ hành", "Có 1 nhiệm vụ Phòng Lữ hành chủ trì", id="of rows"),
        pytest.param("đề án t.sinh lớp 6 đ.vị nào c.trì", "Chủ trì: Phòng Đào tạo", id="cut by signs"),
        pytest.param("đtử hóa đơn thuốc ai lo", "Chủ trì: Khoa Dược", id="a guess that sets no row apart"),
        pytest.param("ddieenj tuwr hoas ddown thuoocs ai lam", "Chủ trì: Khoa Dược", id="the keyboard was off"),
    ],
)
def test_what_chats_shorten_is_read_in_full(snapshot: Snapshot, text: str, head: str) -> None:
    assert plain(ask(snapshot, text)).startswith(head)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("tsinh phòng nào lo", id="a pair of the plans alone"),
        pytest.param("t.sinh phòng nào lo", id="the same cut by a full stop"),
        pytest.param("hdv ai lo", id="initials alone"),
        pytest.param("hdvc ai lo", id="initials across phrases"),
    ],
)
def test_what_only_the_plans_tell_makes_no_row_sure(snapshot: Snapshot, text: str) -> None:
    said = ask(snapshot, text)
    assert said.abstained or said.tentative


def test_what_may_be_short_for_several_is_left_as_it_is(snapshot: Snapshot) -> None:
    known = lookup(snapshot)
    assert known.short_words.in_full("qtrinh") == ()  # "quy trình" and "quá trình"
    assert set(known.short_for("qtrinh")) == {("quy", "trinh"), ("qua", "trinh")}


def test_a_syllable_and_a_known_word_are_short_for_nothing(snapshot: Snapshot) -> None:
    known = lookup(snapshot)
    assert known.short_words.in_full("thi") == known.short_words.in_full("sinh") == ()
    assert known.short_for("vien") == ()


def test_pairs_of_questions_need_no_plan() -> None:
    assert asked_in_full("tgian") == ("thoi", "gian")
    assert asked_in_full("cquan") == ("co", "quan")  # "chủ quản" begins with other letters
    assert asked_in_full("dvi") == ("don", "vi")
    assert asked_in_full("nvu") == ("nhiem", "vu")
    assert asked_in_full("xyz") == ()


@pytest.mark.parametrize(("short", "full"), [("hnay", ("hom", "nay")), ("nmai", ("ngay", "mai")), ("tnay", ())])
def test_a_day_is_shortened_as_pairs_of_questions_are(short: str, full: tuple[str, ...]) -> None:
    assert asked_in_full(short) == full
