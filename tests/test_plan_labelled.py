"""Tasks that are listed with labels are rows, however the list is written."""

import pytest
from labelled_lists import rows

from knowledge.plan.labels import labels_in

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
    "dashes between labels": """1. Số hóa hồ sơ - Chủ trì: Văn phòng Sở - Phối hợp: Thanh tra Sở \
- Thời gian: Quý II/2027 - Sản phẩm: Kho hồ sơ.
2. Mở lớp tập huấn - Chủ trì: Phòng Tổ chức cán bộ - Thời gian: Tháng 9/2027.
""",
    "dashes for the colons of a paragraph": """1. Số hóa hồ sơ. Cơ quan chủ trì - Văn phòng Sở; phối hợp - Thanh tra Sở\
; thời hạn - Quý II/2027; sản phẩm: Kho hồ sơ.
2. Mở lớp tập huấn; chủ trì - Phòng Tổ chức cán bộ; thời hạn - Tháng 9/2027.
""",
    "counted tasks": """Nhiệm vụ 1. Số hóa hồ sơ
Cơ quan chủ trì: Văn phòng Sở
Cơ quan phối hợp: Thanh tra Sở
Thời gian: Quý II/2027
Sản phẩm: Kho hồ sơ
Nhiệm vụ 2. Mở lớp tập huấn
Cơ quan chủ trì: Phòng Tổ chức cán bộ
Thời gian: Tháng 9/2027
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
        "Đề nghị các đơn vị khẩn trương thực hiện./.",
        "Yêu cầu các cơ quan, đơn vị có liên quan nghiêm túc triển khai thực hiện.",
    ],
)
def test_an_announcement_charges_nobody(closing: str) -> None:
    text = f"1. Số hóa hồ sơ. Chủ trì: Văn phòng Sở.\nIII. TỔ CHỨC THỰC HIỆN\n{closing}\n"
    assert rows(text) == ["S:II. NHIỆM VỤ | N:1 | T:Số hóa hồ sơ | L:Văn phòng Sở"]


@pytest.mark.parametrize(
    ("item", "row"),
    [
        ("Lập quy hoạch khu du lịch (Phòng Kinh tế, Hạ tầng và Đô thị chủ trì; hoàn thành trong quý III/2027).",
         "T:Lập quy hoạch khu du lịch | L:Phòng Kinh tế, Hạ tầng và Đô thị | D:trong quý III/2027"),
        ("Mở chợ đêm (giao Ban Quản lý chợ chủ trì, phối hợp với Công an xã, quý II/2027)",
         "T:Mở chợ đêm | L:Ban Quản lý chợ | C:Công an xã | D:quý II/2027"),
        ("Dọn kênh mương (Hội Nông dân chủ trì).", "T:Dọn kênh mương | L:Hội Nông dân"),
    ],
)  # fmt: skip
def test_brackets_at_the_end_say_who_does_it_and_until_when(item: str, row: str) -> None:
    assert rows(f"1. {item}\n") == [f"S:II. NHIỆM VỤ | N:1 | {row}"]


@pytest.mark.parametrize("text", ["Họp giao ban (do Chủ tịch chủ trì)", "Vai trò (nhất là vai trò chủ trì của Sở)."])
def test_brackets_that_speak_of_somebody_in_the_chair_make_no_row(text: str) -> None:
    assert labels_in(text).labels == ()


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


def test_a_deeper_list_below_complete_labels_shares_them() -> None:
    assert rows("""1. Chỉ số tiếp cận đất đai
- Chủ trì: Văn phòng Sở
- Thời gian: Quý II/2027
+ Công khai quy hoạch
+ Số hóa hồ sơ địa chính
""") == [
        "S:II. NHIỆM VỤ > 1. Chỉ số tiếp cận đất đai | T:Công khai quy hoạch | L:Văn phòng Sở | D:Quý II/2027",
        "S:II. NHIỆM VỤ > 1. Chỉ số tiếp cận đất đai | T:Số hóa hồ sơ địa chính | L:Văn phòng Sở | D:Quý II/2027",
    ]


MORE_FORMS = {
    "a number and its content": "Nhiệm vụ số 1\nNội dung: Số hóa hồ sơ\nChủ trì: Văn phòng Sở\nHạn: Quý II/2027\n",
    "arrows": "1. Số hóa hồ sơ\n→ Chủ trì: Văn phòng Sở\n→ Thời gian: Quý II/2027\n",
    "handed on": "1. Số hóa hồ sơ.\nGiao: Văn phòng Sở. Thời gian xong: Quý II/2027.\n",
    "what the label is said of": "1. Số hóa hồ sơ\n- Đơn vị chủ trì nội dung này: Văn phòng Sở\n- Hạn: Quý II/2027\n",
}


@pytest.mark.parametrize("text", MORE_FORMS.values(), ids=MORE_FORMS.keys())
def test_labels_are_known_in_the_forms_that_offices_give_them(text: str) -> None:
    assert rows(text) == ["S:II. NHIỆM VỤ | N:1 | T:Số hóa hồ sơ | L:Văn phòng Sở | D:Quý II/2027"]


def test_a_time_beside_the_labels_is_the_item_s() -> None:
    text = "1. Tổ chức hội thảo. Phụ trách: Văn phòng Sở. Cùng làm: Thanh tra Sở. Thực hiện trong tháng 8/2027.\n"
    assert rows(text) == [
        "S:II. NHIỆM VỤ | N:1 | T:Tổ chức hội thảo | L:Văn phòng Sở | C:Thanh tra Sở | D:Thực hiện trong tháng 8/2027"
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


@pytest.mark.parametrize("item", ["1. Mua máy", "Nhiệm vụ 1: Mua máy"])
@pytest.mark.parametrize("bullet", ["- ", ""])
@pytest.mark.parametrize("part", ["Hoạt động", "Nội dung"])
def test_what_is_counted_below_an_item_says_how_it_is_done(item: str, bullet: str, part: str) -> None:
    labels = (f"{part} 1: khảo sát", f"{part} 2: đấu thầu", "Chủ trì: Phòng A", "Thời gian: Quý I/2027")
    text = "\n".join([item, *(bullet + label for label in labels), "2. Bán máy", "- Chủ trì: Phòng B", ""])
    assert [" ".join(row.split()) for row in rows(text)][:1] == [
        "S:II. NHIỆM VỤ | N:1 | T:Mua máy | A:khảo sát đấu thầu | L:Phòng A | D:Quý I/2027"
    ]


@pytest.mark.parametrize("mark", [":", "."])
@pytest.mark.parametrize("noun", ["Nhiệm vụ", "Hoạt động", "Công việc", "Nội dung"])
def test_tasks_that_are_counted_by_any_noun_are_rows_of_their_own(noun: str, mark: str) -> None:
    items = (f"{noun} {n}{mark} {task}\n- Chủ trì: Phòng A\n" for n, task in enumerate(("Mua máy", "Bán máy"), start=1))
    assert rows("".join(items)) == [
        "S:II. NHIỆM VỤ | N:1 | T:Mua máy | L:Phòng A",
        "S:II. NHIỆM VỤ | N:2 | T:Bán máy | L:Phòng A",
    ]
