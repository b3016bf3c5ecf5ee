"""Where the money of a plan comes from: its own words tell, and no row that is about the plan or its costs."""

import pytest
from asking import ask, stts
from builders import a_loaded_plan, a_task

from knowledge.library.snapshot import LoadedPlan, Snapshot, make_snapshot
from knowledge.model import Heading, Passage, Place
from knowledge.reply import plain

_COSTS = "Từ dự toán chi thường xuyên năm 2027 của Sở và kinh phí lồng ghép của các chương trình."


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    rows = [
        a_task(task="Xây dựng kế hoạch cải cách hành chính năm 2027", stt="1", budget=None),
        a_task(task="Tổ chức tập huấn cải cách hành chính", stt="2", budget="Nguồn tài trợ"),
    ]
    passages = (
        Passage("Bố trí đủ kinh phí, nhân lực cho các nhiệm vụ.", ("II. GIẢI PHÁP",), Place(lines=(5, 5))),
        Passage(_COSTS, ("III. KINH PHÍ THỰC HIỆN",), Place(lines=(8, 8))),
    )
    return make_snapshot([a_loaded_plan(rows, passages=passages)])


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("tiền đâu ra để làm kế hoạch cải cách hành chính 2027", id="by its title"),
        pytest.param("tien lam ke hoach nay lay tu nguon nao", id="pointed at"),
        pytest.param("kinh phí kế hoạch CCHC 2027 lấy từ đâu", id="by a short title"),
        pytest.param("Trong kế hoạch, nguồn kinh phí và số tiền dự kiến được nêu thế nào?", id="what it says of it"),
        pytest.param("trong kế hoạch này nguồn kinh phí ghi ra sao", id="what it writes"),
        pytest.param(
            "Kinh phí của kế hoạch CCHC 2027 tổng cộng bao nhiêu, lấy từ những nguồn nào?", id="how much and from where"
        ),
        pytest.param("kinh phí lấy từ nguồn nào", id="nothing else"),
        pytest.param("kp lấy ở đâu", id="nothing else, in short"),
        pytest.param("kp o dau", id="in short without accents"),
        pytest.param("tổng kp", id="all of it"),
    ],
)
def test_the_plan_as_a_whole_is_asked_for_its_money(snapshot: Snapshot, text: str) -> None:
    said = ask(snapshot, text)
    assert (said.abstained, _COSTS in plain(said)) == (False, True)


def test_the_money_of_a_plan_whose_name_has_a_word_of_sums_is_told_by_where_it_is_from() -> None:
    said = Passage("Kinh phí được bố trí từ nguồn ngân sách nhà nước.", ("III. KINH PHÍ",), Place(lines=(8, 8)))
    heading = Heading(issuer="UBND TỈNH ĐỒNG NAI", title="Cải cách hành chính tỉnh Đồng Nai năm 2027")
    plan = a_loaded_plan([a_task(budget=None)], passages=(said,), heading=heading)
    assert "ngân sách nhà nước" in plain(ask(make_snapshot([plan]), "kp đồng nai lấy ở đâu"))


def test_money_and_deadline_joined_are_two_fields_of_one_row() -> None:
    rows = [
        a_task(task="Mở lớp dạy bơi cho trẻ em", stt="1", budget="55 triệu đồng"),
        a_task(task="Cân đối kinh phí mua xăng", stt="2", budget=None),
    ]
    said = ask(make_snapshot([a_loaded_plan(rows)]), "kp và hạn của dạy bơi")
    assert stts(said) == ["1"]
    assert "Kinh phí: 55 triệu đồng" in plain(said)


def test_what_the_plan_says_of_the_money_of_a_row_is_of_that_row(snapshot: Snapshot) -> None:
    assert _COSTS not in plain(ask(snapshot, "trong kế hoạch kinh phí tập huấn được nêu thế nào")).split("\n\n")[0]


@pytest.mark.parametrize(
    "text", ["cả cái kế hoạch này tổng tiền hết bao nhiêu tỷ", "ca ke hoach nay tong kinh phi het bao nhieu tien"]
)
def test_a_verb_of_spending_behind_the_money_is_no_matter(text: str) -> None:
    total = Passage("Tổng kinh phí dự kiến 4,86 tỷ đồng.", ("III. KINH PHÍ THỰC HIỆN",), Place(lines=(8, 8)))
    said = ask(make_snapshot([a_loaded_plan([a_task(budget=None)], passages=(total,))]), text)
    assert not said.abstained
    assert "4,86 tỷ đồng" in plain(said)


def test_another_sum_that_is_stated_first_is_not_what_the_plan_costs() -> None:
    loans = Passage("Tổng dư nợ vốn vay đạt 14 tỷ đồng.", ("I. MỤC TIÊU",), Place(lines=(4, 4)))
    small, large = (
        Passage(f"Tổng nhu cầu kinh phí là {sum_} triệu đồng.", ("III. KINH PHÍ",), Place(lines=(8, 8)))
        for sum_ in ("463", "900")
    )
    plans = [
        a_loaded_plan([a_task(budget=None)], stem=name, passages=passages,
                      heading=Heading(issuer=f"UBND xã {name}", title=f"Kế hoạch xã {name}", years=(2027,)))
        for name, passages in (("Đồi Sim", (loans, small)), ("Bến Cau", (large,)))
    ]  # fmt: skip
    said = plain(ask(make_snapshot(plans), "tổng kinh phí của xã Đồi Sim cao hơn xã Bến Cau không"))
    assert "463 triệu đồng" in said
    assert "14 tỷ" not in said


def test_a_price_in_words_of_the_title_is_no_cost_of_the_plan(snapshot: Snapshot) -> None:
    assert _COSTS not in plain(ask(snapshot, "cải cách hành chính bao nhiêu tiền một người"))


def test_a_row_with_more_than_the_title_is_asked_for_its_own_money(snapshot: Snapshot) -> None:
    assert plain(ask(snapshot, "tiền đâu ra để tập huấn cải cách hành chính 2027")).startswith(
        "Kinh phí: Nguồn tài trợ"
    )


COSTS = [
    a_task(task="Ra quân diệt lăng quăng", stt="1", budget="70 triệu đồng", section=("I. Y TẾ",)),
    a_task(task="Khám sức khỏe người cao tuổi", stt="2", result="1.800 hồ sơ", budget="150 triệu đồng",
           section=("I. Y TẾ",)),
    a_task(task="Nạo vét cống thoát nước", stt="3", budget="410 triệu đồng", section=("II. ĐÔ THỊ",)),
    a_task(task="Chi trả trợ cấp không dùng tiền mặt", stt="4", objective="85% người nhận", budget=None,
           section=("II. ĐÔ THỊ",)),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "first"),
    [
        pytest.param("kinh phí cho diệt lăng quăng là bao nhiêu", "Kinh phí: 70 triệu đồng", id="for a matter"),
        pytest.param("kinh phi nao vet cong bao nhieu", "Kinh phí: 410 triệu đồng", id="without accents"),
        pytest.param("cho em hỏi dự toán khám sức khỏe người cao tuổi hết bao nhiêu tiền ạ", "Kinh phí: 150 triệu đồng",
                     id="behind a request"),
        pytest.param("số tiền dành cho khám sức khỏe người già là mấy triệu", "Kinh phí: 150", id="in coins"),
        pytest.param("kinh phí mục đô thị là bao nhiêu", "Tổng kinh phí: 410 triệu đồng", id="of a part"),
        pytest.param("mảng y tế hết bao nhiêu tiền", "Tổng kinh phí: 220 triệu đồng", id="of a part, the money behind"),
        pytest.param("nạo vét cống xài hết bao nhiêu", "Kinh phí: 410 triệu đồng", id="another verb"),
        pytest.param("khám sức khỏe người cao tuổi ngốn mấy trăm triệu vậy", "Kinh phí: 150", id="in hundreds"),
        pytest.param("diet lang quang het nhieu", "Kinh phí: 70 triệu đồng", id="how much in one word"),
        pytest.param("nạo vét cống chi phí ra sao", "Kinh phí: 410 triệu đồng", id="how it is with the money"),
        pytest.param("tổng chi của phần đô thị là bao nhiêu", "Tổng kinh phí: 410 triệu đồng", id="a verb for it"),
        pytest.param("khám sức khỏe người cao tuổi hết bao nhiêu hồ sơ", "Mục tiêu, chỉ tiêu: 1.800 hồ sơ",
                     id="a thing behind"),
        pytest.param("khám sức khỏe người cao tuổi hết bao nhiêu ha", "Mục tiêu, chỉ tiêu: 1.800 hồ sơ",
                     id="a measure that is talk with other accents"),
        pytest.param("chi trả trợ cấp không dùng tiền mặt đạt bao nhiêu phần trăm", "Mục tiêu, chỉ tiêu: 85%",
                     id="money inside a matter"),
    ],
)  # fmt: skip
def test_money_in_front_asks_what_the_matter_behind_it_costs(text: str, first: str) -> None:
    assert plain(ask(make_snapshot([a_loaded_plan(COSTS)]), text)).startswith(first)


def test_how_it_is_with_the_money_is_told_by_the_text_but_behind_a_row() -> None:
    plans = make_snapshot([a_loaded_plan(COSTS, passages=(Passage(_COSTS, ("III. KINH PHÍ",), Place(lines=(8, 8))),))])
    assert _COSTS in plain(ask(plans, "kinh phí ra sao"))
    assert _COSTS in plain(ask(plans, "kế hoạch có việc gì", "kinh phí ra sao"))
    assert plain(ask(plans, "ai chủ trì diệt lăng quăng", "kinh phí ra sao")).startswith("Kinh phí: 70 triệu đồng")


@pytest.mark.parametrize("said", ["tổng kinh phí thế nào", "tổng chi là bao nhiêu", "tổng chi quý III là bao nhiêu"])
def test_all_that_is_spent_is_no_row_that_sums_up(said: str) -> None:
    rows = [*COSTS, a_task(task="Tổng kết kế hoạch", stt="5", budget="15 triệu đồng")]
    assert "15 triệu đồng" not in plain(ask(make_snapshot([a_loaded_plan(rows)]), said))


def test_an_aim_is_no_spending() -> None:
    said = ask(make_snapshot([a_loaded_plan(COSTS)]), "khám sức khỏe người cao tuổi chỉ tiêu bao nhiêu")
    assert "Kinh phí: 150" not in plain(said)


@pytest.fixture(scope="module")
def offices() -> Snapshot:
    """Two plans whose titles name several matters, each with its own sum."""
    titles = {"rừng": ("Quản lý, bảo vệ rừng và phòng cháy, chữa cháy rừng năm 2027", "6.850"),
              "phường": ("Phát triển đô thị, an sinh xã hội và cải cách hành chính năm 2027", "5.785")}  # fmt: skip
    plans = [
        a_loaded_plan(
            [a_task(task="Khảo sát sự hài lòng", stt="1", budget="20 triệu đồng", section=("CẢI CÁCH HÀNH CHÍNH",))],
            stem=stem,
            heading=Heading(number=f"{len(stem)}/KH", issuer=f"Chi cục {stem}", title=title, years=(2027,)),
            passages=(Passage(f"Tổng kinh phí là {cost} triệu đồng.", ("III. KINH PHÍ",), Place(lines=(9, 9))),),
        )
        for stem, (title, cost) in titles.items()
    ]
    return make_snapshot(plans)


@pytest.mark.parametrize(
    ("text", "cost"),
    [
        pytest.param("phòng cháy chữa cháy rừng kinh phí bao nhiêu", "6.850", id="a matter of a title"),
        pytest.param("phong chay chua chay rung kinh phi bao nhieu", "6.850", id="no accents"),
        pytest.param("phát triển đô thị tốn bao nhiêu tiền", "5.785", id="of another title"),
        pytest.param("phường lo cải cách hành chính tốn bao nhiêu", "5.785", id="behind the kind of office"),
        pytest.param("an sinh xã hội hết bao nhiêu tiền", "5.785", id="with a kind of office inside"),
        pytest.param("cchc kinh phí bao nhiêu", "5.785", id="a short form"),
    ],
)
def test_a_matter_of_a_title_costs_what_its_plan_does(offices: Snapshot, text: str, cost: str) -> None:
    assert plain(ask(offices, text)).startswith(f"Tổng kinh phí là {cost} triệu đồng.")


def test_what_is_no_row_is_not_called_one() -> None:
    passages = (Passage("Căn cứ Luật Khám chữa bệnh ngày 09 tháng 01 năm 2023;", (), Place(lines=(2, 2))),)
    plans = make_snapshot([a_loaded_plan(COSTS, passages=passages)])
    assert "nhiệm vụ này" not in plain(ask(plans, "luật khám chữa bệnh tốn bao nhiêu tiền"))


def test_which_of_two_matters_costs_more_is_no_list_of_rows() -> None:
    said = plain(
        ask(make_snapshot([a_loaded_plan(COSTS)]), "Diệt lăng quăng so với nạo vét cống, việc nào tốn tiền hơn?")
    )
    assert "Nạo vét cống thoát nước" in said
    assert "340 triệu đồng" in said


@pytest.fixture(scope="module")
def ward_and_school() -> Snapshot:
    """A ward, a school, a commune and a hospital, each with a sum of its own."""
    told = (
        ("UBND phường Tân Lập", "5.785", "Lắp đèn hẻm"),
        ("Trường Trung cấp Bến Sậy", "9.400", "Dạy nghề hàn"),
        ("UBND xã Lung Khê", "486", "Đắp bờ bao"),
        ("Bệnh viện Đa khoa Gò Sậy", "2.350", "Sửa mái khoa nhi"),
    )
    return make_snapshot(
        [
            a_loaded_plan(
                [a_task(task=task, stt=str(at), budget="20 triệu đồng")],
                stem=f"plan-{at}",
                heading=Heading(issuer=issuer, title="Kế hoạch công tác năm 2027", years=(2027,)),
                passages=(Passage(f"Tổng kinh phí dự kiến {total} triệu đồng.", ("III. KINH PHÍ",)),),
            )
            for at, (issuer, total, task) in enumerate(told)
        ]
    )


@pytest.mark.parametrize(
    ("text", "total"),
    [
        ("toàn trường bao nhiêu tiền", "9.400"),
        ("hết bao nhiêu tiền cho toàn trường", "9.400"),
        ("ca truong ton bao nhieu tien", "9.400"),
        ("cả phường tốn bao nhiêu tiền", "5.785"),
        ("kinh phí của toàn xã bao nhiêu", "486"),
        ("cả bệnh viện hết bao nhiêu tiền", "2.350"),
        ("cả phường năm nay xài hết bao nhiêu", "5.785"),
        ("ca xa chi het bao nhieu", "486"),
        ("cả huyện hết bao nhiêu tiền", ""),
        ("toàn tỉnh tốn bao nhiêu", ""),
        ("cả cơ quan tốn bao nhiêu tiền", ""),
    ],
)
def test_all_of_an_office_costs_what_its_own_plan_tells(ward_and_school: Snapshot, text: str, total: str) -> None:
    said = ask(ward_and_school, text)
    assert said.abstained is not bool(total)
    assert [sum_ for sum_ in ("5.785", "9.400", "486", "2.350") if sum_ in plain(said)] == ([total] if total else [])


def test_all_of_an_area_is_the_only_plan_that_names_it() -> None:
    def plan(name: str, cost: str, issuer: str) -> LoadedPlan:
        total = Passage(f"Tổng kinh phí {cost} triệu đồng.", ("III. KINH PHÍ",))
        heading = Heading(title="Kế hoạch công tác", years=(2027,), issuer=issuer)
        return a_loaded_plan([a_task(budget=None)], stem=name, heading=heading, passages=(total,))

    forest = plan("rung", "6.850", "Chi cục Kiểm lâm tỉnh Đồng Lâm")
    ward = plan("phuong", "5.785", "UBND phường Tân Lập")
    assert "6.850 triệu đồng" in plain(ask(make_snapshot([forest, ward]), "cả tỉnh tốn bao nhiêu"))
    assert "(kế hoạch của cả xã)" in plain(ask(make_snapshot([forest, ward]), "toàn xã tổng kinh phí bao nhiêu"))
    tours = plan("du-lich", "14.600", "Sở Du lịch tỉnh Phú Lâm")
    assert ask(make_snapshot([forest, tours]), "cả tỉnh tốn bao nhiêu").abstained


@pytest.mark.parametrize("text", [
    "cả kế hoạch tốn bao nhiêu tiền", "ca co quan het bao nhieu tien", "kinh phí của kế hoạch này bao nhiêu",
])  # fmt: skip
def test_all_of_a_plan_is_that_of_the_row_told_before(ward_and_school: Snapshot, text: str) -> None:
    assert "9.400 triệu đồng" in plain(ask(ward_and_school, "ai chủ trì dạy nghề hàn", text))


def test_all_of_a_workplace_is_no_row_that_was_told_before(ward_and_school: Snapshot) -> None:
    told = "sửa mái khoa nhi hạn khi nào"
    assert "2.350 triệu đồng" in plain(ask(ward_and_school, told, "cả bệnh viện hết bao nhiêu tiền"))
    assert plain(ask(ward_and_school, told, "kinh phí bao nhiêu")).startswith("Kinh phí: 20 triệu đồng")


ROADS = [
    a_task(task="Cắm biển cấm đỗ xe trên đường Lê Lợi", stt="1", budget="85 triệu đồng"),
    a_task(task="Tỷ lệ tiêm phòng gia cầm", stt="2", budget="65 triệu đồng"),
    a_task(task="Phân loại rác tại nguồn", stt="3", budget="40 triệu đồng"),
]


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        pytest.param("le hoi kinh phi bao nhieu", False, id="half of a word that no plan has"),
        pytest.param("rac kinh phi bao nhieu", True, id="one syllable"),
        pytest.param("le loi kinh phi bao nhieu", True, id="both halves"),
    ],
)
def test_half_of_a_word_without_accents_makes_sure_of_no_row(text: str, sure: bool) -> None:
    said = ask(make_snapshot([a_loaded_plan(ROADS)]), text)
    assert (said.tentative, said.abstained) == (not sure, False)
