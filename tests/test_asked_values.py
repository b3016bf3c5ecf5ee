"""Values that no row has: a wage, a price, an hour, a number to call; where a plan does tell one, it is answered."""

from datetime import date

import pytest
from asking import ask
from builders import a_deadline, a_loaded_plan, a_task

from knowledge.language.text import folded
from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.model import Heading, Passage, Place
from knowledge.reply import plain

DUE = a_deadline(date(2027, 6, 30))


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    rows = [
        a_task(task="Tập huấn chăm sóc người bệnh cho hộ lý", stt="1", lead=("Phòng Điều dưỡng",), result="64 người",
               deadline=DUE),
        a_task(task="Trình điều chỉnh giá vé tham quan", stt="2", lead=("Phòng Hành chính",), deadline=DUE),
        a_task(task="Niêm yết số điện thoại tiếp nhận phản ánh", stt="3", lead=("Văn phòng",), deadline=DUE),
        a_task(task="Tuyển lái xe có giấy phép hạng D2", stt="4", lead=("Đội Xe",), result="30 lái xe", deadline=DUE),
        a_task(task="Đối chiếu quỹ lương với ngân hàng", stt="5", lead=("Phòng Kế toán",), deadline=DUE),
        a_task(task="Trợ cấp cho người cao tuổi", stt="6", lead=("Phòng Công tác xã hội",), deadline=DUE,
               result="Cụ từ 80 tuổi được 500.000 đồng"),
        a_task(task="Số hóa sổ hộ tịch giai đoạn 1990-2010", stt="7", lead=("Bộ phận Một cửa",), deadline=DUE),
        a_task(task="Lắp trạm đo mưa tự động ở xã Suối Trai", stt="9", lead=("Phòng Kỹ thuật",), deadline=DUE,
               coordinate=("Phòng Kế toán",), result="06 trạm đo mưa"),
        a_task(task="Vớt bèo trên kênh tiêu", stt="10", lead=("Phòng Kỹ thuật",), deadline=DUE,
               coordinate=("Công ty Thủy nông An Hải",), result="12 km kênh"),
        a_task(task="Chọn nhà thầu nạo vét luồng", stt="11", lead=("Phòng Kế hoạch",), deadline=DUE),
        a_task(task="Hội thi lái xe an toàn", stt="12", lead=("Đội Xe",), budget="30 triệu đồng", deadline=DUE,
               result="05 giải thưởng"),
        a_task(task="Hội thi bơi chải", stt="18", lead=("Công đoàn",), deadline=DUE,
               result="01 giải nhất, 02 giải nhì, 05 giải khuyến khích"),
        a_task(task="Liên hoan hò đối đáp", stt="19", lead=("Công đoàn",), deadline=DUE,
               result="Giải nhất 5 triệu đồng"),
        a_task(task="Cuộc thi chụp ảnh bến cảng", stt="16", lead=("Công đoàn",), deadline=DUE,
               result="300 tấm ảnh; lễ trao giải"),
        a_task(task="Giám sát nhà thầu tại Khu Đầm Sen dọn rác bãi", stt="17", lead=("Tổ Bến",), deadline=DUE),
        a_task(task="Trưng bày hàng thủ công", stt="14", lead=("Phòng Hành chính",), deadline=DUE),
        a_task(task="Đón hãng Sao Biển ở miền Tây", stt="15", lead=("Phòng Hành chính",), deadline=DUE),
        a_task(task="Mời báo cáo viên nói chuyện về biển", stt="13", lead=("Công đoàn",), deadline=DUE),
        a_task(task="Sắp xếp lại khu đón tiếp khám bệnh", stt="8", lead=("Khoa Khám bệnh",), deadline=DUE,
               objective="Thời gian chờ khám kéo dài không quá 60 phút"),
    ]  # fmt: skip
    passages = [
        Passage("Đường dây nóng tiếp nhận phản ánh: 0254 3822 115.", (), Place(lines=(9, 9))),
        Passage("Gọi điện cho phụ huynh khi học viên nghỉ quá ba buổi liên tiếp.", (), Place(lines=(12, 12))),
        Passage("Trạm gác đêm đóng cổng lúc 22 giờ 30.", (), Place(lines=(10, 10))),
        Passage("Tổ trực ghi SĐT của người báo tin vào sổ, cột SDT.", (), Place(lines=(11, 11))),
    ]
    heading = Heading(issuer="Cảng vụ An Hải", place="An Hải", years=(2027,), title="Kế hoạch công tác năm 2027")
    return make_snapshot([a_loaded_plan(rows, heading=heading, passages=passages)])


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("lương hộ lý một tháng được bao nhiêu", id="a wage"),
        pytest.param("luong ho ly mot thang dc bao nhieu", id="a wage, without accents"),
        pytest.param("giá vé tham quan bao nhiêu tiền", id="a price that is to be set"),
        pytest.param("tuyển lái xe có giấy phép hạng D2 trả bao nhiêu USD", id="a currency"),
        pytest.param("vot beo tren kenh tieu bao nhieu usd", id="a currency, without accents"),
        pytest.param("chiều nay họp chăm sóc người bệnh lúc mấy giờ", id="an hour of the day"),
        pytest.param("cho tui xin số phôn phòng điều dưỡng coi", id="a number to call"),
        pytest.param("sdt chi phuong phong dieu duong", id="the same, in a hurry"),
        pytest.param("bằng D2 thì lái xe tối đa mấy chỗ", id="a measure"),
        pytest.param("vợ ông trưởng phòng kế toán làm ở đâu", id="somebody's family"),
        pytest.param("tập huấn hộ lý hay lái xe D2 cái nào tốt hơn", id="what somebody likes"),
        pytest.param("hộ lý được nghỉ phép mấy ngày một năm", id="leave"),
        pytest.param("vàng bữa nay bao nhiêu một chỉ", id="the world's prices"),
        pytest.param("người bệnh bị ho thì uống thuốc gì", id="advice"),
        pytest.param("Phòng Điều dưỡng nghỉ thai sản mấy tháng", id="how long somebody is away, of a unit with rows"),
        pytest.param("cấp giấy phép lái xe hạng D2 mất bao nhiêu ngày", id="how long something takes"),
        pytest.param("xin số điện thoại người phụ trách đối chiếu quỹ lương", id="a number of who has a row"),
        pytest.param("Cho số di động anh Vũ Văn Lâm, trưởng phòng Phòng Kế toán.", id="a number of who heads a unit"),
        pytest.param("học phí Phòng Kế toán thu mỗi tháng là bao nhiêu", id="a price, of a unit with rows"),
        pytest.param("trưởng phòng Phòng Kế toán sinh năm bao nhiêu", id="a year of birth"),
        pytest.param("tiền tăng ca của hộ lý bao giờ có vậy", id="pay for more hours"),
        pytest.param("tiền phụ cấp trực của hộ lý chưa thấy về, hỏi phòng nào", id="an allowance that is late"),
        pytest.param("em muốn nghỉ phép thì điền giấy nào, phòng nào duyệt", id="leave that is wished for"),
        pytest.param("tui nghỉ bệnh 2 ngày thì phòng nào trừ công", id="days of illness"),
    ],
)
def test_a_value_that_no_row_has_is_not_told_and_nothing_is_asked_back(snapshot: Snapshot, text: str) -> None:
    said = ask(snapshot, text)
    assert said.abstained
    assert not said.cited


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("đường dây nóng tiếp nhận phản ánh số điện thoại bao nhiêu", "0254 3822 115", id="a number"),
        pytest.param("trạm gác đêm đóng cổng lúc mấy giờ", "22 giờ 30", id="an hour"),
        pytest.param("ai niêm yết số điện thoại tiếp nhận phản ánh", "Văn phòng", id="who publishes the numbers"),
        pytest.param("xin cho biết ai niêm yết số điện thoại phản ánh", "Văn phòng", id="the same, politely"),
        pytest.param("đơn vị chủ trì tập huấn cho hộ lý tên là gì", "Phòng Điều dưỡng", id="the name of a unit"),
        pytest.param("có bao nhiêu việc về giá vé tham quan", "Có 1 nhiệm vụ", id="rows about prices"),
        pytest.param("hạn tuyển lái xe còn mấy ngày nữa", "30/06/2027", id="days that are left"),
        pytest.param(
            "mấy chỗ tập huấn chăm sóc người bệnh cho hộ lý thì ai chủ trì",
            "Phòng Điều dưỡng",
            id="a plural, where a unit is asked for",
        ),
        pytest.param("đối chiếu quỹ lương với ngân hàng hạn nào", "30/06/2027", id="a row about wages"),
        pytest.param("trình điều chỉnh giá vé tham quan phòng nào lo", "Phòng Hành chính", id="a row about prices"),
        pytest.param("trợ cấp cho người cao tuổi từ bao nhiêu tuổi", "80 tuổi", id="a measure that it has"),
        pytest.param("tuyển lái xe có giấy phép hạng D2 mấy người", "30 lái xe", id="a licence is no leave"),
        pytest.param("em đang nghỉ phép mà sếp hỏi hạn tuyển lái xe hạng D2", "30/06/2027", id="leave beside a row"),
        pytest.param("mức trợ cấp người cao tuổi là bao nhiêu tiền", "500.000 đồng", id="a sum that it has"),
        pytest.param("quỹ lương đối chiếu với ngân hàng của em ai lo", "Phòng Kế toán", id="wages of a row"),
        pytest.param(
            "tập huấn chăm sóc người bệnh cho hộ lý coi có tốt không thì ai lo",
            "Phòng Điều dưỡng",
            id="who looks whether it is good",
        ),
    ],
)
def test_what_a_plan_tells_of_such_a_value_is_answered(snapshot: Snapshot, text: str, told: str) -> None:
    assert told in plain(ask(snapshot, text))


def test_a_share_is_no_sum_of_money() -> None:
    row = a_task(task="Chi trả trợ cấp người cao tuổi qua tài khoản", stt="1", result="90% chi trả qua tài khoản")
    said = ask(make_snapshot([a_loaded_plan([row])]), "tiền trợ cấp của người cao tuổi mỗi tháng được bao nhiêu")
    assert said.abstained


@pytest.mark.parametrize("accents", [True, False], ids=["accents", "none"])
@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("nghỉ mấy buổi thì gọi phụ huynh", "ba buổi", id="a number in words"),
        pytest.param("học viên nghỉ mấy buổi liên tiếp thì gọi điện", "ba buổi", id="the same in other words"),
        pytest.param("thời gian chờ khám kéo dài mấy phút", "60 phút", id="minutes"),
        pytest.param("mất bao lâu để số hóa sổ hộ tịch", "30/06/2027", id="by when it is done"),
        pytest.param("phải mất mấy tháng để số hóa sổ hộ tịch vậy", "30/06/2027", id="by when, in months"),
    ],
)
def test_how_long_is_told_by_numbers_of_any_kind(snapshot: Snapshot, text: str, told: str, accents: bool) -> None:
    assert told in plain(ask(snapshot, text if accents else folded(text)))


@pytest.mark.parametrize("text", ["số hóa sổ hộ tịch mất bao lâu", "việc số hóa sổ hộ tịch mất mấy ngày"])
def test_a_row_that_does_not_tell_how_long_is_named_and_gone_on_about(snapshot: Snapshot, text: str) -> None:
    said = ask(snapshot, text)
    assert said.abstained
    assert "Số hóa sổ hộ tịch" in plain(said)
    assert "Bộ phận Một cửa" in plain(ask(snapshot, text, "ai lo"))


@pytest.mark.parametrize("accents", [True, False], ids=["accents", "none"])
@pytest.mark.parametrize(
    "text",
    [
        pytest.param("trạm đo mưa tự động mua của hãng nào vậy em", id="a maker"),
        pytest.param("trạm đo mưa tự động của hãng nào ai lo", id="a maker, before what it tells"),
        pytest.param("lắp trạm đo mưa tự động do công ty nào làm", id="a firm, asked as a unit"),
        pytest.param("lắp trạm đo mưa tự động thì công ty nào trúng", id="a firm behind a small word"),
        pytest.param("trưng bày hàng thủ công do hãng nào dựng gian", id="goods are no maker"),
        pytest.param("trạm đo mưa tự động đơn vị thi công tên gì", id="what a firm is called"),
        pytest.param("dọn rác bãi là nhà thầu nào", id="where a firm works is no name of it"),
        pytest.param("trạm đo mưa tự động thì kỹ sư nào trực", id="a person"),
        pytest.param("lắp trạm đo mưa tự động ai là tổng chỉ huy", id="who is one"),
        pytest.param("lắp trạm đo mưa tự động bảo hành mấy năm", id="how long"),
        pytest.param("sổ hộ tịch số hóa xong bản giấy giữ bao nhiêu năm", id="how long it is kept"),
        pytest.param("hội thi lái xe an toàn ban giám khảo gồm những ai", id="several persons"),
        pytest.param("hội thi lái xe an toàn giải nhất được mấy triệu", id="a prize, where a sum stands"),
        pytest.param("hội thi bơi chải giải nhất được mấy triệu", id="a prize, where their number stands"),
        pytest.param("đi hội thi lái xe an toàn thì ai phụ trách dẫn đoàn", id="who leads on the way"),
    ],
)
def test_what_a_row_on_the_matter_does_not_tell_is_not_answered_by_it(
    snapshot: Snapshot, text: str, accents: bool
) -> None:
    assert ask(snapshot, text if accents else folded(text)).abstained


@pytest.mark.parametrize("accents", [True, False], ids=["accents", "none"])
@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("vớt bèo trên kênh tiêu công ty nào phối hợp", "Công ty Thủy nông An Hải", id="a firm of the row"),
        pytest.param("chọn nhà thầu nạo vét luồng nào hạn nào", "30/06/2027", id="a firm is what it is on"),
        pytest.param("đón các hãng nào ở miền Tây", "hãng Sao Biển", id="a firm that it names"),
        pytest.param("mời báo cáo viên nào nói chuyện về biển", "Mời báo cáo viên", id="a person of the row"),
        pytest.param("trạm đo mưa tự động lắp ở xã nào", "Suối Trai", id="a place"),
        pytest.param("trạm đo mưa tự động lắp mấy trạm", "06 trạm", id="how many"),
        pytest.param("hội thi lái xe an toàn có mấy giải thưởng", "05 giải thưởng", id="how many prizes"),
        pytest.param("hội thi lái xe an toàn giải thưởng bao nhiêu", "05 giải thưởng", id="the number of prizes"),
        pytest.param("hội thi bơi chải có mấy giải nhì", "02 giải nhì", id="how many second prizes"),
        pytest.param("hội thi bơi chải giải nhất bao nhiêu giải", "01 giải nhất", id="how many first prizes"),
        pytest.param("liên hoan hò đối đáp giải nhất được mấy triệu", "5 triệu", id="a sum of prizes"),
        pytest.param("trao giải thưởng chụp ảnh bến cảng bao nhiêu tấm", "300 tấm", id="what else is counted"),
        pytest.param("hội thi lái xe an toàn hết mấy triệu", "30 triệu", id="a sum that it has"),
    ],
)
def test_what_it_does_tell_is(snapshot: Snapshot, text: str, told: str, accents: bool) -> None:
    assert told in plain(ask(snapshot, text if accents else folded(text)))


def test_the_row_that_does_not_tell_it_is_named_and_gone_on_about(snapshot: Snapshot) -> None:
    text = "trạm đo mưa tự động mua của hãng nào"
    assert "Lắp trạm đo mưa tự động" in plain(ask(snapshot, text))
    assert "Phòng Kỹ thuật" in plain(ask(snapshot, text, "ai lo"))


def test_what_a_row_that_was_talked_of_does_not_tell_is_not_answered_by_it(snapshot: Snapshot) -> None:
    assert ask(snapshot, "lắp trạm đo mưa tự động ai lo", "cái đó do công ty nào cung cấp").abstained


def test_a_word_for_a_firm_without_its_name_tells_none(snapshot: Snapshot) -> None:
    assert ask(snapshot, "nhà thầu nào trúng nạo vét luồng").abstained


def test_of_a_thing_that_is_counted_no_row_of_the_unit_tells(snapshot: Snapshot) -> None:
    assert ask(snapshot, "Phòng Kế toán được giao bao nhiêu biên chế").abstained


@pytest.mark.parametrize(
    "text",
    ["diệt chuột giữ lúa phải nộp bao nhiêu cái đuôi", "diet chuot giu lua phai nop bao nhieu cai duoi",
     "diệt chuột giữ lúa phải nộp bao nhiêu đuôi"],
)  # fmt: skip
def test_things_that_a_row_brings_are_counted_with_and_without_their_classifier(text: str) -> None:
    rows = [a_task(task="Diệt chuột giữ lúa", stt="1", result="15.000 đuôi chuột"), a_task(task="Mua xe", stt="2")]
    assert "15.000 đuôi" in plain(ask(make_snapshot([a_loaded_plan(rows)]), text))


@pytest.mark.parametrize("accents", [True, False], ids=["accents", "none"])
@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("kho lưu trữ điện tử bao lâu thì xong", True),
        ("kho lưu trữ điện tử còn mấy tháng", True),
        ("lưu trữ điện tử bao lâu nữa xong", True),
        ("kho lưu trữ điện tử bao lâu", True),
        ("kho lưu trữ điện tử giữ hồ sơ mấy năm", False),
        ("hồ sơ lưu trữ mấy năm", False),
        ("hồ sơ lưu trữ bao nhiêu năm", False),
    ],
)
def test_a_verb_in_the_name_of_a_row_does_not_ask_how_long_it_is_done(text: str, told: bool, accents: bool) -> None:
    rows = [
        a_task(task="Vận hành kho lưu trữ điện tử", stt="1", deadline=DUE),
        a_task(task="Chỉnh lý hồ sơ lưu trữ", stt="2", deadline=DUE),
    ]
    said = ask(make_snapshot([a_loaded_plan(rows)]), text if accents else folded(text))
    assert said.abstained is not told


@pytest.mark.parametrize("text", ["ai dẫn đoàn tư vấn hướng nghiệp", "ai dan doan tu van huong nghiep"])
def test_who_leads_a_group_for_a_matter_is_asked_back(text: str) -> None:
    rows = [a_task(task="Tổ chức đoàn tư vấn hướng nghiệp", stt="1", deadline=DUE), a_task(task="Mua xe", stt="2")]
    said = ask(make_snapshot([a_loaded_plan(rows)]), text)
    assert (said.abstained, said.tentative) == (False, True)
