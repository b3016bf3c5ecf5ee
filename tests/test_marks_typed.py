"""Letters and accents are read as a hurried hand meant them."""

import pytest

from knowledge.questions.marks_typed import as_meant

_WORDS = "kế hoạch của bệnh viện này còn việc gì phải xong phân công ai mấy đó"
WRITTEN = frozenset(_WORDS.split())


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        pytest.param("mấyyyy việc đóóó", "mấy việc đó", id="a letter held down"),
        pytest.param("may viec phaiii xonggg", "may viec phai xong", id="without accents"),
        pytest.param("gìiii", "gì", id="with the accent of the first"),
        pytest.param("kê hoach nay con viêc gi phai xong", "ke hoach nay con viec gi phai xong", id="no tones"),
        pytest.param("Ké hoạch của bẹnh viẹn", "Ke hoach cua benh vien", id="no hats"),
    ],
)
def test_letters_and_accents_are_read_as_meant(typed: str, meant: str) -> None:
    assert as_meant(typed, WRITTEN.__contains__) == meant


@pytest.mark.parametrize(
    "typed",
    [
        pytest.param("quý III", id="a number"),
        pytest.param("STTTT làm gì", id="a short form"),
        pytest.param("phân công ai", id="words without tones"),
        pytest.param("còn phải xong gì", id="words without hats"),
        pytest.param("bản này dị à", id="a word of the region"),
        pytest.param("kế hoạch của bẹnh viện", id="one slip"),
        pytest.param("ke hoach nay", id="no accents"),
        pytest.param("kiểm toánn", id="a letter typed twice"),
    ],
)
def test_what_may_be_meant_as_it_is_stays(typed: str) -> None:
    assert as_meant(typed, WRITTEN.union(("bản", "à")).__contains__) == typed
