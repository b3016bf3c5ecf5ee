"""Units as their own people call them: with who speaks behind the name, by a kind that is a name, by a part of it.

And what they are asked: what they were given, in which work of another one they help.
"""

from functools import cache

import pytest
from asking import ask, stts
from builders import a_loaded_plan, a_task

from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.model import TaskKind

ROWS = (
    ("1", "Thu gom rơm rạ ven kênh", ("Hội Nông dân xã",), ("Các tổ dân phố", "Ban Quản lý chợ")),
    ("2", "Chỉnh trang biển hiệu", ("Ban Quản lý chợ",), ("Các tổ dân phố", "Công an xã")),
    ("3", "Ghi sổ hộ trồng lúa", ("Tổ trưởng tổ dân phố",), ("Công an xã",)),
    ("4", "Tập huấn ghi chép", ("Trung tâm Khuyến nông Giống cây trồng tỉnh",), ("Các đơn vị",)),
    ("5", "Dựng trạm đo mưa", ("Công an xã",), ("Trung tâm Quan trắc nước",)),
)


@cache
def snapshot() -> Snapshot:
    rows = [a_task(stt=stt, task=task, lead=lead, coordinate=helps) for stt, task, lead, helps in ROWS]
    return make_snapshot([a_loaded_plan(rows)])


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        # who speaks behind a unit is none of its name
        pytest.param("Có mấy việc mà Công an xã tụi cô phải phối hợp hở con?", ["2", "3"], id="who speaks"),
        pytest.param("ban quản lý chợ bọn chú chủ trì việc gì", ["2"], id="others who speak"),
        pytest.param("công an xã của tụi em phối hợp việc gì", ["2", "3"], id="whose they are"),
        pytest.param("hoi nong dan xa tui tui chu tri viec gi", ["1"], id="without accents"),
        pytest.param("Công an xã bên em chủ trì việc gì", ["5"], id="a side"),
        pytest.param("Công an xã bên có việc gì chủ trì", ["5"], id="no one who speaks"),
        pytest.param("tổ dân phố tụi cô phải phối hợp mấy việc", ["1", "2"], id="behind a kind"),
        pytest.param("em ở tổ dân phố, tổ dân phố em phối hợp việc gì", ["1", "2"], id="told before"),
        pytest.param("trung tâm tụi em là giống cây trồng, chủ trì việc gì", ["4"], id="whose name is told"),
        pytest.param("ban tui la quan ly cho, chu tri nhung viec nao", ["2"], id="whose name is told, without accents"),
        # a kind of unit that the plan prints as all of it is a name
        pytest.param("tổ dân phố phối hợp việc gì", ["1", "2"], id="with a role"),
        pytest.param("to dan pho phai phoi hop nhung viec nao", ["1", "2"], id="a kind, without accents"),
        pytest.param("tổ dân phố làm những việc gì", ["1", "2"], id="whatever they do"),
        pytest.param("tổ trưởng tổ dân phố chủ trì việc gì", ["3"], id="its head"),
        pytest.param("đơn vị phối hợp việc tập huấn ghi chép", ["4"], id="a word for any unit asks"),
        pytest.param("tổ dân phố nào phối hợp chỉnh trang biển hiệu", ["2"], id="one that is asked for"),
        # a unit is called by its head and words of its own
        pytest.param("trung tâm giống cây trồng chủ trì việc gì", ["4"], id="the end of its name"),
        pytest.param("trung tâm giống cây chủ trì việc gì", ["4"], id="from inside its name"),
        pytest.param("tt giong cay chu tri may viec", ["4"], id="its head shortened"),
        pytest.param("trung tâm quan trắc phối hợp việc gì", ["5"], id="the beginning of another one"),
        # a place where it has a role is a row of its own
        pytest.param("Công an xã có chỗ nào đứng chủ trì không", ["5"], id="a place where it chairs"),
        pytest.param("co cho nao cong an xa phoi hop khong", ["2", "3"], id="before its name, without accents"),
        pytest.param("có chỗ nào lo ghi sổ hộ trồng lúa không", ["3"], id="who does one thing"),
        # who helps coordinates what the other chairs
        pytest.param("Công an xã giúp Ban Quản lý chợ những việc gì", ["2"], id="helps"),
        pytest.param("cong an xa phu cho ban quan ly cho may viec", ["2"], id="helps, without accents"),
        pytest.param("Ban Quản lý chợ nhờ Công an xã hỗ trợ việc gì", ["2"], id="calls for help"),
        pytest.param("Ban Quản lý chợ phải phụ cho Hội Nông dân xã vụ gì", ["1"], id="the other way round"),
        pytest.param("Hội Nông dân xã phối hợp với Ban Quản lý chợ việc gì", ["1"], id="either may chair"),
        pytest.param("Ban Quản lý chợ phối hợp với Hội Nông dân xã việc gì", ["1"], id="or the other"),
    ],
)
def test_a_unit_is_meant_as_its_people_call_it(text: str, rows: list[str]) -> None:
    assert stts(ask(snapshot(), text)) == rows


def test_what_two_units_have_inside_their_names_names_neither() -> None:
    rows = [
        a_task(stt="1", lead=("Phòng Quản lý hạ tầng giao thông xã",), coordinate=()),
        a_task(stt="2", lead=("Phòng Bảo trì hạ tầng giao thông tỉnh",), coordinate=()),
    ]
    said = ask(make_snapshot([a_loaded_plan(rows)]), "phòng hạ tầng giao chủ trì việc gì")
    assert said.abstained or said.tentative


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param("trạm xã làm những việc gì", ["1"], id="the first word of a longer head"),
        pytest.param("tram xa lam nhung viec gi", ["1"], id="without accents"),
        pytest.param("đội xã chủ trì việc gì", [], id="of two none"),
    ],
)
def test_a_unit_is_called_by_the_first_word_of_its_head_and_its_level(text: str, rows: list[str]) -> None:
    named = [
        a_task(stt="1", lead=("Trạm Thú y xã",), coordinate=()),
        a_task(stt="2", lead=("Đội Dân phòng xã",), coordinate=()),
        a_task(stt="3", lead=("Đội Thủy nông xã",), coordinate=()),
    ]
    said = ask(make_snapshot([a_loaded_plan(named)]), text)
    assert stts(said) == rows or (not rows and (said.abstained or said.tentative))


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param("trạm thủy văn được giao canh giữ những thứ gì", ["2", "1"], id="a verb of its own"),
        pytest.param("tram thuy van bi giao trong coi cai gi", ["2", "1"], id="without accents"),
        pytest.param("trạm thủy văn được giao gì", ["2", "1"], id="no verb"),
        pytest.param("trạm thủy văn được giao phối hợp những việc gì", ["3"], id="a role"),
    ],
)
def test_a_duty_is_asked_by_whatever_one_does_with_it(text: str, rows: list[str]) -> None:
    named = [
        a_task(stt="1", task="Đo mực nước", lead=("Trạm Thủy văn",), coordinate=()),
        a_task(stt="2", task="bảo quản máy đo, xuồng cứu hộ", lead=("Trạm Thủy văn",), kind=TaskKind.PROSE),
        a_task(stt="3", task="Cắm mốc báo lũ", lead=("Công an xã",), coordinate=("Trạm Thủy văn",)),
    ]
    assert stts(ask(make_snapshot([a_loaded_plan(named)]), text)) == rows


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        pytest.param("phòng nghiệp vụ làm gì", True, id="the end of its name"),
        pytest.param("phong nghiep vu chu tri viec gi", True, id="without accents"),
        pytest.param("phòng kế hoạch với nghiệp vụ làm gì", True, id="with for the dash of its name"),
        pytest.param("phong ke hoach voi nghiep vu lam gi", True, id="with, without accents"),
        pytest.param("phòng đơn vị làm gì", False, id="nouns of a collective name"),
    ],
)
def test_a_field_that_is_a_common_noun_elsewhere_is_the_unit_s_own(text: str, sure: bool) -> None:
    named = [
        a_task(stt="1", lead=("Phòng Kế hoạch - Nghiệp vụ",), coordinate=()),
        a_task(stt="2", lead=("Các phòng chuyên môn, đơn vị",), coordinate=()),
    ]
    said = ask(make_snapshot([a_loaded_plan(named)]), text)
    assert (stts(said) == ["1"] and not said.tentative) is sure


def test_one_unit_that_is_printed_with_and_without_an_article_is_one() -> None:
    named = [
        a_task(stt="1", lead=("Các trạm thú y xã",), coordinate=()),
        a_task(stt="2", lead=("trạm thú y xã",), coordinate=()),
    ]
    assert stts(ask(make_snapshot([a_loaded_plan(named)]), "trạm xã chủ trì việc gì")) == ["1", "2"]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param("Tổ Nuôi tôm phối hợp việc gì, đừng tính chỗ ghi chung các tổ", ["2"], id="left out"),
        pytest.param("to nuoi tom phoi hop viec gi, khong ke viec giao chung cac to", ["2"], id="without accents"),
        pytest.param("Tổ Nuôi tôm phối hợp việc gì, ghi chung các tổ thì bỏ qua", ["2"], id="passed over"),
        pytest.param("Tổ Nuôi tôm phối hợp việc gì, ghi chung chung các tổ thì đừng tính", ["2"], id="said twice"),
        pytest.param("các tổ phối hợp việc gì", ["1"], id="the collective name itself"),
    ],
)
def test_what_a_collective_name_gives_is_not_among_the_rows_of_one(text: str, rows: list[str]) -> None:
    named = [
        a_task(stt="1", task="Dọn bờ đầm", lead=("Ban Quản lý đầm",), coordinate=("Các tổ",)),
        a_task(stt="2", task="Thả tôm giống", lead=("Ban Quản lý đầm",), coordinate=("Tổ Nuôi tôm",)),
        a_task(stt="3", task="Rào đầm", lead=("Tổ Rào giậu",), coordinate=()),
    ]
    assert stts(ask(make_snapshot([a_loaded_plan(named)]), text)) == rows


@pytest.mark.parametrize(
    ("turn", "rows"),
    [
        pytest.param("tất cả các đơn vị phối hợp", ["2", "3", "5"], id="all of them"),
        pytest.param("ke ten cac don vi phoi hop", ["2", "3", "5"], id="without accents"),
        pytest.param("đơn vị phối hợp", ["2", "3", "5"], id="by the name of the column"),
        pytest.param("phối hợp", ["2", "3"], id="the role alone is the unit's own"),
        pytest.param("các đơn vị phối hợp việc gì", ["4"], id="their work"),
    ],
)
def test_units_of_any_kind_behind_a_list_are_those_who_have_a_role_in_it(turn: str, rows: list[str]) -> None:
    assert stts(ask(snapshot(), "Công an xã có việc gì", turn)) == rows
