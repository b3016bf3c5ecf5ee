"""Years in words are those that plans print."""

import pytest

from knowledge.deadlines.spoken_years import with_years


@pytest.mark.parametrize(
    ("said", "written"),
    [
        pytest.param("hồ sơ từ hai nghìn không trăm mười chín đến hai nghìn không trăm hai mươi tư",
                     "hồ sơ từ 2019 đến 2024", id="two years"),
        pytest.param("den hai ngan khong tram ba muoi", "den 2030", id="without accents"),
        pytest.param("năm hai ngàn hai hai", "năm 2022", id="thousands, and two figures"),
        pytest.param("giai đoạn hai nghìn hai mốt đến hai nghìn hai lăm", "giai đoạn 2021 đến 2025", id="a stretch"),
        pytest.param("nam hai ngan hai muoi tam", "nam 2028", id="thousands of a year"),
        pytest.param("hai nghìn hai mươi lăm người", "hai nghìn hai mươi lăm người", id="how many"),
        pytest.param("hai ngàn hai trăm cây", "hai ngàn hai trăm cây", id="more than two figures"),
        pytest.param("hai ngàn ba", "hai ngàn ba", id="one figure"),
        pytest.param("hai nghìn đồng", "hai nghìn đồng", id="a sum"),
        pytest.param("hai không ba", "2003", id="digit by digit"),
        pytest.param("phụ lục năm hai không hai bốn", "phụ lục năm 2024", id="digit by digit, at the end"),
        pytest.param("sở xây dựng năm hai hai với tỉnh năm hai tư", "sở xây dựng năm 2022 với tỉnh năm 2024",
                     id="the last two figures of each"),
        pytest.param("ke hoach nam hai lam cua xa", "ke hoach nam 2025 cua xa", id="two figures without accents"),
        pytest.param("năm hai mốt với năm hai bảy", "năm 2021 với năm 2027", id="two figures as a number"),
        pytest.param("tháng năm hai sáu", "tháng năm 2026", id="behind the month"),
        pytest.param("thứ năm hai tư tháng ba", "thứ năm hai tư tháng ba", id="a day of the week and its date"),
        pytest.param("cả năm hai lăm phần trăm", "cả năm hai lăm phần trăm", id="a share"),
        pytest.param("trong năm hai mươi lớp", "trong năm hai mươi lớp", id="how many within the year"),
        pytest.param("mười hai đơn vị", "mười hai đơn vị", id="another number"),
    ],
)  # fmt: skip
def test_a_year_in_words_becomes_digits(said: str, written: str) -> None:
    assert " ".join(with_years(said.split())) == written
