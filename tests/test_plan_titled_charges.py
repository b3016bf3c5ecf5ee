"""Titles of tasks with a sentence behind them that charges a unit are rows; headings and duties stay what they are."""

import pytest
from grids import told
from labelled_lists import FOOT, HEAD, rows

from knowledge.model import Plan, TaskKind
from knowledge.plan.said_of_charge import charge_in
from knowledge.plan.understanding import understand
from knowledge.readers.text import read_text


def read(text: str) -> Plan:
    return understand(read_text(HEAD + text + FOOT, "ke-hoach.txt"))


LISTS = {
    "an order below a number": (
        ("1. Vườn ươm\n1.1. Tập huấn ghép cây cho tổ viên.\nGiao Phòng Kỹ thuật chủ trì, phối hợp với Trạm Khuyến "
        "nông tổ chức 02 lớp cho 60 người, xong trước ngày 10/8/2027.\n1.2. Mua máy phay đất.\nGiao Phòng Tài vụ làm "
        "thủ tục mua sắm, đưa máy vào dùng trong quý III/2027.\n"),
        [("1.1", "Tập huấn ghép cây cho tổ viên", "Phòng Kỹ thuật", "Trạm Khuyến nông", "trước ngày 10/8/2027"),
         ("1.2", "Mua máy phay đất", "Phòng Tài vụ", "", "quý III/2027")],
    ),
    "the unit begins": (
        ("1. Dọn kho giống\nPhòng Kho vận phụ trách, Đội Bảo vệ phối hợp, mỗi quý một lần.\n"
        "2. Kiểm tra độ ẩm hạt\nPhòng Kỹ thuật chủ trì; Phòng Kho vận, Đội Bảo vệ phối hợp; thời gian: quý II/2027.\n"),
        [("1", "Dọn kho giống", "Phòng Kho vận", "Đội Bảo vệ", "mỗi quý một lần"),
         ("2", "Kiểm tra độ ẩm hạt", "Phòng Kỹ thuật", "Phòng Kho vận, Đội Bảo vệ", "quý II/2027")],
    ),
    "letters and an assignment in two sentences": (
        ("a) Đo lại ruộng mẫu\nPhân công Phòng Kỹ thuật chủ trì, Đội Bảo vệ phối hợp. Xong trước ngày 15/5/2027.\n"
        "b) Lắp trạm đo mưa\nPhân công: Phòng Kỹ thuật chủ trì, phối hợp với Văn phòng; hoàn thành quý III/2027.\n"),
        [("a)", "Đo lại ruộng mẫu", "Phòng Kỹ thuật", "Đội Bảo vệ", "trước ngày 15/5/2027"),
         ("b)", "Lắp trạm đo mưa", "Phòng Kỹ thuật", "Văn phòng", "quý III/2027")],
    ),
    "counted tasks and labels without colons": (
        ("Nhiệm vụ 1: Lập bản đồ đất\nĐơn vị thực hiện là Phòng Kỹ thuật, đơn vị phối hợp là Văn phòng; hoàn "
        "thành trước ngày 20/10/2027.\nNhiệm vụ 2: In lịch thời vụ\nCơ quan chủ trì là Văn phòng. "
        "Thời gian thực hiện là quý I/2027.\n"),
        [("1", "Lập bản đồ đất", "Phòng Kỹ thuật", "Văn phòng", "trước ngày 20/10/2027"),
         ("2", "In lịch thời vụ", "Văn phòng", "", "quý I/2027")],
    ),
    "another noun counts": (
        ("Phần việc 1. Số hóa sổ giống\nPhần việc này giao Tổ Máy tính thực hiện, Văn phòng giám sát, quý III/2027.\n"
        "Phần việc 2. Mở góc đọc sách\nPhần việc này giao Công đoàn cơ sở thực hiện, xong trước ngày 30/6/2027.\n"),
        [("1", "Số hóa sổ giống", "Tổ Máy tính", "Văn phòng", "quý III/2027"),
         ("2", "Mở góc đọc sách", "Công đoàn cơ sở", "", "trước ngày 30/6/2027")],
    ),
    "brackets on the line below": (
        ("1. Sửa mái nhà kính\n(Chủ trì: Văn phòng; phối hợp: Phòng Tài vụ; hạn: 30/6/2027)\n"
        "2. Thay lưới che\n(giao Phòng Kỹ thuật chủ trì, phối hợp với Đội Bảo vệ, xong trước 15/9/2027)\n"),
        [("1", "Sửa mái nhà kính", "Văn phòng", "Phòng Tài vụ", "30/6/2027"),
         ("2", "Thay lưới che", "Phòng Kỹ thuật", "Đội Bảo vệ", "trước 15/9/2027")],
    ),
    "dashes": (
        ("1. Việc chung\n- Tập huấn chữa cháy.\nGiao Văn phòng chủ trì, phối hợp với Đội Bảo vệ mời giảng viên, hoàn "
        "thành trước ngày 10/3/2027.\n- Thay biển cảnh báo.\nĐội Bảo vệ thực hiện, xong trong quý II/2027.\n"),
        [("", "Tập huấn chữa cháy", "Văn phòng", "Đội Bảo vệ", "trước ngày 10/3/2027"),
         ("", "Thay biển cảnh báo", "Đội Bảo vệ", "", "quý II/2027")],
    ),
    "in the line of the title": (
        ("1. Tập huấn sơ cứu. Giao Đội Bảo vệ chủ trì, phối hợp với Văn phòng mở 02 lớp, xong trước ngày 10/8/2027.\n"
        "2. Sơ kết 6 tháng. Văn phòng chủ trì. Thời gian: tháng 7/2027.\n"),
        [("1", "Tập huấn sơ cứu", "Đội Bảo vệ", "Văn phòng", "trước ngày 10/8/2027"),
         ("2", "Sơ kết 6 tháng", "Văn phòng", "", "tháng 7/2027")],
    ),
    "wrapped lines": (
        ("1. Mở quầy giống. Giao Phòng Kho vận chủ trì, phối hợp với\nPhòng Tài vụ xây dựng phương án giá,\n"
        "trình Giám đốc trước ngày 15/4/2027.\n2. Đặt bẫy côn trùng\nGiao Phòng Kỹ thuật chủ trì.\n"
        "Đội Bảo vệ phối hợp.\nHoàn thành: tháng 5/2027.\n"),
        [("1", "Mở quầy giống", "Phòng Kho vận", "Phòng Tài vụ", "trước ngày 15/4/2027"),
         ("2", "Đặt bẫy côn trùng", "Phòng Kỹ thuật", "Đội Bảo vệ", "tháng 5/2027")],
    ),
    "marks of Markdown": (
        ("### Ngày hội hạt giống\nGiao **Đoàn Thanh niên** chủ trì, phối hợp với **Văn phòng**; xong ngày 14/6/2027.\n"
        "### Xếp lại kho\nGiao **Phòng Kho vận** chủ trì; hoàn thành trước **30/5/2027**.\n"),
        [("", "Ngày hội hạt giống", "Đoàn Thanh niên", "Văn phòng", "ngày 14/6/2027"),
         ("", "Xếp lại kho", "Phòng Kho vận", "", "trước 30/5/2027")],
    ),
    "behind a semicolon": (
        ("1.1. Chọn 06 tổ làm điểm trồng xen; giao Phòng Kỹ thuật chủ trì, phối hợp với Văn phòng thực hiện, hoàn "
        "thành trước ngày 28/02/2027.\n1.2. Gửi lịch bón phân chậm nhất 03 ngày trước kỳ họp; việc này do Văn phòng "
        "đảm nhiệm, thực hiện hằng tháng.\n1.3. Phân công tổ trưởng dự họp thôn; Đội Bảo vệ chủ trì cùng "
        "Hội Nông dân xã, xong trong quý I/2027.\n"),
        [("1.1", "Chọn 06 tổ làm điểm trồng xen", "Phòng Kỹ thuật", "Văn phòng", "trước ngày 28/02/2027"),
         ("1.2", "Gửi lịch bón phân chậm nhất 03 ngày trước kỳ họp", "Văn phòng", "", "hằng tháng"),
         ("1.3", "Phân công tổ trưởng dự họp thôn", "Đội Bảo vệ", "Hội Nông dân xã", "quý I/2027")],
    ),
    "behind a comma or a dash": (
        ("a) Đắp 200 m bờ vùng, do Đội Thủy nông phụ trách, xong trước 30/4/2027\n"
        "b) Nạo vét kênh N3 – giao Đội Thủy nông chủ trì, phối hợp Văn phòng, hoàn thành tháng 5/2027\n"
        "c) Sửa cống số 2, giao Tổ Cơ điện, xong trước 15/5/2027\n"),
        [("a)", "Đắp 200 m bờ vùng", "Đội Thủy nông", "", "trước 30/4/2027"),
         ("b)", "Nạo vét kênh N3", "Đội Thủy nông", "Văn phòng", "tháng 5/2027"),
         ("c)", "Sửa cống số 2", "Tổ Cơ điện", "", "trước 15/5/2027")],
    ),
    "behind a semicolon, on wrapped lines": (
        ("1.1. Rà soát sổ mục kê của 12 thôn, đối chiếu với bản đồ địa chính; giao Phòng\nKỹ thuật chủ trì, phối hợp "
        "với Phòng Tài vụ thực hiện, hoàn thành trước ngày\n15/4/2027.\n1.2. Lập bản đồ thổ nhưỡng, chọn 03 vùng "
        "đất chua để bón vôi cải tạo trước vụ\nmùa; giao Phòng Kỹ thuật, phối hợp với Đội Bảo vệ thực hiện, xong "
        "trong quý\nIII/2027.\n1.3. Mở 02 lớp hướng dẫn ủ phân xanh cho xã viên mới, mỗi lớp không quá bốn\nmươi "
        "người; Đội Bảo vệ chủ trì cùng Hội Nông dân xã, xong trong tháng\n6/2027.\n"),
        [("1.1", "Rà soát sổ mục kê của 12 thôn, đối chiếu với bản đồ địa chính", "Phòng Kỹ thuật", "Phòng Tài vụ",
          "trước ngày 15/4/2027"),
         ("1.2", "Lập bản đồ thổ nhưỡng, chọn 03 vùng đất chua để bón vôi cải tạo trước vụ mùa", "Phòng Kỹ thuật",
          "Đội Bảo vệ", "quý III/2027"),
         ("1.3", "Mở 02 lớp hướng dẫn ủ phân xanh cho xã viên mới, mỗi lớp không quá bốn mươi người", "Đội Bảo vệ",
          "Hội Nông dân xã", "tháng 6/2027")],
    ),
    "described before": (
        ("1. Lớp trồng nấm\nLớp dành cho xã viên mới, học ở trại 2 từ năm 2019.\nGiao Phòng Kỹ thuật chủ trì, phối "
        "hợp với Văn phòng thực hiện, hoàn thành trước ngày 10/8/2027.\n"),
        [("1", "Lớp trồng nấm", "Phòng Kỹ thuật", "Văn phòng", "trước ngày 10/8/2027")],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "found"), LISTS.values(), ids=LISTS)
def test_a_title_with_a_sentence_that_charges_a_unit_is_a_row(text: str, found: list[tuple[str, ...]]) -> None:
    tasks = read(text).tasks
    assert all(task.kind is TaskKind.TABLE for task in tasks)
    read_as = [(t.stt, t.task, t.lead_raw, t.coordinate_raw) for t in tasks]
    assert read_as == [row[:4] for row in found]
    assert all(row[4] in task.deadline.text for task, row in zip(tasks, found, strict=True))
    assert all(task.deadline.due or "một lần" in task.deadline.text or "hằng" in task.deadline.text for task in tasks)


def test_what_the_sentence_says_more_is_kept_and_the_row_spans_both() -> None:
    text = (
        "1.1. Tập huấn ghép cành.\nGiao Phòng Kỹ thuật mở 02 lớp cho 60 người, xong trước ngày 10/8/2027.\n"
        "1.2. Dọn kho.\nGiao Phòng Kho vận thực hiện, xong trong quý I/2027.\n"
    )
    first, second = read(text).tasks
    assert first.activity == "Giao Phòng Kỹ thuật mở 02 lớp cho 60 người, xong trước ngày 10/8/2027."
    assert first.place.lines == (7, 8)
    assert second.activity is None


def test_the_last_of_a_list_and_the_heading_above_hold_for_all_of_it() -> None:
    text = (
        "4. Việc khác\n4.1. Tập huấn ghép cành.\nGiao Phòng Kỹ thuật chủ trì, phối hợp với Văn phòng, xong trước "
        "10/8/2027.\n4.2. Báo cáo năm.\nGiao Văn phòng chủ trì, phối hợp với Phòng Kỹ thuật, xong trước 05/12/2027.\n"
        "Yêu cầu các phòng nghiêm túc triển khai thực hiện; vướng mắc báo cáo về Văn phòng để được hướng dẫn./.\n"
    )
    tasks = [task for task in read(text).tasks if task.kind is TaskKind.TABLE]
    assert [(task.stt, task.section[-1]) for task in tasks] == [("4.1", "4. Việc khác"), ("4.2", "4. Việc khác")]


def test_rows_with_labels_beside_make_a_list_of_tasks() -> None:
    text = (
        "1. Dọn kho\n- Chủ trì: Văn phòng\n- Thời gian: Quý I/2027\n"
        "2. Mua máy cày\nGiao Phòng Tài vụ chủ trì, hoàn thành trước ngày 30/9/2027.\n- Kinh phí: 300 triệu đồng.\n"
        "3. Quét vôi\n- Chủ trì: Đội Bảo vệ\n"
    )
    assert rows(text) == [
        "S:II. NHIỆM VỤ | N:1 | T:Dọn kho | L:Văn phòng | D:Quý I/2027",
        "S:II. NHIỆM VỤ | N:2 | T:Mua máy cày | L:Phòng Tài vụ | D:hoàn thành trước ngày 30/9/2027 | B:300 triệu đồng",
        "S:II. NHIỆM VỤ | N:3 | T:Quét vôi | L:Đội Bảo vệ",
    ]


NO_ROWS = {
    "items below a heading": (
        "1. Công tác cán bộ\n- Giao Phòng Tổ chức rà soát quy hoạch, xong trước ngày 30/4/2027.\n"
        "- Giao Văn phòng cập nhật hồ sơ, xong trước ngày 30/5/2027.\n"
    ),
    "two units below a heading": (
        "1. Rác thải\nĐội Bảo vệ hướng dẫn phân loại. Phòng Tài vụ ký hợp đồng thu gom trước ngày 31/01/2027.\n"
    ),
    "one order among headings": (
        "1. Tuyên truyền\nTiếp tục đẩy mạnh tuyên truyền bằng nhiều hình thức.\n2. Thi đua\nPhát động phong trào.\n"
        "3. Kỷ luật\nGiao Văn phòng chủ trì, phối hợp với Đội Bảo vệ kiểm tra, xong trước ngày 30/9/2027.\n"
    ),
    "nothing said of when": "1. Cung ứng\nPhòng Kho vận chủ trì, phối hợp với các đội cung ứng đủ giống cho xã viên.\n",
    "the heading is a unit": "1. Phòng Kỹ thuật\nChủ trì, phối hợp với Văn phòng kiểm tra, xong trước 30/9/2027.\n",
    "a section of duties": (
        "III. TỔ CHỨC THỰC HIỆN\n1. Chế độ báo cáo\nGiao Văn phòng chủ trì, phối hợp với các phòng tổng hợp, báo cáo "
        "trước ngày 25/12/2027.\n2. Giao Văn phòng chủ trì, phối hợp với Đội Bảo vệ đôn đốc, xong trước 20/12/2027.\n"
        "3. Phòng Tài vụ lập dự toán. Văn phòng thẩm định trước ngày 15/3/2027.\n"
    ),
}


@pytest.mark.parametrize("text", NO_ROWS.values(), ids=NO_ROWS)
def test_headings_and_duties_are_no_rows(text: str) -> None:
    assert [told(task) for task in read(text).tasks if task.kind is TaskKind.TABLE] == []


def test_items_that_are_told_one_by_one_are_rows_of_their_own() -> None:
    text = (
        "1. Đào tạo\na) Mở lớp ghép cành\nGiao Phòng Kỹ thuật chủ trì, xong trước ngày 30/6/2027.\n"
        "b) Cử xã viên đi học\nGiao Phòng Tổ chức chủ trì, xong trong quý IV/2027.\n"
    )
    assert [(task.stt, task.section[-1]) for task in read(text).tasks] == [("a)", "1. Đào tạo"), ("b)", "1. Đào tạo")]


@pytest.mark.parametrize(
    ("said", "charge"),
    [
        ("Việc này do Phòng Kinh tế, Hạ tầng và Đô thị chủ trì, có sự phối hợp của Đoàn xã, Tổ 3; làm thường xuyên.",
         ("Phòng Kinh tế, Hạ tầng và Đô thị", ["Đoàn xã, Tổ 3"], "làm thường xuyên")),
        ("Giao Phòng Văn hóa chủ trì, phối hợp với Đoàn xã thực hiện hằng quý.",
         ("Phòng Văn hóa", ["Đoàn xã"], "thực hiện hằng quý")),
        ("Nhiệm vụ này giao cho Tổ Kho, có Tổ Xe cùng làm; xong trước ngày 15/6/2027.",
         ("Tổ Kho", ["Tổ Xe"], "xong trước ngày 15/6/2027")),
        ("Do Trạm Y tế chủ trì với sự tham gia của Đoàn xã, xong trong tháng 4/2027.",
         ("Trạm Y tế", ["Đoàn xã"], "xong trong tháng 4/2027")),
        ("Trạm Y tế là đơn vị chủ trì; Đoàn xã phối hợp; hoàn thành trong tháng 4/2027.",
         ("Trạm Y tế", ["Đoàn xã"], "hoàn thành trong tháng 4/2027")),
    ],
)  # fmt: skip
def test_who_chairs_and_who_helps_in_all_kinds_of_words(said: str, charge: tuple[str, list[str], str]) -> None:
    found = charge_in(said)
    assert found is not None
    assert (found.lead, found.coordinate, found.time) == charge
