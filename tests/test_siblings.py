"""Rows about one thing: it is planned, done, and looked back at. What is asked tells which of them is meant."""

import pytest
from asking import ask, stts
from builders import a_loaded_plan, a_task

from knowledge.answers.evidence import DRAWN_UP
from knowledge.library.snapshot import Snapshot, make_snapshot

TASKS = (
    "Đánh giá kết quả hội thi tay nghề giỏi của thợ điện",
    "Xây dựng kế hoạch hội thi tay nghề giỏi của thợ điện",
    "Tổ chức hội thi tay nghề giỏi của thợ điện năm 2027 tại ba cụm",
    "Nghiệm thu công trình nâng cấp đường dây 22 kV",
    "Triển khai công trình nâng cấp đường dây 22 kV tại các xã vùng cao",
    "Theo dõi việc cấp phát bảo hộ lao động",
    "Cấp phát bảo hộ lao động cho các đội sửa chữa hiện trường",
    "Tổng kết phong trào sáng kiến",
    "Ban hành các Kế hoạch năm 2027: - Kế hoạch huấn luyện cứu nạn - Kế hoạch trực hè",
    "Huấn luyện cứu người, cứu nạn trên cột; ưu tiên áp dụng hình thức thực hành tại hiện trường",
)


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    return make_snapshot([a_loaded_plan([a_task(stt=str(at), task=task) for at, task in enumerate(TASKS, 1)])])


@pytest.mark.parametrize(
    ("text", "row"),
    [
        pytest.param("hội thi tay nghề giỏi của thợ điện lúc nào", "3", id="the thing itself"),
        pytest.param("hoi thi tay nghe gioi cua tho dien ai lam", "3", id="the thing itself, without accents"),
        pytest.param("công trình nâng cấp đường dây 22 kV bao giờ xong", "5", id="and not that it is accepted"),
        pytest.param("cấp phát bảo hộ lao động do ai lo", "7", id="and not that it is watched"),
        pytest.param("ai đánh giá kết quả hội thi tay nghề giỏi", "1", id="looking back"),
        pytest.param("kế hoạch hội thi tay nghề giỏi ai xây dựng", "2", id="the plan"),
        pytest.param("nghiệm thu đường dây 22 kV khi nào", "4", id="the acceptance"),
        pytest.param("huấn luyện cứu nạn xong thì có sản phẩm gì", "10", id="and not one of several plans of it"),
        pytest.param("kế hoạch huấn luyện cứu nạn ai lo", "9", id="one of several plans"),
        pytest.param("phong trào sáng kiến do ai lo", "8", id="where no other row is about it"),
    ],
)
def test_the_row_that_does_what_is_asked_about_answers(snapshot: Snapshot, text: str, row: str) -> None:
    assert stts(ask(snapshot, text))[:1] == [row]


@pytest.mark.parametrize("said", ["ban hanh cac ke hoach nam 2027: - ke hoach truc he", "xay dung ke hoach truc he"])
def test_a_row_draws_up_one_document_or_several(said: str) -> None:
    assert DRAWN_UP.match(said)
