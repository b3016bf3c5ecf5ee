"""A report in words is told from a question about the same: of what it is, of which rows, with what."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from knowledge.questions.reports import Act, reported

TODAY = date(2027, 6, 1)
DUE = date(2027, 6, 15)

REPLIES = [
    ("xong rồi", Act.DONE),
    ("xong rồi nhé", Act.DONE),
    ("Đã hoàn thành ạ.", Act.DONE),
    ("xong", Act.DONE),
    ("da xong", Act.DONE),
    ("làm xong hôm qua rồi", Act.DONE),
    ("đang làm", Act.DOING),
    ("đang chờ Sở Tài chính cho ý kiến", Act.DOING),
    ("đạt 70%", Act.DOING),
    ("chưa xong", Act.NOT_YET),
    ("vẫn chưa", Act.NOT_YET),
    ("sắp xong", Act.NOT_YET),
    ("chưa xong, xin lùi đến 15/6", Act.MORE_TIME),
    ("xin thêm thời gian", Act.MORE_TIME),
    ("đã gửi công văn 123 cho Sở Y tế", Act.SOMETHING),
]


@pytest.mark.parametrize(("text", "act"), REPLIES, ids=[text for text, _ in REPLIES])
def test_a_reply_to_a_row_reports_how_it_stands(text: str, act: Act) -> None:
    said = reported(text, today=TODAY, pointed=True)
    assert said
    assert said.act is act


NUMBERED = [
    ("báo đã xong việc 5, kèm công văn 123", Act.DONE, ("5",)),
    ("viec 5 xong roi", Act.DONE, ("5",)),
    ("việc 2 đang làm", Act.DOING, ("2",)),
    ("hoàn thành 1.2 rồi nhé", Act.DONE, ("1.2",)),
    ("II.3 xong rồi", Act.DONE, ("ii.3",)),
    ("việc 2 và 3 xong rồi", Act.DONE, ("2", "3")),
    ("xong việc 2, 5 rồi ạ", Act.DONE, ("2", "5")),
    ("chưa xong việc 5, xin lùi đến 15/6", Act.MORE_TIME, ("5",)),
]


@pytest.mark.parametrize(("text", "act", "numbers"), NUMBERED, ids=[text for text, _, _ in NUMBERED])
def test_a_number_says_which_row(text: str, act: Act, numbers: tuple[str, ...]) -> None:
    said = reported(text, today=TODAY)
    assert said
    assert (said.act, said.numbers) == (act, numbers)


def test_the_words_of_a_row_say_which_where_it_is_said_to_be_done() -> None:
    said = reported("số hóa hồ sơ xong rồi nhé", today=TODAY)
    assert said
    assert said.topic == ("so", "hoa", "ho", "so")


PARTS = [
    ("báo đã xong việc 5, kèm công văn 123", "công văn 123", None),
    ("xong rồi, theo báo cáo số 45/BC-VP ngày 3/6", "báo cáo số 45/BC-VP ngày 3/6", None),
    ("đã xong, nhưng còn chờ ký", None, "nhưng còn chờ ký"),
    ("xong rồi; các phòng đã có ý kiến", None, "các phòng đã có ý kiến"),
    ("việc 2 xong rồi", None, None),
]


@pytest.mark.parametrize(("text", "proof", "note"), PARTS, ids=[text for text, _, _ in PARTS])
def test_a_document_and_a_remark_are_kept_as_typed(text: str, proof: str | None, note: str | None) -> None:
    said = reported(text, today=TODAY, pointed=True)
    assert said
    assert (said.proof, said.note) == (proof, note)


@pytest.mark.parametrize(
    ("text", "until", "reason"),
    [
        ("chưa xong, xin lùi đến 15/6", date(2027, 6, 15), None),
        ("xin gia hạn việc 2 đến cuối tháng 7, lý do: chờ ý kiến Sở Tài chính", date(2027, 7, 31),
         "chờ ý kiến Sở Tài chính"),
        ("gia hạn 2 tuần vì chờ kinh phí", date(2027, 6, 29), "chờ kinh phí"),
        ("xin gia hạn việc 5 thêm 10 ngày vì chờ 2 phòng", date(2027, 6, 25), "chờ 2 phòng"),
        ("việc 3 xin lùi thêm một tháng nữa do mưa bão", date(2027, 7, 15), "mưa bão"),
        ("xin gia han nua thang vi thieu nguoi", date(2027, 6, 30), "thieu nguoi"),
        ("xin gia hạn thêm 5 ngày làm việc", date(2027, 6, 22), None),
        ("xin lùi đến 15/7 vì chờ 2 tuần nữa mới có giá", date(2027, 7, 15), "chờ 2 tuần nữa mới có giá"),
    ],
)  # fmt: skip
def test_more_time_has_its_day_and_its_reason(text: str, until: date, reason: str | None) -> None:
    said = reported(text, today=TODAY, pointed=True)
    assert said
    assert said.until
    assert (said.until.last(DUE, lambda day, count: day + timedelta(days=7 * count // 5)), said.note) == (until, reason)


QUESTIONS = [
    "đã xong chưa?", "đã xong chưa", "xong chưa ạ", "xong chua a", "việc 5 xong rồi à", "việc 2 xong chưa nhỉ",
    "việc 5 đã hoàn thành phải không", "việc nào đã xong", "nhiệm vụ đã hoàn thành", "các việc đã xong",
    "khi nào phải xong việc 5", "hạn hoàn thành việc 5", "việc 5 phải xong trước 15/6", "có việc gì đã xong",
    "cho tôi biết việc 5 đã xong", "ai chủ trì việc 5", "gia hạn việc 5 được không", "việc 2 đang làm đến đâu",
    "ok", "cảm ơn đồng chí", "vâng ạ", "còn việc 3 thì sao",
]  # fmt: skip


@pytest.mark.parametrize("text", QUESTIONS)
@pytest.mark.parametrize("pointed", [False, True], ids=["", "as a reply"])
def test_a_question_about_the_same_and_talk_report_nothing(text: str, pointed: bool) -> None:
    assert reported(text, today=TODAY, pointed=pointed) is None


@pytest.mark.parametrize("text", ["xong rồi", "đang làm", "xin lùi đến 15/6", "đã xong"])
def test_without_a_row_nothing_is_reported(text: str) -> None:
    assert reported(text, today=TODAY) is None


def test_no_question_of_those_at_hand_is_taken_for_a_report(shared: Path) -> None:
    files = sorted((shared / "eval" / "questions").glob("*.jsonl"))
    turns = [
        turn for file in files for line in file.read_text("utf-8").splitlines() for turn in json.loads(line)["turns"]
    ]
    assert turns
    assert [turn for turn in turns if reported(turn, today=TODAY)] == []
