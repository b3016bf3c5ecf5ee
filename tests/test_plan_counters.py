"""Tasks that a list counts by a noun are the words behind it, whatever the noun is."""

import pytest
from labelled_lists import rows

TASKS = ("Mua máy", "Bán máy", "Sửa máy")
BOUGHT = [f"S:II. NHIỆM VỤ | N:{n} | T:{task} | L:Phòng A" for n, task in enumerate(TASKS, start=1)]
FORMS = (
    "Việc {}: ", "Việc {}. ", "VIỆC {}: ", "Việc số {} - ", "Chuyên đề {}: ", "Mô hình {}) ", "NV{}: ",
    "Nhiệm vụ ({}): ", "Nhiệm vụ {} – ", "Nhóm việc {}: ",
)  # fmt: skip


@pytest.mark.parametrize("bullet", ["- ", ""])
@pytest.mark.parametrize("form", FORMS)
def test_noun_and_number_are_no_part_of_the_task(form: str, bullet: str) -> None:
    items = (f"{form.format(n)}{task}\n{bullet}Chủ trì: Phòng A\n" for n, task in enumerate(TASKS, start=1))
    assert rows("".join(items)) == BOUGHT


def test_a_number_in_words_counts_as_well() -> None:
    counted = zip(("nhất", "hai", "ba"), TASKS, strict=True)
    assert rows("".join(f"Việc thứ {n}: {task}\n- Chủ trì: Phòng A\n" for n, task in counted)) == BOUGHT


@pytest.mark.parametrize("mark", [".", ":"])
def test_a_single_one_counts_where_its_noun_is_one_of_tasks(mark: str) -> None:
    text = f"Việc 1{mark} Mua máy\n- Chủ trì: Phòng A\n- Thời gian: Quý I/2027\n"
    assert rows(text) == ["S:II. NHIỆM VỤ | N:1 | T:Mua máy | L:Phòng A | D:Quý I/2027"]


@pytest.mark.parametrize("bullet", ["- ", ""])
def test_a_first_one_alone_counts_by_any_noun(bullet: str) -> None:
    text = f"Chuyên đề 1: Mua máy\n{bullet}Chủ trì: Phòng A\n{bullet}Thời gian: Quý I/2027\n"
    assert rows(text) == ["S:II. NHIỆM VỤ | N:1 | T:Mua máy | L:Phòng A | D:Quý I/2027"]


@pytest.mark.parametrize(
    "described", ["Máy đủ mạnh cho năm năm.", "- Máy đủ mạnh.\n- Máy đủ nhẹ."], ids=["a line", "a list"]
)
@pytest.mark.parametrize("form", ["Hoạt động {}. ", "Hoạt động {}: ", "Việc {}: ", "Chuyên đề {} - "])
def test_what_describes_a_counted_task_is_not_taken_for_it(form: str, described: str) -> None:
    items = (
        f"{form.format(n)}{task}\n{described}\n- Chủ trì: Phòng A\n- Thời gian: Quý {n}/2027\n"
        for n, task in enumerate(TASKS, start=1)
    )
    found = [row.split(" | ") for row in rows("".join(items))]
    assert [(row[1], row[2], row[-2], row[-1]) for row in found] == [
        (f"N:{n}", f"T:{task}", "L:Phòng A", f"D:Quý {n}/2027") for n, task in enumerate(TASKS, start=1)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Tháng 3: Mua máy\n- Chủ trì: Phòng A\nTháng 4: Bán máy\n- Chủ trì: Phòng A\n",
        "Giai đoạn 1: Mua máy\n- Chủ trì: Phòng A\nGiai đoạn 3: Bán máy\n- Chủ trì: Phòng A\n",
        "Bảng 1: Mua máy\nBảng 2: Bán máy\n- Chủ trì: Phòng A\n",
        "Mẫu 3: Mua máy\n- Chủ trì: Phòng A\n",
    ],
    ids=["months", "a step that is missing", "one without labels", "only a third of an unknown noun"],
)
def test_what_does_not_count_tasks_keeps_its_noun(text: str) -> None:
    found = [field for row in rows(text) for field in row.split(" | ") if field.startswith("T:")]
    assert found
    assert not {"T:Mua máy", "T:Bán máy"}.intersection(found)
