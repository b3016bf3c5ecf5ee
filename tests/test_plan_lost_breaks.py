"""Cells of units and tasks whose line breaks were lost, and the parts of units written in short."""

import pytest

from knowledge.plan.lost_breaks import with_breaks
from knowledge.plan.understanding import understand
from knowledge.readers import read_here

CELLS = [
    ("Chủ trì: Tổ Văn phòngPhối hợp: Giáo viên chủ nhiệm, Công an phường",
     "Tổ Văn phòng + Giáo viên chủ nhiệm, Công an phường"),
    ("Tổ Văn phòngPhối hợp Giáo viên chủ nhiệm", "Tổ Văn phòng + Giáo viên chủ nhiệm"),
    ("Chủ trì Tổ Văn phòng Phối hợp Giáo viên chủ nhiệm", "Tổ Văn phòng + Giáo viên chủ nhiệm"),
    ("Chủ trì: Văn phòngĐơn vị phối hợp: Phòng Tư pháp", "Văn phòng + Phòng Tư pháp"),
    ("Chủ trì: Văn phòngPhòng Tư phápPhối hợp: Công an xã", "Văn phòng, Phòng Tư pháp + Công an xã"),
    ("Trung tâm VNPTPhối hợp: Công an xã", "Trung tâm VNPT + Công an xã"),
    ("Văn phòng chủ trìPhòng Tư pháp, Công an xã phối hợp", "Văn phòng + Phòng Tư pháp, Công an xã"),
    ("Văn phòng (chủ trì)Phòng Tư pháp (phối hợp)", "Văn phòng + Phòng Tư pháp"),
    ("CT: Văn phòngPH: Phòng Tư pháp", "Văn phòng + Phòng Tư pháp"),
    ("CT: Văn phòng; PH: Phòng Tư pháp, Công an xã", "Văn phòng + Phòng Tư pháp, Công an xã"),
    ("Văn phòng (CT), Phòng Tư pháp, Công an xã (PH)", "Văn phòng + Phòng Tư pháp, Công an xã"),
    ("Chủ trì: Văn phòng; phối hợp: Phòng Tư pháp", "Văn phòng + Phòng Tư pháp"),
    ("Văn phòng (chủ trì), Phòng Tư pháp, Công an xã", "Văn phòng + Phòng Tư pháp, Công an xã"),
    ("Văn phòng chủ trì, Phòng Tư pháp phối hợp", "Văn phòng + Phòng Tư pháp"),
    ("Phòng Phối hợp hành chính", "Phòng Phối hợp hành chính + "),
]  # fmt: skip


@pytest.mark.parametrize(("cell", "units"), CELLS, ids=[cell for cell, _ in CELLS])
@pytest.mark.parametrize("column", ["Phân công", "Đơn vị thực hiện"])
def test_one_cell_tells_who_chairs_and_who_helps(cell: str, units: str, column: str) -> None:
    table = (
        f"TT\tNội dung công việc\t{column}\tThời gian\n1\tRà soát\t{cell}\t5/5/2027\n2\tBáo cáo\tVăn phòng\t6/6/2027\n"
    )
    task = understand(read_here(f"KẾ HOẠCH\nCông tác năm 2027\n\n{table}".encode(), "a.txt")).tasks[0]

    assert f"{', '.join(task.lead)} + {', '.join(task.coordinate)}" == units


@pytest.mark.parametrize(
    "cell",
    [
        "Cài VNeID, iOffice cho cán bộ", "Triển khai eTax MobileBanking", "Trung tâm VNPT, Công ty TNHH MTV Cấp nước",
        "CT: phần việc chung", "Đội K2, Tổ A1", "Họp PhòngBan (nếu có)",
    ],
)  # fmt: skip
def test_other_words_stay_as_they_are_printed(cell: str) -> None:
    assert with_breaks(cell, units=False) == cell


def test_a_task_gives_the_label_that_was_glued_to_it_away() -> None:
    cell = "Vá đường liên thônChủ trì: Phòng Kinh tế"
    assert with_breaks(cell, units=False) == "Vá đường liên thôn\nChủ trì: Phòng Kinh tế"
