"""A list of a unit is widened to its whole office: by what the office of its plan is called, not by its place."""

import pytest
from asking import ask, numbers
from builders import a_loaded_plan, a_task

from knowledge.library.snapshot import LoadedPlan, Snapshot, make_snapshot
from knowledge.model import Heading


def _plan(issuer: str, stem: str, rows: dict[str, tuple[str, str]]) -> LoadedPlan:
    tasks = [a_task(stt=stt, task=task, lead=(lead,), coordinate=()) for stt, (lead, task) in rows.items()]
    heading = Heading(issuer=issuer, title=f"Kế hoạch công tác của {issuer} năm 2027", years=(2027,))
    return a_loaded_plan(tasks, stem=stem, source=f"{stem}.txt", heading=heading)


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    return make_snapshot(
        [
            _plan(
                "Sở Ngư nghiệp tỉnh Gò Me", "so", {"1": ("Phòng Tàu cá", "Đăng kiểm"), "2": ("Phòng Lưới", "Đan lưới")}
            ),
            _plan("UBND xã Bãi Dừa", "xa", {"3": ("Tổ Đê", "Đắp đê"), "4": ("Tổ Cầu", "Sơn cầu")}),
            _plan("Trạm Giống xã Bãi Dừa", "tram", {"5": ("Tổ Sấy", "Sấy lúa"), "6": ("Tổ Kho", "Đóng bao")}),
        ]
    )


@pytest.mark.parametrize(
    ("turns", "rows"),
    [
        pytest.param(("việc của Phòng Tàu cá", "cả sở luôn đi"), "12", id="by the first word of its name"),
        pytest.param(("viec cua phong tau ca", "the ca so thi sao"), "12", id="without accents"),
        pytest.param(("việc của Tổ Sấy", "toàn trạm thì sao"), "56", id="another office"),
        pytest.param(("việc của Tổ Đê", "cả xã thì sao"), "34", id="a committee by its level"),
        pytest.param(("việc của Tổ Đê", "cả UBND luôn đi"), "34", id="a committee as such"),
        pytest.param(("việc của Tổ Sấy", "cả đơn vị luôn"), "56", id="any office"),
        pytest.param(("việc của Tổ Sấy", "còn của mọi đơn vị thì sao"), "56", id="everybody"),
        pytest.param(("viec cua to say", "lay het cac phong ban luon"), "56", id="everybody, without accents"),
        pytest.param(("xã có việc gì", "còn tất cả các nơi thì sao"), "123456", id="every place, behind one plan"),
    ],
)
def test_the_office_of_the_list_is_called_so(snapshot: Snapshot, turns: tuple[str, ...], rows: str) -> None:
    assert numbers(ask(snapshot, *turns)) == rows


@pytest.mark.parametrize(
    "turns",
    [
        pytest.param(("việc của Phòng Tàu cá", "cả tỉnh thì sao"), id="the province of the office"),
        pytest.param(("việc của Tổ Sấy", "cả xã thì sao"), id="the commune of the office"),
        pytest.param(("việc của Tổ Sấy", "cả sở thì sao"), id="the office of another plan"),
        pytest.param(("viec cua phong tau ca", "ca tinh thi sao"), id="without accents"),
        pytest.param(("việc của Tổ Sấy", "việc nào giao cho tất cả các đơn vị"), id="what a group is charged with"),
    ],
)
def test_a_place_in_its_name_is_no_office(snapshot: Snapshot, turns: tuple[str, ...]) -> None:
    assert numbers(ask(snapshot, *turns)) not in {"12", "34", "56"}
