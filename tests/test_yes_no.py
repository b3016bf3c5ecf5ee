"""Questions for yes or no: the first words are the answer, then the row that proves it."""

import pytest
from asking import ask, numbers, stts
from builders import a_loaded_plan, a_task
from forest import ROWS, first

from knowledge.language.text import folded
from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.reply import plain


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    return make_snapshot([a_loaded_plan(ROWS)])


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
    ("mấy cái hang dơi mở tuyến là bên Trạm Thú y lo phải không", "Không đúng. Chủ trì: Phòng Du lịch", "3"),
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


def test_how_many_rows_a_unit_has_is_counted_however_it_closes(snapshot: Snapshot) -> None:
    said = ask(snapshot, "Phòng Khoa học chủ trì mấy việc vậy phải không")
    assert len(stts(said)) > 1


AUCTION = a_task(stt="7", task="Đấu giá quyền khai thác bến thuyền", lead=("Phòng Du lịch",), coordinate=())


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("do Phòng Du lịch đấu giá quyền khai thác bến thuyền đúng không", "Đúng. Chủ trì: Phòng Du lịch"),
        ("do Phòng Du lịch đầu mối đấu giá bến thuyền phải không", "Đúng. Chủ trì: Phòng Du lịch"),
        ("do phong du lich dau gia quyen khai thac ben thuyen dung khong", "Đúng. Chủ trì: Phòng Du lịch"),
        ("Phòng Khoa học đâu có chủ trì cứu hộ động vật hoang dã đúng không", "Không đúng. Chủ trì: Phòng Khoa học"),
        ("phong khoa hoc dau co chu tri cuu ho dong vat hoang da dung khong", "Không đúng. Chủ trì: Phòng Khoa học"),
        ("Phòng Khoa học chẳng chủ trì cứu hộ động vật hoang dã đúng không", "Không đúng. Chủ trì: Phòng Khoa học"),
    ],
)
def test_only_a_word_that_denies_makes_a_denial_of_a_claim(text: str, says: str) -> None:
    assert first(ask(make_snapshot([a_loaded_plan([*ROWS, AUCTION])]), text)).startswith(says)


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
    assert numbers(said) == rows
    assert "úng. " not in first(said)


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
