"""A comparison in a turn of its own has for its sides what was asked about before: units, times, rows, figures."""

from datetime import date

import pytest
from asking import ask
from builders import a_deadline, a_loaded_plan, a_task

from knowledge.language.text import folded
from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.model import Heading, Target
from knowledge.reply import line_text

SPRING, SUMMER = a_deadline(date(2027, 3, 31), text="Quý I/2027"), a_deadline(date(2027, 6, 30), text="Quý II/2027")
LATE = a_deadline(date(2027, 6, 10))
KILN, STORE = ("Tổ Sấy",), ("Tổ Kho",)
ROWS = [
    a_task(stt="1", task="Sấy lúa giống", lead=KILN, coordinate=STORE, deadline=SPRING),
    a_task(stt="2", task="Đóng bao lúa giống", lead=STORE, coordinate=(), deadline=SUMMER),
    a_task(stt="3", task="Bảo dưỡng lò than", lead=KILN, coordinate=(), deadline=LATE),
    a_task(stt="4", task="Kiểm định hạt giống", lead=KILN, coordinate=(), deadline=SUMMER),
    a_task(
        stt="5",
        task="Xịt rầy ruộng giống đợt 1",
        lead=("Tổ Đồng",),
        coordinate=(),
        budget="45 triệu đồng",
        deadline=a_deadline(date(2027, 9, 10)),
    ),
    a_task(
        stt="6",
        task="Xịt rầy ruộng giống đợt 2",
        lead=("Tổ Đồng",),
        coordinate=(),
        budget="55 triệu đồng",
        deadline=a_deadline(date(2027, 11, 10)),
    ),
    a_task(
        stt="7",
        task="Cày ải ruộng giống đợt 2",
        lead=("Tổ Nước",),
        coordinate=(),
        budget="5 triệu đồng",
        deadline=a_deadline(date(2027, 12, 10)),
    ),
]
TARGETS = (
    Target("Tỷ lệ hạt nảy mầm đạt 92%", ("92%",)),
    Target("Tỷ lệ bao bì tái chế đạt 45%", ("45%",)),
)


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    heading = Heading(issuer="Trạm Giống Bàu Sen", title="Kế hoạch vụ xuân năm 2027", years=(2027,))
    return make_snapshot([a_loaded_plan(ROWS, heading=heading, targets=TARGETS)])


KILN_MORE = ["Tổ Sấy chủ trì nhiều hơn 2 nhiệm vụ.", "Tổ Sấy: 3 nhiệm vụ", "Tổ Kho: 1 nhiệm vụ"]
SUMMER_MORE = ["quý II/2027 có nhiều hơn 2 nhiệm vụ.", "quý I/2027: 1 nhiệm vụ", "quý II/2027: 3 nhiệm vụ"]


@pytest.mark.parametrize(
    ("turns", "head"),
    [
        pytest.param(("Tổ Sấy chủ trì mấy việc", "so với Tổ Kho thì sao"), KILN_MORE, id="set beside it"),
        pytest.param(("to say chu tri may viec", "the so voi to kho"), KILN_MORE, id="opened, without accents"),
        pytest.param(("Tổ Sấy chủ trì mấy việc", "Tổ Kho thì sao", "ai nhiều hơn"), KILN_MORE, id="the last two"),
        pytest.param(("to say chu tri viec gi", "con to kho", "vay ben nao nhieu viec hon"), KILN_MORE,
                     id="the last two lists"),
        pytest.param(("quý 1 có mấy việc đến hạn", "so với quý 2 thì quý nào nhiều hơn"), SUMMER_MORE, id="times"),
        pytest.param(("quý 1 có mấy việc đến hạn", "còn quý 2", "quý nào nhiều hơn"), SUMMER_MORE,
                     id="the times of the last two"),
        pytest.param(("Tổ Sấy chủ trì mấy việc", "còn Tổ Kho thì sao, ít hơn mấy việc"), KILN_MORE, id="one alone"),
        pytest.param(("to say chu tri may viec", "to kho nhieu hon hay it hon"), KILN_MORE, id="alone, more or fewer"),
        pytest.param(("quý 1 có mấy việc đến hạn", "quý 2 có nhiều hơn không"), SUMMER_MORE, id="one time alone"),
    ],
)  # fmt: skip
def test_lists_of_two_turns_are_set_beside_each_other(snapshot: Snapshot, turns: tuple[str, ...],
                                                      head: list[str]) -> None:  # fmt: skip
    assert [line_text(each) for each in ask(snapshot, *turns).head] == head


@pytest.mark.parametrize(
    ("turns", "first"),
    [
        pytest.param(("Tổ Sấy chủ trì mấy việc", "Tổ Kho thì sao"), "Có 1 nhiệm vụ Tổ Kho chủ trì", id="the other"),
        pytest.param(("quý 1 Tổ Sấy chủ trì việc gì", "cả năm thì ai chủ trì nhiều nhất"),
                     "Tổ Sấy chủ trì nhiều nhiệm vụ nhất: 3", id="the whole year, and who has most"),
        pytest.param(("quý 1 Tổ Kho chủ trì việc gì", "ca nam thi to nao nhieu nhat"),
                     "Tổ Sấy chủ trì nhiều nhiệm vụ nhất: 3", id="of all units, not of the one before"),
        pytest.param(("quý 1 Tổ Sấy chủ trì việc gì", "cả năm luôn"), "Có 3 nhiệm vụ Tổ Sấy chủ trì", id="no ranking"),
        pytest.param(("sấy lúa giống hạn nào", "còn đóng bao", "cái nào xong trước"),
                     "“Sấy lúa giống” đến hạn trước, sớm hơn 91 ngày", id="two rows that were asked about"),
        pytest.param(("hạt nảy mầm mấy %", "bao bì tái chế thì sao", "cái nào cao hơn"),
                     "“Tỷ lệ hạt nảy mầm đạt 92%” cao hơn: 92% so với 45%", id="two figures"),
        pytest.param(("hạt nảy mầm mấy %", "bao bì tái chế thì sao", "chênh nhau bao nhiêu"),
                     "“Tỷ lệ hạt nảy mầm đạt 92%” cao hơn: 92% so với 45%, hơn 47 điểm phần trăm", id="how far apart"),
        pytest.param(("sấy lúa giống hạn nào", "còn đóng bao", "cách nhau bao lâu"),
                     "“Sấy lúa giống” đến hạn trước, sớm hơn 91 ngày", id="how far two days are apart"),
        pytest.param(("sấy lúa giống hạn nào", "ai chủ trì"), "Chủ trì: Tổ Sấy", id="one row"),
        pytest.param(("xịt rầy đợt 1 kinh phí bao nhiêu", "đợt 2 hơn bao nhiêu"),
                     "“Xịt rầy ruộng giống đợt 2” nhiều hơn 10 triệu đồng", id="another turn of the row, and its sum"),
        pytest.param(("xịt rầy đợt 1 kinh phí bao nhiêu", "đợt 2 chênh bao nhiêu"),
                     "“Xịt rầy ruộng giống đợt 2” nhiều hơn 10 triệu đồng", id="how far apart two sums are"),
        pytest.param(("xịt rầy đợt 1 kinh phí bao nhiêu", "đợt 2 lệch nhau bao nhiêu"),
                     "“Xịt rầy ruộng giống đợt 2” nhiều hơn 10 triệu đồng", id="the same in another word"),
        pytest.param(("xịt rầy đợt 2 kinh phí bao nhiêu", "đợt 1 kém bao nhiêu"),
                     "“Xịt rầy ruộng giống đợt 2” nhiều hơn 10 triệu đồng", id="what falls short"),
        pytest.param(("xịt rầy đợt 1 kinh phí bao nhiêu", "đợt 2 hơn mấy triệu vậy em"),
                     "“Xịt rầy ruộng giống đợt 2” nhiều hơn 10 triệu đồng", id="a word of sums behind"),
        pytest.param(("xịt rầy đợt 1 kinh phí bao nhiêu", "đợt 2 hơn bao nhiêu đơn vị"),
                     "Chưa tìm thấy nội dung này", id="what is counted behind is no sum"),
        pytest.param(("xịt rầy đợt 1 kinh phí bao nhiêu", "đợt 2 chênh mấy tháng"),
                     "“Xịt rầy ruộng giống đợt 1” đến hạn trước", id="nor is time"),
        pytest.param(("xit ray dot 1 kinh phi bao nhieu", "dot 2 nhieu hon khong"),
                     "“Xịt rầy ruộng giống đợt 2” nhiều hơn 10 triệu đồng", id="the same without accents"),
        pytest.param(("Tổ Sấy chủ trì mấy việc", "quý 1 hơn bao nhiêu"), "Có 1 nhiệm vụ Tổ Sấy chủ trì", id="a part"),
        pytest.param(("Tổ Kho chủ trì mấy việc", "Tổ Sấy chủ trì nhiều hơn hay phối hợp nhiều hơn"),
                     "Tổ Sấy (chủ trì) có nhiều hơn 3", id="both roles of one unit"),
        pytest.param(("quý 1 có mấy việc đến hạn", "trong quý 2 tổ nào nhiều việc hơn"),
                     "Trong các nhiệm vụ đến hạn trong quý II/2027", id="units within another time"),
    ],
)  # fmt: skip
def test_what_is_not_set_beside_each_other_stays_as_it_is(snapshot: Snapshot, turns: tuple[str, ...],
                                                          first: str) -> None:  # fmt: skip
    assert line_text(ask(snapshot, *turns).head[0]).startswith(first)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        pytest.param("Tổ Sấy chủ trì mấy việc, Tổ Kho chủ trì mấy việc", KILN_MORE[0], id="units"),
        pytest.param("Tổ Sấy chủ trì mấy việc còn Tổ Kho mấy", KILN_MORE[0], id="the second in short"),
        pytest.param("to say chu tri bao nhieu viec con to kho bao nhieu viec", KILN_MORE[0], id="without accents"),
        pytest.param("quý 1 với quý 2 quý nào dồn việc hơn", SUMMER_MORE[0], id="which is busier"),
        pytest.param("quý 1 bao nhiêu việc đến hạn, quý 2 bao nhiêu", SUMMER_MORE[0], id="times"),
        pytest.param("Tổ Sấy chủ trì mấy việc phối hợp với Tổ Kho mấy việc", "Có 1 nhiệm vụ", id="with another"),
        pytest.param("Tổ Sấy và Tổ Kho chủ trì bao nhiêu việc", "Có 4 nhiệm vụ", id="counted together"),
        pytest.param("Tổ Sấy và Tổ Kho quý 1 mấy việc, quý 2 mấy việc", "Có 4 nhiệm vụ", id="units together"),
        pytest.param("năm 2027 mấy việc đến hạn, trong đó quý 2 mấy việc", "Có 3 nhiệm vụ", id="a time in another"),
        pytest.param("quý 2 Tổ Sấy mấy việc, Tổ Kho mấy việc", "Tổ Sấy có nhiều hơn 1 nhiệm vụ.", id="one time"),
    ],
)
def test_counts_that_are_asked_of_each_are_two_sides(snapshot: Snapshot, text: str, first: str) -> None:
    assert line_text(ask(snapshot, text).head[0]).startswith(first)


@pytest.mark.parametrize("plain", [True, False], ids=["accents", "none"])
@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("quý 1 Tổ Sấy chủ trì mấy việc, Tổ Kho quý 2 chủ trì mấy việc", (("quý I", 1), ("quý II", 1))),
        ("Tổ Sấy chủ trì mấy việc quý 2, Tổ Kho chủ trì mấy việc quý 1", (("quý II", 2), ("quý I", 0))),
        ("Tổ Sấy chủ trì mấy việc hạn quý 1, Tổ Kho chủ trì mấy việc hạn năm 2027", (("quý I", 1), ("năm 2027", 1))),
    ],
)
def test_each_unit_is_counted_in_its_own_time(snapshot: Snapshot, text: str, counts: tuple[tuple[str, int], ...],
                                              plain: bool) -> None:  # fmt: skip
    said = [line_text(each) for each in ask(snapshot, text if plain else folded(text)).head[1:]]
    assert [each.removesuffix(" nhiệm vụ").replace("/2027", "") for each in said] == [
        f"{unit}, {time}: {count}" for unit, (time, count) in zip(("Tổ Sấy", "Tổ Kho"), counts, strict=True)
    ]


def test_a_side_without_rows_has_them_in_no_role(snapshot: Snapshot) -> None:
    said = ask(snapshot, "Tổ Sấy mấy việc quý 1, Tổ Kho mấy việc tháng 9")
    assert [line_text(each) for each in said.head[1:]] == [
        "Tổ Sấy, quý I/2027: 1 nhiệm vụ (chủ trì 1)",
        "Tổ Kho, tháng 9/2027: 0 nhiệm vụ",
    ]


@pytest.mark.parametrize(
    ("turns", "first"),
    [
        pytest.param(("Tổ Sấy dù chủ trì hay phối hợp có mấy việc", "còn Tổ Kho"), "Có 2 nhiệm vụ Tổ Kho",
                     id="another unit"),
        pytest.param(("Tổ Kho dù chính hay phụ có việc gì", "chủ trì thôi"), "Có 1 nhiệm vụ Tổ Kho chủ trì",
                     id="another role"),
        pytest.param(("Tổ Kho chủ trì việc gì", "chủ trì hay phối hợp đều được"), "Có 2 nhiệm vụ Tổ Kho",
                     id="either role"),
        pytest.param(("bất kể chính hay phụ, Tổ Sấy hay Tổ Kho nhiều việc hơn",), "Tổ Sấy có nhiều hơn 1 nhiệm vụ.",
                     id="compared"),
        pytest.param(("Tổ Kho dù chính hay phụ có việc gì",),
                     "Có 2 nhiệm vụ Tổ Kho chủ trì hoặc phối hợp (chủ trì 1, chỉ phối hợp 1)", id="told apart"),
    ],
)  # fmt: skip
def test_in_either_role_says_no_more_than_the_role(snapshot: Snapshot, turns: tuple[str, ...], first: str) -> None:
    assert line_text(ask(snapshot, *turns).head[0]).startswith(first)
