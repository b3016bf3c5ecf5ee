"""Tables whose cells a semicolon or a comma parts inside a text, and quotes as they are pasted."""

import pytest
from documents import texts
from grids import told

from knowledge.plan.understanding import understand
from knowledge.readers import read_here
from knowledge.readers.fields import records_of
from knowledge.readers.text import read_text

ABOVE = "KẾ HOẠCH\nCông tác năm 2027\n\nCăn cứ Luật A; Luật B; Luật C;\n- Sở Y tế; Sở Nội vụ; Sở Tài chính.\n"
BELOW = "\nIII. KINH PHÍ\nTừ ngân sách xã; xã hội hóa; nguồn khác.\n\nNơi nhận:\n- UBND tỉnh;\n- Lưu: VT.\n"

TABLES = {
    "quotes that say as above": (
        (
            "TT;Nội dung công việc;Đơn vị chủ trì;Đơn vị phối hợp;Thời gian\n"
            "1;Rà soát; số hóa hồ sơ;Văn phòng;Công an xã; Trạm Y tế;30/4/2027\n"
            '2;Tập huấn;";";Quý II\n3;Báo cáo năm;Văn phòng;;15/12/2027\n'
        ),
        "N:1 | T:Rà soát; số hóa hồ sơ | L:Văn phòng | C:Công an xã + Trạm Y tế | D:30/4/2027",
        "N:2 | T:Tập huấn | L:Văn phòng | C:Công an xã + Trạm Y tế | D:Quý II",
        "N:3 | T:Báo cáo năm | L:Văn phòng | D:15/12/2027",
    ),
    "commas": (
        (
            'STT,Nhiệm vụ,"Đơn vị, cá nhân thực hiện",Thời hạn,Kết quả\n'
            '1,"Rà soát, số hóa hồ sơ","Văn phòng, Công an xã",30/4/2027,Báo cáo\n'
            '2,"Tập huấn ""một cửa""",",Quý II,"\n3,Tổng kết,Văn phòng,15/12/2027,\n'
        ),
        "N:1 | T:Rà soát, số hóa hồ sơ | R:Báo cáo | L:Văn phòng + Công an xã | D:30/4/2027",
        'N:2 | T:Tập huấn "một cửa" | R:Báo cáo | L:Văn phòng + Công an xã | D:Quý II',
        "N:3 | T:Tổng kết | L:Văn phòng | D:15/12/2027",
    ),
    "empty last cells left out": (
        (
            "TT;Việc;Chủ trì;Hạn;Sản phẩm\nI;Chuyển đổi số\n1;Rà soát;Văn phòng;30/4/2027\n"
            "2;Tập huấn;Công an xã;Quý II;Ảnh\nII;Khác\n3;Báo cáo năm;Văn phòng;15/12/2027\n"
        ),
        "S:I Chuyển đổi số | N:1 | T:Rà soát | L:Văn phòng | D:30/4/2027",
        "S:I Chuyển đổi số | N:2 | T:Tập huấn | R:Ảnh | L:Công an xã | D:Quý II",
        "S:II Khác | N:3 | T:Báo cáo năm | L:Văn phòng | D:15/12/2027",
    ),
    "a header of two lines, once more on the next page": (
        (
            "TT;Nội;Đơn vị;Đơn vị;Thời\n;dung;chủ trì;phối hợp;hạn\n1;Rà soát;Văn phòng;Công an xã;30/4/2027\n"
            "2;Tập huấn;Công an xã;;Quý II\n\n2\n\nTT;Nội;Đơn vị;Đơn vị;Thời\n;dung;chủ trì;phối hợp;hạn\n"
            "3;Báo cáo;Văn phòng;Công an xã;15/12/2027\n4;Sơ kết;Văn phòng;Công an xã;15/6/2027\n"
        ),
        "N:1 | T:Rà soát | L:Văn phòng | C:Công an xã | D:30/4/2027",
        "N:2 | T:Tập huấn | L:Công an xã | D:Quý II",
        "N:3 | T:Báo cáo | L:Văn phòng | C:Công an xã | D:15/12/2027",
        "N:4 | T:Sơ kết | L:Văn phòng | C:Công an xã | D:15/6/2027",
    ),
    "line breaks in cells": (
        (
            "TT;Nội dung;Chủ trì;Phối hợp;Thời hạn\n1;Rà soát hồ sơ\ngiai đoạn 2;Văn phòng;Công an xã;30/4/2027\n"
            '2;Tập huấn;Công an xã;"Trạm Y tế\nHội Nông dân";Quý II\n'
        ),
        "N:1 | T:Rà soát hồ sơ giai đoạn 2 | L:Văn phòng | C:Công an xã | D:30/4/2027",
        "N:2 | T:Tập huấn | L:Công an xã | C:Trạm Y tế + Hội Nông dân | D:Quý II",
    ),
    "no numbers": (
        "Nội dung;Chủ trì;Phối hợp;Thời hạn\nRà soát;Văn phòng;Công an xã;30/4/2027\nTập huấn;Công an xã;;Quý II\n",
        "T:Rà soát | L:Văn phòng | C:Công an xã | D:30/4/2027",
        "T:Tập huấn | L:Công an xã | D:Quý II",
    ),
    "bars without blanks": (
        (
            "TT|Nội dung|Chủ trì|Phối hợp|Thời hạn\nI|Chuyển đổi số|||\n1|Rà soát|Văn phòng|Công an xã|30/4/2027\n"
            '2|Tập huấn|"||Quý II\n'
        ),
        "S:I Chuyển đổi số | N:1 | T:Rà soát | L:Văn phòng | C:Công an xã | D:30/4/2027",
        "S:I Chuyển đổi số | N:2 | T:Tập huấn | L:Văn phòng | D:Quý II",
    ),
}


@pytest.mark.parametrize("name", TABLES)
def test_tables_with_signs_between_cells_are_read_inside_a_text(name: str) -> None:
    table, *rows = TABLES[name]
    plan = understand(read_here((ABOVE + table + BELOW).encode(), "a.txt"))

    assert [told(task) for task in plan.tasks] == rows
    assert plan.heading.title == "Kế hoạch Công tác năm 2027"


def test_a_row_of_too_many_cells_is_told() -> None:
    table = "TT; Nội dung; Chủ trì; Hạn\n1; Rà soát; Văn phòng; 30/4\n2; Vá; sửa; Đội A; 5/5\n3; Vẽ; Đội B; 6/6\n"
    plan = understand(read_here((ABOVE + table + BELOW).encode(), "a.txt"))

    assert [task.lead for task in plan.tasks] == [("Văn phòng",), (), ("Đội B",)]
    assert "Dòng 2: có 5 ô nhưng tiêu đề bảng có 4 ô" in plan.doubts[0].message


def test_lines_of_a_spreadsheet_around_a_table_are_words() -> None:
    text = 'XÃ A;;CỘNG HÒA\nKẾ HOẠCH;;;\n"1. Sửa; vá";;;\n\nTT;Việc;Ai;Hạn\n1;a;b;c\n2;d;e;f\n\nNơi nhận;;CHỦ TỊCH\n'
    assert texts(read_text(text, "x")) == [
        "XÃ A | CỘNG HÒA", "KẾ HOẠCH", "1. Sửa; vá", "TT | Việc | Ai | Hạn", "1 | a | b | c", "2 | d | e | f",
        "Nơi nhận | CHỦ TỊCH",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Mời Sở A; Sở B; Sở C.\nGửi Sở D; Sở E; Sở F.\nBáo Sở G; Sở H; Sở I.\n", id="sentences"),
        pytest.param("1. Vá. Chủ trì: A; hạn: 5/5; kết quả: 2\n2. Sửa. Chủ trì: B; hạn: 6/6; kết quả: 3\n", id="items"),
        pytest.param("TT\tViệc\tAi\n1\ta\tB; C; D\n2\te\tF;G;H\n", id="lists in cells"),
        pytest.param("TT, STT, Số TT: số thứ tự\n", id="names of columns in a sentence"),
        pytest.param("Tổng: 1,234,567 đồng\nChi: 1,000,000 đồng\nCòn: 234,567,000 đồng\n", id="figures"),
    ],
)
def test_other_lines_stay_as_they_are(text: str) -> None:
    assert texts(read_text(text, "x")) == text.replace("\t", " | ").splitlines()


def test_records_know_their_cells_and_lines() -> None:
    text = '1;"x\ny";z\r\n\r\n2;"Ngày hội" nhà;"";"\n"a ""b"";";\n'
    assert [(record.fields, record.lines) for record in records_of(text, ";")] == [
        (("1", "x\ny", "z"), (1, 2)),
        (("",), (3, 3)),
        (("2", '"Ngày hội" nhà', "", '"'), (4, 4)),
        (('a "b";', ""), (5, 5)),
    ]
