"""Documents that somebody has to make are counted as rows; the plans that were handed in are counted as they were."""

from datetime import date

import pytest
from asking import ask, stts
from builders import a_deadline, a_loaded_plan, a_task

from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.model import Heading
from knowledge.questions.query import Intent


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    rows = [
        a_task(task="Xây dựng kế hoạch trồng cây chắn sóng", stt="1", lead=("Hạt Kiểm lâm",), result="Kế hoạch",
               coordinate=(), deadline=a_deadline(date(2027, 5, 20))),
        a_task(task="Xây dựng kế hoạch tuần tra rừng ngập mặn", stt="2", lead=("Hạt Kiểm lâm",), result="Kế hoạch",
               coordinate=(), deadline=a_deadline(date(2027, 5, 30))),
        a_task(task="Đóng cọc mốc ranh giới", stt="3", lead=("Hạt Kiểm lâm",), result="Biên bản", coordinate=(),
               deadline=a_deadline(date(2027, 5, 10))),
        a_task(task="Lập phương án chữa cháy rừng", stt="4", lead=("Văn phòng",), result="Phương án",
               coordinate=(), deadline=a_deadline(date(2027, 9, 10))),
    ]  # fmt: skip
    heading = Heading(issuer="UBND xã Bãi Sậy", place="Bãi Sậy", years=(2027,), title="Kế hoạch Lâm nghiệp năm 2027")
    return make_snapshot([a_loaded_plan(rows, heading=heading)])


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param("Mấy kế hoạch Hạt Kiểm lâm phải dựng xong trong tháng 5?", ["1", "2"], id="a unit and a month"),
        pytest.param("bao nhiêu kế hoạch Hạt Kiểm lâm phải xây dựng", ["1", "2"], id="a unit"),
        pytest.param("xã Bãi Sậy tháng 5 phải ra mấy kế hoạch", ["1", "2"], id="behind the duty"),
        pytest.param("Hạt Kiểm lâm phải làm mấy bản kế hoạch", ["1", "2"], id="with a word for one of them"),
        pytest.param("bao nhieu ke hoach den han trong thang 5", ["1", "2"], id="due, without accents"),
        pytest.param("bao nhiêu phương án phải trình trong quý III", ["4"], id="another document"),
        pytest.param("bao nhieu bien ban phai nop gap trong thang 5 nay vay", ["3"], id="with a word of talk"),
        pytest.param("bao nhiêu phương án phải chữa cháy", ["4"], id="what it is for"),
    ],
)
def test_documents_that_have_to_be_made_are_counted(snapshot: Snapshot, text: str, rows: list[str]) -> None:
    said = ask(snapshot, text)
    assert said.intent == Intent.COUNT
    assert stts(said) == rows
    assert not said.tentative


@pytest.mark.parametrize(
    "text", ["Tháng 5 có những kế hoạch nào phải xây dựng xong?", "kế hoạch nào phải lập xong trong tháng 5"]
)
def test_plans_that_have_to_be_made_are_rows(snapshot: Snapshot, text: str) -> None:
    assert stts(ask(snapshot, text)) == ["1", "2"]


def test_a_unit_whose_name_has_the_word_makes_no_plan() -> None:
    row = a_task(task="Mua giống tràm", lead=("Phòng Kế hoạch",), coordinate=(), deadline=a_deadline(date(2027, 6, 2)))
    said = ask(make_snapshot([a_loaded_plan([row])]), "tháng 6 có những kế hoạch nào phải lập xong")
    assert stts(said) == []


@pytest.mark.parametrize(
    "text", ["bao nhiêu phương án phải khen thưởng", "mấy phương án tuyển dụng phải lập trong quý III"]
)
def test_no_other_documents_are_counted_than_those_that_are_said(snapshot: Snapshot, text: str) -> None:
    assert stts(ask(snapshot, text)) == []


@pytest.mark.parametrize(
    "text", ["có mấy kế hoạch", "bao nhiêu kế hoạch đang có trong hệ thống", "mấy kế hoạch năm 2027"]
)
def test_plans_that_were_handed_in_are_counted_as_they_were(snapshot: Snapshot, text: str) -> None:
    assert ask(snapshot, text).intent == Intent.PLANS


@pytest.mark.parametrize(
    "text",
    ["Bao nhiêu mục trong bảng của xã Bãi Sậy ghi Hạt Kiểm lâm chủ trì?",
     "phụ lục kế hoạch lâm nghiệp có bao nhiêu mục do Hạt Kiểm lâm chủ trì"],
    ids=["in front", "behind"],
)  # fmt: skip
def test_rows_of_a_unit_are_no_parts_of_the_plan(snapshot: Snapshot, text: str) -> None:
    assert stts(ask(snapshot, text)) == ["1", "2", "3"]


def test_an_office_room_that_chairs_is_no_word_for_the_chair(snapshot: Snapshot) -> None:
    assert stts(ask(snapshot, "Văn phòng chủ trì gì")) == ["4"]
