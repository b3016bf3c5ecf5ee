"""What a list is of and what it leaves out: times, years, sections, roles, as people add them to a question."""

from datetime import date

import pytest
from asking import ask
from builders import a_deadline, a_loaded_plan, a_task

from knowledge.answers.answer import Answer
from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.model import Heading, Task
from knowledge.questions.plan_times import inside_times
from knowledge.reply import plain

FIELDS, WOODS = ("I. Trồng trọt",), ("II. Đất rừng, môi trường",)


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    rows = [
        a_task(task="Gieo sạ lúa vụ Hè Thu", stt="1", section=FIELDS, lead=("Hạt Kiểm lâm",),
               deadline=a_deadline(date(2027, 10, 20))),
        a_task(task="Kiểm tra công tác trồng nấm", stt="2", section=FIELDS, lead=("Hạt Kiểm lâm",),
               deadline=a_deadline(date(2027, 12, 15))),
        a_task(task="Tuần tra rừng phòng hộ", stt="3", section=WOODS, lead=("Hạt Kiểm lâm",),
               deadline=a_deadline(text="Thường xuyên")),
        a_task(task="Đặt bẫy đèn dự báo rầy nâu", stt="4", section=FIELDS, lead=("Trạm Khuyến nông",),
               coordinate=("Hạt Kiểm lâm",), deadline=a_deadline(date(2026, 12, 30))),
        a_task(task="Thành lập Quỹ bảo vệ rừng", stt="5", section=WOODS, lead=("Quỹ",), coordinate=(),
               deadline=a_deadline(date(2027, 5, 10))),
    ]  # fmt: skip
    heading = Heading(
        issuer="Sở Nông nghiệp tỉnh An Bình", place="An Bình", years=(2027,), title="Kế hoạch Sản xuất năm 2027"
    )
    return make_snapshot([a_loaded_plan(rows, heading=heading)])


def numbers(said: Answer) -> str:
    return " ".join(sorted(cited.item.stt or "" for cited in said.cited if isinstance(cited.item, Task)))


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param("Hạt Kiểm lâm phải làm những gì trong năm nay", "1 2 3 4", id="the year of the plan is no time"),
        pytest.param("hat kiem lam phai lam chi trong nam nay", "1 2 3 4", id="regional, without accents"),
        pytest.param("Hạt Kiểm lâm có việc gì đến hạn trong năm nay", "1 2", id="what falls due in the year is"),
        pytest.param("cuối năm, trong tháng 12/2027 đến hạn những việc nào", "2", id="the narrower of two times"),
        pytest.param("tháng 12 năm 2026 Sở Nông nghiệp An Bình phải xong việc gì", "4", id="year of a month"),
        pytest.param("thang 12 nam 2026 so nong nghiep an binh co viec gi phai xong", "4", id="without accents"),
        pytest.param(
            "Hạt Kiểm lâm chủ trì việc gì, trừ mấy việc thuộc mảng đất rừng, môi trường", "1 2", id="but a section"
        ),
        pytest.param("Hạt Kiểm lâm chủ trì việc gì, trừ mấy việc kiểm tra công tác ra", "1 3", id="but a topic"),
        pytest.param("việc nào giao Hạt Kiểm lâm chủ trì (không phải phối hợp nhé)", "1 2 3", id="not the other role"),
        pytest.param("việc nào của Hạt Kiểm lâm không phải chủ trì mà phối hợp", "4", id="not in the chair"),
        pytest.param("Hạt Kiểm lâm cùng đứng chủ trì mấy cái nào", "1 2 3", id="a list of 'cái'"),
        pytest.param("Hạt Kiểm lâm chủ trì", "1 2 3", id="a unit and its role, no word for asking"),
        pytest.param("có mấy việc không phải Hạt Kiểm lâm tụi tui chủ trì", "4 5", id="denied of the speaker's own"),
        pytest.param("tháng 10 Hạt Kiểm lâm tụi em có việc gì đến hạn", "1", id="a time before the speaker's own"),
        pytest.param(
            "trong tháng 12, em ở Hạt Kiểm lâm, hạt em có việc gì đến hạn", "2", id="a time before who is introduced"
        ),
        pytest.param(
            "Hạt Kiểm lâm chủ trì mấy việc, kể cả chủ trì chung với Trạm Khuyến nông", "1 2 3", id="with others as well"
        ),
        pytest.param("việc của Hạt Kiểm lâm trừ mấy việc chỉ phối hợp", "1 2 3", id="but the other role"),
        pytest.param("việc mà Hạt Kiểm lâm và Trạm Khuyến nông cùng làm", "4", id="together, in whatever role"),
    ],
)
def test_a_list_has_the_rows_that_are_meant(snapshot: Snapshot, text: str, rows: str) -> None:
    assert numbers(ask(snapshot, text)) == rows


@pytest.mark.parametrize("text", ["Danh mục nhiệm vụ Hạt Kiểm lâm chủ trì", "danh muc nhiem vu hat kiem lam chu tri"])
def test_a_word_that_ends_as_the_one_for_a_section_names_none(text: str) -> None:
    rows = [
        a_task(task="Gieo sạ lúa", stt="1", section=("II. Nhiệm vụ trồng trọt",), lead=("Hạt Kiểm lâm",)),
        a_task(task="Tuần tra rừng", stt="2", section=("III. Lâm nghiệp",), lead=("Hạt Kiểm lâm",)),
    ]
    assert numbers(ask(make_snapshot([a_loaded_plan(rows)]), text)) == "1 2"


@pytest.mark.parametrize("text", ["danh mục quốc phòng, an ninh có mấy việc", "muc quoc phong an ninh co may viec"])
def test_a_list_of_tasks_may_head_a_section(text: str) -> None:
    rows = [
        a_task(task="Trực chốt", stt="1", section=("II. Quốc phòng, an ninh",), lead=("Công an xã",)),
        a_task(task="Tuần tra rừng", stt="2", section=("III. Lâm nghiệp",), lead=("Hạt Kiểm lâm",)),
    ]
    assert numbers(ask(make_snapshot([a_loaded_plan(rows)]), text)) == "1"


def test_a_quarter_that_is_corrected_is_no_unit_whose_name_is_written_like_it(snapshot: Snapshot) -> None:
    assert numbers(ask(snapshot, "liệt kê việc đến hạn quý 4", "à không, quý 2")) == "5"


def test_a_slip_of_the_tongue_is_put_right(snapshot: Snapshot) -> None:
    assert numbers(ask(snapshot, "Hạt Kiểm lâm có việc gì đến hạn quý 2", "à nhầm, quý 4")) == "1 2"


@pytest.mark.parametrize(
    "text",
    ["mấy tổ dân phố tụi tui phải phối hợp việc nào", "may to dan pho tui tui phai phoi hop viec nao"],
)
def test_what_only_opens_a_turn_is_no_part_of_the_unit_that_is_told(text: str) -> None:
    rows = [
        a_task(task="Quét hẻm", stt="1", lead=("Tổ trưởng tổ dân phố",), coordinate=()),
        a_task(task="Thay thùng rác", stt="2", lead=("Đội Vệ sinh",), coordinate=("Các tổ dân phố",)),
    ]
    assert numbers(ask(make_snapshot([a_loaded_plan(rows)]), text)) == "2"


def test_a_plan_alone_narrows_the_list_before_and_is_no_talk(snapshot: Snapshot) -> None:
    turns = ("quý 4 có việc gì phải xong", "của Sở Nông nghiệp An Bình thôi")
    assert numbers(ask(snapshot, *turns)) == "1 2"


@pytest.mark.parametrize("text", ["tháng 5/2029 có việc gì phải xong", "năm 2029 Hạt Kiểm lâm có việc gì"])
def test_of_a_year_without_a_plan_it_is_said_that_there_is_none(snapshot: Snapshot, text: str) -> None:
    said = ask(snapshot, text)
    assert said.abstained
    assert plain(said).startswith("Chưa có kế hoạch được hỏi (kế hoạch năm 2029). Các kế hoạch đang có:")


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("thang 12 nam 2023 so xay dung", {3}),
        ("quy 2 va quy 3 nam 2022", {6}),
        ("6 thang dau nam 2022", {4}),
        ("ngay 30 thang 6 2022", {4}),
        ("cuoi nam 2022", {2}),
        ("nam 2022 co viec gi", set()),
        ("2022 co may viec", set()),
        ("ke hoach nam 2022 thang 3", set()),
    ],
)
def test_a_year_that_ends_a_shorter_time_is_told(text: str, at: set[int]) -> None:
    assert inside_times(text.split()) == at


@pytest.mark.parametrize(
    ("text", "rows", "said"),
    [
        pytest.param("tháng chạp 2026 Trạm Khuyến nông phải xong việc gì", "4", "tháng 12/2026", id="the last"),
        pytest.param("thang gieng co viec gi den han", "", "tháng 1/2027", id="the first, without accents"),
        pytest.param("rằm tháng giêng có việc gì đến hạn", "", "20/02/2027", id="a day of the moon stays one"),
        pytest.param(
            "từ mồng 1 đến hết ngày 15 tháng chạp dương lịch, tức tháng 12 có việc gì đến hạn",
            "2",
            "từ 01/12/2027 đến 15/12/2027",
            id="days of it, and the month in other words",
        ),
        pytest.param("tháng giêng âm lịch có việc gì đến hạn", "", "06/02/2027", id="so does a month of it"),
    ],
)
def test_a_month_by_its_old_name_is_that_of_the_sun(snapshot: Snapshot, text: str, rows: str, said: str) -> None:
    answered = ask(snapshot, text)
    assert numbers(answered) == rows
    assert said in plain(answered).splitlines()[0]


def test_no_list_goes_without_a_time_that_was_not_understood(snapshot: Snapshot) -> None:
    said = ask(snapshot, "năm 2026, quý 2 từ ngày 1 đến ngày 15 Trạm Khuyến nông có việc gì")
    assert said.abstained
    assert plain(said).startswith("Tôi chưa hiểu thời gian “năm 2026 quý 2 từ ngày 1")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("giá bán phân bón hữu cơ nằm trong vụ Hè Thu ở mục nào", id="a price"),
        pytest.param("học phí trường mầm non tư thục trong vụ Hè Thu nằm ở mục nào", id="a fee"),
        pytest.param("những việc nào có xây bể bơi, sân tennis, nhà hát cho dân dự báo", id="things to build"),
    ],
)
def test_no_list_is_of_a_crumb_of_what_is_asked_about(snapshot: Snapshot, text: str) -> None:
    assert numbers(ask(snapshot, text)) == ""


def test_talk_beside_a_topic_of_a_list_narrows_nothing(snapshot: Snapshot) -> None:
    assert numbers(ask(snapshot, "kể coi những việc nào kiểm tra công tác dzậy nghen")) == "2"


def test_rows_that_name_no_sum_are_of_the_plans_that_name_one_for_others() -> None:
    costs = [
        a_task(task="Mua loa", stt="1", lead=("Tổ Nghe nhìn",), budget="30 triệu đồng"),
        a_task(task="Dạy hát", stt="2", lead=("Tổ Nghe nhìn",)),
    ]
    none = [a_task(task="Gieo sạ", stt="3", lead=("Hạt Kiểm lâm",))]
    headings = [Heading(issuer=name, years=(2027,), title="Kế hoạch") for name in ("UBND xã Lúa", "Sở Rừng")]
    plans = [
        a_loaded_plan(rows, stem=f"p{at}", heading=heading)
        for at, (rows, heading) in enumerate(zip((costs, none), headings, strict=True))
    ]
    assert numbers(ask(make_snapshot(plans), "liệt kê việc chưa ghi tiền")) == "2"
    assert numbers(ask(make_snapshot(plans[1:]), "liệt kê việc chưa ghi tiền")) == "3"


CRAFTS, GUESTS, OFFICES = ("I. Phát triển làng nghề",), ("II. Đón khách du lịch",), ("III. Hậu cần",)


@pytest.fixture(scope="module")
def crafts() -> Snapshot:
    rows = [
        a_task(task="Dựng lò nung gốm", stt="1", section=CRAFTS, lead=("Phòng Làng nghề",), coordinate=("Tổ Gốm",)),
        a_task(task="Mở lớp dệt thổ cẩm", stt="2", section=CRAFTS, lead=("Tổ Dệt",), coordinate=("Phòng Du lịch",)),
        a_task(task="Vẽ bản đồ đón khách", stt="3", section=GUESTS, lead=("Phòng Du lịch",), coordinate=("Tổ Gốm",)),
        a_task(task="Lát đường vào bản", stt="4", section=GUESTS, lead=("Tổ Đường",), coordinate=()),
        a_task(task="Mua xe điện", stt="5", section=OFFICES, lead=("Văn phòng",), coordinate=("Các phòng, ban, tổ",)),
    ]
    trade = ("IV. Thương mại điện tử",)
    rows.append(a_task(task="Lập sàn thương mại điện tử", stt="6", section=trade, lead=("Văn phòng",), coordinate=()))
    heading = Heading(issuer="UBND xã Bản Lìn", place="Bản Lìn", years=(2027,),
                      title="Kế hoạch Phát triển làng nghề, du lịch năm 2027")  # fmt: skip
    other = Heading(issuer="Trạm Thủy văn Nà Pha", place="Nà Pha", years=(2027,), title="Kế hoạch Đo mưa năm 2027")
    alone = [a_task(task="Đo mưa đêm", stt="9", section=("I. Đo đạc",), lead=("Tổ Đo",)),
             a_task(task="Nộp sổ", stt="8", section=("II. Sổ sách",), lead=("Các đơn vị",))]  # fmt: skip
    return make_snapshot([a_loaded_plan(rows, heading=heading), a_loaded_plan(alone, heading=other)])


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param("mảng làng nghề có việc gì", "1 2", id="as the title of the plan"),
        pytest.param("việc nào thuộc mảng phát triển làng nghề", "1 2", id="with more of it"),
        pytest.param("Phòng Du lịch dính vô những việc nào thuộc mảng làng nghề", "2", id="of a unit"),
        pytest.param("mang lang nghe co may viec", "1 2", id="without accents"),
        pytest.param("nhóm làng nghề có mấy việc", "1 2", id="as the beginning of a unit"),
        pytest.param("kế hoạch làng nghề có mấy việc", "1 2 3 4 5 6", id="but behind the word for a plan"),
        pytest.param("bộ phận làng nghề chủ trì việc gì", "1", id="which is no end of another word"),
        pytest.param("mảng làng nghề, khách du lịch có mấy việc", "1 2 3 4", id="two of them"),
        pytest.param("mang phat trien lang nghe va khach du lich co may viec", "1 2 3 4", id="two without accents"),
        pytest.param("Bản Lìn có việc gì ngoài mảng làng nghề và khách du lịch", "5 6", id="but two of them"),
        pytest.param("phần làng nghề thương mại Phòng Du lịch làm gì", "2", id="two words of another before a unit"),
        pytest.param("mảng đo mưa có việc gì", "8 9", id="which no heading says"),
        pytest.param("mang thuong mai dien tu co may viec", "6", id="half of which looks like a day"),
        pytest.param("mấy tổ chủ trì những việc gì ở Bản Lìn", "2 4", id="units of a kind"),
        pytest.param("may to chu tri viec nao o ban lin", "2 4", id="units of a kind without accents"),
        pytest.param("mấy phòng ở Bản Lìn phải làm việc gì", "1 2 3 5", id="and their common name"),
        pytest.param("ở Nà Pha mấy đơn vị làm việc gì", "8 9", id="units of whatever kind"),
        pytest.param("may ban o ban lin lam viec gi", "1 2 3 4 5 6", id="of whatever kind without accents"),
    ],
)
def test_a_part_of_a_plan_or_units_of_a_kind_are_told_by_a_word_before_them(
    crafts: Snapshot, text: str, rows: str
) -> None:
    assert numbers(ask(crafts, text)) == rows


def test_a_kind_of_unit_that_is_counted_names_none(crafts: Snapshot) -> None:
    assert "các Tổ" not in plain(ask(crafts, "Bản Lìn có mấy tổ chủ trì"))
