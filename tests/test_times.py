"""The corpus of the grammar of time: how Vietnamese offices name a time, and what only looks like one.

The clock stands on Wednesday 14 May 2025, and a time without a year is one of 2025.
"""

import re
from datetime import date
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spoken_times import name, said

from knowledge.data import records
from knowledge.deadlines.chart_parser import BESIDE_TIMES, begun, cut, fill, kinds_begun
from knowledge.deadlines.time_rules import may_become, rules
from knowledge.language.text import folded, tokens

HEAD, *_ = (resources.files("knowledge.data") / "time_words.tsv").read_text("utf-8").split("\nngày\t")
EXPLAINED = set(re.findall(r"^#   (\w+) ", HEAD, flags=re.MULTILINE))


def test_every_kind_of_word_is_explained_at_the_head_of_its_file_and_used() -> None:
    kinds = {kind for _, kind, *_ in records("time_words.tsv")}
    joined = {item for group in rules().values() for rule in group for item in rule.items}
    looked_at = {"hint", "counted", "repeated", "asked", "and", "none"}  # beside a time, or between two

    assert kinds == EXPLAINED
    assert kinds - looked_at - BESIDE_TIMES <= joined


TIMES = [
    ("việc nào hết hạn ngày 20/5", "2025-05-20", "2025-05-20"),
    ("hạn 24/7/2025 có gì", "2025-07-24", "2025-07-24"),
    ("mai phải nộp gì", "2025-05-15", "2025-05-15"),
    ("mốt có việc gì", "2025-05-16", "2025-05-16"),
    ("ngày kia có gì phải xong không", "2025-05-16", "2025-05-16"),
    ("hôm qua có việc nào đến hạn", "2025-05-13", "2025-05-13"),
    ("tuần này phòng tôi phải làm gì", "2025-05-12", "2025-05-18"),
    ("tuan sau co gi", "2025-05-19", "2025-05-25"),
    ("tuần sau nữa có gì", "2025-05-26", "2025-06-01"),
    ("tuần trước có việc nào trễ", "2025-05-05", "2025-05-11"),
    ("thứ hai tuần sau họp gì", "2025-05-19", "2025-05-19"),
    ("thu 6 tuan nay", "2025-05-16", "2025-05-16"),
    ("thứ tư tới có gì", "2025-05-21", "2025-05-21"),  # today is one
    ("thứ tư này có gì", "2025-05-14", "2025-05-14"),
    ("thứ sáu tới có gì", "2025-05-16", "2025-05-16"),
    ("tuần cuối tháng 6", "2025-06-24", "2025-06-30"),
    ("tuần đầu tháng 6", "2025-06-01", "2025-06-07"),
    ("15 ngày cuối tháng 6", "2025-06-16", "2025-06-30"),
    ("10 ngày đầu tháng 6", "2025-06-01", "2025-06-10"),
    ("thứ năm tuần trước", "2025-05-08", "2025-05-08"),
    ("chủ nhật tuần này", "2025-05-18", "2025-05-18"),
    ("việc trong tháng", "2025-05-01", "2025-05-31"),
    ("tháng này còn gì", "2025-05-01", "2025-05-31"),
    ("tháng sau nữa", "2025-07-01", "2025-07-31"),
    ("thang truoc", "2025-04-01", "2025-04-30"),
    ("danh sách việc tháng tư", "2025-04-01", "2025-04-30"),
    ("tháng mười một có gì", "2025-11-01", "2025-11-30"),
    ("việc tháng 12/2024", "2024-12-01", "2024-12-31"),
    ("t8/2025 có việc gì", "2025-08-01", "2025-08-31"),
    ("đầu tháng 6", "2025-06-01", "2025-06-10"),
    ("giữa tháng 7", "2025-07-11", "2025-07-20"),
    ("cuối tháng", "2025-05-21", "2025-05-31"),
    ("cuối tháng sau", "2025-06-21", "2025-06-30"),
    ("nửa đầu tháng 9", "2025-09-01", "2025-09-15"),
    ("nua cuoi thang 2", "2025-02-16", "2025-02-28"),
    ("quý này", "2025-04-01", "2025-06-30"),
    ("hai quý đầu năm", "2025-01-01", "2025-06-30"),
    ("15 ngày đầu tháng 6", "2025-06-01", "2025-06-15"),
    ("nửa năm đầu", "2025-01-01", "2025-06-30"),
    ("Q.III", "2025-07-01", "2025-09-30"),
    ("giữa ngày 5 và ngày 10 tháng 6", "2025-06-05", "2025-06-10"),
    ("năm hai không hai tư", "2024-01-01", "2024-12-31"),
    ("từ 20/12 đến 10/1", "2025-12-20", "2026-01-10"),
    ("15 tháng 7 âm lịch", "2025-09-06", "2025-09-06"),
    ("lợi nhuận quý I", "2025-01-01", "2025-03-31"),
    ("hạn 2025-08-15", "2025-08-15", "2025-08-15"),
    ("quý sau có gì", "2025-07-01", "2025-09-30"),
    ("quý trước", "2025-01-01", "2025-03-31"),
    ("quý một", "2025-01-01", "2025-03-31"),
    ("quy 3 nam 2024", "2024-07-01", "2024-09-30"),
    ("Q4", "2025-10-01", "2025-12-31"),
    ("quý II và quý III", "2025-04-01", "2025-09-30"),
    ("quý I-III/2025", "2025-01-01", "2025-09-30"),
    ("giữa quý 3", "2025-08-01", "2025-08-31"),
    ("cuối quý này", "2025-06-01", "2025-06-30"),
    ("đầu năm có việc gì", "2025-01-01", "2025-03-31"),
    ("cuối năm 2023", "2023-10-01", "2023-12-31"),
    ("nửa đầu năm 2026", "2026-01-01", "2026-06-30"),
    ("sáu tháng đầu năm", "2025-01-01", "2025-06-30"),
    ("6 tháng cuối năm", "2025-07-01", "2025-12-31"),
    ("9 tháng đầu năm 2024", "2024-01-01", "2024-09-30"),
    ("9 tháng năm 2024", "2024-01-01", "2024-09-30"),
    ("3 tháng đầu năm", "2025-01-01", "2025-03-31"),
    ("năm nay", "2025-01-01", "2025-12-31"),
    ("năm ngoái", "2024-01-01", "2024-12-31"),
    ("năm sau", "2026-01-01", "2026-12-31"),
    ("năm 2027 có gì", "2027-01-01", "2027-12-31"),
    ("ngày 15 tháng 3", "2025-03-15", "2025-03-15"),
    ("ngay 15 thang 3 nam 2024", "2024-03-15", "2024-03-15"),
    ("ngày mười lăm tháng ba", "2025-03-15", "2025-03-15"),
    ("ngày hai mươi mốt tháng mười hai", "2025-12-21", "2025-12-21"),
    ("15-3-24", "2024-03-15", "2024-03-15"),
    ("hạn 15.3", "2025-03-15", "2025-03-15"),
    ("15/3/24", "2024-03-15", "2024-03-15"),
    ("từ 1/3 đến 15/4", "2025-03-01", "2025-04-15"),
    ("từ ngày 5 đến ngày 20 tháng 6", "2025-06-05", "2025-06-20"),
    ("tháng 6, từ ngày 5 đến ngày 20", "2025-06-05", "2025-06-20"),
    ("tháng 6 ngày 5 đến 20", "2025-06-05", "2025-06-20"),
    ("hai tuần đầu tháng 6, từ ngày 1 đến 15", "2025-06-01", "2025-06-15"),
    ("từ ngày 10 đến 20/8/2025", "2025-08-10", "2025-08-20"),
    ("từ ngày 1 tới ngày 10 tháng này", "2025-05-01", "2025-05-10"),
    ("từ ngày 1 đến ngày 10 tháng tới", "2025-06-01", "2025-06-10"),
    ("từ 5 đến 20 tháng trước", "2025-04-05", "2025-04-20"),
    ("từ tháng 3 đến tháng 7", "2025-03-01", "2025-07-31"),
    ("tháng 3-5", "2025-03-01", "2025-05-31"),
    ("từ quý 2 tới quý 4", "2025-04-01", "2025-12-31"),
    ("từ tháng 11 đến tháng 2 năm 2026", "2025-11-01", "2026-02-28"),
    ("từ nay đến cuối tháng", "2025-05-14", "2025-05-31"),
    ("hôm nay 14/5", "2025-05-14", "2025-05-14"),
    ("từ hôm nay mùng 14 tháng 5 đến hết tháng", "2025-05-14", "2025-05-31"),
    ("hôm nay ngày mười bốn tháng năm có gì", "2025-05-14", "2025-05-14"),
    ("hôm nay mùng 17 tháng 4", "2025-05-14", "2025-05-14"),
    ("từ mai 15/5 tới 30/6", "2025-05-15", "2025-06-30"),
    ("khi chưa bước sang tháng 8", "2025-01-01", "2025-07-31"),
    ("từ hồi chưa qua quý 3", "2025-01-01", "2025-06-30"),
    ("từ giờ đến cuối năm", "2025-05-14", "2025-12-31"),
    ("từ hôm nay tới hết quý", "2025-05-14", "2025-06-30"),
    ("từ nay tới 30/6", "2025-05-14", "2025-06-30"),
    ("trước 30/6", "2025-01-01", "2025-06-30"),
    ("trước tháng 8", "2025-01-01", "2025-07-31"),
    ("trước quý 3", "2025-01-01", "2025-06-30"),
    ("sau 15/9", "2025-09-16", "2025-12-31"),
    ("sau tháng 6 còn gì", "2025-07-01", "2025-12-31"),
    ("chậm nhất 20/6", "2025-01-01", "2025-06-20"),
    ("đến hết tháng 9", "2025-01-01", "2025-09-30"),
    ("đến hết quý III", "2025-01-01", "2025-09-30"),
    ("trong 10 ngày tới", "2025-05-14", "2025-05-24"),
    ("3 tuần tới", "2025-05-14", "2025-06-04"),
    ("2 tháng tới có gì", "2025-05-14", "2025-07-13"),
    ("2 tháng qua", "2025-03-15", "2025-05-14"),
    ("7 ngày qua", "2025-05-07", "2025-05-14"),
    ("trong vòng 1 tháng tới", "2025-05-14", "2025-06-13"),
    ("5 ngày nữa", "2025-05-14", "2025-05-19"),
    ("từ 01/6 trở đi", "2025-06-01", "2025-12-31"),
    ("rằm tháng Giêng năm 2025", "2025-02-12", "2025-02-12"),
    ("từ hôm nay cho tới hết tháng 6", "2025-05-14", "2025-06-30"),
    ("mùng 10 tháng 3 âm lịch", "2025-04-07", "2025-04-07"),
    ("mùng 5 tháng Giêng", "2025-02-02", "2025-02-02"),
    ("tháng Giêng", "2025-01-29", "2025-02-27"),
    ("trước Tết", "2025-01-01", "2025-01-28"),
    ("Tết Dương lịch", "2026-01-01", "2026-01-01"),
    ("trước tết tây", "2025-01-01", "2026-01-01"),
    ("trước lễ 2/9 có gì phải xong", "2025-01-01", "2025-09-02"),
    ("truoc le 2/9 co gi", "2025-01-01", "2025-09-02"),
    ("trước dịp Quốc khánh 2/9", "2025-01-01", "2025-09-02"),
    ("trước kỳ nghỉ lễ 30 tháng 4", "2025-01-01", "2025-04-30"),
    ("trước đợt nghỉ lễ 2/9", "2025-01-01", "2025-09-02"),
    ("trước ngày lễ Quốc khánh 2/9", "2025-01-01", "2025-09-02"),
    ("truoc dip ngay nha giao viet nam 20/11", "2025-01-01", "2025-11-20"),
    ("sau lễ 30/4 - 1/5", "2025-05-02", "2025-12-31"),
    ("trước lễ 30/4 và 1/5", "2025-01-01", "2025-04-30"),
    ("từ lễ 30/4 đến lễ 2/9", "2025-04-30", "2025-09-02"),
    ("tổ chức lễ 2/9 vào lúc nào", "2025-09-02", "2025-09-02"),
    ("trước kỳ nghỉ tháng 8", "2025-08-01", "2025-08-31"),
    ("hôm sau", "2025-05-15", "2025-05-15"),
    ("thứ sáu của tuần sau", "2025-05-23", "2025-05-23"),
    ("ngày 15 tháng 6 nhuận", "2025-08-08", "2025-08-08"),
    ("tuần 2 tháng 6", "2025-06-08", "2025-06-14"),
    ("tháng 7 8 9 có gì", "2025-07-01", "2025-09-30"),
    ("ba tháng 4 5 6", "2025-04-01", "2025-06-30"),
    ("trong ba tháng 4-5-6", "2025-04-01", "2025-06-30"),
    ("hai tháng 8 và 9", "2025-08-01", "2025-09-30"),
    ("4 tháng 9 và 10 và 11 và 12", "2025-09-01", "2025-12-31"),
    ("hai quý 3 4", "2025-07-01", "2025-12-31"),
    ("quý 3 tháng 7 và 8 và 9", "2025-07-01", "2025-09-30"),
    ("hai tháng 7 với tháng 8", "2025-07-01", "2025-08-31"),
    ("thang 7 voi 8", "2025-07-01", "2025-08-31"),
    ("hội chợ mùa thu năm nay", "2025-01-01", "2025-12-31"),
    ("trước khi bước sang tháng 8", "2025-01-01", "2025-07-31"),
    ("trước khi sang năm 2025", "2024-01-01", "2024-12-31"),
    ("trước khi qua quý 3", "2025-01-01", "2025-06-30"),
    ("tuần đầu tiên của tháng 6", "2025-06-01", "2025-06-07"),
    ("việc trong quý cuối", "2025-10-01", "2025-12-31"),
    ("quý đầu", "2025-01-01", "2025-03-31"),
    ("6 tháng đầu năm tới kỳ hạn việc nào", "2025-01-01", "2025-06-30"),
    ("quý đầu tiên của năm", "2025-01-01", "2025-03-31"),
]


@pytest.mark.parametrize(("text", "first", "last"), TIMES, ids=name)
def test_a_time_is_its_first_and_last_day(text: str, first: str, last: str) -> None:
    assert [(f"{p.first}", f"{p.last}", p.doubt) for p in said(text)] == [(first, last, "")]


NO_TIMES = [
    "phòng 3 làm gì",
    "cả năm đơn vị",
    "tổ 4 được giao việc gì",
    "Nghị định 30/2020/NĐ-CP",
    "mục 2.3 giao ai",
    "Kế hoạch số 15/KH-UBND",
    "có bao nhiêu nhiệm vụ sau khi sắp xếp",
    "trước hết phải làm gì",
    "Hà Nam có kế hoạch gì",
    "tối thiểu 3 tháng một lần",
    "50% hồ sơ trực tuyến",
    "khuyến mãi",
    "giai đoạn 2021-2025",
    "báo cáo 6 tháng",
    "Nghị định 107/2021/NĐ-CP",
    "trực 24/7",
    "ít nhất 2/3 số đại biểu dự",
    "thi đua khen thưởng",
    "bộ phận một cửa",
    "bp mot cua",
    "kế hoạch của Nam Định",
    "trước ngày 20 hằng tháng",
    "trong quý mấy",
    "tháng nào",
    "ngày 5 hằng tháng nộp gì",
    "Thông tư 01/2023/TT-VPCP",
    "điều 15 khoản 2",
    "Văn phòng 1",
    "sang thu hoạch",
]


@pytest.mark.parametrize("text", NO_TIMES, ids=name)
def test_what_only_looks_like_a_time_is_left_alone(text: str) -> None:
    assert said(text) == ()


DOUBTFUL = [
    "mùng 8 tháng 3",
    "hôm nay mùng 8 tháng 3",
    "hôm nay 15/5",
    "nửa năm sau",
    "tháng 13 có gì",
    "quý 5",
    "ngày 31/2",
    "ngày 30 tháng 2 năm 2024",
    "tháng 3 năm 2024 nhuận",
    "thứ hai ngày 14/5/2025",
    "trước 15/3 5 ngày",
    "ngày 30/2 âm lịch",
    "ngày 15 tháng 5 nhuận",
    "mùng 5",
    "tuần 7 tháng 3",
    "từ ngày 25 đến ngày 5 tháng 6",
]


@pytest.mark.parametrize("text", DOUBTFUL, ids=name)
def test_a_time_that_is_not_understood_is_told_whole(text: str) -> None:
    (period,) = said(f"việc {text} là gì")

    assert period.doubt == " ".join(tokens(text)).removesuffix(" có gì")
    assert (period.first, period.last) >= (date(period.last.year, 1, 1), date(period.last.year, 12, 31))


_HOMOGRAPHS = {"mốt có việc gì"}  # "mot" is rather "một"


@pytest.mark.parametrize("text", [text for text, *_ in TIMES if text not in _HOMOGRAPHS], ids=name)
def test_accents_may_be_left_out(text: str) -> None:
    assert said(folded(text)) == said(text)


_days = st.dates(date(2020, 1, 1), date(2030, 12, 31))


@given(st.sampled_from([text for text, *_ in TIMES] + DOUBTFUL + NO_TIMES), _days)
def test_no_window_ends_before_it_begins(text: str, today: date) -> None:
    for period in said(text, today):
        assert period.first <= period.last
        assert 0 <= period.start < period.end


@given(st.text(alphabet="0123456789/-. tháng ngày quý năm tuần sau trước", max_size=40), _days)
def test_whatever_is_typed_is_read_without_an_error(text: str, today: date) -> None:
    for period in said(text, today):
        assert period.first <= period.last


@given(st.lists(st.sampled_from(sorted({word for text, *_ in TIMES for word in text.split()})), max_size=8))
def test_words_are_only_passed_over_where_no_rule_makes_a_time_of_them(words: list[str]) -> None:
    every = fill(cut(words), rules())
    kinds = {kind for edges in every.edges.values() for kind in edges}
    first = {kind for edges in begun(cut(words)).edges.values() for kind in edges}
    assert kinds <= may_become(frozenset(first))
    assert first <= frozenset[str]().union(*map(kinds_begun, words))
