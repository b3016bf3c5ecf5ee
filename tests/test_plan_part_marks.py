"""Tables with a column for each unit, whose cells mark by signs the part that it takes."""

import pytest

from knowledge.plan.understanding import understand
from knowledge.readers import read_here

HEAD = "KẾ HOẠCH\nCông tác năm 2027\n\nI. MỤC TIÊU\nLàm tốt.\n\nII. NHIỆM VỤ\n"


def shared_out(text: str) -> list[str]:
    """Each row that a table inside a plan lists, with its units; cells stand apart by bars."""
    lines = ("\t".join(cell.strip() for cell in line.split("|")) for line in text.splitlines())
    tasks = understand(read_here((HEAD + "\n".join(lines)).encode(), "a.txt")).tasks
    return [f"{t.task}: {', '.join(t.lead)} + {', '.join(t.coordinate)}" for t in tasks if t.kind.value == "table"]


LEGENDS = {
    "signs above, units by their names": """Chú thích: ● là đơn vị chủ trì, ○ là đơn vị phối hợp.
TT | Nội dung | Văn phòng | Phòng Kinh tế | Công an xã | Hoàn thành
1 | Rà soát | ● | ○ | | 30/4/2027
2 | Tuần tra | | ○ | ● | Quý II""",
    "letters below, units in short, some only told": """TT | Phần việc | VP | ĐTN | HPN | Thời gian | Kết quả
A | Tuyên truyền | | | | |
1 | Rà soát | C | P | P | 15/5 | Danh sách
2 | Tuần tra | B | P | C | Quý II |

Ghi chú: C - chủ trì; P - phối hợp; B - được báo cáo kết quả để theo dõi. Ô để trống: không phân công.""",
    "a header of two levels, large and small letters": """STT | Nhiệm vụ | Đơn vị thực hiện | | | Thời hạn
 | | VP | KT | CA |
1 | Rà soát | X | x | | 30/4/2027
2 | Tuần tra | | x | X | Quý II

Ghi chú: X: chủ trì; x: phối hợp; VP: Văn phòng xã; KT: Phòng Kinh tế; CA: Công an xã.""",
    "the letters of English tables": """Ký hiệu: R (Responsible): thực hiện chính; A: phê duyệt; S: hỗ trợ; C: tham vấn.
TT | Việc | GĐ | P. KT | Đội 1 | Kết quả | Hạn
1 | Rà soát | A | R | S | Hồ sơ | Quý I
2 | Tuần tra | A | C | R | Sổ | Quý III""",
    "signs behind the words": """TT | Nhiệm vụ | Tổ 1 | Tổ 2 | Tổ 3 | Thời gian
1 | Rà soát | X | O | | Tháng 3
2 | Tuần tra | | O | X | Tháng 5
Ghi chú: Đơn vị chủ trì (X), đơn vị phối hợp (O).""",
    "no legend": """TT | Công việc | BGH | TCM | Đoàn TN | Thời gian
1 | Rà soát | CT | PH | | 5/9
2 | Tuần tra | | CT | PH | Tháng 10""",
}
UNITS = {
    "signs above, units by their names": ("Văn phòng + Phòng Kinh tế", "Công an xã + Phòng Kinh tế"),
    "letters below, units in short, some only told": ("VP + ĐTN, HPN", "HPN + ĐTN"),
    "a header of two levels, large and small letters": ("Văn phòng xã + Phòng Kinh tế", "Công an xã + Phòng Kinh tế"),
    "the letters of English tables": ("P. KT + Đội 1", "Đội 1 + "),
    "signs behind the words": ("Tổ 1 + Tổ 2", "Tổ 3 + Tổ 2"),
    "no legend": ("BGH + TCM", "TCM + Đoàn TN"),
}


@pytest.mark.parametrize("name", LEGENDS)
def test_units_with_columns_of_their_own_take_the_parts_that_their_marks_tell(name: str) -> None:
    first, second = UNITS[name]
    assert shared_out(LEGENDS[name]) == [f"Rà soát: {first}", f"Tuần tra: {second}"]


def test_bare_marks_below_one_name_of_units_are_of_units() -> None:
    table = "STT | Việc | Đơn vị thực hiện | | Hạn\n | | VP | KT |\n1 | Vá | x | x | 5/5\n2 | Sửa | | x | 6/6"
    assert shared_out(table) == ["Vá: VP, KT + ", "Sửa: KT + "]


@pytest.mark.parametrize(
    "table",
    [
        pytest.param(
            "TT | Việc | Chủ trì | T1 | T2 | T3\n1 | Vá | Tổ A | x | x |\n2 | Sửa | Tổ B | | | x", id="months"
        ),
        pytest.param(
            "TT | Việc | Chủ trì | Định kỳ | Đột xuất | Hạn\n1 | Vá | Tổ A | x | | 5/5\n2 | Sửa | Tổ B | | x | 6/6",
            id="kinds of work",
        ),
        pytest.param(
            "Ký hiệu: C - cao; T - trung bình; P - đơn vị chủ trì.\nTT | Việc | Chủ trì | Mức độ | Ưu tiên | Hạn\n"
            "1 | Vá | Tổ A | C | T | 5/5\n2 | Sửa | Tổ B | T | C | 6/6",
            id="degrees",
        ),
        pytest.param(
            "A: chủ trì việc chung; B: phối hợp bảo vệ.\nTT | Việc | Chủ trì | Phối hợp | Hạn\n"
            "1 | Vá | Tổ A | B | 5/5\n2 | Sửa | Tổ B | A | 6/6",
            id="units that are called by a letter",
        ),
    ],
)
def test_marks_of_other_things_are_none_of_units(table: str) -> None:
    leads = [row.split(" + ")[0] for row in shared_out(table) if row.startswith(("Vá", "Sửa"))]
    assert leads == ["Vá: Tổ A", "Sửa: Tổ B"]


def test_a_table_of_members_lists_no_tasks() -> None:
    assert not shared_out("TT | Họ và tên | Chi bộ 1 | Chi bộ 2\n1 | Lê A | C | P\n2 | Trần B | P | C")
