"""Words that are written as a region speaks them are put right where plans or questions have the others there."""

import pytest
from asking import ask, stts
from builders import a_loaded_plan, a_task

from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.model import Heading
from knowledge.questions.lookup import lookup

ROWS = (
    ("1", "Nạo vét kênh mương nội đồng", "Phòng Quản lý công trình", ("Khoa Điện - Cơ",)),
    ("2", "Trồng rừng phòng hộ đồi Bình Sậy", "Khoa Điện - Cơ", ("Phòng Quản lý công trình",)),
    ("3", "Lập kế hoạch thu phí cầu phao", "Văn phòng", ("Sở Nội vụ",)),
    ("4", "Gặp mặt lao động người Lào", "Văn phòng", ("Khoa Điện - Cơ",)),
)


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    heading = Heading(issuer="UBND tỉnh Đồng Nam", place="Đồng Nam", title="Kế hoạch công tác", years=(2027,))
    tasks = [a_task(stt=n, task=task, lead=(unit,), coordinate=others) for n, task, unit, others in ROWS]
    return make_snapshot([a_loaded_plan(tasks, heading=heading)])


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        pytest.param("những việc lào đến hạn", "những việc nào đến hạn", id="the north"),
        pytest.param("phòng lào nập kế hoạch", "phòng nào lập kế hoạch", id="the north, both ways"),
        pytest.param("Tỉnh Đồng Lam làm gì", "Tỉnh Đồng Nam làm gì", id="a place of the plans"),
        pytest.param("viec nao cua tinh dong lam", "viec nao cua tinh dong nam", id="a place without accents"),
        pytest.param("viec lao phai xong", "viec nao phai xong", id="the north without accents"),
        pytest.param("trủ trì việt gì", "chủ trì việc gì", id="the south"),
        pytest.param("Xở Nội dụ", "Sở Nội vụ", id="a unit, with its capital"),
        pytest.param("bao nhiêu nhiệm dụ", "bao nhiêu nhiệm vụ", id="v"),
        pytest.param("ho xo cua van phong", "ho so cua van phong", id="s without accents"),
        pytest.param("Fòng Quản lý công chình", "Phòng Quản lý công trình", id="f and ch"),
        pytest.param("kế hoạt này ai ký", "kế hoạch này ai ký", id="ch at the end"),
        pytest.param("sãn phẩm là gì", "sản phẩm là gì", id="the tone"),
        pytest.param("dơn vị nào", "đơn vị nào", id="a bar that was not typed"),
    ],
)
def test_a_word_is_read_as_it_was_meant(snapshot: Snapshot, typed: str, words: str) -> None:
    assert lookup(snapshot).heard_words.put_right(typed) == words


@pytest.mark.parametrize(
    "typed",
    [
        pytest.param("lao động người Lào", id="words of the plans"),
        pytest.param("gặp mặt bên Lào đưa về", id="a name that the plans have"),
        pytest.param("ăn cơm trưa xong chưa", id="a word of questions with its accents"),
        pytest.param("tháng chín có việc gì", id="a month"),
        pytest.param("ai lo nhung viec nay", id="a word of questions without accents"),
        pytest.param("xong roi moi lam", id="words of talk without accents"),
        pytest.param("kênh sương", id="words that nobody has beside each other"),
        pytest.param("phòng Lam Sơn", id="another name"),
        pytest.param("vì sếp cãi nhau hoài", id="talk that no plan has"),
        pytest.param("", id="nothing"),
    ],
)
def test_what_may_be_meant_as_it_is_stays(snapshot: Snapshot, typed: str) -> None:
    assert lookup(snapshot).heard_words.put_right(typed) == typed


@pytest.mark.parametrize(
    ("asked", "rows"),
    [
        pytest.param("Khoa Điện - Cơ trủ trì những diệc gì", ["2"], id="a list"),
        pytest.param("phòng lào nạo vét kênh mương lội đồng", ["1"], id="one row"),
        pytest.param("việc lào có Sở Lội vụ phối hợp", ["3"], id="a unit beside"),
    ],
)
def test_the_rows_are_told_that_were_asked_for(snapshot: Snapshot, asked: str, rows: list[str]) -> None:
    assert stts(ask(snapshot, asked)) == rows
