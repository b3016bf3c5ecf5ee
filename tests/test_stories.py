"""What is told of the day around a short question is no part of it; what may be asked stays."""

from itertools import pairwise

import pytest

from knowledge.questions.stories import without_story

PRINTED = ("họp giao ban", "báo cáo", "vá lưới chắn rác", "lập sổ theo dõi", "cuối quý")
PAIRS = frozenset(pair for phrase in PRINTED for pair in pairwise(phrase.split()))
UNITS = ("tổ lưới", "ban công ích")


def told(text: str) -> str:
    def bond(left: str, right: str) -> float | None:
        return 1.0 if (left, right) in PAIRS else None

    return without_story(text, bond, lambda said: any(unit in said for unit in UNITS))


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        pytest.param("mai họp giao ban rồi, ai vá lưới chắn rác", "ai vá lưới chắn rác", id="of tomorrow"),
        pytest.param("số là chiều nay phải báo cáo, ai vá lưới", "ai vá lưới", id="of the afternoon"),
        pytest.param("sếp vừa nhắn, vậy quý sau thì sao", "vậy quý sau thì sao", id="before what goes on"),
        pytest.param("sep vua nhan, con han thi sao", "con han thi sao", id="without accents"),
        pytest.param("ai vá lưới? Tôi không mở được file.", "ai vá lưới?", id="behind a sign"),
        pytest.param("ai vá lưới, hồi nãy tui hỏi mà chưa ai trả lời", "ai vá lưới", id="nobody answered"),
        pytest.param("ai vá lưới chứ tui đọc hoài không ra", "ai vá lưới", id="behind a reason"),
        pytest.param("ai vá lưới rồi tui đi họp", "ai vá lưới", id="what comes then"),
    ],
)
def test_a_story_goes(text: str, asked: str) -> None:
    assert told(text) == asked


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("mai vá lưới chắn rác, ai làm", id="a matter of the plans"),
        pytest.param("em lập sổ theo dõi, hạn khi nào", id="a matter of whoever asks"),
        pytest.param("tổ lưới của em, làm gì", id="a unit"),
        pytest.param("em ở tổ cá, tổ em làm gì", id="where somebody works"),
        pytest.param("tôi cần bảng phụ lục, có việc gì", id="what narrows a list"),
        pytest.param("ai vá lưới, em cần biết có gửi xã không", id="another question"),
        pytest.param("tôi đang chờ, cuối quý", id="nothing asks"),
        pytest.param("cho tui hỏi, ai vá lưới", id="a frame"),
        pytest.param("quý 2 em có việc gì, kể ra", id="a time of plans"),
        pytest.param(f"mai tôi đi họp rồi, {'ai ' * 26}", id="a long text"),
    ],
)
def test_what_may_be_asked_stays(text: str) -> None:
    assert told(text) == text
