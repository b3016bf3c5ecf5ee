"""Questions for yes or no: the first words are the answer, then the row that proves it."""

from datetime import date

import pytest
from asking import ask, stts
from builders import a_deadline, a_loaded_plan, a_task

from knowledge.answers.answer import Answer
from knowledge.language.text import folded
from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.model import DeadlineKind
from knowledge.reply import plain

EVERYBODY = "Các phòng, đơn vị thuộc Sở"
ROWS = [
    a_task(stt="1", task="Tuần tra bảo vệ rừng đặc dụng", lead=("Trạm Kiểm lâm",), coordinate=("Phòng Khoa học",),
           deadline=a_deadline(date(2027, 4, 30)), result="Báo cáo tuần tra"),
    a_task(stt="2", task="Cứu hộ động vật hoang dã", lead=("Phòng Khoa học",), coordinate=("Trạm Thú y",),
           deadline=a_deadline(date(2027, 8, 15)), result="Hồ sơ cứu hộ"),
    a_task(stt="3", task="Mở tuyến tham quan hang dơi", lead=("Phòng Du lịch",), coordinate=(EVERYBODY,),
           deadline=a_deadline(date(2027, 2, 20)), result="Quyết định"),
    a_task(stt="4", task="Gieo ươm cây bản địa", lead=(EVERYBODY,), deadline=a_deadline(date(2027, 10, 10))),
    a_task(stt="5", task="Tổng kết công tác bảo tồn", lead=("Phòng Khoa học", "Phòng Du lịch"),
           deadline=a_deadline(date(2027, 12, 5)), result="Báo cáo tổng kết"),
]  # fmt: skip


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    return make_snapshot([a_loaded_plan(ROWS)])


def first(said: Answer) -> str:
    return plain(said).splitlines()[0]


CLAIMS = [
    ("tuần tra bảo vệ rừng là của Trạm Kiểm lâm đúng không", "Đúng. Chủ trì: Trạm Kiểm lâm", "1"),
    ("tuần tra bảo vệ rừng là việc của Phòng Du lịch phải không", "Không đúng. Chủ trì: Trạm Kiểm lâm", "1"),
    ("việc cứu hộ động vật không phải của Trạm Thú y đúng không", "Đúng. Chủ trì: Phòng Khoa học", "2"),
    ("cứu hộ động vật không phải do Phòng Khoa học làm à", "Không đúng. Chủ trì: Phòng Khoa học", "2"),
    ("mở tuyến hang dơi do Phòng Du lịch làm hả", "Đúng. Chủ trì: Phòng Du lịch", "3"),
    ("mở tuyến hang dơi do Trạm Thú y lo phải hôn", "Không đúng. Chủ trì: Phòng Du lịch", "3"),
    ("Phòng Khoa học có chủ trì tuần tra bảo vệ rừng không", "Không. Chủ trì: Trạm Kiểm lâm", "1"),
    ("Phòng Khoa học có phối hợp tuần tra bảo vệ rừng không", "Có. Phối hợp: Phòng Khoa học", "1"),
    ("Phòng Khoa học có tham gia tuần tra bảo vệ rừng không em", "Có. Phối hợp: Phòng Khoa học", "1"),
    ("Phòng Du lịch có tham gia tuần tra bảo vệ rừng không", "Không. Chủ trì: Trạm Kiểm lâm", "1"),
    ("Trạm Thú y có lo cứu hộ động vật không", "Không. Chủ trì: Phòng Khoa học", "2"),
    ("có phải Trạm Thú y chủ trì cứu hộ động vật không", "Không đúng. Chủ trì: Phòng Khoa học", "2"),
    ("có phải Phòng Khoa học phối hợp với Trạm Thú y việc cứu hộ động vật không", "Đúng. Chủ trì", "2"),
    ("có phải Phòng Du lịch phối hợp với Trạm Thú y việc cứu hộ động vật không", "Không đúng. Chủ trì", "2"),
    ("tổng kết công tác bảo tồn do Phòng Du lịch chủ trì đúng không", "Đúng. Chủ trì: Phòng Khoa học; Phòng Du", "5"),
]


@pytest.mark.parametrize("accents", [True, False], ids=["accents", "none"])
@pytest.mark.parametrize(("text", "says", "row"), CLAIMS, ids=[text for text, *_ in CLAIMS])
def test_whether_a_unit_has_a_part_is_said_first(
    snapshot: Snapshot, text: str, says: str, row: str, accents: bool
) -> None:
    said = ask(snapshot, text if accents else folded(text))
    assert first(said).startswith(says)
    assert stts(said) == [row]


@pytest.mark.parametrize(
    "text", ["Trạm Thú y có chủ trì gieo ươm cây bản địa không", "Trạm Thú y có tham gia mở tuyến hang dơi không"]
)
def test_a_unit_is_not_denied_the_part_that_its_collective_name_has(snapshot: Snapshot, text: str) -> None:
    assert first(ask(snapshot, text)).startswith("Có. ")


def test_the_said_field_is_not_said_again_below(snapshot: Snapshot) -> None:
    said = plain(ask(snapshot, "tuần tra bảo vệ rừng là của Trạm Kiểm lâm đúng không"))
    assert said.count("Chủ trì: Trạm Kiểm lâm") == 1


@pytest.mark.parametrize(
    ("turn", "says"),
    [
        ("có phải của Trạm Thú y không", "Không đúng. Chủ trì: Phòng Khoa học"),
        ("do Phòng Khoa học làm đúng không", "Đúng. Chủ trì: Phòng Khoa học"),
        ("Trạm Thú y có tham gia không", "Có. Phối hợp: Trạm Thú y"),
        ("Phòng Du lịch có phối hợp không", "Không. Phối hợp: Trạm Thú y"),
        ("thế hạn tháng 8 đúng chưa", "Đúng. Thời hạn"),
        ("hạn tháng 9 phải hông", "Không đúng. Thời hạn"),
    ],
)
@pytest.mark.parametrize("before", ["cứu hộ động vật hoang dã hạn khi nào", "cứu hộ động vật hoang dã"])
def test_a_claim_behind_an_answer_is_of_its_row(snapshot: Snapshot, before: str, turn: str, says: str) -> None:
    said = ask(snapshot, before, turn)
    assert first(said).startswith(says)
    assert stts(said) == ["2"]


NOTHING = [
    ("tháng 4 không có việc gì phải không", "Không đúng. Có 1 nhiệm vụ", "1"),
    ("tháng 5 không có việc gì phải không", "Đúng. Không có nhiệm vụ nào", ""),
    ("tháng 5 chắc không có việc gì đâu nhỉ", "Đúng. Không có nhiệm vụ nào", ""),
    ("tháng 8 chẳng có việc nào hỉ", "Không đúng. Có 1 nhiệm vụ", "2"),
    ("Phòng Khoa học không làm gì trong tháng 8 à", "Không đúng. Có 1 nhiệm vụ", "2"),
    ("Phòng Khoa học tháng 8 không phải làm gì đúng không", "Không đúng. Có 1 nhiệm vụ", "2"),
    ("Trạm Kiểm lâm tháng 8 không có việc gì rứa hè", "Đúng. Không có nhiệm vụ nào", ""),
    ("Phòng Khoa học không chủ trì việc nào trong tháng 4 phải hông", "Đúng. Không có nhiệm vụ nào", ""),
    ("Phòng Khoa học không phối hợp việc gì trong tháng 4 đúng không", "Không đúng. Có 1 nhiệm vụ", "1"),
    ("Trạm Thú y không bị quá hạn việc nào phải không", "Đúng. Không có nhiệm vụ nào", ""),
]


@pytest.mark.parametrize("accents", [True, False], ids=["accents", "none"])
@pytest.mark.parametrize(("text", "says", "rows"), NOTHING, ids=[text for text, *_ in NOTHING])
def test_that_there_is_nothing_is_told_to_be_so_or_not(
    snapshot: Snapshot, text: str, says: str, rows: str, accents: bool
) -> None:
    bare = folded(text)
    said = ask(snapshot, text if accents else bare)
    assert "".join(stts(said)) == rows
    assert first(said).startswith(says) or (says.startswith("Đúng") and first(said).startswith(says[6:]))


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("việc nào Phòng Khoa học không làm nhỉ", "34"),
        ("em không biết tháng 8 có việc gì nhỉ", "2"),
        ("Phòng Khoa học có chủ trì cái nào không", "25"),
        ("Trạm Kiểm lâm có việc gì không nhỉ", "1"),
    ],
)
def test_rows_are_asked_for_all_the_same(snapshot: Snapshot, text: str, rows: str) -> None:
    said = ask(snapshot, text)
    assert "".join(sorted(stts(said))) == rows
    assert "úng. " not in first(said)


CELLS = [
    ("theo dõi đàn voọc hằng quý phải không", "Đúng. Thời hạn: Hằng quý", "6"),
    ("theo dõi đàn voọc là hằng tháng đúng không", "Không đúng. Thời hạn: Hằng quý", "6"),
    ("theo dõi đàn voọc làm thường xuyên hả", "Không đúng. Thời hạn: Hằng quý", "6"),
    ("mở tuyến hang dơi sản phẩm là quyết định đúng không", "Đúng. Sản phẩm: Quyết định", "3"),
    ("mở tuyến hang dơi sản phẩm là báo cáo phải không", "Không đúng. Sản phẩm: Quyết định", "3"),
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
    assert "".join(sorted(stts(said))) == rows


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


def test_when_a_row_is_due_is_asked_and_not_claimed(snapshot: Snapshot) -> None:
    assert first(ask(snapshot, "hạn tuần tra bảo vệ rừng tháng mấy nhỉ")).startswith("Thời hạn")


def test_a_unit_that_only_gets_something_is_not_claimed() -> None:
    rows = [
        *ROWS,
        a_task(stt="9", task="Bàn giao hiện vật cho Phòng Du lịch", lead=("Trạm Thú y",), result="Biên bản"),
    ]
    said = ask(make_snapshot([a_loaded_plan(rows)]), "bàn giao hiện vật cho Phòng Du lịch phải không")
    assert "úng. " not in first(said)
    assert stts(said) == ["9"]


def test_of_several_plans_that_row_is_shown_in_which_the_unit_has_its_part() -> None:
    other = [a_task(stt="7", task="Tuần tra bảo vệ rừng đặc dụng", lead=("Đội Cơ động",))]
    both = make_snapshot([a_loaded_plan(ROWS), a_loaded_plan(other, stem="hai")])
    said = ask(both, "Đội Cơ động có chủ trì tuần tra bảo vệ rừng không")
    assert first(said).startswith("Có. Chủ trì: Đội Cơ động")
    assert stts(said) == ["7"]
    assert first(ask(both, "tuần tra bảo vệ rừng không phải của Đội Cơ động đúng không")).startswith("Không đúng. ")
