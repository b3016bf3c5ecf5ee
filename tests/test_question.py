"""From a typed question to what is asked, about what, of whom and when."""

from datetime import date

import pytest
from builders import a_deadline, a_loaded_plan, a_task

from knowledge.language.text import folded
from knowledge.library.snapshot import make_snapshot
from knowledge.questions.lookup import Lookup, lookup
from knowledge.questions.query import Intent, Query
from knowledge.questions.question import understand
from knowledge.questions.reading import Reading

TODAY = date(2027, 3, 1)


@pytest.fixture(scope="module")
def known() -> Lookup:
    rows = [
        a_task(),
        a_task(task="Tổ chức khảo sát mức độ hài lòng của hành khách", stt="2", lead=("Phòng Vận tải",)),
        a_task(task="Phối hợp kiểm tra vị trí việc làm", stt="3", lead=("Thanh tra Sở",),
               deadline=a_deadline(date(2027, 9, 30))),
    ]  # fmt: skip
    return lookup(make_snapshot([a_loaded_plan(rows)]))


def read(text: str, known: Lookup) -> Query:
    return understand(text, Reading(known, TODAY), plans=[0])


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("Ai chủ trì khảo sát hài lòng?", Intent.LEAD),
        ("khảo sát hài lòng thì bên nào lo", Intent.LEAD),
        ("khao sat hai long giao cho don vi nao", Intent.LEAD),
        ("khảo sát hài lòng cỡ khi nào", Intent.DEADLINE),
        ("mức hài lòng phấn đấu đứng thứ mấy", Intent.TARGET),
        ("Khảo sát hài lòng làm chung với ai?", Intent.COORDINATE),
        ("Khảo sát hài lòng rồi ai tiếp tay cho phòng đó?", Intent.COORDINATE),
        ("Khảo sát hài lòng có đơn vị nào bắt tay cùng?", Intent.COORDINATE),
        ("Ai chủ trì phối hợp kiểm tra vị trí việc làm?", Intent.LEAD),
        ("đơn vị nào phối hợp khảo sát hài lòng", Intent.COORDINATE),
        ("Khảo sát hài lòng bao giờ phải xong?", Intent.DEADLINE),
        ("deadline khảo sát hài lòng", Intent.DEADLINE),
        ("khảo sát hài lòng thì nộp cái gì", Intent.RESULT),
        ("hài lòng phải đạt bao nhiêu %", Intent.TARGET),
        ("phan anh xu dut trong han dat may phan tram", Intent.TARGET),
        ("phản ánh xử lý kịp hạn phải đạt bao nhiêu phần trăm", Intent.TARGET),
        ("phản ánh xử lý trong hạn nào, đạt bao nhiêu phần trăm", Intent.DEADLINE),
        ("tỷ lệ hài lòng của hành khách", Intent.TARGET),
        ("khảo sát hài lòng hết bao nhiêu tiền", Intent.BUDGET),
        ("Phòng Vận tải chủ trì những việc gì?", Intent.TASKS),
        ("liệt kê các nhiệm vụ", Intent.TASKS),
        ("tháng 5 có việc gì đến hạn", Intent.DUE),
        ("việc nào sắp đến hạn", Intent.DUE),
        ("nhiệm vụ tháng 4", Intent.DUE),
        ("việc trong quý 4", Intent.DUE),
        ("nhiệm vụ nào quá hạn?", Intent.OVERDUE),
        ("Phòng Vận tải đã xong mấy việc?", Intent.PROGRESS),
        ("có bao nhiêu nhiệm vụ tất cả", Intent.COUNT),
        ("Phòng Vận tải có trách nhiệm gì?", Intent.DUTY),
        ("kế hoạch này ai ký", Intent.FACTS),
        ("kế hoạch số mấy, ban hành ngày nào", Intent.FACTS),
        ("có những kế hoạch nào", Intent.PLANS),
        ("kế hoạch nói gì về hành khách", Intent.PASSAGE),
        ("TTHC là gì", Intent.MEANING),
        ("chào em", Intent.SMALLTALK),
        ("cảm ơn nhé", Intent.SMALLTALK),
        ("chào em, dạo này sao rồi", Intent.SMALLTALK),
        ("cám ơn em đã giúp hôm nay, vất vả rồi", Intent.SMALLTALK),
        ("chào em, khảo sát hài lòng", Intent.GENERAL),
        ("dạ em chào chị, kế hoạch này số hiệu là gì", Intent.FACTS),
        ("cho xin số zalo của chị Lan", Intent.GENERAL),
        ("em giúp được những gì", Intent.SMALLTALK),
        ("khảo sát hài lòng", Intent.GENERAL),
    ],
)
def test_what_is_asked_is_understood_with_and_without_accents(text: str, intent: Intent, known: Lookup) -> None:
    assert read(text, known).intent is intent
    assert read(folded(text), known).intent is intent


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        pytest.param("Em ơi cho hỏi ai chủ trì khảo sát hài lòng vậy", "khảo sát hài lòng", id="courtesies"),
        pytest.param("ai chủ trì phối hợp kiểm tra", "phối hợp kiểm tra", id="an unused cue belongs to the topic"),
        pytest.param("vị trí việc làm ai phụ trách", "vị trí việc làm", id="half of a word is no cue"),
        pytest.param("Phòng Vận tải chủ trì những việc gì", "", id="a list's unit"),
        pytest.param("Sở Nội vụ An Bình: số hóa hồ sơ ai lo", "số hoá hồ sơ", id="the plan's name"),
    ],
)
def test_the_topic_is_what_the_cues_leave(text: str, topic: str, known: Lookup) -> None:
    assert " ".join(read(text, known).topic) == topic


def test_two_fields_asked_at_once_are_both_understood(known: Lookup) -> None:
    query = read("khảo sát hài lòng ai chủ trì và hạn khi nào", known)

    assert query.asks == (Intent.LEAD, Intent.DEADLINE)


def test_a_unit_s_role_and_time_are_understood_together(known: Lookup) -> None:
    query = read("quý 3 Thanh tra Sở phải xong những việc gì", known)

    assert query.intent is Intent.DUE
    assert query.period is not None
    assert query.period.label == "quý III/2027"
    assert [dict(unit.names) for unit in query.units] == [{0: frozenset({"Thanh tra Sở"})}]


def test_a_unit_that_no_plan_names_is_told(known: Lookup) -> None:
    assert read("Sở Y tế chủ trì việc gì", known).strange_unit == "sở y tế"


def test_a_time_without_a_year_is_in_the_plan_s_year(known: Lookup) -> None:
    query = understand("tháng 5 có gì đến hạn", Reading(known, date(2031, 1, 1)), plans=[0])

    assert query.period is not None
    assert query.period.first == date(2027, 5, 1)


def test_syllables_inside_a_topic_are_no_unit_and_no_count() -> None:
    rows = [a_task(task=f"Số hóa hồ sơ nhiệm vụ khoa học năm {year}", stt=str(year)) for year in range(2020, 2026)]
    lookup_ = lookup(make_snapshot([a_loaded_plan(rows)]))

    query = understand("ai chu tri so hoa ho so nhiem vu khoa hoc", Reading(lookup_, TODAY), plans=[0])

    assert query.intent is Intent.LEAD
    assert query.strange_unit is None
    assert " ".join(query.topic) == "so hoa ho so nhiem vu khoa hoc"
