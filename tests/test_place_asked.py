"""Where a row is done, behind that row: told where its text may tell it, denied where nothing says so."""

from datetime import date

import pytest
from asking import ask, stts
from builders import a_deadline, a_loaded_plan, a_task

from knowledge.language.text import folded
from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.model import Passage
from knowledge.questions.place_asked import place_kind, place_said
from knowledge.reply import plain

NOT_TOLD = "Kế hoạch không nêu địa điểm của nhiệm vụ này: Mở lớp dạy bơi cho trẻ em"
PASSAGES = (
    Passage("Hồ bơi của các trường mở cửa sáng thứ Bảy.", ("II. NHIỆM VỤ",)),
    Passage("Duy trì các câu lạc bộ, sinh hoạt đờn ca tài tử tối thứ Bảy tại Nhà văn hóa xã.", ("II. NHIỆM VỤ",)),
    Passage("Thủy lợi: thu phí đạt 12 tỷ đồng, tăng 8% so với năm 2026.", ("I. CHỈ TIÊU",)),
)


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    due = a_deadline(date(2027, 7, 31), text="Tháng 7/2027")
    rows = [
        a_task(
            stt="1",
            task="Mở lớp dạy bơi cho trẻ em",
            lead=("Đoàn Thanh niên",),
            result="200 trẻ biết bơi",
            deadline=due,
        ),
        a_task(stt="2", task="Lắp camera tại ngã ba Bến Gỗ", lead=("Công an xã",), result="50 camera", deadline=due),
        a_task(stt="3", task="Tổ chức hội thao", lead=("Phòng Văn hóa",), result="Báo cáo hội thao", deadline=due),
        a_task(stt="4", task="Tham mưu đề án bãi biển Cồn Vành", lead=("Ban Du lịch",), result="Đề án", deadline=due),
    ]
    places = {
        "5": "Ra quân trồng 2.000 cây lim xẹt dọc bờ kè sông Lâm",
        "6": "Cải tạo nhà vệ sinh tầng 3 và tầng 4",
        "7": "Sửa chữa Trạm Kiểm lâm Dốc Đá",
        "8": "Vận động lắp đặt điện mặt trời mái nhà",
        "9": "Sinh hoạt câu lạc bộ đờn ca tài tử",
        "12": "Tổ chức cuộc thi Đại sứ Văn hóa đọc vòng tỉnh",
        "13": "Tiếp nhận hồ sơ TTHC trực tuyến",
        "11": "Hớt tóc miễn phí cho bà con xã Ngọc Lũ",
        "10": "Kiểm kê tài sản, trang thiết bị",
    }
    rows += [a_task(stt=stt, task=task, lead=("Phòng Kinh tế",), deadline=due) for stt, task in places.items()]
    return make_snapshot([a_loaded_plan(rows, passages=PASSAGES)])


@pytest.mark.parametrize(
    "said",
    ["tổ chức ở đâu vậy, hội trường nào", "mở ở hồ bơi nào dậy", "ở chỗ nào vậy em", "dia diem o dau vay",
     "học ở bể nào", "to chuc o dau vay, hoi truong nao", "mở ở bãi biển nào", "dạy tại đâu"],
)  # fmt: skip
def test_a_place_that_is_not_told_is_said_not_to_be(snapshot: Snapshot, said: str) -> None:
    answer = ask(snapshot, "lớp dạy bơi cho trẻ em tháng mấy mở", said)
    assert (answer.abstained, stts(answer)) == (True, [])
    assert NOT_TOLD in plain(answer)


@pytest.mark.parametrize("said", ["lắp ở đâu", "lap o dau vay", "lắp ở ngã ba nào"])
def test_a_place_that_the_row_may_tell_is_told_by_the_row(snapshot: Snapshot, said: str) -> None:
    assert stts(ask(snapshot, "lắp camera khi nào xong", said)) == ["2"]


@pytest.mark.parametrize("accents", [True, False], ids=["accents", "none"])
@pytest.mark.parametrize(
    ("said", "row"),
    [
        pytest.param("trồng cây lim xẹt ở đâu", "5", id="along a river"),
        pytest.param("cải tạo nhà vệ sinh ở đâu", "6", id="a floor"),
        pytest.param("trạm kiểm lâm sửa ở chỗ nào", "7", id="a name"),
        pytest.param("điện mặt trời lắp ở đâu", "8", id="a part of a house"),
        pytest.param("câu lạc bộ đờn ca tài tử sinh hoạt ở đâu", "9", id="told by another sentence"),
        pytest.param("kiểm kê tài sản thế nào", "10", id="how, and not where"),
    ],
)
def test_a_place_in_any_words_is_not_said_to_be_untold(snapshot: Snapshot, said: str, row: str, accents: bool) -> None:
    for turns in ((said,), (said.replace("ở đâu", "khi nào"), "ở đâu vậy" if "ở đâu" in said else said)):
        answer = ask(snapshot, "hội thao bao giờ", *(turn if accents else folded(turn) for turn in turns))
        assert "không nêu địa điểm" not in plain(answer)
        assert row in stts(answer) or not stts(answer)


@pytest.mark.parametrize("said", ["còn hội thao tổ chức ở đâu", "hội thao ai lo", "còn đề án bãi biển thì ai tham mưu"])
def test_another_row_is_another_row(snapshot: Snapshot, said: str) -> None:
    assert NOT_TOLD not in plain(ask(snapshot, "lớp dạy bơi cho trẻ em tháng mấy mở", said))


@pytest.mark.parametrize(
    "said",
    [
        "gửi báo cáo về đâu",
        "kinh phí lấy ở đâu",
        "nêu ở đâu trong kế hoạch",
        "hội nghị ở sở nào chủ trì",
        "ở phòng nào lo",
        "kiem ke tai san the nao",
        "mua tai lieu nao",
        "sinh hoạt ở câu lạc bộ thế nào",
    ],
)
def test_whom_and_where_it_is_written_are_no_places(said: str) -> None:
    assert not place_said(said.split())


@pytest.mark.parametrize("said", ["nó ở mục nào", "ghi cụ thể sao, ở mục nào", "nằm ở phần nào vậy"])
def test_under_which_heading_it_stands_is_asked_of_the_row(snapshot: Snapshot, said: str) -> None:
    assert stts(ask(snapshot, "hội thao ai lo", said)) == ["3"]


@pytest.mark.parametrize("said", ["ai tham mưu, chủ trì", "ai soạn thảo", "ai đứng ra thực hiện", "ai trình"])
def test_who_does_it_in_words_for_any_row_is_who_has_the_row(snapshot: Snapshot, said: str) -> None:
    assert stts(ask(snapshot, "hội thao bao giờ", said)) == ["3"]


@pytest.mark.parametrize(
    "said", ["tăng mấy phần trăm so với năm ngoái", "moi nam tang bao nhieu %", "rồi năm sau tăng bao nhiêu"]
)
def test_how_much_a_figure_grows_is_told_by_its_own_sentence(snapshot: Snapshot, said: str) -> None:
    answer = ask(snapshot, "thu phí thủy lợi đạt bao nhiêu", said)
    assert not answer.tentative
    assert "tăng 8%" in plain(answer)


def test_what_does_not_grow_in_its_sentence_is_not_told_by_it(snapshot: Snapshot) -> None:
    assert "tăng 8%" not in plain(ask(snapshot, "hội thao ai lo", "tăng mấy phần trăm"))


@pytest.mark.parametrize(
    "said",
    [
        pytest.param("lớp dạy bơi cho trẻ em tổ chức ở hội trường nào", id="of one kind"),
        pytest.param("lop day boi cho tre em to chuc o hoi truong nao", id="no accents"),
    ],
)
def test_a_kind_of_place_that_is_asked_at_once_and_not_told_is_said_not_to_be(snapshot: Snapshot, said: str) -> None:
    assert NOT_TOLD in plain(ask(snapshot, said))


@pytest.mark.parametrize("accents", [True, False], ids=["accents", "none"])
@pytest.mark.parametrize(
    "said",
    [
        pytest.param("cuộc thi đại sứ văn hóa đọc vòng tỉnh tổ chức ở hội trường nào ạ", id="a word for papers in it"),
        pytest.param("tổ chức hội thao mình thuê khách sạn nào", id="where people stay"),
        pytest.param("tiếp nhận hồ sơ tthc trực tuyến học ở phòng họp nào", id="papers and a line are no place"),
    ],
)
def test_a_house_that_is_asked_for_and_not_told_is_not_answered(snapshot: Snapshot, said: str, accents: bool) -> None:
    assert ask(snapshot, said if accents else folded(said)).abstained


@pytest.mark.parametrize(
    ("said", "row"),
    [
        pytest.param("lắp camera ở ngã ba nào", "2", id="a kind that the row has"),
        pytest.param("trồng cây lim xẹt ở bờ kè nào", "5", id="among its words"),
        pytest.param("hớt tóc miễn phí cho bà con ở ấp nào", "11", id="a place of another kind"),
        pytest.param("hot toc mien phi cho ba con o ap nao", "11", id="of another kind, no accents"),
    ],
)
def test_a_kind_of_place_that_the_row_tells_is_told(snapshot: Snapshot, said: str, row: str) -> None:
    assert stts(ask(snapshot, said)) == [row]


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        pytest.param("mở ở hồ bơi nào", "ho boi ", id="a kind"),
        pytest.param("mở ở đâu", "", id="anywhere"),
        pytest.param("đặt trên đỉnh núi nào", "dinh nui ", id="on it"),
        pytest.param("hội trường nào lo", "", id="who does it"),
        pytest.param("nhà hàng nào được công nhận", "", id="which one"),
        pytest.param("nhà văn hóa nào phải sửa", "", id="which has to be"),
        pytest.param("mở ở chỗ nào", "", id="any place"),
    ],
)
def test_the_kind_of_place_is_what_is_said_before_which(said: str, kind: str) -> None:
    assert place_kind(said.split()) == kind


@pytest.mark.parametrize("said", ["mua của ai", "cần mang giấy tờ gì", "do nhà thầu nào", "mua nhãn hiệu nào"])
def test_who_sells_builds_or_teaches_is_told_by_no_row(snapshot: Snapshot, said: str) -> None:
    assert ask(snapshot, f"lắp camera tại ngã ba Bến Gỗ {said}").abstained


@pytest.mark.parametrize("said", ["ai đứng lớp dạy bơi", "mở lớp dạy bơi cho trẻ em cần giấy tờ gì"])
def test_what_a_row_may_well_tell_is_asked_of_it(snapshot: Snapshot, said: str) -> None:
    assert stts(ask(snapshot, said)) == ["1"]


@pytest.mark.parametrize("said", ["hãng gì", "lắp hãng nào vậy em", "trình ai ký", "nộp cho ai ký", "hang nao"])
def test_what_no_plan_tells_is_told_by_no_row_that_was_talked_of(snapshot: Snapshot, said: str) -> None:
    assert ask(snapshot, "lắp camera khi nào xong", said).abstained


@pytest.mark.parametrize("said", ["ai lập báo cáo", "ai làm báo cáo", "ai viết báo cáo"])
def test_who_makes_the_paper_of_the_row_is_who_has_the_row(snapshot: Snapshot, said: str) -> None:
    assert stts(ask(snapshot, "hội thao bao giờ", said)) == ["3"]


@pytest.mark.parametrize("accents", [True, False], ids=["accents", "none"])
@pytest.mark.parametrize(
    "said", ["hãng gì", "lắp hãng nào vậy em", "trình ai ký", "ai là trưởng đoàn", "ai làm tổ trưởng"]
)
def test_behind_what_no_plan_tells_the_row_is_still_talked_of(snapshot: Snapshot, said: str, accents: bool) -> None:
    turns = ("lắp camera ai lo", said, "hạn nào")
    assert ask(snapshot, *turns[:2]).abstained
    assert stts(ask(snapshot, *(turn if accents else folded(turn) for turn in turns))) == ["2"]
