"""Which words say when and nothing else."""

import pytest

from knowledge.deadlines import understand_deadline
from knowledge.deadlines.only_times import says_only_when

TIMES = [
    "xong trước Lễ 30/4", "xong trước Quốc khánh 02/9", "quý/lần", "sáng Chủ nhật tuần đầu hằng tháng", "thường xuyên",
    "6 tháng đầu năm", "Hoàn thành trước ngày 15/9/2027", "Thời gian thực hiện: từ ngày 15/4 đến ngày 15/5/2027",
    "bắt đầu từ 15/3/2027", "mỗi quý 01 đợt", "hoàn thành dứt điểm trong quý II/2027", "trong năm 2027",
    "trong thời hạn 03 ngày làm việc kể từ ngày nhận được văn bản", "khi có yêu cầu", "trước mùa mưa bão",
    "thời hạn hoàn thành: 30/6/2027", "Tổ chức vào tuần thứ hai của tháng 8", "hằng ngày, từ 5h00 đến 5h30",
]  # fmt: skip
NO_TIMES = [
    "", "năm 2026", "giai đoạn 2026-2030", "năm học 2027-2028", "từ năm 2025", "hiện nay 78%", "kèm danh sách",
    "tăng 4% so với năm 2026", "trước đây là Phòng Tổng hợp", "sau khi sáp nhập", "theo quy định", "nếu có", "đợt 1",
    "Quyết định số 15/QĐ-UBND ngày 05/01/2027", "đủ dùng trong 10 ngày", "02 ngày", "14 tuyến đường", "12/15 tiêu chí",
    "trước mắt tại 5 xã", "có hiệu lực từ 01/7/2027", "kể từ ngày ký", "từ 5 đến 10 mô hình",
    "Sau khi có quyết định của tỉnh, Phòng Hạ tầng tiếp nhận mặt bằng",
]  # fmt: skip


@pytest.mark.parametrize("text", TIMES)
def test_a_time_with_the_words_that_belong_to_it_is_no_more_than_a_time(text: str) -> None:
    assert says_only_when(text)


@pytest.mark.parametrize("text", NO_TIMES)
def test_what_says_more_or_names_the_year_of_something_else_is_none(text: str) -> None:
    assert not says_only_when(text)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Xong trước Lễ 30/4", "2027-04-30"),
        ("trước Quốc khánh 2/9", "2027-09-02"),
        ("trước lễ kỷ niệm 27/7", "2027-07-27"),
        ("trước ngày Nhà giáo Việt Nam 20/11", "2027-11-20"),
    ],
)
def test_a_feast_before_its_day_does_not_hide_it(text: str, day: str) -> None:
    assert [str(due) for due in understand_deadline(text, year=2027).due] == [day]
