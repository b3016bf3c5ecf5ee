"""What a cell, or how many rows, are said to be is told to be so or not: the first words of the answer."""

from datetime import date

import pytest
from asking import ask, numbers, stts
from builders import a_deadline, a_loaded_plan, a_task
from forest import ROWS, first

from knowledge.answers.answer import Context, answer
from knowledge.language.text import folded
from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.model import DeadlineKind
from knowledge.questions.conversation import about
from knowledge.reply import plain


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    return make_snapshot([a_loaded_plan(ROWS)])


CELLS = [
    ("theo dõi đàn voọc hằng quý phải không", "Đúng. Thời hạn: Hằng quý", "6"),
    ("theo dõi đàn voọc là hằng tháng đúng không", "Không đúng. Thời hạn: Hằng quý", "6"),
    ("theo dõi đàn voọc hằng quý chứ không phải hằng tháng à", "Đúng. Thời hạn: Hằng quý", "6"),
    ("theo dõi đàn voọc làm thường xuyên hả", "Không đúng. Thời hạn: Hằng quý", "6"),
    ("mở tuyến hang dơi sản phẩm là quyết định đúng không", "Đúng. Sản phẩm: Quyết định", "3"),
    ("mở tuyến hang dơi sản phẩm là báo cáo phải không", "Không đúng. Sản phẩm: Quyết định", "3"),
    ("mở tuyến hang dơi sản phẩm là quyết định không anh", "Có. Sản phẩm: Quyết định", "3"),
    ("mở tuyến hang dơi sản phẩm là quyết định ko vậy em", "Có. Sản phẩm: Quyết định", "3"),
    ("mở tuyến hang dơi sản phẩm là báo cáo không anh", "Không. Sản phẩm: Quyết định", "3"),
    ("cứu hộ động vật trước 15/8 chứ không phải 15/9 nhỉ", "Đúng. Thời hạn: Trước ngày 15/08/2027", "2"),
    ("cứu hộ động vật trong tháng 9 nhỉ", "Không đúng. Thời hạn: Trước ngày 15/08/2027", "2"),
]


@pytest.fixture(scope="module")
def recurring() -> Snapshot:
    quarterly = a_deadline(text="Hằng quý", kind=DeadlineKind.PERIODIC)
    row = a_task(stt="6", task="Theo dõi đàn voọc chà vá", lead=("Phòng Khoa học",), deadline=quarterly)
    return make_snapshot([a_loaded_plan([*ROWS, row])])


@pytest.mark.parametrize("accents", [True, False], ids=["accents", "none"])
@pytest.mark.parametrize(("text", "says", "row"), CELLS, ids=[text for text, *_ in CELLS])
def test_what_a_cell_is_said_to_be_is_told_to_be_so_or_not(
    recurring: Snapshot, text: str, says: str, row: str, accents: bool
) -> None:
    said = ask(recurring, text if accents else folded(text))
    assert first(said).startswith(says)
    assert stts(said) == [row]


@pytest.mark.parametrize(
    "text",
    ["theo dõi đàn voọc không phải hằng quý đúng không", "theo dõi đàn voọc đâu phải hằng tháng phải không"],
)
def test_how_often_a_row_is_said_not_to_be_due_is_taken_for_no_claim(recurring: Snapshot, text: str) -> None:
    for said in (ask(recurring, text), ask(recurring, folded(text))):
        assert stts(said) == ["6"]
        assert "úng." not in first(said)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("theo dõi đàn voọc hằng quý ai chủ trì hả cháu", "Chủ trì: Phòng Khoa học"),
        ("theo dõi đàn voọc hằng quý hết bao nhiêu tiền hả cháu", "Kế hoạch không ghi kinh phí"),
        ("theo doi dan vooc hang quy het bao nhieu tien ha chau", "Kế hoạch không ghi kinh phí"),
    ],
)
def test_behind_an_interrogative_no_rhythm_is_to_be_confirmed(recurring: Snapshot, text: str, says: str) -> None:
    assert first(ask(recurring, text)).startswith(says)


def test_a_cost_that_stands_in_the_product_is_not_said_to_be_left_open() -> None:
    row = a_task(stt="9", task="Sửa chòi canh lửa", budget=None, result="Chòi; kinh phí 30 triệu đồng")
    said = ask(make_snapshot([a_loaded_plan([*ROWS, row])]), "sửa chòi canh lửa không ghi kinh phí đúng không")
    assert first(said).startswith("Không đúng. Kinh phí: 30 triệu đồng")


@pytest.mark.parametrize(
    ("turn", "says"),
    [("sản phẩm là báo cáo đúng không", "Không đúng. Sản phẩm: Hồ sơ"), ("san pham la ho so ha", "Đúng. Sản phẩm: Hồ")],
)
def test_a_claimed_product_behind_an_answer_is_of_its_row(snapshot: Snapshot, turn: str, says: str) -> None:
    assert first(ask(snapshot, "ai cứu hộ động vật hoang dã", turn)).startswith(says)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Trạm Kiểm lâm chỉ chủ trì thôi đúng không", "Không có nhiệm vụ nào Trạm Kiểm lâm phối hợp"),
        ("Phòng Khoa học chỉ phối hợp thôi phải không", "Không đúng. Có 2 nhiệm vụ Phòng Khoa học chủ trì"),
    ],
)
def test_that_a_unit_has_one_role_only_is_told_by_its_rows_in_the_other(
    snapshot: Snapshot, text: str, says: str
) -> None:
    assert first(ask(snapshot, text)).startswith(says)


COUNTS = [
    ("Phòng Khoa học chủ trì 2 việc đúng không", "Đúng. Có 2 nhiệm vụ Phòng Khoa học chủ trì", "25"),
    ("Phòng Khoa học chủ trì hai việc phải hông", "Đúng. Có 2 nhiệm vụ Phòng Khoa học chủ trì", "25"),
    ("Phòng Khoa học có 5 việc phải không", "Không đúng. Có 3 nhiệm vụ Phòng Khoa học", "125"),
    ("Trạm Kiểm lâm chỉ có 1 việc thôi à", "Đúng. Có 1 nhiệm vụ Trạm Kiểm lâm chủ trì", "1"),
    ("tháng 8 có 3 việc thôi hả", "Không đúng. Có 1 nhiệm vụ đến hạn trong tháng 8", "2"),
]


@pytest.mark.parametrize("accents", [True, False], ids=["accents", "none"])
@pytest.mark.parametrize(("text", "says", "rows"), COUNTS, ids=[text for text, *_ in COUNTS])
def test_how_many_there_are_said_to_be_is_told_to_be_so_or_not(
    snapshot: Snapshot, text: str, says: str, rows: str, accents: bool
) -> None:
    said = ask(snapshot, text if accents else folded(text))
    assert first(said).startswith(says)
    assert numbers(said) == rows


@pytest.mark.parametrize(
    "text",
    ["Phòng Khoa học của thầy Tám chủ trì 2 việc đúng không", "Phòng Khoa học của thầy Tám chủ trì 9 việc phải không"],
)
def test_of_a_question_that_was_not_understood_whole_nothing_is_said_to_be_so(snapshot: Snapshot, text: str) -> None:
    said = ask(snapshot, text)
    assert first(said).startswith("Có 2 nhiệm vụ Phòng Khoa học chủ trì")
    assert "Chưa hiểu “thầy tám”" in plain(said)


def test_of_a_part_of_the_rows_a_number_is_not_denied(snapshot: Snapshot) -> None:
    said = first(ask(snapshot, "Phòng Khoa học có 2 việc thôi à"))  # it chairs so many
    assert said.startswith("Có 3 nhiệm vụ Phòng Khoa học chủ trì hoặc phối hợp (chủ trì 2, chỉ phối hợp 1)")


BLANKS = [
    ("xây bia đá chưa có hạn đúng không", "Đúng. Kế hoạch không ghi thời hạn", "8"),
    ("xây bia đá không có đơn vị phối hợp phải không", "Đúng. Kế hoạch không ghi đơn vị phối hợp", "8"),
    ("cứu hộ động vật chưa có hạn à", "Không đúng. Thời hạn: Trước ngày 15/08/2027", "2"),
    ("cứu hộ động vật có sản phẩm là hồ sơ không", "Có. Sản phẩm: Hồ sơ cứu hộ", "2"),
    ("cứu hộ động vật có sản phẩm là quyết định không", "Không. Sản phẩm: Hồ sơ cứu hộ", "2"),
]


@pytest.mark.parametrize(("text", "says", "row"), BLANKS, ids=[text for text, *_ in BLANKS])
def test_that_a_cell_is_empty_is_told_to_be_so_or_not(text: str, says: str, row: str) -> None:
    blank = a_task(stt="8", task="Xây bia đá đầu rừng", lead=("Phòng Du lịch",), coordinate=(), deadline=a_deadline())
    said = ask(make_snapshot([a_loaded_plan([*ROWS, blank])]), text)
    assert first(said).startswith(says)
    assert stts(said) == [row]


def test_a_rhythm_is_not_denied_that_another_cell_says() -> None:
    row = a_task(stt="8", task="Giám sát cháy rừng", lead=("Trạm Kiểm lâm",), result="Báo cáo hằng tháng",
                 deadline=a_deadline(text="Thường xuyên", kind=DeadlineKind.ONGOING))  # fmt: skip
    said = ask(make_snapshot([a_loaded_plan([*ROWS, row])]), "giám sát cháy rừng hằng tháng phải không")
    assert first(said) == "Thời hạn: Thường xuyên (thực hiện thường xuyên, không có ngày cụ thể)"


def test_a_time_that_is_claimed_is_not_taken_for_the_unit_beside_it(snapshot: Snapshot) -> None:
    said = first(ask(snapshot, "hạn gieo ươm của các phòng là 31/1 phải hôn"))
    assert "Chủ trì" not in said


def test_of_the_row_of_another_unit_than_is_named_nothing_is_denied(snapshot: Snapshot) -> None:
    named = first(ask(snapshot, "cứu hộ động vật của Phòng Khoa học hạn tháng 9 phải không"))
    other = first(ask(snapshot, "cứu hộ động vật của Trạm Kiểm lâm hạn tháng 9 phải không"))
    assert named.startswith("Không đúng. Thời hạn")
    assert "úng. " not in other


def test_a_reply_to_a_message_of_one_row_claims_of_that_row(snapshot: Snapshot) -> None:
    ref, context = snapshot.plans[0].task_refs[1], Context(today=date(2027, 3, 1))
    said = [answer(text, snapshot, conversation=about((ref,)), context=context)[0] for text in REPLIES]
    assert [first(one).split(";")[0] for one in said] == [
        "Chưa có báo cáo hoàn thành",
        "Đúng. Thời hạn: Trước ngày 15/08/2027 (còn 167 ngày)",
        "Không đúng. Chủ trì: Phòng Khoa học",
    ]


REPLIES = ("xong chưa anh", "hạn tháng 8 phải không", "của Phòng Du lịch đúng không")


@pytest.mark.parametrize(
    ("limit", "says"),
    [
        ("trước 15/8", "Đúng. Thời hạn"),
        ("trước 15/9", "Thời hạn"),
        ("trước 15/7", "Không đúng. Thời hạn"),
        ("đến hết quý 2", "Không đúng. Thời hạn"),
    ],
)
def test_a_limit_that_is_claimed_has_to_be_that_of_the_row(snapshot: Snapshot, limit: str, says: str) -> None:
    assert first(ask(snapshot, f"cứu hộ động vật hoang dã xong {limit} phải không")).startswith(says)


def test_what_goes_on_from_a_question_claims_nothing(snapshot: Snapshot) -> None:
    said = ask(snapshot, "ai chủ trì cứu hộ động vật hoang dã", "còn Phòng Du lịch thì sao hả")
    assert "úng. " not in first(said)


def test_the_last_word_of_a_unit_begins_no_time() -> None:
    row = a_task(stt="8", task="Mua ống nhòm", lead=("Phòng Vật tư",), deadline=a_deadline(date(2027, 4, 9)))
    said = ask(make_snapshot([a_loaded_plan([*ROWS, row])]), "phong vat tu thang 4 khong co viec gi phai khong")
    assert first(said).startswith("Không đúng. Có 1 nhiệm vụ Phòng Vật tư chủ trì đến hạn trong tháng 4/2027")


def test_the_second_time_of_something_is_no_stretch_of_months() -> None:
    row = a_task(stt="8", task="Thả rùa về rừng lần hai", deadline=a_deadline(date(2027, 4, 9)))
    said = ask(make_snapshot([a_loaded_plan([*ROWS, row])]), "thả rùa về rừng lần hai tháng 4 đúng không")
    assert first(said).startswith("Đúng. Thời hạn: Trước ngày 09/04/2027")


def test_behind_a_list_of_one_row_a_claim_is_of_that_row(snapshot: Snapshot) -> None:
    said = ask(snapshot, "tháng 8 có việc gì", "Phòng Du lịch làm phải không")
    assert first(said).startswith("Không đúng. Chủ trì: Phòng Khoa học")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("cứu hộ động vật hoang dã chỉ cần người dân tham gia đúng không", id="who takes part"),
        pytest.param("cứu hộ động vật hoang dã chỉ phải làm một lần thôi phải không", id="how often"),
        pytest.param("cuu ho dong vat hoang da chi can giam doc duyet dung khong", id="who allows it"),
        pytest.param("cứu hộ động vật hoang dã đâu chỉ cần báo cáo phải không", id="denied"),
    ],
)
def test_what_is_said_to_be_enough_and_is_no_paper_is_no_product(snapshot: Snapshot, text: str) -> None:
    assert "úng." not in plain(ask(snapshot, text))


@pytest.mark.parametrize(
    ("result", "says"),
    [
        ("Báo cáo kiểm đếm", "Đúng. Sản phẩm"),
        ("Báo cáo kiểm đếm; bản đồ phân bố", "Sản phẩm"),
        ("Báo cáo và bản đồ", "Sản phẩm"),
        ("Bản đồ phân bố", "Không đúng. Sản phẩm"),
    ],
)
def test_a_product_is_not_said_to_be_enough_where_there_are_more(result: str, says: str) -> None:
    row = a_task(stt="8", task="Kiểm đếm đàn vượn đen", result=result)
    said = ask(make_snapshot([a_loaded_plan([*ROWS, row])]), "kiểm đếm đàn vượn đen chỉ cần báo cáo thôi phải không")
    assert first(said).startswith(says)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Phòng Khoa học có dưới 5 việc đúng không", "Đúng. Có 3 nhiệm vụ"),
        ("Phòng Khoa học có không quá 5 việc phải không", "Đúng. Có 3 nhiệm vụ"),
        ("phong khoa hoc co chua toi 3 viec dung khong", "Có 3 nhiệm vụ"),
        ("Phòng Khoa học chủ trì hơn 4 việc đúng không", "Không đúng. Có 2 nhiệm vụ"),
        ("tháng 8 có ít nhất 3 việc phải không", "Không đúng. Có 1 nhiệm vụ"),
    ],
)
def test_a_bound_on_how_many_there_are_is_heeded(snapshot: Snapshot, text: str, says: str) -> None:
    assert first(ask(snapshot, text)).startswith(says)


@pytest.mark.parametrize(
    ("printed", "says"),
    [
        ("Theo hướng dẫn của Bộ, Quý IV/2027", "Thời hạn"),
        ("Quý I, Quý II, Quý III, Quý IV", "Thời hạn"),
        ("Quý, 6 tháng, năm", "Đúng. Thời hạn"),
        ("Trước ngày 20 của tháng cuối quý", "Đúng. Thời hạn"),
        ("Hằng tháng", "Không đúng. Thời hạn"),
    ],
)
def test_a_single_quarter_is_not_every_quarter(printed: str, says: str) -> None:
    row = a_task(stt="8", task="Đo mực nước hồ Trũng", deadline=a_deadline(text=printed, kind=DeadlineKind.PERIODIC))
    said = ask(make_snapshot([a_loaded_plan([*ROWS, row])]), "đo mực nước hồ Trũng hằng quý phải không")
    assert first(said).startswith(says)
