"""Cells of units as offices write them."""

import pytest

from knowledge.units.cells import split_units
from knowledge.units.keys import is_group, unit_key

KNOWN = ("Các phòng chuyên môn, nghiệp vụ", "Văn phòng", "Thanh tra", "Văn phòng Sở", "Thanh tra Sở")

CASES = {
    "rooms of Party committees whose names have commas and links": (
        "Phòng Tuyên truyền, báo chí - xuất bản; Phòng Đoàn thể và các hội, Báo Sơn Hà",
        ["Phòng Tuyên truyền, báo chí - xuất bản", "Phòng Đoàn thể và các hội", "Báo Sơn Hà"],
    ),
    "a name that ends with a word that heads others": (
        "Ban Quản lý Khu kinh tế Hải Phòng, Phó Giám đốc Trần Đình Khoa; Tổng phụ trách Đội",
        ["Ban Quản lý Khu kinh tế Hải Phòng", "Phó Giám đốc Trần Đình Khoa", "Tổng phụ trách Đội"],
    ),
    "a word that is a link but for its accents": (
        "Công an thành phố\nSở Xây dựng\nBan Quản lý chợ\nĐội Quản lý thị trường số 2",
        ["Công an thành phố", "Sở Xây dựng", "Ban Quản lý chợ", "Đội Quản lý thị trường số 2"],
    ),
    "lines of their own without a known head": (
        "Giáo viên chủ nhiệm khối 12\nCựu học sinh\nĐoàn kiểm tra số 1\nĐoàn kiểm tra số 2",
        ["Giáo viên chủ nhiệm khối 12", "Cựu học sinh", "Đoàn kiểm tra số 1", "Đoàn kiểm tra số 2"],
    ),
    "a line break before the name of a place": ("UBND phường\nHoài Nhơn Bắc", ["UBND phường Hoài Nhơn Bắc"]),
    "schools and offices of a sort share their head": (
        "Trường Tiểu học Kim Đồng, Tiểu học Nguyễn Du và Mầm non Hoa Sen; UBND huyện Trảng Bom, huyện Vĩnh Cửu",
        [
            "Trường Tiểu học Kim Đồng",
            "Trường Tiểu học Nguyễn Du",
            "Trường Mầm non Hoa Sen",
            "UBND huyện Trảng Bom",
            "UBND huyện Vĩnh Cửu",
        ],
    ),
    "the name of a place that begins like a head": (
        "UBND thành phố Hội An; Trạm Khí tượng Hải văn Trường Sa; Công an huyện Vụ Bản",
        ["UBND thành phố Hội An", "Trạm Khí tượng Hải văn Trường Sa", "Công an huyện Vụ Bản"],
    ),
    "a short name behind another without a mark": ("Sở Tài chính Cục Thuế", ["Sở Tài chính", "Cục Thuế"]),
    "what a room deals with, by a short form": (
        "Phòng Chế độ BHXH; Tổ Giám định BHXH\nSở Y tế BHXH",
        ["Phòng Chế độ BHXH", "Tổ Giám định BHXH", "Sở Y tế", "BHXH"],
    ),
    "semicolons": ("Văn phòng Sở; Thanh tra Sở.", ["Văn phòng Sở", "Thanh tra Sở"]),
    "plus": ("Thanh tra + Tổ Pháp chế", ["Thanh tra", "Tổ Pháp chế"]),
    "a slash before a space": ("Thư viện trường/ các khoa", ["Thư viện trường", "các khoa"]),
    "a dash between two whole names": (
        "Công an huyện - Ban Chỉ huy Quân sự huyện",
        ["Công an huyện", "Ban Chỉ huy Quân sự huyện"],
    ),
    "a dash inside a name before the name of another office": (
        "Phòng Tổ chức - Thanh tra; Khoa Cơ khí - Động lực",
        ["Phòng Tổ chức - Thanh tra", "Khoa Cơ khí - Động lực"],
    ),
    "a word like a head but for its accents": (
        "Trung tâm Khởi nghiệp và Đổi mới sáng tạo, Ban Quản lý hang Phong Nha - Kẻ Bàng, Công an xã Gia Viễn",
        [
            "Trung tâm Khởi nghiệp và Đổi mới sáng tạo",
            "Ban Quản lý hang Phong Nha - Kẻ Bàng",
            "Công an xã Gia Viễn",
        ],
    ),
    "a head with a wrong accent before its field": ("Sờ Tư pháp, Sờ Nội vụ", ["Sờ Tư pháp", "Sờ Nội vụ"]),
    "a cell without accents": ("Phong Noi vu, Van phong So", ["Phong Noi vu", "Van phong So"]),
    "what an office works against": (
        "Chi cục Thủy lợi và Phòng, chống thiên tai; Đội Phòng cháy, chữa cháy",
        ["Chi cục Thủy lợi và Phòng, chống thiên tai", "Đội Phòng cháy, chữa cháy"],
    ),
    "a group of capital nouns": (
        "Các Vụ, Cục có liên quan; Văn phòng Bộ",
        ["Các Vụ, Cục có liên quan", "Văn phòng Bộ"],
    ),
    "a field that begins like a newspaper": (
        "Chi cục Trồng trọt và Bảo vệ thực vật, Báo tỉnh",
        ["Chi cục Trồng trọt và Bảo vệ thực vật", "Báo tỉnh"],
    ),
    "a board and the committee it belongs to": ("Ban Thường vụ Đảng ủy", ["Ban Thường vụ Đảng ủy"]),
    "organisations of a school": (
        "Công đoàn - Đoàn Thanh niên Trường",
        ["Công đoàn", "Đoàn Thanh niên Trường"],
    ),
    "a group of faculties": ("Các Khoa, Viện thuộc Trường", ["Các Khoa, Viện thuộc Trường"]),
    "members of a board": ("Các thành viên Ban Chỉ huy", ["Các thành viên Ban Chỉ huy"]),
    "an organisation of a wiring": ("Công đoàn Bệnh viện", ["Công đoàn Bệnh viện"]),
    "an office before a wiring of its own": ("Phòng Y tế Bệnh viện đa khoa", ["Phòng Y tế", "Bệnh viện đa khoa"]),
    "faculties and wards": (
        "Phòng Điều dưỡng, Khoa Kiểm soát nhiễm khuẩn",
        ["Phòng Điều dưỡng", "Khoa Kiểm soát nhiễm khuẩn"],
    ),
    "slash": ("Phòng Văn hóa và Thông tin / Phòng Nội vụ", ["Phòng Văn hóa và Thông tin", "Phòng Nội vụ"]),
    "bullets": ("- Văn phòng\n- Thanh tra", ["Văn phòng", "Thanh tra"]),
    "a line break inside a name": ("Các đơn vị trực\nthuộc Sở", ["Các đơn vị trực thuộc Sở"]),
    "a line break between a whole name and an agency above it": (
        "Phòng Nội vụ\nSở Tư pháp\nUBND cấp xã\nTrung tâm Văn hóa\nĐoàn Thanh niên",
        ["Phòng Nội vụ", "Sở Tư pháp", "UBND cấp xã", "Trung tâm Văn hóa", "Đoàn Thanh niên"],
    ),
    "a line break before the agency that a room is of": ("Phòng Kế hoạch\nSở", ["Phòng Kế hoạch Sở"]),
    "a line break before an owner": ("Văn phòng\nUBND tỉnh", ["Văn phòng UBND tỉnh"]),
    "nothing between": ("Thanh tra Sở Trung tâm thuộc Sở", ["Thanh tra Sở", "Trung tâm thuộc Sở"]),
    "nothing between, each with an owner": (
        "Các trung tâm trực thuộc Sở Đơn vị kỹ thuật Sở Xây dựng",
        ["Các trung tâm trực thuộc Sở", "Đơn vị kỹ thuật Sở Xây dựng"],
    ),
    "a group after an agency": (
        "Văn phòng UBND tỉnh Các sở, ban, ngành",
        ["Văn phòng UBND tỉnh", "Các sở, ban, ngành"],
    ),
    "a group with commas": (
        "Các sở, ban, ngành; UBND các huyện, thành phố",
        ["Các sở, ban, ngành", "UBND các huyện, thành phố"],
    ),
    "a group that ends in a bare noun": ("Các phòng chuyên môn, đơn vị", ["Các phòng chuyên môn, đơn vị"]),
    "a group then another": (
        "Các phòng chuyên môn, nghiệp vụ, các trung tâm trực thuộc Chi cục",
        ["Các phòng chuyên môn, nghiệp vụ", "các trung tâm trực thuộc Chi cục"],
    ),
    "a unit between two groups": (
        "Các phòng kỹ thuật, Thanh tra Sở, đơn vị thuộc Sở",
        ["Các phòng kỹ thuật", "Thanh tra Sở", "đơn vị thuộc Sở"],
    ),
    "và inside a name": ("Sở Giáo dục và Đào tạo", ["Sở Giáo dục và Đào tạo"]),
    "và inside a name of two fields": ("Phòng Kế hoạch và Tài chính", ["Phòng Kế hoạch và Tài chính"]),
    "a comma inside a name": (
        "Sở Văn hóa, Thể thao và Du lịch, Công an tỉnh",
        ["Sở Văn hóa, Thể thao và Du lịch", "Công an tỉnh"],
    ),
    "a dash inside a name": (
        "Sở Lao động - Thương binh và Xã hội, Sở Y tế",
        ["Sở Lao động - Thương binh và Xã hội", "Sở Y tế"],
    ),
    "a answerer with và": ("Bộ phận tiếp nhận hồ sơ và trả kết quả", ["Bộ phận tiếp nhận hồ sơ và trả kết quả"]),
    "và between units": ("Sở Nội vụ và các sở, ban, ngành", ["Sở Nội vụ", "các sở, ban, ngành"]),
    "a shared level": ("UBND cấp huyện, cấp xã", ["UBND cấp huyện", "UBND cấp xã"]),
    "a shared head": ("Sở Tư pháp, Xây dựng", ["Sở Tư pháp", "Sở Xây dựng"]),
    "a shared head with và": ("Sở Nội vụ, Tài chính và Tư pháp", ["Sở Nội vụ", "Sở Tài chính", "Sở Tư pháp"]),
    "a list after a colon": ("Các Sở: Nội vụ, Tài chính", ["Sở Nội vụ", "Sở Tài chính"]),
    "a qualifier": ("Sở Tư pháp (trên CSDL quốc gia); Văn phòng", ["Sở Tư pháp (trên CSDL quốc gia)", "Văn phòng"]),
    "a unit at a place": (
        "Bộ phận một cửa Sở tại Trung tâm hành chính công tỉnh",
        ["Bộ phận một cửa Sở tại Trung tâm hành chính công tỉnh"],
    ),
    "the same twice": ("Sở Y tế Sở Y tế", ["Sở Y tế"]),
    "a shared level after a semicolon": ("UBND cấp huyện; cấp xã", ["UBND cấp huyện", "UBND cấp xã"]),
    "a shared head of abbreviations": ("Phòng TCCB, KHTC", ["Phòng TCCB", "Phòng KHTC"]),
    "a dash between units": ("Sở Tư pháp - Sở Nội vụ", ["Sở Tư pháp", "Sở Nội vụ"]),
    "a dash inside a title": ("Công chức Văn phòng - thống kê", ["Công chức Văn phòng - thống kê"]),
    "a head that holds another": (
        "Công an tỉnh, Bộ Chỉ huy Bộ đội Biên phòng tỉnh",
        ["Công an tỉnh", "Bộ Chỉ huy Bộ đội Biên phòng tỉnh"],
    ),
    "abbreviated heads": ("VP Sở, TTr Sở", ["VP Sở", "TTr Sở"]),
    "posts of one person in a council": (
        "Phó Chủ tịch, Thư ký Hội đồng; Sở Tư pháp",
        ["Phó Chủ tịch, Thư ký Hội đồng", "Sở Tư pháp"],
    ),
    "posts": ("Trưởng các phòng, ban; Giám đốc Trung tâm", ["Trưởng các phòng, ban", "Giám đốc Trung tâm"]),
    "a list after a colon and more": (
        "Các Phòng: Nội vụ, Tài chính - Kế hoạch và các đơn vị liên quan",
        ["Phòng Nội vụ", "Phòng Tài chính - Kế hoạch", "các đơn vị liên quan"],
    ),
    "names that begin with one word": ("Gara Hòa Bình, Gara An Sơn", ["Gara Hòa Bình", "Gara An Sơn"]),
    "two posts of one person": (
        "Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ",
        ["Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ"],
    ),
    "a ward that is called as a head is": (
        "Công an phường Trung Tâm, Trung tâm Y tế",
        ["Công an phường Trung Tâm", "Trung tâm Y tế"],
    ),
    "a ward in short": ("UBND P. Trung Tâm; P. Hành chính", ["UBND P. Trung Tâm", "P. Hành chính"]),
    "an office, then a centre": ("UBND xã Phú Lạc Trung tâm Văn hóa", ["UBND xã Phú Lạc", "Trung tâm Văn hóa"]),
    "communes by name after a colon": ("UBND các xã: Phú Lạc, Hòa Bình", ["UBND xã Phú Lạc", "UBND xã Hòa Bình"]),
    "a commune that is called as a head is": ("UBND các xã: Hội An, Phú Lạc", ["UBND xã Hội An", "UBND xã Phú Lạc"]),
    "a collective of its own kind behind a group": (
        "Các sở, ban, ngành, tổ chức chính trị - xã hội",
        ["Các sở, ban, ngành", "tổ chức chính trị - xã hội"],
    ),
    "others concerned behind a group": (
        "Các sở, ban, ngành, địa phương liên quan",
        ["Các sở, ban, ngành, địa phương liên quan"],
    ),
    "nobody": ("", []),
    "a slip in a known name": ("Các phòng chuyên môn, ngành vụ", ["Các phòng chuyên môn, nghiệp vụ"]),
    "a crumb in a known name": ("Các phòng chuyên môn, ng nghiệp vụ", ["Các phòng chuyên môn, nghiệp vụ"]),
    "a wrong tone in a known name": ("Thanh trạ Sở", ["Thanh tra Sở"]),
}


@pytest.mark.parametrize(("cell", "units"), CASES.values(), ids=CASES.keys())
def test_a_cell_is_taken_apart_into_its_units(cell: str, units: list[str]) -> None:
    assert list(split_units(cell, KNOWN)) == units


@pytest.mark.parametrize(
    ("name", "others"),
    [("UBND cấp xã", ["UBND cấp huyện"]), ("Trường THCS Lê Lợi", ["Trường THCS Lê Lai"]), ("Đội số 1", ["Đội số 2"])],
)
def test_a_name_like_another_is_not_taken_for_a_slip(name: str, others: list[str]) -> None:
    assert split_units(name, others) == (name,)


def test_the_short_and_the_long_name_of_an_agency_compare_equal() -> None:
    assert unit_key("UBND tỉnh") == unit_key("Ủy ban nhân dân tỉnh")
    assert unit_key("Sở TT&TT") == unit_key("Sở Thông tin và Truyền thông")
    assert unit_key("Các phòng chuyên môn") == unit_key("phòng chuyên môn")
    assert unit_key("Sở Nội vụ") != unit_key("Sở Ngoại vụ")


@pytest.mark.parametrize("name", ["Các phòng chuyên môn", "UBND cấp huyện", "Sở, ban, ngành", "Trung tâm thuộc Sở"])
def test_a_name_for_several_units_is_a_group(name: str) -> None:
    assert is_group(name)


@pytest.mark.parametrize("name", ["Văn phòng Sở", "Sở Nội vụ", "UBND tỉnh", "Phòng Kế hoạch - Tài chính"])
def test_one_unit_is_no_group(name: str) -> None:
    assert not is_group(name)


def test_a_line_break_after_a_name_that_ends_with_its_level_begins_another_unit() -> None:
    assert split_units("Trường Chính trị tỉnh\nSở Khoa học và Công nghệ") == (
        "Trường Chính trị tỉnh",
        "Sở Khoa học và Công nghệ",
    )


def test_a_lone_dash_belongs_to_a_name_that_was_broken_over_two_lines() -> None:
    assert split_units("Phòng Kế hoạch\n- Tài chính") == ("Phòng Kế hoạch - Tài chính",)
    assert split_units("Phòng Tổ chức\n- Phòng Tài chính") == ("Phòng Tổ chức", "Phòng Tài chính")


def test_the_boards_of_a_council_have_it_behind_their_name() -> None:
    assert split_units("Các Ban HĐND tỉnh; Văn phòng HĐND tỉnh") == ("Các Ban HĐND tỉnh", "Văn phòng HĐND tỉnh")


@pytest.mark.parametrize(
    ("cell", "units"),
    [
        ("Ban Pháp chế, Ban Kinh tế - Ngân sách HĐND tỉnh", ("Ban Pháp chế", "Ban Kinh tế - Ngân sách HĐND tỉnh")),
        ("Ban Dân tộc Hội đồng nhân dân tỉnh; Sở Tài chính", ("Ban Dân tộc Hội đồng nhân dân tỉnh", "Sở Tài chính")),
        ("Ban Văn hóa - Xã hội HĐND xã Văn phòng HĐND và UBND xã",
         ("Ban Văn hóa - Xã hội HĐND xã", "Văn phòng HĐND và UBND xã")),
        ("Sở Dân tộc HĐND tỉnh", ("Sở Dân tộc", "HĐND tỉnh")),
    ],
)  # fmt: skip
def test_each_board_of_a_council_has_it_behind_its_own_name(cell: str, units: tuple[str, ...]) -> None:
    assert split_units(cell) == units


def test_the_press_of_a_province_is_one_office_since_it_was_joined() -> None:
    assert split_units("Báo và Đài Phát thanh - Truyền hình tỉnh") == ("Báo và Đài Phát thanh - Truyền hình tỉnh",)
    assert split_units("Báo Bắc Hải và Đài Phát thanh") == ("Báo Bắc Hải", "Đài Phát thanh")
