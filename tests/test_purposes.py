"""What somebody wants an answer for is talk; a purpose that the rows print is what a list is of."""

from datetime import date

import pytest
from asking import ask, numbers, stts
from builders import a_deadline, a_loaded_plan, a_task

from knowledge.language.text import folded
from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.questions.lookup import lookup
from knowledge.questions.purposes import without_purpose
from knowledge.reply import plain

ROWS = [
    a_task(stt="1", task="Mua máy chủ phục vụ chuyển đổi số", lead=("Phòng Vật tư",), coordinate=(),
           result="Biên bản bàn giao", deadline=a_deadline(date(2027, 3, 20), text="Trước ngày 20/3/2027")),
    a_task(stt="2", task="Lập báo cáo gửi Giám đốc để theo dõi tồn kho", lead=("Phòng Vật tư",), coordinate=(),
           result="Báo cáo", deadline=a_deadline(date(2027, 6, 30), text="Quý II/2027")),
    a_task(stt="3", task="Sửa mái nhà kho", lead=("Đội Cơ giới",), coordinate=(), result="Nhà kho",
           deadline=a_deadline(date(2027, 6, 15), text="Trước ngày 15/6/2027")),
]  # fmt: skip


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    return make_snapshot([a_loaded_plan(ROWS)])


TALK = [
    ("Phòng Vật tư chủ trì những việc gì để đưa vào biên bản họp phòng", "12"),
    ("Phòng Vật tư có việc gì để tôi báo cáo Giám đốc", "12"),
    ("danh sách việc phải xong trong quý 2 để em nhắc Đội Cơ giới", "23"),
    ("tôi muốn xem những việc của Phòng Vật tư, để còn nhắn cô kế toán trường tôi chuẩn bị cho kịp", "12"),
    ("liệt kê việc của Phòng Vật tư để còn nhắn Đội Cơ giới", "12"),
    ("liệt kê việc của Đội Cơ giới cho kịp giao ban sáng mai", "3"),
    ("quý 2 có những việc nào đến hạn để còn lên lịch trực", "23"),
    ("để kịp họp sáng mai thì cho danh sách việc của Phòng Vật tư", "12"),
    ("cho danh sách việc của Phòng Vật tư để in ra, chỉ việc quý 2 thôi", "2"),
    ("có việc nào chưa ghi đơn vị phối hợp không, liệt kê ra giúp em để em nhắc Phòng Vật tư bổ sung", "123"),
    ("trong kế hoạch có việc nào chưa ghi đơn vị phối hợp không ạ, cho em xin danh sách để em đi hỏi lại", "123"),
]
OF_ROWS = [
    ("những việc nào của Phòng Vật tư để phục vụ chuyển đổi số", "1"),
    ("việc nào của Phòng Vật tư để theo dõi tồn kho", "2"),
    ("danh sách việc quý 2 để Đội Cơ giới chủ trì", "3"),
    ("liệt kê việc quý 2 của Phòng Vật tư để trống cột phối hợp", "2"),
    ("liệt kê việc quý 2 của Phòng Vật tư để còn trống cột phối hợp", "2"),
]


@pytest.mark.parametrize("accents", [True, False], ids=["accents", "none"])
@pytest.mark.parametrize(("text", "rows"), TALK, ids=[text for text, _ in TALK])
def test_the_purpose_of_whoever_asks_narrows_nothing(snapshot: Snapshot, text: str, rows: str, accents: bool) -> None:
    said = ask(snapshot, text if accents else folded(text))
    assert numbers(said) == rows
    assert not said.tentative
    assert "Chưa hiểu" not in plain(said)


@pytest.mark.parametrize(("text", "rows"), OF_ROWS, ids=[text for text, _ in OF_ROWS])
def test_a_purpose_that_the_rows_print_is_their_topic(snapshot: Snapshot, text: str, rows: str) -> None:
    assert "".join(stts(ask(snapshot, text))) == rows


def test_letting_something_happen_is_no_purpose(snapshot: Snapshot) -> None:
    text = "lỡ để hư mái nhà kho thì Đội Cơ giới phải làm gì"
    assert without_purpose(text, lookup(snapshot).beside) == (text, "")


def test_a_purpose_that_is_all_there_is_stays(snapshot: Snapshot) -> None:
    assert stts(ask(snapshot, "những việc nào để nuôi cá lồng bè")) == []


def test_half_of_a_word_at_the_beginning_begins_no_purpose() -> None:
    text = "de xuat mua sam, viec nao den han thang 6"
    half = lambda left, right: 0.9 if (left, right) == ("de", "xuat") else None  # noqa: E731 - as plans have "đề xuất"
    assert without_purpose(text, half) == (text, "")


@pytest.mark.parametrize(
    "text",
    [
        "Việc nào để cô giáo vùng cao học kỹ năng",
        "có việc nào để chú thích hiện vật bảo tàng",
        "co nhung viec nao de em nho biet boi",
        "liệt kê việc để ông cụ neo đơn có nhà",
    ],
)
def test_a_purpose_that_alone_tells_which_rows_is_kept(text: str) -> None:
    assert without_purpose(text, lambda *_: None) == (text, "")


@pytest.mark.parametrize("text", ["ai đắp đê để bà con yên tâm", "bao giờ mở lớp để chị em học may"])
def test_others_who_are_served_are_no_speaker(text: str) -> None:
    printed = lambda left, right: 0.9 if (left, right) in {("bà", "con"), ("chị", "em")} else None  # noqa: E731
    assert without_purpose(text, printed) == (text, "")


@pytest.mark.parametrize("end", ["để bác còn báo lại", "để em đăng ký cho mẹ", "để chị trích dẫn"])
def test_what_the_speaker_wants_is_talk_beside_a_question_of_one_row(end: str) -> None:
    assert without_purpose(f"ai đắp đê {end}", lambda *_: None) == ("ai đắp đê", end)
