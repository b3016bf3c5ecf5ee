"""Questions for the opposite of what a row says: the plans do not have it, and no row is put in its place."""

import pytest
from asking import ask, stts
from builders import a_loaded_plan, a_task

from knowledge.answers.opposites import opposite
from knowledge.data import records
from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.reply import plain

TASKS = (
    "Tuyển chọn vận động viên bóng rổ nam lứa tuổi 15",
    "Mua 12 máy bơm chìm cho trạm bơm Gò Mít",
    "Tăng khẩu phần bữa trưa của bếp ăn tập thể",
    "Thanh lý đàn dê đực giống của trại",
    "Kiểm tra thị lực học sinh trước kỳ thi",
    "Hướng dẫn kê khai hàng hóa chuyển ra khỏi cảng",
    "Sửa mái nhà kho cũ",
    "Mở lớp vẽ cho trẻ em vào buổi sáng",
    "Tập huấn bóng chuyền nữ",
    "Giải đua ghe trên rạch Cây Sộp",
    "Lấy ý kiến cấp trên trong tháng 5",
    "Mở 02 lớp tiếng Hàn, tiếng Trung cho thuyền viên",
    "Giải bóng đá mini các xóm chài",
    "Kiểm tra bếp ăn dịp Tết Trung thu",
)


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    return make_snapshot([a_loaded_plan([a_task(stt=str(at), task=task) for at, task in enumerate(TASKS, 1)])])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("ai tuyển chọn vận động viên bóng rổ nữ", "nữ", id="at the end"),
        pytest.param("ai tuyen chon van dong vien bong ro nu", "nu", id="without accents"),
        pytest.param("bán máy bơm chìm trạm bơm gò mít hạn nào", "bán", id="the act, a number behind it"),
        pytest.param("cắt giảm khẩu phần bữa trưa bếp ăn tập thể do ai", "cắt giảm", id="of two words"),
        pytest.param("thanh lý đàn dê cái giống của trại khi nào", "cái", id="a word that is small elsewhere"),
        pytest.param("kiểm tra thị lực học sinh sau kỳ thi phòng nào", "sau", id="a word of time"),
        pytest.param("hướng dẫn kê khai hàng hóa chuyển vào cảng ai làm", "vào", id="a direction"),
        pytest.param("sửa mái nhà kho mới bao giờ xong", "mới", id="the age of a thing"),
        pytest.param("mở lớp vẽ cho trẻ em vào buổi tối ai dạy", "buổi tối", id="a part of the day"),
        pytest.param("lấy ý kiến cấp dưới do phòng nào làm", "dưới", id="a rank"),
        pytest.param("lớp học tiếng Nhật dành cho thuyền viên ai mở", "tiếng nhật", id="a language"),
        pytest.param("lop hoc tieng nhat danh cho thuyen vien ai mo", "tieng nhat", id="the same, without accents"),
        pytest.param("các xóm chài đánh giải cầu lông mini khi nào", "cầu lông", id="a game"),
        pytest.param("kiểm tra bếp ăn vào dịp tết nguyên đán ai làm", "tết nguyên đán", id="a feast"),
    ],
)
def test_what_a_row_has_the_opposite_of_is_declined_and_the_row_is_told(
    snapshot: Snapshot, text: str, said: str
) -> None:
    answer = ask(snapshot, text)
    assert answer.abstained
    assert f"Kế hoạch không có “{said}”." in plain(answer)
    assert "gần nhất" in plain(answer)


@pytest.mark.parametrize(
    ("text", "row"),
    [
        pytest.param("ai tuyển chọn vận động viên bóng rổ nam", "1", id="the same word"),
        pytest.param("ai tuyển chọn vận động viên bóng rổ", "1", id="neither"),
        pytest.param("giải đua ghe dưới rạch Cây Sộp ai lo", "10", id="from where the speaker stands"),
        pytest.param("mua máy bơm chìm trạm bơm gò mít hạn nào", "2", id="the same act"),
        pytest.param("lớp tiếng Trung cho thuyền viên ai mở", "12", id="one of two that a row has"),
        pytest.param("tôi dạy tiếng Anh, lớp tiếng Hàn cho thuyền viên ai mở", "12", id="another beside it"),
        pytest.param("tập huấn bóng chuyền ai lo", "9", id="a game that another row has"),
        pytest.param("tập huấn bóng chuyền nữ ai chủ trì", "9", id="another row has the other word"),
        pytest.param("kiểm tra thị lực học sinh xong trước ngày nào", "5", id="a word of what is asked"),
        pytest.param("mở lớp vẽ cho trẻ em, người lớn thì đưa tới buổi sáng, ai dạy", "8", id="both words"),
    ],
)
def test_what_a_row_says_itself_is_answered(snapshot: Snapshot, text: str, row: str) -> None:
    assert stts(ask(snapshot, text))[:1] == [row]


def test_the_opposite_word_has_to_stand_in_the_place_of_the_other() -> None:
    row = a_task(task="Cấp áo ấm cho học viên nam của ký túc xá")
    said = ["cấp", "áo", "ấm", "cho", "nữ", "trực", "ký", "túc", "xá"]

    assert opposite(said, row) is None


@pytest.mark.parametrize(
    ("said", "apart"),
    [
        ("thay máy bơm cũ", False),
        ("máy bơm cũ đổi cái khác", False),
        ("may bom cu doi cai khac", False),
        ("sửa máy bơm cũ", True),
        ("cấp máy bơm cũ cho đội thông tin", True),
        ("thầy cấp máy bơm cũ", True),
    ],
)
def test_what_is_old_makes_room_for_what_is_new(said: str, apart: bool) -> None:
    found = opposite(said.split(), a_task(task="Lắp máy bơm mới ở trạm Gò Mít"))
    assert (found is not None) is apart


@pytest.mark.parametrize("made", ["22 máy mới", "22 máy mới, tủ điện", "Tủ điện; máy mới."])
def test_what_comes_of_a_row_is_said_by_it(made: str) -> None:
    row = a_task(task="Thay máy bơm cũ ở trạm Gò Mít", result=made)
    assert opposite(["lắp", "máy", "bơm", "mới"], row) is None


def test_what_is_told_apart_by_hand_and_by_machine_is_a_pair() -> None:
    row = a_task(task="Trải cỏ nhân tạo sân bóng")
    assert opposite(["trải", "cỏ", "tự", "nhiên", "sân", "bóng"], row) is not None


def test_every_group_of_opposites_has_two_words_and_none_twice() -> None:
    groups = [group[group[0] == "=" :] for group in records("opposites.tsv")]
    assert all(len(set(group)) == len(group) > 1 for group in groups)


WARDS = ("Đo mức hài lòng của người bệnh nội trú", "Phát phiếu hỏi người bệnh nội trú, ngoại trú về chờ khám")


@pytest.mark.parametrize(
    ("text", "says", "tentative"),
    [
        pytest.param("đo mức hài lòng ngoại trú ai làm", "Nội dung này không nêu “ngoại trú”.", True, id="a doubt"),
        pytest.param("đo mức hài lòng nội trú ai làm", "Chủ trì: Văn phòng Sở", False, id="the same"),
        pytest.param(
            "đo mức hài lòng của người bệnh ngoại trú", "Chưa tìm thấy nội dung này", False, id="printed elsewhere"
        ),
    ],
)
def test_the_opposite_is_a_doubt_and_not_denied_where_another_row_prints_it(
    text: str, says: str, tentative: bool
) -> None:
    wards = make_snapshot([a_loaded_plan([a_task(stt=str(at), task=task) for at, task in enumerate(WARDS, 1)])])
    said = ask(wards, text)
    assert says in plain(said)
    assert said.tentative == tentative
