"""Units as people call them."""

from collections.abc import Iterator

import pytest

from knowledge.language.text import folded, tokens
from knowledge.units.mentions import UnitNames, unit_like

UNITS = UnitNames(
    [
        (0, "Văn phòng Sở"),
        (0, "Thanh tra Sở"),
        (0, "Chánh Thanh tra Sở"),
        (0, "Các phòng chuyên môn, đơn vị"),
        (0, "Các đơn vị trực thuộc Sở"),
        (0, "Đơn vị nghiệp vụ Sở Khoa học và Công nghệ"),
        (0, "Quầy hướng dẫn Sở tại Trung tâm Hội nghị An Bình"),
        (0, "Trung tâm thuộc Sở"),
        (1, "Văn phòng"),
        (1, "Phòng Kế hoạch và Tài chính"),
        (1, "Văn phòng UBND tỉnh"),
        (2, "Sở Tài chính"),
        (3, "Đoàn Thanh niên phường"),
        (3, "Thư viện thị trấn"),
        (3, "Phòng Kinh tế, Hạ tầng và Đô thị"),
        (4, "Văn phòng Bộ"),
        (4, "Công an phường"),
        (4, "Trung tâm Giống cây trồng quốc gia"),
        (5, "Hội LHPN phường"),
        (6, "Khoa Tiêm chủng"),
        (6, "Ban Tổ chức - Kiểm tra"),
        (6, "Bệnh viện Đa khoa khu vực Sông Trà"),
        (6, "Ban Hỗ trợ hội viên phát triển sản xuất"),
        (6, "Các phòng"),
    ]
)


def named(text: str, plan: int = 0) -> set[str]:
    return {name for unit in UNITS.find(tokens(text), [plan]) for name in unit.names.get(plan, ())}


@pytest.mark.parametrize(
    ("text", "plan", "names"),
    [
        pytest.param("Thanh tra Sở làm gì", 0, {"Thanh tra Sở", "Chánh Thanh tra Sở"}, id="and the one who heads it"),
        pytest.param("vp sở", 0, {"Văn phòng Sở"}, id="abbreviated"),
        pytest.param("văn phòng làm gì", 0, {"Văn phòng Sở"}, id="without its office"),
        pytest.param("Văn phòng Sở", 1, {"Văn phòng"}, id="with an office that is not printed"),
        pytest.param("sở khcn", 0, {"Đơn vị nghiệp vụ Sở Khoa học và Công nghệ"}, id="initials"),
        pytest.param("phong khtc", 1, {"Phòng Kế hoạch và Tài chính"}, id="initials of a room"),
        pytest.param("Sở TC", 2, {"Sở Tài chính"}, id="initials with a word that without accents is a link"),
        pytest.param("STC", 2, {"Sở Tài chính"}, id="initials of all its words"),
        pytest.param("p khtc", 1, {"Phòng Kế hoạch và Tài chính"}, id="its head abbreviated too"),
        pytest.param("Phòng KH-TC", 1, {"Phòng Kế hoạch và Tài chính"}, id="initials with a hyphen"),
        pytest.param("VP UBND tỉnh", 1, {"Văn phòng UBND tỉnh"}, id="two abbreviations"),
        pytest.param("quầy hướng dẫn", 0, {"Quầy hướng dẫn Sở tại Trung tâm Hội nghị An Bình"}, id="its beginning"),
        pytest.param("cac phong chuyen mon, don vi", 0, {"Các phòng chuyên môn, đơn vị"}, id="a group"),
        pytest.param("các đơn vị trực thuộc Sở", 0, {"Các đơn vị trực thuộc Sở"}, id="another group"),
        pytest.param("trung tâm tích hợp dữ liệu", 0, set(), id="a head is no unit"),
        pytest.param("đoàn thanh niên", 3, {"Đoàn Thanh niên phường"}, id="without its area"),
        pytest.param("thu vien lam gi", 3, {"Thư viện thị trấn"}, id="a head without its area"),
        pytest.param("phong kt ht dt", 3, {"Phòng Kinh tế, Hạ tầng và Đô thị"}, id="initials part by part"),
        pytest.param("k tc", 6, {"Khoa Tiêm chủng"}, id="the letter of its head apart"),
        pytest.param("ban tckt", 6, {"Ban Tổ chức - Kiểm tra"}, id="letters behind a head inside the head"),
        pytest.param("tckt", 6, {"Ban Tổ chức - Kiểm tra"}, id="those letters alone"),
        pytest.param("bvđkkv sông trà", 6, {"Bệnh viện Đa khoa khu vực Sông Trà"}, id="letters before its place"),
        pytest.param("ban ht hvptsx", 6, {"Ban Hỗ trợ hội viên phát triển sản xuất"}, id="long letters in two parts"),
        pytest.param("ban hthv", 6, {"Ban Hỗ trợ hội viên phát triển sản xuất"}, id="the first of its letters"),
        pytest.param("phòng kinh tế htđt", 3, {"Phòng Kinh tế, Hạ tầng và Đô thị"}, id="its last words in letters"),
        pytest.param("vp ubt", 1, {"Văn phòng UBND tỉnh"}, id="a committee and its area in letters"),
        pytest.param("ca p", 4, {"Công an phường"}, id="an area by its letter"),
        pytest.param("p hvt", 6, set(), id="one letter alone before letters of no unit"),
        pytest.param("vpb", 4, {"Văn phòng Bộ"}, id="initials of a head and a word"),
        pytest.param("cap giấy phép", 4, set(), id="initials that are a word"),
        pytest.param("ttgct", 4, {"Trung tâm Giống cây trồng quốc gia"}, id="initials without its level"),
        pytest.param("hội phụ nữ", 5, {"Hội LHPN phường"}, id="a part of what its short form stands for"),
        pytest.param("hội nông dân", 5, set(), id="another such"),
        pytest.param("Sở Y tế", 0, set(), id="not there"),
    ],
)
def test_a_unit_is_found_by_what_people_call_it(text: str, plan: int, names: set[str]) -> None:
    assert named(text, plan) == names


def test_the_word_between_two_units_belongs_to_neither() -> None:
    found = UNITS.find(tokens("so sánh văn phòng và thanh tra sở"), [0])
    assert [(unit.start, unit.end) for unit in found] == [(2, 4), (5, 8)]


def test_words_that_begin_like_a_unit_could_be_one() -> None:
    assert unit_like(tokens("Sở Y tế")) == 1
    assert unit_like(tokens("số hóa hồ sơ")) == 0


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("Giám đốc Bệnh viện", {"giám đốc bệnh viện"}),
        ("Giám đốc Bệnh viện tỉnh", {"giám đốc bệnh viện"}),
        ("Hiệu trưởng nhà trường", {"hiệu trưởng nhà trường"}),
        ("Giám đốc Trung tâm", {"giám đốc trung tâm"}),
        ("Lãnh đạo Văn phòng", {"lãnh đạo văn phòng", "văn phòng"}),
        ("Giám đốc Sở Y tế", {"giám đốc sở y tế", "sở y tế"}),
    ],
)
def test_who_heads_a_whole_workplace_is_not_called_as_it_is(name: str, called: set[str]) -> None:
    units = UnitNames([(0, name)])
    ways = {*called, "bệnh viện", "bệnh viện tỉnh", "nhà trường", "trung tâm", "văn phòng", "sở y tế"}
    assert {way for way in ways if units.find(way.split())} == called


def test_words_behind_one_that_no_name_has_are_not_tried_together_with_those_before(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    names = UnitNames([(0, "Phòng Tài chính - Kế toán"), (0, "Tổ 2")])
    tried: list[tuple[str, ...]] = []

    def ways(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        tried.append(words)
        yield words

    monkeypatch.setattr("knowledge.units.mentions._ways", ways)
    found = names.find(tokens("phòng tài chính kế toán nhận máy in tổ 2"))

    assert [(unit.start, unit.end) for unit in found] == [(0, 5), (8, 10)]
    assert not any({"nhận", "nhan"} & set(words) for words in tried)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("tổ hai", "Tổ 2", id="a number in words"),
        pytest.param("tổ số 2", "Tổ 2", id="a word that is left out"),
        pytest.param("p tckt", "Phòng Tài chính - Kế toán", id="short forms"),
        pytest.param("phòng tc kt", "Phòng Tài chính - Kế toán", id="initials typed apart"),
    ],
)
def test_a_name_reaches_over_words_that_are_read_otherwise(text: str, name: str) -> None:
    names = UnitNames([(0, "Phòng Tài chính - Kế toán"), (0, "Tổ 2")])

    assert [(unit.names[0], unit.end) for unit in names.find(text.split())] == [(frozenset({name}), len(text.split()))]


@pytest.mark.parametrize("plans", [{0}, {1}, {0, 1}, set[int]()])
def test_a_name_asked_in_some_plans_is_what_it_is_in_all_less_the_others(plans: set[int]) -> None:
    for text in ("văn phòng", "các phòng", "phòng kế hoạch", "trung tâm", "thanh tra"):
        every, some = UNITS.whole(text), UNITS.whole(text, plans)
        assert some == {plan: names for plan, names in every.items() if plan in plans}


def test_what_a_name_is_in_many_plans_is_worked_out_once(monkeypatch: pytest.MonkeyPatch) -> None:
    names = UnitNames(
        [(plan, name) for plan in range(50) for name in ("Trung tâm Phục vụ hành chính công", "Trạm Y tế")]
    )
    worked: list[frozenset[str]] = []

    def narrowest(_form: tuple[str, ...], found: frozenset[str]) -> frozenset[str]:
        worked.append(found)
        return found

    monkeypatch.setattr("knowledge.units.mentions._narrowest", narrowest)
    first, again = (names.find(("trung", "tam", "phuc", "vu"), plans)[0] for plans in (None, {3}))
    assert again.names == {3: first.names[3]}
    assert len(worked) == len(first.names) == 50
    assert first.printed == {"Trung tâm Phục vụ hành chính công"}


LONG = "Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh tại Trung tâm Hội nghị An Bình"


@pytest.mark.parametrize("said", [LONG, LONG.lower(), "van phong doan dai bieu quoc hoi va hoi dong nhan dan tinh"])
def test_a_name_is_known_by_itself_however_long_it_is(said: str) -> None:
    units = UnitNames([(0, LONG), (0, "Văn phòng Sở"), (0, "Sở Tài chính")])
    assert [unit.printed for unit in units.find(tokens(f"việc của {said} là gì"), [0])] == [{LONG}]


@pytest.mark.parametrize(
    ("field", "name"),
    [
        (("tài", "chính"), "Sở Tài chính"),  # one head, beside its own room and others that hold the words
        (("y", "tế"), "Trạm Y tế"),
        (("nội", "vụ"), None),  # two heads
        (("thuế",), None),
    ],
)
def test_of_a_field_the_unit_is_meant_that_alone_is_of_it(field: tuple[str, ...], name: str | None) -> None:
    printed = ("Sở Tài chính", "Đơn vị nghiệp vụ Sở Tài chính", "Phòng Kế hoạch và Tài chính", "Trạm Y tế",
               "Sở Nội vụ", "Phòng Nội vụ", "Hội Cựu cán bộ Y tế")  # fmt: skip
    inside = UnitNames([(0, one) for one in printed]).inside([folded(word) for word in field], [0])
    assert {unit for names in inside.values() for unit in names if not unit.startswith("Đơn vị")} == ({name} - {None})


def test_a_short_form_that_a_plan_explains_names_the_unit_there() -> None:
    units = UnitNames([(0, "Tòa Hình sự"), (1, "Tổ Hạ tầng"), (1, "Văn phòng")], [(0, "THS", "Tòa Hình sự")])
    (found,) = units.find(["ths", "chủ", "trì", "việc", "gì"])
    assert found.names == {0: {"Tòa Hình sự"}}
