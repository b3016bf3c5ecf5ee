"""Lists without rows that are told by what they are about, and rows that only must not be forgotten."""

from datetime import date

import pytest
from asking import ask, numbers
from builders import a_deadline, a_loaded_plan, a_task

from knowledge.language.text import folded
from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.model import DeadlineKind, Heading
from knowledge.reply import plain

MARKET, SAFE = "A. Chợ và cửa hàng", "B. An toàn thực phẩm"
TRADE, HEALTH = "Phòng Thương mại", "Trạm Y tế"
ONGOING = a_deadline(text="Thường xuyên", kind=DeadlineKind.ONGOING)
WAITING = a_deadline(text="Sau khi có công văn trả lời của Bộ Xây dựng", kind=DeadlineKind.CONDITIONAL)

ROWS = [
    a_task(stt="1", task="Sửa mái chợ cũ", section=(MARKET,), lead=(TRADE,), result="Biên bản", deadline=WAITING),
    a_task(stt="2", task="Dời sạp hàng ở chợ cũ", section=(MARKET,), lead=(TRADE,), result="Báo cáo",
           deadline=a_deadline(date(2027, 6, 30), text="Quý II/2027")),
    a_task(stt="3", task="Kiểm định cân đồng hồ", section=(MARKET,), lead=(TRADE,), coordinate=(HEALTH,),
           result="Tem kiểm định", deadline=a_deadline(date(2027, 9, 15), text="15/9/2027")),
    a_task(stt="4", task="Lấy mẫu nước đá", section=(SAFE,), lead=(HEALTH,), coordinate=(TRADE,),
           result="Báo cáo", deadline=ONGOING),
    a_task(stt="5", task="Dạy rửa tay", section=(SAFE,), lead=(HEALTH,), result="03 lớp", deadline=ONGOING),
    a_task(stt="6", task="Khám bếp ăn", section=(SAFE,), lead=(TRADE,), coordinate=(HEALTH,), result="Biên bản",
           deadline=a_deadline(text="Hằng tháng", kind=DeadlineKind.PERIODIC)),
]  # fmt: skip


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    title = "Kế hoạch Bảo đảm an toàn thực phẩm và phát triển chợ tỉnh Bình Minh năm 2027"
    heading = Heading(issuer="UBND phường Bình Minh", title=title, years=(2027,))
    return make_snapshot([a_loaded_plan(ROWS, heading=heading)])


CASES = [
    ("Phòng Thương mại chủ trì những gì, trừ mấy việc phải chờ công văn của Bộ Xây dựng nha", "236"),
    ("Phòng Thương mại chủ trì những việc nào, trừ mấy cái liên quan tới chợ cũ ra", "36"),
    ("Phòng Thương mại chủ trì những việc nào, bỏ mấy việc dính tới chợ cũ", "36"),
    ("Phòng Thương mại chủ trì việc gì, trừ chuyện kiểm định", "126"),
    ("Phòng Thương mại chủ trì việc gì, bỏ vụ khám bếp ăn ra", "123"),
    ("Phòng Thương mại chủ trì việc gì, đừng tính mấy việc an toàn thực phẩm", "123"),  # a heading, and of the title
    ("phần chợ và cửa hàng có bao nhiêu việc, bỏ mấy việc ra báo cáo", "13"),
    ("Trạm Y tế có mấy việc, mấy cái thường xuyên trơn thì thôi", "36"),
    ("Trạm Y tế có mấy việc, mấy cái thường xuyên suông khỏi kể", "36"),
    ("Phòng Thương mại chủ trì việc gì, trừ mấy cái ghi quý II", "136"),
    ("Phòng Thương mại chủ trì việc gì, trừ mấy việc hàng ở chợ", "136"),  # "chợ" is no "cho"
    ("Phòng Thương mại chủ trì việc gì, trừ mấy việc bếp chợ", "1236"),  # of which no row is
    ("Phòng Thương mại chủ trì việc gì, trừ mấy việc kéo dài tới quý III", "126"),
    ("Phòng Thương mại chủ trì việc gì, bỏ khám bếp ăn và cân đồng hồ ra", "12"),  # each a matter of its own
    ("Phòng Thương mại chủ trì việc gì, trừ dời sạp hàng với khám bếp ăn", "13"),
    ("ngoài kiểm định cân đồng hồ còn việc gì của Phòng Thương mại", "1246"),
    ("giao luôn cho em danh sách việc Trạm Y tế", "3456"),
    # what only must not be forgotten narrows nothing
    ("Phòng Thương mại chủ trì việc gì, đừng bỏ việc hằng tháng nhé", "1236"),
    ("Phòng Thương mại chủ trì việc gì, đừng quên mấy việc thường xuyên nha", "1236"),
    # but it is what is asked for where nothing else is
    ("đừng bỏ sót việc nào có sản phẩm là báo cáo nha", "24"),
    ("liệt kê đừng bỏ sót việc hằng tháng nào", "6"),
    ("đừng bỏ sót việc thường xuyên, của Trạm Y tế là việc nào", "45"),
    # two counts are two sides
    ("có mấy việc thường xuyên, mấy việc hằng tháng", "456"),
    ("việc nào không phải báo cáo", "1356"),
]
JOINED = [
    ("phần chợ và cửa hàng với phần an toàn thực phẩm cộng lại mấy việc", "123456"),
    ("mục an toàn thực phẩm, việc nào của Trạm Y tế", "456"),
    ("việc nào Trạm Y tế làm phụ cho Phòng Thương mại", "36"),
    ("việc nào Trạm Y tế chỉ phụ thôi, Phòng Thương mại mới là chính", "36"),
    ("việc nào giao thẳng cho Phòng Thương mại chủ trì, Trạm Y tế chỉ p/h thôi", "36"),
    ("việc nào Phòng Thương mại phụ cho Trạm Y tế", "4"),
    ("tháng 9 Phòng Thương mại phải làm xong cái gì vậy ta, tính luôn cả mấy việc ghi quý II", "23"),
    ("tháng 9 Phòng Thương mại phải làm xong cái gì, không tính cả mấy việc ghi quý II", "3"),
    ("quý 3 có việc gì, đừng tính cái kéo qua tháng 9", ""),
    ("thg 9 phải xong việc nào", "3"),
    ("thg9 có việc nào tới hạn", "3"),
    ("việc nào phải xong trong tháng 9/2027, trước khi qua năm mới", "3"),
    ("việc nào phải xong trong năm 2027, tức là trước khi sang năm mới", "23"),
    ("đến quý 2 thì có việc nào phải xong ngay trong quý đó", "2"),
    ("đến tháng 9 thì có việc nào phải xong trong tháng đấy", "3"),
    ("những chỗ nào ghi Trạm Y tế phải phối hợp", "36"),
    ("cái nào có dính tới Trạm Y tế dù là làm chính hay phụ thì kể hết", "3456"),
    ("Trạm Y tế có việc gì, chủ trì hay phối hợp đều được", "3456"),
    ("Trạm Y tế chủ trì hay phối hợp đều được", "3456"),
    ("dù là chính hay phụ, việc nào không có Trạm Y tế", "12"),
    ("dù làm chính hay phụ thì trừ Trạm Y tế ra, Phòng Thương mại có mấy việc", "12"),
    ("ngoài Phòng Thương mại, Trạm Y tế còn làm gì", "3456"),
    ("ngoài Phòng Thương mại, Trạm Y tế còn phải chủ trì mấy việc", "45"),
    ("dòng nào ghi tên cả Trạm Y tế lẫn Phòng Thương mại, chủ trì hay phối hợp đều tính", "346"),
    ("chỗ nào ghi đích danh Trạm Y tế", "3456"),
    ("viec nao ghi dich danh ben Tram Y te di phoi hop", "36"),
    ("việc nào vừa cần Trạm Y tế vừa cần Phòng Thương mại vào cuộc", "346"),
    ("việc nào vừa phải gọi Trạm Y tế vừa phải gọi Phòng Thương mại", "346"),
    ("việc nào Trạm Y tế hoặc Phòng Thương mại làm, chủ trì hay phối hợp đều được", "123456"),
    ("việc nào phải ngồi chờ bộ có công văn rồi mới làm được", "1"),
    ("tổng hợp giùm: tháng 9 có việc nào tới hạn", "3"),
    ("Trạm Y tế chủ trì bao nhiêu việc để anh còn báo lại mấy xã", "45"),
]


@pytest.mark.parametrize(("text", "wanted"), JOINED, ids=[text for text, _ in JOINED])
def test_what_is_joined_in_a_question_is_read_together(snapshot: Snapshot, text: str, wanted: str) -> None:
    said = ask(snapshot, text)
    assert numbers(said) == wanted
    assert not said.tentative, plain(said)


@pytest.mark.parametrize(("text", "wanted"), CASES, ids=[text for text, _ in CASES])
def test_a_list_is_without_what_was_described(snapshot: Snapshot, text: str, wanted: str) -> None:
    said = ask(snapshot, text)
    assert numbers(said) == wanted
    assert not said.tentative, plain(said)


@pytest.mark.parametrize(("text", "wanted"), CASES, ids=[text for text, _ in CASES])
def test_it_is_so_without_accents_too(snapshot: Snapshot, text: str, wanted: str) -> None:
    assert numbers(ask(snapshot, folded(text))) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Phòng Thương mại chủ trì việc gì, khỏi kể mấy việc tào lao",
        "Phòng Thương mại chủ trì việc gì, gạt mấy vụ lặt vặt qua một bên",
        "Trạm Y tế chủ trì việc gì, trừ vụ dạy rửa chân tay",  # which may be one of its rows
    ],
)
def test_what_no_row_is_about_leaves_nothing_out_and_is_named(snapshot: Snapshot, text: str) -> None:
    said = ask(snapshot, text)
    assert said.tentative
    assert "nên danh sách không bỏ nhiệm vụ nào" in plain(said)


@pytest.mark.parametrize(
    ("turns", "wanted"),
    [
        pytest.param(("Phòng Thương mại có việc gì", "thế chủ trì một mình thì việc nào"), "1236", id="which rows"),
        pytest.param(("Trạm Y tế có việc gì", "một mình chủ trì thôi"), "45", id="the words first"),
    ],
)
def test_whoever_a_list_is_of_has_rows_alone(snapshot: Snapshot, turns: tuple[str, ...], wanted: str) -> None:
    said = ask(snapshot, *turns)
    assert (numbers(said), said.tentative) == (wanted, False)


def test_an_end_of_a_time_that_names_none_is_named(snapshot: Snapshot) -> None:
    said = ask(snapshot, "từ nay tới hè Phòng Thương mại phải làm gì")
    assert said.tentative
    assert "Chưa hiểu “hè”" in plain(said)
    assert not ask(snapshot, "tính tới thời điểm này Phòng Thương mại có việc gì quá hạn").tentative


def test_a_word_of_another_sentence_leaves_nothing_out(snapshot: Snapshot) -> None:
    said = ask(snapshot, "quý 2 có việc nào đến hạn không, tính tất cả các kế hoạch")
    assert numbers(said) == "2"
    assert not said.tentative


def test_a_unit_that_is_told_and_named_again_is_said_once(snapshot: Snapshot) -> None:
    said = ask(snapshot, "em làm ở Trạm Y tế, coi giúp những dòng nào có ghi Trạm Y tế chủ trì với")
    assert numbers(said) == "45"
    assert plain(said).startswith("Có 2 nhiệm vụ Trạm Y tế chủ trì:")


def test_a_cell_is_left_open_only_where_a_plan_has_its_column() -> None:
    dear = [a_task(stt="7", task="Sơn cổng", budget="12 triệu đồng"), a_task(stt="8", task="Trồng cỏ")]
    plans = [a_loaded_plan(dear, stem="co"), a_loaded_plan(ROWS, stem="khong", source="khong.txt")]
    assert numbers(ask(make_snapshot(plans), "việc nào chưa ghi kinh phí")) == "8"
    assert numbers(ask(make_snapshot(plans[1:]), "việc nào chưa ghi kinh phí")) == "123456"
