"""Tasks that are listed with labels are rows, however the list is written."""

import pytest
from grids import told
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.document import Document
from knowledge.model import TaskKind
from knowledge.plan.labels import labels_in
from knowledge.plan.understanding import understand
from knowledge.readers import read_here
from knowledge.readers.text import read_text

HEAD = """SỞ NỘI VỤ
Số: 12/KH-SNV
An Bình, ngày 10 tháng 01 năm 2027
KẾ HOẠCH
Cải cách hành chính năm 2027
II. NHIỆM VỤ
"""
FOOT = "Nơi nhận:\n- Như trên;\nGIÁM ĐỐC\nTrần Văn An\n"


def rows(text: str) -> list[str]:
    plan = understand(read_text(HEAD + text + FOOT, "ke-hoach.txt"))
    assert all(task.kind is TaskKind.TABLE for task in plan.tasks)
    return [told(task) for task in plan.tasks]


TWO = [
    "S:II. NHIỆM VỤ | N:1 | T:Số hóa hồ sơ | R:Kho hồ sơ | L:Văn phòng Sở | C:Thanh tra Sở | D:Quý II/2027",
    "S:II. NHIỆM VỤ | N:2 | T:Mở lớp tập huấn | L:Phòng Tổ chức cán bộ | D:Tháng 9/2027",
]
STYLES = {
    "dashes": """1. Số hóa hồ sơ
- Cơ quan chủ trì: Văn phòng Sở.
- Cơ quan phối hợp: Thanh tra Sở.
- Thời gian hoàn thành: Quý II/2027.
- Sản phẩm: Kho hồ sơ.
2. Mở lớp tập huấn
- Đơn vị thực hiện: Phòng Tổ chức cán bộ.
- Thời gian: Tháng 9/2027.
""",
    "no bullets": """1. Số hóa hồ sơ
Chủ trì: Văn phòng Sở
Phối hợp: Thanh tra Sở
Thời hạn: Quý II/2027
Kết quả: Kho hồ sơ
2. Mở lớp tập huấn
Chủ trì: Phòng Tổ chức cán bộ
Thời hạn: Tháng 9/2027
""",
    "letters": """1. Số hóa hồ sơ
a) Cơ quan chủ trì: Văn phòng Sở;
b) Cơ quan phối hợp: Thanh tra Sở;
c) Thời hạn hoàn thành: Quý II/2027;
d) Sản phẩm: Kho hồ sơ.
2. Mở lớp tập huấn
a) Cơ quan chủ trì: Phòng Tổ chức cán bộ;
b) Thời hạn hoàn thành: Tháng 9/2027.
""",
    "one paragraph": "1. Số hóa hồ sơ. Cơ quan chủ trì: Văn phòng Sở; cơ quan phối hợp: Thanh tra Sở; "
    "thời gian: Quý II/2027; sản phẩm: Kho hồ sơ.\n"
    "2. Mở lớp tập huấn (chủ trì: Phòng Tổ chức cán bộ; thời gian: Tháng 9/2027).\n",
    "tasks behind a label": """Nhiệm vụ 1: Số hóa hồ sơ
+ Đơn vị chủ trì: Văn phòng Sở
+ Đơn vị phối hợp: Thanh tra Sở
+ Thời gian: Quý II/2027
+ Sản phẩm: Kho hồ sơ
Nhiệm vụ 2: Mở lớp tập huấn
+ Đơn vị chủ trì: Phòng Tổ chức cán bộ
+ Thời gian: Tháng 9/2027
""",
    "bold": """**1. Số hóa hồ sơ**
* **Cơ quan chủ trì:** Văn phòng Sở
* **Cơ quan phối hợp:** Thanh tra Sở
* **Thời gian:** Quý II/2027
* **Sản phẩm:** Kho hồ sơ
**2. Mở lớp tập huấn**
* **Cơ quan chủ trì:** Phòng Tổ chức cán bộ
* **Thời gian:** Tháng 9/2027
""",
    "dashes for the colon": """1. Số hóa hồ sơ
- Cơ quan chủ trì - Văn phòng Sở.
- Cơ quan phối hợp - Thanh tra Sở.
- Thời hạn hoàn thành - Quý II/2027.
- Sản phẩm - Kho hồ sơ.
2. Mở lớp tập huấn
Đơn vị thực hiện – Phòng Tổ chức cán bộ
Thời gian – Tháng 9/2027
""",
    "units below the label": """1. Số hóa hồ sơ
- Cơ quan chủ trì:
+ Văn phòng Sở
- Cơ quan phối hợp:
+ Thanh tra Sở
- Thời gian: Quý II/2027
- Sản phẩm: Kho hồ sơ
2. Mở lớp tập huấn
- Cơ quan chủ trì: Phòng Tổ chức cán bộ
- Thời gian: Tháng 9/2027
""",
}


@pytest.mark.parametrize("text", STYLES.values(), ids=STYLES.keys())
def test_a_list_with_labels_is_read_as_rows_in_any_style(text: str) -> None:
    assert rows(text) == TWO


def test_a_list_goes_on_past_its_ninety_ninth_item() -> None:
    item = "{}. Số hóa hồ sơ đợt {}\n- Cơ quan chủ trì: Văn phòng Sở.\n- Thời gian: Quý II/2027.\n"
    assert rows("".join(item.format(n, n) for n in (98, 99, 100, 101))) == [
        f"S:II. NHIỆM VỤ | N:{n} | T:Số hóa hồ sơ đợt {n} | L:Văn phòng Sở | D:Quý II/2027" for n in (98, 99, 100, 101)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Chuyển đổi số - Cải cách hành chính",
        "Kết quả - sản phẩm",
        "Thời gian - địa điểm",
        "Đơn vị thực hiện - quyết tâm cao",
    ],
)
def test_a_dash_between_words_makes_no_label(text: str) -> None:
    assert labels_in(text).labels == ()


def test_a_bullet_that_only_heads_others_is_no_row() -> None:
    assert rows("""1. Chuyển đổi số
- Hạ tầng số:
+ Nâng cấp máy chủ
Chủ trì: Văn phòng Sở
Thời gian: Quý II/2027
- Dữ liệu số:
+ Số hóa hồ sơ
Chủ trì: Thanh tra Sở
Thời gian: Quý IV/2027
""") == [
        "S:II. NHIỆM VỤ > 1. Chuyển đổi số > - Hạ tầng số: | T:Nâng cấp máy chủ | L:Văn phòng Sở | D:Quý II/2027",
        "S:II. NHIỆM VỤ > 1. Chuyển đổi số > - Dữ liệu số: | T:Số hóa hồ sơ | L:Thanh tra Sở | D:Quý IV/2027",
    ]


@pytest.mark.parametrize(
    "closing",
    [
        "Văn phòng Chính phủ thông báo để các bộ, cơ quan liên quan biết, thực hiện.",
        "Văn phòng Sở xin thông báo tới các đơn vị để biết, thực hiện./.",
    ],
)
def test_an_announcement_charges_nobody(closing: str) -> None:
    text = f"1. Số hóa hồ sơ. Chủ trì: Văn phòng Sở.\nIII. TỔ CHỨC THỰC HIỆN\n{closing}\n"
    assert rows(text) == ["S:II. NHIỆM VỤ | N:1 | T:Số hóa hồ sơ | L:Văn phòng Sở"]


def test_items_share_the_labels_below_their_list() -> None:
    assert rows("""1. Tuyên truyền
- Đăng chuyên mục. Thời gian: Quý I/2027.
- Phát hành bản tin.
Cơ quan chủ trì: Văn phòng Sở.
""") == [
        "S:II. NHIỆM VỤ > 1. Tuyên truyền | T:Đăng chuyên mục | L:Văn phòng Sở | D:Quý I/2027",
        "S:II. NHIỆM VỤ > 1. Tuyên truyền | T:Phát hành bản tin | L:Văn phòng Sở",
    ]


def test_items_share_the_labels_of_the_level_above() -> None:
    assert rows("""1. Tuyên truyền (chủ trì: Văn phòng Sở; thời gian: Quý I/2027)
a) Đăng chuyên mục.
b) Phát hành bản tin. Thời gian: Quý II/2027.
""") == [
        "S:II. NHIỆM VỤ > 1. Tuyên truyền | N:a) | T:Đăng chuyên mục | L:Văn phòng Sở | D:Quý I/2027",
        "S:II. NHIỆM VỤ > 1. Tuyên truyền | N:b) | T:Phát hành bản tin | L:Văn phòng Sở | D:Quý II/2027",
    ]


def test_words_beside_the_labels_say_how_it_is_done() -> None:
    assert rows("""1. Số hóa hồ sơ
- Quét hồ sơ giấy của năm trước.
- Chủ trì: Văn phòng Sở.
- Thời gian: Quý II/2027.
""") == ["S:II. NHIỆM VỤ | N:1 | T:Số hóa hồ sơ | A:- Quét hồ sơ giấy của năm trước. | L:Văn phòng Sở | D:Quý II/2027"]


def test_who_carries_out_the_whole_plan_is_no_row() -> None:
    assert rows("1. Tổ chức thực hiện\n- Đơn vị chủ trì: Văn phòng Sở.\n- Thời gian: Năm 2027.\n") == []


@pytest.mark.parametrize(
    "text",
    ["Sở Tài chính: Chủ trì, phối hợp với Sở Y tế", "Lưu ý: không thu phí", "Hội nghị lúc 8:30 tại trụ sở"],
)
def test_words_before_a_colon_that_no_column_is_named_by_are_no_label(text: str) -> None:
    assert labels_in(text).labels == ()


TASKS = st.sampled_from(["Rà soát thủ tục", "Số hóa hồ sơ", "Tổ chức tập huấn", "Cập nhật dữ liệu", "Kiểm tra công vụ"])
UNITS = st.sampled_from(["Văn phòng Sở", "Thanh tra Sở", "Phòng Tổ chức cán bộ", "Sở Tư pháp"])
TIMES = st.sampled_from(["Quý I/2027", "Trước ngày 30/6/2027", "Thường xuyên", "Tháng 9/2027"])
LISTED = st.lists(st.tuples(TASKS, UNITS, UNITS, TIMES), min_size=1, max_size=5)
BULLETS = st.sampled_from(["- ", "+ ", "* ", "", "• "])
WAYS = st.sampled_from(["txt", "md", "html"])


@settings(max_examples=60, deadline=None)
@given(listed=LISTED, bullet=BULLETS, way=WAYS)
def test_any_list_with_labels_gives_the_rows_that_were_written(
    listed: list[tuple[str, str, str, str]], bullet: str, way: str
) -> None:
    lines = [*HEAD.splitlines()]
    for n, (task, lead, coordinate, time) in enumerate(listed, start=1):
        labels = (f"Cơ quan chủ trì: {lead}", f"Phối hợp thực hiện: {coordinate}", f"Thời gian: {time}.")
        lines += [f"{n}. {task}", *(bullet + label for label in labels)]
    plan = understand(written([*lines, *FOOT.splitlines()], way))
    found = [(t.number, t.task, t.lead, t.coordinate, t.deadline.text) for t in plan.tasks]
    assert found == [(str(n), t, (le,), (co,), ti) for n, (t, le, co, ti) in enumerate(listed, start=1)]
    assert not plan.doubts


def written(lines: list[str], way: str) -> Document:
    """A document with a paragraph a line."""
    if way == "html":
        page = "".join(f"<p>{line}</p>" for line in lines)
        return read_here(f"<html><body>{page}</body></html>".encode(), "ke-hoach.html")
    return read_text(("\n\n" if way == "md" else "\n").join(lines), f"ke-hoach.{way}")
