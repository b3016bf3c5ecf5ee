"""Units named beside others, by their people, their number, the end of their name, or told in a turn before."""

from datetime import date
from functools import cache

import pytest
from asking import ask, stts
from builders import a_deadline, a_loaded_plan, a_task

from knowledge.language.abbreviations import parted_by_sign
from knowledge.language.text import folded
from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.model import Heading
from knowledge.questions.own_names import with_its_office
from knowledge.questions.plan_calls import calls_of
from knowledge.questions.speakers import without_initials
from knowledge.reply import line_text, plain
from knowledge.units.mentions import UnitNames

ROWS = (
    ("1", "Trồng 40 ha rừng ngập mặn", ("Kho bạc Nhà nước",), ("Bộ Chỉ huy Quân sự tỉnh",)),
    ("2", "Đặt phao tiêu cửa sông", ("Chi cục Hải quan",), ("Công an tỉnh", "Trạm Quan trắc số 1")),
    ("3", "Đo độ mặn hằng giờ", ("Trạm Quan trắc số 2",), ("Trạm Quan trắc số 1", "Công an tỉnh")),
    ("4", "Gộp số liệu đo mặn", ("Giám đốc các Trạm Quan trắc",), ("Phòng Dự báo",)),
    ("5", "Vận động góp giống cây", ("Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh",), ("Chi cục Hải quan",)),
    ("6", "Dựng bảng giá giống", ("Phòng Thị trường",), ("Phòng Dự báo", "Các đội ươm")),
    ("7", "Mở lớp ghép cành", ("Phòng Dự báo",), ("Các đội ươm",)),
    ("8", "Tổ chức hội chợ giống", ("Sở Công Thương",), ("Hội Làm vườn", "Phòng Thị trường")),
    ("11", "Phòng Kiểm tra - Giám sát gửi số liệu trước ngày 5", ("Phòng Kiểm tra - Giám sát",), ()),
    ("9", "Tưới vườn ươm mùa khô", ("Các đội ươm",), ("Hội Làm vườn",)),
    ("10", "Rào vườn ươm Bãi Giá", ("Công an tỉnh",), ()),
)


@cache
def snapshot() -> Snapshot:
    rows = [
        a_task(task=task, stt=stt, lead=lead, coordinate=coordinate, section=("I. RỪNG VÀ NƯỚC",),
               deadline=a_deadline(date(2027, 8, int(stt))))
        for stt, task, lead, coordinate in ROWS
    ]  # fmt: skip
    heading = Heading(number="61/KH-UBND", symbol="KH-UBND", issuer="UBND tỉnh Trà Giang", place="Trà Giang",
                      issued="2027-01-11", title="Kế hoạch Giữ rừng ngập mặn năm 2027", years=(2027,))  # fmt: skip
    return make_snapshot([a_loaded_plan(rows, heading=heading)])


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param("bên kho bạc với hải quan chủ trì gì", ["1", "2"], id="both by a part of their names"),
        pytest.param("thị trường với dự báo chủ trì những việc gì", ["6", "7"], id="without a word for a unit"),
        pytest.param("bên hải quan và bên thị trường chủ trì việc nào", ["2", "6"], id="each with a word for a unit"),
        pytest.param("phòng dự báo và các đội ươm chủ trì việc gì", ["7", "9"], id="with a group behind"),
        pytest.param("các đội ươm và phòng dự báo chủ trì việc gì", ["7", "9"], id="with a group in front"),
        pytest.param("bên dự báo với mặt trận làm gì", ["4", "5", "6", "7"], id="where nobody says chairs"),
        pytest.param("phòng dự báo với rừng ngập mặn chủ trì việc gì", ["7"], id="no unit is beside it"),
    ],
)
def test_a_unit_that_is_joined_to_another_is_one_as_well(text: str, rows: list[str]) -> None:
    assert sorted(stts(ask(snapshot(), text)), key=int) == rows


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("phòng dự báo với phòng tiếp thị chủ trì gì", "phòng tiếp thị"),
        ("phòng dự báo với marketing chủ trì gì", "marketing"),
        ("Trạm Quan trắc số 3 chủ trì gì", "trạm quan trắc số 3"),
        ("Phòng Dự báo số 2 chủ trì việc gì", "phòng dự báo số 2"),
    ],
)
def test_a_unit_that_no_plan_has_is_refused_by_its_name_beside_one_that_is_known(text: str, name: str) -> None:
    said = ask(snapshot(), text)
    assert said.abstained
    assert f"“{name}”" in line_text(said.head[0])


def test_a_name_does_not_end_in_the_article_of_the_next_one() -> None:
    names = UnitNames([(0, "Sở Giáo dục và Đào tạo"), (0, "Phòng Đào tạo"), (0, "Các khoa")])
    (found,) = names.find(["phòng", "đào", "tạo", "và", "các"])
    assert found.end == len(("phòng", "đào", "tạo"))


@pytest.mark.parametrize("accents", [True, False])
@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("lực lượng công an tỉnh làm những gì", ["10", "2", "3"]),
        ("cán bộ phòng thị trường chủ trì việc gì", ["6"]),
        ("anh em bên kho bạc chủ trì gì", ["1"]),
        ("nhân viên phòng thị trường có việc gì", ["6", "8"]),
    ],
)
def test_the_people_of_a_unit_are_the_unit(text: str, rows: list[str], *, accents: bool) -> None:
    said = ask(snapshot(), text if accents else folded(text))
    assert sorted(stts(said)) == rows
    assert not said.tentative


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Quân sự tỉnh phối hợp việc gì", ["1"]),
        ("quân sự tỉnh làm gì", ["1"]),
        ("tỉnh đội phối hợp việc gì", ["1"]),
        ("tinh doi lam gi", ["1"]),
        ("chỉ huy quân sự tỉnh làm những việc gì", ["1"]),
        ("Mặt trận chủ trì gì", ["5"]),
        ("Mặt trận tỉnh có việc gì", ["5"]),
        ("mttq tỉnh làm gì", ["5"]),
        ("phòng kiểm tra chủ trì gì", ["11"]),
    ],
)
def test_a_unit_is_known_by_the_end_of_its_name(text: str, rows: list[str]) -> None:
    assert stts(ask(snapshot(), text)) == rows


@pytest.mark.parametrize(
    ("text", "coordinate"),
    [
        ("đặt phao tiêu cửa sông ngoài Công an tỉnh thì ai phối hợp", "Công an tỉnh; Trạm Quan trắc số 1"),
        ("ngoài Sở Công Thương ra, những đơn vị nào p/hợp tổ chức hội chợ giống", "Hội Làm vườn; Phòng Thị trường"),
        ("hội chợ giống trừ phòng thị trường ra thì ai phối hợp", "Hội Làm vườn; Phòng Thị trường"),
    ],
)
def test_who_helps_beside_a_unit_is_asked_of_one_row(text: str, coordinate: str) -> None:
    assert plain(ask(snapshot(), text)).startswith(f"Phối hợp: {coordinate}\n")


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("quân sự tỉnh đứng mũi chịu sào những việc nào, và phụ việc nào", ["1"]),
        ("phòng thị trường chủ trì việc nào và phối hợp việc nào", ["6", "8"]),
        ("chỗ nào ghi Công an tỉnh chủ trì thì lọc ra", ["10"]),
        ("ngoài mấy đội ươm ra thì ai phối hợp với Phòng Thị trường", ["8"]),
    ],
)
def test_rows_are_those_in_which_a_unit_has_the_roles_that_are_said(text: str, rows: list[str]) -> None:
    assert sorted(stts(ask(snapshot(), text))) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("việc nào ngoài Công an tỉnh phối hợp", 9),
        ("ngoài Công an tỉnh thì ai phối hợp", 9),
        ("ngoài phòng dự báo ra thì đơn vị nào phối hợp việc về vườn ươm", 2),
    ],
)
def test_rows_without_a_unit_stay_a_list(text: str, rows: int) -> None:
    assert len(ask(snapshot(), text).cited) == rows


@pytest.mark.parametrize(
    ("turns", "rows"),
    [
        pytest.param(("em là thợ Trạm Quan trắc số 2", "trạm em chủ trì việc gì"), ["3"], id="by its head"),
        pytest.param(("mình làm ở phòng thị trường", "bên mình chủ trì mấy việc"), ["6"], id="by any word for a unit"),
        pytest.param(("anh ở phòng dự báo", "rào vườn ươm hạn khi nào", "phòng anh chủ trì gì"), ["7"], id="long ago"),
        pytest.param(("em la nhan vien phong thi truong", "phong em chu tri viec gi"), ["6"], id="without accents"),
        pytest.param(("em ở phòng thị trường", "phòng dự báo chủ trì gì"), ["7"], id="another one is named"),
        pytest.param(("em là cán bộ Sở Công Thương, sở em chủ trì việc gì",), ["8"], id="told right before"),
    ],
)
def test_what_is_called_theirs_is_the_unit_told_in_a_turn_before(turns: tuple[str, ...], rows: list[str]) -> None:
    assert stts(ask(snapshot(), *turns)) == rows


def test_the_room_of_an_organisation_is_not_called_theirs() -> None:
    room = a_task(task="Luân chuyển", stt="1", lead=("Phòng Tổ chức cán bộ",))  # "phòng tổ" without accents: "phòng tớ"
    shown = make_snapshot([a_loaded_plan([room, a_task(task="Tin học", stt="2", lead=("Phòng Dự báo",))])])
    assert stts(ask(shown, "Mai em về Phòng Tổ chức cán bộ, cho em xin các việc phòng phải chủ trì với")) == ["1"]


@pytest.mark.parametrize("told", ["em là lính đội chắn sóng", "em là nhân viên đội chắn sóng"])
def test_a_unit_of_theirs_that_no_plan_has_is_said_to_be_unknown(told: str) -> None:
    said = ask(snapshot(), told, "đội em làm gì")
    assert said.abstained
    assert "“đội chắn sóng”" in line_text(said.head[0])


@pytest.mark.parametrize(
    "turns",
    [
        pytest.param(("em là thợ Trạm Quan trắc số 2", "phòng em chủ trì việc gì"), id="another kind of unit"),
        pytest.param(("cho em hỏi phòng dự báo chủ trì gì", "phòng em có việc gì"), id="who only asks tells nothing"),
    ],
)
def test_no_other_unit_is_taken_for_theirs(turns: tuple[str, ...]) -> None:
    assert "Phòng Dự báo" not in line_text(ask(snapshot(), *turns).head[0])


@pytest.mark.parametrize(
    ("turns", "first"),
    [
        (("Trạm Quan trắc số 2 phối hợp việc gì", "thế còn số 1"), "Có 2 nhiệm vụ Trạm Quan trắc số 1 phối hợp:"),
        (("tram quan trac so 2 co viec gi", "con so 1"), "Có 2 nhiệm vụ Trạm Quan trắc số 1 phối hợp:"),
        (("Trạm Quan trắc số 1 phối hợp việc gì", "số hai thì sao"),
         "Không có nhiệm vụ nào Trạm Quan trắc số 2 phối hợp."),
    ],
)  # fmt: skip
def test_another_number_is_the_unit_with_that_number(turns: tuple[str, ...], first: str) -> None:
    assert line_text(ask(snapshot(), *turns).head[0]) == first


def test_a_unit_with_a_number_that_no_plan_has_is_refused_by_its_name() -> None:
    said = ask(snapshot(), "Trạm Quan trắc số 1 phối hợp việc gì", "thế còn số 3")
    assert said.abstained
    assert "“trạm quan trắc số 3”" in line_text(said.head[0])


def test_a_number_behind_a_list_of_a_unit_without_one_is_a_row() -> None:
    assert stts(ask(snapshot(), "Công an tỉnh phối hợp việc gì", "còn số 3")) == ["3"]


@pytest.mark.parametrize(
    ("word", "meant"),
    [("p/hợp", "phối hợp"), ("c/trì", "chủ trì"), ("đ/vị", "đơn vị"), ("b/cao", "báo cáo"), ("đ/c", "đ/c"),
     ("15/3", "15/3"), ("kh/đu", "kh/đu")],
)  # fmt: skip
def test_a_slash_shortens_two_words(word: str, meant: str) -> None:
    assert " ".join(parted_by_sign(word)) == meant


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("ae cho e hỏi rào vườn ươm ai làm", "cho hỏi rào vườn ươm ai làm"),
        ("a e ơi việc nào đến hạn", "ơi việc nào đến hạn"),
        ("mấy ace cho em hỏi hạn", "mấy cho em hỏi hạn"),
        ("mng tra giúp e hạn rào vườn", "tra giúp hạn rào vườn"),
        ("lop e hoc khi nao", "lop e hoc khi nao"),
        ("cấp giống cho dan ai làm", "cấp giống cho dan ai làm"),
    ],
)
def test_letters_for_people_are_no_word_of_an_opening(text: str, left: str) -> None:
    assert " ".join(without_initials(text.split())) == left


def test_a_unit_is_known_by_the_whole_name_of_its_office_in_the_plan_that_is_switched_to() -> None:
    plans = [
        a_loaded_plan(
            [a_task(task=task, stt=stt, lead=(lead,), coordinate=("Sở Nội vụ",))],
            stem,
            heading=Heading(number=f"{stt}/KH-SNV", issuer=f"Sở Nội vụ tỉnh {place}", place=place, issued="2027-01-11",
                            title="Kế hoạch Văn thư năm 2027", years=(2027,)),
        )
        for stem, place, stt, task, lead in (
            ("a", "Trà Giang", "7", "Dạy nghề đan lát", "Phòng Nghề"),
            ("b", "Bến Lộc", "9", "Soi kho giấy", "Các đơn vị trực thuộc Sở"),
        )
    ]  # fmt: skip
    first, then = "Phòng Nghề Trà Giang làm gì", "chuyển qua Bến Lộc đi, mấy đơn vị trực thuộc Sở Nội vụ làm gì"
    assert stts(ask(make_snapshot(plans), first, then)) == ["9"]


def test_the_name_of_the_office_behind_its_unit_is_a_part_of_it() -> None:
    heading = Heading(number="3/KH-SNV", issuer="Sở Nội vụ tỉnh Bến Lộc", place="Bến Lộc", issued="2027-01-11",
                      title="Kế hoạch Văn thư năm 2027", years=(2027,))  # fmt: skip
    calls = calls_of([a_loaded_plan(heading=heading)])
    for text, size in (("thanh tra sở nội vụ làm gì", 5), ("thanh tra sở y tế làm gì", 3)):
        words = tuple(text.split())
        (unit,) = UnitNames([(0, "Thanh tra Sở")]).find(words)
        assert with_its_office(unit, words, calls, {0}).end == size
        assert with_its_office(unit, words, calls, set()).end == len(("thanh", "tra", "sở"))


def test_an_expense_is_nobody_who_tells_where_they_work() -> None:
    """The "chi" of "chi tiêu" is no "chị", where accents are typed."""
    asked = "việc sửa quy chế chi tiêu của Sở Nội vụ thì phòng em có phải phối hợp không, ô phối hợp ghi thế nào"
    rows = [a_task(stt="1"), a_task(stt="2", task="Sửa quy chế chi tiêu nội bộ", coordinate=("Phòng Thanh tra",))]
    said = ask(make_snapshot([a_loaded_plan(rows)]), asked)
    assert plain(said).startswith("Phối hợp: Phòng Thanh tra")


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("việc nào Công an tỉnh và Trạm Quan trắc số 1 đều nằm ở cột phối hợp", ["2", "3"]),
        ("viec nao Cong an tinh va Tram Quan trac so 1 deu nam o cot phoi hop", ["2", "3"]),
        ("việc nào Công an tỉnh với Phòng Dự báo đều phối hợp", []),
        ("việc có tên đồng thời Công an tỉnh và Trạm Quan trắc số 1 ở ô phối hợp là việc nào", ["2", "3"]),
        ("việc nào Phòng Dự báo, Hội Làm vườn phối hợp", ["4", "6", "8", "9"]),
        ("gộp cả hai Phòng Dự báo và Hội Làm vườn phối hợp thì việc nào", ["4", "6", "8", "9"]),
        ("việc Phòng Dự báo và Hội Làm vườn đều trong tháng 8 phối hợp", ["4", "6", "8", "9"]),
    ],
)
def test_what_several_units_all_have_in_a_role_is_what_each_of_them_has(text: str, rows: list[str]) -> None:
    assert sorted(stts(ask(snapshot(), text)), key=int) == rows


def test_a_name_does_not_end_in_the_head_of_the_next_one() -> None:
    names = UnitNames([(0, "Sở Nội vụ"), (0, "Sở Tư pháp"), (0, "Thanh tra Sở")])
    both = names.find(["sở", "nội", "vụ", "sở", "tư", "pháp"])
    assert [unit.printed for unit in both] == [{"Sở Nội vụ"}, {"Sở Tư pháp"}]
    assert [unit.end for unit in names.find(["thanh", "tra", "sở", "và", "sở", "tư", "pháp"])] == [3, 7]
    assert [unit.end for unit in names.find(["thanh", "tra", "sở", "nội", "vụ"])] == [3]  # one name, of another office
