"""What a cell says behind labels is said of the row, as if other columns did."""

from collections.abc import Callable, Sequence

import pytest
from writers import TABLE_WRITERS, Sheet, a_sheet

from knowledge.plan.understanding import understand
from knowledge.readers import read_here

IN_LINES = {form: TABLE_WRITERS[form] for form in ("docx", "xlsx", "html", "pdf")}
WANTED = [
    ("Thi ý tưởng", ("Phòng Quản lý công nghệ",), ("Đoàn Thanh niên", "Trường Cao đẳng Mộc Sơn"), "tháng 5/2026"),
    ("Hội chợ công nghệ", ("Văn phòng Sở",), (), "quý III/2026"),
]
FIRST = (
    "Chủ trì: Phòng Quản lý công nghệ",
    "Phối hợp: Đoàn Thanh niên; Trường Cao đẳng Mộc Sơn",
    "Thời gian: tháng 5/2026",
)
SECOND = ("Chủ trì: Văn phòng Sở", "Thời gian: quý III/2026")
HOW = ("\n".join(FIRST), "\n".join(SECOND))
DASHED = ("\n".join(f"- {line}" for line in FIRST), "\n".join(f"- {line}" for line in SECOND))
RUN_ON = ("; ".join(FIRST), "; ".join(SECOND))
TURNED = ("\n".join(FIRST[::-1]), "\n".join(SECOND[::-1]))


def table(names: Sequence[str], cells: Sequence[str], *more: str) -> Sheet:
    tasks = (task for task, *_ in WANTED)
    body = [(str(n), task, cell, *more) for n, (task, cell) in enumerate(zip(tasks, cells, strict=True), start=1)]
    return a_sheet(names, *body, title=("PHỤ LỤC NĂM 2026",))


TABLES = {
    "how it is carried out": table(("STT", "Công việc", "Tổ chức thực hiện"), HOW),
    "with dashes": table(("STT", "Nội dung", "Phân công"), DASHED),
    "on one line": table(("TT", "Nhiệm vụ", "Đơn vị thực hiện"), RUN_ON),
    "in the notes": table(("TT", "Nhiệm vụ", "Ghi chú"), HOW),
    "under times": table(("TT", "Nhiệm vụ", "Thời gian, đơn vị thực hiện"), TURNED),
    "beside a product": table(("TT", "Nhiệm vụ", "Phân công", "Sản phẩm"), HOW, "Báo cáo"),
}


@pytest.mark.parametrize("write", IN_LINES.values(), ids=IN_LINES.keys())
@pytest.mark.parametrize("sheet", TABLES.values(), ids=TABLES.keys())
def test_who_and_when_are_read_from_labels_in_a_cell(sheet: Sheet, write: Callable[[Sheet], bytes]) -> None:
    plan = understand(read_here(write(sheet), "phu-luc"))
    assert [(t.task, t.lead, t.coordinate, t.deadline.text) for t in plan.tasks] == WANTED
    assert plan.doubts == ()


@pytest.mark.parametrize("write", IN_LINES.values(), ids=IN_LINES.keys())
@pytest.mark.parametrize("cells", [HOW, DASHED], ids=["plain", "with dashes"])
def test_labels_below_the_task_in_its_own_cell_are_no_part_of_it(
    cells: Sequence[str], write: Callable[[Sheet], bytes]
) -> None:
    body = [
        (str(n), f"{task}\n{cell}") for n, ((task, *_), cell) in enumerate(zip(WANTED, cells, strict=True), start=1)
    ]
    sheet = a_sheet(("STT", "Nhiệm vụ"), *body, title=("PHỤ LỤC NĂM 2026",))
    plan = understand(read_here(write(sheet), "phu-luc"))
    assert [(t.task, t.lead, t.coordinate, t.deadline.text) for t in plan.tasks] == WANTED


def test_labels_that_stand_on_one_line_without_a_mark_keep_their_values_whole() -> None:
    sheet = table(("STT", "Công việc", "Tổ chức thực hiện"), (" ".join(FIRST), " ".join(SECOND)))
    plan = understand(read_here(TABLE_WRITERS["text"](sheet), "phu-luc"))
    assert [(t.task, t.lead, t.coordinate, t.deadline.text) for t in plan.tasks] == WANTED


def test_what_a_column_says_is_not_said_over_by_a_label() -> None:
    sheet = a_sheet(
        ("STT", "Nhiệm vụ", "Chủ trì", "Thời hạn"),
        ("1", "Mua máy. Thời gian: tháng 3/2026", "Văn phòng Sở", "Quý II/2026"),
        ("2", "Bán máy", "Văn phòng Sở", "Quý II/2026"),
    )
    first, _ = understand(read_here(TABLE_WRITERS["docx"](sheet), "phu-luc")).tasks
    assert (first.task, first.deadline.text) == ("Mua máy. Thời gian: tháng 3/2026", "Quý II/2026")


def read_row(cell: str, *, names: str = "TT | Nhiệm vụ", more: str = "") -> tuple[object, ...]:
    header = f"| {names} |\n|{'---|' * (names.count('|') + 1)}\n"
    page = f"KẾ HOẠCH\nCông tác năm 2027\n\n{header}| 1 | {cell}{more} |\n"
    (task,) = understand(read_here(page.encode(), "a.md")).tasks
    return task.task, task.lead, task.coordinate, task.result, task.deadline.text


@pytest.mark.parametrize(
    ("cell", "names", "more", "wanted"),
    [
        pytest.param(
            "Mua máy<br>Chủ trì: Phòng A<br>- Lập danh mục<br>- Tổ chức đấu thầu", "TT | Nhiệm vụ", "",
            ("Mua máy Lập danh mục Tổ chức đấu thầu", ("Phòng A",)), id="what is done, below a unit",
        ),
        pytest.param(
            "Kết quả: nâng cao chỉ số PAPI", "TT | Nhiệm vụ | Chủ trì | Thời hạn", " | Phòng A | Quý I",
            ("Kết quả: nâng cao chỉ số PAPI", ("Phòng A",)), id="nothing but what looks like a label",
        ),
        pytest.param(
            "Tổ chức hội nghị. Thời gian: 8 giờ", "TT | Nhiệm vụ | Chủ trì | Thời hạn", " | Phòng A | ",
            ("Tổ chức hội nghị. Thời gian: 8 giờ", ("Phòng A",)), id="an hour is no deadline",
        ),
    ],
)  # fmt: skip
def test_only_what_a_label_asks_for_is_taken_out_of_a_cell(
    cell: str, names: str, more: str, wanted: tuple[str, tuple[str, ...]]
) -> None:
    task, lead, *_ = read_row(cell, names=names, more=more)
    assert (" ".join(str(task).replace("- ", "").split()), lead) == wanted


@pytest.mark.parametrize(
    ("cell", "names", "more", "wanted"),
    [
        ("Bước 1: lập<br>Chủ trì: Phòng A<br>Bước 2: duyệt<br>Chủ trì: Phòng B", "TT | Nhiệm vụ | Chủ trì | Thời hạn",
         " | | Quý I", (("Phòng A", "Phòng B"), (), "Quý I")),
        ("Mua máy<br>a) Lập danh mục<br>Chủ trì: Phòng A<br>b) Đấu thầu<br>Chủ trì: Phòng B<br>Phối hợp: Phòng A",
         "TT | Nhiệm vụ | Thời hạn", " | Quý I", (("Phòng A", "Phòng B"), ("Phòng A",), "Quý I")),
        ("Lập bảng<br>Chủ trì: Phòng A<br>Thời gian: 5/3/2027<br>Gửi<br>Chủ trì: Phòng A<br>Thời gian: 6/4/2027",
         "TT | Nhiệm vụ", "", (("Phòng A",), (), "5/3/2027 6/4/2027")),
        ("Lập danh mục<br>Chủ trì: Phòng A<br>Đấu thầu<br>Chủ trì: Phòng B", "TT | Nhiệm vụ | Chủ trì | Thời hạn",
         " | Phòng C | Quý I", (("Phòng C",), (), "Quý I")),
    ],
)  # fmt: skip
def test_steps_with_labels_of_their_own_stay_together_and_say_who_does_them(
    cell: str, names: str, more: str, wanted: tuple[object, ...]
) -> None:
    task, lead, coordinate, _, time = read_row(cell, names=names, more=more)
    assert task == cell.replace("<br>", " ")
    assert (lead, coordinate, time) == wanted
