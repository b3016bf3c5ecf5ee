"""What people say to narrow a list: taken as constraints, applied to the rows, and never taken for a topic."""

from dataclasses import replace
from datetime import date

import pytest
from asking import ask
from builders import a_deadline, a_loaded_plan, a_task

from knowledge.answers.answer import Answer, Context, answer
from knowledge.language.text import folded
from knowledge.library.snapshot import Snapshot, load, make_snapshot
from knowledge.model import DeadlineKind, Heading, Task
from knowledge.reply import plain

ONGOING = a_deadline(text="Thường xuyên", kind=DeadlineKind.ONGOING)
OPEN = a_deadline(text="Theo tiến độ của chủ đầu tư", kind=DeadlineKind.CONDITIONAL)
ROWS = [
    a_task(task="Rà soát tuyến xe buýt", stt="1", section=("I. Vận tải công cộng",), lead=("Phòng Vận tải",),
           coordinate=("Thanh tra Sở", "Văn phòng Sở"), result="Quyết định", deadline=a_deadline(date(2027, 3, 20))),
    a_task(task="Kiểm tra bến xe", stt="2", section=("I. Vận tải công cộng",), lead=("Thanh tra Sở",),
           coordinate=("Phòng Vận tải", "Văn phòng Sở"), result="Báo cáo", deadline=ONGOING),
    a_task(task="Tập huấn lái xe", stt="3", section=("II. An toàn giao thông",), lead=("Phòng Vận tải",),
           coordinate=(), result="Báo cáo", deadline=OPEN, budget="Kinh phí sự nghiệp giao thông"),
    a_task(task="Số hóa giấy phép lái xe", stt="4", section=("II. An toàn giao thông",), lead=(),
           coordinate=("Thanh tra Sở",), result=None, deadline=a_deadline(date(2027, 9, 30))),
    a_task(task="Sửa chữa nhà chờ", stt="5", section=("I. Vận tải công cộng",), lead=("Văn phòng Sở",),
           coordinate=(), result="Nhà chờ", deadline=a_deadline()),
]  # fmt: skip


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    return make_snapshot([a_loaded_plan(ROWS)])


def stts(said: Answer) -> str:
    return "".join(sorted(c.item.stt for c in said.cited if isinstance(c.item, Task)))


SAID = [
    ("việc nào không do Phòng Vận tải chủ trì", "245"),
    ("trừ Phòng Vận tải thì còn những việc nào", "45"),
    ("Thanh tra Sở không chủ trì việc nào", "1345"),
    ("những việc không phải của Văn phòng Sở", "34"),
    ("việc nào không phải kiểm tra", "1345"),
    ("nhiệm vụ nào chưa có đơn vị chủ trì", "4"),
    ("việc nào không có đơn vị phối hợp", "35"),
    ("nhiệm vụ nào còn để trống sản phẩm", "4"),
    ("mấy dòng chưa có tên ai ở cột phối hợp", "35"),
    ("việc nào thiếu tên người trong ô phối hợp", "35"),
    ("em rà bảng thấy có mấy dòng chưa có tên ai ở cột phối hợp, anh chị liệt kê hết giúp em với ạ", "35"),
    ("em đang gom các việc chưa ghi thời hạn, anh liệt kê giúp em", "5"),
    ("các việc mà thứ phải nộp ra là một quyết định", "1"),
    ("việc nào ra được quyết định", "1"),
    ("chị đang lọc mấy việc mà cái làm ra là quyết định, kể giúp chị", "1"),
    ("những việc chưa ghi thời hạn", "5"),
    ("việc nào để trống ô đơn vị phối hợp", "35"),
    ("việc nào để trống ô sản phẩm (kết quả)", "4"),
    ("việc nào ô KP để trống", "1245"),
    ("liệt kê việc chưa ghi tiền trong phụ lục", "1245"),
    ("những cái không có tiền ghi trong phụ lục", "1245"),
    ("việc nào không ghi bao nhiêu tiền", "1245"),
    ("việc nào chưa ghi mức kinh phí", "1245"),
    ("việc nào ghi thời gian là thường xuyên", "2"),
    ("việc nào có thời hạn cụ thể", "14"),
    ("việc nào không có ngày cụ thể", "235"),
    ("cho danh sách nhiệm vụ thường xuyên", "2"),
    ("Phòng Vận tải chủ trì việc nào mà sản phẩm là quyết định", "1"),
    ("việc nào thời hạn ghi là theo tiến độ của chủ đầu tư", "3"),
    ("việc nào dùng kinh phí sự nghiệp", "3"),
    ("việc nào không dùng kinh phí sự nghiệp", "1245"),
    ("viec nao khong lay tu nguon kinh phi su nghiep", "1245"),
    ("việc nào không tốn tiền", "1245"),
    ("việc nào trừ quý 1 với quý 3 ra", "235"),
    ("các việc ngoài quý 1 và quý 3", "235"),
    ("stt 2 gồm những việc nào", "2"),
    ("Thanh tra Sở làm những việc gì, cả chủ trì lẫn phối hợp", "124"),
    ("Thanh tra Sở vừa chủ trì vừa phối hợp những việc nào", "124"),
    ("thanh tra so co viec gi, ke ca phoi hop", "124"),
    ("Thanh tra Sở chỉ phối hợp chứ không chủ trì việc nào", "14"),
    ("Thanh tra Sở chỉ tham gia thôi những việc nào", "14"),
    ("Thanh tra Sở toàn đi phụ những việc gì", "14"),
    ("viec nao Thanh tra So chi phu", "14"),
    ("Thanh tra Sở tham gia việc gì, k tính cái mình chủ trì", "14"),
    ("việc nào ko do Phòng Vận tải chủ trì", "245"),
    ("những việc k phải của Văn phòng Sở", "34"),
    ("Thanh tra Sở chủ trì việc gì k", "2"),
    ("Thanh tra Sở tham gia việc gì", "124"),
    ("liệt kê việc, trừ mấy việc bên phần vận tải công cộng ra", "34"),
    ("Thanh tra Sở chủ trì những việc nào, kể cả chủ trì chung", "2"),
    ("Thanh tra Sở chủ trì (tính cả chỗ làm chung) những việc nào", "2"),
    ("thanh tra so chu tri viec gi, ke ca lam chung", "2"),
    ("Thanh tra Sở chủ trì việc gì, kể cả làm chung với Phòng Vận tải", "2"),
    ("Thanh tra Sở chủ trì việc gì, kể cả phối hợp", "124"),
    ("Thanh tra Sở phối hợp việc gì, tính cả phối hợp chung", "14"),
    ("Thanh tra Sở làm chung việc gì", "14"),
    ("Thanh tra Sở không chủ trì nhưng có phối hợp những việc nào", "14"),
    ("Phòng Vận tải phối hợp những việc nào (không tính việc chủ trì)", "2"),
    ("phong van tai chi chu tri khong phoi hop viec nao", "13"),
    ("việc nào cột sản phẩm để trống", "4"),
    ("nhiem vu nao thoi han chua ghi", "5"),
    ("bao nhiêu việc Văn phòng Sở phối hợp", "12"),
    ("việc nào hạn ghi là theo tiến độ", "3"),
    ("dòng nào ghi theo tiến độ của chủ đầu tư", "3"),
    ("việc nào do từ hai đơn vị trở lên cùng phối hợp", "12"),
    ("việc nào không do Thanh tra Sở phối hợp một mình", "1235"),
    ("việc nào Thanh tra Sở phối hợp một mình", "4"),
    ("mục II có mấy việc", "34"),
    ("mục II an toàn giao thông có những việc nào", "34"),
    ("danh sách việc phần an toàn giao thông", "34"),
    ("việc nào hạn trước quý 2 tức là trước tháng 4", "1"),
    ("việc hạn tháng 9, kể cả mấy việc chỉ ghi quý 3", "4"),
    ("việc hạn tháng 9 với mấy cái ghi quý 3", "4"),
    ("việc có sản phẩm là báo cáo mà Phòng Vận tải chủ trì", "3"),
    ("việc có sản phẩm là quyết định đến hạn trong quý 1", "1"),
    ("Thanh tra Sở và Văn phòng Sở cùng phối hợp việc nào", "1"),
    ("Thanh tra Sở chủ trì và Phòng Vận tải phối hợp việc nào", "2"),
    ("việc nào đến hạn sớm nhất", "1"),
    ("việc nào hạn muộn nhất", "4"),
    ("đơn vị nào chủ trì nhiều việc nhất", "13"),
    ("phần nào nhiều nhiệm vụ nhất", "125"),
    ("Phòng Vận tải hay Thanh tra Sở chủ trì nhiều việc hơn", "123"),
    ("bao nhiêu việc thường xuyên, bao nhiêu việc có thời hạn cụ thể", "124"),
    ("liệt kê việc, không kể cả việc kiểm tra", "1345"),
    ("liệt kê các việc, không cần tính Văn phòng Sở", "34"),
    ("Thanh tra Sở có việc gì, không tính cả việc phối hợp", "2"),
    ("liệt kê việc, đừng có kể việc thường xuyên", "1345"),
    ("liệt kê việc, không được tính cả Phòng Vận tải lẫn Văn phòng Sở", "4"),
    ("liệt kê việc, khỏi cần nêu các việc quý 1", "2345"),
    ("những việc của Thanh tra Sở ngoại trừ rà soát", "24"),
    ("Phòng Vận tải có việc gì ngoài tập huấn lái xe", "12"),
    ("Phòng Vận tải có chủ trì việc gì ngoài tập huấn lái xe không", "1"),
    ("các việc còn lại của Văn phòng Sở ngoài sửa chữa", "12"),
    ("việc nào Thanh tra Sở tham gia mà không chủ trì", "14"),
    ("những việc Văn phòng Sở có làm nhưng không phối hợp", "5"),
    ("việc nào có từ hai đơn vị phối hợp trở lên", "12"),
    ("việc nào sản phẩm không phải báo cáo mà hạn quý 1", "1"),
    ("việc nào có sản phẩm không phải là quyết định", "2345"),
    ("việc nào không ra sản phẩm dạng báo cáo", "145"),
    ("những việc nào không có sản phẩm là quyết định", "2345"),
    ("việc nào không ghi sản phẩm là nhà chờ", "1234"),
    ("việc nào phải ra sản phẩm là báo cáo, không có sản phẩm là quyết định", "23"),
    ("liệt kê việc, cái thường xuyên thì thôi", "1345"),
    ("liệt kê việc, việc quý 3 khỏi kể", "1235"),
    ("những việc nào của Phòng Vận tải, mấy cái kéo qua quý 1 bỏ qua", "23"),
    ("liệt kê việc của Thanh tra Sở, loại việc thường xuyên ra", "14"),
    ("liệt kê các việc quý 1, không kể việc thường xuyên", "1"),
]


@pytest.mark.parametrize(("text", "rows"), SAID, ids=[text for text, _ in SAID])
def test_a_list_has_the_rows_that_fit_what_was_said(snapshot: Snapshot, text: str, rows: str) -> None:
    assert stts(ask(snapshot, text)) == rows


def test_a_cell_that_is_shortened_says_the_same_as_one_that_is_written_out() -> None:
    shortened = [a_task(task=task, stt=stt, result=result)
                 for stt, task, result in (("1", "Kiểm tra bến xe", "Báo cáo"), ("2", "Tập huấn lái xe", "bc"),
                                           ("3", "Sửa chữa nhà chờ", "Nhà chờ"))]  # fmt: skip
    loaded = make_snapshot([a_loaded_plan(shortened)])
    assert stts(ask(loaded, "liệt kê các việc có sản phẩm là báo cáo")) == "12"


@pytest.mark.parametrize(("text", "rows"), SAID, ids=[text for text, _ in SAID])
def test_the_same_without_accents(snapshot: Snapshot, text: str, rows: str) -> None:
    assert stts(ask(snapshot, folded(text))) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("thanh tra so viec nao trong phan phoi hop", "14"),
        ("viec nao cua van phong so trong cot phoi hop", "12"),
        ("viec nao trong o kinh phi giao thong", "3"),
        ("viec nao bo trong cot phoi hop", "35"),
        ("viec nao cot san pham con trong", "4"),
    ],
)
def test_inside_a_column_is_no_empty_one_where_no_accents_are_typed(snapshot: Snapshot, text: str, rows: str) -> None:
    assert stts(ask(snapshot, text)) == rows


@pytest.mark.parametrize(
    "text",
    ["Phòng Vận tải chủ trì việc nào", "việc nào do Thanh tra Sở phối hợp", "nhiệm vụ có sản phẩm nào là báo cáo"],
)
def test_a_negation_never_gives_the_same_rows(snapshot: Snapshot, text: str) -> None:
    negated = text.replace("chủ trì", "không chủ trì").replace("do", "không do").replace("nào là", "nào không phải là")
    assert stts(ask(snapshot, text)) != stts(ask(snapshot, negated))


@pytest.mark.parametrize(("text", "rows"), SAID[:12], ids=[text for text, _ in SAID[:12]])
def test_a_preamble_changes_nothing(snapshot: Snapshot, text: str, rows: str) -> None:
    told = f"Chào chị, sáng nay em phải ra sân bay đón khách nên chưa kịp mở máy, chị cho em hỏi {text} ạ?"
    assert stts(ask(snapshot, told)) == rows


def test_a_cell_that_has_nothing_else(snapshot: Snapshot) -> None:
    assert stts(ask(snapshot, "những việc cột sản phẩm chỉ ghi báo cáo")) == "23"


@pytest.mark.parametrize("text", ["liệt kê các việc có sản phẩm là báo cáo", "việc nào không phải báo cáo"])
def test_words_are_quoted_as_they_were_typed(snapshot: Snapshot, text: str) -> None:
    assert "“báo cáo”" in plain(ask(snapshot, text)).splitlines()[0]


def test_units_without_a_row_are_named(snapshot: Snapshot) -> None:
    said = plain(ask(snapshot, "đơn vị nào không có nhiệm vụ nào trong quý 1"))
    assert "Thanh tra Sở; Văn phòng Sở" in said
    assert "Phòng Vận tải" not in said.splitlines()[1]


def test_the_difference_is_said_first(snapshot: Snapshot) -> None:
    said = plain(ask(snapshot, "Phòng Vận tải hay Thanh tra Sở chủ trì nhiều việc hơn"))
    assert said.startswith("Phòng Vận tải chủ trì nhiều hơn 1 nhiệm vụ.")


def test_what_is_not_understood_is_named_and_makes_the_answer_tentative(snapshot: Snapshot) -> None:
    said = ask(snapshot, "Phòng Vận tải chủ trì việc nào trồng rừng")
    assert said.tentative
    assert "Chưa hiểu" in plain(said)


@pytest.mark.parametrize(
    ("turns", "rows"),
    [
        (("Phòng Vận tải chủ trì việc nào", "còn Thanh tra Sở"), "2"),
        (("danh sách việc phần an toàn giao thông", "trong số đó việc nào chưa có đơn vị chủ trì"), "4"),
        (("cho danh sách nhiệm vụ thường xuyên", "không, ý tôi là việc có thời hạn cụ thể"), "14"),
        (("Phòng Vận tải chủ trì việc nào", "ý em là Thanh tra Sở"), "2"),
        (("Thanh tra Sở có việc gì", "bỏ việc thường xuyên"), "14"),
        (("thanh tra so co viec gi", "bo cai thuong xuyen ra"), "14"),
        (("Thanh tra Sở có việc gì", "khỏi tính việc thường xuyên"), "14"),
        (("Thanh tra Sở có việc gì", "cái thường xuyên thì thôi"), "14"),
        (("Thanh tra Sở có việc gì", "bỏ mấy việc phối hợp đi"), "2"),
        (("Thanh tra Sở có việc gì", "không tính chủ trì"), "14"),
        (("Thanh tra Sở có việc gì", "bỏ cái kiểm tra ra"), "14"),
        (("Phòng Vận tải chủ trì việc nào", "lộn, Thanh tra Sở"), "2"),
        (("Phòng Vận tải chủ trì việc nào", "à nhầm, phối hợp cơ"), "2"),
        (("Phòng Vận tải chủ trì việc nào", "phối hợp?"), "2"),
        (("Phòng Vận tải chủ trì việc nào", "phoi hop nua"), "2"),
        (("Phòng Vận tải chủ trì việc nào", "ai phối hợp?"), "13"),
        (("Phòng Vận tải chủ trì việc nào", "đơn vị nào phối hợp"), "13"),
    ],
)
def test_a_next_turn_is_a_patch_of_the_one_before(snapshot: Snapshot, turns: tuple[str, str], rows: str) -> None:
    context = Context(today=date(2027, 3, 1))
    _, conversation = answer(turns[0], snapshot, context=context)
    assert stts(answer(turns[1], snapshot, conversation=conversation, context=context)[0]) == rows


def test_a_longer_name_than_any_unit_has_is_refused(snapshot: Snapshot) -> None:
    said = ask(snapshot, "Phòng Vận tải Đường thủy chủ trì việc nào")
    assert said.abstained or said.tentative


def test_the_year_picks_among_the_plans_of_one_office_wherever_it_stands() -> None:
    old = a_loaded_plan([a_task(lead=("Thanh tra Sở",))], stem="ke-hoach-2026")
    heading = replace(old.plan.heading, number="9/KH-SNV", years=(2026,), title="Kế hoạch Cải cách hành chính năm 2026")
    old = load("ke-hoach-2026", replace(old.plan, heading=heading))
    both = make_snapshot([old, a_loaded_plan()])
    said = answer("ai chủ trì số hóa hồ sơ thủ tục hành chính năm 2026", both, context=Context(today=date(2027, 3, 1)))
    assert said[0].cited[0].stem == "ke-hoach-2026"


@pytest.mark.parametrize(
    ("text", "row"),
    [("các việc phòng trừ sâu bệnh", "1"), ("có bao nhiêu việc phân loại rác", "2"), ("viec nao bai tru me tin", "3")],
)
def test_the_end_of_a_verb_of_the_rows_leaves_nothing_out(text: str, row: str) -> None:
    works = ["Phòng trừ sâu bệnh hại lúa", "Phân loại rác tại nguồn", "Bài trừ mê tín dị đoan"]
    rows = [a_task(task=work, stt=str(at), coordinate=()) for at, work in enumerate(works, 1)]
    assert stts(ask(make_snapshot([a_loaded_plan(rows)]), text)) == row


def test_a_heading_is_quoted_as_the_plans_print_it() -> None:
    heading = ("I. Vận tải công cộng (đô thị)",)
    other = make_snapshot([a_loaded_plan([*ROWS, a_task(task="Vẽ bản đồ", stt="6", section=heading)])])
    assert "không thuộc phần “vận tải công cộng”" in plain(ask(other, "viec nao khong thuoc phan van tai cong cong"))


def test_a_heading_is_called_by_its_number_as_it_is_written(snapshot: Snapshot) -> None:
    assert "thuộc phần “III”" in plain(ask(snapshot, "mục III có những việc nào"))


def test_whose_money_it_is_names_no_plan() -> None:
    rows = [a_task(stt="1", budget="Ngân sách tỉnh"), a_task(task="Sửa cầu", stt="2", budget="Xã hội hóa")]
    own = a_loaded_plan([a_task(stt="3")], stem="tinh", heading=Heading(issuer="UBND tỉnh Hà Giang"))
    both = make_snapshot([a_loaded_plan(rows), own])
    assert stts(ask(both, "việc nào dùng ngân sách tỉnh")) == "1"
    assert stts(ask(both, "việc nào không dùng ngân sách tỉnh")) == "23"
