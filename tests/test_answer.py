"""Answers over invented plans: the field of the right row with its citation, lists, follow-ups, abstention."""

from datetime import date

import pytest
from asking import ask, stts
from builders import a_deadline, a_loaded_plan, a_task

from knowledge.answers.answer import Context, explain
from knowledge.answers.answer_record import answer_json
from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.model import Progress, State, Task
from knowledge.reply import line_text, plain

TODAY = date(2027, 3, 1)


def tasks() -> list[Task]:
    return [
        a_task(),
        a_task(
            task="Khảo sát mức độ hài lòng của người dân tại bến xe",
            stt="2",
            result="Báo cáo khảo sát",
            lead=("Phòng Vận tải",),
            coordinate=("Văn phòng Sở", "Sở Thông tin và Truyền thông"),
            deadline=a_deadline(date(2027, 9, 30), text="Quý III/2027"),
        ),
        a_task(
            task="Nâng cấp hệ thống camera giám sát đường bộ",
            stt="3",
            section=("II. Hạ tầng",),
            objective="Phấn đấu 80% tuyến đường có camera",
            result="Hệ thống camera",
            lead=("Thanh tra Sở", "Phòng Vận tải"),
            coordinate=("Văn phòng Sở",),
            deadline=a_deadline(date(2027, 3, 10), text="Trước ngày 10/3/2027"),
        ),
    ]


@pytest.fixture
def snapshot() -> Snapshot:
    return make_snapshot([a_loaded_plan(tasks())])


@pytest.mark.parametrize(
    ("question", "says", "row"),
    [
        pytest.param("Ai chủ trì khảo sát hài lòng ở bến xe?", "Chủ trì: Phòng Vận tải", "2", id="who chairs"),
        pytest.param("khao sat hai long ben xe ai phoi hop", "Phối hợp: Văn phòng Sở;", "2", id="without accents"),
        pytest.param("camera đường bộ bao giờ phải xong?", "còn 9 ngày", "3", id="when, with the days left"),
        pytest.param("số hoá hồ sơ thì nộp cái gì", "Sản phẩm: Hồ sơ được số hóa", "1", id="what comes out"),
        pytest.param("soos hoas hồ sơ ai làm chính", "Chủ trì: Văn phòng Sở", "1", id="telex left in the text"),
        pytest.param("mục tiêu camera giám sát là bao nhiêu %", "80%", "3", id="target"),
    ],
)
def test_a_question_about_a_row_is_answered_by_its_field_and_cites_the_row(
    snapshot: Snapshot, question: str, says: str, row: str
) -> None:
    said = ask(snapshot, question)

    assert says in line_text(said.head[0])
    assert stts(said)[0] == row


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        pytest.param("Phòng Vận tải chủ trì những việc gì?", ["2", "3"], id="chairs"),
        pytest.param("vp sở phối hợp những nhiệm vụ nào", ["2", "3"], id="coordinates, abbreviated"),
        pytest.param("Sở TTTT phối hợp mấy việc", ["2"], id="initials"),
        pytest.param("quý 3 có việc gì đến hạn", ["2"], id="quarter"),
        pytest.param("tháng này có nhiệm vụ nào đến hạn?", ["3"], id="this month by the clock"),
        pytest.param("việc gì sắp đến hạn", ["3"], id="soon"),
        pytest.param("có tất cả bao nhiêu nhiệm vụ", ["1", "2", "3"], id="all"),
    ],
)
def test_a_list_has_exactly_its_rows(snapshot: Snapshot, question: str, rows: list[str]) -> None:
    assert sorted(stts(ask(snapshot, question))) == rows


@pytest.mark.parametrize("time", ["tháng 13", "ngày 31/2", "trước 15/3 5 ngày"])
def test_a_time_that_is_not_understood_is_told_and_not_listed_by(snapshot: Snapshot, time: str) -> None:
    said = ask(snapshot, f"{time} có việc gì đến hạn")

    assert said.abstained
    assert f"Tôi chưa hiểu thời gian “{time}”" in line_text(said.head[0])


@pytest.mark.parametrize("time", ["hôm nay 28/2", "hom nay 28/2", "ngày mai 28/2"])
def test_which_day_it_is_is_told_where_another_was_said(snapshot: Snapshot, time: str) -> None:
    said = ask(snapshot, f"{time} có việc gì đến hạn")

    assert said.abstained
    assert line_text(said.head[0]).startswith(f"Hôm nay là ngày 01/3/2027, chưa khớp với “{time}”.")


@pytest.mark.parametrize(
    "question",
    [
        "Ai chủ trì xây dựng cầu vượt biển?",
        "Sở Y tế chủ trì những việc gì?",
        "tháng 12 có việc gì đến hạn",
        "Kế hoạch này do ai ký?",
        "Sở Nội vụ tỉnh Cà Mau: ai chủ trì số hóa hồ sơ?",
    ],
)
def test_what_the_plans_do_not_say_is_not_answered(snapshot: Snapshot, question: str) -> None:
    said = ask(snapshot, question)

    assert said.abstained
    assert said.cited == ()


def test_a_follow_up_asks_another_field_of_the_same_row(snapshot: Snapshot) -> None:
    said = ask(snapshot, "Ai chủ trì khảo sát hài lòng?", "còn ai phối hợp?", "hạn khi nào?")

    assert line_text(said.head[0]) == "Thời hạn: Quý III/2027 (30/9/2027; còn 213 ngày)"


def test_a_follow_up_asks_the_same_of_another_row(snapshot: Snapshot) -> None:
    said = ask(snapshot, "Ai chủ trì khảo sát hài lòng?", "còn camera thì sao?")

    assert line_text(said.head[0]) == "Chủ trì: Thanh tra Sở; Phòng Vận tải"


def test_an_unanswered_topic_stays_unanswered_on_the_next_turn(snapshot: Snapshot) -> None:
    assert ask(snapshot, "Ai chủ trì xây dựng cầu vượt biển?", "hạn khi nào?").abstained


def test_overdue_rows_are_told_by_the_clock_and_by_what_was_reported(snapshot: Snapshot) -> None:
    late = make_snapshot([a_loaded_plan([a_task(deadline=a_deadline(date(2027, 2, 1))), *tasks()[1:]])])
    ref = late.plans[0].task_refs[0]

    assert stts(ask(late, "nhiệm vụ nào quá hạn?")) == ["1"]
    assert ask(late, "nhiệm vụ nào quá hạn?", progress={ref: Progress(State.DONE_ON_TIME)}).abstained


def test_an_answer_as_an_object_has_its_rows_with_their_source(snapshot: Snapshot) -> None:
    said = answer_json(ask(snapshot, "camera đường bộ bao giờ phải xong?"), snapshot, "q1")

    assert said["id"] == "q1"
    assert said["abstained"] is False
    assert said["rows"][0]["source"] == "ke-hoach-2027.txt"
    assert said["rows"][0]["deadline"]["due"] == ["2027-03-10"]


def test_a_courtesy_is_answered_without_rows(snapshot: Snapshot) -> None:
    said = ask(snapshot, "chào em, em giúp được gì?")

    assert plain(said)
    assert said.cited == ()


def test_explain_shows_what_was_understood(snapshot: Snapshot) -> None:
    said = explain("ai chủ trì số hóa hồ sơ", snapshot, context=Context(today=TODAY))

    lines = [line_text(text) for text in said]

    assert "intent: lead" in lines
    assert any(text.startswith("found: ke-hoach-2027") and "share 1.00" in text for text in lines)
    assert any(text.startswith("  because: ") for text in lines)


def test_explain_shows_the_spans_with_their_scores_and_the_query_that_came_of_them(snapshot: Snapshot) -> None:
    text = "Văn phòng Sở chủ trì việc gì quý 2/2027 trừ tháng 4 ạ"
    said = [line_text(part) for part in explain(text, snapshot, context=Context(today=TODAY))]
    assert "span: “văn phòng sở” unit 3" in said
    assert "span: “quý 2/2027” time 2" in said
    assert "span: “tru tháng 4” not due 5" in said
    assert "role: lead" in said
    assert "period: 2027-04-01 … 2027-06-30" in said
    assert "where: không đến hạn trong tháng 4/2027" in said


@pytest.mark.parametrize(
    "text",
    [
        "ngu quá",
        "trời mưa không",
        "trời hôm nay thế nào",
        "3 + 4 = ?",
        "hủy",
        "sai rồi",
        "nguồn đâu",
        "gửi file kế hoạch",
        "👍",
        "hihi",
    ],
)
def test_what_no_plan_answers_gets_one_sentence_and_no_rows(snapshot: Snapshot, text: str) -> None:
    said = ask(snapshot, text)

    assert (said.intent, said.entries, len(said.head)) == ("smalltalk", (), 1)


def test_a_list_was_told_whole(snapshot: Snapshot) -> None:
    assert "đã đầy đủ" in plain(ask(snapshot, "Phòng Vận tải chủ trì những việc gì?", "còn gì nữa không"))


def test_the_name_of_a_unit_alone_lists_its_tasks(snapshot: Snapshot) -> None:
    assert stts(ask(snapshot, "phòng vận tải")) == ["2", "3"]


def test_the_units_are_listed_with_their_counts(snapshot: Snapshot) -> None:
    assert "Phòng Vận tải: chủ trì 2, phối hợp" in plain(ask(snapshot, "có những đơn vị nào"))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("khảo sát mức độ hài lòng ai chủ trì, ai phối hợp", id="two questions"),
        pytest.param("khảo sát hài lòng CT là ai, PH là ai", id="in short forms"),
        pytest.param("đơn vị nào chủ trì và phối hợp khảo sát hài lòng", id="joined"),
    ],
)
def test_both_roles_are_told_where_both_are_asked(snapshot: Snapshot, text: str) -> None:
    assert [line_text(said) for said in ask(snapshot, text).head] == [
        "Chủ trì: Phòng Vận tải",
        "Phối hợp: Văn phòng Sở; Sở Thông tin và Truyền thông",
    ]


def test_explain_shows_why_the_gate_decided_as_it_did(snapshot: Snapshot) -> None:
    said = [line_text(part) for part in explain("ai chủ trì số hóa hồ sơ", snapshot, context=Context(today=TODAY))]

    assert any(part.startswith("gate: sure, probability 0.") for part in said)
    assert any(part.startswith("  because: together") for part in said)
