"""Where the names of units begin and end."""

import pytest

from knowledge.units.phrase import begins_unit, is_people, unit_at, whole_unit

NAMED = [
    ("Sở Tài chính tham mưu bố trí kinh phí", "Sở Tài chính"),
    ("Phòng Tổ chức - Hành chính theo dõi", "Phòng Tổ chức - Hành chính"),
    ("Ban Quản lý các khu công nghiệp phối hợp", "Ban Quản lý các khu công nghiệp"),
    ("các tổ chức chính trị - xã hội tuyên truyền", "các tổ chức chính trị - xã hội"),
    ("Các đơn vị cung cấp dịch vụ có trách nhiệm bảo đảm", "Các đơn vị cung cấp dịch vụ"),
    ("Sở Nội vụ (cơ quan thường trực) theo dõi", "Sở Nội vụ"),
    ("Văn phòng Sở: Chủ trì tổng hợp", "Văn phòng Sở"),
    ("Các chủ đầu tư báo cáo tiến độ giải ngân", "Các chủ đầu tư"),
    ("Phòng Công nghệ thông tin làm đầu mối", "Phòng Công nghệ thông tin"),
    ("Bộ phận tiếp nhận và trả kết quả cập nhật", "Bộ phận tiếp nhận và trả kết quả"),
    ("Sở Giáo dục và Đào tạo hướng dẫn các trường", "Sở Giáo dục và Đào tạo"),
    ("Trung tâm Đào tạo lái xe mở lớp", "Trung tâm Đào tạo lái xe"),
    ("Chi cục Thú y (sau đây viết tắt là Chi cục) kiểm tra cơ sở giết mổ", "Chi cục Thú y"),
    ("Trường Đào tạo, bồi dưỡng cán bộ tỉnh mở lớp", "Trường Đào tạo, bồi dưỡng cán bộ tỉnh"),
    ("Phòng Quản lý chất lượng xây dựng lập danh mục", "Phòng Quản lý chất lượng xây dựng"),
    ("Phòng Quản lý chất lượng xây dựng, ban hành quy chế", "Phòng Quản lý chất lượng"),
    ("Các sở, ban, ngành, tổ chức chính trị - xã hội phổ biến", "Các sở, ban, ngành, tổ chức chính trị - xã hội"),
    ("Ban Chỉ đạo các chương trình tỉnh (gọi tắt là BCĐ tỉnh) giao ban", "Ban Chỉ đạo các chương trình tỉnh"),
    ("Phòng Cảnh sát sử dụng phương tiện (viết tắt là P5) cảnh báo", "Phòng Cảnh sát sử dụng phương tiện"),
    ("Ban Quản lý chợ Đông (sau đây gọi tắt là BQL chợ) bố trí khu giết mổ", "Ban Quản lý chợ Đông"),
]


@pytest.mark.parametrize(("text", "name"), NAMED, ids=[text for text, _ in NAMED])
def test_a_name_ends_before_what_the_unit_does(text: str, name: str) -> None:
    phrase = unit_at(text)
    assert phrase is not None
    assert phrase.name == name


@pytest.mark.parametrize(
    "text", ["Ban hành kế hoạch", "Bộ chỉ số được công bố", "Thanh tra, kiểm tra việc thực hiện", "Báo cáo kết quả", ""]
)
def test_words_that_only_look_like_units_are_none(text: str) -> None:
    assert unit_at(text) is None
    assert not begins_unit(text)


ORDERED = [
    ("Công an tỉnh phân luồng giao thông", "Công an tỉnh"),
    ("Bộ Quốc phòng sẵn sàng lực lượng", "Bộ Quốc phòng"),
    ("Sở Xây dựng cấp phép 03 mỏ đất", "Sở Xây dựng"),
    ("Sở Tài chính cấp tỉnh bố trí vốn", "Sở Tài chính cấp tỉnh"),
    ("Chủ tịch UBND tỉnh An Bình gặp dân", "Chủ tịch UBND tỉnh An Bình"),
    ("Công an tỉnh và Sở Y tế bố trí xe", "Công an tỉnh và Sở Y tế"),
    ("Đoàn Thanh niên giải tỏa lấn chiếm", "Đoàn Thanh niên"),
    ("Mặt trận Tổ quốc tỉnh vào cuộc", "Mặt trận Tổ quốc tỉnh"),
]


@pytest.mark.parametrize(("text", "name"), ORDERED, ids=[text for text, _ in ORDERED])
def test_behind_an_order_any_verb_ends_a_name_that_is_whole(text: str, name: str) -> None:
    phrase = unit_at(text, ordered=True)
    assert phrase is not None
    assert phrase.name == name


def test_a_name_goes_on_behind_words_that_may_be_one() -> None:
    phrase = unit_at("Kho bạc Nhà nước khu vực X giải ngân vốn", ordered=True)
    assert phrase is not None
    assert phrase.name == "Kho bạc Nhà nước khu vực X"


def test_a_place_that_goes_on_is_no_verb_behind_an_order() -> None:
    assert unit_at("UBND xã biên giới", ordered=True) is None


def test_a_title_may_be_units_as_a_whole() -> None:
    assert whole_unit("Sở Tài chính, Kho bạc nhà nước tỉnh:") == "Sở Tài chính, Kho bạc nhà nước tỉnh"
    assert whole_unit("Ban Hậu cần - Kỹ thuật") == "Ban Hậu cần - Kỹ thuật"
    assert whole_unit("Sở Tài chính bố trí kinh phí") is None
    assert whole_unit("Các Sở: Y tế, Công Thương") == "Các Sở: Y tế, Công Thương"
    assert whole_unit("Văn phòng Sở: Chủ trì tổng hợp") is None


def test_people_are_no_unit_but_posts_of_a_commune_are() -> None:
    assert is_people("cán bộ, công chức")
    assert not is_people("công chức Tư pháp - Hộ tịch")
