"""What the office of a plan may be called, and in which of its names it can be no other."""

from datetime import date

import pytest
from builders import a_loaded_plan, a_task

from knowledge.library.snapshot import make_snapshot
from knowledge.model import Heading
from knowledge.questions.lookup import Lookup, lookup
from knowledge.questions.office_calls import Office, office_calls, office_of
from knowledge.questions.question import understand
from knowledge.questions.reading import Reading

TODAY = date(2027, 3, 1)
FARMS, SCHOOL, HEALTH, COMMUNE, WOMEN, ZONE, EYES = range(7)
HEADINGS = [
    ("Phòng Nông nghiệp và Môi trường huyện Krông Ana", "Buôn Trấp", "KH-PNNMT", "Sản xuất nông nghiệp năm 2027"),
    ("Trường THCS Nguyễn Văn Cừ", "Buôn Trấp", "KH-THCSNVC", "Nhiệm vụ năm 2027"),
    ("Trung tâm Kiểm soát bệnh tật", "Lâm Viên", "KH-TTKSBT", "Y tế dự phòng năm 2027"),
    ("UBND xã Hòa Thắng", "Hòa Thắng", "KH-UBND", "Phát triển kinh tế - xã hội năm 2027"),
    ("Ban Thường vụ Hội Liên hiệp Phụ nữ tỉnh Sơn Lâm", "Sơn Lâm", "KH-BTV", "Phong trào phụ nữ năm 2027"),
    ("Ban Quản lý Khu kinh tế vũng rô tỉnh Phú Hải", "Phú Hải", "KH-BQLKKT", "Quản lý hạ tầng năm 2027"),
    ("Bệnh viện chuyên khoa mắt sài gòn", "Lâm Viên", "KH-BVCKMSG", "Khám chữa bệnh năm 2027"),
]


@pytest.fixture(scope="module")
def known() -> Lookup:
    units = ("Hội Phụ nữ các xã, phường", "Ban Quản lý Khu kinh tế")
    rows = [a_task(task="Kiểm tra chợ đầu mối", stt="1", lead=("Văn phòng",), coordinate=units)]
    own = [a_task(task="Rào lưới", stt="1", lead=("Phòng Đầu tư",), coordinate=())]
    headings = [
        Heading(issuer=issuer, place=place, symbol=symbol, title=f"Kế hoạch {title}", years=(2027,))
        for issuer, place, symbol, title in HEADINGS
    ]
    plans = [
        a_loaded_plan(own if at == ZONE else rows, stem=f"p{at}", source=f"p{at}.txt", heading=heading)
        for at, heading in enumerate(headings)
    ]
    return lookup(make_snapshot(plans))


@pytest.mark.parametrize(
    ("issuer", "place", "parts"),
    [
        pytest.param("Phòng Y tế huyện Krông Ana", "Buôn Trấp", ("phòng", "y tế", "huyện", "krông ana"), id="district"),
        pytest.param("Sở Y tế tỉnh Hà Nam", "Hà Nam", ("sở", "y tế", "tỉnh", "hà nam"), id="province"),
        pytest.param("Trường THCS Lê Lợi", "Huế", ("trường", "thcs", "", "lê lợi"), id="a name of its own"),
        pytest.param("Ban Chỉ đạo Quản lý rừng", "Huế", ("ban chỉ đạo", "quản lý rừng", "", ""), id="no level in it"),
        pytest.param("Bộ Tư pháp", "Hà Nội", ("bộ", "tư pháp", "", ""), id="neither"),
        pytest.param("UBND xã Hòa Thắng", "Hòa Thắng", ("ubnd", "", "xã", "hoà thắng"), id="a committee"),
    ],
)
def test_the_name_of_an_office_has_parts(issuer: str, place: str, parts: tuple[str, ...]) -> None:
    kind, field, level, name = (tuple(part.split()) for part in parts)
    assert office_of(issuer, place) == Office(kind, field, level, name)


@pytest.mark.parametrize(
    ("heading", "said", "own"),
    [
        pytest.param(FARMS, "phòng nông nghiệp krông ana", True, id="beginning of the field and place"),
        pytest.param(FARMS, "nông nghiệp huyện krông ana", True, id="without its kind"),
        pytest.param(FARMS, "phòng nnmt", False, id="initials of the field"),
        pytest.param(SCHOOL, "trường nvc", True, id="initials of the name"),
        pytest.param(SCHOOL, "thcsnvc", True, id="symbol of the plan"),
        pytest.param(SCHOOL, "nhà trường", False, id="kind"),
        pytest.param(HEALTH, "cdc", True, id="usual short form"),
        pytest.param(COMMUNE, "uỷ ban xã hoà thắng", True, id="committee in short"),
        pytest.param(COMMUNE, "xã", False, id="level"),
    ],
)
def test_an_office_is_called_by_some_of_its_parts(heading: int, said: str, own: bool) -> None:
    issuer, place, symbol, _ = HEADINGS[heading]
    assert (tuple(said.split()), own) in set(office_calls(issuer, place, symbol))


@pytest.mark.parametrize(
    ("text", "plan"),
    [
        pytest.param("kiem tra cho dau moi krong ana ai lam", FARMS, id="district, in the middle"),
        pytest.param("nong nghiep huyen krong ana thang 9 den han nhung gi", FARMS, id="field and district"),
        pytest.param("kiem tra cho dau moi truong NVC giao ai", SCHOOL, id="school by its initials"),
        pytest.param("han chot kiem tra cho dau moi truong nguyen van cu", SCHOOL, id="school at the end"),
        pytest.param("viec nao o benh vien mat sai gon khong co don vi phoi hop", EYES, id="inside the field"),
        pytest.param("benh vien mat sai thang 4 co viec gi", EYES, id="before a time"),
        pytest.param("bv chuyên khoa mắt có việc gì", EYES, id="kind in short"),
        pytest.param("hội phụ nữ tháng 3 có việc gì", WOMEN, id="inside the name, as a unit begins too"),
        pytest.param("việc thứ 1 của hội phụ nữ là việc gì", WOMEN, id="behind the number of a row"),
        pytest.param("hội lhpn có việc gì", WOMEN, id="initials of the field"),
        pytest.param("các việc thường xuyên ở khu kinh tế", ZONE, id="the end of the question"),
        pytest.param("kiểm tra chợ của kkt vũng rô ai phối hợp", ZONE, id="begun by letters"),
        pytest.param("ban qlkkt tháng 4 có việc gì", ZONE, id="letters behind the first word"),
        pytest.param("phòng đầu tư ban quản lý khu kinh tế có việc gì", ZONE, id="behind its own unit"),
        pytest.param("quý 2 khu kinh tế có việc gì đến hạn", ZONE, id="behind a time"),
        pytest.param("tháng 4 các bộ phận của khu phải xong gì", ZONE, id="the place that it runs, behind its units"),
        pytest.param("thang 4 khu co viec gi den han", ZONE, id="the place alone, without accents"),
        pytest.param("kinh phi cua cdc la bao nhieu", HEALTH, id="short form"),
    ],
)
def test_a_plan_is_found_by_its_own_office_wherever_that_is_said(text: str, plan: int, known: Lookup) -> None:
    found = understand(text, Reading(known, TODAY), plans=range(7)).scope
    assert (found.plans, found.named) == ((plan,), True)
