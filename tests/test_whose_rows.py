"""Whose rows a list is of: of two units with a role each, all but one, a level, or who has to hand something in."""

import unicodedata
from datetime import date

import pytest
from asking import ask, stts
from builders import a_deadline, a_loaded_plan, a_task

from knowledge.answers.answer import Answer
from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.model import Deadline, DeadlineKind, Heading, Task
from knowledge.reply import plain


def a_rhythm(text: str, recur: str) -> Deadline:
    return Deadline(text, DeadlineKind.PERIODIC, recur=recur)


def counted(said: Answer) -> str:
    """The printed numbers of the rows that are counted, without those told beside."""
    return " ".join(sorted(citation.item.stt for citation in said.counted if isinstance(citation.item, Task)))


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    rows = [
        a_task(task="Kiểm kê đàn bò sữa", stt="1", lead=("Trạm Thú y",), coordinate=("Phòng Quản lý Chăn nuôi",),
               deadline=a_deadline(date(2027, 4, 20)), result="Báo cáo kiểm kê"),
        a_task(task="Tiêm phòng lở mồm long móng", stt="2", lead=("Phòng Quản lý Chăn nuôi",),
               coordinate=("Trạm Thú y", "UBND cấp xã"), deadline=a_deadline(date(2027, 5, 10)), result="Biên bản"),
        a_task(task="Tiêm phòng bệnh dại cho chó", stt="3", lead=("UBND cấp xã",), coordinate=("Trạm Thú y",),
               deadline=a_rhythm("Hằng tháng", "monthly"), result="Danh sách"),
        a_task(task="Sửa chuồng bò giống", stt="4", lead=("Văn phòng",), coordinate=("Phòng Quản lý Chăn nuôi",),
               deadline=a_rhythm("Hằng quý", "quarterly"), result="Hợp đồng"),
        a_task(task="Lấy mẫu sữa", stt="5", lead=("Trạm Thú y",), coordinate=("Văn phòng",),
               deadline=a_deadline(date(2027, 4, 28)), result="Phiếu kết quả"),
    ]  # fmt: skip
    heading = Heading(
        issuer="Chi cục Chăn nuôi tỉnh An Bình", place="An Bình", years=(2027,), title="Kế hoạch năm 2027"
    )
    return make_snapshot([a_loaded_plan(rows, heading=heading)])


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param("việc nào Trạm Thú y chủ trì phối hợp với Phòng Quản lý Chăn nuôi", "1", id="a role each"),
        pytest.param("việc nào Trạm Thú y vừa chủ trì vừa phối hợp với Văn phòng", "5", id="said at once"),
        pytest.param("tram thu y chu tri, phoi hop voi van phong nhung viec nao", "5", id="without accents"),
        pytest.param("Trạm Thú y phối hợp với Phòng Quản lý Chăn nuôi việc gì", "1 2", id="either may chair"),
        pytest.param("Trạm Thú y có phối hợp gì với Phòng Quản lý Chăn nuôi không", "1 2", id="what is asked between"),
        pytest.param("tram thu y phoi hop viec nao voi phong quan ly chan nuoi", "1 2", id="between, without accents"),
        pytest.param("Trạm Thú y với Phòng Quản lý Chăn nuôi phối hợp việc gì", "1 2 3 4", id="with before the role"),
        pytest.param("ngoài UBND cấp xã thì ai chủ trì tiêm phòng", "2", id="others than one unit"),
        pytest.param("tiêm phòng thì ngoài Phòng Quản lý Chăn nuôi còn ai chủ trì", "3", id="others, named behind"),
        pytest.param("xã làm gì", "2 3", id="a level alone"),
        pytest.param("cấp xã chủ trì việc nào", "3", id="a level in a role"),
        pytest.param("xa phai lam gi", "2 3", id="a level without accents"),
        pytest.param("tháng 4 Trạm Thú y phải nộp gì", "1 3 5", id="what a unit hands in in a month"),
        pytest.param("trạm thú y phải nộp những gì", "1 2 3 5", id="what a unit hands in"),
        pytest.param("tháng 5 cần nộp gì", "2 3", id="what is handed in in a month"),
        pytest.param("việc nào chỉ có mỗi Trạm Thú y làm", "1 5", id="one unit alone, by what it does"),
        pytest.param("những việc chỉ UBND cấp xã làm", "3", id="a committee alone"),
        pytest.param("việc tiếp theo của Phòng Quản lý Chăn nuôi là gì", "1", id="what comes next"),
    ],
)
def test_a_list_is_of_those_who_are_meant(snapshot: Snapshot, text: str, rows: str) -> None:
    assert " ".join(sorted(stts(ask(snapshot, text)))) == rows


@pytest.mark.parametrize(
    "text", ["việc của Phòng Quản lý Thủy sản", "tôi ở phòng quản lý thủy sản, việc của tôi trong tháng này"]
)
def test_a_unit_with_another_field_is_not_taken_for_the_one_that_begins_so(snapshot: Snapshot, text: str) -> None:
    said = ask(snapshot, text)
    assert said.abstained
    assert "Có phải ý đồng chí là: Phòng Quản lý Chăn nuôi" in plain(said)


@pytest.mark.parametrize(
    "text", ["số việc phải làm của từng đơn vị", "đếm việc theo từng đơn vị", "tổng số việc mỗi phòng"]
)
def test_each_of_a_kind_is_counted_wherever_it_is_named(snapshot: Snapshot, text: str) -> None:
    assert "Trạm Thú y: 2 nhiệm vụ" in plain(ask(snapshot, text))


@pytest.mark.parametrize(
    ("text", "beside"),
    [
        pytest.param("tháng 5 có việc gì đến hạn", "Chưa kể 1 nhiệm vụ định kỳ", id="monthly ones in a month"),
        pytest.param("quý 2 có việc gì đến hạn", "Chưa kể 2 nhiệm vụ định kỳ", id="quarterly ones in a quarter"),
        pytest.param("tháng 8 có việc gì đến hạn", "“Tiêm phòng bệnh dại cho chó”", id="where there is nothing else"),
        pytest.param("quý 2 Văn phòng có việc gì đến hạn", "Sửa chuồng bò giống", id="of a unit"),
    ],
)
def test_duties_that_come_round_without_a_day_are_told_beside_a_list_by_days(
    snapshot: Snapshot, text: str, beside: str
) -> None:
    said = ask(snapshot, text)
    assert beside in plain(said)
    assert not {"3", "4"} & {citation.item.stt for citation in said.counted if isinstance(citation.item, Task)}


@pytest.mark.parametrize("text", ["tuần này có việc gì đến hạn", "việc nào quá hạn", "Trạm Thú y có việc gì quý 2"])
def test_they_are_not_told_where_they_do_not_come_round(snapshot: Snapshot, text: str) -> None:
    only = "“Sửa chuồng bò giống”" if "Trạm" in text else "định kỳ"
    assert only not in plain(ask(snapshot, text))


@pytest.mark.parametrize(
    ("turns", "rows"),
    [
        pytest.param(("ai lấy mẫu sữa", "đơn vị đó còn việc nào nữa không"), "1 2 3 5", id="who chairs the row"),
        pytest.param(("ai kiem ke dan bo sua", "tram do co may viec"), "1 2 3 5", id="its kind, without accents"),
        pytest.param(
            ("ai lấy mẫu sữa", unicodedata.normalize("NFD", "vậy đơn vị đó còn việc nào nữa không")),
            "1 2 3 5",
            id="accents typed apart",
        ),
        pytest.param(("Văn phòng có mấy việc", "đơn vị này tháng 4 có việc gì đến hạn"), "5", id="of a list"),
    ],
)
def test_a_unit_may_be_pointed_at(snapshot: Snapshot, turns: tuple[str, str], rows: str) -> None:
    assert counted(ask(snapshot, *turns)) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param("việc nào Trạm Thú y làm với Văn phòng", "5", id="with each other"),
        pytest.param("Văn phòng chủ trì việc nào, phối hợp việc nào", "4 5", id="both roles"),
        pytest.param("3 việc gấp nhất", "1 2 5", id="most urgent"),
        pytest.param("việc nào gần tới hạn mà chưa xong", "", id="soon and open"),
        pytest.param("việc nào về con chó", "3", id="a topic that is said to be one"),
        pytest.param("đọc nguyên văn nhiệm vụ 2", "2", id="a row to be read out"),
    ],
)
def test_rows_are_chosen_as_it_is_said(snapshot: Snapshot, text: str, rows: str) -> None:
    assert counted(ask(snapshot, text)) == rows


@pytest.mark.parametrize(
    "text", ["phòng nào có nhiều việc", "đơn vị nào bị giao nhiều việc trong quý 2", "đơn vị nào nhiều việc"]
)
def test_who_has_much_to_do_is_who_has_most(snapshot: Snapshot, text: str) -> None:
    assert "Trạm Thú y có nhiều" in plain(ask(snapshot, text)).partition("\n")[0]


def test_who_is_idle_has_least(snapshot: Snapshot) -> None:
    assert "có ít nhiệm vụ nhất: 1 nhiệm vụ" in plain(ask(snapshot, "phòng nào rảnh nhất"))


@pytest.mark.parametrize("text", ["quý 2 mình làm được bao nhiêu việc rồi", "đã hoàn thành được mấy nhiệm vụ quý 2"])
def test_how_much_was_done_is_told_by_state(snapshot: Snapshot, text: str) -> None:
    said = ask(snapshot, text)
    assert (said.intent, plain(said)) == ("progress", "3 nhiệm vụ – 3 chưa thực hiện.")


@pytest.mark.parametrize("text", ["so sánh tháng 4 và tháng 5", "so sánh số việc tháng 4 với tháng 5"])
def test_two_times_that_are_compared_are_two_sides(snapshot: Snapshot, text: str) -> None:
    assert plain(ask(snapshot, text)).startswith("tháng 4/2027 có nhiều hơn 1 nhiệm vụ.")


def test_how_long_a_list_is_is_how_many_rows_it_has(snapshot: Snapshot) -> None:
    assert plain(ask(snapshot, "danh sách của kế hoạch này dài cả thảy mấy dòng")).startswith("Có 5 nhiệm vụ")


def test_the_unit_that_a_speaker_told_is_the_one_called_by_its_kind_alone(snapshot: Snapshot) -> None:
    story = "Kính gửi anh chị, em là Hương mới về Trạm Thú y, anh chị cho em xin mấy việc của trạm trong tháng 4 ạ"
    assert counted(ask(snapshot, story)) == "1 5"


def test_initials_that_nobody_has_are_named_as_not_understood(snapshot: Snapshot) -> None:
    said = ask(snapshot, "ptk chăn nuôi có việc gì trong tháng 4")
    assert said.tentative
    assert "ptk" in plain(said)


def test_all_of_a_kind_is_no_short_form() -> None:
    plans = make_snapshot([a_loaded_plan([a_task(lead=("Công an tỉnh",), stt="1")])])
    assert "Công an" not in plain(ask(plans, "nhiệm vụ nào giao cho tất cả các phòng")).partition("\n")[0]


def test_before_a_feast_of_some_days_is_before_its_first_day(snapshot: Snapshot) -> None:
    assert "trước ngày " in plain(ask(snapshot, "việc nào phải xong trước tết năm 2027"))


@pytest.mark.parametrize(
    ("result", "said"),
    [
        ("60 con giống; kinh phí 280 triệu đồng", "Kinh phí: 280 triệu đồng"),
        ("Trạm được sửa, dự toán 1,6 tỷ đồng", "Kinh phí: 1,6 tỷ đồng"),
    ],
)
def test_what_a_row_costs_may_stand_in_its_product(result: str, said: str) -> None:
    plans = make_snapshot([a_loaded_plan([a_task(task="Mua bò giống", result=result, budget=None)])])
    assert plain(ask(plans, "mua bò giống hết bao nhiêu tiền")).startswith(said)


def test_money_may_be_asked_beside_other_fields() -> None:
    plans = make_snapshot([a_loaded_plan([a_task(task="Mua bò giống", budget="280 triệu đồng", lead=("Trạm Thú y",))])])
    said = plain(ask(plans, "mua bò giống ai lo, tiền bao nhiêu"))
    assert said.startswith("Chủ trì: Trạm Thú y\nKinh phí: 280 triệu đồng")


@pytest.mark.parametrize(
    "text", ["số kế hoạch chi cục chăn nuôi là bao nhiêu", "so ke hoach chi cuc chan nuoi la bao nhieu"]
)
def test_the_number_of_a_plan_that_is_named_is_its_number(text: str) -> None:
    heading = Heading(
        number="12/KH-CCCN",
        issuer="Chi cục Chăn nuôi",
        place="An Bình",
        years=(2027,),
        title="Kế hoạch Chăn nuôi năm 2027",
    )
    assert "12/KH-CCCN" in plain(ask(make_snapshot([a_loaded_plan(heading=heading)]), text)).partition("\n")[0]


def test_headings_of_two_plans_that_differ_in_their_mark_are_one_group() -> None:
    plans = [
        a_loaded_plan([a_task(section=(heading,), stt=str(at)) for at in range(count)], stem=stem)
        for stem, heading, count in (("a", "II. Thú y", 2), ("b", "III Thú y", 3), ("c", "II Chăn nuôi", 4))
    ]
    said = plain(ask(make_snapshot(plans), "lĩnh vực nào nhiều việc nhất"))
    assert said.startswith("Thú y có nhiều nhiệm vụ nhất: 5 nhiệm vụ.")
