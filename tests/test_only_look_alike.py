"""Wordings that only look like those of a rule: they turn no list round, lose no constraint and deny nothing."""

from datetime import date

import pytest
from asking import ask, stts
from builders import a_deadline, a_loaded_plan, a_task

from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.model import Heading, Signer
from knowledge.questions.query import Intent
from knowledge.reply import plain


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    def row(stt: str, task: str, lead: str, month: int, *others: str, result: str = "Báo cáo") -> object:
        due = a_deadline(date(2027, month, 28), text=f"28/{month}/2027")
        return a_task(task=task, stt=stt, lead=(lead,), coordinate=others, deadline=due, result=result)

    rows = [
        row("1", "Khám sức khỏe cho người cao tuổi", "Trạm Y tế", 5),
        row("2", "Mua vắc xin, hóa chất khử khuẩn", "Phòng Kinh tế", 2, "Trạm Y tế"),
        row("3", "Lắp camera ở ngã ba chợ", "Công an xã", 6, "Phòng Kinh tế"),
        row("4", "Báo cáo kết quả thực hiện gửi Hội đồng nhân dân", "Văn phòng", 6),
        row("5", "Tập huấn lấy mẫu dịch cho thú y viên", "Phòng Kinh tế", 9, "Công an xã"),
        row("6", "Di dời chuồng trại khỏi khu dân cư", "Hội Nông dân", 9),
        row("7", "Nạo vét mương thôn Bến Gỗ", "Phòng Kinh tế", 8),
    ]
    heading = Heading(number="", issuer="UBND xã Bãi Sậy", place="Bãi Sậy", years=(2027,), title="Kế hoạch năm 2027",
                      signer=Signer(name="Lê Văn Tư", post="Chủ tịch"))  # fmt: skip
    return make_snapshot([a_loaded_plan(rows, heading=heading)])  # type: ignore[arg-type]


@pytest.mark.parametrize("said", ["không cần kể hết", "đừng có kể lể", "khỏi cần liệt kê", "khong can ke het"])
def test_how_to_answer_leaves_no_unit_out(snapshot: Snapshot, said: str) -> None:
    assert stts(ask(snapshot, f"{said}, Trạm Y tế có những việc gì")) == ["1", "2"]


def test_what_is_not_to_be_counted_still_is_left_out(snapshot: Snapshot) -> None:
    answer = ask(snapshot, "kể các việc ra, không cần kể việc của Trạm Y tế")
    assert (stts(answer), answer.tentative) == (["3", "4", "5", "6", "7"], False)


@pytest.mark.parametrize(
    ("asked", "row"), [("bên mình ai khám sức khỏe người cao tuổi", "1"), ("đơn vị mình có lắp camera không", "3")]
)
def test_whose_row_it_is_does_not_become_the_unit_that_was_told(snapshot: Snapshot, asked: str, row: str) -> None:
    answer = ask(snapshot, "em làm ở Phòng Kinh tế", asked)
    assert (stts(answer), answer.tentative) == ([row], False)
    assert not plain(answer).startswith(("Đúng", "Không"))


def test_the_end_of_can_bo_begins_no_unit(snapshot: Snapshot) -> None:
    assert stts(ask(snapshot, "em là cán bộ Công an xã", "đơn vị em có việc gì quý II")) == ["3"]


@pytest.mark.parametrize("asked", ["có mấy kế hoạch phải thực hiện", "có mấy kế hoạch cần xem"])
def test_plans_that_are_looked_after_are_the_plans(snapshot: Snapshot, asked: str) -> None:
    assert ask(snapshot, asked).intent == Intent.PLANS


def test_a_verb_that_says_which_documents_are_meant_narrows_them(snapshot: Snapshot) -> None:
    assert stts(ask(snapshot, "mấy báo cáo phải gửi Hội đồng nhân dân")) == ["4"]


def test_a_list_that_is_switched_to_a_matter_is_of_it(snapshot: Snapshot) -> None:
    assert stts(ask(snapshot, "Trạm Y tế làm gì", "chuyển sang tập huấn")) == ["5"]


@pytest.mark.parametrize(("matter", "rows"), [("camera", ["3"]), ("mương", [])])
def test_a_matter_behind_a_list_is_not_lost(snapshot: Snapshot, matter: str, rows: list[str]) -> None:
    assert stts(ask(snapshot, "việc quý II", f"còn {matter} thì sao")) == rows


@pytest.mark.parametrize("asked", ["các kế hoạch", "những việc thu hồi", "các việc về danh mục"])
def test_words_that_say_little_list_not_everything(snapshot: Snapshot, asked: str) -> None:
    answer = ask(snapshot, asked)
    assert (stts(answer), answer.abstained) == ([], True)


@pytest.mark.parametrize("asked", ["chạy lũ ai lo", "báo nóng tình hình mưa bão ai làm"])
def test_no_row_is_told_surely_by_a_word_of_another_matter(snapshot: Snapshot, asked: str) -> None:
    said = ask(snapshot, asked)
    assert said.abstained or said.tentative


def test_dong_chi_without_accents_says_no_only(snapshot: Snapshot) -> None:
    said = plain(ask(snapshot, "lap camera co dong chi ben Phong Kinh te phoi hop phai khong"))
    assert said.startswith("Đúng. Phối hợp: Phòng Kinh tế")


def test_a_number_that_is_left_blank_denies_no_plan(snapshot: Snapshot) -> None:
    assert "Lê Văn Tư" in plain(ask(snapshot, "Kế hoạch số 12 ai ký"))


def test_the_month_of_one_row_does_not_make_two_of_it(snapshot: Snapshot) -> None:
    assert stts(ask(snapshot, "tháng 2 mua vắc xin và hóa chất ai chủ trì")) == ["2"]


def test_whom_somebody_deals_with_is_not_their_own_unit(snapshot: Snapshot) -> None:
    told = "em cần tìm bên Công an xã hỏi camera"
    assert stts(ask(snapshot, told, "bên em phải làm gì")) == ["3"]  # the row that was told, and not all of theirs


@pytest.mark.parametrize("asked", ["Phòng Kinh tế giao gì cho các thôn", "Phòng Kinh tế giao những việc gì cho các hộ"])
def test_what_a_unit_gives_to_others_is_no_list_of_what_it_was_given(snapshot: Snapshot, asked: str) -> None:
    said = ask(snapshot, asked)
    assert said.abstained or said.tentative


@pytest.mark.parametrize(
    "asked",
    ["không nói tới camera, việc nào quý II", "việc quý II, không nhắc đến camera", "trừ camera, nhiệm vụ nào quý II"],
)
def test_what_is_left_out_ahead_of_a_question_leaves_it_out(snapshot: Snapshot, asked: str) -> None:
    assert stts(ask(snapshot, asked)) == ["1", "4"]
