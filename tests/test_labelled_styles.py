"""Lists with labels written at random in the styles of offices give the rows that were written, in every format."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from labelled_lists import FOOT, HEAD
from opendocument import lines_as_odt
from tables_in_styles import examples
from writers import LINE_WRITERS

from knowledge.plan.understanding import understand
from knowledge.readers import read_here
from knowledge.readers.legacy import can_convert

WHAT = st.sampled_from(["Rà soát thủ tục", "Số hóa hồ sơ", "Tổ chức tập huấn", "Cập nhật dữ liệu", "Kiểm tra công vụ"])
FURTHER = st.lists(st.sampled_from(["hành chính", "quy trình", "tại cấp xã", "điện tử"]), max_size=6)
TASKS = st.builds(lambda what, further: " ".join((what, *further)), WHAT, FURTHER)  # a PDF's lines end anywhere
UNITS = st.sampled_from(["Văn phòng Sở", "Thanh tra Sở", "Phòng Tổ chức cán bộ", "Sở Tư pháp"])
TIMES = st.sampled_from(["Quý I/2027", "Trước ngày 30/6/2027", "Thường xuyên", "Tháng 9/2027"])
LISTED = st.lists(st.tuples(TASKS, UNITS, UNITS, TIMES), min_size=1, max_size=5)
BULLETS = st.sampled_from(["- ", "+ ", "* ", "", "• "])
Listed = tuple[str, str, str, str]


def on_lines(n: int, row: Listed, bullet: str) -> list[str]:
    task, lead, coordinate, time = row
    labels = (f"Cơ quan chủ trì: {lead}", f"Phối hợp thực hiện: {coordinate}", f"Thời gian: {time}.")
    return [f"{n}. {task}", *(bullet + label for label in labels)]


def time_first(n: int, row: Listed, bullet: str) -> list[str]:
    task, lead, coordinate, time = row
    return [f"{n}. {task}", f"{bullet}Thời gian: {time}", f"{bullet}Chủ trì: {lead}", f"{bullet}Phối hợp: {coordinate}"]


def in_a_paragraph(n: int, row: Listed, _: str) -> list[str]:
    task, lead, coordinate, time = row
    return [f"{n}. {task}. Cơ quan chủ trì: {lead}; cơ quan phối hợp: {coordinate}; thời gian: {time}."]


def between_dashes(n: int, row: Listed, _: str) -> list[str]:
    task, lead, coordinate, time = row
    return [f"{n}. {task} - Chủ trì: {lead} – Phối hợp: {coordinate} – Thời gian: {time}."]


def dashes_for_colons(n: int, row: Listed, _: str) -> list[str]:
    task, lead, coordinate, time = row
    return [f"{n}. {task}. Cơ quan chủ trì - {lead}; cơ quan phối hợp - {coordinate}; thời gian - {time}."]


def in_brackets(n: int, row: Listed, _: str) -> list[str]:
    task, lead, coordinate, time = row
    return [f"{n}. {task} ({lead} chủ trì, {coordinate} phối hợp; hoàn thành {time})."]


def counted(n: int, row: Listed, bullet: str) -> list[str]:
    task, lead, coordinate, time = row
    labels = (f"Nội dung: {task}", f"Chủ trì: {lead}", f"Phối hợp: {coordinate}", f"Hạn: {time}")
    return [f"Nhiệm vụ số {n}", *(bullet + label for label in labels)]


def counted_before_the_task(n: int, row: Listed, bullet: str) -> list[str]:
    task, lead, coordinate, time = row
    labels = (f"Chủ trì: {lead}", f"Phối hợp: {coordinate}", f"Hạn: {time}")
    return [f"Hoạt động {n}: {task}", *(bullet + label for label in labels)]


def counted_contents(n: int, row: Listed, bullet: str) -> list[str]:
    first, *labels = counted_before_the_task(n, row, bullet)
    return [first.replace("Hoạt động", "Nội dung"), *labels]


def counted_by_another_noun(n: int, row: Listed, bullet: str) -> list[str]:
    first, *labels = counted_before_the_task(n, row, bullet)
    return [first.replace("Hoạt động", "Chuyên đề"), *labels]


def handed_on(n: int, row: Listed, _: str) -> list[str]:
    task, lead, coordinate, time = row
    return [f"{n}. {task}.", f"Giao: {lead}. Cùng thực hiện: {coordinate}. Thời gian xong: {time}."]


def with_arrows(n: int, row: Listed, _: str) -> list[str]:
    return on_lines(n, row, "→ ")


def lettered(n: int, row: Listed, _: str) -> list[str]:
    task, lead, coordinate, time = row
    return [
        f"{n}. {task}",
        f"a) Đơn vị chủ trì: {lead};",
        f"b) Đơn vị phối hợp: {coordinate};",
        f"c) Thời hạn: {time}.",
    ]


def nested(n: int, row: Listed, _: str) -> list[str]:
    task, lead, coordinate, time = row
    who = ("- Phân công thực hiện:", f"+ Chủ trì: {lead}", f"+ Phối hợp: {coordinate}")
    return [f"{n}. {task}", *who, f"- Thời gian thực hiện: {time}"]


DASHED = (between_dashes, dashes_for_colons)
STYLES_OF_LISTS = (
    on_lines,
    time_first,
    in_a_paragraph,
    between_dashes,
    dashes_for_colons,
    in_brackets,
    counted,
    counted_before_the_task,
    counted_contents,
    counted_by_another_noun,
    handed_on,
    with_arrows,
    lettered,
    nested,
)


@pytest.mark.parametrize("form", LINE_WRITERS)
@settings(max_examples=examples(10), deadline=None, suppress_health_check=list(HealthCheck))
@given(listed=LISTED, bullet=BULLETS, style=st.sampled_from(STYLES_OF_LISTS))
def test_any_list_with_labels_gives_the_rows_that_were_written(
    form: str, listed: list[Listed], bullet: str, style: Callable[[int, Listed, str], list[str]]
) -> None:
    assume(form != "pdf" or style not in DASHED)  # where a PDF's line ends before a dash, the next looks like an item
    lines = [line for n, row in enumerate(listed, start=1) for line in style(n, row, bullet)]
    data = LINE_WRITERS[form]([*HEAD.splitlines(), *lines, *FOOT.splitlines()])
    plan = understand(read_here(data, "ke-hoach"))
    found = [(t.number, t.task, t.lead, t.coordinate, t.deadline.text) for t in plan.tasks]
    assert found == [(str(n), t, (le,), (co,), ti) for n, (t, le, co, ti) in enumerate(listed, start=1)]
    assert not plan.doubts


@pytest.mark.parametrize("form", LINE_WRITERS)
@settings(max_examples=examples(5), deadline=None, suppress_health_check=list(HealthCheck))
@given(listed=LISTED, lead=UNITS, bullet=BULLETS.filter(bool))
def test_items_share_the_labels_of_the_level_above(form: str, listed: list[Listed], lead: str, bullet: str) -> None:
    lines = ["1. Nhóm việc về cải cách thủ tục", f"Cơ quan chủ trì: {lead}"]
    for letter, (task, _, coordinate, time) in zip("abcde", listed, strict=False):
        lines += [f"{letter}) {task}", f"{bullet}Phối hợp: {coordinate}", f"{bullet}Thời gian: {time}"]
    data = LINE_WRITERS[form]([*HEAD.splitlines(), *lines, *FOOT.splitlines()])
    found = [(t.task, t.lead, t.coordinate, t.deadline.text) for t in understand(read_here(data, "ke-hoach")).tasks]
    assert found == [(task, (lead,), (coordinate,), time) for task, _, coordinate, time in listed]


@pytest.mark.skipif(not can_convert("docx"), reason="LibreOffice Writer is not on this machine")
@settings(max_examples=examples(1), deadline=None, suppress_health_check=list(HealthCheck))
@given(listed=LISTED, bullet=BULLETS, style=st.sampled_from(STYLES_OF_LISTS))
def test_any_list_with_labels_survives_an_opendocument_text(
    listed: list[Listed], bullet: str, style: Callable[[int, Listed, str], list[str]]
) -> None:
    lines = [line for n, row in enumerate(listed, start=1) for line in style(n, row, bullet)]
    plan = understand(read_here(lines_as_odt([*HEAD.splitlines(), *lines, *FOOT.splitlines()]), "ke-hoach.odt"))
    found = [(t.number, t.task, t.lead, t.coordinate, t.deadline.text) for t in plan.tasks]
    assert found == [(str(n), t, (le,), (co,), ti) for n, (t, le, co, ti) in enumerate(listed, start=1)]


PROSE = st.lists(
    st.sampled_from([
        "Nâng cao nhận thức của nhân dân.", "I. MỤC ĐÍCH", "Quy chế có hiệu lực từ ngày ký.", "Điều 3. Mức chi",
        "- Mức phụ cấp lưu trú là 200.000 đồng/ngày;", "Kết quả đạt 78% dự toán năm.", "2. Phạm vi áp dụng",
    ]),
    max_size=12,
)  # fmt: skip


@pytest.mark.parametrize("form", LINE_WRITERS)
@settings(max_examples=examples(5), deadline=None, suppress_health_check=list(HealthCheck))
@given(lines=PROSE)
def test_a_document_without_tasks_gives_none_and_says_so(form: str, lines: list[str]) -> None:
    plan = understand(read_here(LINE_WRITERS[form]([*HEAD.splitlines(), *lines, *FOOT.splitlines()]), "ke-hoach"))

    assert plan.tasks == ()
    assert [d.message for d in plan.doubts] == ["Không tìm thấy nhiệm vụ nào trong bảng hoặc danh mục của tệp này"]


@pytest.mark.parametrize("style", [counted_before_the_task, counted_contents])
def test_a_counted_task_of_a_pdf_is_not_glued_to_the_item_above_it(
    style: Callable[[int, Listed, str], list[str]],
) -> None:
    rows = [("Rà soát thủ tục", "Văn phòng Sở", "Thanh tra Sở", "Quý I/2027"),
            ("Số hóa hồ sơ", "Phòng Kế toán", "Văn phòng Sở", "Tháng 5/2027")]  # fmt: skip
    lines = [line for n, row in enumerate(rows, start=1) for line in style(n, row, "- ")]
    data = LINE_WRITERS["pdf"]([*HEAD.splitlines(), *lines, *FOOT.splitlines()])
    found = [(task.task, task.deadline.text) for task in understand(read_here(data, "ke-hoach")).tasks]
    assert found == [("Rà soát thủ tục", "Quý I/2027"), ("Số hóa hồ sơ", "Tháng 5/2027")]


@pytest.mark.parametrize("words", range(1, 14))
def test_a_line_of_a_pdf_may_end_anywhere_within_a_label(words: int) -> None:
    task = " ".join(["Rà soát", *["quy trình", "hồ sơ", "tại xã", "chung"] * 4][:words])
    rows = [(task, "Phòng Tổ chức cán bộ", "Văn phòng Sở", "Quý I/2027"),
            ("Số hóa hồ sơ", "Văn phòng Sở", "Thanh tra Sở", "Tháng 5/2027"),
            ("Tổ chức tập huấn", "Văn phòng Sở", "Thanh tra Sở", "Quý I/2027")]  # fmt: skip
    lines = [line for n, row in enumerate(rows, start=1) for line in in_a_paragraph(n, row, "")]
    plan = understand(read_here(LINE_WRITERS["pdf"]([*HEAD.splitlines(), *lines, *FOOT.splitlines()]), "ke-hoach"))
    assert [(t.task, t.lead, t.coordinate, t.deadline.text) for t in plan.tasks] == [
        (task, (lead,), (coordinate,), time) for task, lead, coordinate, time in rows
    ]
