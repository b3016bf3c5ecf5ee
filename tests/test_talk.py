"""What is said beside questions is told from questions by every word being a part of it."""

import pytest

from knowledge.questions.talk import UNCLEAR, talk_kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param("ngu quá", "rude", id="an insult"),
        pytest.param("anh yêu em", "fond", id="affection"),
        pytest.param("hôm nay trời mưa không", "aside", id="weather"),
        pytest.param("hom nay troi mua khong", "aside", id="weather without accents"),
        pytest.param("12 cộng 30 bằng mấy", "sum", id="a sum in words"),
        pytest.param("thôi không cần nữa", "cancel", id="no more"),
        pytest.param("sai rồi", "wrong", id="not right"),
        pytest.param("nói rõ hơn đi em", "clarify", id="more clearly"),
        pytest.param("trích nguồn đâu", "source", id="the source"),
        pytest.param("in ra cho anh", "papers", id="print"),
        pytest.param("nhắc anh việc này nhé", "remind", id="a reminder"),
        pytest.param("còn gì nữa không", "more", id="is there more"),
        pytest.param("danh sách các đơn vị", "units", id="the units"),
        pytest.param("hủy tài liệu hết giá trị", "", id="destroying papers is a topic"),
        pytest.param("nhắc nợ tiền thuê đất", "", id="dunning is a topic"),
        pytest.param("đơn vị nào", "", id="which unit goes on from a question"),
        pytest.param("in sổ hộ tịch", "", id="printing registers is a topic"),
    ],
)
def test_talk_is_seen_where_nothing_else_is_said(text: str, kind: str) -> None:
    assert talk_kind(text, text.lower().split()) == kind


def test_signs_without_a_word_are_not_clear() -> None:
    assert talk_kind("😀 ?", ()) == UNCLEAR


def test_a_sum_in_figures_is_no_date() -> None:
    assert talk_kind("7 + 5 = ?", ("7", "5")) == "sum"
    assert talk_kind("6/2031", ("6/2031",)) == ""


def test_the_name_of_a_plan_may_stand_beside_the_wish_for_its_units() -> None:
    words = ["kế", "hoạch", "an", "giang", "có", "những", "đơn", "vị", "nào"]

    assert talk_kind(" ".join(words), words, named=range(4)) == "units"
    assert talk_kind(" ".join(words), words) == ""
