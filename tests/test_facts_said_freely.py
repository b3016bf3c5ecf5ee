"""Facts of a plan, asked in whatever words: that a plan is meant, and no row can be, is enough."""

import pytest
from asking import ask
from builders import a_loaded_plan, a_task

from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.model import Heading, Passage, Signer
from knowledge.reply import plain

PASSAGES = (
    Passage("Căn cứ Quyết định số 41/QĐ-UBND ngày 02/5/2025 của UBND tỉnh về thủy lợi năm 2026;", ()),
    Passage("Căn cứ Quyết định số 97/QĐ-UBND ngày 11/12/2026 của UBND tỉnh về kế hoạch thủy lợi năm 2027.", ()),
    Passage(
        "Kế hoạch này thay thế Kế hoạch số 4/KH-CTTL ngày 09/01/2026. Các trạm báo về Tổ Kỹ thuật.", ("IV. TỔ CHỨC",)
    ),
)
ROWS = [
    a_task(stt="1", task="Ký hợp đồng vận hành trạm bơm", lead=("Tổ Trạm bơm",), coordinate=()),
    a_task(stt="2", task="Ban hành văn bản phân phối nước", lead=("Tổ Kỹ thuật",), coordinate=()),
]


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    canal = Heading(
        number="5/KH-CTTL", issuer="Công ty Thủy lợi Bàu Trăn", title="Kế hoạch Tưới tiêu năm 2027", years=(2027,),
        issued="2027-01-08", signer=Signer("Lê Hòa Nam", "Giám đốc"), recipients=("Sở Thủy sản", "Các trạm bơm"),
    )  # fmt: skip
    school = Heading(
        number="6/KH-THBS", issuer="Trường Tiểu học Bàu Sậy", title="Kế hoạch Dạy học giai đoạn 2027 - 2028",
        years=(2027, 2028), issued="2027-01-20", signer=Signer("Đỗ Thị Mận", "Hiệu trưởng"),
        recipients=("Phòng Giáo dục", "Phụ huynh"),
    )  # fmt: skip
    return make_snapshot(
        [
            a_loaded_plan(ROWS, stem="thuy-loi", heading=canal, passages=PASSAGES),
            a_loaded_plan([a_task(stt="9", task="Dạy bơi")], stem="truong", heading=school),
        ]
    )


@pytest.mark.parametrize(
    ("turns", "says"),
    [
        pytest.param(("kế hoạch trường Bàu Sậy chạy đến năm nào, ông nào ký",), "Người ký: Đỗ Thị Mận", id="two facts"),
        pytest.param(("kế hoạch trường Bàu Sậy kéo dài tới năm nào",), "2027-2028", id="how long"),
        pytest.param(
            ("Văn bản của trường đề ngày nào và ai thay mặt nhà trường ký, xin cho biết quý danh",),
            "Ngày ban hành: 20/01/2027", id="a clause behind it",
        ),
        pytest.param(("xin quý danh người ký kế hoạch trường Bàu Sậy",), "Người ký: Đỗ Thị Mận", id="a name politely"),
        pytest.param(("plan của trường Bàu Sậy mang số mấy, release ngày nào",), "6/KH-THBS", id="foreign words"),
        pytest.param(("kế hoạch trường Bàu Sậy ai ký", "gửi những đâu"), "Nơi nhận: Phòng Giáo dục", id="going on"),
        pytest.param(("kế hoạch trường Bàu Sậy ai ký", "bà ấy là hiệu trưởng hay phó"), "Hiệu trưởng", id="a post"),
        pytest.param(("kế hoạch trường Bàu Sậy ai ký", "Bác ấy ký với chức danh gì ạ"), "Hiệu trưởng", id="as what"),
        pytest.param(("ke hoach truong Bau Say ai ky", "co do lam chuc gi"), "Hiệu trưởng", id="without accents"),
        pytest.param(("kế hoạch trường Bàu Sậy số mấy", "ngày mấy dzậy"), "Ngày ban hành: 20/01/2027", id="its day"),
        pytest.param(("kế hoạch trường Bàu Sậy số mấy", "ngay bao nhieu"), "Ngày ban hành: 20/01/2027", id="bare"),
        pytest.param(("kế hoạch trường Bàu Sậy số mấy, ngày nào, gửi những ai",), "Phụ huynh", id="a day beside it"),
        pytest.param(("kế hoạch công ty thủy lợi có gửi cho sở nào không",), "Sở Thủy sản", id="of a level"),
        pytest.param(("nơi nhận kế hoạch của trường có ban phụ huynh không",), "Phụ huynh", id="claimed"),
        pytest.param(("nơi nhận kế hoạch của trường gồm những đâu, có sở không",), "Phụ huynh", id="a claim aside"),
        pytest.param(("ke hoach truong Bau Say co gui phong giao duc khong",), "Phòng Giáo dục", id="claimed, bare"),
        pytest.param(("kế hoạch trường Bàu Sậy gửi cho mấy chỗ",), "Phòng Giáo dục", id="how many places"),
        pytest.param(("kế hoạch công ty thủy lợi căn cứ 2 QĐ nào của UBND tỉnh",), "97/QĐ-UBND", id="whose grounds"),
        pytest.param(
            ("kế hoạch công ty thủy lợi căn cứ quyết định số mấy của trường",), "41/QĐ-UBND", id="whose is no plan"
        ),
        pytest.param(
            ("em soạn công văn: kế hoạch công ty thủy lợi thực hiện theo quyết định số mấy của tỉnh và số mấy của Sở",),
            "41/QĐ-UBND", id="grounds behind a story",
        ),
        pytest.param(
            ("ke hoach cong ty thuy loi dua tren quyet dinh nao cua tinh va ke hoach nao cua truong",),
            "97/QĐ-UBND", id="several documents",
        ),
        pytest.param(
            ("kế hoạch trường Bàu Sậy gửi tới những nơi nào, có bên trạm y tế không ạ, em cần in cho đủ bản",),
            "Nơi nhận: Phòng Giáo dục", id="to whom, and one of them",
        ),
        pytest.param(("kế hoạch công ty thủy lợi có gửi cho Tổ Trạm bơm không",), "Sở Thủy sản", id="to a unit"),
        pytest.param(
            ("kế hoạch trường Bàu Sậy ai ký", "bác ấy ký với chức danh gì ạ"), "chức vụ: Hiệu", id="the post then"
        ),
        pytest.param(("kế hoạch trường Bàu Sậy số mấy", "ngày mấy vậy"), "Ngày ban hành: 20/01/2027", id="a day then"),
        pytest.param(
            ("kế hoạch trường Bàu Sậy ai ký", "thế gửi cho những nơi nào ạ, kể em nghe hết để em photo"),
            "Nơi nhận: Phòng Giáo dục", id="to whom then, with a story",
        ),
        pytest.param(
            ("kế hoạch trường Bàu Sậy ai ký", "còn nơi nhận gồm những đâu em cần photo gửi"),
            "Nơi nhận: Phòng Giáo dục", id="what else is said behind another fact",
        ),
        pytest.param(
            ("kế hoạch trường Bàu Sậy số mấy", "nơi nhận có phụ huynh không"), "Nơi nhận: Phòng", id="one of them then"
        ),
        pytest.param(("kế hoạch trường Bàu Sậy gửi ai", "còn xã"), "Nơi nhận: Phòng", id="a level then"),
        pytest.param(("ke hoach truong Bau Say gui ai", "con tinh"), "Nơi nhận: Phòng", id="a level, no accents"),
        pytest.param(
            ("kế hoạch trường Bàu Sậy số mấy", "rứa gửi đi những mô, ghi sổ công văn đi"), "Nơi nhận:", id="regional"
        ),
        pytest.param(
            ("kế hoạch trường Bàu Sậy ai ký", "cho e số hiệu + ngày lun"), "Ngày ban hành: 20/01/2027", id="two then"
        ),
        pytest.param(
            ("kế hoạch công ty thủy lợi dựa vô mấy quyết định mô của UBND tỉnh rứa chị",), "97/QĐ-UBND", id="which ones"
        ),
        pytest.param(("kế hoạch công ty thủy lợi căn cứ mấy quyết định",), "97/QĐ-UBND", id="how many it goes by"),
        pytest.param(("ke hoach cong ty thuy loi lam theo bao nhieu quyet dinh",), "97/QĐ-UBND", id="how many bare"),
        pytest.param(("kế hoạch công ty thủy lợi có mấy căn cứ pháp lý",), "97/QĐ-UBND", id="how many grounds"),
        pytest.param(
            ("văn bản của công ty thủy lợi có gửi lên sở không, xem chỗ nơi nhận",), "Sở Thủy sản", id="the foot of it"
        ),
        pytest.param(
            ("kh cua truong Bau Say phai gui bao cao len co quan nao v, coi giup cho noi nhan",),
            "Nơi nhận: Phòng Giáo dục", id="the foot without accents",
        ),
        pytest.param(("kế hoạch công ty thủy lợi thay cho cái kế hoạch số mấy",), "4/KH-CTTL", id="whose place"),
        pytest.param(("kh cong ty thuy loi thay the kh nao",), "Kế hoạch này thay thế", id="and bare"),
    ],
)  # fmt: skip
def test_a_fact_is_told_whatever_is_said_beside_it(snapshot: Snapshot, turns: tuple[str, ...], says: str) -> None:
    said = ask(snapshot, *turns)
    assert says in plain(said)
    assert "2 kế hoạch:" not in plain(said)
    assert not said.tentative


@pytest.mark.parametrize(
    "text",
    [
        "công ty thủy lợi gửi báo cáo cho những đâu",
        "báo cáo phân phối nước của công ty thủy lợi gửi cho ai",
        "kế hoạch công ty thủy lợi, báo cáo quý nộp về đâu",
    ],
)
def test_whom_reports_go_to_is_not_whom_the_plan_goes_to(snapshot: Snapshot, text: str) -> None:
    assert "Nơi nhận" not in plain(ask(snapshot, text))


def test_of_several_grounds_that_of_the_year_that_is_said_is_told(snapshot: Snapshot) -> None:
    said = plain(ask(snapshot, "kế hoạch công ty thủy lợi căn cứ quyết định số mấy của UBND tỉnh năm 2027"))
    assert "97/QĐ-UBND" in said
    assert "41/QĐ-UBND" not in said


@pytest.mark.parametrize(
    ("text", "says"),
    [
        pytest.param("ký hợp đồng vận hành trạm bơm ai lo", "Tổ Trạm bơm", id="a row about signing"),
        pytest.param("ban hành văn bản phân phối nước ai làm", "Tổ Kỹ thuật", id="a row about papers"),
        pytest.param("kế hoạch tưới tiêu của Sở Y tế ai ký", "Có phải ý", id="another office"),
        pytest.param("ký hợp đồng vận hành trạm bơm theo quyết định số mấy", "Ký hợp đồng", id="what a row goes by"),
    ],
)
def test_what_a_row_tells_or_another_plan_would_is_no_fact(snapshot: Snapshot, text: str, says: str) -> None:
    assert says in plain(ask(snapshot, text))
    assert "Người ký" not in plain(ask(snapshot, text))


def test_of_the_grounds_those_of_the_kinds_that_are_said_are_told() -> None:
    law, decree = "Căn cứ Luật Thủy lợi ngày 19/6/2017;", "Căn cứ Nghị định số 67/2018/NĐ-CP của Chính phủ;"
    passages = tuple(Passage(text, ()) for text in (law, decree, "Căn cứ Quyết định số 41/QĐ-UBND của UBND tỉnh;"))
    canal = Heading(issuer="Công ty Thủy lợi Bàu Trăn", title="Kế hoạch Tưới tiêu năm 2027", years=(2027,))
    only = make_snapshot([a_loaded_plan(ROWS, heading=canal, passages=passages)])
    said = plain(ask(only, "kế hoạch công ty thủy lợi dựa vô mấy luật với nghị định mô rứa"))
    assert [text in said for text in (law, decree, "41/QĐ-UBND")] == [True, True, False]


@pytest.mark.parametrize(
    "said",
    [
        "ban hành văn bản phân phối nước hạn khi nào",
        "số điện thoại ông ấy",
        "còn ký hợp đồng vận hành trạm bơm thì sao",
        "còn chuyện phân phối nước",
    ],
)
def test_what_is_of_no_heading_is_not_told_behind_one(snapshot: Snapshot, said: str) -> None:
    assert "Người ký" not in plain(ask(snapshot, "kế hoạch công ty thủy lợi ai ký", said))


SOONER = "số 5/KH-CTTL của Công ty Thủy lợi Bàu Trăn ban hành trước:"


@pytest.mark.parametrize(
    "text",
    [
        "kế hoạch của trường với của công ty thủy lợi, cái nào ban hành trước",
        "trường hay công ty thủy lợi ra kế hoạch sớm hơn vậy",
        "truong voi cong ty thuy loi ben nao ky ke hoach sau",
        "hai kế hoạch này cái nào mới hơn",
        "Trong hai kế hoạch, kế hoạch nào ban hành sớm nhất?",
    ],
)
def test_plans_are_put_in_the_order_of_their_days(snapshot: Snapshot, text: str) -> None:
    said = plain(ask(snapshot, text))
    assert SOONER in said.splitlines()[0]
    assert "08/01/2027" in said
    assert "20/01/2027" in said


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("tổ nào ban hành văn bản phân phối nước trước", "Ban hành văn bản phân phối nước"),
        ("trạm bơm ký hợp đồng trước hay ban hành văn bản phân phối nước trước", "Ký hợp đồng vận hành trạm bơm"),
    ],
)
def test_what_rows_issue_or_sign_puts_no_plans_in_order(snapshot: Snapshot, text: str, row: str) -> None:
    said = plain(ask(snapshot, text))
    assert row in said
    assert SOONER not in said


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("kế hoạch nào ban hành trước 15/01/2027", "Trường"),
        ("ke hoach nao ky truoc ngay 15 thang 1", "Trường"),
        ("kế hoạch nào ban hành sớm hơn ngày 15/01", "Trường"),
        ("kế hoạch nào ban hành sau ngày 15/01", "Công ty"),
        ("ke hoach nao ban hanh sau 15/01/2027", "Công ty"),
    ],
)
def test_a_day_behind_before_and_after_is_a_limit_and_no_order(snapshot: Snapshot, text: str, others: str) -> None:
    said = plain(ask(snapshot, text))
    assert SOONER not in said
    assert others not in said


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        pytest.param("nơi nhận hồ sơ vận hành trạm bơm ở đâu", "Nơi nhận:", id="a place that takes something"),
        pytest.param("kế hoạch công ty thủy lợi số mấy", "được thay thế", id="its own number"),
        pytest.param("kế hoạch công ty thủy lợi thay thế kế hoạch nào", "Số, ký hiệu: 4/", id="no number of its own"),
        pytest.param("kế hoạch công ty thủy lợi có mấy việc ban hành văn bản", "Căn cứ của", id="papers of rows"),
    ],
)
def test_what_only_looks_like_a_fact_is_not_told_as_one(snapshot: Snapshot, text: str, fact: str) -> None:
    assert fact not in plain(ask(snapshot, text))


def test_a_plan_that_names_none_is_not_said_to_replace_one(snapshot: Snapshot) -> None:
    said = ask(snapshot, "kế hoạch trường Bàu Sậy thay cho kế hoạch nào")
    assert said.abstained
    assert "4/KH-CTTL" not in plain(said)


@pytest.mark.parametrize(
    "text",
    [
        "em mới ký hợp đồng thì năm nay được nghỉ phép mấy ngày ạ, xin ai ký ạ",
        "em mới về thì được nghỉ bù mấy ngày vậy anh, cho em hỏi ai ký",
        "em muốn xin nghỉ cưới thì được mấy ngày ạ, xin hỏi ai duyệt",
    ],
)
def test_who_signs_what_is_asked_in_front_is_no_signer_of_plans(snapshot: Snapshot, text: str) -> None:
    assert "Người ký" not in plain(ask(snapshot, text))


def test_who_signed_a_plan_is_told_behind_another_question_about_it(snapshot: Snapshot) -> None:
    said = plain(
        ask(snapshot, "em là văn thư mới, kế hoạch trường Bàu Sậy ban hành ngày nào vậy ạ, xin hỏi ai ký luôn ạ")
    )
    assert "Đỗ Thị Mận" in said


def test_all_grounds_are_told_where_no_kind_of_them_is_said() -> None:
    grounds = ("Căn cứ Luật Thủy lợi năm 2017;", "Căn cứ Kế hoạch số 8/KH-SNN ngày 04/01/2027 của Sở Nông nghiệp;")
    heading = Heading(number="5/KH-CTTL", issuer="Công ty Thủy lợi Bàu Trăn", years=(2027,))
    snapshot = make_snapshot(
        [a_loaded_plan(ROWS, heading=heading, passages=tuple(Passage(text, ()) for text in grounds))]
    )
    said = plain(ask(snapshot, "công ty thủy lợi có mấy căn cứ pháp lý trong kế hoạch"))
    assert all(text in said for text in ("Luật Thủy lợi", "8/KH-SNN"))
