"""Another thing, office or person is asked for than the plans have: that is said, and no neighbour answers for it."""

from datetime import date
from functools import cache

import pytest
from asking import ask, stts
from builders import a_deadline, a_loaded_plan, a_task

from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.model import Heading, Signer
from knowledge.reply import line_text, plain

ROWS = (
    ("1", "Thay động cơ số 3 của Trạm bơm Gò Mít", "Đội Cơ điện", "Động cơ 250 kW"),
    ("2", "Tổ chức thi thử vào lớp 10 lần 2", "Tổ Khảo thí", "Bảng điểm"),
    ("3", "Sửa chữa nhà vệ sinh dãy B, kinh phí 180 triệu đồng", "Tổ Văn phòng", "Nhà vệ sinh"),
    ("4", "Cấp căn cước cho học sinh", "Tổ Cảnh sát khu vực", "1.200 thẻ căn cước"),
    ("5", "Số hóa hồ sơ đảng viên theo Quyết định số 468/QĐ-TTg", "Văn phòng Đảng ủy", "Báo cáo"),
)


@cache
def snapshot() -> Snapshot:
    heading = Heading(number="15-KH/ĐU", symbol="KH/ĐU", issuer="Đảng ủy xã Nậm Pạc", place="Nậm Pạc",
                      issued="2027-01-18",
                      title="Kế hoạch Chuyển đổi số năm 2027", years=(2027,),
                      signer=Signer(name="Quàng Văn Thịnh", post="Bí thư"))  # fmt: skip
    rows = [
        a_task(task=task, stt=stt, lead=(lead,), coordinate=(), result=result, section=("I. NĂM 2027",),
               deadline=a_deadline(date(2027, 6, int(stt))))
        for stt, task, lead, result in ROWS
    ]  # fmt: skip
    return make_snapshot([a_loaded_plan(rows, heading=heading)])


@pytest.mark.parametrize(
    ("text", "first"),
    [
        pytest.param("thay động cơ số 1 trạm bơm gò mít ai làm", "Kế hoạch không có “động cơ số 1”.", id="a thing"),
        pytest.param("thi thử vào lớp 10 lần 3 khi nào", "Kế hoạch không có “lần 3”.", id="a time of several"),
        pytest.param("thi thử vào lớp 10 lần 3 time khi nào", "Kế hoạch không có “lần 3”.", id="a word behind it"),
    ],
)
def test_a_thing_of_another_number_is_not_there(text: str, first: str) -> None:
    said = ask(snapshot(), text)
    assert said.abstained
    assert line_text(said.head[0]) == first


@pytest.mark.parametrize("text", ["thay động cơ số 3 trạm bơm gò mít ai làm", "thay động cơ trạm bơm gò mít ai làm"])
def test_the_thing_of_that_number_or_of_none_is(text: str) -> None:
    assert stts(ask(snapshot(), text)) == ["1"]


@pytest.mark.parametrize("text", ["dang uy xa nam luc so hoa ho so dang vien han nao", "Đảng ủy xã Nam Lực có việc gì"])
def test_an_office_of_a_like_name_has_no_plan_here(text: str) -> None:
    assert ask(snapshot(), text).abstained
    assert "Nam L" in line_text(ask(snapshot(), text).head[0])


@cache
def communes() -> Snapshot:
    offices = {"Đồng Xoan": "Trồng rừng phòng hộ ven biển", "Ea Tu": "Tái canh cây cà phê"}
    plans = [
        a_loaded_plan([a_task(task=task)], stem=place,
                      heading=Heading(issuer=f"UBND xã {place}", place=place, title="Kế hoạch", years=(2027,)))
        for place, task in offices.items()
    ]  # fmt: skip
    return make_snapshot(plans)


@pytest.mark.parametrize(
    ("text", "stem"),
    [
        pytest.param("xa dog xoan ai chu tri trong rung", "Đồng Xoan", id="a letter too few"),
        pytest.param("ai chủ trì trồng rừng xã Đồng Xoann", "Đồng Xoan", id="a letter too many"),
        pytest.param("ke hoach cua xa dong xoqn ai trong rung", "Đồng Xoan", id="another letter"),
    ],
)
def test_a_slip_in_the_name_of_an_office_is_that_office(text: str, stem: str) -> None:
    assert [citation.stem for citation in ask(communes(), text).cited][:1] == [stem]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("ai chủ trì trồng rừng xã Đồng Xuân", id="a name"),
        pytest.param("xa dong xuan ai chu tri trong rung", id="a name without accents"),
        pytest.param("xa dog xuan ai chu tri trong rung", id="a name with a slip"),
        pytest.param("xa ea tul ai tai canh cay ca phe", id="a short name of no Vietnamese syllables"),
    ],
)
def test_an_office_whose_name_is_a_letter_apart_is_another(text: str) -> None:
    said = ask(communes(), text)
    assert said.abstained
    assert line_text(said.head[0]).startswith("Chưa có kế hoạch được hỏi")


@pytest.mark.parametrize(
    ("text", "first"),
    [
        pytest.param("bí thư là ai", "Người ký: Quàng Văn Thịnh, chức vụ: Bí thư", id="who signed"),
        pytest.param("phó bí thư là ai vậy", "Kế hoạch không ghi thông tin này.", id="who did not"),
        pytest.param("ai là chủ tịch", "Kế hoạch không ghi thông tin này.", id="another post"),
    ],
)
def test_who_holds_a_post_is_known_of_who_signed(text: str, first: str) -> None:
    assert line_text(ask(snapshot(), text).head[0]) == first


def test_a_sum_in_the_words_of_a_row_is_its_budget() -> None:
    assert "180 triệu đồng" in line_text(ask(snapshot(), "sửa nhà vệ sinh hết bao nhiêu tiền").head[0])


def test_what_is_counted_is_a_figure_of_a_row_and_no_number_of_rows() -> None:
    assert (
        line_text(ask(snapshot(), "có bao nhiêu thẻ căn cước phải cấp").head[0])
        == "Mục tiêu, chỉ tiêu: 1.200 thẻ căn cước"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("những việc trừ của đội cơ điện và tổ khảo thí", ["3", "4", "5"], id="two units left out"),
        pytest.param("việc nào sản phẩm không phải là báo cáo", ["1", "2", "3", "4"], id="another product"),
    ],
)
def test_what_is_left_out_is_left_out(text: str, expected: list[str]) -> None:
    assert stts(ask(snapshot(), text)) == expected


def test_half_of_a_word_of_a_row_leaves_nothing_out() -> None:
    rows = [a_task(stt="1", task="Lắp trụ sạc cho xe điện", result="12 trụ sạc"), a_task(stt="2", task="Mua xe điện")]
    loaded = make_snapshot([a_loaded_plan(rows)])
    assert stts(ask(loaded, "lap tru sac xong thi phai ra dc cai gi")) == ["1"]
    assert stts(ask(loaded, "liet ke cac viec tru sac xe")) == ["1"]
    assert stts(ask(loaded, "liet ke cac viec tru mua xe")) == ["1"]


def test_a_sports_ground_is_told_by_its_number_and_is_no_sum() -> None:
    rows = [a_task(stt="1", task="Trải cỏ nhân tạo sân vận động số 2"), a_task(stt="2", task="Thu 20 triệu đồng quỹ 3")]
    said = ask(make_snapshot([a_loaded_plan(rows)]), "trải cỏ nhân tạo sân vận động số 5 ai chủ trì")
    assert said.abstained
    assert line_text(said.head[0]) == "Kế hoạch không có “vận động số 5”."


@pytest.mark.parametrize("text", ["việc nào nhắc tới quyết định 469", "huyện Krông Pa có nhiệm vụ gì"])
def test_a_number_or_a_place_that_no_row_has_is_no_topic_that_may_be_dropped(text: str) -> None:
    said = ask(snapshot(), text)
    assert said.abstained
    assert ("469" if "469" in text else "krông pa") in line_text(said.head[0])


def test_a_word_without_accents_is_no_office_in_a_text_that_has_them() -> None:
    offices = ("Sở Xây dựng tỉnh An Bình", "Sở Y tế tỉnh Bình Hải", "Đảng ủy xã Nậm Pạc")
    plans = [
        a_loaded_plan([a_task(objective=f"Tỷ lệ xử lý phản ánh đạt {share}%")], stem=f"k{share}",
                      heading=Heading(issuer=issuer, title="Kế hoạch", years=(2027,)))
        for share, issuer in zip((95, 96, 97), offices, strict=True)
    ]  # fmt: skip
    loaded = make_snapshot(plans)
    said = ask(loaded, "tỷ lệ xử lý phản ánh của Đảng ủy xã Nậm Pạc", "So với Sở Y tế thì cao hơn hay thấp hơn?")
    assert {citation.stem for citation in said.cited} == {"k96", "k97"}


@pytest.mark.parametrize(
    ("text", "lacks"),
    [
        pytest.param("ai tập huấn luật mới cho trọng tài bơi lội", "bơi lội", id="behind a word like a small one"),
        pytest.param("chống thấm mái phòng đọc hạn khi nào", "đọc", id="half of it stands in another cell"),
        pytest.param("xây dựng thực đơn cho huấn luyện viên hạn nào", "huấn luyện viên", id="beside one thing"),
        pytest.param("xây hầm chứa cho trại heo nái ai chủ trì", "heo nái", id="a phrase that no plan has"),
    ],
)
def test_what_is_put_for_a_thing_of_a_row_is_named_and_not_sure(text: str, lacks: str) -> None:
    tasks = ("Tập huấn luật mới cho trọng tài cầu lông", "Chống thấm mái kho lưu trữ",
             "Xây dựng thực đơn dinh dưỡng cho vận động viên", "Mở phòng đọc", "Tổ chức lớp bơi lội",
             "Tìm huấn luyện viên", "Thuê trọng tài", "Xây hầm chứa chất thải cho trại gà đẻ")  # fmt: skip
    rows = [a_task(stt=str(at), task=task, coordinate=("Phòng Địa chí",)) for at, task in enumerate(tasks)]
    said = ask(make_snapshot([a_loaded_plan(rows)]), text)
    assert said.abstained or f"không nêu “{lacks}”" in plain(said)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("ai duy trì chế độ trực ban dự báo", id="half of it is said in another sense"),
        pytest.param("ai duy tri che do truc ban du bao", id="without accents"),
        pytest.param("trực ban dự báo là việc của ai", id="turned round"),
    ],
)
def test_a_board_is_no_place_of_which_another_could_be_meant(text: str) -> None:
    row = a_task(task="Duy trì chế độ trực ban dự báo 24/24 giờ, cung cấp tin cho Ban Chỉ đạo Phòng thủ", lead=("Đài",))
    assert plain(ask(make_snapshot([a_loaded_plan([row])]), text)).startswith("Chủ trì: Đài")


def test_another_name_of_a_place_that_a_row_has_is_no_name_that_is_not_there() -> None:
    fair = a_task(
        task="Dựng gian hàng ở hội chợ Thành phố Hồ Chí Minh", result="Gian hàng 80 m2", lead=("Phòng Xúc tiến",)
    )
    snapshot = make_snapshot([a_loaded_plan([fair, a_task(task="Họp báo", stt="2")])])
    assert plain(ask(snapshot, "dựng gian hàng hội chợ Sài Gòn ai chủ trì")).startswith("Chủ trì: Phòng Xúc tiến")
    assert "80 m2" in plain(ask(snapshot, "gian hàng hội chợ Sài Gòn bao nhiêu mét vuông"))
    assert "Đà Nẵng" in plain(ask(snapshot, "dựng gian hàng hội chợ Đà Nẵng ai chủ trì"))


@pytest.mark.parametrize(
    "text",
    ["sổ sức khỏe trên VNeID Trạm Y tế làm chung với ai", "VNeID Trạm Y tế tạo sổ sức khỏe cho dân thì ai phối hợp"],
)
def test_a_name_ends_where_that_of_a_unit_begins(text: str) -> None:
    row = a_task(task="Tạo sổ sức khỏe cho người dân trên VNeID", lead=("Trạm Y tế",), coordinate=("Công an xã",))
    other = a_task(task="Họp báo", stt="2", lead=("Văn phòng",), coordinate=("Trạm Y tế",))
    assert plain(ask(make_snapshot([a_loaded_plan([row, other])]), text)).startswith("Phối hợp: Công an xã")
