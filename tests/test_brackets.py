"""A short form and what explains it in brackets are one; another bracket stays."""

import pytest

from knowledge.questions.brackets import without_explained


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("ban qlvt (quản lý vật tư) làm gì", "ban quản lý vật tư làm gì"),
        ("ban qlvt (ban quản lý vật tư)?", "ban quản lý vật tư?"),
        ("TTYT (trung tâm y tế) Sơn Đông có gì", "trung tâm y tế Sơn Đông có gì"),
        ("phòng vttb (vật tư trang thiết bị) lo gì", "phòng vật tư trang thiết bị lo gì"),
        ("p. TC-KT (tài chính - kế toán), quý 2", "p. tài chính - kế toán, quý 2"),
        ("khoa dược (KD) có mấy việc", "khoa dược có mấy việc"),
        ("phòng khtc (kế hoạch-tài chính) lo gì", "phòng kế hoạch-tài chính lo gì"),
        ("thủ tục hành chính (TTHC) ai lo", "thủ tục hành chính ai lo"),
        ("Sở TT&TT (Sở Thông tin và Truyền thông) làm gì", "Sở Thông tin và Truyền thông làm gì"),
    ],
)
def test_one_that_is_short_for_the_other_goes(text: str, said: str) -> None:
    assert without_explained(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("tuần cuối t3 (25 -> 31/3) có gì", "tuần cuối t3 tức là 25 đến 31/3 có gì"),
        ("tuan cuoi thang 5 (tu 24 toi 31/5)?", "tuan cuoi thang 5 tức là tu 24 toi 31/5?"),
        ("đầu quý 2 (1/4 - 15/4) có gì", "đầu quý 2 tức là 1/4 đến 15/4 có gì"),
        ("cuối tháng 4 (20 - 30/4) có gì", "cuối tháng 4 tức là 20 đến 30/4 có gì"),
        ("việc hạn 25 → 31/3", "việc hạn 25 đến 31/3"),
        ("việc hạn 1/4 – 15/5/2027", "việc hạn 1/4 đến 15/5/2027"),
        ("việc hạn 1/3/2027 -> 5/4/2027", "việc hạn 1/3/2027 đến 5/4/2027"),
        # neighbours
        ("2021 -> 2025 có gì", "2021 -> 2025 có gì"),
        ("đợt 1 (từ 5/3 đến 10/3) ai lo", "đợt 1 (từ 5/3 đến 10/3) ai lo"),
        ("quý I (tháng 3) có gì", "quý I (tháng 3) có gì"),
        ("việc 5 - 12 có gì", "việc 5 - 12 có gì"),
        ("tháng 3 - quý 2", "tháng 3 - quý 2"),
    ],
)
def test_days_in_brackets_are_those_of_the_time_before_them(text: str, said: str) -> None:
    assert without_explained(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("tổ sấy chủ trì (chung hay riêng gì cũng được) mấy việc", "tổ sấy chủ trì mấy việc"),
        ("to say lam gi (ke ca chung voi to kho)", "to say lam gi"),
        ("mục VI (lò sấy, kho lạnh): tổ sấy làm gì", "mục VI : tổ sấy làm gì"),
        ("phần B (đào tạo) có mấy việc", "phần B có mấy việc"),
    ],
)
def test_one_that_only_concedes_goes(text: str, said: str) -> None:
    assert without_explained(text) == said


@pytest.mark.parametrize(
    "text",
    [
        "thanh tra (không phải phối hợp nhé) có gì",
        "việc 2 (hạn tháng 3) ai làm",
        "bộ phận (một cửa) làm gì",
        "(quý 2) có việc gì",
        "việc tháng 6 (trừ Sở Công Thương, phối hợp thì lấy cũng được)",
        "Tổ Sấy (chỉ cần việc chủ trì cũng được) có việc gì",
        "việc tháng 3 (bệnh viện thôi cũng được)",
        "phòng kế toán ( làm gì",
        "mục VI (việc quý 2 thôi) có gì",
        "mục II (trừ lò sấy) có gì",
    ],
)
def test_another_bracket_stays(text: str) -> None:
    assert without_explained(text) == text
