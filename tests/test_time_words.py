"""Which words of a sentence set its time."""

import pytest

from knowledge.plan.time_words import time_words

CASES = [
    ("Các phòng gửi báo cáo trước ngày 15/12/2027", "trước ngày 15/12/2027"),
    ("Hoàn thành trước ngày 15 tháng 12 năm 2027", "Hoàn thành trước ngày 15 tháng 12 năm 2027"),
    ("Ban hành kế hoạch chậm nhất ngày 28/02/2027", "chậm nhất ngày 28/02/2027"),
    ("Hoàn thành trong quý I/2027", "Hoàn thành trong quý I/2027"),
    ("Tổ chức tổng kết vào năm 2030", "vào năm 2030"),
    ("Kiểm tra các công trình, hoàn thành tháng 4/2027", "hoàn thành tháng 4/2027"),
    ("Nâng công suất nhà máy, hoàn thành quý I/2027, báo cáo UBND tỉnh", "hoàn thành quý I/2027"),
    ("Khởi công cầu (khánh thành tháng 9/2027)", "khánh thành tháng 9/2027"),
    ("Rà soát quy trình; xong quý II", "xong quý II"),
    ("Số hóa hồ sơ, hoàn thành: năm 2028", "hoàn thành: năm 2028"),
    ("Nâng tỷ lệ hoàn thành năm 2027", ""),
    ("Nghiệm thu trung tâm dữ liệu quý III/2027", "quý III/2027"),
    ("Xây dựng chuyên trang, khai trương ngày 01/6/2027", "ngày 01/6/2027"),
    ("Ban Quản lý báo cáo UBND tỉnh ngày 15/12/2027", "ngày 15/12/2027"),
    ("Tổng hợp báo cáo quý III/2027", ""),
    ("Kiểm tra tình hình dịch bệnh tháng 5/2027", ""),
    ("Thực hiện Nghị quyết ngày 12/3/2027", ""),
    ("Giảm 5% so với tháng 5/2026", ""),
    ("Giao ban định kỳ hằng quý", "định kỳ hằng quý"),
    ("Hoàn thành báo cáo quý I/2027", ""),
    ("Đã hoàn thành tháng 3/2027", ""),
    ("Đưa tin thường xuyên về cuộc thi", "thường xuyên"),
    ("Viết tin thường xuyên và bài chuyên đề", ""),
    ("Theo dõi, định kỳ 6 tháng báo cáo", "định kỳ 6 tháng"),
    ("Giao Văn phòng đôn đốc việc thực hiện, định kỳ tổng hợp báo cáo", "định kỳ"),
    ("Xây dựng báo cáo của sở theo định kỳ và đột xuất", "định kỳ"),
    ("Thực hiện nghiêm chế độ báo cáo định kỳ", ""),
    ("Vận động nhân dân tổng vệ sinh vào sáng thứ Bảy hằng tuần", "vào sáng thứ Bảy hằng tuần"),
    ("Kiểm tra hồ sơ mỗi tháng 01 lần", "mỗi tháng 01 lần"),
    ("Định kỳ quý, 6 tháng, năm báo cáo kết quả", "Định kỳ quý, 6 tháng, năm"),
    ("Xây dựng kế hoạch hằng năm của đơn vị", "hằng năm"),
    ("Thường xuyên rà soát quy trình", "Thường xuyên"),
    ("Triển khai Kế hoạch số 12/KH-UBND ngày 05/01/2027 của UBND tỉnh", ""),
    ("Bố trí kinh phí trong dự toán ngân sách hằng năm", ""),
    ("Xác định đây là nhiệm vụ thường xuyên", ""),
    ("Thực hiện Kế hoạch cải cách hành chính năm 2027", ""),
    ("Giảm chi thường xuyên theo quy định", ""),
]


@pytest.mark.parametrize(("sentence", "words"), CASES, ids=[sentence for sentence, _ in CASES])
def test_only_the_words_that_set_a_time_are_taken(sentence: str, words: str) -> None:
    assert time_words(sentence) == words


def test_what_makes_a_day_a_lunar_one_is_not_left_behind() -> None:
    sentence = "Ban Quản lý hoàn thành công tác chuẩn bị trước ngày 10/3 (âm lịch) theo kế hoạch."

    assert time_words(sentence).endswith("10/3 (âm lịch)")
