"""What a list is narrowed by in people's own words: cells, rows that are not wanted, rows that come to it."""

from datetime import date

import pytest
from asking import ask, numbers
from builders import a_deadline, a_loaded_plan, a_task

from knowledge.language.text import folded
from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.model import DeadlineKind
from knowledge.reply import plain

BUS, SAFE, ROADS, DIGITAL = (
    "I. Vận tải công cộng",
    "II. An toàn giao thông",
    "III. Hạ tầng đường bộ",
    "IV. Chuyển đổi số",
)
MOVING, CHECKING, OFFICE = "Phòng Vận tải", "Thanh tra Sở", "Văn phòng Sở"
ONGOING = a_deadline(text="Thường xuyên", kind=DeadlineKind.ONGOING)
QUARTERLY = a_deadline(text="Hằng quý", kind=DeadlineKind.PERIODIC)
MONTHLY = a_deadline(text="Hằng tháng", kind=DeadlineKind.PERIODIC)
OPEN = a_deadline(text="Theo tiến độ của chủ đầu tư", kind=DeadlineKind.CONDITIONAL)


ROWS = [
    a_task(stt="1", task="Rà soát tuyến xe buýt", section=(BUS,), lead=(MOVING,), coordinate=(CHECKING, OFFICE),
           result="Quyết định", deadline=a_deadline(date(2027, 3, 20), text="20/3/2027")),
    a_task(stt="2", task="Kiểm tra bến xe", section=(BUS,), lead=(CHECKING,), coordinate=(MOVING, OFFICE),
           result="Báo cáo", deadline=ONGOING),
    a_task(stt="3", task="Tập huấn lái xe", section=(SAFE,), lead=(MOVING,), coordinate=(),
           result="Hội nghị tập huấn", deadline=OPEN, budget="Kinh phí sự nghiệp giao thông"),
    a_task(stt="4", task="Số hóa giấy phép lái xe", section=(DIGITAL,), lead=(), coordinate=(CHECKING,), result=None,
           deadline=a_deadline(date(2027, 9, 30), text="Quý III/2027")),
    a_task(stt="5", task="Sửa chữa nhà chờ", section=(BUS,), lead=(OFFICE,), coordinate=(), result="Nhà chờ",
           deadline=a_deadline(), budget="150 triệu đồng"),
    a_task(stt="6", task="Đo tải trọng cầu", section=(ROADS,), lead=(CHECKING,), coordinate=(MOVING,),
           result="Báo cáo", deadline=QUARTERLY),
    a_task(stt="7", task="Dọn rãnh thoát nước", section=(ROADS,), lead=(MOVING,), coordinate=(OFFICE,),
           result="Biên bản", deadline=MONTHLY, budget="80 triệu đồng"),
    a_task(stt="8", task="Đặt camera phạt nguội", section=(DIGITAL,), lead=(OFFICE,), coordinate=(CHECKING,),
           result="05 camera", deadline=a_deadline(date(2027, 9, 15), text="15/9/2027"), budget="2 tỷ đồng"),
    a_task(stt="9", task="Thay biển báo", section=(SAFE,), lead=(MOVING,), coordinate=(CHECKING,),
           result="Quyết định; hội nghị bàn giao", deadline=a_deadline(date(2027, 12, 31), text="Quý IV/2027")),
]  # fmt: skip


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    return make_snapshot([a_loaded_plan(ROWS)])


CELLS = [
    ("những dòng mà cột sản phẩm có ghi hội nghị", "39"),
    ("những dòng mà cột sản phẩm có ghi hội nghị hoặc camera", "389"),
    ("những dòng mà cột kinh phí có ghi kinh phí sự nghiệp", "3"),
    ("dòng nào cột kinh phí ghi sự nghiệp, kế toán đang hỏi chị", "3"),
    ("đếm giúp em: bao nhiêu dòng có chữ 'hội nghị' trong cột sản phẩm", "39"),
    ("có chữ hội nghị ở cột sản phẩm là những dòng nào", "39"),
    ("những việc nào có hội nghị ở cột sản phẩm", "39"),
    ("những việc lào có hội ngị trong ô sản phẩm", "39"),
    ("sp đầu ra có chữ 'hội nghị' -> list đủ", "39"),
    ('liệt kê dòng có từ "hội nghị" ở ô kết quả', "39"),
    ("những việc ô sản phẩm ghi báo cáo thôi nhé, gom lại cho chị", "26"),
    ("ô thời gian ghi theo tiến độ chủ đầu tư gồm những việc nào, em cần gấp", "3"),
    ('Có bao nhiêu row ghi thời gian là "Hằng quý" tính trên tất cả các plan?', "6"),
    ("việc nào hạn ghi hàng tháng, kể hết cho chị nghe", "7"),
    ("việc nào sản phẩm là báo cáo tài chính", ""),  # what no cell has is not cut to what one has
    ("việc nào sản phẩm là phần mềm quản lý tàu biển", ""),
    ("việc nào hạn ghi ngày 15/9", "8"),
    ("những dòng nào bị bỏ trắng ô thời gian hoàn thành?", "5"),
    ("dòng nào ô sản phẩm bỏ trắng", "4"),
    ("danh sách những dòng chưa ghi ai phối hợp (để trống)", "35"),
    ("liệt kê dòng chưa có thời hạn (bỏ trống) giúp em", "5"),
    ("những việc mà ô thời gian có ghi ngày hoặc quý cụ thể", "1489"),
    ("chỉ lấy dòng có mốc ngày/quý/năm", "1489"),
    ("Phòng Vận tải chủ trì, chỉ lấy dòng có mốc ngày/quý", "19"),
    ("Các khoản từ 100 triệu trở lên?", "58"),
    ("khoản nào trên 1 tỷ", "8"),
    ("việc nào làm đều quanh năm (thường xuyên, hằng tháng, hằng quý)", "267"),
    ("việc nào hằng tháng quanh năm", "7"),  # all year, each month: one rhythm
    ("viec nao hang quy quanh nam", "6"),
    ("việc nào quanh năm", "2"),
    ("việc nào hằng tháng hoặc quanh năm", "27"),
    ("những cái nào thường xuyên, hằng tháng, hằng quý", "267"),
    ("đếm giúp em bao nhiêu việc thường xuyên có sản phẩm là báo cáo", "2"),  # one count, and no two sides
    ("Sếp bảo em đếm việc cho mỗi phòng. Phòng Vận tải chủ trì tổng cộng bao nhiêu việc vậy ạ?", "1379"),
    (
        "Tôi đang thống kê khối lượng việc của từng phòng. Phòng Vận tải chủ trì cả thảy bao nhiêu dòng trong bảng?",
        "1379",
    ),
]
CELLS += [
    ("cột sản phẩm nhắc tới hội nghị là những việc nào", "39"),
    ("nhiệm vụ nào sản phẩm cuối là quyết định", "19"),
    ("việc nào không tốn đồng nào", "12469"),
    ("việc nào chưa bố trí kinh phí", "12469"),
    ("việc nào có ghi số tiền cụ thể", "3578"),
    ("việc nào không tới 100 triệu", "7"),
    ("những khoản không quá 150 triệu", "57"),
    ("các việc không vượt quá 150 triệu", "57"),
    ("các việc không dưới 150 triệu", "58"),
    ("các việc vượt 150 triệu", "8"),
    ("việc nào kinh phí nhỏ hơn 1 tỷ", "57"),
    ("ô kết quả trống trơn là việc nào", "4"),
    ("dòng nào người ta quên điền sản phẩm", "4"),
    ("dòng nào bị sót thời hạn", "5"),
    ("dòng nào chưa chốt ngày", "5"),
    ("dòng nào cột phối hợp không có ai", "35"),
    ("dòng nào còn thiếu thông tin thời hạn hoặc sản phẩm", "45"),
    ("dòng nào thiếu thời hạn và sản phẩm", ""),
    ("việc nào chưa có thời hạn và sản phẩm là nhà chờ", "5"),
    ("việc nào có hạn chót đàng hoàng", "1489"),
    ("những việc định kỳ", "67"),
    ("việc nào lặp đi lặp lại định kỳ", "67"),
    ("lọc riêng việc quý 3 mà chưa ai nhận", "4"),
    ("Phòng Vận tải chủ trì việc nào, chép vô đây dùm", "1379"),
    ("ê bồ, phòng vận tải chủ trì mấy món vậy", "1379"),
    ("mục II có việc gì, nói chậm chậm thôi cháu", "39"),
]
LONG = (
    "Kính nhờ đồng chí cho tôi những nhiệm vụ Phòng Vận tải chủ trì mà ô thời gian có ghi ngày hoặc quý, "
    "loại hằng tháng thì thôi."
)
LONGER = (
    "em đang soạn báo cáo cho sếp nên cần danh sách những việc của Phòng Vận tải chủ trì hoặc Văn phòng Sở chủ trì, "
    "loại hằng tháng thì thôi, chưa ghi thời hạn cũng bỏ"
)
LEFT_OUT = [
    ("liệt kê nhiệm vụ, loại thường xuyên thì thôi", "13456789"),
    ("cho chị danh sách việc, mấy dòng thường xuyên bỏ hết", "13456789"),
    ("cho chị danh sách việc, cái nào thường xuyên thì khỏi kể", "13456789"),
    ("cho danh sách việc, thường xuyên với hằng quý bỏ qua", "1345789"),
    ("những việc nào không đụng tới loại thường xuyên", "13456789"),
    ("gom các việc, khỏi đưa mấy việc thường xuyên vô", "13456789"),
    ("gom các việc, đừng đưa việc thường xuyên vào", "13456789"),
    ("việc nào không rơi vào quý 3", "1235679"),
    ("liệt kê việc, mấy cái quý 3 với quý 4 khỏi kể", "123567"),
    ("liệt kê việc, không lấy dòng chưa ghi thời hạn", "12346789"),
    ("liệt kê việc, chẳng cần mấy việc sản phẩm là báo cáo", "1345789"),
    ("cho tôi các nhiệm vụ, tôi không quan tâm việc thường xuyên", "13456789"),
    ("Phòng Vận tải chủ trì việc nào, loại hằng tháng, loại theo tiến độ thì thôi, quý 4 cũng bỏ", "1"),
    (LONG, "19"),
    (LONGER, "1389"),
    ("việc của Phòng Vận tải chủ trì, bỏ dòng chờ tiến độ của chủ đầu tư", "179"),
    ("bỏ qua giúp em mấy việc thường xuyên, còn lại việc gì", "13456789"),
    ("lọc bỏ thường xuyên, đưa em các việc còn lại", "13456789"),
    ("cho chị danh sách việc, gạch mấy việc thường xuyên đi", "13456789"),
    ("các việc, mấy cái thường xuyên chị biết rồi khỏi nêu", "13456789"),
    ("Phòng Vận tải chủ trì mấy việc, đếm giúp, hằng tháng thôi khỏi", "139"),
    ("việc nào không có mốc quý ba", "1235679"),
    # neighbours: nothing is left out
    ("liệt kê những loại thường xuyên thôi nhé", "2"),
    ("tháng 9 có việc gì, em không biết", "48"),
    ("tháng 9 có việc nào không", "48"),
    ("Thanh tra Sở có chủ trì việc nào thường xuyên không", "2"),
]  # fmt: skip
SMALL_TALK = [  # a negation that tells how to answer, or that has something in rather than out
    ("đừng vội, quý III có mấy việc", "48"),
    ("đừng vội quý III có mấy việc", "48"),
    ("khỏi dài dòng quý III có việc gì", "48"),
    ("khỏi giải thích, tháng 9 có việc gì", "48"),
    ("không cần giải thích, quý III có việc gì", "48"),
    ("khỏi chào, việc thường xuyên có mấy việc", "2"),
    ("đừng hỏi lại, việc hằng tháng có mấy việc", "7"),
    ("đừng ngại, việc chưa có kinh phí là việc nào", "12469"),
    ("đừng ngại, sản phẩm là báo cáo có việc nào", "26"),
    ("đừng nói nhiều, trên 100 triệu có việc nào", "58"),
    ("khỏi giải thích, mục II có việc gì", "39"),
    ("đừng quên tính việc quý III nhé", "48"),
    ("đừng quên quý III, có việc nào", "48"),
    ("không chỉ quý III mà cả quý IV có việc gì", "489"),
    ("không chừng quý III mới xong việc nào", "48"),
    ("không phải quý I, quý III cơ", "48"),
    ("Phòng Vận tải chủ trì việc gì, không phải quý III, quý IV", "9"),
    # neighbours: left out
    ("không kể quý III, quý IV, Phòng Vận tải chủ trì việc gì", "137"),
    ("ngoài tháng 9, tháng 12 có mấy việc", "123567"),
    ("không thực hiện trong quý III có mấy việc", "1235679"),
    ("việc của Phòng Vận tải chủ trì, chưa tính mấy việc hằng tháng", "139"),
    ("Phòng Vận tải chủ trì việc gì chưa kể việc quý IV", "137"),
    ("việc nào không ngó ngàng quý 3", "1235679"),
    ("khỏi ngó loại thường xuyên, liệt kê việc", "13456789"),
    ("những việc nào không có hạn quý III, quý IV", "123567"),
    ("trừ quý III, quý IV ra còn việc gì", "123567"),
    ("bỏ mấy việc hằng tháng, hằng quý ra còn việc gì", "1234589"),
]
CLAUSES = [  # what stands behind an empty cell, or beside it
    ("việc nào không có kinh phí và do Thanh tra Sở chủ trì", "26"),
    ("việc nào không có kinh phí và thường xuyên", "2"),
    ("việc nào không có kinh phí và của Thanh tra Sở", "12469"),
    ("việc nào không có kinh phí và thời hạn là quý III", "4"),
    ("việc nào không có kinh phí, mà hằng quý", "6"),
    ("việc nào không có dự toán hoặc không có phối hợp", "1234569"),
    ("việc nào thiếu kinh phí và hạn trong quý III", "4"),
    ("việc nào thiếu kinh phí hay hạn chót tháng 9", "4"),
    ("việc nào thiếu thời hạn và kinh phí trên 100 triệu", "5"),
    ("việc nào không có kinh phí sự nghiệp", "12456789"),
    ("việc nào không đến 150 triệu", "7"),
]
ROLES = [  # one of which is left out behind, a slip before a number, and what a product has to be
    ("Phòng Vận tải phối hợp việc nào, việc chủ trì thì thôi khỏi kể", "26"),
    ("Phòng Vận tải có những việc nào, phối hợp thì khỏi kể", "1379"),
    ("liệt kê mấy dòng Phòng Vận tải phối hợp, mấy cái mình chủ trì thì bỏ qua nha", "26"),
    ("list mấy việc Phòng Vận tải lead, mấy cái phối hợp thì bỏ qua nha", "1379"),
    ("thag 9 có việc gì", "48"),
    ("thnag 12 có việc gì", "9"),
    ("những việc nào sản phẩm phải là quyết định", "19"),
    ("Phòng Vận tải chủ trì những việc nào sản phẩm phải là hội nghị", "39"),
]
SECTIONS = [
    ("mục bốn có mấy việc", "48"),
    ("mục bốn chuyển đổi số có mấy việc", "48"),
    ("mục thứ tư chuyển đổi số đếm coi được mấy việc", "48"),
    ("phần hai gồm những việc nào", "39"),
    ("mục 2 an toàn giao thông có mấy việc", "39"),
    ("cái mục ba hạ tầng đường bộ ở cuối bảng đó đếm coi được mấy việc hết thảy", "67"),
    ("mục IV có mấy việc", "48"),
    ("mục đầu tiên có những việc gì", "125"),
    ("mục cuối cùng có mấy việc", "48"),
    ("section IV chuyển đổi số: Văn phòng Sở lead tổng cộng bao nhiêu dòng vậy, em cần con số làm slide", "8"),
    ("filter giúp em: trong mục III hạ tầng đường bộ, dòng nào Phòng Vận tải nằm ở cột phối hợp", "6"),
    ("lọc giúp chị nhé: phần an toàn giao thông, việc nào có Thanh tra Sở phối hợp", "9"),
    ("tất cả bao nhiêu việc thuộc phần hạ tầng đường bộ", "67"),
    ("mục 1 có gì", "1"),  # rows are numbered so as well
]
ADDED = [
    ("việc phải xong trong tháng 9, kể cả mấy việc chỉ ghi quý III", "48"),
    ("bao nhiêu việc phải xong trong tháng 12, kể cả mấy việc chỉ ghi quý III", "49"),
    ("tháng 12 với mấy cái ghi quý III có gì", "49"),
    ("việc phải xong trong tháng 12, với mấy cái ghi ngày 15/9", "89"),
    ("việc nào ghi quý III hoặc ngày 15/9", "48"),
    ("việc nào hạn tháng 3 hoặc thường xuyên", "12"),
    ("việc nào thường xuyên hoặc đến hạn quý 4", "29"),
    ("việc nào đến hạn tháng 9 mà chỉ ghi quý III", "4"),
    ("việc tháng 9, không tính mấy việc ghi quý III", "8"),
    ("tháng 9 có việc gì, mấy việc ghi quý III thì khỏi kể", "8"),
]
EVERY = [*CELLS, *LEFT_OUT, *SMALL_TALK, *CLAUSES, *ROLES, *SECTIONS, *ADDED]


@pytest.mark.parametrize(("text", "wanted"), EVERY, ids=[text for text, _ in EVERY])
def test_a_list_has_the_rows_that_were_described(snapshot: Snapshot, text: str, wanted: str) -> None:
    assert numbers(ask(snapshot, text)) == wanted


@pytest.mark.parametrize(("text", "wanted"), EVERY, ids=[text for text, _ in EVERY])
def test_it_has_the_same_ones_without_accents(snapshot: Snapshot, text: str, wanted: str) -> None:
    assert numbers(ask(snapshot, folded(text))) == wanted


@pytest.mark.parametrize(("text", "wanted"), EVERY, ids=[text for text, _ in EVERY])
def test_it_is_sure_where_all_of_it_was_understood(snapshot: Snapshot, text: str, wanted: str) -> None:
    said = ask(snapshot, text)
    assert not said.tentative, plain(said)
    assert said.abstained is not bool(wanted)


@pytest.mark.parametrize(
    ("turns", "wanted"),
    [
        (("Phòng Vận tải chủ trì việc gì", "bỏ cái hằng tháng ra"), "139"),
        (("Thanh tra Sở phối hợp việc gì quý II", "vậy quý sau thì sao anh"), "48"),
        (("Thanh tra Sở phối hợp việc gì quý II", "còn quý kế tiếp"), "48"),
        (("Phòng Vận tải chủ trì việc gì", "hằng tháng thì thôi"), "139"),
        (("Phòng Vận tải chủ trì việc gì", "quý 4 bỏ qua nhé"), "137"),
        (("Phòng Vận tải chủ trì việc gì", "không lấy quý 4"), "137"),
        (("Phòng Vận tải chủ trì việc gì", "chỉ lấy dòng có mốc ngày/quý"), "19"),
        (("Phòng Vận tải chủ trì việc gì", "bỏ dòng không có mốc thời gian cụ thể"), "19"),
        (("Thanh tra Sở phối hợp việc gì tháng 8", "còn tháng 9, kể cả mấy việc ghi quý III"), "48"),
        (("Thanh tra Sở phối hợp việc gì tháng 8", "còn tháng 9, trừ mấy việc ghi quý III"), "8"),
    ],
    ids=lambda said: said[-1] if isinstance(said, tuple) else said,
)
def test_a_list_that_was_shown_is_narrowed_further(snapshot: Snapshot, turns: tuple[str, ...], wanted: str) -> None:
    assert numbers(ask(snapshot, *turns)) == wanted


def test_what_is_added_to_a_time_is_said_as_another_way_to_be_of_the_list(snapshot: Snapshot) -> None:
    said = plain(ask(snapshot, "việc phải xong trong tháng 12, kể cả mấy việc chỉ ghi quý III"))
    assert "đến hạn trong tháng 12/2027 hoặc có thời hạn ghi “quý III/2027”" in said


def test_a_section_is_said_by_its_heading(snapshot: Snapshot) -> None:
    assert "IV. Chuyển đổi số" in plain(ask(snapshot, "mục bốn có mấy việc")).splitlines()[0]


@pytest.mark.parametrize(
    "text", ["mục II có tất cả mấy việc", "có tất cả bao nhiêu việc ở mục II", "muc II co tat ca may viec"]
)
def test_all_that_is_counted_is_no_office_of_such_a_name(text: str) -> None:
    everybody = a_task(stt="10", task="Trực lễ", section=(BUS,), lead=("Tất cả các đơn vị",))
    said = ask(make_snapshot([a_loaded_plan([*ROWS, everybody])]), text)
    assert numbers(said) == "39"
