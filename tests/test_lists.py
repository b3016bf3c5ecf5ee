"""Lists: a unit's rows, what falls due, how many, overdue and reported."""

from datetime import date

import pytest
from asking import ask, stts
from builders import a_deadline, a_loaded_plan, a_task

from knowledge.answers.answer import Context, answer
from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.model import DeadlineKind, Heading, Progress, State, TaskKind
from knowledge.reply import line_text, plain
from knowledge.wording.courtesy import TOO_LONG

TODAY = date(2027, 3, 1)
ROWS = [
    a_task(stt="1", deadline=a_deadline(date(2027, 2, 1))),
    a_task(task="Rà soát tuyến xe buýt", stt="2", section=("II. Vận tải",), lead=("Phòng Vận tải", "Văn phòng Sở"),
           deadline=a_deadline(date(2027, 3, 20))),
    a_task(task="Tập huấn lái xe an toàn", stt="3", section=("II. Vận tải",), lead=("Phòng Vận tải",),
           coordinate=(), deadline=a_deadline(text="Thường xuyên", kind=DeadlineKind.ONGOING)),
    a_task(task="Gửi báo cáo quý về Văn phòng Sở", kind=TaskKind.PROSE, stt="", lead=("Các phòng, đơn vị",),
           coordinate=(), deadline=a_deadline(date(2027, 3, 14))),
]  # fmt: skip


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    return make_snapshot([a_loaded_plan(ROWS)])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Phòng Vận tải chủ trì những việc gì?", ["2", "3"], id="a unit"),
        pytest.param("Phòng Vận tải dính líu tới việc nào?", ["2", "3"], id="a unit in a turn of speech"),
        pytest.param("Văn phòng Sở có những nhiệm vụ gì?", ["1", "2"], id="in both roles"),
        pytest.param("bảng phụ lục có bao nhiêu nhiệm vụ", ["1", "2", "3"], id="the table"),
        pytest.param("liệt kê các nhiệm vụ về vận tải", ["2", "3"], id="by section"),
        pytest.param("tháng 3 có việc gì đến hạn?", ["2", ""], id="a month, the table before the duties"),
        pytest.param("trong bảng tháng 3 có việc gì đến hạn?", ["2"], id="a month, of the table only"),
        pytest.param("Phòng Vận tải có việc gì đến hạn tháng 3", ["2"], id="unit and time"),
        pytest.param("việc nào quá hạn?", ["1"], id="overdue by the clock"),
        pytest.param("sắp đến hạn việc gì", ["2", ""], id="soon"),
        pytest.param("thế quý 1 Phòng Vận tải có việc gì", ["2"], id="a small word is no topic"),
        pytest.param("PL có mấy NV", ["1", "2", "3"], id="the appendix by its short form"),
        pytest.param("tổng số nhiệm vụ trong bảng là bao nhiêu", ["1", "2", "3"], id="how many, in other words"),
        pytest.param("Phòng Vận tải đứng chính việc nào", ["2", "3"], id="chairs, as people say"),
        pytest.param("Phòng Vận tải dính vô việc chi hông", ["2", "3"], id="has part in, in the south"),
        pytest.param("Văn phòng Sở lo việc gì", ["1", "2"], id="sees to"),
        pytest.param("những việc thường xuyên", ["3"], id="by the words of the deadline"),
    ],
)
def test_a_list_is_complete_and_has_nothing_else(snapshot: Snapshot, text: str, expected: list[str]) -> None:
    assert stts(ask(snapshot, text)) == expected


def test_a_topic_that_only_looks_like_a_small_word_is_one(snapshot: Snapshot) -> None:
    assert ask(snapshot, "Phòng Vận tải trồng cây gì").abstained


def test_the_first_line_tells_how_many(snapshot: Snapshot) -> None:
    assert line_text(ask(snapshot, "Phòng Vận tải chủ trì mấy việc?").head[0]) == "Có 2 nhiệm vụ Phòng Vận tải chủ trì:"


def test_a_moved_date_counts_instead_of_the_printed_one(snapshot: Snapshot) -> None:
    ref = snapshot.plans[0].task_refs[1]
    moved = {ref: Progress(due=date(2027, 5, 10))}

    assert stts(ask(snapshot, "tháng 5 có việc gì đến hạn", progress=moved)) == ["2"]
    assert "10/5/2027" in plain(ask(snapshot, "tháng 5 có việc gì đến hạn", progress=moved))
    assert stts(ask(snapshot, "trong bảng tháng 3 có việc gì đến hạn", progress=moved)) == []


def test_finished_rows_are_told_with_their_state(snapshot: Snapshot) -> None:
    ref = snapshot.plans[0].task_refs[0]
    said = ask(snapshot, "Văn phòng Sở đã xong mấy việc?", progress={ref: Progress(State.DONE_LATE)})

    assert "1 hoàn thành quá hạn" in line_text(said.head[0])
    assert stts(said) == ["1"]


def test_a_unit_without_such_rows_is_told_its_other_role(snapshot: Snapshot) -> None:
    said = ask(snapshot, "Phòng Cải cách hành chính chủ trì việc gì?")

    assert said.abstained
    assert "2 nhiệm vụ ở vai trò phối hợp" in plain(said)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        pytest.param("Sở Y tế phối hợp những việc nào?", "sở y tế", id="in full"),
        pytest.param("SNNMT chủ trì việc gì quý 2", "snnmt", id="in short, with a time"),
        pytest.param("snnmt phoi hop viec gi", "snnmt", id="in short, without accents"),
    ],
)
def test_a_unit_that_no_plan_names_has_no_list(snapshot: Snapshot, text: str, unit: str) -> None:
    said = ask(snapshot, text)

    assert said.abstained
    assert unit in plain(said).lower()


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Sở Nội vụ chủ trì việc gì trong kế hoạch?", id="made of words that say little elsewhere"),
        pytest.param("Bưu điện huyện được giao chủ trì việc gì?", id="a head of two words"),
    ],
)
def test_a_unit_that_only_the_text_names_has_no_list(text: str) -> None:
    rows = [*ROWS, a_task(task="Gửi báo cáo về Sở Nội vụ qua Bưu điện huyện", stt="5", section=("Nội dung, nhiệm vụ",))]
    plan = a_loaded_plan(rows, heading=Heading(issuer="Sở Y tế", years=(2027,)))
    said = ask(make_snapshot([plan]), text)
    assert said.abstained
    assert not said.cited


def test_rows_of_several_plans_stand_under_their_plan() -> None:
    other = a_loaded_plan([a_task(stt="9")], stem="kh-b", source="b.txt")
    said = ask(make_snapshot([a_loaded_plan(ROWS[:1]), other]), "Văn phòng Sở chủ trì những việc gì?")

    assert stts(said) == ["1", "9"]
    assert plain(said).count("Kế hoạch Cải cách hành chính năm 2027") == 2


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("việc nào quá hạn?", id="listed"),
        pytest.param("đơn vị nào nhiều việc quá hạn nhất?", id="the most"),
        pytest.param("mỗi đơn vị có bao nhiêu việc quá hạn?", id="each"),
    ],
)
def test_what_is_overdue_in_plans_of_past_years_is_counted_and_not_listed(text: str) -> None:
    late = a_deadline(date(2027, 1, 31), text="Tháng 01/2027")
    old = a_deadline(date(2026, 1, 31), text="Tháng 01/2026")
    plans = [
        a_loaded_plan([a_task(deadline=late)], stem="now", heading=Heading(issuer="Sở A", years=(2027,))),
        a_loaded_plan([a_task(deadline=old)], stem="past", heading=Heading(issuer="Sở B", years=(2026,))),
    ]
    both = make_snapshot(plans)
    context = Context(today=date(2027, 3, 1))

    said, _ = answer(text, both, context=context)
    everything, _ = answer(said.choices[-1].question, both, context=context)

    assert [c.stem for c in said.cited] == ["now"]
    assert line_text(said.foot[0]) == "Ngoài ra có 1 nhiệm vụ quá hạn thuộc các kế hoạch của những năm trước."
    assert {c.stem for c in everything.cited} == {"now", "past"}


BLANKS = [
    a_task(stt="1", lead=(), deadline=a_deadline(date(2027, 2, 1))),
    a_task(stt="2", lead=("Phòng Vận tải",), deadline=a_deadline(text="", kind=DeadlineKind.NONE)),
    a_task(stt="3", lead=("Phòng Vận tải",), deadline=a_deadline(text="Thường xuyên", kind=DeadlineKind.ONGOING)),
    a_task(stt="4", lead=("Thanh tra Sở",), deadline=a_deadline(date(2027, 2, 1))),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("nhiệm vụ nào chưa có đơn vị chủ trì?", ["1"], id="nobody chairs it"),
        pytest.param("viec nao chua giao cho ai", ["1"], id="given to nobody"),
        pytest.param("nhiệm vụ nào chưa có thời hạn?", ["2"], id="no deadline"),
        pytest.param("nhiệm vụ nào không có ngày cụ thể?", ["2", "3"], id="no day"),
        pytest.param("phòng nào chủ trì nhiều nhiệm vụ nhất?", ["2", "3"], id="the unit with the most"),
    ],
)
def test_rows_that_lack_a_cell_or_that_one_unit_has_most_of_are_listed(text: str, expected: list[str]) -> None:
    assert stts(ask(make_snapshot([a_loaded_plan(BLANKS)]), text)) == expected


def test_the_unit_with_the_most_tasks_is_named_with_their_count() -> None:
    said = ask(make_snapshot([a_loaded_plan(BLANKS)]), "đơn vị nào chủ trì nhiều việc nhất")

    assert line_text(said.head[0]) == "Phòng Vận tải chủ trì nhiều nhiệm vụ nhất: 2 nhiệm vụ."


@pytest.mark.parametrize(
    ("text", "expected", "says"),
    [
        pytest.param("việc nào chưa xong của Văn phòng Sở", ["1", "2"], "chưa hoàn thành", id="not done"),
        pytest.param("việc nào quá hạn của Văn phòng Sở", ["1"], "đã quá hạn", id="overdue"),
        pytest.param("đơn vị nào có nhiều việc quá hạn nhất", ["1"], "nhiều nhiệm vụ đã quá hạn nhất", id="most"),
        pytest.param("đơn vị nào chậm nhất", ["1"], "nhiều nhiệm vụ đã quá hạn nhất", id="the latest unit"),
        pytest.param("ai cham nhat quy nay", ["1"], "đến hạn trong quý", id="the latest unit of a quarter"),
        pytest.param("phòng nào đang trễ hạn nhiều nhất", ["1"], "nhiều nhiệm vụ đã quá hạn nhất", id="most late"),
        pytest.param("mỗi đơn vị có bao nhiêu việc quá hạn", ["1"], "Tổng cộng 1 nhiệm vụ đã quá hạn", id="each"),
        pytest.param("quý 1 và quý 3 Văn phòng Sở có việc gì", ["1", "2"],
                     "trong quý I/2027 và trong quý III/2027", id="two times"),
        pytest.param("những việc quá hạn về xe buýt", [], "về “xe buýt”", id="in a state and about something"),
        pytest.param("việc nào của Văn phòng Sở có hạn muộn nhất", ["2"], "có thời hạn muộn nhất", id="the latest"),
    ],
)  # fmt: skip
def test_what_was_asked_is_carried_out_and_said_in_the_first_line(
    snapshot: Snapshot, text: str, expected: list[str], says: str
) -> None:
    said = ask(snapshot, text)
    assert says in line_text(said.head[0])
    assert stts(said) == expected


def test_where_no_row_is_of_any_group_the_rows_are_listed() -> None:
    rows = [a_task(stt=str(n), lead=(), lead_raw="") for n in (1, 2)]
    said = ask(make_snapshot([a_loaded_plan(rows)]), "đơn vị nào nhiều việc nhất")
    assert stts(said) == ["1", "2"]


def test_a_whole_text_is_no_question(snapshot: Snapshot) -> None:
    said = ask(snapshot, "ai chủ trì rà soát tuyến xe buýt " * 200)
    assert (said.abstained, plain(said)) == (True, TOO_LONG)


def test_the_wording_of_a_deadline_is_no_window_of_days() -> None:
    rows = [
        a_task(stt="1", deadline=a_deadline(date(2027, 6, 30), text="Quý II/2027")),
        a_task(task="Rà soát tuyến xe buýt", stt="2", deadline=a_deadline(date(2027, 5, 31), text="Tháng 5/2027")),
    ]
    plan = make_snapshot([a_loaded_plan(rows)])
    assert stts(ask(plan, "việc nào hạn ghi quý II")) == ["1"]
    assert stts(ask(plan, "viec nao ghi han quy 2/2027")) == ["1"]
    assert sorted(stts(ask(plan, "việc nào đến hạn trong quý II"))) == ["1", "2"]


def test_a_wording_of_deadlines_behind_rows_lists_them() -> None:
    rows = [
        a_task(stt="1", task="Sắp xếp bộ máy", deadline=a_deadline(text="Theo tiến độ phê duyệt")),
        a_task(stt="2", task="Báo cáo tiến độ phê duyệt", deadline=a_deadline(text="Tháng 5/2027")),
    ]
    plan = make_snapshot([a_loaded_plan(rows)])
    for text in ("các dòng có thời hạn theo tiến độ phê duyệt", "cac viec han theo tien do phe duyet"):
        assert stts(ask(plan, text)) == ["1"]


@pytest.mark.parametrize("text", ["các đợt kiểm tra", "Những kỳ kiểm tra", "xem các lần kiểm tra", "cac dot kiem tra"])
def test_a_kind_named_in_the_plural_asks_for_its_rows(text: str) -> None:
    works = ["Kiểm tra an toàn hồ chứa", "Kiểm tra trạm bơm tiêu úng", "Diễn tập sơ tán dân"]
    rows = [a_task(task=work, stt=str(at), coordinate=()) for at, work in enumerate(works, 1)]
    said = ask(make_snapshot([a_loaded_plan(rows)]), text)
    assert (stts(said), said.tentative) == (["1", "2"], False)


EITHER = [
    a_task(stt="1", task="Sửa trạm cân", lead=("Phòng Vận tải",), result="Trạm cân"),
    a_task(stt="2", task="Mua xe nâng", lead=("Văn phòng Sở",), result=None),
    a_task(stt="3", task="Tập huấn lái xe", lead=("Phòng Vận tải",), coordinate=("Thanh tra Sở",), result="02 lớp",
           deadline=a_deadline()),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Văn phòng Sở chủ trì hoặc Thanh tra Sở phối hợp việc gì", ["2", "3"], id="a unit or another"),
        pytest.param("việc chưa có thời hạn hoặc chưa có sản phẩm", ["2", "3"], id="one blank or another"),
        pytest.param("viec chua co thoi han hoac chua co san pham", ["2", "3"], id="the same without accents"),
        pytest.param("việc Văn phòng Sở chủ trì, Thanh tra Sở phối hợp", [], id="both without the word"),
        pytest.param(
            "việc Văn phòng Sở chủ trì trong quý II hoặc quý III mà Thanh tra Sở phối hợp",
            [],
            id="times joined by the word, and no units",
        ),
    ],
)
def test_one_thing_or_another(text: str, expected: list[str]) -> None:
    assert stts(ask(make_snapshot([a_loaded_plan(EITHER)]), text)) == expected
