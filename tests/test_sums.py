"""What plans cost beside each other: as each says it itself, else as its rows come to."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from asking import ask, stts
from builders import a_loaded_plan, a_task

from knowledge.answers.answer import Answer
from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.model import Heading, Passage
from knowledge.reply import plain

QUESTION = "Bảo tàng Ninh Lộc với xã Mường Khoa bên nào nhiều tiền hơn"
MUSEUM = Heading(number="21/KH-BTNL", issuer="Bảo tàng Ninh Lộc", place="Ninh Lộc", title="Kế hoạch", years=(2027,))
COMMUNE = replace(MUSEUM, number="04/KH-UBND", issuer="UBND xã Mường Khoa", place="Mường Khoa")


def compared(said: Sequence[str], budget: str | None = "700 triệu đồng", asked: str = QUESTION) -> Answer:
    passages = tuple(Passage(text, ("III. KINH PHÍ",)) for text in said)
    museum = a_loaded_plan([a_task(task="Trưng bày gốm cổ")], stem="bao-tang", heading=MUSEUM, passages=passages)
    commune = a_loaded_plan([a_task(task="Đắp kè suối", budget=budget)], stem="xa", heading=COMMUNE)
    return ask(make_snapshot([museum, commune]), asked)


@pytest.mark.parametrize(
    ("said", "cost"),
    [
        pytest.param(["Tổng kinh phí là 2.150 triệu đồng."], "2.150 triệu đồng", id="the sum alone"),
        pytest.param(["Tổng kinh phí năm 2027 là 2,15 tỷ đồng."], "2,15 tỷ đồng", id="behind a year"),
        pytest.param(["Tổng kinh phí cho 12 việc: 2.150.000.000 đ"], "2.150.000.000 đ", id="behind a count"),
        pytest.param(["Tổng kinh phí: 2 150 000 000 đồng."], "2 150 000 000 đồng", id="thousands apart by spaces"),
        pytest.param(
            ["Kinh phí mỗi lớp 5 triệu đồng.", "Tổng kinh phí là 900 triệu đồng."], "900 triệu đồng", id="behind a part"
        ),
    ],
)
def test_a_plan_costs_what_it_says_it_costs_in_all(said: Sequence[str], cost: str) -> None:
    assert f"Bảo tàng Ninh Lộc có kinh phí nhiều hơn: {cost}." in plain(compared(said))


@pytest.mark.parametrize(
    "asked",
    [
        pytest.param(
            "tổng kinh phí giữa Bảo tàng Ninh Lộc và xã Mường Khoa bên nào nhiều hơn", id="of which there is more"
        ),
        pytest.param("kinh phí của Bảo tàng Ninh Lộc so với xã Mường Khoa bên nào lớn hơn", id="a degree of any kind"),
        pytest.param("Bảo tàng Ninh Lộc với xã Mường Khoa nơi nào nhiều tiền hơn, hơn mấy triệu", id="by how much"),
        pytest.param("so sánh tổng kinh phí kế hoạch của Bảo tàng Ninh Lộc với của xã Mường Khoa", id="set beside"),
    ],
)
def test_plans_are_told_beside_each_other_with_what_sets_them_apart(asked: str) -> None:
    said = plain(compared(["Tổng kinh phí là 2.150 triệu đồng."], asked=asked))
    assert "Bảo tàng Ninh Lộc có kinh phí nhiều hơn: 2.150 triệu đồng." in said
    assert "Chênh lệch: 1.450 triệu đồng." in said


@pytest.mark.parametrize(
    "asked",
    [
        pytest.param("cộng các kế hoạch lại tổng kinh phí bao nhiêu", id="added up"),
        pytest.param("gop het may ke hoach lai thi tong kinh phi la bao nhieu", id="without accents"),
        pytest.param("tất cả các kế hoạch hết bao nhiêu tiền", id="all of them"),
    ],
)
def test_what_all_plans_cost_is_added_up_and_said_of_each(asked: str) -> None:
    said = plain(compared(["Tổng kinh phí là 2.150 triệu đồng."], asked=asked))
    assert said.startswith("Tổng kinh phí: 2.850 triệu đồng, cộng từ 2 kế hoạch:")
    assert "700 triệu đồng (cộng từ 1 nhiệm vụ" in said
    assert "Không ghi kinh phí" not in said


def test_a_plan_without_a_sum_is_named_where_all_are_added_up() -> None:
    said = plain(
        compared(["Tổng kinh phí là 2.150 triệu đồng."], None, "cộng các kế hoạch lại tổng kinh phí bao nhiêu")
    )
    assert "cộng từ 1 kế hoạch" in said
    assert "Không ghi kinh phí" in said


@pytest.mark.parametrize("asked", ["tất cả kế hoạch có bao nhiêu việc có kinh phí", "gom các kế hoạch lại có mấy việc"])
def test_rows_of_all_plans_are_counted_where_they_are_asked_for(asked: str) -> None:
    assert "Tổng kinh phí" not in plain(compared(["Tổng kinh phí là 2.150 triệu đồng."], asked=asked))


@pytest.mark.parametrize(
    "asked",
    [
        pytest.param("Bảo tàng Ninh Lộc với xã Mường Khoa bên nào nhiều việc hơn", id="rows"),
        pytest.param(
            "trưng bày gốm cổ của Bảo tàng Ninh Lộc với đắp kè suối của xã Mường Khoa cái nào tốn hơn", id="matters"
        ),
    ],
)
def test_no_whole_plans_are_set_beside_each_other_where_more_is_said(asked: str) -> None:
    assert "có kinh phí nhiều hơn" not in plain(compared(["Tổng kinh phí là 2.150 triệu đồng."], asked=asked))


_LISTS = ("Phòng Kho có việc gì", "việc nào tốn trên 100 triệu")
_OF_PLANS = "tổng kinh phí của Bảo tàng Ninh Lộc với xã Mường Khoa bên nào lớn hơn"


def _two_offices(stated: str = "Tổng kinh phí là 2.150 triệu đồng.") -> Snapshot:
    """A plan that says what it costs, and one that states no sum."""
    rows = [a_task(task="Trưng bày gốm cổ", stt="1", lead=("Phòng Kho",), budget="30 triệu đồng"),
            a_task(task="Dựng rạp", stt="2", lead=("Phòng Vé",), budget="130 triệu đồng")]  # fmt: skip
    passages = (Passage(stated, ("III. KINH PHÍ",)),)
    museum = a_loaded_plan(rows, stem="bao-tang", heading=MUSEUM, passages=passages)
    own = (Passage("Kinh phí do ngân sách xã bảo đảm.", ("III. KINH PHÍ",)),)
    commune = a_loaded_plan([a_task(task="Đắp kè suối")], stem="xa", heading=COMMUNE, passages=own)
    return make_snapshot([museum, commune])


@pytest.mark.parametrize("before", _LISTS)
def test_whole_plans_carry_nothing_of_a_list_before(before: str) -> None:
    said = plain(ask(_two_offices(), before, _OF_PLANS))
    assert "Bảo tàng Ninh Lộc: 2.150 triệu đồng." in said
    assert "Không ghi kinh phí: Kế hoạch số 04/KH-UBND của UBND xã Mường Khoa." in said


@pytest.mark.parametrize("other", ["còn Bảo tàng Ninh Lộc", "con bao tang ninh loc", "Bảo tàng Ninh Lộc thì sao"])
def test_another_plan_behind_them_is_asked_what_it_costs(other: str) -> None:
    answer = ask(_two_offices(), _OF_PLANS, other)
    assert plain(answer).startswith("Tổng kinh phí là 2.150 triệu đồng.")


@pytest.mark.parametrize("asked", ["so sánh kinh phí của Bảo tàng Ninh Lộc với xã Mường Khoa", _OF_PLANS])
def test_plans_without_a_sum_tell_in_words_where_money_comes_from(asked: str) -> None:
    nothing = _two_offices("Kinh phí do nhà tài trợ đóng góp.")
    rows = [replace(task, budget=None) for task in nothing.plans[0].plan.tasks]
    museum = a_loaded_plan(rows, stem="bao-tang", heading=MUSEUM, passages=nothing.plans[0].plan.passages)
    said = plain(ask(make_snapshot([museum, nothing.plans[1]]), asked))
    assert "Kinh phí do nhà tài trợ đóng góp." in said
    assert "Kinh phí do ngân sách xã bảo đảm." in said


def test_rows_above_a_bound_are_no_whole_plans() -> None:
    answer = ask(_two_offices(), "Bảo tàng Ninh Lộc và xã Mường Khoa việc nào tốn trên 100 triệu hơn")
    assert stts(answer) == ["2"]


def test_rows_whose_sums_have_their_thousands_apart_by_spaces_are_added() -> None:
    said = plain(compared([], budget="2 150 000 000 đồng"))

    assert "2.150 triệu đồng" in said


def test_plans_that_cost_the_same_are_said_to() -> None:
    said = plain(compared(["Tổng kinh phí là 700 triệu đồng."]))

    assert "UBND xã Mường Khoa có kinh phí bằng nhau: 700 triệu đồng." in said
    assert "nhiều hơn" not in said


def test_a_plan_that_was_named_and_tells_no_sum_is_said_to_tell_none() -> None:
    said = plain(compared(["Tổng kinh phí là 700 triệu đồng."], budget=None))

    assert "Không ghi kinh phí: Kế hoạch số 04/KH-UBND của UBND xã Mường Khoa." in said


@pytest.mark.parametrize(
    "said",
    [
        "gộp hết các kế hoạch việc nào tốn nhất",
        "cộng mấy kế hoạch lại việc nào đắt nhất",
        "gom het cac ke hoach viec nao ton nhat",
        "trong tất cả các kế hoạch việc nào tốn nhất",
    ],
)
def test_the_dearest_row_of_all_plans_is_no_plan(said: str) -> None:
    answer = compared(["Tổng kinh phí là 2.150 triệu đồng."], asked=said)
    assert plain(answer).startswith("Kinh phí nhiều nhất: 700 triệu đồng")


@pytest.fixture(scope="module")
def museum() -> Snapshot:
    """A plan without a column for money, whose costs stand in its products."""
    rows = [
        a_task(task="Sưu tầm hiện vật dệt", stt="1", budget=None, result="60 hiện vật; kinh phí 280 triệu đồng"),
        a_task(task="Tu sửa nhà kho", stt="2", budget=None, result="Nhà kho; dự toán: 1,6 tỷ đồng"),
        a_task(task="Tập huấn thuyết minh", stt="3", budget=None, result="01 lớp, 25 đ/c"),
    ]
    return make_snapshot([a_loaded_plan(rows)])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("sưu tầm hiện vật hết bao nhiêu tiền", "Kinh phí: 280 triệu đồng", id="of a row"),
        pytest.param("việc nào kinh phí lớn nhất", "Kinh phí nhiều nhất: 1.600 triệu đồng", id="the dearest"),
        pytest.param("việc nào rẻ nhất", "Kinh phí ít nhất: 280 triệu đồng", id="the cheapest"),
        pytest.param("việc nào ít tốn kinh phí nhất", "Kinh phí ít nhất: 280 triệu đồng", id="costing least"),
        pytest.param("việc nào đỡ tốn nhất", "Kinh phí ít nhất: 280 triệu đồng", id="sparing most"),
        pytest.param("việc nào tốn ít tiền nhất", "Kinh phí ít nhất: 280 triệu đồng", id="spending least"),
        pytest.param(
            "2 việc tốn kinh phí nhất",
            "Kinh phí nhiều nhất: 1.600 triệu đồng đến 280 triệu đồng (2 nhiệm vụ)",
            id="the two dearest",
        ),
        pytest.param("tổng kinh phí các nhiệm vụ là bao nhiêu", "1.880 triệu đồng", id="together"),
        pytest.param("việc nào kinh phí trên 1 tỷ", "Có 1 nhiệm vụ", id="above a bound"),
        pytest.param("những việc không ghi kinh phí", "Có 1 nhiệm vụ", id="those that state none"),
    ],
)
def test_what_stands_in_the_product_is_what_a_row_costs_wherever_it_is_asked(
    museum: Snapshot, text: str, said: str
) -> None:
    assert said in plain(ask(museum, text)).partition("\n\n")[0]


COSTS = (("1", "Phòng Kho", "30 triệu đồng"), ("2", "Phòng Vé", None), ("3", "Phòng Kho", "90 triệu đồng"),
         ("4", "Tổ Gốm", "30 triệu đồng"), ("5", "Tổ Gốm", "10 triệu đồng"))  # fmt: skip


@pytest.fixture(scope="module")
def rooms() -> Snapshot:
    tasks = zip(COSTS, ("Dọn kho", "In vé", "Sơn tường", "Ghép gốm", "Chụp gốm"), strict=True)
    return make_snapshot([a_loaded_plan([a_task(stt=s, task=t, lead=(u,), budget=b) for (s, u, b), t in tasks])])


def test_a_unit_whose_rows_name_no_sum_is_said_to_name_none_and_not_to_cost_nothing(rooms: Snapshot) -> None:
    said = plain(ask(rooms, "Phòng Kho với Phòng Vé bên nào nhiều tiền hơn"))

    assert "Phòng Kho có tổng kinh phí nhiều nhất: 120 triệu đồng." in said
    assert "Không ghi kinh phí: Phòng Vé." in said
    assert "Phòng Vé: 0" not in said


@pytest.mark.parametrize(
    ("text", "rows", "more"),
    [
        pytest.param("1 việc tốn kinh phí nhất", ["3"], "", id="one"),
        pytest.param("2 việc tốn kinh phí nhất", ["3", "1", "4"], "Hỏi 2 nhiệm vụ", id="one more that costs as much"),
        pytest.param("3 việc tốn kinh phí nhất", ["3", "1", "4"], "", id="three"),
        pytest.param("ba việc rẻ nhất", ["5", "1", "4"], "", id="the three cheapest"),
        pytest.param("top 9 việc tốn tiền nhất", ["3", "1", "4", "5"], "", id="more than there are"),
    ],
)
def test_so_many_rows_of_most_or_least_money_are_listed_by_their_sums(
    rooms: Snapshot, text: str, rows: list[str], more: str
) -> None:
    said = ask(rooms, text)

    assert stts(said) == rows
    assert ("Hỏi" in plain(said)) is bool(more)
    assert more in plain(said)


BOARD = [
    a_task(stt="1", task="Đào giếng", lead=("Ban Nước sạch",), budget="60 triệu đồng"),
    a_task(stt="2", task="Tổng kết Kế hoạch", lead=("Văn phòng",), coordinate=("Ban Nước sạch",),
           budget="15 triệu đồng"),
    a_task(stt="3", task="Thay ống", lead=("Ban Nước sạch",), budget="90 triệu đồng"),
]  # fmt: skip


@pytest.mark.parametrize(
    "said",
    ["tổng kinh phí bao nhiêu", "hết thảy tốn bao nhiêu tiền", "cộng hết lại bao nhiêu tiền", "tong kp?", "tổng tiền?",
     "hết thảy tốn bao nhiêu", "tong cong het bao nhieu", "tốn bao nhiêu tất cả",
     "gộp hết lại tốn bn tiền", "het bao nhieu tien tat ca"],
)  # fmt: skip
def test_money_that_is_added_up_behind_a_list_is_that_of_its_rows(said: str) -> None:
    answer = ask(make_snapshot([a_loaded_plan(BOARD)]), "Ban Nước sạch chủ trì mấy việc", said)
    assert plain(answer).startswith("Tổng kinh phí: 150 triệu đồng, cộng từ 2 nhiệm vụ")
    assert not answer.tentative


@pytest.mark.parametrize("said", ["thay ống chiếm mấy phần trăm trong tổng kinh phí", "may phan tram tong kinh phi"])
def test_a_share_of_all_money_adds_up_no_rows(said: str) -> None:
    answer = ask(make_snapshot([a_loaded_plan(BOARD)]), "Ban Nước sạch chủ trì mấy việc", said)
    assert "cộng từ" not in plain(answer)


@pytest.mark.parametrize(
    "said", ["Ban Nước sạch chiếm mấy phần trăm tổng kinh phí", "tổng kinh phí của Ban Nước sạch chiếm mấy phần trăm"]
)
def test_a_share_that_a_unit_has_is_that_of_its_rows(said: str) -> None:
    rows = plain(ask(make_snapshot([a_loaded_plan(BOARD)]), said))
    assert "cộng từ" in rows
    assert "tổng kinh phí của kế hoạch (165 triệu đồng)" in rows
    told = (Passage("Tổng kinh phí dự kiến 400 triệu đồng.", ("III. KINH PHÍ",)),)
    assert "Bằng 37,5% tổng kinh phí" in plain(ask(make_snapshot([a_loaded_plan(BOARD, passages=told)]), said))


@pytest.mark.parametrize(
    ("said", "told"),
    [("tổng kết kế hoạch tốn bao nhiêu tiền", "15 triệu đồng"), ("đào giếng tốn bao nhiêu tiền", "60 triệu đồng")],
)
def test_the_money_of_a_row_is_no_sum(said: str, told: str) -> None:
    answer = ask(make_snapshot([a_loaded_plan(BOARD)]), "Ban Nước sạch chủ trì mấy việc", said)
    assert plain(answer).startswith(f"Kinh phí: {told}")
