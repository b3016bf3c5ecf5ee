"""What two rows are asked to have in common, and which words ask it."""

import pytest

from knowledge.questions.in_common import in_common, said_in_common
from knowledge.questions.query import Intent


@pytest.mark.parametrize(
    ("said", "what"),
    [
        ("a va b cung mot phong lam a", Intent.LEAD),
        ("a va b chung han khong", Intent.DEADLINE),
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
