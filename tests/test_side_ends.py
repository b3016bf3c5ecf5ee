"""Which words at the ends of a side name nothing."""

import pytest

from knowledge.questions.side_ends import without_small


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        pytest.param("bên nào bảng chuyển đổi số", "bảng chuyển đổi số", id="accents"),
        pytest.param("ben nao nao vet so", "vet", id="none"),
        pytest.param("cần cẩu bến", "cần cẩu bến", id="a word like a small one"),
        pytest.param("hỗ trợ giống", "hỗ trợ giống", id="seed, that is no likeness"),
        pytest.param("hồ sơ đúng hạn thì", "hồ sơ đúng hạn", id="in time"),
        pytest.param("co viec lam cua tho", "viec lam cua tho", id="work that is had"),
        pytest.param("sơ kết quý của hội thì", "sơ kết quý của hội", id="a review, that is no number"),
    ],
)
def test_small_words_are_left_out_as_they_are_typed(words: str, kept: str) -> None:
    assert " ".join(without_small(words.split())) == kept
