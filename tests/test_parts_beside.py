"""Rows that a question names one after the other, in whatever words: the rows decide whether they are one or more."""

from datetime import date

import pytest
from asking import ask, stts
from builders import a_deadline, a_loaded_plan, a_task

from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.model import Heading
from knowledge.questions.lookup import lookup
from knowledge.questions.parts_said import fields_beside
from knowledge.questions.question import understand
from knowledge.questions.reading import Reading
from knowledge.reply import line_text

PORT = [
    a_task(stt="1", task="Sơn lại phao tiêu luồng tàu", lead=("Đội Hoa tiêu",), coordinate=(),
           deadline=a_deadline(date(2027, 5, 10)), result="40 phao"),
    a_task(stt="2", task="Thay cần cẩu bến số 3", lead=("Phòng Cơ giới",), coordinate=(),
           deadline=a_deadline(date(2027, 9, 30)), result="01 cần cẩu"),
    a_task(stt="3", task="Nạo vét, khơi thông cửa luồng phía nam", lead=("Đội Nạo vét",), coordinate=(),
           deadline=a_deadline(date(2027, 6, 30)), result="90.000 m3"),
    a_task(stt="4", task="Kiểm đếm kho hàng lạnh đợt 1", lead=("Tổ Kho",), coordinate=(),
           deadline=a_deadline(date(2027, 3, 31))),
    a_task(stt="5", task="Kiểm đếm kho hàng lạnh đợt 2", lead=("Tổ Kho",), coordinate=(),
           deadline=a_deadline(date(2027, 11, 30))),
    a_task(stt="6", task="Tập huấn thợ lặn cứu hộ", lead=("Phòng Cơ giới",), coordinate=(),
           deadline=a_deadline(date(2027, 8, 15)), result="03 lớp"),
]  # fmt: skip


@pytest.fixture(scope="module")
def port() -> Snapshot:
    heading = Heading(number="8/KH-CBN", issuer="Cảng Bãi Nhạn", title="Kế hoạch khai thác", years=(2027,))
    return make_snapshot([a_loaded_plan(PORT, heading=heading)])


@pytest.mark.parametrize(
    ("text", "rows", "head"),
    [
        pytest.param("sơn phao tiêu bên nào lo, còn thay cần cẩu bên nào", ["1", "2"], "Chủ trì khác nhau",
                     id="asks each"),
        pytest.param("sơn phao tiêu luồng tàu, tập huấn thợ lặn: mỗi cái hạn nào", ["1", "6"],
                     "“Sơn lại phao tiêu luồng tàu” đến hạn trước", id="a comma"),
        pytest.param("thay cần cẩu và tập huấn thợ lặn là hai phòng khác nhau làm hay cùng một phòng", ["2", "6"],
                     "Chủ trì giống nhau: Phòng Cơ giới", id="one room or two"),
        pytest.param("sơn phao tiêu so với tập huấn thợ lặn thì bên nào xong sớm hơn", ["1", "6"],
                     "“Sơn lại phao tiêu luồng tàu” đến hạn trước, sớm hơn 97 ngày", id="sooner"),
        pytest.param("phao tiêu luồng tàu do ai, cần cẩu bến do ai, thợ lặn cứu hộ do ai", ["1", "2", "6"],
                     "Chủ trì khác nhau", id="three"),
        pytest.param("hai đợt kiểm đếm kho lạnh cách nhau mấy tháng", ["4", "5"],
                     "“Kiểm đếm kho hàng lạnh đợt 1” đến hạn trước, sớm hơn 244 ngày", id="two turns of one thing"),
        pytest.param("hai đợt kiểm đếm kho lạnh ra bao nhiêu kho", ["4", "5"], "Sản phẩm từng việc",
                     id="what comes out of each turn"),
        pytest.param("kiểm đếm kho lạnh đợt 1, đợt 2 hạn ngày nào", ["4", "5"],
                     "“Kiểm đếm kho hàng lạnh đợt 1” đến hạn trước", id="turns by their numbers"),
        pytest.param("nạo vét, khơi thông cửa luồng phía nam ai làm", ["3"], "Chủ trì: Đội Nạo vét",
                     id="one row that has a comma"),
        pytest.param("kiểm đếm kho lạnh đợt 2 hạn ngày nào", ["5"], "Thời hạn: ", id="one turn"),
        pytest.param("anh em phân vân không biết nên dồn sức cho sơn phao tiêu hay cho thay cần cẩu, việc nào gấp hơn",
                     ["1", "2"], "“Sơn lại phao tiêu luồng tàu” đến hạn trước", id="a story ahead"),
        pytest.param("đang tính làm việc thay cần cẩu hay việc tập huấn thợ lặn trước, hai việc ấy hạn khác nhau sao",
                     ["2", "6"], "“Tập huấn thợ lặn cứu hộ” đến hạn trước", id="pointed back at"),
        pytest.param("so hạn sơn phao tiêu với tập huấn thợ lặn giúp anh", ["1", "6"],
                     "“Sơn lại phao tiêu luồng tàu” đến hạn trước", id="set beside by so"),
        pytest.param("tập huấn thợ lặn cách thay cần cẩu bến số 3 mấy ngày", ["2", "6"],
                     "“Tập huấn thợ lặn cứu hộ” đến hạn trước, sớm hơn 46 ngày", id="how far from"),
        pytest.param("sơn phao tiêu luồng tàu với tập huấn thợ lặn cái nào hạn dài hơn", ["1", "6"],
                     "“Sơn lại phao tiêu luồng tàu” đến hạn trước", id="a longer deadline"),
        pytest.param("sơn phao tiêu luồng tàu trước hay sau tập huấn thợ lặn", ["1", "6"],
                     "“Sơn lại phao tiêu luồng tàu” đến hạn trước", id="before or behind, without a verb"),
        pytest.param("cảng có hai việc một việc sơn phao tiêu một việc thay cần cẩu, việc nào xong trước hả cháu",
                     ["1", "2"], "“Sơn lại phao tiêu luồng tàu” đến hạn trước", id="one by one"),
        pytest.param("kho bãi cô thấy có mấy đợt một đợt sơn phao tiêu một đợt đem tập huấn thợ lặn rồi "
                     "đợt nào tới trước vậy con ngày nào với ngày nào", ["1", "6"],
                     "“Sơn lại phao tiêu luồng tàu” đến hạn trước", id="one by one behind a story"),
        pytest.param("sơn phao tiêu với thay cần cẩu cái nào hạn sát hơn", ["1", "2"],
                     "“Sơn lại phao tiêu luồng tàu” đến hạn trước", id="a deadline of whatever degree"),
    ],
)  # fmt: skip
def test_each_part_that_finds_a_row_of_its_own_is_told_of(
    port: Snapshot, text: str, rows: list[str], head: str
) -> None:
    said = ask(port, text)
    assert sorted(stts(said)) == rows
    assert line_text(said.head[0]).startswith(head)


@pytest.mark.parametrize(
    ("text", "rows", "head"),
    [
        pytest.param("tập huấn thợ lặn với thay cần cẩu bến số 3, khâu nào xong trước", ["6", "2"],
                     "“Tập huấn thợ lặn cứu hộ” đến hạn trước, sớm hơn 46 ngày", id="whatever is compared"),
        pytest.param("thay cần cẩu bến số 3 trễ hơn tập huấn thợ lặn mấy ngày", ["2", "6"],
                     "“Tập huấn thợ lặn cứu hộ” đến hạn trước, sớm hơn 46 ngày", id="later than"),
        pytest.param("sơn phao tiêu tháng mấy, tập huấn thợ lặn tháng mấy", ["1", "6"],
                     "“Sơn lại phao tiêu luồng tàu” đến hạn trước", id="which month each"),
        pytest.param("sơn phao tiêu luồng tàu, thay cần cẩu bến số 3, tập huấn thợ lặn: hạn từng việc", ["1", "2", "6"],
                     "Sớm nhất là “Sơn lại phao tiêu luồng tàu”, muộn nhất là “Thay cần cẩu bến số 3”",
                     id="the first and the last of three"),
        pytest.param("sơn phao tiêu luồng tàu với tập huấn thợ lặn, bên nào nhiều lớp hơn", ["1", "6"],
                     "Sản phẩm từng việc", id="what only one has is not measured"),
    ],
)  # fmt: skip
def test_what_sets_them_apart_stands_first(port: Snapshot, text: str, rows: list[str], head: str) -> None:
    said = ask(port, text)
    assert stts(said) == rows
    assert line_text(said.head[0]).startswith(head)


def test_two_measures_are_both_told(port: Snapshot) -> None:
    said = ask(port, "sơn phao tiêu luồng tàu với tập huấn thợ lặn: bên nào nhiều hơn, bên nào xong trước")
    assert [line_text(line).rpartition(" hơn")[0].rpartition("” ")[2] for line in said.head] == [
        "đến hạn trước, sớm", "nhiều",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "field"),
    [
        pytest.param("báo động đỏ và họp giao ban cách nhau bao lâu", "deadline", id="a word like one of money"),
        pytest.param("chi trả tiền và phát thẻ cách nhau mấy tháng", "deadline", id="time, though money is named"),
        pytest.param("mua xe và mua tàu chênh nhau bao nhiêu tiền", "budget", id="money"),
        pytest.param("mua xe với mua tàu khoản nào lớn hơn", "budget", id="a sum"),
        pytest.param("mua xe với mua tàu bên nào đông thợ máy hơn", "result", id="things of two words"),
        pytest.param("mua xe va mua tau chenh nhau bao nhieu dong", "budget", id="no accents"),
        pytest.param("so tiền mua xe với tiền mua tàu", "budget", id="a sum before each"),
        pytest.param(
            "mua xe bao nhiêu tiền, còn mua tàu thì sao, cái nào cao hơn", "budget", id="the more of what is asked"
        ),
        pytest.param("thi thợ giỏi cách mở cửa kho mấy tuần", "deadline", id="one from the other"),
    ],
)
def test_what_is_measured_between_two(port: Snapshot, text: str, field: str) -> None:
    query = understand(text, Reading(lookup(port), date(2027, 3, 1)), plans=(0,))
    assert fields_beside(query, text)[0].value == field


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param("sơn phao tiêu, kiểm tra cần cẩu bến số 3 ai làm", ["1", "2"], id="another thing to do"),
        pytest.param("sơn phao tiêu, tập huấn thợ nề cứu hộ ai làm", ["1", "6"], id="other people"),
    ],
)
def test_rows_that_lack_a_word_of_their_part_are_asked_back(port: Snapshot, text: str, rows: list[str]) -> None:
    said = ask(port, text)
    assert (stts(said), said.tentative) == (rows, True)


def test_how_many_days_apart_two_are_asks_for_no_figure_of_theirs(port: Snapshot) -> None:
    said = ask(port, "sơn phao tiêu luồng tàu và tập huấn thợ lặn cứu hộ cách nhau bao nhiêu ngày")
    assert len(said.head) == 1


@pytest.mark.parametrize(
    ("turns", "rows"),
    [
        pytest.param(
            ("sơn phao tiêu với tập huấn thợ lặn", "cái nào trước, cách nhau ra sao"), ["1", "6"], id="the shown"
        ),
        pytest.param(("sơn phao tiêu, tập huấn thợ lặn", "hai việc này ai làm"), ["1", "6"], id="a field of both"),
        pytest.param(
            ("sơn phao tiêu ai làm", "với tập huấn thợ lặn thì ai làm, hạn nào"), ["1", "6"], id="and another"
        ),
    ],
)
def test_what_was_shown_is_gone_on_about(port: Snapshot, turns: tuple[str, ...], rows: list[str]) -> None:
    assert sorted(stts(ask(port, *turns))) == rows


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("mua phao tiêu: bán, cho thuê ai tập huấn", id="a verb that a row has is no other thing"),
        pytest.param("bán vé tàu đợt 1, đợt 2 hạn ngày nào", id="their numbers alone"),
    ],
)
def test_no_rows_are_told_for_what_no_row_is_of(port: Snapshot, text: str) -> None:
    said = ask(port, text)
    assert said.abstained or said.tentative


@pytest.fixture(scope="module")
def offices() -> Snapshot:
    north = Heading(number="5/KH-UBND", issuer="UBND xã Đồi Mơ", title="Kế hoạch Chuyển đổi số năm 2027", years=(2027,))
    south = Heading(
        number="6/KH-UBND", issuer="UBND xã Bến Trâu", title="Kế hoạch Chuyển đổi số năm 2027", years=(2027,)
    )
    rows = [[a_task(stt=stt, task="Lắp wifi công cộng tại chợ", lead=(lead,), coordinate=(), objective=aim,
                    deadline=a_deadline(date(2027, month, 28)))]
            for stt, lead, month, aim in (("1", "Phòng Kinh tế", 4, "Đạt 60% hộ dân có mạng"),
                                          ("2", "Đoàn Thanh niên", 9, "Đạt 75% hộ dân có mạng"))]  # fmt: skip
    return make_snapshot(
        [a_loaded_plan(rows[0], stem="bac", heading=north), a_loaded_plan(rows[1], stem="nam", heading=south)]
    )


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("lắp wifi chợ ở xã Đồi Mơ và ở xã Bến Trâu thì hai bên giao cho ai, có giống nhau không",
                     id="who, and if it is the same"),
        pytest.param("lắp wifi chợ: xã Đồi Mơ với xã Bến Trâu xong lúc nào, mỗi bên ai lo", id="each"),
        pytest.param("Lắp wifi chợ ở xã Đồi Mơ (2027) và ở xã Bến Trâu (2027) do ai chủ trì, hai nơi giống nhau không",
                     id="what only counts the plans"),
        pytest.param("lắp wifi chợ thì bên xã Đồi Mơ giao ai soạn, con bên xã Bến Trâu giao ai, có giống nhau không",
                     id="a word beside what asks, and one that leads to a plan"),
    ],
)  # fmt: skip
def test_one_matter_of_two_offices_is_told_of_both(offices: Snapshot, text: str) -> None:
    said = ask(offices, text)
    assert stts(said) == ["1", "2"]
    assert not said.tentative


def test_a_matter_that_no_plan_has_is_not_left_out_behind_the_plans(offices: Snapshot) -> None:
    said = ask(offices, "lắp đặt ở xã Đồi Mơ và xã Bến Trâu về phòng cháy ai chủ trì, hai nơi khác không")
    assert said.abstained or said.tentative


def test_a_figure_is_set_beside_that_of_another_plan_in_the_next_turn(offices: Snapshot) -> None:
    turns = ("xã Đồi Mơ bao nhiêu phần trăm hộ dân có mạng", "đặt cạnh kế hoạch xã Bến Trâu thì cái nào cao hơn")
    said = ask(offices, *turns)
    assert stts(said) == ["1", "2"]
    assert "75%" in line_text(said.head[0])


@pytest.mark.parametrize(
    ("turn", "head"),
    [
        pytest.param("so với wifi của xã Bến Trâu thì bên nào xong trước", "UBND xã Đồi Mơ năm 2027 đến hạn trước",
                     id="with a word of the matter"),
        pytest.param("đem so với xã Bến Trâu thì sao", "UBND xã Đồi Mơ năm 2027 đến hạn trước", id="the office alone"),
        pytest.param("z so vs xã Bến Trâu thì có lệch tháng hong ạ", "UBND xã Đồi Mơ năm 2027 đến hạn trước",
                     id="in short, by what it is asked"),
        pytest.param("còn xã Bến Trâu thì sao, có giống không?", "UBND xã Đồi Mơ năm 2027 đến hạn trước",
                     id="whether it is the same"),
    ],
)  # fmt: skip
def test_a_row_is_set_beside_that_of_another_plan_in_the_next_turn(offices: Snapshot, turn: str, head: str) -> None:
    said = ask(offices, "lắp wifi công cộng ở chợ xã Đồi Mơ khi nào xong", turn)
    assert stts(said) == ["1", "2"]
    assert line_text(said.head[0]).startswith(head)


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        pytest.param("tập huấn thợ lặn cứu hộ và bắn pháo hoa mừng xuân ai làm", "bắn pháo hoa mừng xuân", id="joined"),
        pytest.param("tập huấn thợ lặn cứu hộ ai làm, còn xây lò than thì ai", "xây lò than", id="asks each"),
        pytest.param("tập huấn thợ lặn cứu hộ ai làm, để em còn gọi điện báo cáo sếp", "", id="talk behind it"),
        pytest.param("em chưa rõ việc này lắm, tập huấn thợ lặn cứu hộ ai làm", "", id="talk before it"),
        pytest.param("tập huấn thợ lặn cứu hộ ai làm, phòng cứu nạn biển phối hợp ai", "", id="a unit"),
        pytest.param("tập huấn thợ lặn cứu hộ ai làm, kiểm xem có chắc chắn không", "", id="talk that asks"),
        pytest.param("tập huấn thợ lặn cứu hộ ai làm, kế hoạch số bao nhiêu", "", id="the plan itself"),
        pytest.param("tập huấn thợ lặn, cứu hộ tàu cá ai làm", "", id="a phrase of the plan"),
    ],
)
def test_of_two_things_the_one_that_no_row_has_is_named(port: Snapshot, text: str, lost: str) -> None:
    said = ask(port, text)
    notes = [line_text(line) for line in said.head if "hỏi riêng" in line_text(line)]
    assert notes == ([f"Chưa rõ kế hoạch có nội dung “{lost}” không, đề nghị hỏi riêng nội dung này."] if lost else [])
    assert len(stts(said)) == 1
    assert said.tentative or not lost


def test_the_second_of_two_things_is_told_not_to_be_found(port: Snapshot) -> None:
    said = ask(port, "sơn phao tiêu, dạy lái xe nâng ai làm")
    assert (stts(said), said.tentative) == (["1"], True)
    assert any("“dạy lái xe nâng”" in line_text(line) for line in said.head)


def test_a_row_that_is_called_a_day_is_no_time() -> None:
    rows = [
        a_task(task="Ngày chạy Olympic toàn dân", stt="1", deadline=a_deadline(date(2027, 3, 26), text="26/3/2027")),
        a_task(task="Ngày Sách và Văn hóa đọc", stt="2", deadline=a_deadline(date(2027, 4, 21), text="21/4/2027")),
    ]
    said = ask(make_snapshot([a_loaded_plan(rows)]), "chạy olympic tổ chức trước hay sau ngày sách")
    assert line_text(said.head[0]).startswith("“Ngày chạy Olympic toàn dân” đến hạn trước")
