"""When a duty of running text is to be done, and the duty without these words."""

import pytest

from knowledge.model import Heading, Passage, Task
from knowledge.plan.duties import duties
from knowledge.plan.duty_times import when_in

MATTERS = ("II. NHIỆM VỤ", "1. Trật tự xây dựng")


def read(text: str, *section: str) -> tuple[Task, ...]:
    return duties([Passage(text, section or MATTERS)], Heading(years=(2027,)))


WHEN = [
    ("Trồng 400 cây xanh, phối hợp với Đoàn Thanh niên phường (19/5/2027)", "19/5/2027"),
    ("Xử lý quảng cáo rao vặt trên cột điện (thường xuyên)", "thường xuyên"),
    ("Khảo sát mức độ hài lòng của người dân (quý/lần)", "quý/lần"),
    ("Lắp 40 camera tại các điểm đen (6 tháng đầu năm); sản phẩm: biên bản nghiệm thu", "6 tháng đầu năm"),
    ("Diễn tập cứu nạn (22/5/2027 - Ngày hội phòng, chống thiên tai)", "22/5/2027"),
    ("Tổ chức lớp tập huấn; thời gian: quý II và quý III năm 2028; sản phẩm: báo cáo", "quý II và quý III năm 2028"),
    ("Phòng A lập hồ sơ các công trình vi phạm; xong trước Quốc khánh 02/9", "xong trước Quốc khánh 02/9"),
    ("Phòng A tổng rà soát hồ sơ. Thời hạn hoàn thành: 30/4/2027", "30/4/2027"),
    ("Sau khi có quyết định của tỉnh, Phòng A tiếp nhận mặt bằng", "Sau khi có quyết định của tỉnh"),
    ("Cập nhật dữ liệu trong vòng 05 ngày kể từ khi nhận hồ sơ", "trong vòng 05 ngày kể từ khi nhận hồ sơ"),
    ("Giám sát bán hàng trên mạng, mỗi quý 01 đợt", "mỗi quý 01 đợt"),
    ("Báo cáo kết quả hằng năm (trước ngày 15 tháng 11)", "hằng năm (trước ngày 15 tháng 11"),
    ("Báo cáo tình hình (ngày 20 tháng cuối quý)", "ngày 20 tháng cuối quý"),
    ("Tổ chức nói chuyện chuyên đề, mỗi tháng ít nhất một buổi", "mỗi tháng ít nhất một buổi"),
    ("Khi có vướng mắc, các phòng phản ánh về Văn phòng", ""),
    ("Kiện toàn tổ xung kích (theo Quyết định số 08/QĐ-UBND ngày 05/01/2027)", ""),
    ("Ký cam kết với cha mẹ học sinh (năm học 2027-2028)", ""),
    ("Nâng tỷ lệ hộ dùng nước sạch (5/10, đạt 50%)", ""),
    ("Kế thừa số liệu điều tra (năm 2026)", ""),
]


@pytest.mark.parametrize(("duty", "when"), WHEN, ids=[duty for duty, _ in WHEN])
def test_a_time_apart_tells_when_better_than_the_words_on_the_way(duty: str, when: str) -> None:
    assert when_in(duty) == when


def test_a_sentence_that_only_adds_a_time_belongs_to_the_duty_before_it_and_its_words_do_not() -> None:
    text = "Giao Phòng A xây dựng 06 phóng sự. Hoàn thành trước ngày 15/9/2027. Trung tâm B tổ chức 04 lớp tập huấn."
    assert [(task.task, task.lead, task.deadline.text) for task in read(text)] == [
        ("Giao Phòng A xây dựng 06 phóng sự", ("Phòng A",), "Hoàn thành trước ngày 15/9/2027"),
        ("Trung tâm B tổ chức 04 lớp tập huấn", ("Trung tâm B",), ""),
    ]


def test_brackets_with_the_time_are_taken_off_a_duty_and_others_are_not() -> None:
    (timed,) = read("- Lập hồ sơ đề nghị công nhận (trong tháng 4);", *MATTERS, "1. Phòng Văn hóa")
    (other,) = read("- Thành lập tổ tự quản (07 tổ).", *MATTERS, "1. Phòng Văn hóa")
    assert (timed.task, timed.deadline.text) == ("Lập hồ sơ đề nghị công nhận", "trong tháng 4")
    assert (other.task, other.deadline.text) == ("Thành lập tổ tự quản (07 tổ)", "")


LEADS = [
    (
        "Việc thẩm định hồ sơ do Phòng Quản lý thương mại thực hiện thường xuyên, đúng hạn.",
        ["Phòng Quản lý thương mại"],
    ),
    ("Công tác xét duyệt đợt 1 do Phòng Quản lý nhà chủ trì, xong trong quý II.", ["Phòng Quản lý nhà"]),
    ("Trước ngày 20/12/2027, Phòng Quản lý thương mại phối hợp lấy mẫu.", ["Phòng Quản lý thương mại"]),
    ("Trước mắt, Văn phòng Sở rà soát nhu cầu.", ["Văn phòng Sở"]),
    ("Chi cục Quản lý thị trường còn có trách nhiệm giám sát.", ["Chi cục Quản lý thị trường"]),
    ("Nhiệm vụ tập huấn do Trung tâm Dạy nghề đảm nhiệm, gồm 06 lớp.", ["Trung tâm Dạy nghề"]),
    ("Việc thực hiện nghị quyết do Hội đồng nhân dân tỉnh ban hành phải đúng hạn.", []),
    ("Theo báo cáo, Phòng A làm tốt.", []),
    ("Nhìn chung, Văn phòng Sở làm tốt.", []),
]


@pytest.mark.parametrize(("text", "leads"), LEADS, ids=[text for text, _ in LEADS])
def test_whoever_carries_a_matter_out_is_charged_wherever_it_stands(text: str, leads: list[str]) -> None:
    assert [unit for task in read(text) for unit in task.lead] == leads


def test_a_duty_without_a_time_has_that_of_the_heading_above_it() -> None:
    (bare,) = read("- Văn phòng Sở tổng kết phong trào.", "III. THÁNG 5")
    (timed,) = read("- Văn phòng chuẩn bị hội trường, hoàn thành ngày 10/5.", "III. THÁNG 5")
    assert [task.deadline.text for task in (bare, timed)] == ["tháng 5", "hoàn thành ngày 10/5"]


def test_brackets_that_say_more_than_a_time_stay_whole() -> None:
    (task,) = read("1. Văn phòng Sở lập kế hoạch (gửi Phòng A trước ngày 25/3/2027).", "III. TỔ CHỨC THỰC HIỆN")
    assert task.task == "Văn phòng Sở lập kế hoạch (gửi Phòng A trước ngày 25/3/2027)"
