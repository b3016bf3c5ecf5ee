"""What two rows are asked to have in common, and which words ask it."""

from collections.abc import Mapping
from datetime import date

import pytest
from asking import ask
from builders import a_deadline, a_loaded_plan, a_task

from knowledge.library.snapshot import LoadedPlan, make_snapshot
from knowledge.questions.in_common import in_common, said_in_common
from knowledge.questions.query import Intent
from knowledge.reply import line_text


@pytest.mark.parametrize(
    ("said", "what"),
    [
        ("a va b cung mot phong lam a", Intent.LEAD),
        ("a va b chung han khong", Intent.DEADLINE),
        ("a va b co lech quy khong", Intent.DEADLINE),
        ("a va b deu do phong x lo het ha", Intent.LEAD),
        ("a va b deu giao phong x hay khac nhau vay", Intent.LEAD),
        ("a va b moi cai mot noi ha", Intent.LEAD),
        ("cung chinh noi do lam b khong", Intent.LEAD),
        ("b cung so do lam luon hay so khac", Intent.LEAD),
        ("a va b deu khoa x lam phai ko", Intent.LEAD),
        ("a va b deu xong trong quy ba phai khong", Intent.DEADLINE),
        ("la mot co quan lo hay hai co quan khac nhau", Intent.LEAD),
        ("a va b deu do phong x lam", None),
        ("chung tay giup dan khong", None),
        ("tap huan deu dan khong", None),
        ("noi do cung phoi hop viec nao", None),
    ],
)
def test_what_is_in_common_is_told_by_the_words(said: str, what: Intent | None) -> None:
    assert in_common(said) is what


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("a và b đều do phòng x lo hay mỗi cái một nơi", "a và b"),
        ("cái kho cũng sở đó làm luôn hay sở khác", "cái kho"),
        ("có phải cũng chính nơi đó làm cái kho không", "có phải cái kho không"),
        ("a với b cùng một phòng làm à", "a với b"),
    ],
)
def test_words_that_only_ask_it_name_nothing(said: str, left: str) -> None:
    words = said.split()
    assert " ".join(word for at, word in enumerate(words) if at not in said_in_common(words)) == left


def _plans_of(ends: Mapping[str, str]) -> list[LoadedPlan]:
    """A plan for each unit, of two rows that end in some words."""
    due = a_deadline(date(2027, 4, 30), text="Tháng 4/2027")
    said = {unit: [f"Sơ kết {end}", f"Tổng kết {end}"] for unit, end in ends.items()}
    return [
        a_loaded_plan([a_task(stt=task, task=task, lead=(unit,), deadline=due) for task in tasks], stem=unit)
        for unit, tasks in said.items()
    ]


@pytest.mark.parametrize("unit", ["Văn phòng", "Đội Kho bãi"])
def test_who_is_said_to_have_both_tells_of_which_plan_they_are(unit: str) -> None:
    loads = _plans_of({"Văn phòng": "năm", "Đội Kho bãi": "công tác kho năm"})
    said = ask(make_snapshot(loads), f"sơ kết và tổng kết đều do {unit} làm phải không")
    assert line_text(said.head[0]).startswith(f"Chủ trì giống nhau: {unit}")


def test_who_has_both_is_called_so_and_no_longer() -> None:
    loads = _plans_of({"Văn phòng": "năm", "Phòng Kinh tế và Hạ tầng": "kho năm", "Phòng Kinh tế": "công tác chợ năm"})
    said = ask(make_snapshot(loads), "sơ kết và tổng kết đều do phòng kinh tế làm phải không")
    assert line_text(said.head[0]) == "Chủ trì giống nhau: Phòng Kinh tế"


def test_who_has_both_may_be_one_of_those_that_the_rows_are_given_to_together() -> None:
    loads = _plans_of({"Các phòng": "năm", "Phòng Lưới": "lưới năm"})
    said = ask(make_snapshot(loads), "sơ kết năm và tổng kết năm đều do Phòng Lưới làm phải không")
    assert line_text(said.head[0]).startswith("Chủ trì giống nhau: Các phòng")
