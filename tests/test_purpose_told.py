"""What a thing is done for is told of the row that has the verb, and of no other row and by no figure."""

import pytest
from asking import ask
from builders import a_loaded_plan, a_task

from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.reply import plain


@pytest.fixture(scope="module")
def ward() -> Snapshot:
    rows = [
        a_task(task="Ra quân diệt chuột phá lúa", stt="1", result="Báo cáo", objective=""),
        a_task(task="Ra quân sửa xe miễn phí cho bà con", stt="2", result="200 hộ", objective="Giúp bà con yên tâm"),
        a_task(task="Rà soát, niêm yết bảng giá tại chợ", stt="3", result="Bảng giá", objective=""),
        a_task(task="Rà soát hộ nghèo", stt="4", result="Danh sách", objective=""),
        a_task(task="Cấp tài khoản phát hiện sớm sâu bệnh", stt="5", result="100% hộ có tài khoản", objective=""),
        a_task(task="Lát gạch vỉa hè đường Lê Lai", stt="6", result="2 km vỉa hè", objective=""),
        a_task(task="Tổ chức đối thoại để giải quyết vướng mắc của tiểu thương", stt="7", objective="90% hài lòng"),
        a_task(task="Đào tạo thợ nâng cao tay nghề", stt="10", objective="100% thợ qua lớp"),
        a_task(task="Sơ kết phong trào", stt="8", result="Báo cáo sơ kết", objective=""),
        a_task(task="Tổng kết phong trào", stt="9", result="Báo cáo tổng kết", objective="Rút kinh nghiệm"),
    ]
    return make_snapshot([a_loaded_plan(rows)])


_NO_PURPOSE = "Kế hoạch không nêu mục đích của nội dung này"


@pytest.mark.parametrize(
    ("text", "head"),
    [
        pytest.param("ra quân để diệt gì", "Ra quân diệt chuột", id="its verb finds the row"),
        pytest.param("ra quan nham diet cai gi", "Ra quân diệt chuột", id="without accents"),
        pytest.param("rà soát để niêm yết gì", "Rà soát, niêm yết bảng giá", id="a verb of two words"),
        pytest.param("cấp tài khoản để phát hiện gì", "Cấp tài khoản phát hiện sớm sâu bệnh", id="no figure is told"),
        pytest.param("tổ chức đối thoại để giải quyết gì", "Tổ chức đối thoại để giải quyết", id="before its target"),
        pytest.param("đào tạo thợ để nâng cao gì", "Đào tạo thợ nâng cao tay nghề", id="before its figure"),
        pytest.param("lát gạch vỉa hè nhằm mục đích gì", f"{_NO_PURPOSE}.\nLát gạch", id="no purpose"),
        pytest.param("lat gach via he de giai quyet chuyen gi", f"{_NO_PURPOSE}.\nLát gạch", id="nothing settled"),
        pytest.param("lát gạch vỉa hè với mục đích gì", f"{_NO_PURPOSE}: Lát gạch", id="no purpose, by a phrase"),
        pytest.param("mục tiêu lát gạch vỉa hè là gì", "Kế hoạch không ghi chỉ tiêu của nội dung này", id="a target"),
        pytest.param("mục đích của việc sơ kết phong trào", f"{_NO_PURPOSE}.\nSơ kết", id="not that of another row"),
        pytest.param("muc dich cua viec so ket", f"{_NO_PURPOSE}.\nSơ kết", id="not that of another, without accents"),
    ],
)
def test_what_for_is_told_of_the_row_that_has_the_verb_and_no_figure_for_it(
    ward: Snapshot, text: str, head: str
) -> None:
    assert plain(ask(ward, text)).startswith(head)
