"""What an admin reads before agreeing to a document: doubts, what was not read, changes by field."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from builders import a_deadline, a_plan, a_task

from knowledge.identity import load
from knowledge.library.diff import compare
from knowledge.library.prepared import Prepared
from knowledge.library.store import Version
from knowledge.model import Doubt, Place, Plan, TaskKind
from knowledge.reply import line_text, plain
from knowledge.wording.versions import place_words, plan_card, preview


def prepared(plan: Plan, old: Plan | None = None) -> Prepared:
    loaded = load("cchc", old) if old else None
    return Prepared("cchc", Path("x"), "", plan, compare(loaded, "cchc", plan), 1 if old else None)


def test_rows_of_tables_and_text_doubts_and_what_was_not_read_are_told_apart() -> None:
    prose = a_task(task="Báo cáo kết quả", kind=TaskKind.PROSE, lead=(), deadline=a_deadline())
    doubts = (
        Doubt("Số thứ tự “l” được hiểu là 1", Place(at="table 1 row 12")),
        Doubt("Chưa đọc ảnh", Place(page=7)),
        Doubt("Ô công thức bị lỗi #REF!", Place(at="Nhiệm vụ!A12")),
    )
    said = plain(preview(prepared(a_plan([a_task(), prose], doubts=doubts)), "KH.docx"))
    assert "Đọc được 2 dòng: 1 trong bảng hoặc danh mục, 1 trong lời văn" in said
    assert "Có 1 dòng chưa ghi đơn vị chủ trì, 1 dòng chưa ghi thời hạn." in said
    assert "Chưa đọc (1 chỗ):\n• Chưa đọc ảnh (trang 7)" in said
    assert "Cần xem lại (2 chỗ):\n• Số thứ tự “l” được hiểu là 1 (bảng 1, dòng 12)\n" in said
    assert "(trang tính Nhiệm vụ, ô A12)" in said
    assert said.index("Dòng trong bảng") < said.index("Việc giao trong lời văn")


def test_changes_are_told_by_field_new_and_gone() -> None:
    task = a_task()
    moved = replace(task, deadline=a_deadline(date(2027, 7, 31)), lead=("Phòng Tổ chức",))
    gone, new = a_task(task="Một việc bị bỏ", stt="2"), a_task(task="Khảo sát hài lòng của người dân", stt="3")
    said = plain(preview(prepared(a_plan([moved, new]), a_plan([task, gone])), "KH.docx"))
    assert "Thay cho kế hoạch đang dùng cchc (bản 1)." in said
    assert "1 dòng mới, 1 dòng bỏ, 1 dòng sửa (trong đó 1 đổi thời hạn, 1 đổi đơn vị)" in said
    assert "Chủ trì: Văn phòng Sở → Phòng Tổ chức" in said
    assert "Thời hạn: Trước ngày 30/6/2027 → Trước ngày 31/07/2027" in said
    assert "Dòng mới:\n2. Khảo sát hài lòng" in said
    assert "Dòng bỏ:\n3. Một việc bị bỏ" in said


def test_who_handed_a_version_in_is_told_in_words_of_the_office() -> None:
    by = ("An (9)", "command line", "units link", "planbot setup", "")
    versions = [Version("cchc", n, "KH.docx", "", "", "2027-03-01T08:00:00+07:00", one) for n, one in enumerate(by, 1)]
    said = [line_text(one) for one in plan_card(load("cchc", a_plan([a_task()])), versions, 1)]
    told = [one for one in said if one.startswith("Bản ")]
    assert [one.partition("01/3/2027")[2] for one in told] == [
        ", do An (9) – đang dùng", ", do dòng lệnh", ", do lệnh liên kết nhóm", ", do trình cài đặt", "",
    ]  # fmt: skip


def test_many_doubts_are_few_on_the_first_page_and_all_at_the_end() -> None:
    doubts = tuple(Doubt(f"Dòng {n}: thiếu nội dung") for n in range(9))
    said = preview(prepared(a_plan(doubts=doubts)), "KH.docx")
    assert len([x for x in said.head if x and "thiếu nội dung" in x[0].text]) == 3
    assert len([x for x in said.foot if x and "thiếu nội dung" in x[0].text]) == 9


def test_a_line_of_a_file_is_no_place_for_a_reader_of_the_paper() -> None:
    assert place_words(Place(lines=(3, 4))) == ""
