"""What a list is of, word for word: which cell is empty, in which column a unit stands, with whom, who is left out."""

from datetime import date

import pytest
from asking import ask, numbers
from builders import a_deadline, a_loaded_plan, a_task
from grids import a_document

from knowledge.language.text import folded
from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.model import DeadlineKind
from knowledge.plan.understanding import understand
from knowledge.reply import plain

HERD, SEED, OFFICE, STATION = "Phòng Chăn nuôi", "Phòng Giống cây", "Văn phòng Trung tâm", "Trạm Khuyến nông"
ONGOING = a_deadline(text="Thường xuyên", kind=DeadlineKind.ONGOING)
QUARTERLY = a_deadline(text="Hằng quý", kind=DeadlineKind.PERIODIC)
WAITING = a_deadline(text="Theo tiến độ cấp vốn", kind=DeadlineKind.CONDITIONAL)

ROWS = [
    a_task(stt="1", task="Tiêm vắc xin đàn bò", lead=(HERD,), coordinate=(STATION,), result="Kế hoạch",
           objective="95% đàn bò được tiêm", deadline=ONGOING, budget="60 triệu đồng"),
    a_task(stt="2", task="Ươm giống keo lai", lead=(SEED,), coordinate=(), result="Kế hoạch; báo cáo",
           deadline=a_deadline(date(2027, 5, 20), text="20/5/2027")),
    a_task(stt="3", task="Báo cáo dịch bệnh", lead=(HERD,), coordinate=(OFFICE,), result="Báo cáo",
           objective="Nắm chắc dịch bệnh", deadline=QUARTERLY),
    a_task(stt="4", task="Báo cáo tổng kết vụ", lead=(HERD, STATION), coordinate=(), result="Báo cáo",
           deadline=a_deadline(date(2027, 12, 10), text="10/12/2027"), budget="20 triệu đồng"),
    a_task(stt="5", task="Sửa nhà lưới", lead=(OFFICE,), coordinate=(SEED, STATION), result="Nhà lưới",
           objective="Đủ chỗ ươm", deadline=WAITING),
    a_task(stt="6", task="Dạy ủ phân", lead=(STATION,), coordinate=(HERD,), result="02 lớp",
           objective="Giảm phân hóa học", deadline=ONGOING),
]  # fmt: skip


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    return make_snapshot([a_loaded_plan(ROWS)])


BLANK = [
    ("việc nào chưa ghi mục tiêu", "24"),
    ("những dòng nào cột mục tiêu để trống", "24"),
    ("có mấy dòng mà ô mục tiêu chẳng có chữ nào", "24"),
    ("tất cả mấy việc cột kinh phí để trống", "2356"),
    ("việc nào không có đơn vị cùng thực hiện", "24"),
    ("việc nào cột phối hợp bỏ trống, không ghi gì hết", "24"),
    ("việc nào trống cả mục tiêu lẫn kinh phí", "2"),
    ("việc nào có mục tiêu nhưng bỏ trống kinh phí", "356"),
    ("việc nào bỏ trống mục tiêu nhưng có kinh phí", "4"),
    ("Phòng Giống cây chủ trì mấy việc mà không có ai phối hợp", "2"),
    ("Phòng Chăn nuôi chủ trì việc gì mà không có ai cùng làm", "4"),
    ("Phòng Giống cây chủ trì một mình việc gì không phối hợp với ai", "2"),
    ("Phòng Chăn nuôi chủ trì một mình không có ai phối hợp việc nào", ""),
    ("Phòng Giống cây làm một mình không ai phối hợp việc nào", "2"),
    ("Phòng Chăn nuôi chủ trì việc gì mà chẳng có bên nào phối hợp", "4"),
    ("Phòng Giống cây chủ trì mà không phối hợp với ai", "2"),
    ("Phòng Chăn nuôi chủ trì nhưng không phối hợp đơn vị nào", "4"),
    ("Phòng Chăn nuôi chủ trì mà không có ai phối hợp việc nào", "4"),
    ("Phòng Chăn nuôi chỉ đứng chủ trì, không phối hợp với ai", "4"),
    ("lọc mấy dòng hạn chỉ ghi theo tiến độ cấp vốn chứ không có ngày", "5"),
    ("loc may dong han chi ghi theo tien do cap von chu ko co ngay cu the", "5"),
    # neighbours: "không" closes a question, and what stands behind the comma is another one
    ("mấy việc tháng 5 có chung đơn vị chủ trì không, ai làm cái nào", "2"),
    ("các việc tháng 12 xong chưa, ai chủ trì những việc nào", "4"),
    ("liet ke cac viec thang 5 co chung don vi chu tri ko, ai phoi hop", "2"),
]
ROLES = [
    ("Trạm Khuyến nông đứng tên ở cột phối hợp trong những việc nào", "15"),
    ("việc nào Trạm Khuyến nông chỉ đứng ở cột phối hợp", "15"),
    ("Trạm Khuyến nông có tên ở cột cùng thực hiện những việc nào", "15"),
    ("Trạm Khuyến nông chỉ phối hợp những việc nào", "15"),
    ("Trạm Khuyến nông đứng tên ở cột chủ trì, kể cả cùng chủ trì với đơn vị khác, trong những việc nào", "46"),
    ("Trạm Khuyến nông chủ trì những việc nào, chung với phòng khác cũng tính", "46"),
    ("Trạm Khuyến nông làm chính việc gì, còn việc gì chỉ phụ thôi", "1456"),
    ("Trạm Khuyến nông có việc nào mình làm chính và việc nào mình chỉ phối hợp", "1456"),
    ("Trạm Khuyến nông làm chủ xị mấy việc", "46"),
    ("Trạm Khuyến nông phải phụ cho mấy phòng khác những việc gì", "15"),
    ("Phòng Chăn nuôi phải chủ trì một mình những việc nào, không chung với ai hết", "13"),
    ("Phòng Chăn nuôi đứng một mình ở cột chủ trì những việc nào", "13"),
    ("Phòng Chăn nuôi làm một mình những việc nào", "13"),
    ("Phòng Chăn nuôi đứng tên chủ trì (một mình hay chung) những việc nào", "134"),
    ("phong chan nuoi chu tri mot minh hay chung nhung viec nao", "134"),
    ("Phòng Chăn nuôi chủ trì chung với bên khác hoặc một mình những việc nào", "134"),
    ("Trạm Khuyến nông chủ trì việc nào và chỗ nào chỉ phụ thôi", "1456"),
    ("Trạm Khuyến nông chủ trì dạy ủ phân và chỗ nào phối hợp", "6"),
    ("việc nào Trạm Khuyến nông chủ trì chung với đơn vị khác", "4"),
    ("có mấy việc mà từ hai phòng phối hợp trở lên", "5"),
    # neighbours
    ("Trạm Khuyến nông chủ trì việc nào và phối hợp với ai", "46"),
    ("Trạm Khuyến nông đứng tên những việc nào", "46"),
    ("việc nào Phòng Chăn nuôi chủ trì mà cột phối hợp có Trạm Khuyến nông", "1"),
    ("Trạm Khuyến nông chỉ phối hợp chứ không chủ trì việc nào", "15"),
]
WITHOUT = [
    ("Phòng Chăn nuôi chủ trì những việc gì, bỏ báo cáo định kỳ hằng quý ra", "14"),
    ("Phòng Chăn nuôi chủ trì những việc gì, bỏ báo cáo ra", "1"),
    ("việc nào thường xuyên, bỏ những việc do Phòng Chăn nuôi làm", "6"),
    ("việc nào thường xuyên, bỏ những việc có Phòng Chăn nuôi", ""),
    ("Phòng Chăn nuôi chủ trì những việc gì, trừ mấy việc tiêm vắc xin với tổng kết vụ", "3"),
    ("việc của Phòng Chăn nuôi, không lấy việc của quý IV", "136"),
    ("Phòng Chăn nuôi chủ trì những việc gì, bỏ tiêm vắc xin với tổng kết vụ ra", "3"),
    ("liệt kê việc của Phòng Chăn nuôi, bỏ số thứ tự đi", "1346"),
    ("việc của Phòng Chăn nuôi, bỏ cột kinh phí ra", "1346"),
    ("em đi họp một mình, liệt kê việc của Phòng Giống cây", "25"),
    ("liệt kê việc của Phòng Giống cây, không ghi tắt nhé", "25"),
    ("có những việc nào, bỏ việc thường xuyên hoặc chờ tiến độ", "234"),
    ("Phòng Chăn nuôi chủ trì việc gì mà không phối hợp với Trạm Khuyến nông", "34"),
    ("Phòng Chăn nuôi chủ trì mà không phối hợp với Trạm Khuyến nông", "34"),
    ("Phòng Chăn nuôi chủ trì nhưng không có Văn phòng phối hợp", "14"),
    ("Phòng Chăn nuôi chủ trì những việc nào, không cần phối hợp với Văn phòng hay Trạm Khuyến nông", "4"),
    ("Trạm Khuyến nông phối hợp những việc nào mà không do Phòng Chăn nuôi chủ trì", "5"),
    ("việc nào của Phòng Chăn nuôi không phối hợp với Trạm Khuyến nông", "3"),
    ("Phòng Chăn nuôi chủ trì những việc nào không cần Trạm Khuyến nông phối hợp", "34"),
    ("phong chan nuoi chu tri viec gi khong nho toi van phong", "14"),
    # neighbours
    ("Phòng Chăn nuôi chủ trì việc gì không phối hợp với ai", "4"),
    ("Phòng Chăn nuôi chủ trì chứ không phối hợp việc nào", "134"),
    ("Trạm Khuyến nông phối hợp việc nào, không kể việc mình chủ trì với việc riêng", "15"),
    ("Trạm Khuyến nông phối hợp chứ không phải Phòng Giống cây là những việc nào", "1"),
    ("Phòng Chăn nuôi chủ trì mà có Trạm Khuyến nông phối hợp", "1"),
    ("việc nào của Phòng Giống cây có ra báo cáo", "2"),
]
EXACT = [
    ("bao nhiêu việc cột sản phẩm chỉ ghi vỏn vẹn chữ “Kế hoạch” thôi", "1"),
    ("việc nào cột sản phẩm ghi kế hoạch mà không ghi gì thêm", "1"),
    ("có mấy việc sản phẩm ghi đúng một chữ kế hoạch", "1"),
    ("việc nào sản phẩm chỉ là một báo cáo", "234"),  # any of them
    ("việc nào cột sản phẩm ghi kế hoạch", "12"),
    ("việc nào cột thời gian ghi đúng cụm “Theo tiến độ cấp vốn”", "5"),
    ("việc nào ô thời hạn ghi cụm từ theo tiến độ cấp vốn", "5"),
    ("viec nao thoi han ghi dong chu theo tien do cap von", "5"),
    ("việc nào thời gian ghi nguyên văn “Hằng quý”", "3"),
    ("việc nào thời gian ghi mỗi chữ 20/5/2027", "2"),
    ("việc nào cột thời gian ghi cụm từ 20/5/2027", "2"),
    ("liệt kê việc ghi hạn theo tiến độ cấp vốn", "5"),
    ("ls nv ghi hạn “theo tiến độ cấp vốn”", "5"),
    ("ds nv Văn phòng chủ trì ghi theo tiến độ cấp vốn", "5"),
    ("lk các vc cột sp ghi câu nhà lưới", "5"),
    # neighbours
    ("việc nào ghi hạn rõ ràng", "24"),
    ("việc nào ghi sản phẩm là báo cáo", "234"),
    ("việc nào ghi thời hạn trong tháng 5", "2"),
]
ADDED = [
    ("việc hạn tháng 5, kể cả loại thường xuyên", "126"),
    ("việc hạn tháng 5 gồm luôn mấy việc có hạn thường xuyên", "126"),
    ("viec han thang 5, tinh ca viec thuong xuyen", "126"),
    ("Phòng Chăn nuôi chủ trì việc nào, kể cả loại thường xuyên", "134"),
    ("Phòng Chăn nuôi chủ trì những việc gì, kể cả việc không ghi hạn", "134"),
    ("những việc hạn tháng 5 (kể cả loại “chậm nhất”)", "2"),
    ("việc hạn tháng 5 tính luôn loại thường xuyên", "126"),
    # neighbours
    ("việc hạn tháng 5 kể cả định kỳ", "2"),
    ("việc hạn tháng 5, tính luôn việc ghi tháng", "2"),
    ("việc hạn tháng 5 không kể loại thường xuyên", "2"),
    ("Phòng Chăn nuôi chủ trì việc nào, loại việc thường xuyên ra", "34"),
    ("Phòng Chăn nuôi chủ trì việc nào, không tính cả loại thường xuyên", "34"),
]
OF_ANOTHER = [
    ("Trạm Khuyến nông phối hợp những việc nào của Phòng Chăn nuôi", "1"),
    ("Trạm Khuyến nông phối hợp việc nào, của Văn phòng Trung tâm thôi nhé", "5"),
    ("Phòng Chăn nuôi ph việc nào, của Trạm Khuyến nông thôi nhé", "6"),
    ("Phòng Chăn nuôi p/h việc nào, của Trạm Khuyến nông thôi nhé", "6"),
    ("việc nào của Phòng Chăn nuôi có Trạm Khuyến nông tham gia", "146"),
    ("việc của Phòng Chăn nuôi có mặt Văn phòng Trung tâm", "3"),
    ("việc của Văn phòng Trung tâm mà Phòng Giống cây có dính", "5"),
    ("mấy việc Phòng Chăn nuôi chủ trì mà Văn phòng Trung tâm có tham gia", "3"),
    ("trong mấy việc của Văn phòng Trung tâm thì Trạm Khuyến nông dính việc nào", "5"),
    ("trong số việc của Văn phòng Trung tâm, Phòng Giống cây góp mặt ở việc nào", "5"),
    ("Phòng Chăn nuôi chủ trì chung với Trạm Khuyến nông việc nào", "4"),
    ("Phòng Chăn nuôi dính vô mấy việc của Trạm Khuyến nông", "146"),
    ("Phòng Chăn nuôi phối hợp chung với Trạm Khuyến nông việc nào", "146"),
    ("Phòng Giống cây và Văn phòng Trung tâm phối hợp chung mấy việc", "5"),
    ("Phòng Giống cây chủ trì chung với Văn phòng Trung tâm việc nào", ""),
    ("việc của Trạm Khuyến nông có Văn phòng Trung tâm cùng làm", "5"),
    ("việc của Phòng Giống cây có Trạm Khuyến nông cùng làm không", "5"),
    ("có mấy việc của Phòng Giống cây mà Trạm Khuyến nông tham gia", "5"),
    ("việc của Trạm Khuyến nông mà Phòng Chăn nuôi phối hợp", "6"),
    ("mấy việc Phòng Chăn nuôi chủ trì mà Trạm Khuyến nông cùng làm", "14"),
    ("việc của Phòng Giống cây có Phòng Chăn nuôi không", ""),
    ("việc của Phòng Giống cây có Phòng Chăn nuôi cùng làm không", ""),
    # neighbours
    ("việc của Phòng Giống cây và Văn phòng Trung tâm", "235"),
    ("việc của Phòng Giống cây, của Văn phòng Trung tâm nữa", "235"),
    ("Phòng Giống cây với Văn phòng Trung tâm tham gia mấy việc", "235"),
    ("việc của Phòng Chăn nuôi mà Trạm Khuyến nông không tham gia", "3"),
    ("việc của Phòng Chăn nuôi mà Trạm Khuyến nông ko tham gia", "3"),
    ("việc của Phòng Chăn nuôi mà Trạm Khuyến nông đâu có tham gia", "3"),
    ("việc của Phòng Chăn nuôi mà đâu có Trạm Khuyến nông tham gia", "3"),
]
WHOEVER = [
    ("việc có Phòng Chăn nuôi với Trạm Khuyến nông cùng góp mặt, ai chủ trì cũng được", "146"),
    ("liệt kê việc của Trạm Khuyến nông, bên nào chủ trì cũng được", "1456"),
    ("bất kể ai chủ trì, kể các việc Trạm Khuyến nông có tham gia", "1456"),
    ("Trạm Khuyến nông tham gia chứ không chủ trì việc nào", "15"),
    ("Trạm Khuyến nông có tên chứ không đứng chủ trì những việc nào", "15"),
    # neighbours
    ("Trạm Khuyến nông phối hợp việc nào, ai chủ trì cũng được", "15"),
]
BUT_A_TIME = [
    ("trừ quý 2 ra Phòng Giống cây còn việc gì", "5"),
    ("ngoài quý 4 ra thì Phòng Chăn nuôi còn việc gì", "136"),
    ("trừ tháng 12 ra Phòng Chăn nuôi còn việc nào", "136"),
    # neighbours
    ("ngoài Phòng Chăn nuôi ra ai còn việc quý 2", "2"),
    ("không có kinh phí và của Phòng Giống cây là việc nào", "25"),
]
EVERY = [*BLANK, *ROLES, *WITHOUT, *EXACT, *ADDED, *OF_ANOTHER, *WHOEVER, *BUT_A_TIME]


@pytest.mark.parametrize(("text", "wanted"), EVERY, ids=[text for text, _ in EVERY])
def test_a_list_is_of_what_every_word_of_it_says(snapshot: Snapshot, text: str, wanted: str) -> None:
    said = ask(snapshot, text)
    assert numbers(said) == wanted
    assert not said.tentative, plain(said)


BARE = [*BLANK[:2], *BLANK[3:], *ROLES[:4], *ROLES[-4:], *OF_ANOTHER[:9], *WHOEVER[:5], *BUT_A_TIME[:3]]


@pytest.mark.parametrize(
    "text", ["tiêm vắc xin đàn bò ai chủ trì cũng được à", "tiem vac xin dan bo ai chu tri cung duoc a"]
)
def test_of_one_row_it_is_asked_who_chairs_it(snapshot: Snapshot, text: str) -> None:
    said = ask(snapshot, text)
    assert plain(said).startswith("Chủ trì: Phòng Chăn nuôi")
    assert not said.tentative


def test_two_units_that_chair_no_row_together_are_told_those_of_either_role(snapshot: Snapshot) -> None:
    said = plain(ask(snapshot, "Phòng Giống cây và Văn phòng Trung tâm chủ trì chung việc nào"))
    assert "Tính cả hai vai trò, có 1 nhiệm vụ Phòng Giống cây và Văn phòng Trung tâm cùng" in said


@pytest.mark.parametrize(("text", "wanted"), BARE, ids=[text for text, _ in BARE])
def test_it_is_so_without_accents_too(snapshot: Snapshot, text: str, wanted: str) -> None:
    assert numbers(ask(snapshot, folded(text))) == wanted


@pytest.mark.parametrize("text", [
    "có việc nào không ghi tên bản đồ không",
    "dòng nào của Phòng Chăn nuôi cột ghi chú để trống",
    "Phòng Chăn nuôi có việc nào không nêu rõ địa bàn",
])  # fmt: skip
def test_a_cell_that_is_not_understood_makes_no_list_sure(snapshot: Snapshot, text: str) -> None:
    said = ask(snapshot, text)
    assert said.tentative or said.abstained, plain(said)


def test_rows_that_are_counted_over_every_plan_are_not_set_beside_each_other(snapshot: Snapshot) -> None:
    said = ask(snapshot, "Có bao nhiêu việc thời hạn là hằng quý, tính gộp mọi kế hoạch đang có?")
    assert (said.intent, numbers(said)) == ("count", "3")


@pytest.mark.parametrize("joint", ["và", "với"])
def test_a_kind_of_unit_that_asks_for_one_of_two_is_no_end_of_a_name(joint: str) -> None:
    led = (("1", "Đắp đê", "Sở Thủy lợi"), ("2", "Dựng kè", "Sở Giao thông"), ("3", "Vá đường", "Sở Giao thông"))
    both = make_snapshot([a_loaded_plan([a_task(stt=stt, task=task, lead=(unit,)) for stt, task, unit in led])])
    said = plain(ask(both, f"Sở Thủy lợi {joint} Sở Giao thông, sở nào chủ trì nhiều việc hơn?"))
    assert said.startswith("Sở Giao thông chủ trì nhiều hơn 1 nhiệm vụ.")


def test_an_empty_objective_behind_the_work_is_empty_and_one_that_heads_rows_is_that_above() -> None:
    header = "Nhiệm vụ | Thời hạn | Mục tiêu | Chủ trì"
    behind = f"TT | {header}\n1 | Ươm keo | Quý I | Đủ giống | Tổ A\n2 | Ủ phân | Quý II |  | Tổ B"
    header = "Mục tiêu | Nhiệm vụ | Chủ trì | Thời hạn"
    ahead = f"TT | {header}\n1 | Đủ giống | Ươm keo | Tổ A | Quý I\n2 |  | Ủ phân | Tổ B | Quý II"
    assert [task.objective for task in understand(a_document(behind)).tasks] == ["Đủ giống", None]
    assert [task.objective for task in understand(a_document(ahead)).tasks] == ["Đủ giống", "Đủ giống"]
