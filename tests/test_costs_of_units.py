"""What units spend: the rows that they chair are added up, unless a time, a state, a matter or a count is said."""

import pytest
from asking import ask
from builders import a_loaded_plan, a_task

from knowledge.library.snapshot import make_snapshot
from knowledge.reply import plain

OWN = [
    a_task(task="Ra quân diệt lăng quăng", stt="1", lead=("Trạm Y tế",), budget="70 triệu đồng"),
    a_task(task="Khám sức khỏe người cao tuổi", stt="2", lead=("Trạm Y tế",), budget="150 triệu đồng"),
    a_task(task="Nạo vét cống thoát nước", stt="3", lead=("Văn phòng",), budget="410 triệu đồng"),
    a_task(task="Chi trả trợ cấp không dùng tiền mặt", stt="4", lead=("Văn phòng",), budget=None),
]


@pytest.mark.parametrize(
    "said",
    [
        "Trạm Y tế xài hết bao nhiêu tiền cả năm",
        "Trạm Y tế tốn bao nhiêu",
        "tram y te chi het bao nhieu",
        "kinh phí của Trạm Y tế là bao nhiêu",
        "Trạm Y tế được bao nhiêu tiền tất cả",
        "Trạm Y tế chủ trì mấy việc, hết bao nhiêu tiền",
    ],
)
def test_what_a_unit_spends_is_what_the_rows_that_it_chairs_come_to(said: str) -> None:
    answer = ask(make_snapshot([a_loaded_plan(OWN)]), said)
    assert plain(answer).startswith("Tổng kinh phí: 220 triệu đồng, cộng từ 2 nhiệm vụ")
    assert not answer.tentative


@pytest.mark.parametrize(
    "said",
    [
        pytest.param("Trạm Y tế quý II tốn bao nhiêu", id="a time"),
        pytest.param("việc quá hạn của Trạm Y tế tốn bao nhiêu", id="a state"),
        pytest.param("Trạm Y tế diệt quăng tốn bao nhiêu tiền", id="a matter"),
        pytest.param("Trạm Y tế bó cáp tốn bao nhiêu tiền", id="other accents than talk has"),
        pytest.param("mỗi đơn vị chi bao nhiêu tiền", id="each"),
        pytest.param("các phòng chi bao nhiêu tiền", id="several"),
        pytest.param("Trạm Y tế có mấy việc, hết bao nhiêu tiền", id="a count"),
    ],
)
def test_the_rows_of_a_unit_are_not_added_up_where_more_is_said(said: str) -> None:
    answer = plain(ask(make_snapshot([a_loaded_plan(OWN)]), said))
    assert "cộng từ" not in answer
    assert "Kế hoạch không ghi kinh phí của các nhiệm vụ này" not in answer


@pytest.mark.parametrize(
    "said",
    [
        "Trạm Y tế với Văn phòng mỗi bên mấy việc, kinh phí bao nhiêu",
        "tram y te va van phong moi ben may viec, tien het bn",
    ],
)
def test_rows_of_two_units_are_counted_each_with_their_money(said: str) -> None:
    of_another = a_task(task="Thu gom rác", stt="5", lead=("Công ty Môi trường",), coordinate=("Trạm Y tế",))
    told = plain(ask(make_snapshot([a_loaded_plan([*OWN, of_another])]), said)).partition("\n\n")[0]
    assert "Trạm Y tế: 3 nhiệm vụ" in told
    assert "Công ty" not in told


@pytest.mark.parametrize(
    "said", ["Trạm Y tế với Văn phòng mỗi bên chi bao nhiêu tiền", "Trạm Y tế tốn bao nhiêu so với Văn phòng"]
)
def test_what_two_units_spend_is_set_side_by_side(said: str) -> None:
    answer = plain(ask(make_snapshot([a_loaded_plan(OWN)]), said))
    assert "Trạm Y tế: 220 triệu đồng" in answer
    assert "Văn phòng: 410 triệu đồng" in answer
