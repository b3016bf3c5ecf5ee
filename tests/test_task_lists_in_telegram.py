"""The lists of /viec and /han: whose tasks, what falls due."""

import pytest
from chat import AN
from reminded_unit import a_unit

from handlers import words


async def test_a_units_tasks_are_listed_with_their_state() -> None:
    async with a_unit() as unit:
        await unit.remind()
        await unit.press(AN, "1. Đã xong")
        text = await unit.says_in_group("/viec")
        assert text.startswith("Có 2 nhiệm vụ Văn phòng Sở chủ trì:\nchưa thực hiện 1, hoàn thành đúng hạn 1")
        assert "1. Rà soát quy trình" in text


async def test_anybody_let_in_may_name_the_unit() -> None:
    async with a_unit() as unit:
        await unit.hears(unit.says(AN, "/viec"), unit.says(AN, "/viec van phong so"), unit.says(AN, "/viec Phòng Z"))
        first, second, third = unit.telegram.texts(AN)
        assert first == words.WHICH_UNIT
        assert second.startswith("Có 2 nhiệm vụ Văn phòng Sở chủ trì:")
        assert third.startswith("Các kế hoạch không có đơn vị nào tên là “Phòng Z”. Có phải ý đồng chí là: Phòng ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "/han", "Không có nhiệm vụ nào Văn phòng Sở chủ trì đến hạn trong tuần này", id="the week by default"
        ),
        pytest.param("/han thang", "Có 2 nhiệm vụ Văn phòng Sở chủ trì đến hạn trong tháng này", id="without accents"),
        pytest.param("/han quý", "đến hạn trong quý này:\n(từ ngày 01/4/2027 đến ngày 30/6/2027)", id="the quarter"),
        pytest.param("/han từ 1/4 đến 30/6", "Có 2 nhiệm vụ Văn phòng Sở chủ trì đến hạn", id="a range"),
        pytest.param("/han 2 tuần tới", "Có 2 nhiệm vụ Văn phòng Sở chủ trì đến hạn", id="weeks ahead"),
        pytest.param("/han tháng 5 và tháng 6", "Có 2 nhiệm vụ Văn phòng Sở chủ trì đến hạn", id="two months"),
        pytest.param("/han quý van phong so trời xanh", "Chưa hiểu “trời xanh”", id="words that fit nothing"),
        pytest.param("/han tháng 13", "Tôi chưa hiểu thời gian “tháng 13”", id="a time that is not understood"),
        pytest.param("/han quý Phòng Z", "không có đơn vị nào tên là “Phòng Z”", id="of an unknown unit"),
    ],
)
async def test_what_falls_due_is_listed_by_week_month_and_quarter(text: str, expected: str) -> None:
    async with a_unit() as unit:
        assert expected in await unit.says_in_group(text)
