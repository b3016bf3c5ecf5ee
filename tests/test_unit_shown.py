"""A unit that a later turn points at, calls by less than its name, or asks about in place of the one before."""

from datetime import date

import pytest
from asking import ask, stts
from builders import a_deadline, a_loaded_plan, a_task

from knowledge.language.text import folded
from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.model import Heading
from knowledge.reply import plain

SUMMER = a_deadline(date(2027, 6, 30), text="Quý II/2027")
AUTUMN = a_deadline(date(2027, 9, 30), text="Quý III/2027")


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    rows = [
        a_task(task="Cắm mốc hành lang bảo vệ bờ sông", stt="1", lead=("Sở Xây dựng",), deadline=SUMMER,
               coordinate=("Sở Tài chính", "UBND xã Tân Lộc")),
        a_task(task="Cân đối vốn nạo vét luồng lạch", stt="2", lead=("Sở Tài chính",), coordinate=("Sở Xây dựng",),
               deadline=AUTUMN),
        a_task(task="Dạy bơi cho thiếu nhi vùng ngập", stt="3", lead=("Đoàn Thanh niên",), coordinate=(),
               deadline=SUMMER),
        a_task(task="Soát xét quy chế neo đậu tàu thuyền", stt="4", lead=("Sở Tư pháp", "Thanh tra tỉnh"),
               coordinate=("Sở Xây dựng",), deadline=AUTUMN),
        a_task(task="Quét bản vẽ kè cũ", stt="5", lead=("Tổ Công nghệ",), coordinate=("Các tổ",), deadline=AUTUMN),
    ]  # fmt: skip
    return make_snapshot([a_loaded_plan(rows)])


@pytest.mark.parametrize(
    ("turns", "expected"),
    [
        pytest.param(("Sở Tài chính có được nhắc trong kế hoạch không", "vậy họ đứng chủ trì những dòng nào"), ["2"],
                     id="named in a question that was not answered"),
        pytest.param(("Sở Tài chính có phối hợp cắm mốc bờ sông không", "thế còn việc họ tự chủ trì gồm những gì"),
                     ["2"], id="claimed to have a part"),
        pytest.param(("Sở Tư pháp có việc gì", "Đoàn Thanh niên thì sao, họ chủ trì mấy việc"), ["3"], id="named"),
        pytest.param(("Ai dạy bơi cho thiếu nhi?", "họ còn chủ trì việc gì nữa"), ["3"], id="told in the answer"),
        pytest.param(("cắm mốc bờ sông ai phối hợp với Sở Xây dựng", "họ chủ trì việc gì"), ["2"],
                     id="told in the answer, not named in the question"),
        pytest.param(("Ai quét bản vẽ kè cũ?", "Tổ đó được giao những việc gì tất cả?"), ["5"], id="tasks given"),
        pytest.param(("Tổ Công nghệ có việc gì", "liệt kê việc của tổ cho chị"), ["5"], id="by the kind alone"),
        pytest.param(("Sở Tài chính chủ trì việc gì", "ngoài ra sở còn phối hợp gì"), ["1"], id="and by its role"),
        pytest.param(("Ai soát xét quy chế neo đậu tàu thuyền", "hai bên đó có việc gì trong bảng"), ["4"], id="both"),
        pytest.param(("Ai quét bản vẽ kè cũ?", "hai đơn vị đó làm gì nữa"), ["5"], id="two said of one"),
        pytest.param(("Ai cân đối vốn nạo vét", "cả ba bên đó chủ trì việc gì"), ["2"], id="three said of two"),
        pytest.param(("Ai soát xét quy chế neo đậu tàu thuyền", "cả ba bên đó chủ trì việc gì"), ["1", "4"],
                     id="those who chair and one that helps"),
        pytest.param(("Ai chủ trì cắm mốc bờ sông", "hai đơn vị đó chủ trì việc gì"), ["2"], id="the role of two"),
        pytest.param(("Ai cắm mốc bờ sông", "liệt kê việc của sở"), ["1", "2", "4"], id="by the kind alone, of a row"),
        pytest.param(("Sở Tài chính có phối hợp cắm mốc bờ sông không", "sở chủ trì việc gì"), ["2"], id="opened so"),
        pytest.param(("Ai cắm mốc bờ sông", "liệt kê việc sở chủ trì"), ["1"], id="by the kind behind its work"),
        pytest.param(("Ai phối hợp cắm mốc bờ sông", "hai đơn vị đó có việc chung nào nữa không"), ["1"],
                     id="what two have in common"),
        pytest.param(("Ai cắm mốc bờ sông", "các đơn vị phối hợp đó chủ trì việc gì"), ["2"], id="by their role"),
        pytest.param(("Ai phối hợp cắm mốc bờ sông", "đơn vị chủ trì đó chủ trì việc gì"), ["1"], id="the other"),
        pytest.param(("Ai cắm mốc bờ sông", "sở còn việc gì trong quý 2"), ["1"], id="in a time"),
        pytest.param(("Ai cắm mốc bờ sông", "việc của sở trong quý 2"), ["1"], id="by the kind alone, in a time"),
        pytest.param(("Sở Tài chính với Sở Xây dựng làm gì", "hai sở có việc gì chung"), ["1", "2"], id="counted"),
        pytest.param(("Sở Tài chính với Sở Xây dựng làm gì", "hai sở đó chung việc nào"), ["1", "2"], id="in common"),
        pytest.param(("Ai cân đối vốn nạo vét", "hai sở đó chủ trì việc gì"), ["1", "2"], id="chair and who helps"),
        pytest.param(("Ai cắm mốc bờ sông", "ba đơn vị đó có việc gì chung"), ["1"], id="all of a row"),
        pytest.param(("Ai cắm mốc bờ sông", "hai sở đó có việc gì chung"), ["1", "2"], id="all of a kind of a row"),
        pytest.param(("Sở Tài chính chủ trì việc gì", "việc nào sở phối hợp"), ["1"], id="behind what is asked for"),
        pytest.param(("Sở Tài chính với Sở Tư pháp làm gì", "việc chung của hai sở"), [], id="none in common"),
        pytest.param(("Sở Tài chính với Sở Xây dựng có việc gì chung",), ["1", "2"], id="in common, named"),
        pytest.param(("Sở Tài chính với Sở Xây dựng có việc chung gì không",), ["1", "2"],
                     id="with another interrogative"),
    ],
)  # fmt: skip
def test_a_unit_that_is_pointed_at_is_the_one_of_the_turn_before(
    snapshot: Snapshot, turns: tuple[str, ...], expected: list[str]
) -> None:
    assert stts(ask(snapshot, *turns)) == expected


@pytest.mark.parametrize(
    "said", ["phòng đó làm gì", "hai đơn vị đó chủ trì việc gì", "don vi ay phoi hop viec gi", "ban có việc gì"]
)
def test_a_list_says_so_where_nobody_is_pointed_at(snapshot: Snapshot, said: str) -> None:
    answer = ask(snapshot, said)
    assert answer.tentative
    assert "Chưa hiểu" in plain(answer)


@pytest.mark.parametrize("said", ["các việc trừ việc của Đoàn", "việc nào không phải của Đoàn", "viec khong cua Doan"])
def test_a_unit_that_is_left_out_and_called_as_its_kind_is_understood(said: str) -> None:
    rows = [a_task(stt="1", lead=("Đoàn",), coordinate=()), a_task(stt="2", lead=("Phòng B",), coordinate=())]
    answer = ask(make_snapshot([a_loaded_plan(rows)]), said)
    assert (stts(answer), answer.tentative) == (["2"], False)


@pytest.mark.parametrize(
    "said", ["trừ việc của Sở Tài chính ra thì còn việc gì", "ngoài việc của sở", "còn việc không phải của sở thì sao"]
)
def test_the_unit_of_a_list_that_is_left_out_next_is_that_of_the_list_no_more(snapshot: Snapshot, said: str) -> None:
    answer = ask(snapshot, "Sở Tài chính chủ trì việc gì", said)
    assert plain(answer).startswith("Có 3 nhiệm vụ không do Sở Tài chính chủ trì hoặc phối hợp:")
    assert stts(answer) == ["3", "4", "5"]


@pytest.mark.parametrize("said", ["Những việc phải xong trong quý 2", "các việc có hạn trong quý 3", "sở phải làm gì"])
def test_what_counts_rows_and_the_office_of_the_plan_is_no_unit_that_is_pointed_at(said: str) -> None:
    rows = [a_task(stt="1", lead=("Phòng A",), deadline=SUMMER), a_task(stt="2", lead=("Phòng B",), deadline=AUTUMN)]
    heading = Heading(number="1/KH-SNV", issuer="Sở Nội vụ", title="Kế hoạch năm 2027", years=(2027,))
    assert not ask(make_snapshot([a_loaded_plan(rows, heading=heading)]), said).tentative


def test_who_chairs_is_no_unit_of_the_turn_before(snapshot: Snapshot) -> None:
    answer = ask(snapshot, "Sở Tài chính chủ trì việc gì", "đơn vị chủ trì dạy bơi là ai")
    assert plain(answer).startswith("Chủ trì: Đoàn Thanh niên")


@pytest.mark.parametrize("said", ["còn bên Tài chính", "thế tài chính thì sao", "còn Sở Tài chính"])
def test_the_rest_of_a_name_is_a_unit_of_the_kind_before(snapshot: Snapshot, said: str) -> None:
    assert plain(ask(snapshot, "Sở Tư pháp chủ trì việc gì", said)).startswith("Có 1 nhiệm vụ Sở Tài chính chủ trì")


@pytest.mark.parametrize("said", ["Còn Vụ Thư viện?", "thế Phòng Lưu trữ thì sao", "còn Cục Kiểm ngư"])
def test_a_unit_that_no_plan_has_is_not_put_for_the_one_before(snapshot: Snapshot, said: str) -> None:
    answer = ask(snapshot, "Sở Tư pháp chủ trì việc gì", said)
    assert answer.abstained
    assert "không giao nhiệm vụ nào" in plain(answer)


def test_a_matter_that_is_asked_behind_a_list_of_a_unit_is_no_unit(snapshot: Snapshot) -> None:
    assert stts(ask(snapshot, "Sở Tư pháp chủ trì việc gì", "còn vụ dạy bơi?")) == ["3"]


@pytest.mark.parametrize("accents", [True, False], ids=["accents", "none"])
@pytest.mark.parametrize(
    ("said", "row"),
    [("còn phòng, chống hạn mặn", "6"), ("còn phòng ngừa cháy rừng", "7"), ("thế cơ sở dữ liệu đất thì sao", "8")],
)
def test_work_that_begins_like_the_kind_of_a_unit_is_no_unit(said: str, row: str, *, accents: bool) -> None:
    works = ["Phòng, chống hạn mặn", "Phòng ngừa cháy rừng", "Dọn cơ sở dữ liệu đất đai"]
    rows = [a_task(task=work, stt=str(at), lead=("Sở Tư pháp",), coordinate=()) for at, work in enumerate(works, 6)]
    lists = a_task(task="Cân đối vốn", stt="9", lead=("Phòng Tài vụ",), coordinate=())
    both = make_snapshot([a_loaded_plan([*rows, lists])])
    assert stts(ask(both, "Phòng Tài vụ chủ trì việc gì", said if accents else folded(said))) == [row]


@pytest.mark.parametrize("said", ["dòng họ nào được hỗ trợ", "ghi rõ họ tên ai soát xét"])
def test_a_clan_and_a_full_name_point_at_nobody(snapshot: Snapshot, said: str) -> None:
    assert "Đoàn Thanh niên" not in plain(ask(snapshot, "Ai dạy bơi cho thiếu nhi?", said)).splitlines()[0]


def test_the_row_that_was_told_is_left_out_where_it_is_pointed_at(snapshot: Snapshot) -> None:
    answer = ask(snapshot, "Ai cắm mốc hành lang bờ sông?", "ngoài cái đó ra họ còn phối hợp việc gì")
    assert stts(answer) == ["2", "4"]
    assert "không kể nhiệm vụ vừa nêu" in plain(answer).splitlines()[0]


@pytest.mark.parametrize("added", ["kể cả cái vừa nói", "tính luôn cả việc đó"])
def test_what_is_left_out_and_added_again_is_of_the_list(snapshot: Snapshot, added: str) -> None:
    answer = ask(
        snapshot, "Ai cắm mốc hành lang bờ sông?", f"ngoài cái đó ra họ chủ trì tất cả những việc nào, {added}"
    )
    assert stts(answer) == ["1"]
