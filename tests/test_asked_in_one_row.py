"""Which cell of one row is asked, in many words or by the last of what is said; and whose row it is said to be."""

from datetime import date

import pytest
from asking import ask
from builders import a_deadline, a_loaded_plan, a_task

from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.model import DeadlineKind
from knowledge.questions.asked_at_length import asked_at_length
from knowledge.questions.cues import cues_in
from knowledge.reply import plain


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    rows = [
        a_task(task="Nạo vét kênh Xáng đoạn qua chợ", stt="1", lead=("Đội Thủy nông",), coordinate=("Ban Nhân dân ấp",),
               result="Biên bản nghiệm thu", deadline=a_deadline(date(2027, 4, 20)), objective="Hết ngập chợ"),
        a_task(task="Tu sửa nhà bia liệt sĩ", stt="2", lead=("Phòng Văn hóa",), coordinate=("Đoàn Thanh niên",),
               result="Hồ sơ hoàn công", deadline=a_deadline(date(2027, 7, 20)), objective="Giữ gìn nhà bia"),
        a_task(task="Quan trắc nước mặn ở cống", stt="3", lead=("Đội Thủy nông",), coordinate=("Trạm Khí tượng",),
               result="Sổ đo mặn", deadline=a_deadline(text="Thường xuyên", kind=DeadlineKind.ONGOING), objective=""),
        a_task(task="Dựng trạm bơm dã chiến", stt="4", lead=("Ban Quản lý dự án",), coordinate=("Điện lực huyện",),
               result="03 trạm bơm", deadline=a_deadline(date(2027, 5, 15)), objective=""),
        a_task(task="Xây dựng kế hoạch phòng hạn mặn năm 2027", stt="5", lead=("Phòng Kinh tế",), result="Kế hoạch",
               coordinate=("Đội Thủy nông", "Trạm Khí tượng"), deadline=a_deadline(date(2027, 3, 31)), objective=""),
    ]  # fmt: skip
    return make_snapshot([a_loaded_plan(rows)])


@pytest.mark.parametrize(
    "said",
    [
        "giấy tờ phải có sau cùng là gì",
        "giấy tờ cuối cùng là gì",
        "giay to cuoi cung la gi",
        "tài liệu phải nộp là gì",
        "lấy gì báo cáo là hoàn thành",
        "lấy gì làm bằng chứng",
        "lay gi chung minh la xong",
        "làm xong phải nộp cái gì",
        "xong trình lên cái gì",
        "rốt cuộc phải nộp ra được cái gì",
        "thì phải làm ra được cái gì",
        "kế hoạch ghi kết quả thế nào",
        "kết quả của việc đó kế hoạch ghi là gì",
        "hạn 20/4 ấy, giấy tờ phải có sau cùng là gì",
        "hạn 20/4 nớ, chừ phải nạp chi lên",
        "cuối cùng phải ra sản phẩm nào",
        "thì kết quả cụ thể ghi là gì",
        "thì kết quả giao nộp là văn bản nào",
        "sản phẩm là những giấy tờ gì",
        "xong thì phải ra văn bản gì, báo cáo thôi à",
        "xong phải nộp gì, mỗi hồ sơ thôi hả",
    ],
)
def test_what_comes_out_is_asked_by_what_there_has_to_be_at_last(snapshot: Snapshot, said: str) -> None:
    assert "Sản phẩm: Biên bản nghiệm thu" in plain(ask(snapshot, f"nạo vét kênh Xáng {said}")).splitlines()[:2]


@pytest.mark.parametrize(
    "said",
    [
        "có hạn không",
        "có hạn không hay làm hoài",
        "có ngày kết thúc không hay làm miết",
        "co thoi han cu the khong",
        "là việc thường xuyên hay có ngày",
        "đến ngày nào là hết",
        "chốt ngày nào",
        "bữa nào xong",
        ": ngày?",
        "tính từ hôm nay (1/3/2027) còn mấy ngày nữa tới hạn",
    ],
)
def test_a_deadline_is_asked_by_whether_there_is_an_end(snapshot: Snapshot, said: str) -> None:
    assert plain(ask(snapshot, f"quan trắc nước mặn ở cống {said}")).startswith("Thời hạn: Thường xuyên")


@pytest.mark.parametrize(
    "said",
    [
        "ai phụ",
        "ai phải phụ",
        "phụ là ai",
        "với những ai",
        "cùng với ai",
        "có những đơn vị nào cùng tham gia",
        "ngoài đơn vị chủ trì ra thì còn ai",
        "ngoài Phòng Văn hóa ra còn ai làm chung",
        "ngoài phòng văn hóa còn ai tham gia",
        "ngoài Phòng Văn hóa ra có thêm bên nào hỗ trợ",
        "ngoài Phòng Văn hóa làm chính thì còn ai phụ nữa hả",
        "thì Phòng Văn hóa làm cùng với ai nữa ngoài Ban Quản lý dự án",
    ],
)
def test_who_coordinates_is_asked_by_who_is_there_beside_the_chair(snapshot: Snapshot, said: str) -> None:
    assert plain(ask(snapshot, f"tu sửa nhà bia {said}")).startswith("Phối hợp: Đoàn Thanh niên")


@pytest.mark.parametrize("text", ["ai phủ mái nhà lưới", "đơn vị nào phủ mái nhà lưới", "bên nào phù điêu nhà lưới"])
def test_a_verb_of_a_row_that_only_looks_like_helping_asks_for_no_helper(text: str) -> None:
    row = a_task(task="Phủ mái nhà lưới, đắp phù điêu", lead=("Đội Cây xanh",), coordinate=("Tổ Điện",))
    said = plain(ask(make_snapshot([a_loaded_plan([row, a_task(task="Tưới hoa", stt="2")])]), text))
    assert "Phối hợp" not in said.splitlines()[0]


@pytest.mark.parametrize(
    "text", ["lấy gì tu sửa nhà bia", "lấy gì nạo vét kênh Xáng đoạn qua chợ", "lay gi dung tram bom"]
)
def test_what_is_taken_for_a_row_leaves_its_words(snapshot: Snapshot, text: str) -> None:
    assert ask(snapshot, text).cited


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("đọc tên các đơn vị phối hợp", "coordinate"),
        ("nhac cac don vi chu tri", "lead"),
        ("ghi các phòng tham gia", "coordinate"),
        ("tính từ hôm nay còn mấy tuần nữa", "when"),
    ],
)
def test_every_verb_and_unit_of_a_rule_is_read(text: str, kind: str) -> None:
    found = asked_at_length([], text.split())
    assert [cue.kinds for cue in found] == [frozenset({kind})]


@pytest.mark.parametrize(
    "said",
    ["ai đảm đương", "sở nào lãnh", "giao về đâu", "là việc của ai", "phân cho phòng nào", "đã giao ai chưa",
     "đơn vị nào phụ trách", "ai phải phụ trách"],
)  # fmt: skip
def test_the_chair_is_asked_in_many_ways(snapshot: Snapshot, said: str) -> None:
    assert plain(ask(snapshot, f"tu sửa nhà bia {said}")).startswith("Chủ trì: Phòng Văn hóa")


@pytest.mark.parametrize("said", ["để đạt được điều gì", "hướng tới cái đích nào", "nhằm điều gì"])
def test_what_for_is_asked_in_many_ways(snapshot: Snapshot, said: str) -> None:
    assert plain(ask(snapshot, f"nạo vét kênh Xáng {said}")).startswith("Mục tiêu, chỉ tiêu: Hết ngập chợ")


def test_units_to_be_told_one_by_one_are_those_of_the_row(snapshot: Snapshot) -> None:
    said = plain(ask(snapshot, "Liệt kê các đơn vị phối hợp trong việc phòng hạn mặn năm 2027"))
    assert said.startswith("Phối hợp: Đội Thủy nông; Trạm Khí tượng")


def test_a_document_that_there_has_to_be_by_a_day_is_asked_for_its_day(snapshot: Snapshot) -> None:
    said = plain(ask(snapshot, "phòng hạn mặn phải ra kế hoạch trong quý mấy"))
    assert said.startswith("Thời hạn: Trước ngày 31/03/2027")


def test_a_number_that_is_told_of_a_thing_is_answered_by_the_number_of_that_thing(snapshot: Snapshot) -> None:
    said = plain(ask(snapshot, "dựng trạm bơm dã chiến mục tiêu là 5 trạm, đúng không"))
    assert "03 trạm bơm" in said.splitlines()[0]


def test_a_list_by_what_rows_have_to_bring_stays_a_list(snapshot: Snapshot) -> None:
    assert ask(snapshot, "việc nào có hạn trong tháng 4").intent == "due_in"


@pytest.mark.parametrize("text", ["dựng bao nhiêu trạm bơm", "dung tram bom thi phai co bao nhieu tram"])
def test_a_thing_that_reads_like_a_hundred_is_counted(snapshot: Snapshot, text: str) -> None:
    assert plain(ask(snapshot, text)).startswith("Mục tiêu, chỉ tiêu: 03 trạm bơm")


def test_every_day_asks_for_no_day(snapshot: Snapshot) -> None:
    said = plain(ask(snapshot, "ngày nào cũng phải quan trắc nước mặn ở cống, vậy ai làm"))
    assert said.startswith("Chủ trì: Đội Thủy nông")
    assert "Thời hạn" not in said.splitlines()[1]


def test_a_row_told_before_its_end_is_what_is_asked_about(snapshot: Snapshot) -> None:
    said = plain(ask(snapshot, "Nạo vét lại con kênh Xáng, làm xong thì phải nộp cái gì"))
    assert said.startswith("Sản phẩm: Biên bản nghiệm thu")


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("tu sửa nhà bia là do Phòng Văn hóa tham mưu, đúng không", "Đúng. Chủ trì: Phòng Văn hóa"),
        ("tu sửa nhà bia có phải Đội Thủy nông soạn không", "Không đúng. Chủ trì: Phòng Văn hóa"),
        ("kế hoạch phòng hạn mặn năm 2027 là đội thủy nông đúng không em", "Không đúng. Chủ trì: Phòng Kinh tế"),
        ("ke hoach phong han man nam 2027 la phong kinh te dung khong", "Đúng. Chủ trì: Phòng Kinh tế"),
    ],
)
def test_whose_row_it_is_said_to_be_is_judged_whatever_verb_says_so(snapshot: Snapshot, text: str, head: str) -> None:
    assert plain(ask(snapshot, text)).startswith(head)


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("tu sửa nhà bia chỉ Phòng Văn hóa làm thôi phải không", "Đúng. Chủ trì: Phòng Văn hóa"),
        ("tu sửa nhà bia chỉ Đội Thủy nông làm thôi phải không", "Không đúng. Chủ trì: Phòng Văn hóa"),
        ("phòng hạn mặn năm 2027 chỉ Trạm Khí tượng phối hợp thôi đúng không", "Không đúng. Phối hợp: Đội Thủy nông"),
    ],
)
def test_a_unit_that_is_said_to_have_a_row_alone_is_judged_by_who_else_has_it(
    snapshot: Snapshot, text: str, head: str
) -> None:
    assert plain(ask(snapshot, text)).startswith(head)


def test_counting_may_be_what_is_done_in_a_row() -> None:
    rows = [a_task(task="Đếm cây trong công viên", lead=("Đội Cây xanh",)), a_task(task="Tưới hoa", lead=("Tổ Hoa",))]
    snapshot = make_snapshot([a_loaded_plan(rows)])
    assert plain(ask(snapshot, "đếm cây trong công viên là việc của ai")).startswith("Chủ trì: Đội Cây xanh")
    said = ask(snapshot, "đếm cây trong công viên mất bao nhiêu sau bão là việc của ai")
    assert said.intent == "lead"
    assert ask(snapshot, "đếm giúp Đội Cây xanh chủ trì mấy việc").intent == "count"


def test_what_somebody_only_remembers_is_the_matter_and_no_talk() -> None:
    rows = [
        a_task(
            task="Triển khai thực thi phương án đơn giản hóa thủ tục nội bộ", deadline=a_deadline(date(2027, 5, 30))
        ),
        a_task(task="Đề xuất cắt giảm, đơn giản hóa thủ tục nội bộ", stt="2", deadline=a_deadline(date(2027, 12, 1))),
    ]
    text = "Tôi nhớ là việc đề xuất cắt giảm, đơn giản hóa thủ tục nội bộ phải xong trước 01/11/2027, phải vậy không?"
    assert plain(ask(make_snapshot([a_loaded_plan(rows)]), text)).startswith("Không đúng. Thời hạn: Trước ngày 01/12")


def test_a_state_told_beside_a_row_is_no_list_where_its_outcome_is_asked(snapshot: Snapshot) -> None:
    text = "Tu sửa nhà bia liệt sĩ trễ quá rồi, sửa xong rồi ra văn bản gì vậy em"
    assert "Sản phẩm: Hồ sơ hoàn công" in plain(ask(snapshot, text)).splitlines()[:3]


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("nạo vét kênh Xáng xong chỉ cần báo cáo miệng thôi phải không", "Không đúng. Sản phẩm: Biên bản nghiệm thu"),
        ("nạo vét kênh Xáng thì chỉ cần nộp biên bản nghiệm thu thôi đúng không", "Đúng. Sản phẩm: Biên bản"),
        ("nạo vét kênh Xáng sản phẩm ghi biên bản nghiệm thu phải không", "Đúng. Sản phẩm: Biên bản nghiệm thu"),
    ],
)
def test_what_is_said_to_be_enough_is_judged_as_what_comes_out(snapshot: Snapshot, text: str, head: str) -> None:
    assert plain(ask(snapshot, text)).startswith(head)


def test_what_is_asked_at_length_takes_the_place_of_what_stands_inside() -> None:
    words = ("rốt", "cuộc", "phải", "nộp", "ra", "được", "cái", "gì")
    (cue,) = asked_at_length(cues_in(words), words)
    assert (cue.kinds, cue.start, cue.end) == (frozenset({"result"}), 0, 8)


@pytest.mark.parametrize(
    "said",
    [
        "tính từ nay đến hạn còn đúng bao nhiêu ngày",
        "còn khoảng mấy tuần nữa tới hạn",
        "con chung may ngay nua",
        "còn lại chẵn bao nhiêu ngày",
    ],
)
def test_how_long_there_is_left_is_asked_with_a_word_before_the_number(snapshot: Snapshot, said: str) -> None:
    assert plain(ask(snapshot, f"nạo vét kênh Xáng {said}")).startswith("Thời hạn: Trước ngày 20/04/2027 (còn 50 ngày)")


@pytest.mark.parametrize(
    ("said", "rows"), [("Đội Thủy nông ôm được mấy việc", 2), ("doi thuy nong gom duoc bao nhieu nhiem vu", 3)]
)
def test_how_many_rows_a_unit_got_is_no_figure_of_a_row(snapshot: Snapshot, said: str, rows: int) -> None:
    assert f"{rows} nhiệm vụ" in plain(ask(snapshot, said)).splitlines()[0]
