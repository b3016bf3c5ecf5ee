"""What running text charges somebody with: asked as a field of a row, as the duties on a matter, or by how long."""

import pytest
from asking import ask
from builders import a_loaded_plan, a_task

from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.model import Deadline, Passage, Place, Task, TaskKind
from knowledge.reply import plain

_CHARGED = "V. TỔ CHỨC THỰC HIỆN"
_LEADS = ("Sở Tài chính",)
_WATCH = "5. Đài Khí tượng tỉnh phát bản tin cảnh báo lũ, mỗi ngày sáu lần."
_STORES = "2. Dự trữ gạo, nước uống đủ dùng trong bảy ngày tại các thôn bị chia cắt."
_BRANCHES = "Các chi nhánh gửi kế hoạch chi tiết về Văn phòng trước ngày 25/02/2027."


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    passages = [Passage(text, (_CHARGED,), Place(lines=(n, n))) for n, text in enumerate((_WATCH, _STORES, _BRANCHES))]
    duties = [
        _duty("Tổng hợp dự toán kinh phí thực hiện Kế hoạch cải cách hành chính", 11),
        _duty("Kiểm tra kỷ luật, kỷ cương công vụ tại các xã", 12),
        _duty("Theo dõi tình hình tinh giản biên chế", 13),
    ]
    return make_snapshot([a_loaded_plan([a_task(), *duties], passages=tuple(passages))])


def _duty(text: str, line: int) -> Task:
    place = Place(lines=(line, line))
    return Task(task=text, section=(_CHARGED,), kind=TaskKind.PROSE, lead=_LEADS, deadline=Deadline(), place=place)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("ai phát bản tin cảnh báo lũ", id="who"),
        pytest.param("đơn vị nào có trách nhiệm phát bản tin cảnh báo lũ", id="who is responsible"),
        pytest.param("don vi nao co trach nhiem phat ban tin canh bao lu", id="without accents"),
    ],
)
def test_a_sentence_that_begins_with_an_office_says_who_does_it(snapshot: Snapshot, text: str) -> None:
    said = ask(snapshot, text)
    assert (said.abstained, "Đài Khí tượng tỉnh" in plain(said)) == (False, True)


def test_a_sentence_that_names_nobody_is_no_answer_to_who(snapshot: Snapshot) -> None:
    assert ask(snapshot, "ai dự trữ gạo cho các thôn bị chia cắt").abstained


def test_how_many_days_something_lasts_may_be_printed_in_words(snapshot: Snapshot) -> None:
    assert "bảy ngày" in plain(ask(snapshot, "dự trữ gạo nước uống đủ mấy ngày cho các thôn bị chia cắt"))


def test_a_sentence_with_a_day_answers_when(snapshot: Snapshot) -> None:
    assert "25/02/2027" in plain(ask(snapshot, "các chi nhánh gửi kế hoạch chi tiết trước ngày nào"))


def test_what_somebody_is_responsible_for_on_a_matter_are_the_duties_on_it(snapshot: Snapshot) -> None:
    said = ask(snapshot, "Sở Tài chính có trách nhiệm gì về dự toán kinh phí cải cách hành chính 2027")
    assert [citation.item.place.lines for citation in said.cited] == [(11, 11)]


def test_without_a_matter_they_are_all_that_the_text_says(snapshot: Snapshot) -> None:
    assert len(ask(snapshot, "Sở Tài chính có trách nhiệm gì").cited) == 3
