"""A turn about a thing of the row that was told, and one that says more than the row has."""

from datetime import date

import pytest
from asking import ask, stts
from builders import a_deadline, a_loaded_plan, a_task

from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.reply import plain


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    rows = [
        a_task(task="Tập huấn kỹ năng sơ cứu cho giáo viên", stt="1", lead=("Phòng Y tế",), result="Lớp tập huấn",
               coordinate=("Trạm Y tế các xã",), deadline=a_deadline(date(2027, 5, 31), text="Tháng 5/2027")),
        a_task(task="Mở lớp xóa mù chữ cho đồng bào vùng cao", stt="2", lead=("Phòng Giáo dục",), result="05 lớp học",
               coordinate=("Đồn Biên phòng",), deadline=a_deadline(date(2027, 12, 31), text="Tháng 12/2027")),
        a_task(task="Xây dựng, hoàn thiện và đưa vào vận hành bản đồ trường học", stt="3", lead=("Tổ Số hóa",),
               coordinate=(), result="Bản đồ số", deadline=a_deadline(date(2027, 6, 30), text="Quý II/2027")),
        a_task(task="Vận hành kho học liệu dùng chung", stt="4", lead=("Tổ Số hóa",), coordinate=(),
               result="Kho học liệu", deadline=a_deadline(date(2027, 9, 30), text="Quý III/2027")),
        a_task(task="Họp giao ban về chuyên cần", stt="5", lead=("Văn phòng",), coordinate=("Các trường",),
               result="Biên bản", deadline=a_deadline(date(2027, 3, 10), text="Ngày 10 hằng tháng")),
        a_task(task="Khám sức khỏe đầu năm học", stt="6", lead=("Phòng Y tế",), coordinate=(), result="Sổ khám",
               deadline=a_deadline(date(2027, 10, 31), text="31/10/2027")),
        a_task(task="Vẽ sơ đồ phòng học", stt="7", lead=("Tổ Số hóa",), coordinate=(), result="Sơ đồ",
               deadline=a_deadline(date(2027, 11, 30), text="30/11/2027")),
    ]  # fmt: skip
    return make_snapshot([a_loaded_plan(rows)])


@pytest.mark.parametrize(
    ("turns", "told", "stt"),
    [
        pytest.param(("tập huấn sơ cứu khi nào", "những đơn vị nào phải phụ Phòng Y tế mở lớp này?"),
                     "Phối hợp: Trạm Y tế các xã", "1", id="its product, its unit"),
        pytest.param(("có nói gì về bản đồ trường học không", "có hả, thế đưa vào vận hành thì quý mấy phải xong"),
                     "Thời hạn: Quý II/2027", "3", id="words of it that another row has too"),
        pytest.param(("giao ban chuyên cần ai lo", "cuộc họp đó rơi vào ngày mấy hằng tháng?"),
                     "Thời hạn: Ngày 10 hằng tháng", "5", id="a thing of it, and its deadline"),
        pytest.param(("ai dạy xóa mù chữ", "rồi bên nào phụ họ"), "Phối hợp: Đồn Biên phòng", "2", id="who has it"),
        pytest.param(("ai dạy xóa mù chữ", "cùng với ai nữa"), "Phối hợp: Đồn Biên phòng", "2", id="with whom"),
        pytest.param(("ai dạy xóa mù chữ", "đơn vị nào được mời"), "Phối hợp: Đồn Biên phòng", "2", id="who is asked"),
        pytest.param(("tập huấn sơ cứu ai làm", "vậy tính từ bữa nay còn mấy ngày lận"), "Thời hạn: Tháng 5/2027", "1",
                     id="days from today"),
        pytest.param(("ai dạy xóa mù chữ", "vậy biên phòng có tham gia không, kể hết mấy bên phối hợp giùm"),
                     "Phối hợp: Đồn Biên phòng", "2", id="whether its unit takes part, and who else"),
        pytest.param(("ai dạy xóa mù chữ", "mời bên đồn biên phòng nào phối hợp"), "Phối hợp: Đồn Biên phòng", "2",
                     id="one of its units is named"),
        pytest.param(("ai dạy xóa mù chữ", "vậy việc đó ở trong kế hoạch nào"), "Chủ trì: Phòng Giáo dục", "2",
                     id="in which plan it is"),
        pytest.param(("xây dựng bản đồ trường học ai làm", "thế đầu ra của nó gồm những tài liệu nào"),
                     "Sản phẩm: Bản đồ số", "3", id="which papers come out"),
        pytest.param(("tập huấn sơ cứu ai làm", "cái đó có ngày kết thúc không hay làm hoài"),
                     "Thời hạn: Tháng 5/2027", "1", id="whether it ends"),
        pytest.param(("tập huấn sơ cứu ai làm", "ờ, vậy còn mấy ông nào phụ vô nữa"),
                     "Phối hợp: Trạm Y tế các xã", "1", id="a small word that another row has"),
        pytest.param(("tap huan so cuu ai lam", "vay con ben nao phu vao nua"),
                     "Phối hợp: Trạm Y tế các xã", "1", id="the same without accents"),
        pytest.param(("họp giao ban ai lo", "vậy chừng nào phải xong biên bản"),
                     "Thời hạn: Ngày 10 hằng tháng", "5", id="what it brings"),
        pytest.param(("hop giao ban ai lo", "roi bao gio co bien ban"),
                     "Thời hạn: Ngày 10 hằng tháng", "5", id="what it brings, without accents"),
        pytest.param(("họp giao ban ai lo", "rồi ai tham gia chung với văn phòng đó"),
                     "Phối hợp: Các trường", "5", id="who has a part with the unit"),
        pytest.param(("tập huấn sơ cứu khi nào", "vậy ai mần vào cái đó"), "Chủ trì: Phòng Y tế", "1",
                     id="a small word, pointed at"),
    ],
)  # fmt: skip
def test_a_turn_that_only_says_what_the_row_has_is_about_it(
    snapshot: Snapshot, turns: tuple[str, ...], told: str, stt: str
) -> None:
    answer = ask(snapshot, *turns)
    assert (stts(answer), answer.tentative) == ([stt], False)
    assert plain(answer).startswith(told)


@pytest.mark.parametrize(
    ("then", "stt"),
    [
        ("vậy còn kho học liệu ai vận hành", "4"), ("vậy bản đồ số ai làm", "3"),
        ("thế còn vận hành bản đồ ai làm", "3"), ("vậy giao ban ai lo", "5"),
        ("rồi năm học ai làm", "6"), ("thế sơ đồ ai làm", "7"),
        ("the ban do do ai lam", "3"), ("the ban do ai lam", "3"), ("vay ban do khi nao xong", "3"),
        ("ban do truong hoc do ai lam", "3"), ("ban do do ai van hanh", "3"),
    ],
)  # fmt: skip
def test_a_turn_that_names_another_row_leads_there(snapshot: Snapshot, then: str, stt: str) -> None:
    assert stts(ask(snapshot, "tập huấn sơ cứu ai làm", then)) == [stt]


def test_papers_behind_a_row_and_a_thing_told_before_list_no_plans(snapshot: Snapshot) -> None:
    papers = ask(snapshot, "xây dựng bản đồ trường học ai làm", "thế đầu ra gồm những tài liệu nào")
    assert plain(papers).startswith("Sản phẩm: Bản đồ số")
    told = ask(snapshot, "mình cần biết lịch khám sức khỏe cho công chức, cái đó kế hoạch nào ghi ko")
    assert not plain(told).startswith("Đang có")
    assert plain(ask(snapshot, "đang có các kế hoạch nào, kết quả ra sao")).startswith("Đang có")


def test_a_turn_that_names_more_than_the_row_is_asked_back(snapshot: Snapshot) -> None:
    said = ask(snapshot, "ai dạy xóa mù chữ", "vậy mở lớp xóa mù chữ cho đồng bào vùng biển ai làm")
    assert (stts(said), said.tentative) == (["2"], True)


@pytest.mark.parametrize(
    ("turns", "stt"),
    [
        pytest.param(("tập huấn sơ cứu khi nào", "còn lớp xóa mù chữ thì khi nào"), "2", id="another thing"),
        pytest.param(("bản đồ trường học ai làm", "còn vận hành kho học liệu thì hạn nào"), "4", id="that goes on"),
    ],
)
def test_a_turn_that_names_another_row_is_about_that(snapshot: Snapshot, turns: tuple[str, ...], stt: str) -> None:
    assert stts(ask(snapshot, *turns)) == [stt]


def test_a_thing_that_is_pointed_at_with_another_beside_it_is_not_told_for_certain(snapshot: Snapshot) -> None:
    answer = ask(snapshot, "tập huấn sơ cứu khi nào", "ai mua xe cứu thương cho lớp đó")
    assert answer.abstained or answer.tentative


@pytest.mark.parametrize(
    "said", ["rồi mấy trạm y tế có dính vào không", "các xã có tham gia không", "trạm y tế có phải vô không"]
)
def test_whether_a_unit_of_the_row_has_a_part_is_asked_of_that_row(snapshot: Snapshot, said: str) -> None:
    assert stts(ask(snapshot, "tập huấn sơ cứu khi nào", said)) == ["1"]


def test_whether_something_else_is_done_is_asked_of_another_row(snapshot: Snapshot) -> None:
    assert stts(ask(snapshot, "tập huấn sơ cứu khi nào", "có lớp xóa mù chữ không")) == ["2"]


@pytest.mark.parametrize(
    "then",
    ["vậy biên bản của năm 2030 thì khi nào xong", "vay bien ban nam 2030 bao gio co", "rồi năm 2030 ai phụ vô nữa"],
)
def test_what_a_row_brings_in_a_year_without_a_plan_is_not_of_it(snapshot: Snapshot, then: str) -> None:
    assert not stts(ask(snapshot, "họp giao ban ai lo", then))
