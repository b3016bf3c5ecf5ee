"""Facts of the plans themselves, abbreviations, courtesies."""

from datetime import date

import pytest
from asking import ask
from builders import a_loaded_plan, a_task

from knowledge.answers.answer import Context, answer
from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.model import Heading, Passage, Place, Signer
from knowledge.reply import plain

HEADING = Heading(
    number="12/KH-SGTVT",
    symbol="KH-SGTVT",
    issuer="Sở Giao thông vận tải tỉnh Hà Nam",
    place="Hà Nam",
    issued="2026-12",
    title="Kế hoạch An toàn giao thông giai đoạn 2027 - 2029",
    years=(2027, 2028, 2029),
    signer=Signer("Trần Thị Bình", "Phó Giám đốc"),
)
PASSAGES = (Passage("Số: 12 /KH-SGTVT", (), Place((3, 3))), Passage("Sở Giao thông vận tải ban hành kế hoạch", ()))


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    plan = a_loaded_plan([a_task()], heading=HEADING, passages=PASSAGES, glossary=(("ATGT", "an toàn giao thông"),))
    return make_snapshot([plan])


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Kế hoạch này do ai ký ban hành?", "Trần Thị Bình"),
        ("người ký giữ chức vụ gì", "Phó Giám đốc"),
        ("số hiệu của kế hoạch", "12/KH-SGTVT"),
        ("so ke hoach la bao nhieu, ngay nao", "12/KH-SGTVT"),
        ("so ke hoach la bao nhieu, ngay nao", "tháng 12/2026"),
        ("số hiệu và ngày ban hành", "tháng 12/2026"),
        ("ông mô ký kế hoạch ni rứa", "Trần Thị Bình"),
        ("12/KH-SGTVT", "Gồm 1 nhiệm vụ"),
        ("kế hoạch số 12 ai ký", "Trần Thị Bình"),
        ("kế hoạch này", "Gồm 1 nhiệm vụ"),
        ("PH là gì", "phối hợp"),
        ("HSCV là gì", "hồ sơ công việc"),
        ("kế hoạch ban hành khi nào", "tháng 12/2026"),
        ("ke hoach nay cua tinh nao", "Hà Nam"),
        ("kế hoạch này ra đời hồi tháng mấy", "tháng 12/2026"),
        ("kế hoạch ni ông nào ký, ký hồi nào", "Trần Thị Bình"),
        ("kế hoạch này ký ngày tháng năm nào vậy", "tháng 12/2026"),
        ("kế hoạch này cho giai đoạn nào", "2027"),
        ("kế hoạch tên gì", "An toàn giao thông"),
        ("có những kế hoạch nào", "Kế hoạch An toàn giao thông giai đoạn 2027 - 2029"),
        ("ATGT là gì", "an toàn giao thông"),
        ("UBND viết tắt của từ gì", "Ủy ban nhân dân"),
    ],
)
def test_a_fact_is_told(snapshot: Snapshot, text: str, says: str) -> None:
    said = ask(snapshot, text)

    assert not said.abstained
    assert says in plain(said)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("kế hoạch này là bà Trần Thị Bình ký phải không", "Đúng. Người ký: Trần Thị Bình"),
        ("kế hoạch này là bà Trần Thị Bình ký phải không, chức vụ gì", "Đúng. Người ký: Trần Thị Bình"),
        ("ke hoach nay ba binh ky dung ko", "Đúng. Người ký: Trần Thị Bình"),
        ("người ký kế hoạch là ông Nguyễn Văn Hưng hả", "Không đúng. Người ký: Trần Thị Bình"),
        ("kế hoạch này do bà Bình, phó giám đốc, ký à", "Đúng. Người ký: Trần Thị Bình"),
        ("kế hoạch này do phó giám đốc ký phải không", "Đúng. Người ký: Trần Thị Bình"),
        ("ke hoach nay do giam doc ky phai khong", "Không đúng. Người ký: Trần Thị Bình"),
        ("kế hoạch này do đồng chí Bình ký à", "Đúng. Người ký: Trần Thị Bình"),
        ("người ký kế hoạch là giám đốc hay phó giám đốc", "Người ký: Trần Thị Bình"),
        ("kế hoạch này không phải bà Bình ký đúng không", "Người ký: Trần Thị Bình"),
        ("kế hoạch này do bà Bình ký, không phải ông Minh, đúng không", "Người ký: Trần Thị Bình"),
        ("kế hoạch này không phải số 12 à", "Số, ký hiệu: 12/KH-SGTVT"),
        ("kế hoạch này ký hồi tháng 12/2026 bởi bà Bình, số 12, đúng không", "Đúng. Người ký: Trần Thị Bình"),
        ("kế hoạch này ký tháng 12 phải không", "Đúng. Thời gian ban hành: tháng 12/2026"),
        ("kế hoạch này ký tháng 11 phải không", "Không đúng. Thời gian ban hành: tháng 12/2026"),
        ("kế hoạch này số 12 phải không", "Đúng. Số, ký hiệu: 12/KH-SGTVT"),
        ("kế hoạch này có phải số 21 không", "Không đúng. Số, ký hiệu: 12/KH-SGTVT"),
        ("kế hoạch này ban hành tháng 12/2026 phải không", "Đúng. Thời gian ban hành: tháng 12/2026"),
        ("kế hoạch này ký tháng 11/2026 à", "Không đúng. Thời gian ban hành: tháng 12/2026"),
        ("kế hoạch này ký ngày 28/12/2026 đúng không", "Thời gian ban hành: tháng 12/2026"),
    ],
)
def test_what_is_claimed_of_a_plan_is_held_against_its_heading(snapshot: Snapshot, text: str, says: str) -> None:
    assert plain(ask(snapshot, text)).startswith(says)


@pytest.mark.parametrize("again", ["ký ngày tháng năm nào vậy", "ngày nào ký", "thế ký hôm nào", "ban hành lúc nào"])
def test_a_fact_is_asked_behind_another(snapshot: Snapshot, again: str) -> None:
    context = Context(today=date(2027, 3, 1))
    _, talked = answer("kế hoạch này do ai ký", snapshot, context=context)

    said, _ = answer(again, snapshot, conversation=talked, context=context)

    assert "tháng 12/2026" in plain(said).splitlines()[0]


def test_a_field_of_a_row_is_not_asked_of_what_the_plan_itself_is(snapshot: Snapshot) -> None:
    context = Context(today=date(2027, 3, 1))
    _, talked = answer("kế hoạch này số mấy", snapshot, context=context)

    said, _ = answer("ai chủ trì", snapshot, conversation=talked, context=context)

    assert "Số: 12" not in plain(said)


@pytest.mark.parametrize(
    "text", ["ban hành kế hoạch kiểm tra khi nào", "ký biên bản bàn giao ngày nào", "kế hoạch rà soát ai ký duyệt"]
)
def test_what_a_row_does_is_no_fact_of_the_plan(text: str) -> None:
    tasks = [a_task(task=said) for said in ("Ban hành kế hoạch kiểm tra", "Ký biên bản bàn giao", "Rà soát kế hoạch")]
    plan = a_loaded_plan(tasks, heading=HEADING, passages=PASSAGES)

    assert not plain(ask(make_snapshot([plan]), text)).startswith(("Thời gian ban hành", "Người ký"))


def test_the_number_is_cited_where_it_is_printed(snapshot: Snapshot) -> None:
    (citation,) = ask(snapshot, "kế hoạch số mấy").cited

    assert citation.item.place.lines == (3, 3)


def test_a_fact_that_is_not_printed_is_not_told() -> None:
    blank = make_snapshot([a_loaded_plan([a_task()], heading=Heading(issuer="Sở Y tế tỉnh Bến Tre"))])

    assert ask(blank, "kế hoạch số mấy, ban hành ngày nào").abstained


def test_a_number_that_was_left_blank_is_said_to_be_blank() -> None:
    blank = make_snapshot([a_loaded_plan([a_task()], heading=Heading(symbol="KH-SYT"))])

    assert "còn để trống" in plain(ask(blank, "kế hoạch số mấy"))


def test_a_fact_is_told_once(snapshot: Snapshot) -> None:
    assert plain(ask(snapshot, "Kế hoạch này do ai ký ban hành?")).count("Trần Thị Bình") == 1


def test_several_plans_each_tell_their_own() -> None:
    other = a_loaded_plan(stem="b", heading=Heading(issuer="Sở Y tế tỉnh Bến Tre", signer=Signer("Lê Văn Cường")))
    both = make_snapshot([a_loaded_plan([a_task()], heading=HEADING), other])

    said = plain(ask(both, "các kế hoạch do ai ký"))

    assert "Trần Thị Bình" in said
    assert "Lê Văn Cường" in said


def test_what_an_unknown_abbreviation_means_is_not_guessed(snapshot: Snapshot) -> None:
    assert ask(snapshot, "XYZQ nghĩa là gì").abstained


@pytest.mark.parametrize("text", ["xin chào", "cảm ơn em nhiều", "tạm biệt", "em giúp được gì", "ok"])
def test_a_courtesy_is_answered_without_rows(snapshot: Snapshot, text: str) -> None:
    said = ask(snapshot, text)

    assert plain(said)
    assert not said.abstained
    assert said.cited == ()


def test_without_plans_nothing_is_answered() -> None:
    assert ask(make_snapshot([]), "ai chủ trì số hóa").abstained


@pytest.mark.parametrize(
    ("text", "stems"),
    [
        pytest.param("Những kế hoạch nào ban hành năm 2026?", ["a"], id="issued in a year"),
        pytest.param("những kế hoạch nào được ban hành năm 2027", ["b"], id="issued in another"),
        pytest.param("những kế hoạch nào của Long An", ["b"], id="of a place"),
        pytest.param("đang có những kế hoạch nào", ["a", "b"], id="all"),
    ],
)
def test_plans_are_listed_by_when_they_were_issued_and_by_whom(text: str, stems: list[str]) -> None:
    later = Heading(issuer="Sở Y tế tỉnh Long An", place="Long An", issued="2027-01-15", years=(2027,))
    both = make_snapshot([a_loaded_plan(stem="a", heading=HEADING), a_loaded_plan(stem="b", heading=later)])

    assert [choice.question for choice in ask(both, text).choices] == stems


def test_a_year_without_a_plan_is_told(snapshot: Snapshot) -> None:
    assert ask(snapshot, "những kế hoạch nào ban hành năm 2019").abstained


def test_to_whom_a_plan_goes_is_read_from_its_foot() -> None:
    heading = Heading(title="Kế hoạch Y tế học đường năm 2027", years=(2027,), recipients=("UBND tỉnh", "Các trường"))
    said = answer(
        "kế hoạch này gửi cho những ai",
        make_snapshot([a_loaded_plan(heading=heading)]),
        context=Context(today=date(2027, 3, 1)),
    )[0]

    assert plain(said).startswith("Nơi nhận: UBND tỉnh; Các trường\n\nTên kế hoạch: Kế hoạch Y tế học đường năm 2027")


def test_a_fact_stands_above_what_names_the_plan() -> None:
    heading = Heading(number="9/KH-SYT", title="Kế hoạch Y tế", issued="2027-01-05", years=(2027,))
    said = answer(
        "kế hoạch ban hành ngày nào",
        make_snapshot([a_loaded_plan(heading=heading)]),
        context=Context(today=date(2027, 3, 1)),
    )[0]

    assert plain(said).splitlines()[0] == "Ngày ban hành: 05/01/2027"
    assert "Số, ký hiệu: 9/KH-SYT" in plain(said)
    assert plain(said).count("Ngày ban hành") == 1


def test_a_fact_of_another_years_plan_is_not_told() -> None:
    heading = Heading(number="9/KH-SYT", title="Kế hoạch Y tế năm 2027", years=(2027,))
    snapshot = make_snapshot([a_loaded_plan(heading=heading)])
    context = Context(today=date(2027, 3, 1))
    _, conversation = answer("kế hoạch y tế số mấy", snapshot, context=context)
    said, _ = answer("thế bản 2029 số mấy", snapshot, conversation=conversation, context=context)

    assert said.abstained
    assert not said.cited


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param(
            "BQLDA CĐS nghĩa là gì", "BQLDA CĐS là viết tắt của: Ban Quản lý dự án chuyển đổi số", id="two words"
        ),
        pytest.param("BQLDA là gì", "BQLDA CĐS là viết tắt của: Ban Quản lý dự án chuyển đổi số", id="its beginning"),
        pytest.param("BQLDA chủ trì việc gì", "Có 1 nhiệm vụ", id="rows by its beginning"),
        pytest.param("CVC là gì", "Có phải CVC là viết tắt của “chuyên viên chính”?", id="initials of a row's words"),
    ],
)
def test_what_a_short_form_of_the_plan_means(text: str, said: str) -> None:
    rows = [a_task(task="Tổ chức thi nâng ngạch chuyên viên chính", lead=("Ban Quản lý dự án chuyển đổi số",))]
    glossary = (("BQLDA CĐS", "Ban Quản lý dự án chuyển đổi số"),)
    snapshot = make_snapshot([a_loaded_plan(rows, glossary=glossary)])

    assert plain(answer(text, snapshot, context=Context(today=date(2027, 3, 1)))[0]).startswith(said)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("kế hoạch do ai ký, ngày nào", "Người ký: Lê Văn An, chức vụ: Giám đốc"),
        ("kh này số mấy, ngày bn", "Số, ký hiệu: 9/KH-SYT"),
        ("kế hoạch này của đâu, đề tháng nào", "Ngày ban hành: 05/01/2027"),
        ("nơi nhận của kế hoạch này gồm những đâu", "Nơi nhận: UBND tỉnh"),
        ("kế hoạch y tế 2027 được gửi tới những đơn vị nào", "Nơi nhận: UBND tỉnh"),
    ],
)
def test_facts_are_known_by_many_ways_of_asking(text: str, first: str) -> None:
    heading = Heading(
        number="9/KH-SYT", issuer="Sở Y tế", title="Kế hoạch Y tế năm 2027", issued="2027-01-05", years=(2027,),
        signer=Signer("Lê Văn An", "Giám đốc"), recipients=("UBND tỉnh",),
    )  # fmt: skip
    said = answer(text, make_snapshot([a_loaded_plan(heading=heading)]), context=Context(today=date(2027, 3, 1)))[0]

    assert plain(said).splitlines()[0] == first
    assert "05/01/2027" in plain(said)


@pytest.mark.parametrize(
    "text",
    ["kế hoạch này căn cứ nghị quyết nào", "ke hoach nay dua vao dau", "kế hoạch y tế 2027 làm theo kế hoạch số mấy"],
)
def test_what_a_plan_goes_by_is_read_above_its_first_heading(text: str) -> None:
    passages = (
        Passage("Thực hiện Nghị quyết số 7/NQ-HĐND về y tế, Sở Y tế ban hành kế hoạch như sau:", ()),
        Passage("Căn cứ Kế hoạch này, các phòng triển khai công việc số 3.", ("IV. TỔ CHỨC THỰC HIỆN",)),
    )
    heading = Heading(number="9/KH-SYT", title="Kế hoạch Y tế năm 2027", years=(2027,))
    snapshot = make_snapshot([a_loaded_plan(heading=heading, passages=passages)])

    said = ask(snapshot, text)
    assert plain(said).splitlines()[0] == f"Căn cứ của kế hoạch: “{passages[0].text}”"
    assert [citation.item for citation in said.cited] == [passages[0]]


def test_a_plan_that_names_no_document_says_so() -> None:
    snapshot = make_snapshot([a_loaded_plan(heading=Heading(title="Kế hoạch Y tế năm 2027", years=(2027,)))])
    assert ask(snapshot, "kế hoạch này căn cứ nghị quyết nào").abstained
