"""What two rows are asked to have in common, and which words ask it."""

from datetime import date

import pytest
from asking import ask
from builders import a_deadline, a_loaded_plan, a_task

from knowledge.library.snapshot import make_snapshot
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


@pytest.mark.parametrize("unit", ["Văn phòng", "Đội Kho bãi"])
def test_who_is_said_to_have_both_tells_of_which_plan_they_are(unit: str) -> None:
    due = a_deadline(date(2027, 4, 30), text="Tháng 4/2027")
    loads = [
        a_loaded_plan([a_task(stt=stt, task=task, lead=(lead,), deadline=due) for stt, task in rows.items()], stem=lead)
        for lead, rows in {
            "Văn phòng": {"1": "Sơ kết năm", "2": "Tổng kết năm"},
            "Đội Kho bãi": {"3": "Sơ kết công tác kho năm", "4": "Tổng kết công tác kho năm"},
        }.items()
    ]
    said = ask(make_snapshot(loads), f"sơ kết và tổng kết đều do {unit} làm phải không")
    assert line_text(said.head[0]).startswith(f"Chủ trì giống nhau: {unit}")
