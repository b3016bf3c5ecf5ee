"""What comes out, who helps and what for, in everyday words; a follow-up that only says again whose the row is."""

from datetime import date

import pytest
from asking import ask
from builders import a_deadline, a_loaded_plan, a_task

from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.questions.cue_fit import as_meant, as_nobody
from knowledge.questions.cues import Cue, cues_in
from knowledge.reply import plain


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    rows = [
        a_task(task="Khám răng cho học sinh tiểu học", stt="1", lead=("Khoa Răng Hàm Mặt",), result="Phiếu khám răng",
               coordinate=("Phòng Giáo dục",), deadline=a_deadline(date(2027, 4, 20)), objective="Giảm sâu răng"),
        a_task(task="Đo chiếu sáng lớp học", stt="2", lead=("Xí nghiệp Chiếu sáng",), result="Biên bản đo độ rọi",
               coordinate=("UBND các phường",), deadline=a_deadline(date(2027, 5, 10)), objective="Đủ ánh sáng"),
        a_task(task="Giám đốc các xí nghiệp bố trí xe cứu thương", stt="3", lead=("Đội xe",), result="Lịch trực",
               coordinate=(), deadline=a_deadline(date(2027, 6, 10)), objective=""),
        a_task(task="Trả lời phản ánh qua đường dây nóng", stt="4", lead=("Văn phòng",), result="Sổ theo dõi",
               coordinate=("Đội trực",), deadline=a_deadline(date(2027, 7, 10)), objective=""),
        a_task(task="Mổ đục thủy tinh thể", stt="5", lead=("Khoa Mắt",), result="1.800 ca mổ", objective="",
               deadline=a_deadline(date(2027, 9, 10))),
    ]  # fmt: skip
    return make_snapshot([a_loaded_plan(rows)])


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("đo chiếu sáng lớp học xong nộp giấy gì", id="a paper"),
        pytest.param("làm xong đo chiếu sáng lớp học thì nộp cái gì", id="told first as done"),
        pytest.param("làm xong đo chiếu sáng lớp học thì cần nộp gì", id="told first, what is needed"),
        pytest.param("sản phẩm của việc đo chiếu sáng lớp học phải có những gì", id="what it has to hold"),
        pytest.param("đo chiếu sáng lớp học xong có cái gì", id="what there is"),
        pytest.param("đo chiếu sáng lớp học xong được cấp cái gì", id="what is given out"),
        pytest.param("đo chiếu sáng lớp học thì nộp lại cái gì", id="what is handed back"),
        pytest.param("do chieu sang lop hoc xong ra vb loai j", id="a paper of which kind"),
        pytest.param("do chieu sang lop hoc xong co gi", id="what there is, without accents"),
        pytest.param("do chieu sang lop hoc phai nop giay to gi", id="without accents"),
        pytest.param("đo chiếu sáng lớp học phải trưng ra những hồ sơ gì", id="what is shown"),
        pytest.param("đo chiếu sáng lớp học thì lập sổ sách gì", id="what is kept"),
        pytest.param("đo chiếu sáng lớp học rồi viết cái gì", id="what is written"),
        pytest.param("đo chiếu sáng lớp học thì nộp cho phường cái gì", id="to somebody"),
        pytest.param("đo chiếu sáng lớp học xong gửi lên cho bên trên những gì", id="up to somebody"),
    ],
)
def test_a_product_is_asked_by_any_paper_and_any_way_to_hand_it_in(snapshot: Snapshot, text: str) -> None:
    assert plain(ask(snapshot, text)).startswith("Sản phẩm: Biên bản đo độ rọi")


@pytest.mark.parametrize(
    ("said", "head"),
    [
        pytest.param("phát cho phụ huynh cái gì", "Sản phẩm: Phiếu khám răng", id="what somebody gets"),
        pytest.param("nộp những giấy tờ gì", "Sản phẩm: Phiếu khám răng", id="papers"),
        pytest.param("còn sản phẩm phải có những gì hả bạn", "Sản phẩm: Phiếu khám răng", id="what is in it"),
        pytest.param("ai tiếp tay", "Phối hợp: Phòng Giáo dục", id="who helps"),
        pytest.param("còn ai góp sức", "Phối hợp: Phòng Giáo dục", id="who else helps"),
        pytest.param("ờ rồi hạn tới đâu", "Thời hạn: ", id="up to where"),
        pytest.param("trễ nhất ngày nào phải có", "Thời hạn: ", id="at the latest"),
        pytest.param("muon nhat la khi nao", "Thời hạn: ", id="at the latest, without accents"),
        pytest.param("nhằm mục đích gì", "Mục tiêu, chỉ tiêu: Giảm sâu răng", id="what for"),
        pytest.param("mục đích là gì", "Mục tiêu, chỉ tiêu: Giảm sâu răng", id="what its purpose is"),
        pytest.param("muc dich la gi vay", "Mục tiêu, chỉ tiêu: Giảm sâu răng", id="its purpose, without accents"),
        pytest.param("là để đạt con số chi hè", "Mục tiêu, chỉ tiêu: Giảm sâu răng", id="what figure for"),
        pytest.param("là nhắm tới chuyện gì", "Mục tiêu, chỉ tiêu: Giảm sâu răng", id="which thing it aims at"),
        pytest.param("hướng đến việc gì vậy", "Mục tiêu, chỉ tiêu: Giảm sâu răng", id="what it is for"),
        pytest.param("làm là nhắm tới con số nào", "Mục tiêu, chỉ tiêu: Giảm sâu răng", id="what it aims at"),
        pytest.param("nham muc dich j", "Mục tiêu, chỉ tiêu: Giảm sâu răng", id="what for, in a hurry"),
    ],
)
def test_a_field_in_everyday_words_is_of_the_row_before(snapshot: Snapshot, said: str, head: str) -> None:
    assert plain(ask(snapshot, "khám răng cho học sinh tiểu học ai làm", said)).startswith(head)


@pytest.mark.parametrize(
    "text",
    [
        "khám răng cho học sinh tiểu học là để giải quyết vấn đề gì",
        "khám răng cho học sinh tiểu học làm ra để khắc phục chuyện chi rứa",
        "kham rang cho hoc sinh tieu hoc nham giai quyet chuyen gi",
        "khám răng cho học sinh tiểu học để ngừa cái gì",
        "khám răng cho học sinh tiểu học để phục vụ việc gì vậy",
        "mục đích của việc khám răng cho học sinh tiểu học là gì",
        "mục đích chính khi khám răng cho học sinh tiểu học",
        "muc dich to chuc kham rang cho hoc sinh tieu hoc",
        "ý nghĩa của việc khám răng cho học sinh tiểu học",
        "mấy cái khám răng cho học sinh tiểu học là nhằm mục tiêu gì",
    ],
)
def test_what_a_row_is_done_for_is_asked_by_any_verb(snapshot: Snapshot, text: str) -> None:
    assert plain(ask(snapshot, text)).startswith("Mục tiêu, chỉ tiêu: Giảm sâu răng")


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        pytest.param("khám răng cho học sinh tiểu học xong có gì để nộp", "result", id="what there is to hand in"),
        pytest.param("khám răng cho học sinh tiểu học xong thì để nộp cái gì", "result", id="handed in"),
        pytest.param("tháng 5 có việc gì để làm", "due_in", id="rows to do"),
        pytest.param("mấy cái nào hạn quý 2", "due_in", id="which of them"),
    ],
)
def test_what_there_is_to_do_or_to_hand_in_is_no_aim(snapshot: Snapshot, text: str, intent: str) -> None:
    assert ask(snapshot, text).intent == intent


@pytest.mark.parametrize("asked", ["nhắm tới mức bao nhiêu", "tới con số mấy", "hướng tới con số nào"])
def test_a_figure_of_the_product_is_told_where_no_aim_is(snapshot: Snapshot, asked: str) -> None:
    assert plain(ask(snapshot, f"mổ đục thủy tinh thể {asked}")).startswith("Mục tiêu, chỉ tiêu: 1.800 ca mổ")


def test_who_has_the_row_said_again_names_no_other(snapshot: Snapshot) -> None:
    said = ask(snapshot, "đo chiếu sáng lớp học bao giờ xong", "rồi ai phụ giúp xí nghiệp vậy")
    assert plain(said).startswith("Phối hợp: UBND các phường")


@pytest.mark.parametrize(
    ("text", "talks"),
    [
        pytest.param("cảm ơn nhiều nha, trả lời lẹ ghê", True, id="praise in words of a row"),
        pytest.param("cam on em, tra loi nhanh that day", True, id="praise without accents"),
        pytest.param("cảm ơn, trả lời phản ánh ai lo thế", False, id="a question behind thanks"),
        pytest.param("cảm ơn, khám răng học sinh", False, id="a topic behind thanks"),
        pytest.param("chào em, kiểm tra đường dây nóng", False, id="a topic behind a greeting"),
    ],
)
def test_who_praises_asks_nothing(snapshot: Snapshot, text: str, *, talks: bool) -> None:
    assert (ask(snapshot, text).intent == "smalltalk") is talks


def test_the_same_year_is_the_one_that_is_talked_of(snapshot: Snapshot) -> None:
    said = ask(snapshot, "quý 1/2027 có gì", "còn quý 2 cùng năm?")
    assert plain(said).startswith("Có 3 nhiệm vụ đến hạn trong quý II/2027")


def test_the_number_is_asked_of_a_document_in_short(snapshot: Snapshot) -> None:
    assert ask(snapshot, "so ki hieu vb ke hoach").intent == "metadata"


@pytest.mark.parametrize("text", ["tiền đâu ra để khám răng học sinh", "lấy tiền ở đâu mua máy khám răng học sinh"])
def test_where_money_comes_from_is_the_source_that_the_row_names(text: str) -> None:
    rows = [a_task(task="Mua máy khám răng cho học sinh", budget="Quỹ Khuyến học"), a_task(stt="2", budget=None)]
    assert "Kinh phí: Quỹ Khuyến học" in plain(ask(make_snapshot([a_loaded_plan(rows)]), text))


@pytest.mark.parametrize(
    "text",
    [
        "ngó lại giúp em ai lo khám răng",
        "coi lại giúp em ai lo khám răng",
        "dò lại giúp em ai lo khám răng",
        "gút lại là ai lo khám răng",
        "ai lo khám răng, báo liền giúp",
        "ai lo khám răng, báo nóng nhé",
        "gọn lại giúp em ai lo khám răng",
    ],
)
def test_what_the_bot_is_asked_to_do_says_nothing_of_the_row(snapshot: Snapshot, text: str) -> None:
    answer = ask(snapshot, text)
    assert not answer.tentative
    assert plain(answer).startswith("Chủ trì: Khoa Răng Hàm Mặt")


@pytest.mark.parametrize("text", ["ai canh chừng khoản vay", "ai để mắt đàn cá", "dòm ngó kho gạo ai lo"])
def test_a_verb_that_any_field_has_finds_no_row_by_itself(snapshot: Snapshot, text: str) -> None:
    assert ask(snapshot, text).abstained


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("ai lo nuôi heo", "Nuôi cá hồi vân trong bể"),
        ("ai lo nuôi bò", "Nuôi cá hồi vân trong bể"),
        ("ai lo cân chỉnh máy", "Kiểm định 04 kho bảo quản thuốc"),
        ("ai lo bệnh viện tạm", "Dự trữ gạo tại các kho dã chiến"),
        ("ai lo hú còi", "Gặp riêng sinh viên bị cảnh báo học vụ"),
        ("ai lo quay lại điệu múa", "Chuyển 40.000 trang tư liệu Hán Nôm sang ảnh"),
        ("ai lo khám mắt", "Khám sức khỏe cho người lao động"),
    ],
)
def test_one_thing_is_not_told_surely_for_another_of_its_kind(text: str, row: str) -> None:
    rows = [a_task(task=row, stt="1", lead=("Tổ Dịch vụ",)), a_task(task="Sơn cổng trụ sở", stt="2", lead=("Đội xe",))]
    answer = ask(make_snapshot([a_loaded_plan(rows)]), text)
    assert answer.tentative or answer.abstained


@pytest.fixture(scope="module")
def school() -> Snapshot:
    rows = [
        a_task(task="Ban hành đề án tuyển sinh", stt="1", lead=("Phòng Tuyển sinh",), coordinate=("Hội Phụ nữ xã",),
               objective="Công khai điều kiện xét tuyển", budget=None),
        a_task(task="Tuyển sinh hệ trung cấp", stt="2", lead=("Phòng Đào tạo",), coordinate=("Hội Phụ nữ xã",),
               objective="Tỷ lệ nhập học đạt 85%", budget=None),
        a_task(task="Mua máy phay CNC", stt="3", lead=("Phòng Vật tư",), coordinate=(), objective="", budget=None),
    ]  # fmt: skip
    return make_snapshot([a_loaded_plan(rows)])


@pytest.mark.parametrize(
    "text", ["tuyển sinh nhắm con số nào", "tuyen sinh dat con so nao", "nhắm con số gì về tuyển sinh"]
)
def test_the_answer_to_what_number_holds_one(school: Snapshot, text: str) -> None:
    assert "85%" in plain(ask(school, text))


def test_the_number_of_money_is_no_aim(school: Snapshot) -> None:
    assert ask(school, "dự toán mua máy phay tới con số nào").intent == "budget"


@pytest.mark.parametrize(
    "text", ["mua máy phay CNC ai đứng", "ai đứng vụ mua máy phay CNC", "mua máy phay ai đứng vậy"]
)
def test_who_stands_for_a_row_has_it(school: Snapshot, text: str) -> None:
    said = ask(school, text)
    assert plain(said).startswith("Chủ trì: Phòng Vật tư")


@pytest.mark.parametrize(
    ("text", "end"), [("ai đứng", 2), ("ai đứng vậy", 2), ("ai đứng việc đó", 2), ("ai đứng máy", 1)]
)
def test_who_stands_somewhere_is_another_matter(text: str, end: int) -> None:
    assert as_meant(Cue(frozenset({"who"}), 0, 2), text.split()).end == end


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("báo hỏng mà không thấy ai sửa , năm nay sửa xong bao nhiêu phần trăm", "filler"),
        ("bao hong ma chua co ai sua , nam nay sua xong bao nhieu phan tram", "filler"),
        ("chẳng ai sửa máy , hạn sửa là khi nào", "filler"),
        ("không biết ai sửa máy , hạn sửa là khi nào", "who"),
        ("máy hỏng không thấy ai sửa", "who"),
        ("có khi ai sửa máy , hạn sửa là khi nào", "who"),
    ],
)
def test_nobody_is_asked_for_behind_a_denial_where_something_else_is(text: str, kind: str) -> None:
    words = text.split()
    cues = cues_in(tuple(words))
    who = next(cue for cue in cues if "who" in cue.kinds and words[cue.end - 1] == "ai")
    assert kind in as_nobody(who, cues, words).kinds


@pytest.mark.parametrize("text", ["chi phu nu xa lam gi", "hoi phu nu xa lam gi", "chi hoi phu nu xa co viec gi"])
def test_women_typed_without_accents_are_no_helpers(school: Snapshot, text: str) -> None:
    assert plain(ask(school, text)).startswith("Có 2 nhiệm vụ Hội Phụ nữ xã")


def test_who_has_the_most_of_it_and_who_only_helps_are_both_told(school: Snapshot) -> None:
    said = plain(ask(school, "bên nào chịu chính bên nào chỉ phụ vụ tuyển sinh hệ trung cấp"))
    assert "Chủ trì: Phòng Đào tạo" in said
    assert "Phối hợp: Hội Phụ nữ xã" in said


@pytest.mark.parametrize(
    "text", ["có việc nào mục tiêu lửng lơ không", "việc nào mục tiêu chung chung", "hạn mập mờ là việc nào"]
)
def test_what_is_said_of_how_it_is_written_is_not_left_out(school: Snapshot, text: str) -> None:
    said = ask(school, text)
    assert said.tentative or said.abstained


@pytest.mark.parametrize("text", ["xếp hạng mấy khoa với đội xe ai làm", "xep hang may phong ban ai lam"])
def test_several_units_that_are_ranked_are_asked_no_figure(snapshot: Snapshot, text: str) -> None:
    assert ask(snapshot, text).intent == "lead"


@pytest.mark.parametrize(
    ("text", "intent"),
    [("xếp hạng mấy phòng chủ trì nhiều nhất", "count"), ("xếp hạng mấy phòng có nhiều việc nhất", "count"),
     ("xep hang may phong chu tri nhieu nhat", "count"),
     ("phun thuốc muỗi tính được mấy người vậy", "target")],
)  # fmt: skip
def test_how_many_and_who_has_the_most_stay_asked_before_units(snapshot: Snapshot, text: str, intent: str) -> None:
    assert ask(snapshot, text).intent == intent


@pytest.mark.parametrize("text", ["xếp hạng mấy khoa có nhiều việc nhất", "xep hang may doi co nhieu viec nhat"])
def test_no_figure_is_told_for_certain_where_units_of_one_kind_are_ranked(snapshot: Snapshot, text: str) -> None:
    answer = ask(snapshot, text)
    assert answer.abstained or answer.tentative
