"""A list that was shown is gone on with inside it: rows of another unit among them, another time, all units."""

from dataclasses import replace
from datetime import date

import pytest
from asking import ask, numbers
from builders import a_deadline, a_loaded_plan, a_task

from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.model import DeadlineKind, Heading
from knowledge.reply import line_text

SPRING, SUMMER = a_deadline(date(2027, 3, 31), text="Quý I/2027"), a_deadline(date(2027, 6, 30), text="Quý II/2027")
DRYING, BAGGING = ("A. SẤY",), ("B. ĐÓNG GÓI",)


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    rows = [
        a_task(stt="1", task="Sấy lúa giống", lead=("Tổ Sấy",), coordinate=("Tổ Kho", "Tổ Xe"), deadline=SPRING,
               section=DRYING),
        a_task(stt="2", task="Đóng bao lúa giống", lead=("Tổ Kho",), coordinate=("Tổ Sấy",), deadline=SPRING,
               section=BAGGING),
        a_task(stt="3", task="Bảo dưỡng lò sấy", lead=("Tổ Sấy",), coordinate=("Tổ Điện",), deadline=SUMMER,
               section=DRYING),
        a_task(stt="4", task="Kiểm định hạt giống", lead=("Tổ Kho",), coordinate=(), deadline=SUMMER, section=BAGGING),
    ]  # fmt: skip
    heading = Heading(issuer="Trạm Giống Bàu Sen", title="Kế hoạch vụ xuân năm 2027", years=(2027,))
    other = Heading(issuer="Sở Thủy lợi", title="Kế hoạch thủy lợi năm 2027", years=(2027,))
    canals = [a_task(stt="9", task="Nạo vét kênh", lead=("Đội Kênh",), coordinate=("Tổ Kho",), deadline=SPRING)]
    return make_snapshot(
        [a_loaded_plan(rows, heading=heading), a_loaded_plan(canals, stem="kenh", source="kenh.txt", heading=other)]
    )


@pytest.mark.parametrize(
    ("turns", "rows"),
    [
        pytest.param(("Tổ Sấy chủ trì việc gì", "trong số đó việc nào Tổ Kho phối hợp"), "1", id="which it helps with"),
        pytest.param(("to say chu tri viec gi", "chi lay viec co to kho thoi"), "1", id="in either role"),
        pytest.param(("Tổ Sấy có việc gì", "lọc việc có Tổ Kho"), "12", id="filtered"),
        pytest.param(("Tổ Sấy có việc gì", "cái nào của Tổ Kho chủ trì"), "2", id="which of them"),
        pytest.param(("Tổ Sấy có việc gì", "trong đó việc nào Tổ Kho đứng chính"), "2", id="which it chairs"),
        pytest.param(("Tổ Sấy chủ trì việc gì", "trong đó việc nào Tổ Sấy phối hợp"), "2", id="its own other role"),
        pytest.param(("Tổ Sấy có việc gì", "phối hợp với Tổ Kho"), "12", id="what it does with another"),
        pytest.param(("Tổ Sấy có việc gì", "chủ trì cùng Tổ Kho"), "1", id="what it chairs with another"),
        pytest.param(("to say co viec gi", "viec nao lam chung voi to kho"), "12", id="which it does with another"),
        pytest.param(("Tổ Sấy có việc gì", "còn phối hợp với Tổ Kho thì sao"), "19", id="another list of who helps"),
        pytest.param(("Tổ Sấy có việc gì", "cái nào của Đội Kênh"), "9", id="which of another plan"),
        pytest.param(("Tổ Sấy phối hợp việc gì", "thế trong mấy việc đó việc nào do Tổ Kho chủ trì"), "2", id="of few"),
        pytest.param(("to say co viec gi", "trong day viec nao to kho phoi hop"), "1", id="in there, without accents"),
        pytest.param(("Tổ Sấy chủ trì việc gì", "mấy cái vừa kể cái nào có Tổ Kho"), "1", id="those just told"),
        pytest.param(("Tổ Sấy chủ trì việc gì", "mấy việc ấy có việc nào Tổ Kho phối hợp không"), "1", id="any"),
        pytest.param(("Tổ Sấy chủ trì việc gì", "trong số đấy cái nào có Tổ Kho tham gia cùng"), "1", id="has it"),
        pytest.param(("Tổ Sấy chủ trì việc gì", "từ danh sách trên, cái nào có Tổ Kho"), "1", id="from the list above"),
        pytest.param(("Tổ Sấy chủ trì việc gì", "trong năm này việc nào có Tổ Kho phối hợp"), "19", id="a year"),
        pytest.param(("Tổ Sấy chủ trì việc gì", "bỏ việc quý 2 ra. Còn lại việc nào Tổ Kho phối hợp"), "1", id="left"),
        pytest.param(("Tổ Sấy chủ trì việc gì", "bỏ việc quý 2 đi", "còn lại cái nào Tổ Kho phối hợp"), "1", id="rest"),
        pytest.param(("Tổ Sấy chủ trì việc gì", "trừ việc quý 2 ra, việc nào có Tổ Kho phối hợp"), "1", id="but some"),
        pytest.param(("Tổ Sấy chủ trì việc gì", "còn lại việc nào Tổ Kho chủ trì"), "24", id="of others"),
        pytest.param(("quý 2 có việc gì", "trong các việc trên việc nào Tổ Kho chủ trì"), "4", id="in its time"),
        pytest.param(("việc nào về lúa giống", "trong đó việc nào về đóng bao"), "2", id="by another topic"),
        pytest.param(("việc nào về lúa giống", "trong mấy việc đó việc nào về lò sấy"), "", id="by none of them"),
        pytest.param(("việc nào về lúa giống", "thế việc nào về lò sấy"), "3", id="another list by its topic"),
        pytest.param(("việc nào về lúa giống", "trong đó cái nào quý 1", "còn về kênh"), "9", id="then another topic"),
        pytest.param(("việc nào về lúa giống", "trong đó cái nào quý 1", "còn Đội Kênh làm gì"), "9", id="then a unit"),
        pytest.param(("Tổ Sấy chủ trì việc gì", "các việc trên cảm ơn, Tổ Kho chủ trì việc nào"), "24", id="thanks"),
        pytest.param(("Tổ Sấy chủ trì việc gì", "mấy việc đó nghe rồi, Tổ Kho thì sao"), "24", id="done with"),
        pytest.param(("Tổ Sấy chủ trì việc gì", "mấy việc đó em nắm rồi, còn Tổ Kho thì sao"), "24", id="and another"),
        pytest.param(("to say chu tri viec gi", "may viec do nghe roi, to kho thi sao"), "24", id="done, no accents"),
        pytest.param(("Tổ Sấy chủ trì việc gì", "mấy việc đó so với Tổ Kho thì sao"), "24", id="they beside another"),
        pytest.param(("Tổ Sấy chủ trì việc gì", "Ngoài tổ này, Tổ Kho phối hợp việc nào"), "9", id="but this unit"),
        pytest.param(("Tổ Điện phối hợp việc gì", "trừ quý 2, việc nào Tổ Kho chủ trì"), "2", id="but a time of any"),
        pytest.param(("Tổ Sấy chủ trì việc gì", "riêng Tổ Kho thôi"), "24", id="the other one alone"),
        pytest.param(("Tổ Sấy chủ trì việc gì", "so với Tổ Kho thì ai nhiều hơn"), "1234", id="set beside it"),
        pytest.param(("to say chu tri viec gi", "so voi to kho"), "1234", id="set beside it, and nothing else"),
        pytest.param(("Tổ Sấy chủ trì việc gì", "còn Tổ Kho"), "24", id="the other one"),
        pytest.param(("Tổ Sấy chủ trì việc gì", "Tổ Kho?"), "24", id="the other one and nothing else"),
        pytest.param(("quy 1 to say phoi hop viec gi", "to kho nua"), "19", id="in its role and time"),
        pytest.param(("Tổ Điện có việc gì", "ngoài việc đó còn phối hợp gì"), "", id="but those that were shown"),
        pytest.param(("to dien co viec gi", "ngoai viec do con phoi hop gi"), "", id="the same without accents"),
        pytest.param(("quý 1 Tổ Sấy có việc gì", "quý 2 nữa"), "3", id="another time"),
        pytest.param(("quý 2 Tổ Sấy có việc gì", "còn quý 1 thì toàn bộ các kế hoạch có gì"), "129", id="of all plans"),
        pytest.param(("quý 1 có việc gì", "phần của Tổ Kho được mấy việc"), "129", id="the share of a unit"),
        pytest.param(("quy 1 co viec gi", "phan cua to kho may viec"), "129", id="its share, without accents"),
        pytest.param(("Tổ Sấy có việc gì", "ở phần đóng gói thì giao thêm gì nữa"), "2", id="of a part of the plan"),
        pytest.param(("quý 2 Tổ Kho có việc gì", "quý 1 trong tất cả các kế hoạch"), "129", id="within all plans"),
        pytest.param(("Tổ Sấy chủ trì việc gì", "tất cả các kế hoạch luôn"), "13", id="its own in all plans"),
        pytest.param(("Tổ Sấy chủ trì việc gì", "quý 2 thì có việc nào"), "3", id="a time set beside it"),
        pytest.param(("Tổ Sấy chủ trì việc gì", "quý 2 có mấy"), "3", id="a time and how many"),
        pytest.param(("Tổ Sấy chủ trì việc gì", "của quý 2"), "3", id="of a time"),
        pytest.param(("Tổ Sấy chủ trì việc gì", "quý 2 có việc nào"), "34", id="a question of its own"),
        pytest.param(("quý 1 Tổ Sấy có việc gì", "cả năm luôn"), "123", id="a wider time takes its place"),
        pytest.param(("quý 1 Tổ Sấy có việc gì", "thêm cả năm nữa"), "123", id="more that holds what was shown"),
        pytest.param(("quý 1 Tổ Sấy có việc gì", "gộp cả năm vào"), "123", id="all of it put together"),
        pytest.param(("quý 1 Tổ Sấy có việc gì", "thêm năm 2027 nữa"), "123", id="the year by its number"),
        pytest.param(("quý 1 Tổ Sấy có việc gì", "thêm quý 2 nữa", "cộng luôn cả năm"), "123", id="more and more"),
        pytest.param(("quý 1 Tổ Sấy chủ trì việc gì", "thêm quý 2 nữa"), "13", id="another time beside it"),
        pytest.param(("Tổ Sấy có việc gì", "còn cái nào Tổ Kho lo"), "24", id="which others"),
        pytest.param(("to say co viec gi", "the cai nao to kho lam"), "1249", id="which others, without accents"),
        pytest.param(("Tổ Sấy có việc gì", "vậy trong đó cái nào Tổ Kho chủ trì"), "2", id="then which of them"),
        pytest.param(("Tổ Sấy chủ trì việc gì", "quý 2 thì ai lo"), "34", id="who, in another time"),
        pytest.param(("quý 1 Tổ Sấy chủ trì việc gì", "thế cả trạm thì sao"), "12", id="the whole office"),
        pytest.param(("quy 1 to say chu tri viec gi", "ca tram luon di, quy 2 co viec gi"), "34", id="in another time"),
        pytest.param(("quý 1 Tổ Sấy chủ trì việc gì", "cả Tổ Kho nữa"), "12", id="a unit comes to it"),
        pytest.param(("mục A có những việc gì", "lọc cái nào có Tổ Kho"), "1", id="of a heading by its letter"),
        pytest.param(("mục A có những việc gì", "mục B thì sao"), "24", id="another heading"),
    ],
)
def test_a_list_is_gone_on_with_inside_it(snapshot: Snapshot, turns: tuple[str, ...], rows: str) -> None:
    assert numbers(ask(snapshot, *turns)) == rows


@pytest.fixture(scope="module")
def worded() -> Snapshot:
    always = a_deadline(text="Thường xuyên", kind=DeadlineKind.ONGOING)
    approved, led = a_deadline(text="Theo tiến độ được duyệt"), a_deadline(text="Theo hướng dẫn của trạm trên")
    told = enumerate((SPRING, always, approved, led, SUMMER), start=1)
    rows = [a_task(stt=str(no), task=f"Gieo thửa {no}", lead=("Tổ Mạ",), deadline=due) for no, due in told]
    return make_snapshot([a_loaded_plan(rows)])


@pytest.mark.parametrize(
    ("turns", "rows"),
    [
        pytest.param(("việc nào hạn ghi theo hướng dẫn", "còn kiểu theo tiến độ được duyệt thì mấy việc"), "3",
                     id="another wording"),
        pytest.param(("việc nào hạn ghi theo hướng dẫn", 'thế "theo tiến độ" thì sao'), "3", id="its first words"),
        pytest.param(("viec nao han ghi theo huong dan", "con kieu theo tien do thi may viec"), "3", id="no accents"),
        pytest.param(("việc nào hạn ghi theo hướng dẫn", "còn loại ghi thường xuyên thì mấy việc"), "2", id="a rhythm"),
        pytest.param(("việc nào thường xuyên", "còn mấy việc ghi quý II"), "5", id="as it is printed"),
        pytest.param(("Tổ Mạ có việc gì hạn quý I", "còn loại thường xuyên"), "2", id="at no time of before"),
        pytest.param(("Việc quý I", "thế việc thường xuyên của Tổ Mạ"), "2", id="at no time, of a unit"),
        pytest.param(("việc nào thường xuyên", "còn quý II thì sao"), "5", id="at a time"),
        pytest.param(("việc nào thường xuyên", "quý II"), "5", id="at a time alone"),
        pytest.param(("việc của Tổ Mạ thường xuyên", "quý II có gì"), "5", id="at a time that is asked of"),
        pytest.param(("viec nao thuong xuyen", "quy ii thi sao"), "5", id="at a time, no accents"),
        pytest.param(("việc quý I của Tổ Mạ", "việc thường xuyên"), "2", id="at no time, in two words"),
        pytest.param(("việc quý I của Tổ Mạ", "thường xuyên có gì"), "2", id="at no time, what there is"),
        pytest.param(("viec quy I cua to ma", "thuong xuyen thi sao"), "2", id="at no time, no accents"),
        pytest.param(("Tổ Mạ có việc gì hạn quý I", "trong đó việc nào thường xuyên"), "", id="inside, at that time"),
        pytest.param(("Tổ Mạ có việc gì", "loại thường xuyên ra"), "1345", id="left out"),
        pytest.param(("Tổ Mạ có việc gì", "thế loại thường xuyên ra còn mấy việc"), "1345", id="left out behind it"),
        pytest.param(("Tổ Mạ có việc gì", "the loai viec thuong xuyen di"), "1345", id="left out, no accents"),
        pytest.param(("Tổ Mạ có việc gì", "vậy loại quý I ra thì sao"), "2345", id="a time left out"),
        pytest.param(("Tổ Mạ có việc gì hạn quý I", "vậy thời hạn thì sao"), "1", id="a field is no wording"),
        pytest.param(("việc nào thường xuyên quý I", "còn quý II"), "", id="both were said"),
        pytest.param(("việc nào thường xuyên", "trong quý II có không"), "", id="only narrowed"),
        pytest.param(("Tổ Mạ có việc gì", "cái nào phải làm trước"), "1", id="which comes first"),
        pytest.param(("Tổ Mạ có việc gì", "vậy việc nào xong sau cùng"), "5", id="which comes last"),
        pytest.param(("to ma co viec gi", "cai nao lam truoc tien"), "1", id="which comes first, no accents"),
        pytest.param(("Tổ Mạ có việc gì", "cái nào xong trước tháng 5"), "1", id="before a time"),
        pytest.param(("tháng 3 có mấy việc đến hạn cả thảy", "thế tháng 6"), "5", id="in all"),
    ],
)  # fmt: skip
def test_a_list_is_gone_on_with_by_when_its_rows_are_due(worded: Snapshot, turns: tuple[str, ...], rows: str) -> None:
    assert numbers(ask(worded, *turns)) == rows


def test_the_last_of_a_quarter_is_so_by_its_days_in_that_quarter() -> None:
    monthly = a_deadline(text="Ngày 20 hằng tháng", kind=DeadlineKind.PERIODIC)
    dues = enumerate((SPRING, SUMMER, replace(monthly, recur="monthly 20")), start=1)
    snapshot = make_snapshot([a_loaded_plan([a_task(stt=str(no), deadline=due) for no, due in dues])])
    assert numbers(ask(snapshot, "Quý II có việc gì", "trong đó cái nào sau cùng")) == "2"
    assert numbers(ask(snapshot, "quý II việc nào đến hạn sớm nhất")) == "3"


@pytest.mark.parametrize("said", ["còn hướng dẫn của trạm", "thế hướng dẫn của trạm thì sao", "con huong dan cua tram"])
def test_a_matter_that_some_deadline_names_is_no_wording_of_it(worded: Snapshot, said: str) -> None:
    assert "thời hạn “" not in line_text(ask(worded, "Tổ Mạ có việc gì", said).head[0])


def test_the_first_line_tells_what_was_kept(snapshot: Snapshot) -> None:
    said = ask(snapshot, "Tổ Sấy chủ trì việc gì", "trong số đó việc nào Tổ Kho phối hợp")
    assert line_text(said.head[0]) == "Có 1 nhiệm vụ Tổ Sấy chủ trì mà Tổ Kho phối hợp:"


@pytest.mark.parametrize(
    ("turns", "first"),
    [
        pytest.param(("Tổ Sấy chủ trì việc gì", "trong đó ai phối hợp nhiều nhất"),
                     "Tổ Kho; Tổ Xe; Tổ Điện phối hợp nhiều nhiệm vụ Tổ Sấy chủ trì nhất: 1", id="who helps it"),
        pytest.param(("to say phoi hop viec gi", "trong may viec do ai chu tri nhieu nhat"),
                     "Tổ Kho chủ trì nhiều nhiệm vụ Tổ Sấy phối hợp nhất: 1", id="who chairs them"),
        pytest.param(("Tổ Xe phối hợp việc gì", "trong cả kế hoạch đơn vị nào chủ trì nhiều nhất"),
                     "Tổ Sấy; Tổ Kho chủ trì nhiều nhiệm vụ nhất: 2", id="who of the whole plan"),
        pytest.param(("Tổ Sấy phối hợp việc gì", "ai chủ trì nhiều nhất"), "Tổ Sấy; Tổ Kho chủ trì nhiều",
                     id="who of all"),
        pytest.param(("việc nào về lúa giống", "trong đó việc nào về đóng bao"),
                     "Có 1 nhiệm vụ về “đóng bao” thuộc các nhiệm vụ vừa nêu:", id="that it is of the rows shown"),
    ],
)  # fmt: skip
def test_the_first_line_tells_which_rows_are_meant(snapshot: Snapshot, turns: tuple[str, ...], first: str) -> None:
    assert line_text(ask(snapshot, *turns).head[0]).startswith(first)
