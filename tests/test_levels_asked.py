"""Words for a level ("sở nào", "tất cả các phòng") ask for somebody or mean everybody, and name no plan."""

from datetime import date

import pytest
from asking import ask, numbers, stts
from builders import a_deadline, a_loaded_plan, a_task

from knowledge.answers.answer import Answer
from knowledge.language.text import folded
from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.model import Heading
from knowledge.questions.levels_asked import level_asked
from knowledge.reply import plain

OCTOBER = a_deadline(date(2027, 10, 9))
NOVEMBER = a_deadline(date(2027, 11, 9))
PROVINCE = Heading(issuer="UBND tỉnh Trà Lĩnh", place="Trà Lĩnh", title="Kế hoạch phòng dịch", years=(2027,))
OFFICE = Heading(issuer="Sở Y tế tỉnh Trà Lĩnh", place="Trà Lĩnh", title="Kế hoạch tuyên truyền", years=(2027,))
OF_PROVINCE = [
    a_task(stt="1", task="Lập chốt kiểm dịch", lead=("Sở Giao thông",), coordinate=("Các sở, ban, ngành",)),
    a_task(stt="2", task="Phát khẩu trang", lead=("UBND các xã, phường",), coordinate=("Sở Giao thông",)),
    a_task(stt="3", task="Phun khử khuẩn chợ", lead=("UBND các xã, phường",), coordinate=("Sở Y tế",),
           deadline=NOVEMBER),
    a_task(stt="4", task="Trực đường dây nóng", lead=("Các sở, ban, ngành",), coordinate=(), deadline=OCTOBER),
    a_task(stt="5", task="Dựng bệnh viện dã chiến", lead=("UBND các xã, phường",), coordinate=()),
]  # fmt: skip
OF_OFFICE = [
    a_task(stt="6", task="In tờ rơi", lead=("Phòng Truyền thông",), coordinate=("Các phòng, đơn vị thuộc Sở",)),
    a_task(stt="7", task="Quay phim ngắn", lead=("Phòng Truyền thông",), coordinate=("Thanh tra Sở",)),
    a_task(stt="8", task="Họp rút kinh nghiệm", lead=("Các phòng, đơn vị thuộc Sở",), coordinate=(), deadline=OCTOBER),
]


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    return make_snapshot(
        [a_loaded_plan(OF_PROVINCE, stem="tinh", heading=PROVINCE), a_loaded_plan(OF_OFFICE, stem="so", heading=OFFICE)]
    )


def first(said: Answer) -> str:
    return plain(said).splitlines()[0]


LISTS = [
    ("tất cả các phòng phải làm gì", "68"),
    ("các sở ngành phải làm gì", "14"),
    ("các sở, ban, ngành chủ trì việc gì", "4"),
    ("việc nào cả các phòng cùng phối hợp", "6"),
    ("toàn thể các phòng có việc gì trong tháng 10", "8"),
    ("các phòng ban phối hợp những việc gì", "6"),
    ("những việc phối hợp của các phòng", "6"),
    ("các sở phải làm gì trong tháng 10", "4"),
    ("các xã phải làm những việc gì", "235"),
    ("tất cả đơn vị phải làm gì", "68"),
    # what units of any kind have to have done by a time is what all have to
    ("trong tháng 10 các đơn vị phải xong những việc gì", "48"),
    ("các cơ quan, đơn vị phải hoàn thành mấy việc trong tháng 10", "48"),
    ("tháng 10 các bộ phận có việc gì đến hạn", "48"),
    ("tháng 10 các xã có việc gì đến hạn", ""),
    # and of a level what its units have to under their own names
    ("trong tháng 11 các sở có việc gì", "3"),
]


@pytest.mark.parametrize("accents", [True, False], ids=["accents", "none"])
@pytest.mark.parametrize(("text", "rows"), LISTS, ids=[text for text, _ in LISTS])
def test_everybody_of_a_level_is_the_collective_name(snapshot: Snapshot, text: str, rows: str, accents: bool) -> None:
    said = ask(snapshot, text if accents else folded(text))
    assert numbers(said) == rows


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("sở nào chủ trì nhiều nhất", "Sở Giao thông chủ trì nhiều nhiệm vụ nhất: 1"),
        ("so nao chu tri nhieu viec nhat", "Sở Giao thông chủ trì nhiều nhiệm vụ nhất: 1"),
        ("đơn vị nào chủ trì nhiều việc nhất", "UBND các xã, phường chủ trì nhiều nhiệm vụ nhất: 3"),
        ("sở nào lập chốt kiểm dịch", "Chủ trì: Sở Giao thông"),
        ("xã nào chủ trì nhiều việc nhất", "UBND các xã, phường chủ trì nhiều nhiệm vụ nhất: 3"),
        ("phòng nào in tờ rơi", "Chủ trì: Phòng Truyền thông"),
    ],
)
def test_who_of_a_level_is_asked_for_names_no_plan(snapshot: Snapshot, text: str, says: str) -> None:
    assert first(ask(snapshot, text)).startswith(says)


def test_they_are_the_offices_of_several_plans_where_there_are_such(snapshot: Snapshot) -> None:
    other = Heading(issuer="Sở Công Thương tỉnh Trà Lĩnh", place="Trà Lĩnh", title="Kế hoạch hội chợ", years=(2027,))
    fair = a_task(stt="9", task="Dựng gian hàng", lead=("Phòng Thương mại",), coordinate=(), deadline=OCTOBER)
    plans = (*snapshot.plans, a_loaded_plan([fair], stem="ct", heading=other))
    assert sorted(stts(ask(make_snapshot(plans), "tháng 10 các sở phải xong những gì"))) == ["8", "9"]


def test_a_word_of_talk_behind_an_office_makes_no_other_of_it(snapshot: Snapshot) -> None:
    clinic = Heading(issuer="Bệnh viện Đa khoa Trà Lĩnh", title="Kế hoạch", years=(2027,))
    wards = a_task(stt="9", task="Sơn phòng bệnh", lead=("Khoa Nội",), coordinate=(), deadline=OCTOBER)
    plans = (*snapshot.plans, a_loaded_plan([wards], stem="bv", heading=clinic))
    said = ask(make_snapshot(plans), "tháng 10 bệnh viện chắc không có gì hả em")
    assert first(said).startswith("Không đúng. Có 1 nhiệm vụ")
    assert stts(said) == ["9"]


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("sở nào chủ trì nhiều nhất", "so"),
        ("trạm y tế thì trạm nào trễ", "tram"),
        ("đơn vị nào làm việc này", ""),
        ("phòng ban nào có việc", ""),
        ("ca nhan nao bao cao", ""),
        ("bên nào lo", ""),
    ],
)
def test_a_word_for_whatever_unit_asks_for_no_level(text: str, level: str) -> None:
    assert level_asked(text.split()) == level


@pytest.mark.parametrize("text", ["các phòng nào phối hợp in tờ rơi", "những phòng nào phối hợp in tờ rơi"])
def test_which_of_them_is_asked_is_nobody_by_name(snapshot: Snapshot, text: str) -> None:
    assert first(ask(snapshot, text)).startswith("Phối hợp: Các phòng, đơn vị thuộc Sở")


WARD = Heading(issuer="Bệnh viện huyện Đèo Ngang", place="Đèo Ngang", title="Kế hoạch chất lượng", years=(2027,))
OF_WARD = [
    a_task(stt="1", task="Kiểm kê thuốc", lead=("Khoa Dược",), coordinate=("Khoa Nội",), deadline=OCTOBER),
    a_task(stt="2", task="Rà soát danh mục thuốc", lead=("Khoa Dược",), coordinate=("Phòng Tài vụ",)),
    a_task(stt="3", task="Bình bệnh án", lead=("Khoa Nội",), coordinate=()),
    a_task(
        stt="4", task="Khám học sinh các khoa học tự nhiên", lead=("Trạm Y tế xã Thượng Hòa",), coordinate=("Khoa Nội",)
    ),
    a_task(stt="5", task="Tiêm chủng", lead=("Trạm Y tế xã Hạ Hòa",), coordinate=()),
    a_task(stt="6", task="Lập dự toán", lead=("Phòng Tài vụ",), coordinate=("Các khoa, phòng",), deadline=OCTOBER),
]


@pytest.fixture(scope="module")
def ward() -> Snapshot:
    return make_snapshot([a_loaded_plan(OF_WARD, stem="vien", heading=WARD)])


OF_A_HEAD = [
    ("mỗi khoa chủ trì bao nhiêu việc", "123", "Tổng cộng 3 nhiệm vụ các Khoa chủ trì:"),
    ("từng khoa có mấy việc", "123", "Tổng cộng 3 nhiệm vụ các Khoa chủ trì:"),
    ("việc của từng trạm y tế", "45", "Tổng cộng 2 nhiệm vụ các Trạm Y tế chủ trì:"),
    ("các trạm chủ trì những việc gì", "45", "Có 2 nhiệm vụ các Trạm chủ trì:"),
    ("trạm hạ hòa làm gì", "5", "Có 1 nhiệm vụ Trạm Y tế xã Hạ Hòa chủ trì:"),
]


@pytest.mark.parametrize("accents", [True, False], ids=["accents", "none"])
@pytest.mark.parametrize(("text", "rows", "head"), OF_A_HEAD, ids=[text for text, _, _ in OF_A_HEAD])
def test_units_of_one_head_are_all_that_begin_so(
    ward: Snapshot, text: str, rows: str, head: str, accents: bool
) -> None:
    said = ask(ward, text if accents else folded(text))
    assert numbers(said) == rows
    assert first(said) == head


def test_a_collective_name_goes_before_a_head(ward: Snapshot) -> None:
    assert stts(ask(ward, "các khoa phải làm gì")) == ["6"]


def test_half_of_a_word_is_no_head(ward: Snapshot) -> None:
    assert stts(ask(ward, "những việc về các khoa học tự nhiên")) == ["4"]


@pytest.mark.parametrize(
    "text",
    [
        "tỷ lệ tiêm chủng mỗi bên đạt bao nhiêu phần trăm",
        "chỉ tiêu tiêm chủng mỗi bên bao nhiêu",
        "muc tieu tiem chung moi noi dat bao nhieu",
    ],
)
def test_a_share_of_each_counts_no_rows(ward: Snapshot, text: str) -> None:
    assert ask(ward, text).intent == "target"


def test_rows_of_each_are_counted_beside_a_word_for_figures(ward: Snapshot) -> None:
    assert ask(ward, "để rà chỉ tiêu, mỗi khoa chủ trì mấy việc").intent == "count"


def test_units_of_a_head_are_counted_one_by_one(ward: Snapshot) -> None:
    assert plain(ask(ward, "mỗi khoa chủ trì bao nhiêu việc")).splitlines()[1:3] == [
        "1. Khoa Dược: 2 nhiệm vụ",
        "2. Khoa Nội: 1 nhiệm vụ",
    ]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("UBND tỉnh chủ trì gì", "9"),
        ("ủy ban nhân dân tỉnh chủ trì việc gì", "9"),
        ("kế hoạch của UBND tỉnh có mấy việc", "123459"),  # its plan
        ("so giao thong chu tri gi khong tinh phoi hop", "1"),  # "không tính", and no province
        ("so giao thong chu tri gi, tinh luon phoi hop", "12"),  # what it has a part in counts as well
    ],
)
def test_an_office_that_acts_is_the_unit_that_its_own_plan_prints(text: str, rows: str) -> None:
    own = a_task(stt="9", task="Công bố hết dịch", lead=("UBND tỉnh",), coordinate=())
    said = ask(make_snapshot([a_loaded_plan([*OF_PROVINCE, own], heading=PROVINCE)]), text)
    assert numbers(said) == rows


@pytest.mark.parametrize(
    "text", ["có mấy nhiệm vụ của thư viện mà Tỉnh đoàn phối hợp", "viec cua thu vien ma tinh doan tham gia phoi hop"]
)
def test_an_office_that_work_is_of_is_whose_plan_is_meant_though_its_plan_names_it_too(
    snapshot: Snapshot, text: str
) -> None:
    heading = Heading(issuer="Thư viện tỉnh Lam Giang", place="Lam Giang", title="Kế hoạch đọc sách", years=(2027,))
    rows = [
        a_task(stt="11", task="Mở phòng đọc hè", lead=("Phòng Thiếu nhi",), coordinate=("Tỉnh đoàn",)),
        a_task(stt="12", task="Sơn kho sách", lead=("Thư viện",), coordinate=()),
        a_task(stt="13", task="Đưa sách lưu động", lead=("Tổ Lưu động",), coordinate=("Tỉnh đoàn",)),
    ]
    held = make_snapshot([*snapshot.plans, a_loaded_plan(rows, stem="tv", heading=heading)])
    assert sorted(stts(ask(held, text))) == ["11", "13"]
