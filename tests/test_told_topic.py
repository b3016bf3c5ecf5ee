"""A question whose asking clause only points at what was told before it is about what was told."""

from datetime import date

import pytest
from asking import ask
from builders import a_deadline, a_loaded_plan, a_task

from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.questions.lookup import lookup
from knowledge.questions.question import understand
from knowledge.questions.reading import Reading
from knowledge.reply import plain


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    rows = [
        a_task(task="Gia cố bờ kè Rạch Miễu đoạn sạt lở", stt="1", lead=("Ban Quản lý dự án",), result="Công trình",
               deadline=a_deadline(date(2027, 8, 20))),
        a_task(task="Kiểm tra quán bán rượu cho trẻ em gần cổng trường", stt="2", lead=("Đội Kiểm tra số 2",),
               deadline=a_deadline(date(2027, 3, 20))),
        a_task(task="Cử công chức đi học lớp tin học", stt="3", lead=("Phòng Tổ chức",),
               deadline=a_deadline(date(2027, 5, 20))),
        a_task(task="Sửa đổi quy chế chi tiêu nội bộ", stt="4", lead=("Phòng Tài chính",),
               deadline=a_deadline(date(2027, 2, 20))),
        a_task(task="Đo chiếu sáng hẻm phố", stt="5", lead=("Xí nghiệp Chiếu sáng",), result="Biên bản",
               deadline=a_deadline(date(2027, 6, 20))),
    ]  # fmt: skip
    return make_snapshot([a_loaded_plan(rows)])


@pytest.mark.parametrize(
    ("text", "head"),
    [
        pytest.param(
            "Bác ở ấp trên, bờ kè Rạch Miễu đoạn sạt lở sắp được gia cố. Các cháu cho bác biết cơ quan nào đứng ra làm "
            "việc ấy để bác còn báo lại bà con trong xóm.",
            "Chủ trì: Ban Quản lý dự án",
            id="a word that points back, and the asker's own purpose",
        ),
        pytest.param(
            "Con tôi học cấp hai, mấy quán gần cổng trường cứ bán rượu cho trẻ em uống, đội nào được giao dẹp vậy?",
            "Chủ trì: Đội Kiểm tra số 2",
            id="a verb that no plan has",
        ),
        pytest.param(
            "Tôi hay ngồi nhà nghe đài nói chuyện sửa quy chế chi tiêu nội bộ cũ quá rồi. Mong cô chú cho biết "
            "phòng nào nhận làm việc ấy trong năm nay",
            "Chủ trì: Phòng Tài chính",
            id="taking it on is no topic",
        ),
        pytest.param(
            "Kính thưa các đồng chí, tôi nay mắt kém nên đọc cái phụ lục dài không xuể. Nhờ các đồng chí cho biết việc "
            "cử anh em đi học lớp tin học thì giao cho bộ phận nào chủ trì. Xin cảm ơn.",
            "Chủ trì: Phòng Tổ chức",
            id="people for whom something is done are nobody in the talk",
        ),
        pytest.param(
            "Kính chào cháu. Bác nghỉ quản lý nhiều năm, nay về giúp cơ quan xem lại giấy tờ. Bác chỉ muốn biết: "
            "sửa đổi quy chế chi tiêu nội bộ thì phòng nào chủ trì, cháu tra giùm bác nhé. Bác cảm ơn.",
            "Chủ trì: Phòng Tài chính",
            id="whoever is spoken to is no question",
        ),
        pytest.param(
            "Chào em, hôm qua anh đi họp về trễ nên chưa kịp đọc hết. Đo chiếu sáng hẻm phố ai làm để anh còn liên hệ",
            "Chủ trì: Xí nghiệp Chiếu sáng",
            id="a topic of its own needs nothing that was told",
        ),
    ],
)
def test_what_was_told_is_the_topic_where_the_question_only_points_at_it(
    snapshot: Snapshot, text: str, head: str
) -> None:
    assert plain(ask(snapshot, text)).startswith(head)


def test_what_was_told_tells_like_rows_apart() -> None:
    rows = [
        a_task(task="Xây dựng kế hoạch kiểm tra kho vật tư", stt="1", lead=("Phòng Vật tư",)),
        a_task(task="Xây dựng kế hoạch kiểm tra bếp ăn bán trú", stt="2", lead=("Trạm Y tế",)),
    ]
    text = (
        "Hôm rồi tôi nghe nói trường mình có cháu đau bụng vì bếp ăn bán trú nấu dở. Vậy bộ phận nào đứng ra làm "
        "cái kế hoạch kiểm tra đó thế?"
    )
    assert "Trạm Y tế" in plain(ask(make_snapshot([a_loaded_plan(rows)]), text)).splitlines()[0]


def test_the_thing_that_is_pointed_at_is_no_topic_of_its_own() -> None:
    rows = [
        a_task(task="Rà soát, soạn thảo văn bản của Chi cục, in bản đồ quy hoạch", stt="1", lead=("Các phòng",)),
        a_task(task="Xây dựng kế hoạch kiểm tra vườn ươm năm 2027", stt="2", lead=("Đội Kiểm tra số 2",)),
    ]
    told = (
        "Kính chào anh chị, tôi là cán bộ hưu, nay giúp cháu tôi mới vào làm. Cháu nó nói năm nay cháu có làm một bản "
        "kế hoạch để xem nề nếp, tác phong giữ vườn ươm của anh em. Xin hỏi bộ phận nào được giao đứng ra soạn bản ấy?"
    )
    known = lookup(make_snapshot([a_loaded_plan(rows)]))
    assert {"vườn", "ươm"} <= set(understand(told, Reading(known, date(2027, 3, 1)), plans=(0,)).topic)


@pytest.mark.parametrize(
    ("text", "head"),
    [
        pytest.param(
            "Nhóm tôi được hỏi về lớp tin học mà năm nay phải cử công chức đi học. Phòng nào ban hành danh sách?",
            "Chủ trì: Phòng Tổ chức",
            id="the clause that asks has words that another row has in passing",
        ),
        pytest.param(
            "Tôi đang lo kiểm tra quán bán rượu cho trẻ em. Gia cố bờ kè Rạch Miễu đoạn sạt lở thì giao cơ quan nào?",
            "Chủ trì: Ban Quản lý dự án",
            id="a clause with a matter of its own keeps it",
        ),
    ],
)
def test_what_a_row_holds_far_more_of_is_what_is_meant(snapshot: Snapshot, text: str, head: str) -> None:
    assert plain(ask(snapshot, text)).startswith(head)


@pytest.mark.parametrize(
    "text",
    [
        "kiểm toán bến phà kiến nghị xong rồi thì ai đôn đốc việc thực hiện kiến nghị ấy",
        "bên kiểm toán bến phà kiến nghị xong rồi thì năm nay ai chịu trách nhiệm đôn đốc các kiến nghị đó",
    ],
)
def test_what_ended_in_front_is_the_matter_where_a_word_behind_points_at_it(text: str) -> None:
    rows = [
        a_task(task="Thực hiện kiến nghị sau kiểm toán bến phà", stt="1", lead=("Phòng Tài chính",)),
        a_task(task="Đôn đốc, kiểm tra, tiếp nhận kiến nghị của hộ dân", stt="2", lead=("Văn phòng",)),
        a_task(task="Đo chiếu sáng hẻm phố", stt="3", lead=("Xí nghiệp Chiếu sáng",)),
    ]
    said = plain(ask(make_snapshot([a_loaded_plan(rows)]), text))
    assert "Phòng Tài chính" in said
    assert not said.startswith("Chủ trì: Văn phòng")


def test_what_ended_in_front_is_talk_where_nothing_points_at_it(snapshot: Snapshot) -> None:
    said = plain(ask(snapshot, "ăn Tết xong rồi thì ai đo chiếu sáng hẻm phố vậy em"))
    assert said.startswith("Chủ trì: Xí nghiệp Chiếu sáng")
