"""What leaves it open whether a row is meant, however much of a question it has."""

import pytest
from asking import ask, stts
from builders import a_loaded_plan, a_task

from knowledge.library.snapshot import Snapshot, make_snapshot

ROWS = [
    a_task(stt="1", task="Cấp phép đậu đò ở bến Sậy", lead=("Đội Bến",), result="Giấy phép"),
    a_task(stt="2", task="Đưa trạm cân vào vận hành", lead=("Trạm Cân",), result="Biên bản bàn giao"),
    a_task(stt="3", task="Đưa phà mới vào chạy thử", lead=("Đội Phà",), result="Nhật ký chạy thử"),
    a_task(stt="4", task="Đăng kiểm ghe chở khách", lead=("Phòng Vận tải",), result="Sổ đăng kiểm"),
    a_task(stt="5", task="Nạo vét rạch Ông Hai", lead=("Đội Nạo vét",), result="Biên bản nghiệm thu"),
    a_task(stt="6", task="Trực cứu hộ mùa lũ", lead=("Đội Cứu hộ",), result="Sổ trực"),
]


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    return make_snapshot([a_loaded_plan(ROWS)])


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("muốn xin cấp phép đậu đò ở bến Sậy thì cần giấy tờ gì", id="what is needed"),
        pytest.param("tui muốn đăng kiểm ghe chở khách thì cần những hồ sơ gì", id="which of them"),
        pytest.param("muon dang kiem ghe cho khach can nhung giay to gi", id="no accents"),
        pytest.param("đi đăng kiểm ghe chở khách mang theo giấy tờ gì", id="what is brought"),
        pytest.param("xin cấp phép đậu đò bến Sậy phải chuẩn bị hồ sơ nào", id="what is prepared"),
        pytest.param("được cấp phép đậu đò bến Sậy cần có loại giấy tờ gì", id="which kind"),
    ],
)
def test_what_somebody_has_to_hand_in_is_not_what_comes_out_of_a_row(snapshot: Snapshot, text: str) -> None:
    said = ask(snapshot, text)
    assert said.tentative or said.abstained


@pytest.mark.parametrize(
    ("text", "stt"),
    [
        pytest.param("đăng kiểm ghe chở khách phải ra giấy tờ gì", "4", id="what has to come out"),
        pytest.param("cấp phép đậu đò bến Sậy thì ra được giấy tờ gì", "1", id="what comes out"),
        pytest.param("nạo vét rạch Ông Hai xong phải nộp hồ sơ gì", "5", id="what is handed in when it is done"),
        pytest.param("đăng kiểm ghe chở khách cần có giấy tờ gì mới xong", "4", id="what is needed to end it"),
        pytest.param("em muốn hỏi đăng kiểm ghe chở khách cần có hồ sơ gì", "4", id="who wants to ask"),
        pytest.param("muốn nghiệm thu nạo vét rạch Ông Hai cần giấy tờ gì", "5", id="who wants to end it"),
        pytest.param("đăng kiểm ghe chở khách cần đạt kết quả gì", "4", id="what has to be reached"),
        pytest.param("nạo vét rạch Ông Hai ai làm, cần biết gấp", "5", id="something else that is needed"),
    ],
)
def test_what_has_to_come_out_is_told_for_sure(snapshot: Snapshot, text: str, stt: str) -> None:
    said = ask(snapshot, text)
    assert (stts(said), said.tentative, said.abstained) == ([stt], False, False)


@pytest.mark.parametrize(
    "text", ["ai phụ vào", "cho hỏi ai làm vào vậy", "bên nào đưa vào", "mục tiêu của việc đưa vào là gì"]
)
def test_no_row_is_told_for_sure_by_words_that_any_row_may_have(snapshot: Snapshot, text: str) -> None:
    said = ask(snapshot, text)
    assert said.tentative or said.abstained


@pytest.mark.parametrize(("text", "stt"), [("ai lo chạy thử", "3"), ("rạch Ông Hai ai làm", "5"), ("ai trực lũ", "6")])
def test_one_word_of_a_row_tells_it(snapshot: Snapshot, text: str, stt: str) -> None:
    said = ask(snapshot, text)
    assert (stts(said), said.tentative) == ([stt], False)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("cứu hộ mùa khoai khi nào", id="when"),
        pytest.param("nạo vét rạch Dừa ai làm", id="who"),
        pytest.param("đăng kiểm ghe chở heo ai làm", id="behind a verb"),
        pytest.param("dang kiem ghe cho heo ai lam", id="no accents"),
    ],
)
def test_a_thing_that_no_plan_has_before_what_asks_is_another(snapshot: Snapshot, text: str) -> None:
    said = ask(snapshot, text)
    assert said.tentative or said.abstained


@pytest.mark.parametrize(
    ("text", "stt"),
    [
        pytest.param("nạo vét rạch í khi nào", "5", id="a particle"),
        pytest.param("đăng kiểm ghe chở khách xog ai làm", "4", id="no syllable"),
    ],
)
def test_what_is_no_thing_of_its_own_before_what_asks_is_talk(snapshot: Snapshot, text: str, stt: str) -> None:
    said = ask(snapshot, text)
    assert (stts(said), said.tentative) == ([stt], False)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("cầu treo bắc qua rạch Ông Hai ai làm", id="who"),
        pytest.param("xây trường mẫu giáo rạch Ông Hai khi nào", id="when"),
        pytest.param("xay truong mau giao rach ong hai khi nao", id="no accents"),
    ],
)
def test_a_row_that_only_has_the_place_of_another_thing_is_not_told_for_sure(snapshot: Snapshot, text: str) -> None:
    said = ask(snapshot, text)
    assert said.tentative or said.abstained


@pytest.mark.parametrize("text", ["vụ rạch Ông Hai ai lo", "nạo vét rạch Ông Hai ai ôm", "Ông Hai ai nạo vét"])
def test_a_place_with_nothing_else_beside_it_tells_the_row_there(snapshot: Snapshot, text: str) -> None:
    said = ask(snapshot, text)
    assert (stts(said), said.tentative) == (["5"], False)


@pytest.mark.parametrize(
    ("text", "doubtful"),
    [
        pytest.param("nạo vét rạch Ông Hai ai làm chủ đầu tư", True, id="whose building it is"),
        pytest.param("nao vet rach ong hai ben nao thi cong", True, id="who builds"),
        pytest.param("chủ đầu tư nạo vét rạch Ông Hai là ai", True, id="at the beginning"),
        pytest.param("nạo vét rạch Ông Hai ai làm", False, id="who does it"),
    ],
)
def test_who_builds_need_not_be_who_chairs(snapshot: Snapshot, text: str, doubtful: bool) -> None:
    said = ask(snapshot, text)
    assert (said.tentative or said.abstained) is doubtful
