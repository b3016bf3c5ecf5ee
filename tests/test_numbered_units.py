"""Teams with long names that differ in their number, as people shorten them."""

from functools import cache

import pytest
from asking import ask, numbers
from builders import a_loaded_plan, a_task

from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.reply import plain

FIRST, SECOND = (f"Đội Quản lý kênh và Vận hành cống ngăn mặn số {number}" for number in (1, 2))


@cache
def snapshot() -> Snapshot:
    rows = [
        a_task(stt="1", task="Nạo vét kênh chính", lead=(FIRST,), coordinate=(SECOND,)),
        a_task(stt="2", task="Bôi trơn cửa van", lead=(SECOND,), coordinate=()),
        a_task(stt="3", task="Đo độ mặn", lead=(SECOND,), coordinate=()),
        a_task(stt="4", task="Trực lũ", lead=("Các Đội",), coordinate=()),
    ]
    return make_snapshot([a_loaded_plan(rows)])


@pytest.mark.parametrize(
    ("turns", "rows"),
    [
        (("đội vận hành số 2 chủ trì việc gì",), "23"),
        (("đội ngăn mặn số 1 chủ trì việc gì",), "1"),
        (("doi van hanh so 2 chu tri viec gi",), "23"),
        (("đội số 2 chủ trì việc gì",), "23"),
        (("đội vận hành số 2 chủ trì việc gì", "còn đội số 1"), "1"),
    ],
    ids=lambda said: said[-1] if isinstance(said, tuple) else said,
)
def test_a_part_of_the_name_and_the_number_call_a_team(turns: tuple[str, ...], rows: str) -> None:
    said = ask(snapshot(), *turns)
    assert numbers(said) == rows
    assert not said.tentative


def test_each_of_two_teams_is_no_third_one() -> None:
    said = plain(
        ask(snapshot(), "đội vận hành số 1 với đội số 2, đội nào phải chủ trì nhiều việc hơn, mỗi đội mấy việc")
    )
    assert f"{SECOND} chủ trì nhiều hơn" in said
    assert "các Đội:" not in said
