"""Plans that a question names in part: by the kind of office, its field, what the plan is about, its year."""

from datetime import date

import pytest
from builders import a_loaded_plan, a_task

from knowledge.identity import LoadedPlan
from knowledge.library.snapshot import make_snapshot
from knowledge.model import Heading
from knowledge.questions.lookup import Lookup, lookup
from knowledge.questions.plan_search import Scope
from knowledge.questions.question import understand
from knowledge.questions.reading import Reading

TODAY = date(2027, 3, 1)


def plan(stem: str, issuer: str, place: str, title: str, year: int, *tasks: str) -> LoadedPlan:
    heading = Heading(issuer=issuer, place=place, title=f"Kế hoạch {title}", years=(year,), issued=f"{year}-01-15")
    rows = [a_task(task=task, stt=str(at), lead=("Văn phòng",)) for at, task in enumerate(tasks, 1)]
    return a_loaded_plan(rows, stem=stem, source=f"{stem}.txt", heading=heading)


WARD, SCHOOL, FARMS, FARMS_BEFORE = range(4)


@pytest.fixture(scope="module")
def known() -> Lookup:
    return lookup(
        make_snapshot(
            [
                plan("phuong", "UBND phường Hoa Lư", "Hoa Lư", "Cải cách hành chính phường Hoa Lư năm 2027", 2027,
                     "Ban hành kế hoạch tuyên truyền", "Sửa chữa trạm y tế phường", "Xây cống ở trường mầm non"),
                plan("truong", "Trường THCS Lê Quý Đôn", "Hoa Lư", "Nhiệm vụ năm học 2027", 2027,
                     "Ôn thi vào lớp 10", "Đón đoàn của phường đến thăm"),
                plan("nn27", "Sở Nông nghiệp và Môi trường tỉnh Ninh Bình", "Ninh Bình",
                     "Phòng chống dịch bệnh động vật năm 2027", 2027, "Tiêm phòng đàn trâu bò"),
                plan("nn26", "Sở Nông nghiệp và Môi trường tỉnh Ninh Bình", "Ninh Bình",
                     "Phòng chống dịch bệnh động vật năm 2026", 2026, "Tiêm phòng đàn lợn"),
            ]
        )
    )  # fmt: skip


def scope(text: str, known: Lookup) -> Scope:
    return understand(text, Reading(known, TODAY), plans=range(len(known.snapshot.plans))).scope


@pytest.mark.parametrize(
    ("text", "plans"),
    [
        pytest.param("phường có việc nào phải xong trong quý 1", (WARD,), id="the kind of office at the beginning"),
        pytest.param("phuong minh thang 5 co viec gi", (WARD,), id="ours, without accents"),
        pytest.param("nhà trường có bao nhiêu việc", (SCHOOL,), id="a school as it is spoken of"),
        pytest.param("tháng 9 bên trường có việc nào đến hạn", (SCHOOL,), id="behind 'bên'"),
        pytest.param("trường Lê Quý Đôn có mấy việc", (SCHOOL,), id="without the word for its kind"),
        pytest.param("việc nào của phường phải xong trong tháng 6", (WARD,), id="whose rows"),
        pytest.param("kế hoạch phòng chống dịch bệnh động vật có mấy việc", (FARMS, FARMS_BEFORE), id="subject"),
        pytest.param("việc nào hạn trong quý 2 kh cchc", (WARD,), id="subject in short, at the end"),
        pytest.param("còn kh phòng chống động vật", (FARMS, FARMS_BEFORE), id="some words of the title left out"),
        pytest.param("trong kế hoạch của phường ai chủ trì sửa trạm y tế", (WARD,), id="whose plan"),
        pytest.param("kế hoạch năm ngoái có mấy việc", (FARMS_BEFORE,), id="a year told by the clock"),
        pytest.param("kế hoạch dịch bệnh động vật mới nhất có mấy việc", (FARMS,), id="the newest"),
        pytest.param("kế hoạch của trường năm nay có mấy việc", (SCHOOL,), id="office and year"),
        pytest.param("kinh phí phường lấy từ đâu", (WARD,), id="what its plan costs"),
        pytest.param("kinh phi phuong lay tu dau", (WARD,), id="what it costs, without accents"),
        pytest.param("lớp ôn thi của trường năm nay giao ai", (SCHOOL,), id="whose, inside a question"),
        pytest.param("lop on thi cua truong khi nao xong", (SCHOOL,), id="whose, without accents"),
    ],
)
def test_a_plan_is_found_by_a_part_of_its_name(text: str, plans: tuple[int, ...], known: Lookup) -> None:
    found = scope(text, known)
    assert (found.plans, found.named) == (plans, True)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("ai chủ trì ban hành kế hoạch tuyên truyền", id="a plan that is to be made"),
        pytest.param("trạm y tế phường sửa chữa hạn khi nào", id="a word of the topic"),
        pytest.param("xây cống ở trường mầm non ai làm", id="another school in a row"),
        pytest.param("đón đoàn của phường đến thăm khi nào", id="whose guests"),
        pytest.param("ai chủ trì tiêm phòng đàn trâu bò", id="none"),
        pytest.param("hội thi nấu ăn của phường do ai lo", id="whose, as a row of another plan says of its own"),
        pytest.param("việc nào dùng kinh phí phường", id="whose money rows take"),
        pytest.param("camera của phường nhiều hơn trường không", id="rows held against each other"),
        pytest.param("tổng kết của phường sớm hơn trường không", id="when rows are done"),
        pytest.param("tong ket cua phuong som hon truong khong", id="when rows are done, without accents"),
        pytest.param("kinh phí của xã cao hơn trường không", id="held against an office that has no plan"),
        pytest.param("kinh phi cua xa co it hon truong khong", id="the same without accents"),
        pytest.param("ngân sách phường lo việc gì", id="whose budget"),
        pytest.param("ty le ho so nong nghiep dung han bao nhieu", id="records, without accents"),
    ],
)
def test_a_word_of_a_row_is_no_name_of_a_plan(text: str, known: Lookup) -> None:
    assert not scope(text, known).named


@pytest.mark.parametrize(
    ("text", "plans"),
    [
        pytest.param("phường và trường bên nào nhiều việc hơn", (WARD, SCHOOL), id="two kinds"),
        pytest.param("kế hoạch nào nhiều nhiệm vụ nhất: phường hay trường", (WARD, SCHOOL), id="after the question"),
        pytest.param("kế hoạch của phường và của trường khác nhau thế nào", (WARD, SCHOOL), id="two plans"),
        pytest.param("trường hay phường mở lớp ôn thi vậy", (WARD, SCHOOL), id="joined ahead of a topic"),
        pytest.param("truong hay phuong mo lop on thi", (WARD, SCHOOL), id="joined ahead of a topic, without accents"),
        pytest.param("kinh phí của trường ít hơn phường bao nhiêu", (WARD, SCHOOL), id="less than another"),
        pytest.param("tỷ lệ của phường Hoa Lư có cao hơn trường không", (WARD, SCHOOL), id="more than another"),
        pytest.param("chỉ tiêu hồ sơ của phường Hoa Lư cao hơn trường không", (WARD, SCHOOL), id="a target higher"),
    ],
)
def test_offices_that_are_joined_are_several_plans(text: str, plans: tuple[int, ...], known: Lookup) -> None:
    found = scope(text, known)
    assert (found.plans, found.several) == (plans, True)


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        pytest.param("phường Mường Thanh có việc gì", "phường Mường Thanh", id="another office of the kind"),
        pytest.param("xem giúp phường mường thanh có việc gì", "phường Mường Thanh", id="without capitals"),
        pytest.param("việc gì của Phường Bạng", "phường Bạng", id="one word, with a capital"),
        pytest.param("Trường THPT Bạch Đằng khi nào thi", "trường THPT Bạch Đằng", id="another school"),
        pytest.param("kế hoạch của phường Mường Thanh có việc gì", "phường Mường Thanh", id="behind the word for plan"),
        pytest.param("bản năm 2024 có mấy việc", "kế hoạch năm 2024", id="another year"),
    ],
)
def test_an_office_or_a_year_without_a_plan_is_told(text: str, missing: str, known: Lookup) -> None:
    found = scope(text, known)
    assert (found.plans, found.missing) == ((), missing)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("phường xịn cỡ nào mà tuyên truyền hay vậy", id="a word of which nobody knows"),
        pytest.param("muốn tuyên truyền của phường lọt top mấy", id="one word is no place"),
        pytest.param("góp ý tuyên truyền của phường - thẩm định xong chưa", id="behind a dash"),
        pytest.param("góp ý tuyên truyền của phường, thẩm định xong chưa", id="behind a comma"),
    ],
)
def test_what_stands_behind_a_level_is_not_always_a_place(text: str, known: Lookup) -> None:
    assert scope(text, known).missing is None


def test_a_file_that_is_called_by_a_mere_word_takes_no_word_of_a_question(known: Lookup) -> None:
    assert scope("trường hợp nào phải xin lỗi", known).named is False


REGISTRY, MUSEUMS, SPORTS = range(3)


@pytest.fixture(scope="module")
def offices() -> Lookup:
    return lookup(
        make_snapshot(
            [
                _office("dk", "Văn phòng Đăng ký đất đai tỉnh Lam Giang", "Phòng Đăng ký và Cấp giấy", "Văn phòng"),
                _office("dt", "Bộ Di tích và Bảo tàng", "Vụ Pháp chế", "Cục Bảo tàng"),
                _office("tt", "Trung tâm Đào tạo và Thi đấu thể thao dưới nước", "Phòng Đào tạo", "Phòng Y học"),
            ]
        )
    )


def _office(stem: str, issuer: str, *leads: str) -> LoadedPlan:
    rows = [a_task(task=f"Việc thứ {at} của năm", stt=str(at), lead=(lead,)) for at, lead in enumerate(leads, 1)]
    heading = Heading(issuer=issuer, place="Lam Giang", title="Kế hoạch công tác năm 2027", years=(2027,))
    return a_loaded_plan(rows, stem=stem, source=f"{stem}.txt", heading=heading)


@pytest.mark.parametrize(
    ("text", "plan"),
    [
        pytest.param("tháng 6 Bộ Di tích chốt những gì", MUSEUMS, id="a verb that nobody knows behind it"),
        pytest.param("thang 6 bo di tich chot nhung gi", MUSEUMS, id="the same without accents"),
        pytest.param("quý 2 Văn phòng Đăng ký đất đai dứt điểm việc gì", REGISTRY, id="a unit's name inside it"),
        pytest.param("trung tâm đào tạo thể thao quý 3 trả bài những gì", SPORTS, id="words left out, a unit inside"),
        pytest.param("Trung tâm Đào tạo và Thi đấu thể thao dưới nước còn nợ gì", SPORTS, id="a long name in whole"),
    ],
)
def test_a_kind_of_office_with_more_of_its_name_is_a_plans_wherever_it_stands(
    text: str, plan: int, offices: Lookup
) -> None:
    found = scope(text, offices)
    assert (found.plans, found.named, found.missing) == ((plan,), True, None)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Phòng Đào tạo làm gì trong tháng 6", id="a unit"),
        pytest.param("Cục Bảo tàng dứt điểm việc gì", id="a unit whose field is in the office's name"),
    ],
)
def test_a_unit_that_shares_words_with_an_office_names_no_plan(text: str, offices: Lookup) -> None:
    assert scope(text, offices).named is False
