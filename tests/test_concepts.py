"""How much of a topic an item holds."""

from collections.abc import Mapping

import pytest

from knowledge.language.text import canonical, folded
from knowledge.questions.concepts import concepts
from knowledge.questions.coverage import coverage, word_set
from knowledge.questions.other_forms import Glossary


class Words:
    """A vocabulary of a few words, each as rare as its length."""

    def __init__(self, text: str, bonds: Mapping[tuple[str, str], float] | None = None) -> None:
        self.glossary: Glossary = {}
        self._words = set(canonical(text).split())
        self._bonds = bonds or {}

    def weight(self, word: str) -> float:
        return float(len(word)) if folded(word) in {folded(w) for w in self._words} else 0.0

    def prints(self, word: str) -> bool:
        return word in self._words

    def near(self, word: str, left: str, right: str) -> tuple[str, ...]:
        del left, right
        return tuple(w for w in map(folded, sorted(self._words)) if sorted(w) == sorted(folded(word)))

    def short_for(self, word: str) -> tuple[tuple[str, ...], ...]:
        del word
        return ()

    def bond(self, left: str, right: str) -> float:
        return self._bonds.get((left, right), 0.0)


TEXT = "khảo sát mức độ hài lòng của người dân tại bến xe trong năm"
WORDS = Words(TEXT)


def held(topic: str, text: str = TEXT) -> float:
    words = word_set(text)
    return coverage(concepts(canonical(topic).split(), WORDS), (words, words, words)).share


def test_a_topic_that_is_wholly_there_is_held_wholly() -> None:
    assert held("khảo sát hài lòng bến xe") == pytest.approx(1.0)


def test_without_accents_it_is_held_as_well() -> None:
    assert held("khao sat hai long ben xe") == pytest.approx(1.0)


def test_other_accents_are_another_word() -> None:
    assert held("bện xẻ") < 0.6


def test_a_synonym_counts_a_little_less() -> None:
    assert 0.8 < held("bà con") < 1.0


def test_an_abbreviation_is_its_long_form() -> None:
    assert held("tthc", "thủ tục hành chính nội bộ") == pytest.approx(1.0)
    assert held("thủ tục hành chính", "TTHC nội bộ") == pytest.approx(1.0)


def test_a_slip_of_some_length_counts_in_part() -> None:
    long = Words("camera giám sát")
    words = word_set("camera giám sát")
    slip, short = concepts(["caemra"], long), concepts(["gim"], long)

    assert coverage(slip, (words, words, words)).share == pytest.approx(0.6)
    assert coverage(short, (words, words, words)).share == pytest.approx(0.0)


def test_words_that_nobody_knows_weigh_much() -> None:
    words = word_set(TEXT)
    found = coverage(concepts(["khảo", "sát", "sân", "bay"], WORDS), (words, words, words))

    assert found.missing > 0.3
    assert not found.about


def test_words_that_stand_apart_are_there_by_chance() -> None:
    far = "xe chở người ta đi qua một cái bến nào đó, rồi họ khảo cứu thêm vài chỗ, bên nhà thì sát"
    near = coverage(concepts(["khảo", "sát", "bến", "xe"], WORDS), (word_set(TEXT),) * 3)
    apart = coverage(concepts(["khảo", "sát", "bến", "xe"], WORDS), (word_set(far),) * 3)

    assert near.about
    assert apart.together < near.together
    assert not apart.about


def test_everyday_verbs_weigh_little() -> None:
    gui, ben = concepts(["gửi", "bến"], WORDS)

    assert gui.soft
    assert gui.weight < ben.weight


@pytest.mark.parametrize(
    ("extra", "about"),
    [
        pytest.param(["đứng", "mũi", "chịu", "sào"], True, id="a turn of speech"),
        pytest.param(["lấy"], True, id="an everyday verb"),
        pytest.param(["hải", "đăng", "quốc", "gia"], False, id="a noun that names another thing"),
    ],
)
def test_an_extra_word_counts_only_where_it_names_a_thing(extra: list[str], *, about: bool) -> None:
    topic = concepts([*extra, "khảo", "sát"], WORDS)

    assert coverage(topic, (word_set(TEXT),) * 3).about == about


def test_a_year_keeps_its_word() -> None:
    text = "cách làm mới năm 2027"

    assert coverage(concepts(["cach", "lam", "moi", "nam", "2027"], Words(text)), (word_set(text),) * 3).about


@pytest.mark.parametrize(
    ("typed", "about"),
    [
        pytest.param("nghị định 60", True, id="that number"),
        pytest.param("nghị định số 61", False, id="another number"),
    ],
)
def test_the_number_of_a_document_names_it(typed: str, *, about: bool) -> None:
    text = "thực hiện Nghị định số 60/2021/NĐ-CP về khảo sát bến xe"

    assert coverage(concepts(typed.split(), Words(text)), (word_set(text),) * 3).about == about
