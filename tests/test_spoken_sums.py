"""Sums of money that are said in words."""

import pytest

from knowledge.language.spoken_sums import in_digits, in_words, with_sums


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("trên năm trăm triệu", "trên 500 triệu"),
        ("hai tỷ tư", "2,4 tỷ"),
        ("hai ty tu", "2,4 ty"),
        ("một tỷ hai trở lên", "1,2 tỷ trở lên"),
        ("một tỷ hai trăm triệu", "1,2 tỷ"),
        ("một tỷ hai trăm rưỡi triệu", "1,25 tỷ"),
        ("nửa tỷ", "0,5 tỷ"),
        ("tỷ rưỡi", "1,5 tỷ"),
        ("2 tỷ rưỡi", "2,5 tỷ"),
        ("trăm hai chục triệu", "120 triệu"),
        ("ba mươi lăm triệu", "35 triệu"),
        ("trăm mốt triệu", "110 triệu"),
        ("ba trăm linh hai triệu", "302 triệu"),
        ("mười lăm triệu đồng", "15 triệu đồng"),
        ("hai mươi mốt nghìn", "21 nghìn"),
        ("từ một trăm đến hai trăm triệu", "từ 100 đến 200 triệu"),
        ("tu mot tram toi hai tram trieu", "tu 100 toi 200 trieu"),
    ],
)
def test_a_sum_in_words_is_written_in_digits(said: str, written: str) -> None:
    assert " ".join(with_sums(said.split())) == written


@pytest.mark.parametrize(
    "said",
    [
        pytest.param("vài trăm triệu", id="no sum"),
        pytest.param("mấy tỷ rưỡi", id="asked for"),
        pytest.param("500 triệu", id="digits"),
        pytest.param("tỷ lệ hài lòng", id="a rate"),
        pytest.param("tháng năm triệu tập", id="a month"),
        pytest.param("năm 2024", id="a year"),
        pytest.param("hai ba việc", id="no coin"),
        pytest.param("70① triệu", id="a figure in a circle"),
        pytest.param("5² tỷ", id="a power"),
    ],
)
def test_what_is_no_sum_stays(said: str) -> None:
    assert " ".join(with_sums(said.split())) == said


def test_a_year_behind_a_sum_is_no_part_of_it() -> None:
    assert with_sums(["một", "tỷ", "năm", "2027"]) == ["1", "tỷ", "năm", "2027"]


@pytest.mark.parametrize(
    ("said", "written"),
    [("hai", "2"), ("bốn trăm mười hai", "412"), ("ba mươi lăm", "35"), ("năm", ""), ("không", ""), ("một cửa", "")],
)
def test_a_number_in_words_alone_is_written_in_digits_and_a_year_is_none(said: str, written: str) -> None:
    assert in_digits(said.split()) == written


@pytest.mark.parametrize(("figure", "word"), [("4", "bốn"), ("2", "hai"), ("1", ""), ("5", ""), ("12", ""), ("x", "")])
def test_a_figure_is_written_as_plans_print_it_where_the_word_is_no_other(figure: str, word: str) -> None:
    assert in_words(figure) == word
