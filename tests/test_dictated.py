"""Figures and signs that are said in words, or typed for others, are written as plans print them."""

import pytest
from asking import ask, stts
from builders import a_loaded_plan, a_task

from knowledge.language.numerals import spoken_number
from knowledge.library.snapshot import make_snapshot
from knowledge.questions.dictated import in_figures


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        pytest.param("dòng một chấm năm mục II", "dòng 1.5 mục II", id="the number of a row in parts"),
        pytest.param("dòng 1 chấm 5", "dòng 1.5", id="figures with a point that is said"),
        pytest.param("mục bốn chấm một", "mục 4.1", id="a part"),
        pytest.param("dong bon cham mot la gi", "dong 4.1 la gi", id="without accents"),
        pytest.param("stt hai mươi ba gồm gì", "stt 23 gồm gì", id="two figures"),
        pytest.param("nhiệm vụ số ba mươi bảy", "nhiệm vụ số 37", id="behind a number sign in words"),
        pytest.param("dòng ba mục VII", "dòng 3 mục VII", id="what stands behind stays"),
        pytest.param("quý2 có gì", "quý 2 có gì", id="glued"),
        pytest.param("con thang6 thi sao", "con thang 6 thi sao", id="glued without accents"),
        pytest.param("sang quý thứ ba", "sang quý 3", id="a quarter by its place"),
        pytest.param("năm '24 đặt bao nhiêu", "năm 2024 đặt bao nhiêu", id="a sign for the century"),
        pytest.param("trong năm 2k27", "trong năm 2027", id="a letter for it"),
        pytest.param("năm hăm bảy", "năm 2027", id="a year in short"),
        pytest.param("năm hai mươi bảy", "năm 2027", id="its two figures in words"),
        pytest.param("hai ngàn không trăm hăm bảy", "2027", id="a year in full"),
        pytest.param("từ 1-4 đến 30-6-2027", "từ 1/4 đến 30/6/2027", id="days"),
        pytest.param("cả xã phẩy phường", "cả xã, phường", id="a sign that is said"),
        pytest.param("khuyến công & xúc tiến", "khuyến công và xúc tiến", id="and"),
        pytest.param("bến phà + cầu treo", "bến phà và cầu treo", id="plus"),
        pytest.param("ben pha + cau treo", "ben pha va cau treo", id="plus without accents"),
        pytest.param("vs xã bên thì sao", "so với xã bên thì sao", id="set beside"),
    ],
)
def test_figures_and_signs_are_written_as_printed(typed: str, printed: str) -> None:
    assert in_figures(typed) == printed


@pytest.mark.parametrize(
    "typed",
    [
        pytest.param("mục năm nói gì", id="a heading"),
        pytest.param("danh mục ba việc", id="a list"),
        pytest.param("dong nam bo", id="a side of the sky"),
        pytest.param("dòng năm 2027", id="a year behind"),
        pytest.param("quy1 2 co gi", id="letters of a keyboard"),
        pytest.param("trong năm hai mươi việc", id="a count"),
        pytest.param("trong năm hai mươi bảy việc", id="a longer count"),
        pytest.param("tháng năm hai mươi bảy", id="the month"),
        pytest.param("hạn 1-2 ngày", id="a length"),
        pytest.param("tăng từ 5-7%", id="a share"),
        pytest.param("sau 2-3 buổi", id="about so many times"),
        pytest.param("nhiệm vụ số năm nay", id="a year"),
        pytest.param("dòng năm học", id="a school year"),
        pytest.param("dòng một cửa", id="a name"),
        pytest.param("3-4 việc", id="about so many"),
        pytest.param("ba phẩy năm tỷ", id="a sum"),
        pytest.param("GD & ĐT", id="initials"),
        pytest.param("A vs B", id="between two"),
        pytest.param("web + app bản mới", id="foreign words"),
    ],
)
def test_other_figures_stay(typed: str) -> None:
    assert in_figures(typed) == typed


@pytest.mark.parametrize(
    ("said", "value"),
    [("một", 1), ("mười lăm", 15), ("muoi lam", 15), ("hai mươi", 20), ("hăm mốt", 21), ("ba mươi bảy", 37), ("và", 0)],
)
def test_a_number_in_words(said: str, value: int) -> None:
    assert spoken_number(said.split())[0] == value


@pytest.mark.parametrize("asked", ["dòng hai chấm một ai làm", "dong hai cham mot ai lam", "dòng 2 chấm 1 ai làm"])
def test_a_row_is_found_by_its_number_in_words(asked: str) -> None:
    rows = (("1", "Vá lưới", "Tổ Lưới"), ("2.1", "Trồng cỏ", "Tổ Cỏ"))
    snapshot = make_snapshot([a_loaded_plan([a_task(stt=n, task=task, lead=(unit,)) for n, task, unit in rows])])
    assert stts(ask(snapshot, asked)) == ["2.1"]
