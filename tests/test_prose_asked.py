"""What running text charges somebody with: asked as a field of a row, as the duties on a matter, or by how long."""

from dataclasses import replace
from datetime import date

import pytest
from asking import ask, stts
from builders import a_loaded_plan, a_task

from knowledge.language.text import folded
from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.model import Deadline, DeadlineKind, Heading, Passage, Place, Target, Task, TaskKind
from knowledge.reply import plain

_CHARGED = "V. TỔ CHỨC THỰC HIỆN"
_LEADS = ("Sở Tài chính",)
_WATCH = "5. Đài Khí tượng tỉnh phát bản tin cảnh báo lũ, mỗi ngày sáu lần."
_STORES = "2. Dự trữ gạo, nước uống đủ dùng trong bảy ngày tại các thôn bị chia cắt."
_BRANCHES = "Các chi nhánh gửi kế hoạch chi tiết về Văn phòng trước ngày 25/02/2027."


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    passages = [Passage(text, (_CHARGED,), Place(lines=(n, n))) for n, text in enumerate((_WATCH, _STORES, _BRANCHES))]
    duties = [
        _duty("Tổng hợp dự toán kinh phí thực hiện Kế hoạch cải cách hành chính", 11),
        _duty("Kiểm tra kỷ luật, kỷ cương công vụ tại các xã", 12),
        _duty("Theo dõi tình hình tinh giản biên chế", 13),
    ]
    return make_snapshot([a_loaded_plan([a_task(), *duties], passages=tuple(passages))])


def _duty(text: str, line: int) -> Task:
    place = Place(lines=(line, line))
    return Task(task=text, section=(_CHARGED,), kind=TaskKind.PROSE, lead=_LEADS, deadline=Deadline(), place=place)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("ai phát bản tin cảnh báo lũ", id="who"),
        pytest.param("đơn vị nào có trách nhiệm phát bản tin cảnh báo lũ", id="who is responsible"),
        pytest.param("don vi nao co trach nhiem phat ban tin canh bao lu", id="without accents"),
    ],
)
def test_a_sentence_that_begins_with_an_office_says_who_does_it(snapshot: Snapshot, text: str) -> None:
    said = ask(snapshot, text)
    assert (said.abstained, "Đài Khí tượng tỉnh" in plain(said)) == (False, True)


def test_a_sentence_that_names_nobody_is_no_answer_to_who(snapshot: Snapshot) -> None:
    assert ask(snapshot, "ai dự trữ gạo cho các thôn bị chia cắt").abstained


def test_how_many_days_something_lasts_may_be_printed_in_words(snapshot: Snapshot) -> None:
    assert "bảy ngày" in plain(ask(snapshot, "dự trữ gạo nước uống đủ mấy ngày cho các thôn bị chia cắt"))


def test_a_sentence_with_a_day_answers_when(snapshot: Snapshot) -> None:
    assert "25/02/2027" in plain(ask(snapshot, "các chi nhánh gửi kế hoạch chi tiết trước ngày nào"))


def test_what_somebody_is_responsible_for_on_a_matter_are_the_duties_on_it(snapshot: Snapshot) -> None:
    said = ask(snapshot, "Sở Tài chính có trách nhiệm gì về dự toán kinh phí cải cách hành chính 2027")
    assert [citation.item.place.lines for citation in said.cited] == [(11, 11)]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        pytest.param("Ngoài bảng ra, phần tổ chức thực hiện giao Sở Tài chính những gì?", {21, 22}, id="beside it"),
        pytest.param("ngoài phụ lục, Sở Tài chính còn phải làm những việc gì", {21, 22}, id="no unit is left out"),
        pytest.param("Sở Tài chính được giao gì ngoài bảng", {21, 22}, id="what it was given"),
        pytest.param("viec nao cua So Tai chinh khong nam trong bang phu luc", {21, 22}, id="without accents"),
        pytest.param(
            "Ngoài cái lập dự toán trong bảng, phần tổ chức thực hiện còn giao Sở Tài chính gì nữa?",
            {21, 22},
            id="beside one of its rows",
        ),
        pytest.param("trong bảng Sở Tài chính chủ trì những việc nào", {20}, id="in it"),
        pytest.param("việc nào trong bảng không do Sở Tài chính chủ trì", {19}, id="in it, without a unit"),
    ],
)
def test_what_the_tables_do_not_have_is_told_of_the_text_alone(text: str, lines: set[int]) -> None:
    rows = [
        a_task(task="Tổ chức hội thi", lead=("Sở Nội vụ",), coordinate=(), place=Place(lines=(19, 19))),
        a_task(task="Lập dự toán hội thi", lead=_LEADS, coordinate=(), place=Place(lines=(20, 20))),
        _duty("Theo dõi tình hình tinh giản biên chế", 21),
        _duty("Kiểm tra kỷ luật công vụ tại các xã", 22),
    ]
    said = ask(make_snapshot([a_loaded_plan(rows)]), text)
    assert {line for citation in said.cited for line in citation.item.place.lines or ()} == lines


def test_without_a_matter_they_are_all_that_the_text_says(snapshot: Snapshot) -> None:
    assert len(ask(snapshot, "Sở Tài chính có trách nhiệm gì").cited) == 3


_GATHERED = "Cuối năm, Văn phòng tổng hợp kết quả thực hiện của từng đơn vị, các phòng thuộc Sở làm căn cứ xét thi đua"


@pytest.fixture(scope="module")
def of_rooms() -> Snapshot:
    rooms = ("Phòng Kế hoạch", "Phòng Đào tạo", "Phòng Hành chính")
    rows = [a_task(task=f"Rà soát hồ sơ số {n}", lead=(room,), stt=str(n)) for n, room in enumerate(rooms, 1)]
    duties = (
        replace(_duty(_GATHERED, 21), lead=("Văn phòng",)),
        replace(_duty("Tổng hợp dự toán kinh phí đào tạo", 22), lead=("Phòng Đào tạo",)),
    )
    return make_snapshot([a_loaded_plan([*rows, *duties])])


@pytest.mark.parametrize(
    ("text", "who"),
    [
        pytest.param("cuối năm ai gom kết quả của từng phòng để xét thi đua", "Văn phòng", id="of each room"),
        pytest.param("cuoi nam ai gom ket qua cua tung phong de xet thi dua", "Văn phòng", id="without accents"),
        pytest.param("đơn vị nào tổng hợp kết quả của từng phòng cuối năm", "Văn phòng", id="which unit"),
        pytest.param("Việc tổng hợp kết quả của từng phòng để xét thi đua thì ai làm", "Văn phòng", id="its doing"),
        pytest.param(
            "ai tổng hợp dự toán kinh phí đào tạo, Phòng Kế hoạch phải không", "Phòng Đào tạo", id="puts together"
        ),
    ],
)
def test_who_does_something_for_each_of_them_counts_and_sums_nothing(of_rooms: Snapshot, text: str, who: str) -> None:
    assert plain(ask(of_rooms, text)).startswith(f"Chủ trì: {who}\n")


@pytest.mark.parametrize(
    "text",
    [
        "Cuối năm thì chỗ nào gom kết quả của từng phòng để xét thi đua?",
        "tổng hợp kết quả trong mỗi phòng để xét thi đua",
    ],
)
def test_what_is_done_in_each_of_them_without_a_word_for_rows_counts_nothing(of_rooms: Snapshot, text: str) -> None:
    assert plain(ask(of_rooms, text)).startswith(_GATHERED)


@pytest.mark.parametrize(
    "text",
    [
        "việc của từng phòng",
        "việc của từng phòng là những việc nào",
        "từng phòng có mấy việc",
        "ai có mấy việc, của từng phòng",
        "khối lượng của từng phòng",
        "phần chủ trì của từng phòng",
    ],
)
def test_rows_of_each_room_are_counted(of_rooms: Snapshot, text: str) -> None:
    said = plain(ask(of_rooms, text))
    assert all(f"{room}: 1 nhiệm vụ" in said for room in ("Phòng Kế hoạch", "Phòng Hành chính"))


_OWN_PLAN = "Xây dựng kế hoạch cải cách hành chính của đơn vị, địa phương, các chỉ tiêu không thấp hơn Kế hoạch này"


@pytest.fixture(scope="module")
def of_province() -> Snapshot:
    due = Deadline("trước ngày 31/01/2027", DeadlineKind.DATE, (date(2027, 1, 31),))
    leads = ("Các sở, ngành", "UBND cấp huyện", "UBND cấp xã")
    own = replace(_duty(_OWN_PLAN, 31), lead=leads, deadline=due)
    sent = "3. Các đơn vị gửi báo cáo 9 tháng về Sở Nội vụ trước ngày 14/9/2027."
    rows = [
        a_task(task="Rà soát thủ tục hành chính tại các sở, UBND cấp huyện, cấp xã", stt="1"),
        a_task(task="Kiểm tra công vụ tại UBND cấp huyện, cấp xã", stt="2"),
    ]
    passages = (Passage(sent, (_CHARGED,), Place(lines=(33, 33))),)
    return make_snapshot([a_loaded_plan([*rows, own], passages=passages)])


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("các sở, huyện, xã phải có kế hoạch cải cách hành chính riêng của mình trước hôm nào", id="own"),
        pytest.param("các sở phải lập kế hoạch cải cách hành chính 2027 của đơn vị trước ngày nào", id="of the unit"),
        pytest.param("huyện xã phải làm kế hoạch cải cách hành chính năm 2027 xong ngày nào", id="has to be made"),
    ],
)
def test_a_plan_that_is_yet_to_be_drawn_up_is_what_is_asked_about(of_province: Snapshot, text: str) -> None:
    assert plain(ask(of_province, text)).startswith("Thời hạn: trước ngày 31/01/2027")


@pytest.mark.parametrize(
    "text", ["các đơn vị gửi báo cáo 9 tháng về đâu, trước ngày nào", "gui bao cao 9 thang ve dau, khi nao"]
)
def test_where_something_is_sent_and_when_is_one_sentence(of_province: Snapshot, text: str) -> None:
    said = ask(of_province, text)
    assert not said.tentative
    assert "về Sở Nội vụ trước ngày 14/9/2027" in plain(said)


@pytest.fixture(scope="module")
def of_aims() -> Snapshot:
    texts = (
        ("Xây dựng nền hành chính hiện đại, phục vụ", ("I. MỤC TIÊU, YÊU CẦU", "1. Mục tiêu chung")),
        ("Phân cấp cho cấp xã trên 20% thủ tục", ("II. NHIỆM VỤ", "1.1. Mục tiêu")),
        ("Văn phòng bố trí kinh phí thực hiện các nhiệm vụ của Kế hoạch", ("III. KINH PHÍ",)),
        ("Kinh phí thực hiện Kế hoạch được bảo đảm từ nguồn ngân sách tỉnh", ("III. KINH PHÍ",)),
        ("Đón 24,5 triệu lượt khách quốc tế, 135 triệu lượt khách nội địa", ("II. NHIỆM VỤ",)),
    )
    passages = tuple(Passage(text, section, Place(lines=(n, n))) for n, (text, section) in enumerate(texts, 50))
    pleased = Target("Tỷ lệ khách quốc tế hài lòng đạt 92%", ("92%",), ("II. NHIỆM VỤ",), Place(lines=(60, 60)))
    return make_snapshot([a_loaded_plan([a_task()], passages=passages, targets=(pleased,))])


@pytest.mark.parametrize(
    ("text", "says"),
    [
        pytest.param(
            "mục tiêu chung của kế hoạch này là gì", "Xây dựng nền hành chính hiện đại", id="the aim as a whole"
        ),
        pytest.param("muc tieu tong quat la gi", "Xây dựng nền hành chính hiện đại", id="without accents"),
        pytest.param(
            "tiền thực hiện kế hoạch lấy từ nguồn nào", "từ nguồn ngân sách tỉnh", id="where money comes from"
        ),
        pytest.param("tiền đâu ra để làm kế hoạch này", "từ nguồn ngân sách tỉnh", id="in everyday words"),
        pytest.param("năm nay đón bao nhiêu khách nội địa", "135 triệu lượt khách nội địa", id="one of two amounts"),
        pytest.param(
            "chỉ tiêu phân cấp thủ tục cho cấp dưới là bao nhiêu", "trên 20% thủ tục", id="a bound is no place"
        ),
    ],
)
def test_a_passage_that_says_it_answers(of_aims: Snapshot, text: str, says: str) -> None:
    said = ask(of_aims, text)
    assert not said.abstained
    assert says in plain(said).splitlines()[0]


@pytest.mark.parametrize(
    "text", ["mục tiêu chung là gì", "muc tieu tong quat la gi", "mục tiêu tổng quát của các kế hoạch"]
)
def test_the_aim_as_a_whole_is_told_of_each_plan(of_aims: Snapshot, text: str) -> None:
    aims = (("Đủ thuốc cho trạm y tế", "1. Mục tiêu chung"), ("Mỗi trạm có 2 bác sĩ", "2. Mục tiêu cụ thể"))
    fields = tuple(Passage(said, ("I. MỤC TIÊU", head), Place(lines=(n, n))) for n, (said, head) in enumerate(aims, 50))
    heading = Heading(number="7/KH-UBND", issuer="UBND tỉnh Hà Trung", title="Kế hoạch Y tế", years=(2027,))
    other = a_loaded_plan([a_task(task="Mua thuốc")], stem="y-te", heading=heading, passages=fields)
    said = plain(ask(make_snapshot([*of_aims.plans, other]), text))
    assert "Xây dựng nền hành chính hiện đại" in said
    assert "Đủ thuốc cho trạm y tế" in said
    assert "2 bác sĩ" not in said


_SEA, _LAND = "Các hạt kiểm ngư", "Phòng Kế toán"


@pytest.fixture(scope="module")
def of_charges() -> Snapshot:
    rows = [
        a_task(task="Tuần tra ven bờ", lead=(_SEA,), stt="1"),
        a_task(task="Mua hai xuồng máy", lead=(_LAND,), stt="2", budget="900 triệu đồng"),
    ]
    duties = [
        replace(_duty("Bám địa bàn, mỗi tuần ba ngày ở cơ sở", 41), lead=(_SEA,)),
        replace(_duty("Báo cáo kết quả hằng quý", 42), lead=(_SEA,)),
        replace(_duty("Công khai tiền ăn vào ngày 05 hằng tháng", 43), lead=(_LAND,)),
        replace(_duty("Chủ trì nâng Chỉ số quản trị nghề cá (FISH)", 44), lead=(_SEA,)),
    ]
    return make_snapshot([a_loaded_plan([*rows, *duties])])


@pytest.mark.parametrize("accents", [True, False], ids=["accents", "none"])
@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("phần tổ chức thực hiện đòi các hạt kiểm ngư làm những gì", [41, 42, 44]),
        ("phần tổ chức thực hiện yêu cầu phòng kế toán làm gì", [43]),
        ("ngoài các việc trong phụ lục, phần tổ chức thực hiện giao các hạt kiểm ngư làm gì", [41, 42, 44]),
        ("phần tổ chức thực hiện đề ra mấy việc cho các hạt kiểm ngư", [41, 42, 44]),
        ("phần tổ chức thực hiện giao gì cho khối nội nghiệp: phòng kế toán, các hạt kiểm ngư", [41, 42, 43, 44]),
        ("ngoài báo cáo, các hạt kiểm ngư còn trách nhiệm gì", [41, 44]),
        ("các hạt kiểm ngư có phải chịu trách nhiệm về chỉ số FISH không, đoạn nào ghi", [44]),
        ("phòng kế toán phải công khai tiền ăn ngày mấy", [43]),
    ],
)
def test_a_part_of_the_text_charges_units(of_charges: Snapshot, text: str, lines: list[int], accents: bool) -> None:
    said = ask(of_charges, text if accents else folded(text))
    assert sorted(line for citation in said.cited for line in citation.item.place.lines or ()) == sorted(
        (*lines, *lines)
    )
    assert not said.tentative


def test_the_rows_of_the_table_stay_a_list_of_their_own(of_charges: Snapshot) -> None:
    said = ask(of_charges, "các hạt kiểm ngư chủ trì việc gì trong phụ lục")
    assert stts(said) == ["1"]


def test_a_room_of_the_text_is_no_speaker(of_charges: Snapshot) -> None:
    said = ask(of_charges, "Phần tổ chức thực hiện của Phòng Kế toán đòi các hạt kiểm ngư làm những chi?")
    assert "Bám địa bàn" in plain(said)
