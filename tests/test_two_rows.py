"""Two rows that a question names beside each other: both are cited, the difference stands in the first line."""

from datetime import date

import pytest
from asking import ask, stts
from builders import a_deadline, a_loaded_plan, a_task

from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.model import DeadlineKind, Heading
from knowledge.reply import line_text

ROWS = [
    a_task(stt="1", task="Nạo vét kênh thủy lợi nội đồng", lead=("Phòng Kinh tế",),
           deadline=a_deadline(date(2027, 4, 30), text="Trước ngày 30/4/2027")),
    a_task(stt="2", task="Tiêm phòng dại cho đàn chó", lead=("Trạm Thú y",),
           deadline=a_deadline(date(2027, 3, 31), text="Quý I/2027")),
    a_task(stt="3", task="Rà soát và cập nhật danh sách hộ nghèo", lead=("Phòng Kinh tế",),
           deadline=a_deadline(date(2027, 4, 30), text="Tháng 4/2027")),
    a_task(stt="4", task="Trực phòng chống lụt bão", lead=("Ban Chỉ huy Quân sự",),
           deadline=a_deadline(text="Thường xuyên", kind=DeadlineKind.ONGOING)),
    a_task(stt="5", task="Sơ kết nửa năm hoạt động", lead=("Văn phòng",),
           deadline=a_deadline(date(2027, 7, 5), text="05/7/2027")),
]  # fmt: skip


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    return make_snapshot([a_loaded_plan(ROWS)])


@pytest.mark.parametrize(
    ("text", "rows", "head"),
    [
        pytest.param("nạo vét kênh với tiêm phòng dại, việc nào hạn trước?", ["1", "2"],
                     "“Tiêm phòng dại cho đàn chó” đến hạn trước, sớm hơn 30 ngày", id="which is sooner"),
        pytest.param("việc nào đến hạn sau: tiêm phòng dại hay nạo vét kênh", ["2", "1"],
                     "“Tiêm phòng dại cho đàn chó” đến hạn trước, sớm hơn 30 ngày", id="the question first"),
        pytest.param("nao vet kenh va danh sach ho ngheo han khac nhau the nao", ["1", "3"],
                     "Đến hạn cùng ngày 30/4/2027", id="the same day, without accents"),
        pytest.param("tiêm phòng dại và trực phòng chống lụt bão ai chủ trì từng việc", ["2", "4"],
                     "Chủ trì khác nhau: “Tiêm phòng dại cho đàn chó”: Trạm Thú y", id="who does each"),
        pytest.param("nạo vét kênh với hộ nghèo đều do Phòng Kinh tế lo hết hả hay khác nhau", ["1", "3"],
                     "Chủ trì giống nhau: Phòng Kinh tế", id="whether one does both"),
        pytest.param("tiem phong dai, nao vet kenh deu giao tram thu y phai khong", ["2", "1"],
                     "Chủ trì khác nhau", id="one that does not do both"),
        pytest.param("nạo vét kênh với tiêm phòng dại cùng Phòng Kinh tế hay mỗi cái một nơi", ["1", "2"],
                     "Chủ trì khác nhau", id="one for each"),
        pytest.param("nạo vét kênh với tiêm phòng dại đều xong trong quý I phải không", ["1", "2"],
                     "“Tiêm phòng dại cho đàn chó” đến hạn trước", id="both in a time"),
        pytest.param("nạo vét kênh và danh sách hộ nghèo khác gì nhau", ["1", "3"],
                     "Chủ trì giống nhau: Phòng Kinh tế", id="in general"),
        pytest.param("tiêm phòng dại và trực lụt bão hạn khi nào", ["2", "4"],
                     "Thời hạn khác nhau: “Tiêm phòng dại cho đàn chó”: Quý I/2027", id="two asked in one"),
        pytest.param("cái nào đến hạn trước nhất, nạo vét kênh hay tiêm phòng dại", ["1", "2"],
                     "“Tiêm phòng dại cho đàn chó” đến hạn trước", id="which is the first"),
        pytest.param("nạo vét kênh với tiêm phòng dại thì cái nào phải xong trước hè em", ["1", "2"],
                     "“Tiêm phòng dại cho đàn chó” đến hạn trước", id="words that only close it"),
        pytest.param("nạo vét kênh với sơ kết nửa năm, việc nào hạn trước", ["1", "5"],
                     "“Nạo vét kênh thủy lợi nội đồng” đến hạn trước", id="a word like a small one"),
        pytest.param("nạo vét kênh với tiêm phòng dại, ngày xong khác nhau sao, hạn nào tới trước", ["1", "2"],
                     "“Tiêm phòng dại cho đàn chó” đến hạn trước", id="how their days differ"),
        pytest.param("nạo vét kênh với tiêm phòng dại, việc nào làm trước tiên", ["1", "2"],
                     "“Tiêm phòng dại cho đàn chó” đến hạn trước", id="which comes first of all"),
    ],
)  # fmt: skip
def test_two_rows_stand_beside_each_other(snapshot: Snapshot, text: str, rows: list[str], head: str) -> None:
    said = ask(snapshot, text)
    assert stts(said) == rows
    assert line_text(said.head[0]).startswith(head)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param("rà soát và cập nhật danh sách hộ nghèo ai chủ trì", ["3"], id="one row that has a joining word"),
        pytest.param("tiêm phòng dại với ai", ["2"], id="no second half"),
        pytest.param("việc nào phải xong trước tháng 4", ["2"], id="a list up to a month"),
        pytest.param("ai nạo vét kênh, phải xong sớm hơn năm ngoái", ["1"], id="a year that it is sooner than"),
        pytest.param("nao vet kenh ai lam, phai xong truoc mua lu", ["1"], id="a season without accents"),
    ],
)
def test_one_question_is_not_cut_in_two(snapshot: Snapshot, text: str, rows: list[str]) -> None:
    assert stts(ask(snapshot, text)) == rows


SAME_CHAIR = "Chủ trì giống nhau: Phòng Kinh tế"
DOGS_FIRST = "“Tiêm phòng dại cho đàn chó” đến hạn trước"


@pytest.mark.parametrize(
    ("turns", "rows", "head"),
    [
        pytest.param(("so với nạo vét kênh thì tiêm phòng dại có sớm hơn không",), ["1", "2"], DOGS_FIRST, id="than"),
        pytest.param(("nạo vét kênh với danh sách hộ nghèo chung đơn vị không",), ["1", "3"], SAME_CHAIR, id="shared"),
        pytest.param(("nạo vét kênh và danh sách hộ nghèo cùng một phòng à",), ["1", "3"], SAME_CHAIR, id="room"),
        pytest.param(("tiêm phòng dại xong trước khi nạo vét kênh phải không",), ["2", "1"], DOGS_FIRST, id="before"),
        pytest.param(("tiem phong dai xong sau khi nao vet kenh a",), ["2", "1"], DOGS_FIRST, id="after, no accents"),
        pytest.param(("tiêm phòng dại với rà soát hộ nghèo có phải cùng một trạm làm không",), ["2", "3"],
                     "Chủ trì khác nhau: “Tiêm phòng dại cho đàn chó”: Trạm Thú y", id="another kind of unit"),
        pytest.param(("nạo vét kênh với rà soát hộ nghèo là một cơ quan lo hay hai cơ quan khác nhau",), ["1", "3"],
                     SAME_CHAIR, id="one or two"),
        pytest.param(("tiêm phòng dại xong trước hay sau nạo vét kênh",), ["2", "1"], DOGS_FIRST, id="before or after"),
        pytest.param(("so với việc 1 thì việc 3 có cùng đơn vị chủ trì không",), ["1", "3"], SAME_CHAIR, id="numbers"),
        pytest.param(("việc số 1 và việc số 2 cái nào hạn trước",), ["1", "2"], DOGS_FIRST, id="which number"),
        pytest.param(
            ("nạo vét kênh bao giờ xong", "cái đó với việc số 2 cái nào xong trước"),
            ["1", "2"], DOGS_FIRST, id="that one",
        ),
        pytest.param(
            ("nạo vét kênh bao giờ xong", "với tiêm phòng dại cái nào xong trước"), ["1", "2"], DOGS_FIRST, id="with"
        ),
        pytest.param(
            ("nạo vét kênh ai làm", "nó có chung đơn vị chủ trì với rà soát hộ nghèo không"),
            ["1", "3"], SAME_CHAIR, id="it",
        ),
        pytest.param(
            ("nạo vét kênh ai làm", "so với rà soát hộ nghèo thì đơn vị chủ trì có giống nhau k"),
            ["1", "3"], SAME_CHAIR, id="than one alone",
        ),
        pytest.param(
            ("Phòng Kinh tế có việc gì", "hai việc đó có chung hạn không"), ["1", "3"], "Đến hạn cùng ngày", id="both"
        ),
        pytest.param(
            ("nạo vét kênh ai làm", "có phải cũng chính phòng đó làm cái rà soát hộ nghèo không ạ"),
            ["1", "3"], SAME_CHAIR, id="whether the one that was told does another",
        ),
        pytest.param(
            ("nao vet kenh ai lam", "tiem phong dai cung noi do lo luon ha"),
            ["1", "2"], "Chủ trì khác nhau", id="the same without accents, behind the thing",
        ),
        pytest.param(
            ("nửa đầu năm có việc gì đến hạn", "cái đầu với cái thứ hai có chung hạn không"),
            ["2", "1"], DOGS_FIRST, id="by places",
        ),
    ],
)  # fmt: skip
def test_a_side_may_be_told_by_a_number_a_place_or_what_was_shown(
    snapshot: Snapshot, turns: tuple[str, ...], rows: list[str], head: str
) -> None:
    said = ask(snapshot, *turns)
    assert stts(said) == rows
    assert line_text(said.head[0]).startswith(head)


CARDS = [
    a_task(stt="1", task="Cấp thẻ học nghề cho bộ đội xuất ngũ", lead=("Trạm Tân Lập",), coordinate=(),
           deadline=a_deadline(date(2027, 4, 30))),
    a_task(stt="2", task="Cấp thẻ học nghề cho thanh niên", lead=("Trạm Bãi Ngang",), coordinate=(),
           deadline=a_deadline(date(2027, 6, 30))),
    a_task(stt="3", task="Lát lại sân kho", lead=("Trạm Tân Lập",), coordinate=(),
           deadline=a_deadline(date(2027, 5, 5))),
    a_task(stt="4", task="Khoan giếng làng", lead=("Trạm Gò Me",), coordinate=(),
           deadline=a_deadline(date(2027, 8, 5))),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param("Trạm Tân Lập với Trạm Bãi Ngang, việc cấp thẻ học nghề thì mỗi bên hạn khi nào", ["1", "2"],
                     id="one matter of two units"),
        pytest.param("Trạm Tân Lập với Trạm Gò Me, việc cấp thẻ học nghề thì mỗi bên hạn khi nào", None,
                     id="one of them has no such row"),
    ],
)  # fmt: skip
def test_one_matter_is_looked_for_with_each_of_two_units(text: str, rows: list[str] | None) -> None:
    said = ask(make_snapshot([a_loaded_plan(CARDS)]), text)
    if rows:
        assert stts(said) == rows
    else:
        assert not line_text(said.head[0]).startswith(("“", "Thời hạn khác nhau"))


def test_whom_a_thing_is_done_for_is_part_of_it_though_a_unit_is_called_so() -> None:
    rows = [*CARDS, a_task(stt="5", task="Dọn bãi", lead=("Hội Thanh niên",), deadline=a_deadline(date(2027, 1, 5)))]
    text = "cấp thẻ học nghề cho thanh niên với cấp thẻ học nghề cho bộ đội, việc nào đến hạn trước"
    assert stts(ask(make_snapshot([a_loaded_plan(rows)]), text)) == ["2", "1"]


@pytest.mark.parametrize(
    ("turns", "rows"),
    [
        pytest.param(("Phòng Kinh tế có việc gì", "hai việc đó ai làm"), ["1", "3"], id="nothing is compared"),
        pytest.param(("nạo vét kênh ai làm", "với cái này phối hợp với ai"), ["1"], id="only joined"),
        pytest.param(("nạo vét kênh bao giờ xong", "cái đó với việc số 9 cái nào xong trước"), [], id="no such number"),
    ],
)
def test_no_second_row_is_made_up(snapshot: Snapshot, turns: tuple[str, ...], rows: list[str]) -> None:
    assert stts(ask(snapshot, *turns)) == rows


@pytest.mark.parametrize(
    ("first", "said", "head"),
    [
        pytest.param("nạo vét kênh hạn khi nào", "còn tiêm phòng dại? cái nào trước?", "“Tiêm phòng dại cho đàn chó”",
                     id="which of them is sooner"),
        pytest.param("nạo vét kênh hạn khi nào", "thế tiêm phòng dại xong trước hay sau việc đó",
                     "“Tiêm phòng dại cho đàn chó” đến hạn trước", id="before or behind it"),
        pytest.param("nạo vét kênh hạn khi nào", "bên thú y tiêm phòng dại trước hay sau mình?",
                     "“Tiêm phòng dại cho đàn chó” đến hạn trước", id="before or behind, without a verb"),
        pytest.param("nạo vét kênh hạn khi nào", "tiêm phòng dại có trễ hơn không", "“Tiêm phòng dại cho đàn chó”",
                     id="later than it"),
        pytest.param("nạo vét kênh ai làm", "còn tiêm phòng dại có cùng phòng đó làm không", "Chủ trì khác nhau",
                     id="by the same"),
        pytest.param("nạo vét kênh ai làm", "danh sách hộ nghèo có chung đơn vị không", "Chủ trì giống nhau",
                     id="in common"),
        pytest.param("nạo vét kênh ai làm", "so với việc làm tiêm phòng dại thì cái nào hạn sớm hơn",
                     "“Tiêm phòng dại cho đàn chó”", id="the doing of it"),
        pytest.param("nạo vét kênh ai làm", "so với tiêm phòng dại thì sao", "Chủ trì khác nhau",
                     id="by what was asked of it"),
        pytest.param("nạo vét kênh khi nào xong", "vs tiêm phòng dại thì khác gì k", "“Tiêm phòng dại cho đàn chó”",
                     id="by its day"),
        pytest.param("nạo vét kênh ai làm", "so với tiêm phòng dại thì cái nào tốn hơn", "Kinh phí",
                     id="by what is asked of both"),
    ],
)  # fmt: skip
def test_one_row_that_is_named_stands_beside_the_one_that_was_told(
    snapshot: Snapshot, first: str, said: str, head: str
) -> None:
    answer = ask(snapshot, first, said)
    assert set(stts(answer)) == {"1", "3" if "hộ nghèo" in said else "2"}
    assert line_text(answer.head[0]).startswith(head)


def test_the_other_row_may_be_of_another_plan_than_the_one_that_was_named(snapshot: Snapshot) -> None:
    school = Heading(issuer="Trường Nghề Bãi Sậy", title="Kế hoạch Trường Nghề Bãi Sậy", years=(2027,))
    digging = a_task(stt="7", task="Đào giếng khơi", lead=("Tổ Giếng",), deadline=a_deadline(date(2027, 2, 1)))
    plans = make_snapshot([*snapshot.plans, a_loaded_plan([digging], stem="school", heading=school)])
    said = ask(plans, "trường nghề bãi sậy đào giếng khơi ai làm", "so với nạo vét kênh thì cái nào xong trước")
    assert stts(said) == ["7", "1"]
    assert not any("Đang hỏi trong" in line_text(line) for line in said.foot)


def test_the_other_row_is_of_the_plan_of_the_one_where_that_has_it(snapshot: Snapshot) -> None:
    village = Heading(issuer="UBND xã Đồi Sim", title="Kế hoạch xã Đồi Sim", years=(2027,))
    own = a_task(stt="9", task="Tiêm phòng dại cho đàn chó", lead=("Tổ Thú y",), deadline=a_deadline(date(2027, 9, 1)))
    plans = make_snapshot([a_loaded_plan([own], stem="doi-sim", heading=village), *snapshot.plans])
    assert stts(ask(plans, "nạo vét kênh ai làm", "so với tiêm phòng dại thì cái nào xong trước")) == ["1", "2"]


def test_two_rows_that_are_named_are_not_put_beside_the_one_that_was_told(snapshot: Snapshot) -> None:
    turns = ("trực lụt bão ai làm", "nạo vét kênh với tiêm phòng dại, việc nào hạn trước?")
    assert stts(ask(snapshot, *turns)) == ["1", "2"]


WATER = [
    a_task(stt="1", task="Diễn tập ứng phó sự cố vỡ ống chính", lead=("Nhà máy nước",), result="Biên bản",
           deadline=a_deadline(date(2027, 5, 20), text="20/5/2027")),
    a_task(stt="2", task="Khảo sát mức độ hài lòng của khách hàng dùng nước", lead=("Phòng Kinh doanh",),
           result="02 lớp, 60 học viên", deadline=a_deadline(date(2027, 11, 30), text="Tháng 11/2027")),
]  # fmt: skip
COLLEGE = [
    a_task(stt="7", task="Diễn tập sơ tán khi cháy ký túc xá", lead=("Ban Quản lý ký túc xá",),
           deadline=a_deadline(date(2027, 6, 30), text="Tháng 6/2027")),
    a_task(stt="8", task="Khảo sát tình trạng việc làm của sinh viên", lead=("Trung tâm Hướng nghiệp",),
           deadline=a_deadline(date(2027, 12, 25), text="25/12/2027")),
    a_task(stt="9", task="Đón đoàn đánh giá ngoài đến khảo sát", lead=("Phòng Khảo thí",),
           deadline=a_deadline(date(2027, 10, 31), text="Tháng 10/2027")),
]  # fmt: skip


@pytest.fixture(scope="module")
def offices() -> Snapshot:
    water = Heading(number="3/KH-CTN", issuer="Công ty Cấp thoát nước Thanh Bình", title="Kế hoạch Giảm thất thoát",
                    years=(2027,))  # fmt: skip
    college = Heading(number="4/KH-ĐHSG", issuer="Trường Đại học Sông Gâm", title="Kế hoạch Bảo đảm chất lượng",
                      years=(2027,))  # fmt: skip
    loaded = a_loaded_plan(WATER, stem="nuoc", heading=water), a_loaded_plan(COLLEGE, stem="dai-hoc", heading=college)
    return make_snapshot(loaded)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param("so giúp chủ trì hai cuộc diễn tập: vỡ ống chính và cháy ký túc xá", ["1", "7"], id="a sign"),
        pytest.param("hai cuộc diễn tập vỡ ống chính và cháy ký túc xá ai chủ trì", ["1", "7"], id="no sign"),
        pytest.param("2 đợt khảo sát: khách hàng dùng nước và việc làm sinh viên, ai làm", ["2", "8"], id="in figures"),
        pytest.param("hai việc: khảo sát khách hàng và diễn tập cháy ký túc xá, ai làm", ["2", "7"], id="of no kind"),
        pytest.param("khảo sát khách của công ty nước và khảo sát việc làm của trường đại học, mỗi bên hạn ngày nào",
                     ["2", "8"], id="each in the plan of its own"),
    ],
)  # fmt: skip
def test_two_of_one_kind_or_of_two_plans_are_two_rows(offices: Snapshot, text: str, rows: list[str]) -> None:
    assert stts(ask(offices, text)) == rows


def test_two_classes_of_one_row_are_one_row(offices: Snapshot) -> None:
    assert stts(ask(offices, "hai đoàn đánh giá ngoài và khảo sát ai đón")) == ["9"]


def test_how_many_is_told_by_the_product_and_not_said_to_be_left_open(offices: Snapshot) -> None:
    said = ask(offices, "khảo sát khách hàng dùng nước ra được gì, bao nhiêu người học")
    assert [line_text(one) for one in said.head] == ["Sản phẩm: 02 lớp, 60 học viên"]


def test_two_that_are_only_told_before_another_question_are_not_compared(offices: Snapshot) -> None:
    told = "Anh Tư đi họp về kêu hai cái diễn tập vỡ ống chính và khảo sát khách hàng dùng nước gì đó, coi giùm"
    said = ask(offices, told)
    assert not any("khác nhau" in line_text(one) for one in said.head)
