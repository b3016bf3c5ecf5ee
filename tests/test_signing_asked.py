"""Who signed and when, asked in the words of the chat and over two turns."""

from dataclasses import replace

import pytest
from asking import ask
from builders import a_loaded_plan, a_plan, a_task

from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.model import Heading, Passage, Place, Signer
from knowledge.reply import plain


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    heading = replace(a_plan().heading, signer=Signer("Lê Hữu Phước", "Phó Giám đốc"))
    signed = Passage("Lê Hữu Phước", ("V. TỔ CHỨC THỰC HIỆN",), Place(lines=(90, 90)))
    rows = [a_task(task="Ký kết hợp đồng bảo trì phần mềm", stt="4")]
    return make_snapshot([a_loaded_plan(rows, heading=heading, passages=(signed,))])


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "ai đặt bút ký kế hoạch cchc của sở nội vụ vậy, giám đốc hay phó giám đốc", id="one post or the other"
        ),
        pytest.param("ai kí cái kh cchc của sở nội vụ z mn", id="words of the chat"),
    ],
)
def test_the_signer_is_told(snapshot: Snapshot, text: str) -> None:
    assert plain(ask(snapshot, text)).startswith("Người ký: Lê Hữu Phước")


@pytest.mark.parametrize("text", ["ký ngày mấy", "ban hành hôm nào", "ky khi nao"])
def test_the_day_of_signing_is_asked_behind_the_signer(snapshot: Snapshot, text: str) -> None:
    assert "15/12/2026" in plain(ask(snapshot, "kế hoạch này ai ký", text)).splitlines()[0]


def test_a_row_behind_the_signer_is_a_row(snapshot: Snapshot) -> None:
    assert plain(ask(snapshot, "kế hoạch này ai ký", "ký kết hợp đồng bảo trì khi nào")).startswith("Thời hạn")


_SIGNED = {
    "bo": ("Lê Bích Vân", "Thứ trưởng", "Bộ Thủy lợi", "Kế hoạch Phát triển thủy lợi năm 2027"),
    "cuc": ("Phạm Quang Dũng", "Phó Cục trưởng", "Cục Kiểm ngư", "Kế hoạch Kiểm ngư năm 2027"),
    "tinh": ("Hà Văn Khôi", "Chủ tịch", "UBND tỉnh Bãi Sậy", "Kế hoạch Phòng cháy rừng năm 2027"),
}


@pytest.fixture(scope="module")
def of_several() -> Snapshot:
    plans = []
    for number, (stem, (name, post, issuer, title)) in enumerate(_SIGNED.items(), 71):
        heading = Heading(issuer=issuer, title=title, years=(2027,), number=f"{number}/KH", signer=Signer(name, post))
        plans.append(a_loaded_plan([a_task(task=f"Sơ kết công tác của {issuer}")], stem=stem, heading=heading))
    return make_snapshot(plans)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        pytest.param("ông Khôi ký kế hoạch nào", "Hà Văn Khôi", id="the plan is asked"),
        pytest.param("bản nào do bà Lê Bích Vân ký vậy", "Lê Bích Vân", id="asked as a paper"),
        pytest.param("ba van ky ban nao", "Lê Bích Vân", id="without accents"),
        pytest.param("kế hoạch nào do chủ tịch ký", "Hà Văn Khôi", id="by the post"),
        pytest.param("anh Dũng ký với tư cách phó cục trưởng à", "Đúng. Người ký: Phạm Quang Dũng", id="in a capacity"),
        pytest.param("ông Khôi ký với tư cách phó chủ tịch hả", "Không đúng. Người ký: Hà Văn Khôi", id="another post"),
        pytest.param("ông Dũng ký là cục trưởng hay phó vậy", "Người ký: Phạm Quang Dũng", id="one post or its deputy"),
        pytest.param("Kiểm ngư là anh Dũng ký phải không, cho xin cả họ", "Phạm Quang Dũng", id="the whole name"),
        pytest.param("kế hoạch của Bộ Thủy lợi do bộ trưởng hay thứ trưởng ký", "Lê Bích Vân", id="either post"),
        pytest.param("kế hoạch của tỉnh do đích thân chủ tịch ký hay ông phó", "Hà Văn Khôi", id="by himself"),
        pytest.param("kế hoạch Kiểm ngư do bác sĩ Phạm Quang Dũng ký à", "Đúng. Người ký: Phạm", id="with a degree"),
        pytest.param("người đứng tên ký kế hoạch Kiểm ngư giữ chức vụ gì", "Phó Cục trưởng", id="who stands for it"),
    ],
)
def test_who_signed_tells_the_plan_and_only_that(of_several: Snapshot, text: str, says: str) -> None:
    said = plain(ask(of_several, text))
    assert says in said.splitlines()[0]
    assert sum(name in said for name, *_ in _SIGNED.values()) == 1


def test_a_name_that_signed_nothing_is_no_plan(of_several: Snapshot) -> None:
    said = ask(of_several, "ông Hùng ký kế hoạch nào")
    first, *signed = plain(said).splitlines()
    assert (said.abstained, first) == (True, "Các kế hoạch đã nạp không ghi người ký này.")
    assert signed[1] == "Phạm Quang Dũng (Phó Cục trưởng) ký kế hoạch của Cục Kiểm ngư năm 2027."


@pytest.mark.parametrize(
    "text",
    ["văn bản này ai ký vậy", "văn bản ai ký", "chị đang cần gấp, ai ký kế hoạch này em ơi", "chị muốn biết ai ký"],
)
def test_half_of_a_word_and_who_speaks_are_no_name_of_a_signer(of_several: Snapshot, text: str) -> None:
    said = plain(ask(of_several, text))
    assert "không ghi người ký này" not in said
    assert all(name in said for name, *_ in _SIGNED.values())


@pytest.mark.parametrize("text", ["ông Trần Văn Khôi ký kế hoạch nào", "ba Le Thi Van ky ban nao"])
def test_of_another_with_a_name_alike_those_who_signed_are_told(of_several: Snapshot, text: str) -> None:
    said = plain(ask(of_several, text))
    assert all(name in said for name, *_ in _SIGNED.values())


@pytest.mark.parametrize(
    ("text", "left_out"),
    [
        pytest.param("kế hoạch nào không phải ông Khôi ký", "Hà Văn Khôi", id="not by whom"),
        pytest.param("kế hoạch nào ông Khôi không ký", "Hà Văn Khôi", id="who did not"),
        pytest.param("kế hoạch nào không phải do phó cục trưởng ký", "Phạm Quang Dũng", id="not by the post"),
        pytest.param("ke hoach nao chua duoc ba Van ky", "Lê Bích Vân", id="not yet"),
    ],
)
def test_where_who_signed_is_denied_the_others_are_told(of_several: Snapshot, text: str, left_out: str) -> None:
    said = plain(ask(of_several, text))
    assert [name for name, *_ in _SIGNED.values() if name not in said] == [left_out]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        pytest.param("kế hoạch nào do thứ trưởng ký trong tháng 2", "Không có kế hoạch nào", id="of another month"),
        pytest.param("kế hoạch nào do phó cục trưởng ký sau ngày 1/3", "Không có kế hoạch nào", id="later"),
        pytest.param("kế hoạch nào bà Vân ký trước ngày 10/1", "Không có kế hoạch nào", id="before"),
        pytest.param("kế hoạch nào bà Vân ký trong tháng 1", "Người ký: Lê Bích Vân", id="of the month"),
        pytest.param("kế hoạch nào không phải bà Vân ký trong tháng 1", "2 kế hoạch", id="not so"),
        pytest.param("kế hoạch nào ban hành trong tháng 2", "Đang có 1 kế hoạch", id="issued then"),
        pytest.param("kế hoạch nào không ban hành trong tháng 2", "Đang có 2 kế hoạch", id="not issued then"),
        pytest.param("ke hoach nao khong duoc ky trong thang 1", "Đang có 1 kế hoạch", id="without accents"),
    ],
)
def test_a_plan_is_told_by_when_it_was_signed_too(of_several: Snapshot, text: str, says: str) -> None:
    issued = dict(zip(_SIGNED, ("2027-01-29", "2027-02-15", "2027-01-18"), strict=True))
    plans = [
        replace(p, plan=replace(p.plan, heading=replace(p.plan.heading, issued=issued[p.stem])))
        for p in of_several.plans
    ]
    assert plain(ask(make_snapshot(plans), text)).startswith(says)


@pytest.mark.parametrize("text", ["kế hoạch nào không ban hành trong tháng 1", "ke hoach nao chua ky trong thang 1"])
def test_where_all_were_issued_at_a_time_none_is_of_another(of_several: Snapshot, text: str) -> None:
    first, other, *_ = of_several.plans
    issued = replace(first, plan=replace(first.plan, heading=replace(first.plan.heading, issued="2027-01-29")))
    blank = replace(other, plan=replace(other.plan, heading=replace(other.plan.heading, issued=None)))
    said = plain(ask(make_snapshot([issued, blank]), text))
    assert said == "Không có kế hoạch nào ban hành ngoài tháng 1/2027."


def test_a_number_behind_the_name_of_a_plan_is_judged(of_several: Snapshot) -> None:
    assert plain(ask(of_several, "kh phong chay rung nam 2027 so 73 dung k")).startswith("Đúng. Số, ký hiệu: 73/KH")


def test_a_row_that_has_something_signed_is_a_row(of_several: Snapshot) -> None:
    plan = a_loaded_plan([a_task(task="Trình Cục trưởng ký quyết định thanh lý tàu", lead=("Phòng Tàu",))], stem="tau")
    said = plain(
        ask(make_snapshot([*of_several.plans, plan]), "trình cục trưởng ký quyết định thanh lý tàu là việc ai")
    )
    assert "Phòng Tàu" in said


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("xin số hiệu với ngày ký kế hoạch Kiểm ngư để em trích dẫn", id="to cite it"),
        pytest.param("cho em so hieu va ngay ban hanh kh kiem ngu de em ghi vao can cu", id="without accents"),
        pytest.param("số kế hoạch Kiểm ngư là gì để chị đưa vào tờ trình", id="for a letter"),
    ],
)
def test_what_a_fact_is_wanted_for_says_nothing_of_it(of_several: Snapshot, text: str) -> None:
    said = plain(ask(of_several, text))
    assert said.startswith("Số, ký hiệu: 72/KH")
    assert "Người ký" not in said


def test_the_day_that_a_plan_bears_is_that_of_its_issue(snapshot: Snapshot) -> None:
    assert plain(ask(snapshot, "kế hoạch này đề ngày mấy")).startswith("Ngày ban hành: 15/12/2026")


@pytest.mark.parametrize("again", ["người ký là giám đốc hay phó, tên gì", "ông giám đốc ký tên là chi rứa"])
def test_the_signer_is_asked_of_the_plan_that_was_named(of_several: Snapshot, again: str) -> None:
    said = plain(ask(of_several, "kế hoạch Kiểm ngư năm nay có những việc gì", again))
    assert said.startswith("Người ký: Phạm Quang Dũng")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        pytest.param("chữ ký trên kế hoạch này là của ai", "Người ký: Lê Hữu Phước", id="the signature"),
        pytest.param("cuối văn bản ký tên ai", "Người ký: Lê Hữu Phước", id="at the end of the text"),
        pytest.param("kế hoạch này được ai phê duyệt", "Người ký: Lê Hữu Phước", id="who approved it"),
        pytest.param("số và ngày của kế hoạch này", "Số, ký hiệu: 12/KH-SNV", id="number and day by their names"),
        pytest.param("trích dẫn kế hoạch này thì ghi số mấy", "Số, ký hiệu: 12/KH-SNV", id="to cite it"),
        pytest.param("ngày tháng của kế hoạch này", "Ngày ban hành: 15/12/2026", id="the day by its name"),
        pytest.param("kế hoạch này có từ hồi nào", "Ngày ban hành: 15/12/2026", id="since when it is there"),
    ],
)
def test_what_a_heading_prints_is_told_whatever_names_it(snapshot: Snapshot, text: str, says: str) -> None:
    assert plain(ask(snapshot, text)).startswith(says)


def test_who_gets_a_plan_is_whom_it_is_sent_to() -> None:
    heading = replace(a_plan().heading, recipients=("UBND tỉnh An Bình", "Các phòng thuộc Sở"))
    plan = make_snapshot([a_loaded_plan([a_task(task="Tiếp nhận phản ánh của người dân")], heading=heading)])
    assert "UBND tỉnh An Bình" in plain(ask(plan, "ai nhận được kế hoạch này"))
    assert plain(ask(plan, "ai tiếp nhận phản ánh của người dân")).startswith("Chủ trì")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        pytest.param(
            "cho xin tên người ký với chức vụ để ghi vào công văn", "Người ký: Lê Hữu Phước", id="of one plan"
        ),
        pytest.param(
            "kế hoạch này ký số mấy, ngày bao nhiêu", "Số, ký hiệu: 12/KH-SNV", id="signed under which number"
        ),
    ],
)
def test_a_sign_and_a_number_beside_it_are_no_digital_signature(snapshot: Snapshot, text: str, says: str) -> None:
    assert plain(ask(snapshot, text)).startswith(says)


@pytest.mark.parametrize(
    ("text", "signer", "submitter"),
    [
        pytest.param("kế hoạch này ai trình duyệt", False, True, id="who submits"),
        pytest.param("kế hoạch này phòng nào trình ký vậy", False, True, id="which unit does"),
        pytest.param("ke hoach nay ai trinh ky", False, True, id="without accents"),
        pytest.param("kế hoạch này ai trình, ai duyệt", True, True, id="both"),
        pytest.param("kế hoạch này trình ai ký", True, False, id="to whom"),
    ],
)
def test_who_submits_a_plan_is_not_who_signed_it(snapshot: Snapshot, text: str, signer: bool, submitter: bool) -> None:
    said = plain(ask(snapshot, text))
    assert ("Người ký: Lê Hữu Phước" in said) is signer
    assert ("Chưa tìm thấy trong kế hoạch ai trình." in said) is submitter


@pytest.mark.parametrize("thing", ["chi hội", "chỉ thị", "chi đoàn"])
def test_what_only_looks_like_an_address_calls_nobody(of_several: Snapshot, thing: str) -> None:
    assert "không ghi người ký này" not in plain(ask(of_several, f"kế hoạch nào {thing} ký"))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("kế hoạch nào số 72", "Số, ký hiệu: 72/KH"),
        ("ke hoach nao mang so 73", "Số, ký hiệu: 73/KH"),
        ("kế hoạch nào không phải số 72", "2 kế hoạch"),
        ("kế hoạch nào số 99", "Không có kế hoạch nào đã nạp mang số này."),
    ],
)
def test_a_plan_is_told_by_its_number(of_several: Snapshot, text: str, says: str) -> None:
    assert plain(ask(of_several, text)).startswith(says)


@pytest.mark.parametrize(
    ("text", "count"), [("kế hoạch nào ký trong tháng 12", 1), ("ke hoach nao ban hanh thang 11", 2)]
)
def test_a_month_in_which_plans_were_issued_is_of_the_year_of_their_issue(
    of_several: Snapshot, text: str, count: int
) -> None:
    issued = dict(zip(_SIGNED, ("2026-12-29", "2026-11-15", "2025-11-18"), strict=True))
    plans = [
        replace(p, plan=replace(p.plan, heading=replace(p.plan.heading, issued=issued[p.stem])))
        for p in of_several.plans
    ]
    assert plain(ask(make_snapshot(plans), text)).startswith(f"Đang có {count} kế hoạch")


def test_a_number_with_its_symbol_that_no_plan_has_is_told_to_be_none(of_several: Snapshot) -> None:
    assert "Không có kế hoạch nào đã nạp mang số này" in plain(ask(of_several, "Kế hoạch số 9/KH-UBND ai ký?"))
