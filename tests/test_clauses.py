"""Of a long text the clause that asks, whatever is told around it."""

import pytest
from builders import a_loaded_plan, a_task

from knowledge.library.snapshot import make_snapshot
from knowledge.questions.clauses import asking
from knowledge.questions.lookup import Lookup, lookup


@pytest.fixture(scope="module")
def known() -> Lookup:
    rows = [
        a_task(),
        a_task(task="Tổ chức khảo sát mức độ hài lòng của hành khách đi xe buýt", stt="2"),
        a_task(task="Rà soát, công khai, minh bạch biểu giá dịch vụ bến xe", stt="3"),
    ]
    return lookup(make_snapshot([a_loaded_plan(rows)]))


SURVEY = "khảo sát mức độ hài lòng của hành khách"


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        (f"Chào chị, em mới đi công tác về nên chưa kịp xem, {SURVEY} thì ai chủ trì?", f"{SURVEY} thì ai chủ trì"),
        (f"Tôi đang đứng ngoài bến xe ồn quá, anh cho tôi biết {SURVEY} bao giờ xong", f"{SURVEY} bao giờ xong"),
        (f"{SURVEY} do đơn vị nào chủ trì, mong chị trả lời sớm giúp em với ạ", f"{SURVEY} do đơn vị nào chủ trì"),
        (f"Sáng mai sếp em họp sớm lắm. {SURVEY} ai lo, bao giờ xong?", f"{SURVEY} ai lo , bao giờ xong"),
        (f"Sáng mai đoàn xuống coi bến xe rồi chị ơi, {SURVEY} thì nộp giấy tờ chi", f"{SURVEY} thì nộp giấy tờ chi"),
        (f"Chị Tư bị sếp nhắc hoài mà em quên mất, {SURVEY} đạt nhiêu phần trăm", f"{SURVEY} đạt nhiêu phần trăm"),
        (f"Hôm qua họp với bến xe vui lắm hả chị. {SURVEY} thì ai chủ trì", f"{SURVEY} thì ai chủ trì"),
        (
            f"Chị bận quá. {SURVEY} ai chủ trì, nộp gì, cho chị xin đủ cả nha",
            f"{SURVEY} ai chủ trì, nộp gì, cho chị xin, đủ cả nha",
        ),
        ("Trưởng bến xe như tôi đây phải tổ chức khảo sát mức độ hài lòng bao lâu một lần", None),
        (f"{SURVEY} trong quý hai, bến xe làm cùng với đội an ninh hả chị", None),
        ("Cái biểu giá dịch vụ bến xe của Sở mình chừng nào khảo sát mức độ hài lòng xong đây", None),
        (f"{SURVEY} trong quý hai, bên em làm chính hay bến xe làm chính chị", None),
    ],
    ids=[
        "before",
        "without a comma",
        "behind",
        "two questions",
        "an interrogative of the middle",
        "an interrogative of the south",
        "a story that wonders",
        "more of what was asked",
        "who somebody is",
        "whether it is so",
        "whose it is",
        "which of two",
    ],
)
def test_what_is_told_around_a_question_is_left_out(told: str, asked: str | None, known: Lookup) -> None:
    assert asking(told, known.beside).replace(" ,", ",") == (asked or told).replace(" ,", ",")


@pytest.mark.parametrize(
    "text",
    [
        "Em ơi, mức độ hài lòng ai chủ trì?",
        "Rà soát, công khai, minh bạch biểu giá dịch vụ bến xe thì đơn vị nào chủ trì, bao giờ phải xong?",
        "Chào anh, hôm nay em nghỉ phép nên không đến cơ quan được, chúc anh một ngày vui",
        "Phòng Tổ chức cán bộ Văn phòng Sở có bao nhiêu nhiệm vụ trong quý ) 2/2027?",
    ],
    ids=["a short text", "commas inside the topic", "nothing asked", "a sign alone behind a word of time"],
)
def test_a_text_that_is_all_question_or_none_stays_whole(text: str, known: Lookup) -> None:
    assert asking(text, known.beside) == text


def test_a_preamble_does_not_take_the_topic_with_it(known: Lookup) -> None:
    text = f"Tôi đang làm báo cáo về {SURVEY} cho sếp, vậy thì ai chủ trì và bao giờ xong?"
    assert "hành khách" in asking(text, known.beside)


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        pytest.param("Đồng chí làm ơn cho biết giúp trong bảng, đơn vị nào chủ trì nhiều nhất, bao nhiêu việc?",
                     "trong bảng , đơn vị nào chủ trì nhiều nhất , bao nhiêu việc", id="what narrows stays"),
        pytest.param("Sáng nay họp giao ban có nhắc mà em quên mất, nhờ bạn tra giùm: kế hoạch này ai ký",
                     "kế hoạch này ai ký", id="a fact needs no topic"),
        pytest.param("Vừa rồi tôi bị hỏi giữa hành lang mà chưa trả lời được, việc nào đến hạn ngày 30/6?",
                     "việc nào đến hạn ngày 30/6", id="who was asked asks nothing"),
        pytest.param(f"Về việc {SURVEY} trong năm nay thì cho em hỏi ai chủ trì và bao giờ xong ạ",
                     f"Về việc {SURVEY} trong năm nay thì cho em hỏi ai chủ trì và bao giờ xong ạ",
                     id="the topic stands before the request"),
        pytest.param(f"Hôm kia mấy anh ngoài bến cứ gặp là hỏi chú là {SURVEY} ai lo", f"là {SURVEY} ai lo",
                     id="what somebody was asked on a day"),
        pytest.param(f"chiều qua có mấy người ghé hỏi em {SURVEY} ai lo mà em chưa rành lắm",
                     f"{SURVEY} ai lo mà em chưa rành lắm", id="and told to know little of"),
        pytest.param(f"quý hai sếp có ghé qua hỏi em {SURVEY} bên mình ai lo",
                     f"quý hai sếp có ghé qua hỏi em {SURVEY} bên mình ai lo", id="a quarter is asked about"),
        pytest.param(f"mấy bến điện em hoài hỏi {SURVEY} chừng nào xong mà em không nhớ",
                     f"hoài hỏi {SURVEY} chừng nào xong mà em không nhớ", id="asked before what is unknown"),
        pytest.param("việc trong phụ lục hạn tháng 5/2027 nhé, cảm ơn em nhiều lắm, chiều anh còn phải nộp lên trên",
                     "việc trong phụ lục hạn tháng 5/2027 nhé", id="nothing asks"),
        pytest.param("gửi báo cáo quý thì bên nào chủ trì vậy chị, em hỏi để biết đường gửi cho kịp",
                     "gửi báo cáo quý thì bên nào chủ trì vậy chị", id="what it is asked for asks nothing"),
        pytest.param(f"{SURVEY} thì bên nào chủ trì hả em, chị đang làm bảng tổng hợp cho sếp",
                     f"{SURVEY} thì bên nào chủ trì hả em", id="what somebody is doing is no order"),
        pytest.param(f"Bữa trước bác hỏi mà em quên, {SURVEY} tháng mấy làm, em coi giúp bác coi kế hoạch ghi sao",
                     f"{SURVEY} tháng mấy làm , bác coi kế hoạch ghi sao", id="a request to look has no topic"),
        pytest.param(f"Em là nhân viên mới của sở, trưởng phòng bảo em hỏi xem việc {SURVEY} phòng nào đứng ra làm",
                     f"việc {SURVEY} phòng nào đứng ra làm", id="to ask is no order to look"),
        pytest.param("Bến xe với các tổ bên dưới có những việc hạn từ tháng 12/2026, cho tôi xin danh sách.",
                     "Bến xe với các tổ bên dưới có những việc hạn từ tháng 12/2026 , danh sách",
                     id="what the list is of stands before the request"),
        pytest.param("Chú là trưởng phòng mới về nhận công tác, còn đang lo lắm, cho chú xin danh sách việc quý 2",
                     "danh sách việc quý 2", id="a list that says what it is of"),
        pytest.param("Chào đồng chí, lần đầu tôi dùng cái này, đồng chí giúp tôi được những việc gì?",
                     "đồng chí giúp tôi được những việc gì", id="what may be done for somebody"),
    ],
)  # fmt: skip
def test_a_request_ends_where_the_question_begins(told: str, asked: str, known: Lookup) -> None:
    assert asking(told, known.beside) == asked


@pytest.mark.parametrize(
    "text",
    [
        "Ôi thôi, rà soát biểu giá bến xe tụi em chưa xong, vậy là trễ hạn rồi hả chị?",
        "Chết rồi, khảo sát hành khách xe buýt bên mình chưa làm, thế là quá hạn hả anh?",
    ],
)
def test_whether_something_is_late_is_asked_of_what_was_told(text: str, known: Lookup) -> None:
    assert asking(text, known.beside) == text
