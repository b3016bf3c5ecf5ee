"""Where the money of a plan comes from: its own words tell, and no row that is about the plan or its costs."""

import pytest
from asking import ask
from builders import a_loaded_plan, a_task

from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.model import Passage, Place
from knowledge.reply import plain

_COSTS = "Từ dự toán chi thường xuyên năm 2027 của Sở và kinh phí lồng ghép của các chương trình."


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    rows = [
        a_task(task="Xây dựng kế hoạch cải cách hành chính năm 2027", stt="1", budget=None),
        a_task(task="Tổ chức tập huấn cải cách hành chính", stt="2", budget="Nguồn tài trợ"),
    ]
    passages = (
        Passage("Bố trí đủ kinh phí, nhân lực cho các nhiệm vụ.", ("II. GIẢI PHÁP",), Place(lines=(5, 5))),
        Passage(_COSTS, ("III. KINH PHÍ THỰC HIỆN",), Place(lines=(8, 8))),
    )
    return make_snapshot([a_loaded_plan(rows, passages=passages)])


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("tiền đâu ra để làm kế hoạch cải cách hành chính 2027", id="by its title"),
        pytest.param("tien lam ke hoach nay lay tu nguon nao", id="pointed at"),
        pytest.param("kinh phí kế hoạch CCHC 2027 lấy từ đâu", id="by a short title"),
    ],
)
def test_the_plan_as_a_whole_is_asked_for_its_money(snapshot: Snapshot, text: str) -> None:
    said = ask(snapshot, text)
    assert (said.abstained, _COSTS in plain(said)) == (False, True)


def test_a_price_in_words_of_the_title_is_no_cost_of_the_plan(snapshot: Snapshot) -> None:
    assert _COSTS not in plain(ask(snapshot, "cải cách hành chính bao nhiêu tiền một người"))


def test_a_row_with_more_than_the_title_is_asked_for_its_own_money(snapshot: Snapshot) -> None:
    assert plain(ask(snapshot, "tiền đâu ra để tập huấn cải cách hành chính 2027")).startswith(
        "Kinh phí: Nguồn tài trợ"
    )
