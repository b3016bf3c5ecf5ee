"""Sentences and clauses of invented paragraphs."""

from knowledge.plan.sentences import clauses, sentences


def test_a_full_stop_before_a_capital_ends_a_sentence() -> None:
    assert sentences("Theo dõi việc thực hiện. Định kỳ báo cáo Sở./.") == [
        "Theo dõi việc thực hiện",
        "Định kỳ báo cáo Sở",
    ]


def test_abbreviations_and_codes_end_no_sentence() -> None:
    text = "UBND TP. An Bình giao KT. Giám đốc thực hiện mục 1.2. điểm a"
    assert sentences(text) == [text]


def test_a_semicolon_in_brackets_parts_no_clause() -> None:
    assert clauses("Rà soát (quy trình; biểu mẫu); công khai kết quả") == [
        "Rà soát (quy trình; biểu mẫu)",
        "công khai kết quả",
    ]
