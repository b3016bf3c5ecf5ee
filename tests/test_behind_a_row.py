"""Behind an answer of one row a field is asked in few words, in whatever manner: it is a field of that row."""

from datetime import date

import pytest
from asking import ask, stts
from builders import a_deadline, a_loaded_plan, a_task

from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.model import Heading, Passage, Signer
from knowledge.reply import plain

FIRST = "ai quét sơn cầu phao?"
SPRING = a_deadline(date(2027, 4, 30), text="Tháng 4/2027")
AUTUMN = a_deadline(date(2027, 10, 31), text="Tháng 10/2027")
MANNERS = {
    "Thời hạn: Tháng 4/2027": (
        "ok, due date?", "hạn nào vậy, ghi rõ giùm em", "bao giờ xong", "thế khi nào phải xong",
        "vậy hạn chót là ngày mấy", "cái đó hạn bao giờ", "deadline?",
        "thời gian tổ chức dự kiến vào lúc nào", "dự kiến bao giờ làm",
        "việc ấy chốt hạn ngày mấy", "có hạn cụ thể không", "vậy tính tới nay còn bao lâu", "mấy đợt, tháng nào",
    ),
    "Chủ trì: Đội Cầu": (
        "nó thuộc đơn vị nào", "của đơn vị nào", "ai quản việc đó", "thế giao cho ai", "no thuoc don vi nao",
        "kể tên đơn vị chủ trì",
    ),
    "Phối hợp: Trạm Đò; Công an xã": (
        "họ làm với ai", "roi nhung don vi nao tham gia", "kể tên các đơn vị phối hợp", "ngoài ra còn ai",
        "còn bên nào nữa", "cùng ai vậy", "thế còn ai tham gia", "đơn vị nào phải hỗ trợ", "rồi ai phụ thêm",
        "ai phụ với đội cầu vụ đó", "em soạn giấy mời, mấy đơn vị phối hợp là ai",
        "ai phối hợp, kể tên hết nha", "phối hợp gồm ai, ghi đủ nhé", "hiệp hội nào được mời vào?", "bên nào phụ họ",
    ),
    "Sản phẩm: Biên bản nghiệm thu": (
        "bao nhiêu cái", "tổng cộng mấy cái vậy",
        "nộp lên cái gì", "kết quả phải giao ra là những gì?", "kết quả cuối cùng là gì", "thế cuối cùng được cái gì",
        "kết quả thể hiện bằng gì", "hoàn thành thì có gì trong tay", "ra được cái chi", "sản phẩm phải giao",
        "lấy gì làm bằng chứng là đã làm", "xong thì đẻ ra cái gì", "mần xong lòi ra cấy chi", "kết quả phải đạt là gì",
        "kết quả phải đạt thế nào", "ket qua phai dat the nao", "cần đạt ra sao", "sao mới gọi là đạt",
        "yêu cầu phải đạt như thế nào", "làm xong phải có cái chi để nộp hè", "cạo xong phải nộp cái gì",
        "thế nghiệm thu thì cần có cái gì trong tay", "tới khi hoàn tất thì phải nộp lên cái gì hè",
        "phun xong ra cái gì",
    ),
    "Quét sơn chống gỉ cầu phao bến Sậy": (
        "làm cái đó được lợi gì", "cầu phao đó cốt để chi vậy em", "làm đường đó cốt để chi",
        "tai sao lai lam", "nhằm đạt tỷ lệ gì",
    ),
    "Kế hoạch không nêu mục đích của nội dung này.\nQuét sơn chống gỉ cầu phao bến Sậy": (
        "mục đích là gì", "mục đích của việc đó", "làm ra để phục vụ cái gì",
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    rows = [
        a_task(task="Quét sơn chống gỉ cầu phao bến Sậy", stt="1", lead=("Đội Cầu",), result="Biên bản nghiệm thu",
               coordinate=("Trạm Đò", "Công an xã"), deadline=SPRING),
        a_task(task="Báo cáo tình hình giao thông thủy", stt="2", lead=("Văn phòng",), result="Báo cáo",
               coordinate=("Các đội",), deadline=AUTUMN),
        a_task(task="Hỗ trợ hộ dân quản lý bến đò ngang", stt="3", lead=("Trạm Đò",), result="Bàn giao 12 áo phao",
               coordinate=("Đội Cầu",), deadline=AUTUMN),
        a_task(task="Mở đợt cao điểm kiểm tra bến bãi", stt="4", lead=("Công an xã",), result="Kết quả kiểm tra",
               coordinate=("Trạm Đò",), deadline=AUTUMN),
        a_task(task="Viết bài tuyên truyền trên loa", stt="5", lead=("Ban Văn hóa",), coordinate=(),
               result="10 bài", deadline=AUTUMN),
        a_task(task="Lập đề án dời bến cũ", stt="6", lead=("Đội Cầu",), coordinate=(), result="Đề án",
               deadline=AUTUMN),
    ]  # fmt: skip
    heading = Heading(
        number="9/KH-UBND", issuer="UBND xã Sậy Giang", title="Kế hoạch Giao thông thủy năm 2027", years=(2027,),
        signer=Signer(name="Lê Văn Thuận", post="Phó Chủ tịch"),
    )  # fmt: skip
    costs = (Passage("Kinh phí thực hiện kế hoạch là 480 triệu đồng.", ("III. KINH PHÍ",)),)
    return make_snapshot([a_loaded_plan(rows, heading=heading, passages=costs)])


@pytest.mark.parametrize(("said", "told"), [(said, told) for told, each in MANNERS.items() for said in each])
def test_a_field_is_asked_of_the_row_that_was_told(snapshot: Snapshot, said: str, told: str) -> None:
    answer = ask(snapshot, FIRST, said)
    assert (stts(answer)[:1], answer.tentative) == (["1"], False)
    assert plain(answer).startswith(told)


@pytest.mark.parametrize(
    "said",
    [
        "kinh phí riêng cho việc này bn tiền",
        "dự toán riêng của cầu phao đó là bao nhiêu tiền",
        "à mà cho hỏi kinh phí thực hiện hết bao nhiêu",
        "kinh phi cua no la bao nhieu",
        "kinh phí?",
    ],
)
def test_what_the_row_costs_is_no_sum_of_a_plan(snapshot: Snapshot, said: str) -> None:
    assert (
        plain(ask(snapshot, FIRST, said))
        == "Kế hoạch không ghi kinh phí của nhiệm vụ này: Quét sơn chống gỉ cầu phao bến Sậy"
    )


@pytest.mark.parametrize("said", [
    "kinh phí của kế hoạch là bao nhiêu", "kinh phí của cả kế hoạch này bao nhiêu tiền",
    "kinh phí của cả xã đó là bao nhiêu", "kinh phi cua ke hoach la bao nhieu",
])  # fmt: skip
def test_what_the_plan_costs_is_none_of_the_row(snapshot: Snapshot, said: str) -> None:
    assert plain(ask(snapshot, FIRST, said)).startswith("Kinh phí thực hiện kế hoạch là 480 triệu đồng")


@pytest.mark.parametrize("said", ["vậy ai phối hợp với Văn phòng làm chuyện đó", "rồi ai phụ Ban Văn hóa vụ đó"])
def test_with_another_unit_than_has_the_row_it_is_asked_back(snapshot: Snapshot, said: str) -> None:
    answer = ask(snapshot, FIRST, said)
    assert (stts(answer), answer.tentative) == (["1"], True)


def test_a_document_of_the_row_that_was_told_is_nearer_than_a_verb_of_another(snapshot: Snapshot) -> None:
    assert stts(ask(snapshot, "có dời bến cũ không", "ai viết đề án?")) == ["6"]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        pytest.param("còn bài tuyên truyền thì ai làm", ["5"], id="another thing"),
        pytest.param("loa thì ai lo", ["5"], id="a noun before who is asked"),
        pytest.param("vậy dự kiến khi nào tổ chức kiểm tra", ["4"], id="one thing is named behind what says little"),
        pytest.param("thời gian tổ chức kiểm tra vào lúc nào", ["4"], id="the same behind a time"),
        pytest.param("thế đợt cao điểm khi nào", ["4"], id="of which the row that was told has nothing"),
        pytest.param("Trạm Đò hỗ trợ thế nào", ["3"], id="how something else is done"),
        pytest.param("các việc của Trạm Đò là gì", ["3", "1", "4"], id="rows are spoken of"),
        pytest.param("lập đề án xong phải nộp gì", ["6"], id="what is done first is another row"),
        pytest.param("còn đề án dời bến thì cốt để làm gì", ["6"], id="what something else is for"),
        pytest.param("ai phối hợp với Văn phòng làm báo cáo đó", ["2"], id="a thing is pointed at"),
        pytest.param("em làm bài tuyên truyền trên loa, ai phối hợp", ["5"], id="told in front in words of the plan"),
        pytest.param("em đang kiểm tra, ai phối hợp", ["1"], id="two words are what anybody does meanwhile"),
        pytest.param("em dang lam bao cao, ai phoi hop", ["1"], id="as are words of papers, no accents"),
        pytest.param("em soạn giấy tuyên truyền, ai phối hợp", ["1"], id="which no row has as they stand"),
        pytest.param("em liên hệ công an, ai phối hợp", ["1"], id="whom somebody calls meanwhile"),
        pytest.param("em lien he cong an, ai phoi hop", ["1"], id="whom somebody calls, no accents"),
        pytest.param("em đi bến về, ai phối hợp", ["1"], id="where somebody has been"),
        pytest.param("em kiểm tra bến bãi, ai phối hợp", ["4"], id="told in front as a row tells it"),
        pytest.param("tuyên truyền xong có gì", ["5"], id="a word of the plan that is done first"),
        pytest.param(
            "em rà thấy có mấy dòng chưa có tên ai ở cột phối hợp, chị liệt kê hết giúp",
            ["5", "6"],
            id="rows told in front",
        ),
    ],
)
def test_what_names_something_else_is_about_that(snapshot: Snapshot, said: str, expected: list[str]) -> None:
    assert set(stts(ask(snapshot, FIRST, said))) == set(expected)


@pytest.mark.parametrize(
    "said", ["phải ra giấy tờ gì", "báo cáo hay văn bản gì", "cầu phao đó, kết quả phải có giấy tờ nào"]
)
def test_what_a_product_is_called_names_no_other_row(snapshot: Snapshot, said: str) -> None:
    assert plain(ask(snapshot, FIRST, said)).startswith("Sản phẩm: Biên bản nghiệm thu")


def test_the_carrying_out_of_what_was_told_is_another_row() -> None:
    rows = [
        a_task(task="Xây dựng kế hoạch kiểm tra bến bãi", stt="1", lead=("Công an xã",), deadline=SPRING),
        a_task(task="Triển khai kiểm tra bến bãi năm 2027", stt="2", lead=("Đội Cầu",), deadline=AUTUMN),
        a_task(task="Triển khai thu phí qua cầu", stt="3", lead=("Văn phòng",), deadline=AUTUMN),
    ]
    snapshot = make_snapshot([a_loaded_plan(rows)])
    first = "xây dựng kế hoạch kiểm tra bến bãi khi nào xong"
    assert stts(ask(snapshot, first, "còn cái triển khai thì ai làm")) == ["2"]
    assert stts(ask(snapshot, first, "thế ai triển khai")) == ["1"]
    assert stts(ask(snapshot, "thu phí qua cầu khi nào xong", "còn cái triển khai thì ai làm")) == ["3"]


@pytest.mark.parametrize(
    ("drawn", "carried"),
    [
        pytest.param("kiểm soát TTHC năm 2027", "kiểm tra công vụ năm 2027", id="syllables and the year"),
        pytest.param("phòng cháy bến đò năm 2027", "phòng dịch bến đò năm 2027", id="one thing for its like"),
        pytest.param("thu gom rác trên sông năm 2027", "thu phí trên sông năm 2027", id="the place and the year"),
    ],
)
def test_a_row_that_carries_out_something_else_is_not_put_for_it(drawn: str, carried: str) -> None:
    rows = [
        a_task(task=f"Xây dựng kế hoạch {drawn}", stt="1", lead=("Công an xã",), deadline=SPRING),
        a_task(task=f"Triển khai {carried}", stt="2", lead=("Đội Cầu",), deadline=AUTUMN),
    ]
    first = f"xây dựng kế hoạch {drawn} khi nào xong"
    for said in ("việc thực hiện đến bao giờ", "khâu triển khai đến bao giờ"):
        assert stts(ask(make_snapshot([a_loaded_plan(rows)]), first, said)) == ["1"]


def test_whatever_is_not_of_the_row_is_no_list_of_the_whole_plan(snapshot: Snapshot) -> None:
    assert stts(ask(snapshot, FIRST, "phải có những gì")) == ["1"]


@pytest.mark.parametrize("said", ["quý IV?", "lọc quý 4 giúp", "chỉ lấy quý IV thôi", "quy 4"])
def test_a_time_alone_behind_a_list_narrows_it(snapshot: Snapshot, said: str) -> None:
    assert stts(ask(snapshot, "Đội Cầu chủ trì những việc gì", said)) == ["6"]


def test_a_word_inside_the_name_of_a_unit_is_no_role() -> None:
    rows = [
        a_task(stt="1", lead=("Vụ Hợp tác quốc tế",), coordinate=("Vụ Pháp chế",), deadline=SPRING),
        a_task(task="Dịch tài liệu", stt="2", lead=("Vụ Pháp chế",), coordinate=("Vụ Hợp tác quốc tế",)),
    ]
    snapshot = make_snapshot([a_loaded_plan(rows)])
    assert stts(ask(snapshot, "Vụ Pháp chế chủ trì những việc gì", "còn Vụ Hợp tác quốc tế?")) == ["1"]


@pytest.mark.parametrize(
    "said", ["bản này do đích thân chủ tịch ký hả, hay ông phó?", "ông phó nào ký", "ông ký tên là gì vậy"]
)
def test_who_signed_is_asked_by_how_people_speak_of_him(snapshot: Snapshot, said: str) -> None:
    assert plain(ask(snapshot, "kế hoạch này do cơ quan nào ban hành", said)).startswith("Người ký: Lê Văn Thuận")


@pytest.mark.parametrize("said", ["tổng kết xong phải nộp gì", "tong ket thi nop gi", "bơi xong có gì"])
def test_what_is_done_first_and_names_a_row_is_that_row(said: str) -> None:
    rows = [
        a_task(task="Diễn tập chữa cháy", stt="1", lead=("Đội Cầu",), result="Kịch bản", deadline=SPRING),
        a_task(task="Tổng kết công tác năm", stt="2", lead=("Văn phòng",), result="Báo cáo tổng kết", deadline=AUTUMN),
        a_task(task="Mở lớp dạy bơi", stt="3", lead=("Đoàn xã",), result="200 trẻ biết bơi", deadline=AUTUMN),
    ]
    answer = ask(make_snapshot([a_loaded_plan(rows)]), "ai diễn tập chữa cháy", said)
    assert stts(answer) == (["3"] if "bơi" in said else ["2"])
