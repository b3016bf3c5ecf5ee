"""What an item can answer beside its words: the formulas around a plan tell nothing, and no objective is a mere act."""

import pytest
from asking import ask
from builders import a_loaded_plan, a_task

from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.model import Heading, Passage
from knowledge.reply import plain

_OPENING = "Sở Thủy sản xây dựng Kế hoạch cải cách hành chính năm 2027 như sau:"
_CLOSING = "Trên đây là Kế hoạch cải cách hành chính năm 2027 của Sở Thủy sản, yêu cầu các phòng thực hiện./."
_ACT = "Tăng cường năng lực công chức. Thường xuyên cử công chức tham gia các lớp tập huấn về đăng kiểm tàu."
_RULE = "Họp ngư dân ít nhất một lần mỗi quý."
_AIMS = "Tàu ra khơi an toàn, giấy tờ đủ."
_AIM = "Cử công chức học nghề lưới nhằm nắm chắc việc của ngư dân."


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    rows = [
        a_task(
            task="Đổi mới bồi dưỡng công chức", activity="Cử công chức tham gia các khóa tập huấn về đăng kiểm tàu cá",
            objective="Nâng cao năng lực đăng kiểm", stt="1",
        ),
        a_task(task="Thả cá giống xuống hồ", objective="Tái tạo nguồn lợi", stt="2"),
    ]  # fmt: skip
    aims = Passage(_AIMS, ("II. NHIỆM VỤ", "3. Đăng kiểm đội tàu", "3.1. Mục tiêu"))
    act = Passage("Trưởng phòng chủ trì việc đăng kiểm đội tàu.", ("IV. TỔ CHỨC THỰC HIỆN", "2. Phòng Tàu cá"))
    texts = (_OPENING, _ACT, _AIM, _RULE, _CLOSING)
    passages = (*(Passage(text, ("II. NHIỆM VỤ",)) for text in texts), aims, act)
    heading = Heading(issuer="Sở Thủy sản", title="Kế hoạch Cải cách hành chính năm 2027", years=(2027,))
    return make_snapshot([a_loaded_plan(rows, heading=heading, passages=passages)])


@pytest.mark.parametrize(
    "text",
    [
        "Sở Thủy sản cải cách hành chính năm 2027 của các phòng nhắm tới mục tiêu chi",
        "trên đây là kế hoạch cải cách hành chính gì của sở thủy sản",
        "yêu cầu các phòng nghiêm túc thực hiện cải cách hành chính thế nào",
        "so thuy san xay dung cai cach hanh chinh nhu sau la nhu the nao",
    ],
)
def test_a_formula_around_a_plan_is_never_told(snapshot: Snapshot, text: str) -> None:
    said = plain(ask(snapshot, text))
    assert _OPENING not in said
    assert _CLOSING not in said


@pytest.mark.parametrize(
    ("text", "says"),
    [
        pytest.param("cử người tập huấn đăng kiểm tàu nhằm mục tiêu gì", "Nâng cao năng lực đăng kiểm", id="a row's"),
        pytest.param("chỉ tiêu họp ngư dân", _RULE, id="a sentence with a figure"),
        pytest.param("mục tiêu đăng kiểm đội tàu là gì", _AIMS, id="below the heading of the aims of the matter"),
        pytest.param("muc tieu dang kiem doi tau la gi", _AIMS, id="below it, without accents"),
        pytest.param("cử công chức học nghề lưới là nhằm mục tiêu gì", _AIM, id="a sentence that says what for"),
    ],
)
def test_an_objective_is_told_by_what_says_what_for(snapshot: Snapshot, text: str, says: str) -> None:
    assert says in plain(ask(snapshot, text)).split("\n\n")[0]
